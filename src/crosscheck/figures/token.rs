//! The pieces of a sentence that figures are read from: words, runs of digits and single marks.
//!
//! A run of digits keeps the points, commas, colons and thin spaces inside it, because which of them part thousands depends on the language.
//! Hyphens part words, so that “74-metre” is a number and a unit; whether white space stands before a piece is kept.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::position::slice;

/// What a piece is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Letters, with apostrophes and digits inside.
    Word,
    /// Digits, with points, commas, colons and thin spaces inside.
    Digits,
    /// Any other character.
    Mark,
}

/// A piece of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    pub shape: Shape,
    pub text: &'a str,
    /// In lower case, with straight apostrophes, without “’s”.
    pub lower: Cow<'a, str>,
    /// In bytes of the text that the sentence was cut from.
    pub start: usize,
    /// Whether white space stands before it.
    pub spaced: bool,
}

impl Token<'_> {
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub fn is_word(&self) -> bool {
        self.shape == Shape::Word
    }

    pub fn is_digits(&self) -> bool {
        self.shape == Shape::Digits
    }

    /// Whether it is this mark; dashes of any length are one mark.
    pub fn is_mark(&self, mark: char) -> bool {
        self.shape == Shape::Mark && self.text.chars().next().is_some_and(|c| c == mark || (mark == '-' && is_dash(c)))
    }

    pub fn is_capitalised(&self) -> bool {
        self.is_word() && self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '−')
}

/// The pieces of `range` of `text`. Takes time linear in the range.
pub(super) fn tokens(text: &str, range: Range<usize>) -> Vec<Token<'_>> {
    let sentence = slice(text, range.clone());
    let mut found = Vec::with_capacity(sentence.len() / 5);
    let mut rest = sentence;
    let mut spaced = true;
    while let Some(first) = rest.chars().next() {
        let shape = if first.is_ascii_digit() {
            Shape::Digits
        } else if first.is_alphabetic() {
            Shape::Word
        } else {
            Shape::Mark
        };
        let length = match shape {
            Shape::Digits => digits_length(rest),
            Shape::Word => word_length(rest),
            Shape::Mark => first.len_utf8(),
        };
        let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        if first.is_whitespace() {
            spaced = true;
        } else {
            let start = range.start + sentence.len() - rest.len();
            let lower = if shape == Shape::Word { lower(piece) } else { Cow::Borrowed(piece) };
            found.push(Token { shape, text: piece, lower, start, spaced });
            spaced = false;
        }
        rest = after;
    }
    found
}

fn word_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = is_apostrophe(c) && at > 0 && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !c.is_alphanumeric() && !joins && !matches!(c, '²' | '³' | '\u{300}'..='\u{36f}') {
            return at;
        }
    }
    rest.len()
}

fn digits_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '.' | ',' | ':' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’')
            && chars.peek().is_some_and(|(_, next)| next.is_ascii_digit())
            && (!c.is_whitespace() && !is_apostrophe(c) || three_digits(rest, at + c.len_utf8()));
        if !c.is_ascii_digit() && !joins {
            return at;
        }
    }
    rest.len()
}

/// Whether exactly three digits stand at `at`: what white space or an apostrophe may part from the thousands.
fn three_digits(rest: &str, at: usize) -> bool {
    let digits = rest.bytes().skip(at).take(4).take_while(u8::is_ascii_digit).count();
    digits == 3
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn lower(word: &str) -> Cow<'_, str> {
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    if bare.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(bare);
    }
    Cow::Owned(bare.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase).collect())
}
