use crate::shell::*;
pub fn build(_: &Log) -> Outcome<std::path::PathBuf> {
    Ok("x".into())
}
