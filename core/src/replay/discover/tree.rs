//! Blocks of steps.

/// A block (*khối*): what it allows is what its parts allow, joined in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Tree {
    /// Nothing is done.
    Skip,
    /// A step, by its number.
    Step(usize),
    /// One after the other.
    Sequence(Vec<Tree>),
    /// Exactly one.
    OneOf(Vec<Tree>),
    /// All, in any order.
    AllOf(Vec<Tree>),
    /// The first; then, as often as wanted, one of the others and the first again.
    Loop(Box<Tree>, Vec<Tree>),
}

impl Tree {
    /// Joins blocks of one kind that lie directly in each other, and takes skips out of sequences.
    pub(in super::super) fn flat(self) -> Self {
        type Parts = fn(Tree) -> Result<Vec<Tree>, Tree>;
        let gather = |parts: Vec<Self>, same: Parts| {
            let mut all = Vec::new();
            for part in parts.into_iter().map(Self::flat) {
                match same(part) {
                    Ok(parts) => all.extend(parts),
                    Err(part) => all.push(part),
                }
            }
            all
        };
        match self {
            Self::Skip | Self::Step(_) => self,
            Self::Sequence(parts) => {
                let mut parts = gather(parts, |part| match part {
                    Self::Sequence(parts) => Ok(parts),
                    other => Err(other),
                });
                parts.retain(|part| *part != Self::Skip);
                Self::of(parts, Self::Sequence)
            }
            Self::AllOf(parts) => {
                let mut parts = gather(parts, |part| match part {
                    Self::AllOf(parts) => Ok(parts),
                    other => Err(other),
                });
                parts.retain(|part| *part != Self::Skip);
                Self::of(parts, Self::AllOf)
            }
            Self::OneOf(parts) => {
                let mut parts = gather(parts, |part| match part {
                    Self::OneOf(parts) => Ok(parts),
                    other => Err(other),
                });
                let skips = parts.contains(&Self::Skip);
                parts.retain(|part| *part != Self::Skip);
                if skips && !parts.iter().any(Self::may_skip) {
                    parts.push(Self::Skip);
                }
                Self::of(parts, Self::OneOf)
            }
            Self::Loop(body, again) => {
                let (body, again) = (
                    body.flat(),
                    gather(again, |part| match part {
                        Self::OneOf(parts) => Ok(parts),
                        other => Err(other),
                    }),
                );
                match again.iter().all(|part| *part == Self::Skip) && body == Self::Skip {
                    true => Self::Skip,
                    false => Self::Loop(Box::new(body), again),
                }
            }
        }
    }

    fn of(mut parts: Vec<Self>, kind: fn(Vec<Self>) -> Self) -> Self {
        match parts.len() {
            0 => Self::Skip,
            1 => parts.remove(0),
            _ => kind(parts),
        }
    }

    /// Whether it can be passed without any step.
    fn may_skip(&self) -> bool {
        match self {
            Self::Skip => true,
            Self::Step(_) => false,
            Self::Sequence(parts) | Self::AllOf(parts) => parts.iter().all(Self::may_skip),
            Self::OneOf(parts) => parts.iter().any(Self::may_skip),
            Self::Loop(body, _) => body.may_skip(),
        }
    }

    /// Whether it is left at a single place.
    pub(super) fn has_one_exit(&self) -> bool {
        match self {
            Self::Step(_) | Self::AllOf(_) | Self::Loop(..) => true,
            Self::Sequence(parts) => parts.last().is_some_and(Self::has_one_exit),
            Self::Skip | Self::OneOf(_) => false,
        }
    }
}
