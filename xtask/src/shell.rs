//! Running other programs: what they print goes to one log, and a failure carries its last lines.

use serde_json::Value;
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

/// Last lines of a failed program that are shown.
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

    /// The file, if the output goes to one.
    pub fn path(&self) -> Option<&Path> {
        self.0.as_deref()
    }

    /// Runs a program to its end and answers what it printed (nothing where that went to the terminal).
    pub fn run(&self, command: &mut Command) -> Outcome<String> {
        let (success, text) = self.output(command)?;
        if success { Ok(text) } else { Err(self.failed(command, &text)) }
    }

    /// Runs a program to its end and answers whether it succeeded, and what it printed.
    pub fn output(&self, command: &mut Command) -> Outcome<(bool, String)> {
        let name = command.get_program().to_string_lossy().into_owned();
        let not_started = |error| Fault(format!("{name} does not start: {error}"));
        let Some(path) = &self.0 else {
            let status = command.status();
            return Ok((status.map_err(not_started)?.success(), String::new()));
        };
        let file = OpenOptions::new().append(true).open(path)?;
        let begin = file.metadata()?.len() as usize;
        // What Cargo writes is read here, whatever colour the caller's terminal likes.
        command.env("CARGO_TERM_COLOR", "never");
        let status = command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file).status();
        let success = status.map_err(not_started)?.success();
        let bytes = std::fs::read(path)?;
        Ok((success, String::from_utf8_lossy(bytes.get(begin..).unwrap_or_default()).into_owned()))
    }

    /// The last lines of a program that failed.
    pub fn failed(&self, command: &Command, text: &str) -> Fault {
        let lines: Vec<_> = text.lines().collect();
        let tail = lines[lines.len().saturating_sub(TAIL)..].join("\n");
        let whole =
            self.0.as_ref().map_or_else(String::new, |path| format!("; the whole output is in {}", path.display()));
        Fault(format!("\n{tail}\n{} failed{whole}", line(command)))
    }
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

/// A Cargo that accepts options which the stable toolchain keeps back.
///
/// Build scripts look at the variable too, and would compile much anew at each change of it: hence a folder of its own.
pub fn unstable_cargo() -> Command {
    let mut command = cargo();
    command.env("RUSTC_BOOTSTRAP", "1").env("CARGO_TARGET_DIR", root().join(UNSTABLE));
    command
}

/// The folder of [`unstable_cargo`].
pub const UNSTABLE: &str = "target/unstable";

/// What `cargo metadata` says of a package of the workspace.
pub fn package(name: &str) -> Outcome<Value> {
    let metadata = ask(cargo().args(["metadata", "--format-version=1", "--no-deps", "--offline"]))
        .ok_or_else(|| Fault("cargo metadata does not answer".into()))?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
    let mut packages = metadata["packages"].as_array().into_iter().flatten();
    let package = packages.find(|package| package["name"] == name);
    package.cloned().ok_or_else(|| Fault(format!("there is no package {name}")))
}

/// The path of a program, if it is in the search path.
pub fn find(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// The output of a short question to a program; `None` if it fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
