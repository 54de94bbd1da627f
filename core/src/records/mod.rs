//! Scheduled things (*lịch công tác, cuộc họp, kiểm tra, khảo sát*): what was expected against what was seen.
//!
//! A weekly schedule, the papers of a meeting, a surprise inspection, a survey and a queue are one pattern: somebody
//! is expected to do or be something within a span of time, and somebody else notes what was so.

use crate::error::Error;
use crate::finding::{Dimension, Finding, Grade, Subject, SubjectKind};
use crate::ids::{OfficerId, UnitId};
use crate::shape::shape;
use crate::source::Source;
use crate::text::Text;
use crate::time::{Instant, Stamp};

shape! {
    /// Something expected of an officer within a span of time.
    #[derive(PartialEq, Eq)]
    pub struct Expected {
        /// Its identifier, unique within the kind.
        pub id: String,
        /// What kind of thing: `presence`, `papers_sent`, `reply`, `vote`, …
        pub kind: String,
        /// What it is.
        pub title: Text,
        /// Of whom; without one, of the unit.
        pub officer: Option<OfficerId>,
        /// The unit.
        pub unit: Option<UnitId>,
        /// First instant of the span.
        pub from: Stamp,
        /// Last instant of the span, itself included.
        pub to: Stamp,
        /// Where the expectation comes from.
        pub source: Option<Source>,
    }
}

shape! {
    /// What was seen of it.
    #[derive(PartialEq, Eq)]
    pub struct Seen {
        /// Identifier of what was expected.
        pub expected: String,
        /// Kind of what was expected.
        pub kind: String,
        /// When.
        pub at: Stamp,
        /// Whether it was as expected; an inspection that finds an empty desk says no.
        pub kept: bool = true,
        /// What was noted.
        pub note: Option<String>,
    }
}

/// Compares. Findings stand in the order of the expectations:
///
/// - `not_kept`: somebody looked within the span, and it was not so;
/// - `kept_late`: it was so, but only after the span;
/// - `not_seen`: the span is over and nobody saw it. Before its end, nothing is found: it may still happen.
///
/// What was seen without being expected comes last, as `not_expected`.
///
/// # Errors
/// As [`Finding::new`].
pub fn compare(expected: &[Expected], seen: &[Seen], as_of: Instant) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    for item in expected {
        let mut about: Vec<&Seen> = seen
            .iter()
            .filter(|seen| seen.expected == item.id && seen.kind == item.kind && seen.at.at <= as_of)
            .collect();
        about.sort_by_key(|seen| seen.at.at);
        if let Some((kind, since, text)) = judge(item, &about, as_of) {
            findings.push(finding(item, kind, since, text)?);
        }
    }
    for (occurrence, stray) in (0u32..)
        .zip(seen.iter().filter(|seen| !expected.iter().any(|item| item.id == seen.expected && item.kind == seen.kind)))
    {
        let text = Text::new(
            format!("«{}» được ghi nhận nhưng không có trong lịch", stray.expected),
            format!("`{}` was seen, but nothing of the kind was scheduled", stray.expected),
        );
        let subject = Subject { kind: SubjectKind::Log, id: stray.kind.clone() };
        let mut found = Finding::new("not_expected", Dimension::Task, Grade::Header, subject, None, occurrence, text)?;
        found.since = Some(stray.at);
        findings.push(found);
    }
    Ok(findings)
}

/// The finding about one expectation, if there is one: its kind, since when, and in words.
fn judge(item: &Expected, about: &[&Seen], as_of: Instant) -> Option<(&'static str, Stamp, Text)> {
    let within = |seen: &&&Seen| item.from.at <= seen.at.at && seen.at.at <= item.to.at;
    if about.iter().filter(within).any(|seen| seen.kept) {
        return None;
    }
    let Text { vi, en } = &item.title;
    if let Some(missed) = about.iter().find(within) {
        let text = Text::new(
            format!("{vi}: kiểm tra lúc {} không đúng như lịch", missed.at),
            format!("{en}: not so when looked at, {}", missed.at),
        );
        return Some(("not_kept", missed.at, text));
    }
    if as_of <= item.to.at {
        return None;
    }
    match about.iter().find(|seen| seen.kept && seen.at.at > item.to.at) {
        Some(late) => {
            let text = Text::new(
                format!("{vi}: muộn, lúc {} (hạn {})", late.at, item.to),
                format!("{en}: late, {} (until {})", late.at, item.to),
            );
            Some(("kept_late", item.to, text))
        }
        None => {
            let text = Text::new(
                format!("{vi}: hết {} chưa thấy thực hiện", item.to),
                format!("{en}: not seen by {}", item.to),
            );
            Some(("not_seen", item.to, text))
        }
    }
}

fn finding(item: &Expected, kind: &str, since: Stamp, text: Text) -> Result<Finding, Error> {
    let subject = match &item.officer {
        Some(officer) => Subject { kind: SubjectKind::Officer, id: officer.to_string() },
        None => {
            Subject { kind: SubjectKind::Unit, id: item.unit.as_ref().map_or_else(String::new, ToString::to_string) }
        }
    };
    // Several expectations of one officer differ by their identifier, which so belongs to the finding's own.
    let kind_of_it = format!("{kind}:{}:{}", item.kind, item.id);
    let mut found = Finding::new(&kind_of_it, Dimension::Task, Grade::Header, subject, None, 0, text)?;
    found.kind = kind.to_owned();
    found.officer.clone_from(&item.officer);
    found.unit.clone_from(&item.unit);
    found.since = Some(since);
    found.source.clone_from(&item.source);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shape::read;
    use crate::value::parse_json;

    fn at(hour: u32) -> String {
        format!("2026-10-05T{hour:02}:00:00+07:00")
    }

    fn kinds(seen: &[(u32, bool)], as_of: u32) -> Vec<String> {
        let item = format!(
            r#"{{"id": "w41", "kind": "presence", "title": "Trực một cửa", "officer": "o17", "from": "{}", "to": "{}"}}"#,
            at(8),
            at(12)
        );
        let expected = [read::<Expected>(&parse_json(item.as_bytes()).unwrap()).unwrap()];
        let seen: Vec<Seen> = seen
            .iter()
            .map(|(hour, kept)| {
                let text =
                    format!(r#"{{"expected": "w41", "kind": "presence", "at": "{}", "kept": {kept}}}"#, at(*hour));
                read(&parse_json(text.as_bytes()).unwrap()).unwrap()
            })
            .collect();
        let as_of = Instant::parse(&at(as_of)).unwrap();
        compare(&expected, &seen, as_of).unwrap().into_iter().map(|finding| finding.kind).collect()
    }

    #[test]
    fn expected_against_seen() {
        assert_eq!(kinds(&[(9, true)], 13), [""; 0]);
        assert_eq!(kinds(&[(9, false)], 10), ["not_kept"]);
        assert_eq!(kinds(&[(9, false), (10, true)], 13), [""; 0]);
        assert_eq!(kinds(&[(13, true)], 14), ["kept_late"]);
        assert_eq!(kinds(&[], 13), ["not_seen"]);
        assert_eq!(kinds(&[], 12), [""; 0], "the span is not over");
        assert_eq!(kinds(&[(14, true)], 13), ["not_seen"], "what lies after `as_of` is not known yet");
    }
}
