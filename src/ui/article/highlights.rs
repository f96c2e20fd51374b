//! Which annotations are to be drawn, and how they share the room where they overlap.
//!
//! Overlapping highlights lie in lanes: the underlines of up to [`LANES`] of them stand one under the other; those
//! beyond have none, and the number in the margin counts them. Fills of two at most lie over each other, so that words
//! stay readable.

use std::ops::Range;

use egui::Pos2;

use super::page::Page;
use super::visible::{Part, Visible};
use crate::model::{AnnotationId, Verdict};

/// How many underlines stand under each other.
const LANES: usize = 4;
/// How many lanes are filled.
const FILLED: usize = 2;
/// How many highlights are drawn at once; beyond that a page is unreadable, not only slow.
const MOST: usize = 1000;

/// An annotation in view.
pub(super) struct Highlight {
    /// The annotation.
    pub(super) id: AnnotationId,
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// How it stands.
    pub(super) verdict: Option<Verdict>,
    /// Where its underline goes, counted from the words; none if there is no room for it.
    pub(super) lane: Option<usize>,
    /// Its rows in view.
    pub(super) parts: Vec<Part>,
}

impl Highlight {
    /// Whether its words have a fill.
    pub(super) fn is_filled(&self) -> bool {
        self.lane.is_some_and(|lane| lane < FILLED)
    }

    fn is_at(&self, point: Pos2) -> bool {
        self.parts.iter().any(|part| part.rect.expand2(egui::vec2(1.0, 2.0)).contains(point))
    }
}

/// The highlights of the blocks in view, in the order of the text. The cost follows what is in view.
pub(super) fn gather(page: &Page<'_>, visible: &Visible) -> Vec<Highlight> {
    let found = page.article.places().overlapping(visible.bytes());
    let shown = found.into_iter().filter_map(|(range, id)| {
        let annotation = page.project.annotation(id).filter(|annotation| (page.filter)(annotation))?;
        Some((range, id, annotation.standing().verdict))
    });
    let shown: Vec<_> = shown.take(MOST).collect();
    let lanes = lanes(shown.iter().map(|(range, ..)| range));
    let placed = shown.into_iter().zip(lanes);
    placed.map(|((range, id, verdict), lane)| Highlight { id, parts: visible.parts(&range), range, verdict, lane }).collect()
}

/// Gives each range the first lane that is free where it starts. The ranges come in order of their starts.
fn lanes<'a>(ranges: impl Iterator<Item = &'a Range<usize>>) -> Vec<Option<usize>> {
    let mut taken_until = [0; LANES];
    let lane_of = |range: &Range<usize>| {
        let (lane, until) = taken_until.iter_mut().enumerate().find(|(_, until)| **until <= range.start)?;
        *until = range.end;
        Some(lane)
    };
    ranges.map(lane_of).collect()
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
    #![allow(clippy::indexing_slicing, clippy::single_range_in_vec_init)]

    use super::*;

    #[test]
    fn overlapping_highlights_get_lanes_of_their_own() {
        for (ranges, expected) in [
            (vec![0..5, 5..9], vec![Some(0), Some(0)]),
            (vec![0..9, 2..4, 4..6], vec![Some(0), Some(1), Some(1)]),
            (vec![0..9, 1..9, 2..9, 3..9, 4..9, 9..10], vec![Some(0), Some(1), Some(2), Some(3), None, Some(0)]),
            (vec![], vec![]),
        ] {
            assert_eq!(lanes(ranges.iter()), expected, "{ranges:?}");
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
