//! Properties of all requests and answers.

use super::operations::READERS;
use crate::base::canon::canonical;
use crate::base::shape::{self, Shape};
use crate::base::value::parse_json;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Reads a text by serde as a type: its canonical bytes, or the fault.
pub(super) type Reader = fn(&str) -> Result<String, String>;

/// Reads a text by serde. Our own reader must read it too, and what is written must read as the same value again.
pub(super) fn reader<T: Shape + Serialize>(text: &str) -> Result<String, String> {
    let read = serde_json::from_str::<T>(text).map_err(|error| error.to_string());
    let own = parse_json(text.as_bytes()).map_err(|error| error.to_string());
    let own = own.and_then(|node| shape::read::<T>(&node).map_err(|faults| faults.to_string()));
    assert_eq!(read.as_ref().err().is_some(), own.is_err(), "{:?}\n{:?}", read.err(), own.err());
    let read = canonical(&read?).unwrap();
    assert_eq!(read, canonical(&own?).unwrap());
    let again: T = serde_json::from_str(&read).unwrap_or_else(|error| panic!("{error}\n{read}"));
    assert_eq!(canonical(&again).unwrap(), read);
    Ok(read)
}

/// A request whose rows lack offsets is answered as one whose rows have those of the mapping.
#[test]
fn the_zone_of_a_mapping_holds_in_requests() {
    let office = crate::Office::load(&[(
        "a.json",
        r#"{"namro": 1, "id": "a", "title": "A", "calendars": {"o": {"zone": "+07:00", "weeks": [{"days": {"mon-fri": ["08:00-12:00"]}}]}},
            "mappings": {"m": {"zone": "+09:00", "dates": "day_first"}, "none": {}}}"#,
    )])
    .unwrap();
    let ask = |operation: &str, mapping: &str, rows: &str| {
        let request = format!(r#"{{"mapping": "{mapping}", "as_of": "2026-04-01T00:00:00+07:00", {rows}}}"#);
        let place = |fault: &crate::Error| format!("{} {}", fault.code(), fault.place());
        office.call(operation, &request).map_err(|faults| faults.iter().map(place).collect::<Vec<_>>().join(", "))
    };
    let exact = r#""cases": [{"case_id": "c", "accepted": "2026-03-03", "due_recorded": "2026-03-05T17:00:00+09:00"}], "events":
        [{"case_id": "c", "at": "2026-03-03T09:00:00+09:00", "act": "receive", "recorded_at": "2026-03-04T08:00:00+09:00"},
        {"case_id": "c", "at": "2026-03-04T00:00:00+09:00", "day_only": true, "act": "complete", "step": "a"}]"#;
    let bare = r#""cases": [{"case_id": "c", "accepted": "03/03/2026", "due_recorded": "2026-03-05 17:00"}], "events":
        [{"case_id": "c", "at": "03/03/2026 09:00", "act": "receive", "recorded_at": "2026-03-04T08:00:00"},
        {"case_id": "c", "at": "2026-03-04", "act": "complete", "step": "a"}]"#;
    for operation in ["replay", "profile"] {
        assert_eq!(ask(operation, "m", bare).unwrap(), ask(operation, "m", exact).unwrap());
    }
    let answer = ask("replay", "m", bare).unwrap();
    assert!(answer.contains("2026-03-03T00:00:00+09:00") || answer.contains("2026-03-03T07:00:00+07:00"), "{answer}");
    assert!(ask("replay", "none", bare).unwrap_err().contains("/events/0/at"));
    let wrong = bare.replace("2026-03-04\"", "mai\"");
    assert_eq!(ask("replay", "m", &wrong).unwrap_err(), "bad_time 3:32 #/events/1/at");
}

#[test]
fn serde_reads_what_serde_writes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors");
    let list = |path: &Path| fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let files = list(&folder).into_iter().filter(|path| path.is_dir() && !path.ends_with("rulebooks"));
    let files = files.flat_map(|topic| list(&topic)).filter(|path| path.extension().is_some_and(|end| end == "json"));
    let (mut requests, mut answers) = (BTreeSet::new(), BTreeSet::new());
    for file in files {
        let text: serde_json::Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        for case in text["cases"].as_array().unwrap() {
            let found = READERS.iter().find(|(name, ..)| case["op"] == *name);
            let Some((operation, request, answer)) = found else { continue };
            let input = case.get("input").map_or_else(|| "{}".to_owned(), ToString::to_string);
            if case.get("text").is_none() && request(&input).is_ok() {
                requests.insert(*operation);
            }
            if let Some(expected) = case.get("expected") {
                let expected = expected.to_string();
                let node = parse_json(expected.as_bytes()).unwrap();
                assert_eq!(answer(&expected).as_deref(), Ok(canonical(&node).unwrap().as_str()), "{operation}");
                answers.insert(*operation);
            }
        }
    }
    // Calendar files and exported forms have their own tests and no vectors.
    let without = ["calendar_file", "form", "read_form"];
    for (operation, ..) in READERS.iter().filter(|(name, ..)| !without.contains(name)) {
        assert!(requests.contains(operation) && answers.contains(operation), "{operation} has no vector");
    }
}

#[cfg(feature = "schema")]
mod names {
    use super::super::operations::gather_schemas;

    mod other {
        use crate::base::shape::Shape;

        /// One of two shapes of the same name.
        #[derive(serde::Serialize, Shape)]
        pub(super) struct Twin {
            /// A field.
            pub(super) field: bool,
        }
    }

    mod named {
        use crate::base::shape::Shape;

        /// Its twin, with a different name.
        #[derive(serde::Serialize, Shape)]
        #[shape(name = "NamedTwin")]
        pub(super) struct Twin {
            /// A field.
            pub(super) field: bool,
        }
    }

    use crate::base::shape::Shape;

    /// One of two shapes of the same name.
    #[derive(serde::Serialize, Shape)]
    struct Twin {
        /// A field.
        field: bool,
    }

    /// Names of more than one shape: further shapes of a name are numbered.
    fn numbered(generator: &schemars::SchemaGenerator) -> Vec<&str> {
        let names = generator.definitions().keys().map(String::as_str);
        names.filter(|name| name.ends_with(|last: char| last.is_ascii_digit())).collect()
    }

    #[test]
    fn no_two_shapes_share_a_schema_name() {
        let mut generator = schemars::SchemaGenerator::default();
        gather_schemas(&mut generator);
        assert!(generator.definitions().len() > 200);
        assert_eq!(numbered(&generator), [""; 0]);
        generator.subschema_for::<Twin>();
        generator.subschema_for::<named::Twin>();
        assert_eq!(numbered(&generator), [""; 0]);
        generator.subschema_for::<other::Twin>();
        assert_eq!(numbered(&generator), ["Twin2"]);
    }
}
