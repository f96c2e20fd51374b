//! The blind second check: what a reviewer sees of the others' work before having judged for themself.
//!
//! One function answers for all that is shown; what it hides is not folded into what a reviewer is shown (`veil`). It
//! hides, it does not protect: everything is in the file. A reveal is a record, so that it can be told who judged without having looked.

use serde::{Deserialize, Serialize};

use super::{Annotation, AnnotationId, ArticleId, Blind, Project, ReviewerId, Stamp, Standing, Target};

/// What somebody asked to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Revealed {
    /// What others said of one annotation.
    Annotation(AnnotationId),
    /// What others said in a whole article.
    Article(ArticleId),
}

/// How much of an annotation a reviewer sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sight {
    /// Nothing: it is not there for them.
    Nothing,
    /// The passage and its kind, and the own judgement; neither those of others nor a ruling.
    MarkOnly,
    /// Everything.
    Whole,
}

impl Project {
    /// How much a reviewer sees of an annotation. Somebody without a name yet has judged nothing.
    ///
    /// Hidden is what others said, until the reviewer has given a verdict, or asked to reveal the annotation or its
    /// article. Where nobody else has said anything there is nothing to hide.
    pub fn sees(&self, reviewer: impl Into<Option<ReviewerId>>, annotation: AnnotationId) -> Sight {
        let Some(annotation) = self.whole(annotation) else { return Sight::Nothing };
        let reviewer = reviewer.into();
        let judged = || reviewer.and_then(|by| annotation.judgement(by)).is_some_and(|own| own.verdict().is_some());
        if self.blind() == Blind::Off || judged() || reviewer.is_some_and(|by| self.revealed(annotation, by).is_some()) {
            return Sight::Whole;
        }
        let is_own = annotation.made().map(|(_, by)| by) == reviewer;
        let others = annotation.judgements().any(|judgement| Some(judgement.by) != reviewer) || annotation.ruling().is_some();
        match self.blind() {
            Blind::Annotations if !is_own => Sight::Nothing,
            _ if others => Sight::MarkOnly,
            _ => Sight::Whole,
        }
    }

    /// How an annotation stands as far as a reviewer sees it: all together, by the own verdict alone, or not at all.
    pub fn standing_seen(&self, reviewer: impl Into<Option<ReviewerId>>, annotation: AnnotationId) -> Standing {
        let reviewer = reviewer.into();
        let own = || reviewer.and_then(|by| self.whole(annotation)?.judgement(by)?.verdict());
        match self.sees(reviewer, annotation) {
            Sight::Whole => self.whole(annotation).map(Annotation::standing).unwrap_or_default(),
            Sight::MarkOnly => Standing { verdict: own(), disagreement: false },
            Sight::Nothing => Standing::default(),
        }
    }

    /// When a reviewer asked to see what others said of an annotation, or of all in its article.
    fn revealed(&self, annotation: &Annotation, by: ReviewerId) -> Option<Stamp> {
        let article = || self.article(annotation.passage()?.article)?.revealed_by(by);
        annotation.revealed_by(by).or_else(article)
    }

    /// How many shown annotations in an article a reviewer does not see, or not whole. The cost grows with the
    /// annotations of the article.
    pub fn unseen(&self, reviewer: impl Into<Option<ReviewerId>>, article: ArticleId) -> usize {
        let reviewer = reviewer.into();
        let Some(article) = self.article(article).filter(|_| self.blind() != Blind::Off) else { return 0 };
        if self.is_hidden(Target::Article(article.id)) {
            return 0;
        }
        let is_there = |annotation: &&Annotation| {
            let passage = annotation.passage().filter(|passage| passage.article == article.id && passage.stands_in(article.text()));
            passage.is_some() && !annotation.is_hidden()
        };
        let all = self.naming(article.id).filter_map(|id| self.whole(id)).filter(is_there);
        all.filter(|annotation| self.sees(reviewer, annotation.id) != Sight::Whole).count()
    }
}
