//! Many documents at once: which is registered twice, which took the place of which, which was answered.

use super::kind::{Direction, Kind};
use super::register::{Entry, audit};
use super::spec::{Document, Milestone, Relation, RelationKind};
use super::spelling::skeleton;
use super::symbol::{Form, Symbol};
use crate::base::ids::AgencyCode;
use crate::base::shape::{Shape, Term};
use crate::base::text::{Text, is_blank, nfc};
use crate::base::time::{Date, Zone};
use crate::rule::{Remark, Severity, Stage};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What became of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum DocumentStanding {
    /// It holds as it was issued (*còn hiệu lực*).
    #[term("in_force")]
    InForce,
    /// Another one changed it (*được sửa đổi, bổ sung*).
    #[term("amended")]
    Amended,
    /// Another one took its place (*bị thay thế*).
    #[term("replaced")]
    Replaced,
    /// It was called back (*bị thu hồi*).
    #[term("recalled")]
    Recalled,
}

/// What became of one document of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct DocumentState {
    /// What became of it.
    pub standing: DocumentStanding,
    /// The documents that made it so, and those that correct it, by their places in the list.
    pub by: Vec<u32>,
    /// The documents that answer it (*văn bản trả lời*).
    pub answered_by: Vec<u32>,
    /// Whether an answer is expected and none is there.
    pub awaits_answer: bool,
}

/// What a list of documents says as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Registry {
    /// What became of each, in the order of the list.
    pub states: Vec<DocumentState>,
    /// Documents registered more than once: places in the list, the one to keep first.
    pub duplicates: Vec<Vec<u32>>,
    /// What is wrong with numbers and relations; each pointer leads into the list.
    pub remarks: Vec<Remark>,
}

/// By what a document is known: organ, symbol and day.
type Name = (String, String, Date);

/// An agency by its code, in whichever spelling, or by its name.
fn organ(text: &str) -> String {
    if let Some(code) = AgencyCode::parse(text.trim()) {
        return code.to_string();
    }
    nfc(text).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn symbol(text: &str) -> String {
    Symbol::parse(text).map_or_else(|_| nfc(text).trim().to_owned(), |symbol| symbol.to_string())
}

fn name(document: &Document) -> Name {
    (organ(&document.organ), symbol(&document.symbol), document.issued)
}

fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Documents that are one and the same: equal organ, symbol and day. Each group holds the indices of its members, the
/// first of them being the one to keep.
pub(super) fn duplicates(documents: &[Document]) -> Vec<Vec<u32>> {
    let mut groups: BTreeMap<Name, Vec<u32>> = BTreeMap::new();
    // A courtesy letter may have no symbol to be known by.
    let named = documents.iter().enumerate().filter(|(_, document)| !is_blank(&document.symbol));
    for (index, document) in named {
        groups.entry(name(document)).or_default().push(place(index));
    }
    let mut out: Vec<_> = groups.into_values().filter(|group| group.len() > 1).collect();
    out.sort();
    out
}

/// Looks over a list of documents: numbering, duplicates, what replaces, amends, corrects, recalls and answers what.
/// Days are those of the zone.
pub(crate) fn look_over(documents: &[Document], zone: &Zone) -> Registry {
    let mut bench = Bench {
        documents,
        zone,
        known: BTreeMap::new(),
        alike: BTreeMap::new(),
        states: Vec::new(),
        acted: BTreeSet::new(),
        remarks: Vec::new(),
    };
    for (index, document) in documents.iter().enumerate() {
        let (organ, symbol, issued) = name(document);
        bench.alike.entry(skeleton(&symbol)).or_insert_with(|| symbol.clone());
        bench.known.entry(symbol).or_default().push((organ, issued, index));
    }
    let blank = DocumentState {
        standing: DocumentStanding::InForce,
        by: Vec::new(),
        answered_by: Vec::new(),
        awaits_answer: false,
    };
    bench.states = vec![blank; documents.len()];
    for (index, document) in documents.iter().enumerate() {
        for (at, relation) in document.relations.iter().enumerate() {
            bench.relate(index, at, document, relation);
        }
    }
    for (state, document) in bench.states.iter_mut().zip(documents) {
        state.awaits_answer = document.wants_answer && state.answered_by.is_empty();
    }
    bench.numbers();
    Registry { states: bench.states, duplicates: duplicates(documents), remarks: bench.remarks }
}

struct Bench<'a> {
    documents: &'a [Document],
    zone: &'a Zone,
    /// By symbol: organ, day, place in the list.
    known: BTreeMap<String, Vec<(String, Date, usize)>>,
    /// The symbols by what they are without capitals and diacritics.
    alike: BTreeMap<String, String>,
    states: Vec<DocumentState>,
    /// Which document did something to which, so far.
    acted: BTreeSet<(usize, usize)>,
    remarks: Vec<Remark>,
}

