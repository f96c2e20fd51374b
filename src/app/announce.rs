//! What is said to those who do not see the window: a verdict given, places found, an annotation gone to.
//!
//! The interface hands the words to the screen reader through a live region. What the window tells everybody, and every
//! error, is a notice and is said there.

use super::App;
use crate::model::{Annotation, AnnotationId, Project, ReviewerId, Sight, Verdict};

/// The longest passage that is said, in characters.
const PASSAGE: usize = 120;
/// The longest note that is said, in characters.
const NOTE: usize = 200;

/// The words that were said last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Announcement {
    /// The words.
    pub words: String,
    /// How many there have been: the same words said again are another announcement.
    pub count: u64,
}

impl Announcement {
    /// Says something.
    pub fn say(&mut self, words: impl Into<String>) {
        self.words = words.into();
        self.count += 1;
    }
}

impl App {
    /// Says how an annotation stands.
    pub(super) fn say_annotation(&mut self, id: AnnotationId) {
        let words = annotation(self.session.project(), self.by(), id);
        self.announcement.say(words);
    }
}

/// An annotation in words, as far as a reviewer sees it: “Disputed by 2: passage; note”.
pub fn annotation(project: &Project, by: Option<ReviewerId>, id: AnnotationId) -> String {
    let Some(annotation) = project.annotation(id) else { return String::new() };
    let sees_all = project.sees(by, id) == Sight::Whole;
    let standing = project.standing_seen(by, id);
    let verdict = standing.verdict.map_or("Unchecked", Verdict::label);
    let agree = annotation.verdicts().filter(|(_, given)| Some(*given) == standing.verdict).count();
    let by_several = if sees_all && agree > 1 { format!(" by {agree}") } else { String::new() };
    let differ = if standing.disagreement { ", reviewers differ" } else { "" };
    let words = annotation.passage().map(|passage| short(&passage.words, PASSAGE)).unwrap_or_default();
    let note = note(annotation, by, sees_all).map(|note| format!("; {}", short(note, NOTE))).unwrap_or_default();
    format!("{verdict}{by_several}{differ}: {words}{note}")
}

/// The own note, else the first that somebody else wrote and that is seen.
fn note(annotation: &Annotation, by: Option<ReviewerId>, sees_all: bool) -> Option<&str> {
    let own = by.and_then(|by| annotation.judgement(by)).map(|own| own.note());
    let others = annotation.judgements().filter(|_| sees_all).map(|judgement| judgement.note());
    own.into_iter().chain(others).find(|note| !note.trim().is_empty())
}

/// The beginning of a text, on one line.
pub fn short(text: &str, chars: usize) -> String {
    let mut words: String = text.chars().take(chars).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    if text.chars().nth(chars).is_some() {
        words.push('…');
    }
    words
}
