//! The list for programs: one JSON array, an annotation a line.

use serde::Serialize;

use super::super::terminal::visible_json;
use super::Listed;
use crate::model::{Annotation, EvidenceId, Judgement, Project, Verdict};

#[derive(Serialize)]
struct Row<'a> {
    id: String,
    article: String,
    title: &'a str,
    file: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    kind: String,
    verdict: Option<String>,
    disagreement: bool,
    severity: String,
    correction: &'a str,
    judgements: Vec<Word<'a>>,
    ruling: Option<Decision<'a>>,
}

#[derive(Serialize)]
struct Word<'a> {
    by: String,
    reviewer: String,
    verdict: Option<String>,
    note: &'a str,
    correction: &'a str,
    severity: String,
    evidence: Vec<Source<'a>>,
    at: String,
}

#[derive(Serialize)]
struct Decision<'a> {
    by: String,
    verdict: Option<String>,
    correction: &'a str,
    reason: &'a str,
    at: String,
}

/// Of a confidential source that was not asked for, only that there is one.
#[derive(Serialize)]
#[serde(untagged)]
enum Source<'a> {
    Told {
        id: String,
        what: String,
        citation: &'a str,
        place: &'a str,
        words: &'a str,
        consulted: &'a str,
        primary: bool,
        confidential: bool,
    },
    Withheld {
        id: String,
        confidential: bool,
    },
    Missing {
        id: String,
        missing: bool,
    },
}

/// The annotations as JSON. Words of lists are in small letters, as `mark --batch` takes them; times are in UTC.
pub fn json(project: &Project, listed: &[Listed], confidential: bool) -> String {
    let rows = listed.iter().map(|listed| {
        // Our own types have no way to fail.
        let row = serde_json::to_string(&row(project, *listed, confidential)).unwrap_or_default();
        visible_json(&row)
    });
    let rows: Vec<String> = rows.collect();
    if rows.is_empty() { "[]\n".into() } else { format!("[\n{}\n]\n", rows.join(",\n")) }
}

fn row<'a>(project: &'a Project, (article, annotation): Listed<'a>, confidential: bool) -> Row<'a> {
    let standing = annotation.standing();
    let passage = annotation.passage();
    Row {
        id: annotation.id.to_string(),
        article: article.id.to_string(),
        title: article.title(),
        file: article.source_name(),
        start: passage.map_or(0, |passage| passage.start),
        end: passage.map_or(0, |passage| passage.end),
        text: passage.map_or("", |passage| &passage.words),
        kind: annotation.kind().label().to_lowercase(),
        verdict: word(standing.verdict),
        disagreement: standing.disagreement,
        severity: annotation.severity().label().to_lowercase(),
        correction: annotation.correction(),
        judgements: annotation.judgements().map(|judgement| judged(project, judgement, confidential)).collect(),
        ruling: ruled(project, annotation),
    }
}

fn judged<'a>(project: &'a Project, judgement: &'a Judgement, confidential: bool) -> Word<'a> {
    Word {
        by: project.reviewer_name(judgement.by),
        reviewer: judgement.by.to_string(),
        verdict: word(judgement.verdict()),
        note: judgement.note(),
        correction: judgement.correction(),
        severity: judgement.severity().label().to_lowercase(),
        evidence: judgement.evidence().iter().map(|id| source(project, *id, confidential)).collect(),
        at: at(judgement.changed().millis()),
    }
}

fn ruled<'a>(project: &Project, annotation: &'a Annotation) -> Option<Decision<'a>> {
    let ruling = annotation.ruling()?;
    Some(Decision {
        by: project.reviewer_name(ruling.by),
        verdict: word(ruling.verdict()),
        correction: ruling.correction(),
        reason: ruling.reason(),
        at: at(ruling.changed().millis()),
    })
}

fn source(project: &Project, evidence: EvidenceId, confidential: bool) -> Source<'_> {
    let id = evidence.to_string();
    match project.evidence(evidence).filter(|evidence| !evidence.is_hidden()) {
        None => Source::Missing { id, missing: true },
        Some(evidence) if evidence.is_confidential() && !confidential => Source::Withheld { id, confidential: true },
        Some(evidence) => Source::Told {
            id,
            what: evidence.source().label().to_lowercase(),
            citation: evidence.citation(),
            place: evidence.place(),
            words: evidence.words(),
            consulted: evidence.consulted(),
            primary: evidence.is_primary(),
            confidential: evidence.is_confidential(),
        },
    }
}

fn word(verdict: Option<Verdict>) -> Option<String> {
    verdict.map(|verdict| verdict.label().to_lowercase())
}

/// A moment as `2026-03-16T09:30:00Z`; empty for one beyond the calendar.
fn at(millis: u64) -> String {
    let moment = i64::try_from(millis).ok().and_then(|millis| jiff::Timestamp::from_millisecond(millis).ok());
    moment.map(|moment| moment.to_string()).unwrap_or_default()
}
