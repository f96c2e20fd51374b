//! Which annotations are to be drawn, and how they share the room where they overlap.
//!
//! Overlapping highlights lie in lanes, row by row: the underlines and fills of up to [`LANES`] of them can be told apart,
//! each further fill being weaker, so that words stay readable. Beyond that a row says how many more there are. What one
//! frame draws is bounded too: the smallest passages come first, and those that are left out are counted likewise.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use egui::{Pos2, Rangef, Rect};

use super::crowd::{self, Candidate, Crowd};
use super::page::Page;
use super::visible::{Part, Visible};
use crate::model::{AnnotationId, Verdict};
use crate::ui::theme::FILLS;

/// How many underlines stand under each other, and fills over each other.
const LANES: usize = FILLS;
/// How far highlights may reach into each other and still count as neighbours, in points.
const TOUCH: f32 = 0.5;
/// How many parts are placed in a frame where there are many highlights.
const PARTS: usize = crowd::DRAWN;

/// An annotation in view.
pub(super) struct Highlight {
    /// The annotation.
    pub(super) id: AnnotationId,
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// How it stands.
    pub(super) verdict: Option<Verdict>,
    /// Its rows in view.
    pub(super) parts: Vec<Part>,
}

impl Highlight {
    /// Whether a point on the screen is on its words.
    pub(super) fn is_at(&self, point: Pos2) -> bool {
        self.parts.iter().any(|part| part.rect.expand2(egui::vec2(1.0, 2.0)).contains(point))
    }
}

/// What is marked in view.
#[derive(Default)]
pub(super) struct Marked {
    /// What is drawn, in the order of the text.
    pub(super) highlights: Vec<Highlight>,
    /// The rows with more annotations than there are lanes, and how many more.
    pub(super) beyond: Vec<(Rect, usize)>,
}

/// What is marked in the blocks in view. The cost follows what is in view, and where that is very much, what is drawn.
pub(super) fn gather(page: &Page<'_>, visible: &Visible, crowd: &mut Crowd) -> Marked {
    crowd.look(page, visible.bytes());
    let mut room = if crowd.is_many() { PARTS } else { usize::MAX };
    let mut highlights = Vec::with_capacity(crowd.drawn().len());
    let mut left_out = Vec::new();
    for Candidate { range, id, verdict } in crowd.drawn().iter().cloned() {
        if room == 0 {
            left_out.push(range);
            continue;
        }
        let parts = visible.parts(&range);
        room = room.saturating_sub(parts.len().max(1));
        highlights.push(Highlight { id, range, verdict, parts });
    }
    highlights.sort_unstable_by_key(|highlight| (highlight.range.start, Reverse(highlight.range.end), highlight.id));
    give_lanes(highlights.iter_mut().flat_map(|highlight| &mut highlight.parts));
    let beyond = beyond(&highlights, &left_out, crowd, visible);
    Marked { highlights, beyond }
}

/// Gives each part the first lane that is free where it lies on its row.
fn give_lanes<'a>(parts: impl Iterator<Item = &'a mut Part>) {
    let mut rows: BTreeMap<i64, [Vec<Rangef>; LANES]> = BTreeMap::new();
    for part in parts {
        let lanes = rows.entry(row_of(&part.rect)).or_default();
        let x = part.rect.x_range();
        let is_free = |taken: &Vec<Rangef>| taken.iter().rev().all(|taken| taken.max <= x.min + TOUCH || taken.min >= x.max - TOUCH);
        let free = lanes.iter_mut().enumerate().find(|(_, taken)| is_free(taken));
        part.lane = free.map(|(lane, taken)| {
            taken.push(x);
            lane
        });
    }
}

fn row_of(rect: &Rect) -> i64 {
    rect.top().round() as i64
}

