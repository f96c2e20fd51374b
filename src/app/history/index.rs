//! The index of the history: an entry for each statement that a person would call one, in the order of time.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::HistoryFilter;
use super::words::said_words;
use crate::model::{
    AnnotationId, ArticleId, EvidenceId, Lines, Project, ProjectId, Record, Revealed, ReviewerId, Sight, Stamp, Target, What,
};
use crate::storage::Progress;

/// So many characters of a passage or title are kept.
const WORDS: usize = 120;
/// Lines read between two looks whether the job was cancelled.
const STEP: usize = 4096;

/// What a statement is about, as far as one can go there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// Nothing that has a place.
    Project,
    /// An article.
    Article(ArticleId),
    /// A range of an article.
    Place(ArticleId, Range<usize>),
    /// An annotation.
    Annotation(AnnotationId),
    /// A piece of evidence.
    Evidence(EvidenceId),
}

/// A statement of the history.
#[derive(Clone, Debug)]
pub struct Entry {
    /// When.
    pub at: Stamp,
    /// By whom.
    pub by: ReviewerId,
    /// The number of its record.
    pub number: u32,
    /// What it is about.
    pub about: About,
    /// What was said, in words whose subject is the reviewer.
    pub said: String,
    /// Whether it is somebody's judgement or ruling.
    judges: bool,
}

/// The entries, with what they are about.
#[derive(Clone, Default)]
pub(super) struct Index {
    of: Option<(ProjectId, u64, usize)>,
    next: u32,
    entries: Vec<Arc<Entry>>,
    passages: HashMap<AnnotationId, (ArticleId, Arc<str>)>,
    titles: HashMap<ArticleId, Arc<str>>,
    names: HashMap<ReviewerId, Arc<str>>,
    /// When articles were added: what an addition says besides is no change of its own.
    added: HashSet<(ArticleId, u64)>,
}

/// What is looked for.
pub(super) struct Wanted<'a> {
    pub(super) filter: &'a HistoryFilter,
    /// In a blind check: the project, and who looks.
    pub(super) sight: Option<(&'a Project, Option<ReviewerId>)>,
}

impl Index {
    pub(super) fn entry(&self, place: u32) -> Option<&Entry> {
        self.entries.get(place as usize).map(Arc::as_ref)
    }

    /// The index with all lines in it; only those that it does not have are read.
    pub(super) fn brought_up_to_date(old: Arc<Self>, of: (ProjectId, u64, usize), lines: &Lines, progress: &Progress) -> Self {
        let same = old.of == Some(of);
        let mut index = if same { Self::clone(&old) } else { Self { of: Some(of), ..Self::default() } };
        let from = index.next;
        progress.set_total(lines.len() as u64);
        let before = index.entries.len();
        for (n, (number, line)) in lines.numbered().filter(|(number, _)| *number >= from).enumerate() {
            if n % STEP == 0 && progress.step(STEP as u64).is_err() {
                break;
            }
            index.take(number, line);
        }
        if index.entries.len() > before {
            // What came from others is among what was there; runs in order are merged in one walk.
            index.entries.sort_by_key(|entry| entry.at);
        }
        index
    }

    fn take(&mut self, number: u32, line: &str) {
        self.next = number + 1;
        // Paragraphs are most of a file, and nobody's statement.
        if line.starts_with("Text") {
            return;
        }
        let Ok(Record::Said { at, by, what }) = Record::from_line(line) else { return };
        self.note(at, &what);
        if self.is_told(at, &what) {
            let judges = matches!(what, What::Judgement { .. } | What::Ruling { .. });
            let entry = Entry { at, by, number, about: about(&what), said: said_words(by, &what), judges };
            self.entries.push(Arc::new(entry));
        }
    }

