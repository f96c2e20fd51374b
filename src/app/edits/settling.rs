//! Edits that end a disagreement: agreeing, ruling, taking one extent.

use super::{Judging, resize};
use crate::model::{Annotation, AnnotationId, Edit, Project, ReviewerId, Verdict, What};

/// What a ruling says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    /// The verdict that decides.
    pub verdict: Verdict,
    /// What the passage should say; empty for none.
    pub correction: String,
    /// Why.
    pub reason: String,
    /// The annotation for whose passage the correction is written.
    pub of: AnnotationId,
}

/// Takes over another reviewer's judgement as one's own. `statement` are the annotations that mean the same: where `by` has given
/// another verdict or correction on one of them, it becomes the same, so that nobody contradicts themself.
pub fn agree(project: &Project, annotation: AnnotationId, with: ReviewerId, by: ReviewerId, statement: &[AnnotationId]) -> Option<Edit> {
    let theirs = project.annotation(annotation)?.judgement(with)?;
    let taken = Judging {
        verdict: Some(theirs.verdict()),
        correction: Some(theirs.correction().to_owned()),
        severity: Some(theirs.severity()),
        evidence: Some(theirs.evidence().to_vec()),
        note: None,
    };
    let mut says = vec![taken.on(annotation)];
    let place = project.place(annotation);
    for other in statement.iter().filter(|id| **id != annotation).filter_map(|id| project.annotation(*id)) {
        let Some(mine) = other.judgement(by).filter(|mine| mine.verdict().is_some()) else { continue };
        // A correction is written for the extent of its passage.
        let correction = if project.place(other.id) == place { theirs.correction() } else { "" };
        if mine.verdict() != theirs.verdict() || mine.correction() != correction && !mine.correction().is_empty() {
            let judging = Judging { verdict: Some(theirs.verdict()), correction: Some(correction.to_owned()), ..Judging::default() };
            says.push(judging.on(other.id));
        }
    }
    Some(Edit::many("Agree", says))
}

/// Rules on the annotations of a disagreement. The judgements stay. The correction goes to those whose passage is the one it is
/// written for.
pub fn rule(project: &Project, annotations: &[AnnotationId], ruled: &Ruled) -> Edit {
    let place = project.place(ruled.of);
    let says = annotations.iter().map(|id| {
        let correction = if project.place(*id) == place { ruled.correction.trim() } else { "" };
        What::Ruling {
            annotation: *id,
            verdict: Some(Some(ruled.verdict)),
            heard: None,
            correction: Some(correction.to_owned()),
            reason: Some(ruled.reason.trim().to_owned()),
        }
    });
    Edit::many(format!("Rule: {}", ruled.verdict.label().to_lowercase()), says.collect())
}

/// Takes the rulings on some annotations back.
pub fn withdraw(project: &Project, annotations: &[AnnotationId]) -> Edit {
    let ruled = annotations.iter().filter(|id| project.annotation(**id).is_some_and(|annotation| annotation.ruling().is_some()));
    let says = ruled.map(|id| What::Ruling { annotation: *id, verdict: Some(None), heard: None, correction: None, reason: None });
    Edit::many("Withdraw the ruling", says.collect())
}

/// The annotation among some with another extent than `of` for whose extent somebody has written a correction: to move its ends
/// would make the correction wrong.
pub fn bound_by_correction(project: &Project, annotations: &[AnnotationId], of: AnnotationId) -> Option<AnnotationId> {
    let place = project.place(of);
    let others = annotations.iter().copied().filter(|id| project.place(*id) != place);
    let judged = |other: &Annotation| other.judgements().any(|judgement| !judgement.correction().is_empty());
    let ruled = |other: &Annotation| other.ruling().is_some_and(|ruling| !ruling.correction().is_empty());
    others.filter_map(|id| project.annotation(id)).find(|other| judged(other) || ruled(other)).map(|other| other.id)
}

/// Moves the ends of annotations to those of one of them. `None` where nothing is to be moved, or a correction binds one.
pub fn take_extent(project: &Project, annotations: &[AnnotationId], of: AnnotationId) -> Option<Edit> {
    if bound_by_correction(project, annotations, of).is_some() {
        return None;
    }
    let (article, range) = project.place(of)?;
    let article = project.article(article)?;
    let others = annotations.iter().filter(|id| project.place(**id).is_some_and(|(_, other)| other != range));
    let says: Vec<What> = others.filter_map(|id| resize(article, *id, range.clone())).flat_map(|edit| edit.says).collect();
    (!says.is_empty()).then(|| Edit::many("Take one extent", says))
}
