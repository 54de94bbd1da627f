use super::*;
use crate::base::text::nfd;
use proptest::prelude::*;

#[test]
fn symbols_of_each_family() {
    for (text, kind) in [
        ("01/CT-UBND", Some(Kind::Directive)),
        ("05/TB-UBND", Some(Kind::Notice)),
        ("15/SKHĐT-VP", Some(Kind::OfficialLetter)),
        ("12729/VPCP-KGVX", Some(Kind::OfficialLetter)),
        ("1383/QĐ-BNV", Some(Kind::Decision)),
        ("20/QĐ-TTg", Some(Kind::Decision)),
        ("07/TTr-STC", Some(Kind::Submission)),
        ("02/QyĐ-UBND", Some(Kind::Rule)),
        ("30/KH-BCĐ389", Some(Kind::Plan)),
        ("30/2020/NĐ-CP", None),
        ("59/2020/QH14", None),
        ("128/2025/QĐ-UBND", None),
        ("335/2025/NĐ-CP", None),
        ("66.7/2025/NQ-CP", None),
        ("66.18/2026/NQ-CP", None),
        ("01/2020/TT-BTP", None),
        ("02/2026/TTLT-BTP-BNV", None),
        ("29/2026/VBHN-NĐ-BTC", None),
        ("03/VBHN-VPQH", None),
        ("26/2005/PL-UBTVQH11", None),
        ("91/2015/QH13", None),
        ("326/2016/UBTVQH14", None),
        ("123-QĐ/TW", None),
        ("3814-QĐ/TU", None),
        ("80-NQ/TW", None),
        ("11014-CV/VPTW/nb", None),
        ("05/SY-UBND", None),
        ("06/TrS-VP", None),
    ] {
        let symbol = Symbol::parse(text).unwrap();
        assert_eq!((symbol.kind(), symbol.to_string().as_str()), (kind, text), "{symbol:?}");
        assert_eq!(symbol.misspelt(), None, "{text}");
    }
    assert!(matches!(Symbol::parse("05/SY-UBND").unwrap().form, Form::Copy { kind: CopyKind::Duplicate, .. }));
}

#[test]
fn numbers_have_their_leading_zero() {
    for (text, printed) in [
        ("Số: 1/QĐ-UBND", "01/QĐ-UBND"),
        ("số 5/TB-UBND", "05/TB-UBND"),
        ("SỐ : 9/TB-UBND", "09/TB-UBND"),
        ("10/TB-UBND", "10/TB-UBND"),
        ("007/TB-UBND", "07/TB-UBND"),
        ("100/TB-UBND", "100/TB-UBND"),
    ] {
        assert_eq!(Symbol::parse(text).unwrap().to_string(), printed);
    }
    let decomposed = nfd("01/QĐ-UBND");
    assert_eq!(Symbol::parse(&decomposed), Symbol::parse("01/QĐ-UBND"));
}

#[test]
fn what_is_no_symbol() {
    for (code, texts) in [
        (
            Code::SymbolNumber,
            &["", "QĐ-UBND", "0/QĐ-UBND", "00/QĐ-UBND", "1.0/QĐ-UBND", "1.2.3/QĐ-UBND", "1234567/QĐ-UBND"][..],
        ),
        (
            Code::BadSymbol,
            &[
                "1",
                "1/",
                "1/QĐ",
                "1/SY",
                "1/-UBND",
                "1/QĐ-",
                "1/25/NĐ-CP",
                "1/2025/XX-CP",
                "1/2025/QH",
                "1/2025/QH0",
                "1-QĐ",
                "1-/TU",
                "1-QĐ/",
                "1-QĐ/TU/",
                "1/QĐ-UB<ND>",
            ],
        ),
        (
            Code::MisspeltSymbol,
            &[
                "1/qđ-UBND",
                "1/QĐ - UBND",
                "1/2020/ND-CP",
                "1–QĐ/TU",
                "1\\QĐ-UBND",
                "1/QÐ-UBND",
                "1/QĐ-UBND.",
                "1/UBND-vp",
            ],
        ),
        (Code::TooLarge, &[&format!("1/QĐ-{}", "A".repeat(100))]),
    ] {
        for bad in texts {
            assert_eq!(Symbol::parse(bad).unwrap_err().code(), code, "{bad}");
        }
    }
}

#[test]
fn accents_are_hinted_at() {
    for (text, hint) in [
        ("01/QD-UBND", Some("QĐ")),
        ("01/TTR-STC", Some("TTr")),
        ("01/QYĐ-UBND", Some("QyĐ")),
        ("01/CTR-UBND", Some("CTr")),
        ("01/Sy-UBND", Some("SY")),
        ("123-QD/TW", Some("QĐ")),
        ("20/QĐ-TTG", Some("TTg")),
        ("01/SKHĐT-VP", None),
        ("01-KHPH/TW", None),
    ] {
        let symbol = Symbol::parse(text).unwrap();
        assert_eq!(symbol.misspelt().map(|(_, known)| known), hint, "{text}");
    }
    for (text, hint) in [
        ("30/2020/ND-CP", "30/2020/NĐ-CP"),
        ("01/QĐ – UBND", "01/QĐ-UBND"),
        ("1/2020/qđ-TTg", "01/2020/QĐ-TTg"),
        ("12/QÐ-UBND", "12/QĐ-UBND"),
        ("12/tb-ubnd", "12/TB-UBND"),
        ("12-QĐ-UBND", "12/QĐ-UBND"),
        ("12/QĐ/UBND", "12/QĐ-UBND"),
        ("80/NQ/TW", "80-NQ/TW"),
        ("12-qđ/tu", "12-QĐ/TU"),
        ("１２/QĐ-UBND\u{200b}", "12/QĐ-UBND"),
    ] {
        let help = Symbol::parse(text).unwrap_err().help().unwrap();
        assert!(help.en.contains(hint), "{text}: {}", help.en);
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,40}") {
        if let Ok(symbol) = Symbol::parse(&text) {
            prop_assert_eq!(Symbol::parse(&symbol.to_string()).unwrap(), symbol);
        }
    }

    #[test]
    fn what_is_printed_is_read_back(
        number in 1u32..=999_999,
        kind in 0usize..29,
        agency in "[A-ZĐ]{1,6}",
    ) {
        let (_, kind) = Kind::ALL[kind];
        prop_assume!(kind.abbreviation().is_some());
        let symbol = Symbol { number, part: None, form: Form::Named { kind, agency } };
        prop_assert_eq!(Symbol::parse(&symbol.to_string()).unwrap(), symbol);
    }
}
