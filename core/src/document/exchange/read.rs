//! Reads edXML: everything that can be understood is read, and every deviation from the regulation is reported.

use super::message::{Deviation, DeviationKind, EdocMessage, EdocReading, EdocStatus};
use super::status::ExchangeStatus;
use super::table::{ATTACHMENT, Field, HEADER, Kind, NAMESPACE, REFERENCE, STATUS, TRACES, is_base64};
use crate::base::error::{Code, Error, Faults};
use crate::base::shape;
use crate::base::text::{Text, is_blank};
use crate::base::time::{Date, Instant, Zone};
use crate::base::value::xml::Element;
use crate::base::value::{Map, Node, Value};
use std::collections::{BTreeMap, VecDeque};

/// The largest size of a message in bytes.
const MAX_BYTES: usize = 64 << 20;

/// Elements that only wrap others, in the regulation and in SOAP.
const WRAPPERS: [&str; 9] =
    ["edXML", "edXMLEnvelope", "edXMLHeader", "edXMLBody", "edXMLManifest", "Envelope", "Header", "Body", "Manifest"];

/// Reads a message or a status.
///
/// # Errors
/// Broken XML; entities and document types; texts that are too large or nested too deeply; texts that are not edXML.
pub fn read(text: &str) -> Result<EdocReading, Faults> {
    if text.len() > MAX_BYTES {
        return Err(Error::new(Code::TooLarge).with("what", "edXML").with("limit", MAX_BYTES).into());
    }
    let root = Element::parse(text.trim_start_matches('\u{feff}'))?;
    let mut reader = Reader { parts: Parts::default(), deviations: Vec::new() };
    reader.namespace(&root);
    reader.wrapper(&root);
    if reader.parts.header.is_none() && reader.parts.status.is_none() {
        return Err(Error::new(Code::NoEdxml).into());
    }
    reader.beside_status();
    let Reader { parts, mut deviations } = reader;
    let message = parts.header.map(|mut message| {
        parts.traces.into_iter().flat_map(Map::into_entries).for_each(|(key, node)| message.insert(&key, node));
        let attachments = attachments(parts.references, parts.attachments, &mut deviations);
        message.insert("attachments", Value::List(attachments).into());
        message.insert("signed", Value::Bool(parts.signed).into());
        shape::read::<EdocMessage>(&Node::from(Value::Map(message)))
    });
    let status = parts.status.map(|status| shape::read::<EdocStatus>(&Node::from(Value::Map(status))));
    Ok(EdocReading { message: message.transpose()?, status: status.transpose()?, deviations })
}

impl EdocMessage {
    /// Number and notation as one text: `05/TB-UBND`.
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
    fn report(&mut self, kind: DeviationKind, path: &str, line: u64, vi: String, en: String) {
        self.deviations.push(Deviation { kind, path: path.to_owned(), line: Some(line), text: Text::new(vi, en) });
    }

    fn unknown(&mut self, element: &Element, path: &str) {
        let content = shorten(&element.content());
        let (vi, en) = (
            format!("Không biết phần tử {}: «{content}»", element.name),
            format!("The element {} is not known: `{content}`", element.name),
        );
        self.report(DeviationKind::Unknown, path, element.line, vi, en);
    }

    /// Checks that the regulation's namespace is declared on the way to the header.
    fn namespace(&mut self, root: &Element) {
        fn declared(element: &Element, depth: usize) -> bool {
            element.declares(NAMESPACE) || depth > 0 && element.children.iter().any(|child| declared(child, depth - 1))
        }
        if !declared(root, 3) {
            let (vi, en) = (
                format!("Không khai báo không gian tên của quy chuẩn: {NAMESPACE}"),
                format!("The namespace of the regulation is not declared: {NAMESPACE}"),
            );
            self.report(DeviationKind::Namespace, &root.name, root.line, vi, en);
        }
    }

