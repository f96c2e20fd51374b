//! Finding words in a text, the way a reader means them.
//!
//! A plain query becomes a regular expression in which every quotation mark, dash and space stands for all its
//! typographic variants, so that `don't` finds “don’t” and two reports that quote one sentence are both found.
//! The `regex` crate searches in linear time, without look-around and back-references; a pattern that would need
//! more than a few megabytes is refused. A hit that would cut a grapheme is passed over (`e` is not in “é”), and
//! so is an empty one.

mod error;
#[cfg(test)]
mod tests;

use std::ops::Range;

use regex::{Regex, RegexBuilder};
use unicode_normalization::UnicodeNormalization;

pub use self::error::FindError;
use super::grapheme::is_grapheme_boundary;
use super::position::{char_after, clamp};
use super::quotation::{Folded, fold_char, variants};
use super::word::is_word_boundary;

/// The most memory a compiled pattern may take, in bytes.
const PATTERN_MEMORY: usize = 8 << 20;

/// How the pattern of a [`Query`] is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The words themselves, anywhere.
    #[default]
    Plain,
    /// The words themselves, where they are not part of a longer word (UAX #29: “can” is not in “can’t”).
    WholeWord,
    /// A regular expression in the syntax of the `regex` crate; `^` and `$` are the ends of a paragraph.
    Regex,
}

/// What to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// The words, or the regular expression.
    pub pattern: String,
    /// How `pattern` is meant.
    pub mode: Mode,
    /// Whether capitals and small letters differ.
    pub match_case: bool,
}

/// A [`Query`] made ready. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Finder {
    regex: Regex,
    whole_word: bool,
}

impl Query {
    /// Makes the query ready for searching. Fails on an empty pattern, on a mistake in a regular expression, and on
    /// a pattern that is too large.
    pub fn compile(&self) -> Result<Finder, FindError> {
        if self.pattern.is_empty() {
            return Err(FindError::Empty);
        }
        let pattern = match self.mode {
            Mode::Regex => self.pattern.clone(),
            Mode::Plain | Mode::WholeWord => with_variants(&self.pattern),
        };
        let regex = build(&pattern, self.match_case).map_err(|error| FindError::new(error, &self.pattern))?;
        Ok(Finder { regex, whole_word: self.mode == Mode::WholeWord })
    }
}

impl Finder {
    /// The hits that start at or after `from`, in order; none is empty, none overlaps another, none cuts a grapheme.
    pub fn find_in<'a>(&'a self, text: &'a str, from: usize) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut next = Some(clamp(text, from));
        std::iter::from_fn(move || {
            let hit = self.regex.find_at(text, next?)?.range();
            next = if hit.is_empty() { char_after(text, hit.end).map(|c| hit.end + c.len_utf8()) } else { Some(hit.end) };
            Some(hit)
        })
        .filter(|hit| self.accepts(text, hit))
    }

    fn accepts(&self, text: &str, hit: &Range<usize>) -> bool {
        let fits = |byte| is_grapheme_boundary(text, byte) && (!self.whole_word || is_word_boundary(text, byte));
        !hit.is_empty() && fits(hit.start) && fits(hit.end)
    }
}

/// The places where `quote` stands, in order: the places where exactly these characters stand, or if there are none,
/// those that differ only in white space and in the variants of quotation marks, dashes and ellipses. Capitals count.
/// White space at the quote's ends does not.
pub fn find_quote(text: &str, quote: &str) -> Vec<Range<usize>> {
    let quote = quote.trim();
    if quote.is_empty() {
        return Vec::new();
    }
    let whole = |hit: &Range<usize>| is_grapheme_boundary(text, hit.start) && is_grapheme_boundary(text, hit.end);
    let exact: Vec<_> = occurrences(text, quote).filter(whole).collect();
    if !exact.is_empty() {
        return exact;
    }
    let folded = Folded::new(text);
    occurrences(folded.text(), Folded::new(quote).text()).map(|hit| folded.original(hit)).filter(whole).collect()
}

fn occurrences<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    text.match_indices(words).map(|(at, words)| at..at + words.len())
}

fn build(pattern: &str, match_case: bool) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern)
        .case_insensitive(!match_case)
        .multi_line(true)
        .size_limit(PATTERN_MEMORY)
        .dfa_size_limit(PATTERN_MEMORY)
        .build()
}

/// A regular expression for `words` in which each typographic mark stands for all its variants.
fn with_variants(words: &str) -> String {
    const ELLIPSIS: &str = r"(?:\.\.\.|…)";
    let mut pattern = String::with_capacity(words.len() * 2);
    // Composed, as an article's text is: what is typed or pasted may not be.
    let words: String = words.replace("...", "…").nfc().collect();
    for c in words.chars() {
        match variants(fold_char(c)) {
            _ if c == '…' => pattern.push_str(ELLIPSIS),
            Some(variants) => pattern.extend(["[", &regex::escape(variants), "]"]),
            None => pattern.push_str(&regex::escape(c.encode_utf8(&mut [0; 4]))),
        }
    }
    pattern
}
