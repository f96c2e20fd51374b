//! Who said what about the annotation, and when.

use egui::{RichText, Ui};

use crate::app::history::{restored, said_words, takes_over};
use crate::app::{App, Request};
use crate::model::{Annotation, AnnotationId, Record, ReviewerId, What};
use crate::ui::article::label_ui;
use crate::ui::parts;
use crate::ui::theme::{size, space};

/// How many of the newest changes are shown.
const NEWEST: usize = 50;

/// The changes of the annotation in hand, read from the records only while they show and only when there are new ones.
#[derive(Default)]
pub(super) struct History {
    is_open: bool,
    of: Option<(AnnotationId, usize)>,
    lines: Vec<Line>,
}

/// A change as it shows.
struct Line {
    words: String,
    when: String,
    by: ReviewerId,
    what: What,
}

impl History {
    /// Nothing yet for another annotation, but as open as this one.
    pub(super) fn stay_open(&self) -> Self {
        Self { is_open: self.is_open, ..Self::default() }
    }

    fn refresh(&mut self, app: &App, annotation: &Annotation) {
        let of = Some((annotation.id, annotation.records().len()));
        if self.of == of {
            return;
        }
        self.of = of;
        let project = app.session().project();
        let newest = annotation.records().iter().rev().take(NEWEST);
        let read = newest.filter_map(|number| Record::from_line(project.records().lines().get(*number)?).ok());
        let mut said: Vec<_> = read
            .filter_map(|record| match record {
                Record::Said { at, by, what } => Some((at, by, what)),
                Record::Text { .. } => None,
            })
            .collect();
        said.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
        let line = |(at, by, what)| {
            let when = app.surroundings.date_and_time(crate::model::Stamp::millis(at));
            Line { words: format!("{} {}", project.reviewer_name(by), said_words(by, &what)), when, by, what }
        };
        self.lines = said.into_iter().map(line).collect();
    }
}

/// The history behind its heading, closed at first.
pub(super) fn history_ui(ui: &mut Ui, app: &App, annotation: &Annotation, history: &mut History, send: &mut Vec<Request>) {
    ui.add_space(space::TINY);
    let count = annotation.records().len();
    let word = if history.is_open { "Hide the history" } else { "Show the history" };
    if parts::link_button(ui, &format!("{word} ({count})")).clicked() {
        history.is_open = !history.is_open;
    }
    if !history.is_open {
        return;
    }
    history.refresh(app, annotation);
    for (n, line) in history.lines.iter().enumerate() {
        label_ui(ui, RichText::new(&line.words).size(size::SECONDARY));
        ui.add_space(-6.0);
        ui.push_id(n, |ui| line_ui(ui, app, line, send));
    }
    if count > NEWEST {
        ui.weak(format!("and {} older changes", count - NEWEST));
    }
}

/// When it was said, and the way back to it where something else shows now.
fn line_ui(ui: &mut Ui, app: &App, line: &Line, send: &mut Vec<Request>) {
    // Who has said nothing yet can take over what others said.
    let me = app.by().unwrap_or_default();
    let can = !app.session().read_only && restored(app.session().project(), me, &line.what).is_some();
    ui.horizontal(|ui| {
        ui.label(RichText::new(&line.when).size(size::CAPS).weak());
        if !can {
            return;
        }
        let (word, tip) = if takes_over(line.by, &line.what, me) {
            ("Take over", "Say the same in your own judgement. Undo takes it back.")
        } else {
            ("Restore", "Say this again, as a new change. Undo takes it back.")
        };
        if parts::link_button(ui, word).on_hover_text(tip).clicked() {
            send.push(Request::SayAgain(Box::new(line.what.clone())));
        }
    });
}
