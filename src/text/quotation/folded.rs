//! A folded text that remembers where it came from.

use std::ops::Range;

use super::fold_char;

/// A text in plain forms, as [`super::fold`] makes it, with every run of white space (also line breaks) as one space:
/// to find in it what is typed with other marks and other spaces, and to say where it stands in the original.
#[derive(Clone, Debug)]
pub struct Folded {
    text: String,
    /// Where the distance between folded and original offsets changes: (folded, original), both rising.
    shifts: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds a text. Costs its length, and memory for it and for every character whose plain form has another length.
    pub fn new(original: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(original.len()), shifts: Vec::new() };
        let mut distance = 0_usize;
        let mut in_space = false;
        for (at, c) in original.char_indices() {
            match c {
                c if c.is_whitespace() => {
                    if !in_space {
                        folded.text.push(' ');
                    }
                }
                '…' => folded.text.push_str("..."),
                c => folded.text.push(fold_char(c)),
            }
            in_space = c.is_whitespace();
            let end = at + c.len_utf8();
            // A plain form is never longer than the character, so the distance only grows.
            let now = end.saturating_sub(folded.text.len());
            if now != distance {
                distance = now;
                folded.shifts.push((folded.text.len(), end));
            }
        }
        folded
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The range of the original that a range of the folded text stands for. A space at its end stands for
    /// the whole run of white space; a range that cuts an ellipsis may cut a character of the original.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        self.offset(range.start)..self.offset(range.end)
    }

    fn offset(&self, folded: usize) -> usize {
        let next = self.shifts.partition_point(|&(at, _)| at <= folded);
        match next.checked_sub(1).and_then(|last| self.shifts.get(last)) {
            Some(&(at, original)) => original + (folded - at),
            None => folded,
        }
    }
}
