//! Time zones as a rulebook writes them.

use crate::base::error::Faults;
use crate::base::packed::Packed;
use crate::base::shape::{Cursor, Shape, deserialize_shapes};
use crate::base::time::{Instant, Stamp, Zone};
use crate::base::value::{Node, Value};
use serde::Serialize;

/// A time zone as a rulebook writes it: `+07:00`, a name of the IANA database, or a first offset and its changes. A
/// name is replaced by its table when the rulebook is compiled, and is hashed as such, so that a later edition of the
/// database never moves a due unnoticed.
#[derive(Clone, Debug, PartialEq, Eq, Packed)]
pub struct ZoneSpec(pub Zone);

/// The changes of a zone's offset.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ZoneTable {
    /// The offset before the first change.
    pub first: Zone,
    /// The changes, in order of time.
    pub changes: Vec<ZoneChange>,
}

/// One change of offset.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ZoneChange {
    /// The instant of the change.
    pub at: Stamp,
    /// The offset from this instant on.
    pub offset: Zone,
}

deserialize_shapes!(ZoneSpec);

impl From<Zone> for ZoneSpec {
    fn from(zone: Zone) -> Self {
        Self(zone)
    }
}

impl Shape for ZoneSpec {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        if !matches!(at.node.value, Value::Map(_)) {
            return at.text(faults).and_then(|text| at.keep(Zone::named(text), faults)).map(Self);
        }
        let table = ZoneTable::read(at, faults)?;
        let offset = |zone: &Zone| zone.fixed_offset().unwrap_or_default();
        let changes = table.changes.iter().map(|change| (change.at.at, offset(&change.offset))).collect();
        Some(Self(Zone::with_transitions(offset(&table.first), changes)))
    }
}

impl ZoneSpec {
    /// Replaces each name of the IANA database by its table, wherever a rulebook may have a zone. A name without a
    /// table stays, and its reader reports it.
    pub(crate) fn write_out(rulebook: &mut Node) {
        for part in ["calendars", "mappings"] {
            let Some(Value::Map(entries)) = rulebook.get_mut(part).map(|node| &mut node.value) else { continue };
            for node in entries.iter_mut().filter_map(|(_, entry)| entry.get_mut("zone")) {
                let named = node.value.as_text().filter(|text| Zone::parse(text).is_err());
                if let Some(zone) = named.and_then(|name| Zone::named(name).ok()) {
                    node.value = Self(zone).value();
                }
            }
        }
    }

    /// The offset and its changes.
    pub fn table(&self) -> ZoneTable {
        let change = |(at, offset): &(Instant, i32)| ZoneChange {
            at: Stamp { at: *at, offset: 0 },
            offset: Zone::fixed(*offset),
        };
        let first = Zone::fixed(self.0.offset_at(Instant::MIN));
        ZoneTable { first, changes: self.0.transitions().iter().map(change).collect() }
    }

    /// As a rulebook writes it.
    fn value(&self) -> Value {
        let text = |zone: &dyn std::fmt::Display| Value::Text(zone.to_string().into());
        let ZoneTable { first, changes } = self.table();
        if changes.is_empty() {
            return text(&first);
        }
        let changes = changes.iter().map(|ZoneChange { at, offset }| {
            Value::Map([("at", text(at)), ("offset", text(offset))].into_iter().collect()).into()
        });
        Value::Map([("first", text(&first)), ("changes", Value::List(changes.collect()))].into_iter().collect())
    }
}

impl serde::Serialize for ZoneSpec {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ZoneSpec {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ZoneSpec".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (fixed, table) = (generator.subschema_for::<Zone>(), generator.subschema_for::<ZoneTable>());
        let name = schemars::json_schema!({"type": "string", "pattern": "^[A-Za-z]", "description": "A name of the IANA database"});
        schemars::json_schema!({"anyOf": [fixed, name, table]})
    }
}
