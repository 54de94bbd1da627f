//! Tests of forms that are filled in: by hand, and random sessions against one check of the final dossier.

use super::*;
use crate::base::canon::canonical;
use crate::base::value::parse_json;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const RULEBOOK: &str = r##"{"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": [{"title": "P",
    "form": {"required": ["ten", "con", "noi"], "properties": {
        "ten": {"type": "string", "title": "Tên"}, "von": {"type": "integer", "kind": "money"}, "tyLe": {"type": "number"},
        "ngay": {"type": "string", "format": "date"}, "coThue": {"type": "boolean"}, "maThue": {"type": "string"},
        "con": {"type": "array", "minItems": 1, "maxItems": 3, "title": "Con", "items": {"title": "Con", "required": ["ten"], "properties": {
            "ten": {"type": "string", "title": "Tên con"}, "von": {"type": "integer", "minimum": 1},
            "ma": {"type": "string"}, "nhan": {"type": "array", "items": {"type": "string"}}}}},
        "noi": {"type": "object", "title": "Nơi ở", "required": ["xa"], "properties": {"xa": {"type": "string", "title": "Xã"}, "tinh": {"type": "string"}}}},
        "dependentRequired": {"tyLe": ["von"]}},
    "layout": {"shown": [{"fields": "/maThue", "when": "d.coThue"}, {"fields": "/con/*/ma", "each": "d.con", "when": "item.ten == 'B'"}]},
    "rules": [{"id": "tong", "check": "d.con.sum(c, c.von) == d.von", "at": "/von", "message": "Tổng"},
        {"id": "thue", "when": "d.coThue", "check": "has(d.maThue)", "at": "/maThue", "message": "Mã số thuế"},
        {"id": "ma", "each": "d.con", "when": "item.ten == 'B'", "check": "has(item.ma) && item.ma != 'x'", "at": "/con/{i}/ma", "message": "Mã của con thứ {n}"},
        {"id": "truc-tuyen", "when": "has(filing.channel) && filing.channel == 'online'", "check": "has(d.ngay)", "at": "/ngay", "message": "Ngày"}],
    "components": [{"id": "to-khai", "title": "Tờ khai"}, {"id": "the", "title": "Thẻ", "need": {"when": "d.coThue"}, "unless_data": "thue"},
        {"id": "m1", "title": "M1", "need": {"one_of": "m"}}, {"id": "m2", "title": "M2", "need": {"one_of": "m"}}],
    "fee": [{"title": "Lệ phí", "channel": "online", "amount": 100}, {"title": "Phí", "amount": 7, "quantity": "size(d.con)"}]}]}}"##;

static OFFICE: LazyLock<Office> = LazyLock::new(|| Office::load(&[("a.json", RULEBOOK)]).unwrap());

