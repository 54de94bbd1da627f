//! A portal that embeds namro, from the rulebook to the work list of an officer: `cargo run --example portal`.
//!
//! The portal owns the database, the login and the clock; namro decides which events are allowed. Everything that one
//! event changes is written in one transaction: the case with its expected sequence number, the event, the work list,
//! the reminders.

mod store;

use namro::case::{Event, Refusal, Who};
use namro::{Code, Instant, Office};
use store::{Outcome, Sqlite, Store};

const RULEBOOK: &str = include_str!("rulebook.yaml");
const NEXT: &str = include_str!("next.yaml");

const STAFF: &str = r#"{
  "people": [
    {"id": "o1", "unit": "vp", "position": "mot-cua", "valid_from": "2025-01-01"},
    {"id": "o7", "unit": "dkkd", "position": "chuyen-vien", "valid_from": "2025-03-01"},
    {"id": "o8", "unit": "dkkd", "position": "chuyen-vien", "valid_from": "2025-03-01"},
    {"id": "o9", "unit": "dkkd", "position": "truong-phong", "valid_from": "2024-06-01"}],
  "delegations": [
    {"giver": "o9", "receiver": "o7", "roles": ["lanh-dao-phong"], "valid_from": "2026-11-01", "valid_to": "2026-11-30", "paper": "12/GUQ"}]}"#;

fn main() -> Outcome<()> {
    story(&mut |line| println!("{line}"))
}

/// The outcome of an event: written or refused.
type Answer = Result<u32, Box<Refusal>>;

/// Applies an event to a case of the store. If another event was written in between, the case is read and the event
/// applied again.
fn handle(store: &mut impl Store, office: &Office, event: &Event) -> Outcome<Answer> {
    loop {
        let case = store.case(event.case_id.as_str())?;
        let expected = case.as_ref().map_or(0, |case| case.seq);
        let next = match office.apply(case.as_ref(), event) {
            Ok(next) => next,
            Err(refusal) => return Ok(Err(refusal)),
        };
        // A repeated event changes nothing, so nothing is written.
        if next.seq == expected || store.write(office, &next, event, expected)? {
            return Ok(Ok(next.seq));
        }
    }
}

/// An event of the example: `2026-11-02T08:00 accept - o1 {…}`.
fn event(line: &str) -> Outcome<Event> {
    let mut parts = line.splitn(5, ' ');
    let mut next = || parts.next().unwrap_or("-");
    let (at, act, step, actor, data) = (next(), next(), next(), next(), next());
    let mut event = serde_json::json!({
        "event_id": line, "case_id": "H26-0042", "at": format!("{at}:00+07:00"), "act": act, "unit": "dkkd",
        "actor": {"id": actor},
    });
    if step != "-" {
        event["step"] = step.into();
    }
    if data != "-" {
        let more: serde_json::Map<String, serde_json::Value> = serde_json::from_str(data)?;
        event.as_object_mut().into_iter().for_each(|event| event.extend(more.clone()));
    }
    Ok(serde_json::from_value(event)?)
}

