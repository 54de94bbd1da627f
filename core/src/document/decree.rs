//! The decree on clerical work as a source.

use crate::base::source::{Confidence, Source};

/// An article of the decree on clerical work.
pub(super) fn decree_30(article: &str) -> Source {
    Source {
        text: "30/2020/NĐ-CP".to_owned(),
        article: Some(article.to_owned()),
        confidence: Confidence::Sure,
        note: None,
    }
}
