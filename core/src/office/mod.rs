//! The running office (*cơ quan*): every verb, typed.

mod case;
mod description;
mod diff;
mod diff_words;
mod document;
mod form;
mod office;
mod replay;

pub use description::Description;
pub use diff::{Change, Diff, TouchedCase};
pub use form::FormRequest;
pub use office::Office;
