//! Cases (*vụ việc*): a case is the fold of its events, and `apply` says whether one more may happen.

mod event;

pub use event::{Actor, ActorKind, CaseRow, Effect, Event};
