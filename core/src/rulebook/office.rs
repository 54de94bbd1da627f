//! The compiled rulebook.

use super::gather::gather;
use super::spec::RulebookSpec;
use crate::canon::Hash;
use crate::error::{Code, Error, Faults};
use crate::ids::OfficeId;
use crate::shape::{Cursor, Shape};
use crate::text::Text;
use serde::Serialize;
use std::sync::Arc;

/// An office (*cơ quan*): its rulebook, compiled. Immutable, cheap to clone, safe to share between threads.
///
/// ```
/// let office = namro::Office::load(&[("a.json", r#"{"namro": 1, "id": "a", "title": "Phòng A"}"#)]).unwrap();
/// assert_eq!(office.id().as_str(), "a");
/// ```
#[derive(Clone, Debug)]
pub struct Office(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    id: OfficeId,
    title: Text,
    hash: Hash,
}

/// What an office holds.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Inspection {
    /// Identifier of the root rulebook.
    pub id: OfficeId,
    /// Its title.
    pub title: Text,
    /// Hash of the canonical content of all its texts.
    pub hash: Hash,
    /// The number that grows when an outcome changes.
    pub semantics: u32,
}

impl Office {
    /// Compiles rulebook texts (YAML or JSON) given with their names; the first is the root. Includes are looked for
    /// among the given texts, then among the shipped ones.
    ///
    /// # Errors
    /// Every fault, each with file, line, column and pointer.
    pub fn load(texts: &[(&str, &str)]) -> Result<Self, Faults> {
        let documents = gather(texts)?;
        let mut faults = Faults::new();
        let specs: Vec<_> = documents
            .iter()
            .map(|document| RulebookSpec::read(&Cursor::root(&document.node, Some(&document.file)), &mut faults))
            .collect();
        let contents: Vec<_> = documents.iter().map(|document| (&document.id, &document.node)).collect();
        let hash = faults.keep(Hash::of_value(&contents));
        let root = specs.into_iter().last().flatten();
        let inner = root.zip(hash).map(|(root, hash)| Inner { id: root.id, title: root.title, hash });
        faults.into_result(inner.map(|inner| Self(Arc::new(inner))))
    }

    /// Identifier of the root rulebook.
    pub fn id(&self) -> &OfficeId {
        &self.0.id
    }

    /// Hash of the canonical content of all its texts.
    pub fn hash(&self) -> Hash {
        self.0.hash
    }

    /// What it holds.
    pub fn inspect(&self) -> Inspection {
        let Inner { id, title, hash } = &*self.0;
        Inspection { id: id.clone(), title: title.clone(), hash: *hash, semantics: crate::SEMANTICS }
    }

    /// The same office with the host's people laid over.
    ///
    /// # Errors
    /// Faults of the staff table.
    pub fn with_staff(&self, _staff: &str) -> Result<Self, Faults> {
        Err(Error::new(Code::UnknownOperation).with("value", "with_staff").into())
    }
}
