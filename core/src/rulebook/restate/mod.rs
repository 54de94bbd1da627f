//! Restates the rules of an office in plain sentences, with sample due dates, so that authors who are not programmers
//! can check them.

mod fees;
mod supplement;
mod title;
mod workflow;

use super::compiled::Rulebook;
use super::words::{name_of, span};
use crate::base::canon::Hash;
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::ids::{OfficeId, ProcedureId};
use crate::base::shape::{Shape, Term};
use crate::base::source::{Dated, Source};
use crate::base::text::{Text, capital};
use crate::base::time::{Date, Stamp};
use crate::base::value::Node;
use crate::deadline::{DueOptions, Limit, TakeUp, due, show_instant};
use crate::dossier::checks::SENTENCES;
use crate::dossier::{Need, Procedure};
use crate::letter::paper;
use crate::rule::{Names, Rule, Wording};
use crate::score::PolicyComponentSpec;
use serde::Serialize;
use supplement::in_words;
use title::title;

/// Request for the rules in plain sentences.
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub struct RestateRequest {
    /// Only sentences on this procedure.
    pub procedure: Option<ProcedureId>,
    /// The instant of acceptance for which sample due dates are computed.
    pub accepted_at: Option<Stamp>,
}

/// The subject of a sentence of a restated rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum StatementKind {
    /// A calendar (*lịch làm việc*).
    #[term("calendar")]
    Calendar,
    /// A unit (*đơn vị*).
    #[term("unit")]
    Unit,
    /// A procedure (*thủ tục*).
    #[term("procedure")]
    Procedure,
    /// A limit (*thời hạn*).
    #[term("limit")]
    Limit,
    /// A sample due date (*ví dụ hạn trả*).
    #[term("sample")]
    Sample,
    /// A component of a dossier (*thành phần hồ sơ*).
    #[term("component")]
    Component,
    /// A rule (*quy tắc*).
    #[term("rule")]
    Rule,
    /// A fee (*phí, lệ phí*).
    #[term("fee")]
    Fee,
    /// A workflow (*quy trình*).
    #[term("workflow")]
    Workflow,
    /// A step of a workflow (*bước*).
    #[term("step")]
    Step,
    /// A scoring policy (*quy chế chấm điểm*).
    #[term("policy")]
    Policy,
}

/// One rule as a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Statement {
    /// Its subject.
    pub kind: StatementKind,
    /// The entry of the rulebook, such as `procedures/2.001199`.
    pub entry: String,
    /// The sentence.
    pub text: Text,
    /// The legal basis (*căn cứ*).
    pub source: Vec<Source>,
}

/// A failed example.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct ExampleFault {
    /// The error code.
    pub code: Code,
    /// The error as a sentence.
    pub text: Text,
    /// The place of the example.
    pub at: Place,
}

/// A rulebook in plain sentences.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Restated {
    /// Identifier of the rulebook.
    pub id: OfficeId,
    /// Its title.
    pub title: Text,
    /// Its hash.
    pub hash: Hash,
    /// The sentences, in the order of the rulebook.
    pub statements: Vec<Statement>,
    /// The number of examples in the rulebook.
    pub examples: u32,
    /// The failed examples.
    pub faults: Vec<ExampleFault>,
}

impl Rulebook {
    /// Restates the rules in plain Vietnamese and English, runs the examples, and computes for each procedure the due
    /// date of a dossier accepted at `accepted_at`. With `procedure`, only for that one.
    pub fn restate(&self, request: &RestateRequest) -> Restated {
        let (procedure, accepted) = (request.procedure.as_ref(), request.accepted_at);
        let mut restater = Restater { rulebook: self, accepted, statements: Vec::new(), entry: String::new() };
        if procedure.is_none() {
            restater.calendars();
            restater.units();
        }
        let mut examples = 0;
        let mut flows = Vec::new();
        for (id, versions) in self.procedures().filter(|(id, _)| procedure.is_none_or(|only| only == *id)) {
            let mut ended = None;
            for version in versions.iter() {
                restater.gap(id, ended, version.in_force().from);
                ended = version.in_force().to;
                restater.procedure(id, version);
                examples += version.spec().examples.len();
                flows.extend(version.workflow());
            }
        }
        for (id, versions) in self.workflows().filter(|(id, _)| procedure.is_none() || flows.contains(id)) {
            versions.iter().for_each(|workflow| restater.workflow(id.as_str(), workflow));
        }
        if procedure.is_none() {
            restater.policies();
        }
        Restated {
            id: self.id().clone(),
            title: self.title().clone(),
            hash: self.hash(),
            statements: restater.statements,
            examples: u32::try_from(examples).unwrap_or(u32::MAX),
            faults: self.run_examples().err().iter().flat_map(Faults::iter).map(fault).collect(),
        }
    }
}