    /// A status without a message has neither traces nor files; any that are present are reported.
    fn beside_status(&mut self) {
        if self.parts.header.is_some() {
            return;
        }
        let traces = self.parts.traces.is_some().then(|| ("TraceHeaderList", String::new()));
        let files = self.parts.references.iter().chain(&self.parts.attachments);
        let files = files.map(|file| ("AttachmentEncoded", file_id(file)));
        let found: Vec<_> = traces.into_iter().chain(files).collect();
        for (path, name) in found {
            let (vi, en) =
                (format!("Trạng thái không mang {path}: «{name}»"), format!("A status carries no {path}: `{name}`"));
            self.deviations.push(Deviation {
                kind: DeviationKind::Unknown,
                path: path.to_owned(),
                line: None,
                text: Text::new(vi, en),
            });
        }
    }

    fn status(&mut self, element: &Element) {
        let mut status = self.group(element, STATUS, &element.name);
        let path = format!("{}/StatusCode", element.name);
        let written = status.get("status").and_then(|node| node.value.as_text()).map(str::to_owned);
        // Some products write 3 for 03.
        let term = written.as_ref().and_then(|code| ExchangeStatus::from_name(&format!("{code:0>2}")));
        match (term, written) {
            (Some(term), Some(code)) => {
                status.insert("status", text(term.as_str()));
                if code != term.as_str() {
                    self.unusual(&path, element.line, &code);
                }
            }
            (None, Some(code)) => {
                status.remove("status");
                self.unreadable(&path, element.line, &code);
            }
            (_, None) => {}
        }
        let said = status.get("description").and_then(|node| node.value.as_text()).is_some_and(|text| !is_blank(text));
        if term.is_some_and(ExchangeStatus::needs_reason) && !said {
            self.missing(&format!("{}/Description", element.name), "Description", element.line);
        }
        self.once("status", element, status, |parts| &mut parts.status);
    }

    fn wrapper(&mut self, element: &Element) {
        let known = |name: &str| same(&element.name, name);
        if element.child("StatusCode").is_some() {
            return self.status(element);
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
                    self.report(DeviationKind::Unchecked, &element.name, element.line, vi.into(), en.into());
                }
            }
            () if WRAPPERS.iter().any(|name| known(name)) => {
                if let Some(content) = element.trimmed() {
                    let content = shorten(content);
                    let (vi, en) = (format!("Chữ thừa: «{content}»"), format!("Stray text: `{content}`"));
                    self.report(DeviationKind::Unknown, &element.name, element.line, vi, en);
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
            format!("{} appears again; the first one counts, not this one: `{content}`", element.name),
        );
        self.report(DeviationKind::Repeated, path, element.line, vi, en);
    }

    fn unreadable(&mut self, path: &str, line: u64, value: &str) {
        let value = shorten(value);
        let (vi, en) = (format!("Không đọc được «{value}»"), format!("`{value}` cannot be read"));
        self.report(DeviationKind::Unreadable, path, line, vi, en);
    }

    fn missing(&mut self, path: &str, name: &str, line: u64) {
        let (vi, en) = (format!("Thiếu {name}"), format!("{name} is missing"));
        self.report(DeviationKind::Missing, path, line, vi, en);
    }

    fn unusual(&mut self, path: &str, line: u64, value: &str) {
        let (vi, en) =
            (format!("Cách viết khác quy chuẩn: «{value}»"), format!("Not as the regulation writes it: `{value}`"));
        self.report(DeviationKind::Spelling, path, line, vi, en);
    }

    /// The fields of an element; all other content is reported.
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
                self.report(DeviationKind::Spelling, &here, child.line, vi, en);
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
            let is_given =
                element.children.iter().any(|child| same(&child.name, field.xml) && child.trimmed().is_some());
            if !is_given {
                self.missing(&here, field.xml, element.line);
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
            (Some(_), false) => self.unusual(path, element.line, value),
            (Some(_), true) => {}
        }
        read
    }
}

/// Equal apart from upper and lower case, and from the doubled letter of *Bussiness*.
fn same(a: &str, b: &str) -> bool {
    a == b || a.replace("Bussiness", "Business").eq_ignore_ascii_case(&b.replace("Bussiness", "Business"))
}

fn text(text: &str) -> Node {
    Value::Text(text.into()).into()
}

/// The beginning of a content, since an unknown element may contain a whole file.
fn shorten(content: &str) -> String {
    let mut words = content.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = words.char_indices().nth(200) {
        words.truncate(end);
        words.push('…');
    }
    words
}

