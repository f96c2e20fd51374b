//! The tab of the project's history: who said what when, of what, and the way back to an earlier value.

#[cfg(test)]
mod tests;

use std::cell::Cell;

use egui::{Align, Button, FontId, Id, Layout, Rangef, Rect, Role, Sense, TextEdit, TextStyle, Ui, UiBuilder, WidgetInfo, vec2};

use super::line::paint;
use super::rows::{Look, Rows, Source};
use crate::app::command::Command;
use crate::app::history::{About, Entry, HistoryFilter, restored, takes_over};
use crate::app::{App, Field, Request};
use crate::model::{ReviewerId, What};
use crate::ui::article::{field_ui, on_widget, tip};
use crate::ui::parts;
use crate::ui::theme::{Tokens, size, space, style};

/// The height of a row in points.
const ROW: f32 = 28.0;
/// The height of what stands over the rows in points.
const HEADER: f32 = 36.0;
/// The widths of the time, of the name, and of the button, in points; and where there is little room.
const WIDTHS: [f32; 3] = [124.0, 118.0, 78.0];
const NARROW: [f32; 3] = [56.0, 84.0, 64.0];
/// Below this width there is little room, in points.
const LITTLE: f32 = 560.0;
/// Below this width what a statement is about has no column, in points.
const WIDE: f32 = 720.0;
/// The share of the rest that the statement itself takes.
const SAID: f32 = 0.58;

/// What the tab remembers between frames.
#[derive(Default)]
pub struct HistoryState {
    rows: Rows,
}

/// Draws the tab.
pub fn history_ui(ui: &mut Ui, app: &mut App, state: &mut HistoryState, send: &mut Vec<Request>) {
    filter_ui(ui, app, send);
    if app.history.is_empty() {
        empty_ui(ui, app, send);
        return;
    }
    let list = HistoryRows::new(ui, app);
    let look = Look { id: Id::unique("history"), name: "History of the project", roles: (Role::Table, Role::Row), height: ROW };
    let asked = state.rows.show(ui, &look, &list, |_| {});
    if let Some(what) = list.restore.take() {
        send.push(Request::SayAgain(Box::new(what)));
    } else if let Some(entry) = asked.go_to.and_then(|row| app.history.entry(row)) {
        send.extend(go_to(entry));
    }
    if asked.left {
        app.focus = Some(Field::Article);
    }
}

fn go_to(entry: &Entry) -> Option<Request> {
    match &entry.about {
        About::Project => None,
        About::Article(article) => Some(Request::ShowArticle(*article)),
        About::Place(article, range) => Some(Request::GoToPlace(*article, range.clone())),
        About::Annotation(annotation) => Some(Request::GoTo(*annotation)),
        About::Evidence(evidence) => Some(Request::EditEvidence(*evidence)),
    }
}

fn filter_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEADER), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, Tokens::of(ui.visuals()).line));
    let inside = UiBuilder::new().max_rect(rect.shrink2(vec2(space::MEDIUM, 0.0))).layout(Layout::left_to_right(Align::Center));
    let mut filter = app.history.filter.clone();
    let little = rect.width() < LITTLE;
    ui.scope_builder(inside, |ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        let font = TextStyle::Body.resolve(ui.style());
        let field = field_ui(ui, Id::unique("filter the history"), &font, false, &mut filter.words, |words| {
            TextEdit::singleline(words).desired_width(if little { 104.0 } else { 190.0 }).hint_text("Filter by words")
        });
        field.accessible_name("Filter the history by words");
        reviewer_ui(ui, app, &mut filter.by);
        if filter.only.is_some() {
            let recovered = app.shows_recovered();
            let (words, name) = if recovered {
                ("What was recovered  ×", "Show more than what was recovered")
            } else {
                ("What came in  ×", "Show more than what came in")
            };
            let all = ui.add(Button::selectable(true, words)).on_hover_text("Show the whole history again.");
            if all.accessible_name(name).clicked() {
                filter.only = None;
            }
        }
        if little && filter.only.is_some() {
            return;
        }
        let count = if app.history.len() == 1 {
            "1 change".to_owned()
        } else {
            format!("{} changes", crate::ui::shell::thousands(app.history.len()))
        };
        ui.colored_label(Tokens::of(ui.visuals()).dim, count);
        // Only of what was looked for: a list of everything invites mistakes.
        let narrowed = filter != HistoryFilter::default() && !app.history.is_empty();
        if narrowed && !little && !app.session().read_only {
            let tip = "Choose among these changes what is taken out of the file for good. It cannot be undone.";
            if parts::link_button(ui, Command::Redact.entry().title).on_hover_text(tip).clicked() {
                send.push(Request::ChooseShownToRedact);
            }
        }
    });
    if filter != app.history.filter {
        send.push(Request::FilterHistory(filter));
    }
}

fn reviewer_ui(ui: &mut Ui, app: &App, by: &mut Option<ReviewerId>) {
    let project = app.session().project();
    let name = by.map_or_else(|| "anybody".to_owned(), |by| project.reviewer_name(by));
    let menu = ui.menu_button(format!("By {name} ▾"), |ui| {
        ui.radio_value(by, None, "Anybody");
        for reviewer in project.reviewers() {
            let name = project.reviewer_name(reviewer.id);
            ui.radio_value(by, Some(reviewer.id), on_widget(ui, &name)).accessible_name(name);
        }
    });
    parts::opens_menu(menu.response).accessible_name(format!("By {name}"));
}

