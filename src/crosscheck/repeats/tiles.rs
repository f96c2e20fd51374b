//! How much of a sentence stands in another one in pieces, in whatever order.
//!
//! *Greedy string tiling* (Wise 1993), as it was used to tell which reports are made of agency copy (Clough, Gaizauskas, Piao & Wilks 2002, “METER”):
//! the longest run of words that both have is laid as a tile, then the longest of what is left, until no run is long enough. No word belongs to two
//! tiles, so a phrase that stands twice in one sentence and once in the other counts once. Words count by their stems, function words too: who
//! tells a thing anew shares the names, who copies it shares “by the merger of two smaller”.
//!
//! It takes time of the product of the lengths for each tile, so it is for single sentences.

use super::word::Word;

/// Shorter runs are phrases of the language.
const TILE: usize = 3;

/// Longer stretches are not looked at.
const LONGEST: usize = 120;

/// How many words of two sentences lie in tiles, in each of them.
pub(super) fn tiled(one: &[Word], other: &[Word]) -> usize {
    if one.len().max(other.len()) > LONGEST {
        return 0;
    }
    let mut laid = (vec![false; one.len()], vec![false; other.len()]);
    let mut words = 0;
    while let Some((x, y, length)) = longest(one, other, &laid) {
        laid.0.iter_mut().skip(x).take(length).for_each(|word| *word = true);
        laid.1.iter_mut().skip(y).take(length).for_each(|word| *word = true);
        words += length;
    }
    words
}

/// The longest run of words that both have and no tile holds: where it starts, and how long it is.
fn longest(one: &[Word], other: &[Word], laid: &(Vec<bool>, Vec<bool>)) -> Option<(usize, usize, usize)> {
    // How long the run is that ends at each word of the other sentence and the word before this one.
    let mut runs = vec![0; other.len() + 1];
    let mut best: Option<(usize, usize, usize)> = None;
    for (x, (word, taken)) in one.iter().zip(&laid.0).enumerate() {
        let mut before = 0;
        for (y, (same, used)) in other.iter().zip(&laid.1).enumerate() {
            let run = if !taken && !used && word.stem() == same.stem() { before + 1 } else { 0 };
            if let Some(cell) = runs.get_mut(y + 1) {
                before = std::mem::replace(cell, run);
            }
            if run >= TILE && best.is_none_or(|(_, _, length)| run > length) {
                best = Some((x + 1 - run, y + 1 - run, run));
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::tiled;
    use crate::crosscheck::repeats::word::Word;

    #[test]
    fn words_in_runs_of_three_count_wherever_they_stand() {
        let words = |text: &str| -> Vec<Word> { text.split(' ').map(Word::of).collect() };
        for (one, other, expected) in [
            ("formed by the merger of two firms", "it was formed by the merger of two firms", 7),
            ("in the three valleys it owns forty boats", "it owns forty boats in the three valleys", 8),
            ("the boats of the harbour", "the harbour and the boats", 0),
            ("three grey boats and three grey boats", "three grey boats", 3),
            ("", "three grey boats", 0),
        ] {
            assert_eq!(tiled(&words(one), &words(other)), expected, "{one} / {other}");
        }
    }
}
