//! An annotation as an item of a list, and as a note beside its article's text.

use super::super::escape::{clipped, html, shortened, web_address};
use super::super::evidence::unlisted;
use super::super::sign::{class, grade, label, sign};
use super::super::{Entry, Mention, Summary, Voice};
use super::{bidi, numbered, place};
use crate::model::{Severity, Verdict};
use crate::text::diff::{ChangeKind, word_diff};

/// Passages and corrections that are longer together, in bytes, are not compared word by word.
const COMPARED: usize = 4_000;

/// The corrections, under a heading for each severity.
pub(super) fn corrections(out: &mut String, summary: &Summary) {
    if summary.corrections.is_empty() {
        out.push_str("<p class=\"none\">None.</p>\n");
    }
    let mut last = None;
    for entry in summary.listed(&summary.corrections) {
        if last.replace(entry.severity) != Some(entry.severity) {
            if !out.ends_with("</h2>\n") {
                out.push_str("</ul>\n");
            }
            let heading = grade(entry.severity);
            out.push_str(&format!("<h3 class=\"grade\">{heading}</h3>\n<ul class=\"items\">\n"));
        }
        whole(out, summary, entry);
    }
    if last.is_some() {
        out.push_str("</ul>\n");
    }
}

/// Everything about an annotation: what to do, why, on what it rests, where it is, who says so.
pub(super) fn whole(out: &mut String, summary: &Summary, entry: &Entry) {
    open(out, summary, entry);
    out.push_str(&statement(entry));
    out.push_str(&sources(summary, &entry.sources, entry.verdict.is_some()));
    let backing = backing(entry).map(|backing| format!(" · {backing}")).unwrap_or_default();
    out.push_str(&format!("<p class=\"meta\">{} · {}{backing}</p>{}</div></li>\n", location(summary, entry), facts(entry), remarks(entry)));
}

/// A disagreement: the passage, and under it who says what.
pub(super) fn disagreement(out: &mut String, summary: &Summary, entry: &Entry) {
    open(out, summary, entry);
    out.push_str(&format!(
        "<p class=\"say\">{}</p><p class=\"meta\">{}</p><ul class=\"voices\">",
        quote(&entry.passage),
        location(summary, entry)
    ));
    for said in std::iter::once(entry).chain(summary.listed(&entry.same)) {
        let of =
            if said.passage == entry.passage { String::new() } else { format!("<p class=\"dim\">Said of {}</p>", quote(&said.passage)) };
        for voice in &said.voices {
            out.push_str(&format!("<li>{}{of}{}</li>", voice_words(voice), sources(summary, &voice.sources, false)));
        }
    }
    out.push_str("</ul></div></li>\n");
}

/// The note beside an article's text: short, because the lists say the rest.
pub(super) fn note(out: &mut String, summary: &Summary, entry: &Entry) {
    let (class, number, sign, label) = (class(entry.verdict), entry.number, sign(entry.verdict), label(entry.verdict));
    let mut words = vec![format!("<span class=\"sg {class}\" title=\"{label}\">{sign} {number}</span>")];
    let why = if entry.reason.is_empty() { String::new() } else { format!("<span class=\"why\">{}</span>", bidi(&entry.reason)) };
    if entry.correction.is_empty() {
        words.push(in_quotes(&html(&clipped(&entry.passage))));
    } else {
        let (old, new) = compared(&entry.passage, &entry.correction);
        words.push(format!("{old} <span class=\"k\">→</span> {new}"));
    }
    words.push(why);
    words.push(numbers(summary, &entry.sources));
    let backing: Vec<String> = entry.backed_by().into_iter().map(|(name, _)| bidi(name)).collect();
    words.push(if backing.is_empty() { String::new() } else { format!("<span class=\"k\">{}</span>", backing.join(", ")) });
    words.retain(|words| !words.is_empty());
    out.push_str(&format!("<li class=\"{class}\" id=\"n{number}\">{}{}</li>\n", words.join(" "), remarks(entry)));
}

/// The sources as numbers in the list of evidence; as words where there is no list.
fn numbers(summary: &Summary, mentions: &[Mention]) -> String {
    if !summary.with_evidence {
        return sources(summary, mentions, false);
    }
    let number = |mention: &Mention| match mention {
        Mention::Listed(n) => Some(format!("<a class=\"k\" href=\"#e{0}\">[{0}]</a>", n + 1)),
        Mention::Confidential | Mention::Missing => None,
    };
    let unlisted = unlisted(mentions).into_iter().map(|words| format!("<span class=\"k\">[{words}]</span>"));
    mentions.iter().filter_map(number).chain(unlisted).collect::<Vec<_>>().join(" ")
}

fn open(out: &mut String, summary: &Summary, entry: &Entry) {
    let target = summary.with_texts.then_some("n");
    out.push_str(&format!("<li class=\"item {}\">{}<div>", class(entry.verdict), numbered(entry, target)));
}

/// What to change, or what is wrong, or the passage; and why.
fn statement(entry: &Entry) -> String {
    let why = |word: &str| match entry.reason.as_str() {
        "" => String::new(),
        reason => format!("<p class=\"why\">{word}{}</p>", bidi(reason)),
    };
    if !entry.correction.is_empty() {
        let (old, new) = compared(&entry.passage, &entry.correction);
        return format!(
            "<p class=\"say\"><span class=\"k\">Change</span> {old} <span class=\"k\">to</span> {new}</p>{}",
            why("<span class=\"k\">because:</span> ")
        );
    }
    match entry.verdict {
        Some(Verdict::Erroneous) => {
            format!(
                "<p class=\"say\"><span class=\"k\">Wrong:</span> {}</p>{}",
                quote(&entry.passage),
                why("<span class=\"k\">Why:</span> ")
            )
        }
        _ => format!("<p class=\"say\">{}</p>{}", quote(&entry.passage), why("")),
    }
}

