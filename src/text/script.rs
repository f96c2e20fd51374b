//! The direction of a paragraph, and characters that cannot be seen.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// The characters of `text` that a reader cannot see, each with its name, in order.
pub fn hidden_marks(text: &str) -> impl Iterator<Item = (Range<usize>, &'static str)> + '_ {
    text.char_indices()
        .filter_map(|(at, c)| Some((at..at + c.len_utf8(), hidden_name(c)?)))
}

/// Whether the first letter of a paragraph that has a direction is written from right to left (UAX #9, P2).
pub fn is_right_to_left(paragraph: &str) -> bool {
    paragraph
        .chars()
        .find(|&c| c.is_alphabetic() && !is_combining_mark(c))
        .is_some_and(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'))
}

fn hidden_name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{200b}' => "zero-width space",
        '\u{200c}' => "zero-width non-joiner",
        '\u{200d}' => "zero-width joiner",
        '\u{200e}' => "left-to-right mark",
        '\u{200f}' => "right-to-left mark",
        _ => return None,
    })
}
