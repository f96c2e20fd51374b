//! A project told statement by statement, at moments of one's own choice.

use super::super::*;
use super::strategies::TEXTS;

/// A project with the first of the texts, to which statements are added one by one.
pub struct Story {
    pub project: Project,
    pub article: ArticleId,
}

pub const ADA: u128 = 1;
pub const BEN: u128 = 2;

pub fn by(who: u128) -> ReviewerId {
    ReviewerId::new(1, who)
}

pub fn id(n: u128) -> AnnotationId {
    AnnotationId::new(1, n)
}

pub fn at(millis: u64) -> Stamp {
    Stamp(millis, 0, Replica(1))
}

impl Story {
    pub fn begin() -> Self {
        let mut project = Project::new(ProjectId::new(0, 1));
        project.add(super::strategies::paragraphs(0).iter().map(Record::to_line).collect::<Vec<_>>().iter().map(String::as_str));
        Self { project, article: ArticleId::of(TEXTS[0]) }
    }

    pub fn say(&mut self, millis: u64, who: u128, what: What) {
        self.project.add([Record::Said { at: at(millis), by: by(who), what }.to_line().as_str()]);
    }

    pub fn mark(&mut self, millis: u64, who: u128, n: u128, range: std::ops::Range<usize>) {
        let passage = Passage::at(self.article, TEXTS[0], range);
        self.say(millis, who, What::Annotation { annotation: id(n), passage, kind: None });
    }

    pub fn judge(&mut self, millis: u64, who: u128, n: u128, verdict: Verdict) {
        self.say(millis, who, judgement(n, Some(Some(verdict)), None, &[]));
    }

    pub fn sign(&mut self, millis: u64, who: u128) {
        self.say(millis, who, What::SignOff { article: self.article, signed: true, as_of: None, reason: None });
    }
}

pub fn judgement(n: u128, verdict: Option<Option<Verdict>>, note: Option<&str>, evidence: &[EvidenceId]) -> What {
    let evidence = (!evidence.is_empty()).then(|| evidence.to_vec());
    What::Judgement { annotation: id(n), verdict, note: note.map(str::to_owned), correction: None, severity: None, evidence }
}

pub fn evidence(n: u128, citation: &str) -> What {
    What::Evidence {
        evidence: EvidenceId::new(1, n),
        source: None,
        citation: Some(citation.into()),
        place: None,
        words: None,
        consulted: None,
        primary: None,
        confidential: None,
    }
}
