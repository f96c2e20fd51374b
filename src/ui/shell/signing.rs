//! Below the list of articles: how far the open one has come, who has signed it, and the way to sign it off.

use egui::{Align, Button, Frame, Label, Layout, Margin, RichText, Ui};

use super::{counted, thousands};
use crate::app::command::Command;
use crate::app::{App, Request};
use crate::export::touched_words;
use crate::model::Article;
use crate::ui::parts;
use crate::ui::theme::{Tokens, size, space};

/// A window that is not higher is low, in points.
const LOW: f32 = 700.0;

/// Draws it while an article is open.
pub(super) fn signing_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let Some(article) = app.article.and_then(|id| app.session().project().article(id)) else { return };
    let frame = Frame::new().inner_margin(Margin { left: 14, right: 14, top: 8, bottom: 6 });
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::TINY;
        let entry = Command::SignOff.entry();
        ui.horizontal(|ui| {
            parts::caps_heading(ui, "This article");
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let button = ui.add_enabled(app.can(Command::SignOff), Button::new("Sign off…")).on_hover_text(entry.tip);
                if button.accessible_name(entry.title).clicked() {
                    send.push(Request::Run(Command::SignOff));
                }
            });
        });
        let dim = Tokens::of(ui.visuals()).dim;
        let small = |words: String| Label::new(RichText::new(words).size(size::SECONDARY).color(dim)).wrap();
        // In a low window the articles need the room; the page says it too.
        if ui.ctx().content_rect().height() >= LOW {
            ui.add(small(progress(app, article)));
        }
        for words in signatures(app, article) {
            ui.add(small(words));
        }
    });
}

/// “12 of 31 checkable sentences done”.
fn progress(app: &App, article: &Article) -> String {
    match app.session().facts(article.id).map(|facts| (facts.coverage.done(), facts.coverage.total())) {
        None | Some((_, 0)) => "No checkable sentences".to_owned(),
        Some((done, total)) if done == total => format!("{} done", counted(total, "checkable sentence", "checkable sentences")),
        Some((done, total)) => format!("{} of {} done", thousands(done), counted(total, "checkable sentence", "checkable sentences")),
    }
}

/// Who signed the article off and when, and what made a signature void since.
pub fn signatures(app: &App, article: &Article) -> Vec<String> {
    let project = app.session().project();
    let when = |at: crate::model::Stamp| app.surroundings.date_and_time(at.millis());
    let signed = article.sign_offs().filter_map(|(by, sign_off)| {
        let who = project.reviewer_name(by);
        let at = when(sign_off.signed_at()?);
        let void = sign_off.void().map(|touch| format!(", void since {}: {}", when(touch.at), touched_words(project, touch)));
        Some(format!("Signed off by {who}, {at}{}", void.unwrap_or_default()))
    });
    signed.collect()
}
