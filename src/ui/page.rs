//! The middle of the window: the open article with its verdict bar, or two of them side by side.

mod divider;
mod head;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use egui::{Popup, Rect, Ui, UiBuilder, pos2};

use super::article::{ArticleView, Event, Face, Header, Page, Shown, article_ui};
use super::shell;
use crate::app::panes::Pane;
use crate::app::settings::ReadingFace;
use crate::app::{App, Field, Go, Request};
use crate::model::{Annotation, Article, ArticleId, ProjectId};

/// Where two pages would each be narrower than this, only the one with the focus is drawn. In points.
const NARROWEST: f32 = 230.0;

/// The width of the middle with which two pages can be worked on, in points: panels give way to it.
pub const TWO_PAGES: f32 = 680.0;

/// The views of the articles that were open, each where it was left.
#[derive(Default)]
pub struct Pages {
    project: ProjectId,
    views: HashMap<(Pane, ArticleId), ArticleView>,
    /// The pane that has the keyboard.
    keyboard: Option<Pane>,
    has_focus: bool,
}

impl Pages {
    /// Draws the open article, and the one beside it if there is one.
    pub fn page_ui(&mut self, ui: &mut Ui, app: &mut App, send: &mut Vec<Request>) {
        if self.project != app.session().project().id() {
            *self = Self { project: app.session().project().id(), ..Self::default() };
        }
        let focus = app.focus.take_if(|focus| matches!(focus, Field::Article | Field::Ends));
        let wanted = focus.map(|_| app.panes.focused);
        let full = ui.available_rect_before_wrap();
        // The keys are the article's unless something else has them.
        let idle =
            ui.memory(|memory| memory.focused().is_none() && memory.allows_interaction(ui.layer_id())) && !Popup::is_any_open(ui.ctx());
        let mut keyboard = None;
        for (pane, rect) in sides(ui, app, full, send) {
            let wish = focus.filter(|_| wanted == Some(pane));
            if idle && focus.is_none() && app.panes.focused == pane {
                self.accept_focus(app, pane);
            }
            let has_focus = self.pane_ui(ui, app, pane, rect, wish, send);
            keyboard = keyboard.or(has_focus.then_some(pane));
        }
        if app.panes.are_two() && fits_two(full) {
            // After the pages, over whose edges it reaches.
            divider::divider_ui(ui, full, app.settings.split, send);
        }
        self.has_focus = keyboard.is_some();
        let keyboard = wanted.or(keyboard);
        if keyboard.is_some_and(|pane| pane != app.panes.focused) && keyboard != self.keyboard {
            send.extend(keyboard.map(Request::FocusPane));
        }
        self.keyboard = keyboard;
    }

    /// Draws a pane; returns whether it has the keyboard.
    fn pane_ui(&mut self, ui: &mut Ui, app: &mut App, pane: Pane, rect: Rect, wish: Option<Field>, send: &mut Vec<Request>) -> bool {
        let focused = app.panes.focused == pane;
        let go = match &mut app.panes.beside {
            Some(open) if !focused => open.go.take(),
            _ => app.go.take(),
        };
        let Some(id) = app.article_in(pane).filter(|id| app.session().project().article(*id).is_some()) else { return false };
        let Some(blocks) = app.blocks(id) else {
            wait_ui(ui, rect);
            // What is to be shown stays to be shown.
            match &mut app.panes.beside {
                Some(open) if !focused => open.go = go,
                _ => app.go = go,
            }
            return false;
        };
        let app_now: &App = app;
        let Some(article) = app_now.session().project().article(id) else { return false };
        let view = self.views.entry((pane, id)).or_insert_with(|| ArticleView::with_blocks(Arc::clone(&blocks)));
        view.follow(blocks);
        if let Some(go) = go.filter(|go| go.article == article.id) {
            show(view, article, &go);
        }
        if wish.is_some() {
            view.request_focus();
        }
        let held = app_now.in_hand.filter(|_| wish == Some(Field::Ends)).and_then(|id| Some((id, app_now.session().project().place(id)?)));
        if let Some((id, (_, range))) = held.filter(|(_, (of, _))| *of == article.id) {
            view.move_ends(id, range);
        }
        let shown = draw(ui, app_now, pane, article, view, rect);
        if view.is_moving_ends() {
            shell::ends_bar_ui(ui, shown.page_rect);
        }
        if !focused && !shown.events.is_empty() {
            // What was done on this side is about this side.
            send.push(Request::FocusPane(pane));
        }
        answer(ui, app_now, article, &shown, focused, send);
        let (caret, top) = (view.caret(), view.reading_place());
        match &mut app.panes.beside {
            Some(open) if !focused => (open.caret, open.top) = (caret, top),
            _ => (app.caret, app.top) = (caret, top),
        }
        shown.has_focus
    }

