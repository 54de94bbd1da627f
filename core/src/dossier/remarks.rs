//! Turns the results of a check into remarks, in their order.

use super::context::{Context, FilingField, Root};
use super::filing::{CHANNELS, DataAnswer, Dossier, ONLINE, PaperForm, Signed, Submitted};
use super::procedure::Procedure;
use super::remedy::remedy;
use super::spec::{ComponentSpec, Need, OnlineLevel};
use crate::base::error::nearest;
use crate::base::ids::RuleId;
use crate::base::text::Text;
use crate::base::value::push_token;
use crate::rule::schema::{Checked, Violation, by_pointer};
use crate::rule::{
    self, ByData, Outcome, Progress, Read, Reason, Remark, Rule, Severity, Stage, Stop, Undecided, Verdict, Waiting,
};

/// A rule that waits for more fields names the first of them.
const MOST_AWAITED: usize = 20;

/// A verdict that is being built.
pub(super) struct Run<'a> {
    procedure: &'a Procedure,
    dossier: &'a Dossier,
    context: &'a Context<'a>,
    verdict: Verdict,
    /// Sort key of each remark: stage, position in the order of the procedure.
    order: Vec<(Stage, usize)>,
}

/// The results for each part of a dossier.
pub(super) struct Found<'a> {
    pub(super) form: &'a Checked,
    /// Whether each component is needed; `None` if it has no condition.
    pub(super) needs: &'a [Option<Result<bool, Stop>>],
    /// The outcome of each rule; `None` for those that did not apply.
    pub(super) outcomes: &'a [Option<Vec<Outcome>>],
}

impl<'a> Run<'a> {
    /// The verdict on the results.
    pub(super) fn verdict(
        procedure: &'a Procedure,
        dossier: &'a Dossier,
        context: &'a Context<'a>,
        found: &Found<'_>,
    ) -> Verdict {
        let verdict = Verdict::new(Some(procedure.id().clone()), context.stage, context.at);
        let mut run = Self { procedure, dossier, context, verdict, order: Vec::new() };
        run.form(found.form);
        run.components(found.needs, &found.form.violations);
        run.rules(found.outcomes, &found.form.violations);
        run.finish()
    }
    fn push(&mut self, place: usize, remark: Remark) {
        self.order.push((remark.stage, place));
        self.verdict.remarks.push(remark);
    }

    fn form(&mut self, checked: &Checked) {
        let Some(schema) = self.procedure.schema() else { return };
        let (filled, required) = schema.progress(Some(&self.dossier.form));
        self.verdict.progress = Progress { filled, required };
        if checked.given_up {
            self.verdict.undetermined.push(Undecided { rule: RuleId::from("form"), reason: Reason::Fuel });
        }
        for (place, violation) in checked.all().into_iter().enumerate() {
            let remark = Remark {
                code: violation.keyword.to_owned(),
                severity: Severity::Error,
                stage: Stage::Filing,
                pointer: violation.pointer.clone(),
                rule: None,
                property: violation.property.clone(),
                text: violation.text(),
                source: Vec::new(),
                remedy: violation.description.clone(),
            };
            self.push(place, remark);
        }
    }

