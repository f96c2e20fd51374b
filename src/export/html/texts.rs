//! An article's text like a page, its passages underlined, its notes beside the paragraph in which they start.

use super::super::escape::{attribute, html};
use super::super::runs::{self, Run};
use super::super::sign::{class, label, sign};
use super::super::{ArticlePart, Entry, Summary};
use super::{bidi, coverage, item, place};
use crate::text::paragraph::{Block, block_kind};
use crate::text::position::slice;

pub(super) fn article(out: &mut String, summary: &Summary, n: usize, article: &ArticlePart) {
    out.push_str(&format!("<article class=\"article\" id=\"article{}\">\n<h3>{}</h3>\n", n + 1, bidi(&article.title)));
    let mut facts: Vec<String> =
        [&article.outlet, &article.date].into_iter().filter(|detail| !detail.is_empty()).map(|detail| bidi(detail)).collect();
    facts.extend((!article.url.is_empty()).then(|| place(&article.url)));
    facts.push(format!("coverage {}", coverage(article.coverage)));
    out.push_str(&format!("<p class=\"meta\">{}</p>\n", facts.join(" · ")));
    for signed in &article.signed {
        out.push_str(&format!("<p class=\"meta\">{}</p>\n", signed.words(bidi)));
    }
    if !article.signed.is_empty() {
        out.push_str(&format!("<p class=\"meta\">Text that was signed: SHA-256 {}</p>\n", article.id));
    }
    if !article.whole {
        out.push_str("<p class=\"meta\">Paragraphs of this article are missing in this copy of the project.</p>\n");
    }
    out.push_str("<div class=\"sheet\">\n");
    let entries = summary.entries.get(article.entries.clone()).unwrap_or_default();
    let mut rest = entries.iter().peekable();
    for (n, runs) in runs::of_article(article, entries).iter().enumerate() {
        paragraph(out, article, entries, n + 1, runs);
        notes(
            out,
            summary,
            std::iter::from_fn(|| rest.next_if(|entry| entry.place.as_ref().is_some_and(|place| place.paragraph <= n + 1))),
        );
        out.push_str("</div>\n");
    }
    let unplaced: Vec<&Entry> = rest.collect();
    if !unplaced.is_empty() {
        out.push_str("<div class=\"par\"><p class=\"meta\">Not found in the text:</p>");
        notes(out, summary, unplaced.into_iter());
        out.push_str("</div>\n");
    }
    out.push_str("</div>\n</article>\n");
}

fn paragraph(out: &mut String, article: &ArticlePart, entries: &[Entry], number: usize, runs: &[Run]) {
    let range = runs.first().map_or(0, |run| run.range.start)..runs.last().map_or(0, |run| run.range.end);
    let head = if block_kind(slice(&article.text, range)) == Block::Heading { " head" } else { "" };
    out.push_str(&format!(
        "<div class=\"par\"><span class=\"pn\" aria-hidden=\"true\">{number}</span><p class=\"text{head}\" lang=\"\" dir=\"auto\">"
    ));
    runs.iter().for_each(|run| push_run(out, article, entries, run));
    out.push_str("</p>\n");
}

fn push_run(out: &mut String, article: &ArticlePart, entries: &[Entry], run: &Run) {
    let words = html(slice(&article.text, run.range.clone()));
    let words = match run.dismissed {
        Some(reason) if !words.is_empty() => format!("<span class=\"off\" title=\"Dismissed: {}\">{words}</span>", reason.label()),
        _ => words,
    };
    match run.verdict {
        Some(verdict) if !words.is_empty() => {
            out.push_str(&format!("<mark class=\"{}\" title=\"{}\">{words}</mark>", class(verdict), attribute(&names(run))));
        }
        _ => out.push_str(&words),
    }
    for entry in run.ends.iter().filter_map(|n| entries.get(*n)) {
        let (class, sign, number, label) = (class(entry.verdict), sign(entry.verdict), entry.number, label(entry.verdict).to_lowercase());
        out.push_str(&format!(
            "<sup class=\"{class}\"><a href=\"#n{number}\" aria-label=\"note {number}, {label}\">{sign}{number}</a></sup>"
        ));
    }
}

/// “Notes 3, 12 and 4 more”.
fn names(run: &Run) -> String {
    let numbers: Vec<String> = run.numbers.iter().map(usize::to_string).collect();
    let noun = if numbers.len() + run.more == 1 { "Note" } else { "Notes" };
    let more = if run.more > 0 { format!(" and {} more", run.more) } else { String::new() };
    format!("{noun} {}{more}", numbers.join(", "))
}

fn notes<'a>(out: &mut String, summary: &Summary, entries: impl Iterator<Item = &'a Entry>) {
    let mut entries = entries.peekable();
    if entries.peek().is_none() {
        return;
    }
    out.push_str("<ol class=\"notes\">\n");
    entries.for_each(|entry| item::note(out, summary, entry));
    out.push_str("</ol>\n");
}