struct Restater<'a> {
    rulebook: &'a Rulebook,
    accepted: Option<Stamp>,
    statements: Vec<Statement>,
    entry: String,
}

impl Restater<'_> {
    fn say(&mut self, kind: StatementKind, vi: String, en: String, source: &[Source]) {
        let (entry, text) = (self.entry.clone(), Text::new(vi, en));
        self.statements.push(Statement { kind, entry, text, source: source.to_vec() });
    }

    fn calendars(&mut self) {
        let own = self.rulebook.rules().calendar.clone();
        for (id, calendar) in self.rulebook.calendars().iter() {
            self.entry = format!("calendars/{id}");
            // A week without holidays and swaps.
            let monday = Date::from_ymd(2026, 10, 5).unwrap_or_default();
            let mut vi = Vec::new();
            let mut en = Vec::new();
            for date in (0..7).map(|days| monday.plus(days)) {
                let (name_vi, name_en) = date.weekday().short_names();
                let shifts: Vec<String> = calendar.day(date).shifts.iter().map(ToString::to_string).collect();
                if !shifts.is_empty() {
                    vi.push(format!("{name_vi} {}", shifts.join(", ")));
                    en.push(format!("{name_en} {}", shifts.join(", ")));
                }
            }
            let (is_own_vi, is_own_en) = if own.as_ref() == Some(id) {
                (" (lịch chung của cơ quan)", " (the office's own)")
            } else {
                ("", "")
            };
            let none = |list: Vec<String>, word: &str| if list.is_empty() { word.to_owned() } else { list.join("; ") };
            let (vi, en) = (none(vi, "không có ca nào"), none(en, "no shift"));
            self.say(
                StatementKind::Calendar,
                format!("Lịch «{id}»{is_own_vi}, tuần từ {}: {vi}.", monday.vietnamese()),
                format!("Calendar `{id}`{is_own_en}, week of {monday}: {en}."),
                &[],
            );
        }
    }

    fn units(&mut self) {
        let organisation = self.rulebook.organisation();
        for (id, unit) in organisation.units() {
            self.entry = format!("units/{id}");
            let on = unit.in_force.from.or(unit.in_force.to).unwrap_or(Date::MIN);
            let (mut vi, mut en) = (unit.title.vi.clone(), unit.title.en.clone());
            if let Some(above) = unit.parent.as_ref().and_then(|parent| organisation.unit(parent, on)) {
                vi.push_str(&format!(", thuộc {}", above.title.vi));
                en.push_str(&format!(", under {}", above.title.en));
            }
            if let Some(head) = unit.head.as_ref().and_then(|head| organisation.position(head)) {
                vi.push_str(&format!(", đứng đầu là {}", head.title.vi));
                en.push_str(&format!(", headed by the {}", head.title.en));
            }
            if let Some(calendar) = organisation.calendar(id, on) {
                vi.push_str(&format!(", làm việc theo lịch «{calendar}»"));
                en.push_str(&format!(", works by the calendar `{calendar}`"));
            }
            let successors = unit.successors.iter().filter_map(|successor| organisation.unit(successor, on));
            let (of_vi, of_en): (Vec<_>, Vec<_>) =
                successors.map(|unit| (unit.title.vi.as_str(), unit.title.en.as_str())).unzip();
            if !of_vi.is_empty() {
                vi.push_str(&format!(", sau đó giao việc cho {}", of_vi.join(", ")));
                en.push_str(&format!(", then succeeded by {}", of_en.join(", ")));
            }
            let dates = span(unit.in_force);
            vi.push_str(&dates.vi);
            en.push_str(&dates.en);
            self.say(StatementKind::Unit, format!("{vi}."), format!("{en}."), unit.source.as_slice());
        }
    }

    /// Days between two versions on which neither is in force: there are no rules for a dossier that is accepted then.
    fn gap(&mut self, id: &ProcedureId, ended: Option<Date>, begins: Option<Date>) {
        let Some((from, to)) = ended.map(|day| day.plus(1)).zip(begins.map(|day| day.plus(-1))) else { return };
        if from <= to {
            self.entry = format!("procedures/{id}");
            self.say(
                StatementKind::Procedure,
                format!("Thủ tục {id} không có phiên bản nào từ {} đến hết {}.", from.vietnamese(), to.vietnamese()),
                format!("No version of the procedure {id} holds from {from} through {to}."),
                &[],
            );
        }
    }

    fn procedure(&mut self, id: &ProcedureId, procedure: &Procedure) {
        let spec = procedure.spec();
        self.entry = format!("procedures/{id}");
        let dates = span(spec.in_force);
        self.say(
            StatementKind::Procedure,
            format!("Thủ tục {id} – {}{}.", spec.title.vi, dates.vi),
            format!("Procedure {id} – {}{}.", spec.title.en, dates.en),
            &spec.sources,
        );
        if let Some(limit) = procedure.limit() {
            let source = limit.source.as_slice();
            self.limits(limit.statutory.as_ref(), limit.committed.as_ref(), None, source);
            for (choice, condition) in limit.by.iter().zip(procedure.choices()) {
                let when = condition.words(wording(&|name| called(spec.form.as_ref(), name)));
                let source = choice.source.as_ref().map_or(source, std::slice::from_ref);
                self.limits(choice.statutory.as_ref(), choice.committed.as_ref(), Some(&when), source);
            }
            self.beside(limit);
        }
        if let Some(rule) = procedure.limit().and_then(|limit| limit.take_up.as_ref()) {
            self.take_up(rule);
        }
        self.sample(procedure);
        self.components(procedure);
        for rule in procedure.rules().iter() {
            self.rule(procedure, rule);
        }
        self.fees(procedure);
    }

    fn take_up(&mut self, rule: &TakeUp) {
        let limit = in_words(&rule.within);
        let (vi, en) = (
            format!("Từ khi nhận, cơ quan phải trả lời có thụ lý hay không trong {}.", limit.vi),
            format!("From receipt on, the office says whether it takes the matter up within {}.", limit.en),
        );
        self.say(StatementKind::Limit, vi, en, rule.source.as_slice());
    }

    fn limits(&mut self, statutory: Option<&Limit>, committed: Option<&Limit>, when: Option<&Text>, source: &[Source]) {
        let mut vi = Vec::new();
        let mut en = Vec::new();
        if let Some(limit) = statutory.map(in_words) {
            vi.push(format!("thời hạn theo luật là {}", limit.vi));
            en.push(format!("the limit by law is {}", limit.en));
        }
        if let Some(limit) = committed.map(in_words) {
            vi.push(format!("cơ quan cam kết {}", limit.vi));
            en.push(format!("the office promises {}", limit.en));
        }
        let (before_vi, before_en) = match when {
            Some(when) => (format!("Nếu {}: ", when.vi), format!("If {}: ", when.en)),
            None => Default::default(),
        };
        let (vi, en) = (format!("{before_vi}{}.", vi.join(", ")), format!("{before_en}{}.", en.join(", ")));
        self.say(StatementKind::Limit, capital(&vi), capital(&en), source);
    }

    /// When a dossier that is accepted at the given instant is due.
    fn sample(&mut self, procedure: &Procedure) {
        let Some(accepted) = self.accepted else { return };
        let Ok(calendar) = self.rulebook.calendar_of(procedure.spec().unit.as_ref()) else { return };
        let on = calendar.date_of(accepted.at);
        if !procedure.spec().in_force.contains(on) {
            return;
        }
        let Ok(promise) = procedure.promise(None, &[], None, on) else { return };
        let options = DueOptions { brief: true, ..DueOptions::default() };
        let Ok(found) = due(calendar, &promise, accepted.at, &[], &options) else { return };
        let local = show_instant(calendar.zone(), accepted.at);
        self.say(
            StatementKind::Sample,
            format!("Ví dụ: tiếp nhận đủ hồ sơ lúc {} thì hạn là {}.", local.vi, found.text.vi),
            format!("For instance: accepted as complete at {}, it is due at {}.", local.en, found.text.en),
            &[],
        );
    }

    fn components(&mut self, procedure: &Procedure) {
        let form = procedure.spec().form.as_ref();
        let mut groups: Vec<&str> = Vec::new();
        for (_, component, condition) in procedure.conditions() {
            let (vi, en) = match &component.need {
                Need::Optional => ("Có thể nộp", "May be filed"),
                Need::OneOf { group, .. } => {
                    if groups.contains(&group.as_str()) {
                        continue;
                    }
                    groups.push(group);
                    ("Nộp một trong các giấy tờ", "One of these is filed")
                }
                Need::Required | Need::When(_) => ("Phải nộp", "Must be filed"),
            };
            let titles: Vec<&Text> = match component.need.group() {
                Some(group) => {
                    let same = procedure.components().iter().filter(|other| other.need.group() == Some(group));
                    same.map(|other| &other.title).collect()
                }
                None => vec![&component.title],
            };
            let titles = Text::join(titles, " hoặc ", " or ");
            let when = condition.map(|condition| condition.words(wording(&|name| called(form, name))));
            let (when_vi, when_en) =
                when.map_or_else(Default::default, |when| (format!(", nếu {}", when.vi), format!(", if {}", when.en)));
            let (copies_vi, copies_en) = match component.original {
                0 if component.count == 1 => ("1 bản".to_owned(), "1 paper".to_owned()),
                0 => (format!("{} bản", component.count), format!("{} papers", component.count)),
                n => (format!("{n} bản chính"), format!("{n} original")),
            };
            let forms: Vec<Text> = component.form.0.iter().map(|form| paper(*form)).collect();
            let forms = match forms.as_slice() {
                some @ [_, ..] if component.need.group().is_none() => {
                    let some = Text::join(some, ", ", ", ");
                    Text::new(format!("; nhận: {}", some.vi), format!("; taken: {}", some.en))
                }
                // Components of a group of alternatives are described differently.
                _ => Text::default(),
            };
            let (data_vi, data_en) = component.unless_data.as_ref().map_or_else(Default::default, |data| {
                (format!("; không phải nộp khi tra được từ «{data}»"), format!("; not where `{data}` answers"))
            });
            self.say(
                StatementKind::Component,
                format!("{vi}: {} ({copies_vi}{}){when_vi}{data_vi}.", titles.vi, forms.vi),
                format!("{en}: {} ({copies_en}{}){when_en}{data_en}.", titles.en, forms.en),
                &component.source.0,
            );
        }
    }

    fn rule(&mut self, procedure: &Procedure, rule: &Rule) {
        let form = procedure.spec().form.as_ref();
        let names = |name: &str| called(form, name);
        let (words, spec) = (rule.words(wording(&names)), rule.spec());
        let when = rule
            .when_words(wording(&names))
            .map_or_else(Default::default, |when| (format!("nếu {} thì ", when.vi), format!("if {}, ", when.en)));
        let each = spec.each.as_ref().map_or_else(Default::default, |each| {
            let last = each.rsplit('.').next().unwrap_or(each);
            let list = names(&format!("/{last}")).unwrap_or_else(|| Text::same(last));
            (format!("từng mục của «{}»: ", list.vi), format!("for each item of «{}»: ", list.en))
        });
        let dates = span(spec.in_force);
        self.say(
            StatementKind::Rule,
            format!(
                "Quy tắc «{}»{}: {}{}{}. Nếu không: {}.",
                spec.id,
                dates.vi,
                each.0,
                when.0,
                words.vi,
                numbered(&spec.message.vi)
            ),
            format!(
                "Rule `{}`{}: {}{}{}. Else: {}.",
                spec.id,
                dates.en,
                each.1,
                when.1,
                words.en,
                numbered(&spec.message.en)
            ),
            &spec.source.0,
        );
    }

    fn policies(&mut self) {
        for (id, versions) in &self.rulebook.parts().policies {
            self.entry = format!("policies/{id}");
            for policy in versions.iter() {
                let spec = &policy.spec;
                let dates = span(spec.in_force);
                let part = |part: &PolicyComponentSpec| {
                    let PolicyComponentSpec { title, weight, .. } = part;
                    Text::new(format!("{} {weight}", title.vi), format!("{} {weight}", title.en))
                };
                let parts = Text::join(&spec.components.values().map(part).collect::<Vec<_>>(), ", ", ", ");
                self.say(
                    StatementKind::Policy,
                    format!("{}{}: tối đa {} điểm, gồm {}.", spec.title.vi, dates.vi, spec.maximum, parts.vi),
                    format!("{}{}: at most {} points, made of {}.", spec.title.en, dates.en, spec.maximum, parts.en),
                    spec.source.as_slice(),
                );
            }
        }
    }
}

fn fault(error: &Error) -> ExampleFault {
    ExampleFault { code: error.code(), text: error.text(), at: error.place().clone() }
}

/// The title of a field: from the form, otherwise the usual name of a rulebook.
fn called(form: Option<&Node>, name: &str) -> Option<Text> {
    title(form, name).or_else(|| name_of(name.strip_prefix("filing.")?))
}

/// How expressions are worded, with what their fields are called.
fn wording(names: Names<'_>) -> Wording<'_> {
    Wording { sentences: SENTENCES, names }
}

/// A message with a letter for the number of the item, and without its full stop.
fn numbered(message: &str) -> String {
    message.trim_end_matches('.').replace("{n}", "n").replace("{i}", "i")
}