/// The rows on which annotations have no lane or are left out, and how many.
fn beyond(highlights: &[Highlight], left_out: &[Range<usize>], crowd: &Crowd, visible: &Visible) -> Vec<(Rect, usize)> {
    let mut rows: BTreeMap<i64, (Rect, usize)> = BTreeMap::new();
    for highlight in highlights {
        let mut counted = None;
        for part in highlight.parts.iter().filter(|part| part.lane.is_none()) {
            let row = row_of(&part.rect);
            if counted.replace(row) != Some(row) {
                rows.entry(row).or_insert((part.rect, 0)).1 += 1;
            }
        }
    }
    if crowd.is_many() {
        for (bytes, rect) in visible.rows() {
            let near = left_out.iter().filter(|range| range.start < bytes.end && bytes.start < range.end).count();
            let over = near + crowd.left_out(&bytes);
            if over > 0 {
                rows.entry(row_of(&rect)).or_insert((rect, 0)).1 += over;
            }
        }
    }
    rows.into_values().collect()
}

/// The annotations whose words are at a point on the screen, the smallest first.
pub(super) fn at(highlights: &[Highlight], point: Pos2) -> Vec<AnnotationId> {
    smallest_first(highlights.iter().filter(|highlight| highlight.is_at(point)))
}

/// Annotations by the length of their passages, the smallest first.
pub(super) fn smallest_first<'a>(highlights: impl Iterator<Item = &'a Highlight>) -> Vec<AnnotationId> {
    let mut found: Vec<&Highlight> = highlights.collect();
    found.sort_by_key(|highlight| (highlight.range.len(), highlight.id));
    found.into_iter().map(|highlight| highlight.id).collect()
}

/// The one that a click takes: the first, or the one after that in hand.
pub(super) fn pick(candidates: &[AnnotationId], in_hand: Option<AnnotationId>) -> Option<AnnotationId> {
    let held = candidates.iter().position(|id| Some(*id) == in_hand);
    let next = held.map_or(0, |at| (at + 1) % candidates.len());
    candidates.get(next).copied()
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn overlapping_highlights_get_lanes_of_their_own_on_each_row() {
        let part = |(row, left, right): (u8, f32, f32)| Part {
            rect: Rect::from_min_max(pos2(left, f32::from(row) * 27.0), pos2(right, f32::from(row) * 27.0 + 23.0)),
            backwards: false,
            from_before: false,
            goes_on: false,
            lane: None,
        };
        for (parts, expected) in [
            (vec![(0, 0., 5.), (0, 5., 9.)], vec![Some(0), Some(0)]),
            (vec![(0, 0., 9.), (0, 2., 4.), (0, 4., 6.)], vec![Some(0), Some(1), Some(1)]),
            (vec![(0, 0., 9.), (0, 2., 9.), (1, 0., 4.)], vec![Some(0), Some(1), Some(0)]),
            (
                vec![(0, 0., 9.), (0, 1., 9.), (0, 2., 9.), (0, 3., 9.), (0, 4., 9.), (0, 9., 10.)],
                vec![Some(0), Some(1), Some(2), Some(3), None, Some(0)],
            ),
            // As passages come whose words run from right to left.
            (vec![(0, 5., 9.), (0, 0., 5.), (0, 4., 6.), (0, 1., 4.)], vec![Some(0), Some(0), Some(1), Some(1)]),
            (vec![], vec![]),
        ] {
            let mut placed: Vec<Part> = parts.iter().copied().map(part).collect();
            give_lanes(placed.iter_mut());
            assert_eq!(placed.iter().map(|part| part.lane).collect::<Vec<_>>(), expected, "{parts:?}");
        }
    }

    #[test]
    fn a_further_click_takes_the_next() {
        let id = |n: u128| AnnotationId::new(0, n);
        let all = [id(1), id(2), id(3)];
        for (in_hand, expected) in [(None, 1), (Some(id(9)), 1), (Some(id(1)), 2), (Some(id(3)), 1)] {
            assert_eq!(pick(&all, in_hand), Some(id(expected)));
        }
        assert_eq!(pick(&[], Some(id(1))), None);
    }
}
