//! The faults of the demo month, planted in known numbers, so that a replay can be checked against them.

use super::random::Random;

/// The fault of one case. Each case has at most one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plant {
    /// Finished after the committed due, but by the statutory one.
    Late,
    /// Finished after the statutory due as well.
    LateByLaw,
    /// Accepted and never finished; overdue when the month ends.
    Stuck,
    /// Directed to a division and assigned to nobody; overdue when the month ends.
    Unassigned,
    /// A step of the workflow was left out.
    Skipped,
    /// Passed back and forth between two officers, four times.
    PingPong,
    /// Entered days after it is said to have happened.
    Backdated,
    /// Completed in the evening.
    OutOfHours,
    /// Approved between two and three in the morning.
    Night,
    /// Signed by the officer who appraised it.
    SelfApproved,
}

/// The number of cases of one kind, and the faults planted among them.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Number of cases.
    pub cases: usize,
    /// Late by the committed limit only.
    pub late: usize,
    /// Late by law as well.
    pub late_by_law: usize,
    /// Stuck with an officer.
    pub stuck: usize,
    /// Assigned to nobody.
    pub unassigned: usize,
    /// A step left out.
    pub skipped: usize,
    /// Passed back and forth.
    pub ping_pong: usize,
    /// Entered days later.
    pub backdated: usize,
    /// Completed in the evening.
    pub out_of_hours: usize,
    /// Approved at two in the morning.
    pub night: usize,
    /// Signed by the officer who appraised it.
    pub self_approved: usize,
}

/// Documents that come in.
pub const INCOMING: Kind = Kind {
    cases: 24_000,
    late: 612,
    late_by_law: 0,
    stuck: 57,
    unassigned: 43,
    skipped: 0,
    ping_pong: 64,
    backdated: 38,
    out_of_hours: 240,
    night: 0,
    self_approved: 0,
};

/// Documents that go out.
pub const OUTGOING: Kind = Kind {
    cases: 16_000,
    late: 286,
    late_by_law: 0,
    stuck: 22,
    unassigned: 0,
    skipped: 35,
    ping_pong: 0,
    backdated: 0,
    out_of_hours: 120,
    night: 46,
    self_approved: 0,
};

/// Enterprise registrations: 13,690 in the 121 working days of January to June 2019 are 113 a day, here cut to the
/// size of a month's 2,400.
pub const DOSSIERS: Kind = Kind {
    cases: 2_400,
    late: 74,
    late_by_law: 31,
    stuck: 17,
    unassigned: 0,
    skipped: 12,
    ping_pong: 9,
    backdated: 11,
    out_of_hours: 25,
    night: 14,
    self_approved: 5,
};

impl Kind {
    fn plants(&self) -> [(Plant, usize); 10] {
        [
            (Plant::Late, self.late),
            (Plant::LateByLaw, self.late_by_law),
            (Plant::Stuck, self.stuck),
            (Plant::Unassigned, self.unassigned),
            (Plant::Skipped, self.skipped),
            (Plant::PingPong, self.ping_pong),
            (Plant::Backdated, self.backdated),
            (Plant::OutOfHours, self.out_of_hours),
            (Plant::Night, self.night),
            (Plant::SelfApproved, self.self_approved),
        ]
    }

    /// The fault of each case, if any. Only cases of the first half of the month have one, since its effect must show
    /// before the month ends.
    pub(crate) fn plan(&self, random: &mut Random) -> Vec<Option<Plant>> {
        let mut plan = vec![None; self.cases];
        let plants = self.plants().into_iter().flat_map(|(plant, count)| std::iter::repeat_n(plant, count));
        for (case, plant) in random.order(self.cases / 2).into_iter().zip(plants) {
            plan[case] = Some(plant);
        }
        plan
    }
}
