//! Signing an article off: what is open in it, each a way to its place, and the reason to sign all the same.

use egui::{RichText, ScrollArea, Ui};

use super::frame::{self, counted};
use crate::app::command::Command;
use crate::app::{App, Request};
use crate::crosscheck::OpenPoints;
use crate::model::{Article, ArticleId};
use crate::text::position::slice;
use crate::ui::article::label_ui;
use crate::ui::parts;
use crate::ui::shell;
use crate::ui::theme::{space, style};

/// How many open points of each kind are listed.
const LISTED: usize = 40;
/// How many characters of each are shown.
const WORDS: usize = 64;

/// What is open, as it is shown, and the reason being typed.
pub struct Draft {
    article: ArticleId,
    title: String,
    /// The open points by kind; `None` while they are looked for.
    open: Option<Vec<Kind>>,
    why: String,
}

/// Open points of one kind.
struct Kind {
    heading: String,
    points: Vec<(String, Request)>,
    more: usize,
}

impl Draft {
    /// The open points that were found, or none while they are looked for.
    pub fn new(app: &App, id: ArticleId, open: Option<&OpenPoints>) -> Self {
        let article = app.session().project().article(id);
        let title = article.map(|article| frame::short(article.title(), 120)).unwrap_or_default();
        let open = article.zip(open).map(|(article, open)| kinds(app, article, open));
        Self { article: id, title, open, why: String::new() }
    }
}

fn kinds(app: &App, article: &Article, open: &OpenPoints) -> Vec<Kind> {
    let sentence = |range: &std::ops::Range<usize>| {
        (frame::short(slice(article.text(), range.clone()), WORDS), Request::GoToPlace(article.id, range.clone()))
    };
    let annotation = |id: &crate::model::AnnotationId| {
        let passage = app.session().project().annotation(*id).and_then(|annotation| annotation.passage());
        (passage.map(|passage| frame::short(&passage.words, WORDS)).unwrap_or_default(), Request::GoTo(*id))
    };
    let kind = |heading: String, points: Vec<(String, Request)>, all: usize| Kind { heading, more: all - points.len(), points };
    let annotations = |ids: &[crate::model::AnnotationId]| ids.iter().take(LISTED).map(annotation).collect();
    let (sentences, to_check, disagreements) = (open.sentences.len(), open.to_check.len(), open.disagreements.len());
    let mut kinds = vec![
        kind(
            format!("{} not judged or dismissed", counted(sentences, "sentence")),
            open.sentences.iter().take(LISTED).map(sentence).collect(),
            sentences,
        ),
        kind(format!("{} still to check", counted(to_check, "passage")), annotations(&open.to_check), to_check),
        kind(format!("{} not settled", counted(disagreements, "disagreement")), annotations(&open.disagreements), disagreements),
    ];
    kinds.retain(|kind| !kind.points.is_empty());
    if open.hidden > 0 {
        let reveal = ("Reveal the whole article…".to_owned(), Request::Run(Command::RevealArticle));
        kinds.push(kind("The blind check hides what others said".to_owned(), vec![reveal], 1));
    }
    kinds
}

/// Draws the dialog.
pub fn sign_off_ui(ui: &Ui, app: &App, draft: &mut Draft, first: bool, send: &mut Vec<Request>) {
    frame::dialog(ui, "Sign off the article", 560.0, send, |ui, send| {
        label_ui(ui, RichText::new(&draft.title).text_style(style::quote()));
        frame::dim(ui, &format!("You answer for this text as it has been checked until now. SHA-256 of the text: {}", draft.article));
        if let Some(article) = app.session().project().article(draft.article) {
            for words in shell::signatures(app, article) {
                frame::dim(ui, &words);
            }
        }
        ui.add_space(space::SMALL);
        let Some(open) = &draft.open else {
            frame::dim(ui, "Looking what is open…");
            frame::buttons(ui, |ui| frame::cancel(ui, send));
            return;
        };
        let is_open = !open.is_empty();
        if is_open {
            open_ui(ui, open, send);
            let field = frame::lines(ui, "Why sign all the same", "What is open, and why that does not matter", &mut draft.why, 2);
            if first {
                field.request_focus();
            }
        } else {
            ui.label("Every checkable sentence is judged or dismissed, and no disagreement is open.");
        }
        let ready = !is_open || !draft.why.trim().is_empty();
        frame::buttons(ui, |ui| {
            let sign = frame::primary(ui, if is_open { "Sign off all the same" } else { "Sign off" }, ready);
            if first && !is_open {
                sign.request_focus();
            }
            if sign.clicked() || ready && frame::confirmed(ui) {
                let why = if is_open { draft.why.trim().to_owned() } else { String::new() };
                send.extend([Request::CloseDialog, Request::SignOff(draft.article, why)]);
            }
            frame::cancel(ui, send);
            if app.can(Command::TakeSignatureBack) && ui.button(Command::TakeSignatureBack.entry().title).clicked() {
                send.extend([Request::CloseDialog, Request::TakeSignatureBack(draft.article)]);
            }
        });
    });
}

fn open_ui(ui: &mut Ui, open: &[Kind], send: &mut Vec<Request>) {
    let most = (frame::body_height(ui) - 190.0).clamp(60.0, 300.0);
    ScrollArea::vertical().id_salt("open points").max_height(most).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (n, kind) in open.iter().enumerate() {
            ui.label(RichText::new(&kind.heading).text_style(style::strong()));
            for (place, (words, request)) in kind.points.iter().enumerate() {
                let pressed = ui.push_id((n, place), |ui| parts::link_button(ui, words)).inner;
                if pressed.on_hover_text("Go there").clicked() {
                    send.extend([Request::CloseDialog, request.clone()]);
                }
            }
            if kind.more > 0 {
                frame::dim(ui, &format!("and {} more", kind.more));
            }
            ui.add_space(space::SMALL);
        }
    });
}
