//! The text of a proposal.

use super::drawing::{Drawing, Next};
use super::proposal::{Done, Found, groups};
use crate::base::text::visible;
use crate::log::Log;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// More names of people are not listed.
const MAX_NAMES: usize = 8;

/// A text in quotes, as YAML and JSON read it.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// A text on one line of a remark.
fn line(text: &str) -> String {
    visible(text)
}

/// The names of the drawn steps: those of the log, where they can be names in a rulebook; else a number.
fn names(steps: &[Done], drawing: &Drawing) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (index, drawn) in drawing.steps.iter().enumerate() {
        let given = drawn.step.and_then(|step| steps.get(step)).map(|step| step.name.as_str());
        let fits = |name: &&str| *name != "end" && !name.contains(['#', '/', '~']) && *name == name.trim();
        let name = match given {
            Some(name) => Some(name).filter(fits).map_or_else(|| format!("step {}", index + 1), str::to_owned),
            None if drawn.joins => format!("join {}", index + 1),
            None => match drawn.next {
                Next::AllOf(_) => format!("parallel {}", index + 1),
                Next::OneOf(_) => format!("choice {}", index + 1),
                Next::To(_) => format!("merge {}", index + 1),
            },
        };
        let taken = |name: &String| names.contains(name) || given.is_none() && steps.iter().any(|it| it.name == *name);
        let name = if taken(&name) { format!("{name} ({})", index + 1) } else { name };
        names.push(name);
    }
    names
}

/// A workflow alone as JSON, with what decides how it runs.
pub(super) fn plain(steps: &[Done], drawing: &Drawing) -> String {
    let names = names(steps, drawing);
    let name = |target: &usize| names.get(*target).map_or("end", String::as_str);
    let mut written = serde_json::Map::new();
    for (drawn, id) in drawing.steps.iter().zip(&names) {
        let targets = drawn.next.targets();
        let all: Vec<&str> = targets.iter().map(name).collect();
        let next = match &drawn.next {
            Next::To(target) => Value::from(name(target)),
            Next::AllOf(_) => json!({ "all_of": all }),
            Next::OneOf(_) => {
                let branch = |(to, number): (&&str, usize)| match number == all.len() {
                    true => json!({"to": to, "else": true}),
                    false => json!({"to": to, "when": format!("d.next == '{number}'")}),
                };
                json!({ "one_of": all.iter().zip(1..).map(branch).collect::<Vec<_>>() })
            }
        };
        let (title, waits_for) = match drawn.step.and_then(|step| steps.get(step)) {
            Some(done) => (done.name.as_str(), None),
            None => (id.as_str(), Some("system")),
        };
        let mut step = serde_json::Map::new();
        step.insert("next".to_owned(), next);
        step.insert("title".to_owned(), Value::from(title));
        step.extend(waits_for.map(|who| ("waits_for".to_owned(), Value::from(who))));
        step.extend(drawn.joins.then(|| ("join".to_owned(), Value::from("all"))));
        written.insert(id.clone(), Value::Object(step));
    }
    json!({"start": names.first(), "steps": written}).to_string()
}

/// Writes title and steps of a workflow; `more` gives further lines of a step.
fn write_workflow(
    out: &mut String,
    (indent, title): (&str, &str),
    steps: &[Done],
    drawing: &Drawing,
    more: &dyn Fn(usize) -> Vec<String>,
) {
    let names = names(steps, drawing);
    let name = |target: usize| names.get(target).map_or("end", String::as_str);
    let _ = writeln!(out, "{indent}title: {}\n{indent}steps:", quoted(title));
    for (drawn, id) in drawing.steps.iter().zip(&names) {
        let _ = writeln!(out, "{indent}  {}:", quoted(id));
        let mut field = |text: String| {
            let _ = writeln!(out, "{indent}    {text}");
        };
        match drawn.step {
            Some(step) => {
                let given = steps.get(step).map_or("", |step| step.name.as_str());
                if given != id {
                    field(format!("title: {}", quoted(given)));
                }
                more(step).into_iter().for_each(&mut field);
            }
            None => {
                let (vi, en) = match (&drawn.next, drawn.joins) {
                    (_, true) => ("Đủ các nhánh", "All branches done"),
                    (Next::AllOf(_), _) => ("Làm song song", "In parallel"),
                    (Next::OneOf(_), _) => ("Rẽ nhánh", "Choice"),
                    (Next::To(_), _) => ("Các nhánh gặp nhau", "Branches meet"),
                };
                field(format!("title: {{vi: {vi}, en: {en}}}"));
                field("waits_for: system".to_owned());
            }
        }
        if drawn.joins {
            field("join: all".to_owned());
        }
        match &drawn.next {
            Next::To(target) => field(format!("next: {}", quoted(name(*target)))),
            Next::AllOf(targets) => {
                let all: Vec<String> = targets.iter().map(|target| quoted(name(*target))).collect();
                field(format!("next: {{all_of: [{}]}}", all.join(", ")));
            }
            Next::OneOf(targets) => {
                field("next:".to_owned());
                field("  one_of:".to_owned());
                for (number, target) in targets.iter().enumerate() {
                    let to = name(*target);
                    let plain = |char: char| char.is_alphanumeric() || " _-.:".contains(char);
                    let value = if to.chars().all(plain) { to.to_owned() } else { (number + 1).to_string() };
                    let when = match number + 1 == targets.len() {
                        true => "else: true".to_owned(),
                        false => format!("when: {}", quoted(&format!("d.next == '{value}'"))),
                    };
                    field(format!("    - {{to: {}, {when}}}", quoted(to)));
                }
            }
        }
    }
}

