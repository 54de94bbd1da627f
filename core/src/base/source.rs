//! Legal sources, and rules that hold from one day to another.

use crate::base::error::{Code, Error};
use crate::base::packed::Packed;
use crate::base::shape::{OneOrMany, Shape, Term};
use crate::base::time::Date;
use serde::Serialize;

/// How sure the authors of a rulebook are of a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Confidence {
    /// Read in the text itself, or in several independent sources.
    #[default]
    #[term("sure")]
    Sure,
    /// From one secondary source, or from long practice.
    #[term("likely")]
    Likely,
    /// Assumed; to be replaced once somebody knows.
    #[term("unsure")]
    Unsure,
}

/// The legal basis of a rule (*căn cứ*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape, Packed)]
pub struct Source {
    /// Number and symbol of the text, such as `59/2020/QH14`.
    pub text: String,
    /// Article, clause, point, such as `47` or `38.3`.
    pub article: Option<String>,
    /// How sure the authors are.
    #[shape(default)]
    pub confidence: Confidence,
    /// A remark: what was assumed, what is open.
    pub note: Option<String>,
}

/// The days on which a rule holds; both ends belong to it (*hiệu lực*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Shape, Packed)]
pub struct InForce {
    /// First day; without one, since ever.
    pub from: Option<Date>,
    /// Last day; without one, until further notice.
    pub to: Option<Date>,
}

impl InForce {
    /// Whether the rule holds on a day.
    pub fn contains(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }

    /// Whether some day belongs to both.
    pub fn overlaps(&self, other: &Self) -> bool {
        let starts_by_end = |a: &Self, b: &Self| match (a.from, b.to) {
            (Some(from), Some(to)) => from <= to,
            _ => true,
        };
        starts_by_end(self, other) && starts_by_end(other, self)
    }
}

/// Something that has dates in force.
pub(crate) trait Dated {
    /// The days on which it holds.
    fn in_force(&self) -> InForce;
}

/// The versions of one rule, oldest first, no two of them on the same day.
#[derive(Clone, Debug, Packed)]
pub(crate) struct Versions<T>(Vec<T>);

impl<T: Dated> Versions<T> {
    /// Orders the versions.
    ///
    /// # Errors
    /// [`Code::VersionsOverlap`] when two hold on the same day.
    pub(crate) fn new(versions: OneOrMany<T>, name: &str) -> Result<Self, Error> {
        let mut versions = versions.0;
        versions.sort_by_key(|version| version.in_force().from);
        for pair in versions.windows(2) {
            if let [a, b] = pair
                && a.in_force().overlaps(&b.in_force())
            {
                return Err(Error::new(Code::VersionsOverlap)
                    .with("name", name)
                    .with("date", b.in_force().from.map_or_else(|| "?".to_owned(), |date| date.to_string())));
            }
        }
        Ok(Self(versions))
    }

    /// The version in force on a day.
    ///
    /// # Errors
    /// [`Code::NotInForce`] when none is.
    pub(crate) fn on(&self, date: Date, name: &str) -> Result<&T, Error> {
        self.0.iter().find(|version| version.in_force().contains(date)).ok_or_else(|| {
            let days = self.0.iter().map(|version| {
                let day = |date: Option<Date>| date.map_or_else(|| "…".to_owned(), |date| date.to_string());
                format!("{}/{}", day(version.in_force().from), day(version.in_force().to))
            });
            Error::new(Code::NotInForce)
                .with("name", name)
                .with("date", date)
                .with("versions", days.collect::<Vec<_>>().join(", "))
        })
    }

    /// All versions, oldest first.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    pub(crate) fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.0.iter_mut()
    }

    /// The newest version.
    pub(crate) fn newest(&self) -> Option<&T> {
        self.0.last()
    }
}
