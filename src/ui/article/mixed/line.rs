//! Words of articles on one line, in the order in which they are read, cut with “…” where they end for the reader.

use std::sync::Arc;

use egui::epaint::text::ByteRangeExt as _;
use egui::text::{LayoutJob, LayoutSection, TextFormat, TextWrapping};
use egui::{Align, Color32, Galley, TextStyle, Ui, WidgetText};

use super::pieces::{Set, pieces};
use super::plan::text;
use super::{Setting, is_plain, thousandths};
use crate::text::direction::{Directions, visual_order};
use crate::text::position::{clamp, slice};
use crate::text::script::{is_gap, is_right_to_left, unseen};
use crate::ui::theme::{Tokens, fonts};

/// How often a line is cut before it fits its width.
const TRIES: usize = 12;
/// The size of the letters that stand for a hidden character, as a part of the text's.
const MARK: f32 = 0.62;
/// What stands for a hidden character that has no short name.
const THIN: &str = "¦";

/// Lays out one line, cut with “…” if it is wider than `width` points. What parts words becomes a space.
pub fn one_line(ui: &Ui, mut job: LayoutJob, width: f32) -> Arc<Galley> {
    // Of those only line ends and tabs do more than to part words.
    if job.text.contains(['\n', '\t']) {
        job.text = job.text.replace(['\n', '\t'], " ");
    }
    if is_plain(&job.text) {
        job.wrap = TextWrapping { break_anywhere: true, max_rows: 1, ..TextWrapping::wrap_at_width(width.max(0.0)) };
        return ui.fonts_mut(|fonts| fonts.layout_job(job));
    }
    let tokens = Tokens::of(ui.visuals());
    let mut chars = job.text.chars().count();
    let mut galley = ui.fonts_mut(|fonts| fonts.layout_job(ordered(&job, tokens)));
    for _ in 0..TRIES {
        let over = galley.size().x / width.max(1.0);
        if over <= 1.0 || chars == 0 {
            break;
        }
        chars = ((chars as f32 / over * 0.97) as usize).min(chars - 1);
        let shorter = ordered(&cut(&job, chars), tokens);
        galley = ui.fonts_mut(|fonts| fonts.layout_job(shorter));
    }
    galley
}

/// Words of an article for a widget of egui's that shows one line, as a button or an item of a menu. Its name has to be
/// given apart where they are not in the order of the text: `accessible_name`.
pub fn on_widget(ui: &Ui, words: &str) -> WidgetText {
    if is_plain(words) {
        return words.into();
    }
    let format = TextFormat::simple(TextStyle::Button.resolve(ui.style()), Color32::PLACEHOLDER);
    one_line(ui, LayoutJob::single_section(words.to_owned(), format), f32::INFINITY).into()
}

/// The first characters of a line, and “…”.
fn cut(job: &LayoutJob, chars: usize) -> LayoutJob {
    let end = job.text.char_indices().nth(chars).map_or(job.text.len(), |(at, _)| at);
    let mut short = LayoutJob::default();
    for section in &job.sections {
        let bytes = section.byte_range.as_usize();
        if bytes.start < end {
            let last = bytes.end >= end;
            let words = slice(&job.text, bytes.start..clamp(&job.text, bytes.end.min(end)));
            short.append(&format!("{words}{}", if last { "…" } else { "" }), 0.0, section.format.clone());
        }
    }
    short
}

/// The same words in the order in which they stand from left to right, each run as a section of its own, so that egui
/// shapes them apart.
fn ordered(job: &LayoutJob, tokens: &Tokens) -> LayoutJob {
    let Some(first) = job.sections.first().map(|section| &section.format) else { return job.clone() };
    let setting = Setting {
        words: job.text.clone(),
        parts: job.sections.iter().map(|section| section.byte_range.as_usize()).collect(),
        family: first.font_id.family.clone(),
        families: Vec::new(),
        size: thousandths(first.font_id.size),
        right_to_left: is_right_to_left(&job.text),
        width: u32::MAX,
        line: 0,
    };
    let directions = Directions::of(&setting.words, setting.right_to_left);
    let pieces = pieces(&setting, &directions, &unseen(&setting.words));
    let levels: Vec<u8> = pieces.iter().map(|piece| piece.level).collect();
    let mut line = LayoutJob::default();
    for piece in visual_order(&levels).into_iter().filter_map(|at| pieces.get(at)) {
        let format = piece.part.and_then(|part| job.sections.get(part)).map_or(first, |section| &section.format);
        match piece.set {
            Set::Mark("") => add(&mut line, THIN, mark(format, Color32::TRANSPARENT, tokens)),
            Set::Mark(short) => add(&mut line, short, mark(format, tokens.line, tokens)),
            set => add(&mut line, &text(&setting, &piece.bytes, set, piece.level), format.clone()),
        }
    }
    line
}

/// Adds a section, also where its format is that of the one before.
fn add(line: &mut LayoutJob, words: &str, format: TextFormat) {
    let start = line.text.len();
    line.text.extend(words.chars().map(|c| if is_gap(c) { ' ' } else { c }));
    line.sections.push(LayoutSection { leading_space: 0.0, byte_range: start.into()..line.text.len().into(), format });
}

/// How the short name of a hidden character looks.
fn mark(format: &TextFormat, background: Color32, tokens: &Tokens) -> TextFormat {
    let font = fonts::semibold(format.font_id.size * MARK);
    TextFormat { background, valign: Align::Center, ..TextFormat::simple(font, tokens.dim) }
}
