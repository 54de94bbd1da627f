//! Checks dossiers and documents, and explains how a rule comes to its answer.

use super::due::DueRequest;
use super::handle::Office;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::{RuleId, UnitId};
use crate::base::shape::Shape;
use crate::base::time::{Date, Stamp, Zone};
use crate::deadline::Due;
use crate::document::Document;
use crate::dossier::{self, Context, Dossier, Procedure, RuleTrace, Verdict};
use crate::rule::{Stage, WorkingDays};
use crate::rulebook::{Procedures, RuleSet, Rulebook, Slice, Validator};
use serde::Serialize;

/// Request to check a dossier or a document; exactly one of the two is given.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct CheckRequest {
    /// The dossier.
    pub dossier: Option<Dossier>,
    /// The document, instead of a dossier.
    pub document: Option<Document>,
    /// The stage for which the dossier is checked.
    #[shape(default)]
    pub stage: Stage,
    /// The instant of the check: now for an open dossier, its acceptance for a filed one. It decides which version of
    /// the procedure applies.
    pub at: Stamp,
    /// The unit whose calendar applies if rules count working days.
    pub unit: Option<UnitId>,
}

/// Request to check whether a dossier is complete.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct DossierRequest {
    /// The dossier.
    pub dossier: Dossier,
    /// The stage for which the dossier is checked.
    #[shape(default)]
    pub stage: Stage,
    /// The instant of the check: now for an open dossier, its acceptance for a filed one. It decides which version of
    /// the procedure applies.
    pub at: Stamp,
    /// The unit whose calendar applies if rules count working days.
    pub unit: Option<UnitId>,
}

/// What a dossier is checked against, at the instant and in the unit of a request.
pub(super) struct CheckContext<'a> {
    procedures: &'a Procedures,
    zone: Zone,
    pub(super) on: Date,
    pub(super) calendar: Option<&'a dyn WorkingDays>,
}

/// Rules by which dossiers are checked: of an office, of a slice, or of a validator.
pub(super) trait Checking: Send + Sync {
    /// What a dossier is checked against in a unit, at an instant.
    fn context(&self, unit: Option<&UnitId>, at: Stamp) -> Result<CheckContext<'_>, Error>;

    /// When something is due, where the rules have limits and calendars.
    fn promise(&self, _request: &DueRequest) -> Option<Due> {
        None
    }
}

/// Without the rules themselves: a browser would have to load how to write each of them.
impl std::fmt::Debug for dyn Checking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Checking")
    }
}

impl Checking for Rulebook {
    fn context(&self, unit: Option<&UnitId>, at: Stamp) -> Result<CheckContext<'_>, Error> {
        CheckContext::of(self.rules(), unit, at)
    }

    fn promise(&self, request: &DueRequest) -> Option<Due> {
        self.rules().count(request).ok()
    }
}

impl Checking for RuleSet {
    fn context(&self, unit: Option<&UnitId>, at: Stamp) -> Result<CheckContext<'_>, Error> {
        CheckContext::of(self, unit, at)
    }

    fn promise(&self, request: &DueRequest) -> Option<Due> {
        self.count(request).ok()
    }
}

impl Checking for Validator {
    fn context(&self, unit: Option<&UnitId>, at: Stamp) -> Result<CheckContext<'_>, Error> {
        CheckContext::without_calendar(self, unit, at)
    }
}

impl<'a> CheckContext<'a> {
    /// A check with rules and calendars.
    pub(super) fn of(rules: &'a RuleSet, unit: Option<&UnitId>, at: Stamp) -> Result<Self, Error> {
        let calendar = rules.calendar_if_any(unit, Some(rules.day_of(at.at)), "/unit")?;
        let zone = calendar.map_or_else(Zone::vietnam, |calendar| calendar.zone().clone());
        let calendar = calendar.map(|calendar| calendar as &dyn WorkingDays);
        Ok(Self { procedures: rules.procedures(), on: zone.date_of(at.at), zone, calendar })
    }

    /// A check by a validator, which has no calendars.
    pub(super) fn without_calendar(validator: &'a Validator, unit: Option<&UnitId>, at: Stamp) -> Result<Self, Error> {
        let zone = validator.zone(unit, "/unit")?;
        Ok(Self { procedures: validator.procedures(), on: zone.date_of(at.at), zone, calendar: None })
    }