impl Bench<'_> {
    fn remark(&mut self, code: &str, severity: Severity, pointer: String, text: Text, article: &str) {
        self.remarks.push(Remark {
            code: code.to_owned(),
            severity,
            stage: Stage::Desk,
            pointer,
            rule: None,
            property: None,
            text,
            source: vec![super::decree_30(article)],
            remedy: None,
        });
    }

    /// The documents that a relation may mean, of those registered twice the earliest; more than one where it says too
    /// little.
    fn targets(&self, index: usize, relation: &Relation) -> Vec<usize> {
        let Some(document) = self.documents.get(index) else { return Vec::new() };
        let own = (relation.kind != RelationKind::Answers).then_some(&document.organ);
        let wanted = relation.organ.as_ref().or(own).map(|text| organ(text));
        let mut found: Vec<&(String, Date, usize)> = Vec::new();
        for known in self.known.get(&symbol(&relation.symbol)).into_iter().flatten() {
            let (organ, issued, at) = known;
            let same = wanted.as_ref().is_none_or(|wanted| wanted == organ)
                && relation.issued.is_none_or(|day| day == *issued);
            let twice = found.iter().any(|(other, day, _)| (other, day) == (organ, issued));
            if same && !twice && *at != index {
                found.push(known);
            }
            // Two are too many already.
            if found.len() > 1 {
                break;
            }
        }
        found.into_iter().map(|(_, _, at)| *at).collect()
    }

    fn relate(&mut self, index: usize, at: usize, document: &Document, relation: &Relation) {
        let pointer = format!("/{index}/relations/{at}");
        let targets = self.targets(index, relation);
        let [target] = *targets else {
            let (code, text) = match targets.is_empty() {
                true => (
                    "relation_unknown",
                    Text::new(
                        format!("Không có văn bản {} trong danh sách", relation.symbol),
                        format!("There is no document {} in the list", relation.symbol),
                    ),
                ),
                false => (
                    "relation_ambiguous",
                    Text::new(
                        format!("Có nhiều văn bản {} trong danh sách", relation.symbol),
                        format!("There are several documents {} in the list", relation.symbol),
                    ),
                ),
            };
            let remedy = match targets.is_empty() {
                true => self
                    .alike
                    .get(&skeleton(&symbol(&relation.symbol)))
                    .map(|near| Text::new(format!("Có phải là {near}?"), format!("Is it {near}?"))),
                false => Some(Text::new("Ghi thêm cơ quan hoặc ngày ban hành", "Say of which agency or day")),
            };
            self.remark(code, Severity::Warning, pointer, text, "18");
            if let Some(remark) = self.remarks.last_mut() {
                remark.remedy = remedy;
            }
            return;
        };
        let Some(other) = self.documents.get(target) else { return };
        if document.issued < other.issued {
            let text = Text::new(
                format!("Văn bản {} ban hành trước văn bản {} mà nó tác động", document.symbol, other.symbol),
                format!("The document {} is older than {}, to which it does something", document.symbol, other.symbol),
            );
            self.remark("relation_date", Severity::Error, pointer.clone(), text, "18");
        }
        let acts = relation.kind != RelationKind::Answers;
        if acts && self.acted.contains(&(target, index)) {
            let text = Text::new(
                format!("Văn bản {} và {} tác động lẫn nhau", document.symbol, other.symbol),
                format!("The documents {} and {} do something to each other", document.symbol, other.symbol),
            );
            self.remark("relation_mutual", Severity::Error, pointer.clone(), text, "18");
        }
        if acts {
            self.acted.insert((index, target));
        }
        self.form(document, other, relation.kind, pointer);
        let Some(state) = self.states.get_mut(target) else { return };
        let standing = match relation.kind {
            RelationKind::Replaces => DocumentStanding::Replaced,
            RelationKind::Amends => DocumentStanding::Amended,
            RelationKind::Recalls => DocumentStanding::Recalled,
            RelationKind::Corrects => DocumentStanding::InForce,
            RelationKind::Answers => {
                state.answered_by.push(place(index));
                return;
            }
        };
        state.by.push(place(index));
        state.standing = state.standing.max(standing);
    }

    /// Content is changed by a document of equal form, a slip of form by an official letter (Decree 30/2020 art. 18).
    fn form(&mut self, document: &Document, other: &Document, kind: RelationKind, pointer: String) {
        let (own, its) = (standing_form(document), standing_form(other));
        match kind {
            RelationKind::Replaces | RelationKind::Amends if own.is_some() && its.is_some() && own != its => {
                let text = Text::new(
                    format!("Sửa đổi, thay thế {} phải bằng văn bản có hình thức tương đương", other.symbol),
                    format!("{} is amended or replaced by a document of equal form", other.symbol),
                );
                self.remark("relation_form", Severity::Error, pointer, text, "18");
            }
            RelationKind::Corrects if own.is_some_and(|form| form != Kind::OfficialLetter.as_str()) => {
                let text = Text::new(
                    format!("Đính chính {} phải bằng công văn", other.symbol),
                    format!("{} is corrected by an official letter", other.symbol),
                );
                self.remark("relation_letter", Severity::Error, pointer, text, "18");
            }
            RelationKind::Replaces | RelationKind::Amends | RelationKind::Corrects => {}
            // Any form will do.
            RelationKind::Recalls | RelationKind::Answers => {}
        }
    }

    /// The numbers of each register.
    fn numbers(&mut self) {
        let mut entries = Vec::new();
        let mut places = Vec::new();
        for (index, document) in self.documents.iter().enumerate() {
            let Some(entry) = entry(document, self.zone) else {
                if document.register.is_some() {
                    let (vi, en) =
                        ("Văn bản ghi vào sổ mà chưa có số", "The document stands in a register without a number");
                    self.remark("register_number", Severity::Warning, format!("/{index}"), Text::new(vi, en), "15, 22");
                }
                continue;
            };
            entries.push(entry);
            places.push(index);
        }
        for mut remark in audit(&entries) {
            let found = remark.pointer.strip_prefix('/').and_then(|index| index.parse::<usize>().ok());
            let Some(index) = found.and_then(|index| places.get(index)) else { continue };
            remark.pointer = format!("/{index}");
            self.remarks.push(remark);
        }
    }
}