fn story(say: &mut dyn FnMut(String)) -> Outcome<()> {
    say("1. The rulebook, with the staff table of the host".to_owned());
    let office = Office::load(&[("rulebook.yaml", RULEBOOK)])?.with_staff(STAFF)?;
    say(format!("   {}, {} officers", office.rulebook().title().en, office.staff().officers().len()));
    let mut store = Sqlite::open()?;

    say("2. A dossier comes in; each event is one transaction".to_owned());
    for line in [
        r#"2026-11-02T08:00 accept - o1 {"data": {"procedure": "2.001199"}}"#,
        "2026-11-02T08:05 complete tiep-nhan o1",
        r#"2026-11-02T08:10 assign tham-dinh o9 {"assignee": "o7"}"#,
    ] {
        let seq = written(&mut store, &office, line)?;
        say(format!("   #{seq} {line}"));
    }

    say("3. Two read the same case: the slower one reads again, and is judged by what is there by then".to_owned());
    let stale = store.case("H26-0042")?.ok_or("the case is there")?;
    let late = "2026-11-03T09:01 note - o8";
    let by_late = office.apply(Some(&stale), &event(late)?).map_err(|refusal| refusal.to_string())?;
    written(&mut store, &office, r#"2026-11-03T09:00 complete tham-dinh o7 {"data": {"hopLe": true}}"#)?;
    assert!(!store.write(&office, &by_late, &event(late)?, stale.seq)?, "the row has moved on");
    let seq = written(&mut store, &office, late)?;
    assert_eq!(written(&mut store, &office, late)?, seq, "an event that comes twice is one");
    say(format!("   it became #{seq}; sent once more, it is still #{seq}"));

    say("4. An officer without the right is refused; the answer names who has it".to_owned());
    let before = store.case("H26-0042")?;
    let refusal = handle(&mut store, &office, &event("2026-11-03T10:00 complete ky o7")?)?.err().ok_or("refused")?;
    say(format!("   {}: {}", refusal.code, refusal.text.en));
    say(format!(
        "   it may: {:?}, since {}",
        refusal.held_by,
        refusal.since.map(|day| day.to_string()).unwrap_or_default()
    ));
    assert_eq!((refusal.code, store.case("H26-0042")?), (Code::FourEyes, before));

    say("5. What is on a desk is one query over one index".to_owned());
    written(&mut store, &office, r#"2026-11-03T10:05 assign ky o9 {"assignee": "o9"}"#)?;
    for now in ["2026-11-03T11:00:00+07:00", "2026-11-04T09:00:00+07:00", "2026-11-05T08:00:00+07:00"] {
        let now = Instant::parse(now)?;
        let desk = store.desk("o9", now)?;
        for line in &desk {
            say(format!("   {}: {} {} {}", now.rfc3339(7 * 3600), line.case_id, line.step, line.colour));
        }
        // The library gives the same answer from the case itself.
        let case = store.case("H26-0042")?.ok_or("the case is there")?;
        let who = Who { officer: Some("o9".into()), unit: None };
        let agenda = office.agenda(std::slice::from_ref(&case), &who, now);
        let colours: Vec<&str> = agenda.items.iter().map(|item| item.colour.as_str()).collect();
        assert_eq!(desk.iter().map(|line| line.colour.as_str()).collect::<Vec<_>>(), colours);
    }
    say(format!("   {}", store.plan()?));

    say("6. The outbox was written with the case; a sender empties it, and the colours are renewed when they change"
        .to_owned());
    let noon = Instant::parse("2026-11-04T12:00:00+07:00")?;
    for reminder in store.send(noon)? {
        let at = Instant::from_micros(reminder.at).map(|at| at.rfc3339(7 * 3600)).unwrap_or_default();
        say(format!("   {at}: {} {}", reminder.case_id, reminder.what));
    }
    assert!(store.send(noon)?.is_empty(), "each is sent once");
    assert_eq!(store.woken(noon)?, ["H26-0042"]);
    store.renew(&office, "H26-0042", noon)?;
    assert!(store.woken(noon)?.is_empty(), "nothing to look at before the next change");

    say("7. The rulebook changes while cases are open: those keep the way that they began".to_owned());
    let next = Office::load(&[("next.yaml", NEXT), ("rulebook.yaml", RULEBOOK)])?.with_staff(STAFF)?;
    written(&mut store, &next, "2026-11-06T08:00 complete ky o9")?;
    let other = r#"{"case_id": "H26-0043", "data": {"procedure": "2.001199", "hopLe": true}}"#;
    written(&mut store, &next, &format!("2026-11-06T08:05 accept - o1 {other}"))?;
    for (step, who) in [("tiep-nhan", "o1"), ("tham-dinh", "o8"), ("ky", "o9")] {
        written(&mut store, &next, &format!(r#"2026-11-06T09:00 complete {step} {who} {{"case_id": "H26-0043"}}"#))?;
    }
    for (id, step) in [("H26-0042", "tra"), ("H26-0043", "dong-dau")] {
        let case = store.case(id)?.ok_or("the case is there")?;
        let open: Vec<&str> = case.open_steps.iter().map(|open| open.step.as_str()).collect();
        let day = case.versions.anchored_on.map(|day| day.to_string()).unwrap_or_default();
        say(format!("   {id}, accepted on {day}, goes on at `{}`", open.join(", ")));
        assert_eq!(open, [step]);
        assert_eq!(case.office_hash, Some(next.hash().to_string()), "and says which rulebook judged it last");
    }
    Ok(())
}

/// The sequence number of an event, which must be allowed.
fn written(store: &mut impl Store, office: &Office, line: &str) -> Outcome<u32> {
    Ok(handle(store, office, &event(line)?)?.map_err(|refusal| refusal.to_string())?)
}

#[test]
fn the_story_holds() {
    let mut lines = Vec::new();
    story(&mut |line| lines.push(line)).unwrap_or_else(|fault| panic!("{fault}\n{lines:#?}"));
    assert!(lines.iter().any(|line| line.contains("USING INDEX work_of_officer")), "{lines:#?}");
    assert_eq!(lines.iter().filter(|line| line.ends_with("red") || line.ends_with("yellow")).count(), 2, "{lines:#?}");
}
