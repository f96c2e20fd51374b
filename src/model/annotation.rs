//! An annotation with everybody's judgements: what the fold knows of one marked passage.

use std::collections::BTreeMap;

use super::{AnnotationId, EvidenceId, Kind, Latest, Passage, ReviewerId, Severity, Stamp, Verdict, What};

/// Up to so many judgements take no more memory than they need; most annotations have one or two.
const FEW: usize = 4;

/// One reviewer's word on an annotation.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// Whose word it is.
    pub by: ReviewerId,
    verdict: Latest<Option<Verdict>>,
    note: Latest<String>,
    correction: Latest<String>,
    severity: Latest<Severity>,
    evidence: Latest<Vec<EvidenceId>>,
    changed: Stamp,
}

impl Judgement {
    fn by(by: ReviewerId) -> Self {
        Self {
            by,
            verdict: Latest::default(),
            note: Latest::default(),
            correction: Latest::default(),
            severity: Latest::default(),
            evidence: Latest::default(),
            changed: Stamp::NEVER,
        }
    }

    /// The verdict, if one was given.
    pub fn verdict(&self) -> Option<Verdict> {
        *self.verdict.get()
    }

    /// When the verdict was given or taken back; [`Stamp::NEVER`] if that never happened.
    pub fn verdict_said(&self) -> Stamp {
        self.verdict.at()
    }

    /// Why.
    pub fn note(&self) -> &str {
        self.note.get()
    }

    /// What the passage should say; empty for none.
    pub fn correction(&self) -> &str {
        self.correction.get()
    }

    /// How much harm the mistake does.
    pub fn severity(&self) -> Severity {
        *self.severity.get()
    }

    /// The evidence that it rests on.
    pub fn evidence(&self) -> &[EvidenceId] {
        self.evidence.get()
    }

    /// When something was last said in it.
    pub fn changed(&self) -> Stamp {
        self.changed
    }

    /// Whether it says nothing: it was never made, or all of it was taken back.
    pub fn is_silent(&self) -> bool {
        self.verdict().is_none() && self.note().is_empty() && self.correction().is_empty() && self.evidence().is_empty()
    }
}

/// Verdicts that a ruling has heard, by reviewer.
type Heard = Vec<(ReviewerId, Verdict)>;

/// The deciding judgement where reviewers disagree.
#[derive(Clone, Debug)]
pub struct Ruling {
    /// With the verdicts that it has heard.
    verdict: Latest<(Option<Verdict>, Option<Heard>)>,
    correction: Latest<String>,
    reason: Latest<String>,
    /// Who spoke last.
    pub by: ReviewerId,
    changed: Stamp,
}

impl Ruling {
    /// The verdict; `None` when the ruling was taken back.
    pub fn verdict(&self) -> Option<Verdict> {
        self.verdict.get().0
    }

    /// When the verdict was given or taken back.
    pub fn verdict_said(&self) -> Stamp {
        self.verdict.at()
    }

    /// The verdicts that it has heard and settles; `None` where it settles whatever is said.
    pub fn heard(&self) -> Option<&[(ReviewerId, Verdict)]> {
        self.verdict.get().1.as_deref()
    }

    /// What the passage should say; empty for none.
    pub fn correction(&self) -> &str {
        self.correction.get()
    }

    /// Why it was decided so.
    pub fn reason(&self) -> &str {
        self.reason.get()
    }

    /// When something was last said in it.
    pub fn changed(&self) -> Stamp {
        self.changed
    }
}

/// How an annotation stands, taking all reviewers together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The ruling's verdict; else the one that all give; else, where reviewers disagree, the gravest.
    pub verdict: Option<Verdict>,
    /// Reviewers give different verdicts and no ruling has settled it, or one that the ruling has not heard differs from it.
    pub disagreement: bool,
}

/// A passage that someone marked, with its judgements.
#[derive(Clone, Debug)]
pub struct Annotation {
    /// Its identifier.
    pub id: AnnotationId,
    passage: Latest<Option<Passage>>,
    kind: Latest<Kind>,
    hidden: Latest<bool>,
    made: Option<(Stamp, ReviewerId)>,
    changed: Stamp,
    judgements: Vec<Judgement>,
    ruling: Option<Box<Ruling>>,
    revealed: BTreeMap<ReviewerId, Stamp>,
    records: Vec<u32>,
    /// How it is counted in its article, while it stands there: undone before, and done after, each change.
    pub(super) entered: Option<Standing>,
}

