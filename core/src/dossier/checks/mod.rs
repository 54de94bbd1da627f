//! Checks of Vietnamese fields, and the functions by which rules call them. Each file has the
//! rows of its functions; `docs/rules-reference.md` lists what authors may call.

pub(crate) mod code;
pub(crate) mod identity;
pub(crate) mod money;
pub(crate) mod name;
pub(crate) mod phone;
pub(crate) mod province;
mod table;
pub(crate) mod tax;

pub(crate) use table::{LIBRARY, SENTENCES};

#[cfg(test)]
mod tests;
