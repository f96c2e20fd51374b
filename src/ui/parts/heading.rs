//! Headings in small capitals, and words cut to fit.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Color32, FontId, Galley, Response, Role, Sense, TextFormat, Ui, WidgetInfo};

use crate::ui::article;
use crate::ui::theme::{Tokens, fonts, size};

/// A heading in small capitals. Readers of the screen hear it as written in `words`.
pub fn caps_heading(ui: &mut Ui, words: &str) -> Response {
    let format = TextFormat { extra_letter_spacing: 0.6, ..TextFormat::simple(fonts::semibold(size::CAPS), Tokens::of(ui.visuals()).dim) };
    let galley = ui.painter().layout_job(LayoutJob::single_section(words.to_uppercase(), format));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, ui.is_enabled(), words));
    response
}

/// Words on one line, cut to `width` points with an ellipsis.
pub fn elided(ui: &Ui, words: &str, font: FontId, colour: Color32, width: f32) -> Arc<Galley> {
    // What could not fit in any case need not be laid out.
    let most = (width / (font.size * 0.2)).max(1.0) as usize;
    let words: String = words.chars().take(most).collect();
    article::one_line(ui, LayoutJob::single_section(words, TextFormat::simple(font, colour)), width)
}
