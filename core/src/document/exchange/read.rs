//! edXML in: what can be understood is, and everything that departs from the regulation is told.

use super::message::{Deviation, DeviationKind, EdocMessage, EdocReading, EdocStatus};
use super::status::ExchangeStatus;
use super::table::{ATTACHMENT, Field, HEADER, Kind, REFERENCE, STATUS, TRACES};
use crate::error::{Code, Error, Faults};
use crate::shape;
use crate::text::Text;
use crate::time::{Date, Instant, Zone};
use crate::value::xml::Element;
use crate::value::{Map, Node, Value};

/// No message is longer, in bytes.
const MAX_BYTES: usize = 64 << 20;

/// What only wraps, in the regulation and in SOAP.
const WRAPPERS: [&str; 9] =
    ["edXML", "edXMLEnvelope", "edXMLHeader", "edXMLBody", "edXMLManifest", "Envelope", "Header", "Body", "Manifest"];

/// Reads a message or a status.
///
/// # Errors
/// Broken XML, entities and document types, too much or too deep; what is no edXML at all.
///
/// ```
/// let text = r#"<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXMLEnvelope><edXMLHeader><MessageHeader>
///     <From><OrganId>000.00.00.H26</OrganId><OrganName>UBND Hà Nội</OrganName></From>
///     <Code><CodeNumber>05</CodeNumber><CodeNotation>TB-UBND</CodeNotation></Code>
///     <Priority>0</Priority></MessageHeader></edXMLHeader></edXMLEnvelope></edXML>"#;
/// let reading = namro::document::read_edxml(text).unwrap();
/// let message = reading.message.unwrap();
/// assert_eq!(message.symbol().as_deref(), Some("05/TB-UBND"));
/// assert!(reading.deviations.iter().any(|one| one.path == "MessageHeader/Priority"));
/// ```
pub fn read(text: &str) -> Result<EdocReading, Faults> {
    if text.len() > MAX_BYTES {
        return Err(Error::new(Code::TooLarge).with("what", "edXML").with("limit", MAX_BYTES).into());
    }
    let root = Element::parse(text.trim_start_matches('\u{feff}'))?;
    let mut reader = Reader { parts: Parts::default(), deviations: Vec::new() };
    reader.wrapper(&root);
    let Reader { mut parts, mut deviations } = reader;
    if let Some(status) = parts.status {
        let status: EdocStatus = shape::read(&Node::from(Value::Map(status)))?;
        return Ok(EdocReading { message: None, status: Some(status), deviations });
    }
    let Some(mut message) = parts.header.take() else { return Err(Error::new(Code::NoEdxml).into()) };
    parts.traces.take().into_iter().flat_map(Map::into_entries).for_each(|(key, node)| message.insert(&key, node));
    let attachments = attachments(parts.references, parts.attachments, &mut deviations);
    message.insert("attachments", Value::List(attachments).into());
    message.insert("signed", Value::Bool(parts.signed).into());
    let message: EdocMessage = shape::read(&Node::from(Value::Map(message)))?;
    Ok(EdocReading { message: Some(message), status: None, deviations })
}

impl EdocMessage {
    /// Number and symbol as one text: `05/TB-UBND`.
    pub fn symbol(&self) -> Option<String> {
        let code = self.code.as_ref()?;
        Some(format!("{}/{}", code.number.as_ref()?, code.notation.as_ref()?))
    }
}

#[derive(Default)]
struct Parts {
    header: Option<Map>,
    traces: Option<Map>,
    status: Option<Map>,
    references: Vec<Map>,
    attachments: Vec<Map>,
    signed: bool,
}

struct Reader {
    parts: Parts,
    deviations: Vec<Deviation>,
}

impl Reader {
    fn tell(&mut self, kind: DeviationKind, path: &str, line: u64, vi: String, en: String) {
        self.deviations.push(Deviation { kind, path: path.to_owned(), line: Some(line), text: Text::new(vi, en) });
    }

    fn unknown(&mut self, element: &Element, path: &str) {
        let content = shorten(&element.content());
        let (vi, en) = (
            format!("Không biết phần tử {}: «{content}»", element.name),
            format!("The element {} is not known: `{content}`", element.name),
        );
        self.tell(DeviationKind::Unknown, path, element.line, vi, en);
    }

