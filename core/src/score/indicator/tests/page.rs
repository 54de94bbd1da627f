//! The worked example of docs/indicators.md is what the library answers.

use crate::Office;

const PAGE: &str = include_str!("../../../../../docs/indicators.md");

/// The blocks of a language.
fn blocks(language: &str) -> Vec<&'static str> {
    let open = format!("```{language}\n");
    PAGE.split(open.as_str()).skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

#[test]
fn the_example_of_the_page_holds() {
    let rulebook = blocks("yaml")[0];
    let [request, expected] = blocks("json")[..] else { panic!("two blocks of JSON") };
    let office = Office::load(&[("page.yaml", rulebook)]).unwrap_or_else(|faults| panic!("{faults}"));
    let answer = office.call("indicators", request).unwrap_or_else(|faults| panic!("{faults}"));
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let expected: serde_json::Value = serde_json::from_str(expected).unwrap();
    for (name, wanted) in expected.as_object().unwrap() {
        let list = answer["indicators"].as_array().unwrap();
        let found = list.iter().find(|one| one["id"] == name.as_str()).unwrap();
        let cells: Vec<String> = found["cells"]
            .as_array()
            .unwrap()
            .iter()
            .map(|cell| {
                let group: Vec<&str> =
                    cell["group"].as_array().unwrap().iter().map(|part| part.as_str().unwrap_or("–")).collect();
                let number = |of: &str| match &cell[of] {
                    serde_json::Value::Null => "–".to_owned(),
                    value if value["den"] == 1 => value["num"].to_string(),
                    value => format!("{}/{}", value["num"], value["den"]),
                };
                let target = cell["target"]["outcome"].as_str().unwrap_or("–");
                format!("{}: {} [{}, {}] {target}", group.join(" "), number("value"), number("low"), number("high"))
            })
            .collect();
        assert_eq!(serde_json::json!(cells), *wanted, "{name}: {answer:#}");
    }
}
