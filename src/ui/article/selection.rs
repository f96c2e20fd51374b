//! A selection over the bytes of a text: where it began, where its moving end is, and by what unit it grows.
//!
//! It knows no screen, so it goes on where nothing is laid out. It may hold white space at its ends while it grows;
//! what is reported is trimmed.

use std::ops::Range;

use crate::text::blocks::Blocks;
use crate::text::grapheme::{ceil_grapheme, floor_grapheme, next_grapheme, trim};
use crate::text::sentence::sentence_at;
use crate::text::word::word_at;

/// What a selection grows by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// What a reader takes for one character.
    Grapheme,
    /// Words.
    Word,
    /// Sentences.
    Sentence,
    /// Paragraphs.
    Paragraph,
}

impl Unit {
    /// The unit for a number of clicks in quick succession.
    pub(super) fn of_clicks(clicks: u32) -> Self {
        match clicks {
            0 | 1 => Self::Grapheme,
            2 => Self::Word,
            3 => Self::Sentence,
            _ => Self::Paragraph,
        }
    }

    /// The unit around a byte; nothing for graphemes, which are between two bytes.
    fn around(self, text: &str, blocks: &Blocks, byte: usize) -> Range<usize> {
        match self {
            Self::Grapheme => byte..byte,
            Self::Word => match word_at(text, byte) {
                word if word.is_empty() => byte..next_grapheme(text, byte),
                word => word,
            },
            Self::Sentence => sentence_at(text, byte),
            Self::Paragraph => blocks.paragraph(text, byte),
        }
    }
}

/// A selection, or a caret if it is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Selection {
    origin: Range<usize>,
    head: usize,
    unit: Unit,
}

impl Selection {
    /// Nothing selected, the caret at a byte that is known to stand between two graphemes.
    pub(super) fn at(byte: usize) -> Self {
        Self { origin: byte..byte, head: byte, unit: Unit::Grapheme }
    }

    /// Nothing selected, the caret at a byte.
    pub(super) fn caret(text: &str, byte: usize) -> Self {
        Self::at(floor_grapheme(text, byte))
    }

    /// A range; the caret is at its end.
    pub(super) fn of(text: &str, range: Range<usize>) -> Self {
        let start = floor_grapheme(text, range.start);
        let end = ceil_grapheme(text, range.end.max(range.start));
        Self { origin: start..start, head: end, unit: Unit::Grapheme }
    }

    /// From where it began to where its moving end is, which may be before.
    pub(super) fn between(text: &str, anchor: usize, head: usize) -> Self {
        let anchor = floor_grapheme(text, anchor);
        Self { origin: anchor..anchor, head: floor_grapheme(text, head), unit: Unit::Grapheme }
    }

    /// The unit at a byte, to grow by that unit.
    pub(super) fn begin(text: &str, blocks: &Blocks, byte: usize, unit: Unit) -> Self {
        let byte = floor_grapheme(text, byte);
        let origin = unit.around(text, blocks, byte);
        Self { head: origin.end, origin, unit }
    }

    /// Moves the moving end to a byte, or to the far end of the unit there.
    pub(super) fn extend(&mut self, text: &str, blocks: &Blocks, byte: usize) {
        let byte = floor_grapheme(text, byte);
        let there = self.unit.around(text, blocks, byte);
        self.reach(there);
    }

    fn reach(&mut self, there: Range<usize>) {
        self.head = if there.start < self.origin.start { there.start } else { there.end.max(self.origin.end) };
    }

    /// Moves the moving end to exactly a byte, whatever it grew by before.
    pub(super) fn extend_exactly(&mut self, text: &str, byte: usize) {
        if self.unit != Unit::Grapheme {
            let fixed = if self.head < self.origin.end { self.origin.end } else { self.origin.start };
            *self = Self { origin: fixed..fixed, head: self.head, unit: Unit::Grapheme };
        }
        let byte = floor_grapheme(text, byte);
        self.reach(byte..byte);
    }

    /// What is selected.
    pub(super) fn range(&self) -> Range<usize> {
        self.head.min(self.origin.start)..self.head.max(self.origin.end)
    }

    /// Where the selection began and where its moving end is.
    pub(super) fn ends(&self) -> (usize, usize) {
        let range = self.range();
        if self.head <= range.start { (range.end, range.start) } else { (range.start, range.end) }
    }

    /// Where the moving end is.
    pub(super) fn head(&self) -> usize {
        self.head
    }

    /// What is selected, as it is reported: trimmed; `None` if no word is in it.
    pub(super) fn words(&self, text: &str) -> Option<Range<usize>> {
        let range = self.range();
        let trimmed = if range.is_empty() { range } else { trim(text, range) };
        (!trimmed.is_empty()).then_some(trimmed)
    }

    /// Takes the white space off both ends.
    pub(super) fn tidy(&mut self, text: &str) {
        if let Some(words) = self.words(text) {
            let backwards = self.head < self.origin.end && self.head <= self.origin.start;
            let (fixed, head) = if backwards { (words.end, words.start) } else { (words.start, words.end) };
            *self = Self { origin: fixed..fixed, head, unit: Unit::Grapheme };
        }
    }
}

/// The words of a range to be copied: its paragraphs parted by a blank line.
pub(super) fn copied(text: &str, range: Range<usize>) -> String {
    crate::text::position::slice(text, range).replace('\n', "\n\n")
}
