//! Simple counts, each with its definition, so that another tool can reproduce them.

use super::answer::Count;
use super::case_history::{CaseHistory, State};
use crate::base::text::Text;
use crate::case::ActorKind;
use crate::log::Symbol;
use foldhash::fast::RandomState;
use std::collections::HashSet;

/// The names seen so far, with their number.
#[derive(Default)]
struct Seen {
    marks: Vec<bool>,
    count: i64,
}

impl Seen {
    fn insert(&mut self, name: Symbol) {
        if self.marks.len() <= name.index() {
            self.marks.resize(name.index() + 1, false);
        }
        if let Some(mark) = self.marks.get_mut(name.index()).filter(|mark| !**mark) {
            *mark = true;
            self.count += 1;
        }
    }
}

/// Counts over cases.
#[derive(Default)]
pub(super) struct Counts {
    cases: i64,
    not_begun: i64,
    events: i64,
    states: [i64; 5],
    resources: Seen,
    persons: Seen,
    activities: Seen,
    variants: HashSet<Vec<Symbol>, RandomState>,
    /// The steps of the present case, in reused memory.
    trace: Vec<Symbol>,
    handovers: i64,
    handovers_of_persons: i64,
    handovers_between_persons: i64,
    returns: i64,
}

impl Counts {
    /// Counts a case that had not begun.
    pub(super) fn skip(&mut self) {
        self.not_begun += 1;
    }

    pub(super) fn see(&mut self, course: &CaseHistory<'_>) {
        self.cases += 1;
        self.events += i64::try_from(course.events.len()).unwrap_or(i64::MAX);
        let state = match course.state {
            State::Open => 0,
            State::Suspended => 1,
            State::Finished => 2,
            State::Returned => 3,
            State::Stopped => 4,
        };
        if let Some(count) = self.states.get_mut(state) {
            *count += 1;
        }
        self.trace.clear();
        let (mut before, mut person_before, mut squeezed) = (None, None, [None; 2]);
        for event in course.events {
            let activity = event.step.unwrap_or(event.act);
            self.activities.insert(activity);
            self.trace.push(activity);
            let person = event.actor.filter(|_| event.actor_kind == ActorKind::Person);
            event.actor.into_iter().for_each(|actor| self.resources.insert(actor));
            person.into_iter().for_each(|person| self.persons.insert(person));
            if let (Some((a, a_person)), Some(b)) = (before, event.actor)
                && a != b
            {
                self.handovers += 1;
                self.handovers_of_persons += i64::from(a_person && person.is_some());
            }
            before = event.actor.map(|actor| (actor, person.is_some()));
            if person.is_some() && person != person_before {
                self.handovers_between_persons += i64::from(person_before.is_some());
                self.returns += i64::from(squeezed == [person, person_before] && person_before.is_some());
                squeezed = [person_before, person];
                person_before = person;
            }
        }
        if !self.trace.is_empty() && !self.variants.contains(&self.trace) {
            self.variants.insert(self.trace.clone());
        }
    }

    pub(super) fn into_list(self) -> Vec<Count> {
        let size = |len: usize| i64::try_from(len).unwrap_or(i64::MAX);
        let [open, suspended, finished, returned, stopped] = self.states;
        let counts = [
            ("cases", self.cases, "vụ việc đã bắt đầu", "cases that had begun"),
            ("not_begun", self.not_begun, "vụ việc chưa bắt đầu", "cases that had not begun"),
            ("events", self.events, "sự kiện của các vụ việc ấy", "events of those cases"),
            ("open", open, "đang xử lý", "open"),
            ("suspended", suspended, "đang tạm dừng", "suspended"),
            ("finished", finished, "đã có kết quả, chưa trả", "finished, the result not yet given out"),
            ("returned", returned, "đã trả kết quả", "finished, the result given out"),
            ("stopped", stopped, "đã dừng, không có kết quả", "stopped without a result"),
            (
                "resources",
                self.resources.count,
                "tên khác nhau ở cột người thực hiện, gồm cả tài khoản không phải người",
                "different names that acted, those that are no person included",
            ),
            ("persons", self.persons.count, "người khác nhau đã thực hiện", "different persons that acted"),
            (
                "activities",
                self.activities.count,
                "bước khác nhau (không có bước thì tính thao tác)",
                "different steps (acts, where an event names no step)",
            ),
            (
                "variants",
                size(self.variants.len()),
                "chuỗi bước khác nhau, theo thứ tự sự kiện; vụ việc chưa có sự kiện không tính",
                "different sequences of steps, in the order of events; no event is no sequence",
            ),
            (
                "handovers",
                self.handovers,
                "cặp sự kiện liền nhau trong một vụ việc, cả hai có người thực hiện và khác nhau",
                "pairs of events next to each other in a case that both name an actor, and not the same one",
            ),
            (
                "handovers_of_persons",
                self.handovers_of_persons,
                "như trên, khi cả hai đều là người",
                "the same, where both actors are persons",
            ),
            (
                "handovers_between_persons",
                self.handovers_between_persons,
                "đổi người sau khi bỏ qua các sự kiện không do người thực hiện",
                "changes of person after events not done by a person are left out",
            ),
            (
                "returns",
                self.returns,
                "lần công việc về lại người trước đó qua đúng một người khác (A, B, A), bỏ qua sự kiện không do người",
                "times that work came back to a person by way of one other (A, B, A), events not done by a person left out",
            ),
        ];
        counts
            .into_iter()
            .map(|(id, count, vi, en)| Count { id: id.to_owned(), text: Text::new(vi, en), count })
            .collect()
    }
}
