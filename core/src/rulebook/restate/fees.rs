//! Fees in words.

use super::{Teller, called, span};
use crate::dossier::Procedure;
use crate::form::channel;
use crate::text::{Text, money, uncapital};

impl Teller<'_> {
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
            if let Some(quantity) = quantity.as_ref().map(|quantity| quantity.value_words(&names)) {
                add(format!(" × {}", quantity.vi), format!(" × {}", quantity.en));
            }
            for tier in &fee.tiers {
                let (from, each) = (tier.from, money(tier.amount));
                add(format!(", từ đơn vị thứ {from} là {}", each.vi), format!(", from unit {from} on {}", each.en));
            }
            if let Some(cap) = fee.cap.map(money) {
                add(format!(", tối đa {}", cap.vi), format!(", at most {}", cap.en));
            }
            if let Some(when) = when.as_ref().map(|when| when.words(&names)) {
                add(format!(", nếu {}", when.vi), format!(", if {}", when.en));
            }
            if !fee.exempt.is_empty() {
                let who = |pick: fn(&Text) -> &str| fee.exempt.iter().map(pick).collect::<Vec<_>>().join(", ");
                add(format!("; miễn cho: {}", who(|text| &text.vi)), format!("; free for: {}", who(|text| &text.en)));
            }
            let channels: Vec<Text> = fee.channel.0.iter().map(|name| in_sentence(&channel(name))).collect();
            let by = |pick: fn(&Text) -> &str| match channels.iter().map(pick).collect::<Vec<_>>().join(", ") {
                channels if channels.is_empty() => channels,
                channels => format!(" ({channels})"),
            };
            let (by_vi, by_en) = (by(|text| &text.vi), by(|text| &text.en));
            let dates = span(fee.in_force);
            self.say(
                "fee",
                format!("{}{by_vi}: {}{}.", fee.title.vi, amount.vi, dates.vi),
                format!("{}{by_en}: {}{}.", fee.title.en, amount.en, dates.en),
                &fee.source.0,
            );
        }
    }
}

/// A name as it stands within a sentence.
pub(super) fn in_sentence(name: &Text) -> Text {
    Text::new(uncapital(&name.vi), uncapital(&name.en))
}
