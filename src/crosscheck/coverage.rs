//! Coverage: the share of an article's checkable sentences that are annotated with a verdict or dismissed.
//!
//! Which sentences those are, [`checkable()`](super::checkable()) says: questions, greetings and share lines stand in nobody's way.
//! The sentences of an article never change, so they are found once; which of them are done follows the annotations
//! and dismissals, and after an edit only the sentences that it touches are looked at again. Coverage says how far a
//! review has come, never whether the article is right.

use std::ops::Range;
use std::sync::Arc;

use crate::model::{AnnotationId, Article, Places, Project, Reason};

use super::checkable::checkable;

/// How far the work on a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Work {
    /// Nobody has judged or dismissed it.
    Open,
    /// It has an annotation with a verdict, or was dismissed.
    Done,
    /// It is no article text, so there is no work.
    Apart,
}

/// Which checkable sentences of one article are done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    sentences: Vec<Range<usize>>,
    work: Vec<Work>,
    done: usize,
    apart: usize,
}

impl Coverage {
    /// Looks at a whole article: the cost grows with its length.
    pub fn of(project: &Project, article: &Article) -> Self {
        Uncounted::of(project, article).count()
    }

    /// Looks again at the sentences that share a byte with `range`.
    pub fn update(&mut self, project: &Project, article: &Article, range: Range<usize>) {
        let first = self.sentences.partition_point(|sentence| sentence.end <= range.start);
        let touched = self.sentences.iter().zip(&mut self.work).skip(first);
        for (sentence, state) in touched.take_while(|(sentence, _)| sentence.start < range.end) {
            let now = work(project, article, sentence);
            let before = std::mem::replace(state, now);
            self.done = self.done + usize::from(now == Work::Done) - usize::from(before == Work::Done);
            self.apart = self.apart + usize::from(now == Work::Apart) - usize::from(before == Work::Apart);
        }
    }

    /// How many checkable sentences there are; those that are no article text do not count.
    pub fn total(&self) -> usize {
        self.sentences.len() - self.apart
    }

    /// How many of them are done.
    pub fn done(&self) -> usize {
        self.done
    }

    /// The share that is done, from 0 to 1; `None` where there is nothing to check.
    pub fn share(&self) -> Option<f32> {
        (self.total() > 0).then(|| self.done as f32 / self.total() as f32)
    }

    /// The sentences that are not done, in the order of the text.
    pub fn open(&self) -> impl Iterator<Item = Range<usize>> {
        self.sentences.iter().zip(&self.work).filter(|(_, work)| **work == Work::Open).map(|(sentence, _)| sentence.clone())
    }

    /// The first sentence that starts after `byte` and is not done; after the last comes the first again.
    pub fn next_unchecked(&self, byte: Option<usize>) -> Option<Range<usize>> {
        let from = byte.map_or(0, |byte| self.sentences.partition_point(|sentence| sentence.start <= byte));
        let open = |(sentence, work): (&Range<usize>, &Work)| (*work == Work::Open).then(|| sentence.clone());
        let all = || self.sentences.iter().zip(&self.work);
        all().skip(from).find_map(open).or_else(|| all().take(from).find_map(open))
    }
}

/// What the coverage of an article follows from, without its project: quick to gather, so that the slow part, which is
/// finding the sentences, can be done on another thread while the project is worked on.
#[derive(Clone, Debug)]
pub struct Uncounted {
    /// The article's text.
    pub text: Arc<str>,
    judged: Vec<Range<usize>>,
    dismissed: Vec<(Range<usize>, Reason)>,
}

impl Uncounted {
    /// As things stand now.
    pub fn of(project: &Project, article: &Article) -> Self {
        let dismissed = article.dismissals().map(|dismissed| (dismissed.range, dismissed.reason)).collect();
        Self { text: Arc::clone(article.text()), judged: judged_stretches(project, article), dismissed }
    }

    /// Finds the sentences and looks which are done. What has changed since is not in it: see [`Coverage::update`].
    pub fn count(self) -> Coverage {
        let sentences = checkable(&self.text);
        let mut judged = self.judged.into_iter().peekable();
        let mut places = Places::default();
        for (number, (range, _)) in self.dismissed.iter().enumerate() {
            places.insert(range.clone(), number);
        }
        let mut look = |sentence: &Range<usize>| {
            while judged.next_if(|stretch| stretch.end <= sentence.start).is_some() {}
            if judged.peek().is_some_and(|stretch| stretch.start < sentence.end) {
                return Work::Done;
            }
            let there = places.overlapping(sentence.clone()).into_iter();
            let within = there.filter(|(range, _)| range.start <= sentence.start && sentence.end <= range.end);
            without_verdict(within.filter_map(|(_, number)| self.dismissed.get(number)).map(|(_, reason)| *reason).next())
        };
        let work: Vec<Work> = sentences.iter().map(&mut look).collect();
        let count = |wanted: Work| work.iter().filter(|work| **work == wanted).count();
        Coverage { done: count(Work::Done), apart: count(Work::Apart), sentences, work }
    }
}

/// The stretches of the text that annotations with a verdict cover, in order and apart.
fn judged_stretches(project: &Project, article: &Article) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for (range, id) in article.places().iter() {
        if !is_judged(project, id) {
            continue;
        }
        match stretches.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => stretches.push(range),
        }
    }
    stretches
}

fn is_judged(project: &Project, id: AnnotationId) -> bool {
    project.annotation(id).is_some_and(|annotation| annotation.standing().verdict.is_some())
}

/// How far the work on a sentence is.
fn work(project: &Project, article: &Article, sentence: &Range<usize>) -> Work {
    let mut touching = article.places().unordered(sentence.clone());
    if touching.any(|(_, id)| is_judged(project, id)) { Work::Done } else { dismissed(article, sentence) }
}

/// How far the work on a sentence is that no verdict touches: what is no article text stands apart.
fn dismissed(article: &Article, sentence: &Range<usize>) -> Work {
    let within = |outer: &Range<usize>| outer.start <= sentence.start && sentence.end <= outer.end;
    let dismissed = article.dismissals_in(sentence.clone()).find(|dismissed| within(&dismissed.range));
    without_verdict(dismissed.map(|dismissed| dismissed.reason))
}

/// How far the work on a sentence is that no verdict touches, by why it was dismissed, if it was.
fn without_verdict(dismissed: Option<Reason>) -> Work {
    match dismissed {
        None => Work::Open,
        Some(Reason::NothingToCheck) => Work::Done,
        Some(_) => Work::Apart,
    }
}
