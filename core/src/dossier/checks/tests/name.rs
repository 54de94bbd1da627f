//! Tests of `name`.

use super::*;
use crate::base::text::{nfc, nfd};

#[test]
fn names_start_with_whole_words() {
    assert!(starts_with("CÔNG TY TNHH Sao Mai", "Công ty TNHH"));
    assert!(!starts_with("Lêng A", "Lê") && !starts_with("Lê", "Lê"));
}

#[test]
fn names_are_the_same_or_similar() {
    assert!(same("NGUYỄN  Thị Hồng", "Nguyễn Thị Hồng"));
    assert!(!same("Hoà", "Hòa") && similar("Hoà", "Hòa"));
}

#[test]
fn names() {
    for good in [
        "Đặng Thị Bưởi",
        "Y Moan",
        "H'Hen",
        "Nguyễn",
        "Jơ Wăn",
        "Lê-Na",
        "H'Dlơ\u{306} Niê",
        "Y Čih Ñă Ƀuôn",
        "Krông Ê̆ Ŭ̃",
    ] {
        assert!(is_person_name(good), "{good}");
        assert!(is_person_name(&nfd(good)), "{good}");
    }
    for bad in [
        "\u{306}An",
        "Ðặng Thị Bưởi",
        "Ɖỗ Thử",
        "Ɗỗ Thử",
        "ɖỗ",
        "Łucja",
        "Søren",
        "Müller",
        "Ďo",
        "Ąn",
        "Đỗ\u{301}\u{300} A",
        "Ña\u{328}",
        "Đ\u{306}a",
        "Иван",
        "山田",
        "",
        " ",
        "An 2",
        "A@b",
        "-An",
        "Nguyễn\u{200b}An",
        &"a".repeat(101),
    ] {
        assert!(!is_person_name(bad), "{bad}");
    }
}

/// Of all letters, those alone that Vietnamese and the minorities' alphabets are written with may be in a name.
#[test]
fn no_other_letter_is_one_of_a_name() {
    let marks = ["", "\u{302}", "\u{306}", "\u{31b}"];
    let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
    let mut known: std::collections::HashSet<String> =
        ["Đ", "đ", "Ƀ", "ƀ", "č", "Č", "ñ", "Ñ"].map(str::to_owned).into();
    for vowel in "aeiouyAEIOUY".chars() {
        for (mark, tone) in marks.iter().flat_map(|mark| tones.iter().map(move |tone| (mark, tone))) {
            known.insert(nfc(&format!("{vowel}{mark}{tone}")).into_owned());
        }
    }
    for letter in ('\u{80}'..='\u{ffff}').filter(|char| char.is_alphabetic()) {
        let fits = is_person_name(&format!("A{letter}a"));
        // A letter that Unicode itself takes for one of these, such as the sign of the kelvin, is that letter.
        let letter = nfc(&letter.to_string()).into_owned();
        assert!(!fits || letter.is_ascii() || known.contains(&letter), "{letter}");
    }
    for letter in "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ".chars()
    {
        assert!(is_person_name(&letter.to_string()) && is_person_name(&letter.to_uppercase().to_string()), "{letter}");
    }
}

#[test]
fn comparison() {
    let name = "Nguyễn Thị Hồng";
    assert!(same(name, &nfd(name)));
    assert!(!same(name, "Nguyen Thi Hong"));
    assert!(similar("Thuý Hoà", "Thúy Hòa") && !same("Thuý Hoà", "Thúy Hòa"));
    assert!(similar("Quý", "Quý") && !similar("Quý", "Qúy"));
    assert!(!similar("Toán", "Toàn"));
}

proptest::proptest! {
    /// What is not read to its end compares as what is.
    #[test]
    fn names_that_part(
        a in "[aAeEoOuUyYđĐăơƠưƯòÒóàÀạẠếẾTtv1 -]{0,4}\u{300}?[àaoê ]{0,2}",
        b in "[aAeEoOuUyYđĐăơƠưƯòÒóàÀạẠếẾTtv1 -]{0,4}\u{300}?[àaoê ]{0,2}",
    ) {
        proptest::prop_assert_eq!(same(&a, &b), fold(&a) == fold(&b));
        proptest::prop_assert_eq!(similar(&a, &b), old_style(&fold(&a)) == old_style(&fold(&b)));
        proptest::prop_assert!(same(&a, &a.to_uppercase()) && similar(&a, &nfd(&a)));
    }
}

#[test]
fn every_pair_of_the_two_styles() {
    let old = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"];
    let new = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"];
    for (at, one) in old.iter().enumerate() {
        for (other_at, other) in new.iter().enumerate() {
            // As a word of its own, within a name, in capitals, and typed in parts.
            for (a, b) in [
                (format!("h{one}"), format!("h{other}")),
                (format!("Lê {one} An"), format!("lê {other} an")),
                (format!("TH{}-X", one.to_uppercase()), nfd(&format!("th{other}-x")).into_owned()),
            ] {
                assert_eq!(similar(&a, &b), at == other_at, "{a} {b}");
                assert_eq!(similar(&b, &a), at == other_at, "{b} {a}");
                assert!(!same(&a, &b), "{a} {b}");
            }
        }
        // Within a syllable there is one style, and another tone is another name.
        let inside = format!("h{one}n");
        assert!(!similar(&inside, &format!("h{}n", new[at])), "{inside}");
        assert!(!similar(&format!("h{one}"), &format!("h{}", old[(at + 1) % old.len()])));
    }
    // What bears no tone mark, or the mark of another letter, differs.
    for (a, b) in [("hoa", "hòa"), ("hòa", "hỏa"), ("Quý", "Qúy"), ("mùa", "muà"), ("mía", "miá"), ("Hoè", "Huề")]
    {
        assert!(!similar(a, b), "{a} {b}");
    }
}
