//! Laws: whatever events are tried, a case never reaches a state that the rules forbid, and a refusal changes nothing.

use super::tests::{TestOffice, event, office, parse};
use super::*;
use crate::base::canon::canonical;
use crate::workflow::Workflow;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// One office for all tries: compiling its calendar takes longer than a whole try.
static OFFICE: LazyLock<TestOffice> = LazyLock::new(office);

const ACTS: [&str; 22] = [
    "complete tiep-nhan",
    "complete tham-dinh",
    "complete y-kien",
    "complete bo-sung",
    "complete ky",
    "complete tra",
    "start tham-dinh",
    "start ky",
    "claim tham-dinh",
    "assign tham-dinh",
    "assign ky",
    "forward tham-dinh",
    "return ky",
    "return tham-dinh",
    "recall tham-dinh",
    "recall tiep-nhan",
    "accept -",
    "suspend -",
    "resume -",
    "stop -",
    "reopen tham-dinh",
    "deliver tra",
];
const ACTORS: [&str; 8] = ["mc", "cv1", "cv2", "cv9", "gd", "pgd", "citizen", "system"];
const DATA: [&str; 4] =
    [r#""hopLe": true, "outcome": "dong-y""#, r#""hopLe": false"#, r#""canYKien": true"#, r#""outcome": "tu-choi""#];

fn holds(case: &Case, workflow: &Workflow) -> Result<(), TestCaseError> {
    let open: BTreeSet<_> = case.open_steps.iter().map(|open| open.step.clone()).collect();
    let marking = workflow.marking(&case.tokens).unwrap();
    let enabled: BTreeSet<_> =
        workflow.enabled(&marking).into_iter().map(|step| workflow.steps()[step].id.clone()).collect();
    prop_assert_eq!(&open, &enabled, "open steps are those that the tokens open");
    prop_assert!(case.holders.iter().all(|holder| open.contains(&holder.step)));
    for step in &open {
        let leads =
            case.holders.iter().filter(|holder| holder.step == *step && holder.involvement == Involvement::Lead);
        prop_assert!(leads.count() <= 1);
    }
    prop_assert!(case.supplements <= 1);
    let hands = |name: &str| -> BTreeSet<_> {
        let done = case.done.iter().filter(|done| done.step.as_str() == name && !done.undone);
        done.flat_map(|done| done.officer.iter().chain(&done.principal)).cloned().collect()
    };
    prop_assert!(hands("ky").is_disjoint(&hands("tham-dinh")), "four eyes");
    prop_assert_eq!(case.state == CaseState::Stopped, case.stopped.is_some());
    prop_assert!(case.delivered.is_none() || case.finished.is_some());
    prop_assert_eq!(usize::try_from(case.seq).unwrap(), case.events.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_sequence_of_events_leads_where_the_rules_forbid(
        tries in prop::collection::vec((0..ACTS.len(), 0..ACTORS.len(), 0..DATA.len(), 0..5usize), 1..60),
    ) {
        let office = &*OFFICE;
        let workflow = office.workflow(&"thanh-lap".into(), crate::base::time::Date::MIN).unwrap();
        let first = event(r#"02T08:00 receive - mc "data": {"procedure": "2.001199"}"#);
        let mut case = apply(office, None, &first).unwrap();
        for (number, (act, actor, data, assignee)) in tries.into_iter().enumerate() {
            let (day, hour, minute) = (2 + number / 16, 9 + number % 8, number % 60);
            let line = format!(
                r#"{day:02}T{hour:02}:{minute:02} {} {} "assignee": "{}", "data": {{"reason": "thử", {}}}"#,
                ACTS[act], ACTORS[actor], ACTORS[assignee], DATA[data],
            );
            let event = event(&line);
            let stored: Case = parse(&canonical(&case).unwrap());
            let outcome = apply(office, Some(&case), &event);
            let again = apply(office, Some(&stored), &event);
            prop_assert_eq!(outcome.is_ok(), again.is_ok(), "what was stored is judged alike: {}", line);
            match outcome {
                Ok(next) => {
                    prop_assert_eq!(next.seq, case.seq + 1);
                    holds(&next, workflow)?;
                    prop_assert_eq!(canonical(&again.unwrap()).unwrap(), canonical(&next).unwrap());
                    prop_assert_eq!(&apply(office, Some(&next), &event).unwrap(), &next);
                    case = next;
                }
                Err(refusal) => {
                    prop_assert_eq!(&refusal, &again.unwrap_err());
                    prop_assert_eq!(canonical(&stored).unwrap(), canonical(&case).unwrap());
                    prop_assert!(!refusal.text.vi.contains('{') && !refusal.text.en.contains('{'), "{:?}", refusal);
                }
            }
        }
    }
}
