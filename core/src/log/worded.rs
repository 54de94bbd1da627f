//! Times in words, as people type them in a cell: `8 giờ 30 ngày 05/3/2026`, `ngày 5 tháng 3 năm 2026`, `15h30 05/03/26`.

use crate::base::text::nfd;

/// What a text in words holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Worded {
    /// A time, written again with signs.
    Time(String),
    /// Two different dates: a contradiction that nobody but the author of the cell can resolve.
    TwoDates,
    /// Something else.
    Other,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Token {
    /// A number and how many digits it has.
    Number(u32, usize),
    Hour,
    Minute,
    Second,
    Month,
    Year,
    Morning,
    Afternoon,
    /// A word without meaning for a time, such as `ngày` or `lúc`.
    Filler,
    Sign(char),
}

/// Reads a text in words.
pub(super) fn reword(text: &str) -> Worded {
    let Some(tokens) = tokens(text) else { return Worded::Other };
    let mut rest = tokens.as_slice();
    let mut dates: Vec<String> = Vec::new();
    let mut clock: Option<[u32; 3]> = None;
    let mut half = "";
    while let Some(first) = rest.first() {
        use Token::{Hour, Minute, Month, Number, Second, Sign, Year};
        let (taken, date, time) = match *rest {
            [Number(d, 1..=2), Month, Number(m, 1..=2), Year, Number(y, digits @ (2 | 4)), ..] => {
                (5, Some(format!("{}-{m}-{d}", year(y, digits))), None)
            }
            [Number(y, 4), Sign('-' | '/'), Number(m, 1..=2), Sign('-' | '/'), Number(d, 1..=2), ..] => {
                (5, Some(format!("{y}-{m}-{d}")), None)
            }
            [
                Number(a, 1..=2),
                Sign(s @ ('/' | '-' | '.')),
                Number(b, 1..=2),
                Sign(t),
                Number(y, digits @ (2 | 4)),
                ..,
            ] if s == t && (digits == 4 || s != '.') => (5, Some(format!("{a}/{b}/{}", year(y, digits))), None),
            [Number(h, 1..=2), Hour, Number(m, 1..=2), Minute, Number(s, 1..=2), Second, ..] => {
                (6, None, Some([h, m, s]))
            }
            [Number(h, 1..=2), Hour, Number(m, 1..=2), Minute, ..] => (4, None, Some([h, m, 0])),
            // The hour belongs to the number after it, unless that number begins the date.
            [Number(h, 1..=2), Hour, Number(_, 1..=2), Sign('/' | '-') | Month, ..] => (2, None, Some([h, 0, 0])),
            [Number(h, 1..=2), Hour, Number(m, 1..=2), ..] => (3, None, Some([h, m, 0])),
            [Number(h, 1..=2), Hour, ..] => (2, None, Some([h, 0, 0])),
            [Number(h, 1..=2), Sign(':'), Number(m, 1..=2), Sign(':'), Number(s, 1..=2), ..] => {
                (5, None, Some([h, m, s]))
            }
            [Number(h, 1..=2), Sign(':'), Number(m, 1..=2), ..] => (3, None, Some([h, m, 0])),
            _ => match first {
                Token::Morning => {
                    half = " SA";
                    (1, None, None)
                }
                Token::Afternoon => {
                    half = " CH";
                    (1, None, None)
                }
                Token::Filler | Sign(',' | ';' | '-' | '.' | '(' | ')' | '/' | '–') => (1, None, None),
                _ => return Worded::Other,
            },
        };
        dates.extend(date.filter(|date| !dates.contains(date)));
        clock = time.or(clock);
        rest = rest.get(taken..).unwrap_or_default();
    }
    match (dates.as_slice(), clock) {
        ([date], None) => Worded::Time(date.clone()),
        // `15 giờ chiều` is three in the afternoon already.
        ([date], Some([h, m, s])) if h > 12 => Worded::Time(format!("{date} {h}:{m}:{s}")),
        ([date], Some([h, m, s])) => Worded::Time(format!("{date} {h}:{m}:{s}{half}")),
        ([_, _, ..], _) => Worded::TwoDates,
        _ => Worded::Other,
    }
}

