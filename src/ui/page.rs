//! The middle of the window: the open article with its verdict bar.

use std::collections::HashMap;
use std::ops::Range;

use egui::Ui;

use super::article::{ArticleView, Event, Face, Header, Page, Shown, article_ui};
use super::shell;
use crate::app::settings::ReadingFace;
use crate::app::{App, Field, Go, Request};
use crate::model::{Annotation, Article, ArticleId};

/// The views of the articles that were open, each where it was left.
#[derive(Default)]
pub struct Pages {
    views: HashMap<ArticleId, ArticleView>,
    hits: Vec<Range<usize>>,
    hits_of: Option<(u64, usize, ArticleId)>,
}

impl Pages {
    /// Draws the open article.
    pub fn page_ui(&mut self, ui: &mut Ui, app: &mut App, send: &mut Vec<Request>) {
        let go = app.go.take();
        let focus = app.focus.take_if(|focus| *focus == Field::Article).is_some();
        let Some(article) = app.article.and_then(|id| app.session().project().article(id)) else { return };
        self.refresh_hits(app, article.id);
        let view = self.views.entry(article.id).or_insert_with(|| ArticleView::new(article));
        if let Some(go) = go.filter(|go| go.article == article.id) {
            show(view, article, &go);
        }
        if focus {
            view.request_focus();
        }
        let details = details(app, article);
        let filter = |annotation: &Annotation| app.filter.shows(annotation);
        let noticed = |bytes: Range<usize>| noticed(app, article, bytes);
        let page = Page {
            project: app.session().project(),
            article,
            header: Header { title: article.title(), details: &details },
            in_hand: app.in_hand,
            filter: &filter,
            text_size: f32::from(app.settings.text_size) / 10.0,
            measure: f32::from(app.settings.measure),
            line_height: 1.6,
            face: match app.settings.face {
                ReadingFace::Serif => Face::Serif,
                ReadingFace::Sans => Face::Sans,
            },
            hits: &self.hits,
            noticed: &noticed,
            revision: revision(app),
        };
        let shown = article_ui(ui, view, &page);
        answer(ui, app, article, &shown, send);
        let (caret, top) = (view.caret(), view.reading_place());
        (app.caret, app.top) = (caret, top);
    }

    /// Shows the selection that the program has decided on.
    pub fn follow_selection(&mut self, app: &App) {
        let article = app.article.and_then(|id| app.session().project().article(id));
        let Some((article, view)) = article.and_then(|article| Some((article, self.views.get_mut(&article.id)?))) else { return };
        match app.selection.clone() {
            Some(range) => {
                if view.selection().as_ref() != Some(&range) {
                    view.select(article, range);
                }
            }
            None => view.clear_selection(),
        }
    }

    fn refresh_hits(&mut self, app: &App, article: ArticleId) {
        let of = Some((app.find.generation(), app.find.hits.len(), article));
        if self.hits_of != of {
            self.hits = app.find.hits_in(article);
            self.hits_of = of;
        }
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
    parts.join(" · ")
}

fn answer(ui: &mut Ui, app: &App, article: &Article, shown: &Shown, send: &mut Vec<Request>) {
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
    if let Some(rect) = shown.selection_rect.filter(|_| app.selection.is_some() && app.dialog.is_none()) {
        shell::verdict_bar_ui(ui, app, rect, shown.page_rect, send);
    }
    shell::context_menu_ui(ui, app, send);
}
