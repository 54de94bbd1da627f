//! Codes of procedures, dossiers and agencies.

use crate::time::Date;

/// Whether a text is the code of a procedure in the national database, such as `1.001193`.
pub fn is_procedure(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes, [b'1'..=b'3', b'.', rest @ ..] if rest.len() == 6 && rest.iter().all(u8::is_ascii_digit))
}

/// Whether a text is a business line of the fourth level (*ngành cấp bốn*, Decree 168/2025 art. 7).
pub fn is_business_line(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text can be an address for e-mail; whether it exists only a message tells.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let clean = |part: &str| !part.is_empty() && !part.chars().any(|char| char.is_whitespace() || char.is_control());
    text.len() <= 254
        && clean(local)
        && clean(domain)
        && !domain.contains('@')
        && domain.contains('.')
        && domain.split('.').all(|label| !label.is_empty())
}

/// The code of an agency, its levels from the top: `H26`, `H26.19`.
///
/// Two spellings are alive: QCVN 102:2016 has the lowest level first and zeros for what is not used
/// (`000.00.19.H26`), Decision 20/2020/QĐ-TTg has the highest first (`H26.19`). Both read into the same code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AgencyCode {
    levels: Vec<String>,
}

impl AgencyCode {
    /// Reads either spelling.
    ///
    /// ```
    /// use namro::dossier::checks::code::AgencyCode;
    /// let old = AgencyCode::parse("000.00.19.H26").unwrap();
    /// assert_eq!(old, AgencyCode::parse("H26.19").unwrap());
    /// assert_eq!((old.to_string().as_str(), old.qcvn().unwrap().as_str()), ("H26.19", "000.00.19.H26"));
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > 35 {
            return None;
        }
        let mut groups: Vec<&str> = text.split('.').collect();
        let top = |group: &str| matches!(group.as_bytes(), [letter, a, b] if letter.is_ascii_uppercase() && a.is_ascii_digit() && b.is_ascii_digit());
        if !groups.first().is_some_and(|group| top(group)) {
            // The older spelling: 3, 2, 2 digits, then the top.
            let lengths: Vec<_> = groups.iter().map(|group| group.len()).collect();
            if lengths != [3, 2, 2, 3] || !groups.last().is_some_and(|group| top(group)) {
                return None;
            }
            groups.reverse();
            while groups.len() > 1 && groups.last().is_some_and(|group| group.bytes().all(|byte| byte == b'0')) {
                groups.pop();
            }
        }
        let lower = groups.iter().skip(1);
        let plain =
            |group: &&str| (2..=3).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_alphanumeric());
        lower.clone().all(plain).then(|| Self { levels: groups.iter().map(|group| (*group).to_owned()).collect() })
    }

    /// The levels, from the top.
    pub fn levels(&self) -> &[String] {
        &self.levels
    }

    /// The spelling of QCVN 102:2016; none where the code has more levels than it holds.
    pub fn qcvn(&self) -> Option<String> {
        let level = |at: usize, zeros: &str| self.levels.get(at).cloned().unwrap_or_else(|| zeros.to_owned());
        let out = [level(3, "000"), level(2, "00"), level(1, "00"), level(0, "")];
        let lengths: Vec<_> = out.iter().map(String::len).collect();
        (self.levels.len() <= 4 && lengths == [3, 2, 2, 3]).then(|| out.join("."))
    }
}

impl std::fmt::Display for AgencyCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.levels.join("."))
    }
}

/// The code of a dossier: agency, day of receipt, running number of that day (Circular 01/2018/TT-VPCP).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierCode {
    /// The agency.
    pub agency: AgencyCode,
    /// The day of receipt.
    pub received: Date,
    /// The running number of the day, from 1.
    pub number: u32,
}

impl DossierCode {
    /// Reads `000.00.19.H26-250630-0042` or `H26.19-250630-0042`.
    pub fn parse(text: &str) -> Option<Self> {
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
mod tests {
    use super::*;

    #[test]
    fn procedures_and_lines() {
        for good in ["1.001193", "2.001199", "3.000001", "1.115001"] {
            assert!(is_procedure(good), "{good}");
        }
        for bad in ["4.001193", "1001193", "1.01193", "1.0011930", "1.00119a", "1.001193.000.00.00.H26"] {
            assert!(!is_procedure(bad), "{bad}");
        }
        assert!(is_business_line("4741") && !is_business_line("47411") && !is_business_line("474a"));
        assert!(
            is_email("a@b.vn")
                && !is_email("a@b")
                && !is_email("a b@c.vn")
                && !is_email("a@b@c.vn")
                && !is_email("a@b..vn")
        );
    }

    #[test]
    fn agencies_in_both_spellings() {
        for (old, new) in [("000.00.00.H26", "H26"), ("000.01.01.H08", "H08.01.01"), ("001.02.03.G09", "G09.03.02.001")]
        {
            let code = AgencyCode::parse(old).unwrap();
            assert_eq!(code.to_string(), new);
            assert_eq!(AgencyCode::parse(new).unwrap(), code);
            assert_eq!(code.qcvn().as_deref(), Some(old));
        }
        for bad in ["", "26", "H2", "000.00.H26", "H26.", "H26.1", "h26", "000.00.00.H26.1"] {
            assert_eq!(AgencyCode::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn dossiers() {
        let code = DossierCode::parse("000.00.19.H26-250630-0042").unwrap();
        assert_eq!(
            (code.agency.to_string().as_str(), code.received.to_string().as_str(), code.number),
            ("H26.19", "2025-06-30", 42)
        );
        assert_eq!(DossierCode::parse("H26.19-250701-0001").unwrap().number, 1);
        for bad in ["H26-250230-0001", "H26-250630-1", "H26-250630-0000", "250630-0001", "H26-250630-00011"] {
            assert_eq!(DossierCode::parse(bad), None, "{bad}");
        }
    }
}
