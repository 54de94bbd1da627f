//! Documents (*văn bản*): kinds, number and symbol, registers, signing powers, and the check of one document.
//!
//! The rules are those of Decree 30/2020/NĐ-CP on clerical work. Symbols are compared in NFC, with capitals and
//! diacritics: `DA` is a project and `ĐA` a scheme.

mod check;
mod kind;
mod register;
mod signing;
mod symbol;

pub use check::{Document, check, duplicates};
pub use kind::{Direction, Kind, Urgency};
pub use register::{Entry, audit, next_number};
pub use signing::{Misfit, Prefix, Signer, prefixes, signs_rightly};
pub use symbol::{Form, Symbol, lookalikes};

use crate::source::{Confidence, Source};

/// An article of the decree on clerical work.
fn decree_30(article: &str) -> Source {
    Source {
        text: "30/2020/NĐ-CP".to_owned(),
        article: Some(article.to_owned()),
        confidence: Confidence::Sure,
        note: None,
    }
}
