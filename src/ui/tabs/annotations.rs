//! The tab of all annotations: a table of which only the rows in sight are drawn.

use egui::{Align2, Color32, FontId, Id, Rangef, Rect, Role, Sense, TextStyle, Ui, WidgetInfo, accesskit, pos2, vec2};

use super::columns::{cell_of, fitting};
use super::icons::{differ, focus_ring, sort_sign};
use super::line::{line, paint};
use super::rows::{Look, Rows, Source};
use super::{TabsState, filter};
use crate::app::list::{Column, Row, Sort, row};
use crate::app::{App, Field, Request};
use crate::model::{AnnotationId, Article, ReviewerId, Stamp};
use crate::ui::article::{tip, tip_ui};
use crate::ui::parts::{paint_avatar, told};
use crate::ui::theme::{Tokens, signs, size, space, style};

/// The height of a row in points.
const ROW: f32 = 28.0;
/// The height of the header in points.
const HEADER: f32 = 26.0;
/// The room for a reviewer's disc in points.
const DISC: f32 = 19.0;
/// The side of a verdict's sign in points.
const SIGN: f32 = 12.0;

/// What the tab remembers between frames.
#[derive(Default)]
pub struct AnnotationsState {
    rows: Rows,
    in_hand: Option<AnnotationId>,
}

impl TabsState {
    /// The row that the keys of the table are at, for tests.
    #[cfg(test)]
    pub fn table_cursor(&self) -> usize {
        self.annotations.rows.cursor
    }
}

/// Draws the tab.
pub fn annotations_ui(ui: &mut Ui, app: &mut App, state: &mut AnnotationsState, send: &mut Vec<Request>) {
    if app.list.rows().is_empty() {
        empty_ui(ui, app, send);
        return;
    }
    if app.in_hand != state.in_hand {
        state.in_hand = app.in_hand;
        let place = app.in_hand.and_then(|id| app.list.position(app.session().project(), id));
        if let Some(place) = place {
            state.rows.reveal(place);
        } else if app.list.is_busy() {
            // Its row may be still to come.
            state.in_hand = None;
        }
    }
    let list = AnnotationRows::new(ui, app);
    let look = Look { id: Id::unique("annotations"), name: "Annotations", roles: (Role::Table, Role::Row), height: ROW };
    let asked = state.rows.show(ui, &look, &list, |ui| header_ui(ui, &list.columns, app.list.sort, send));
    let go_to = asked.go_to.and_then(|row| app.list.rows().get(row).copied());
    if let Some(id) = go_to {
        send.push(Request::GoTo(id));
    }
    if asked.left {
        app.focus = Some(Field::Article);
    }
}

fn empty_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let here = app.article.filter(|_| app.filter.this_article).and_then(|id| app.session().project().article(id));
    let count = here.map_or_else(|| app.session().project().counts(), Article::counts).total();
    let dim = Tokens::of(ui.visuals()).dim;
    ui.vertical_centered(|ui| {
        ui.add_space(space::HUGE);
        if app.list.is_busy() {
            ui.colored_label(dim, "Looking…");
        } else if count == 0 {
            ui.colored_label(dim, "Nothing is marked yet: select words and press 1, 2 or 3.");
            let elsewhere = app.session().project().counts().total();
            if app.filter.this_article && elsewhere > 0 {
                ui.add_space(space::SMALL);
                if ui.button("List all articles").clicked() {
                    send.push(Request::SetFilter(crate::app::filter::Filter { this_article: false, ..app.filter.clone() }));
                }
            }
        } else {
            ui.colored_label(dim, "No annotation passes the filter.");
            ui.add_space(space::SMALL);
            if ui.button("Clear filter").clicked() {
                send.push(Request::SetFilter(filter::cleared(&app.filter)));
            }
        }
    });
}

