//! What the words of other systems for the status of a case mean.

use super::spec::StatusMeaning;

/// Usual words, in the form that [`plain`] gives.
const USUAL: &[(&str, StatusMeaning)] = {
    use StatusMeaning::{Done, Open, Refused, Registered, Returned, Stopped, Waiting, Withdrawn};
    &[
        ("moi dang ky", Registered),
        ("moi nop", Registered),
        ("da dang ky", Registered),
        ("da nop", Registered),
        ("cho tiep nhan", Registered),
        ("chua tiep nhan", Registered),
        ("registered", Registered),
        ("submitted", Registered),
        ("da tiep nhan", Open),
        ("dang xu ly", Open),
        ("dang giai quyet", Open),
        ("dang thu ly", Open),
        ("dang tham dinh", Open),
        ("cho xu ly", Open),
        ("open", Open),
        ("processing", Open),
        ("in progress", Open),
        ("cho bo sung", Waiting),
        ("yeu cau bo sung", Waiting),
        ("cho bo sung ho so", Waiting),
        ("yeu cau bo sung ho so", Waiting),
        ("dang bo sung", Waiting),
        ("bo sung ho so", Waiting),
        ("tam dung", Waiting),
        ("tam dung xu ly", Waiting),
        ("cho thue", Waiting),
        ("cho nop thue", Waiting),
        ("cho thanh toan", Waiting),
        ("cho nghia vu tai chinh", Waiting),
        ("cho thuc hien nghia vu tai chinh", Waiting),
        ("waiting", Waiting),
        ("suspended", Waiting),
        ("tu choi", Refused),
        ("da tu choi", Refused),
        ("tu choi tiep nhan", Refused),
        ("tu choi giai quyet", Refused),
        ("khong tiep nhan", Refused),
        ("khong du dieu kien", Refused),
        ("tra lai ho so", Refused),
        ("refused", Refused),
        ("rejected", Refused),
        ("rut ho so", Withdrawn),
        ("da rut", Withdrawn),
        ("da rut ho so", Withdrawn),
        ("cong dan rut", Withdrawn),
        ("cong dan rut ho so", Withdrawn),
        ("cong dan yeu cau rut ho so", Withdrawn),
        ("nguoi nop rut ho so", Withdrawn),
        ("withdrawn", Withdrawn),
        ("dung xu ly", Stopped),
        ("da dung", Stopped),
        ("dung giai quyet", Stopped),
        ("huy", Stopped),
        ("da huy", Stopped),
        ("stopped", Stopped),
        ("cancelled", Stopped),
        ("da xu ly xong", Done),
        ("da giai quyet", Done),
        ("da giai quyet xong", Done),
        ("da co ket qua", Done),
        ("co ket qua", Done),
        ("hoan thanh", Done),
        ("da hoan thanh", Done),
        ("cho tra ket qua", Done),
        ("da xong", Done),
        ("done", Done),
        ("finished", Done),
        ("da tra", Returned),
        ("da tra ket qua", Returned),
        ("tra ket qua", Returned),
        ("returned", Returned),
        ("delivered", Returned),
    ]
};

/// The usual meaning of a word, if it has one.
pub(super) fn usual(word: &str) -> Option<StatusMeaning> {
    let word = plain(word);
    USUAL.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning)
}

/// A guess at the meaning of a word by what it contains; only a proposal, for an author to confirm.
#[cfg_attr(not(feature = "xes"), allow(dead_code, reason = "only `inspect` guesses"))]
pub(super) fn guessed(word: &str) -> Option<StatusMeaning> {
    use StatusMeaning::{Done, Open, Refused, Registered, Returned, Stopped, Waiting, Withdrawn};
    let word = format!(" {} ", plain(word));
    // What is more specific comes first.
    let parts = [
        (" rut ", Withdrawn),
        (" tu choi ", Refused),
        (" khong tiep nhan ", Refused),
        (" tam dung ", Waiting),
        (" bo sung ", Waiting),
        (" thue ", Waiting),
        (" nghia vu ", Waiting),
        (" cho tra ", Done),
        (" da tra ", Returned),
        (" tra ket qua ", Returned),
        (" dung ", Stopped),
        (" huy ", Stopped),
        (" xong ", Done),
        (" hoan thanh ", Done),
        (" co ket qua ", Done),
        (" moi dang ky ", Registered),
        (" cho tiep nhan ", Registered),
        (" dang ", Open),
        (" tiep nhan ", Open),
    ];
    parts.iter().find(|(part, _)| word.contains(part)).map(|(_, meaning)| *meaning)
}

/// A word in the form used for comparison: small letters without tones, single blanks.
pub(super) fn plain(word: &str) -> String {
    let apart = crate::base::text::nfd(word);
    let letters = apart.chars().filter(|letter| !matches!(letter, '\u{300}'..='\u{36f}'));
    let letters = letters.flat_map(char::to_lowercase).map(|letter| if letter == 'đ' { 'd' } else { letter });
    let plain: String = letters.map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_tones_and_signs() {
        assert_eq!(usual("Đang xử  lý…"), Some(StatusMeaning::Open));
        assert_eq!(usual("ĐÃ TRẢ KẾT QUẢ"), Some(StatusMeaning::Returned));
        assert_eq!(usual("Công dân rút hồ sơ"), Some(StatusMeaning::Withdrawn));
        assert_eq!(usual("9"), None);
        assert_eq!(guessed("Tạm dừng - chờ công văn"), Some(StatusMeaning::Waiting));
        assert_eq!(guessed("Đã dừng theo yêu cầu"), Some(StatusMeaning::Stopped));
        assert_eq!(guessed("xyz"), None);
    }

    #[test]
    fn each_usual_word_is_in_its_plain_form() {
        assert!(USUAL.iter().all(|(word, _)| plain(word) == *word));
    }
}
