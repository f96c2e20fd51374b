//! Which annotations are to be drawn, and how they share the room where they overlap.
//!
//! Overlapping highlights lie in lanes, row by row: the underlines of up to [`LANES`] of them stand one under the other;
//! those beyond have none, and the number in the margin counts them. Fills of two at most lie over each other, so that
//! words stay readable.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use egui::Pos2;

use super::page::Page;
use super::visible::{Part, Visible};
use crate::model::{AnnotationId, Verdict};

/// How many underlines stand under each other.
const LANES: usize = 4;
/// How far highlights may reach into each other and still count as neighbours, in points.
const TOUCH: f32 = 0.5;
/// How many lanes are filled.
const FILLED: usize = 2;
/// How many highlights are drawn at once, the smallest first; beyond that a page is unreadable, not only slow.
const MOST: usize = 1000;

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
    fn is_at(&self, point: Pos2) -> bool {
        self.parts.iter().any(|part| part.rect.expand2(egui::vec2(1.0, 2.0)).contains(point))
    }
}

/// The highlights of the blocks in view, in the order of the text. The cost follows what is in view.
pub(super) fn gather(page: &Page<'_>, visible: &Visible) -> Vec<Highlight> {
    let mut found = page.article.places().overlapping(visible.bytes());
    if found.len() > MOST {
        found.sort_by_key(|(range, _)| range.len());
        found.truncate(MOST);
        found.sort_by_key(|(range, id)| (range.start, Reverse(range.end), *id));
    }
    let shown = found.into_iter().filter_map(|(range, id)| {
        let annotation = page.project.annotation(id).filter(|annotation| (page.filter)(annotation))?;
        Some((range, id, annotation.standing().verdict))
    });
    let mut highlights: Vec<Highlight> =
        shown.map(|(range, id, verdict)| Highlight { id, parts: visible.parts(&range), range, verdict }).collect();
    let parts = highlights.iter_mut().flat_map(|highlight| &mut highlight.parts);
    give_lanes(parts);
    highlights
}

/// Gives each part the first lane that is free where it starts on its row. The parts come in the order of the text.
fn give_lanes<'a>(parts: impl Iterator<Item = &'a mut Part>) {
    let mut rows: BTreeMap<i64, [f32; LANES]> = BTreeMap::new();
    for part in parts {
        let taken_until = rows.entry(part.rect.top().round() as i64).or_insert([f32::NEG_INFINITY; LANES]);
        let free = taken_until.iter_mut().enumerate().find(|(_, until)| **until <= part.rect.left() + TOUCH);
        part.lane = free.map(|(lane, until)| {
            *until = part.rect.right();
            lane
        });
    }
}

/// Whether a part has a fill.
pub(super) fn is_filled(part: &Part) -> bool {
    part.lane.is_some_and(|lane| lane < FILLED)
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
    use egui::{Rect, pos2};

    use super::*;

    #[test]
    fn overlapping_highlights_get_lanes_of_their_own_on_each_row() {
        let part = |(row, left, right): (u8, f32, f32)| Part {
            rect: Rect::from_min_max(pos2(left, f32::from(row) * 27.0), pos2(right, f32::from(row) * 27.0 + 23.0)),
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
