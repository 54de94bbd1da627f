//! Indicators, checked and compiled: every condition read over the columns of its table.

use super::family::family_of;
use super::functions::{FOUND, HIDDEN, LIBRARY};
use super::record::{RecordKind, within};
use super::spec::{DateKind, IndicatorSpec};
use super::table::TableKind;
use crate::base::error::{Code, Error, Faults};
use crate::base::exact::Rational;
use crate::base::shape::{Cursor, Shape};
use crate::base::source::{Dated, InForce};
use crate::base::value::Value;
use crate::replay::{FindingKind, TableName};
use crate::rule::{Condition, Limits, Named, Scope};
use indexmap::IndexMap;
use std::collections::{BTreeSet, HashMap};

/// What an indicator is compiled beside.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The kinds of records.
    pub(crate) kinds: &'a IndexMap<String, RecordKind>,
    /// The names of all indicators.
    pub(crate) names: &'a [&'a str],
}

/// What is measured.
#[derive(Clone, Debug)]
pub(crate) enum Measure {
    /// The share of rows that meet a condition.
    Met(Condition),
    /// The mean of what rows are worth; the last without a condition.
    Worth(Vec<(Option<Condition>, Rational)>),
    /// The number of rows.
    Rows,
    /// The number of different values of a column.
    Distinct(usize),
    /// The sum of a number.
    Sum(Condition),
    /// The mean of a number.
    Mean(Condition),
    /// The whole number that a share of the rows does not exceed.
    Percentile(Rational, Condition),
}

/// An indicator, checked (*chỉ tiêu*).
#[derive(Clone, Debug)]
pub(crate) struct Indicator {
    pub(crate) id: String,
    pub(crate) spec: IndicatorSpec,
    pub(crate) table: TableKind,
    /// The names of what conditions read: two hidden documents, then the columns.
    pub(super) columns: Vec<String>,
    pub(super) who: Option<String>,
    pub(super) date: DateKind,
    pub(super) of: Option<Condition>,
    pub(super) extra: Option<Condition>,
    pub(super) measure: Measure,
    pub(super) weigh: Option<Condition>,
    /// The condition of each target.
    pub(super) when: Vec<Option<Condition>>,
    /// What conditions read, by place.
    pub(super) reads: Vec<usize>,
    /// The kinds of findings that it counts.
    pub(super) counts: BTreeSet<String>,
}

impl Dated for Indicator {
    fn in_force(&self) -> InForce {
        self.spec.in_force
    }
}

/// Reads the conditions of one indicator, and keeps what they read.
struct Reader<'a, 'c> {
    at: &'a Cursor<'c>,
    scope: Scope<'a>,
    table: &'a TableKind,
    context: Context<'a>,
    reads: BTreeSet<usize>,
    counts: BTreeSet<String>,
}

impl Reader<'_, '_> {
    fn condition(&mut self, part: &str, faults: &mut Faults) -> Option<Option<Condition>> {
        self.read(part, Condition::read, faults)
    }

    fn value(&mut self, part: &str, faults: &mut Faults) -> Option<Option<Condition>> {
        self.read(part, Condition::read_value, faults)
    }

