//! Checks many documents together: which are duplicates, which replaces which, which was answered.

use super::kind::{Direction, Kind};
use super::register::{Entry, audit};
use super::spec::{Document, Milestone, Relation, RelationKind};
use super::spelling::skeleton;
use super::symbol::{Form, Symbol};
use crate::base::Arrange;
use crate::base::ids::AgencyCode;
use crate::base::shape::{Shape, Term};
use crate::base::text::{Text, is_blank, nfc};
use crate::base::time::{Date, Zone};
use crate::rule::{Remark, Severity, Stage};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The validity of a document after later ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum DocumentStanding {
    /// In force as issued (*còn hiệu lực*).
    #[term("in_force")]
    InForce,
    /// Amended by another document (*được sửa đổi, bổ sung*).
    #[term("amended")]
    Amended,
    /// Replaced by another document (*bị thay thế*).
    #[term("replaced")]
    Replaced,
    /// Recalled (*bị thu hồi*).
    #[term("recalled")]
    Recalled,
}

/// The state of one document of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct DocumentState {
    /// Its validity (*tình trạng hiệu lực*).
    pub standing: DocumentStanding,
    /// The documents that caused this, and those that correct it, as indices into the list.
    pub by: Vec<u32>,
    /// The documents that answer it (*văn bản trả lời*), as indices into the list.
    pub answered_by: Vec<u32>,
    /// Whether an answer is expected and has not been given.
    pub awaits_answer: bool,
}

/// The result of checking a list of documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Registry {
    /// The state of each document, in the order of the list.
    pub states: Vec<DocumentState>,
    /// Documents registered more than once, as indices into the list; the first of each group is to be kept.
    pub duplicates: Vec<Vec<u32>>,
    /// Faults of numbers and relations; each pointer leads into the list.
    pub remarks: Vec<Remark>,
}

/// What identifies a document: agency, symbol and day.
type Name = (String, String, Date);

/// An agency, normalised, by its code in any spelling, or by its name.
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

/// Documents that are the same: equal agency, symbol and day. Each group holds the indices of its members, the first of
/// which is to be kept.
pub(super) fn duplicates(documents: &[Document]) -> Vec<Vec<u32>> {
    let mut groups: BTreeMap<Name, Vec<u32>> = BTreeMap::new();
    // A courtesy letter may have no symbol that would identify it.
    let named = documents.iter().enumerate().filter(|(_, document)| !is_blank(&document.symbol));
    for (index, document) in named {
        groups.entry(name(document)).or_default().push(place(index));
    }
    let mut out: Vec<_> = groups.into_values().filter(|group| group.len() > 1).collect();
    out.arrange();
    out
}

/// Checks a list of documents: numbering, duplicates, and which document replaces, amends, corrects, recalls or answers
/// which. Dates are taken in the zone.
pub(crate) fn look_over(documents: &[Document], zone: &Zone) -> Registry {
    let mut checker = Checker {
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
        checker.alike.entry(skeleton(&symbol)).or_insert_with(|| symbol.clone());
        checker.known.entry(symbol).or_default().push((organ, issued, index));
    }
    let blank = DocumentState {
        standing: DocumentStanding::InForce,
        by: Vec::new(),
        answered_by: Vec::new(),
        awaits_answer: false,
    };
    checker.states = vec![blank; documents.len()];
    for (index, document) in documents.iter().enumerate() {
        for (at, relation) in document.relations.iter().enumerate() {
            checker.relate(index, at, document, relation);
        }
    }
    for (state, document) in checker.states.iter_mut().zip(documents) {
        state.awaits_answer = document.wants_answer && state.answered_by.is_empty();
    }
    checker.numbers();
    Registry { states: checker.states, duplicates: duplicates(documents), remarks: checker.remarks }
}

struct Checker<'a> {
    documents: &'a [Document],
    zone: &'a Zone,
    /// Symbol → agency, day and index of each document that has it.
    known: BTreeMap<String, Vec<(String, Date, usize)>>,
    /// Symbol without capitals and diacritics → the symbol.
    alike: BTreeMap<String, String>,
    states: Vec<DocumentState>,
    /// The pairs of documents between which a relation was already recorded.
    acted: BTreeSet<(usize, usize)>,
    remarks: Vec<Remark>,
}

impl Checker<'_> {
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

    /// The documents that a relation may refer to; of duplicates the earliest. Several, if the relation is ambiguous.
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
            // Two are enough to be ambiguous.
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

    /// The content may be changed only by a document of the same form, a slip of form by an official letter (Decree
    /// 30/2020 art. 18).
    fn form(&mut self, document: &Document, other: &Document, kind: RelationKind, pointer: String) {
        let (own, its) = (form_of(document), form_of(other));
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

    /// Checks the numbers of each register.
    fn numbers(&mut self) {
        let mut entries = Vec::new();
        let mut places = Vec::new();
        for (index, document) in self.documents.iter().enumerate() {
            let Some(entry) = entry(document, self.zone) else {
                if document.register.is_some() {
                    let (vi, en) =
                        ("Văn bản ghi vào sổ mà chưa có số", "The document is entered in a register without a number");
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

/// The form of a document: its kind, or that of a legal document or a document of the Party.
fn form_of(document: &Document) -> Option<String> {
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

/// The register entry of a document; for outgoing documents, with the number of the symbol.
pub(super) fn entry(document: &Document, zone: &Zone) -> Option<Entry> {
    let own = || Symbol::parse(&document.symbol).ok().filter(|_| document.direction != Direction::Incoming);
    let number = document.number.or_else(|| own().map(|symbol| symbol.number))?;
    let registered = document.reached(Milestone::Register).or_else(|| document.reached(Milestone::Number));
    let date = registered.map_or(document.issued, |stamp| zone.date_of(stamp.at));
    Some(Entry { register: document.register.clone()?, number, date })
}

#[cfg(test)]
#[path = "tests/registry.rs"]
mod tests;
