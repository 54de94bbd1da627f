//! Fills in a form.

use super::answer::{Letter, LetterField, LetterTable};
use super::facts::{Facts, Line, Stretch};
use super::spec::{ColumnValue, FieldValue, LetterKind, LetterSpec};
use super::{remarks, words};
use crate::base::Arrange;
use crate::base::source::Source;
use crate::base::text::{Text, money};
use crate::base::time::Stamp;
use crate::deadline::When;
use crate::dossier::{FeeLine, Submitted, Supplement};
use crate::rule::Remark;

/// Fills in a form from the facts of a dossier and its case.
pub(crate) fn fill(spec: &LetterSpec, facts: &Facts<'_>) -> Letter {
    let kind = facts.kind;
    let mut fields = Vec::new();
    let mut blank = Vec::new();
    for field in &spec.fields {
        let lines = field.value.map(|value| facts.lines_of(value)).unwrap_or_default();
        if lines.is_empty() && field.needed {
            blank.push(field.id.clone());
        }
        fields.push(LetterField { id: field.id.clone(), title: field.title.clone(), lines });
    }
    let table = (!spec.columns.is_empty()).then(|| LetterTable {
        columns: spec.columns.iter().map(|column| column.id.clone()).collect(),
        titles: spec.columns.iter().map(|column| column.title.clone()).collect(),
        rows: facts.rows(kind, &spec.columns.iter().map(|column| column.value).collect::<Vec<_>>()),
    });
    Letter {
        kind,
        number: spec.number.clone(),
        title: spec.title.clone(),
        agency: facts.agency.clone(),
        day: words::day(facts.calendar.date_of(facts.at.at)),
        paper: spec.paper,
        fields,
        table,
        note: spec.note.clone(),
        signed_by: spec.signed_by.clone(),
        blank,
        remarks: remarks::found(kind, facts),
        source: spec.source.0.clone(),
    }
}

