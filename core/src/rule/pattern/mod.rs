//! Patterns of texts, in time linear in the text.
//!
//! The dialect is the part of ECMAScript's that means the same everywhere: `\d` is ASCII, `$` is the end of the text
//! (not before a last newline), a character is a code point. Look-around and back-references are refused when the
//! pattern is read. Simple patterns of classes and counts (`^\d{10}(-\d{3})?$` is not one, `^\d{12}$` is) run without
//! any search; the rest runs on a set of states.

mod class;
mod parse;

use self::class::Class;
use self::parse::{Piece, parse};
use crate::base::error::Error;
use crate::base::packed::Packed;

/// No pattern has more states once its counts are written out.
pub(super) const MAX_STATES: usize = 2_000;

/// A pattern, ready to run.
#[derive(Clone, Debug, Packed)]
pub(crate) struct Pattern {
    text: Box<str>,
    program: Program,
}

#[derive(Clone, Debug, Packed)]
enum Program {
    /// Classes with counts, from the start of the text; to its end as well, if `to_end`.
    Simple { parts: Vec<(Class, u32, u32)>, to_end: bool },
    /// States of a search.
    States(Vec<State>),
}

/// One state of a search.
#[derive(Clone, Debug, Packed)]
enum State {
    Class(Class),
    Split(usize, usize),
    Jump(usize),
    Start,
    End,
    Boundary(bool),
    Found,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// [`crate::base::error::Code::BadPattern`] when it is malformed, or uses what is not supported;
    /// [`crate::base::error::Code::TooLarge`] when its counts multiply beyond [`MAX_STATES`].
    pub(crate) fn new(text: &str) -> Result<Self, Error> {
        let piece = parse(text)?;
        let program = simple(&piece).map_or_else(|| states(&piece).map(Program::States), Ok)?;
        Ok(Self { text: text.into(), program })
    }

    /// The pattern as written.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether some part of the text matches.
    pub(crate) fn matches(&self, text: &str) -> bool {
        match &self.program {
            Program::Simple { parts, to_end } => matches_simple(parts, *to_end, text),
            Program::States(states) => search(states, text),
        }
    }

    /// What a match costs in fuel.
    pub(super) fn cost(&self, text: &str) -> u32 {
        u32::try_from(self.weight(text)).unwrap_or(u32::MAX)
    }

    /// About how much work a match is: text length, times states where a search is needed.
    pub(super) fn weight(&self, text: &str) -> usize {
        let width = match &self.program {
            Program::Simple { .. } => 8,
            Program::States(states) => states.len(),
        };
        text.len().saturating_mul(width) / 64
    }
}

/// The classes and counts of a pattern that is nothing but those, and begins at the start of the text.
fn simple(piece: &Piece) -> Option<Program> {
    let Piece::Sequence(pieces) = piece else { return None };
    let (first, rest) = pieces.split_first()?;
    if !matches!(first, Piece::Start) {
        return None;
    }
    let (to_end, rest) = match rest.split_last() {
        Some((Piece::End, rest)) => (true, rest),
        _ => (false, rest),
    };
    let mut parts = Vec::with_capacity(rest.len());
    for piece in rest {
        match piece {
            Piece::Class(class) => parts.push((class.clone(), 1, 1)),
            Piece::Repeat(inner, low, high) => match &**inner {
                Piece::Class(class) => parts.push((class.clone(), *low, *high)),
                _ => return None,
            },
            _ => return None,
        }
    }
    for (index, (class, low, high)) in parts.iter().enumerate() {
        if low == high {
            continue;
        }
        // Whatever may follow, up to the first part that must be there.
        for (next, low, _) in parts.iter().skip(index + 1) {
            if !class.apart_from(next) {
                return None;
            }
            if *low > 0 {
                break;
            }
        }
    }
    Some(Program::Simple { parts, to_end })
}

fn matches_simple(parts: &[(Class, u32, u32)], to_end: bool, text: &str) -> bool {
    let mut chars = text.chars();
    for (class, low, high) in parts {
        let mut count = 0;
        while count < *high {
            let before = chars.clone();
            match chars.next() {
                Some(char) if class.contains(char) => count += 1,
                _ => {
                    chars = before;
                    break;
                }
            }
        }
        if count < *low {
            return false;
        }
    }
    !to_end || chars.as_str().is_empty()
}

fn states(piece: &Piece) -> Result<Vec<State>, Error> {
    let mut states = Vec::new();
    compile(piece, &mut states)?;
    push(State::Found, &mut states)?;
    Ok(states)
}

fn push(state: State, states: &mut Vec<State>) -> Result<usize, Error> {
    if states.len() >= MAX_STATES {
        let what = crate::base::error::Code::TooLarge;
        return Err(Error::new(what).with("what", "pattern").with("limit", MAX_STATES));
    }
    states.push(state);
    Ok(states.len() - 1)
}

fn set(states: &mut [State], at: usize, state: State) {
    if let Some(place) = states.get_mut(at) {
        *place = state;
    }
}

fn compile(piece: &Piece, states: &mut Vec<State>) -> Result<(), Error> {
    match piece {
        Piece::Class(class) => push(State::Class(class.clone()), states).map(drop),
        Piece::Start => push(State::Start, states).map(drop),
        Piece::End => push(State::End, states).map(drop),
        Piece::Boundary(at) => push(State::Boundary(*at), states).map(drop),
        Piece::Sequence(pieces) => pieces.iter().try_for_each(|piece| compile(piece, states)),
        Piece::Choice(choices) => {
            let mut ends = Vec::new();
            for (index, choice) in choices.iter().enumerate() {
                let last = index + 1 == choices.len();
                let split = if last { None } else { Some(push(State::Jump(0), states)?) };
                compile(choice, states)?;
                if let Some(split) = split {
                    ends.push(push(State::Jump(0), states)?);
                    let next = states.len();
                    set(states, split, State::Split(split + 1, next));
                }
            }
            let end = states.len();
            ends.into_iter().for_each(|at| set(states, at, State::Jump(end)));
            Ok(())
        }
        Piece::Repeat(inner, low, high) => {
            for _ in 0..*low {
                compile(inner, states)?;
            }
            if *high == u32::MAX {
                let split = push(State::Jump(0), states)?;
                compile(inner, states)?;
                push(State::Jump(split), states)?;
                let next = states.len();
                set(states, split, State::Split(split + 1, next));
                return Ok(());
            }
            let mut splits = Vec::new();
            for _ in *low..*high {
                splits.push(push(State::Jump(0), states)?);
                compile(inner, states)?;
            }
            let end = states.len();
            splits.into_iter().for_each(|at| set(states, at, State::Split(at + 1, end)));
            Ok(())
        }
    }
}

/// All states at once, character by character: no pattern can make it slow.
fn search(states: &[State], text: &str) -> bool {
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

#[cfg(test)]
mod tests;