    /// What is written at a part; `None` if it cannot be read.
    fn read(
        &mut self,
        part: &str,
        read: fn(&Cursor<'_>, Scope<'_>, &mut Faults) -> Option<Condition>,
        faults: &mut Faults,
    ) -> Option<Option<Condition>> {
        fn below<T>(at: &Cursor<'_>, way: &[&str], go: &mut dyn FnMut(&Cursor<'_>) -> T) -> Option<T> {
            let Some((token, rest)) = way.split_first() else { return Some(go(at)) };
            match &at.node.value {
                Value::List(list) => {
                    let index: usize = token.parse().ok()?;
                    below(&at.index(index, list.get(index)?), rest, go)
                }
                // One of what may be several.
                Value::Map(_) if *token == "0" => below(at, rest, go),
                _ => below(&at.get(token)?, rest, go),
            }
        }
        let way: Vec<&str> = part.split('/').collect();
        let (at, scope) = (self.at, self.scope);
        let mut go = |here: &Cursor<'_>| (read(here, scope, faults), here.place());
        let Some((found, place)) = below(at, &way, &mut go) else { return Some(None) };
        let condition = found?;
        if let Some(truth) = condition.constant() {
            let fault = Error::new(Code::ConstantCondition).with("expression", &condition);
            let always =
                if truth { ("luôn đúng", "always true") } else { ("không bao giờ đúng", "never true") };
            faults.push(fault.with_text("value", crate::base::text::Text::new(always.0, always.1)).at(place.clone()));
        }
        self.reads.extend(condition.reads().iter().map(|read| read.document));
        for named in condition.named() {
            match named {
                Named::Compared(document, text) => {
                    let column = scope.data.get(document).copied().unwrap_or_default();
                    if let Some(terms) = self.table.terms(column).filter(|terms| !terms.contains(&text)) {
                        let fault = Error::new(Code::UnknownTerm).with("value", text);
                        let fault = fault.with("allowed", terms.join(", ")).suggest(text, terms);
                        faults.push(fault.at(place.clone()));
                    }
                }
                Named::Passed("times", text) => {
                    self.reads.insert(FOUND);
                    self.kind(text, &place, faults);
                }
                Named::Passed("has_record", text) => {
                    self.reads.insert(super::functions::RECORDS);
                    let kinds = self.context.kinds;
                    match text {
                        Some(kind) if kinds.contains_key(kind) => {}
                        _ => {
                            let known = kinds.keys().map(String::as_str);
                            faults.push(Error::undeclared("record", text.unwrap_or("?"), known).at(place.clone()));
                        }
                    }
                }
                Named::Passed(..) => {}
            }
        }
        Some(Some(condition))
    }

    /// A kind of finding, of the log or of a record.
    fn kind(&mut self, name: Option<&str>, place: &crate::base::error::Place, faults: &mut Faults) {
        let of_log = FindingKind::all().map(|kind| -> &str { kind.as_str() });
        let carried =
            matches!(self.table, TableKind::Replay(TableName::Cases | TableName::Items) | TableKind::Records(_));
        let of_records = self.context.kinds.values().flat_map(|kind| &kind.spec.finds);
        let mut known: Vec<&str> = of_records.map(|find| &*find.finding).collect();
        known.extend(of_log);
        known.retain(|_| carried);
        match name {
            Some(name) if known.contains(&name) => {
                self.counts.insert(name.to_owned());
            }
            _ => {
                let fault = Error::undeclared("finding", name.unwrap_or("?"), known);
                faults.push(fault.at(place.clone()));
            }
        }
    }
}

impl Indicator {
    /// Checks an indicator and reads its conditions.
    pub(crate) fn compile(id: &str, at: &Cursor<'_>, context: Context<'_>, faults: &mut Faults) -> Option<Self> {
        let before = faults.count();
        let spec = IndicatorSpec::read(at, faults)?;
        let Some(table) = TableKind::read(&spec.table, context.kinds) else {
            let names = TableKind::names(context.kinds);
            let fault = Error::undeclared("table", &spec.table, names.iter().map(String::as_str));
            faults.push(fault.at(within(at, "/table")));
            return None;
        };
        let columns: Vec<String> =
            HIDDEN.iter().map(|name| (*name).to_owned()).chain(table.columns(context.kinds)).collect();
        let names: Vec<&str> = columns.iter().map(String::as_str).collect();
        let scope = Scope { data: &names, library: LIBRARY, limits: Limits::default() };
        let (reads, counts) = (BTreeSet::new(), BTreeSet::new());
        let mut reader = Reader { at, scope, table: &table, context, reads, counts };

        let of = reader.condition("of", faults);
        let extra = reader.condition("extra", faults);
        let weigh = reader.value("weigh", faults);
        let measure = measure(id, &spec, &mut reader, faults);
        cuts(&spec, &mut reader, faults);
        let targets = &spec.target.0;
        let when: Vec<Option<Condition>> = (0..targets.len())
            .filter_map(|index| {
                // What tells groups apart is not what rows are judged by.
                let reads = reader.reads.clone();
                let when = reader.condition(&format!("target/{index}/when"), faults);
                reader.reads = reads;
                when
            })
            .collect();
        let Reader { reads, counts, .. } = reader;

        let has = |name: &str| columns.iter().skip(HIDDEN.len()).any(|column| column == name);
        let column = |part: &str, name: &str, faults: &mut Faults| {
            if !has(name) {
                let known = columns.iter().skip(HIDDEN.len()).map(String::as_str);
                faults.push(Error::unknown("column", name, known).at(within(at, part)));
            }
        };
        spec.who.iter().for_each(|who| column("/who", who, faults));
        spec.by.iter().enumerate().for_each(|(index, by)| column(&format!("/by/{index}"), by, faults));
        let who = spec.who.clone().or_else(|| match &table {
            TableKind::Replay(_) => Some("officer".to_owned()),
            TableKind::Records(kind) => context.kinds.get(kind)?.about().map(str::to_owned),
        });
        let usual = if matches!(table, TableKind::Replay(_)) { DateKind::Due } else { DateKind::At };
        let date = spec.date.unwrap_or(usual);
        if !has(dated_by(date)) {
            let known = names.iter().skip(HIDDEN.len()).copied();
            faults.push(Error::unknown("column", dated_by(date), known).at(within(at, "/date")));
        }
        let reads_standing = reads.iter().any(|place| columns.get(*place).is_some_and(|name| name == "standing"));
        if spec.due != Default::default() && !(has(spec.due.column()) && reads_standing) {
            let fault = Error::new(Code::WithoutEffect).with("field", "due").with("needs", "standing");
            faults.push(fault.at(within(at, "/due")));
        }
        check_fields(&spec, context, at, faults);
        let indicator = Self {
            id: id.to_owned(),
            who,
            date,
            of: of?,
            extra: extra?,
            measure: measure?,
            weigh: weigh?,
            when,
            reads: reads.into_iter().collect(),
            counts,
            columns,
            table,
            spec,
        };
        (faults.count() == before).then_some(indicator)
    }