    /// The procedure of a dossier.
    pub(super) fn procedure(&self, dossier: &Dossier) -> Result<&'a Procedure, Error> {
        self.procedures.on(&dossier.procedure, self.on, "/dossier/procedure")
    }

    /// What a check needs besides the dossier.
    pub(super) fn context(&self, stage: Stage) -> Context<'a> {
        Context { stage, at: self.on, calendar: self.calendar }
    }

    /// A dossier with its times in the zone of the calendar.
    pub(super) fn seen(&self, dossier: &Dossier) -> Dossier {
        dossier.clone().seen_in(&self.zone)
    }

    fn check(&self, dossier: &Dossier, stage: Stage) -> Result<Verdict, Faults> {
        let dossier = self.seen(dossier);
        Ok(dossier::check(self.procedure(&dossier)?, &dossier, &self.context(stage)))
    }
}

impl RuleSet {
    /// Whether a dossier is complete.
    pub(crate) fn check(&self, request: &DossierRequest) -> Result<Verdict, Faults> {
        let context = CheckContext::of(self, request.unit.as_ref(), request.at)?;
        context.check(&request.dossier, request.stage)
    }
}

impl Office {
    /// Whether a dossier is complete or a document in order, and how to correct it.
    ///
    /// # Errors
    /// [`Code::OneOfTwo`] unless exactly one of the two is given; [`Code::UnknownReference`] or [`Code::NotInForce`] at
    /// the field that names a unit or procedure.
    ///
    /// ```
    /// use namro::{CheckRequest, Dossier, Stamp};
    ///
    /// let office = namro::Office::shipped("vn.procedures.2.001610").unwrap();
    /// let dossier = Dossier::new("2.001610");
    /// let verdict = office.check(&CheckRequest::dossier(dossier, Stamp::parse("2026-01-08T09:00:00+07:00").unwrap())).unwrap();
    /// assert!(!verdict.ready);
    /// ```
    pub fn check(&self, request: &CheckRequest) -> Result<Verdict, Faults> {
        let CheckRequest { dossier, document, stage, at, unit } = request;
        let rules = self.rulebook().rules();
        match (dossier, document) {
            (Some(dossier), None) => CheckContext::of(rules, unit.as_ref(), *at)?.check(dossier, *stage),
            (None, Some(document)) => {
                let on = CheckContext::of(rules, unit.as_ref(), *at)?.on;
                Ok(self.check_document(document, on))
            }
            _ => Err(Error::new(Code::OneOfTwo).with("one", "dossier").with("two", "document").into()),
        }
    }

    /// Explains how a rule comes to its answer about a dossier.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] or [`Code::NotInForce`] at the field that names a unit, procedure or rule.
    pub fn trace(&self, request: &TraceRequest) -> Result<RuleTrace, Faults> {
        let TraceRequest { dossier, rule, stage, at, unit } = request;
        let context = CheckContext::of(self.rulebook().rules(), unit.as_ref(), *at)?;
        let dossier = context.seen(dossier);
        let procedure = context.procedure(&dossier)?;
        Ok(dossier::trace(procedure, &dossier, rule, &context.context(*stage)).map_err(|fault| fault.under("/rule"))?)
    }
}

impl Slice {
    /// Whether a dossier is complete; the same answer as [`Office::check`] of the office that published the slice.
    ///
    /// # Errors
    /// As [`Office::check`].
    pub fn check(&self, request: &DossierRequest) -> Result<Verdict, Faults> {
        self.rules().check(request)
    }
}

impl Validator {
    /// Whether a dossier is complete; the same answer as [`Office::check`] of the office that published the slice.
    ///
    /// # Errors
    /// As [`Office::check`].
    pub fn check(&self, request: &DossierRequest) -> Result<Verdict, Faults> {
        let context = CheckContext::without_calendar(self, request.unit.as_ref(), request.at)?;
        context.check(&request.dossier, request.stage)
    }
}

impl CheckRequest {
    /// A request to check a dossier.
    pub fn dossier(dossier: Dossier, at: Stamp) -> Self {
        Self { dossier: Some(dossier), document: None, stage: Stage::default(), at, unit: None }
    }

    /// A request to check a document.
    pub fn document(document: Document, at: Stamp) -> Self {
        Self { dossier: None, document: Some(document), stage: Stage::default(), at, unit: None }
    }
}

/// Request to explain how a rule comes to its answer about a dossier.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct TraceRequest {
    /// The dossier.
    pub dossier: Dossier,
    /// The rule.
    pub rule: RuleId,
    /// The stage for which the dossier is checked.
    #[shape(default)]
    pub stage: Stage,
    /// The instant of the check, as in [`CheckRequest`].
    pub at: Stamp,
    /// The unit whose calendar applies if rules count working days.
    pub unit: Option<UnitId>,
}
