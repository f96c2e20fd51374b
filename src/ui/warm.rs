//! Letters drawn ahead of need. The first frame that shows an article needs some hundred glyphs in sizes that no frame has drawn
//! yet, which takes longer than a frame may; so the common ones are drawn while the window has nothing else to do, a few in a frame.

use egui::{Color32, Context, FontId};

use super::theme::{fonts, size};

/// The letters and marks that most articles need, in the order in which they are drawn.
const LETTERS: &str = "etaoinshrdlucmfwygpbvkxqjz ,.“”’TASHCMBPWILFDRNGEOKJUVYQXZ0123456789-–:;!?()%$€£&/+";
/// How many of them are drawn in a frame.
const AT_ONCE: usize = 8;
/// Each is drawn so often in a row, to begin at every part of a pixel at which egui draws glyphs apart.
const TIMES: usize = 6;

/// How far it has come.
#[derive(Debug)]
pub struct Warming {
    fonts: Vec<FontId>,
    done: usize,
}

impl Warming {
    /// For articles in letters of a size in points.
    pub fn new(text: f32) -> Self {
        let fonts = vec![
            fonts::serif(text),
            fonts::sans(size::INTERFACE),
            fonts::sans(size::SECONDARY),
            fonts::semibold(size::INTERFACE),
            fonts::serif_bold(text * 1.06),
            fonts::serif_bold(size::TITLE * text / size::ARTICLE),
        ];
        Self { fonts, done: 0 }
    }

    /// Draws some more, and asks for another frame; returns whether there is more to draw.
    pub fn go_on(&mut self, ctx: &Context) -> bool {
        let count = LETTERS.chars().count().div_ceil(AT_ONCE);
        let Some(font) = self.fonts.get(self.done / count) else { return false };
        let letters = LETTERS.chars().skip(self.done % count * AT_ONCE).take(AT_ONCE);
        let words: String = letters.flat_map(|letter| std::iter::repeat_n(letter, TIMES)).collect();
        // They are only drawn into the texture of the glyphs, and not painted.
        ctx.fonts_mut(|fonts| fonts.layout_no_wrap(words, font.clone(), Color32::TRANSPARENT));
        self.done += 1;
        ctx.request_repaint();
        true
    }
}
