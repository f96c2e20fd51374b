//! Which way the words of a paragraph run, and in what order they stand on a row (UAX #9, by `unicode-bidi`).
//!
//! A text under review must not be able to hide what it says. So the controls that *override* the direction of letters
//! turn nothing round here: they count as embeddings, and letters run the way their script runs. All other controls do
//! what UAX #9 says, but only where a paragraph has words that run from right to left; anywhere else there is nothing
//! that needs them, and the text stands in the order in which it is stored. The article view shows every one as a mark.

#[cfg(test)]
mod tests;

use unicode_bidi::data_source::{BidiDataSource, BidiMatchedOpeningBracket};
use unicode_bidi::{BidiClass, BidiInfo, HardcodedBidiData, Level, ParagraphBidiInfo};

use super::script::is_right_to_left_letter;

/// The direction of each part of a paragraph, as the levels of UAX #9: even ones run from left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directions {
    base: u8,
    /// For each byte; empty if all have the level of the base.
    levels: Vec<u8>,
}

impl Directions {
    /// The directions in a paragraph, or in a part of one, whose base direction is known.
    pub fn of(words: &str, right_to_left: bool) -> Self {
        let base = u8::from(right_to_left);
        if !right_to_left && !words.chars().any(is_right_to_left_letter) {
            return Self { base, levels: Vec::new() };
        }
        let level = if right_to_left { Level::rtl() } else { Level::ltr() };
        let found = ParagraphBidiInfo::new_with_data_source(&WithoutOverrides, words, Some(level));
        let mut levels: Vec<u8> = found.levels.iter().map(Level::number).collect();
        // Rule L1, its part for tabs. White space at the end of a row is the business of who breaks it.
        for (at, tab) in words.match_indices('\t') {
            let before = words.get(..at).map_or(at, |before| before.trim_end().len());
            levels.iter_mut().take(at + tab.len()).skip(before).for_each(|level| *level = base);
        }
        Self { base, levels }
    }

    /// The level of the paragraph: 0 if it runs from left to right, else 1.
    pub fn base(&self) -> u8 {
        self.base
    }

    /// The level of a byte.
    pub fn level(&self, byte: usize) -> u8 {
        self.levels.get(byte).copied().unwrap_or(self.base)
    }
}

/// Whether what has a level runs from right to left.
pub fn runs_left(level: u8) -> bool {
    level % 2 == 1
}

/// In which order the pieces of a row stand from left to right, by their levels in the order of the text (rule L2).
pub fn visual_order(levels: &[u8]) -> Vec<usize> {
    let levels: Vec<Level> = levels.iter().map(|level| Level::new(*level).unwrap_or(Level::ltr())).collect();
    BidiInfo::reorder_visual(&levels)
}

/// The classes of Unicode, with two changes: an override is an embedding, and nothing ends the paragraph but its end.
struct WithoutOverrides;

impl BidiDataSource for WithoutOverrides {
    fn bidi_class(&self, c: char) -> BidiClass {
        match HardcodedBidiData.bidi_class(c) {
            BidiClass::LRO => BidiClass::LRE,
            BidiClass::RLO => BidiClass::RLE,
            BidiClass::B => BidiClass::S,
            class => class,
        }
    }

    fn bidi_matched_opening_bracket(&self, c: char) -> Option<BidiMatchedOpeningBracket> {
        HardcodedBidiData.bidi_matched_opening_bracket(c)
    }
}

/// The character that stands for this one where a line runs from right to left: an opening bracket for a closing one
/// (rule L4). Others stand for themselves.
pub fn mirrored(c: char) -> char {
    const PAIRS: [(char, char); 26] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
        ('≤', '≥'),
        ('≪', '≫'),
        ('⁅', '⁆'),
        ('⁽', '⁾'),
        ('₍', '₎'),
        ('⌈', '⌉'),
        ('⌊', '⌋'),
        ('〈', '〉'),
        ('❨', '❩'),
        ('⟦', '⟧'),
        ('⟨', '⟩'),
        ('⟪', '⟫'),
        ('⦅', '⦆'),
        ('〈', '〉'),
        ('《', '》'),
        ('「', '」'),
        ('『', '』'),
        ('【', '】'),
        ('（', '）'),
        ('［', '］'),
    ];
    if c.is_ascii_alphanumeric() || c == ' ' {
        return c;
    }
    let pair = PAIRS.iter().find(|(open, close)| *open == c || *close == c);
    pair.map_or(c, |(open, close)| if *open == c { *close } else { *open })
}
