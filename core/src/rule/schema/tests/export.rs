//! Tests of `export`.

use crate::base::value::parse_json;

#[test]
fn titles_become_texts_and_names_stay() {
    let text = r#"{"title": {"vi": "Tên", "en": "Name"}, "properties": {"title": {"title": {"vi": "Mục"}}}}"#;
    let out = super::export(&parse_json(text.as_bytes()).unwrap());
    assert_eq!(
        serde_json::to_string(&out).unwrap(),
        r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Tên","properties":{"title":{"title":"Mục"}}}"#
    );
}
