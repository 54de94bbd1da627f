//! Codes of agencies (*mã định danh*).

/// The code of an agency, with its levels from the top: `H26`, `H26.19`.
///
/// Two spellings are in use: QCVN 102:2016 writes the lowest level first and zeros for unused levels (`000.00.19.H26`),
/// Decision 20/2020/QĐ-TTg the highest level first (`H26.19`). Both are read as the same code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct AgencyCode {
    levels: Vec<String>,
}

impl AgencyCode {
    /// Reads either spelling.
    pub(crate) fn parse(text: &str) -> Option<Self> {
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
}

impl std::fmt::Display for AgencyCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.levels.join("."))
    }
}

#[cfg(test)]
#[path = "tests/agency.rs"]
mod tests;
