//! The command `namro`.

fn main() -> std::process::ExitCode {
    std::process::ExitCode::from(namro_cli::run(std::env::args_os()))
}
