//! Edits: the one way to change a project, each with the edit that takes it back.
//!
//! An edit is a list of statements. Its inverse says again what is shown now of everything that it speaks of, so undo
//! adds records like any edit and the history keeps both. Undo takes back one's own words only: what others have said
//! in the meantime about something else stays.

use super::{Annotation, Apart, Clock, Judgement, Project, Record, ReviewerId, Stamp, Target, What};

/// Statements that belong together, with the words for the undo menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What it does, as a person would say it: “Mark as disputed”.
    pub label: String,
    /// Paragraphs of articles that it brings.
    pub texts: Vec<Record>,
    /// What it says.
    pub says: Vec<What>,
    /// It is a step of undo or redo, which says again what was shown: never words that were removed for good since.
    pub restores: bool,
}

impl Edit {
    /// An edit of one statement.
    pub fn one(label: impl Into<String>, what: What) -> Self {
        Self::many(label, vec![what])
    }

    /// An edit of several statements, done and undone together.
    pub fn many(label: impl Into<String>, says: Vec<What>) -> Self {
        Self { label: label.into(), texts: Vec::new(), says, restores: false }
    }
}

/// What an edit has done.
#[derive(Debug)]
pub struct Applied {
    /// The edit that takes it back; it says nothing where nothing can be taken back, as with a reveal.
    pub inverse: Edit,
    /// What has changed in what is shown.
    pub changes: Vec<super::Change>,
    /// The numbers of the records that it added.
    pub records: std::ops::Range<u32>,
    /// How many of its statements were not made, because they would bring back words that were
    /// removed for good.
    pub refused: usize,
}

impl Project {
    /// Carries an edit out: `by` says it at `now` (milliseconds since 1970).
    pub fn apply(&mut self, edit: &Edit, by: ReviewerId, clock: &mut Clock, now: u64) -> Applied {
        let inverse = self.inverse(edit, by);
        let first = self.records().next();
        let says = edit.says.iter().filter(|what| !(edit.restores && self.says_removed_words(what)));
        let says: Vec<What> = says.map(|what| if edit.restores { what.clone() } else { self.having_heard(what) }).collect();
        let refused = edit.says.len() - says.len();
        let said: Vec<Record> =
            says.into_iter().map(|what| Record::Said { at: clock.tick(now, self.last_word(&what)), by, what }).collect();
        let records = edit.texts.iter().cloned().chain(said).map(|record| (record.to_line(), Some(record)));
        let changes = self.add_read(records.collect::<Vec<_>>());
        Applied { inverse, changes, records: first..self.records().next(), refused }
    }

    /// A ruling with the verdicts that it settles: those that are there.
    fn having_heard(&self, what: &What) -> What {
        let mut what = what.clone();
        if let What::Ruling { annotation, verdict: Some(Some(_)), heard: heard @ None, .. } = &mut what {
            *heard = Some(self.annotation(*annotation).map(|annotation| annotation.verdicts().collect()).unwrap_or_default());
        }
        what
    }

    /// The edit that brings back what is shown now of everything that `edit` speaks of.
    pub fn inverse(&self, edit: &Edit, by: ReviewerId) -> Edit {
        let says = edit.says.iter().rev().filter_map(|what| self.unsay(what, by)).collect();
        Edit { label: edit.label.clone(), texts: Vec::new(), says, restores: true }
    }