    fn components(&mut self, needs: &[Option<Result<bool, Stop>>], violations: &[Violation]) {
        // After all remarks on the form; a form has fewer violations than this.
        let base = 1 << 20;
        let mut groups: Vec<(&str, bool, usize, Vec<&ComponentSpec>)> = Vec::new();
        let mut early: Vec<(&str, bool, &ComponentSpec)> = Vec::new();
        let procedure = self.procedure;
        for (index, (spec, need)) in procedure.components().iter().zip(needs).enumerate() {
            if !self.asks(spec) {
                if let Some(group) = spec.need.group().filter(|_| self.may_come_early(spec, *need)) {
                    let comes = self.comes(base + index, spec, true);
                    early.push((group, comes, spec));
                }
                continue;
            }
            let wanted = match need.unwrap_or(Ok(true)) {
                Ok(wanted) => wanted && !matches!(spec.need, Need::Optional),
                Err(Stop::Pending) => {
                    self.waits(RuleId::from(spec.id.as_str()), &self.needs_of(index), violations);
                    false
                }
                Err(Stop::Undetermined(Reason::WrongType | Reason::BadDate)) if self.faulty(index, violations) => {
                    self.waits(RuleId::from(spec.id.as_str()), &self.needs_of(index), violations);
                    false
                }
                Err(Stop::Undetermined(reason)) => {
                    self.verdict.undetermined.push(Undecided { rule: RuleId::from(spec.id.as_str()), reason });
                    false
                }
            };
            let there = self.comes(base + index, spec, wanted);
            match spec.need.group().filter(|_| wanted) {
                Some(group) => match groups.iter_mut().find(|(name, ..)| *name == group) {
                    Some((_, found, _, members)) => {
                        *found |= there;
                        members.push(spec);
                    }
                    None => groups.push((group, there, index, vec![spec])),
                },
                None if wanted => {
                    self.count(there);
                    if !there {
                        self.missing(base + index, &[spec]);
                    }
                }
                None => {}
            }
        }
        for (group, there, index, mut members) in groups {
            let later = || early.iter().filter(|(name, ..)| *name == group);
            let there = there || later().any(|(_, comes, _)| *comes);
            self.count(there);
            if !there {
                members.extend(later().map(|(.., spec)| *spec));
                self.missing(base + index, &members);
            }
        }
        let last = base + procedure.components().len();
        self.unasked(last);
        self.unread(last);
        self.filing(last);
    }

    /// Whether a component was filed: as a paper, which is then checked, or as data from a database.
    fn comes(&mut self, place: usize, spec: &ComponentSpec, wanted: bool) -> bool {
        let given: Vec<_> = self.dossier.components.iter().enumerate().filter(|(_, part)| part.id == spec.id).collect();
        let by_data = given.is_empty() && wanted && self.answered(spec);
        if by_data {
            let register = spec.unless_data.clone().unwrap_or_default();
            self.verdict.by_data.push(ByData { component: spec.id.clone(), register });
        }
        if !given.is_empty() {
            self.paper(place, spec, &given);
        }
        by_data || !given.is_empty()
    }

    /// Whether a component that is required only at a later stage, but was already filed, satisfies its group of
    /// alternatives.
    fn may_come_early(&self, spec: &ComponentSpec, need: Option<Result<bool, Stop>>) -> bool {
        spec.in_force.contains(self.context.at) && need.unwrap_or(Ok(true)) == Ok(true)
    }

    /// Whether a component is required on this day and at this stage.
    fn asks(&self, spec: &ComponentSpec) -> bool {
        spec.in_force.contains(self.context.at) && spec.stage <= self.context.stage
    }

    /// Papers that the procedure does not have: a misspelt id, or more than may be required.
    fn unasked(&mut self, place: usize) {
        let known = self.procedure.components();
        for (index, part) in self.dossier.components.iter().enumerate() {
            if known.iter().any(|spec| spec.id == part.id) {
                continue;
            }
            let text = Text::new(
                format!("«{}» không có trong thành phần hồ sơ", part.id),
                format!("`{}` is no component of the dossier", part.id),
            );
            let mut remark = self.about_paper("component_unknown", format!("/components/{index}"), text, Vec::new());
            remark.severity = Severity::Note;
            remark.property = Some(part.id.to_string());
            self.push(place, remark);
        }
    }

    /// Answers of databases that no component and no rule uses: with a misspelt name the paper would be reported as
    /// missing.
    fn unread(&mut self, place: usize) {
        let procedure = self.procedure;
        let of_components = || procedure.components().iter().filter_map(|spec| spec.unless_data.as_deref());
        for name in self.dossier.data.keys().map(String::as_str) {
            if of_components().any(|known| known == name) || procedure.reads_register(name) {
                continue;
            }
            let text = Text::new(
                format!("Không thành phần hồ sơ nào dùng cơ sở dữ liệu «{name}»"),
                format!("No component asks for the database `{name}`"),
            );
            let mut pointer = "/data".to_owned();
            push_token(&mut pointer, name);
            let mut remark = self.about_paper("data_unknown", pointer, text, Vec::new());
            remark.severity = Severity::Note;
            remark.property = Some(name.to_owned());
            remark.remedy = nearest(name, of_components())
                .map(|near| Text::new(format!("Có phải là «{near}»?"), format!("Is it `{near}`?")));
            self.push(place, remark);
        }
    }