/// A year of four digits; two digits mean the years from 1970 to 2069.
fn year(year: u32, digits: usize) -> u32 {
    match (digits, year) {
        (2, ..70) => 2000 + year,
        (2, _) => 1900 + year,
        _ => year,
    }
}

/// The tokens of a text; `None` if a word is none of a time.
fn tokens(text: &str) -> Option<Vec<Token>> {
    /// No time is longer, in words either.
    const LONGEST: usize = 120;
    if text.len() > LONGEST {
        return None;
    }
    let apart = nfd(text);
    let letters = apart.chars().filter(|letter| !matches!(letter, '\u{300}'..='\u{36f}'));
    let plain: Vec<char> = letters.flat_map(char::to_lowercase).collect();
    let mut rest = plain.as_slice();
    let mut tokens = Vec::new();
    while let [first, after @ ..] = rest {
        let run = |of: fn(char) -> bool| rest.iter().take_while(|letter| of(**letter)).count();
        if first.is_ascii_digit() {
            let digits = run(|letter| letter.is_ascii_digit());
            let (number, left) = rest.split_at_checked(digits)?;
            let value = number.iter().collect::<String>().parse().ok().filter(|_| digits <= 4)?;
            tokens.push(Token::Number(value, digits));
            rest = left;
        } else if first.is_alphabetic() {
            let (word, left) = rest.split_at_checked(run(char::is_alphabetic))?;
            tokens.push(match word.iter().collect::<String>().as_str() {
                "gio" | "h" | "g" => Token::Hour,
                "phut" | "p" | "ph" => Token::Minute,
                "giay" => Token::Second,
                "thang" => Token::Month,
                "nam" => Token::Year,
                "sa" | "am" | "sang" => Token::Morning,
                "ch" | "pm" | "chieu" | "toi" => Token::Afternoon,
                "ngay" | "luc" | "vao" | "hoi" | "den" | "hoac" | "va" | "tu" | "thu" | "hai" | "ba" | "bay"
                | "nhat" | "chu" => Token::Filler,
                _ => return None,
            });
            rest = left;
        } else {
            if !first.is_whitespace() {
                tokens.push(Token::Sign(*first));
            }
            rest = after;
        }
    }
    Some(tokens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_in_words() {
        for (text, expected) in [
            ("8 giờ 30 ngày 05/3/2026", "5/3/2026 8:30:0"),
            ("8 giờ 30 phút, ngày 05 tháng 3 năm 2026", "2026-3-5 8:30:0"),
            ("ngày 5 tháng 3 năm 2026", "2026-3-5"),
            ("15h30 05/03/26", "5/3/2026 15:30:0"),
            ("15h 05/03/2026", "5/3/2026 15:0:0"),
            ("05/03/2026 15h30", "5/3/2026 15:30:0"),
            ("08:15 SA ngày 05/03/2026", "5/3/2026 8:15:0 SA"),
            ("2 giờ chiều, 05/03/2026", "5/3/2026 2:0:0 CH"),
            ("31-12-69", "31/12/2069"),
        ] {
            assert_eq!(reword(text), Worded::Time(expected.into()), "{text}");
        }
        for text in ["05/03/2026 - 07/03/2026", "05/03/2026; 07/03/2026 hoặc", "5/3/2026 8h và 6/3/2026 9h"] {
            assert_eq!(reword(text), Worded::TwoDates, "{text}");
        }
        for text in ["", "hôm qua", "15h30", "thứ hai", "31/12", "ngày mai 5/3/2026"] {
            assert_eq!(reword(text), Worded::Other, "{text}");
        }
    }
}
