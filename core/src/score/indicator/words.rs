//! An indicator and a kind of record in one sentence, for authors who are no programmers.

use super::compiled::{Indicator, Measure};
use super::functions::SENTENCES;
use super::record::RecordKind;
use super::spec::{ListKind, RecordType, Unseen};
use super::table::TableKind;
use crate::base::exact::Rational;
use crate::base::text::{Message, Text};
use crate::replay::{FindingKind, TableName};
use crate::rule::{Condition, Wording};

/// A fraction as people write it: in per cent where that is whole.
fn percent(share: Rational) -> String {
    let hundredths = share.times(Rational::from(100)).filter(|hundredths| hundredths.den() == 1);
    hundredths.map_or_else(|| share.to_string(), |hundredths| format!("{} %", hundredths.num()))
}

/// What a kind of finding is called.
fn finding(name: &str) -> Text {
    let words = FindingKind::from_name(name).map(FindingKind::words);
    words.map_or_else(
        || Text::same(format!("«{name}»")),
        |words| Text::new(format!("«{}»", words.vi), format!("`{}`", words.en)),
    )
}

const ROWS: [(TableName, Message); 5] = [
    (TableName::Cases, Message("hồ sơ", "cases")),
    (TableName::Items, Message("việc", "items of work")),
    (TableName::Holds, Message("lượt giữ việc", "holds")),
    (TableName::Findings, Message("phát hiện", "findings")),
    (TableName::Charges, Message("lượt quy trách nhiệm", "charges")),
];

impl Indicator {
    /// What it says, in one sentence.
    pub(crate) fn words(&self) -> Text {
        let names = |name: &str| self.table.title(name);
        let wording = Wording { sentences: SENTENCES, names: &names };
        let holds = |condition: &Condition| condition.words(wording);
        let value = |expression: &Condition| expression.value_words(wording);
        let rows = match &self.table {
            TableKind::Replay(table) => {
                let found = ROWS.iter().find(|(name, _)| name == table);
                found.map_or_else(|| Text::same(table.as_str()), |(_, words)| words.text())
            }
            TableKind::Records(kind) => Text::new(format!("dòng ghi nhận «{kind}»"), format!("rows of `{kind}`")),
        };
        let date = self.date.words();
        let mut said = vec![
            Message(
                "{title}: trong các {rows} có {date} trong kỳ",
                "{title}: of the {rows} with their {date} in the period",
            )
            .fill(&[("title", self.spec.title.clone()), ("rows", rows), ("date", date)]),
        ];
        let mut say = |message: Message, values: &[(&str, Text)]| said.push(message.fill(values));
        if let Some(of) = &self.of {
            say(Message(" mà {of}", " where {of}"), &[("of", holds(of))]);
        }
        if let Some(weigh) = &self.weigh {
            say(Message(", tính theo {weigh}", ", weighed by {weigh}"), &[("weigh", value(weigh))]);
        }
        match &self.measure {
            Measure::Met(met) => say(Message(", phần mà {met}", ", the share where {met}"), &[("met", holds(met))]),
            Measure::Worth(steps) => {
                let one = |(when, is): &(Option<Condition>, Rational)| {
                    let is = Text::same(percent(*is));
                    match when {
                        Some(when) => {
                            Message("{is} nếu {when}", "{is} if {when}").fill(&[("is", is), ("when", holds(when))])
                        }
                        None => Message("còn lại {is}", "else {is}").fill(&[("is", is)]),
                    }
                };
                let steps = Text::join(&steps.iter().map(one).collect::<Vec<_>>(), ", ", ", ");
                say(Message(", trung bình của: {steps}", ", the mean of: {steps}"), &[("steps", steps)]);
            }
            Measure::Rows => say(Message(", số lượng", ", how many"), &[]),
            Measure::Distinct(place) => {
                let column = self.columns.get(*place).map_or("", String::as_str);
                let column = self.table.title(column).unwrap_or_else(|| Text::same(column));
                say(
                    Message(", số {column} khác nhau", ", the number of different values of {column}"),
                    &[("column", column)],
                );
            }
            Measure::Sum(of) => say(Message(", tổng {of}", ", the sum of {of}"), &[("of", value(of))]),
            Measure::Mean(of) => say(Message(", trung bình {of}", ", the mean of {of}"), &[("of", value(of))]),
            Measure::Percentile(part, of) => {
                let values = [("part", Text::same(percent(*part))), ("of", value(of))];
                say(
                    Message(
                        ", mức mà {part} số dòng có {of} không vượt quá",
                        ", what {of} does not exceed in {part} of them",
                    ),
                    &values,
                );
            }
        }
        if let Some(extra) = &self.extra {
            say(Message(", cộng thêm phần mà {extra}", ", plus those where {extra}"), &[("extra", holds(extra))]);
        }
        for cut in &self.spec.cuts {
            let kinds: Vec<Text> = cut.finding.0.iter().map(|name| finding(name)).collect();
            let kinds = Text::join(&kinds, " hoặc ", " or ");
            let values = [("kinds", kinds), ("each", Text::same(percent(cut.each)))];
            say(
                Message(
                    "; mỗi lần {kinds} trừ {each} giá trị của việc đó, không dưới 0",
                    "; each time {kinds} takes {each} of its worth, never below 0",
                ),
                &values,
            );
        }
        if let Some(per) = &self.spec.per {
            say(
                Message("; chia cho chỉ tiêu «{per}»", "; divided by the indicator `{per}`"),
                &[("per", Text::same(per))],
            );
        }
        for (target, when) in self.spec.target.0.iter().zip(&self.when) {
            let said = |share: Rational| [("share", Text::same(percent(share)))];
            match (target.at_least, target.at_most, target.change) {
                (Some(least), ..) => {
                    say(Message("; mục tiêu ít nhất {share}", "; target: at least {share}"), &said(least))
                }
                (_, Some(most), _) => {
                    say(Message("; mục tiêu không quá {share}", "; target: at most {share}"), &said(most))
                }
                (.., Some(change)) => {
                    let against = target.against.map_or_else(String::new, |period| period.to_string());
                    let [share] = said(change);
                    say(
                        Message(
                            "; mục tiêu thay đổi {share} so với kỳ {against}",
                            "; target: {share} against {against}",
                        ),
                        &[share, ("against", Text::same(against))],
                    );
                }
                _ => {}
            }
            if let Some(when) = when {
                say(Message(" khi {when}", " where {when}"), &[("when", holds(when))]);
            }
        }
        say(Message(".", "."), &[]);
        Text::join(&said, "", "")
    }
}

