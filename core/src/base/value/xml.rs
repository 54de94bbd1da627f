//! XML as a tree of elements that remember their lines.

use super::MAX_DEPTH;
use crate::base::Arrange;
use crate::base::error::{Code, Error, Place};
use quick_xml::events::{BytesStart, Event as Xml};
use quick_xml::name::QName;
use quick_xml::{Reader, XmlVersion};
use std::sync::Arc;

/// The namespace prefix of our own elements and attributes in files of other standards.
pub(crate) const OWN_PREFIX: &str = "namro:";
/// Our own namespaces begin with this; the standard that they extend and a version follow.
const OWN_NAMESPACE: &str = "urn:namro:";

/// The greatest number of elements in a document.
const MAX_ELEMENTS: usize = 200_000;

/// An element, by its local name; elements of our own namespaces, by their name with our prefix.
#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    /// The namespace; for a prefix that is not declared, the prefix with a colon. `None` for an element without one.
    pub(crate) namespace: Option<Arc<str>>,
    attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element>,
    pub(crate) text: String,
    pub(crate) line: u64,
}

impl Element {
    /// Reads a document.
    pub(crate) fn parse(xml: &str) -> Result<Self, Error> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = true;
        let mut lines = Lines { xml, at: 0, line: 1 };
        let mut open: Vec<Self> = vec![Self::default()];
        let mut names = Namespaces::default();
        let mut count = 0;
        loop {
            let line = lines.at(reader.buffer_position());
            let here = |error: Error| error.at(Place { line: Some(line), ..Place::default() });
            let syntax = |error: &dyn std::fmt::Display| here(Error::new(Code::Syntax).with("reason", error));
            let event = reader.read_event().map_err(|error| syntax(&error))?;
            // A second root element would be lost silently.
            if let ([document], Xml::Start(_) | Xml::Empty(_)) = (open.as_slice(), &event)
                && !document.children.is_empty()
            {
                return Err(syntax(&"text after the end of the document"));
            }
            match event {
                Xml::Start(tag) => {
                    count += 1;
                    if open.len() > MAX_DEPTH {
                        return Err(here(Error::new(Code::TooDeep).with("limit", MAX_DEPTH)));
                    }
                    names.enter(&tag).map_err(|error| syntax(&error))?;
                    open.push(Self::open(&tag, line, &names).map_err(|error| syntax(&error))?);
                }
                Xml::Empty(tag) => {
                    count += 1;
                    names.enter(&tag).map_err(|error| syntax(&error))?;
                    let element = Self::open(&tag, line, &names).map_err(|error| syntax(&error))?;
                    names.leave();
                    if let Some(parent) = open.last_mut() {
                        parent.children.push(element);
                    }
                }
                Xml::End(_) => {
                    names.leave();
                    if let Some(element) = open.pop()
                        && let Some(parent) = open.last_mut()
                    {
                        parent.children.push(element);
                    }
                }
                Xml::Text(text) => push(&mut open, &text.xml10_content()),
                Xml::CData(text) => push(&mut open, &text.xml10_content()),
                Xml::GeneralRef(name) => {
                    let written = format!("&{};", name.xml10_content());
                    push(&mut open, &quick_xml::escape::unescape(&written).map_err(|error| syntax(&error))?);
                }
                Xml::DocType(_) => return Err(here(Error::new(Code::DoctypeRefused))),
                Xml::Eof if open.len() > 1 => return Err(here(Error::new(Code::Truncated))),
                Xml::Eof => break,
                _ => {}
            }
            if count > MAX_ELEMENTS {
                return Err(here(Error::new(Code::TooLarge).with("what", "XML").with("limit", MAX_ELEMENTS)));
            }
        }
        let mut document: Self = open.pop().unwrap_or_default();
        let root = document.children.pop().ok_or_else(|| Error::new(Code::Syntax).with("reason", "no element"))?;
        if document.trimmed().is_some() {
            return Err(Error::new(Code::Syntax).with("reason", "text after the end of the document"));
        }
        Ok(root)
    }

    fn open(tag: &BytesStart<'_>, line: u64, names: &Namespaces) -> Result<Self, quick_xml::Error> {
        let namespace = names.of(prefix(tag.name()));
        let own = namespace.as_deref().is_some_and(is_own);
        let mut element = Self { name: local(tag.name(), own), namespace, line, ..Self::default() };
        // An attribute with a prefix never hides the one without.
        let mut prefixed = Vec::new();
        for attribute in tag.attributes() {
            let attribute = attribute?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0)?.into_owned();
            match prefix(attribute.key) {
                "" => element.attributes.push((local(attribute.key, false), value)),
                other => {
                    let own = names.of(other).as_deref().is_some_and(is_own);
                    prefixed.push((local(attribute.key, own), value));
                }
            }
        }
        element.attributes.extend(prefixed);
        Ok(element)
    }

    /// Takes out the elements below this one that are neither of its namespace nor of our own; gives them.
    #[cfg(feature = "bpmn")]
    pub(crate) fn take_foreign(&mut self, keep: &dyn Fn(&Self) -> bool) -> Vec<Self> {
        let mut foreign = Vec::new();
        let mut open = vec![self];
        while let Some(element) = open.pop() {
            let (kept, others) = std::mem::take(&mut element.children).into_iter().partition(|child| keep(child));
            element.children = kept;
            let others: Vec<Self> = others;
            foreign.extend(others);
            open.extend(element.children.iter_mut());
        }
        foreign.arrange_by_key(|element| element.line);
        foreign
    }

    /// An attribute by its local name; our own attributes by their name with prefix.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The names of the attributes.
    #[cfg(test)]
    pub(crate) fn attributes(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(|(name, _)| name.as_str())
    }

    /// Whether the element declares this namespace.
    #[cfg(feature = "xml")]
    pub(crate) fn declares(&self, namespace: &str) -> bool {
        self.attributes.iter().any(|(_, value)| value == namespace)
    }

    /// The `id` of the element; without one, its name.
    #[cfg(feature = "bpmn")]
    pub(crate) fn id(&self) -> &str {
        self.get("id").unwrap_or(&self.name)
    }

    /// The first child with a name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The children with a name.
    #[cfg(feature = "bpmn")]
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text directly inside the element.
    pub(crate) fn trimmed(&self) -> Option<&str> {
        Some(self.text.trim()).filter(|text| !text.is_empty())
    }

    /// The text of the element and its children, on one line.
    #[cfg(feature = "xml")]
    pub(crate) fn content(&self) -> String {
        let mut words: Vec<String> = self.trimmed().map(str::to_owned).into_iter().collect();
        words.extend(self.children.iter().map(|child| format!("{}: {}", child.name, child.content())));
        words.join(" ")
    }

    /// The line of the element.
    #[cfg(feature = "bpmn")]
    pub(crate) fn place(&self) -> Place {
        Place { line: Some(self.line), ..Place::default() }
    }
}

