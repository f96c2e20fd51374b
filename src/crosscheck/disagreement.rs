//! Where reviewers disagree about an article: for the view in which they compare and settle.
//!
//! The unit is the group of annotations that mean one statement ([`groups`]). Of each group it is told in what its
//! reviewers differ, the gravest first. That only one reviewer found something counts only where the other has worked
//! on the article at all.
//!
//! A ruling settles its annotation until somebody gives a verdict that it has not heard and that differs from it. A group
//! is settled when its rulings stand and agree, and all verdicts on annotations without a ruling are the one ruled.
//! Judgements stay, whatever is ruled. Nothing here decides anything.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::groups::groups;
use crate::model::{Annotation, AnnotationId, Article, Project, ReviewerId, Stamp, Verdict};

/// In what reviewers differ; the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difference {
    /// They give different verdicts.
    Verdicts,
    /// Only one of them marked or judged it.
    FoundByOne,
    /// They give the same verdict, and different corrections.
    Corrections,
    /// They marked different stretches of the text.
    Extents,
}

impl Difference {
    /// The words for a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::Verdicts => "Different verdicts",
            Self::FoundByOne => "Found by one only",
            Self::Corrections => "Different corrections",
            Self::Extents => "Different extents",
        }
    }
}

/// What one reviewer has to do with a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Who.
    pub by: ReviewerId,
    /// The annotation that they made.
    pub marked: Option<AnnotationId>,
    /// The annotation on which their newest judgement in the group stands: it may be somebody else's.
    pub judged: Option<AnnotationId>,
    /// Their verdict there.
    pub verdict: Option<Verdict>,
}

/// A group of annotations on which reviewers differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// In what, the gravest first; never empty.
    pub differences: Vec<Difference>,
    /// The annotations, in the order of the text.
    pub annotations: Vec<AnnotationId>,
    /// Who has to do with them, by reviewer.
    pub voices: Vec<Voice>,
    /// The first annotation's place in the text, in bytes.
    pub place: Range<usize>,
    /// The annotation whose ruling settles it, if one does.
    pub settled: Option<AnnotationId>,
}

/// Where reviewers differ in an article: these two, or all that worked on it. Only annotations that `sees` lets through
/// are compared. Those that are not settled come first, then the gravest, then in the order of the text.
pub fn disagreements(
    project: &Project,
    article: &Article,
    between: Option<[ReviewerId; 2]>,
    sees: impl Fn(AnnotationId) -> bool,
) -> Vec<Disagreement> {
    let asked = |by: &ReviewerId| between.is_none_or(|pair| pair.contains(by));
    let groups: Vec<Group> =
        groups(project, article, sees).into_iter().map(|annotations| Group::of(project, annotations, &asked)).collect();
    let signed = article.sign_offs().filter(|(_, sign_off)| sign_off.signed_at().is_some()).map(|(by, _)| by);
    let workers: BTreeSet<ReviewerId> = groups.iter().flat_map(|group| group.voices.keys().copied()).chain(signed.filter(&asked)).collect();
    let mut found: Vec<Disagreement> = groups.into_iter().filter_map(|group| group.compared(project, workers.len())).collect();
    found.sort_by_key(|one| (one.settled.is_some(), one.differences.first().copied(), one.place.start));
    found
}

/// How many statements have different verdicts and no ruling that settles them, of those of which an annotation is `among` them.
pub fn open_verdicts(project: &Project, among: impl Fn(AnnotationId) -> bool) -> usize {
    let open = |one: &Disagreement| one.settled.is_none() && one.differences.first() == Some(&Difference::Verdicts);
    let counts = |one: &Disagreement| open(one) && one.annotations.iter().any(|id| among(*id));
    project.articles().into_iter().flat_map(|article| disagreements(project, article, None, |_| true)).filter(counts).count()
}

/// A group with those who have to do with it.
struct Group {
    annotations: Vec<AnnotationId>,
    voices: BTreeMap<ReviewerId, Voice>,
}

