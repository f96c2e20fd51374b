//! Byte offsets that are always safe to use.
//!
//! Offsets come from files, from other programs and from pointer positions; any of them may lie beyond the end
//! or inside a character. Every function of this layer passes them through here first, so that no offset can
//! panic.

use std::ops::Range;

/// The offset itself if it is a character boundary of `text`, else the nearest boundary before it.
pub fn clamp(text: &str, byte: usize) -> usize {
    text.floor_char_boundary(byte)
}

/// Both ends of `range` clamped to `text`; a range that ends before it starts becomes empty at its start.
pub fn clamp_range(text: &str, range: Range<usize>) -> Range<usize> {
    let start = clamp(text, range.start);
    start..clamp(text, range.end).max(start)
}

/// The text of a range, clamped as by [`clamp_range`].
pub fn slice(text: &str, range: Range<usize>) -> &str {
    text.get(clamp_range(text, range)).unwrap_or_default()
}

/// The text before and after an offset.
pub fn split(text: &str, byte: usize) -> (&str, &str) {
    text.split_at_checked(clamp(text, byte)).unwrap_or((text, ""))
}

/// The character that ends at `byte`.
pub fn char_before(text: &str, byte: usize) -> Option<char> {
    split(text, byte).0.chars().next_back()
}

/// The character that starts at `byte`.
pub fn char_after(text: &str, byte: usize) -> Option<char> {
    split(text, byte).1.chars().next()
}

/// `range` moved by `by` bytes: from a place in a part to a place in the whole.
pub fn shift(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}
