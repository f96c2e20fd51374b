//! An article's text in CommonMark with its passages marked, and the notes.

use super::super::escape::{markdown_line, markdown_within};
use super::super::runs;
use super::super::sign::sign;
use super::super::{ArticlePart, Entry, Summary};
use super::{coverage, item, place, published};
use crate::text::position::slice;

pub(super) fn article(out: &mut String, summary: &Summary, n: usize, article: &ArticlePart) {
    out.push_str(&format!("### {}. {}{}\n\n", n + 1, markdown_line(&article.title), published(article)));
    if !article.url.is_empty() {
        out.push_str(&format!("{}\n\n", place(&article.url, "")));
    }
    out.push_str(&format!("Coverage: {}\n\n", coverage(article.coverage)));
    for signed in &article.signed {
        out.push_str(&format!("{}\n\n", signed.words(markdown_line)));
    }
    if !article.signed.is_empty() {
        out.push_str(&format!("Text that was signed: SHA-256 {}\n\n", article.id));
    }
    if !article.whole {
        out.push_str("Paragraphs of this article are missing in this copy of the project.\n\n");
    }
    let entries = summary.entries.get(article.entries.clone()).unwrap_or_default();
    for (n, runs) in runs::of_article(article, entries).iter().enumerate() {
        out.push_str(&format!("**¶ {}** ", n + 1));
        let mut after_number = false;
        runs.iter().for_each(|run| push_run(out, article, entries, run, &mut after_number));
        out.truncate(out.trim_end().len());
        out.push_str("\n\n");
    }
    if !entries.is_empty() {
        out.push_str("#### Notes\n\n");
        entries.iter().for_each(|entry| item::note(out, summary, entry));
        out.push('\n');
    }
}

fn push_run(out: &mut String, article: &ArticlePart, entries: &[Entry], run: &runs::Run, after_number: &mut bool) {
    let words = slice(&article.text, run.range.clone());
    if *after_number && run.starts == 0 && words.starts_with(char::is_alphanumeric) {
        out.push(' ');
    }
    (0..run.starts).for_each(|_| out.push('⟦'));
    out.push_str(&markdown_within(words));
    for entry in run.ends.iter().filter_map(|n| entries.get(*n)) {
        out.push_str(&format!("⟧{}{}", sign(entry.verdict), entry.number));
    }
    *after_number = !run.ends.is_empty();
}
