//! Letters of the one-stop desk (*bộ phận một cửa*): collects what is known, then fills in the form.

use super::handle::Office;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::{ProcedureId, UnitId};
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::base::time::{Date, Instant, Stamp};
use crate::calendar::Calendar;
use crate::case::{Case, CaseRow, Event, factors};
use crate::deadline::{self, ClockActKind, Due, DueOptions, LimitOf, Outcome, Promise, When};
use crate::dossier::{self, Context, Dossier, Procedure};
use crate::letter::{Applicant, Facts, Letter, LetterKind, LetterSpec, Line, Stretch, fill};
use crate::rule::Stage;
use serde::Serialize;

/// Request for a form of the one-stop desk (*bộ phận một cửa*). Fields without a value stay blank.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct LetterRequest {
    /// The kind of letter.
    pub letter: LetterKind,
    /// When it is issued.
    pub at: Stamp,
    /// The procedure; by default that of the dossier or of the case.
    pub procedure: Option<ProcedureId>,
    /// The dossier, whose papers and gaps are listed.
    pub dossier: Option<Dossier>,
    /// The case.
    pub case: Option<Case>,
    /// The events of the case from the first on. The control slip needs them; without `case`, the case is computed from
    /// them.
    pub events: Vec<Event>,
    /// The cases for the register of dossiers (*sổ theo dõi hồ sơ*).
    pub cases: Vec<CaseRow>,
    /// The code of the dossier; by default that of the case.
    pub code: Option<String>,
    /// The applicant.
    #[shape(default)]
    pub applicant: Applicant,
    /// The unit that issues the form.
    pub unit: Option<UnitId>,
    /// The officer who writes it.
    pub officer: Option<String>,
    /// The reason why the dossier is refused, late or stopped.
    pub reason: Option<String>,
    /// The new due date in an apology; by default the last one of the case.
    pub new_due: Option<Stamp>,
}

impl Office {
    /// The version of a form in force on a day.
    ///
    /// # Errors
    /// [`Code::UnknownReference`], [`Code::NotInForce`].
    pub(crate) fn letter_spec(&self, kind: LetterKind, on: Date) -> Result<&LetterSpec, Error> {
        let forms = &self.rulebook().parts().forms;
        let known = || forms.keys().map(|kind| kind.as_str());
        let versions = forms.get(&kind).ok_or_else(|| Error::unknown("letter", kind.as_str(), known()));
        versions.and_then(|versions| versions.on(on, kind.as_str())).map_err(|fault| fault.under("/letter"))
    }

    /// Fills in a form of the one-stop desk.
    ///
    /// # Errors
    /// A form or procedure that is not in force on that day; refused events; [`Code::NothingToSupplement`].
    pub fn letter(&self, request: &LetterRequest) -> Result<Letter, Faults> {
        let folded = match (&request.case, request.events.is_empty()) {
            (None, false) => Some(self.fold_with_stretches(&request.events)?),
            _ => None,
        };
        let (made, stretches) = folded.unzip();
        let case = request.case.as_ref().or(made.as_ref());
        let stretches = match (stretches, request.events.is_empty()) {
            (None, false) => self.fold_with_stretches(&request.events)?.1,
            (stretches, _) => stretches.unwrap_or_default(),
        };
        let unit = request.unit.as_ref().or_else(|| case.and_then(|case| case.unit.as_ref()));
        let calendar = self.rulebook().rules();
        let day = calendar.day_of(request.at.at);
        let calendar = calendar.calendar_of(unit, Some(day), if request.unit.is_some() { "/unit" } else { "" })?;
        let today = calendar.date_of(request.at.at);
        let spec = self.letter_spec(request.letter, today)?;

        // The version of the procedure is that of the case; without a case, that of the day.
        let versions = case.map(|case| &case.versions);
        let on = versions.and_then(|versions| versions.anchored_on).unwrap_or(today);
        let named = request.procedure.as_ref().or(request.dossier.as_ref().map(|dossier| &dossier.procedure));
        let named = named.or_else(|| versions.and_then(|versions| versions.procedure.as_ref()));
        let procedure = named.map(|id| self.procedure(id, on)).transpose()?;

        let dossier = request.dossier.clone().map(|dossier| dossier.seen_in(calendar.zone()));
        let dossier = dossier.as_ref();
        let verdict = procedure.zip(dossier).map(|(procedure, dossier)| {
            // The desk checks the rules of the stages before filing and at the desk; an appraisal adds its own rules.
            let appraised =
                request.letter == LetterKind::Supplement && case.is_some_and(|case| case.accepted.is_some());
            let stage = if appraised { Stage::Appraisal } else { Stage::Desk };
            dossier::check(procedure, dossier, &Context { stage, at: today, calendar: Some(calendar) })
        });
        let asked = case.map_or(0, |case| case.supplements);
        let judged = procedure.zip(dossier).zip(verdict.as_ref()).filter(|_| request.letter == LetterKind::Supplement);
        let supplement = judged.map(|((procedure, dossier), verdict)| {
            let gathered = dossier::supplement(procedure, dossier, verdict, asked);
            gathered.ok_or_else(|| Error::new(Code::NothingToSupplement))
        });
        let supplement = supplement.transpose()?;
        let due = self.due_of_letter(request, procedure, case, calendar)?;
        let window = window(request, procedure, case, calendar)?;
        let acts = case.map(|case| case.clock.acts.as_slice()).unwrap_or_default();
        let reappointments: Vec<_> = acts.iter().filter(|act| act.kind == ClockActKind::ReAppoint).collect();
        let new_due = request.new_due.or_else(|| due.as_ref().and_then(|due| due.reappointed));
        // An apology that the case already records is this letter.
        let noted =
            request.letter == LetterKind::Apology && reappointments.last().is_some_and(|act| act.at == request.at);
        let facts = Facts {
            kind: request.letter,
            at: request.at,
            calendar,
            agency: Some(
                unit.and_then(|unit| self.rulebook().organisation().unit(unit, today))
                    .map_or(self.rulebook().title(), |unit| &unit.title)
                    .clone(),
            ),
            code: request.code.clone().or_else(|| case.map(|case| case.case_id.to_string())),
            procedure,
            dossier,
            verdict: verdict.as_ref(),
            case,
            due: due.as_ref(),
            applicant: applicant(&request.applicant, procedure, dossier),
            fees: procedure
                .zip(dossier)
                .map(|(procedure, dossier)| dossier::fees(procedure, dossier, today))
                .unwrap_or_default(),
            supplement: supplement.as_ref(),
            window,
            asked,
            reappointed: u32::try_from(reappointments.len().saturating_sub(usize::from(noted))).unwrap_or(u32::MAX),
            new_due,
            reason: request.reason.clone().or_else(|| case.and_then(|case| case.text("reason").map(str::to_owned))),
            officer: request.officer.clone(),
            stretches,
            lines: request.cases.iter().map(|row| self.line(row)).collect(),
        };
        Ok(fill(spec, &facts))
    }

