//! The fields of a struct while it is read.

use super::cursor::Cursor;
use super::read::Shape;
use crate::base::error::Faults;

/// The destination of a value: it holds the default, if there is one, until a value is read.
///
/// The fields of all structs are read by one loop over such slots; separate code for each field of each struct would be
/// too large for a browser.
pub(crate) trait Slot {
    /// Reads the value at a place; `false` if it cannot be read.
    fn read(&mut self, at: &Cursor<'_>, faults: &mut Faults) -> bool;
    /// Takes the value of an absent field; `false` if the field is required.
    fn leave_out(&mut self) -> bool;
    /// Takes the placeholder for a missing value.
    fn placeholder(&mut self);
}

/// A field's name and slot.
pub(crate) type Field<'a> = (&'static str, &'a mut dyn Slot);

impl<T: Shape> Slot for Option<T> {
    fn read(&mut self, at: &Cursor<'_>, faults: &mut Faults) -> bool {
        let read = T::read(at, faults);
        let can_be_read = read.is_some();
        match read {
            None => self.placeholder(),
            read => *self = read,
        }
        can_be_read
    }

    fn leave_out(&mut self) -> bool {
        if self.is_none() {
            *self = T::missing();
        }
        self.is_some()
    }

    fn placeholder(&mut self) {
        if self.is_none() {
            *self = T::placeholder();
        }
    }
}

/// Fills all fields with their placeholders.
pub(crate) fn placeholder(fields: &mut [Field<'_>]) -> Option<()> {
    fields.iter_mut().for_each(|(_, slot)| slot.placeholder());
    Some(())
}
