//! The details of an article: what is known of where it comes from.

use egui::{Label, RichText, TextStyle, Ui};

use super::frame;
use crate::app::edits::ArticleDetails;
use crate::app::{App, Request};
use crate::model::ArticleId;
use crate::ui::theme::{Tokens, space};

/// What has been typed.
pub struct Draft {
    article: ArticleId,
    details: ArticleDetails,
    from: Vec<(&'static str, String)>,
}

impl Draft {
    /// What the project says of the article now.
    pub fn new(app: &App, id: ArticleId) -> Self {
        let article = app.session().project().article(id);
        let from = article.map(|article| {
            let added = article.added().millis();
            vec![
                ("File", article.source_name().to_owned()),
                ("SHA-256 of the file", article.source_sha256().to_owned()),
                ("SHA-256 of the text", article.id.to_string()),
                ("Added", if added > 0 { app.surroundings.date_and_time(added) } else { String::new() }),
            ]
        });
        Self { article: id, details: article.map(ArticleDetails::from).unwrap_or_default(), from: from.unwrap_or_default() }
    }
}

/// Draws the dialog.
pub fn article_ui(ui: &Ui, app: &App, draft: &mut Draft, first: bool, send: &mut Vec<Request>) {
    frame::dialog(ui, "Article details", 540.0, send, |ui, send| {
        let entered = frame::body(ui, |ui| {
            let details = &mut draft.details;
            let title = frame::field(ui, "Title", "", &mut details.title);
            if first {
                title.request_focus();
            }
            let outlet = frame::field(ui, "Outlet", "Who published it", &mut details.outlet);
            let url = frame::field(ui, "Address", "https://", &mut details.url);
            let date = frame::field(ui, "Date", "When it was published, as 2026-11-22", &mut details.date);
            ui.add_space(space::SMALL);
            from_ui(ui, &draft.from);
            [title, outlet, url, date].iter().any(|field| frame::entered(ui, field))
        });
        let known = app.session().project().article(draft.article).is_some();
        frame::buttons(ui, |ui| {
            if (frame::primary(ui, "Change the details", known).clicked() || entered) && known {
                send.extend([Request::CloseDialog, Request::ChangeArticle(draft.article, draft.details.clone())]);
            }
            frame::cancel(ui, send);
        });
    });
}

/// Where the text came from.
fn from_ui(ui: &mut Ui, from: &[(&'static str, String)]) {
    let dim = Tokens::of(ui.visuals()).dim;
    for (name, value) in from.iter().filter(|(_, value)| !value.is_empty()) {
        ui.horizontal_top(|ui| {
            ui.allocate_ui(egui::vec2(130.0, 16.0), |ui| {
                ui.set_min_width(130.0);
                ui.label(RichText::new(*name).text_style(TextStyle::Small).color(dim));
            });
            let value = RichText::new(value).text_style(TextStyle::Small);
            ui.add(Label::new(value).wrap().selectable(true));
        });
    }
}
