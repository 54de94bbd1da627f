//! Rules as a rulebook writes them.

use super::build;
use super::builder::Scope;
use super::context::Context;
use super::eval::{Machine, TraceLine};
use super::reads::{FORM, Read, needs, reads, source, tokens};
use super::reason::{Reason, Stop};
use super::tree::Expr;
use crate::base::Arrange;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::RuleId;
use crate::base::packed::Packed;
use crate::base::shape::{Cursor, OneOrMany, Shape, Term};
use crate::base::source::{InForce, Source};
use crate::base::text::Text;
use crate::base::time::Date;
use crate::base::value::{Node, Value, push_token};
use serde::Serialize;

/// How much a remark weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Severity {
    /// Stands in the way (*phải sửa*).
    #[default]
    #[term("error")]
    Error,
    /// To be looked at; does not stand in the way (*cần lưu ý*).
    #[term("warning")]
    Warning,
    /// Only said (*thông tin*).
    #[term("note")]
    Note,
}

/// When a rule is looked at; a later stage looks at the rules of the earlier ones too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Stage {
    /// While the form is filled, before filing (*trước khi nộp*).
    #[default]
    #[term("filing")]
    Filing,
    /// At the desk that receives (*tiếp nhận*).
    #[term("desk")]
    Desk,
    /// At appraisal (*thẩm định*).
    #[term("appraisal")]
    Appraisal,
}

/// A rule on data (*quy tắc kiểm tra*): what must hold, what is said when it does not, and on which basis.
#[derive(Clone, Debug, Serialize, Shape, Packed)]
pub struct RuleSpec {
    /// Its name, unique in its procedure.
    pub id: RuleId,
    /// What must hold: an expression text, or the same written out as a tree.
    #[packed(derived = Value::Null.into())]
    pub check: Node,
    /// Only where this holds; else the rule is left out.
    #[packed(derived)]
    pub when: Option<Node>,
    /// Judge each item of this list by itself; the item is called `item`, its number `i`.
    #[packed(derived)]
    pub each: Option<String>,
    /// The name of the item.
    #[shape(default = "item".to_owned())]
    #[packed(derived)]
    pub item: String,
    /// Rules whose remarks come before those of this one.
    #[packed(derived)]
    pub after: Vec<RuleId>,
    /// The place of the remark, as a JSON pointer with `{i}` for the item's number; by default the item, or the field that
    /// the rule reads.
    pub at: Option<String>,
    /// How much it weighs.
    #[shape(default)]
    pub severity: Severity,
    /// When it is looked at.
    #[shape(default)]
    pub stage: Stage,
    /// What is said when it fails.
    pub message: Text,
    /// What would make it pass.
    pub remedy: Option<Text>,
    /// Its legal basis.
    pub source: OneOrMany<Source>,
    /// The days on which it holds.
    #[shape(default)]
    pub in_force: InForce,
}

/// A rule, ready to run.
#[derive(Clone, Debug, Packed)]
pub struct Rule {
    spec: RuleSpec,
    check: Expr,
    when: Option<Expr>,
    each: Option<Expr>,
    /// Pointer of the list, where each item is judged.
    list: String,
    /// Whether the list may stay empty: then there is nothing to judge, and nothing to wait for.
    optional: bool,
    reads: Vec<Read>,
    /// The place that it reports, with `*` for an item, if it fails where that is not filled in.
    demands: Option<String>,
    fuel: u32,
}

/// What became of a rule, on the whole or on one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It does not hold; the place that is reported.
    Fail {
        /// JSON pointer into the first document.
        pointer: String,
        /// Number of the item, where each is judged.
        item: Option<usize>,
        /// The two values that were compared, if neither is written in the rule.
        compared: Option<(String, String)>,
    },
    /// Something that it reads is not filled in yet.
    Pending,
    /// It cannot be decided.
    Undetermined(Reason),
}

impl RuleSpec {
    /// Reads the expressions of a rule at `at`.
    pub fn compile(&self, at: &Cursor<'_>, scope: Scope<'_>, faults: &mut Faults) -> Option<Rule> {
        // The places of the expressions, as the rulebook has them; a spec made by hand has none.
        let text = |text: &str| Node::from(Value::Text(text.into()));
        let each_node = self.each.as_deref().map(text);
        let each = match &each_node {
            Some(node) => {
                let at = at.key("each", node);
                let expr = build::read(&at, scope, &[], faults)?;
                if !matches!(expr, Expr::Path(_)) {
                    return at.wrong_type("path of a list", faults);
                }
                Some(expr)
            }
            None => None,
        };
        // The items are known by name even if the list is not.
        let of_items = each.is_some() || faults.may_hide(&at.pointer(), "each");
        let items: &[&str] = if of_items { &[&self.item, "i"] } else { &[] };
        let check = build::read_condition(&at.key("check", &self.check), scope, items, faults);
        let when = match &self.when {
            Some(when) => Some(build::read_condition(&at.key("when", when), scope, items, faults)?),
            None => None,
        };
        if let Some(pointer) = &self.at
            && !(pointer.is_empty() || pointer.starts_with('/'))
        {
            let place = at.get("at").map_or_else(|| at.place(), |at| at.place());
            faults.push(Error::new(Code::BadPointer).with("value", pointer).at(place));
        }
        let mut rule = Rule {
            spec: self.clone(),
            check: check?,
            when,
            each,
            list: String::new(),
            optional: false,
            reads: Vec::new(),
            demands: None,
            fuel: scope.limits.fuel,
        };
        rule.find_reads();
        Some(rule)
    }
}

