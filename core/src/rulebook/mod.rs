//! rulebook
pub struct Office;
