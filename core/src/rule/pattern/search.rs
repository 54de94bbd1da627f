//! Runs on a set of states, so that no pattern can make it slow.

use super::states::State;

/// All states at once, character by character: no pattern can make it slow.
pub(super) fn search(states: &[State], text: &str) -> bool {
    let mut now = Set::new(states.len());
    let mut next = Set::new(states.len());
    let mut chars = text.chars();
    let mut before = None;
    loop {
        let here = chars.next();
        // A match may begin at each character.
        if now.follow(states, 0, before, here) {
            return true;
        }
        let Some(char) = here else { return false };
        next.clear();
        let after = chars.clone().next();
        for &at in &now.order {
            if let Some(State::Class(class)) = states.get(at)
                && class.contains(char)
                && next.follow(states, at + 1, here, after)
            {
                return true;
            }
        }
        std::mem::swap(&mut now, &mut next);
        before = here;
    }
}

struct Set {
    order: Vec<usize>,
    member: Vec<bool>,
    stack: Vec<usize>,
}

impl Set {
    fn new(size: usize) -> Self {
        Self { order: Vec::with_capacity(size), member: vec![false; size], stack: Vec::new() }
    }

    fn clear(&mut self) {
        for at in self.order.drain(..) {
            if let Some(member) = self.member.get_mut(at) {
                *member = false;
            }
        }
    }

    /// Adds a state and all that it leads to without a character; whether a match is found.
    fn follow(&mut self, states: &[State], at: usize, before: Option<char>, after: Option<char>) -> bool {
        let word = |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphanumeric() || char == '_');
        self.stack.push(at);
        while let Some(at) = self.stack.pop() {
            match self.member.get_mut(at) {
                Some(member) if !*member => *member = true,
                _ => continue,
            }
            self.order.push(at);
            match states.get(at) {
                Some(State::Found) => return true,
                Some(State::Jump(to)) => self.stack.push(*to),
                Some(State::Split(a, b)) => self.stack.extend([*b, *a]),
                Some(State::Start) if before.is_none() => self.stack.push(at + 1),
                Some(State::End) if after.is_none() => self.stack.push(at + 1),
                Some(State::Boundary(wanted)) if (word(before) != word(after)) == *wanted => self.stack.push(at + 1),
                _ => {}
            }
        }
        false
    }
}
