//! The judgements as a table for spreadsheets: one row for each annotation and judgement.
//!
//! RFC 4180 with CRLF, and a byte order mark by which spreadsheets know that it is UTF-8. An annotation that nobody
//! has judged has a row without a reviewer; a ruling has a row of its own. `start` and `end` are bytes of the article's
//! text, `paragraph` counts from 1, `standing` is how the annotation stands, taking all reviewers together,
//! `signed off` who signed its article. No cell
//! starts a formula.

use super::escape::cell;
use super::evidence::unlisted;
use super::sign::label;
use super::{Entry, Mention, Summary};

const HEADER: [&str; 18] = [
    "article title",
    "outlet",
    "article date",
    "paragraph",
    "start",
    "end",
    "passage",
    "kind",
    "verdict",
    "standing",
    "reviewer",
    "note",
    "correction",
    "severity",
    "evidence",
    "changed",
    "annotation",
    "signed off",
];

pub(super) fn render(summary: &Summary) -> String {
    // Writing to memory has no way to fail.
    let table = table(summary).unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8(table).unwrap_or_default())
}

/// What a row says of one judgement; empty for an annotation without any.
#[derive(Default)]
struct Word<'a> {
    verdict: &'a str,
    reviewer: String,
    note: &'a str,
    correction: &'a str,
    severity: &'a str,
    evidence: String,
    changed: &'a str,
}

fn table(summary: &Summary) -> Result<Vec<u8>, csv::Error> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(HEADER)?;
    for entry in &summary.entries {
        for word in words(summary, entry) {
            let article = summary.article_of(entry);
            let detail = |detail: fn(&super::ArticlePart) -> &str| cell(article.map(detail).unwrap_or_default());
            let place =
                |number: fn(&super::Place) -> usize| entry.place.as_ref().map(|place| number(place).to_string()).unwrap_or_default();
            table.write_record([
                detail(|article| &article.title),
                detail(|article| &article.outlet),
                detail(|article| &article.date),
                place(|place| place.paragraph),
                place(|place| place.range.start),
                place(|place| place.range.end),
                cell(&entry.passage),
                entry.kind.label().to_owned(),
                word.verdict.to_owned(),
                label(entry.verdict).to_owned(),
                cell(&word.reviewer),
                cell(word.note),
                cell(word.correction),
                word.severity.to_owned(),
                cell(&word.evidence),
                cell(word.changed),
                entry.id.to_string(),
                cell(&signed(article)),
            ])?;
        }
    }
    table.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// The signatures under an article.
fn signed(article: Option<&super::ArticlePart>) -> String {
    let signed: Vec<String> = article.into_iter().flat_map(|article| &article.signed).map(|signed| signed.words(str::to_owned)).collect();
    signed.join("; ")
}

fn words<'a>(summary: &Summary, entry: &'a Entry) -> Vec<Word<'a>> {
    let judged = entry.voices.iter().map(|voice| Word {
        verdict: voice.verdict.map_or("", |verdict| verdict.label()),
        reviewer: voice.reviewer.clone(),
        note: &voice.note,
        correction: &voice.correction,
        severity: voice.severity.label(),
        evidence: citations(summary, &voice.sources),
        changed: &voice.changed,
    });
    let ruled = entry.ruling.iter().map(|ruling| Word {
        verdict: ruling.verdict.label(),
        reviewer: format!("{} (ruling)", ruling.reviewer),
        note: &ruling.reason,
        correction: &ruling.correction,
        changed: &ruling.changed,
        ..Word::default()
    });
    let words: Vec<Word> = judged.chain(ruled).collect();
    if words.is_empty() { vec![Word::default()] } else { words }
}

fn citations(summary: &Summary, mentions: &[Mention]) -> String {
    let listed = mentions.iter().filter_map(|mention| match mention {
        Mention::Listed(n) => summary.evidence.get(*n),
        Mention::Confidential | Mention::Missing => None,
    });
    let mut citations: Vec<String> = listed.map(|part| part.citation.clone()).collect();
    citations.extend(unlisted(mentions));
    citations.join("; ")
}