    /// Checks the filing itself: a misspelt channel, by which fees and limits would be selected, and a day of filing in
    /// the future.
    fn filing(&mut self, place: usize) {
        let fees = || self.procedure.spec().fee.iter().flat_map(|fee| fee.channel.0.iter().map(String::as_str));
        let known = |name: &&str| CHANNELS.contains(name) || fees().any(|known| known == *name);
        let channel = self.dossier.channel.as_deref().filter(|name| !known(name));
        let near = channel.and_then(|name| nearest(name, fees().chain(CHANNELS)));
        if let Some((channel, near)) = channel.zip(near) {
            let text = Text::new(
                format!("Không biết cách thức nộp «{channel}»"),
                format!("The channel `{channel}` is not known"),
            );
            let mut remark = self.about_paper("channel_unknown", "/channel".to_owned(), text, Vec::new());
            remark.severity = Severity::Warning;
            remark.remedy = Some(Text::new(format!("Có phải là «{near}»?"), format!("Is it `{near}`?")));
            self.push(place, remark);
        }
        let levels = || self.procedure.spec().online.iter().filter(|one| one.in_force.contains(self.context.at));
        let closed = levels().next().is_some() && levels().all(|one| one.level == OnlineLevel::None);
        if closed && self.dossier.channel.as_deref() == Some(ONLINE) {
            let text = Text::new(
                "Thủ tục này không nhận hồ sơ trực tuyến",
                "Dossiers for this procedure cannot be filed online",
            );
            let sources = levels().flat_map(|one| one.source.0.iter().cloned()).collect();
            let remark = self.about_paper("channel_closed", "/channel".to_owned(), text, sources);
            self.push(place, remark);
        }
        if self.dossier.submitted_on().is_some_and(|day| day > self.context.at) {
            let text = Text::new("Ngày nộp ở sau ngày xét", "The day of filing lies after that of the check");
            let mut remark = self.about_paper("submitted_future", "/submitted".to_owned(), text, Vec::new());
            remark.severity = Severity::Warning;
            self.push(place, remark);
        }
    }

    /// Whether the condition of a component reads a field that the form refuses: that has to be corrected first.
    fn faulty(&self, component: usize, violations: &[Violation]) -> bool {
        let need = self.procedure.needs().get(component).and_then(Option::as_ref);
        need.is_some_and(|(_, reads)| reads_fault(reads, violations))
    }

    fn count(&mut self, there: bool) {
        self.verdict.progress.required += 1;
        self.verdict.progress.filled += u32::from(there);
    }

    fn answered(&self, spec: &ComponentSpec) -> bool {
        let register = spec.unless_data.as_ref();
        register.is_some_and(|name| self.dossier.data.get(name) == Some(&DataAnswer::Answered))
    }

    fn missing(&mut self, place: usize, members: &[&ComponentSpec]) {
        let all = Text::join(members.iter().map(|spec| &spec.title), " hoặc ", " or ");
        let text =
            Text::new(format!("Thiếu thành phần hồ sơ: {}", all.vi), format!("A component is missing: {}", all.en));
        let asked = members.iter().find_map(|spec| {
            let register = spec.unless_data.as_ref()?;
            self.dossier.data.get(register).map(|answer| (register, *answer))
        });
        let usual = members.first().filter(|_| members.len() == 1).and_then(|spec| remedy("component_missing", spec));
        let remedy = asked.map(|(register, answer)| {
            let (vi, en) = match answer {
                DataAnswer::Down => ("không kết nối được", "could not be reached"),
                DataAnswer::Wrong | DataAnswer::Answered => ("không có hoặc không khớp", "has nothing or differs"),
            };
            Text::new(
                format!("Nộp giấy tờ vì cơ sở dữ liệu «{register}» {vi}"),
                format!("Hand in the paper, for the database `{register}` {en}"),
            )
        });
        let stage = members.iter().map(|spec| spec.stage).min().unwrap_or_default();
        let sources = members.iter().flat_map(|spec| spec.source.0.iter().cloned()).collect();
        let mut remark = self.about_paper("component_missing", "/components".to_owned(), text, sources);
        remark.property = Some(members.iter().map(|spec| spec.id.as_str()).collect::<Vec<_>>().join("|"));
        remark.remedy = remedy.or(usual);
        remark.stage = stage;
        self.push(place, remark);
    }