    /// The columns by which values are told apart, if nothing else is asked for.
    pub(crate) fn groups(&self) -> Vec<String> {
        match self.spec.by.as_slice() {
            [] => self.who.iter().cloned().collect(),
            by => by.to_vec(),
        }
    }

    /// The place of a column.
    pub(super) fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| name == column).filter(|place| *place >= HIDDEN.len())
    }

    /// The names of its columns.
    pub(crate) fn column_names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().skip(HIDDEN.len()).map(String::as_str)
    }

    /// Whether it counts findings or asks for records, which are joined to the rows.
    pub(crate) fn joins(&self) -> bool {
        self.reads.iter().any(|place| *place < HIDDEN.len())
    }
}

/// The column by which a row is dated.
pub(super) const fn dated_by(date: DateKind) -> &'static str {
    match date {
        DateKind::Due => "period",
        DateKind::Finished => "finished",
        DateKind::Accepted => "accepted",
        DateKind::At => "at",
    }
}

fn measure(id: &str, spec: &IndicatorSpec, reader: &mut Reader<'_, '_>, faults: &mut Faults) -> Option<Measure> {
    let written = [
        ("met", spec.met.is_some()),
        ("worth", !spec.worth.is_empty()),
        ("count", spec.count.is_some()),
        ("sum", spec.sum.is_some()),
        ("mean", spec.mean.is_some()),
        ("percentile", !spec.percentile.is_empty()),
    ];
    let found: Vec<&str> = written.iter().filter(|(_, is)| *is).map(|(name, _)| *name).collect();
    let [only] = found.as_slice() else {
        let found = if found.is_empty() { "–".to_owned() } else { found.join(", ") };
        faults.push(reader.at.fault(Code::OneMeasure).with("name", id).with("found", found));
        return None;
    };
    match *only {
        "met" => reader.condition("met", faults)?.map(Measure::Met),
        "sum" => reader.value("sum", faults)?.map(Measure::Sum),
        "mean" => reader.value("mean", faults)?.map(Measure::Mean),
        "worth" => {
            let last = spec.worth.len().saturating_sub(1);
            let mut steps = Vec::new();
            for (index, step) in spec.worth.iter().enumerate() {
                let when = reader.condition(&format!("worth/{index}/when"), faults)?;
                share(reader.at, &format!("/worth/{index}/is"), step.is, faults);
                if when.is_none() != (index == last) {
                    let fault = Error::new(Code::WithoutEffect).with("field", "worth").with("needs", "when");
                    faults.push(fault.at(within(reader.at, &format!("/worth/{index}"))));
                }
                steps.push((when, step.is));
            }
            Some(Measure::Worth(steps))
        }
        "count" => {
            let text = spec.count.as_deref().unwrap_or_default();
            match text.strip_prefix("distinct ") {
                None if text == "rows" => Some(Measure::Rows),
                Some(column) if reader.scope.data.contains(&column) => {
                    let place = reader.scope.data.iter().position(|name| *name == column)?;
                    reader.reads.insert(place);
                    Some(Measure::Distinct(place))
                }
                _ => {
                    let fault = Error::new(Code::UnknownTerm).with("value", text);
                    let fault = fault.with("allowed", "rows, distinct …").at(within(reader.at, "/count"));
                    faults.push(fault);
                    None
                }
            }
        }
        _ => {
            let list = reader.at.get("percentile")?;
            let Value::List(nodes) = &list.node.value else { return None };
            let [part, _] = nodes.as_slice() else {
                let fault = list.fault(Code::OutOfRange).with("value", nodes.len()).with("range", "2");
                faults.push(fault);
                return None;
            };
            let part = Rational::read(&list.index(0, part), faults)?;
            share(reader.at, "/percentile/0", part, faults);
            let value = reader.value("percentile/1", faults)??;
            Some(Measure::Percentile(part, value))
        }
    }
}

