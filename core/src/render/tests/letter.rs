//! Tests of `letter`.

use crate::Office;
use crate::base::shape;
use crate::base::text::Language;
use crate::base::value::parse_json;
use crate::office::LetterRequest;

#[test]
fn a_form_is_one_page_without_scripts_or_requests() {
    let office = Office::load(&[("a", "namro: 1\nid: a\ntitle: A & B\ninclude: [vn.forms]\n")]).unwrap();
    let request = r#"{"letter": "receipt", "at": "2026-08-24T09:15:00+07:00", "applicant": {"name": "<b>X</b>"}}"#;
    let request: LetterRequest = shape::read(&parse_json(request.as_bytes()).unwrap()).unwrap();
    let page = office.letter(&request).unwrap().html(Language::Vi);
    assert!(page.contains("A &amp; B") && page.contains("&lt;b&gt;X&lt;/b&gt;"));
    assert!(page.contains("Mẫu số 01") && page.contains("size: A5 landscape"));
    assert!(!page.contains("http") && !page.contains("<script"));
    assert_eq!(page.matches("class=\"needed\"").count(), 4);
}

#[test]
fn control_characters_of_a_form_are_shown() {
    let office = Office::load(&[("a", "namro: 1\nid: a\ntitle: A\ninclude: [vn.forms]\n")]).unwrap();
    let request = r#"{"letter": "receipt", "at": "2026-08-24T09:15:00+07:00",
        "applicant": {"name": "An\u202eb\u0007c\u009bd"}}"#;
    let request: LetterRequest = shape::read(&parse_json(request.as_bytes()).unwrap()).unwrap();
    let page = office.letter(&request).unwrap().html(Language::Vi);
    assert!(page.contains("An\\u{202e}b\\u{7}c\\u{9b}d"), "{page}");
}
