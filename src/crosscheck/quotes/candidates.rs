//! Which wordings are worth laying side by side.
//!
//! How: an inverted index of features (single words, and pairs of neighbouring words that carry meaning); two wordings that share a rare pair, or two
//! rare words, are candidates. This is the filtering of text-reuse detection (Smith, Cordell and Mullen 2015, “Computational methods for uncovering reprinted
//! texts”). Features that stand in many wordings tell nothing and are passed over, so the work grows with the number of quotations, never with its square.
//!
//! Where it stops working: two wordings that share only common words are not found.

use std::collections::HashMap;

use super::unit::SINGLE;

/// A pair of words that stands in more wordings tells nothing.
const COMMON_PAIR: usize = 40;

/// A word that stands in more wordings tells nothing.
const COMMON_WORD: usize = 14;

/// Pairs of wordings, by index, the smaller first, that share enough features; in order. `short` says whether a wording has at most one word that carries
/// meaning, so that this word alone is enough.
pub fn candidates(features: &[&[u32]], short: impl Fn(usize) -> bool) -> Vec<(u32, u32)> {
    let mut index: Vec<(u32, u32)> = Vec::new();
    for (wording, all) in features.iter().enumerate() {
        index.extend(all.iter().map(|feature| (*feature, wording as u32)));
    }
    index.sort_unstable();
    let mut shared: HashMap<(u32, u32), u32> = HashMap::new();
    for run in index.chunk_by(|a, b| a.0 == b.0) {
        let Some((feature, _)) = run.first() else { continue };
        let single = feature & SINGLE != 0;
        if run.len() < 2 || run.len() > (if single { COMMON_WORD } else { COMMON_PAIR }) {
            continue;
        }
        let worth = if single { 1 } else { 2 };
        for (at, (_, a)) in run.iter().enumerate() {
            for (_, b) in run.iter().skip(at + 1) {
                *shared.entry((*a, *b)).or_default() += worth;
            }
        }
    }
    let enough = |(a, b): (u32, u32), count: u32| count >= 2 || short(a as usize) || short(b as usize);
    let mut found: Vec<(u32, u32)> = shared.into_iter().filter(|(pair, count)| enough(*pair, *count)).map(|(pair, _)| pair).collect();
    found.sort_unstable();
    found
}