impl Group {
    fn of(project: &Project, annotations: Vec<AnnotationId>, asked: &impl Fn(&ReviewerId) -> bool) -> Self {
        let mut voices: BTreeMap<ReviewerId, Voice> = BTreeMap::new();
        let mut newest: BTreeMap<ReviewerId, Stamp> = BTreeMap::new();
        for annotation in annotations.iter().filter_map(|id| project.annotation(*id)) {
            let voice = |by: ReviewerId| Voice { by, marked: None, judged: None, verdict: None };
            if let Some((_, by)) = annotation.made().filter(|(_, by)| asked(by)) {
                voices.entry(by).or_insert_with(|| voice(by)).marked = Some(annotation.id);
            }
            for judgement in annotation.judgements().filter(|judgement| asked(&judgement.by)) {
                let by = judgement.by;
                let voice = voices.entry(by).or_insert_with(|| voice(by));
                let last = newest.entry(by).or_insert(Stamp::NEVER);
                if voice.judged.is_none() || judgement.changed() > *last {
                    *last = judgement.changed();
                    (voice.judged, voice.verdict) = (Some(annotation.id), judgement.verdict());
                }
            }
        }
        Self { annotations, voices }
    }

    /// The disagreement, if there is one among so many who worked on the article.
    fn compared(self, project: &Project, workers: usize) -> Option<Disagreement> {
        let annotation = |id: Option<AnnotationId>| id.and_then(|id| project.annotation(id));
        let verdicts: BTreeSet<Verdict> = self.voices.values().filter_map(|voice| voice.verdict).collect();
        let corrections: BTreeSet<(Verdict, &str)> = self
            .voices
            .values()
            .filter_map(|voice| Some((voice.verdict?, annotation(voice.judged)?.judgement(voice.by)?.correction().trim())))
            .filter(|(_, correction)| !correction.is_empty())
            .collect();
        let extents: BTreeSet<(usize, usize)> = self
            .voices
            .values()
            .filter_map(|voice| annotation(voice.marked)?.passage().map(|passage| (passage.start, passage.end)))
            .collect();
        let same_verdict = |verdict: &Verdict| corrections.iter().filter(|(other, _)| other == verdict).count();
        let differences: Vec<Difference> = [
            (Difference::Verdicts, verdicts.len() > 1),
            (Difference::FoundByOne, self.voices.len() == 1 && workers > 1),
            (Difference::Corrections, verdicts.iter().any(|verdict| same_verdict(verdict) > 1)),
            (Difference::Extents, extents.len() > 1),
        ]
        .into_iter()
        .filter_map(|(difference, is_so)| is_so.then_some(difference))
        .collect();
        if differences.is_empty() {
            return None;
        }
        let (_, place) = self.annotations.first().and_then(|id| project.place(*id))?;
        let settled = settled(project, &self.annotations);
        Some(Disagreement { differences, annotations: self.annotations, voices: self.voices.into_values().collect(), place, settled })
    }
}

/// The first annotation with a ruling, if the rulings settle all of these, which are one group.
pub fn settled(project: &Project, annotations: &[AnnotationId]) -> Option<AnnotationId> {
    let all = || annotations.iter().filter_map(|id| project.annotation(*id));
    let ruled = || all().filter(|annotation| annotation.ruling().is_some());
    let first = ruled().next()?;
    let verdict = first.ruling()?.verdict();
    let stands = |annotation: &Annotation| annotation.standing().verdict == verdict && !annotation.standing().disagreement;
    let agrees = |annotation: &Annotation| annotation.verdicts().all(|(_, given)| Some(given) == verdict);
    let settles = |annotation: &Annotation| if annotation.ruling().is_some() { stands(annotation) } else { agrees(annotation) };
    all().all(settles).then_some(first.id)
}

#[cfg(test)]
mod tests;
