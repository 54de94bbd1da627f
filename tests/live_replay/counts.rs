//! How often each act was accepted and refused in each state.

use super::effects::EFFECTS;
use namro::case::CaseState;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Mutex;

const STATES: [CaseState; 6] = [
    CaseState::Received,
    CaseState::Processing,
    CaseState::Suspended,
    CaseState::Finished,
    CaseState::Delivered,
    CaseState::Stopped,
];

/// In which states an act can be accepted: received, processing, suspended, finished, delivered, stopped.
const POSSIBLE: [(&str, [bool; 6]); 25] = {
    const T: bool = true;
    const F: bool = false;
    [
        ("receive", [F, F, F, F, F, F]),
        ("accept", [T, F, F, F, F, F]),
        ("assign", [T, T, T, T, T, F]),
        ("claim", [T, T, T, T, T, F]),
        ("start", [T, T, T, T, T, F]),
        ("suspend", [T, T, T, F, F, F]),
        ("resume", [F, F, T, F, F, F]),
        ("restart", [F, T, T, F, F, F]),
        ("extend", [F, T, T, F, F, F]),
        ("complete", [T, T, T, T, T, F]),
        ("forward", [T, T, T, T, T, F]),
        ("return", [T, T, T, T, T, F]),
        ("sign", [T, T, F, F, F, F]),
        ("issue", [T, T, F, F, F, F]),
        ("hand_over", [F, T, F, F, F, F]),
        ("deliver", [F, T, F, T, F, F]),
        ("stop", [T, T, T, F, F, F]),
        ("apologise", [F, T, T, T, F, F]),
        ("rate", [F, F, F, T, T, T]),
        ("inspect", [T, T, T, T, T, T]),
        ("dispute", [T, T, T, T, T, T]),
        ("decide", [T, T, T, T, T, T]),
        ("recall", [T, T, T, T, T, F]),
        ("reopen", [F, F, F, T, T, T]),
        ("note", [T, T, T, T, T, T]),
    ]
};

/// The counts of one run, by act and state.
#[derive(Default)]
pub struct Counts(Mutex<BTreeMap<(usize, usize), (u32, u32)>>);

impl Counts {
    pub fn see(&self, act: &str, state: CaseState, accepted: bool) {
        let act = EFFECTS.iter().position(|effect| *effect == act).expect("an effect");
        let state = STATES.iter().position(|one| *one == state).expect("a state");
        let mut counts = self.0.lock().unwrap();
        let count = counts.entry((act, state)).or_default();
        if accepted { count.0 += 1 } else { count.1 += 1 }
    }

    fn of(&self, act: usize, state: usize) -> (u32, u32) {
        self.0.lock().unwrap().get(&(act, state)).copied().unwrap_or_default()
    }

    /// What is impossible was never accepted; and there was enough of everything, for so many courses: of each pair in a
    /// long run, of each act in a short one.
    pub fn check(&self, courses: u32) {
        let long = courses >= 24_000;
        for (act, (name, possible)) in POSSIBLE.iter().enumerate() {
            assert_eq!(*name, EFFECTS[act]);
            let mut sum = 0;
            for (state, possible) in possible.iter().enumerate() {
                let (accepted, refused) = self.of(act, state);
                sum += accepted + refused;
                if *possible {
                    assert!(!long || accepted >= 1_000, "`{name}` in {}: {accepted} accepted", STATES[state]);
                } else {
                    assert_eq!(accepted, 0, "`{name}` in {} was accepted", STATES[state]);
                    assert!(!long || refused >= 1_000, "`{name}` in {}: {refused} refused", STATES[state]);
                }
            }
            let accepted: u32 = (0..STATES.len()).map(|state| self.of(act, state).0).sum();
            assert!(sum >= courses, "`{name}` was tried {sum} times");
            assert!(accepted >= courses / 12 || *name == "receive", "`{name}` was accepted {accepted} times");
        }
        let counts = self.0.lock().unwrap();
        let accepted: u32 = counts.values().map(|(accepted, _)| accepted).sum();
        assert!(accepted >= courses * 8, "{accepted} acts accepted in {courses} courses");
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:<10}", "")?;
        for state in STATES {
            write!(out, " {:>15}", state.to_string())?;
        }
        writeln!(out, "   (accepted/refused)")?;
        for (act, name) in EFFECTS.iter().enumerate() {
            write!(out, "{name:<10}")?;
            for state in 0..STATES.len() {
                let (accepted, refused) = self.of(act, state);
                write!(out, " {:>15}", format!("{accepted}/{refused}"))?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}
