//! The bar at the bottom.

use egui::{Align, Id, Layout, Response, Ui, UiBuilder, vec2};

use super::counted;
use crate::app::command::Command;
use crate::app::{App, Request};
use crate::model::{Blind, Counts, Verdict};
use crate::storage::Present;
use crate::ui::article::tip;
use crate::ui::parts::{self, Inline};
use crate::ui::theme::{Tokens, fonts, size, space};

/// Jobs that are done sooner are not worth a word, in seconds.
const WORTH_A_WORD_S: f64 = 0.3;
/// With less room than this only the first words of what has become of the work are said, in points.
const NARROW: f32 = 420.0;
/// So many others who have the file open are named.
const OTHERS: usize = 2;

/// Counts, coverage, reviewers, saved state, zoom, jobs.
pub fn status_bar_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let bar = ui.max_rect().shrink2(vec2(14.0, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(bar).layout(Layout::right_to_left(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = space::LARGE;
        zoom_ui(ui, app, send);
        kept_ui(ui, app);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| left_ui(ui, app, send));
    });
}

fn left_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    ui.set_clip_rect(ui.max_rect().intersect(ui.clip_rect()));
    let session = app.session();
    if !session.project().articles().is_empty() {
        let counts = session.project().counts();
        let all = [Some(Verdict::Verified), Some(Verdict::Disputed), Some(Verdict::Erroneous), None];
        let row = all.into_iter().fold(Inline::new(), |row, verdict| row.count(ui, verdict, counts.of(verdict)).gap(space::SMALL));
        let words = parts::counts_words(&counts);
        if row.size().x <= ui.available_width() {
            row.label(ui, if words.is_empty() { "No annotations" } else { &words });
        }
        if let Some(share) = session.coverage().filter(|_| ui.available_width() > 120.0) {
            dim(ui, &format!("Coverage {:.0} %", (share * 100.0).floor()));
        }
        let who = who(app, &counts);
        if !who.is_empty() && ui.available_width() > 160.0 {
            dim(ui, &who);
        }
    }
    blind_ui(ui, app, send);
    others_ui(ui, app);
    jobs_ui(ui, app, send);
}

/// “2 reviewers · 3 disagreements”.
fn who(app: &App, counts: &Counts) -> String {
    let named = app.session().project().reviewers().filter(|reviewer| !reviewer.name().is_empty()).count();
    let reviewers = (named > 0).then(|| counted(named, "reviewer", "reviewers"));
    let disagreements = (counts.disagreements > 0).then(|| counted(counts.disagreements, "disagreement", "disagreements"));
    reviewers.into_iter().chain(disagreements).collect::<Vec<_>>().join(" · ")
}

/// That a blind check is on, and what it hides.
fn blind_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let words = match app.session().project().blind() {
        Blind::Off => return,
        Blind::Judgements => "Blind check: others’ judgements hidden",
        Blind::Annotations => "Blind check: others’ annotations hidden",
    };
    let row = Inline::new().words(ui, words, fonts::sans(size::SECONDARY), Tokens::of(ui.visuals()).dim);
    let tip = "What others said shows once you have judged the passage, or asked to see it.";
    if row.button(ui, words, None).on_hover_text(tip).clicked() {
        send.push(Request::Run(Command::BlindCheck));
    }
}

/// Who else has the file open.
fn others_ui(ui: &mut Ui, app: &App) {
    let others = app.others();
    if others.is_empty() {
        return;
    }
    let now = app.surroundings.now();
    let since = |other: &Present| format!("{} since {}", other_words(app, other), app.surroundings.short(other.since, now));
    let all: Vec<String> = others.iter().map(since).collect();
    tip(dim(ui, &also_open(app)), &format!("{}. Everybody’s work is joined.", all.join("\n")));
}