fn header_ui(ui: &mut Ui, columns: &[(Column, Rangef)], sort: Sort, send: &mut Vec<Request>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEADER), Sense::hover());
    let tokens = Tokens::of(ui.visuals());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, tokens.line));
    let ui = &mut told(ui, rect, Role::Row, "Columns");
    for (column, across) in columns {
        let cell = cell_of(rect, *across);
        let response = ui.interact(cell, Id::unique("column").with(column), Sense::click());
        let sorts = sort.column == *column;
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, column.label()));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            if sorts {
                node.set_sort_direction(if sort.descending {
                    accesskit::SortDirection::Descending
                } else {
                    accesskit::SortDirection::Ascending
                });
            }
        });
        let colour = if sorts || response.hovered() { tokens.text } else { tokens.dim };
        let words = if *column == Column::Verdict { "" } else { column.label() };
        let galley = line(ui, [(words, style::caps().resolve(ui.style()), colour)], cell.width() - 10.0);
        let end = cell.left() + galley.size().x;
        let at = pos2(cell.left(), (cell.center().y - galley.size().y / 2.0).round());
        ui.painter().galley(at, galley, colour);
        if sorts {
            ui.painter().add(sort_sign(pos2(end + 8.0, cell.center().y), sort.descending, colour));
        } else if words.is_empty() && response.hovered() {
            ui.painter().add(sort_sign(pos2(end + 8.0, cell.center().y), false, tokens.strong_line));
        }
        focus_ring(ui, cell.expand2(vec2(4.0, -1.0)), &response);
        if response.on_hover_text(format!("Sort by {}.", column.label().to_lowercase())).clicked() {
            send.push(Request::SortBy(*column));
        }
    }
}

/// The rows, with what they need to be drawn.
struct AnnotationRows<'a> {
    app: &'a App,
    columns: Vec<(Column, Rangef)>,
    now: u64,
    font: FontId,
    strong: FontId,
}

impl<'a> AnnotationRows<'a> {
    fn new(ui: &Ui, app: &'a App) -> Self {
        Self {
            app,
            columns: fitting(ui.available_width(), !app.filter.this_article),
            now: app.surroundings.now(),
            font: FontId { size: size::SECONDARY, ..TextStyle::Body.resolve(ui.style()) },
            strong: FontId { size: size::SECONDARY, ..style::strong().resolve(ui.style()) },
        }
    }

    fn id(&self, row: usize) -> Option<AnnotationId> {
        self.app.list.rows().get(row).copied()
    }

    /// The words of a cell, and whether they are secondary.
    fn words(&self, id: AnnotationId, column: Column, row: &Row) -> (String, bool) {
        let project = self.app.session().project();
        let annotation = project.annotation(id);
        let passage = annotation.and_then(|annotation| annotation.passage());
        let cut = |text: &str| text.chars().take(400).collect::<String>();
        match column {
            Column::Verdict => (signs::name(annotation.and_then(|annotation| annotation.standing().verdict)).to_owned(), false),
            Column::Place => {
                (passage.and_then(|passage| project.article(passage.article)).map(|article| cut(article.title())).unwrap_or_default(), true)
            }
            Column::Passage => (passage.map(|passage| cut(&passage.words)).unwrap_or_default(), false),
            Column::Kind => (annotation.map(|annotation| annotation.kind().label().to_owned()).unwrap_or_default(), true),
            Column::Note => (cut(&row.note), false),
            Column::Correction => (cut(&row.correction), false),
            Column::Evidence => (if row.evidence == 0 { String::new() } else { row.evidence.to_string() }, false),
            Column::By => (row.by.clone(), false),
            Column::Changed => {
                let changed = annotation.map_or(0, |annotation| annotation.changed().millis());
                (self.app.surroundings.short(changed, self.now), true)
            }
        }
    }

    /// Who judged how and when, and who ruled; who marked it where nobody has judged.
    fn judged(&self, id: AnnotationId) -> String {
        let (project, here) = (self.app.session().project(), &self.app.surroundings);
        let Some(annotation) = project.annotation(id) else { return String::new() };
        let said = |by, did: &str, at: Stamp| format!("{}: {did}, {}", project.reviewer_name(by), here.date_and_time(at.millis()));
        let judged = annotation.judgements().map(|judgement| said(judgement.by, signs::name(judgement.verdict()), judgement.changed()));
        let ruled =
            annotation.ruling().map(|ruling| said(ruling.by, &format!("ruled {}", signs::name(ruling.verdict())), ruling.changed()));
        let made = annotation.made().map(|(at, by)| said(by, "marked it", at));
        made.into_iter().chain(judged).chain(ruled).collect::<Vec<_>>().join("\n")
    }

