//! Words of articles elsewhere in the window, in the order in which they are read: in labels that wrap, and in one line.

use std::sync::Arc;

use egui::text::{LayoutJob, LayoutSection, TextFormat};
use egui::{Color32, FontId, Galley, Label, Response, RichText, Role, Sense, TextStyle, Ui, WidgetInfo, vec2};

use super::pieces::{Set, pieces};
use super::plan::text;
use super::{Lines as _, MixedLines, Setting, is_plain, thousandths};
use crate::text::direction::{Directions, visual_order};
use crate::text::script::{is_right_to_left, unseen};
use crate::ui::theme::Tokens;

/// How often a line is cut before it fits its width.
const TRIES: usize = 12;

/// A label that wraps: words of an article in a text style.
pub fn words_ui(ui: &mut Ui, words: &str, style: TextStyle, sense: Sense) -> Response {
    if words.split('\n').all(is_plain) {
        return ui.add(Label::new(RichText::new(words).text_style(style)).wrap().sense(sense));
    }
    let font = style.resolve(ui.style());
    let line = ui.fonts_mut(|fonts| fonts.row_height(&font));
    let width = ui.available_width();
    let lines = MixedLines::new(ui.ctx(), Setting { width: thousandths(width), line: thousandths(line), ..Setting::of(words, &font) });
    let (rect, response) = ui.allocate_exact_size(vec2(width, lines.height()), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    lines.draw(ui.painter(), rect.min, Tokens::of(ui.visuals()));
    response
}

/// One line of words that egui would put in another order, cut with “…” where it ends for the reader if it is wider than
/// `width` points. `None` if egui sets them right.
pub fn one_line(ui: &Ui, words: &str, font: &FontId, colour: Color32, width: f32) -> Option<Arc<Galley>> {
    if is_plain(words) {
        return None;
    }
    let mut shown = words.to_owned();
    let mut chars = words.chars().count();
    for _ in 0..TRIES {
        let mut job = LayoutJob::default();
        add_ordered(&mut job, &shown, &TextFormat::simple(font.clone(), colour));
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let over = galley.size().x / width.max(1.0);
        if over <= 1.0 || chars == 0 {
            return Some(galley);
        }
        chars = ((chars as f32 / over * 0.97) as usize).min(chars - 1);
        shown = words.chars().take(chars).chain(['…']).collect();
    }
    None
}

/// Adds words to a line in the order in which they stand from left to right, each run as a section of its own, so that
/// egui shapes them apart.
pub fn add_ordered(job: &mut LayoutJob, words: &str, format: &TextFormat) {
    let setting = Setting::of(words, &format.font_id);
    let directions = Directions::of(words, setting.right_to_left);
    let pieces = pieces(&setting, &directions, &unseen(words));
    let levels: Vec<u8> = pieces.iter().map(|piece| piece.level).collect();
    for piece in visual_order(&levels).into_iter().filter_map(|at| pieces.get(at)) {
        let start = job.text.len();
        match piece.set {
            Set::Mark(short) => job.text.push_str(if short.is_empty() { "" } else { "·" }),
            set => job.text.push_str(&text(&setting, &piece.bytes, set, piece.level)),
        }
        if job.text.len() > start {
            let bytes = start.into()..job.text.len().into();
            job.sections.push(LayoutSection { leading_space: 0.0, byte_range: bytes, format: format.clone() });
        }
    }
}

/// Whether egui puts these words in the right order by itself.
pub fn is_in_order(words: &str) -> bool {
    is_plain(words)
}

impl Setting {
    /// Words with nothing dismissed, in a column without end.
    fn of(words: &str, font: &FontId) -> Self {
        Self {
            words: words.to_owned(),
            greyed: Vec::new(),
            family: font.family.clone(),
            size: thousandths(font.size),
            right_to_left: is_right_to_left(words),
            width: u32::MAX,
            line: 0,
        }
    }
}
