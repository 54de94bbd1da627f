//! Tests of `status`.

use super::*;

fn walk(codes: &[&str]) -> Result<Exchange, Code> {
    codes.iter().try_fold(Exchange::SENT, |exchange, code| {
        exchange.next(ExchangeStatus::from_name(code).unwrap(), true).map_err(|error| error.code())
    })
}

#[test]
fn documents_go_forward_independently_of_recalls() {
    for good in [
        &["01", "03", "04", "05", "06"][..],
        &["01", "03", "05", "06"],
        &["01", "03", "13", "04", "16", "13", "15"],
        &["13", "01", "15"],
        &["01", "02"],
    ] {
        assert!(walk(good).is_ok(), "{good:?}");
    }
    for bad in [
        &["03"][..],
        &["01", "04"],
        &["01", "02", "03"],
        &["01", "02", "13"],
        &["01", "15"],
        &["01", "13", "13"],
        &["01", "03", "05", "06", "05"],
        &["13", "15", "01"],
    ] {
        assert_eq!(walk(bad), Err(Code::BadExchange), "{bad:?}");
    }
    assert_eq!(
        Exchange::SENT.next(Arrived, false).unwrap().next(Refused, false).unwrap_err().code(),
        Code::ReasonMissing
    );
}