fn empty_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let dim = Tokens::of(ui.visuals()).dim;
    ui.vertical_centered(|ui| {
        ui.add_space(space::HUGE);
        if !app.history.is_made() {
            ui.colored_label(dim, "Reading the history…");
        } else if app.history.filter == HistoryFilter::default() {
            ui.colored_label(dim, "Nothing has been said yet.");
        } else {
            ui.colored_label(dim, "No change passes the filter.");
            ui.add_space(space::SMALL);
            if ui.button("Clear filter").clicked() {
                send.push(Request::FilterHistory(HistoryFilter::default()));
            }
        }
    });
}

/// The rows, with what they need to be drawn.
struct HistoryRows<'a> {
    app: &'a App,
    now: u64,
    font: FontId,
    strong: FontId,
    /// What a button asks to be said again.
    restore: Cell<Option<What>>,
}

impl<'a> HistoryRows<'a> {
    fn new(ui: &Ui, app: &'a App) -> Self {
        Self {
            app,
            now: app.surroundings.now(),
            font: FontId { size: size::SECONDARY, ..TextStyle::Body.resolve(ui.style()) },
            strong: FontId { size: size::SECONDARY, ..style::strong().resolve(ui.style()) },
            restore: Cell::new(None),
        }
    }

    /// What it is about, in a few words.
    fn about(&self, entry: &Entry) -> String {
        let project = self.app.session().project();
        let title = |id| project.article(id).map(|article| article.title().to_owned()).unwrap_or_default();
        let words = match &entry.about {
            About::Project => String::new(),
            About::Article(id) => title(*id),
            About::Place(id, range) => project
                .article(*id)
                .and_then(|article| article.text().get(range.clone()))
                .map_or_else(|| title(*id), |words| format!("“{}”", cut(words))),
            About::Annotation(id) => project
                .annotation(*id)
                .and_then(|annotation| annotation.passage())
                .map(|passage| format!("“{}”", cut(&passage.words)))
                .unwrap_or_default(),
            About::Evidence(id) => project.evidence(*id).map(|evidence| evidence.citation().to_owned()).unwrap_or_default(),
        };
        cut(&words)
    }

    fn restore_ui(&self, ui: &mut Ui, cell: Rect, entry: &Entry) {
        if self.app.session().read_only {
            return;
        }
        // Who has said nothing yet can take over what others said.
        let by = self.app.by().unwrap_or_default();
        let Some(what) = self.app.said(entry) else { return };
        if restored(self.app.session().project(), by, &what).is_none() {
            return;
        }
        let (words, tip) = if takes_over(entry.by, &what, by) {
            ("Take over", "Say the same in your own judgement. Undo takes it back.")
        } else {
            ("Restore", "Say this again, as a new change. Undo takes it back.")
        };
        ui.scope_builder(UiBuilder::new().max_rect(cell).layout(Layout::right_to_left(Align::Center)), |ui| {
            if parts::link_button(ui, words).on_hover_text(tip).clicked() {
                self.restore.set(Some(what));
            }
        });
    }
}

fn cut(words: &str) -> String {
    words.chars().take(200).collect()
}

impl Source for HistoryRows<'_> {
    fn count(&self) -> usize {
        self.app.history.len()
    }

    fn name(&self, row: usize) -> String {
        let Some(entry) = self.app.history.entry(row) else { return String::new() };
        let (name, about) = (self.app.session().project().reviewer_name(entry.by), self.about(entry));
        let when = self.app.surroundings.date_and_time(entry.at.millis());
        let about = if about.is_empty() { String::new() } else { format!(" – {about}") };
        format!("{name} {}{about}, {when}", entry.said)
    }

    fn is_current(&self, row: usize) -> bool {
        let entry = self.app.history.entry(row);
        self.app.in_hand.is_some_and(|id| entry.is_some_and(|entry| entry.about == About::Annotation(id)))
    }

    fn row_ui(&self, ui: &mut Ui, row: usize) {
        let Some(entry) = self.app.history.entry(row) else { return };
        let (rect, tokens) = (ui.max_rect().shrink2(vec2(space::MEDIUM, 0.0)), Tokens::of(ui.visuals()));
        let mut left = rect.left();
        let mut cell = |width: f32| {
            let across = Rangef::new(left, left + width - space::SMALL);
            left += width;
            Rect::from_x_y_ranges(across, rect.y_range())
        };
        let wide = rect.width() >= WIDE;
        let little = rect.width() < LITTLE;
        let [when_width, who_width, button_width] = if little { NARROW } else { WIDTHS };
        let rest = rect.width() - when_width - who_width - button_width;
        let said_width = if wide { rest * SAID } else { rest };
        let at = entry.at.millis();
        let when = if little { self.app.surroundings.short(at, self.now) } else { self.app.surroundings.date_and_time(at) };
        let who = self.app.session().project().reviewer_name(entry.by);
        let about = if wide { self.about(entry) } else { String::new() };
        let cells = [
            (cell(when_width), when, &self.font, tokens.dim),
            (cell(who_width), who, &self.strong, tokens.text),
            (cell(said_width), entry.said.clone(), &self.font, tokens.text),
            (cell(if wide { rest - said_width } else { 0.0 }), about, &self.font, tokens.dim),
        ];
        for (n, (place, words, font, colour)) in cells.into_iter().enumerate() {
            if words.is_empty() || !place.is_positive() {
                continue;
            }
            let response = ui.interact(place, ui.scope_id().with(n), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &words));
            if !paint(ui, place, [(words.as_str(), font.clone(), colour)]) {
                tip(response, &words);
            }
        }
        self.restore_ui(ui, cell(button_width), entry);
    }
}
