//! One line of text, cut to a width: what cells and rows of lists are made of.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Pos2, Rect, Ui, pos2};

use crate::ui::article;

/// No line of a window holds more characters; what is cut off need not be laid out. A passage may be a whole article.
const LONGEST: usize = 400;

/// A part of a line: its words, their face, their colour.
pub type Part<'a> = (&'a str, FontId, Color32);

/// Lays out one line that is cut with “…” at a width in points. Line ends become spaces.
pub fn line<'a>(ui: &Ui, parts: impl IntoIterator<Item = Part<'a>>, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob {
        wrap: TextWrapping { max_width: width.max(0.0), max_rows: 1, break_anywhere: true, overflow_character: Some('…') },
        ..LayoutJob::default()
    };
    let mut left = LONGEST;
    let mut parts = parts.into_iter().peekable();
    while let Some((text, font, colour)) = parts.next() {
        let words: String = text.chars().take(left).map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }).collect();
        left -= words.chars().count();
        // A line of one part is cut where it ends for the reader, which may be at its left.
        let alone = job.text.is_empty() && parts.peek().is_none();
        if let Some(galley) = alone.then(|| article::one_line(ui, &words, &font, colour, width)).flatten() {
            return galley;
        }
        let format = TextFormat::simple(font, colour);
        if article::is_in_order(&words) {
            job.append(&words, 0.0, format);
        } else {
            article::add_ordered(&mut job, &words, &format);
        }
    }
    ui.fonts_mut(|fonts| fonts.layout_job(job))
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
