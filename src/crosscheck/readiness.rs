//! What stands between an article and a signature: sentences that nobody has judged or dismissed, passages marked to be
//! checked later, disagreements that no ruling has settled, and what a blind check still hides from who signs.
//!
//! It only lists. Whether to sign all the same is for a person to say, with a reason.

use std::ops::Range;

use super::{Coverage, Difference, disagreements};
use crate::model::{AnnotationId, Article, Project, ReviewerId, Sight};

/// What is open in an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenPoints {
    /// Checkable sentences without a verdict or a dismissal, in bytes of the text, in its order.
    pub sentences: Vec<Range<usize>>,
    /// Annotations without a verdict, in the order of the text.
    pub to_check: Vec<AnnotationId>,
    /// The first annotation of each group on which reviewers give different verdicts or corrections, unsettled.
    pub disagreements: Vec<AnnotationId>,
    /// How many annotations a blind check does not show whole to who signs.
    pub hidden: usize,
}

impl OpenPoints {
    /// What is open for a reviewer. The cost grows with the sentences and annotations of the article.
    pub fn of(project: &Project, article: &Article, coverage: &Coverage, by: Option<ReviewerId>) -> Self {
        let seen = |id: AnnotationId| project.sees(by, id) == Sight::Whole;
        let grave = |difference: &Difference| matches!(difference, Difference::Verdicts | Difference::Corrections);
        let differ = disagreements(project, article, None, seen).into_iter();
        let unsettled = differ.filter(|found| found.settled.is_none() && found.differences.iter().any(grave));
        let unchecked = |id: &AnnotationId| project.annotation(*id).is_some_and(|annotation| annotation.standing().verdict.is_none());
        Self {
            sentences: coverage.open().collect(),
            to_check: article.places().iter().map(|(_, id)| id).filter(unchecked).collect(),
            disagreements: unsettled.filter_map(|found| found.annotations.first().copied()).collect(),
            hidden: project.unseen(by, article.id),
        }
    }

    /// Whether nothing is open.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests;