impl Rule {
    fn find_reads(&mut self) {
        let (out, list) = self.gather(reads);
        self.list = list.as_ref().map(pointer).unwrap_or_default();
        self.reads = out;
        self.demands = Some(self.place_template()).filter(|place| self.fails_without(place));
    }

    /// What it cannot do without: all that it reads, except where it only asks whether something is given.
    pub(crate) fn needs(&self) -> Vec<Read> {
        self.gather(needs).0
    }

    /// What a function finds in its expressions, and the list whose items it judges.
    fn gather(&self, find: fn(&Expr, &mut Vec<Option<Read>>, &mut Vec<Read>)) -> (Vec<Read>, Option<Read>) {
        let mut items = Vec::new();
        let mut out = Vec::new();
        let mut list = None;
        if let Some(each) = &self.each {
            reads(each, &mut items, &mut out);
            list = out.first().cloned();
            out.iter_mut().for_each(|list| list.items_only = true);
            items.push(list.clone().map(|mut list| {
                list.way.push(None);
                list
            }));
            items.push(None);
        }
        for expr in [Some(&self.check), self.when.as_ref()].into_iter().flatten() {
            find(expr, &mut items, &mut out);
        }
        out.arrange();
        out.dedup();
        (out, list)
    }

    /// Says of the list whose items it judges whether the form requires it.
    pub(crate) fn requires_list(&mut self, required: impl FnOnce(&[Option<Box<str>>]) -> bool) {
        let mut items = Vec::new();
        if let Some(each) = &self.each {
            reads(each, &mut Vec::new(), &mut items);
        }
        self.optional = items.first().is_some_and(|list| list.is_of_form() && !required(&list.way));
    }

    /// The rule as written.
    pub fn spec(&self) -> &RuleSpec {
        &self.spec
    }

    pub(super) fn check(&self) -> &Expr {
        &self.check
    }

    pub(super) fn each(&self) -> Option<&Expr> {
        self.each.as_ref()
    }

    pub(super) fn when(&self) -> Option<&Expr> {
        self.when.as_ref()
    }

    /// Pointer of the list whose items it judges.
    pub(crate) fn list(&self) -> &str {
        &self.list
    }

    /// Its name.
    pub fn id(&self) -> &RuleId {
        &self.spec.id
    }

    /// Whether it asks a calendar.
    pub(crate) fn counts_working_days(&self) -> bool {
        [Some(&self.check), self.when.as_ref(), self.each.as_ref()].into_iter().flatten().any(Expr::counts_working_days)
    }

    /// What it reads.
    pub fn reads(&self) -> &[Read] {
        &self.reads
    }

    /// What must hold, as expression text.
    pub fn text(&self) -> String {
        self.check.to_string()
    }

    /// Whether it is looked at on a day and at a stage.
    pub fn applies(&self, date: Date, stage: Stage) -> bool {
        self.spec.stage <= stage && self.spec.in_force.contains(date)
    }

    /// Runs the rule; an empty answer means that it holds, or has nothing to say here.
    pub fn run(&self, context: Context<'_>) -> Vec<Outcome> {
        self.run_on(&mut Machine::new(context))
    }

    /// Runs the rule and gives the value of each of its nodes.
    pub fn trace(&self, context: Context<'_>) -> (Vec<Outcome>, Vec<TraceLine>) {
        let mut machine = Machine::new(context).traced();
        let out = self.run_on(&mut machine);
        (out, machine.into_trace())
    }