    fn wrapper(&mut self, element: &Element) {
        let known = |name: &str| same(&element.name, name);
        if element.child("StatusCode").is_some() {
            let status = self.group(element, STATUS, &element.name);
            let unread = status.get("status").and_then(|node| node.value.as_text()).map(str::to_owned);
            let mut status = status;
            if let Some(code) = unread {
                // Products write 3 for 03.
                let padded = format!("{:0>2}", code.trim());
                match ExchangeStatus::from_name(&padded) {
                    Some(term) => status.insert("status", text(term.as_str())),
                    None => {
                        status.remove("status");
                        let path = format!("{}/StatusCode", element.name);
                        self.unreadable(&path, element.line, &code);
                    }
                }
            }
            return self.once("status", element, status, |parts| &mut parts.status);
        }
        match () {
            () if known("MessageHeader") => {
                let header = self.group(element, HEADER, "MessageHeader");
                self.once("MessageHeader", element, header, |parts| &mut parts.header);
            }
            () if known("TraceHeaderList") => {
                let traces = self.group(element, TRACES, "TraceHeaderList");
                self.once("TraceHeaderList", element, traces, |parts| &mut parts.traces);
            }
            () if known("Reference") => {
                let mut reference = self.group(element, REFERENCE, "Reference");
                if let Some(href) = element.get("href").filter(|_| reference.get("content_id").is_none()) {
                    reference.insert("content_id", text(href));
                }
                self.parts.references.push(reference);
            }
            () if known("AttachmentEncoded") => {
                for child in &element.children {
                    if same(&child.name, "Attachment") {
                        let attachment = self.group(child, ATTACHMENT, "Attachment");
                        self.parts.attachments.push(attachment);
                    } else {
                        self.unknown(child, &format!("AttachmentEncoded/{}", child.name));
                    }
                }
            }
            () if known("DigitalSignature") || known("Signature") => {
                if !element.children.is_empty() {
                    self.parts.signed = true;
                    let (vi, en) = ("Có chữ ký số, không kiểm tra ở đây", "There is a signature, not checked here");
                    self.tell(DeviationKind::Unchecked, &element.name, element.line, vi.into(), en.into());
                }
            }
            () if WRAPPERS.iter().any(|name| known(name)) => {
                if let Some(content) = element.trimmed() {
                    let content = shorten(content);
                    let (vi, en) = (format!("Chữ thừa: «{content}»"), format!("Stray text: `{content}`"));
                    self.tell(DeviationKind::Unknown, &element.name, element.line, vi, en);
                }
                element.children.iter().for_each(|child| self.wrapper(child));
            }
            () => self.unknown(element, &element.name),
        }
    }

    fn once(&mut self, name: &str, element: &Element, map: Map, slot: fn(&mut Parts) -> &mut Option<Map>) {
        let slot = slot(&mut self.parts);
        if slot.is_none() {
            *slot = Some(map);
        } else {
            self.repeated(name, element);
        }
    }

    fn repeated(&mut self, path: &str, element: &Element) {
        let content = shorten(&element.content());
        let (vi, en) = (
            format!("{} lặp lại, chỉ lấy lần đầu; lần này: «{content}»", element.name),
            format!("{} stands again, the first counts; this one: `{content}`", element.name),
        );
        self.tell(DeviationKind::Repeated, path, element.line, vi, en);
    }

    fn unreadable(&mut self, path: &str, line: u64, value: &str) {
        let value = shorten(value);
        let (vi, en) = (format!("Không đọc được «{value}»"), format!("`{value}` cannot be read"));
        self.tell(DeviationKind::Unreadable, path, line, vi, en);
    }

    /// The fields of an element; what has no place among them is told.
    fn group(&mut self, element: &Element, fields: &[Field], path: &str) -> Map {
        let mut map = Map::default();
        for child in &element.children {
            let here = format!("{path}/{}", child.name);
            let Some(field) = fields.iter().find(|field| same(field.xml, &child.name)) else {
                self.unknown(child, &here);
                continue;
            };
            if field.xml != child.name {
                let (vi, en) = (format!("Viết đúng là {}", field.xml), format!("It is spelt {}", field.xml));
                self.tell(DeviationKind::Spelling, &here, child.line, vi, en);
            }
            if !field.many && map.get(field.name).is_some() {
                self.repeated(&here, child);
                continue;
            }
            let Some(node) = self.value(child, field.kind, &here) else { continue };
            match map.get_mut(field.name) {
                Some(Node { value: Value::List(list), .. }) if field.many => list.push(node),
                _ if field.many => map.insert(field.name, Value::List(vec![node]).into()),
                _ => map.insert(field.name, node),
            }
        }
        for field in fields.iter().filter(|field| field.needed && map.get(field.name).is_none()) {
            let here = format!("{path}/{}", field.xml);
            let told = element.children.iter().any(|child| same(&child.name, field.xml) && child.trimmed().is_some());
            if !told {
                let (vi, en) = (format!("Thiếu {}", field.xml), format!("{} is missing", field.xml));
                self.tell(DeviationKind::Missing, &here, element.line, vi, en);
            }
        }
        map
    }

