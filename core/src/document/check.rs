//! The check of one document, and the search for one that was registered twice.

use super::kind::{Direction, Kind, Urgency};
use super::signing::{Misfit, Signer, prefixes, signs_rightly};
use super::symbol::{Symbol, lookalikes};
use crate::ids::RegisterId;
use crate::rule::{Remark, Severity, Stage, Verdict, nfc};
use crate::shape::shape;
use crate::staff::Secrecy;
use crate::text::Text;
use crate::time::{Date, Stamp};
use std::collections::BTreeMap;

shape! {
    /// A document (*văn bản*).
    #[derive(PartialEq, Eq)]
    pub struct Document {
        /// Whither it goes.
        pub direction: Direction,
        /// The agency that issued it, by code or name.
        pub organ: String,
        /// Number and symbol as written, such as `01/CT-UBND`.
        pub symbol: String,
        /// The kind, where it is registered apart from the symbol.
        pub kind: Option<Kind>,
        /// The day of the document.
        pub issued: Date,
        /// What it is about (*trích yếu*).
        pub subject: Option<String>,
        /// How urgent it is.
        pub urgency: Urgency = Urgency::default(),
        /// How secret it is.
        pub secrecy: Secrecy = Secrecy::default(),
        /// The register in which it stands.
        pub register: Option<RegisterId>,
        /// When it came in, or was signed.
        pub at: Option<Stamp>,
        /// When it was registered.
        pub registered: Option<Stamp>,
        /// The lines of the signature block, above the name.
        pub signature: Vec<String>,
        /// Who signed, where it is known.
        pub signer: Option<Signer>,
        /// Whom it is for.
        pub receivers: Vec<String>,
    }
}

/// Checks a document as of a day. `holds` is the most secret document that the e-office may hold.
///
/// ```
/// use namro::document::{Document, check};
/// use namro::{Date, staff::Secrecy, value::parse_json};
/// let text = r#"{"direction": "incoming", "organ": "H26", "symbol": "1/QD-UBND", "issued": "2026-01-08", "kind": "quyet-dinh",
///     "subject": "Về việc công bố danh mục"}"#;
/// let document: Document = namro::shape::read(&parse_json(text.as_bytes()).unwrap()).unwrap();
/// let verdict = check(&document, Date::parse("2026-01-09").unwrap(), Secrecy::Ordinary);
/// let codes: Vec<_> = verdict.remarks.iter().map(|remark| remark.code.as_str()).collect();
/// assert_eq!(codes, ["symbol_accent", "symbol_kind", "symbol_spelling"]);
/// ```
pub fn check(document: &Document, at: Date, holds: Secrecy) -> Verdict {
    let mut run = Run { verdict: Verdict::new(None, Stage::Desk, at) };
    if document.secrecy > holds {
        run.error(
            "secrecy",
            "/secrecy",
            "Văn bản mật không được đưa vào hệ thống này",
            "A document this secret may not be held in this system",
            "",
        );
    }
    run.symbol(document);
    if document.issued > at {
        run.error("date_future", "/issued", "Ngày ban hành ở tương lai", "The day of issue lies in the future", "");
    }
    if document.subject.as_deref().is_none_or(|subject| subject.trim().is_empty())
        && document.kind != Some(Kind::CourtesyLetter)
    {
        run.note("subject", "/subject", "Thiếu trích yếu nội dung", "The subject is missing");
    }
    run.signature(document);
    run.times(document);
    let Run { mut verdict } = run;
    verdict.ready = verdict.remarks.iter().all(|remark| remark.severity != Severity::Error);
    verdict
}

struct Run {
    verdict: Verdict,
}

impl Run {
    fn push(&mut self, code: &str, severity: Severity, pointer: &str, text: Text, article: &str) {
        self.verdict.remarks.push(Remark {
            code: code.to_owned(),
            severity,
            stage: Stage::Desk,
            pointer: pointer.to_owned(),
            rule: None,
            property: None,
            text,
            source: if article.is_empty() { Vec::new() } else { vec![super::decree_30(article)] },
            remedy: None,
        });
    }

    fn error(&mut self, code: &str, pointer: &str, vi: &str, en: &str, article: &str) {
        self.push(code, Severity::Error, pointer, Text::new(vi, en), article);
    }

    fn note(&mut self, code: &str, pointer: &str, vi: &str, en: &str) {
        self.push(code, Severity::Warning, pointer, Text::new(vi, en), "");
    }

    fn symbol(&mut self, document: &Document) {
        let symbol = match Symbol::parse(&document.symbol) {
            Ok(symbol) => symbol,
            Err(error) => return self.push("symbol", Severity::Error, "/symbol", error.text(), "Annex I"),
        };
        if let Some((written, known)) = symbol.misspelt() {
            let text = Text::new(
                format!("Ký hiệu «{written}» có thể là «{known}»: dấu và chữ hoa, chữ thường là một phần của ký hiệu"),
                format!("The symbol `{written}` may be `{known}`: diacritics and capitals are part of it"),
            );
            self.push("symbol_accent", Severity::Warning, "/symbol", text, "Annex III");
        }
        if let (Some(kind), Some(read)) = (document.kind, symbol.kind())
            && kind != read
        {
            let hint = if lookalikes(read).contains(&kind) {
                (" (hai ký hiệu gần giống nhau)", " (the two look alike)")
            } else {
                ("", "")
            };
            let text = Text::new(
                format!("Ký hiệu là của {}, không phải {}{}", read.title().vi, kind.title().vi, hint.0),
                format!("The symbol is that of: {}, not: {}{}", read.title().en, kind.title().en, hint.1),
            );
            self.push("symbol_kind", Severity::Error, "/symbol", text, "Annex III");
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
            self.push("symbol_spelling", Severity::Warning, "/symbol", text, "Annex I");
        }
    }

