//! Who said what about the annotation, and when.

use egui::{Label, RichText, Ui};

use crate::app::App;
use crate::model::{Annotation, AnnotationId, Record, Verdict, What};
use crate::ui::parts;
use crate::ui::theme::{size, space};

/// How many of the newest changes are shown.
const NEWEST: usize = 50;
/// How many characters of a note or correction are shown.
const WORDS: usize = 60;

/// The changes of the annotation in hand, read from the records only while they show and only when there are new ones.
#[derive(Default)]
pub(super) struct History {
    is_open: bool,
    of: Option<(AnnotationId, usize)>,
    lines: Vec<(String, String)>,
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
            (format!("{} {}", project.reviewer_name(by), said_words(&what)), when)
        };
        self.lines = said.into_iter().map(line).collect();
    }
}

/// The history behind its heading, closed at first.
pub(super) fn history_ui(ui: &mut Ui, app: &App, annotation: &Annotation, history: &mut History) {
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
    for (what, when) in &history.lines {
        ui.add(Label::new(RichText::new(what).size(size::SECONDARY)).wrap());
        ui.add_space(-6.0);
        ui.label(RichText::new(when).size(size::CAPS).weak());
    }
    if count > NEWEST {
        ui.weak(format!("and {} older changes", count - NEWEST));
    }
}

/// What was said, in the words of a sentence whose subject is the reviewer.
fn said_words(what: &What) -> String {
    let parts: Vec<String> = match what {
        What::Annotation { annotation: _, passage, kind } => {
            let passage = passage.as_ref().map(|passage| format!("marked {}", quoted(&passage.words)));
            let kind = kind.map(|kind| format!("set the kind to {}", kind.label().to_lowercase()));
            passage.into_iter().chain(kind).collect()
        }
        What::Judgement { annotation: _, verdict, note, correction, severity, evidence } => {
            let severity = severity.map(|severity| format!("set the severity to {}", severity.label().to_lowercase()));
            let evidence = evidence.as_ref().map(|evidence| match evidence.len() {
                0 => "left the evidence out".into(),
                1 => "chose 1 piece of evidence".into(),
                more => format!("chose {more} pieces of evidence"),
            });
            let words = [verdict_words("gave the verdict", verdict), text_words("note", note), text_words("correction", correction)];
            words.into_iter().chain([severity, evidence]).flatten().collect()
        }
        What::Ruling { annotation: _, verdict, correction, reason } => {
            let words = [verdict_words("ruled", verdict), text_words("ruling’s correction", correction), text_words("reason", reason)];
            words.into_iter().flatten().collect()
        }
        What::Reveal { of: _ } => vec!["looked at what others said".into()],
        What::Hiding { target: _, hidden } => vec![if *hidden { "removed it".into() } else { "brought it back".into() }],
        _ => Vec::new(),
    };
    if parts.is_empty() { "said something that this version does not show".into() } else { parts.join(", ") }
}

fn verdict_words(did: &str, verdict: &Option<Option<Verdict>>) -> Option<String> {
    verdict.map(|verdict| match verdict {
        Some(verdict) => format!("{did} {}", verdict.label().to_lowercase()),
        None => "took the verdict back".into(),
    })
}

fn text_words(what: &str, text: &Option<String>) -> Option<String> {
    text.as_ref().map(|text| if text.is_empty() { format!("took the {what} back") } else { format!("wrote the {what} {}", quoted(text)) })
}

fn quoted(words: &str) -> String {
    let short: String = words.chars().take(WORDS).collect();
    if short.len() < words.len() { format!("“{short}…”") } else { format!("“{short}”") }
}
