//! Signs of life of a check that takes long: the seconds gone by and the last line that a program wrote.

use std::fs::File;
use std::io::{IsTerminal, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Nobody should look at a still screen for longer.
const FIRST: Duration = Duration::from_secs(5);
/// In a file or in the log of a server, a line now and then is enough.
const LATER: Duration = Duration::from_secs(15);
/// On a terminal, one line is written over.
const TERMINAL: Duration = Duration::from_secs(1);
/// A terminal of the usual width shows the line whole.
const WIDTH: usize = 78;
/// More of a log than its last line takes.
const TAIL: u64 = 4096;

/// Shows on standard error, until it is dropped, that a check is alive.
pub struct Pulse {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Pulse {
    /// Begins to watch a check that writes its log to this file.
    pub fn start(name: &str, log: PathBuf) -> Self {
        let (stop, stopped) = channel();
        let name = name.to_owned();
        let thread = std::thread::spawn(move || {
            let terminal = std::io::stderr().is_terminal();
            let begin = Instant::now();
            let mut wait = if terminal { TERMINAL } else { FIRST };
            while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let line = line(&name, begin.elapsed(), last_line(&log).as_deref());
                if terminal {
                    eprint!("\r\x1b[2K{line}");
                } else {
                    eprintln!("{line}");
                    wait = LATER;
                }
            }
            if terminal {
                eprint!("\r\x1b[2K");
            }
        });
        Self { stop: Some(stop), thread: Some(thread) }
    }
}

impl Drop for Pulse {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What is shown, cut to the width of a terminal.
pub fn line(name: &str, elapsed: Duration, last: Option<&str>) -> String {
    let last = last.map_or_else(String::new, |last| format!(", {last}"));
    format!("  {name}: {} s{last}", elapsed.as_secs()).chars().take(WIDTH).collect()
}

/// The last line of a file that is not blank.
pub fn last_line(path: &Path) -> Option<String> {
    let mut file = File::open(path).ok()?;
    let length = file.metadata().ok()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL))).ok()?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text.rsplit(['\n', '\r']).map(|line| line.replace(char::is_control, "").trim().to_owned());
    lines.find(|line| !line.is_empty())
}