    fn accept_focus(&mut self, app: &App, pane: Pane) {
        let open = app.article_in(pane).and_then(|article| self.views.get_mut(&(pane, article)));
        if let Some(view) = open {
            view.accept_focus();
        }
    }

    /// Whether the open article was drawn in the frame before, with the keyboard's focus.
    pub fn take_focus(&mut self) -> bool {
        std::mem::take(&mut self.has_focus)
    }

    /// Shows the selection that the program has decided on.
    pub fn follow_selection(&mut self, app: &App) {
        let article = app.article.and_then(|id| app.session().project().article(id));
        let view = article.and_then(|article| Some((article, self.views.get_mut(&(app.panes.focused, article.id))?)));
        let Some((article, view)) = view else { return };
        match app.selection.clone() {
            Some(range) => {
                if view.selection().as_ref() != Some(&range) {
                    view.select(article, range);
                }
            }
            None => view.clear_selection(),
        }
    }
}

/// In the place of a long article that is still being read.
fn wait_ui(ui: &mut Ui, rect: Rect) {
    let mut ui = ui.new_child(UiBuilder::new().id_salt("waits").max_rect(rect));
    ui.centered_and_justified(|ui| ui.weak("The article is being read…"));
}

fn fits_two(full: Rect) -> bool {
    full.width() >= 2.0 * NARROWEST
}

/// The panes with their rectangles: one, or two under their heads.
fn sides(ui: &mut Ui, app: &App, full: Rect, send: &mut Vec<Request>) -> Vec<(Pane, Rect)> {
    let [left, right] = match app.panes.in_order().as_slice() {
        [left, right] => [*left, *right],
        _ => return vec![(app.panes.focused, full)],
    };
    let below = |rect: Rect| Rect::from_min_max(pos2(rect.left(), rect.top() + head::HEIGHT), rect.max);
    let mut head = |ui: &mut Ui, pane: Pane, rect: Rect| {
        let side = if pane == left { "left" } else { "right" };
        let rect = Rect::from_min_max(rect.min, pos2(rect.right(), rect.top() + head::HEIGHT));
        head::head_ui(ui, app, pane, side, rect, send);
    };
    if !fits_two(full) {
        head(ui, app.panes.focused, full);
        return vec![(app.panes.focused, below(full))];
    }
    let split = divider::parts(full, app.settings.split);
    head(ui, left, split.0);
    head(ui, right, split.1);
    vec![(left, below(split.0)), (right, below(split.1))]
}

