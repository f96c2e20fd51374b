//! Paragraphs, and what kind of block each is.
//!
//! Plain text says nothing about its structure, so the kind is judged from the paragraph alone: a heading is
//! short, has no end punctuation and starts like a headline; a list item starts with a bullet or a number.
//! Everything else is body text, also what is no prose at all (an address, a date line, a name in braces).
//! Whether such a line is part of the article is a question for the importer, not for this module.
//!
//! A caption or a truncated sentence without its full stop cannot be told from a heading; it is taken for one.

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::position::{slice, split};
use super::quotation::{is_closing_mark, is_opening_mark};
use super::sentence::prose_sentences;

/// The longest heading, in bytes and in words.
const HEADING_BYTES: usize = 220;
const HEADING_WORDS: usize = 26;

/// The longest date line, in bytes.
const DATE_BYTES: usize = 64;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// The article's title, or a heading between its parts.
    Heading,
    /// One point of a list.
    ListItem,
    /// Anything else.
    Body,
}

/// The paragraphs of a text, in order, each without its `\n`. The empty text has one empty paragraph.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split('\n').map(move |paragraph| {
        let range = start..start + paragraph.len();
        start = range.end + 1;
        range
    })
}

/// The paragraph that `byte` is in, without its `\n`; a `\n` belongs to the paragraph it ends. Costs only that
/// paragraph.
pub fn paragraph_at(text: &str, byte: usize) -> Range<usize> {
    let (before, after) = split(text, byte);
    let start = memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |newline| newline + 1);
    let end = before.len() + memchr::memchr(b'\n', after.as_bytes()).unwrap_or(after.len());
    start..end
}

/// What kind of block a paragraph is. Looks at its ends, and reads it only if it is short enough for a heading.
pub fn block_kind(paragraph: &str) -> Block {
    if list_marker(paragraph).is_some() {
        Block::ListItem
    } else if is_heading(paragraph.trim()) {
        Block::Heading
    } else {
        Block::Body
    }
}

/// The bytes of the bullet or number at the start of a list item, with the white space after it.
pub fn list_marker(paragraph: &str) -> Option<Range<usize>> {
    let rest = paragraph.trim_start();
    let lead = paragraph.len() - rest.len();
    let mut chars = rest.chars();
    let marker = match chars.next()? {
        first if is_bullet(first) => first.len_utf8(),
        first if first.is_ascii_alphanumeric() => {
            let number = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
            let point = rest.as_bytes().get(number.max(1))?;
            match (number, point) {
                (0, b')') => 2,
                (1..=3, b'.' | b')') => number + 1,
                _ => return None,
            }
        }
        _ => return None,
    };
    let after = slice(rest, marker..rest.len());
    let gap = after.len() - after.trim_start().len();
    (gap > 0 && gap < after.len()).then(|| lead..lead + marker + gap)
}

/// Whether a paragraph is one web address and nothing else.
pub fn is_bare_url(paragraph: &str) -> bool {
    let mut words = paragraph.split_whitespace();
    let first = words.next().unwrap_or_default().trim_matches(['<', '>', '(', ')', '[', ']']);
    words.next().is_none() && (first.contains("://") || first.starts_with("www."))
}

/// Whether a paragraph is a date, perhaps with a weekday and a time, and nothing else.
pub fn is_date_line(paragraph: &str) -> bool {
    if paragraph.len() > DATE_BYTES {
        return false;
    }
    let mut digits = false;
    let mut other = false;
    let mut named = false;
    for word in paragraph.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let number = word.trim_end_matches(char::is_alphabetic);
        let ordinal = matches!(word.get(number.len()..), Some("" | "st" | "nd" | "rd" | "th" | "am" | "pm" | "AM" | "PM" | "T" | "Z"));
        if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) && ordinal {
            digits = true;
        } else if is_date_word(word) {
            named = true;
        } else {
            other = true;
        }
    }
    let parts = paragraph.contains(['-', '/', '.', ':']);
    digits && !other && (named || parts)
}

fn is_heading(paragraph: &str) -> bool {
    if paragraph.is_empty() || paragraph.len() > HEADING_BYTES {
        return false;
    }
    let bare = paragraph.trim_end_matches(|c| is_closing_mark(c) || matches!(c, ')' | ']' | '*'));
    let ends_open = bare.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '°' | '+' | '$' | '€' | '£'));
    let question = bare.ends_with('?') && is_title_case(bare);
    let opened = paragraph.trim_start_matches(|c| is_opening_mark(c) || matches!(c, '¿' | '¡' | '[' | '#' | '*' | ' ' | '$' | '€' | '£'));
    let starts = opened.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase()) || starts_with_brand(opened);
    starts
        && (ends_open || question)
        && paragraph.split_whitespace().count() <= HEADING_WORDS
        && paragraph.contains(char::is_alphabetic)
        && !paragraph.contains(is_machine_mark)
        && !paragraph.contains("://")
        && !paragraph.contains("www.")
        && !is_date_line(paragraph)
        && prose_sentences(paragraph).len() == 1
}

/// A small letter followed by a capital: “iPhone”.
fn starts_with_brand(paragraph: &str) -> bool {
    let mut chars = paragraph.chars();
    chars.next().is_some_and(char::is_lowercase) && chars.next().is_some_and(char::is_uppercase)
}

/// Whether most of the longer words have a capital.
fn is_title_case(line: &str) -> bool {
    let long = line.split_whitespace().filter(|word| word.chars().count() > 3);
    let (capitals, all) = long.fold((0, 0), |(capitals, all), word| {
        let capital = word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
        (capitals + usize::from(capital), all + 1)
    });
    all >= 2 && capitals * 4 >= all * 3
}

fn is_bullet(c: char) -> bool {
    matches!(c, '-' | '*' | '•' | '‣' | '◦' | '▪' | '▫' | '●' | '○' | '■' | '□' | '·' | '⁃' | '→' | '►' | '▸')
}

/// Marks of addresses, user names and markup, which no headline has.
fn is_machine_mark(c: char) -> bool {
    matches!(c, '@' | '{' | '}' | '<' | '>' | '|' | '\\' | '=' | '_' | '\n')
}

fn is_date_word(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "january" | "february" | "march" | "april" | "may" | "june" | "july" | "august" | "september" | "october"
            | "november" | "december" | "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct"
            | "nov" | "dec" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | "mon"
            | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "am" | "pm" | "at" | "et" | "est" | "edt" | "gmt" | "utc" | "of"
            | "updated" | "published"
            // German, Spanish, French
            | "januar" | "februar" | "märz" | "mai" | "juni" | "juli" | "oktober" | "dezember" | "montag" | "dienstag"
            | "mittwoch" | "donnerstag" | "freitag" | "samstag" | "sonntag" | "uhr" | "enero" | "febrero" | "marzo"
            | "abril" | "mayo" | "junio" | "julio" | "agosto" | "septiembre" | "octubre" | "noviembre" | "diciembre" | "de"
            | "janvier" | "février" | "mars" | "avril" | "juin" | "juillet" | "août" | "septembre" | "octobre"
            | "novembre" | "décembre" | "le"
    )
}
