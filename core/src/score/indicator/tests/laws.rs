//! Sums add up, in any order and over shards; the ends are those of a slow search through all that is not known.

use crate::base::error::Faults;
use crate::base::exact::Rational;
use crate::base::shape::Cursor;
use crate::base::value::parse_json;
use crate::score::indicator::compiled::{Context, Indicator};
use crate::score::indicator::measure::ends;
use crate::score::indicator::tally::{Judgement, Tally};
use crate::testing::cases;
use indexmap::IndexMap;
use proptest::prelude::*;

fn indicator(measure: &str) -> Indicator {
    let text = format!(r#"{{"title": "T", "dimension": "time", "table": "cases", "of": "events > 0", {measure}}}"#);
    let node = parse_json(text.as_bytes()).unwrap();
    let mut faults = Faults::new();
    let context = Context { kinds: &IndexMap::new(), names: &[] };
    let found = Indicator::compile("t", &Cursor::root(&node, None), context, &mut faults);
    found.unwrap_or_else(|| panic!("{:?}", faults.iter().collect::<Vec<_>>()))
}

fn whole(number: i64) -> Rational {
    Rational::from(number)
}

/// A row: whether it counts, the least and the most that it is worth in quarters, and its weight.
fn row() -> impl Strategy<Value = Judgement> {
    (prop_oneof![3 => Just(Some(true)), 1 => Just(Some(false)), 1 => Just(None)], 0_i64..=4, 0_i64..=4, 1_i64..=3)
        .prop_map(|(of, a, b, weight)| {
            let quarter = |n: i64| Rational::new(n.into(), 4).unwrap();
            // Half of the rows are known.
            let (low, high) =
                if (a + b) % 2 == 0 { (quarter(a), quarter(a)) } else { (quarter(a.min(b)), quarter(a.max(b))) };
            Judgement { of, extra: Some(false), worth: Some((low, high)), weight: whole(weight), word: None }
        })
}

fn tally(rows: &[Judgement]) -> Tally {
    let mut tally = Tally::default();
    rows.iter().for_each(|row| tally.see(row));
    tally
}

/// What rows are worth, and their weights.
type Taken = [(Rational, Rational)];
type Value<'a> = &'a dyn Fn(&Taken) -> Option<Rational>;
type See<'a> = &'a mut dyn FnMut(&Taken);

/// Every way in which what is not known may turn out, at its ends: the slow and obvious way.
fn all_ways(rows: &[Judgement], value: Value<'_>) -> (Option<Rational>, Option<Rational>) {
    fn go(rows: &[Judgement], taken: &mut Vec<(Rational, Rational)>, see: See<'_>) {
        let Some((row, rest)) = rows.split_first() else { return see(taken) };
        let (low, high) = row.worth.unwrap();
        if row.of != Some(true) {
            go(rest, taken, see);
        }
        if row.of != Some(false) {
            for worth in [low, high] {
                taken.push((worth, row.weight));
                go(rest, taken, see);
                taken.pop();
            }
        }
    }
    let (mut low, mut high) = (None::<Rational>, None::<Rational>);
    go(rows, &mut Vec::new(), &mut |taken| {
        if let Some(value) = value(taken) {
            low = Some(low.map_or(value, |low| low.min(value)));
            high = Some(high.map_or(value, |high| high.max(value)));
        }
    });
    (low, high)
}

fn mean(taken: &[(Rational, Rational)]) -> Option<Rational> {
    let sum = Rational::sum(taken.iter().map(|(worth, weight)| worth.times(*weight).unwrap()))?;
    sum.over(Rational::sum(taken.iter().map(|(_, weight)| *weight))?)
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn the_ends_of_a_share_are_those_of_all_ways(rows in prop::collection::vec(row(), 0..7)) {
        let indicator = indicator(r#""met": "findings == 0""#);
        let found = ends(&indicator, &tally(&rows), true, false);
        prop_assert_eq!((found.low, found.high), all_ways(&rows, &mean));
        if let Some(value) = found.value {
            prop_assert!(found.low.unwrap() <= value && value <= found.high.unwrap());
        }
    }

    #[test]
    fn the_ends_of_a_mean_are_those_of_all_ways(rows in prop::collection::vec(row(), 0..7)) {
        let indicator = indicator(r#""mean": "findings""#);
        let found = ends(&indicator, &tally(&rows), true, false);
        prop_assert_eq!((found.low, found.high), all_ways(&rows, &mean));
    }

    /// Rows of known numbers, of which it may be open whether they count.
    #[test]
    fn counts_sums_and_percentiles_are_those_of_all_ways(
        rows in prop::collection::vec((prop_oneof![Just(Some(true)), Just(None), Just(Some(false))], -3_i64..6), 0..8),
        part in 1_i64..=10,
    ) {
        let judged = |worth: &dyn Fn(i64) -> i64| -> Vec<Judgement> {
            let one = |(of, number): &(Option<bool>, i64)| {
                let number = whole(worth(*number));
                Judgement { of: *of, extra: Some(false), worth: Some((number, number)), weight: Rational::ONE, word: None }
            };
            rows.iter().map(one).collect()
        };
        let sum = |taken: &[(Rational, Rational)]| Rational::sum(taken.iter().map(|(worth, _)| *worth));
        if !rows.is_empty() {
            let numbers = judged(&|number| number);
            let found = ends(&indicator(r#""sum": "findings""#), &tally(&numbers), true, false);
            prop_assert_eq!((found.low, found.high), all_ways(&numbers, &sum));
            let ones = judged(&|_| 1);
            let found = ends(&indicator(r#""count": "rows""#), &tally(&ones), true, false);
            prop_assert_eq!((found.low, found.high), all_ways(&ones, &sum));
        }
        let numbers = judged(&|number| number);
        let percentile = |taken: &[(Rational, Rational)]| {
            let mut sorted: Vec<Rational> = taken.iter().map(|(worth, _)| *worth).collect();
            sorted.sort();
            let rank = (part * sorted.len() as i64 + 9) / 10;
            sorted.get(rank.max(1) as usize - 1).copied()
        };
        let found = ends(&indicator(&format!(r#""percentile": ["{part}/10", "findings"]"#)), &tally(&numbers), true, false);
        prop_assert_eq!((found.low, found.high), all_ways(&numbers, &percentile));
    }

    #[test]
    fn shards_add_up_in_any_order(rows in prop::collection::vec(row(), 0..20), cut in 0_usize..20) {
        let whole = tally(&rows);
        let (one, other) = rows.split_at(cut.min(rows.len()));
        let (mut forth, mut back) = (tally(one), tally(other));
        forth.merge(&tally(other));
        back.merge(&tally(one));
        prop_assert_eq!(&forth, &whole);
        prop_assert_eq!(&back, &whole);
        prop_assert_eq!(whole.rows, whole.counted + whole.extras + whole.not_of + whole.of_unknown + whole.worth_unknown);
    }
}
