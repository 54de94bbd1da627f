//! Checks a single document.

use super::kind::{Direction, Kind};
use super::rules::DocumentRules;
use super::signer::signer_of;
use super::signing::{needed, prefixes, signs_rightly};
use super::spec::{Document, Milestone};
use super::spelling::lookalikes;
use super::symbol::Symbol;
use crate::base::error::nearest;
use crate::base::ids::RegisterId;
use crate::base::source::Source;
use crate::base::text::{Text, is_blank, nfc};
use crate::base::time::{Date, Zone};
use crate::people::{Secrecy, Staff};
use crate::rule::{Remark, Severity, Stage, Verdict};

/// What the check of a document needs besides the document.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The day on which the check is made.
    pub at: Date,
    /// The time zone of the office, in which dates are taken.
    pub zone: &'a Zone,
    /// The highest secrecy that the electronic office may hold (*độ mật*).
    pub holds: Secrecy,
    /// The rules on documents, if the rulebook has any.
    pub rules: Option<&'a DocumentRules>,
    /// The staff, needed if an officer of the office signed.
    pub staff: Option<&'a Staff>,
}

/// Checks a document on a day.
pub(crate) fn check(document: &Document, context: &Context<'_>) -> Verdict {
    let mut run = Run { verdict: Verdict::new(None, Stage::Desk, context.at), context };
    if document.secrecy > context.holds {
        let (vi, en) = (
            "Văn bản mật không được đưa vào hệ thống này; xử lý theo quy định về bảo vệ bí mật nhà nước",
            "A document this secret may not be held in this system; it goes the way of state secrets",
        );
        run.error("secrecy", "/secrecy", vi, en, "");
    }
    run.symbol(document);
    if document.issued > context.at {
        run.error("date_future", "/issued", "Ngày ban hành ở tương lai", "The day of issue lies in the future", "");
    }
    let kind = document.known_kind();
    if is_blank(&document.organ) {
        run.note("organ", "/organ", "Thiếu cơ quan ban hành", "The agency is missing");
    }
    if document.subject.as_deref().is_none_or(is_blank) && kind != Some(Kind::CourtesyLetter) {
        run.note("subject", "/subject", "Thiếu trích yếu nội dung", "The subject is missing");
    }
    run.signature(document);
    run.register(document);
    run.order(document);
    run.days(document);
    if document.direction == Direction::Outgoing && document.receivers.iter().all(|receiver| is_blank(receiver)) {
        run.note("receivers", "/receivers", "Chưa có nơi nhận", "There are no receivers");
    }
    let Run { mut verdict, .. } = run;
    verdict.ready = verdict.remarks.iter().all(|remark| remark.severity != Severity::Error);
    verdict
}

struct Run<'a> {
    verdict: Verdict,
    context: &'a Context<'a>,
}

