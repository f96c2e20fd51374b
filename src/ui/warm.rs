//! Letters drawn ahead of need. The first frame that shows an article needs some hundred glyphs in sizes that no frame has drawn
//! yet, which takes longer than a frame may; so the common ones are drawn while the window has nothing else to do, a few in a frame.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Context, FontId};

use super::theme::{fonts, size};

/// The letters and marks that most articles need, and what is around them, by frames.
const LETTERS: [&str; 14] = [
    "etaoinsh",
    "rdlucmfw",
    "gpybvkxq",
    "jz ,.“”’",
    "fi fl ff",
    "TASHCMBP",
    "WILFDRNG",
    "EOKJUVYQ",
    "XZ012345",
    "6789-–:;",
    "!?()%$€£",
    "&/+·…▾↩—",
    "éäöüßñçø",
    "áèíóúåÉ•",
];
/// The letters of numbers in the margin.
const NUMBERS: [&str; 2] = ["+0123456", "789"];
/// At how many parts of a pixel egui draws a letter apart.
const PARTS: u8 = 4;

/// What the letters of articles depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Their size, in tenths of a point.
    pub text: u16,
    /// Whether they are without serifs.
    pub sans: bool,
    /// Pixels for each point, in thousandths.
    pub scale: u32,
    /// The revision of the typefaces.
    pub typefaces: u64,
}

/// How far it has come.
#[derive(Debug, Default)]
pub struct Warming {
    of: Option<Setting>,
    /// What is still to be drawn, the last first.
    left: Vec<(FontId, &'static str)>,
}

impl Warming {
    /// Begins anew where letters are other ones than before.
    pub fn follow(&mut self, setting: Setting) {
        if self.of != Some(setting) {
            let fonts = fonts_of(setting).into_iter();
            let mut all: Vec<_> = fonts.flat_map(|(font, letters)| letters.iter().map(move |letters| (font.clone(), *letters))).collect();
            all.reverse();
            *self = Self { of: Some(setting), left: all };
        }
    }

    /// Draws some more, and asks for another frame; returns whether there is more to draw.
    pub fn go_on(&mut self, ctx: &Context) -> bool {
        let Some((font, letters)) = self.left.pop() else { return false };
        for part in 0..PARTS {
            let mut job = LayoutJob::default();
            let from = f32::from(part) / f32::from(PARTS) / ctx.pixels_per_point();
            job.append(letters, from, TextFormat::simple(font.clone(), Color32::TRANSPARENT));
            // They are only drawn into the texture of the glyphs, and not painted.
            ctx.fonts_mut(|fonts| fonts.layout_job(job));
        }
        ctx.request_repaint();
        true
    }
}

/// The faces and sizes of a page and of what stands around it.
fn fonts_of(setting: Setting) -> Vec<(FontId, &'static [&'static str])> {
    let text = f32::from(setting.text) / 10.0;
    let plain = if setting.sans { fonts::sans } else { fonts::serif };
    let bold = if setting.sans { fonts::semibold } else { fonts::serif_bold };
    let words = [
        plain(text),
        fonts::sans(size::INTERFACE),
        fonts::sans(size::SECONDARY),
        fonts::semibold(size::INTERFACE),
        fonts::semibold(size::CAPS),
        fonts::sans(size::CAPS),
        bold(text * 1.06),
        bold(size::TITLE * text / size::ARTICLE),
    ];
    let numbers = [fonts::semibold(size::MARGIN), fonts::semibold(size::BEYOND)];
    let words = words.into_iter().map(|font| (font, &LETTERS[..]));
    words.chain(numbers.into_iter().map(|font| (font, &NUMBERS[..]))).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::string_slice, clippy::indexing_slicing)]

    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::ui::theme;

    #[test]
    fn letters_are_drawn_a_few_in_a_frame_and_again_when_they_are_others() {
        let ctx = Context::default();
        theme::apply(&ctx, theme::Choice::Light);
        let mut warming = Warming::default();
        let mut frames = |setting: Setting| {
            let mut count = 0;
            let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
                warming.follow(setting);
                count += (0..10_000).take_while(|_| warming.go_on(ui.ctx())).count();
            });
            output.textures_delta.clear();
            count
        };
        let all = fonts_of(setting()).iter().map(|(_, letters)| letters.len()).sum();
        for (setting, expected) in [
            (setting(), all),
            (setting(), 0),
            (Setting { text: 200, ..setting() }, all),
            (Setting { scale: 1500, ..setting() }, all),
            (Setting { scale: 1500, ..setting() }, 0),
            (Setting { sans: true, ..setting() }, all),
            (Setting { typefaces: 1, ..setting() }, all),
        ] {
            assert_eq!(frames(setting), expected, "{setting:?}");
        }
    }

    /// The letters of a frame by their faces and sizes.
    fn letters(shape: &egui::Shape, found: &mut BTreeMap<String, (FontId, BTreeSet<char>)>) {
        match shape {
            egui::Shape::Text(text) => {
                for section in &text.galley.job.sections {
                    let words = &text.galley.job.text[section.byte_range.start.0..section.byte_range.end.0];
                    let font = &section.format.font_id;
                    found.entry(format!("{font:?}")).or_insert_with(|| (font.clone(), BTreeSet::new())).1.extend(words.chars());
                }
            }
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| letters(shape, found)),
            _ => {}
        }
    }

    #[test]
    fn the_first_frame_of_an_article_finds_most_letters_drawn() {
        let ctx = Context::default();
        let app = crate::app::App::new(crate::app::Surroundings::fixed(1_795_338_720_000), std::sync::Arc::new(|| {}));
        let mut window = crate::ui::Window::new(&ctx, app).without_file_dialogs();
        window.app.act(crate::app::Request::Run(crate::app::command::Command::OpenSample));
        assert!(window.app.settle(std::time::Duration::from_secs(60)));
        let mut found = BTreeMap::new();
        for _ in 0..3 {
            let input = egui::RawInput {
                screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1440.0, 900.0))),
                ..egui::RawInput::default()
            };
            let mut output = ctx.run_ui(input, |ui| window.ui(ui));
            output.textures_delta.clear();
            output.shapes.iter().for_each(|clipped| letters(&clipped.shape, &mut found));
        }
        let warmed = fonts_of(setting());
        assert!(found.len() > 4, "{found:?}");
        for (font, letters) in found.values().filter(|(_, letters)| letters.len() > 10) {
            let drawn: String = warmed.iter().filter(|(warm, _)| warm == font).flat_map(|(_, letters)| *letters).copied().collect();
            let cold: String = letters.iter().filter(|letter| !drawn.contains(**letter)).collect();
            assert!(cold.chars().count() <= 1, "{cold:?} of {} letters in {font:?}", letters.len());
        }
    }

    fn setting() -> Setting {
        Setting { text: 170, sans: false, scale: 1000, typefaces: 0 }
    }
}
