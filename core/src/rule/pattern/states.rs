//! Patterns as states of a search.

use super::class::Class;
use super::parse::Piece;
use crate::base::error::Error;
use crate::base::packed::Packed;

/// No pattern has more states once its counts are written out.
pub(crate) const MAX_STATES: usize = 2_000;

/// One state of a search.
#[derive(Clone, Debug, Packed)]
pub(super) enum State {
    Class(Class),
    Split(usize, usize),
    Jump(usize),
    Start,
    End,
    Boundary(bool),
    Found,
}

pub(super) fn states(piece: &Piece) -> Result<Vec<State>, Error> {
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