    /// The same on a machine that may have worked before.
    pub(crate) fn run_on<'a>(&'a self, machine: &mut Machine<'a>) -> Vec<Outcome> {
        machine.refuel(self.fuel);
        let Some(each) = &self.each else {
            return self.judge(machine, None).into_iter().collect();
        };
        let list = match machine.eval(each) {
            Ok(list) => list,
            Err(Stop::Pending) if self.optional => return Vec::new(),
            Err(stop) => return vec![stop.into()],
        };
        let Ok(count) = list.items() else {
            return vec![Outcome::Undetermined(Reason::WrongType)];
        };
        let mut out: Vec<Outcome> = Vec::new();
        for index in 0..count {
            let number = i64::try_from(index).unwrap_or(i64::MAX);
            let outcome = machine.with(list.item(index), |machine| {
                machine.with(number.into(), |machine| self.judge(machine, Some(index)))
            });
            match outcome {
                // Once for all items is enough.
                Some(Outcome::Pending | Outcome::Undetermined(_)) if out.contains(&Outcome::Pending) => {}
                outcome => out.extend(outcome),
            }
            if machine.fuel == 0 {
                break;
            }
        }
        out
    }

    /// Whether its condition holds; of a rule that judges items, for each of them. Nothing of a list that is not there.
    pub(crate) fn conditions_on<'a>(&'a self, machine: &mut Machine<'a>) -> Vec<(Option<usize>, Result<bool, Stop>)> {
        machine.refuel(self.fuel);
        let holds = |machine: &mut Machine<'a>| self.when.as_ref().map_or(Ok(true), |when| machine.truth(when));
        let Some(each) = &self.each else { return vec![(None, holds(machine))] };
        let Ok(list) = machine.eval(each) else { return Vec::new() };
        let items = (0..list.items().unwrap_or(0)).map(|index| {
            let number = i64::try_from(index).unwrap_or(i64::MAX);
            let held = machine.with(list.item(index), |machine| machine.with(number.into(), holds));
            (Some(index), held)
        });
        items.collect()
    }

    /// The place that it reports, with `*` for an item, if it fails where that is not filled in, as
    /// `has(d.email) && isEmail(d.email)` at `/email` does.
    pub(crate) fn demands(&self) -> Option<&str> {
        self.demands.as_deref()
    }

    fn fails_without(&self, place: &str) -> bool {
        let mut items = vec![self.each.as_ref().map(|_| {
            let way = tokens(&self.list).into_iter().map(|token| Some(token.into())).chain([None]).collect();
            Read { document: FORM, way, items_only: false }
        })];
        items.retain(Option::is_some);
        let parts: &[Expr] = match &self.check {
            Expr::All(parts) => parts,
            one => std::slice::from_ref(one),
        };
        self.spec.severity == Severity::Error
            && parts.iter().any(|part| match part {
                Expr::Present(inner) => {
                    source(inner, &items).is_some_and(|read| read.is_of_form() && pointer(&read) == place)
                }
                _ => false,
            })
    }

    /// The place that it reports, with `*` for an item.
    fn place_template(&self) -> String {
        match (&self.spec.at, &self.each) {
            (Some(at), _) => at.replace("{i}", "*"),
            (None, Some(_)) => format!("{}/*", self.list),
            (None, None) => self.common(),
        }
    }

    /// Its condition as expression text.
    pub(crate) fn when_text(&self) -> Option<String> {
        self.when.as_ref().map(ToString::to_string)
    }

    fn judge<'a>(&'a self, machine: &mut Machine<'a>, item: Option<usize>) -> Option<Outcome> {
        match self.when.as_ref().map_or(Ok(true), |when| machine.truth(when)) {
            Ok(true) => {}
            Ok(false) => return None,
            Err(stop) => return Some(stop.into()),
        }
        match machine.truth(&self.check) {
            Ok(true) => None,
            Ok(false) => {
                Some(Outcome::Fail { pointer: self.place(item), item, compared: machine.compared(&self.check) })
            }
            Err(stop) => Some(stop.into()),
        }
    }

    fn place(&self, item: Option<usize>) -> String {
        let number = item.map(|item| item.to_string()).unwrap_or_default();
        match (&self.spec.at, item) {
            (Some(at), _) => at.replace("{i}", &number),
            (None, Some(_)) => format!("{}/{number}", self.list),
            (None, None) => self.common(),
        }
    }

    /// The deepest place that holds all that the rule reads of the first document.
    fn common(&self) -> String {
        let mut ways = self.reads.iter().filter(|read| read.is_of_form());
        let Some(first) = ways.next() else { return String::new() };
        let mut common = first.clone();
        for read in ways {
            let same = common.way.iter().zip(&read.way).take_while(|(a, b)| a == b).count();
            common.way.truncate(same);
        }
        let known = common.way.iter().take_while(|token| token.is_some()).count();
        common.way.truncate(known);
        pointer(&common)
    }
}

fn pointer(read: &Read) -> String {
    let mut out = String::new();
    for token in &read.way {
        push_token(&mut out, token.as_deref().unwrap_or("*"));
    }
    out
}

impl From<Stop> for Outcome {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Pending => Self::Pending,
            Stop::Undetermined(reason) => Self::Undetermined(reason),
        }
    }
}
