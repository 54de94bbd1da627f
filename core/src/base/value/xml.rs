//! XML as a tree of elements that remember their lines.

use super::MAX_DEPTH;
use crate::base::error::{Code, Error, Place};
use quick_xml::events::{BytesStart, Event as Xml};
use quick_xml::name::QName;
use quick_xml::{Reader, XmlVersion};

/// The namespace prefix of our own elements and attributes in files of other standards.
pub(crate) const OWN_PREFIX: &str = "namro:";

/// The greatest number of elements in a document.
const MAX_ELEMENTS: usize = 200_000;

/// An element, by its local name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
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
                    open.push(Self::open(&tag, line).map_err(|error| syntax(&error))?);
                }
                Xml::Empty(tag) => {
                    count += 1;
                    let element = Self::open(&tag, line).map_err(|error| syntax(&error))?;
                    if let Some(parent) = open.last_mut() {
                        parent.children.push(element);
                    }
                }
                Xml::End(_) => {
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

    fn open(tag: &BytesStart<'_>, line: u64) -> Result<Self, quick_xml::Error> {
        let mut element = Self { name: own_or_local(tag.name()), line, ..Self::default() };
        for attribute in tag.attributes() {
            let attribute = attribute?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0)?.into_owned();
            element.attributes.push((own_or_local(attribute.key), value));
        }
        Ok(element)
    }

    /// An attribute by its local name; our own attributes by their name with prefix.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
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

/// Other prefixes are dropped, since every tool chooses its own; our own prefix is always the same.
fn own_or_local(name: QName<'_>) -> String {
    let written = name.as_ref();
    if written.starts_with(OWN_PREFIX) { written.to_owned() } else { name.local_name().as_ref().to_owned() }
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
