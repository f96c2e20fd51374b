//! The program without its window: whole stories, and laws of what is kept up to date by edits.

mod finding;
mod keeping;
mod laws;
mod merging;
mod redacting;
mod reviewing;
mod selecting;
mod settling;
mod side_by_side;
mod watching;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::app::command::Command;
use crate::model::{Annotation, Article, Verdict};

/// Three short reports of one invented event.
const REPORTS: [&str; 3] = [
    "Ferry runs aground at Marsh Point\n\nThe ferry Osprey ran aground on Monday with 84 people on board. “Nobody was hurt,” said harbour master Ana Lindt.\n\nShare this @bayside.example\n\nThe ferry was freed at noon.",
    "Osprey freed after six hours\n\nThe Osprey was freed after six hours. Ana Lindt said that 48 people had been on board. The tide had been low.",
    "Low tide blamed\n\nA low tide was to blame, the operator said. The Osprey will sail again on Friday.",
];

fn surroundings(folder: Option<&Path>) -> Surroundings {
    let mut surroundings = Surroundings::fixed(1_790_000_000_000);
    surroundings.settings_folder = folder.map(|folder| folder.join("settings"));
    surroundings.state_folder = folder.map(|folder| folder.join("state"));
    surroundings
}

/// An app whose reviewer is known; without a folder it keeps nothing.
fn app_in(folder: Option<&Path>) -> App {
    let mut app = App::new(surroundings(folder), Arc::new(|| {}));
    app.settings.name = "Ada Quist".into();
    settle(&mut app);
    app
}

fn settle(app: &mut App) {
    assert!(
        app.settle(Duration::from_secs(60)),
        "jobs did not end: {:?}",
        app.jobs.running().iter().map(|job| &job.label).collect::<Vec<_>>()
    );
}

/// An app with the three reports, the first one open.
fn review() -> App {
    review_in(None)
}

fn review_in(folder: Option<&Path>) -> App {
    let mut app = app_in(folder);
    for report in REPORTS {
        app.act(Request::AddText(report.into()));
        settle(&mut app);
    }
    let first = app.session().project().articles()[0].id;
    app.act(Request::ShowArticle(first));
    app
}

fn open(app: &App) -> &Article {
    app.session().project().article(app.article.unwrap()).unwrap()
}

fn place(app: &App, words: &str) -> std::ops::Range<usize> {
    let start = open(app).text().find(words).unwrap_or_else(|| panic!("“{words}” is not in the open article"));
    start..start + words.len()
}

/// Selects words of the open article and runs a command.
fn mark(app: &mut App, words: &str, command: Command) -> AnnotationId {
    let range = place(app, words);
    app.act(Request::Select(range));
    app.act(Request::Run(command));
    app.in_hand.unwrap()
}

fn annotation(app: &App, id: AnnotationId) -> &Annotation {
    app.session().project().annotation(id).unwrap()
}

fn verdict(app: &App, id: AnnotationId) -> Option<Verdict> {
    annotation(app, id).standing().verdict
}

fn told(app: &App) -> String {
    app.notices.all().iter().map(|notice| notice.text.as_str()).collect::<Vec<_>>().join("\n")
}
