//! Forms and rules that nobody wrote, and forms filled in.

use crate::random::Random;
use serde_json::{Map, Value, json};

/// Texts of fields that have a check of their own, right and wrong.
const FIELDS: [&str; 22] = [
    "001090000001",
    "079299000001",
    "003090000001",
    "0912 345 678",
    "02438251234",
    "0100047516",
    "0100047510",
    "9900000016-001",
    "Nguyễn Thị Hồng",
    "Nguye\u{302}\u{303}n Thi\u{323} Ho\u{302}\u{300}ng",
    "a@b.vn",
    "6201",
    "1.001193",
    "H26.13-261102-0042",
    "1.000.000.000",
    "Hà Nội",
    "Tỉnh Yên Bái",
    "2000-02-29",
    "1990-01-15",
    "62010",
    "caNhan",
    "A",
];

const STRAY: [&str; 6] = ["null", "-1", "1.5", "\"\"", "[]", "{}"];

/// A value that mostly keeps to a schema.
pub fn instance(schema: &Value, root: &Value, random: &mut Random, depth: usize) -> Value {
    if let Some(way) = schema["$ref"].as_str() {
        return instance(root.pointer(&way[1..]).unwrap_or(&Value::Null), root, random, depth + 1);
    }
    if random.once_in(14) || depth > 8 {
        return serde_json::from_str(STRAY[random.below(STRAY.len())]).unwrap_or_default();
    }
    if let Some(value) = schema.get("const") {
        return value.clone();
    }
    if let Some(list) = schema["enum"].as_array() {
        return random.of(list).clone();
    }
    if let Some(list) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
        return instance(random.of(list), root, random, depth + 1);
    }
    let least = |key: &str| schema[key].as_u64().and_then(|number| usize::try_from(number).ok()).unwrap_or(0);
    match schema["type"].as_str().unwrap_or_default() {
        "object" => {
            let required = schema["required"].as_array().cloned().unwrap_or_default();
            let mut map = Map::new();
            for (key, part) in schema["properties"].as_object().into_iter().flatten() {
                let must = required.iter().any(|name| name == key);
                if if must { !random.once_in(15) } else { random.once_in(2) } {
                    map.insert(key.clone(), instance(part, root, random, depth + 1));
                }
            }
            Value::Object(map)
        }
        "array" => {
            let count = least("minItems") + random.below(3);
            (0..count).map(|_| instance(&schema["items"], root, random, depth + 1)).collect()
        }
        "integer" | "number" => {
            let floor = schema["minimum"].as_i64().or(schema["exclusiveMinimum"].as_i64()).unwrap_or(0);
            (floor + i64::try_from(random.below(5)).unwrap_or(0) * random.of(&[1, 1, 1_000])).into()
        }
        "boolean" => random.once_in(2).into(),
        "string" if schema["format"] == "date" => {
            format!("20{:02}-{:02}-{:02}", 10 + random.below(20), 1 + random.below(12), 1 + random.below(29)).into()
        }
        _ => (*random.of(&FIELDS)).into(),
    }
}

/// The name of a field.
fn name(random: &mut Random) -> String {
    (*random.of(&["a", "b", "c", "ten", "vốn", "l", "e/f", "g~h"])).to_owned()
}

