//! Functions that an expression may call.
//!
//! A function is written as one [`Row`]: name, signature, sentence and what it does. What runs and what is said are two
//! tables in the program, so that a build that puts no rule into words carries no sentences.

use super::calculate::Val;
use super::context::Context;
use super::kinds::Kinds;
use super::reason::Reason;
use super::standard::{FUNCTIONS, SENTENCES};
use crate::base::packed::{Packed, Packer, Unpacker};

/// A function of a library: pure, total, and cheap for texts of the size that a form allows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Function {
    /// Its name in expressions.
    pub name: &'static str,
    /// How many arguments it takes.
    pub(super) takes: &'static [Kinds],
    /// Whether it says yes or no, and may stand by itself as a condition.
    pub(super) gives: Kinds,
    /// What it does.
    pub(super) call: Call,
}

/// What a function does with its arguments.
type Call = for<'a> fn(&[Val<'a>], &Context<'a>) -> Result<Val<'a>, Reason>;

impl Function {
    /// A function that gives a value.
    pub(crate) const fn arity(&self) -> usize {
        self.takes.len()
    }

    /// A function that says yes or no.
    pub(crate) const fn is_condition(&self) -> bool {
        self.gives.is_truth()
    }
}

/// A sentence about a call in both languages, with holes for its arguments: `{a}`, `{b}` and `{c}`, or `{*}` for all.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence {
    pub(super) name: &'static str,
    pub(super) arity: usize,
    pub(super) vi: &'static str,
    pub(super) en: &'static str,
}

/// A function as it is written in the source.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    function: Function,
    sentence: Sentence,
}

impl Row {
    /// Name, kinds of each argument and of the value, sentence in Vietnamese and in English, and what it does.
    pub(crate) const fn new(
        name: &'static str,
        takes: &'static [Kinds],
        gives: Kinds,
        [vi, en]: [&'static str; 2],
        call: Call,
    ) -> Self {
        let function = Function { name, takes, gives, call };
        Self { function, sentence: Sentence { name, arity: takes.len(), vi, en } }
    }

    /// How many rows several tables have.
    pub(crate) const fn count(mut tables: &[&[Self]]) -> usize {
        let mut count = 0;
        while let [table, rest @ ..] = tables {
            count += table.len();
            tables = rest;
        }
        count
    }

    /// The rows of several tables, of which there are `N`.
    #[allow(clippy::indexing_slicing)] // Computed by the compiler, which refuses an index that is out of range.
    pub(crate) const fn all<const N: usize>(mut tables: &[&[Self]]) -> [Self; N] {
        let mut rows = [Self { function: UNKNOWN, sentence: NO_SENTENCE }; N];
        let mut at = 0;
        while let [table, rest @ ..] = tables {
            let mut of_table: &[Self] = table;
            while let [row, others @ ..] = of_table {
                rows[at] = *row;
                at += 1;
                of_table = others;
            }
            tables = rest;
        }
        rows
    }

    /// What of the rows runs.
    #[allow(clippy::indexing_slicing)] // As above.
    pub(crate) const fn functions<const N: usize>(rows: [Self; N]) -> [Function; N] {
        let mut functions = [UNKNOWN; N];
        let mut at = 0;
        while at < N {
            functions[at] = rows[at].function;
            at += 1;
        }
        functions
    }

    /// What of the rows is said.
    #[allow(clippy::indexing_slicing)] // As above.
    pub(crate) const fn sentences<const N: usize>(rows: [Self; N]) -> [Sentence; N] {
        let mut sentences = [NO_SENTENCE; N];
        let mut at = 0;
        while at < N {
            sentences[at] = rows[at].sentence;
            at += 1;
        }
        sentences
    }
}

/// The functions that an expression may call: those of the language, and what a room adds to them.
#[derive(Clone, Copy, Debug)]
pub struct Library {
    added: &'static [Function],
}

impl Library {
    /// Those of the language alone.
    pub const STANDARD: Self = Self::with(&[]);

    /// Those of the language and others.
    pub(crate) const fn with(added: &'static [Function]) -> Self {
        Self { added }
    }

    /// All of them.
    pub(crate) fn functions(&self) -> impl Iterator<Item = &'static Function> + use<> {
        FUNCTIONS.iter().chain(self.added)
    }

    /// The functions of a name; they differ in how many arguments they take.
    pub(crate) fn get(&self, name: &str) -> impl Iterator<Item = &'static Function> {
        self.functions().filter(move |function| function.name == name)
    }

    /// All names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.functions().map(|function| function.name)
    }
}

/// The sentences of the functions of a [`Library`].
#[derive(Clone, Copy)]
pub(crate) struct Sentences {
    added: &'static [Sentence],
}

impl Sentences {
    /// Those of the language and others.
    pub(crate) const fn with(added: &'static [Sentence]) -> Self {
        Self { added }
    }

    /// What is said of a function.
    pub(super) fn get(&self, function: &Function) -> Option<&'static Sentence> {
        let same = |sentence: &&Sentence| sentence.name == function.name && sentence.arity == function.arity();
        SENTENCES.iter().chain(self.added).find(same)
    }
}

/// In place of a function that a packed rule names and the library does not have.
const UNKNOWN: Function = Function { name: "", takes: &[], gives: Kinds::ANY, call: |_, _| Err(Reason::WrongType) };

const NO_SENTENCE: Sentence = Sentence { name: "", arity: 0, vi: "", en: "" };

impl Packed for &'static Function {
    fn pack(&self, to: &mut Packer) {
        (Box::<str>::from(self.name), self.arity()).pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let (name, arity): (Box<str>, usize) = Packed::unpack(from);
        let library = from.library.downcast_ref::<Library>();
        let function = library.and_then(|library| library.get(&name).find(|function| function.arity() == arity));
        from.or(function, &UNKNOWN)
    }
}

/// The value of a function of one argument.
pub(crate) fn of_one<'a>(
    arguments: &[Val<'a>],
    f: impl Fn(&Val<'a>) -> Result<Val<'a>, Reason>,
) -> Result<Val<'a>, Reason> {
    arguments.first().map_or(Err(Reason::WrongType), f)
}

/// The value of a function of a text; the other arguments, if any, are read by `f` itself.
pub(crate) fn of_text<'a>(
    arguments: &[Val<'a>],
    f: impl Fn(&str) -> Result<Val<'a>, Reason>,
) -> Result<Val<'a>, Reason> {
    of_one(arguments, |val| f(val.text()?))
}

/// The value of a test of two texts.
pub(crate) fn of_texts<'a>(arguments: &[Val<'a>], f: impl Fn(&str, &str) -> bool) -> Result<Val<'a>, Reason> {
    match arguments {
        [a, b] => Ok(f(a.text()?, b.text()?).into()),
        _ => Err(Reason::WrongType),
    }
}

/// A place in a text or a list: a whole number from 0.
pub(super) fn index(val: &Val<'_>) -> Result<usize, Reason> {
    let number = val.number()?.to_integer().ok_or(Reason::WrongType)?;
    usize::try_from(number).map_err(|_| Reason::WrongType)
}
