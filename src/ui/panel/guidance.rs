//! The panel while nothing is in hand: what the keys do, or what can be done with the selection.

use egui::{Rect, RichText, Role, Sense, Ui, WidgetInfo, vec2};

use super::elsewhere;
use crate::app::command::Command;
use crate::app::{App, Request};
use crate::model::Verdict;
use crate::ui::article::{label_ui, words_ui};
use crate::ui::parts::command::key_of;
use crate::ui::parts::{self, Inline};
use crate::ui::theme::{Tokens, fonts, size, space, style};

/// How many characters of a selection show.
const SHOWN: usize = 400;

/// The keys worth knowing first.
const KEYS: [Command; 11] = [
    Command::Verify,
    Command::Dispute,
    Command::Refute,
    Command::ToCheck,
    Command::Dismiss,
    Command::Note,
    Command::Correct,
    Command::Cite,
    Command::NextUnchecked,
    Command::NextAnnotation,
    Command::Keys,
];

pub(super) fn guidance_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let words = app.selection.clone().zip(app.article).and_then(|(range, id)| app.session().project().article(id)?.text().get(range));
    match words {
        Some(words) => selection_ui(ui, app, words, send),
        None => keys_ui(ui, app, send),
    }
    if let Some((article, range)) = elsewhere::at_hand(app) {
        elsewhere::elsewhere_ui(ui, app, article, range, send);
    }
}

fn selection_ui(ui: &mut Ui, app: &App, words: &str, send: &mut Vec<Request>) {
    ui.horizontal(|ui| parts::caps_heading(ui, "Selection"));
    let shown: String = words.chars().take(SHOWN).collect();
    let rest = if shown.len() < words.len() { "…" } else { "" };
    words_ui(ui, &format!("{shown}{rest}"), style::quote(), Sense::hover());
    ui.add_enabled_ui(app.can(Command::Verify), |ui| {
        if let Some(verdict) = parts::verdict_control(ui, None) {
            send.push(Request::Run(match verdict {
                Verdict::Verified => Command::Verify,
                Verdict::Disputed => Command::Dispute,
                Verdict::Erroneous => Command::Refute,
            }));
        }
    });
    ui.spacing_mut().item_spacing.y = 4.0;
    for command in [Command::ToCheck, Command::Dismiss, Command::Note, Command::Correct, Command::Cite] {
        command_ui(ui, app, command, send);
    }
}

fn keys_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    ui.horizontal(|ui| parts::caps_heading(ui, "Annotation"));
    let dim = Tokens::of(ui.visuals()).dim;
    let how = "Select words in the article and say what you found, or pick an annotation to see what was said of it.";
    label_ui(ui, RichText::new(how).color(dim));
    ui.add_space(space::SMALL);
    ui.spacing_mut().item_spacing.y = 4.0;
    for command in KEYS {
        command_ui(ui, app, command, send);
    }
}

/// A command with its key, to be learnt and, where it can run, to be pressed.
fn command_ui(ui: &mut Ui, app: &App, command: Command, send: &mut Vec<Request>) {
    let entry = command.entry();
    let can = app.can(command);
    let extent = vec2(ui.available_width(), 26.0);
    // What cannot run yet is still there to be read, so it is a label and not a button that is greyed.
    let response = if can {
        parts::press(ui, extent, size::RADIUS, entry.title, None)
    } else {
        let (_, response) = ui.allocate_exact_size(extent, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, entry.title));
        response
    };
    let tokens = Tokens::of(ui.visuals());
    let key = key_of(command);
    let cap = parts::keycap_size(ui, &key);
    let left = response.rect.left_center() + vec2(space::TINY, 0.0);
    parts::paint_keycap(ui, ui.painter(), Rect::from_min_size(left - vec2(0.0, cap.y / 2.0), cap), &key);
    let colour = if can { tokens.text } else { tokens.dim };
    let row = Inline::new().words(ui, entry.title.trim_end_matches('…'), fonts::sans(size::INTERFACE), colour);
    row.paint(ui.painter(), left + vec2(34.0, 0.0));
    if response.on_hover_text(entry.tip).clicked() {
        send.push(Request::Run(command));
    }
}