    /// The statement that takes one back; `None` for what cannot be taken back.
    fn unsay(&self, what: &What, by: ReviewerId) -> Option<What> {
        Some(match what {
            What::Project { title, blind } => {
                What::Project { title: again(title, || self.title().to_owned()), blind: again(blind, || self.blind()) }
            }
            What::Reveal { .. } | What::Redaction { .. } => return None,
            What::Reviewer { reviewer, name, colour } => {
                let now = self.reviewer(*reviewer);
                What::Reviewer {
                    reviewer: *reviewer,
                    name: again(name, || now.map(|now| now.name().to_owned()).unwrap_or_default()),
                    colour: again(colour, || now.map(super::Reviewer::colour).unwrap_or_default()),
                }
            }
            What::Article { article: id, title, outlet, url, date, source_name, source_sha256 } => match self.article(*id) {
                Some(now) if !now.is_hidden() => What::Article {
                    article: *id,
                    title: again(title, || now.title().to_owned()),
                    outlet: again(outlet, || now.outlet().to_owned()),
                    url: again(url, || now.url().to_owned()),
                    date: again(date, || now.date().to_owned()),
                    source_name: again(source_name, || now.source_name().to_owned()),
                    source_sha256: again(source_sha256, || now.source_sha256().to_owned()),
                },
                _ => What::Hiding { target: Target::Article(*id), hidden: true },
            },
            What::Annotation { annotation, passage, kind } => match self.whole(*annotation) {
                Some(now) if now.passage().is_some() => What::Annotation {
                    annotation: *annotation,
                    passage: passage.as_ref().and_then(|_| now.passage().cloned()),
                    kind: again(kind, || now.kind()),
                },
                _ => What::Hiding { target: Target::Annotation(*annotation), hidden: true },
            },
            What::Judgement { annotation, verdict, note, correction, severity, evidence } => {
                let now = self.whole(*annotation).and_then(|now| now.judgement(by));
                What::Judgement {
                    annotation: *annotation,
                    verdict: again(verdict, || now.and_then(Judgement::verdict)),
                    note: again(note, || now.map(|now| now.note().to_owned()).unwrap_or_default()),
                    correction: again(correction, || now.map(|now| now.correction().to_owned()).unwrap_or_default()),
                    severity: again(severity, || now.map(Judgement::severity).unwrap_or_default()),
                    evidence: again(evidence, || now.map(|now| now.evidence().to_vec()).unwrap_or_default()),
                }
            }
            What::Evidence { evidence: id, source, citation, place, words, consulted, primary, confidential } => match self.evidence(*id) {
                Some(now) if now.is_known() => What::Evidence {
                    evidence: *id,
                    source: again(source, || now.source()),
                    citation: again(citation, || now.citation().to_owned()),
                    place: again(place, || now.place().to_owned()),
                    words: again(words, || now.words().to_owned()),
                    consulted: again(consulted, || now.consulted().to_owned()),
                    primary: again(primary, || now.is_primary()),
                    confidential: again(confidential, || now.is_confidential()),
                },
                _ => What::Hiding { target: Target::Evidence(*id), hidden: true },
            },
            What::Ruling { annotation, verdict, heard: _, correction, reason } => {
                let now = self.whole(*annotation).and_then(Annotation::last_ruling);
                What::Ruling {
                    annotation: *annotation,
                    verdict: again(verdict, || now.and_then(super::Ruling::verdict)),
                    heard: verdict.and_then(|_| now?.heard().map(<[_]>::to_vec)),
                    correction: again(correction, || now.map(|now| now.correction().to_owned()).unwrap_or_default()),
                    reason: again(reason, || now.map(|now| now.reason().to_owned()).unwrap_or_default()),
                }
            }
            What::Link { link: id, relation, members } => match self.link(*id) {
                Some(now) if now.is_known() => What::Link {
                    link: *id,
                    relation: again(relation, || now.relation()),
                    members: again(members, || now.members().to_vec()),
                },
                _ => What::Hiding { target: Target::Link(*id), hidden: true },
            },
            What::Dismissal { article, start, end, .. } => {
                let now = self.article(*article).and_then(|now| now.dismissal(&(*start..*end)));
                What::Dismissal {
                    article: *article,
                    start: *start,
                    end: *end,
                    reason: now.map(|(reason, _)| reason),
                    proposed: now.is_some_and(|(_, proposed)| proposed),
                }
            }
            What::Hiding { target, .. } => What::Hiding { target: *target, hidden: self.is_hidden(*target) },
            What::SignOff { article, reason, .. } => {
                let now = self.article(*article).and_then(|now| now.sign_off(by));
                let signed_at = now.and_then(super::SignOff::signed_at);
                What::SignOff {
                    article: *article,
                    signed: signed_at.is_some(),
                    as_of: signed_at,
                    reason: again(reason, || now.map(|now| now.reason().to_owned()).unwrap_or_default()),
                }
            }
            What::Apart { places, names, .. } => {
                let apart = Apart::new(places.clone(), names.clone());
                let (said, _) = self.said_apart(&apart);
                apart.say(said)
            }
        })
    }

    /// Whether something is hidden, or not there at all.
    pub fn is_hidden(&self, target: Target) -> bool {
        match target {
            Target::Article(id) => self.article(id).is_none_or(super::Article::is_hidden),
            Target::Annotation(id) => self.whole(id).is_none_or(|now| now.is_hidden() || now.passage().is_none()),
            Target::Evidence(id) => self.evidence(id).is_none_or(super::Evidence::is_hidden),
            Target::Link(id) => self.link(id).is_none_or(super::Link::is_hidden),
        }
    }

    /// The stamp that a statement must come after to be the one that shows: also when the last word on its subject
    /// came from a clock that is far ahead.
    fn last_word(&self, what: &What) -> Stamp {
        match what {
            What::Annotation { annotation, .. } | What::Judgement { annotation, .. } | What::Ruling { annotation, .. } => {
                self.whole(*annotation).map_or(Stamp::NEVER, Annotation::changed)
            }
            What::Hiding { target: Target::Annotation(annotation), .. } => {
                self.whole(*annotation).map_or(Stamp::NEVER, Annotation::changed)
            }
            What::Evidence { evidence, .. } | What::Hiding { target: Target::Evidence(evidence), .. } => {
                self.evidence(*evidence).map_or(Stamp::NEVER, super::Evidence::changed)
            }
            What::Link { link, .. } | What::Hiding { target: Target::Link(link), .. } => {
                self.link(*link).map_or(Stamp::NEVER, |link| link.changed)
            }
            What::Reviewer { reviewer, .. } => self.reviewer(*reviewer).map_or(Stamp::NEVER, |reviewer| reviewer.changed),
            What::Project { .. } => self.settings_said(),
            What::Reveal { .. } | What::Redaction { .. } => Stamp::NEVER,
            What::Apart { places, names, .. } => self.said_apart(&Apart::new(places.clone(), names.clone())).1,
            What::Article { article, .. }
            | What::Dismissal { article, .. }
            | What::SignOff { article, .. }
            | What::Hiding { target: Target::Article(article), .. } => self.article(*article).map_or(Stamp::NEVER, super::Article::changed),
        }
    }
}

/// The present value of a field, if the edit speaks of that field.
fn again<T>(said: &Option<T>, now: impl FnOnce() -> T) -> Option<T> {
    said.as_ref().map(|_| now())
}