impl Run<'_> {
    fn push(&mut self, code: &str, severity: Severity, pointer: &str, text: Text, source: Vec<Source>) {
        self.verdict.remarks.push(Remark {
            code: code.to_owned(),
            severity,
            stage: Stage::Desk,
            pointer: pointer.to_owned(),
            rule: None,
            property: None,
            text,
            source,
            remedy: None,
        });
    }

    fn error(&mut self, code: &str, pointer: &str, vi: &str, en: &str, article: &str) {
        self.push(code, Severity::Error, pointer, Text::new(vi, en), basis(article));
    }

    fn note(&mut self, code: &str, pointer: &str, vi: &str, en: &str) {
        self.push(code, Severity::Warning, pointer, Text::new(vi, en), Vec::new());
    }

    /// Adds a remedy to the remark that was pushed last.
    fn remedy(&mut self, text: Text) {
        if let Some(remark) = self.verdict.remarks.last_mut() {
            remark.remedy = Some(text);
        }
    }

    fn symbol(&mut self, document: &Document) {
        // Courtesy letters are not numbered.
        if document.kind == Some(Kind::CourtesyLetter) && is_blank(&document.symbol) {
            return;
        }
        let symbol = match Symbol::parse(&document.symbol) {
            Ok(symbol) => symbol,
            Err(error) => {
                self.push("symbol", Severity::Error, "/symbol", error.text(), basis("Phụ lục I"));
                error.help().into_iter().for_each(|help| self.remedy(help));
                return;
            }
        };
        if let Some((written, known)) = symbol.misspelt() {
            let text = Text::new(
                format!("Ký hiệu «{written}» có thể là «{known}»: dấu và chữ hoa, chữ thường là một phần của ký hiệu"),
                format!("The symbol `{written}` may be `{known}`: diacritics and capitals are part of it"),
            );
            self.push("symbol_accent", Severity::Warning, "/symbol", text, basis("Phụ lục III"));
        }
        self.disguised(document, &symbol);
        if let Some(kind) = document.kind
            && let Some(own) = symbol.denies(kind)
        {
            let alike = symbol.kind().is_some_and(|own| lookalikes(own).contains(&kind));
            let hint = if alike { (" (hai ký hiệu gần giống nhau)", " (the two look alike)") } else { ("", "") };
            let text = Text::new(
                format!("Ký hiệu là của {}, không phải {}{}", own.vi, kind.words().vi, hint.0),
                format!("The symbol is that of: {}, not: {}{}", own.en, kind.words().en, hint.1),
            );
            self.push("symbol_kind", Severity::Error, "/symbol", text, basis("Phụ lục III"));
            if let Some(usual) = kind.abbreviation() {
                let title = kind.words();
                self.remedy(Text::new(
                    format!("{} có ký hiệu «{usual}»", title.vi),
                    format!("`{usual}` is that of: {}", title.en),
                ));
            }
        }
        if let Some(year) = symbol.year()
            && year != document.issued.ymd().0
        {
            let (vi, en) = ("Năm trong ký hiệu khác năm ban hành", "The year of the symbol is not that of the issue");
            self.error("symbol_year", "/symbol", vi, en, "");
        }
        let written = nfc(&document.symbol);
        let written = written.trim().trim_start_matches("Số:").trim();
        if written != symbol.to_string() {
            let text = Text::new(format!("Cách ghi đúng: {symbol}"), format!("The right spelling is {symbol}"));
            self.push("symbol_spelling", Severity::Warning, "/symbol", text, basis("Phụ lục I"));
        }
    }

    /// A symbol that parses as one of a state agency but looks like that of another kind of body.
    fn disguised(&mut self, document: &Document, symbol: &Symbol) {
        let dated = symbol.dated(document.issued.ymd().0).filter(|_| document.kind.is_none());
        let (right, vi, en) = match (dated, symbol.of_party()) {
            (Some(right), _) => {
                (right, "Ký hiệu văn bản quy phạm pháp luật phải có năm", "The symbol of a legal document has its year")
            }
            (None, Some(right)) => (right, "Văn bản của Đảng ghi số-LOẠI/CƠ QUAN", "The Party writes number-KIND/BODY"),
            (None, None) => return,
        };
        self.push("symbol_form", Severity::Warning, "/symbol", Text::new(vi, en), basis("Phụ lục III"));
        self.remedy(Text::new(format!("Có phải là {right}?"), format!("Is it {right}?")));
    }

    fn signature(&mut self, document: &Document) {
        let known = document.signed_by.as_ref().zip(self.context.staff);
        if let (Some((_, staff)), Some(unit)) = (known, &document.unit)
            && !staff.organisation().has_unit(unit)
        {
            let text = Text::new(format!("Không có đơn vị «{unit}»"), format!("There is no unit `{unit}`"));
            self.push("unit_unknown", Severity::Error, "/unit", text, Vec::new());
            let units = staff.organisation().unit_ids().map(|id| id.as_str());
            if let Some(near) = nearest(unit.as_str(), units) {
                self.remedy(Text::new(format!("Có phải là «{near}»?"), format!("Is it `{near}`?")));
            }
            return;
        }
        let derived = known.map(|(officer, staff)| {
            signer_of(staff, officer, document.unit.as_ref(), document.known_kind(), document.issued)
        });
        if let (Some(None), Some(officer)) = (&derived, &document.signed_by) {
            let text = Text::new(
                format!("{officer} không có trong danh sách nhân sự"),
                format!("{officer} is not on the staff"),
            );
            return self.push("signer_unknown", Severity::Error, "/signed_by", text, basis("13"));
        }
        let Some(signer) = derived.flatten().or_else(|| document.signer.clone()) else { return };
        let Err(misfit) = signs_rightly(&prefixes(&document.signature), &signer) else { return };
        let text = misfit.text();
        self.push("signature", Severity::Error, "/signature", text, basis("13"));
        if let Some(needed) = needed(&signer) {
            let lines = needed.iter().map(|prefix| format!("«{prefix}»")).collect::<Vec<_>>().join(", ");
            self.remedy(match needed.is_empty() {
                true => Text::new("Ký trực tiếp, không ghi quyền hạn ký", "Sign without a prefix"),
                false => Text::new(format!("Ghi {lines}"), format!("Write {lines}")),
            });
        }
    }

    /// Impossible days: an act in the future, an arrival before the issue, a due that had passed when it was set, a
    /// number given on another day than the date of the document (Decree 30/2020 art. 15).
    fn days(&mut self, document: &Document) {
        let on = |milestone: Milestone| document.reached(milestone).map(|stamp| self.context.zone.date_of(stamp.at));
        let arrived = on(Milestone::Arrive).filter(|day| *day < document.issued);
        let numbered =
            on(Milestone::Number).filter(|day| document.direction != Direction::Incoming && *day != document.issued);
        let future: Vec<_> = document
            .done
            .keys()
            .copied()
            .filter(|milestone| on(*milestone).is_some_and(|day| day > self.context.at))
            .collect();
        for milestone in future {
            let title = milestone.title();
            let text = Text::new(
                format!("«{}» ghi thời điểm ở tương lai", title.vi),
                format!("`{}` bears a time that is still to come", title.en),
            );
            self.push("milestone_future", Severity::Warning, &format!("/done/{milestone}"), text, Vec::new());
        }
        if arrived.is_some() {
            let (vi, en) = ("Văn bản đến trước ngày ban hành", "The document arrived before the day of its issue");
            self.note("date_arrival", "/done/arrive", vi, en);
        }
        if numbered.is_some() {
            let (vi, en) =
                ("Ngày của văn bản khác ngày cấp số", "The day of the document is not that on which it was numbered");
            self.push("date_number", Severity::Warning, "/issued", Text::new(vi, en), basis("15"));
        }
        let begun = document.reached(Milestone::Direct).or_else(|| document.reached(Milestone::Arrive));
        if document.due.zip(begun).is_some_and(|(due, begun)| due.at <= begun.at) {
            let (vi, en) =
                ("Hạn xử lý đã qua khi văn bản được giao", "The due was over when the document was handed out");
            self.note("due_past", "/due", vi, en);
        }
    }

    /// Secret documents have separate registers, and each register accepts what its rules say.
    fn register(&mut self, document: &Document) {
        if document.number == Some(0) {
            self.error("number_zero", "/number", "Số bắt đầu từ 01", "Numbers begin with 01", "15");
        }
        let Some(rules) = self.context.rules else { return };
        let registered = document.reached(Milestone::Register).is_some();
        let Some(id) = &document.register else {
            if registered && !rules.registers.is_empty() {
                let (vi, en) =
                    ("Đã đăng ký mà không ghi vào sổ nào", "It was registered but is entered in no register");
                self.push("register_missing", Severity::Warning, "/register", Text::new(vi, en), basis("22"));
            }
            return;
        };
        if registered && document.direction == Direction::Incoming && document.number.is_none() {
            let (vi, en) = ("Đã đăng ký mà chưa ghi số đến", "It was registered without its number");
            self.push("number_missing", Severity::Warning, "/number", Text::new(vi, en), basis("22"));
        }
        let Some(register) = rules.registers.get(id) else {
            if !rules.registers.is_empty() {
                let text = Text::new(format!("Không có sổ «{id}»"), format!("There is no register `{id}`"));
                self.push("register_unknown", Severity::Error, "/register", text, Vec::new());
            }
            return;
        };
        if !register.takes(document) {
            let text = Text::new(
                format!("Văn bản không thuộc sổ «{}»", register.title.vi),
                format!("The document does not belong into the register `{}`", register.title.en),
            );
            self.push("register_wrong", Severity::Error, "/register", text, register.source.0.clone());
            let fits = |(id, spec): (&RegisterId, &super::RegisterSpec)| spec.takes(document).then(|| id.to_string());
            let fitting: Vec<_> = rules.registers.iter().filter_map(fits).collect();
            if !fitting.is_empty() {
                let names = fitting.join(", ");
                self.remedy(Text::new(format!("Đăng ký vào: {names}"), format!("Register it in: {names}")));
            }
        }
    }

    /// Checks the required order: registration before hand-over, the signature before the number.
    fn order(&mut self, document: &Document) {
        let Some(rules) = self.context.rules else { return };
        for spec in rules.order.values().flat_map(|versions| &versions.0) {
            let Some(reached) = document.reached(spec.then) else { continue };
            // The rules of the day on which it was done apply.
            if !spec.applies(document, self.context.zone.date_of(reached.at)) {
                continue;
            }
            let pointer = format!("/done/{}", spec.then);
            let (first, then) = (spec.first.title(), spec.then.title());
            match document.reached(spec.first) {
                Some(done) if done.at <= reached.at => {}
                Some(_) => {
                    let text = Text::new(
                        format!("«{}» phải trước «{}»", first.vi, then.vi),
                        format!("`{}` comes before `{}`", first.en, then.en),
                    );
                    self.push("milestone_order", spec.severity, &pointer, text, spec.source.0.clone());
                }
                None => {
                    let text = Text::new(
                        format!("Đã «{}» mà chưa «{}»", then.vi, first.vi),
                        format!("`{}` was done without `{}`", then.en, first.en),
                    );
                    self.push("milestone_missing", spec.severity, &pointer, text, spec.source.0.clone());
                }
            }
        }
    }
}

fn basis(article: &str) -> Vec<Source> {
    if article.is_empty() { Vec::new() } else { vec![super::decree_30(article)] }
}

#[cfg(test)]
#[path = "tests/check.rs"]
mod tests;
