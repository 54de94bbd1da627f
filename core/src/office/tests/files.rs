//! Tests of the choice of a mapping.

use super::*;
use crate::base::error::Code;
use crate::base::time::Zone;
use crate::log::DateOrder;
use indexmap::IndexMap;

fn office(mappings: &str) -> Office {
    let text = format!(r#"{{"namro":1,"id":"a","title":"A","mappings":{mappings}}}"#);
    Office::load(&[("a.json", &text)]).unwrap()
}

fn spec() -> MappingSpec {
    MappingSpec { dates: Some(DateOrder::DayFirst), ..MappingSpec::default() }
}

fn choose<'o>(
    office: &'o Office,
    choice: MappingChoice<'_>,
    overrides: &Overrides,
) -> Result<ChosenMapping<'o>, Faults> {
    let document = |name: &str| Ok((name == "f.yaml").then(|| "zone: \"+03:00\"".to_owned()));
    office.choose_mapping(choice, overrides, document, || Ok((spec(), vec![Text::same("?")])))
}

fn zone(chosen: &ChosenMapping<'_>) -> String {
    chosen.mapping.zone().map(ToString::to_string).unwrap_or_default()
}

#[test]
fn an_office_without_rules_loads() {
    assert_eq!(Office::without_rules().unwrap().rulebook().id().as_str(), "any.log");
}

#[test]
fn what_is_named_comes_before_the_rulebook_and_that_before_a_proposal() {
    let own = office(r#"{"m":{"zone":"+07:00"}}"#);
    let none = Overrides::default();
    let named = |choice| zone(&choose(&own, choice, &none).unwrap());
    assert_eq!(named(MappingChoice::Usual), "+07:00");
    assert_eq!(named(MappingChoice::Named("m")), "+07:00");
    assert_eq!(named(MappingChoice::Named("f.yaml")), "+03:00");
    assert_eq!(named(MappingChoice::Document("mapping", "{\"zone\":\"+05:00\"}")), "+05:00");
    assert!(choose(&own, MappingChoice::Named("dvcqg"), &none).is_ok());
    let fault = choose(&own, MappingChoice::Named("mm"), &none).unwrap_err();
    assert_eq!(fault.iter().next().map(Error::code), Some(Code::UnknownReference));
    let bare = office("{}");
    let proposed = choose(&bare, MappingChoice::Usual, &none).unwrap();
    assert_eq!((proposed.proposed.unwrap().dates, proposed.questions.len()), (Some(DateOrder::DayFirst), 1));
    let several = office(r#"{"m":{},"n":{}}"#);
    let fault = choose(&several, MappingChoice::Usual, &none).unwrap_err();
    assert_eq!(fault.iter().next().map(Error::code), Some(Code::SeveralMappings));
}

#[test]
fn what_the_caller_says_comes_before_the_mapping() {
    let own = office(r#"{"m":{"zone":"+07:00"}}"#);
    let columns: IndexMap<_, _> =
        [("accepted".to_owned(), "A".to_owned()), ("events.unit".to_owned(), "U".to_owned())].into();
    let overrides = Overrides { zone: Some(Zone::utc()), columns, ..Overrides::default() };
    let chosen = choose(&own, MappingChoice::Usual, &overrides).unwrap();
    assert_eq!(zone(&chosen), "+00:00");
    let wrong = |columns: [(&str, &str); 1]| {
        let columns = columns.map(|(field, column)| (field.to_owned(), column.to_owned())).into();
        let faults = choose(&own, MappingChoice::Usual, &Overrides { columns, ..Overrides::default() }).unwrap_err();
        faults.iter().next().cloned().unwrap()
    };
    let fault = wrong([("acepted", "A")]);
    assert_eq!((fault.code(), fault.place().pointer.as_deref()), (Code::UnknownField, Some("/columns/acepted")));
    assert!(
        fault.help().unwrap().en.starts_with("did you mean `accepted`? the fields: event_id, "),
        "{:?}",
        fault.help()
    );
    assert_eq!(wrong([("cases.at", "A")]).code(), Code::UnknownField);
    let encoding = Overrides { encoding: Some("latin-9".to_owned()), ..Overrides::default() };
    let fault = choose(&own, MappingChoice::Usual, &encoding).unwrap_err();
    assert_eq!(fault.iter().next().map(Error::code), Some(Code::UnknownTerm));
}
