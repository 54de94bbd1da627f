//! Codes of procedures that a spreadsheet or a portal spoiled.

/// The national code of a procedure (*mã thủ tục hành chính*) in a cell: one digit, a point and six digits, such as
/// `1.001190`. A spreadsheet that took it for a number dropped the last zeros or wrote a comma; a portal appends the code
/// of the agency: `1.001193.000.00.00.H01`. `None` if the cell is the code already, or something else.
pub(super) fn national(cell: &str) -> Option<String> {
    let (group, rest) = cell.split_once(['.', ','])?;
    if !matches!(group.as_bytes(), [b'1'..=b'9']) {
        return None;
    }
    let number = rest.split('.').next()?;
    let suffixed = number.len() < rest.len();
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    match number.len() {
        6 if digits && suffixed => Some(format!("{group}.{number}")),
        6 if digits && cell.contains(',') => Some(format!("{group}.{number}")),
        // Fewer than three digits are rather a number of a list than a code.
        3..6 if digits && !suffixed => Some(format!("{group}.{number:0<6}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::national;

    #[test]
    fn spoiled_codes() {
        for (cell, expected) in [
            ("1.001193.000.00.00.H01", Some("1.001193")),
            ("1.00119", Some("1.001190")),
            ("2,0016", Some("2.001600")),
            ("1,001193", Some("1.001193")),
            ("1.001193", None),
            ("1.2", None),
            ("10.001193", None),
            ("TTHC-01", None),
            ("1.0011x", None),
        ] {
            assert_eq!(national(cell).as_deref(), expected, "{cell}");
        }
    }
}