/// Draws an article into a rectangle.
fn draw(ui: &mut Ui, app: &App, pane: Pane, article: &Article, view: &mut ArticleView, rect: Rect) -> Shown {
    let details = details(app, article);
    let filter = |annotation: &Annotation| app.filter.shows(annotation);
    let noticed = |bytes: Range<usize>| noticed(app, article, bytes);
    let beside = app.panes.beside.as_ref().filter(|_| pane != app.panes.focused);
    let page = Page {
        project: app.session().project(),
        article,
        header: Header { title: article.title(), details: &details },
        in_hand: beside.map_or(app.in_hand, |open| open.in_hand),
        by: app.by(),
        filter: &filter,
        text_size: f32::from(app.settings.text_size) / 10.0,
        measure: f32::from(app.settings.measure),
        line_height: 1.6,
        face: face(app),
        hits: app.find.hits.in_article(article.id),
        noticed: &noticed,
        revision: revision(app),
        changes: app.session().revision(),
    };
    let mut ui = ui.new_child(UiBuilder::new().id_salt(pane).max_rect(rect));
    article_ui(&mut ui, view, &page)
}

/// The face of articles: a typeface that was chosen stands in the place of the serif one.
pub fn face(app: &App) -> Face {
    match (app.settings.face, &app.settings.reading_font) {
        (ReadingFace::Sans, None) => Face::Sans,
        _ => Face::Serif,
    }
}

/// Where notable findings touch a stretch of the article.
fn noticed(app: &App, article: &Article, bytes: Range<usize>) -> Vec<(Range<usize>, &'static str)> {
    let found = &app.cross.found;
    found.notable(article.id, bytes).into_iter().map(|(range, finding)| (range, found.title(finding))).collect()
}

/// What the kept parts of the page depend on: where annotations stand and how, and the filter.
fn revision(app: &App) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    let filter = &app.filter;
    (filter.verified, filter.disputed, filter.erroneous, filter.unchecked, filter.disagreements).hash(&mut hasher);
    (filter.reviewer, filter.kind).hash(&mut hasher);
    (app.session().project().id().to_string(), app.session().marks()).hash(&mut hasher);
    hasher.finish()
}

fn show(view: &mut ArticleView, article: &Article, go: &Go) {
    if go.to_top {
        view.open_at(go.range.start);
        view.set_caret(article, go.range.start);
        return;
    }
    view.scroll_to(go.range.clone());
    if go.select {
        view.select(article, go.range.clone());
    } else {
        view.set_caret(article, go.range.start);
    }
}

/// The line under the title: outlet, date, file, and how far the review has come.
fn details(app: &App, article: &Article) -> String {
    let mut parts: Vec<String> =
        [article.outlet(), article.date(), article.source_name()].into_iter().filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let added = article.added().millis();
    if added > 0 {
        parts.push(format!("added {}", app.surroundings.day(added)));
    }
    if let Some(coverage) = app.session().facts(article.id).map(|facts| &facts.coverage)
        && let Some(share) = coverage.share()
    {
        parts.push(format!("{:.0} % of {} checkable sentences done", (share * 100.0).floor(), coverage.total()));
    }
    if !article.is_whole() {
        parts.push("paragraphs are missing: the file is damaged".into());
    }
    parts.extend(shell::signatures(app, article));
    parts.join(" · ")
}

fn answer(ui: &mut Ui, app: &App, article: &Article, shown: &Shown, focused: bool, send: &mut Vec<Request>) {
    for event in &shown.events {
        send.push(match event.clone() {
            Event::Selected(range) => Request::Select(range),
            Event::SelectionCleared => Request::Deselect,
            Event::Picked(id) => Request::TakeInHand(id),
            Event::Resized(id, range) => Request::Resize(id, range),
            Event::RestoreDismissed(range) => Request::Restore(article.id, range),
            Event::Noticed(range) => match app.cross.found.notable(article.id, range).first() {
                Some((_, finding)) => Request::OpenFinding(*finding),
                None => continue,
            },
            Event::MenuAt(at, byte) => {
                shell::open_context_menu(ui, at, byte);
                continue;
            }
        });
    }
    if !focused {
        return;
    }
    if let Some(rect) = shown.selection_rect.filter(|_| app.selection.is_some() && app.dialog.is_none()) {
        shell::verdict_bar_ui(ui, app, rect, shown.page_rect, send);
    }
    shell::context_menu_ui(ui, app, send);
}