/// The 80 % quantile of durations by nearest rank, in whole working hours, rounded up.
fn budget(seconds: &[i64]) -> Option<i64> {
    let mut sorted = seconds.to_vec();
    sorted.sort_unstable();
    let rank = (sorted.len() * 8).div_ceil(10).checked_sub(1)?;
    Some(sorted.get(rank)?.div_euclid(3_600) + i64::from(sorted.get(rank)?.rem_euclid(3_600) > 0))
        .map(|hours| hours.max(1))
}

/// The whole rulebook.
pub(super) fn rulebook(log: &Log, found: &[Found], calendar: Option<(&str, &str)>) -> String {
    let mut out = String::from(
        "# ĐỀ XUẤT từ nhật ký: việc đã làm thế nào, không phải phải làm thế nào. Người chịu trách nhiệm cần xem lại.\n\
         # A PROPOSAL from a log: what was done, not what should be done. Who answers for the work has to check it.\n#\n\
         # Nhật ký không cho biết, cần bổ sung: thời hạn và căn cứ pháp lý; điều kiện rẽ nhánh (d.next chỉ ghi tên bước\n\
         # tiếp theo); bước nào chờ công dân hoặc cơ quan khác; khi nào tạm dừng; ai không được làm bước nào.\n\
         # The log does not say, and it is to be added: limits and legal basis; the conditions of branches (d.next only\n\
         # names the step that follows); which steps wait for the citizen or another agency; when the clock stands; whose\n\
         # steps somebody must not do.\n",
    );
    let _ = writeln!(out, "namro: 1\nid: proposal\ntitle: {{vi: Đề xuất từ nhật ký, en: Proposed from a log}}");
    match calendar {
        Some((include, measured)) => {
            let measured = line(measured);
            let _ = writeln!(
                out,
                "# Thời gian làm việc tính theo lịch của {measured} · Working time is that of the calendar of {measured}.\n\
                 include: [{}]",
                quoted(include)
            );
        }
        None => out.push_str(
            "# Không có lịch làm việc nên không có định mức thời gian. No calendar was given, so no budgets are proposed.\n",
        ),
    }
    let groups = groups(found);
    if !groups.is_empty() {
        out.push_str(
            "\n# Vai trò theo người đã làm: các bước do cùng một nhóm người làm có chung vai trò. Hãy đặt lại tên.\n\
             # Roles by who acted: steps done by the same people share one. Give them names.\npositions:\n",
        );
    }
    for ((doers, _), number) in groups.iter().zip(1..) {
        let names: Vec<String> = doers.iter().take(MAX_NAMES).map(|doer| line(log.name(*doer))).collect();
        let rest = doers.len().saturating_sub(names.len());
        let rest = if rest > 0 { format!(", + {rest}") } else { String::new() };
        let _ = writeln!(out, "  # {}{rest}", names.join(", "));
        let _ = writeln!(
            out,
            "  role-{number}: {{title: {{vi: Vai trò {number}, en: Role {number}}}, roles: [role-{number}], reach: office}}"
        );
    }
    out.push_str("\nprocedures:\n");
    for workflow in found {
        let (id, title) = (quoted(&workflow.id), quoted(&workflow.title));
        let _ = writeln!(out, "  {id}:\n    title: {title}\n    workflow: {id}");
    }
    out.push_str("\nworkflows:\n");
    for (number, workflow) in found.iter().enumerate() {
        let answer = &workflow.answer;
        let _ = writeln!(out, "  {}:", quoted(&workflow.id));
        let _ = writeln!(
            out,
            "    # {0} vụ việc, {1} trình tự khác nhau, ngưỡng nhiễu {2} %, độ khớp {3}, chưa xác định {4}.\n    \
             # {0} cases, {1} different orders, noise threshold {2} %, fitness {3}, undecided {4}.",
            answer.cases, answer.variants, answer.noise, answer.fitness, answer.undecided,
        );
        if answer.open > 0 {
            let _ = writeln!(
                out,
                "    # Không xét {0} vụ việc chưa kết thúc. {0} cases that have not ended were not looked at.",
                answer.open
            );
        }
        let more = |step: usize| {
            let mut lines = Vec::new();
            let Some(done) = workflow.steps.get(step) else { return lines };
            lines.push(format!("# {} lần · {} times", done.count, done.count));
            let role = groups.iter().position(|(_, steps)| steps.contains(&(number, step)));
            lines.extend(role.map(|role| format!("role: role-{}", role + 1)));
            if let Some(hours) = budget(&done.seconds).filter(|_| calendar.is_some()) {
                let since = match done.started {
                    true => "80 % xong trong chừng ấy, từ lúc bắt đầu · 80 % were done within it from the start",
                    false => {
                        "80 % xong trong chừng ấy, từ bước trước, cả lúc chờ · 80 % within it since the step before"
                    }
                };
                lines.push(format!("budget: {hours} giờ làm việc # {since}"));
            }
            lines
        };
        write_workflow(&mut out, ("    ", &workflow.title), &workflow.steps, &workflow.drawing, &more);
    }
    // Cases of a log that names no procedure get the one that is proposed for them.
    if let Some(workflow) = found.iter().find(|workflow| workflow.answer.procedure.is_none()) {
        let _ = writeln!(out, "\nmappings:\n  proposal:\n    procedure: {}", quoted(&workflow.id));
    }
    out
}