    fn about_paper(&self, code: &str, pointer: String, text: Text, source: Vec<crate::base::source::Source>) -> Remark {
        Remark {
            code: code.to_owned(),
            severity: Severity::Error,
            stage: Stage::Filing,
            pointer,
            rule: None,
            property: None,
            text,
            source,
            remedy: None,
        }
    }

    /// Reports a problem with the date of issue of a paper.
    fn of_issue(&mut self, code: &str, index: usize, spec: &ComponentSpec, text: Text, place: usize) {
        let pointer = format!("/components/{index}/issued");
        let mut remark = self.about_paper(code, pointer, text, spec.source.0.clone());
        remark.severity = Severity::Warning;
        remark.property = Some(spec.id.to_string());
        remark.remedy = remedy(code, spec);
        remark.stage = spec.stage;
        self.push(place, remark);
    }

    /// Checks a filed paper: form, number of copies, signature and age.
    fn paper(&mut self, place: usize, spec: &ComponentSpec, given: &[(usize, &Submitted)]) {
        let fits = |part: &Submitted| spec.form.0.is_empty() || spec.form.0.contains(&part.form);
        // The sum over many parts may exceed the range of one number.
        let sum = |fits: &dyn Fn(&Submitted) -> bool| -> u64 {
            given.iter().filter(|(_, part)| fits(part)).map(|(_, part)| u64::from(part.count)).sum()
        };
        let total = sum(&fits);
        let original = |part: &Submitted| match part.form {
            PaperForm::Original => true,
            PaperForm::Electronic => part.signed == Signed::Electronic,
            PaperForm::Copy | PaperForm::Shown => false,
        };
        let originals = sum(&original);
        let signed = |part: &Submitted| match spec.signed {
            Signed::None => true,
            Signed::Hand => part.signed != Signed::None,
            Signed::Electronic => part.signed == Signed::Electronic || part.form != PaperForm::Electronic,
        };
        // The day of issue is not counted, and the last day is counted whole (Civil Code arts. 147.2, 148.3): the
        // months must already be complete on an earlier day.
        let before = self.context.at.plus(-1);
        let expired = |part: &Submitted| match (spec.valid_months, part.issued) {
            (Some(months), Some(issued)) => rule::months_between(issued, before) >= i64::from(months),
            _ => false,
        };
        let first = |bad: &dyn Fn(&Submitted) -> bool| given.iter().find(|(_, part)| bad(part)).map(|(at, _)| *at);
        // Whether a paper without a date of issue is still valid is unknown.
        if let Some(index) = first(&|part| spec.valid_months.is_some() && part.issued.is_none()) {
            let issued =
                Text::new(format!("ngày cấp của {}", spec.title.vi), format!("the date of issue of {}", spec.title.en));
            self.waits_for(RuleId::from(spec.id.as_str()), Vec::new(), vec![issued]);
            let text = Text::new(
                format!("{} chưa ghi ngày cấp, nên chưa biết còn giá trị hay không", spec.title.vi),
                format!("{} bears no day of issue, so that nobody can say whether it still holds", spec.title.en),
            );
            self.of_issue("component_undated", index, spec, text, place);
        }
        let at = given.first().map(|(at, _)| *at).unwrap_or_default();
        let faults = [
            (first(&|part| !fits(part)), "component_form", "nộp không đúng hình thức", "is handed in in another form"),
            ((total < spec.count.into()).then_some(at), "component_count", "chưa đủ số lượng", "is short in number"),
            (
                (originals < spec.original.into()).then_some(at),
                "component_original",
                "cần bản chính",
                "is due in the original",
            ),
            (
                first(&|part| !signed(part)),
                "component_signature",
                "chưa được ký đúng cách",
                "is not signed as it should be",
            ),
            (first(&expired), "component_expired", "đã hết giá trị sử dụng", "is too old"),
        ];
        let future = |part: &Submitted| part.issued.is_some_and(|issued| issued > self.context.at);
        if let Some(index) = first(&future) {
            let text = Text::new(
                format!("{} ghi ngày cấp sau ngày xét", spec.title.vi),
                format!("{} bears a day of issue that is still to come", spec.title.en),
            );
            self.of_issue("component_issued", index, spec, text, place);
        }
        for (found, code, vi, en) in faults {
            // A wrong form is reported alone, since the wrong number follows from it.
            let Some(index) = found else { continue };
            let text = Text::new(format!("{} {vi}", spec.title.vi), format!("{} {en}", spec.title.en));
            let mut remark = self.about_paper(code, format!("/components/{index}"), text, spec.source.0.clone());
            remark.property = Some(spec.id.to_string());
            remark.remedy = remedy(code, spec);
            remark.stage = spec.stage;
            self.push(place, remark);
            if code == "component_form" {
                break;
            }
        }
    }