impl RecordKind {
    /// What it says, in one sentence.
    pub(crate) fn words(&self) -> Text {
        let spec = &self.spec;
        let says = match spec.r#type {
            RecordType::Expected => Message("việc phải có", "something expected"),
            RecordType::Seen => Message("điều đã thấy", "something seen"),
            RecordType::Measured => Message("điều đo được", "something measured"),
            RecordType::Decided => {
                Message("điều được quyết định, có người, lúc và lý do", "something decided, with who, when and why")
            }
        };
        let mut said = vec![
            Message("{title}: {says}", "{title}: {says}").fill(&[("title", spec.title.clone()), ("says", says.text())]),
        ];
        let mut say = |message: Message, values: &[(&str, Text)]| said.push(message.fill(values));
        match spec.silence {
            Some(Unseen::Missed) => {
                say(Message("; không thấy là không có", "; nothing seen means that it was missed"), &[])
            }
            Some(Unseen::Unknown) => say(Message("; không thấy là chưa rõ", "; nothing seen means unknown"), &[]),
            None => {}
        }
        if spec.list == ListKind::Closed {
            say(
                Message(
                    "; chỉ khi danh sách đã chốt thì không có dòng mới là không có",
                    "; no row means none only once the list is declared complete",
                ),
                &[],
            );
        }
        if let Some(of) = &spec.of {
            let by = Text::same(spec.r#match.join(", "));
            say(
                Message("; ghép với «{of}» theo {by}", "; matched with `{of}` by {by}"),
                &[("of", Text::same(of)), ("by", by)],
            );
        }
        for find in &self.finds {
            let name = find.spec.title.clone().unwrap_or_else(|| finding(&find.spec.finding));
            say(Message("; là phát hiện {name}", "; makes the finding {name}"), &[("name", name)]);
        }
        say(Message(".", "."), &[]);
        Text::join(&said, "", "")
    }
}
