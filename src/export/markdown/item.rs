//! An annotation as an item of a CommonMark list.

use super::super::escape::{clipped, markdown, markdown_line, shortened};
use super::super::evidence::unlisted;
use super::super::sign::{label, sign};
use super::super::{Entry, Mention, Summary, Voice};
use super::{location, place};
use crate::model::{Severity, Verdict};

/// What stands before the further lines of an item.
const INDENT: &str = "  ";

/// Everything about an annotation: what to do, why, on what it rests, where it is, who says so.
pub(super) fn whole(out: &mut String, summary: &Summary, entry: &Entry) {
    let mut lines = vec![format!("**{} {}** {}", sign(entry.verdict), entry.number, statement(entry, shortened(&entry.passage)))];
    lines.extend(sources(summary, &entry.sources, entry.verdict.is_some()));
    let mut facts = vec![format!("In {}", location(summary, entry)), facts(entry)];
    facts.extend(backing(entry));
    lines.push(facts.join(" · "));
    lines.extend(remarks(entry));
    push(out, "", &lines);
}

/// A disagreement: the passage, and under it who says what.
pub(super) fn disagreement(out: &mut String, summary: &Summary, entry: &Entry) {
    let passage = markdown(&shortened(&entry.passage), INDENT);
    push(out, "", &[format!("**{} {}** “{passage}”", sign(entry.verdict), entry.number), format!("In {}", location(summary, entry))]);
    for said in std::iter::once(entry).chain(summary.listed(&entry.same)) {
        let of = (said.passage != entry.passage).then(|| markdown(&shortened(&said.passage), "    "));
        for voice in &said.voices {
            let mut lines = vec![voice_words(voice, "    ")];
            lines.extend(of.as_ref().map(|passage| format!("Said of “{passage}”")));
            lines.extend(sources(summary, &voice.sources, false));
            push(out, INDENT, &lines);
        }
    }
}

/// The note to an annotation under its article's text: short, because the lists say the rest.
pub(super) fn note(out: &mut String, summary: &Summary, entry: &Entry) {
    let mut lines = vec![format!("**{} {}** {}", sign(entry.verdict), entry.number, statement(entry, clipped(&entry.passage)))];
    let names: Vec<String> = entry.backed_by().into_iter().map(|(name, _)| markdown_line(name)).collect();
    let facts = [numbers(summary, &entry.sources), names.join(", ")];
    lines.extend(Some(facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")).filter(|facts| !facts.is_empty()));
    lines.extend(remarks(entry));
    push(out, "", &lines);
}

/// “Change “X” to “Y” because: Z”, “Wrong: “X”. Why: Z”, or the passage and what was said of it.
fn statement(entry: &Entry, passage: String) -> String {
    let passage = markdown(&passage, INDENT);
    let reason = markdown(&entry.reason, INDENT);
    let because = |word: &str| if reason.is_empty() { String::new() } else { format!(" {word} {reason}") };
    if !entry.correction.is_empty() {
        let correction = markdown(&entry.correction, INDENT);
        return format!("Change “{passage}” to “{correction}”{}", because("because:"));
    }
    match entry.verdict {
        Some(Verdict::Erroneous) => format!("Wrong: “{passage}”{}", because("Why:")),
        _ => format!("“{passage}”{}", because("—")),
    }
}

fn facts(entry: &Entry) -> String {
    let severity = match entry.verdict {
        Some(Verdict::Erroneous | Verdict::Disputed) if entry.severity != Severity::Normal => {
            format!(", {}", entry.severity.label().to_lowercase())
        }
        _ => String::new(),
    };
    let kind = entry.kind.label().to_lowercase();
    // Among the corrections stand annotations of every verdict; elsewhere the heading says it.
    if entry.correction.is_empty() && entry.verdict != Some(Verdict::Erroneous) && entry.place.is_some() {
        return format!("{kind}{severity}");
    }
    format!("{}{severity}, {kind}", label(entry.verdict))
}

/// The sources as numbers in the list of evidence; as words where there is no list.
fn numbers(summary: &Summary, mentions: &[Mention]) -> String {
    if !summary.with_evidence {
        return sources(summary, mentions, false).unwrap_or_default();
    }
    let number = |mention: &Mention| match mention {
        Mention::Listed(n) => Some(format!("\\[{}\\]", n + 1)),
        Mention::Confidential | Mention::Missing => None,
    };
    let unlisted = unlisted(mentions).into_iter().map(|words| format!("\\[{words}\\]"));
    mentions.iter().filter_map(number).chain(unlisted).collect::<Vec<_>>().join(" ")
}

fn backing(entry: &Entry) -> Option<String> {
    let backing: Vec<String> =
        entry.backed_by().into_iter().map(|(name, at)| format!("{}, {}", markdown_line(name), markdown_line(at))).collect();
    let ruled = if entry.ruling.is_some() { "Ruled by " } else { "" };
    (!backing.is_empty()).then(|| format!("{ruled}{}", backing.join("; ")))
}

/// That reviewers disagree, or whom a ruling overruled.
fn remarks(entry: &Entry) -> Vec<String> {
    if entry.disagreement {
        return vec!["Reviewers disagree: see Disagreements".to_owned()];
    }
    let overruled = |voice: &Voice| format!("Overruled: {}", voice_words(voice, INDENT));
    entry.dissent().map(overruled).collect()
}

fn voice_words(voice: &Voice, indent: &str) -> String {
    let mut words =
        format!("{}, {}: {} {}", markdown_line(&voice.reviewer), markdown_line(&voice.changed), sign(voice.verdict), label(voice.verdict));
    if matches!(voice.verdict, Some(Verdict::Erroneous | Verdict::Disputed)) && voice.severity != Severity::Normal {
        words.push_str(&format!(", {}", voice.severity.label().to_lowercase()));
    }
    if !voice.correction.is_empty() {
        words.push_str(&format!(". Change to “{}”", markdown(&voice.correction, indent)));
    }
    if !voice.note.is_empty() {
        words.push_str(&format!(". {}", markdown(&voice.note, indent)));
    }
    words
}

/// The sources on a line of their own; that there is none, if that is worth saying.
fn sources(summary: &Summary, mentions: &[Mention], expected: bool) -> Option<String> {
    let listed = mentions.iter().filter_map(|mention| match mention {
        Mention::Listed(n) => Some((n, summary.evidence.get(*n)?)),
        Mention::Confidential | Mention::Missing => None,
    });
    let mut named: Vec<String> = listed
        .map(|(n, part)| {
            let at = if part.place.is_empty() { String::new() } else { format!(", {}", place(&part.place, INDENT)) };
            let number = if summary.with_evidence { format!(" \\[{}\\]", n + 1) } else { String::new() };
            format!("{}{at}{number}", markdown(&part.citation, INDENT))
        })
        .collect();
    named.extend(unlisted(mentions));
    match named.len() {
        0 => expected.then(|| "No source given".to_owned()),
        1 => Some(format!("Source: {}", named.join("; "))),
        _ => Some(format!("Sources: {}", named.join("; "))),
    }
}

fn push(out: &mut String, indent: &str, lines: &[String]) {
    let gap = format!("\\\n{indent}{INDENT}");
    out.push_str(&format!("{indent}- {}\n", lines.join(&gap)));
}
