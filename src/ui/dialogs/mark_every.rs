//! Marking the same words wherever they stand, as one step.

use std::collections::HashSet;
use std::ops::Range;

use egui::text::{LayoutJob, TextFormat};
use egui::{ScrollArea, Ui};

use super::frame::{self, counted};
use crate::app::{App, Request};
use crate::model::{ArticleId, Verdict};
use crate::text::position::{clamp, slice};
use crate::ui::article::{label_ui, tip, words_ui};
use crate::ui::parts::Inline;
use crate::ui::theme::{Tokens, fonts, size, space, style};

/// How many places are shown.
const SHOWN: usize = 50;
/// How many bytes before and after the words are shown.
const AROUND: usize = 44;

/// The places, as they are shown.
pub struct Draft {
    words: String,
    found: Option<(usize, usize)>,
    shown: Vec<Place>,
}

/// A place with the words around it.
struct Place {
    title: String,
    before: String,
    words: String,
    after: String,
}

impl Draft {
    /// The places that were found, or none while they are looked for.
    pub fn new(app: &App, words: &str, places: Option<&[(ArticleId, Range<usize>)]>) -> Self {
        let found = places.map(|places| (places.len(), places.iter().map(|(article, _)| *article).collect::<HashSet<_>>().len()));
        let shown = places.unwrap_or_default().iter().take(SHOWN).filter_map(|(id, range)| place(app, *id, range)).collect();
        Self { words: words.to_owned(), found, shown }
    }
}

fn place(app: &App, id: ArticleId, range: &Range<usize>) -> Option<Place> {
    let article = app.session().project().article(id)?;
    let text = article.text();
    let before = slice(text, clamp(text, range.start.saturating_sub(AROUND))..range.start);
    let after = slice(text, range.end..range.end.saturating_add(AROUND).min(text.len()));
    Some(Place {
        title: frame::short(article.title(), 60),
        before: before.rsplit('\n').next().unwrap_or_default().to_owned(),
        words: frame::short(slice(text, range.clone()), 120),
        after: after.split('\n').next().unwrap_or_default().to_owned(),
    })
}

/// Draws the dialog.
pub fn mark_every_ui(ui: &Ui, draft: &Draft, first: bool, send: &mut Vec<Request>) {
    frame::dialog(ui, "Mark every occurrence", 620.0, send, |ui, send| {
        words_ui(ui, &format!("“{}”", frame::short(&draft.words, 200)), style::quote(), egui::Sense::hover());
        let (places, articles) = draft.found.unwrap_or_default();
        frame::dim(
            ui,
            &match draft.found {
                None => "The places are being looked for…".to_owned(),
                Some((0, _)) => "The words stand nowhere as whole words.".to_owned(),
                Some(_) => format!(
                    "{} in {}. What has an annotation already gets the verdict too.",
                    counted(places, "place"),
                    counted(articles, "article")
                ),
            },
        );
        let most = (frame::body_height(ui) - 60.0).min(320.0);
        ScrollArea::vertical().id_salt("places").max_height(most).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::TINY;
            draft.shown.iter().for_each(|place| place_ui(ui, place));
            if places > draft.shown.len() && !draft.shown.is_empty() {
                frame::dim(ui, &format!("The first {SHOWN} are shown."));
            }
        });
        frame::buttons(ui, |ui| {
            frame::cancel(ui, send);
            ui.add_space(space::MEDIUM);
            for (n, verdict) in [None, Some(Verdict::Erroneous), Some(Verdict::Disputed), Some(Verdict::Verified)].into_iter().enumerate() {
                let button = ui.add_enabled_ui(places > 0, |ui| verdict_button(ui, verdict)).inner;
                if first && n == 3 {
                    button.request_focus();
                }
                if button.clicked() {
                    send.push(Request::MarkEvery(verdict));
                }
            }
        });
    });
}

fn verdict_button(ui: &mut Ui, verdict: Option<Verdict>) -> egui::Response {
    let words = verdict.map_or("To check", Verdict::label);
    let colour = Tokens::of(ui.visuals()).verdict(verdict).text;
    Inline::new().sign(verdict, 10.0, colour).words(ui, words, fonts::sans(size::INTERFACE), colour).button(ui, words, None)
}

fn place_ui(ui: &mut Ui, place: &Place) {
    let tokens = Tokens::of(ui.visuals());
    let plain = |colour| TextFormat::simple(fonts::sans(size::SECONDARY), colour);
    let mut job = LayoutJob::default();
    for (words, format) in [
        (place.before.as_str(), plain(tokens.dim)),
        (&place.words, TextFormat::simple(fonts::semibold(size::SECONDARY), tokens.text)),
        (&place.after, plain(tokens.dim)),
    ] {
        job.append(words, 0.0, format);
    }
    tip(label_ui(ui, job), &place.title);
}
