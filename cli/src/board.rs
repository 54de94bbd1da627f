//! The board on the terminal: a summary of the report in fewer than forty lines.

use crate::arguments::Lang;
use crate::output::safe;
use namro::Text;
use namro::internals::render::{OfficerCard, Slice, Tone, count, duration, percent, points, when};
use namro::render::Report;
use std::fmt::Write as _;
use std::io::IsTerminal;
use std::path::PathBuf;

/// Draws the board.
pub(crate) fn board(report: &Report, lang: Lang, files: &[PathBuf]) -> String {
    let mut board = Board { lang, colour: std::io::stdout().is_terminal(), text: String::new() };
    board.head(report);
    board.colours(report);
    board.late(report);
    board.unclear(report);
    board.scores(report);
    board.missing(report);
    for path in files {
        board.line(&format!("→ {}", path.display()));
    }
    board.text
}

struct Board {
    lang: Lang,
    colour: bool,
    text: String,
}

impl Board {
    fn line(&mut self, text: &str) {
        // Colours are signs of the board itself; a text from a file has none.
        let text = if self.colour { text.to_owned() } else { safe(text) };
        let _ = writeln!(self.text, "{}", text.trim_end());
    }

    /// A text in the language of the board.
    fn say<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.lang.first())
    }

    fn heading(&mut self, vi: &str, en: &str) {
        let text = match self.lang {
            Lang::Vi => vi.to_owned(),
            Lang::En => en.to_owned(),
            Lang::Both => format!("{vi} · {en}"),
        };
        let (bold, plain) = if self.colour { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
        self.line(&format!("{bold}{text}{plain}"));
    }

    fn mark(&self, tone: Tone) -> String {
        let (sign, colour) = match tone {
            Tone::Red => ("■", "31"),
            Tone::Yellow => ("▲", "33"),
            Tone::Green => ("●", "32"),
            Tone::Grey => ("○", "90"),
        };
        if self.colour { format!("\x1b[{colour}m{sign}\x1b[0m") } else { sign.to_owned() }
    }

    fn head(&mut self, report: &Report) {
        let titled = |text: &Text, period: &Text, pick: fn(&Text) -> &str| format!("{}  {}", pick(text), pick(period));
        let vi = titled(&report.title, &report.period, |text| &text.vi);
        match self.lang {
            // The period is written the same in both languages, so it is shown once.
            Lang::Both => self.heading(&vi, &report.title.en),
            _ => self.heading(&vi, &titled(&report.title, &report.period, |text| &text.en)),
        }
        if let Some(notice) = &report.notice {
            self.line(self.say(notice));
        }
        let sizes: Vec<String> = report
            .sizes
            .iter()
            .map(|(label, number)| format!("{} {}", self.say(&count(*number)), self.say(label).to_lowercase()))
            .collect();
        self.line(&format!("{}  ({})", sizes.join(" · "), self.say(&when(report.as_of))));
    }

    fn colours(&mut self, report: &Report) {
        self.heading("Bảng màu", "Board");
        let open = Text::new("đang mở", "open");
        let finished = Text::new("đã xong", "finished");
        for (label, slices) in [(open, &report.open), (finished, &report.finished)] {
            let parts: Vec<String> = slices.iter().map(|slice| self.slice(slice)).collect();
            self.line(&format!("  {:<9} {}", self.say(&label), parts.join("  ")));
        }
        for share in &report.shares {
            let (k, n) = (count(share.k), count(share.n));
            let fraction = format!("{} / {}", self.say(&k), self.say(&n));
            self.line(&format!(
                "  {:>8}  {fraction:<17} {}",
                self.say(&percent(share.k, share.n)),
                self.say(&share.label)
            ));
        }
    }

    fn slice(&self, slice: &Slice) -> String {
        format!("{} {} {}", self.mark(slice.tone), self.say(&count(slice.count)), self.say(&slice.label))
    }

    fn late(&mut self, report: &Report) {
        if report.holders.is_empty() && report.overdue.is_empty() {
            return;
        }
        self.heading("Cái gì trễ, ai đang giữ", "What is late, who holds it");
        for holder in report.holders.iter().take(4) {
            let counts = [(Tone::Red, holder.red), (Tone::Yellow, holder.yellow), (Tone::Green, holder.green)];
            let counts: Vec<String> = counts
                .iter()
                .map(|(tone, number)| format!("{} {:<5}", self.mark(*tone), self.say(&count(*number))))
                .collect();
            self.line(&format!("  {:<12} {}{}", self.say(&holder.name), counts.join(" "), self.say(&holder.title)));
        }
        for row in report.overdue.iter().take(3) {
            let overrun = duration(row.overrun);
            self.line(&format!(
                "  {} {:<26} {:<12} {:<12} {}",
                self.mark(Tone::Red),
                row.case,
                self.say(&row.step),
                self.say(&row.holder),
                self.say(&Text::new(format!("quá {}", overrun.vi), format!("{} over", overrun.en))),
            ));
        }
    }

    fn unclear(&mut self, report: &Report) {
        if report.troubles.is_empty() {
            return;
        }
        self.heading("Điều gì chưa rõ", "What was not clear");
        for trouble in report.troubles.iter().take(8) {
            let number = count(trouble.count);
            self.line(&format!(
                "  {:>8}  {:<17} {}",
                self.say(&number),
                self.say(&trouble.dimension),
                self.say(&trouble.label)
            ));
        }
    }

    fn scores(&mut self, report: &Report) {
        let Some(cards) = &report.cards else { return };
        self.heading("Phiếu điểm", "Scorecards");
        for (mark, list) in [("▼", &cards.worst), ("▲", &cards.best)] {
            for card in list.iter().take(3) {
                self.card(mark, card);
            }
        }
    }

    fn card(&mut self, mark: &str, card: &OfficerCard) {
        let number = card.points.map_or_else(|| Text::same("–"), points);
        let score = format!("{} / {}", self.say(&number), self.say(&points(card.maximum)));
        let line =
            format!("  {mark} {score:<15} {:<6} {} · {}", card.officer, self.say(&card.reason), self.say(&card.title));
        self.line(&line);
    }

    fn missing(&mut self, report: &Report) {
        if report.missing.is_empty() {
            return;
        }
        self.heading("Chưa đánh giá được", "Not assessed");
        for missing in report.missing.iter().take(4) {
            let number = missing.count.map(|number| format!("{} ", self.say(&count(number)))).unwrap_or_default();
            let line =
                format!("  {} {number}{}: {}", self.mark(Tone::Grey), self.say(&missing.what), self.say(&missing.why));
            self.line(&line);
        }
    }
}
