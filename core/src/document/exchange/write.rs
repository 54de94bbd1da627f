//! Writes edXML strictly by the regulation: all required elements must be present.

use super::message::{EdocMessage, EdocStatus};
use super::status::ExchangeStatus;
use super::table::{ATTACHMENT, Field, HEADER, Kind, NAMESPACE, REFERENCE, STATUS, TRACES, is_base64};
use crate::base::canon::canonical;
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::shape::Cursor;
use crate::base::text::is_blank;
use crate::base::time::{Date, Instant, Zone};
use crate::base::value::{Node, Value, parse_json};
use crate::people::Secrecy;
use quick_xml::escape::escape;
use std::collections::BTreeSet;

const XLINK: &str = "http://www.w3.org/1999/xlink";

/// Writes a message. It is not signed; that is up to the system that sends it.
///
/// # Errors
/// [`Code::SecretNotSent`]; [`Code::SignatureNotWritten`]; every required element that is missing, and every character
/// that XML cannot contain.
pub fn write_message(message: &EdocMessage, secrecy: Secrecy) -> Result<String, Faults> {
    let mut faults = Faults::new();
    if secrecy > Secrecy::Ordinary {
        faults.push(Error::new(Code::SecretNotSent).with("secrecy", secrecy));
    }
    if message.signed {
        faults.push(Error::new(Code::SignatureNotWritten).at(Place::pointer("/signed")));
    }
    let node = parse_json(canonical(message)?.as_bytes())?;
    let at = Cursor::root(&node, None);
    let mut writer = Writer { out: start(), faults: &mut faults };
    writer.open("edXMLHeader");
    writer.open("MessageHeader");
    writer.fields(HEADER, &at);
    writer.close("MessageHeader");
    writer.open("TraceHeaderList");
    writer.fields(TRACES, &at);
    writer.close("TraceHeaderList");
    writer.out.push_str("<edXML:DigitalSignature/>");
    writer.close("edXMLHeader");
    writer.open("edXMLBody");
    writer.out.push_str("<edXML:edXMLManifest version=\"1.0\">");
    let files = at.get("attachments");
    let list = files.as_ref().map(|files| items(files)).unwrap_or_default();
    let mut known = BTreeSet::new();
    for file in &list {
        let id = text_of(file, "content_id");
        if id.is_empty() {
            writer.faults.push(file.fault(Code::MissingField).with("field", "content_id"));
        } else if !known.insert(id) {
            writer.faults.push(file.fault(Code::DuplicateId).with("kind", "attachment").with("id", id));
        }
        let content = text_of(file, "content");
        if content.is_empty() {
            writer.faults.push(file.fault(Code::MissingField).with("field", "content"));
        } else if !is_base64(content) {
            let fault = file.get("content").map_or_else(|| file.fault(Code::WrongType), |it| it.fault(Code::WrongType));
            writer.faults.push(fault.with("expected", "Base64").with("found", "text"));
        }
        let link = format!("cid:{}", escape(id));
        writer.out.push_str(&format!(
            "<edXML:Reference xmlns:xlink=\"{XLINK}\" xlink:href=\"{link}\" xlink:role=\"XLinkRole\" xlink:type=\"simple\">"
        ));
        writer.fields(REFERENCE, file);
        writer.close("Reference");
    }
    writer.close("edXMLManifest");
    writer.close("edXMLBody");
    writer.close("edXMLEnvelope");
    if !list.is_empty() {
        writer.out.push_str("<AttachmentEncoded>");
        for file in &list {
            writer.out.push_str("<Attachment>");
            writer.plain(ATTACHMENT, file);
            writer.out.push_str("</Attachment>");
        }
        writer.out.push_str("</AttachmentEncoded>");
    }
    writer.out.push_str("</edXML>\n");
    let out = writer.out;
    placed(faults).into_result(Some(out))
}

/// A text entry of a file; empty if there is none.
fn text_of<'a>(file: &'a Cursor<'_>, name: &str) -> &'a str {
    file.node.get(name).and_then(|node| node.value.as_text()).unwrap_or_default()
}

/// Keeps the pointers into the message and drops lines, which belong to an intermediate text.
fn placed(mut faults: Faults) -> Faults {
    faults.change(|fault| {
        let pointer = fault.place().pointer.clone();
        match pointer {
            Some(pointer) => fault.at(Place::pointer(pointer)),
            None => fault,
        }
    });
    faults
}

