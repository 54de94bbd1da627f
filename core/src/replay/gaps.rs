//! What a log does not allow to say, and why.

use super::answer::{NotAssessed, Unassessed};
use super::case_history::CaseHistory;
use super::finding::{FindingKind, Grade};
use super::messages;
use super::profile::Profile;
use crate::base::text::Text;

/// What the cases left open.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Gaps {
    /// The law limits the time for acceptance in some case, and the log does not say when it came in.
    receipts: bool,
    /// Number of cases in which a limit depends on a time of which the log has only the day.
    times: usize,
    /// Number of cases in which a limit depends on data that the log lacks.
    data: usize,
    /// Number of cases whose workflow may or may not have ended.
    ends: usize,
    /// Number of cases of each grade.
    grades: [usize; 4],
    /// Number of cases whose steps could not be compared with the workflow within the number of states allowed.
    pub(super) undecided: usize,
}

impl Gaps {
    pub(super) fn see(&mut self, course: &CaseHistory<'_, '_>) {
        self.receipts |= course.receipt_missing;
        self.times += usize::from(course.time_missing);
        self.data += usize::from(course.data_missing);
        self.ends += usize::from(course.perhaps_finished.is_some());
        if let Some(count) = self.grades.get_mut(course.grade as usize) {
            *count += 1;
        }
    }
}

/// What the log as a whole does not support.
pub(super) fn not_assessed(profile: &Profile, gaps: Gaps) -> Vec<NotAssessed> {
    let grade = profile.grade;
    let kinds = [
        FindingKind::Stuck,
        FindingKind::PingPong,
        FindingKind::Backdated,
        FindingKind::OutOfHours,
        FindingKind::Unassigned,
        FindingKind::SecondSupplement,
    ];
    let needs = kinds.map(|kind| (kind.as_str(), kind.grade()));
    let needs = needs.into_iter().chain([(Unassessed::Charge.as_str(), Grade::Spans)]);
    // What the log records of some cases and not of others.
    let below = |needs: Grade| gaps.grades.iter().take(needs as usize).sum::<usize>();
    let by_case = [FindingKind::Stuck, FindingKind::PingPong, FindingKind::Unassigned]
        .map(|kind| (kind.as_str(), kind.grade()))
        .into_iter()
        .filter(|(_, needs)| grade >= *needs && below(*needs) > 0)
        .filter(|(of, _)| *of != FindingKind::Unassigned.as_str() || profile.has_assignments)
        .map(|(of, needs)| {
            let message =
                if needs == Grade::Full { messages::CASES_UNASSIGNED } else { messages::CASES_WITHOUT_EVENTS };
            let text = message.fill(&[("count", Text::same(below(needs).to_string()))]);
            NotAssessed { of: of.to_owned(), needs, text }
        });
    let by_grade = needs.filter(|(_, needs)| grade < *needs).map(|(of, needs)| {
        let message = match needs {
            Grade::Header | Grade::Completions => messages::NO_EVENTS,
            Grade::Spans => messages::NO_STARTS,
            Grade::Full => messages::NO_ASSIGNMENTS,
        };
        NotAssessed { of: of.to_owned(), needs, text: message.text() }
    });
    let headers = [
        (profile.has_dues, FindingKind::Late, messages::NO_DUES),
        (profile.has_responsible, FindingKind::NoLead, messages::NO_RESPONSIBLE),
        (!gaps.receipts, FindingKind::LateTakeUp, messages::NO_RECEIPTS),
    ];
    let by_header = headers.into_iter().filter(|(has, ..)| !has).map(|(_, of, message)| NotAssessed {
        of: of.to_string(),
        needs: Grade::Header,
        text: message.text(),
    });
    let of_acts = [
        (profile.has_assignments || grade < Grade::Full, FindingKind::Unassigned, messages::NOBODY_ASSIGNED),
        (profile.shows_standstill() || grade < Grade::Completions, FindingKind::Stuck, messages::NO_ENDS),
    ];
    let of_acts = of_acts.into_iter().filter(|(has, ..)| !has).map(|(_, of, message)| NotAssessed {
        of: of.to_string(),
        needs: of.grade(),
        text: message.text(),
    });
    let of_cases = [
        (gaps.times, FindingKind::Late.as_str(), Grade::Header, messages::TIMES_MISSING),
        (gaps.data, FindingKind::Late.as_str(), Grade::Header, messages::DATA_MISSING),
        (gaps.ends, Unassessed::Finished.as_str(), Grade::Full, messages::ENDS_UNCLEAR),
        (gaps.undecided, Unassessed::Conformance.as_str(), Grade::Completions, messages::CONFORMANCE_UNDECIDED),
    ];
    let of_cases = of_cases.into_iter().filter(|(count, ..)| *count > 0).map(|(count, of, needs, message)| {
        let text = message.fill(&[("count", Text::same(count.to_string()))]);
        NotAssessed { of: of.to_owned(), needs, text }
    });
    by_grade.chain(by_case).chain(by_header).chain(of_acts).chain(of_cases).collect()
}
