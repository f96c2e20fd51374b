//! What somebody wants to mark, and how it is done: the same for the arguments and for a line of a batch.

use std::ops::Range;

use super::super::error::Wrong;
use super::super::reviewer::{self, Person};
use super::super::{Failure, articles};
use super::evidence::Known;
use super::quote;
use crate::app::Surroundings;
use crate::app::edits::{self, EvidenceDetails, Judging};
use crate::app::session::Session;
use crate::model::{Annotation, AnnotationId, ArticleId, Judgement, Kind, Project, Severity, Verdict};

/// What somebody wants to mark. What is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The article, as it is named.
    pub article: String,
    /// The words.
    pub quote: String,
    /// Which place, from 1, if they stand in several.
    pub nth: Option<usize>,
    /// The verdict; `Some(None)` takes one's own back.
    pub verdict: Option<Option<Verdict>>,
    /// What sort of statement it is.
    pub kind: Option<Kind>,
    /// How much harm the mistake does.
    pub severity: Option<Severity>,
    /// Why.
    pub note: Option<String>,
    /// What the passage should say.
    pub correction: Option<String>,
    /// Sources, to be added to those that the judgement rests on.
    pub evidence: Vec<EvidenceDetails>,
    /// Who judges, as they are named.
    pub by: Option<String>,
}

/// A wish of which it is known that it can be carried out.
#[derive(Clone, Debug)]
pub struct Ready {
    wish: Wish,
    article: ArticleId,
    range: Range<usize>,
}

/// A wish that was carried out.
#[derive(Clone, Debug)]
pub struct Marked {
    /// The annotation.
    pub annotation: AnnotationId,
    /// The words marked.
    pub words: String,
    /// The verdict that was asked for.
    pub verdict: Option<Verdict>,
    /// Whether the annotation was made.
    pub new: bool,
    /// Whether anything was said that had not been said before.
    pub changed: bool,
}

impl Wish {
    /// Looks for what it names.
    pub fn ready(self, project: &Project, person: &Person) -> Result<Ready, Wrong> {
        let article = articles::find(project, &self.article)?;
        let range = quote::find(article, &self.quote, self.nth)?;
        reviewer::speaker(project, self.by.as_deref(), person)?;
        if self.evidence.iter().any(|details| details.citation.trim().is_empty()) {
            return Err(Wrong::NoCitation);
        }
        Ok(Ready { article: article.id, range, wish: self })
    }
}

impl Ready {
    /// Carries the wish out by the edits that the window makes.
    pub fn carry_out(
        self,
        session: &mut Session,
        person: &Person,
        known: &mut Known,
        surroundings: &Surroundings,
    ) -> Result<Marked, Failure> {
        let Self { wish, article, range } = self;
        let before = session.project().records().next();
        let speaker = reviewer::speaker(session.project(), wish.by.as_deref(), person)?;
        reviewer::speak(session, speaker, surroundings);
        let by = session.by.ok_or(Wrong::NoName)?;
        let evidence = known.bring(wish.evidence, by, session, surroundings);
        let project = session.project();
        let article = project.article(article).ok_or(Wrong::NoQuote)?;
        let there = edits::annotation_at(article, &range).and_then(|id| project.annotation(id));
        let mine = there.and_then(|there| there.judgement(by));
        let evidence =
            (!evidence.is_empty()).then(|| mine.map(Judgement::evidence).unwrap_or_default().iter().copied().chain(evidence).collect());
        let judging = Judging { verdict: wish.verdict, note: wish.note, correction: wish.correction, severity: wish.severity, evidence };
        let judging = only_news(judging, mine);
        let kind = wish.kind.filter(|kind| there.map(Annotation::kind) != Some(*kind));
        let new = there.is_none();
        let words = article.text().get(range.clone()).unwrap_or_default().to_owned();
        let (annotation, edit) = edits::mark(article, range, kind, judging, surroundings).ok_or(Wrong::NoQuote)?;
        if !edit.says.is_empty() {
            session.apply(&edit, surroundings.now());
        }
        let changed = session.project().records().next() != before;
        Ok(Marked { annotation, words, verdict: wish.verdict.flatten(), new, changed })
    }
}

/// What of a judgement has not been said already, so that the same wish twice changes nothing.
fn only_news(judging: Judging, mine: Option<&Judgement>) -> Judging {
    let news = |said: Option<String>, now: fn(&Judgement) -> &str| said.filter(|said| mine.map(now).unwrap_or_default() != said);
    let now: Vec<_> = mine.map(Judgement::evidence).unwrap_or_default().to_vec();
    Judging {
        verdict: judging.verdict.filter(|verdict| mine.and_then(Judgement::verdict) != *verdict),
        note: news(judging.note, Judgement::note),
        correction: news(judging.correction, Judgement::correction),
        severity: judging.severity.filter(|severity| mine.map(Judgement::severity).unwrap_or_default() != *severity),
        evidence: judging.evidence.filter(|evidence| evidence.iter().any(|id| !now.contains(id))),
    }
}