    /// When the case is due; for a receipt without a case, when it will be due if accepted now.
    fn due_of_letter(
        &self,
        request: &LetterRequest,
        procedure: Option<&Procedure>,
        case: Option<&Case>,
        calendar: &Calendar,
    ) -> Result<Option<Due>, Faults> {
        if let Some(case) = case.filter(|case| case.accepted.is_some()) {
            return Ok(case.clock.due.clone());
        }
        let promised =
            procedure.filter(|procedure| procedure.limit().is_some() && request.letter == LetterKind::Receipt);
        let Some(procedure) = promised else { return Ok(None) };
        let dossier = request.dossier.as_ref();
        let (channel, form) = dossier.map_or((None, None), |dossier| (dossier.channel.as_deref(), Some(&dossier.form)));
        let channel = channel.or_else(|| case.and_then(|case| case.channel.as_deref()));
        let factors: Vec<_> = case.iter().flat_map(|case| factors(&case.data)).map(str::to_owned).collect();
        let promise = procedure.promise(channel, &factors, form, calendar.date_of(request.at.at))?;
        Ok(Some(deadline::due(calendar, &promise, request.at.at, &[], &DueOptions::default())?))
    }

    /// The case computed from its events, and how long each officer held each step.
    fn fold_with_stretches(&self, events: &[Event]) -> Result<(Case, Vec<Stretch>), Faults> {
        let mut case: Option<Case> = None;
        let mut stretches: Vec<Stretch> = Vec::new();
        for (index, event) in events.iter().enumerate() {
            let next = self.apply(case.as_ref(), event).map_err(|refusal| {
                Error::new(Code::EventRefused)
                    .with("number", index + 1)
                    .with("vi", &refusal.text.vi)
                    .with("en", &refusal.text.en)
                    .under(&format!("/events/{index}"))
            })?;
            let before = case.as_ref().map_or(0, |case| case.done.len());
            for done in next.done.iter().skip(before) {
                let open = case.as_ref().and_then(|case| case.open(&done.step));
                let officer = done.officer.as_ref().map(ToString::to_string);
                let unit = open.and_then(|open| open.unit.as_ref());
                let over = open.and_then(|open| open.budget_ends).map(|ends| match done.at.at > ends.at {
                    true => Outcome::Late,
                    false => Outcome::OnTime,
                });
                let begun = open.map(|open| open.since);
                stretches.push(self.stretch(&next, &done.step, unit, officer, begun, Some(done.at), over));
            }
            case = Some(next);
        }
        let Some(case) = case else { return Err(Error::new(Code::MissingField).with("field", "events").into()) };
        for open in &case.open_steps {
            let officer = case.lead(&open.step).map(ToString::to_string);
            stretches.push(self.stretch(&case, &open.step, open.unit.as_ref(), officer, Some(open.since), None, None));
        }
        Ok((case, stretches))
    }