/// Writes a status.
///
/// # Errors
/// Every element that is missing; [`Code::ReasonMissing`] for a refusal without a reason in words.
pub fn write_status(status: &EdocStatus) -> Result<String, Faults> {
    let mut faults = Faults::new();
    let refuses = status.status.is_some_and(ExchangeStatus::needs_reason);
    if refuses && status.description.as_deref().is_none_or(is_blank) {
        let code = status.status.map_or("", ExchangeStatus::as_str);
        faults.push(Error::new(Code::ReasonMissing).with("act", code).at(Place::pointer("/description")));
    }
    let node = parse_json(canonical(status)?.as_bytes())?;
    let at = Cursor::root(&node, None);
    let mut writer = Writer { out: start(), faults: &mut faults };
    writer.open("edXMLHeader");
    writer.open("Status");
    writer.fields(STATUS, &at);
    writer.close("Status");
    writer.close("edXMLHeader");
    writer.close("edXMLEnvelope");
    writer.out.push_str("</edXML>\n");
    let out = writer.out;
    placed(faults).into_result(Some(out))
}

fn start() -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<edXML xmlns=\"{NAMESPACE}\"><edXML:edXMLEnvelope xmlns:edXML=\"{NAMESPACE}\">"
    )
}

fn items<'a>(at: &'a Cursor<'_>) -> Vec<Cursor<'a>> {
    let Value::List(list) = &at.node.value else { return Vec::new() };
    list.iter().enumerate().map(|(index, node)| at.index(index, node)).collect()
}

struct Writer<'a> {
    out: String,
    faults: &'a mut Faults,
}

impl Writer<'_> {
    fn open(&mut self, name: &str) {
        self.out.push_str(&format!("<edXML:{name}>"));
    }

    fn close(&mut self, name: &str) {
        self.out.push_str(&format!("</edXML:{name}>"));
    }

    fn fields(&mut self, fields: &[Field], at: &Cursor<'_>) {
        for field in fields {
            let value = at.get(field.name).filter(|found| !is_empty(found.node));
            let Some(value) = value else {
                if field.needed {
                    self.faults.push(at.fault(Code::MissingField).with("field", field.name));
                }
                continue;
            };
            if field.many {
                items(&value).iter().for_each(|item| self.element(field.xml, field.kind, item));
            } else {
                self.element(field.xml, field.kind, &value);
            }
        }
    }

    /// Fields without the namespace prefix, as attachments have them.
    fn plain(&mut self, fields: &[Field], at: &Cursor<'_>) {
        for field in fields {
            let Some(value) = at.get(field.name).filter(|found| !is_empty(found.node)) else { continue };
            let text = self.text(field.kind, &value);
            self.out.push_str(&format!("<{0}>{text}</{0}>", field.xml));
        }
    }

    fn element(&mut self, name: &str, kind: Kind, at: &Cursor<'_>) {
        self.open(name);
        match kind {
            Kind::Group(fields) => self.fields(fields, at),
            Kind::List(item, kind) => items(at).iter().for_each(|one| self.element(item, *kind, one)),
            _ => {
                let text = self.text(kind, at);
                self.out.push_str(&text);
            }
        }
        self.close(name);
    }

    fn text(&mut self, kind: Kind, at: &Cursor<'_>) -> String {
        let value = match &at.node.value {
            Value::Integer(number) => return number.to_string(),
            other => other.as_text().unwrap_or_default(),
        };
        let held = |char: char| match char {
            '\t' | '\n' | '\r' => true,
            '\u{fffe}' | '\u{ffff}' => false,
            char => !char.is_control(),
        };
        if !value.chars().all(held) {
            self.faults.push(
                at.fault(Code::WrongType).with("expected", "text without control characters").with("found", "text"),
            );
        }
        match kind {
            Kind::Date => Date::parse(value).map_or_else(|_| String::new(), slashes),
            Kind::Stamp => Instant::parse(value).map_or_else(|_| String::new(), moment),
            Kind::Term(terms) => {
                let code = terms.iter().find(|(_, term)| *term == value).map(|(code, _)| *code);
                code.unwrap_or_default().to_owned()
            }
            _ => escape(value).into_owned(),
        }
    }
}

fn is_empty(node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Text(text) => is_blank(text),
        Value::List(list) => list.is_empty(),
        _ => false,
    }
}

fn slashes(date: Date) -> String {
    let (year, month, day) = date.ymd();
    format!("{year:04}/{month:02}/{day:02}")
}

fn moment(instant: Instant) -> String {
    let zone = Zone::vietnam();
    let second = zone.second_of_day(instant);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{} {hour:02}:{minute:02}:{second:02}", slashes(zone.date_of(instant)))
}
