//! The words of a paragraph as the search for names needs them: with their shape and what parts them from the word before.
//!
//! Why not the words of [`crate::text::word`]: “Jean-Luc”, “O’Neill” and “al-Assad” are one word of a name each, and the sign before a word tells
//! whether a capital means anything there. Linear, one pass.

use std::ops::Range;

use crate::text::quotation::fold_char;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Begins with a small letter, or its script knows no capitals.
    Small,
    /// Begins with a capital: “Voss”, “al-Assad”, “d’Arc”.
    Capital,
    /// Several capitals and no small letter.
    Capitals,
    /// One capital alone: an initial, or “A”.
    Initial,
    /// Has a digit.
    Figure,
}

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Only white space.
    Space,
    /// A full stop, with or without white space.
    Point,
    /// A comma and white space.
    Comma,
    /// A round bracket opens after white space.
    Bracket,
    /// A possessive’s own sign, or anything else.
    Other,
}

/// A word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    /// In bytes of the article's text.
    pub start: usize,
    /// As written, without a possessive’s ending.
    pub text: &'a str,
    /// How it is written.
    pub shape: Shape,
    /// What stands before.
    pub gap: Gap,
    /// Whether a possessive’s ending was taken off.
    pub possessive: bool,
}

impl Token<'_> {
    /// In bytes of the article's text, without a possessive’s ending.
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Whether it can be a word of a name.
    pub(super) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Capitals | Shape::Initial)
    }
}

/// The form in which words are compared for being the same word: small letters, plain apostrophes and hyphens.
pub(super) fn plain(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    word.chars().map(fold_char).flat_map(char::to_lowercase).collect()
}

/// The words of `paragraph`, which starts at byte `offset` of its text.
pub(super) fn tokens(paragraph: &str, offset: usize) -> Vec<Token<'_>> {
    let mut found = Vec::with_capacity(paragraph.len() / 6);
    let mut chars = paragraph.char_indices().peekable();
    let mut end = 0;
    while let Some((start, first)) = chars.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        let mut stop = start + first.len_utf8();
        while let Some((at, c)) = chars.next_if(|(at, c)| belongs(paragraph, *at, *c)) {
            stop = at + c.len_utf8();
        }
        let (Some(word), Some(before)) = (paragraph.get(start..stop), paragraph.get(end..start)) else { continue };
        let text = without_possessive(word);
        found.push(Token { start: offset + start, text, shape: shape(text), gap: gap(before), possessive: text.len() < word.len() });
        end = stop;
    }
    found
}

/// Whether a character after a word's first still belongs to it: a letter, or one sign before a letter.
fn belongs(paragraph: &str, at: usize, c: char) -> bool {
    if c.is_alphanumeric() || ('\u{300}'..'\u{370}').contains(&c) {
        return true;
    }
    let joins = matches!(c, '\'' | '’' | '-' | '\u{2010}' | '\u{2011}');
    joins && paragraph.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric)
}

/// “Voss’s” and “VOSS’S” are “Voss”. The ending of “Ross’” stands outside the word already.
fn without_possessive(word: &str) -> &str {
    let stem = word.strip_suffix(['s', 'S']).and_then(|stem| stem.strip_suffix(['\'', '’']));
    stem.filter(|stem| !stem.is_empty()).unwrap_or(word)
}

fn shape(word: &str) -> Shape {
    let (mut letters, mut small, mut capitals) = (0_usize, 0_usize, 0_usize);
    for c in word.chars() {
        if c.is_numeric() {
            return Shape::Figure;
        }
        letters += usize::from(c.is_alphabetic());
        small += usize::from(c.is_lowercase());
        capitals += usize::from(c.is_uppercase());
    }
    let first = word.chars().next().is_some_and(char::is_uppercase);
    // “I’m”, “Don’t”, “They’ve”.
    let tail = word.rsplit(['\'', '’']).next().filter(|tail| tail.len() < word.len());
    if tail.is_some_and(|tail| matches!(tail, "m" | "t" | "d" | "re" | "ve" | "ll")) {
        return Shape::Small;
    }
    match (first, small) {
        (true, 0) if letters == 1 => Shape::Initial,
        (true, 0) if capitals > 1 => Shape::Capitals,
        (true, _) => Shape::Capital,
        // “al-Assad”, “d’Arc”, but not “pro-European” or “mid-October”.
        (false, _) if capitals > 0 => {
            let head = word.split(['-', '’', '\'']).next().unwrap_or_default();
            let part =
                matches!(head, "al" | "el" | "ad" | "an" | "ar" | "as" | "ash" | "at" | "ul" | "d" | "l" | "de" | "bin" | "abu" | "ibn");
            if part { Shape::Capital } else { Shape::Small }
        }
        (false, _) => Shape::Small,
    }
}

fn gap(before: &str) -> Gap {
    if before == " " {
        return Gap::Space;
    }
    let mut signs = before.chars().filter(|c| !c.is_whitespace());
    match (signs.next(), signs.next()) {
        (None, _) if before.is_empty() => Gap::Other,
        (None, _) => Gap::Space,
        (Some('.'), None) => Gap::Point,
        (Some(','), None) => Gap::Comma,
        (Some('('), None) => Gap::Bracket,
        _ => Gap::Other,
    }
}
