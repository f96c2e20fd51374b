//! How wide words are in a face, and how wide the marks of hidden characters: asked of egui.

use egui::text::{LayoutJob, LayoutSection, TextFormat};
use egui::{Color32, Context, Galley};

use super::glyphs::Glyph;
use super::{Setting, points};
use crate::ui::theme::fonts;

/// The size of the letters in a mark, as a part of the text's.
const CHIP_LETTERS: f32 = 0.52;
/// The room at either side of a mark's letters, as a part of the text's size.
const CHIP_ROOM: f32 = 0.16;
/// The width of a mark without letters, as a part of the text's size.
const THIN: f32 = 0.28;

/// What a plan asks of fonts.
pub(super) trait Measure {
    /// The glyphs of words of a part set in one line, as they stand from left to right.
    fn glyphs(&mut self, words: &str, part: Option<usize>) -> Vec<Glyph>;
    /// The width of the mark of a hidden character, by its short name.
    fn mark(&mut self, short: &str) -> f32;
}

/// The fonts of a window.
pub(super) struct Fonts<'a> {
    ctx: &'a Context,
    setting: &'a Setting,
}

impl<'a> Fonts<'a> {
    pub(super) fn new(ctx: &'a Context, setting: &'a Setting) -> Self {
        Self { ctx, setting }
    }
}

impl Measure for Fonts<'_> {
    fn glyphs(&mut self, words: &str, part: Option<usize>) -> Vec<Glyph> {
        let job = job(words.to_owned(), self.setting, part, Color32::PLACEHOLDER);
        let galley = self.ctx.fonts_mut(|fonts| fonts.layout_job(job));
        let all = galley.rows.iter().flat_map(|row| row.glyphs.iter());
        let mut glyphs: Vec<_> = all.map(|glyph| (glyph.chr, glyph.advance_width, glyph.uv_rect.is_nothing())).collect();
        // After a word from right to left egui adds one glyph without width for each of its letters but the first.
        if words.chars().next().is_some_and(super::is_right_to_left_letter) {
            let real = glyphs.iter().rposition(|(_, advance, nothing)| *advance > 0.0 || !nothing).map_or(0, |last| last + 1);
            glyphs.truncate(real);
        }
        glyphs.into_iter().map(|(c, advance, _)| (c, advance)).collect()
    }

    fn mark(&mut self, short: &str) -> f32 {
        chip(self.ctx, short, points(self.setting.size)).0
    }
}

/// The width of the mark of a hidden character in text of a size, and its letters.
pub(in super::super) fn chip(ctx: &Context, short: &str, text_size: f32) -> (f32, Option<std::sync::Arc<Galley>>) {
    if short.is_empty() {
        return (text_size * THIN, None);
    }
    let font = fonts::semibold(text_size * CHIP_LETTERS);
    let galley = ctx.fonts_mut(|fonts| fonts.layout_no_wrap(short.to_owned(), font, Color32::PLACEHOLDER));
    (galley.size().x + 2.0 * CHIP_ROOM * text_size, Some(galley))
}

/// One line of words of a part.
pub(super) fn job(words: String, setting: &Setting, part: Option<usize>, color: Color32) -> LayoutJob {
    let format = TextFormat { font_id: setting.font(part), color, line_height: Some(points(setting.line)), ..TextFormat::default() };
    let section = LayoutSection { leading_space: 0.0, byte_range: 0.into()..words.len().into(), format };
    LayoutJob { text: words, sections: vec![section], break_on_newline: false, ..LayoutJob::default() }
}
