//! Paragraphs set one below the other, as the rows of one text.

use std::ops::Range;

use egui::{Painter, Pos2, Rect, Vec2, vec2};

use super::label::Paragraph;
use super::{Lines, RowBox, Words};
use crate::text::script::Unseen;
use crate::ui::theme::Tokens;

impl Words {
    fn paragraph_of(&self, byte: usize) -> Option<&Paragraph> {
        let after = self.paragraphs().partition_point(|paragraph| paragraph.start <= byte);
        self.paragraphs().get(after.saturating_sub(1))
    }

    /// The paragraph that has a row, and the number of the row in it.
    fn at_row(&self, row: usize) -> Option<(&Paragraph, usize)> {
        let after = self.paragraphs().partition_point(|paragraph| paragraph.first <= row);
        self.paragraphs().get(after.saturating_sub(1)).map(|paragraph| (paragraph, row - paragraph.first))
    }
}

/// Answers for words that egui does not set right; others have no rows here.
impl Lines for Words {
    fn height(&self) -> f32 {
        Words::height(self)
    }

    fn rows(&self) -> usize {
        self.paragraphs().last().map_or(0, |last| last.first + last.lines.rows())
    }

    fn row_bytes(&self, row: usize) -> Range<usize> {
        let end = self.text().len();
        self.at_row(row).map_or(end..end, |(paragraph, row)| {
            let bytes = paragraph.lines.row_bytes(row);
            // The last row of a paragraph has its line end.
            let line_end = usize::from(row + 1 == paragraph.lines.rows());
            paragraph.start + bytes.start..(paragraph.start + bytes.end + line_end).min(end)
        })
    }

    fn row_rect(&self, row: usize) -> Rect {
        self.at_row(row).map_or(Rect::ZERO, |(paragraph, row)| paragraph.lines.row_rect(row).translate(vec2(0.0, paragraph.top)))
    }

    fn row_of(&self, byte: usize) -> usize {
        self.paragraph_of(byte).map_or(0, |paragraph| paragraph.first + paragraph.lines.row_of(byte.saturating_sub(paragraph.start)))
    }

    fn boxes(&self, range: Range<usize>) -> Vec<RowBox> {
        let of_paragraph = |paragraph: &Paragraph| {
            let len = paragraph.lines.words().len();
            let local = |byte: usize| byte.saturating_sub(paragraph.start).min(len);
            let mut boxes = paragraph.lines.boxes(local(range.start)..local(range.end));
            for found in &mut boxes {
                found.row += paragraph.first;
                found.rect = found.rect.translate(vec2(0.0, paragraph.top));
                found.bytes = paragraph.start + found.bytes.start..paragraph.start + found.bytes.end;
            }
            boxes
        };
        self.paragraphs().iter().filter(|paragraph| paragraph.start < range.end).flat_map(of_paragraph).collect()
    }

    fn caret(&self, byte: usize) -> Rect {
        self.paragraph_of(byte).map_or(Rect::ZERO, |paragraph| {
            let local = byte.saturating_sub(paragraph.start);
            paragraph.lines.caret(local).translate(vec2(0.0, paragraph.top))
        })
    }

    fn byte_at(&self, point: Vec2) -> usize {
        let after = self.paragraphs().partition_point(|paragraph| paragraph.top <= point.y);
        let paragraph = self.paragraphs().get(after.saturating_sub(1));
        paragraph.map_or(0, |paragraph| paragraph.start + paragraph.lines.byte_at(point - vec2(0.0, paragraph.top)))
    }

    fn runs_left(&self, byte: usize) -> bool {
        self.paragraph_of(byte).is_some_and(|paragraph| paragraph.lines.runs_left(byte.saturating_sub(paragraph.start)))
    }

    fn unseen(&self) -> &[Unseen] {
        // They are drawn with the words.
        &[]
    }

    fn words(&self) -> &str {
        self.text()
    }

    fn draw(&self, painter: &Painter, origin: Pos2, tokens: &Tokens) {
        Words::draw(self, painter, origin, tokens.text, tokens);
    }
}
