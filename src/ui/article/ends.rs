//! Moving an end of an annotation, by the mouse or from the keyboard. What is moved is a proposal until it is done.

use std::ops::Range;

use super::page::{Event, Page};
use crate::model::AnnotationId;
use crate::text::grapheme::trim;

/// An annotation with one end that stays and one that moves; the moving end may pass the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ends {
    /// The annotation.
    pub(super) id: AnnotationId,
    /// The end that stays, in bytes of the text.
    pub(super) fixed: usize,
    /// The end that moves.
    pub(super) at: usize,
}

impl Ends {
    /// With the end of the passage to be moved.
    pub(super) fn of(id: AnnotationId, range: &Range<usize>) -> Self {
        Self { id, fixed: range.start, at: range.end }
    }

    /// What the passage would be now, with white space at its ends.
    pub(super) fn range(&self) -> Range<usize> {
        self.fixed.min(self.at)..self.fixed.max(self.at)
    }

    /// Moves the other end from here on.
    pub(super) fn turn(&mut self) {
        std::mem::swap(&mut self.fixed, &mut self.at);
    }

    /// What is to be told when the end has been moved; nothing if the passage is what it was, or would be empty.
    pub(super) fn done(&self, page: &Page<'_>) -> Option<Event> {
        let range = trim(page.article.text(), self.range());
        let was = page.project.place(self.id).map(|(_, range)| range);
        (!range.is_empty() && was.as_ref() != Some(&range)).then_some(Event::Resized(self.id, range))
    }
}
