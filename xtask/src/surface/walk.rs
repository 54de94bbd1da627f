//! The walk from the root of a crate through its public modules, re-exports and globs.

use crate::shell::{Fault, Outcome};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};
use std::fmt;

/// Versions of rustdoc's format that this walk has been tried on. Others are walked as well: what matters here has not
/// changed for long, and whatever is not as expected is refused.
const TRIED: &str = "57";
/// What is counted.
const COUNTED: [&str; 9] =
    ["struct", "enum", "union", "trait", "trait_alias", "type_alias", "function", "constant", "static"];
/// What modules may hold besides.
const PASSED_OVER: [&str; 8] =
    ["impl", "macro", "proc_macro", "proc_attribute", "proc_derive", "primitive", "keyword", "attribute"];

/// What can be reached: module, kind, names.
#[derive(Debug, Default)]
pub struct Surface(BTreeMap<String, BTreeMap<String, BTreeSet<String>>>);

impl Surface {
    /// How many items.
    pub fn count(&self) -> usize {
        self.0.values().flat_map(BTreeMap::values).map(BTreeSet::len).sum()
    }
}

impl fmt::Display for Surface {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (module, kinds) in &self.0 {
            writeln!(f, "{module}: {}", kinds.values().map(BTreeSet::len).sum::<usize>())?;
            for (kind, names) in kinds {
                writeln!(f, "    {kind}: {}", names.iter().map(String::as_str).collect::<Vec<_>>().join(", "))?;
            }
        }
        Ok(())
    }
}

/// Walks a document of rustdoc.
pub fn walk(document: &Value) -> Outcome<Surface> {
    let walk = Walk { document, seen: HashSet::new(), modules: VecDeque::new(), surface: Surface::default() };
    walk.run().map_err(|fault| {
        let version = &document["format_version"];
        Fault(format!("{fault}; rustdoc wrote format_version {version}, this walk was tried on {TRIED}"))
    })
}

struct Walk<'a> {
    document: &'a Value,
    /// Items that have been counted, and modules that have been or will be entered.
    seen: HashSet<String>,
    /// Modules to enter, with the path by which they are reached; the shortest path comes first.
    modules: VecDeque<(&'a Value, String)>,
    surface: Surface,
}

impl<'a> Walk<'a> {
    fn run(mut self) -> Outcome<Surface> {
        let root = self.local(&key(&self.document["root"])?).ok_or_else(|| Fault("the root is missing".into()))?;
        self.enter(root, name(root)?.to_owned())?;
        while let Some((module, path)) = self.modules.pop_front() {
            for id in items(module)? {
                let id = key(id)?;
                let item = self.local(&id).ok_or_else(|| Fault(format!("item {id} of {path} is missing")))?;
                self.visit(item, None, &path)?;
            }
        }
        Ok(self.surface)
    }

    /// An item of this crate that is documented.
    fn local(&self, id: &str) -> Option<&'a Value> {
        self.document["index"].get(id)
    }

    /// Counts an item, or goes on from it. A re-export may give it another name.
    fn visit(&mut self, item: &'a Value, renamed: Option<&str>, path: &str) -> Outcome<()> {
        // Children of modules are `public`; anything else (`crate`, `restricted`) cannot be reached here.
        if hidden(item) || item["visibility"] != "public" {
            return Ok(());
        }
        let (kind, inner) = kind(item)?;
        match kind {
            "use" => self.follow(inner, path),
            "module" => {
                let name = renamed.map_or_else(|| name(item), Ok)?;
                self.enter(item, format!("{path}::{name}"))
            }
            "extern_crate" => Err(another_crate(path, inner)),
            _ if COUNTED.contains(&kind) => {
                let name = renamed.map_or_else(|| name(item), Ok)?;
                self.count(&key(&item["id"])?, kind, name, path)
            }
            _ if PASSED_OVER.contains(&kind) => Ok(()),
            _ => Err(Fault(format!("items of kind {kind} are not known"))),
        }
    }

    /// A module is entered once.
    fn enter(&mut self, module: &'a Value, path: String) -> Outcome<()> {
        if self.seen.insert(key(&module["id"])?) {
            self.modules.push_back((module, path));
        }
        Ok(())
    }

    /// A re-export: of an item, of a module with all that it holds, or of what a module holds.
    fn follow(&mut self, inner: &'a Value, path: &str) -> Outcome<()> {
        let name = inner["name"].as_str().ok_or_else(|| Fault("a re-export has no name".into()))?;
        let glob =
            inner["is_glob"].as_bool().ok_or_else(|| Fault("a re-export does not say if it is a glob".into()))?;
        let target = match &inner["id"] {
            // Primitive types have no identifier.
            Value::Null => return self.count(&format!("primitive {name}"), "type_alias", name, path),
            id => key(id)?,
        };
        match self.local(&target) {
            Some(item) if glob => match kind(item)?.0 {
                // The module need not be public itself.
                "module" => self.enter(item, path.to_owned()),
                // Variants are not counted.
                "enum" => Ok(()),
                kind => Err(Fault(format!("a glob of kind {kind} is not known"))),
            },
            Some(item) if kind(item)?.0 == "module" && !hidden(item) => self.enter(item, format!("{path}::{name}")),
            Some(item) => self.visit(item, Some(name), path),
            None => match self.document["paths"][&target]["kind"].as_str() {
                Some(kind) if COUNTED.contains(&kind) && !glob => self.count(&target, kind, name, path),
                Some("macro" | "proc_macro" | "proc_attribute" | "proc_derive" | "variant") => Ok(()),
                _ => Err(another_crate(path, inner)),
            },
        }
    }

    fn count(&mut self, id: &str, kind: &str, name: &str, path: &str) -> Outcome<()> {
        if self.seen.insert(id.to_owned()) {
            let module = self.surface.0.entry(path.to_owned()).or_default();
            module.entry(kind.to_owned()).or_default().insert(name.to_owned());
        }
        Ok(())
    }
}

/// What another crate holds is not in the document, and cannot be counted.
fn another_crate(path: &str, inner: &Value) -> Fault {
    Fault(format!("{path} re-exports a module of another crate ({inner}): name the items one by one"))
}

/// Identifiers are numbers or texts, by version.
fn key(id: &Value) -> Outcome<String> {
    match id {
        Value::Number(number) => Ok(number.to_string()),
        Value::String(text) => Ok(text.clone()),
        other => Err(Fault(format!("{other} is no identifier"))),
    }
}

fn name(item: &Value) -> Outcome<&str> {
    item["name"].as_str().ok_or_else(|| Fault(format!("item {} has no name", item["id"])))
}

/// The kind of an item and what belongs to it.
fn kind(item: &Value) -> Outcome<(&str, &Value)> {
    let kinds = item["inner"].as_object().filter(|inner| inner.len() == 1);
    let kind = kinds.and_then(|inner| inner.iter().next());
    let (kind, inner) = kind.ok_or_else(|| Fault(format!("item {} has no kind", item["id"])))?;
    Ok((kind, inner))
}

fn items(module: &Value) -> Outcome<&Vec<Value>> {
    let items = kind(module)?.1["items"].as_array();
    items.ok_or_else(|| Fault(format!("module {} has no items", module["id"])))
}

/// Attributes are texts, or objects around one, by version.
fn hidden(item: &Value) -> bool {
    let mut attributes = item["attrs"].as_array().into_iter().flatten();
    attributes.any(|attribute| attribute.to_string().contains("doc(hidden)"))
}
