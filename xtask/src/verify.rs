pub enum Extent {
    Quick,
}
impl Extent {
    pub fn of(_q: bool, _a: bool) -> Self {
        Self::Quick
    }
}
pub fn verify(_e: Extent) -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
