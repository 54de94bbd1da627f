//! Whatever is refused leaves the case as it was, byte for byte, and what may happen may happen after it as before.

use namro::Office;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The attempts of the shared vectors, each tried alone.
#[test]
fn a_refusal_changes_nothing() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/case/refused.json");
    let text = std::fs::read_to_string(path).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    // The order in which steps are written matters: these two stay as they stand in the file.
    let written: BTreeMap<String, Box<RawValue>> = serde_json::from_str(&text).unwrap();
    let office = Office::load(&[("rights.json", written["rulebook"].get())]).unwrap();
    let office = office.with_staff(written["staff"].get()).unwrap();
    let mut tried = 0;
    for vector in file["cases"].as_array().unwrap() {
        let events = vector["input"]["events"].as_array().unwrap();
        let refused: Vec<usize> = vector["by_hand"]["refused"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| usize::try_from(one["index"].as_u64().unwrap()).unwrap())
            .collect();
        let good: Vec<&Value> =
            events.iter().enumerate().filter(|(index, _)| !refused.contains(index)).map(|(_, event)| event).collect();
        let fold = |events: &[&Value]| office.call("fold", &json!({"events": events}).to_string()).unwrap();
        let case: Value = serde_json::from_str(&fold(&good)).unwrap();
        let before =
            namro::base::canonical(&namro::internals::base::parse_json(case["case"].to_string().as_bytes()).unwrap());
        for attempt in refused.iter().map(|index| &events[*index]) {
            let answer = office.call("apply", &json!({"case": case["case"], "event": attempt}).to_string()).unwrap();
            let answer: Value = serde_json::from_str(&answer).unwrap();
            assert!(answer["case"].is_null(), "{attempt}");
            let (vi, en) = (&answer["refusal"]["text"]["vi"], &answer["refusal"]["text"]["en"]);
            for text in [vi, en].map(|text| text.as_str().unwrap()) {
                assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
            }
            // The attempt in between makes no difference to the case.
            let with: Vec<&Value> = good.iter().copied().chain([attempt]).collect();
            let after: Value = serde_json::from_str(&fold(&with)).unwrap();
            let after = namro::base::canonical(
                &namro::internals::base::parse_json(after["case"].to_string().as_bytes()).unwrap(),
            );
            assert_eq!(before, after, "{attempt}");
            tried += 1;
        }
    }
    assert!(tried >= 100, "{tried}");
}
