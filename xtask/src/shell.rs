//! Running other programs: what they print goes to one log, and a failure carries its last lines.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a step did not go through.
#[derive(Debug)]
pub struct Fault(pub String);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<String> for Fault {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// What a step comes to.
pub type Outcome<T> = Result<T, Fault>;

/// So many last lines of a failed program are shown.
const TAIL: usize = 60;

/// Where the output of programs goes.
pub struct Log(Option<PathBuf>);

impl Log {
    /// Straight to the terminal.
    pub fn terminal() -> Self {
        Self(None)
    }

    /// Into a fresh file, `target/verify/<name>.log`.
    pub fn file(name: &str) -> Outcome<Self> {
        let folder = root().join("target/verify");
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{}.log", name.replace([' ', '/', ','], "-")));
        File::create(&path)?;
        Ok(Self(Some(path)))
    }

    /// Runs a program to its end and answers what it printed (nothing where that went to the terminal).
    pub fn run(&self, command: &mut Command) -> Outcome<String> {
        let Some(path) = &self.0 else {
            let status = command.status().map_err(|error| not_started(command, &error))?;
            return if status.success() { Ok(String::new()) } else { Err(Fault(format!("{} failed", line(command)))) };
        };
        let file = OpenOptions::new().append(true).open(path)?;
        let begin = file.metadata()?.len() as usize;
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        let status = command.status().map_err(|error| not_started(command, &error))?;
        let text = String::from_utf8_lossy(&std::fs::read(path)?[begin..]).into_owned();
        if status.success() {
            return Ok(text);
        }
        let lines: Vec<_> = text.lines().collect();
        let tail = lines[lines.len().saturating_sub(TAIL)..].join("\n");
        Err(Fault(format!("{}\n{tail}\n{} failed; the whole output is in {}", "", line(command), path.display())))
    }
}

fn not_started(command: &Command, error: &std::io::Error) -> Fault {
    Fault(format!("{} does not start: {error}", command.get_program().to_string_lossy()))
}

fn line(command: &Command) -> String {
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    std::iter::once(command.get_program().to_string_lossy()).chain(arguments).collect::<Vec<_>>().join(" ")
}

/// The folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// A program that works in the folder of the workspace.
pub fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// The Cargo that started us.
pub fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Whether a program stands in the search path.
pub fn find(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// The output of a short question to a program; nothing where it cannot answer.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
