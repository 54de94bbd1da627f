//! Verifies the stored lines of a journal against the head that was deposited.

use super::chain::{Chain, Chains, Head, head_of};
use super::tree::leaf;
use crate::base::canon::{Hash, canonical};
use crate::base::error::Error;
use crate::base::ids::CaseId;
use crate::base::text::Text;
use crate::replay::finding::{Finding, FindingKind, Subject, SubjectKind};
use serde::Serialize;
use serde_json::Value;

/// The result of verifying a journal (*kết quả kiểm tra sổ*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Audit {
    /// Whether there are no findings.
    pub sound: bool,
    /// The head computed from the verified lines.
    pub head: Head,
    /// The findings line by line, then those that the deposited head shows.
    pub findings: Vec<Finding>,
    /// What this verification could not detect, in words.
    pub limits: Vec<Text>,
}

/// Verifies the lines of a journal (as [`super::Journal::to_text`] writes them).
///
/// Each chain must be valid, and the first entries, as many as the deposited head counts, must give its root. Without a
/// deposited head, a truncated or completely rewritten journal cannot be detected, and the answer says so.
///
/// # Errors
/// [`crate::Code::TooLarge`] beyond four billion entries.
pub fn verify(lines: &[u8], deposited: Option<&Head>) -> Result<Audit, Error> {
    let mut auditor = Auditor::default();
    let mut then = None;
    let body = lines.strip_suffix(b"\n").unwrap_or(lines);
    if body.len() == lines.len() && !lines.is_empty() {
        auditor.find(FindingKind::EntryAltered, 0, unterminated())?;
    }
    let due = |auditor: &Auditor| deposited.is_some_and(|head| head.entries as usize == auditor.entries);
    if due(&auditor) {
        then = Some(head_of(&auditor.chains, 0)?);
    }
    for line in body.split(|byte| *byte == b'\n').filter(|_| !body.is_empty()) {
        auditor.line(line)?;
        if due(&auditor) {
            then = Some(head_of(&auditor.chains, auditor.entries)?);
        }
    }
    let head = head_of(&auditor.chains, auditor.entries)?;
    let mut limits = Vec::new();
    match (deposited, then) {
        (None, _) => limits.push(Text::new(
            "không có đầu sổ đã gửi giữ: không thể thấy sổ bị cắt đuôi hoặc bị viết lại toàn bộ",
            "no deposited head: a tail cut off or a rewritten journal cannot be detected",
        )),
        (Some(deposited), None) => {
            let (kept, promised) = (auditor.entries, deposited.entries);
            auditor.find(
                FindingKind::JournalCut,
                0,
                Text::new(
                    format!("sổ chỉ còn {kept} mục, đầu sổ đã gửi giữ có {promised} mục"),
                    format!("the journal has {kept} entries, the deposited head counts {promised}"),
                ),
            )?;
        }
        (Some(deposited), Some(then)) if (then.root, then.cases) != (deposited.root, deposited.cases) => {
            let count = deposited.entries;
            auditor.find(
                FindingKind::JournalRewritten,
                0,
                Text::new(
                    format!("{count} mục đầu không dẫn tới gốc đã gửi giữ: sổ đã bị viết lại"),
                    format!("the first {count} entries do not lead to the deposited root: the journal was rewritten"),
                ),
            )?;
        }
        (Some(deposited), Some(_)) if auditor.entries > deposited.entries as usize => {
            let younger = auditor.entries - deposited.entries as usize;
            limits.push(Text::new(
                format!("{younger} mục sau đầu sổ đã gửi giữ chỉ được kiểm tra theo chuỗi của vụ việc"),
                format!("{younger} entries are younger than the deposited head: only their chains were checked"),
            ));
        }
        (Some(_), Some(_)) => {}
    }
    Ok(Audit { sound: auditor.findings.is_empty(), head, findings: auditor.findings, limits })
}

fn unterminated() -> Text {
    Text::new("dòng cuối không kết thúc đúng cách", "the last line does not end as it should")
}

#[derive(Default)]
struct Auditor {
    chains: Chains,
    entries: usize,
    findings: Vec<Finding>,
}

impl Auditor {
    /// With more findings than this, a longer list is of no use.
    const MAX: usize = 1000;

    fn line(&mut self, line: &[u8]) -> Result<(), Error> {
        self.entries += 1;
        let number = self.entries;
        let Some(entry) = parse(line) else {
            return self.find(
                FindingKind::EntryAltered,
                number,
                Text::new(
                    format!("dòng {number} không phải là một mục của sổ"),
                    format!("line {number} is no entry of a journal"),
                ),
            );
        };
        let case = entry.case_id;
        let before = self.chains.get(&case).copied().unwrap_or_else(|| Chain::new(case.as_str()));
        let chain = before.with(leaf(entry.event.as_bytes()));
        // The following entries are judged by the chain as written, so that one altered line is one finding.
        self.chains.insert(case, Chain { entries: entry.position, head: entry.link });
        if entry.position != chain.entries {
            return self.find(
                FindingKind::EntryMissing,
                number,
                Text::new(
                    format!("dòng {number}: mục thứ {} của vụ việc, đáng lẽ là {}", entry.position, chain.entries),
                    format!("line {number}: entry {} of its case where {} is due", entry.position, chain.entries),
                ),
            );
        }
        if entry.link != chain.head {
            return self.find(
                FindingKind::EntryAltered,
                number,
                Text::new(
                    format!("dòng {number}: nội dung không khớp với mắt xích"),
                    format!("line {number}: the content does not fit its link"),
                ),
            );
        }
        Ok(())
    }

    fn find(&mut self, kind: FindingKind, line: usize, text: Text) -> Result<(), Error> {
        if self.findings.len() < Self::MAX {
            let subject = Subject { kind: SubjectKind::Log, id: format!("journal:{line}") };
            self.findings.push(Finding::new(kind, subject, None, 0, text)?);
        }
        Ok(())
    }
}

struct Parsed {
    case_id: CaseId,
    position: u32,
    event: String,
    link: Hash,
}

/// Parses a line, which must be canonical byte for byte.
fn parse(line: &[u8]) -> Option<Parsed> {
    let value: Value = serde_json::from_slice(line).ok()?;
    if canonical(&value).ok()?.as_bytes() != line || value.as_object()?.len() != 4 {
        return None;
    }
    let (event, case) = (value.get("event")?, value.get("case_id")?.as_str()?);
    if event.get("case_id")?.as_str()? != case {
        return None;
    }
    Some(Parsed {
        case_id: CaseId::from(case),
        position: u32::try_from(value.get("position")?.as_u64()?).ok()?,
        event: canonical(event).ok()?,
        // Upper-case digits would be the same number, but not the same bytes.
        link: value.get("link")?.as_str().and_then(|text| Hash::parse(text).filter(|link| link.to_string() == text))?,
    })
}

#[cfg(test)]
#[path = "tests/audit.rs"]
mod tests;
