//! The summary as CommonMark: headings, lists, quotations and emphasis, no tables, no HTML.
//!
//! Every word of the project passes [`escape`](super::escape). In the annotated text a marked passage stands in
//! ⟦double brackets⟧, followed by the sign and the number of its note.

mod cross;
mod item;
mod texts;

use super::escape::{markdown, markdown_line, web_address};
use super::sign::{ALL, counted, grade, label, sign};
use super::{ArticlePart, Entry, EvidencePart, Share, Summary, chart};
use crate::model::Verdict;

pub(super) fn render(summary: &Summary) -> String {
    let mut out = String::new();
    head(&mut out, summary);
    corrections(&mut out, summary);
    list(&mut out, summary, "Disputed", Some(Verdict::Disputed), &summary.disputed);
    disagreements(&mut out, summary);
    list(&mut out, summary, "Verified", Some(Verdict::Verified), &summary.verified);
    if summary.with_unchecked {
        list(&mut out, summary, "Unchecked", None, &summary.unchecked);
    } else if summary.counts.unchecked > 0 {
        out.push_str(&format!(
            "## Unchecked\n\n{} without a verdict, not listed here.\n\n",
            counted(summary.counts.unchecked, "annotation")
        ));
    }
    unplaced(&mut out, summary);
    if let Some(part) = &summary.cross_check {
        cross::part(&mut out, part);
    }
    dismissed(&mut out, summary);
    if summary.with_texts {
        out.push_str("## Articles with notes\n\n");
        for (n, article) in summary.articles.iter().enumerate() {
            texts::article(&mut out, summary, n, article);
        }
    }
    if summary.with_evidence {
        evidence(&mut out, summary);
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

fn head(out: &mut String, summary: &Summary) {
    out.push_str(&format!("# {}\n\nReview summary, {}\n\n", markdown_line(&summary.title), markdown_line(&summary.made_at)));
    if let Some((first, last)) = &summary.judged {
        out.push_str(&format!("- Judgements: {} to {}\n", markdown_line(first), markdown_line(last)));
    }
    for reviewer in &summary.reviewers {
        let rulings = if reviewer.rulings > 0 { format!(", {}", counted(reviewer.rulings, "ruling")) } else { String::new() };
        let judgements = counted(reviewer.judgements, "judgement");
        out.push_str(&format!("- Reviewer: {}, {judgements}{rulings}\n", markdown_line(&reviewer.name)));
    }
    if let Some(words) = summary.blind_words(markdown_line) {
        out.push_str(&format!("\n{words}\n"));
    }
    let counts = summary.counts;
    out.push_str(&format!("\n## At a glance\n\n{}\n\n", counted(counts.total(), "annotation")));
    if counts.total() > 0 {
        out.push_str(&format!("`{}`\n\n", chart::text(counts)));
    }
    for verdict in ALL {
        out.push_str(&format!("- {} {}: {}\n", sign(verdict), label(verdict), counts.of(verdict)));
    }
    out.push_str(&format!("- Disagreements: {}\n", summary.disagreements.len()));
    out.push_str(&format!("\n## Coverage\n\nIn all: {}\n\n", coverage(summary.coverage)));
    for (n, article) in summary.articles.iter().enumerate() {
        let counts: Vec<String> = ALL.iter().map(|verdict| format!("{} {}", sign(*verdict), article.counts.of(*verdict))).collect();
        let signed: String = article.signed.iter().map(|signed| format!("\\\n   {}", signed.words(markdown_line))).collect();
        out.push_str(&format!(
            "{}. **{}**{}\\\n   {}\\\n   {}{signed}\n",
            n + 1,
            markdown_line(&article.title),
            published(article),
            counts.join(" · "),
            coverage(article.coverage)
        ));
    }
    out.push('\n');
}

/// “, Outlet, date”.
fn published(article: &ArticlePart) -> String {
    [&article.outlet, &article.date]
        .into_iter()
        .filter(|detail| !detail.is_empty())
        .map(|detail| format!(", {}", markdown_line(detail)))
        .collect()
}

fn coverage(share: Share) -> String {
    match share.percent() {
        Some(percent) => format!("{percent} % of the checkable sentences are done ({} of {})", share.done, share.total),
        None => "no checkable sentences".to_owned(),
    }
}

fn corrections(out: &mut String, summary: &Summary) {
    heading(out, "Corrections", summary.corrections.len());
    let mut last = None;
    for entry in summary.listed(&summary.corrections) {
        if last.replace(entry.severity) != Some(entry.severity) {
            let gap = if out.ends_with("\n\n") { "" } else { "\n" };
            out.push_str(&format!("{gap}### {}\n\n", grade(entry.severity)));
        }
        item::whole(out, summary, entry);
    }
    end(out, "None.");
}

fn heading(out: &mut String, title: &str, count: usize) {
    out.push_str(&format!("## {title} ({count})\n\n"));
}

/// Ends a list; one that stayed empty says so.
fn end(out: &mut String, empty: &str) {
    if out.ends_with("\n\n") {
        out.push_str(empty);
        out.push('\n');
    }
    out.push('\n');
}

fn list(out: &mut String, summary: &Summary, title: &str, verdict: Option<Verdict>, places: &[usize]) {
    heading(out, title, places.len());
    for entry in summary.listed(places) {
        item::whole(out, summary, entry);
    }
    end(out, "None.");
    if let Some(words) = super::among_corrections(summary, verdict) {
        out.push_str(&format!("{words}\n\n"));
    }
}

fn disagreements(out: &mut String, summary: &Summary) {
    heading(out, "Disagreements", summary.disagreements.len());
    for entry in summary.listed(&summary.disagreements) {
        item::disagreement(out, summary, entry);
    }
    end(out, "None.");
}

fn unplaced(out: &mut String, summary: &Summary) {
    if summary.unplaced.is_empty() && summary.homeless == 0 {
        return;
    }
    heading(out, "Not found in the text", summary.unplaced.len() + summary.homeless);
    summary.listed(&summary.unplaced).for_each(|entry| item::whole(out, summary, entry));
    if summary.homeless > 0 {
        out.push_str(&format!("- {} of articles that this copy of the project lacks\n", counted(summary.homeless, "annotation")));
    }
    out.push('\n');
}

fn dismissed(out: &mut String, summary: &Summary) {
    heading(out, "Dismissed", summary.dismissed.iter().map(|part| part.decided + part.proposed).sum());
    for part in &summary.dismissed {
        out.push_str(&format!("- {}\n", super::dismissed_words(part)));
    }
    end(out, "Nothing.");
}

fn evidence(out: &mut String, summary: &Summary) {
    heading(out, "Evidence", summary.evidence.len());
    for (n, part) in summary.evidence.iter().enumerate() {
        out.push_str(&piece_of_evidence(n + 1, part));
    }
    end(out, "None.");
}

fn piece_of_evidence(number: usize, part: &EvidencePart) -> String {
    let start = format!("{number}. ");
    let indent = " ".repeat(start.len());
    let mut out = format!("{start}{}{}", super::evidence_kind(part), markdown(&part.citation, &indent));
    if !part.place.is_empty() {
        out.push_str(&format!("\\\n{indent}{}", place(&part.place, &indent)));
    }
    if !part.consulted.is_empty() {
        out.push_str(&format!("\\\n{indent}Consulted {}", markdown_line(&part.consulted)));
    }
    out.push('\n');
    if !part.words.trim().is_empty() {
        let quote = format!("{indent}> ");
        out.push_str(&format!("\n{quote}{}\n\n", markdown(&part.words, &quote)));
    }
    out
}

/// A place: a link if it is a web address, else its words.
fn place(place: &str, indent: &str) -> String {
    web_address(place).map_or_else(|| markdown(place, indent), |address| format!("<{address}>"))
}

/// “in *Title*, paragraph 4”.
fn location(summary: &Summary, entry: &Entry) -> String {
    let title = summary.article_of(entry).map(|article| markdown_line(&article.title)).unwrap_or_default();
    match &entry.place {
        Some(place) => format!("*{title}*, paragraph {}", place.paragraph),
        None => format!("*{title}*, not found in the text"),
    }
}
