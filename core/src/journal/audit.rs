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
            "no deposited head: a tail cut off or a journal written anew cannot be seen",
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
mod tests {
    use super::*;
    use crate::base::shape::read;
    use crate::base::value::parse_json;
    use crate::case::Event;
    use crate::journal::{Journal, prove, verify_proof};
    use proptest::prelude::*;

    fn event(case: u8, act: u8) -> Event {
        let act = ["receive", "complete", "sign"][usize::from(act) % 3];
        let text = format!(r#"{{"case_id": "c{case}", "at": "2026-01-08T09:00:00Z", "act": "{act}", "step": "kỳ"}}"#);
        read(&parse_json(text.as_bytes()).unwrap()).unwrap()
    }

    fn journal(acts: &[(u8, u8)]) -> Journal {
        let events: Vec<Event> = acts.iter().map(|(case, act)| event(*case, *act)).collect();
        Journal::of_events(&events).unwrap()
    }

    fn kinds(text: &str, head: Option<&Head>) -> Vec<&'static str> {
        let audit = verify(text.as_bytes(), head).unwrap();
        assert_eq!(audit.sound, audit.findings.is_empty());
        audit.findings.into_iter().map(|finding| finding.kind.as_str()).collect()
    }

    #[test]
    fn what_each_tampering_is_called() {
        let sealed = journal(&[(1, 0), (2, 0), (1, 1), (2, 1)]);
        let (text, head) = (sealed.to_text().unwrap(), sealed.head().unwrap());
        assert!(kinds(&text, Some(&head)).is_empty());
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        assert_eq!(kinds(&lines[..3].concat(), Some(&head)), ["journal_cut"]);
        assert_eq!(kinds(&lines[..3].concat(), None), [""; 0]);
        assert_eq!(kinds(&[lines[0], lines[1], lines[3]].concat(), None), [""; 0], "the end of one case is a cut too");
        assert_eq!(kinds(&lines[1..].concat(), None), ["entry_missing"]);
        assert_eq!(kinds(&text.replacen("complete", "sign", 1), None), ["entry_altered"]);
        let anew = journal(&[(1, 0), (2, 0), (1, 2), (2, 1)]).to_text().unwrap();
        assert_eq!(kinds(&anew, None), [""; 0]);
        assert_eq!(kinds(&anew, Some(&head)), ["journal_rewritten"]);
        assert_eq!(verify(anew.as_bytes(), None).unwrap().limits.len(), 1);
    }

    #[test]
    fn a_journal_may_grow_after_its_head_was_deposited() {
        let mut sealed = journal(&[(1, 0), (2, 0)]);
        let head = sealed.head().unwrap();
        sealed.append(&event(1, 1), &[], &mut || [0; 32]).unwrap();
        sealed.append(&event(0, 1), &[], &mut || [0; 32]).unwrap();
        let audit = verify(sealed.to_text().unwrap().as_bytes(), Some(&head)).unwrap();
        assert!(audit.sound);
        assert_eq!((audit.limits.len(), audit.head), (1, sealed.head().unwrap()));
        let empty = Journal::new();
        assert!(verify(b"", Some(&empty.head().unwrap())).unwrap().sound);
        assert!(verify(sealed.to_text().unwrap().as_bytes(), Some(&empty.head().unwrap())).unwrap().sound);
    }

    proptest! {
        #[test]
        fn any_flipped_byte_is_found(
            acts in proptest::collection::vec((0u8..4, 0u8..3), 1..12), at in any::<prop::sample::Index>(), bit in 0u8..8
        ) {
            let sealed = journal(&acts);
            let mut bytes = sealed.to_text().unwrap().into_bytes();
            let index = at.index(bytes.len());
            bytes[index] ^= 1 << bit;
            prop_assert!(!verify(&bytes, Some(&sealed.head().unwrap())).unwrap().sound);
        }

        #[test]
        fn any_other_history_is_found(
            acts in proptest::collection::vec((0u8..4, 0u8..3), 0..12),
            other in proptest::collection::vec((0u8..4, 0u8..3), 0..12),
        ) {
            let (sealed, other) = (journal(&acts), journal(&other));
            let head = sealed.head().unwrap();
            let by_case = |journal: &Journal, count: usize| {
                let mut entries: Vec<_> = journal.entries()[..count.min(journal.entries().len())].to_vec();
                entries.sort_by(|a, b| (&a.case_id, a.position).cmp(&(&b.case_id, b.position)));
                entries
            };
            // The order between cases is not sealed.
            let same = by_case(&sealed, acts.len()) == by_case(&other, acts.len());
            prop_assert_eq!(verify(other.to_text().unwrap().as_bytes(), Some(&head)).unwrap().sound, same);
        }

        #[test]
        fn every_entry_is_proved_and_no_other(
            acts in proptest::collection::vec((0u8..6, 0u8..3), 1..16), pick in any::<prop::sample::Index>(),
        ) {
            let sealed = journal(&acts);
            let head = sealed.head().unwrap();
            let proof = prove(&sealed, pick.index(acts.len())).unwrap();
            prop_assert!(verify_proof(&proof, &head).is_ok());
            let text = canonical(&proof).unwrap();
            let back: crate::journal::Proof = read(&parse_json(text.as_bytes()).unwrap()).unwrap();
            prop_assert_eq!(&back, &proof);
            for (index, _) in text.char_indices() {
                let mut bytes = text.clone().into_bytes();
                bytes[index] ^= 1;
                let Ok(node) = parse_json(&bytes) else { continue };
                let Ok(changed) = read::<crate::journal::Proof>(&node) else { continue };
                prop_assert!(changed == proof || verify_proof(&changed, &head).is_err(), "{}", index);
            }
        }
    }
}
