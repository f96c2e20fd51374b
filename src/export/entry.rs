//! One annotation in a summary: what is said of it, by whom, and what stands.

use std::collections::BTreeSet;
use std::ops::Range;

use super::evidence::Told;
use super::{Mention, Options};
use crate::model::{Annotation, AnnotationId, Judgement, Kind, Project, Severity, Verdict};

/// Where an annotation stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The paragraph in which it starts, from 1.
    pub paragraph: usize,
    /// In bytes of the article's text.
    pub range: Range<usize>,
}

/// One reviewer's judgement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The reviewer's name.
    pub reviewer: String,
    /// The verdict, if one was given.
    pub verdict: Option<Verdict>,
    /// Why.
    pub note: String,
    /// What the passage should say; empty for none.
    pub correction: String,
    /// How much harm the mistake does.
    pub severity: Severity,
    /// What it rests on.
    pub sources: Vec<Mention>,
    /// When it was last changed, as it is printed.
    pub changed: String,
}

/// A ruling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulingPart {
    /// The verdict that it gives.
    pub verdict: Verdict,
    /// Who ruled.
    pub reviewer: String,
    /// Why; empty if not said.
    pub reason: String,
    /// What the passage should say; empty for none.
    pub correction: String,
    /// When, as it is printed.
    pub changed: String,
}

/// One annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number in the summary, from 1.
    pub number: usize,
    /// The annotation.
    pub id: AnnotationId,
    /// Its article's place in [`Summary::articles`](super::Summary::articles), from 0.
    pub article: usize,
    /// Where it stands; `None` if its words do not stand where it says.
    pub place: Option<Place>,
    /// The words marked.
    pub passage: String,
    /// What sort of statement it is.
    pub kind: Kind,
    /// How it stands; `None` is unchecked.
    pub verdict: Option<Verdict>,
    /// Reviewers give different verdicts or corrections, here or on another annotation of the same statement, and no ruling has settled it.
    pub disagreement: bool,
    /// The other annotations of the statement on which reviewers disagree, as places in [`Summary::entries`](super::Summary::entries): on the
    /// first of them, with which the disagreement is told.
    pub same: Vec<usize>,
    /// The disagreement is told with another annotation of the statement.
    pub told_with_another: bool,
    /// The gravest severity among the judgements that agree with how it stands.
    pub severity: Severity,
    /// The correction that stands; empty for none.
    pub correction: String,
    /// Why it stands so: the ruling's reason, else the note of the judgement that leads. Empty if not said.
    pub reason: String,
    /// The sources of all judgements that agree with how it stands.
    pub sources: Vec<Mention>,
    /// Everybody's judgements.
    pub voices: Vec<Voice>,
    /// The ruling, if one stands.
    pub ruling: Option<RulingPart>,
}

impl Entry {
    pub(super) fn of(project: &Project, options: &Options, told: &Told, annotation: &Annotation, place: Option<Place>) -> Self {
        let standing = annotation.standing();
        let agrees = |judgement: &&Judgement| judgement.verdict() == standing.verdict;
        let agreeing = || annotation.judgements().filter(agrees);
        let lead = annotation.leading().filter(agrees);
        let ruling = annotation.ruling().and_then(|ruling| {
            Some(RulingPart {
                verdict: ruling.verdict()?,
                reviewer: project.reviewer_name(ruling.by),
                reason: ruling.reason().to_owned(),
                correction: ruling.correction().to_owned(),
                changed: (options.local_time)(ruling.changed().millis()),
            })
        });
        // What was ruled outweighs; a judgement that was overruled says nothing about how the passage stands.
        let stands = |ruled: Option<&String>, led: Option<&str>| {
            let ruled = ruled.map(String::as_str).filter(|words| !words.trim().is_empty());
            ruled.or(led).unwrap_or_default().trim().to_owned()
        };
        let evidence: BTreeSet<_> = agreeing().flat_map(Judgement::evidence).copied().collect();
        Self {
            number: 0,
            id: annotation.id,
            article: 0,
            place,
            passage: annotation.passage().map(|passage| passage.words.clone()).unwrap_or_default(),
            kind: annotation.kind(),
            verdict: standing.verdict,
            disagreement: standing.disagreement,
            same: Vec::new(),
            told_with_another: false,
            severity: agreeing().map(Judgement::severity).max().unwrap_or_else(|| annotation.severity()),
            correction: stands(ruling.as_ref().map(|ruling| &ruling.correction), lead.map(Judgement::correction)),
            reason: stands(ruling.as_ref().map(|ruling| &ruling.reason), lead.map(Judgement::note)),
            sources: told.mentions(project, &evidence),
            voices: annotation.judgements().map(|judgement| Voice::of(project, options, told, judgement)).collect(),
            ruling,
        }
    }

    /// Who stands behind how it stands, and when they said so: the ruling, else the judgements that agree.
    pub fn backed_by(&self) -> Vec<(&str, &str)> {
        match &self.ruling {
            Some(ruling) => vec![(&ruling.reviewer, &ruling.changed)],
            None => {
                let agreeing = self.voices.iter().filter(|voice| voice.verdict == self.verdict);
                agreeing.map(|voice| (voice.reviewer.as_str(), voice.changed.as_str())).collect()
            }
        }
    }

    /// The judgements that give another verdict than the ruling, or than how it stands.
    pub fn dissent(&self) -> impl Iterator<Item = &Voice> {
        self.voices.iter().filter(|voice| voice.verdict.is_some() && voice.verdict != self.verdict)
    }
}

impl Voice {
    fn of(project: &Project, options: &Options, told: &Told, judgement: &Judgement) -> Self {
        Self {
            reviewer: project.reviewer_name(judgement.by),
            verdict: judgement.verdict(),
            note: judgement.note().trim().to_owned(),
            correction: judgement.correction().trim().to_owned(),
            severity: judgement.severity(),
            sources: told.mentions(project, &judgement.evidence().iter().copied().collect()),
            changed: (options.local_time)(judgement.changed().millis()),
        }
    }
}
