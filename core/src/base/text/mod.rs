//! Texts for people, in Vietnamese and English.

mod bilingual;
mod capital;
mod language;
mod normal;
mod number;
mod visible;

pub(crate) use bilingual::Message;
pub use bilingual::Text;
pub(crate) use capital::{capital, uncapital};
pub use language::Language;
pub(crate) use normal::{composed, lower, nfc, nfd, one_spelling, upper};
#[cfg(feature = "render")]
pub(crate) use number::grouped;
pub(crate) use number::money;
pub(crate) use visible::{inert, is_blank, is_invisible, quoted, visible};

#[cfg(test)]
mod tests;
