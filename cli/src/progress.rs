//! What is going on, for whoever waits: a bar on a terminal, a line for each stage elsewhere.

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
    /// So many stages.
    pub(crate) fn new(stages: u64, language: Language) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new(stages);
            // The template is a constant; were it ever wrong, the plain style would do.
            let style = ProgressStyle::with_template("{spinner:.cyan} {bar:24.cyan/dim} {msg}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        });
        Self { language, bar }
    }

    /// The next stage begins.
    pub(crate) fn stage(&self, vi: &str, en: &str) {
        let text = Text::new(vi, en);
        match &self.bar {
            Some(bar) => {
                bar.inc(1);
                bar.set_message(text.get(self.language).to_owned());
            }
            None => eprintln!("… {}", text.get(self.language)),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
