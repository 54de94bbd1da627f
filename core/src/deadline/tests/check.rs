//! Tests of `check`.

use super::*;
use crate::base::value::parse_json;

#[test]
fn every_fault_of_a_limit() {
    let text = r#"{"statutory": "3 ngày làm việc", "committed": "7,5 ngày làm việc", "yellow": {"share": 120},
            "by": [{"when": "true"}, {"when": "true", "statutory": "1 tháng", "committed": "1 năm"}],
            "supplement": {"times": 0}, "shares": {"so": "2 ngày", "xa": "1,5 ngày"}}"#;
    let node = parse_json(text.as_bytes()).unwrap();
    let at = Cursor::root(&node, None);
    let mut faults = Faults::new();
    let spec = <LimitSpec as crate::base::shape::Shape>::read(&at, &mut faults).unwrap();
    spec.check(&at, &mut faults);
    let found: Vec<_> = faults.iter().map(|fault| (fault.code(), fault.place().pointer.clone().unwrap())).collect();
    assert_eq!(
        found,
        [
            (Code::PromiseLonger, "/committed".to_owned()),
            (Code::NoLimit, "/by/0".to_owned()),
            (Code::PromiseLonger, "/by/1/committed".to_owned()),
            (Code::OutOfRange, "/yellow".to_owned()),
            (Code::OutOfRange, "/supplement".to_owned()),
            (Code::SharesExceed, "/shares".to_owned()),
        ]
    );
    let shares = faults.iter().last().unwrap();
    assert_eq!(shares.text().vi, "phần của các cơ quan cộng lại là 3,5 ngày, quá thời hạn 3 ngày làm việc");
}

#[test]
fn what_cannot_be_compared_is_let_pass() {
    let compare = |a: &str, b: &str| compare(&Limit::parse(a).unwrap(), &Limit::parse(b).unwrap());
    assert_eq!(compare("20 giờ làm việc", "2 ngày làm việc"), None);
    assert_eq!(compare("30 ngày", "1 tháng"), None);
    assert_eq!(compare("2 tuần", "14 ngày"), Some(Ordering::Equal));
    assert_eq!(compare("2,5 ngày làm việc", "3 ngày làm việc"), Some(Ordering::Less));
}
