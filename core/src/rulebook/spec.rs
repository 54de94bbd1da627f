//! The shape of a rulebook.

use crate::ids::OfficeId;
use crate::shape::{Located, shape};
use crate::text::Text;
use crate::value::Node;
use indexmap::IndexMap;

shape! {
    /// A rulebook (*bộ quy tắc*): the rules of one office, or of one field of law, as data.
    pub struct RulebookSpec {
        /// Version of the format: 1.
        pub namro: i64,
        /// Identifier, by which others include it.
        pub id: OfficeId,
        /// What it is.
        pub title: Text,
        /// Rulebooks that it stands on; what stands here replaces entries of the same name there.
        pub include: Vec<Located<String>>,
        /// Calendars.
        pub calendars: IndexMap<String, Located<Node>>,
        /// Units.
        pub units: IndexMap<String, Located<Node>>,
        /// Positions.
        pub positions: IndexMap<String, Located<Node>>,
        /// Procedures.
        pub procedures: IndexMap<String, Located<Node>>,
        /// Workflows.
        pub workflows: IndexMap<String, Located<Node>>,
        /// Policies.
        pub policies: IndexMap<String, Located<Node>>,
        /// Mappings.
        pub mappings: IndexMap<String, Located<Node>>,
    }
}
