//! Evidence in a summary: which of it may be told, its numbers, and how judgements mention it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{EvidenceId, Project, Source};

/// A piece of evidence in the numbered list; its number is its place there, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidencePart {
    /// What it is.
    pub source: Source,
    /// How it is cited.
    pub citation: String,
    /// The URL or the page; empty if unknown.
    pub place: String,
    /// The words quoted from it; empty for none.
    pub words: String,
    /// When it was consulted; empty if unknown.
    pub consulted: String,
    /// Whether it is a primary source.
    pub primary: bool,
    /// Whether it is confidential. Only there if the options ask for it.
    pub confidential: bool,
}

/// How a judgement mentions a piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mention {
    /// By its place in [`Summary::evidence`](super::Summary::evidence), from 0.
    Listed(usize),
    /// As a confidential source, of which nothing is told.
    Confidential,
    /// As a source whose record this copy of the project lacks.
    Missing,
}

/// Which evidence is told, and where it stands in the list.
pub(super) struct Told {
    pub(super) parts: Vec<EvidencePart>,
    numbers: BTreeMap<EvidenceId, Mention>,
}

impl Told {
    /// The evidence of a project; only what is in `cited`, if that is given.
    pub(super) fn of(project: &Project, confidential: bool, cited: Option<&BTreeSet<EvidenceId>>) -> Self {
        let mut told = Self { parts: Vec::new(), numbers: BTreeMap::new() };
        for evidence in project.all_evidence().filter(|evidence| cited.is_none_or(|cited| cited.contains(&evidence.id))) {
            if evidence.is_confidential() && !confidential {
                told.numbers.insert(evidence.id, Mention::Confidential);
                continue;
            }
            told.numbers.insert(evidence.id, Mention::Listed(told.parts.len()));
            told.parts.push(EvidencePart {
                source: evidence.source(),
                citation: evidence.citation().to_owned(),
                place: evidence.place().to_owned(),
                words: evidence.words().to_owned(),
                consulted: evidence.consulted().to_owned(),
                primary: evidence.is_primary(),
                confidential: evidence.is_confidential(),
            });
        }
        told
    }

    /// How a judgement's evidence is mentioned. Evidence that was deleted is not mentioned at all.
    pub(super) fn mentions(&self, project: &Project, evidence: &BTreeSet<EvidenceId>) -> Vec<Mention> {
        let mention = |id: &EvidenceId| match self.numbers.get(id) {
            Some(mention) => Some(*mention),
            None => project.evidence(*id).is_none().then_some(Mention::Missing),
        };
        let mut mentions: Vec<Mention> = evidence.iter().filter_map(mention).collect();
        mentions.sort_unstable();
        mentions
    }
}

/// What a mention without a number is called: several of one kind together.
pub(super) fn unlisted(mentions: &[Mention]) -> Vec<String> {
    let named = |mention: Mention, one: &str, many: &str| match mentions.iter().filter(|other| **other == mention).count() {
        0 => None,
        1 => Some(one.to_owned()),
        n => Some(format!("{n} {many}")),
    };
    let confidential = named(Mention::Confidential, "a confidential source", "confidential sources");
    let missing = named(Mention::Missing, "a source that this copy of the project lacks", "sources that this copy of the project lacks");
    confidential.into_iter().chain(missing).collect()
}
