use crate::base::error::Code;
use crate::log::{Log, Mapping, Reading, read};
use crate::{Faults, Zone};

const LOG: &str = r#"{
  "objectTypes": [{"name": "hồ sơ", "attributes": []}, {"name": "cán bộ", "attributes": []}],
  "eventTypes": [{"name": "thẩm định", "attributes": []}],
  "objects": [
    {"id": "H1", "type": "hồ sơ", "attributes": [
      {"name": "procedure", "time": "2026-01-01T00:00:00Z", "value": "p1"},
      {"name": "procedure", "time": "2026-01-02T00:00:00Z", "value": "p2"}]},
    {"id": "H2", "type": "hồ sơ"}, {"id": "H3", "type": "hồ sơ"}, {"id": "o1", "type": "cán bộ"}],
  "events": [
    {"id": "e1", "type": "thẩm định", "time": "2026-01-08T02:00:00Z",
     "relationships": [{"objectId": "H1", "qualifier": "x"}, {"objectId": "H2", "qualifier": "x"}, {"objectId": "o1", "qualifier": "y"}]},
    {"id": "e2", "type": "thẩm định", "time": "2026-01-09T02:00:00Z", "attributes": [{"name": "resource", "value": "o2"}],
     "relationships": [{"objectId": "H1", "qualifier": "x"}]},
    {"id": "e3", "type": "họp", "time": "2026-01-09T02:00:00Z", "relationships": [{"objectId": "o1", "qualifier": "y"}]}]}"#;

fn flattened(mapping: &str, bytes: &[u8]) -> Result<(Log, Reading), Faults> {
    read("log.json", bytes, &Mapping::new(serde_json::from_str(mapping).unwrap()).unwrap())
}

#[test]
fn each_object_of_the_type_is_a_case_and_shared_events_are_in_each() {
    let (log, reading) =
        flattened(r#"{"object_type": "hồ sơ", "events": {"actor": "cán bộ"}}"#, LOG.as_bytes()).unwrap();
    let zone = Zone::vietnam();
    let events = log.to_events(&zone).into_iter().map(|event| {
        let actor = event.actor.and_then(|actor| actor.id).map(|id| id.to_string());
        (event.case_id.to_string(), event.event_id.unwrap().to_string(), actor.unwrap_or_default())
    });
    let events: Vec<_> = events.collect();
    let text = |case: &str, id: &str, actor: &str| (case.to_owned(), id.to_owned(), actor.to_owned());
    assert_eq!(events, [text("H1", "e1@H1", "o1"), text("H1", "e2", "o2"), text("H2", "e1@H2", "o1")]);
    let cases = log.to_cases(&zone);
    assert_eq!(cases.len(), 3);
    assert_eq!(cases[0].procedure.as_ref().unwrap().as_str(), "p2");
    let remarks: Vec<_> = reading.remarks.iter().map(|remark| remark.code()).collect();
    assert_eq!(remarks, [Code::SharedEvents, Code::EventsWithoutObject]);
}

#[test]
fn the_type_must_be_named_where_there_are_several() {
    for mapping in ["{}", r#"{"object_type": "đơn"}"#] {
        let faults = flattened(mapping, LOG.as_bytes()).unwrap_err();
        assert_eq!(faults.iter().map(|fault| fault.code()).collect::<Vec<_>>(), [Code::ObjectType]);
    }
}

#[test]
fn packed_or_on_one_line_it_is_the_same() {
    use std::io::Write;
    let mapping = r#"{"object_type": "hồ sơ"}"#;
    let one = LOG.replace('\n', " ");
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(LOG.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    let written = |bytes: &[u8]| format!("{:?}", flattened(mapping, bytes).unwrap().0.to_events(&Zone::vietnam()));
    assert_eq!(written(LOG.as_bytes()), written(one.as_bytes()));
    assert_eq!(written(LOG.as_bytes()), written(&packed));
}
