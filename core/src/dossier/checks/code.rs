//! Codes of procedures, dossiers and agencies.

pub(crate) use crate::base::ids::AgencyCode;
use crate::base::time::Date;
use crate::rule::{Kinds, Row, of_text};

pub(super) const ROWS: &[Row] = &[
    Row::new(
        "isProcedureCode",
        &[Kinds::TEXT],
        Kinds::TRUTH,
        ["{a} là mã thủ tục hợp lệ", "{a} is a sound code of a procedure"],
        |arguments, _| of_text(arguments, |text| Ok(is_procedure(text).into())),
    ),
    Row::new(
        "isDossierCode",
        &[Kinds::TEXT],
        Kinds::TRUTH,
        ["{a} là mã hồ sơ hợp lệ", "{a} is a sound code of a dossier"],
        |arguments, _| of_text(arguments, |text| Ok(DossierCode::parse(text).is_some().into())),
    ),
    Row::new(
        "isAgencyCode",
        &[Kinds::TEXT],
        Kinds::TRUTH,
        ["{a} là mã cơ quan hợp lệ", "{a} is a sound code of an agency"],
        |arguments, _| of_text(arguments, |text| Ok(AgencyCode::parse(text).is_some().into())),
    ),
    Row::new(
        "isBusinessLine",
        &[Kinds::TEXT],
        Kinds::TRUTH,
        ["{a} là mã ngành nghề hợp lệ", "{a} is a sound code of a line of business"],
        |arguments, _| of_text(arguments, |text| Ok(is_business_line(text).into())),
    ),
    Row::new(
        "isEmail",
        &[Kinds::TEXT],
        Kinds::TRUTH,
        ["{a} là địa chỉ thư điện tử hợp lệ", "{a} is a sound e-mail address"],
        |arguments, _| of_text(arguments, |text| Ok(is_email(text).into())),
    ),
];

/// Whether a text is the code of a procedure in the national database, such as `1.001193`.
pub(crate) fn is_procedure(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes, [b'1'..=b'3', b'.', rest @ ..] if rest.len() == 6 && rest.iter().all(u8::is_ascii_digit))
}

/// Whether a text is a business line of the fourth level (*ngành cấp bốn*, Decree 168/2025 art. 7).
pub(crate) fn is_business_line(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text can be an address for e-mail; whether it exists is known only once a message arrives.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let clean = |part: &str| !part.is_empty() && !part.chars().any(|char| char.is_whitespace() || char.is_control());
    text.len() <= 254
        && clean(local)
        && clean(domain)
        && !domain.contains('@')
        && domain.contains('.')
        && domain.split('.').all(|label| !label.is_empty())
}

/// The code of a dossier: agency, day of receipt, running number of that day (Circular 01/2018/TT-VPCP).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DossierCode {
    /// The agency.
    pub agency: AgencyCode,
    /// The day of receipt.
    pub received: Date,
    /// The running number of the day, from 1.
    pub number: u32,
}

impl DossierCode {
    /// Reads `000.00.19.H26-250630-0042` or `H26.19-250630-0042`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.rsplitn(3, '-');
        let (number, day, agency) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if number.len() != 4 || !digits(number) || day.len() != 6 || !digits(day) {
            return None;
        }
        let (year, month, day) = (day.get(..2)?, day.get(2..4)?, day.get(4..)?);
        let received = Date::from_text(&format!("20{year}-{month}-{day}"))?;
        let number = number.parse().ok().filter(|number| *number > 0)?;
        Some(Self { agency: AgencyCode::parse(agency)?, received, number })
    }
}

#[cfg(test)]
#[path = "tests/code.rs"]
mod tests;