fn share(at: &Cursor<'_>, part: &str, value: Rational, faults: &mut Faults) {
    if !(Rational::ZERO..=Rational::ONE).contains(&value) {
        faults.push(Error::new(Code::PolicyShare).with("value", value).at(within(at, part)));
    }
}

/// What findings take: each kind known, each family in one cut.
fn cuts(spec: &IndicatorSpec, reader: &mut Reader<'_, '_>, faults: &mut Faults) {
    let mut taken: HashMap<String, (usize, String)> = HashMap::new();
    for (index, cut) in spec.cuts.iter().enumerate() {
        share(reader.at, &format!("/cuts/{index}/each"), cut.each, faults);
        let place = within(reader.at, &format!("/cuts/{index}/finding"));
        if cut.each == Rational::ZERO || cut.finding.0.is_empty() {
            let fault = Error::new(Code::TakesNothing).with("name", cut.finding.0.join(", "));
            faults.push(fault.at(place.clone()));
        }
        reader.reads.insert(FOUND);
        for name in &cut.finding.0 {
            reader.kind(Some(name), &place, faults);
            let family = family_of(name);
            match taken.get(family) {
                Some((other, earlier)) if *other != index => {
                    let fault = Error::new(Code::CutTwice).with("finding", name).with("family", family);
                    faults.push(fault.with("other", earlier).at(place.clone()));
                }
                _ => {
                    taken.insert(family.to_owned(), (index, name.clone()));
                }
            }
        }
    }
}

/// Fields that have an effect only beside others.
fn check_fields(spec: &IndicatorSpec, context: Context<'_>, at: &Cursor<'_>, faults: &mut Faults) {
    let mut needs = |field: &'static str, written: bool, wanted: &'static str, met: bool| {
        if written && !met {
            let fault = Error::new(Code::WithoutEffect).with("field", field).with("needs", wanted);
            faults.push(fault.at(within(at, &format!("/{field}"))));
        }
    };
    let shared = spec.met.is_some() || !spec.worth.is_empty();
    needs("cuts", !spec.cuts.is_empty(), "met", spec.met.is_some());
    needs("extra", spec.extra.is_some(), "met", shared);
    needs("extra", spec.extra.is_some(), "of", spec.of.is_some());
    needs("most", spec.most.is_some(), "met", shared);
    needs("weigh", spec.weigh.is_some(), "met", shared || spec.mean.is_some());
    if spec.least < 0 {
        let fault = Error::new(Code::OutOfRange).with("value", spec.least).with("range", "≥ 0");
        faults.push(fault.at(within(at, "/least")));
    }
    if let Some(per) = spec.per.as_ref().filter(|per| !context.names.contains(&per.as_str())) {
        faults.push(Error::undeclared("indicator", per, context.names.iter().copied()).at(within(at, "/per")));
    }
    for (index, target) in spec.target.0.iter().enumerate() {
        let written = [target.at_least.is_some(), target.at_most.is_some(), target.change.is_some()];
        let fault = match (written.iter().filter(|is| **is).count(), target.change.is_some(), target.against.is_some())
        {
            (1, true, true) | (1, false, false) => continue,
            (1, true, false) => Error::new(Code::WithoutEffect).with("field", "change").with("needs", "against"),
            (1, false, true) => Error::new(Code::WithoutEffect).with("field", "against").with("needs", "change"),
            _ => Error::new(Code::MissingField).with("field", "at_least, at_most, change"),
        };
        let one = format!("/target/{index}");
        let part =
            if at.get("target").is_some_and(|at| matches!(at.node.value, Value::Map(_))) { "/target" } else { &one };
        faults.push(fault.at(within(at, part)));
    }
}
