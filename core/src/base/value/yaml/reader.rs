//! Builds the tree from the events of the parser.

use super::scalar::{is_word, read_as, scalar};
use super::{recover, typography};
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::value::{Gap, MAX_DEPTH, Map, Node, Value};
use saphyr_parser::{Event, Parser, ScalarStyle, Span};

/// Reads one YAML document; anchors, tags and several documents in one text are refused.
///
/// # Errors
/// [`Code::Syntax`], [`Code::Typography`], [`Code::DuplicateKey`], [`Code::TooDeep`], [`Code::NumberTooLarge`],
/// [`Code::UnquotedText`], each with line and column; only the first is returned.
#[cfg(any(test, feature = "rulebooks-vn"))]
pub(crate) fn parse_yaml(text: &str) -> Result<Node, Error> {
    let mut faults = Faults::new();
    let (node, _) = gather_yaml(text, &mut faults);
    match faults.iter().next() {
        None => Ok(node),
        Some(first) => Err(first.clone()),
    }
}

/// Reads one YAML document, reports all its faults and goes on: a line that cannot be read is left out together with
/// the lines indented beneath it. Also returns what was left out.
pub(crate) fn gather_yaml(text: &str, faults: &mut Faults) -> (Node, Vec<Gap>) {
    let plain = typography::plain(text, faults);
    match read(&plain) {
        Ok((node, found)) => {
            faults.extend(found);
            (node, Vec::new())
        }
        Err(error) => recover::recover(&plain, error, faults),
    }
}

/// The tree of a text, and the faults despite which it could be built.
pub(super) fn read(text: &str) -> Result<(Node, Faults), Error> {
    let mut reader = Reader { events: Parser::new_from_str(text), faults: Faults::new() };
    let mut root = None;
    while let Some((event, span)) = reader.next()? {
        match event {
            Event::DocumentStart(_) if root.is_some() => {
                // The rest is another document, whose keys are not duplicates of these.
                reader.report("a second document", span);
                break;
            }
            Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing => {}
            Event::StreamEnd => break,
            event => root = Some(reader.node(event, span, 0)?),
        }
    }
    Ok((root.unwrap_or_else(|| Value::Null.into()), reader.faults))
}

fn place(span: Span) -> Place {
    Place::position(span.start.line() as u64, span.start.col() as u64 + 1)
}

struct Reader<'a> {
    events: Parser<'a, saphyr_parser::StrInput<'a>>,
    faults: Faults,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<Option<(Event<'a>, Span)>, Error> {
        self.events.next().transpose().map_err(|error| {
            let mark = error.marker();
            // The parser has a limit of its own for brackets within brackets.
            let fault = match error.info() {
                "recursion limit exceeded" => Error::new(Code::TooDeep).with("limit", MAX_DEPTH),
                reason => Error::new(Code::Syntax).with("reason", reason),
            };
            fault.at(Place::position(mark.line() as u64, mark.col() as u64 + 1))
        })
    }

    fn report(&mut self, reason: &str, span: Span) {
        self.faults.push(Error::new(Code::Syntax).with("reason", reason).at(place(span)));
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Node, Error> {
        let refuse = |reason| Err(Error::new(Code::Syntax).with("reason", reason).at(place(span)));
        if depth > MAX_DEPTH {
            return Err(Error::new(Code::TooDeep).with("limit", MAX_DEPTH).at(place(span)));
        }
        let (anchored, tagged) = match &event {
            Event::Scalar(_, _, anchor, tag) | Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => {
                (*anchor != 0, tag.is_some())
            }
            _ => (false, false),
        };
        if anchored {
            self.report("anchors are not supported", span);
        }
        if tagged {
            self.report("tags are not supported", span);
        }
        let value = match event {
            Event::Alias(_) => {
                self.report("aliases are not supported", span);
                Value::Null
            }
            Event::Scalar(text, style, ..) => self.scalar(&text, style, span),
            Event::SequenceStart(..) => {
                let mut list = Vec::new();
                loop {
                    match self.next()? {
                        Some((Event::SequenceEnd, _)) => break Value::List(list),
                        Some((event, span)) => list.push(self.node(event, span, depth + 1)?),
                        None => return refuse("the document ends too early"),
                    }
                }
            }
            Event::MappingStart(..) => {
                let mut entries = Vec::new();
                loop {
                    match self.next()? {
                        Some((Event::MappingEnd, _)) => break Value::Map(Map::gather(entries, &mut self.faults)),
                        Some((Event::Scalar(key, style, ..), key_span)) => {
                            let plain = style == ScalarStyle::Plain;
                            // A code used as a key needs quotes too: other readers lose its trailing zero.
                            if !matches!(self.scalar(&key, style, key_span), Value::Text(_)) {
                                let fault = Error::new(Code::UnquotedText).with("value", &key);
                                self.faults.push(fault.with("read_as", read_as(&key)).at(place(key_span)));
                            }
                            let Some((event, span)) = self.next()? else {
                                return refuse("the document ends too early");
                            };
                            let mut node = self.node(event, span, depth + 1)?;
                            let at = Node::at(key_span);
                            if plain && key == "<<" {
                                self.report("merge keys are not supported", key_span);
                                continue;
                            }
                            let joined = key.split_once(':').filter(|(name, _)| plain && is_word(name));
                            if let (Some((name, value)), Value::Null) = (joined, &node.value) {
                                // In YAML `{id:a}` is a key without a value, which nobody means.
                                self.report("expected a space after the colon", key_span);
                                node.value = self.scalar(value, style, key_span);
                                (node.line, node.column) = at;
                                entries.push((name.into(), node));
                                continue;
                            }
                            if matches!(node.value, Value::Null) || node.line > at.0 {
                                // An empty value has no place of its own; a block begins with its key.
                                (node.line, node.column) = at;
                            }
                            entries.push((key.into(), node));
                        }
                        Some((_, span)) => {
                            return Err(Error::new(Code::Syntax)
                                .with("reason", "a key must be a plain string")
                                .at(place(span)));
                        }
                        None => return refuse("the document ends too early"),
                    }
                }
            }
            _ => return refuse("expected a value"),
        };
        let (line, column) = Node::at(span);
        Ok(Node { value, line, column })
    }

    /// A value that would be read differently from what was meant is reported and taken as the intended string.
    fn scalar(&mut self, text: &str, style: ScalarStyle, span: Span) -> Value {
        scalar(text, style).unwrap_or_else(|error| {
            let number = error.code() == Code::NumberTooLarge;
            self.faults.push(error.at(place(span)));
            // It was meant as a number: that it is none would be a second fault.
            if number { Value::Integer(0) } else { Value::Text(text.into()) }
        })
    }
}

impl Node {
    fn at(span: Span) -> (u32, u32) {
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        (narrow(span.start.line()), narrow(span.start.col()).saturating_add(1))
    }
}
