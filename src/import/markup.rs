//! Remains of HTML and Markdown, brought to what a reader saw.
//!
//! Why: `<u>`, `**` and `&amp;` would stand in the middle of quotations, which then differ between two reports of one speech.
//!
//! How: [`inline`] drops marks and keeps words; it is repeated until nothing changes, since marks come nested (`&amp;quot;`). So an import of what was
//! imported changes nothing. An image that stands alone stays as it is, as a paragraph that can be proposed as dismissed.
//!
//! What it does not do: it is no parser of HTML or Markdown. Whatever is not surely a mark stays: `a < b`, `2 * 3 * 4`, `snake_case`, `* * *`. Of a link its
//! words stay and its address goes. A backslash before a mark is dropped, but does not protect the mark.

mod emphasis;
mod entities;
mod inline;
#[cfg(test)]
mod tests;

use super::encoding;
use crate::crosscheck::boilerplate::is_image_mark;

/// Marks nested deeper than this are hostile, and stay.
const DEEPEST: usize = 16;

/// The reading text of `paragraphs`, joined by `\n`.
pub(super) fn reading_text(paragraphs: &[String]) -> String {
    let mut text = String::with_capacity(paragraphs.iter().map(|paragraph| paragraph.len() + 1).sum());
    for paragraph in paragraphs {
        let mut settled = once(paragraph);
        for _ in 1..DEEPEST {
            let again = once(&settled);
            if again == settled {
                break;
            }
            settled = again;
        }
        if !settled.is_empty() {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&settled);
        }
    }
    text
}

/// Drops the marks of each line of `text` once. A line may become several, or none.
fn once(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for line in text.split('\n') {
        let line = single_spaced(line);
        let words = without_block_marks(&line);
        if is_image_mark(words) {
            push_line(&mut result, words);
        } else if words.contains(['<', '&', '[', '\\', '*', '_']) {
            let without = emphasis::without(&inline::without(words));
            for part in encoding::nfc(&without).split('\n') {
                push_line(&mut result, &single_spaced(part));
            }
        } else {
            push_line(&mut result, words);
        }
    }
    result
}

fn push_line(text: &mut String, line: &str) {
    // Characters without width alone would be a paragraph that nobody can see.
    if line.chars().all(|character| character.is_whitespace() || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}')) {
        return;
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}

/// Without white space at the ends, and with one space for each run of it; a single no-break space within the line stays one.
fn single_spaced(line: &str) -> String {
    let mut result = String::with_capacity(line.len());
    let mut pending = None;
    for character in line.trim().chars() {
        if character.is_whitespace() {
            let first = pending.is_none() && character != '\t';
            pending = Some(if first { character } else { ' ' });
        } else {
            result.extend(pending.take());
            result.push(character);
        }
    }
    result
}

/// A line without `#`, `>` before it; empty if it is a rule or an underline (`---`, `===`, `___`).
pub(super) fn without_block_marks(line: &str) -> &str {
    let mut words = line.trim();
    loop {
        let before = words;
        let quoted = words.trim_start_matches('>');
        if quoted.len() < words.len() && (quoted.is_empty() || quoted.starts_with(' ')) {
            words = quoted.trim_start();
        }
        let heading = words.trim_start_matches('#');
        if (1..=6).contains(&(words.len() - heading.len())) && (heading.is_empty() || heading.starts_with(' ')) {
            let inner = heading.trim();
            let closed = inner.trim_end_matches('#');
            words = if closed.is_empty() || closed.ends_with(' ') { closed.trim_end() } else { inner };
        }
        if words.len() == before.len() {
            break;
        }
    }
    let rule = ["-", "=", "_"].iter().any(|mark| words.len() > 2 && words.trim_matches(|c| mark.contains(c)).is_empty());
    if rule { "" } else { words }
}

/// Whether a line begins an item of a list: `- `, `* `, `• `, `1. `, `2) `.
pub(super) fn is_item(line: &str) -> bool {
    let numbered = line.trim_start_matches(|character: char| character.is_ascii_digit());
    let figures = line.len() - numbered.len();
    ["- ", "* ", "+ ", "• ", "– ", "— ", "· "].iter().any(|mark| line.starts_with(mark))
        || ((1..=3).contains(&figures) && (numbered.starts_with(". ") || numbered.starts_with(") ")))
}
