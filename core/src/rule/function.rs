//! Functions that an expression may call.

use super::calculate::Val;
use super::context::Context;
use super::reason::Reason;
use crate::base::packed::{Packed, Packer, Unpacker};

/// A function of a library: pure, total, and cheap for texts of the size that a form allows.
#[derive(Debug)]
pub struct Function {
    /// Its name in expressions.
    pub name: &'static str,
    /// How many arguments it takes.
    pub arity: usize,
    /// Whether it says yes or no, and may stand by itself as a condition.
    pub truth: bool,
    /// What it does.
    pub(crate) call: Call,
}

/// What a function does with its arguments.
type Call = for<'a> fn(&[Val<'a>], &Context<'a>) -> Result<Val<'a>, Reason>;

impl Function {
    /// A function that gives a value.
    pub(crate) const fn value(name: &'static str, arity: usize, call: Call) -> Self {
        Self { name, arity, truth: false, call }
    }

    /// A function that says yes or no.
    pub(crate) const fn test(name: &'static str, arity: usize, call: Call) -> Self {
        Self { name, arity, truth: true, call }
    }
}

/// Functions by name, in several tables.
#[derive(Clone, Copy, Debug)]
pub struct Library(pub &'static [&'static [Function]]);

impl Library {
    /// The functions of a name; they differ in how many arguments they take.
    pub fn get(&self, name: &str) -> impl Iterator<Item = &'static Function> {
        self.0.iter().copied().flatten().filter(move |function| function.name == name)
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().copied().flatten().map(|function| function.name)
    }
}

/// Stands where a name is none.
const NONE: Function = Function::value("", 0, |_, _| Err(Reason::WrongType));

impl Packed for &'static Function {
    fn pack(&self, to: &mut Packer) {
        (Box::<str>::from(self.name), self.arity).pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let (name, arity): (Box<str>, usize) = Packed::unpack(from);
        let library = from.library.downcast_ref::<Library>();
        let function = library.and_then(|library| library.get(&name).find(|function| function.arity == arity));
        from.or(function, &NONE)
    }
}

/// What a function of one argument does with it.
pub(super) fn of_one<'a>(
    arguments: &[Val<'a>],
    f: impl Fn(&Val<'a>) -> Result<Val<'a>, Reason>,
) -> Result<Val<'a>, Reason> {
    arguments.first().map_or(Err(Reason::WrongType), f)
}

/// A place in a text or a list: a whole number from 0.
pub(super) fn index(val: &Val<'_>) -> Result<usize, Reason> {
    let number = val.number()?.to_integer().ok_or(Reason::WrongType)?;
    usize::try_from(number).map_err(|_| Reason::WrongType)
}
