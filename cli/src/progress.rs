//! Shows progress: a bar on a terminal, otherwise a line for each stage.

use crate::terminal::note;
use indicatif::{ProgressBar, ProgressStyle};
use namro::{Language, Text};
use std::io::IsTerminal;
use std::time::Duration;

/// Stages of a long piece of work.
#[derive(Debug)]
pub(crate) struct Progress {
    language: Language,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Progress before the first stage.
    pub(crate) fn new(language: Language) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new_spinner();
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        });
        Self { language, bar }
    }

    /// Starts the next stage.
    pub(crate) fn stage(&self, vi: &str, en: &str) {
        let text = Text::new(vi, en);
        match &self.bar {
            Some(bar) => {
                bar.set_style(style("{spinner:.cyan} {msg}"));
                bar.set_message(text.get(self.language).to_owned());
            }
            None => note(&format!("… {}", text.get(self.language))),
        }
    }

    /// Starts the stage of reading, with the number of bytes to read.
    pub(crate) fn reading(&self, bytes: u64) {
        self.stage("đọc nhật ký", "reading the log");
        if let Some(bar) = &self.bar {
            bar.set_length(bytes);
            bar.set_style(style("{spinner:.cyan} {msg} {bar:30.cyan/dim} {bytes}/{total_bytes} {eta}"));
        }
    }

    /// Sets the number of bytes that have been read.
    pub(crate) fn bytes(&self, read: u64) {
        if let Some(bar) = &self.bar {
            bar.set_position(read);
        }
    }
}

/// The templates are constants; if one were wrong, the default style would be used.
fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner())
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
