//! Checks of Vietnamese fields, as library functions and as functions that rules may call.
//!
//! | in rules | says whether, or gives |
//! |---|---|
//! | `isIdentityNumber(t)`, `identityYear(t)`, `identityIsFemale(t)`, `identityPlaceKnown(t)` | personal identity number |
//! | `isTaxCode(t)` | tax code with check digit, 10 or 13 digits |
//! | `isPhone(t)`, `isMobile(t)` | telephone numbers |
//! | `money(t)`, `moneyInWords(n)`, `saysAmount(t, n)` | amounts in đồng, in figures and in words |
//! | `isPersonName(t)` | names of persons |
//! | `sameName(a, b)`, `similarName(a, b)` | one name: to the letter; or wherever the tone mark stands (`Hòa`, `Hoà`), which is to be warned of |
//! | `nameStartsWith(t, words)`, `nameContains(t, part)` | parts of a name, whatever its capitals |
//! | `isProvince(t, date)`, `wasProvince(t)` | provinces before and after 2025-07-01 |
//! | `isProcedureCode(t)`, `isDossierCode(t)`, `isAgencyCode(t)`, `isBusinessLine(t)`, `isEmail(t)` | codes |

pub(crate) mod code;
pub(crate) mod identity;
pub(crate) mod money;
pub(crate) mod name;
pub(crate) mod phone;
pub(crate) mod province;
pub(crate) mod tax;

use crate::rule::{Context, Function, Library, Reason, STANDARD, Val};

/// The library of procedures.
pub(crate) const LIBRARY: Library = Library(&[STANDARD, FUNCTIONS]);

type Out<'a> = Result<Val<'a>, Reason>;

/// A function that says whether a text is something.
macro_rules! test {
    ($name:literal, $test:expr) => {
        Function::test($name, 1, |arguments, _| of_text(arguments, |text| Ok($test(text).into())))
    };
}

/// The functions that rules of procedures may call, beside those of the language.
pub(crate) const FUNCTIONS: &[Function] = &[
    Function::test("isIdentityNumber", 1, is_identity),
    Function::value("identityYear", 1, |arguments, _| identity(arguments, |id| i64::from(id.year).into())),
    Function::test("identityIsFemale", 1, |arguments, _| identity(arguments, |id| id.female.into())),
    Function::test("identityPlaceKnown", 1, |arguments, _| identity(arguments, |id| id.province().is_some().into())),
    test!("isTaxCode", |text| tax::TaxCode::parse(text).is_ok()),
    test!("isPhone", |text| phone::Phone::parse(text).is_some()),
    test!("isMobile", |text| phone::Phone::parse(text).is_some_and(|phone| phone.kind == phone::Kind::Mobile)),
    Function::value("money", 1, |arguments, _| {
        of_text(arguments, |text| money::parse(text).map(Val::from).ok_or(Reason::WrongType))
    }),
    Function::value("moneyInWords", 1, |arguments, _| {
        amount(arguments.first()).map(|amount| money::in_words(amount).into())
    }),
    Function::test("saysAmount", 2, |arguments, _| {
        let amount = amount(arguments.get(1))?;
        of_text(arguments, |text| Ok(money::states_amount(text, amount).into()))
    }),
    test!("isPersonName", name::is_person_name),
    Function::test("sameName", 2, |arguments, _| of_two(arguments, name::same)),
    Function::test("similarName", 2, |arguments, _| of_two(arguments, name::similar)),
    Function::test("nameStartsWith", 2, |arguments, _| of_two(arguments, name::starts_with)),
    Function::test("nameContains", 2, |arguments, _| of_two(arguments, name::contains)),
    Function::test("isProvince", 2, |arguments, _| {
        let date = arguments.get(1).ok_or(Reason::WrongType)?.date()?;
        of_text(arguments, |text| Ok(province::is_province(text, date).into()))
    }),
    test!("wasProvince", |text| province::heir(text).is_some()),
    test!("isProcedureCode", code::is_procedure),
    test!("isDossierCode", |text| code::DossierCode::parse(text).is_some()),
    test!("isAgencyCode", |text| code::AgencyCode::parse(text).is_some()),
    test!("isBusinessLine", code::is_business_line),
    test!("isEmail", code::is_email),
];

fn of_text<'a>(arguments: &[Val<'a>], f: impl Fn(&str) -> Out<'a>) -> Out<'a> {
    f(arguments.first().ok_or(Reason::WrongType)?.text()?)
}

fn of_two<'a>(arguments: &[Val<'a>], f: fn(&str, &str) -> bool) -> Out<'a> {
    match arguments {
        [a, b] => Ok(f(a.text()?, b.text()?).into()),
        _ => Err(Reason::WrongType),
    }
}

/// An amount in đồng, of which there are no parts.
fn amount(val: Option<&Val<'_>>) -> Result<i64, Reason> {
    let number = val.ok_or(Reason::WrongType)?.number()?;
    let integer = number.to_integer().ok_or(Reason::WrongType)?;
    i64::try_from(integer).map_err(|_| Reason::Overflow)
}

fn is_identity<'a>(arguments: &[Val<'a>], context: &Context<'a>) -> Out<'a> {
    of_text(arguments, |text| {
        let id = identity::IdentityNumber::parse(text);
        let born = |id: identity::IdentityNumber| context.today.is_none_or(|today| id.year <= today.ymd().0);
        Ok(id.is_some_and(born).into())
    })
}

/// A part of an identity number; of a text that is none, nothing can be said.
fn identity<'a>(arguments: &[Val<'a>], f: fn(identity::IdentityNumber) -> Val<'a>) -> Out<'a> {
    of_text(arguments, |text| identity::IdentityNumber::parse(text).map(f).ok_or(Reason::WrongType))
}

#[cfg(test)]
mod tests {
    use super::LIBRARY;
    use crate::base::error::Faults;
    use crate::base::shape::Cursor;
    use crate::base::value::{Node, Value};
    use crate::rule::{Condition, Limits, Scope};

    #[test]
    fn every_function_is_said_in_words_and_read_back() {
        let scope = Scope { data: &["d"], library: LIBRARY, limits: Limits::default() };
        let read = |text: &str| {
            let node = Node::from(Value::Text(text.into()));
            let mut faults = Faults::new();
            Condition::read(&Cursor::root(&node, None), scope, &mut faults).unwrap_or_else(|| panic!("{text} {faults}"))
        };
        for function in LIBRARY.0.iter().copied().flatten() {
            let arguments: Vec<_> = (0..function.arity).map(|at| format!("d.a{at}")).collect();
            let call = format!("{}({})", function.name, arguments.join(", "));
            let condition = read(&if function.truth { call } else { format!("{call} == d.z") });
            assert_eq!(read(&condition.to_string()).to_string(), condition.to_string());
            let words = condition.words(&|_| None);
            for told in [words.vi, words.en] {
                assert!(!told.contains(&format!("{}(", function.name)) && !told.contains('{'), "{told}");
                assert!(arguments.iter().take(2).all(|name| told.contains(&name[2..])), "{told}");
            }
        }
    }
}
