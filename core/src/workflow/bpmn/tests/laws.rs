//! Law: whatever is written and read again has the same meaning.

use super::valid_tests::invalid;
use super::{read, write};
use crate::base::error::Code;
use crate::base::ids::{RoleId, StepId};
use crate::base::shape::{Located, OneOrMany};
use crate::base::source::InForce;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::base::value::{Node, Value};
use crate::deadline::Budget;
use crate::people::Organisation;
use crate::workflow::soundness_tests::{blocks, written};
use crate::workflow::{AssumeSound, RouteSpec, Silence, StepClock, StepSpec, WaitsFor, Workflow, WorkflowSpec};
use proptest::prelude::*;

const WORDS: [&str; 8] = [
    "",
    "Thẩm định",
    "Ký & phát hành",
    "a < b \"c\" 'd'",
    "thủ tục số 1.001193",
    "giấy\nhai dòng",
    "ý kiến «mật»",
    "x y",
];
const BUDGETS: [&str; 4] = ["2 giờ làm việc", "0,5 ngày làm việc", "1 ngày làm việc", "90 phút làm việc"];

/// The attributes of a step; each number selects one.
type Choices = (usize, usize, usize, usize, usize, u32);

fn located<T>(value: T) -> Located<T> {
    Located { value, place: crate::Place::default() }
}

fn decorate(step: &mut StepSpec, others: &[StepId], (title, note, budget, waits, route, bits): Choices) {
    let flag = |bit: u32| bits >> bit & 1 == 1;
    let word = |index: usize| Some(WORDS[index]).filter(|word| !word.is_empty());
    step.title = word(title).map(|vi| Text::new(vi, if flag(0) { "English" } else { vi }));
    step.note = word(note).map(str::to_owned);
    step.budget = BUDGETS.get(budget).map(|text| Budget::parse(text).unwrap());
    let whom = [WaitsFor::Citizen, WaitsFor::Agency, WaitsFor::System];
    step.waits_for = whom.get(waits).copied();
    step.role = flag(1).then(|| located(RoleId::from("lãnh đạo & phó")));
    step.cooperating = if flag(2) { vec![located("a b".into()), located("c".into())] } else { Vec::new() };
    step.informed = if flag(3) { vec![located("<d>".into())] } else { Vec::new() };
    step.unit = flag(4).then(|| located("phòng 1".into()));
    step.clock = [StepClock::Run, StepClock::Suspend, StepClock::Restart][(bits >> 5 & 3) as usize % 3];
    step.supplement = flag(7).then(|| flag(8));
    step.on_silence = flag(9).then(|| if flag(10) { Silence::Agree } else { Silence::Refuse });
    let outside = matches!(step.waits_for, Some(WaitsFor::Citizen | WaitsFor::Agency)) && step.role.is_none();
    step.ended_by = (outside && flag(13)).then(|| located("c".into()));
    step.product = flag(11).then(|| "giấy chứng nhận".to_owned());
    step.outcomes = if flag(12) { vec!["đồng ý".to_owned(), "từ chối".to_owned()] } else { Vec::new() };
    step.not_by = OneOrMany(others.iter().take(route).cloned().map(located).collect());
    let when = |text: &str| Some(located(Node::from(Value::Text(text.into()))));
    let routes = [
        RouteSpec { when: when("d.x < 3 && d.y == \"ngân sách\""), unit: Some(located("u".into())), officer: None },
        RouteSpec { when: when("has(d.z)"), unit: None, officer: Some("o17".into()) },
        RouteSpec { when: None, unit: Some(located("v".into())), officer: Some("o18".into()) },
    ];
    step.route = routes.into_iter().take(route).collect();
}

fn draft(spec: WorkflowSpec) -> Workflow {
    Workflow::draft("quy trình".into(), spec, &Organisation::default()).unwrap_or_else(|faults| panic!("{faults}"))
}

proptest! {
    #![proptest_config(crate::testing::cases(96))]

    #[test]
    fn what_is_written_and_read_again_is_the_same(
        block in blocks(),
        choices in prop::collection::vec((0..8usize, 0..8usize, 0..5usize, 0..5usize, 0..4usize, any::<u32>()), 60),
        dated in any::<bool>(),
    ) {
        let (mut spec, _) = written(&block, None);
        let ids: Vec<StepId> = spec.steps.keys().cloned().collect();
        for (step, choice) in spec.steps.values_mut().zip(choices.iter().cycle()) {
            decorate(&mut step.value, &ids, *choice);
        }
        spec.title = Some(Text::new("Cấp giấy \"A\"", "Licence"));
        if dated {
            spec.in_force = InForce { from: Date::from_ymd(2025, 7, 1), to: Date::from_ymd(2027, 12, 31) };
            spec.assume_sound = Some(AssumeSound { reason: "đã kiểm tra tay".to_owned() });
        }
        let workflow = draft(spec);
        let xml = write(&workflow);
        prop_assert_eq!(invalid(&xml), Vec::<String>::new(), "{}", xml);
        let import = read(&xml).unwrap_or_else(|faults| panic!("{faults}\n{xml}"));
        prop_assert!(import.remarks.is_empty(), "{:?}\n{}", import.remarks, xml);
        let (id, spec) = import.workflows.into_iter().next().unwrap();
        prop_assert_eq!(&id, workflow.id());
        let again = draft(spec);
        prop_assert_eq!(format!("{:#?}", again.steps()), format!("{:#?}", workflow.steps()), "{}", xml);
        prop_assert_eq!(again.start(), workflow.start());
        prop_assert_eq!(again.title(), workflow.title());
        prop_assert_eq!(again.in_force, workflow.in_force);
        prop_assert_eq!(again.assumed_sound(), workflow.assumed_sound());
        prop_assert_eq!(again.soundness(), workflow.soundness());
        prop_assert_eq!(write(&again), xml);
    }
}

#[test]
fn a_route_that_cannot_be_read_is_reported() {
    let text = r#"<definitions><process id="p"><userTask id="a"><extensionElements>
<namro:route unit="u">d.x ==</namro:route></extensionElements></userTask></process></definitions>"#;
    let faults = read(text).unwrap_err();
    assert_eq!(faults.iter().map(|fault| fault.place().line).collect::<Vec<_>>(), [Some(2)]);
    assert_ne!(faults.iter().next().unwrap().code(), Code::OutsideBpmn);
}
