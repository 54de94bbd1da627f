//! Breaks a tall drawing into columns, so that it fits on a page.

use super::item::{HEIGHT, WIDTH};
use super::layout::{LANE, Layout, ROW, TOP};

/// The distance between two columns.
const GUTTER: i64 = 56;
/// A drawing is at most about this many times as high as it is wide, in tenths.
const TALLEST: i64 = 18;

impl Layout {
    /// The same drawing in as many columns as keep it from being much higher than wide.
    pub(super) fn in_columns(mut self) -> Self {
        let rows = self.nodes.iter().map(|(_, y)| row(*y) + 1).max().unwrap_or(1);
        let crossing = |each: i64| {
            let pairs = self.forward.iter().flat_map(|(_, _, points)| points.windows(2));
            let breaks =
                pairs.filter(|pair| matches!(pair, [(_, one), (_, two)] if row(*one) / each != row(*two) / each));
            i64::try_from(breaks.count()).unwrap_or(0)
        };
        let size = |columns: i64| {
            let each = (rows + columns - 1) / columns;
            let gutter = GUTTER + LANE / 2 * crossing(each);
            (each, self.width + gutter, (self.width + gutter) * columns - gutter, height(each))
        };
        let columns = (1..=rows).find(|columns| {
            let (_, _, wide, high) = size(*columns);
            high * 10 <= wide * TALLEST
        });
        let (each, step, wide, high) = size(columns.unwrap_or(1));
        if each >= rows {
            return self;
        }
        let column = |y: i64| row(y) / each;
        let moved = |(x, y): (i64, i64)| (x + column(y) * step, y - column(y) * each * ROW);
        for (from, _, lane) in &mut self.back {
            let (_, y) = self.nodes.get(*from).copied().unwrap_or_default();
            *lane += column(y) * step;
        }
        for node in &mut self.nodes {
            *node = moved(*node);
        }
        for point in self.forward.iter_mut().flat_map(|(_, _, points)| points) {
            *point = moved(*point);
        }
        // The last column may need less than the widest one.
        let boxes = self.nodes.iter().map(|(x, _)| x + WIDTH / 2 + 24);
        let ways = self.forward.iter().flat_map(|(_, _, points)| points).map(|(x, _)| x + LANE);
        let right = boxes.chain(ways).chain(self.back.iter().map(|(_, _, lane)| lane + 56)).max();
        (self.column, self.width, self.height) = (step, right.map_or(wide, |right| right.min(wide)), high);
        self
    }

    /// The column of a place; 0 if there is only one.
    pub(super) fn column_of(&self, x: i64) -> i64 {
        if self.column == 0 { 0 } else { x / self.column }
    }
}

/// The row of a centre.
fn row(y: i64) -> i64 {
    (y - TOP - HEIGHT / 2) / ROW
}

/// The height of a drawing with this many rows; with columns there is room for flows below the last row.
fn height(rows: i64) -> i64 {
    TOP + (rows - 1) * ROW + HEIGHT + 44
}