    fn value(&mut self, element: &Element, kind: Kind, path: &str) -> Option<Node> {
        if let Kind::Group(fields) = kind {
            let map = self.group(element, fields, path);
            return Some(Value::Map(map).into());
        }
        if let Kind::List(name, kind) = kind {
            let mut list = Vec::new();
            for child in &element.children {
                let here = format!("{path}/{}", child.name);
                if same(&child.name, name) {
                    list.extend(self.value(child, *kind, &here));
                } else {
                    self.unknown(child, &here);
                }
            }
            return Some(Value::List(list).into());
        }
        for child in &element.children {
            self.unknown(child, &format!("{path}/{}", child.name));
        }
        let value = element.trimmed()?;
        let (read, usual) = match kind {
            Kind::Integer => (value.parse::<u32>().ok().map(|number| Value::Integer(number.into()).into()), true),
            Kind::Term(terms) => {
                let plain = value.trim_start_matches('0');
                let plain = if plain.is_empty() { "0" } else { plain };
                let term = terms.iter().find(|(code, _)| *code == plain).map(|(_, term)| text(term));
                (term, value == plain)
            }
            Kind::Date => {
                let date = date(value);
                (date.map(|(date, _)| text(&date.to_string())), date.is_some_and(|(_, usual)| usual))
            }
            Kind::Stamp => {
                let stamp = stamp(value);
                let usual = stamp.as_ref().is_some_and(|(_, usual)| *usual);
                (stamp.map(|(stamp, _)| text(&stamp)), usual)
            }
            Kind::Text | Kind::Group(_) | Kind::List(..) => (Some(text(value)), true),
        };
        match (&read, usual) {
            (None, _) => self.unreadable(path, element.line, value),
            (Some(_), false) => {
                let (vi, en) = (
                    format!("Cách viết khác quy chuẩn: «{value}»"),
                    format!("Not as the regulation writes it: `{value}`"),
                );
                self.tell(DeviationKind::Spelling, path, element.line, vi, en);
            }
            (Some(_), true) => {}
        }
        read
    }
}

/// Equal but for capitals, and for the doubled letter of *Bussiness*.
fn same(a: &str, b: &str) -> bool {
    a == b || a.replace("Bussiness", "Business").eq_ignore_ascii_case(&b.replace("Bussiness", "Business"))
}

fn text(text: &str) -> Node {
    Value::Text(text.into()).into()
}

/// The beginning of a content: an unknown element may hold a file.
fn shorten(content: &str) -> String {
    let mut words = content.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = words.char_indices().nth(200) {
        words.truncate(end);
        words.push('…');
    }
    words
}

/// A day, and whether it is written `yyyy/MM/dd`.
fn date(value: &str) -> Option<(Date, bool)> {
    let day = value.split([' ', 'T']).next().unwrap_or(value);
    let parts: Vec<&str> = day.split(['/', '-']).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let number = |text: &str| text.parse::<u32>().ok();
    let (year, month, date) = if a.len() == 4 { (*a, *b, *c) } else { (*c, *b, *a) };
    let year = i32::try_from(number(year).filter(|_| year.len() == 4)?).ok()?;
    let found = Date::from_ymd(year, number(month)?, number(date)?)?;
    let (year, month, date) = found.ymd();
    Some((found, value == format!("{year:04}/{month:02}/{date:02}")))
}

/// An instant as RFC 3339 at UTC+7, and whether it is written `yyyy/MM/dd HH:mm:ss`.
fn stamp(value: &str) -> Option<(String, bool)> {
    let zone = Zone::vietnam();
    if let Ok(instant) = Instant::parse(value) {
        return Some((zone.stamp(instant).to_string(), false));
    }
    let (day, _) = date(value)?;
    let time = value.split_once([' ', 'T']).map(|(_, time)| time.trim());
    // Without an offset it is the time of Vietnam.
    let clock = match time {
        None => "00:00:00".to_owned(),
        Some(time) if time.len() == 5 => format!("{time}:00"),
        Some(time) => time.to_owned(),
    };
    let stamp = zone.stamp(Instant::parse(&format!("{day}T{clock}+07:00")).ok()?);
    let (year, month, date) = day.ymd();
    let usual = time.is_some_and(|time| time.len() == 8 && value == format!("{year:04}/{month:02}/{date:02} {time}"));
    Some((stamp.to_string(), usual))
}

/// Files of the list joined with their contents.
fn attachments(references: Vec<Map>, mut contents: Vec<Map>, deviations: &mut Vec<Deviation>) -> Vec<Node> {
    let id = |map: &Map| {
        let text = map.get("content_id").and_then(|node| node.value.as_text()).unwrap_or_default();
        text.strip_prefix("cid:").unwrap_or(text).to_owned()
    };
    let mut tell = |id: &str, vi: &str, en: &str| {
        deviations.push(Deviation {
            kind: DeviationKind::Attachment,
            path: "AttachmentEncoded/Attachment".to_owned(),
            line: None,
            text: Text::new(format!("Tệp «{id}» {vi}"), format!("The file `{id}` {en}")),
        });
    };
    let mut joined = Vec::new();
    for mut reference in references {
        let own = id(&reference);
        reference.insert("content_id", text(&own));
        match contents.iter().position(|content| id(content) == own) {
            Some(index) => {
                let content = contents.remove(index);
                for (key, node) in content.into_entries() {
                    if reference.get(&key).is_none() {
                        reference.insert(&key, node);
                    }
                }
            }
            None => tell(&own, "có trong danh mục nhưng không kèm nội dung", "is listed and does not come"),
        }
        joined.push(Value::Map(reference).into());
    }
    for mut content in contents {
        let own = id(&content);
        content.insert("content_id", text(&own));
        tell(&own, "kèm theo nhưng không có trong danh mục", "comes and is not listed");
        joined.push(Value::Map(content).into());
    }
    joined
}
