//! A correction compared with its passage, word by word.

use std::sync::Arc;

use egui::cache::{ComputerMut, FrameCache};
use egui::text::LayoutJob;
use egui::{Color32, Response, Sense, Stroke, TextFormat, Ui};

use crate::model::Verdict;
use crate::text::diff::{Change, ChangeKind, word_diff};
use crate::ui::article;
use crate::ui::theme::{Tokens, fonts};

/// Texts longer than this, in bytes, are shown without comparing them.
const LONGEST: usize = 20_000;

/// The words of `old` and `new`: what was removed struck through, what was added semibold, each in the colour of what
/// it was found to be. Sizes are in points.
pub fn diff_job(ui: &Ui, old: &str, new: &str, font_size: f32, wrap_width: f32) -> LayoutJob {
    let tokens = Tokens::of(ui.visuals());
    let changes = compared(ui, old, new);
    let mut job = LayoutJob::default();
    job.wrap.max_width = wrap_width;
    for change in changes.iter() {
        let format = match change.kind {
            ChangeKind::Same => TextFormat::simple(fonts::sans(font_size), tokens.text),
            ChangeKind::Removed => removed(font_size, tokens.verdict(Some(Verdict::Erroneous)).text),
            ChangeKind::Added => TextFormat::simple(fonts::semibold(font_size), tokens.verdict(Some(Verdict::Verified)).text),
        };
        let needs_space = change.kind == ChangeKind::Added && job.text.ends_with(|last: char| !last.is_whitespace());
        let lead = if needs_space && change.text.starts_with(char::is_alphanumeric) { 3.0 } else { 0.0 };
        job.append(&change.text, lead, format);
    }
    job
}

/// The comparison as a label. Readers of the screen hear the new words, and what they replace.
pub fn diff_ui(ui: &mut Ui, old: &str, new: &str, font_size: f32) -> Response {
    let job = diff_job(ui, old, new, font_size, ui.available_width());
    let response = article::job_ui(ui, job, Sense::hover());
    let words = if old.is_empty() { new.to_owned() } else { format!("{new} (instead of: {old})") };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, ui.is_enabled(), &words));
    response
}

fn removed(font_size: f32, colour: Color32) -> TextFormat {
    TextFormat { strikethrough: Stroke::new(1.0, colour), ..TextFormat::simple(fonts::sans(font_size), colour) }
}

/// Compares, once for as long as the two are shown.
fn compared(ui: &Ui, old: &str, new: &str) -> Arc<Vec<Change>> {
    ui.memory_mut(|memory| Arc::clone(memory.caches.cache::<FrameCache<Arc<Vec<Change>>, Differ>>().get((old, new))))
}

#[derive(Default)]
struct Differ;

impl ComputerMut<(&str, &str), Arc<Vec<Change>>> for Differ {
    fn compute(&mut self, (old, new): (&str, &str)) -> Arc<Vec<Change>> {
        let plain = old.len() + new.len() > LONGEST;
        Arc::new(if plain { vec![Change { kind: ChangeKind::Same, text: new.to_owned() }] } else { word_diff(old, new) })
    }
}