impl Annotation {
    pub(super) fn new(id: AnnotationId) -> Self {
        Self {
            id,
            passage: Latest::default(),
            kind: Latest::default(),
            hidden: Latest::default(),
            made: None,
            changed: Stamp::NEVER,
            judgements: Vec::new(),
            ruling: None,
            revealed: BTreeMap::new(),
            records: Vec::new(),
            entered: None,
        }
    }

    /// What was marked; `None` while only judgements of it are known.
    pub fn passage(&self) -> Option<&Passage> {
        self.passage.get().as_ref()
    }

    /// What sort of statement it is.
    pub fn kind(&self) -> Kind {
        *self.kind.get()
    }

    /// Whether it was deleted.
    pub fn is_hidden(&self) -> bool {
        *self.hidden.get()
    }

    /// Who marked it first, and when.
    pub fn made(&self) -> Option<(Stamp, ReviewerId)> {
        self.made
    }

    /// When something was last said about it.
    pub fn changed(&self) -> Stamp {
        self.changed
    }

    /// Everybody's judgements that say something, by reviewer.
    pub fn judgements(&self) -> impl Iterator<Item = &Judgement> {
        self.judgements.iter().filter(|judgement| !judgement.is_silent())
    }

    /// One reviewer's judgement, also a silent one.
    pub fn judgement(&self, by: ReviewerId) -> Option<&Judgement> {
        self.judgements.iter().find(|judgement| judgement.by == by)
    }

    /// The ruling, if one stands.
    pub fn ruling(&self) -> Option<&Ruling> {
        self.last_ruling().filter(|ruling| ruling.verdict().is_some())
    }

    /// What has been ruled, also if it was taken back since.
    pub(super) fn last_ruling(&self) -> Option<&Ruling> {
        self.ruling.as_deref()
    }

    /// How it stands, taking all reviewers together. A ruling decides, and settles the verdicts that it has heard. Once
    /// somebody gives one that it has not heard and that differs from it, it still decides, but there is a disagreement
    /// again. (What was heard counts, not what was said before: stamps move when something is undone, and a verdict in
    /// another copy may be older than the ruling and yet be news.)
    pub fn standing(&self) -> Standing {
        if let Some(ruling) = self.ruling() {
            return Standing { verdict: ruling.verdict(), disagreement: self.reopens(ruling) };
        }
        let verdicts = || self.judgements.iter().filter_map(Judgement::verdict);
        Standing { verdict: verdicts().max(), disagreement: verdicts().min() != verdicts().max() }
    }

    /// Whether a verdict that a ruling has not heard differs from it.
    fn reopens(&self, ruling: &Ruling) -> bool {
        let Some(heard) = ruling.heard() else { return false };
        self.verdicts().any(|said| Some(said.1) != ruling.verdict() && !heard.contains(&said))
    }

    /// Everybody's verdicts, by reviewer.
    pub fn verdicts(&self) -> impl Iterator<Item = (ReviewerId, Verdict)> {
        self.judgements.iter().filter_map(|judgement| Some((judgement.by, judgement.verdict()?)))
    }

    /// When a reviewer first asked to see what others said of it.
    pub fn revealed_by(&self, reviewer: ReviewerId) -> Option<Stamp> {
        self.revealed.get(&reviewer).copied()
    }

    /// The judgement whose note, correction and evidence stand for the annotation: of those that give the verdict it
    /// stands at, the one with a correction before one without, then the one that says why before one that only agrees,
    /// then the newest. `None` where nobody gives it.
    pub fn leading(&self) -> Option<&Judgement> {
        self.agreeing().max_by_key(|judgement| (!judgement.correction().is_empty(), !judgement.note().is_empty(), judgement.changed()))
    }

    /// The correction that stands: the ruling's, else that of the leading judgement. Empty for none.
    pub fn correction(&self) -> &str {
        let ruled = self.ruling().map(Ruling::correction).filter(|correction| !correction.is_empty());
        ruled.or_else(|| self.leading().map(Judgement::correction)).unwrap_or_default()
    }

