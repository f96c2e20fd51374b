//! Copying from the article: the words alone, or as a quotation that says where they stand.

use std::ops::Range;

use super::App;
use crate::model::Article;
use crate::text::paragraph::paragraphs;
use crate::text::position::slice;

impl App {
    /// Puts the selected words into the clipboard.
    pub(super) fn copy(&mut self) {
        self.copied = self.selected_words().or(self.copied.take());
    }

    /// The selected words as they are copied.
    pub fn selected_words(&self) -> Option<String> {
        self.open_article().zip(self.selection.clone()).map(|(article, range)| words(article, range))
    }

    /// Puts the selected words, else the passage in hand, into the clipboard as a quotation.
    pub(super) fn copy_quotation(&mut self) {
        let selected = || self.article.zip(self.selection.clone());
        let place = selected().or_else(|| self.session.project().place(self.in_hand?));
        let Some((article, range)) = place.and_then(|(id, range)| Some((self.session.project().article(id)?, range))) else { return };
        self.copied = Some(quotation(article, range));
        self.announcement.say("Copied as a quotation");
    }
}

/// The words of a range, exactly, its paragraphs parted by a blank line.
pub(super) fn words(article: &Article, range: Range<usize>) -> String {
    slice(article.text(), range).replace('\n', "\n\n")
}

/// The words in quotation marks, and below them what they are quoted from: title, outlet, date, paragraphs, address.
fn quotation(article: &Article, range: Range<usize>) -> String {
    let title = article.title().trim();
    let (first, last) = numbers(article.text(), &range);
    let place = if first == last { format!("paragraph {first}") } else { format!("paragraphs {first}–{last}") };
    let details = [title, article.outlet(), article.date(), &place, article.url()];
    let details: Vec<&str> = details.into_iter().map(str::trim).filter(|detail| !detail.is_empty()).collect();
    format!("“{}”\n— {}", words(article, range), details.join(", "))
}

/// The paragraphs in which a range starts and ends, counted from 1 as the summary counts them.
fn numbers(text: &str, range: &Range<usize>) -> (usize, usize) {
    let number = |byte: usize| paragraphs(text).take_while(|paragraph| paragraph.start <= byte).count().max(1);
    (number(range.start), number(range.end.saturating_sub(1).max(range.start)))
}