fn open(form: &str) -> FormSession {
    let request =
        format!(r#"{{"dossier": {{"procedure": "1.000001", "form": {form}}}, "at": "2026-01-08T09:00:00+07:00"}}"#);
    OFFICE.form_session_of(&request, Language::Vi).unwrap()
}

fn act(act: FormAct, pointer: &str) -> FormEdit {
    FormEdit::new(act, pointer)
}

fn typed(pointer: &str, text: &str) -> FormEdit {
    act(FormAct::Type, pointer).text(text)
}

fn set(pointer: &str, value: &str) -> FormEdit {
    FormEdit { value: Some(parse_json(value.as_bytes()).unwrap()), ..act(FormAct::Set, pointer) }
}

fn at(edit: FormEdit, index: u32) -> FormEdit {
    FormEdit { index: Some(index), ..edit }
}

impl FormSession {
    fn field(&self, pointer: &str) -> &FieldState {
        self.view.fields.iter().find(|field| field.pointer == pointer).unwrap_or_else(|| panic!("{pointer}"))
    }

    fn paper(&self, id: &str) -> &PaperState {
        self.view.papers.iter().find(|paper| paper.id.as_str() == id).unwrap()
    }

    fn does(&mut self, edits: &[FormEdit]) -> FormChange {
        self.edit(edits).unwrap()
    }
}

fn codes(field: &FieldState) -> Vec<&str> {
    field.remarks.iter().map(|remark| remark.rule.as_ref().map_or(remark.code.as_str(), |rule| rule.as_str())).collect()
}

#[test]
fn typing_answers_what_has_changed() {
    let mut session = open("{}");
    assert!(session.field("/ten").needed && !session.field("/von").needed);
    assert_eq!(codes(session.field("/ten")), ["required"]);
    assert_eq!(codes(session.field("/noi/xa")), ["required"], "a group that is missing is said of its first field");
    let change = session.does(&[typed("/ten", " Nguyễn ")]);
    let [field] = change.fields.as_slice() else { panic!("{change:?}") };
    assert_eq!((&*field.text, field.needed, field.remarks.len(), field.touched), ("Nguyễn", true, 0, false));
    assert_eq!((change.revision, change.order, change.papers.len()), (1, None, 0));
    assert_eq!(change.summary.unwrap().progress.filled, 1);
    let change = session.does(&[act(FormAct::Blur, "/ten")]);
    assert_eq!((change.fields.len(), change.summary), (1, None));
    assert!(change.fields[0].touched);
    session.does(&[typed("/von", "1.000.000 đ"), typed("/ngay", "13/2/2026")]);
    assert_eq!((&*session.field("/von").text, &*session.field("/ngay").text), ("1.000.000", "13/02/2026"));
    session.does(&[typed("/ngay", "30/02/2026")]);
    assert_eq!((&*session.field("/ngay").text, codes(session.field("/ngay"))), ("30/02/2026", vec!["format"]));
    assert!(!session.verdict().ready);
    assert_eq!(
        session.does(&[act(FormAct::Submit, "")]).fields.iter().filter(|field| field.touched).count(),
        session.view.fields.len() - 1
    );
}

#[test]
fn what_is_cleared_leaves_nothing() {
    let mut session = open(r#"{"ten": " ", "noi": {"xa": ""}, "con": []}"#);
    assert_eq!(session.form_json(), "{}");
    session.does(&[typed("/noi/xa", "A"), typed("/noi/tinh", "B"), typed("/tyLe", "1,5")]);
    assert!(dossier_json(&session).contains(r#""form":{"noi":{"xa":"A","tinh":"B"},"tyLe":1.5},"procedure""#));
    assert!(session.field("/von").needed, "another field asks for it");
    session.does(&[typed("/noi/tinh", ""), typed("/noi/xa", "  "), set("/tyLe", "null")]);
    assert_eq!(session.dossier().form, Value::Map(Map::default()).into());
}

#[test]
fn fields_are_shown_and_needed_by_conditions() {
    let mut session = open("{}");
    assert!(!session.field("/maThue").shown && !session.paper("the").needed);
    session.does(&[set("/coThue", "true")]);
    let field = session.field("/maThue");
    assert!(field.shown && field.needed && session.paper("the").needed);
    session.does(&[typed("/maThue", "1"), set("/coThue", "false")]);
    assert!(session.field("/maThue").shown, "what is filled in is shown");
    session.does(&[act(FormAct::Insert, "/con"), act(FormAct::Insert, "/con"), typed("/con/1/ten", "B")]);
    assert!(!session.field("/con/0/ma").shown && session.field("/con/1/ma").shown && session.field("/con/1/ma").needed);
    session.does(&[typed("/con/1/ma", "1")]);
    assert!(session.field("/con/1/ma").needed, "it stays needed once it is filled in");
    assert_eq!(session.field("/von").waiting.len(), 1, "the sum waits for it");
    session.does(&[changes(r#"{"channel": "online"}"#)]);
    assert!(session.field("/ngay").needed);
}

#[test]
fn items_keep_their_keys() {
    let mut session = open(r#"{"con": [{"ten": "A"}, {"ten": "B"}]}"#);
    let key = |session: &FormSession, pointer: &str| session.field(pointer).key.clone();
    let (first, second) = (key(&session, "/con/0/ten"), key(&session, "/con/1/ten"));
    session.does(&[at(act(FormAct::Insert, "/con"), 0)]);
    assert_eq!((key(&session, "/con/1/ten"), key(&session, "/con/2/ten")), (first.clone(), second.clone()));
    let fresh = key(&session, "/con/0/ten");
    session.does(&[at(act(FormAct::Move, "/con/2"), 0)]);
    assert_eq!(
        ["/con/0/ten", "/con/1/ten", "/con/2/ten"].map(|at| key(&session, at)),
        [second.clone(), fresh.clone(), first.clone()]
    );
    session.does(&[typed("/con/0/nhan/0", "x"), act(FormAct::Insert, "/con/0/nhan")]);
    let inner = key(&session, "/con/0/nhan/0");
    let change = session.does(&[act(FormAct::Remove, "/con/1"), act(FormAct::Move, "/con/0")]);
    assert!(change.order.unwrap().iter().all(|key| !key.starts_with(fresh.trim_end_matches("/ten"))));
    assert_eq!(["/con/0/ten", "/con/1/ten", "/con/1/nhan/0"].map(|at| key(&session, at)), [first, second, inner]);
    session.does(&[act(FormAct::Remove, "/con/0"), act(FormAct::Remove, "/con/0")]);
    assert_eq!(session.field("/con").items.as_deref(), Some(&[][..]));
    assert_eq!(session.dossier().form, Value::Map(Map::default()).into());
}

fn changes(change: &str) -> FormEdit {
    let change = crate::base::shape::read(&parse_json(change.as_bytes()).unwrap()).unwrap();
    FormEdit { change: Some(change), ..act(FormAct::Change, "") }
}

/// The dossier as a host writes it.
fn dossier_json(session: &FormSession) -> String {
    let mut dossier = session.dossier().clone();
    let form = std::mem::replace(&mut dossier.form, Value::Null.into());
    assert_eq!(session.form_json(), crate::base::value::exact_json(&form));
    canonical(&dossier).unwrap().replacen(r#""form":null"#, &format!(r#""form":{}"#, session.form_json()), 1)
}

#[test]
fn papers_channel_data_and_day() {
    let mut session = open(r#"{"coThue": true}"#);
    assert!(session.paper("m1").needed && session.paper("m2").needed);
    let change = session.does(&[changes(r#"{"components": [{"id": "m1"}, {"id": "to-khai"}]}"#)]);
    assert_eq!(change.papers.iter().map(|paper| paper.id.as_str()).collect::<Vec<_>>(), ["to-khai", "m1", "m2"]);
    assert!(session.paper("m1").needed && !session.paper("m2").needed && session.paper("to-khai").remarks.is_empty());
    assert!(session.paper("to-khai").there && !session.paper("m2").there);
    session.does(&[changes(r#"{"data": {"thue": "answered"}}"#)]);
    assert!(session.paper("the").by_data && session.verdict().by_data.len() == 1);
    let change = session
        .does(&[changes(r#"{"components": [{"id": "to-khai"}], "channel": "online"}"#), act(FormAct::Insert, "/con")]);
    assert!(session.paper("m2").needed);
    let summary = change.summary.unwrap();
    assert_eq!(summary.fees.iter().map(|fee| fee.amount).collect::<Vec<_>>(), [Some(100), Some(7)]);
    assert_eq!(summary.channel.as_deref(), Some("online"));
    session.does(&[changes(r#"{"at": "2027-01-08T09:00:00+07:00"}"#)]);
    assert_eq!(session.verdict().at.to_string(), "2027-01-08");
}

#[test]
fn edits_that_make_no_sense_are_refused() {
    let mut session = open(r#"{"con": [{"ten": "A"}]}"#);
    let before = session.state();
    for wrong in [
        typed("/khong", "x"),
        typed("/con/7/ten", "x"),
        act(FormAct::Type, "/ten"),
        act(FormAct::Remove, "/con/1"),
        act(FormAct::Remove, "/ten"),
        act(FormAct::Remove, ""),
        act(FormAct::Insert, "/ten"),
        act(FormAct::Change, ""),
        set("con", "1"),
        typed("/noi", "x"),
        typed("/con", "x"),
    ] {
        assert!(session.edit(std::slice::from_ref(&wrong)).is_err(), "{wrong:?}");
        assert_eq!(session.state(), before, "{wrong:?}");
    }
}

#[test]
fn a_published_slice_promises_as_its_office() {
    let office = Office::shipped("vn.procedures.2.001610").unwrap();
    let published = office.rulebook().publish(&"2.001610".into(), None).unwrap();
    let slice = Slice::load(&published.compiled, None).unwrap();
    let request = r#"{"dossier": {"procedure": "2.001610", "channel": "desk"}, "at": "2026-01-08T09:00:00+07:00"}"#;
    let [whole, part] = [office.form_session_of(request, Language::Vi), slice.form_session_of(request, Language::Vi)]
        .map(Result::unwrap);
    assert_eq!(whole.state_json().unwrap(), part.state_json().unwrap());
    assert_eq!(whole.view.summary.as_ref().unwrap().last_day.unwrap().to_string(), "2026-01-12");
    assert!(!whole.field("/diaChi/huyen").shown && whole.field("/diaChi/xa").needed);
}

/// Edits at places of the form, some of which there are not.
fn edits() -> impl Strategy<Value = FormEdit> {
    let pointer = prop_oneof![
        3 => prop::sample::select(vec!["/ten", "/von", "/tyLe", "/ngay", "/coThue", "/maThue", "/noi/xa", "/noi/tinh"]).prop_map(str::to_owned),
        3 => (0..3u32, prop::sample::select(vec!["ten", "von", "ma", "nhan/0", "nhan/1"])).prop_map(|(at, name)| format!("/con/{at}/{name}")),
        1 => prop::sample::select(vec!["/con", "/con/0", "/con/1", "/con/0/nhan", "/noi", "/khac", "/con/-/ten"]).prop_map(str::to_owned),
    ];
    let text = prop::sample::select(vec!["", " ", "B", "x", "1", "1.000", "1,5", "13/02/2026", "có", "e\u{301}"]);
    let value = prop::sample::select(vec![
        "null",
        "\"\"",
        "\"B\"",
        "1",
        "true",
        "false",
        "1.5",
        "[]",
        "{}",
        "[{\"ten\": \"B\"}, {}, {\"von\": 1}]",
        "{\"xa\": \"\"}",
        "[\"\", \"a\"]",
    ]);
    let list = prop::sample::select(vec!["/con", "/con/0/nhan", "/con/1/nhan"]);
    let item = prop::sample::select(vec!["/con/0", "/con/1", "/con/2", "/con/0/nhan/0"]);
    let paper = prop::sample::select(vec!["to-khai", "the", "m1", "m2", "khac"]);
    prop_oneof![
        6 => (pointer.clone(), text).prop_map(|(pointer, text)| typed(&pointer, text)),
        3 => (pointer.clone(), value).prop_map(|(pointer, value)| set(&pointer, value)),
        1 => pointer.prop_map(|pointer| act(FormAct::Blur, &pointer)),
        2 => (list, prop::option::of(0..3u32)).prop_map(|(list, index)| FormEdit { index, ..act(FormAct::Insert, list) }),
        2 => (item.clone(), any::<bool>(), prop::option::of(0..3u32)).prop_map(|(item, moves, index)| {
            FormEdit { index, ..act(if moves { FormAct::Move } else { FormAct::Remove }, item) }
        }),
        2 => prop_oneof![
            (paper, 0..3usize).prop_map(|(paper, count)| format!(r#"{{"components": [{}]}}"#, vec![format!(r#"{{"id": "{paper}"}}"#); count].join(","))),
            prop::sample::select(vec!["", "online", "desk"]).prop_map(|channel| format!(r#"{{"channel": "{channel}"}}"#)),
            prop::sample::select(vec![r#"{"data": {}}"#, r#"{"data": {"thue": "answered"}}"#, r#"{"data": {"thue": "down"}}"#]).prop_map(str::to_owned),
            prop::sample::select(vec!["2026-01-08T09:00:00+07:00", "2026-05-08T09:00:00+07:00"]).prop_map(|day| format!(r#"{{"at": "{day}"}}"#)),
        ].prop_map(|change| changes(&change)),
        1 => Just(act(FormAct::Submit, "")),
    ]
}

/// A page that knows nothing but the changes.
#[derive(Default)]
struct Page {
    fields: BTreeMap<String, FieldState>,
    order: Vec<String>,
    papers: BTreeMap<String, PaperState>,
    summary: Option<FormSummary>,
}

impl Page {
    fn take(&mut self, change: FormChange) {
        self.fields.extend(change.fields.into_iter().map(|field| (field.key.clone(), field)));
        self.papers.extend(change.papers.into_iter().map(|paper| (paper.id.to_string(), paper)));
        self.order = change.order.unwrap_or_else(|| std::mem::take(&mut self.order));
        self.fields.retain(|key, _| self.order.contains(key));
        self.summary = change.summary.or_else(|| self.summary.take());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// However a dossier came about, the verdict is that of one check, byte for byte; the changes put one after the other
    /// are the state; and a session that is opened with the dossier shows the same.
    #[test]
    fn a_session_ends_as_one_check(edits in prop::collection::vec(prop::collection::vec(edits(), 1..4), 1..25)) {
        let mut session = open("{}");
        let mut page = Page::default();
        page.take(session.state());
        let mut accepted = 0;
        for batch in edits {
            let answer = session.edit(&batch);
            let answered = answer.is_ok();
            if let Ok(change) = answer {
                accepted += 1;
                page.take(change);
                let fields: Vec<&FieldState> = page.order.iter().map(|key| &page.fields[key]).collect();
                prop_assert_eq!(fields, session.view.fields.iter().collect::<Vec<_>>());
                let papers: Vec<PaperState> = session.view.papers.iter().map(|paper| page.papers[paper.id.as_str()].clone()).collect();
                prop_assert_eq!(&papers, &session.view.papers);
                prop_assert_eq!(&page.summary, &session.view.summary);
                let keys: std::collections::BTreeSet<&String> = page.order.iter().collect();
                prop_assert_eq!(keys.len(), page.order.len(), "a key names one field");
            }
            let request = format!(r#"{{"dossier": {}, "at": "{}T09:00:00+07:00"}}"#, dossier_json(&session), session.verdict().at);
            prop_assert_eq!(session.verdict_json().unwrap(), OFFICE.call("check", &request).unwrap());
            let again = OFFICE.form_session_of(&request, Language::Vi).unwrap();
            prop_assert_eq!(dossier_json(&again), dossier_json(&session));
            let plain = |view: &View| -> Vec<FieldState> {
                let bare = |field: &FieldState| FieldState { key: String::new(), items: None, touched: false, ..field.clone() };
                view.fields.iter().map(bare).collect()
            };
            if answered {
                prop_assert_eq!(plain(&again.view), plain(&session.view));
            }
        }
        // Most edits are at places that there are.
        prop_assume!(accepted > 0);
    }
}

#[test]
fn states_have_canonical_bytes() {
    let session = open(r#"{"tyLe": 1.5}"#);
    assert_eq!(canonical(&session.state()).unwrap(), session.state_json().unwrap());
}
