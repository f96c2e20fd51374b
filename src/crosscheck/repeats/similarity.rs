//! How alike two passages are.

use std::collections::HashMap;

use super::word::Word;

/// The share of words that two passages have in common, each as often as it stands (the coefficient of Dice 1945).
pub(super) fn similarity(a: &[Word], b: &[Word]) -> f32 {
    if a == b {
        return 1.0;
    }
    let mut counts: HashMap<Word, u32> = HashMap::with_capacity(a.len());
    for word in a {
        *counts.entry(*word).or_default() += 1;
    }
    let mut common = 0_usize;
    for word in b {
        if let Some(count) = counts.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            common += 1;
        }
    }
    2.0 * common as f32 / (a.len() + b.len()).max(1) as f32
}
