//! Which words were removed and added between two versions of a piece of text: a correction against its passage,
//! a newer article against an older one.
//!
//! Words, white space and punctuation (UAX #29) are the units of a histogram diff. A space alone between two
//! changes is counted to both of them, so that “the red bus” → “a blue bus” reads as one change of two words
//! and not as two changes with an untouched space.

#[cfg(test)]
mod tests;

use imara_diff::{Algorithm, Diff, InternedInput, TokenSource};
use serde::{Deserialize, Serialize};
use unicode_segmentation::{UWordBounds, UnicodeSegmentation};

/// In which version the text of a [`Change`] stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// In both.
    Same,
    /// Only in the old one.
    Removed,
    /// Only in the new one.
    Added,
}

/// A piece of the comparison.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Change {
    /// In which version it stands.
    pub kind: ChangeKind,
    /// The words, with their spaces and punctuation; never empty.
    pub text: String,
}

/// The words of `old` and `new` side by side. The texts that are not [`ChangeKind::Added`] make up `old`, those
/// that are not [`ChangeKind::Removed`] make up `new`. Where something was replaced, the removal comes first.
pub fn word_diff(old: &str, new: &str) -> Vec<Change> {
    let input = InternedInput::new(Tokens(old), Tokens(new));
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_no_heuristic(&input);

    let mut merged = Merged::default();
    let (mut old_tokens, mut new_tokens) = (old.split_word_bounds(), new.split_word_bounds());
    let mut done = 0;
    for hunk in diff.hunks() {
        for _ in done..hunk.before.start {
            merged.same(old_tokens.next());
            new_tokens.next();
        }
        for _ in hunk.before.clone() {
            merged.removed(old_tokens.next());
        }
        for _ in hunk.after {
            merged.added(new_tokens.next());
        }
        done = hunk.before.end;
    }
    for token in old_tokens {
        merged.same(Some(token));
    }
    merged.finish()
}

/// The changes so far. `gap` is white space that stands in both versions and may yet turn out to lie between two
/// changes.
#[derive(Default)]
struct Merged {
    changes: Vec<Change>,
    removed: String,
    added: String,
    gap: String,
    same: String,
}

impl Merged {
    fn same(&mut self, token: Option<&str>) {
        let token = token.unwrap_or_default();
        let changing = !self.removed.is_empty() || !self.added.is_empty();
        if changing && token.chars().all(char::is_whitespace) {
            self.gap.push_str(token);
            return;
        }
        self.close_change();
        self.same.push_str(token);
    }

    fn removed(&mut self, token: Option<&str>) {
        self.open_change();
        self.removed.push_str(token.unwrap_or_default());
    }

    fn added(&mut self, token: Option<&str>) {
        self.open_change();
        self.added.push_str(token.unwrap_or_default());
    }

    fn open_change(&mut self) {
        push(&mut self.changes, ChangeKind::Same, &mut self.same);
        self.removed.push_str(&self.gap);
        self.added.push_str(&self.gap);
        self.gap.clear();
    }

    fn close_change(&mut self) {
        push(&mut self.changes, ChangeKind::Removed, &mut self.removed);
        push(&mut self.changes, ChangeKind::Added, &mut self.added);
        self.same.push_str(&self.gap);
        self.gap.clear();
    }

    fn finish(mut self) -> Vec<Change> {
        self.close_change();
        push(&mut self.changes, ChangeKind::Same, &mut self.same);
        self.changes
    }
}

fn push(changes: &mut Vec<Change>, kind: ChangeKind, text: &mut String) {
    if !text.is_empty() {
        let text = std::mem::take(text);
        changes.push(Change { kind, text });
    }
}

/// Words, white space and punctuation as the units that are compared.
struct Tokens<'a>(&'a str);

impl<'a> TokenSource for Tokens<'a> {
    type Token = &'a str;
    type Tokenizer = UWordBounds<'a>;

    fn tokenize(&self) -> Self::Tokenizer {
        self.0.split_word_bounds()
    }

    fn estimate_tokens(&self) -> u32 {
        u32::try_from(self.0.len() / 3).unwrap_or(u32::MAX)
    }
}
