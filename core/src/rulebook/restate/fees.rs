//! Describes fees in sentences.

use super::{Restater, StatementKind, called, wording};
use crate::base::text::{Text, money, uncapital};
use crate::dossier::Procedure;
use crate::letter::channel;
use crate::rulebook::words::span;

impl Restater<'_> {
    pub(super) fn fees(&mut self, procedure: &Procedure) {
        let spec = procedure.spec();
        for (fee, (when, quantity)) in spec.fee.iter().zip(procedure.fee_parts()) {
            let by_province = || Text::new("theo nghị quyết của HĐND", "set by the provincial council");
            let names = |name: &str| called(spec.form.as_ref(), name);
            let mut amount = fee.amount.map_or_else(by_province, money);
            let mut add = |vi: String, en: String| {
                amount.vi.push_str(&vi);
                amount.en.push_str(&en);
            };
            if let Some(quantity) = quantity.as_ref().map(|quantity| quantity.value_words(wording(&names))) {
                add(format!(" × {}", quantity.vi), format!(" × {}", quantity.en));
            }
            for tier in &fee.tiers {
                let (from, each) = (tier.from, money(tier.amount));
                add(format!(", từ đơn vị thứ {from} là {}", each.vi), format!(", from unit {from} on {}", each.en));
            }
            if let Some(cap) = fee.cap.map(money) {
                add(format!(", tối đa {}", cap.vi), format!(", at most {}", cap.en));
            }
            if let Some(when) = when.as_ref().map(|when| when.words(wording(&names))) {
                add(format!(", nếu {}", when.vi), format!(", if {}", when.en));
            }
            if !fee.exempt.is_empty() {
                let who = Text::join(&fee.exempt, ", ", ", ");
                add(format!("; miễn cho: {}", who.vi), format!("; free for: {}", who.en));
            }
            let channels: Vec<Text> = fee.channel.0.iter().map(|name| in_sentence(&channel(name))).collect();
            let by = match channels.as_slice() {
                [] => Text::default(),
                channels => around(" (", &Text::join(channels, ", ", ", "), ")"),
            };
            let dates = span(fee.in_force);
            self.say(
                StatementKind::Fee,
                format!("{}{}: {}{}.", fee.title.vi, by.vi, amount.vi, dates.vi),
                format!("{}{}: {}{}.", fee.title.en, by.en, amount.en, dates.en),
                &fee.source.0,
            );
        }
    }
}

fn around(before: &str, text: &Text, after: &str) -> Text {
    Text::new(format!("{before}{}{after}", text.vi), format!("{before}{}{after}", text.en))
}

/// A name as it is written within a sentence.
pub(super) fn in_sentence(name: &Text) -> Text {
    Text::new(uncapital(&name.vi), uncapital(&name.en))
}
