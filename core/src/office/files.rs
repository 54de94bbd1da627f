//! The logs of other systems: by which mapping files and tables are read, and what of them the office does not know.

use super::handle::Office;
use crate::base::error::{Error, Faults};
use crate::base::text::Text;
use crate::log::{Log, Mapping, MappingSpec, Overrides, Reading};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// By which mapping files are to be read, as a caller asks for it.
#[derive(Clone, Copy, Debug)]
pub enum MappingChoice<'a> {
    /// By the rulebook's own one; if it has none, by a proposed one.
    Usual,
    /// By a name: of the rulebook, of a file, or of a shipped mapping.
    Named(&'a str),
    /// By a document, in YAML or JSON, with the name by which its faults call it.
    Document(&'a str, &'a str),
}

/// The mapping by which files are read.
#[derive(Clone, Debug)]
pub struct ChosenMapping<'o> {
    /// The mapping.
    pub mapping: Cow<'o, Mapping>,
    /// The mapping as it was proposed; `None` if it was given or is the rulebook's own.
    pub proposed: Option<MappingSpec>,
    /// What only an author knows, if the mapping was proposed.
    pub questions: Vec<Text>,
}

impl Office {
    /// The office that decides nothing: a log is shown by its own dates, in every hour of the day, without workflow,
    /// limits and scores.
    ///
    /// # Errors
    /// None: its rulebook is a text of this library, which a test loads.
    pub fn without_rules() -> Result<Self, Faults> {
        const ANY_LOG: &str = r#"{"namro":1,"id":"any.log","title":{"vi":"Nhật ký không kèm bộ quy tắc","en":"A log without a rulebook"}}"#;
        Self::load(&[("any-log.json", ANY_LOG)])
    }

    /// Chooses the mapping by which files are read: the one that the caller names, else the rulebook's own one, else one
    /// that is proposed by the sources, in the zone given or, without it, in that which their headings suggest. What the
    /// caller says beside takes precedence over each.
    ///
    /// `document` gives the text of the file of a name, if there is one; `sources` proposes a mapping and is called only
    /// if one must be proposed.
    ///
    /// # Errors
    /// [`Code::UnknownReference`](crate::Code::UnknownReference), [`Code::SeveralMappings`](crate::Code::SeveralMappings),
    /// faults of the document, of the sources, and of what the caller says beside.
    pub fn choose_mapping(
        &self,
        choice: MappingChoice<'_>,
        overrides: &Overrides,
        document: impl FnOnce(&str) -> Result<Option<String>, Error>,
        sources: impl FnOnce() -> Result<(MappingSpec, Vec<Text>), Faults>,
    ) -> Result<ChosenMapping<'_>, Faults> {
        let rulebook = self.rulebook();
        let chosen = |mapping| ChosenMapping { mapping, proposed: None, questions: Vec::new() };
        let found = match choice {
            MappingChoice::Document(name, text) => chosen(Cow::Owned(rulebook.mapping_from(name, Some(text))?)),
            MappingChoice::Named(name) => match rulebook.mapping(Some(name)) {
                Ok(mapping) => chosen(Cow::Borrowed(mapping)),
                Err(_) => chosen(Cow::Owned(rulebook.mapping_from(name, document(name)?.as_deref())?)),
            },
            MappingChoice::Usual => match rulebook.own_mapping()? {
                Some(mapping) => chosen(Cow::Borrowed(mapping)),
                None => {
                    let (spec, questions) = sources()?;
                    let mapping = Cow::Owned(rulebook.mapping_of(spec.clone())?);
                    ChosenMapping { mapping, proposed: Some(spec), questions }
                }
            },
        };
        if overrides.is_empty() {
            return Ok(found);
        }
        let mapping = Cow::Owned(found.mapping.into_owned().overridden(overrides)?);
        Ok(ChosenMapping { mapping, ..found })
    }

    /// Everything in a log that matched nothing, each with the number of its rows: people, units and procedures that the
    /// office does not have (a kind of which it has none at all is left out), acts that nobody declared, statuses without
    /// a known meaning.
    pub fn unknown(&self, log: &Log, reading: &Reading) -> BTreeMap<&'static str, BTreeMap<String, u64>> {
        let mut unknown = self.unknown_names(log);
        let statuses = reading.unknown.get("status").cloned().unwrap_or_default();
        for (kind, words) in [("acts", reading.unknown_acts.clone()), ("statuses", statuses)] {
            if !words.is_empty() {
                unknown.insert(kind, words);
            }
        }
        unknown
    }
}

#[cfg(test)]
#[path = "tests/files.rs"]
mod tests;