/// What a document is as to its form: its kind, or that of a legal document or one of the Party.
fn standing_form(document: &Document) -> Option<String> {
    let symbol = Symbol::parse(&document.symbol).ok();
    match symbol.map(|symbol| symbol.form) {
        Some(Form::Legal { kind, .. }) => Some(format!("legal {kind}")),
        Some(Form::Assembly { body, .. }) => Some(format!("legal {body}")),
        Some(Form::Party { kind, .. }) => Some(format!("party {kind}")),
        Some(Form::Named { .. } | Form::Copy { .. } | Form::Letter { .. }) | None => {
            document.known_kind().map(|kind| kind.as_str().to_owned())
        }
    }
}

/// The line of a register that a document stands on: for what goes out the number of its symbol.
pub(super) fn entry(document: &Document, zone: &Zone) -> Option<Entry> {
    let own = || Symbol::parse(&document.symbol).ok().filter(|_| document.direction != Direction::Incoming);
    let number = document.number.or_else(|| own().map(|symbol| symbol.number))?;
    let registered = document.reached(Milestone::Register).or_else(|| document.reached(Milestone::Number));
    let date = registered.map_or(document.issued, |stamp| zone.date_of(stamp.at));
    Some(Entry { register: document.register.clone()?, number, date })
}

#[cfg(test)]
#[path = "registry_tests.rs"]
mod tests;
