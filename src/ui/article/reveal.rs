//! Bringing a place into view: at once, and without moving the page if it is in view already.

use std::ops::Range;

use super::layout::Typesetter;
use super::scroll::{Anchor, Placed, Stack as _};

/// Where on the page a passage is shown that was jumped to, as a fraction of its height.
const JUMP_TO: f32 = 0.3;

/// A place that has to come into view.
#[derive(Clone, Debug)]
pub(super) enum Reveal {
    /// A passage, at a good height if it is not in view.
    Passage(Range<usize>),
    /// The row of a byte, with the least motion.
    Row(usize),
}

impl Reveal {
    /// The anchor that shows it, if the page has to move.
    pub(super) fn anchor(&self, set: &mut Typesetter<'_>, placed: &[Placed], height: f32) -> Option<Anchor> {
        let mut top_of = |byte: usize| {
            let block = set.blocks().at(byte);
            let placed = placed.iter().find(|placed| placed.block == block)?;
            Some(placed.top + set.row_top(block, byte))
        };
        match self {
            Self::Passage(range) => {
                let (first, last) = (top_of(range.start), top_of(range.end.saturating_sub(1).max(range.start)));
                let line = set.line();
                let room = line * 0.5..height - line * 1.5;
                let first_seen = first.is_some_and(|y| room.contains(&y));
                let last_seen = last.is_some_and(|y| y < height - line) || range.len() > 2000;
                (!(first_seen && last_seen)).then_some(Anchor { byte: range.start, y: height * JUMP_TO })
            }
            Self::Row(byte) => {
                let y = top_of(*byte);
                let line = set.line();
                let block = set.blocks().at(*byte);
                let start = set.row_top(block, *byte);
                let in_first_row = block == 0 && start <= set.row_top(0, 0);
                let highest = if in_first_row { start } else { line * 0.5 };
                let lowest = (height - line * 1.75).max(highest);
                let above = y.map_or_else(|| placed.first().is_some_and(|first| block < first.block), |y| y < highest);
                let below = y.is_none_or(|y| y > lowest);
                let to = if above { Some(highest) } else { below.then_some(lowest) };
                to.map(|y| Anchor { byte: *byte, y })
            }
        }
    }
}