/// A date, and whether it is written as `yyyy/MM/dd`.
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

/// An instant as RFC 3339 at UTC+7, and whether it is written as `yyyy/MM/dd HH:mm:ss`.
fn stamp(value: &str) -> Option<(String, bool)> {
    let zone = Zone::vietnam();
    if let Ok(instant) = Instant::parse(value) {
        return Some((zone.stamp(instant).to_string(), false));
    }
    let (day, _) = date(value)?;
    let time = value.split_once([' ', 'T']).map(|(_, time)| time.trim());
    // Without an offset, it is Vietnamese time.
    let clock = match time {
        None => "00:00:00".to_owned(),
        Some(time) => {
            let time = if time.find(':') == Some(1) { format!("0{time}") } else { time.to_owned() };
            if time.len() == 5 { format!("{time}:00") } else { time }
        }
    };
    let stamp = zone.stamp(Instant::parse(&format!("{day}T{clock}+07:00")).ok()?);
    let (year, month, date) = day.ymd();
    let usual = time.is_some_and(|time| time.len() == 8 && value == format!("{year:04}/{month:02}/{date:02} {time}"));
    Some((stamp.to_string(), usual))
}

/// The identifier of a file, which the list and the content both have.
fn file_id(file: &Map) -> String {
    let text = file.get("content_id").and_then(|node| node.value.as_text()).unwrap_or_default();
    text.strip_prefix("cid:").unwrap_or(text).to_owned()
}

/// The files of the list joined with their contents, in the order of the list.
fn attachments(references: Vec<Map>, contents: Vec<Map>, deviations: &mut Vec<Deviation>) -> Vec<Node> {
    let mut report = |id: &str, vi: &str, en: &str| {
        deviations.push(Deviation {
            kind: DeviationKind::Attachment,
            path: "AttachmentEncoded/Attachment".to_owned(),
            line: None,
            text: Text::new(format!("Tệp «{id}» {vi}"), format!("The file `{id}` {en}")),
        });
    };
    let listed = references.len();
    let mut contents: Vec<Option<Map>> = contents.into_iter().map(Some).collect();
    let mut places: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
    for (place, content) in contents.iter().enumerate() {
        places.entry(content.as_ref().map(file_id).unwrap_or_default()).or_default().push_back(place);
    }
    let mut files: Vec<(Map, Option<Map>)> = Vec::with_capacity(listed.max(contents.len()));
    for reference in references {
        let place = places.get_mut(&file_id(&reference)).and_then(VecDeque::pop_front);
        files.push((reference, place.and_then(|place| contents.get_mut(place)).and_then(Option::take)));
    }
    files.extend(contents.into_iter().flatten().map(|content| (content, None)));
    let mut seen = std::collections::BTreeSet::new();
    let mut joined = Vec::with_capacity(files.len());
    for (index, (mut file, content)) in files.into_iter().enumerate() {
        let own = file_id(&file);
        file.insert("content_id", text(&own));
        for (key, node) in content.into_iter().flat_map(Map::into_entries) {
            match file.get(&key) {
                None => file.insert(&key, node),
                Some(known) if &*key != "content_id" && known.value != node.value => {
                    let other = shorten(node.value.as_text().unwrap_or_default());
                    let (vi, en) = (
                        format!("ghi {key} khác danh mục: «{other}»"),
                        format!("gives another {key} than the list: `{other}`"),
                    );
                    report(&own, &vi, &en);
                }
                Some(_) => {}
            }
        }
        match file.get("content").and_then(|node| node.value.as_text()) {
            None => report(&own, "không kèm nội dung", "comes without its content"),
            Some(content) if !is_base64(content) => report(&own, "có nội dung không phải Base64", "is not in Base64"),
            Some(_) => {}
        }
        if index >= listed {
            report(&own, "kèm theo nhưng không có trong danh mục", "comes and is not listed");
        }
        if own.is_empty() {
            report(&own, "không có định danh", "has no identifier");
        } else if !seen.insert(own.clone()) {
            report(&own, "trùng định danh với tệp khác", "has the identifier of another one");
        }
        joined.push(Value::Map(file).into());
    }
    joined
}
