//! Why a due is at its instant, step by step, in words and as data.

use super::answer::{Because, BecauseCode};
use super::clock::{Clock, ClockAct};
use super::count::{Cause, Count, Counter, Place, is_swapped};
use super::display::{show_date, show_due, show_instant};
use super::limit::Limit;
use super::when::When;
use crate::base::source::Source;
use crate::base::text::Text;
use crate::base::time::{Date, Instant};
use crate::calendar::{Calendar, Day, DayReasonCode};

/// An explanation lists at most this many periods of days off; further ones are only counted.
const MOST_STRETCHES: usize = 100;
/// It examines at most this many days (eleven years): an extension may reach from the year 1 to 9999.
const MOST_DAYS: i64 = 4_000;

/// The steps from acceptance to the due.
pub(super) fn explain(
    counter: &Counter<'_>,
    begun: Instant,
    clock: &Clock,
    judged: &Count,
    statutory: Option<&Count>,
) -> Vec<Because> {
    let mut story = Story { calendar: counter.calendar, steps: Vec::new() };
    if let Some(restart) = clock.restarted {
        let text = Text::new("Tính lại toàn bộ thời hạn từ {at}", "The full limit starts again from {at}");
        story.say(
            BecauseCode::Restarted,
            text,
            &[("at", story.instant(restart.at))],
            Some(When::At(restart)),
            None,
            None,
        );
    }
    story.start(counter, begun, judged);
    if judged.among > 1 {
        let text = Text::new("Trong {n} thời hạn, áp dụng {limit}", "Of {n} limits, {limit} applies");
        let values = [("n", Text::same(judged.among.to_string())), ("limit", judged.limit.text())];
        story.say(BecauseCode::Chosen, text, &values, None, None, None);
    }
    if !judged.limit.is_nominal() && !matches!(judged.limit, Limit::SameDay(_)) {
        story.days_between(counter.start.day, judged.place.last_day);
    }
    story.moves(judged);
    story.standing(clock);
    story.landing(judged, counter);
    for act in &clock.reappointments {
        story.reappointment(act);
    }
    if let Some(stop) = clock.stopped {
        let text = Text::new("Dừng giải quyết lúc {at}; không tính là trễ", "Stopped at {at}; never late");
        story.say(BecauseCode::Stopped, text, &[("at", story.instant(stop.at))], Some(When::At(stop)), None, None);
    }
    let source = counter.promise.source.clone();
    story.end(judged, statutory.is_some(), source.clone());
    if let Some(statutory) = statutory {
        let text = Text::new("Theo luật, {limit} hết vào {end}", "By law, {limit} end at {end}");
        story.ends(text, statutory, source);
    }
    story.steps
}

struct Story<'a> {
    calendar: &'a Calendar,
    steps: Vec<Because>,
}

