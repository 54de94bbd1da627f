//! Reads typed values from documents and reports every fault at once, each at its place.
//!
//! A [`Shape`] is derived from an ordinary struct, or as a `Term` from an enum of names; the reader, `Deserialize` and
//! the JSON Schema follow. A reader that stopped at the first fault would make an author correct a rulebook line by
//! line.

mod cursor;
mod deserialize;
mod identifier;
mod lacking;
mod origin;
mod plain;
mod read;
#[cfg(feature = "schema")]
mod schema;
mod slot;
pub(crate) mod wrap;

pub use cursor::Cursor;
use cursor::Step;
pub(crate) use deserialize::{deserialize, deserialize_shapes};
#[cfg(feature = "schema")]
pub(crate) use identifier::MAX_ID_BYTES;
pub(crate) use identifier::{is_identifier, is_name};
pub(crate) use namro_macros::{Shape, Term};
pub(crate) use origin::{Lack, Origin};
pub(crate) use read::Key;
pub use read::{Shape, read};
#[cfg(feature = "schema")]
pub(crate) use schema::{ObjectSchema, schema_id, term_schema};
pub(crate) use slot::{Field, placeholder};
pub(crate) use wrap::{LeftTo, Located, OneOrMany};

#[cfg(test)]
#[allow(unreachable_pub)]
mod tests;
