//! The evidence that the project has already, to choose from.

use egui::{Rect, ScrollArea, Ui, vec2};

use super::frame;
use crate::app::{App, Request};
use crate::model::{AnnotationId, Evidence, EvidenceId};
use crate::ui::article::tip;
use crate::ui::parts::{Inline, caps_heading, press};
use crate::ui::theme::{Tokens, fonts, size, space};

/// The height of a row in points.
const ROW: f32 = 28.0;
/// How many rows are in sight.
const IN_SIGHT: usize = 4;

/// The evidence of the project, the newest first, and what is looked for among it.
#[derive(Default)]
pub struct List {
    words: String,
    all: Vec<EvidenceId>,
    shown: Vec<EvidenceId>,
}

impl List {
    /// All evidence there is.
    pub fn new(app: &App) -> Self {
        let all = app.known_evidence();
        Self { words: String::new(), shown: all.clone(), all }
    }

    /// Whether the project has none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Draws the field and the rows. Choosing one closes the dialog.
    pub fn list_ui(&mut self, ui: &mut Ui, app: &App, annotation: AnnotationId, first: bool, send: &mut Vec<Request>) {
        caps_heading(ui, "Evidence of this project");
        let field = frame::field(ui, "Search the evidence", "Words of the citation, the address or the quote", &mut self.words);
        if first {
            field.request_focus();
        }
        if field.changed() {
            self.search(app);
        }
        let chosen = chosen(app, annotation);
        if frame::entered(ui, &field)
            && let Some(id) = self.shown.first()
        {
            choose(annotation, *id, true, send);
        }
        if self.shown.is_empty() {
            frame::dim(ui, "None has these words.");
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = ROW * self.shown.len().min(IN_SIGHT) as f32;
        let rows = ScrollArea::vertical().id_salt("evidence").max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
        rows.show_rows(ui, ROW, self.shown.len(), |ui, rows| {
            for id in self.shown.get(rows).unwrap_or_default() {
                let Some(evidence) = app.session().project().evidence(*id) else { continue };
                let is_chosen = chosen.contains(id);
                if row_ui(ui, evidence, is_chosen) {
                    choose(annotation, *id, !is_chosen, send);
                }
            }
        });
        ui.spacing_mut().item_spacing.y = space::SMALL;
    }

    fn search(&mut self, app: &App) {
        let words = self.words.trim().to_lowercase();
        let has = |evidence: &Evidence| {
            let texts = [evidence.citation(), evidence.place(), evidence.words(), evidence.source().label()];
            texts.iter().any(|text| text.to_lowercase().contains(&words))
        };
        let project = app.session().project();
        self.shown = self.all.iter().copied().filter(|id| project.evidence(*id).is_some_and(has)).collect();
    }
}

/// The evidence that my judgement rests on already.
fn chosen(app: &App, annotation: AnnotationId) -> Vec<EvidenceId> {
    let mine = app.by().and_then(|by| app.session().project().annotation(annotation)?.judgement(by));
    mine.map(|mine| mine.evidence().to_vec()).unwrap_or_default()
}

fn choose(annotation: AnnotationId, id: EvidenceId, chosen: bool, send: &mut Vec<Request>) {
    send.extend([Request::CloseDialog, Request::ChooseEvidence(annotation, id, chosen)]);
}

/// Draws a piece of evidence; gives back whether it was clicked.
fn row_ui(ui: &mut Ui, evidence: &Evidence, is_chosen: bool) -> bool {
    let citation = if evidence.citation().trim().is_empty() { evidence.place() } else { evidence.citation() };
    let confidential = if evidence.is_confidential() { ", confidential" } else { "" };
    let name = format!("{}: {}{confidential}", evidence.source().label(), frame::short(citation, 120));
    let response = press(ui, vec2(ui.available_width(), ROW), size::RADIUS, &name, Some(is_chosen));
    let tokens = Tokens::of(ui.visuals());
    let rect: Rect = response.rect;
    let aside = if is_chosen { "chosen" } else { evidence.consulted() };
    let aside = Inline::new().elided(ui, aside, fonts::sans(size::SECONDARY), tokens.dim, 90.0);
    let kind = Inline::new().words(ui, format!("{}{confidential}", evidence.source().label()), fonts::sans(size::SECONDARY), tokens.dim);
    let kind = kind.gap(space::SMALL);
    let room = rect.width() - aside.size().x - kind.size().x - 3.0 * space::SMALL;
    let row = kind.elided(ui, citation, fonts::sans(size::INTERFACE), tokens.text, room);
    row.paint(ui.painter(), rect.left_center() + vec2(space::SMALL, 0.0));
    aside.paint(ui.painter(), rect.right_center() - vec2(aside.size().x + space::SMALL, 0.0));
    tip(response, &frame::short(evidence.words(), 300)).clicked()
}
