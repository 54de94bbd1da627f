//! Separates different frames, so that each frame is one rectangle.

use super::item::{HEIGHT, Item};
use crate::base::Gather;
use std::collections::BTreeMap;

/// Number of passes; frames that still overlap afterwards are left so.
const ROUNDS: usize = 24;
/// The space beside a frame, for its line and those of the frames inside it.
const ROOM: i64 = HEIGHT / 4;

/// An outermost frame: its content, and its left and right edges.
struct Frame {
    items: Vec<usize>,
    left: i64,
    right: i64,
}

/// Moves whole frames and single items to the right, row by row, until no outermost frame overlaps another or an item.
pub(super) fn keep_apart(items: &mut [Item], rows: &[Vec<usize>]) {
    let mut frames: BTreeMap<usize, Frame> = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        if let Some(call) = item.calls.first() {
            let (left, right) = (item.x - item.room / 2 - ROOM, item.x + item.room / 2 + ROOM);
            let frame = frames.entry(*call).or_insert(Frame { items: Vec::new(), left, right });
            frame.items.push(index);
            (frame.left, frame.right) = (frame.left.min(left), frame.right.max(right));
        }
    }
    for _ in 0..if frames.is_empty() { 0 } else { ROUNDS } {
        let mut moved = false;
        for row in rows {
            let mut before: Option<(Option<usize>, i64)> = None;
            for index in row {
                let Some(item) = items.get_mut(*index) else { continue };
                let call = item.calls.first().copied();
                let frame = call.and_then(|call| frames.get_mut(&call));
                let left = frame.as_ref().map_or(item.x - item.room / 2, |frame| frame.left);
                let lack = match before {
                    Some((other, edge)) if call.is_none() || other != call => (edge - left).max(0),
                    _ => 0,
                };
                moved |= lack > 0;
                let right = match frame {
                    Some(frame) => {
                        (frame.left, frame.right) = (frame.left + lack, frame.right + lack);
                        for index in frame.items.iter().filter(|_| lack > 0) {
                            items.get_mut(*index).into_iter().for_each(|item| item.x += lack);
                        }
                        frame.right
                    }
                    None => {
                        item.x += lack;
                        item.x + item.room / 2
                    }
                };
                before = Some((call, right));
            }
        }
        if !moved {
            break;
        }
    }
}

/// Where each frame wants to be: at the mean of its content.
pub(super) fn means(items: &[Item]) -> BTreeMap<usize, i64> {
    let mut sums: BTreeMap<usize, (i64, i64)> = BTreeMap::new();
    for item in items {
        for call in &item.calls {
            let (sum, count) = sums.entry(*call).or_default();
            (*sum, *count) = (*sum + item.x, *count + 1);
        }
    }
    sums.into_iter().map(|(call, (sum, count))| (call, sum / count.max(1))).into_map()
}