    #[allow(clippy::too_many_arguments)]
    fn stretch(
        &self,
        case: &Case,
        step: &crate::base::ids::StepId,
        unit: Option<&UnitId>,
        officer: Option<String>,
        begun: Option<Stamp>,
        done: Option<Stamp>,
        outcome: Option<Outcome>,
    ) -> Stretch {
        let versions = &case.versions;
        let on = self.rulebook().rules().day_of(begun.or(done).unwrap_or(case.last_at).at);
        let workflow = versions.workflow.as_ref().zip(versions.anchored_on);
        let workflow = workflow.and_then(|(workflow, on)| self.rulebook().workflow(workflow, on).ok());
        let known = workflow.and_then(|workflow| workflow.steps().iter().find(|known| known.id == *step));
        Stretch {
            step: known.map_or_else(|| Text::same(step.as_str()), |step| step.title.clone()),
            unit: unit.and_then(|unit| self.rulebook().organisation().unit(unit, on)).map(|unit| unit.title.clone()),
            officer,
            begun,
            done,
            budget: known.and_then(|step| step.budget.as_ref()).map(|budget| budget.limit().text()),
            outcome,
        }
    }

    /// A line of the register, with the due date by the rulebook.
    fn line<'a>(&self, row: &'a CaseRow) -> Line<'a> {
        let procedure = || {
            let (id, accepted) = (row.procedure.as_ref()?, row.accepted?);
            let calendar = self.rulebook().rules();
            let day = match accepted {
                When::Date(date) => date,
                When::At(stamp) => calendar.day_of(stamp.at),
            };
            let calendar = calendar.calendar_for(row.unit.as_ref(), Some(day)).ok()?;
            let on = match accepted {
                When::Date(date) => date,
                When::At(stamp) => calendar.date_of(stamp.at),
            };
            Some((self.procedure(id, on).ok()?, calendar, on, accepted))
        };
        let found = procedure();
        let due = found.as_ref().and_then(|(procedure, calendar, on, accepted)| {
            // If the line has too little information to compute the due date, the one in the register is kept.
            procedure.limit().filter(|limit| !limit.depends_on_data(LimitOf::Result))?;
            let promise = procedure.promise(row.channel.as_deref(), &[], None, *on).ok()?;
            let options = DueOptions { brief: true, ..DueOptions::default() };
            match accepted {
                When::Date(date) => deadline::due_on(calendar, &promise, *date, &[], &options).ok(),
                When::At(stamp) => deadline::due(calendar, &promise, stamp.at, &[], &options).ok(),
            }
        });
        let day = match row.accepted.as_ref().or(row.received.as_ref()) {
            Some(When::Date(date)) => *date,
            Some(When::At(stamp)) => self.rulebook().rules().day_of(stamp.at),
            None => Date::MAX,
        };
        let unit = row.unit.as_ref().and_then(|unit| self.rulebook().organisation().unit(unit, day));
        let named = || row.procedure.as_ref().map(|id| Text::same(id.as_str()));
        Line {
            row,
            procedure: found.map(|(procedure, ..)| procedure.title().clone()).or_else(named),
            unit: unit.map(|unit| unit.title.clone()),
            due,
        }
    }
}

/// The last instant for a supplement: counted from now for the request itself, and from the start of the suspension
/// while one is awaited.
fn window(
    request: &LetterRequest,
    procedure: Option<&Procedure>,
    case: Option<&Case>,
    calendar: &Calendar,
) -> Result<Option<Due>, Error> {
    let rule = procedure.and_then(|procedure| procedure.limit()).and_then(|limit| limit.supplement.as_ref());
    let Some(limit) = rule.and_then(|rule| rule.window.as_ref()) else { return Ok(None) };
    let begun: Option<Instant> = match request.letter {
        LetterKind::Supplement => Some(request.at.at),
        LetterKind::Stop => case.and_then(|case| {
            let clock = &case.clock.acts;
            let awaited =
                clock.iter().rev().find(|act| act.kind == ClockActKind::Suspend && act.at.at <= request.at.at);
            awaited.filter(|_| case.supplements > 0).map(|act| act.at.at)
        }),
        LetterKind::Receipt
        | LetterKind::Refusal
        | LetterKind::Apology
        | LetterKind::Control
        | LetterKind::Register => None,
    };
    let Some(begun) = begun else { return Ok(None) };
    deadline::due(calendar, &Promise::from(limit.clone()), begun, &[], &DueOptions::default()).map(Some)
}

/// The value that the desk recorded, otherwise the one in the form of the dossier.
fn applicant(given: &Applicant, procedure: Option<&Procedure>, dossier: Option<&Dossier>) -> Applicant {
    let filer = procedure.and_then(|procedure| procedure.spec().filer.as_ref());
    let read = |pointer: Option<&String>| {
        let node = dossier?.form.at_pointer(pointer?)?;
        node.value.as_text().map(str::to_owned)
    };
    let or = |given: &Option<String>, pointer: Option<&String>| given.clone().or_else(|| read(pointer));
    Applicant {
        name: or(&given.name, filer.and_then(|filer| filer.name.as_ref())),
        address: or(&given.address, filer.and_then(|filer| filer.address.as_ref())),
        phone: or(&given.phone, filer.and_then(|filer| filer.phone.as_ref())),
        email: or(&given.email, filer.and_then(|filer| filer.email.as_ref())),
    }
}
