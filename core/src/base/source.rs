//! Legal sources, and periods in which rules are in force.

use crate::base::Arrange;
use crate::base::error::{Code, Error};
use crate::base::packed::Packed;
use crate::base::shape::{OneOrMany, Shape, Term};
use crate::base::time::Date;
use serde::Serialize;

/// How sure the authors of a rulebook are of a rule (*độ tin cậy*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Confidence {
    /// Taken from the legal text itself, or from several independent sources.
    #[default]
    #[term("sure")]
    Sure,
    /// Taken from one secondary source, or from long practice.
    #[term("likely")]
    Likely,
    /// Assumed; to be replaced once it is known.
    #[term("unsure")]
    Unsure,
}

/// The legal basis of a rule (*căn cứ*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape, Packed)]
pub struct Source {
    /// Number and symbol of the legal document (*số và ký hiệu*), such as `59/2020/QH14`.
    pub text: String,
    /// Article, clause and point (*điều, khoản, điểm*), such as `47` or `38.3`.
    pub article: Option<String>,
    /// How sure the authors are.
    #[shape(default)]
    pub confidence: Confidence,
    /// A remark, such as what was assumed or what is unclear.
    pub note: Option<String>,
}

/// The days on which a rule is in force, both ends included (*hiệu lực*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Shape, Packed)]
pub struct InForce {
    /// First day; `None` means without a beginning.
    pub from: Option<Date>,
    /// Last day; `None` means until further notice.
    pub to: Option<Date>,
}

impl InForce {
    /// Whether the rule is in force on a day.
    pub fn contains(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }

    /// Whether the two periods have a day in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        let starts_by_end = |a: &Self, b: &Self| match (a.from, b.to) {
            (Some(from), Some(to)) => from <= to,
            _ => true,
        };
        starts_by_end(self, other) && starts_by_end(other, self)
    }
}

/// Something that is in force for a period.
pub(crate) trait Dated {
    /// The days on which it is in force.
    fn in_force(&self) -> InForce;
}

/// The versions of one rule, oldest first; no two are in force on the same day.
#[derive(Clone, Debug, Packed)]
pub(crate) struct Versions<T>(Vec<T>);

impl<T: Dated> Versions<T> {
    /// Sorts the versions.
    ///
    /// # Errors
    /// [`Code::VersionsOverlap`] if two are in force on the same day.
    pub(crate) fn new(versions: OneOrMany<T>, name: &str) -> Result<Self, Error> {
        let mut versions = versions.0;
        versions.arrange_by_key(|version| version.in_force().from);
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

    /// Versions that are in order and of which no two are in force on the same day.
    pub(crate) fn in_order(versions: Vec<T>) -> Self {
        Self(versions)
    }

    /// The version in force on a day, if any.
    pub(crate) fn get(&self, date: Date) -> Option<&T> {
        self.0.iter().find(|version| version.in_force().contains(date))
    }

    /// The version in force on a day; otherwise the last that ended before it, otherwise the first.
    pub(crate) fn near(&self, date: Date) -> Option<&T> {
        self.get(date).or_else(|| self.ended(date)).or_else(|| self.0.first())
    }

    /// The last version that ended before a day.
    pub(crate) fn ended(&self, date: Date) -> Option<&T> {
        self.0.iter().rev().find(|version| version.in_force().to.is_some_and(|to| to < date))
    }

    /// The version in force on a day.
    ///
    /// # Errors
    /// [`Code::NotInForce`] if there is none.
    pub(crate) fn on(&self, date: Date, name: &str) -> Result<&T, Error> {
        self.get(date).ok_or_else(|| {
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
