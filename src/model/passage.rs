//! A passage: a place in an article's text, with the words that stand there.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::ArticleId;

/// How many characters before and after a passage are kept with it.
pub const CONTEXT_CHARS: usize = 32;

/// A byte range of an article's text, with the words themselves and up to [`CONTEXT_CHARS`] characters on either
/// side, so that the passage is found again in another version of the article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Passage {
    /// The article.
    pub article: ArticleId,
    /// Where it starts, in bytes of the article's text.
    pub start: usize,
    /// Where it ends, in bytes of the article's text.
    pub end: usize,
    /// The words marked.
    pub words: String,
    /// What stands before.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// What stands after.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
}

impl Passage {
    /// The passage at a byte range of an article's text; `None` where the range is empty, reversed, beyond the text
    /// or cuts a character.
    pub fn at(article: ArticleId, text: &str, range: Range<usize>) -> Option<Self> {
        let words = text.get(range.clone()).filter(|words| !words.is_empty())?;
        let before = text.get(..range.start)?;
        let from = before.char_indices().rev().take(CONTEXT_CHARS).last().map_or(range.start, |(at, _)| at);
        Some(Self {
            article,
            start: range.start,
            end: range.end,
            words: words.to_owned(),
            before: before.get(from..).unwrap_or_default().to_owned(),
            after: text.get(range.end..)?.chars().take(CONTEXT_CHARS).collect(),
        })
    }

    /// The byte range.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether the words really stand at the range of this text.
    pub fn stands_in(&self, text: &str) -> bool {
        self.start < self.end && text.get(self.range()) == Some(&self.words)
    }
}
