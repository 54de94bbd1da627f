//! Exact numbers: decimals, as data and rules write them, and fractions, as scores divide them. An operation whose result
//! cannot be held has none; nothing is ever rounded unless rounding was asked for.

mod decimal;
mod rational;
#[cfg(test)]
mod tests;

pub use decimal::Decimal;
pub(crate) use decimal::Short;
pub use rational::Rational;
pub(crate) use rational::Whole;
