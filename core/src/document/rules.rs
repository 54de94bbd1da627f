//! What a rulebook says about documents: `documents`.

use super::kind::{Direction, Kind, Urgency};
use super::spec::{Document, Milestone};
use crate::base::ids::RegisterId;
use crate::base::shape::{OneOrMany, Shape};
use crate::base::source::{InForce, Source};
use crate::base::text::Text;
use crate::base::time::Date;
use crate::deadline::{Ends, Limit};
use crate::people::Secrecy;
use crate::rule::Severity;
use indexmap::IndexMap;
use serde::Serialize;

/// A limit on the way of a document: `documents.handling.<id>`.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct HandlingSpec {
    /// The days on which it holds, by the day of the milestone that it counts from.
    #[shape(default)]
    pub in_force: InForce,
    /// What it is.
    pub title: Text,
    /// Whither the documents go; any, where none is named.
    pub direction: OneOrMany<Direction>,
    /// Their urgency; any, where none is named.
    pub urgency: OneOrMany<Urgency>,
    /// Their kind; any, where none is named.
    pub kind: OneOrMany<Kind>,
    /// From which milestone it counts.
    pub from: Milestone,
    /// Which milestone it limits.
    pub until: Milestone,
    /// How long it may take.
    pub limit: Limit,
    /// Which end of the last day binds.
    #[shape(default)]
    pub ends: Ends,
    /// Its legal basis.
    pub source: OneOrMany<Source>,
}

/// What has to be done before something else: an entry of `documents.order`.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct OrderSpec {
    /// The days on which it holds.
    #[shape(default)]
    pub in_force: InForce,
    /// Whither the documents go; any, where none is named.
    pub direction: OneOrMany<Direction>,
    /// This comes first …
    pub first: Milestone,
    /// … and this not before it.
    pub then: Milestone,
    /// How much a breach weighs.
    #[shape(default = Severity::Error)]
    pub severity: Severity,
    /// Its legal basis.
    pub source: OneOrMany<Source>,
}

/// A register (*sổ đăng ký văn bản*): `documents.registers.<id>`.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct RegisterSpec {
    /// What it is called.
    pub title: Text,
    /// Whither its documents go; any, where none is named.
    pub direction: OneOrMany<Direction>,
    /// Their kinds; any, where none is named.
    pub kind: OneOrMany<Kind>,
    /// Whether it is one for secret documents: those stand in no other, and no others in it.
    #[shape(default = false)]
    pub secret: bool,
    /// Its legal basis.
    pub source: OneOrMany<Source>,
}

/// How long a kind of file is kept, and when it goes to the archive: `documents.retention.<id>`.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct RetentionSpec {
    /// The days on which it holds, by the day on which the work ended.
    #[shape(default)]
    pub in_force: InForce,
    /// What the files are about.
    pub title: Text,
    /// For so many years after the end of the work; without a number, for ever (*vĩnh viễn*).
    pub years: Option<u32>,
    /// Within this time after the end of the work it goes to the current archive (*nộp lưu*).
    pub hand_over: Limit,
    /// Its legal basis.
    pub source: OneOrMany<Source>,
}

/// Rules on documents (*công tác văn thư*).
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub(crate) struct DocumentRules {
    /// Limits, by name.
    pub handling: IndexMap<String, OneOrMany<HandlingSpec>>,
    /// What comes before what, by name.
    pub order: IndexMap<String, OneOrMany<OrderSpec>>,
    /// The registers.
    pub registers: IndexMap<RegisterId, RegisterSpec>,
    /// How long files are kept, by kind.
    pub retention: IndexMap<String, OneOrMany<RetentionSpec>>,
}

impl DocumentRules {
    /// How long files of a kind are kept, by the rules of a day.
    pub(crate) fn retention_on(&self, kind: &str, on: Date) -> Option<&RetentionSpec> {
        self.retention.get(kind)?.0.iter().find(|spec| spec.in_force.contains(on))
    }
}

/// Whether a list names a term, or none.
fn names<T: PartialEq>(list: &OneOrMany<T>, term: T) -> bool {
    list.0.is_empty() || list.0.contains(&term)
}

impl HandlingSpec {
    /// Whether the limit is one for a document whose clock began on a day.
    pub(crate) fn applies(&self, document: &Document, on: Date) -> bool {
        let kind = || self.kind.0.is_empty() || document.known_kind().is_some_and(|kind| self.kind.0.contains(&kind));
        self.in_force.contains(on)
            && names(&self.direction, document.direction)
            && names(&self.urgency, document.urgency)
            && kind()
    }
}

impl OrderSpec {
    /// Whether the order holds for a document on a day.
    pub(crate) fn applies(&self, document: &Document, on: Date) -> bool {
        self.in_force.contains(on) && names(&self.direction, document.direction)
    }
}

impl RegisterSpec {
    /// Whether a document of this direction, kind and secrecy belongs into the register.
    pub(crate) fn takes(&self, document: &Document) -> bool {
        let kind = || self.kind.0.is_empty() || document.known_kind().is_some_and(|kind| self.kind.0.contains(&kind));
        self.secret == (document.secrecy > Secrecy::Ordinary) && names(&self.direction, document.direction) && kind()
    }
}
