//! Sentences on the office itself: its calendars, its units, its scoring policies.

use super::answer::StatementKind;
use super::restater::Restater;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::rulebook::words::span;
use crate::score::PolicyComponentSpec;

impl Restater<'_> {
    pub(super) fn calendars(&mut self) {
        let own = self.rulebook.rules().calendar.clone();
        for (id, calendar) in self.rulebook.calendars().iter() {
            self.entry = format!("calendars/{id}");
            // A week without holidays and swaps.
            let monday = Date::from_ymd(2026, 10, 5).unwrap_or_default();
            let mut vi = Vec::new();
            let mut en = Vec::new();
            for date in (0..7).map(|days| monday.plus(days)) {
                let (name_vi, name_en) = date.weekday().short_names();
                let shifts: Vec<String> = calendar.day(date).shifts.iter().map(ToString::to_string).collect();
                if !shifts.is_empty() {
                    vi.push(format!("{name_vi} {}", shifts.join(", ")));
                    en.push(format!("{name_en} {}", shifts.join(", ")));
                }
            }
            let (is_own_vi, is_own_en) = if own.as_ref() == Some(id) {
                (" (lịch chung của cơ quan)", " (the office's own)")
            } else {
                ("", "")
            };
            let none = |list: Vec<String>, word: &str| if list.is_empty() { word.to_owned() } else { list.join("; ") };
            let (vi, en) = (none(vi, "không có ca nào"), none(en, "no shift"));
            self.say(
                StatementKind::Calendar,
                format!("Lịch «{id}»{is_own_vi}, tuần từ {}: {vi}.", monday.vietnamese()),
                format!("Calendar `{id}`{is_own_en}, week of {monday}: {en}."),
                &[],
            );
        }
    }

    pub(super) fn units(&mut self) {
        let organisation = self.rulebook.organisation();
        for (id, unit) in organisation.units() {
            self.entry = format!("units/{id}");
            let on = unit.in_force.from.or(unit.in_force.to).unwrap_or(Date::MIN);
            let (mut vi, mut en) = (unit.title.vi.clone(), unit.title.en.clone());
            if let Some(above) = unit.parent.as_ref().and_then(|parent| organisation.unit(parent, on)) {
                vi.push_str(&format!(", thuộc {}", above.title.vi));
                en.push_str(&format!(", under {}", above.title.en));
            }
            if let Some(head) = unit.head.as_ref().and_then(|head| organisation.position(head)) {
                vi.push_str(&format!(", đứng đầu là {}", head.title.vi));
                en.push_str(&format!(", headed by the {}", head.title.en));
            }
            if let Some(calendar) = organisation.calendar(id, on) {
                vi.push_str(&format!(", làm việc theo lịch «{calendar}»"));
                en.push_str(&format!(", works by the calendar `{calendar}`"));
            }
            let successors = unit.successors.iter().filter_map(|successor| organisation.unit(successor, on));
            let (of_vi, of_en): (Vec<_>, Vec<_>) =
                successors.map(|unit| (unit.title.vi.as_str(), unit.title.en.as_str())).unzip();
            if !of_vi.is_empty() {
                vi.push_str(&format!(", sau đó giao việc cho {}", of_vi.join(", ")));
                en.push_str(&format!(", then succeeded by {}", of_en.join(", ")));
            }
            let dates = span(unit.in_force);
            vi.push_str(&dates.vi);
            en.push_str(&dates.en);
            self.say(StatementKind::Unit, format!("{vi}."), format!("{en}."), unit.source.as_slice());
        }
    }

    pub(super) fn indicators(&mut self) {
        let parts = self.rulebook.parts();
        for (id, kind) in &parts.records {
            self.entry = format!("records/{id}");
            let Text { vi, en } = kind.words();
            self.say(StatementKind::Record, vi, en, kind.spec.source.as_slice());
        }
        for (id, versions) in &parts.indicators {
            self.entry = format!("indicators/{id}");
            for indicator in versions.iter() {
                let Text { vi, en } = indicator.words();
                self.say(StatementKind::Indicator, vi, en, indicator.spec.source.as_slice());
            }
        }
    }

    pub(super) fn policies(&mut self) {
        for (id, versions) in &self.rulebook.parts().policies {
            self.entry = format!("policies/{id}");
            for policy in versions.iter() {
                let spec = &policy.spec;
                let dates = span(spec.in_force);
                let part = |part: &PolicyComponentSpec| {
                    let PolicyComponentSpec { title, weight, .. } = part;
                    Text::new(format!("{} {weight}", title.vi), format!("{} {weight}", title.en))
                };
                let parts = Text::join(&spec.components.values().map(part).collect::<Vec<_>>(), ", ", ", ");
                self.say(
                    StatementKind::Policy,
                    format!("{}{}: tối đa {} điểm, gồm {}.", spec.title.vi, dates.vi, spec.maximum(), parts.vi),
                    format!(
                        "{}{}: at most {} points, consisting of {}.",
                        spec.title.en,
                        dates.en,
                        spec.maximum(),
                        parts.en
                    ),
                    spec.source.as_slice(),
                );
            }
        }
    }
}
