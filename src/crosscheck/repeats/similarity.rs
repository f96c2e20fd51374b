//! How alike two passages are.

use super::word::Word;

/// The share of words that two passages have in common, each as often as it stands, from 0 to 1 (the coefficient of Dice 1945).
pub(super) fn similarity(a: &[Word], b: &[Word]) -> f32 {
    if a == b {
        return 1.0;
    }
    let sorted = |words: &[Word]| {
        let mut words = words.to_vec();
        words.sort_unstable();
        words
    };
    let (left, right) = (sorted(a), sorted(b));
    let mut right = right.iter().peekable();
    let mut common = 0_usize;
    for word in &left {
        while right.next_if(|other| *other < word).is_some() {}
        common += usize::from(right.next_if(|other| *other == word).is_some());
    }
    2.0 * common as f32 / (a.len() + b.len()).max(1) as f32
}
