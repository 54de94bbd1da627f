//! The days of a week and their shifts, as a rulebook writes them.

use super::day::Shift;
use crate::base::error::{Code, Faults};
use crate::base::packed::{Packed, packed_as};
use crate::base::shape::{Cursor, Shape, deserialize_shapes};
use crate::base::time::Weekday;
use crate::base::value::Value;

/// No day has more shifts: one each half hour. A bound, since three centuries of days are compiled.
pub(crate) const MAX_SHIFTS: usize = 48;

/// The shifts of a day, in order and without overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub(crate) struct Shifts(pub Vec<Shift>);

/// The first two shifts that overlap.
fn overlap(shifts: &[Shift]) -> Option<(Shift, Shift)> {
    shifts.windows(2).find_map(|pair| match pair {
        [a, b] if b.from < a.to => Some((*a, *b)),
        _ => None,
    })
}

impl Shifts {
    /// The shifts, if they are already in order.
    fn in_order(shifts: Vec<Shift>) -> Option<Self> {
        let sound = shifts.len() <= MAX_SHIFTS && shifts.is_sorted() && overlap(&shifts).is_none();
        sound.then_some(Self(shifts))
    }
}

deserialize_shapes!(Shifts);

impl Shape for Shifts {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let mut shifts = Vec::<Shift>::read(at, faults)?;
        if shifts.len() > MAX_SHIFTS {
            let range = format!("0–{MAX_SHIFTS}");
            faults.push(at.fault(Code::OutOfRange).with("value", shifts.len()).with("range", range));
            return None;
        }
        shifts.sort_unstable();
        match overlap(&shifts) {
            None => Some(Self(shifts)),
            Some((first, second)) => {
                faults.push(at.fault(Code::ShiftsOverlap).with("first", first).with("second", second));
                None
            }
        }
    }
}

/// The shifts of each day of a week, from Monday.
#[derive(Clone, Debug, PartialEq, Eq, Packed)]
pub(crate) struct WeekDays(pub [Shifts; 7]);

deserialize_shapes!(WeekDays);

impl Shape for WeekDays {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let Value::Map(map) = &at.node.value else {
            return at.wrong_type("map", faults);
        };
        let mut days: [Option<Shifts>; 7] = Default::default();
        let mut sound = true;
        for (key, node) in map.iter() {
            let here = at.key(key, node);
            let shifts = Shifts::read(&here, faults);
            let (first, last) = key.split_once('-').unwrap_or((key, key));
            let ends = (Weekday::from_name(first), Weekday::from_name(last));
            let ((Some(first), Some(last)), Some(shifts)) = (ends, &shifts) else {
                if ends.0.is_none() || ends.1.is_none() {
                    let names = Weekday::NAMES;
                    let allowed = format!("{}, mon-fri", names.join(", "));
                    let fault = here.fault(Code::UnknownTerm).with("value", key).with("allowed", allowed);
                    faults.push(fault.suggest(key, names.iter().copied().chain(["mon-fri"])));
                }
                sound = false;
                continue;
            };
            if last < first {
                let (from, to) = (first, last);
                faults.push(here.fault(Code::DatesReversed).with("from", from).with("to", to));
                sound = false;
            }
            for (slot, (name, day)) in days.iter_mut().zip(Weekday::ALL) {
                if (first..=last).contains(day) && slot.replace(shifts.clone()).is_some() {
                    faults.push(here.fault(Code::DayTwice).with("day", name));
                    sound = false;
                }
            }
        }
        sound.then(|| Self(days.map(Option::unwrap_or_default)))
    }

    fn placeholder() -> Option<Self> {
        Some(Self(Default::default()))
    }
}

impl serde::Serialize for WeekDays {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Weekday::NAMES.iter().zip(&self.0))
    }
}

packed_as! {
    Shifts as Vec<Shift>: |shifts: &Self| shifts.0.clone(), Self::in_order, Self::default();
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for WeekDays {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "WeekDays".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let day = "(mon|tue|wed|thu|fri|sat|sun)";
        schemars::json_schema!({
            "type": "object",
            "patternProperties": {format!("^{day}(-{day})?$"): generator.subschema_for::<Shifts>()},
            "additionalProperties": false,
        })
    }
}