    fn rules(&mut self, outcomes: &[Option<Vec<Outcome>>], violations: &[Violation]) {
        let base = 1 << 24;
        let procedure = self.procedure;
        for (index, (rule, outcomes)) in procedure.rules().iter().zip(outcomes).enumerate() {
            for outcome in outcomes.iter().flatten() {
                self.outcome(base + index, rule, outcome.clone(), violations);
            }
        }
    }

    fn outcome(&mut self, place: usize, rule: &Rule, outcome: Outcome, violations: &[Violation]) {
        let id = rule.id().clone();
        match outcome {
            Outcome::Fail { pointer, item, compared } => {
                let spec = rule.spec();
                let number = item.map(|item| (item + 1).to_string()).unwrap_or_default();
                let fill = |text: &Text| text.fill(&[("n", number.clone())]);
                let mut text = fill(&spec.message);
                // A message that does not say itself which item it is about is preceded by it.
                if let Some((schema, item)) = self.procedure.schema().zip(item)
                    && !spec.message.vi.contains("{n}")
                {
                    let item = schema.name_of(&format!("{}/{item}", rule.list()));
                    text = Text::join([&item, &text], ": ", ": ");
                }
                if let Some((one, other)) = compared {
                    let values = Text::new(format!(" ({one} so với {other})"), format!(" ({one} against {other})"));
                    text = Text::join([&text, &values], "", "");
                }
                let remark = Remark {
                    code: "rule".to_owned(),
                    severity: spec.severity,
                    stage: spec.stage,
                    pointer,
                    rule: Some(id),
                    property: None,
                    text,
                    source: spec.source.0.clone(),
                    remedy: spec.remedy.as_ref().map(fill),
                };
                self.push(place, remark);
            }
            Outcome::Pending => {
                self.waits(id, &rule.needs(), violations);
            }
            // A field that the form refuses has to be corrected first; until then the rule is pending.
            Outcome::Undetermined(Reason::WrongType | Reason::BadDate) if reads_fault(rule.reads(), violations) => {
                self.waits(id, &rule.needs(), violations);
            }
            Outcome::Undetermined(reason) => {
                let undecided = Undecided { rule: id, reason };
                if !self.verdict.undetermined.contains(&undecided) {
                    self.verdict.undetermined.push(undecided);
                }
            }
        }
    }

    /// What the condition of a component cannot do without.
    fn needs_of(&self, component: usize) -> Vec<Read> {
        let need = self.procedure.needs().get(component).and_then(Option::as_ref);
        need.map(|(condition, _)| condition.needs()).unwrap_or_default()
    }