    fn note(&mut self, at: Stamp, what: &What) {
        match what {
            What::Annotation { annotation, passage: Some(passage), .. } => {
                self.passages.insert(*annotation, (passage.article, short(&passage.words)));
            }
            What::Article { article, title, source_name, .. } => {
                if let Some(title) = title {
                    self.titles.insert(*article, short(title));
                }
                if source_name.is_some() {
                    self.added.insert((*article, at.millis()));
                }
            }
            What::Reviewer { reviewer, name: Some(name), .. } => drop(self.names.insert(*reviewer, short(name))),
            _ => {}
        }
    }

    /// Whether a person would call it a change: not what the program proposes when an article is added.
    fn is_told(&self, at: Stamp, what: &What) -> bool {
        match what {
            What::Dismissal { proposed, .. } => !proposed,
            What::Hiding { target: Target::Article(article), hidden: false } => !self.added.contains(&(*article, at.millis())),
            What::Reviewer { name, .. } => name.is_some(),
            _ => true,
        }
    }

    /// The places of the entries that are wanted, the newest first.
    pub(super) fn rows(&self, wanted: &Wanted<'_>) -> Vec<u32> {
        let HistoryFilter { by, words, only } = wanted.filter;
        let words = words.trim().to_lowercase();
        let passes = |entry: &Entry| {
            by.is_none_or(|by| by == entry.by)
                && only.as_ref().is_none_or(|only| only.contains(&entry.at))
                && (words.is_empty() || self.holds(entry, &words))
                && wanted.sight.is_none_or(|(project, viewer)| is_seen(project, viewer, entry))
        };
        self.entries.iter().enumerate().rev().filter(|(_, entry)| passes(entry)).map(|(place, _)| place as u32).collect()
    }

    fn holds(&self, entry: &Entry, words: &str) -> bool {
        let has = |text: &str| text.to_lowercase().contains(words);
        let article = match &entry.about {
            About::Annotation(id) => {
                let passage = self.passages.get(id);
                if passage.is_some_and(|(_, passage)| has(passage)) {
                    return true;
                }
                passage.map(|(article, _)| *article)
            }
            About::Article(id) | About::Place(id, _) => Some(*id),
            About::Project | About::Evidence(_) => None,
        };
        has(&entry.said)
            || self.names.get(&entry.by).is_some_and(|name| has(name))
            || article.and_then(|id| self.titles.get(&id)).is_some_and(|title| has(title))
    }
}

/// Whether somebody may see, in a blind check, what another said of an annotation.
fn is_seen(project: &Project, viewer: Option<ReviewerId>, entry: &Entry) -> bool {
    if viewer == Some(entry.by) {
        return true;
    }
    let annotation = match entry.about {
        About::Annotation(annotation) => annotation,
        About::Evidence(evidence) => return project.evidence(evidence).is_none_or(|evidence| project.shows_evidence(evidence)),
        _ => return true,
    };
    match project.sees(viewer, annotation) {
        Sight::Nothing => false,
        Sight::MarkOnly => !entry.judges,
        Sight::Whole => true,
    }
}

fn about(what: &What) -> About {
    match what {
        What::Annotation { annotation, .. }
        | What::Judgement { annotation, .. }
        | What::Ruling { annotation, .. }
        | What::Reveal { of: Revealed::Annotation(annotation) }
        | What::Hiding { target: Target::Annotation(annotation), .. } => About::Annotation(*annotation),
        What::Dismissal { article, start, end, .. } => About::Place(*article, *start..*end),
        What::Article { article, .. }
        | What::SignOff { article, .. }
        | What::Reveal { of: Revealed::Article(article) }
        | What::Hiding { target: Target::Article(article), .. } => About::Article(*article),
        What::Evidence { evidence, .. } | What::Hiding { target: Target::Evidence(evidence), .. } => About::Evidence(*evidence),
        What::Link { members, .. } => {
            members.as_ref().and_then(|members| members.first()).map_or(About::Project, |first| About::Annotation(*first))
        }
        What::Hiding { target: Target::Link(_), .. }
        | What::Project { .. }
        | What::Reviewer { .. }
        | What::Apart { .. }
        | What::Redaction { .. } => About::Project,
    }
}

fn short(words: &str) -> Arc<str> {
    words.chars().take(WORDS).collect::<String>().into()
}
