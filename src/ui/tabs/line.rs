//! One line of text, cut to a width: what cells and rows of lists are made of.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId, Galley, Pos2, Rect, Ui, pos2};

use crate::ui::article;

/// No line of a window holds more characters; what is cut off need not be laid out. A passage may be a whole article.
const LONGEST: usize = 400;

/// A part of a line: its words, their face, their colour.
pub type Part<'a> = (&'a str, FontId, Color32);

/// Lays out one line that is cut with “…” at a width in points. Line ends become spaces.
pub fn line<'a>(ui: &Ui, parts: impl IntoIterator<Item = Part<'a>>, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    let mut left = LONGEST;
    for (text, font, colour) in parts {
        let words: String = text.chars().take(left).collect();
        left -= words.chars().count();
        job.append(&words, 0.0, TextFormat::simple(font, colour));
    }
    article::one_line(ui, job, width)
}

/// Paints one line in the middle of a rectangle, from its left. Gives back whether all of it could be shown.
pub fn paint<'a>(ui: &Ui, rect: Rect, parts: impl IntoIterator<Item = Part<'a>>) -> bool {
    let galley = line(ui, parts, rect.width());
    let whole = !galley.elided && !galley.text().starts_with('…') && !galley.text().ends_with('…');
    ui.painter().galley(left_middle(rect, galley.size().y), galley, Color32::PLACEHOLDER);
    whole
}

fn left_middle(rect: Rect, height: f32) -> Pos2 {
    pos2(rect.left(), (rect.center().y - height / 2.0).round())
}