/// A schema of the supported part.
pub fn schema(random: &mut Random, depth: usize) -> Value {
    let below = |random: &mut Random| schema(random, depth + 1);
    let whole = |random: &mut Random, bound: usize| Value::from(random.below(bound));
    let mut one = Map::new();
    let kinds = if depth > 2 { 4 } else { 8 };
    match random.below(kinds) {
        0 => {
            one.insert("type".into(), json!(random.of(&["integer", "number"])));
            for key in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
                if random.once_in(3) {
                    one.insert(key.into(), (*random.of(&[0, 1, 2, 10, 100, -3])).into());
                }
            }
            if random.once_in(3) {
                one.insert("multipleOf".into(), (*random.of(&[1, 2, 3, 1_000])).into());
            }
        }
        1 | 2 => {
            one.insert("type".into(), "string".into());
            match random.below(4) {
                0 => drop(one.insert("minLength".into(), whole(random, 4))),
                1 => drop(one.insert("maxLength".into(), whole(random, 12))),
                2 => {
                    let patterns = [r"^\d{12}$", "^[a-c]*$", r"^0\d{9}$", "a", "^(a|b)+c?$", r"^\S+( \S+)*$"];
                    one.insert("pattern".into(), json!(random.of(&patterns)));
                }
                _ => {
                    drop(one.insert("format".into(), json!(random.of(&["date", "email", "uuid", "time", "date-time"]))))
                }
            }
        }
        3 => {
            let values = [json!(1), json!("a"), json!(null), json!(true), json!([1]), json!({"a": 1}), json!("caNhan")];
            match random.once_in(2) {
                true => drop(one.insert("const".into(), random.of(&values).clone())),
                false => drop(one.insert("enum".into(), values[random.below(3)..].to_vec().into())),
            }
        }
        4 => {
            one.insert("type".into(), "array".into());
            one.insert("items".into(), below(random));
            for (key, bound) in [("minItems", 3), ("maxItems", 4)] {
                if random.once_in(3) {
                    one.insert(key.into(), whole(random, bound));
                }
            }
            if random.once_in(3) {
                one.insert("uniqueItems".into(), true.into());
            }
            if random.once_in(4) {
                one.insert("contains".into(), below(random));
            }
            if random.once_in(6) {
                one.insert("prefixItems".into(), vec![below(random)].into());
            }
        }
        5 => {
            let key = *random.of(&["allOf", "anyOf", "oneOf"]);
            one.insert(key.into(), (0..=1 + random.below(2)).map(|_| below(random)).collect());
        }
        _ => {
            one.insert("type".into(), "object".into());
            let properties: Map<_, _> = (0..=random.below(4)).map(|_| (name(random), below(random))).collect();
            let required: Vec<_> = properties.keys().filter(|_| random.once_in(2)).cloned().collect();
            one.insert("properties".into(), properties.into());
            if !required.is_empty() {
                one.insert("required".into(), required.into());
            }
            match random.below(8) {
                0 => drop(one.insert("additionalProperties".into(), random.once_in(2).into())),
                1 => drop(one.insert("minProperties".into(), whole(random, 3))),
                2 => drop(one.insert("maxProperties".into(), whole(random, 5))),
                3 => drop(one.insert("propertyNames".into(), json!({"maxLength": random.below(4)}))),
                4 => drop(one.insert("patternProperties".into(), json!({"^[abc]$": below(random)}))),
                5 => drop(one.insert("dependentRequired".into(), json!({name(random): [name(random)]}))),
                6 => {
                    for key in ["if", "then", "else"] {
                        one.insert(key.into(), below(random));
                    }
                }
                _ => {}
            }
        }
    }
    Value::Object(one)
}

/// A condition about a form of random fields.
fn condition(random: &mut Random, depth: usize) -> String {
    let field = |random: &mut Random| *random.of(&["d.a", "d.b", "d.c", "d['vốn']", "d.ten", "d.l.size()", "d.a.b"]);
    let constant = |random: &mut Random| {
        *random.of(&["0", "1", "2.50", "'a'", "null", "true", "'2026-01-02'", "9007199254740993"])
    };
    match random.below(if depth > 3 { 4 } else { 10 }) {
        0 => format!("has({})", field(random).replace(".size()", "").replace("d['vốn']", "d.b")),
        1 | 2 => format!("{} {} {}", field(random), random.of(&["==", "!=", "<", ">="]), constant(random)),
        3 => {
            let check =
                *random.of(&["isIdentityNumber", "isTaxCode", "isPhone", "isPersonName", "isEmail", "isDossierCode"]);
            format!("{check}(d.ten)")
        }
        4 => format!("({} && {})", condition(random, depth + 1), condition(random, depth + 1)),
        5 => format!("({} || {})", condition(random, depth + 1), condition(random, depth + 1)),
        6 => format!("!({})", condition(random, depth + 1)),
        7 => format!(
            "d.l.{}(t, t {} {})",
            random.of(&["all", "exists", "exists_one"]),
            random.of(&["==", "!=", ">"]),
            constant(random)
        ),
        8 => format!(
            "d.l.sum(t, t) {} d.a * {}",
            random.of(&["==", "<=", ">"]),
            random.of(&["2", "0.01", "1000000000000000000"])
        ),
        _ => format!(
            "({} ? {} : {})",
            condition(random, depth + 1),
            condition(random, depth + 1),
            condition(random, depth + 1)
        ),
    }
}

/// A rulebook of one procedure with a random form and random rules.
pub fn rulebook(random: &mut Random) -> Value {
    let properties: Map<_, _> = (0..=2 + random.below(4)).map(|_| (name(random), schema(random, 1))).collect();
    let required: Vec<_> = properties.keys().filter(|_| random.once_in(3)).cloned().collect();
    let mut form = json!({"type": "object", "properties": properties});
    if !required.is_empty() {
        form["required"] = required.into();
    }
    let rules: Vec<_> = (0..=random.below(6))
        .map(|index| {
            let mut rule = json!({"id": format!("r{index}"), "check": condition(random, 0), "message": {"vi": "Sai", "en": "Wrong"},
                "severity": random.of(&["error", "warning", "note"]), "source": {"text": "N", "confidence": "unsure"}});
            if random.once_in(4) {
                rule["when"] = condition(random, 1).into();
            }
            if index > 0 && random.once_in(4) {
                rule["after"] = json!([format!("r{}", random.below(index))]);
            }
            rule
        })
        .collect();
    let components = json!([{"id": "to-khai", "title": "Tờ khai"},
        {"id": "giay-uy-quyen", "title": "Giấy ủy quyền", "need": {"when": condition(random, 2)}}]);
    json!({"namro": 1, "id": "made", "title": {"vi": "Thử", "en": "Made"},
        "procedures": {"1.234567": {"title": "P", "form": form, "components": components, "rules": rules}}})
}