/// The passage and its correction in quotation marks, with the words that go and come.
fn compared(passage: &str, correction: &str) -> (String, String) {
    if passage.len() + correction.len() > COMPARED {
        return (quote(passage), quote(correction));
    }
    let (mut old, mut new) = (String::new(), String::new());
    for change in word_diff(passage, correction) {
        let words = html(&change.text);
        match change.kind {
            ChangeKind::Same => {
                old.push_str(&words);
                new.push_str(&words);
            }
            ChangeKind::Removed => old.push_str(&format!("<del>{words}</del>")),
            ChangeKind::Added => new.push_str(&format!("<ins>{words}</ins>")),
        }
    }
    (in_quotes(&old), in_quotes(&new))
}

fn quote(words: &str) -> String {
    in_quotes(&html(&shortened(words)))
}

fn in_quotes(inner: &str) -> String {
    format!("<span class=\"q\"><i>“</i><bdi lang=\"\">{inner}</bdi><i>”</i></span>")
}

fn location(summary: &Summary, entry: &Entry) -> String {
    let title = summary.article_of(entry).map(|article| bidi(&article.title)).unwrap_or_default();
    match &entry.place {
        Some(place) => format!("<cite>{title}</cite>, paragraph {}", place.paragraph),
        None => format!("<cite>{title}</cite>, not found in the text"),
    }
}

fn facts(entry: &Entry) -> String {
    let kind = entry.kind.label().to_lowercase();
    // Among the corrections stand annotations of every verdict; elsewhere the heading says it.
    if entry.correction.is_empty() && entry.verdict != Some(Verdict::Erroneous) && entry.place.is_some() {
        return format!("{kind}{}", severity(entry.verdict, entry.severity));
    }
    format!("<span class=\"tag\">{}{}</span>, {kind}", label(entry.verdict), severity(entry.verdict, entry.severity))
}

/// “, serious”, where the verdict makes it worth saying.
fn severity(verdict: Option<Verdict>, severity: Severity) -> String {
    match (verdict, severity) {
        (Some(Verdict::Erroneous | Verdict::Disputed), Severity::Serious | Severity::Minor) => {
            format!(", {}", severity.label().to_lowercase())
        }
        _ => String::new(),
    }
}

fn backing(entry: &Entry) -> Option<String> {
    let backing: Vec<String> = entry.backed_by().into_iter().map(|(name, at)| format!("{}, {}", bidi(name), html(at))).collect();
    let ruled = if entry.ruling.is_some() { "ruled by " } else { "" };
    (!backing.is_empty()).then(|| format!("{ruled}{}", backing.join("; ")))
}

/// That reviewers disagree, or whom a ruling overruled.
fn remarks(entry: &Entry) -> String {
    if entry.disagreement {
        return "<p class=\"more\">Reviewers disagree: see <a href=\"#disagreements\">Disagreements</a></p>".to_owned();
    }
    let overruled = |voice: &Voice| format!("<div class=\"more\">Overruled: {}</div>", voice_words(voice));
    entry.dissent().map(overruled).collect()
}

fn voice_words(voice: &Voice) -> String {
    let mut words = format!(
        "<p><b>{}</b> <span class=\"sg {}\">{} {}</span>{} <span class=\"dim\">{}</span></p>",
        bidi(&voice.reviewer),
        class(voice.verdict),
        sign(voice.verdict),
        label(voice.verdict),
        severity(voice.verdict, voice.severity),
        html(&voice.changed)
    );
    if !voice.correction.is_empty() {
        words.push_str(&format!("<p><span class=\"k\">Change to</span> {}</p>", in_quotes(&html(&voice.correction))));
    }
    if !voice.note.is_empty() {
        words.push_str(&format!("<p class=\"why\">{}</p>", bidi(&voice.note)));
    }
    words
}

/// The sources on a line of their own; that there is none, if that is worth saying.
fn sources(summary: &Summary, mentions: &[Mention], expected: bool) -> String {
    let listed = mentions.iter().filter_map(|mention| match mention {
        Mention::Listed(n) => Some((n + 1, summary.evidence.get(*n)?)),
        Mention::Confidential | Mention::Missing => None,
    });
    let mut named: Vec<String> = listed
        .map(|(number, part)| {
            let number = if summary.with_evidence { format!(" <a href=\"#e{number}\">[{number}]</a>") } else { String::new() };
            // The list of evidence has the addresses.
            let at = Some(part.place.as_str()).filter(|at| !at.is_empty() && (!summary.with_evidence || web_address(at).is_none()));
            let at = at.map(|at| format!(", {}", place(at))).unwrap_or_default();
            format!("{}{at}{number}", bidi(&part.citation))
        })
        .collect();
    named.extend(unlisted(mentions));
    match named.len() {
        0 if expected => "<p class=\"src\">No source given</p>".to_owned(),
        0 => String::new(),
        1 => format!("<p class=\"src\">Source: {}</p>", named.concat()),
        _ => format!("<p class=\"src\">Sources: {}</p>", named.join("; ")),
    }
}
