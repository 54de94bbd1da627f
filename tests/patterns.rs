//! The patterns of docs/rulebook.md are sound, and their examples come out as they say.

use namro::Office;

const PAGE: &str = include_str!("../docs/rulebook.md");

#[test]
fn every_pattern_lints() {
    let blocks: Vec<&str> = PAGE.split("```yaml\n").skip(1).filter_map(|rest| rest.split("\n```").next()).collect();
    assert!(blocks.len() >= 10, "{}", blocks.len());
    for block in blocks {
        let text = format!("namro: 1\nid: pattern\ntitle: Mẫu\ninclude: [vn.calendar]\n{block}\n");
        let office = Office::load(&[("pattern.yaml", &text)]).unwrap_or_else(|faults| panic!("{block}\n{faults}"));
        let restated = office.rulebook().restate(&Default::default());
        assert!(restated.examples > 0, "{block}");
        assert!(restated.faults.is_empty(), "{block}\n{:#?}", restated.faults);
    }
}
