//! The table of `core/src/case/course/advance.rs`: what an act changes that a live case would refuse.
