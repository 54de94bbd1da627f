//! Simple counts, each with its definition, so that another tool can reproduce them.

use super::answer::Count;
use super::case_history::{CaseHistory, State};
use crate::base::shape::Term;
use crate::case::ActorKind;
use crate::log::Symbol;
use foldhash::fast::RandomState;
use std::collections::HashSet;

/// What is counted of a log, by its definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum CountId {
    /// Cases that had begun.
    #[term("cases", vi = "vụ việc đã bắt đầu", en = "cases that had begun")]
    Cases,
    /// Cases that had not begun.
    #[term("not_begun", vi = "vụ việc chưa bắt đầu", en = "cases that had not begun")]
    NotBegun,
    /// Events of those cases.
    #[term("events", vi = "sự kiện của các vụ việc ấy", en = "events of those cases")]
    Events,
    /// Open cases.
    #[term("open", vi = "đang xử lý", en = "open")]
    Open,
    /// Suspended cases.
    #[term("suspended", vi = "đang tạm dừng", en = "suspended")]
    Suspended,
    /// Finished cases of which the result is not yet given out.
    #[term("finished", vi = "đã có kết quả, chưa trả", en = "finished, the result not yet given out")]
    Finished,
    /// Finished cases of which the result is given out.
    #[term("returned", vi = "đã trả kết quả", en = "finished, the result given out")]
    Returned,
    /// Cases stopped without a result.
    #[term("stopped", vi = "đã dừng, không có kết quả", en = "stopped without a result")]
    Stopped,
    /// Different names that acted, those that are no person included.
    #[term(
        "resources",
        vi = "tên khác nhau ở cột người thực hiện, gồm cả tài khoản không phải người",
        en = "different names that acted, those that are no person included"
    )]
    Resources,
    /// Different persons that acted.
    #[term("persons", vi = "người khác nhau đã thực hiện", en = "different persons that acted")]
    Persons,
    /// Different steps, or acts where an event names no step.
    #[term(
        "activities",
        vi = "bước khác nhau (không có bước thì tính thao tác)",
        en = "different steps (acts, where an event names no step)"
    )]
    Activities,
    /// Different sequences of steps.
    #[term(
        "variants",
        vi = "chuỗi bước khác nhau, theo thứ tự sự kiện; vụ việc chưa có sự kiện không tính",
        en = "different sequences of steps, in the order of events; no event is no sequence"
    )]
    Variants,
    /// Pairs of neighbouring events with two different actors.
    #[term(
        "handovers",
        vi = "cặp sự kiện liền nhau trong một vụ việc, cả hai có người thực hiện và khác nhau",
        en = "pairs of events next to each other in a case that both name an actor, and not the same one"
    )]
    Handovers,
    /// The same, where both actors are persons.
    #[term(
        "handovers_of_persons",
        vi = "như trên, khi cả hai đều là người",
        en = "the same, where both actors are persons"
    )]
    HandoversOfPersons,
    /// Changes of person, events not done by a person left out.
    #[term(
        "handovers_between_persons",
        vi = "đổi người sau khi bỏ qua các sự kiện không do người thực hiện",
        en = "changes of person after events not done by a person are left out"
    )]
    HandoversBetweenPersons,
    /// Times that work came back to a person by way of one other.
    #[term(
        "returns",
        vi = "lần công việc về lại người trước đó qua đúng một người khác (A, B, A), bỏ qua sự kiện không do người",
        en = "times that work came back to a person by way of one other (A, B, A), events not done by a person left out"
    )]
    Returns,
}

/// Names that were seen, each counted once.
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

    pub(super) fn see(&mut self, course: &CaseHistory<'_, '_>) {
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
        let count = |id| match id {
            CountId::Cases => self.cases,
            CountId::NotBegun => self.not_begun,
            CountId::Events => self.events,
            CountId::Open => open,
            CountId::Suspended => suspended,
            CountId::Finished => finished,
            CountId::Returned => returned,
            CountId::Stopped => stopped,
            CountId::Resources => self.resources.count,
            CountId::Persons => self.persons.count,
            CountId::Activities => self.activities.count,
            CountId::Variants => size(self.variants.len()),
            CountId::Handovers => self.handovers,
            CountId::HandoversOfPersons => self.handovers_of_persons,
            CountId::HandoversBetweenPersons => self.handovers_between_persons,
            CountId::Returns => self.returns,
        };
        CountId::ALL.iter().map(|(_, id)| Count { id: *id, text: id.words(), count: count(*id) }).collect()
    }
}