impl Facts<'_> {
    fn instant(&self, stamp: Stamp) -> Text {
        words::instant(stamp, self.calendar.zone())
    }

    fn lines_of(&self, value: FieldValue) -> Vec<Text> {
        let own = |text: &Option<String>| text.as_deref().map(Text::same);
        let spec = self.procedure.map(|procedure| procedure.spec());
        let due = self.due.map(|due| words::due(due, self.calendar.zone()));
        let one = match value {
            FieldValue::Agency => self.agency.clone(),
            FieldValue::Code => own(&self.code),
            FieldValue::Procedure => spec.map(|spec| spec.title.clone()),
            FieldValue::ProcedureCode => self.procedure.map(|procedure| Text::same(procedure.id().as_str())),
            FieldValue::Applicant => own(&self.applicant.name),
            FieldValue::Address => own(&self.applicant.address),
            FieldValue::Phone => own(&self.applicant.phone),
            FieldValue::Email => own(&self.applicant.email),
            FieldValue::Channel => self.dossier.and_then(|dossier| dossier.channel.as_deref()).map(words::channel),
            FieldValue::Limit => self.due.and_then(|due| {
                let end = due.committed.as_ref().or(due.statutory.as_ref())?;
                Some(end.limit.text())
            }),
            FieldValue::Received => {
                let submitted = self.dossier.and_then(|dossier| dossier.submitted);
                let received = self.case.and_then(|case| case.received).or(submitted);
                // A receipt is for what is received now; any other form is issued later.
                received.or((self.kind == LetterKind::Receipt).then_some(self.at)).map(|stamp| self.instant(stamp))
            }
            FieldValue::Accepted => self.case.and_then(|case| case.accepted).map(|stamp| self.instant(stamp)),
            FieldValue::Due | FieldValue::OriginalDue => due,
            FieldValue::NewDue => self.new_due.map(|stamp| self.instant(stamp)),
            FieldValue::SolvedBy => spec.and_then(|spec| spec.solved_by.clone()),
            FieldValue::Window => self.window.as_ref().map(|window| words::due(window, self.calendar.zone())),
            FieldValue::Then => self.supplement.and_then(|supplement| supplement.then).map(words::then),
            FieldValue::Reason => own(&self.reason),
            FieldValue::Officer => own(&self.officer),
            FieldValue::Day => Some(words::day(self.calendar.date_of(self.at.at))),
            FieldValue::Components => return self.components(),
            FieldValue::Fees => return self.fees.iter().map(fee).collect(),
            FieldValue::Result => {
                return spec.map(|spec| spec.result.iter().map(|one| one.title.clone()).collect()).unwrap_or_default();
            }
            FieldValue::Gaps => return self.supplement.map(gaps).unwrap_or_default(),
            FieldValue::Basis => return self.supplement.map(basis).unwrap_or_default(),
        };
        one.into_iter().collect()
    }

    /// The papers that were handed in, in the order of the procedure.
    fn components(&self) -> Vec<Text> {
        let Some(dossier) = self.dossier else { return Vec::new() };
        let specs = self.procedure.map(|procedure| procedure.components()).unwrap_or_default();
        let place = |part: &Submitted| specs.iter().position(|spec| spec.id == part.id).unwrap_or(specs.len());
        let mut given: Vec<&Submitted> = dossier.components.iter().collect();
        given.arrange_by_key(|part| place(part));
        let line = |part: &Submitted| {
            let spec = specs.iter().find(|spec| spec.id == part.id);
            let title = spec.map_or_else(|| Text::same(part.id.as_str()), |spec| spec.title.clone());
            let form = words::paper(part.form);
            let count = part.count;
            Text::new(format!("{} ({count} {})", title.vi, form.vi), format!("{} ({count}, {})", title.en, form.en))
        };
        given.into_iter().map(line).collect()
    }

    fn rows(&self, kind: LetterKind, columns: &[Option<ColumnValue>]) -> Vec<Vec<Option<Text>>> {
        let cells =
            |cell: &dyn Fn(ColumnValue) -> Option<Text>| columns.iter().map(|value| value.and_then(cell)).collect();
        let number = |index: usize| Some(Text::same((index + 1).to_string()));
        if kind == LetterKind::Register {
            let line = |(index, line): (usize, &Line<'_>)| {
                cells(&|value| if value == ColumnValue::Number { number(index) } else { self.of_line(line, value) })
            };
            return self.lines.iter().enumerate().map(line).collect();
        }
        let stretch = |(index, stretch): (usize, &Stretch)| {
            cells(&|value| if value == ColumnValue::Number { number(index) } else { self.of_stretch(stretch, value) })
        };
        self.stretches.iter().enumerate().map(stretch).collect()
    }

    fn of_stretch(&self, stretch: &Stretch, value: ColumnValue) -> Option<Text> {
        match value {
            ColumnValue::Step => Some(stretch.step.clone()),
            ColumnValue::Unit => stretch.unit.clone(),
            ColumnValue::Officer => stretch.officer.as_deref().map(Text::same),
            ColumnValue::Begun => stretch.begun.map(|stamp| self.instant(stamp)),
            ColumnValue::Done => stretch.done.map(|stamp| self.instant(stamp)),
            ColumnValue::Budget => stretch.budget.clone(),
            ColumnValue::Outcome => stretch.outcome.map(words::outcome),
            ColumnValue::Number
            | ColumnValue::Code
            | ColumnValue::Procedure
            | ColumnValue::Channel
            | ColumnValue::Received
            | ColumnValue::Due
            | ColumnValue::Finished
            | ColumnValue::Returned => None,
        }
    }

    fn of_line(&self, line: &Line<'_>, value: ColumnValue) -> Option<Text> {
        let row = line.row;
        let stamp = |when: Option<When>| {
            when.map(|when| match when {
                When::At(stamp) => self.instant(stamp),
                When::Date(date) => Text::new(date.vietnamese(), date.to_string()),
            })
        };
        match value {
            ColumnValue::Code => Some(Text::same(row.case_id.as_str())),
            ColumnValue::Procedure => line.procedure.clone(),
            ColumnValue::Unit => line.unit.clone(),
            ColumnValue::Channel => row.channel.as_deref().map(words::channel),
            ColumnValue::Officer => row.responsible.as_ref().map(|officer| Text::same(officer.as_str())),
            ColumnValue::Received => stamp(row.received.or(row.submitted)),
            ColumnValue::Due => match &line.due {
                Some(due) => Some(words::due(due, self.calendar.zone())),
                None => stamp(row.due_original.or(row.due_recorded)),
            },
            ColumnValue::Finished => stamp(row.finished),
            ColumnValue::Returned => stamp(row.returned),
            ColumnValue::Outcome if row.stopped.is_some() => Some(words::outcome(crate::deadline::Outcome::Stopped)),
            ColumnValue::Outcome => {
                let finished = row.finished.or(row.returned)?;
                Some(words::outcome(line.due.as_ref()?.outcome_when(self.calendar, finished, None)))
            }
            ColumnValue::Number | ColumnValue::Step | ColumnValue::Begun | ColumnValue::Done | ColumnValue::Budget => {
                None
            }
        }
    }
}

fn fee(fee: &FeeLine) -> Text {
    match fee.amount.map(money) {
        Some(amount) => {
            Text::new(format!("{}: {}", fee.title.vi, amount.vi), format!("{}: {}", fee.title.en, amount.en))
        }
        None => fee.title.clone(),
    }
}

/// The gaps of the papers first, then those of the form; each with its remedy.
fn gaps(supplement: &Supplement) -> Vec<Text> {
    let line = |remark: &Remark| match &remark.remedy {
        Some(remedy) => {
            Text::new(format!("{}. {}", remark.text.vi, remedy.vi), format!("{}. {}", remark.text.en, remedy.en))
        }
        None => remark.text.clone(),
    };
    supplement.components.iter().chain(&supplement.form).map(line).collect()
}

/// The legal texts behind the gaps, each once.
fn basis(supplement: &Supplement) -> Vec<Text> {
    let mut found = Vec::new();
    for source in supplement.components.iter().chain(&supplement.form).flat_map(|remark| &remark.source) {
        let text = cite(source);
        if !found.contains(&text) {
            found.push(text);
        }
    }
    found
}

fn cite(source: &Source) -> Text {
    match &source.article {
        Some(article) if article.starts_with(|char: char| char.is_ascii_digit()) => {
            Text::new(format!("Điều {article}, {}", source.text), format!("{}, art. {article}", source.text))
        }
        // The place is an annex or a form, not an article.
        Some(place) => Text::new(format!("{place}, {}", source.text), format!("{}, {place}", source.text)),
        None => Text::same(&source.text),
    }
}