    /// Notes that a rule or component waits for what it reads: for fields that are not filled in, or that have to be
    /// corrected first.
    fn waits(&mut self, id: RuleId, reads: &[Read], violations: &[Violation]) {
        if self.verdict.pending.contains(&id) {
            return;
        }
        let schema = self.procedure.schema();
        let mut fields: Vec<String> = Vec::new();
        let mut others: Vec<Text> = Vec::new();
        for read in reads {
            let mut add = |field: String| {
                if !fields.contains(&field) && fields.len() < MOST_AWAITED {
                    fields.push(field);
                }
            };
            let name = |at: usize| read.way.get(at).and_then(Option::as_deref);
            match Root::of(read) {
                Some(Root::Form) => {
                    read.unfilled(&self.dossier.form).into_iter().for_each(&mut add);
                    // What is wrong with a group around the field is said of the field itself.
                    let inside = |pointer: &str| pointer.matches('/').count() >= read.way.len() && read.meets(pointer);
                    let refused = violations.iter().filter(|violation| inside(&violation.pointer));
                    refused.for_each(|violation| add(violation.pointer.clone()));
                }
                Some(Root::Filing) => others.extend(match (name(0).and_then(filing_field), name(1)) {
                    (Some(FilingField::Channel), _) if self.dossier.channel.is_none() => {
                        Some(Text::new("cách thức nộp", "the filing channel"))
                    }
                    (Some(FilingField::Submitted), _) if self.dossier.submitted.is_none() => {
                        Some(Text::new("ngày nộp", "the day of filing"))
                    }
                    (Some(FilingField::Data), Some(name)) if !self.dossier.data.contains_key(name) => {
                        Some(Text::new(format!("kết quả tra cứu «{name}»"), format!("the answer of `{name}`")))
                    }
                    _ => None,
                }),
                Some(Root::Components) => {
                    let spec = self.procedure.components().iter().find(|spec| name(0) == Some(spec.id.as_str()));
                    let missing = spec.filter(|spec| self.dossier.components.iter().all(|part| part.id != spec.id));
                    others.extend(missing.map(|spec| spec.title.clone()));
                }
                None => {}
            }
        }
        let named = fields.iter().map(|field| match schema {
            Some(schema) => schema.name_of(field),
            None => Text::same(field.trim_start_matches('/')),
        });
        let words = named.chain(others).collect();
        self.waits_for(id, fields, words);
    }

    /// Notes a pending rule or component, once even if there are several reasons.
    fn waits_for(&mut self, id: RuleId, fields: Vec<String>, words: Vec<Text>) {
        if !self.verdict.pending.contains(&id) {
            let words = Text::join(&words, ", ", ", ");
            let text = Text::new(format!("Chờ: {}", words.vi), format!("Waits for: {}", words.en));
            self.verdict.waiting.push(Waiting { rule: id.clone(), fields, text });
            self.verdict.pending.push(id);
        }
    }

    fn finish(self) -> Verdict {
        let Self { mut verdict, order, procedure, .. } = self;
        let remarks = std::mem::take(&mut verdict.remarks);
        let mut keyed: Vec<_> = order.into_iter().zip(remarks).collect();
        keyed.sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| by_pointer(&x.pointer, &y.pointer)));
        let limit = usize::try_from(procedure.spec().limits.remarks).unwrap_or(usize::MAX);
        let fine = keyed.iter().all(|(_, remark)| remark.severity != Severity::Error);
        verdict.unlisted = u32::try_from(keyed.len().saturating_sub(limit)).unwrap_or(u32::MAX);
        keyed.truncate(limit);
        verdict.remarks = keyed.into_iter().map(|(_, remark)| remark).collect();
        verdict.ready = fine && verdict.pending.is_empty() && verdict.undetermined.is_empty();
        verdict
    }
}

fn filing_field(name: &str) -> Option<FilingField> {
    FilingField::ALL.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
}

fn reads_fault(reads: &[Read], violations: &[Violation]) -> bool {
    let mut of_form = reads.iter().filter(|read| read.is_of_form());
    of_form.any(|read| violations.iter().any(|violation| read.meets(&violation.pointer)))
}
