//! Sentences on procedures: versions, limits, components, rules.

use super::answer::StatementKind;
use super::restater::{Restater, called, numbered, wording};
use super::supplement::in_words;
use crate::base::ids::ProcedureId;
use crate::base::source::Source;
use crate::base::text::{Text, capital};
use crate::base::time::Date;
use crate::deadline::{DueOptions, Limit, TakeUp, due, show_instant};
use crate::dossier::{Need, Procedure};
use crate::letter::paper;
use crate::rule::Rule;
use crate::rulebook::words::span;

impl Restater<'_> {
    /// Days between two versions on which neither is in force: there are no rules for a dossier that is accepted then.
    pub(super) fn gap(&mut self, id: &ProcedureId, ended: Option<Date>, begins: Option<Date>) {
        let Some((from, to)) = ended.map(|day| day.plus(1)).zip(begins.map(|day| day.plus(-1))) else { return };
        if from <= to {
            self.entry = format!("procedures/{id}");
            self.say(
                StatementKind::Procedure,
                format!("Thủ tục {id} không có phiên bản nào từ {} đến hết {}.", from.vietnamese(), to.vietnamese()),
                format!("No version of the procedure {id} is in force from {from} through {to}."),
                &[],
            );
        }
    }

    pub(super) fn procedure(&mut self, id: &ProcedureId, procedure: &Procedure) {
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
            format!("Within {} of receipt, the office says whether it takes the matter up.", limit.en),
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
                    ("Nộp một trong các giấy tờ", "One of these must be filed")
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
                    Text::new(format!("; nhận: {}", some.vi), format!("; accepted as: {}", some.en))
                }
                // Components of a group of alternatives are described differently.
                _ => Text::default(),
            };
            let (data_vi, data_en) = component.unless_data.as_ref().map_or_else(Default::default, |data| {
                (format!("; không phải nộp khi tra được từ «{data}»"), format!("; not required if found in `{data}`"))
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
                "Rule `{}`{}: {}{}{}. Otherwise: {}.",
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
}
