//! Times as texts: `FromStr`, and the JSON Schema of each kind.

use super::date::Date;
use super::instant::Instant;
#[cfg(feature = "schema")]
use super::seconds::Seconds;
use super::stamp::Stamp;
use super::zone::Zone;
use crate::base::error::Error;

macro_rules! from_str {
    ($($type:ty),+) => {$(
        impl std::str::FromStr for $type {
            type Err = Error;
            fn from_str(text: &str) -> Result<Self, Error> {
                Self::parse(text)
            }
        }
    )+};
}

from_str!(Date, Instant, Stamp, Zone);

macro_rules! text_schema {
    ($($type:ty: $name:literal, $schema:tt;)+) => {$(
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    )+};
}

text_schema! {
    Date: "Date", {"type": "string", "format": "date"};
    Instant: "Instant", {"type": "string", "format": "date-time", "description": "RFC 3339 with its offset"};
    Stamp: "Stamp", {"type": "string", "format": "date-time", "description": "RFC 3339 in the zone of the office"};
    Seconds: "Seconds", {"type": "integer", "description": "Whole seconds"};
    Zone: "Zone", {"type": "string", "pattern": "^(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)$"};
}
