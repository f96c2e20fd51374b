//! Coverage: the share of an article's checkable sentences that are annotated with a verdict or dismissed.
//!
//! The sentences of an article never change, so they are found once; which of them are done follows the annotations
//! and dismissals, and after an edit only the sentences that it touches are looked at again. Coverage says how far a
//! review has come, never whether the article is right.

use std::ops::Range;

use crate::model::{Article, Project};
use crate::text::checkable::checkable_sentences;

/// Which checkable sentences of one article are done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    sentences: Vec<Range<usize>>,
    done: Vec<bool>,
    count: usize,
}

impl Coverage {
    /// Looks at a whole article: the cost grows with its length.
    pub fn of(project: &Project, article: &Article) -> Self {
        let sentences = checkable_sentences(article.text());
        let done: Vec<bool> = sentences.iter().map(|sentence| is_done(project, article, sentence)).collect();
        let count = done.iter().filter(|done| **done).count();
        Self { sentences, done, count }
    }

    /// Looks again at the sentences that share a byte with `range`.
    pub fn update(&mut self, project: &Project, article: &Article, range: Range<usize>) {
        let first = self.sentences.partition_point(|sentence| sentence.end <= range.start);
        let touched = self.sentences.iter().zip(&mut self.done).skip(first);
        for (sentence, done) in touched.take_while(|(sentence, _)| sentence.start < range.end) {
            let now = is_done(project, article, sentence);
            self.count = self.count + usize::from(now) - usize::from(*done);
            *done = now;
        }
    }

    /// How many checkable sentences there are.
    pub fn total(&self) -> usize {
        self.sentences.len()
    }

    /// How many of them are done.
    pub fn done(&self) -> usize {
        self.count
    }

    /// The share that is done, from 0 to 1; `None` where there is nothing to check.
    pub fn share(&self) -> Option<f32> {
        (!self.sentences.is_empty()).then(|| self.count as f32 / self.sentences.len() as f32)
    }

    /// The first sentence that starts after `byte` and is not done; after the last comes the first again.
    pub fn next_unchecked(&self, byte: Option<usize>) -> Option<Range<usize>> {
        let from = byte.map_or(0, |byte| self.sentences.partition_point(|sentence| sentence.start <= byte));
        let open = |(sentence, done): (&Range<usize>, &bool)| (!done).then(|| sentence.clone());
        let all = || self.sentences.iter().zip(&self.done);
        all().skip(from).find_map(open).or_else(|| all().take(from).find_map(open))
    }
}

/// Whether every word of a sentence's annotation work is done: an annotation with a verdict touches it, or it lies in
/// what is dismissed.
fn is_done(project: &Project, article: &Article, sentence: &Range<usize>) -> bool {
    let judged = |id| project.annotation(id).is_some_and(|annotation| annotation.standing().verdict.is_some());
    let annotated = article.places().overlapping(sentence.clone()).into_iter().any(|(_, id)| judged(id));
    let within = |outer: &Range<usize>| outer.start <= sentence.start && sentence.end <= outer.end;
    annotated || article.dismissals_in(sentence.clone()).any(|dismissed| within(&dismissed.range))
}