/// “Also open: Ben Okoro (laptop-2)”.
pub(super) fn also_open(app: &App) -> String {
    let mut named: Vec<String> = app.others().iter().map(|other| other_words(app, other)).collect();
    named.dedup();
    let more = named.len().saturating_sub(OTHERS);
    named.truncate(OTHERS);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("Also open: {}{more}", named.join(", "))
}

fn other_words(app: &App, other: &Present) -> String {
    let name = if other.name.is_empty() { "somebody" } else { other.name.as_str() };
    let own = other.here && !other.name.is_empty() && other.name == app.present_name();
    match other.machine.as_str() {
        _ if own => "another window of yours".to_owned(),
        "" => name.to_owned(),
        machine => format!("{name} ({machine})"),
    }
}

fn dim(ui: &mut Ui, words: &str) -> Response {
    let colour = Tokens::of(ui.visuals()).dim;
    Inline::new().elided(ui, words, fonts::sans(size::SECONDARY), colour, ui.available_width()).label(ui, words)
}

fn jobs_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let running = app.jobs.running();
    let since = Id::unique("jobs run since");
    let Some(first) = running.first() else {
        ui.data_mut(|data| data.remove::<f64>(since));
        return;
    };
    let now = ui.input(|input| input.time);
    let begun = ui.data_mut(|data| *data.get_temp_mut_or(since, now));
    if now - begun < WORTH_A_WORD_S {
        return;
    }
    let more = running.len() - 1;
    let label = if more > 0 { format!("{} (and {more} more)", first.label) } else { first.label.clone() };
    dim(ui, &label);
    parts::progress_bar(ui, 90.0, first.progress.fraction(), &label);
    if parts::flat_button(ui, "Cancel").on_hover_text("Stop what is being done. Nothing is changed.").clicked() {
        send.push(Request::Cancel);
    }
}

fn zoom_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let words = format!("{} %", app.settings.zoom);
    let colour = Tokens::of(ui.visuals()).dim;
    let row = Inline::new().words(ui, words.as_str(), fonts::sans(size::SECONDARY), colour);
    let response = parts::press(ui, row.size() + vec2(8.0, 2.0), size::CHIP_RADIUS, &format!("Zoom {words}"), None);
    row.paint(ui.painter(), response.rect.left_center() + vec2(4.0, 0.0));
    if response.on_hover_text(Command::ZoomReset.entry().tip).clicked() {
        send.push(Request::Run(Command::ZoomReset));
    }
}

fn kept_ui(ui: &mut Ui, app: &App) {
    let tokens = Tokens::of(ui.visuals());
    let mut words = kept_words(app);
    if ui.available_width() < NARROW {
        words.truncate(words.find(" · ").unwrap_or(words.len()));
    }
    let font = fonts::sans(size::SECONDARY);
    let row = if app.journal_fails() {
        let colour = tokens.verdict(Some(Verdict::Erroneous)).text;
        Inline::new().sign(Some(Verdict::Erroneous), 9.0, colour).words(ui, words.as_str(), font, colour)
    } else {
        Inline::new().words(ui, words.as_str(), font, tokens.dim)
    };
    row.label(ui, &words);
}

/// What has become of the work, in a few words.
pub(super) fn kept_words(app: &App) -> String {
    let session = app.session();
    if session.read_only {
        return "Read only".into();
    }
    if session.project().articles().is_empty() && session.path.is_none() {
        return "Nothing to save yet".into();
    }
    if app.journal_fails() {
        return "Changes cannot be kept: save the project".into();
    }
    if app.is_saving() {
        return "Saving…".into();
    }
    let saved = match (&session.path, session.is_unsaved()) {
        (None, _) => "Not saved yet",
        (Some(_), true) => "Unsaved changes",
        (Some(_), false) => "Saved",
    };
    // Without a folder for the journal there is nothing to promise.
    match (&app.surroundings.state_folder, app.is_keeping()) {
        (None, _) => saved.into(),
        (Some(_), true) => format!("{saved} · keeping changes…"),
        (Some(_), false) => format!("{saved} · every change kept"),
    }
}
