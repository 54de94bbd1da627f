//! Times, amounts and terms as the forms of the desk write them.

use crate::base::text::Text;
use crate::base::time::{Date, Stamp, Zone};
use crate::deadline::{Bound, Due, Outcome, SupplementEnd};
use crate::dossier::PaperForm;

/// `ngày 07 tháng 02 năm 2026`: days below 10 and the first two months have a leading zero (Decree 30/2020 Annex I).
pub(super) fn day(date: Date) -> Text {
    let (year, month, day) = date.ymd();
    let month = if month < 3 { format!("{month:02}") } else { month.to_string() };
    Text::new(format!("ngày {day:02} tháng {month} năm {year}"), date.to_string())
}

/// `17 giờ 30 phút, ngày 10 tháng 01 năm 2026`.
pub(super) fn instant(stamp: Stamp, zone: &Zone) -> Text {
    let second = zone.second_of_day(stamp.at);
    let (hour, minute) = (second / 3600, second / 60 % 60);
    let day = day(zone.date_of(stamp.at));
    Text::new(format!("{hour:02} giờ {minute:02} phút, {}", day.vi), format!("{hour:02}:{minute:02}, {}", day.en))
}

/// A due in words; 24:00 of a day is not printed as the next day.
pub(super) fn due(due: &Due, zone: &Zone) -> Text {
    match due.bound {
        Bound::Through => instant(due.due, zone),
        Bound::Before => {
            let day = day(due.last_day);
            Text::new(format!("hết {}", day.vi), format!("end of {}", day.en))
        }
    }
}

/// The required form of a paper, such as original or copy.
pub(crate) fn paper(form: PaperForm) -> Text {
    let (vi, en) = match form {
        PaperForm::Original => ("bản chính", "original"),
        PaperForm::Copy => ("bản sao", "copy"),
        PaperForm::Electronic => ("bản điện tử", "electronic"),
        PaperForm::Shown => ("xuất trình", "shown"),
    };
    Text::new(vi, en)
}

/// The channel of filing; an unknown name is printed unchanged.
pub(crate) fn channel(name: &str) -> Text {
    match name {
        "desk" => Text::new("Trực tiếp", "At the desk"),
        "online" => Text::new("Trực tuyến", "Online"),
        "post" => Text::new("Bưu chính công ích", "By post"),
        other => Text::same(other),
    }
}

/// Whether something was finished early, on time or late.
pub(super) fn outcome(outcome: Outcome) -> Text {
    let (vi, en) = match outcome {
        Outcome::Early => ("Trước hạn", "Early"),
        Outcome::OnTime => ("Đúng hạn", "On time"),
        Outcome::Late => ("Quá hạn", "Late"),
        Outcome::Stopped => ("Dừng giải quyết", "Stopped"),
        Outcome::Undetermined => ("Chưa xác định trong ngày", "Undetermined within the day"),
    };
    Text::new(vi, en)
}

/// What happens to a dossier whose supplement does not arrive.
pub(super) fn then(end: SupplementEnd) -> Text {
    let (vi, en) = match end {
        SupplementEnd::Void => ("Hồ sơ không còn giá trị", "The dossier is void"),
        SupplementEnd::Refuse => ("Từ chối giải quyết hồ sơ", "The dossier is refused"),
        SupplementEnd::Stop => ("Dừng giải quyết hồ sơ", "The dossier is stopped"),
    };
    Text::new(vi, en)
}

#[cfg(test)]
#[path = "tests/words.rs"]
mod tests;
