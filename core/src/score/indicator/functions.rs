//! What conditions on rows may call beside the functions of the language.

use crate::base::time::Instant;
use crate::base::value::Value;
use crate::rule::{Context, Reason};
use crate::rule::{Function, Kinds, Library, Row, Sentence, Sentences, Val};

/// The place of the findings of a row among its documents: how often each kind was found.
pub(super) const FOUND: usize = 0;
/// The place of the kinds of records that a row has.
pub(super) const RECORDS: usize = 1;
/// The names of these documents, which no expression can write.
pub(super) const HIDDEN: [&str; 2] = [" found", " records"];

const TEXT: Kinds = Kinds::TEXT;
const TIMES: [&str; 2] = ["số lần {*}", "how often {*} was found"];

const ROWS: [Row; 8] = [
    Row::new("times", &[TEXT], Kinds::NUMBER, TIMES, times),
    Row::new("times", &[TEXT, TEXT], Kinds::NUMBER, TIMES, times),
    Row::new("times", &[TEXT, TEXT, TEXT], Kinds::NUMBER, TIMES, times),
    Row::new("times", &[TEXT, TEXT, TEXT, TEXT], Kinds::NUMBER, TIMES, times),
    Row::new("times", &[TEXT, TEXT, TEXT, TEXT, TEXT], Kinds::NUMBER, TIMES, times),
    Row::new("times", &[TEXT, TEXT, TEXT, TEXT, TEXT, TEXT], Kinds::NUMBER, TIMES, times),
    Row::new("has_record", &[TEXT], Kinds::TRUTH, ["có ghi nhận {a}", "there is a record of {a}"], has_record),
    Row::new(
        "seconds",
        &[TEXT, TEXT],
        Kinds::NUMBER,
        ["số giây từ {a} đến {b}", "the seconds from {a} to {b}"],
        seconds,
    ),
];
static FUNCTIONS: [Function; ROWS.len()] = Row::functions(ROWS);
static OF_FUNCTIONS: [Sentence; ROWS.len()] = Row::sentences(ROWS);
/// What conditions on rows may call.
pub(super) const LIBRARY: Library = Library::with(&FUNCTIONS);
/// How those functions are put into words.
pub(crate) const SENTENCES: Sentences = Sentences::with(&OF_FUNCTIONS);

fn in_map<'a>(context: &Context<'a>, place: usize, key: &str) -> Option<&'a Value> {
    Some(&context.data.get(place)?.get(key)?.value)
}

/// How often kinds were found, all together; unknown if one of them is.
fn times<'a>(arguments: &[Val<'a>], context: &Context<'a>) -> Result<Val<'a>, Reason> {
    let mut sum = 0_i64;
    for kind in arguments {
        match in_map(context, FOUND, kind.text()?) {
            None => {}
            Some(Value::Integer(count)) => sum = sum.checked_add(*count).ok_or(Reason::Overflow)?,
            Some(_) => return Ok(Val::NULL),
        }
    }
    Ok(sum.into())
}

fn has_record<'a>(arguments: &[Val<'a>], context: &Context<'a>) -> Result<Val<'a>, Reason> {
    let [kind] = arguments else { return Err(Reason::WrongType) };
    match in_map(context, RECORDS, kind.text()?) {
        None => Ok(false.into()),
        Some(value) => Ok(Val::Data(value)),
    }
}

/// Whole seconds from one instant to another.
fn seconds<'a>(arguments: &[Val<'a>], _: &Context<'a>) -> Result<Val<'a>, Reason> {
    let instant = |val: &Val<'a>| Instant::parse(val.text()?).map_err(|_| Reason::BadDate);
    let [from, to] = arguments else { return Err(Reason::WrongType) };
    if from.is_null() || to.is_null() {
        return Ok(Val::NULL);
    }
    Ok(instant(to)?.since(instant(from)?).0.into())
}