/// The namespaces that the open elements declare, each with its prefix.
#[derive(Default)]
struct Namespaces {
    declared: Vec<(String, Arc<str>)>,
    /// How many were declared before each open element.
    before: Vec<usize>,
}

impl Namespaces {
    fn enter(&mut self, tag: &BytesStart<'_>) -> Result<(), quick_xml::Error> {
        self.before.push(self.declared.len());
        for attribute in tag.attributes() {
            let attribute = attribute?;
            let written = attribute.key.as_ref();
            let name = if written == "xmlns" { Some("") } else { written.strip_prefix("xmlns:") };
            if let Some(name) = name {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0)?;
                self.declared.push((name.to_owned(), value.as_ref().into()));
            }
        }
        Ok(())
    }

    fn leave(&mut self) {
        self.declared.truncate(self.before.pop().unwrap_or(0));
    }

    /// The namespace of a prefix; an empty prefix is the default namespace.
    fn of(&self, prefix: &str) -> Option<Arc<str>> {
        let declared = self.declared.iter().rev().find(|(name, _)| name == prefix).map(|(_, space)| space.clone());
        match declared {
            Some(space) => Some(space).filter(|space| !space.is_empty()),
            None => Some(prefix).filter(|prefix| !prefix.is_empty()).map(|prefix| format!("{prefix}:").into()),
        }
    }
}

/// Whether a namespace is our own; our prefix counts as such even if a file does not declare it.
fn is_own(namespace: &str) -> bool {
    namespace.starts_with(OWN_NAMESPACE) || namespace == OWN_PREFIX
}

fn prefix<'a>(name: QName<'a>) -> &'a str {
    let written: &'a str = name.into_inner();
    written.split_once(':').map_or("", |(prefix, _)| prefix)
}

/// Every tool chooses its own prefixes, so the local name counts; names of our own namespaces get our prefix.
fn local(name: QName<'_>, own: bool) -> String {
    let local = name.local_name();
    if own { format!("{OWN_PREFIX}{}", local.as_ref()) } else { local.as_ref().to_owned() }
}

fn push(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

/// Counts lines; each byte is looked at once.
struct Lines<'a> {
    xml: &'a str,
    at: u64,
    line: u64,
}

impl Lines<'_> {
    fn at(&mut self, position: u64) -> u64 {
        let range = usize::try_from(self.at).unwrap_or(usize::MAX)..usize::try_from(position).unwrap_or(usize::MAX);
        let passed = self.xml.as_bytes().get(range).unwrap_or_default();
        self.line += passed.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
        self.at = position.max(self.at);
        self.line
    }
}
