//! Tests of `words`.

use super::*;

fn read(text: &str) -> (String, String) {
    let names = |name: &str| name.ends_with("von").then(|| Text::new("Vốn", "Capital"));
    let wording = Wording { sentences: Sentences::with(&[]), names: &names };
    let words = Condition::parse(text).unwrap().words(wording);
    (words.vi, words.en)
}

#[test]
fn rules_read_as_sentences() {
    assert_eq!(read("d.von > 0"), ("«Vốn» lớn hơn 0".to_owned(), "«Capital» is more than 0".to_owned()));
    let (vi, en) = read("d.gop.sum(t, t.von) == d.von && has(d.ten)");
    assert_eq!(vi, "tổng «Vốn» của «gop» bằng «Vốn» và đã có «ten»");
    assert_eq!(en, "the sum of «Capital» of «gop» equals «Capital» and «ten» is given");
    assert_eq!(read("years(d.sinh, today) >= 18").0, "số năm từ «sinh» đến ngày xét ít nhất bằng 18");
    assert_eq!(read("d.loai in ['a', 'b'] || !has(d.von)").1, "«loai» is one of “a”, “b” or «Capital» is not given");
    assert_eq!(
        read("d.ma.split('-').join('/') == d.ten").0,
        "((các phần của «ma» tách bởi “-”) ghép lại, cách nhau bởi “/”) bằng «ten»"
    );
    assert_eq!(
        read("math.least(d.von, 5, round(d.x * 0.1)) > 0").1,
        "(the least of «Capital», 5, («x» × 0.1) rounded) is more than 0"
    );
    assert_eq!(
        read("abs(d.a * d.von - d.b * 100) * 100 <= d.von - 1").0,
        "(giá trị tuyệt đối của («a» × «Vốn» − «b» × 100)) × 100 không quá «Vốn» − 1"
    );
    assert_eq!(read("d.co && !d.khac").1, "«co» is true and «khac» is false");
    assert_eq!(read("has(d.von) && d.von > 5 && has(d.co) && d.co").1, "«Capital» is more than 5 and «co» is true");
    assert_eq!(
        read("d.sinh <= today && d.gop.all(g, has(g.co) && g.co)").1,
        "«sinh» is not after the day of the check and for every item of «gop»: «co» is true"
    );
    assert_eq!(read("has(d.von) && d.von != 5").1, "«Capital» is given and «Capital» differs from 5");
}