    fn signature(&mut self, document: &Document) {
        let Some(signer) = &document.signer else { return };
        let Err(misfit) = signs_rightly(&prefixes(&document.signature), signer) else { return };
        let (vi, en) = match misfit {
            Misfit::Collective => (
                "«TM.» chỉ và luôn đi với cơ quan làm việc theo chế độ tập thể",
                "`TM.` goes with a collective body, and always",
            ),
            Misfit::Deputy => {
                ("Cấp phó ký thay phải ghi «KT.»", "`KT.` stands for a deputy who signs for the head, and only then")
            }
            Misfit::Order => (
                "Ký thừa lệnh «TL.» cần người đứng đầu đơn vị trực thuộc và loại văn bản có trong quy chế làm việc",
                "`TL.` needs the head of a unit directly below, and a kind that the work rules name",
            ),
            Misfit::Authorisation => (
                "Ký thừa ủy quyền «TUQ.» cần văn bản ủy quyền còn hiệu lực",
                "`TUQ.` needs a written authorisation in force",
            ),
            Misfit::Acting => {
                ("«Q.» cần quyết định giao quyền còn hiệu lực", "`Q.` needs an appointment as acting head in force")
            }
            Misfit::NoPower => ("Người ký không có thẩm quyền", "The signer has no power to sign"),
        };
        self.error("signature", "/signature", vi, en, "13");
    }

    /// What Decree 30/2020 says on pace, as far as days tell: issue on the day of signing or the next working day,
    /// registration before hand-over.
    fn times(&mut self, document: &Document) {
        if let (Some(at), Some(registered)) = (document.at, document.registered)
            && registered.at < at.at
        {
            let (vi, en) = ("Thời điểm đăng ký trước thời điểm nhận", "It was registered before it came in");
            self.error("registered_before", "/registered", vi, en, "22");
        }
        if document.direction == Direction::Outgoing && document.receivers.is_empty() {
            self.note("receivers", "/receivers", "Chưa có nơi nhận", "There are no receivers");
        }
    }
}

/// Documents that are one and the same: equal organ, symbol and day. Each group holds the indices of its members, the
/// first of them being the one to keep.
pub fn duplicates(documents: &[Document]) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<(String, String, Date), Vec<usize>> = BTreeMap::new();
    for (index, document) in documents.iter().enumerate() {
        let symbol = Symbol::parse(&document.symbol)
            .map_or_else(|_| nfc(&document.symbol).trim().to_owned(), |symbol| symbol.to_string());
        let organ = nfc(&document.organ).trim().to_lowercase();
        groups.entry((organ, symbol, document.issued)).or_default().push(index);
    }
    let mut out: Vec<_> = groups.into_values().filter(|group| group.len() > 1).collect();
    out.sort();
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::parse_json;

    fn document(text: &str) -> Document {
        crate::shape::read(&parse_json(text.as_bytes()).unwrap()).unwrap()
    }

    fn codes(text: &str) -> Vec<String> {
        let at = Date::parse("2026-01-09").unwrap();
        check(&document(text), at, Secrecy::Ordinary).remarks.into_iter().map(|remark| remark.code).collect()
    }

    #[test]
    fn a_sound_document_has_no_remarks() {
        let text = r#"{"direction": "outgoing", "organ": "H26", "symbol": "Số: 01/CT-UBND", "issued": "2026-01-08",
            "kind": "chi-thi", "subject": "Kỷ cương hành chính", "receivers": ["Các sở"],
            "signature": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "signer": {"standing": "head", "collective": true}}"#;
        assert_eq!(codes(text), Vec::<String>::new());
    }

    #[test]
    fn faults_are_told() {
        let text = r#"{"direction": "incoming", "organ": "H26", "symbol": "05/2025/QĐ-UBND", "issued": "2026-02-08",
            "secrecy": "secret", "signature": ["KT. CHỦ TỊCH"], "signer": {"standing": "head"},
            "at": "2026-01-08T09:00:00+07:00", "registered": "2026-01-08T08:00:00+07:00"}"#;
        assert_eq!(codes(text), ["secrecy", "symbol_year", "date_future", "subject", "signature", "registered_before"]);
        let text = r#"{"direction": "incoming", "organ": "H26", "symbol": "05/DA-UBND", "issued": "2026-01-08",
            "kind": "de-an", "subject": "x"}"#;
        assert_eq!(codes(text), ["symbol_kind"]);
    }

    #[test]
    fn duplicates_are_grouped() {
        let text = |symbol: &str, day: &str| {
            document(&format!(
                r#"{{"direction": "incoming", "organ": "H26", "symbol": "{symbol}", "issued": "{day}"}}"#
            ))
        };
        let all = [
            text("1/QĐ-UBND", "2026-01-08"),
            text("02/QĐ-UBND", "2026-01-08"),
            text("01/QĐ-UBND", "2026-01-08"),
            text("01/QĐ-UBND", "2026-01-09"),
        ];
        assert_eq!(duplicates(&all), [[0, 2]]);
    }
}
