//! `serde::Deserialize` for all shapes, through their own reader.

use super::{Cursor, Shape};
use crate::base::error::Faults;
use crate::base::value::gather;
use serde::Deserializer;
use serde::de::Error;

/// Reads a shape from any self-describing format; the error lists every fault with its pointer.
pub(crate) fn deserialize<'de, T: Shape, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut faults = Faults::new();
    let node = gather(deserializer, &mut faults)?;
    let value = T::read(&Cursor::root(&node, None), &mut faults);
    faults.into_result(value).map_err(D::Error::custom)
}

/// `Deserialize` for shapes whose reader is written by hand.
macro_rules! deserialize_shapes {
    ($($type:ty),+ $(,)?) => {$(
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::base::shape::deserialize(deserializer)
            }
        }
    )+};
}
pub(crate) use deserialize_shapes;
