//! Rules that issuing a form would break.

use super::facts::Facts;
use super::spec::LetterKind;
use super::words;
use crate::base::source::Source;
use crate::base::text::Text;
use crate::rule::{Remark, Severity, Stage};

pub(super) fn found(kind: LetterKind, facts: &Facts<'_>) -> Vec<Remark> {
    let rules: &[fn(&Facts<'_>) -> Option<Remark>] = match kind {
        LetterKind::Receipt => &[not_ready],
        LetterKind::Supplement => &[asked_again],
        LetterKind::Apology => &[reappointed_again, new_date_past, apology_late],
        LetterKind::Stop => &[window_open],
        LetterKind::Refusal | LetterKind::Control | LetterKind::Register => &[],
    };
    rules.iter().filter_map(|rule| rule(facts)).collect()
}

fn remark(code: &str, severity: Severity, text: Text, facts: &Facts<'_>) -> Remark {
    let limit = facts.procedure.and_then(|procedure| procedure.limit());
    let source: Vec<Source> = limit.and_then(|limit| limit.source.clone()).into_iter().collect();
    Remark {
        code: code.to_owned(),
        severity,
        stage: Stage::Desk,
        pointer: String::new(),
        rule: None,
        property: None,
        text,
        source,
        remedy: None,
    }
}

/// A receipt promises a date, and only a complete dossier has one.
fn not_ready(facts: &Facts<'_>) -> Option<Remark> {
    let verdict = facts.verdict.filter(|verdict| !verdict.ready)?;
    let errors = verdict.remarks.iter().filter(|remark| remark.severity == Severity::Error).count();
    let open = verdict.pending.len() + verdict.undetermined.len();
    let text = Text::new(
        format!("Hồ sơ chưa đủ: {errors} lỗi, {open} mục chưa kết luận được; hạn chỉ tính từ khi hồ sơ đầy đủ, hợp lệ"),
        format!("The dossier is not complete: {errors} errors, {open} undecided; the limit counts from completeness"),
    );
    let mut remark = remark("not_ready", Severity::Error, text, facts);
    remark.remedy = Some(Text::new("Lập phiếu yêu cầu bổ sung", "Make out a supplement request"));
    Some(remark)
}

/// All gaps have to be in one request.
fn asked_again(facts: &Facts<'_>) -> Option<Remark> {
    let supplement = facts.supplement.filter(|supplement| !supplement.allowed)?;
    let gaps = supplement.components.len() + supplement.form.len();
    let text = Text::new(
        format!("Đã yêu cầu bổ sung {} lần; {gaps} nội dung này lẽ ra phải nêu ngay lần đầu", facts.asked),
        format!("A supplement was asked for {} times; these {gaps} gaps belonged into the first request", facts.asked),
    );
    Some(remark("supplement_again", Severity::Error, text, facts))
}

/// The number of new dates is limited.
fn reappointed_again(facts: &Facts<'_>) -> Option<Remark> {
    let times = facts.procedure.and_then(|procedure| procedure.limit()).map_or(1, |limit| limit.reappointments);
    let text = Text::new(
        format!("Đã hẹn lại {} lần, chỉ được hẹn lại {times} lần", facts.reappointed),
        format!("A new date was given {} times; {times} are allowed", facts.reappointed),
    );
    (facts.reappointed >= times).then(|| remark("reappointed_again", Severity::Error, text, facts))
}

/// A new date has to be in the future, and after the first one.
fn new_date_past(facts: &Facts<'_>) -> Option<Remark> {
    let bounds = facts.due.map(|due| due.due).into_iter().chain([facts.at]);
    let last = bounds.max_by_key(|stamp| stamp.at)?;
    let new = facts.new_due.filter(|new| new.at <= last.at)?;
    let zone = facts.calendar.zone();
    let (new, last) = (words::instant(new, zone), words::instant(last, zone));
    let text = Text::new(
        format!("Ngày hẹn lại ({}) phải sau hạn đầu và sau ngày lập văn bản ({})", new.vi, last.vi),
        format!("The new date ({}) has to lie after the first one and after today ({})", new.en, last.en),
    );
    Some(remark("new_date_past", Severity::Error, text, facts))
}

/// The apology for a new date has to be sent before the first due; lateness is still judged by that due.
fn apology_late(facts: &Facts<'_>) -> Option<Remark> {
    let late = facts.due.filter(|due| due.due.at < facts.at.at)?;
    let due = words::due(late, facts.calendar.zone());
    let text = Text::new(
        format!("Thư xin lỗi phải gửi trước hạn ({})", due.vi),
        format!("The apology is sent before the due ({})", due.en),
    );
    let mut remark = remark("apology_late", Severity::Warning, text, facts);
    remark.remedy = Some(Text::new("Hạn ban đầu vẫn là hạn để đánh giá", "The first due still judges"));
    Some(remark)
}

/// A dossier must not be stopped for a missing supplement while the citizen may still bring it.
fn window_open(facts: &Facts<'_>) -> Option<Remark> {
    let window = facts.window.as_ref().filter(|window| facts.at.at <= window.due.at)?;
    let due = words::due(window, facts.calendar.zone());
    let text = Text::new(
        format!("Người nộp còn thời gian bổ sung đến {}", due.vi),
        format!("The citizen may still answer until {}", due.en),
    );
    let mut remark = remark("window_open", Severity::Warning, text, facts);
    remark.remedy = Some(Text::new(
        "Chỉ dừng trước đó khi người nộp rút hồ sơ",
        "It is stopped before that only when the citizen withdraws it",
    ));
    Some(remark)
}
