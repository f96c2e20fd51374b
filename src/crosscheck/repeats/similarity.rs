//! How alike two passages are.

use super::word::Word;

/// The share of words that two passages have in common, each as often as it stands, from 0 to 1 (the coefficient of Dice 1945).
pub(super) fn similarity(a: &[Word], b: &[Word]) -> f32 {
    if a == b { 1.0 } else { dice(a.to_vec(), b.to_vec()) }
}

/// The same for their stems.
pub(super) fn similarity_of_stems(a: &[Word], b: &[Word]) -> f32 {
    let stems = |words: &[Word]| words.iter().map(|word| word.stem()).collect();
    if a == b { 1.0 } else { dice(stems(a), stems(b)) }
}

fn dice<T: Ord>(mut left: Vec<T>, mut right: Vec<T>) -> f32 {
    left.sort_unstable();
    right.sort_unstable();
    let mut others = right.iter().peekable();
    let mut common = 0_usize;
    for one in &left {
        while others.next_if(|other| *other < one).is_some() {}
        common += usize::from(others.next_if(|other| *other == one).is_some());
    }
    2.0 * common as f32 / (left.len() + right.len()).max(1) as f32
}