impl Story<'_> {
    fn say(
        &mut self,
        code: BecauseCode,
        template: Text,
        values: &[(&str, Text)],
        from: Option<When>,
        to: Option<When>,
        source: Option<Source>,
    ) {
        let text = template.fill_texts(values);
        self.steps.push(Because { code, before: from, after: to, text, source });
    }

    fn instant(&self, at: Instant) -> Text {
        show_instant(self.calendar.zone(), at)
    }

    fn at(&self, at: Instant) -> Option<When> {
        Some(When::At(self.calendar.zone().stamp(at)))
    }

    fn start(&mut self, counter: &Counter<'_>, begun: Instant, judged: &Count) {
        let start = counter.start;
        if let Some(moved) = start.moved {
            let text = Text::new(
                "Tiếp nhận lúc {at}, ngoài giờ hoặc sau giờ chốt: tính từ ngày làm việc tiếp theo, {day}",
                "Accepted at {at}, outside hours or after the cut-off: it counts from the next working day, {day}",
            );
            let values = [("at", self.instant(begun)), ("day", show_date(moved))];
            let source = counter.promise.source.clone();
            self.say(BecauseCode::StartMoved, text, &values, self.at(begun), Some(When::Date(moved)), source);
        }
        match &judged.limit {
            Limit::WorkingTime(_) | Limit::HalfDays(_) => {
                let opens = self.calendar.next_open(start.at).unwrap_or(start.at);
                let text = Text::new("Tính giờ làm việc từ {at}", "Working time counts from {at}");
                self.say(
                    BecauseCode::Start,
                    text,
                    &[("at", self.instant(opens))],
                    self.at(start.at),
                    self.at(opens),
                    None,
                );
            }
            Limit::ClockTime(_) => {
                let text = Text::new("Tính liên tục từ {at}", "Time counts without a break from {at}");
                let source = civil_code("147.1");
                self.say(BecauseCode::Start, text, &[("at", self.instant(start.at))], self.at(start.at), None, source);
            }
            Limit::SameDay(_) | Limit::At(_) | Limit::On(_) => {}
            Limit::WorkingDays(_)
            | Limit::Days(_)
            | Limit::Weeks(_)
            | Limit::Months(_)
            | Limit::Years(_)
            | Limit::Smallest(_)
            | Limit::Largest(_)
            | Limit::Factored(_) => {
                let first = start.day.plus(1);
                let text = Text::new(
                    "Không tính {day} là ngày bắt đầu; đếm từ ngày tiếp theo",
                    "The start day, {day}, is not counted; counting begins on the day after",
                );
                let (from, to) = (Some(When::Date(start.day)), Some(When::Date(first)));
                self.say(BecauseCode::Start, text, &[("day", show_date(start.day))], from, to, civil_code("147.2"));
            }
        }
    }

    /// Days off that were skipped, and weekly rest days that counted, within `(after, through]`.
    fn days_between(&mut self, after: Date, through: Date) {
        self.stretches(after, through, |day| {
            let swapped = day.working && day.reasons.iter().any(|reason| reason.code == DayReasonCode::MakeUp);
            (!day.working || swapped).then_some(swapped)
        });
    }

    /// The days off over which a last day passes on, from the day that the period names to the day before the last one.
    /// Days of rest that are worked instead of others are off here unless the promise counts them.
    fn days_off(&mut self, named: Date, last: Date, swapped: bool) {
        let worked =
            |day: &Day| day.working && (swapped || !day.reasons.iter().any(|it| it.code == DayReasonCode::MakeUp));
        self.stretches(named.plus(-1), last.plus(-1), |day| (!worked(day)).then_some(false));
    }

    /// The stretches of days within `(after, through]` that are listed; `listed` says whether a day is one that counts
    /// although it is a day of rest.
    fn stretches(&mut self, after: Date, through: Date, listed: impl Fn(&Day) -> Option<bool>) {
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut date = after.plus(1);
        let farthest = through.min(after.plus(MOST_DAYS));
        while date <= farthest && stretches.len() <= MOST_STRETCHES {
            let day = self.calendar.day(date);
            if let Some(swapped) = listed(&day) {
                // A holiday on a Saturday has two reasons; the last one, which is not the weekly rest, says more.
                let reason = day
                    .reasons
                    .iter()
                    .rev()
                    .find(|reason| reason.code != DayReasonCode::WeeklyRest)
                    .or(day.reasons.first());
                let (why, source) = reason.map_or((Text::default(), None), |it| (it.text.clone(), it.source.clone()));
                match stretches.last_mut() {
                    Some(last) if last.joins(date, swapped, &why) => last.to = date,
                    _ => stretches.push(Stretch { from: date, to: date, swapped, why, source }),
                }
            }
            date = date.plus(1);
        }
        for stretch in stretches {
            let (code, text) = match (stretch.swapped, stretch.from == stretch.to) {
                (true, _) => (
                    BecauseCode::Swapped,
                    Text::new("Tính {from} là ngày làm việc: {why}", "{from} counts as a working day: {why}"),
                ),
                (_, true) => (BecauseCode::Skipped, Text::new("Bỏ qua {from}: {why}", "{from} is skipped: {why}")),
                _ => (
                    BecauseCode::Skipped,
                    Text::new("Bỏ qua từ {from} đến {to}: {why}", "{from} to {to} are skipped: {why}"),
                ),
            };
            let values = [("from", show_date(stretch.from)), ("to", show_date(stretch.to)), ("why", stretch.why)];
            let (from, to) = (When::Date(stretch.from), When::Date(stretch.to));
            self.say(code, text, &values, Some(from), Some(to), stretch.source);
        }
        if date <= through {
            let text =
                Text::new("… và các ngày nghỉ khác từ {from} đến {to}", "… and further days off from {from} to {to}");
            let values = [("from", show_date(date)), ("to", show_date(through))];
            let (from, to) = (Some(When::Date(date)), Some(When::Date(through)));
            self.say(BecauseCode::Skipped, text, &values, from, to, None);
        }
    }

    fn moves(&mut self, judged: &Count) {
        let mut before = judged.first;
        for (cause, after) in &judged.moves {
            let shown = |place: &Place| show_due(self.calendar, place);
            let (was, is) = (shown(&before), shown(after));
            match cause {
                Cause::Suspended(span) => {
                    let until = span.end.map_or_else(Text::default, |to| self.instant(to.at));
                    let text = Text::new(
                        "Tạm dừng từ {from} đến {until}: hạn chuyển từ {was} sang {is}",
                        "Suspended from {from} to {until}: the due moves from {was} to {is}",
                    );
                    let values = [("from", self.instant(span.start.at)), ("until", until), ("was", was), ("is", is)];
                    let (from, to) = (Some(When::At(span.start)), span.end.map(When::At));
                    self.say(BecauseCode::Suspended, text, &values, from, to, None);
                }
                Cause::Extended(act) => {
                    let text = Text::new(
                        "Gia hạn lúc {at}: hạn chuyển từ {was} sang {is}",
                        "Extended at {at}: the due moves from {was} to {is}",
                    );
                    let values = [("at", self.instant(act.at.at)), ("was", was), ("is", is)];
                    let (from, to) = (self.at(before.due), self.at(after.due));
                    self.say(BecauseCode::Extended, text, &values, from, to, act.source.clone());
                }
            }
            before = *after;
        }
    }

    fn standing(&mut self, clock: &Clock) {
        if let Some(span) = clock.spans.last().filter(|span| span.end.is_none()) {
            let text = Text::new(
                "Đang tạm dừng từ {from}; hạn sẽ lùi khi tiếp tục",
                "Suspended since {from}; the due will move when it goes on",
            );
            let values = [("from", self.instant(span.start.at))];
            self.say(BecauseCode::Suspended, text, &values, Some(When::At(span.start)), None, None);
        }
    }

    /// How a period of calendar days ended on a working day.
    fn landing(&mut self, judged: &Count, counter: &Counter<'_>) {
        if let Some(nominal) = judged.nominal {
            if let Some(day) = nominal.clipped_from {
                let text = Text::new(
                    "Tháng cuối không có ngày {n}: lấy ngày cuối tháng, {day}",
                    "The last month has no day {n}: its last day, {day}, is taken",
                );
                let values = [("n", Text::same(day.to_string())), ("day", show_date(nominal.day))];
                let to = Some(When::Date(nominal.day));
                self.say(BecauseCode::Clipped, text, &values, None, to, civil_code("148.3"));
            }
            if nominal.day != judged.place.last_day {
                self.days_off(nominal.day, judged.place.last_day, counter.promise.swapped);
                self.rolled(nominal.day, judged.place.last_day, counter.promise.swapped);
            }
        }
        if is_swapped(self.calendar, judged.place.last_day) && judged.limit.is_nominal() {
            self.days_between(judged.place.last_day.plus(-1), judged.place.last_day);
        }
        if let Limit::SameDay(cut_off) = &judged.limit {
            let text = match cut_off {
                Some(_) => Text::new(
                    "Nhận đến {time} thì trả trong ngày, sau đó thì ngày làm việc tiếp theo",
                    "What comes in by {time} is due that day, later the next working day",
                ),
                None => Text::new("Trả trong ngày làm việc", "Due on the same working day"),
            };
            let time = Text::same(cut_off.map(super::text::clock).unwrap_or_default());
            let to = Some(When::Date(judged.place.last_day));
            self.say(BecauseCode::Chosen, text, &[("time", time)], None, to, None);
        }
        if self.calendar.is_provisional(judged.place.last_day, judged.place.last_day) {
            let text = Text::new(
                "Lịch nghỉ của năm {year} chưa có thông báo chính thức: kết quả là tạm tính",
                "No notice has fixed the days off of {year} yet: the answer is provisional",
            );
            let values = [("year", Text::same(judged.place.last_day.ymd().0.to_string()))];
            self.say(BecauseCode::Provisional, text, &values, None, None, None);
        }
    }

    fn rolled(&mut self, named: Date, last: Date, swapped: bool) {
        let day = self.calendar.day(named);
        let reason =
            day.reasons.iter().rev().find(|reason| reason.code != DayReasonCode::WeeklyRest).or(day.reasons.first());
        let why = match reason {
            Some(reason) if !day.working || !swapped => reason.text.clone(),
            _ => Text::default(),
        };
        let text = Text::new(
            "Ngày cuối {named} là ngày nghỉ ({why}): chuyển sang ngày làm việc tiếp theo, {last}",
            "The last day, {named}, is off ({why}): it passes to the next working day, {last}",
        );
        let values = [("named", show_date(named)), ("why", why), ("last", show_date(last))];
        let (from, to) = (Some(When::Date(named)), Some(When::Date(last)));
        self.say(BecauseCode::Rolled, text, &values, from, to, civil_code("148.5"));
    }

    fn reappointment(&mut self, act: &ClockAct) {
        let until = match (act.until, &act.by) {
            (Some(When::Date(date)), _) => show_date(date),
            (Some(When::At(stamp)), _) => self.instant(stamp.at),
            (None, Some(by)) => by.text(),
            (None, None) => Text::default(),
        };
        let text = Text::new(
            "Hẹn lại lúc {at}: {until}; hạn đầu vẫn là căn cứ đánh giá",
            "A new date was promised at {at}: {until}; the first due still judges",
        );
        let values = [("at", self.instant(act.at.at)), ("until", until)];
        self.say(BecauseCode::ReAppointed, text, &values, Some(When::At(act.at)), act.until, act.source.clone());
    }

    fn end(&mut self, judged: &Count, promised: bool, source: Option<Source>) {
        let text = match promised {
            true => Text::new("Theo cam kết, {limit} hết vào {end}", "As promised, {limit} end at {end}"),
            false => Text::new("Thời hạn {limit} hết vào {end}", "The limit of {limit} ends at {end}"),
        };
        self.ends(text, judged, source);
    }

    fn ends(&mut self, text: Text, count: &Count, source: Option<Source>) {
        let values = [("limit", count.limit.text()), ("end", show_due(self.calendar, &count.place))];
        self.say(BecauseCode::End, text, &values, None, self.at(count.place.due), source);
    }
}

/// Consecutive days that are off, or swapped, for one reason.
struct Stretch {
    from: Date,
    to: Date,
    swapped: bool,
    why: Text,
    source: Option<Source>,
}

impl Stretch {
    fn joins(&self, date: Date, swapped: bool, why: &Text) -> bool {
        self.to.plus(1) == date && self.swapped == swapped && self.why == *why
    }
}

/// An article of the Civil Code 2015.
fn civil_code(article: &str) -> Option<Source> {
    Some(Source {
        text: "91/2015/QH13".to_owned(),
        article: Some(article.to_owned()),
        confidence: crate::base::source::Confidence::Sure,
        note: None,
    })
}