    /// Those who judged it as discs in their colours; how many more, where there is no room.
    fn by_ui(&self, ui: &Ui, cell: Rect, reviewers: &[ReviewerId]) {
        let project = self.app.session().project();
        let room = ((cell.width() / DISC).floor().max(1.0) as usize).max(1);
        let shown = if reviewers.len() > room { room - 1 } else { reviewers.len() };
        let square = |place: usize| {
            Rect::from_center_size(pos2(cell.left() + DISC * (place as f32 + 0.5) - 1.0, cell.center().y), vec2(DISC - 2.0, DISC - 2.0))
        };
        for (place, by) in reviewers.iter().take(shown).enumerate() {
            // Two of one name differ in colour here, and in what is said of the cell.
            let initials = project.reviewer_initials(*by);
            let colour = project.reviewer(*by).map_or(0, |reviewer| reviewer.colour());
            paint_avatar(ui, square(place), initials.split(' ').next().unwrap_or_default(), colour);
        }
        if shown < reviewers.len() {
            let more = format!("+{}", reviewers.len() - shown);
            ui.painter().text(square(shown).center(), Align2::CENTER_CENTER, more, self.font.clone(), Tokens::of(ui.visuals()).dim);
        }
    }

    fn sign_ui(&self, ui: &Ui, cell: Rect, id: AnnotationId) {
        let Some(annotation) = self.app.session().project().annotation(id) else { return };
        let (standing, tokens) = (annotation.standing(), Tokens::of(ui.visuals()));
        let square = Align2::LEFT_CENTER.align_size_within_rect(vec2(SIGN, SIGN), cell);
        ui.painter().add(signs::sign(standing.verdict, square, tokens.verdict(standing.verdict).text));
        if standing.disagreement {
            ui.painter().add(differ(Rect::from_center_size(square.center() + vec2(14.0, 0.0), vec2(8.0, 8.0)), tokens.dim));
        }
    }
}

impl Source for AnnotationRows<'_> {
    fn count(&self) -> usize {
        self.app.list.rows().len()
    }

    fn name(&self, row: usize) -> String {
        let annotation = self.id(row).and_then(|id| self.app.session().project().annotation(id));
        let Some(annotation) = annotation else { return String::new() };
        let standing = annotation.standing();
        let words: String = annotation.passage().map(|passage| passage.words.chars().take(120).collect()).unwrap_or_default();
        let differ = if standing.disagreement { ", reviewers disagree" } else { "" };
        format!("{}{differ}: {words}", signs::name(standing.verdict))
    }

    fn is_current(&self, row: usize) -> bool {
        self.app.in_hand.is_some() && self.id(row) == self.app.in_hand
    }

    fn row_ui(&self, ui: &mut Ui, place: usize) {
        let Some(id) = self.id(place) else { return };
        let (rect, tokens) = (ui.max_rect(), Tokens::of(ui.visuals()));
        let shown = row(self.app.session().project(), id);
        for (at, (column, across)) in self.columns.iter().enumerate() {
            let cell = cell_of(rect, *across);
            let (words, secondary) = self.words(id, *column, &shown);
            let response = ui.interact(cell, ui.scope_id().with(column), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &words));
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_row_index(place);
                node.set_column_index(at);
            });
            if *column == Column::Verdict {
                self.sign_ui(ui, cell, id);
                tip(response, &self.name(place));
                continue;
            }
            if *column == Column::By {
                self.by_ui(ui, cell, &shown.reviewers);
                response.on_hover_ui(|ui| tip_ui(ui, self.judged(id)));
                continue;
            }
            let colour: Color32 = if secondary { tokens.dim } else { tokens.text };
            let font = if self.is_current(place) && *column == Column::Passage { &self.strong } else { &self.font };
            let whole = words.is_empty() || paint(ui, cell, [(words.as_str(), font.clone(), colour)]);
            if *column == Column::Changed {
                response.on_hover_ui(|ui| tip_ui(ui, self.judged(id)));
            } else if !whole {
                tip(response, &words);
            }
        }
    }
}
