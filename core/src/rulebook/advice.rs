//! Advice to authors besides faults: failed examples, rules without a legal basis, keywords without effect.

use super::compiled::Rulebook;
use super::faults::locate;
use super::references::each_version;
use crate::base::error::{Code, Faults};
use crate::base::shape::Cursor;
use crate::base::time::Date;
use crate::base::value::Value;
use crate::dossier::idle;

impl Rulebook {
    /// Runs the examples of the procedures, each on the calendar of the procedure's unit.
    ///
    /// # Errors
    /// Every failed example.
    pub fn run_examples(&self) -> Result<(), Faults> {
        let mut faults = Faults::new();
        let root = self.root();
        each_version(&root, "procedures", |at| {
            let pointer = at.pointer();
            let id = pointer.split('/').nth(2).unwrap_or_default();
            let from = at.node.get("in_force").and_then(|dates| Date::parse(dates.get("from")?.value.as_text()?).ok());
            let versions = self.parts().rules.procedures.get(id).into_iter().flat_map(|versions| versions.iter());
            for procedure in versions.filter(|one| one.spec().in_force.from == from) {
                if procedure.spec().examples.is_empty() {
                    continue;
                }
                let mut found = Faults::new();
                // The dues of an example are those of the promise in its own layer: another layer that promises less does
                // not make it wrong.
                let file = |at: Option<Cursor<'_>>| at.and_then(|at| at.place().file);
                let promised = at.get("limit").and_then(|limit| file(limit.get("committed")));
                let of_layer = |index: usize| {
                    let list = at.get("examples");
                    let list = list.as_ref();
                    let node = list.and_then(|list| list.node.at_pointer(&format!("/{index}")));
                    let example = list.zip(node).and_then(|(list, node)| file(Some(list.index(index, node))));
                    promised.is_none() || promised == example
                };
                match self.calendar_of(procedure.spec().unit.as_ref()) {
                    Ok(calendar) => procedure.run_examples(calendar, &of_layer, &mut found),
                    Err(error) => found.push(error),
                }
                found.change(|fault| fault.under(&pointer));
                faults.extend(found);
            }
        });
        locate(&mut faults, &root);
        faults.into_result(Some(()))
    }

    /// Rules of procedures without a legal basis (*quy tắc chưa ghi căn cứ*), each with its place. They are applied all
    /// the same, so that an unfinished rulebook can be tried. Lint reports them, since nobody can contest a rule
    /// without a basis.
    pub fn unsourced(&self) -> Faults {
        let mut faults = Faults::new();
        let root = self.root();
        each_version(&root, "procedures", |version| {
            let Some(rules) = version.get("rules") else { return };
            let Value::List(list) = &rules.node.value else { return };
            for (index, rule) in list.iter().enumerate() {
                let named = match rule.get("source").map(|source| &source.value) {
                    None | Some(Value::Null) => false,
                    Some(Value::List(sources)) => !sources.is_empty(),
                    Some(_) => true,
                };
                if !named {
                    let id = rule.get("id").and_then(|id| id.value.as_text()).unwrap_or_default();
                    faults.push(rules.index(index, rule).fault(Code::NoSource).with("rule", id));
                }
            }
        });
        faults
    }

    /// Keywords of forms that have no effect, such as a `minimum` of a string, each with its place. JSON Schema ignores
    /// them, and so do checks; lint reports them, since the author intended an effect.
    pub fn idle(&self) -> Faults {
        let mut faults = Faults::new();
        each_version(&self.root(), "procedures", |version| {
            if let Some(form) = version.get("form") {
                idle(&form, &mut faults);
            }
        });
        faults
    }
}
