//! The rules of a rulebook on documents: `documents`.

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

/// A limit for one stage of handling documents: `documents.handling.<id>`.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct HandlingSpec {
    /// The days on which it is in force, by the day of the milestone that it counts from.
    #[shape(default)]
    pub in_force: InForce,
    /// The name shown to people.
    pub title: Text,
    /// The direction of the documents; any, if none is named.
    pub direction: OneOrMany<Direction>,
    /// Their urgency (*độ khẩn*); any, if none is named.
    pub urgency: OneOrMany<Urgency>,
    /// Their kind (*loại văn bản*); any, if none is named.
    pub kind: OneOrMany<Kind>,
    /// The milestone that it counts from.
    pub from: Milestone,
    /// The milestone that it limits.
    pub until: Milestone,
    /// How long it may take (*thời hạn*).
    pub limit: Limit,
    /// Which end of the last day counts.
    #[shape(default)]
    pub ends: Ends,
    /// Its legal basis (*căn cứ*).
    pub source: OneOrMany<Source>,
}

/// A required order of two milestones: an entry of `documents.order`.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct OrderSpec {
    /// The days on which it is in force.
    #[shape(default)]
    pub in_force: InForce,
    /// The direction of the documents; any, if none is named.
    pub direction: OneOrMany<Direction>,
    /// The milestone that must come first.
    pub first: Milestone,
    /// The milestone that must not come before `first`.
    pub then: Milestone,
    /// How severe a violation is.
    #[shape(default = Severity::Error)]
    pub severity: Severity,
    /// Its legal basis (*căn cứ*).
    pub source: OneOrMany<Source>,
}

/// A register (*sổ đăng ký văn bản*): `documents.registers.<id>`.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct RegisterSpec {
    /// The name shown to people.
    pub title: Text,
    /// The direction of its documents; any, if none is named.
    pub direction: OneOrMany<Direction>,
    /// Their kinds; any, if none is named.
    pub kind: OneOrMany<Kind>,
    /// Whether it is a register for secret documents, which are registered only there, and no others with them.
    #[shape(default = false)]
    pub secret: bool,
    /// Its legal basis (*căn cứ*).
    pub source: OneOrMany<Source>,
}

/// How long a kind of file is kept, and when it is handed over to the archive: `documents.retention.<id>`.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct RetentionSpec {
    /// The days on which it is in force, by the day on which the work ended.
    #[shape(default)]
    pub in_force: InForce,
    /// The subject of the files.
    pub title: Text,
    /// Years for which it is kept after the end of the work; if absent, permanently (*vĩnh viễn*).
    pub years: Option<u32>,
    /// The time after the end of the work within which it must be handed over to the current archive (*nộp lưu*).
    pub hand_over: Limit,
    /// Its legal basis (*căn cứ*).
    pub source: OneOrMany<Source>,
}

/// Rules on documents (*công tác văn thư*).
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub(crate) struct DocumentRules {
    /// Limits for handling documents, by identifier.
    pub handling: IndexMap<String, OneOrMany<HandlingSpec>>,
    /// Required orders of milestones, by identifier.
    pub order: IndexMap<String, OneOrMany<OrderSpec>>,
    /// The registers, by identifier (*sổ đăng ký văn bản*).
    pub registers: IndexMap<RegisterId, RegisterSpec>,
    /// How long files are kept, by kind of file.
    pub retention: IndexMap<String, OneOrMany<RetentionSpec>>,
}

impl DocumentRules {
    /// How long files of a kind are kept, by the rules in force on a day.
    pub(crate) fn retention_on(&self, kind: &str, on: Date) -> Option<&RetentionSpec> {
        self.retention.get(kind)?.0.iter().find(|spec| spec.in_force.contains(on))
    }
}

/// Whether a list contains a term, or is empty.
fn names<T: PartialEq>(list: &OneOrMany<T>, term: T) -> bool {
    list.0.is_empty() || list.0.contains(&term)
}

impl HandlingSpec {
    /// Whether the limit applies to a document whose limit began on a day.
    pub(crate) fn applies(&self, document: &Document, on: Date) -> bool {
        let kind = || self.kind.0.is_empty() || document.known_kind().is_some_and(|kind| self.kind.0.contains(&kind));
        self.in_force.contains(on)
            && names(&self.direction, document.direction)
            && names(&self.urgency, document.urgency)
            && kind()
    }
}

impl OrderSpec {
    /// Whether the order applies to a document on a day.
    pub(crate) fn applies(&self, document: &Document, on: Date) -> bool {
        self.in_force.contains(on) && names(&self.direction, document.direction)
    }
}

impl RegisterSpec {
    /// Whether a document of this direction, kind and secrecy belongs in the register.
    pub(crate) fn takes(&self, document: &Document) -> bool {
        let kind = || self.kind.0.is_empty() || document.known_kind().is_some_and(|kind| self.kind.0.contains(&kind));
        self.secret == (document.secrecy > Secrecy::Ordinary) && names(&self.direction, document.direction) && kind()
    }
}
