//! Finding.

use std::ops::Range;

use regex::{Regex, RegexBuilder};

use super::grapheme::is_grapheme_boundary;
use super::position::clamp;
use super::word::is_word_boundary;

/// How the pattern of a [`Query`] is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The words themselves, anywhere.
    #[default]
    Plain,
    /// The words themselves, where they are not part of a longer word.
    WholeWord,
    /// A regular expression (syntax of the `regex` crate).
    Regex,
}

/// What to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// The words or the regular expression.
    pub pattern: String,
    /// How `pattern` is meant.
    pub mode: Mode,
    /// Whether capitals and small letters differ.
    pub match_case: bool,
}

/// Why a [`Query`] cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    /// There is nothing to look for.
    #[error("Type the words to look for.")]
    Empty,
    /// The regular expression has a mistake.
    #[error("The regular expression does not work: {message}")]
    Syntax {
        /// Where in the pattern, as a byte offset, if it is known.
        position: Option<usize>,
        /// What is wrong, in words.
        message: String,
    },
    /// The regular expression would need too much memory.
    #[error("The pattern is too large. Use a shorter one, or smaller repetition counts.")]
    TooLarge,
}

/// A [`Query`] made ready.
#[derive(Clone, Debug)]
pub struct Finder {
    regex: Regex,
    whole_word: bool,
}

impl Query {
    /// Makes the query ready for searching.
    pub fn compile(&self) -> Result<Finder, FindError> {
        if self.pattern.is_empty() {
            return Err(FindError::Empty);
        }
        let pattern = match self.mode {
            Mode::Regex => self.pattern.clone(),
            Mode::Plain | Mode::WholeWord => regex::escape(&self.pattern),
        };
        let regex = RegexBuilder::new(&pattern)
            .case_insensitive(!self.match_case)
            .multi_line(true)
            .size_limit(4 << 20)
            .build()
            .map_err(|error| FindError::Syntax {
                position: None,
                message: error.to_string(),
            })?;
        Ok(Finder {
            regex,
            whole_word: self.mode == Mode::WholeWord,
        })
    }
}

impl Finder {
    /// The hits that start at or after `from`, in order, never empty and never overlapping.
    pub fn find_in<'a>(
        &'a self,
        text: &'a str,
        from: usize,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut from = Some(clamp(text, from));
        std::iter::from_fn(move || {
            let hit = self.regex.find_at(text, from?)?.range();
            from = if hit.is_empty() {
                text.get(hit.end..)
                    .and_then(|rest| rest.chars().next())
                    .map(|c| hit.end + c.len_utf8())
            } else {
                Some(hit.end)
            };
            Some(hit)
        })
        .filter(|hit| !hit.is_empty())
        .filter(|hit| is_grapheme_boundary(text, hit.start) && is_grapheme_boundary(text, hit.end))
        .filter(|hit| {
            !self.whole_word
                || (is_word_boundary(text, hit.start) && is_word_boundary(text, hit.end))
        })
    }
}

/// The places where `quote` stands, in order.
pub fn find_quote(text: &str, quote: &str) -> Vec<Range<usize>> {
    let quote = quote.trim();
    if quote.is_empty() {
        return Vec::new();
    }
    text.match_indices(quote)
        .map(|(at, m)| at..at + m.len())
        .collect()
}
