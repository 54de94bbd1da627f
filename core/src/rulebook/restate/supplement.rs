//! Describes additions to a limit in sentences: how a channel moves the start, how long a supplement may take.

use super::fees::in_sentence;
use super::{Restater, StatementKind};
use crate::base::text::Text;
use crate::deadline::{AfterHours, Limit, LimitSpec, SupplementClock, SupplementEnd};
use crate::letter::channel;

impl Restater<'_> {
    /// What moves the start, and what happens with an incomplete dossier.
    pub(super) fn beside(&mut self, limit: &LimitSpec) {
        let source = limit.source.as_slice();
        for (name, rule) in &limit.channel {
            let name = in_sentence(&channel(name));
            if rule.after_hours == AfterHours::NextWorkingDay {
                self.say(
                    StatementKind::Limit,
                    format!("Hồ sơ nộp {} ngoài giờ làm việc được tính từ ngày làm việc tiếp theo.", name.vi),
                    format!("A dossier filed {} outside office hours counts from the next working day.", name.en),
                    source,
                );
            }
            if let Some(cut_off) = rule.cut_off {
                self.say(
                    StatementKind::Limit,
                    format!("Hồ sơ nộp {} sau {cut_off} được tính từ ngày làm việc tiếp theo.", name.vi),
                    format!("A dossier filed {} after {cut_off} counts from the next working day.", name.en),
                    source,
                );
            }
        }
        let Some(rule) = &limit.supplement else { return };
        let (then_vi, then_en) = match rule.then {
            SupplementEnd::Void => ("hồ sơ không còn giá trị", "the dossier is void"),
            SupplementEnd::Refuse => ("hồ sơ bị từ chối", "the dossier is refused"),
            SupplementEnd::Stop => ("hồ sơ dừng giải quyết", "the dossier is stopped"),
        };
        let (clock_vi, clock_en) = match rule.clock {
            SupplementClock::Suspend => ("thời hạn tạm dừng trong khi chờ", "the limit is suspended meanwhile"),
            SupplementClock::Restart => {
                ("thời hạn tính lại từ đầu khi hồ sơ đủ", "the limit starts again with the complete dossier")
            }
            SupplementClock::Run => ("thời hạn vẫn chạy", "the limit keeps running"),
        };
        let (end_vi, end_en) = match rule.window.as_ref().map(Limit::text) {
            Some(window) => (
                format!("; người dân có {}, quá hạn đó {then_vi}", window.vi),
                format!("; the citizen has {}, after which {then_en}", window.en),
            ),
            None => (format!("; không bổ sung thì {then_vi}"), format!("; if nothing is supplied, {then_en}")),
        };
        let times = rule.times;
        let times_en = if times == 1 { "once".to_owned() } else { format!("{times} times") };
        self.say(
            StatementKind::Limit,
            format!("Được yêu cầu bổ sung {times} lần; {clock_vi}{end_vi}."),
            format!("A supplement may be asked for {times_en}; {clock_en}{end_en}."),
            source,
        );
    }
}

/// The names of factors that lengthen a limit.
const FACTORS: [(&str, &str, &str); 3] = [
    ("complex", "phức tạp", "complex"),
    ("remote", "vùng sâu, vùng xa, đi lại khó khăn", "remote"),
    ("several_places", "phải kiểm tra ở nhiều nơi", "several places"),
];

/// A limit with the cases in which a different one applies.
pub(super) fn in_words(limit: &Limit) -> Text {
    let Limit::Factored(factored) = limit else { return limit.text() };
    let name = |factor: &str| {
        let known = FACTORS.iter().find(|(known, ..)| *known == factor);
        known.map_or_else(|| Text::same(factor), |(_, vi, en)| Text::new(*vi, *en))
    };
    factored.cases.iter().fold(factored.base.text(), |text, (factors, limit)| {
        let (names, limit): (Vec<Text>, _) = (factors.iter().map(|factor| name(factor)).collect(), limit.text());
        let all = Text::join(&names, " và ", " and ");
        Text::new(
            format!("{}; {} nếu {}", text.vi, limit.vi, all.vi),
            format!("{}; {} if {}", text.en, limit.en, all.en),
        )
    })
}
