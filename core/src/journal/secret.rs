//! Personal data behind salted commitments: the journal can prove them while they exist, and contains nothing of them
//! once the salt and the value are erased.

use super::tree::hash;
use crate::base::canon::{Hash, canonical};
use crate::base::error::{Code, Error};
use crate::base::shape::{Shape, Term};
use crate::base::text::Text;
use serde::Serialize;
use serde_json::{Value, json};

/// A field of an event that may contain personal data (*dữ liệu cá nhân*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Personal {
    /// The person who acted (*người thực hiện*).
    #[term("actor")]
    Actor,
    /// The person on whose behalf a substitute acted (*người ủy quyền*).
    #[term("on_behalf_of")]
    OnBehalfOf,
    /// The person who gets the step (*người được phân công*).
    #[term("assignee")]
    Assignee,
    /// Reasons, and the data on which the workflow decides its route.
    #[term("data")]
    Data,
}

/// The value that a commitment hides; stored separately from the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Opening {
    /// The entry, counted from 0.
    pub entry: u32,
    /// The field of the event that was replaced.
    pub field: Personal,
    /// The salt of 32 random bytes.
    pub salt: Hash,
    /// The original value of the field, as canonical text.
    pub value: String,
}

/// The error for a proof that fails, with the reason in both languages.
pub(super) fn fails(vi: &str, en: &str) -> Error {
    Error::new(Code::ProofFails).with("vi", vi).with("en", en)
}

/// The same, with a reason that is already in both languages.
pub(super) fn fails_with(reason: &Text) -> Error {
    fails(&reason.vi, &reason.en)
}

/// Replaces fields by `{"commitment": …}`.
pub(super) fn conceal(
    event: &mut Value,
    hidden: &[Personal],
    entry: u32,
    salt: &mut dyn FnMut() -> [u8; 32],
) -> Result<Vec<Opening>, Error> {
    let mut openings = Vec::new();
    for (name, field) in Personal::ALL.iter().filter(|(_, field)| hidden.contains(field)) {
        let Some(slot) = event.get_mut(*name).filter(|value| !value.is_null()) else { continue };
        let opening = Opening { entry, field: *field, salt: Hash(salt()), value: canonical(&slot.take())? };
        *slot = json!({"commitment": commitment(&opening)});
        openings.push(opening);
    }
    Ok(openings)
}

fn commitment(opening: &Opening) -> Hash {
    hash(0x03, &[&opening.salt.0, opening.value.as_bytes()])
}

impl Opening {
    /// Checks that this is the value that the event of an entry hides.
    ///
    /// # Errors
    /// [`crate::Code::ProofFails`] if it does not.
    pub fn opens(&self, event: &str) -> Result<(), Error> {
        let event: Value =
            serde_json::from_str(event).map_err(|_| fails("sự kiện không phải JSON", "the event is no JSON"))?;
        let expected = json!({"commitment": commitment(self)});
        match event.get(self.field.as_str()) == Some(&expected) {
            true => Ok(()),
            false => {
                Err(fails("muối và giá trị không phải của cam kết", "salt and value are not those of the commitment"))
            }
        }
    }
}

#[cfg(test)]
#[path = "tests/secret.rs"]
mod tests;