    /// The gravest severity among the judgements that give the verdict it stands at.
    pub fn severity(&self) -> Severity {
        self.agreeing().map(Judgement::severity).max().unwrap_or_default()
    }

    /// The judgements that give the verdict it stands at.
    fn agreeing(&self) -> impl Iterator<Item = &Judgement> {
        let verdict = self.standing().verdict;
        self.judgements().filter(move |judgement| judgement.verdict() == verdict)
    }

    /// The numbers of the records about it, in the order of arrival.
    pub fn records(&self) -> &[u32] {
        &self.records
    }

    /// The same as it is for a reviewer who must not see what others said: without their judgements, a ruling, and the
    /// numbers of the records.
    pub(super) fn without_others(&self, reviewer: Option<ReviewerId>) -> Self {
        let judgements: Vec<Judgement> = self.judgements.iter().filter(|judgement| Some(judgement.by) == reviewer).cloned().collect();
        let own = judgements.iter().map(Judgement::changed).max().unwrap_or(Stamp::NEVER);
        Self {
            id: self.id,
            passage: self.passage.clone(),
            kind: self.kind.clone(),
            hidden: self.hidden.clone(),
            made: self.made,
            changed: own.max(self.passage.at()).max(self.kind.at()).max(self.hidden.at()),
            judgements,
            ruling: None,
            revealed: self.revealed.clone(),
            records: Vec::new(),
            entered: None,
        }
    }

    pub(super) fn note_record(&mut self, number: u32) {
        self.records.push(number);
    }

    pub(super) fn hear_reveal(&mut self, at: Stamp, by: ReviewerId) {
        let first = self.revealed.entry(by).or_insert(at);
        *first = at.min(*first);
    }

    /// Folds a statement about the annotation itself.
    pub(super) fn hear_mark(&mut self, at: Stamp, by: ReviewerId, passage: &Option<Passage>, kind: &Option<Kind>) {
        if let Some(passage) = passage {
            self.passage.say(at, Some(passage.clone()));
        }
        self.kind.hear(at, kind);
        self.changed = self.changed.max(at);
        let first = self.made.is_none_or(|made| (at, by) < made);
        if first {
            self.made = Some((at, by));
        }
    }

    pub(super) fn hear_hiding(&mut self, at: Stamp, hidden: bool) {
        self.hidden.say(at, hidden);
        self.changed = self.changed.max(at);
    }

    /// Folds a judgement; statements of another kind pass by.
    pub(super) fn hear_judgement(&mut self, at: Stamp, by: ReviewerId, what: &What) {
        let What::Judgement { annotation: _, verdict, note, correction, severity, evidence } = what else { return };
        self.changed = self.changed.max(at);
        let place = match self.judgements.binary_search_by_key(&by, |judgement| judgement.by) {
            Ok(place) => place,
            Err(place) => {
                if self.judgements.len() < FEW {
                    self.judgements.reserve_exact(1);
                }
                self.judgements.insert(place, Judgement::by(by));
                place
            }
        };
        let Some(judgement) = self.judgements.get_mut(place) else { return };
        judgement.verdict.hear(at, verdict);
        judgement.note.hear(at, note);
        judgement.correction.hear(at, correction);
        judgement.severity.hear(at, severity);
        judgement.evidence.hear(at, evidence);
        judgement.changed = judgement.changed.max(at);
    }

    /// Folds a ruling; statements of another kind pass by.
    pub(super) fn hear_ruling(&mut self, at: Stamp, by: ReviewerId, what: &What) {
        let What::Ruling { annotation: _, verdict, heard, correction, reason } = what else { return };
        self.changed = self.changed.max(at);
        let ruling = self.ruling.get_or_insert_with(|| {
            Box::new(Ruling {
                verdict: Latest::default(),
                correction: Latest::default(),
                reason: Latest::default(),
                by,
                changed: Stamp::NEVER,
            })
        });
        if let Some(verdict) = verdict {
            ruling.verdict.say(at, (*verdict, heard.clone()));
        }
        ruling.correction.hear(at, correction);
        ruling.reason.hear(at, reason);
        if (at, by) >= (ruling.changed, ruling.by) {
            ruling.by = by;
            ruling.changed = at;
        }
    }
}
