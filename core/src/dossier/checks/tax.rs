//! The tax code (*mã số thuế*), also the code of an enterprise: Circular 105/2020/TT-BTC art. 5 and Annex I.

use crate::rule::{Kinds, Row, of_text};

pub(super) const ROWS: &[Row] = &[Row::new(
    "isTaxCode",
    &[Kinds::TEXT],
    Kinds::TRUTH,
    ["{a} là mã số thuế hợp lệ", "{a} is a sound tax code"],
    |arguments, _| of_text(arguments, |text| Ok(TaxCode::parse(text).is_ok().into())),
)];

/// A tax code: ten digits, the last a check digit, and a branch where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TaxCode {
    base: u64,
    branch: Option<u16>,
}

/// Why a text is no tax code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Flaw {
    /// It is not ten digits, nor ten and three with or without a hyphen.
    #[error("it is neither ten digits nor ten digits and three of a branch")]
    Form,
    /// The check digit does not fit.
    #[error("the check digit does not fit")]
    CheckDigit,
    /// No check digit fits the first nine digits: such a number is never issued.
    #[error("no check digit fits the first nine digits, so it was never issued")]
    NeverIssued,
    /// The number or the branch is all zeros.
    #[error("the number or its branch is all zeros")]
    Zero,
}

const WEIGHTS: [u32; 9] = [31, 29, 23, 19, 17, 13, 7, 5, 3];

impl TaxCode {
    /// Reads a tax code.
    ///
    /// # Errors
    /// Why it is none.
    pub(crate) fn parse(text: &str) -> Result<Self, Flaw> {
        let (base, branch) = match (text.split_once('-'), text.len()) {
            (Some((base, branch)), _) => (base, Some(branch)),
            (None, 13) => text.split_at_checked(10).map(|(base, branch)| (base, Some(branch))).ok_or(Flaw::Form)?,
            (None, _) => (text, None),
        };
        let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(base, 10) || branch.is_some_and(|branch| !digits(branch, 3)) {
            return Err(Flaw::Form);
        }
        let mut values = base.bytes().map(|byte| u32::from(byte - b'0'));
        let sum: u32 = WEIGHTS.iter().zip(&mut values).map(|(weight, digit)| weight * digit).sum();
        match (10u32.checked_sub(sum % 11), values.next()) {
            _ if sum.is_multiple_of(11) => return Err(Flaw::NeverIssued),
            (Some(check), Some(last)) if check == last => {}
            _ => return Err(Flaw::CheckDigit),
        }
        let branch = branch.and_then(|branch| branch.parse().ok());
        if base.get(2..9) == Some("0000000") || branch == Some(0) {
            return Err(Flaw::Zero);
        }
        Ok(Self { base: base.parse().map_err(|_| Flaw::Form)?, branch })
    }
}

impl std::fmt::Display for TaxCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:010}", self.base)?;
        self.branch.map_or(Ok(()), |branch| write!(f, "-{branch:03}"))
    }
}

#[cfg(test)]
#[path = "tests/tax.rs"]
mod tests;
