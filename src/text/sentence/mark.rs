//! The marks that may end a sentence, and the marks that close after them.

use crate::text::position::{char_before, slice, split};
use crate::text::quotation::{is_closing_mark, is_opening_mark};

/// What sort of mark stands at a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// One `.`.
    FullStop,
    /// `…`, or several points.
    Ellipsis,
    /// Anything with `!` or `?` in it.
    Exclamation,
    /// A mark of a script that needs no space after it: `。`, `！`, `।`.
    Wide,
    /// A line break inside the paragraph.
    LineBreak,
}

/// A run of marks that may end a sentence.
#[derive(Debug)]
pub(super) struct Mark {
    pub kind: MarkKind,
    pub start: usize,
    pub end: usize,
}

/// The marks that close right after a [`Mark`].
#[derive(Debug)]
pub(super) struct Closing {
    start: usize,
    pub end: usize,
    /// Whether a quotation mark is among them.
    pub quote: bool,
}

/// Whether a sentence may end at this character.
pub(super) fn is_candidate(c: char) -> bool {
    c == '.' || (c.is_ascii() && matches!(c, '!' | '?')) || is_line_break(c) || is_wide(c) || is_exclamation(c) || c == '…'
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_exclamation(c: char) -> bool {
    matches!(c, '!' | '?' | '؟' | '‼' | '⁇' | '⁈' | '⁉' | '‽')
}

/// CJK, Devanagari, Urdu, Armenian and Ethiopic marks.
fn is_wide(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '।' | '॥' | '۔' | '։' | '።')
}

impl Mark {
    /// The mark that starts at `start`, where a candidate stands.
    pub fn at(text: &str, start: usize) -> Self {
        let rest = split(text, start).1;
        let Some(first) = rest.chars().next() else {
            return Self { kind: MarkKind::LineBreak, start, end: start };
        };
        if is_line_break(first) {
            return Self { kind: MarkKind::LineBreak, start, end: start + first.len_utf8() };
        }
        let length = rest.find(|c| !is_candidate(c) || is_line_break(c)).unwrap_or(rest.len());
        let run = slice(rest, 0..length);
        let kind = if run.contains(is_wide) {
            MarkKind::Wide
        } else if run.contains(is_exclamation) {
            MarkKind::Exclamation
        } else if run == "." {
            MarkKind::FullStop
        } else {
            MarkKind::Ellipsis
        };
        Self { kind, start, end: start + length }
    }

    /// Whether this is an omission in brackets, as in “it […] was late”.
    pub fn opens_bracket(&self, text: &str) -> bool {
        self.kind == MarkKind::Ellipsis && matches!(char_before(text, self.start), Some('[' | '(' | '{'))
    }

    /// Whether a word of at least two small letters stands before, in no address.
    pub fn follows_small_word(&self, text: &str) -> bool {
        let before = split(text, self.start).0;
        let mut letters = 0;
        for c in before.chars().rev() {
            match c {
                c if c.is_lowercase() => letters += 1,
                c if c.is_whitespace() || is_opening_mark(c) => return letters >= 2,
                _ => return false,
            }
        }
        letters >= 2
    }
}

impl Closing {
    /// The closing marks from `start` on: quotation marks, brackets, emphasis of Markdown, the number of a note, and in French a guillemet after a space.
    pub fn at(text: &str, start: usize) -> Self {
        let mut closing = Self { start, end: start, quote: false };
        while let Some(length) = closing.next_length(text) {
            closing.end += length;
        }
        closing
    }

    /// Whether nothing closes here.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    fn next_length(&mut self, text: &str) -> Option<usize> {
        let rest = split(text, self.end).1;
        let mut chars = rest.chars();
        let first = chars.next()?;
        let second = chars.next();
        let wordless = !second.is_some_and(char::is_alphanumeric);
        if is_closing_mark(first) && (wordless || !is_typographic_opening(first)) {
            self.quote = true;
            return Some(first.len_utf8());
        }
        if matches!(first, ')' | ']' | '}' | '）' | '］' | '｝' | '】' | '〕' | '*' | '_' | '†' | '‡' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
        {
            return Some(first.len_utf8());
        }
        if first == '[' {
            let digits = rest.bytes().skip(1).take(4).take_while(u8::is_ascii_digit).count();
            let closed = rest.as_bytes().get(digits + 1) == Some(&b']');
            return (digits > 0 && closed).then_some(digits + 2);
        }
        let guillemet = second.filter(|c| matches!(c, '»' | '›'))?;
        let spaced = matches!(first, ' ' | '\u{a0}' | '\u{202f}');
        let ends = !chars.next().is_some_and(char::is_alphanumeric);
        (spaced && ends).then(|| {
            self.quote = true;
            first.len_utf8() + guillemet.len_utf8()
        })
    }
}

/// Closing marks that open in some other language, so that a letter right after them means that they open.
fn is_typographic_opening(c: char) -> bool {
    is_opening_mark(c) && !matches!(c, '"' | '\'')
}
