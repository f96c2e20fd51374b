//! Which words of two stretches are the same, and which part of them is worth being called a repeat.
//!
//! Between the anchors of a chain, and for a little beyond its ends, the words are aligned by dynamic programming for the weightiest common
//! subsequence (Needleman & Wunsch 1970, without penalties). Of the alignment the *maximal scoring segments* are taken (Ruzzo & Tompa 1999, in linear
//! time): a common word earns, a word without partner costs, and a segment ends where going on would cost more than it could earn back. So the two
//! copied halves of a passage are one repeat if little stands between them, and two if much does.

use super::chain::Anchor;
use super::word::Word;

/// How far beyond the outermost anchors words are compared.
const BEYOND: usize = 20;

/// How far words that are the same are followed beyond the outermost anchors.
const FOLLOWED: usize = 512;

/// The words that are the same along a chain: pairs of numbers, rising in both.
pub(super) fn align(a: &[Word], b: &[Word], chain: &[Anchor]) -> Vec<Anchor> {
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else { return Vec::new() };
    let mut pairs = before(a, b, *first);
    for (from, to) in chain.iter().zip(chain.iter().skip(1)) {
        pairs.push(*from);
        common(a, b, (from.0 as usize + 1, from.1 as usize + 1), (to.0 as usize, to.1 as usize), &mut pairs);
    }
    pairs.push(*last);
    let (mut x, mut y) = (last.0 as usize + 1, last.1 as usize + 1);
    for _ in 0..FOLLOWED {
        if !is_same(a.get(x), b.get(y)) {
            break;
        }
        pairs.push((x as u32, y as u32));
        (x, y) = (x + 1, y + 1);
    }
    common(a, b, (x, y), ((x + BEYOND).min(a.len()), (y + BEYOND).min(b.len())), &mut pairs);
    pairs
}

/// The words that are the same before an anchor.
fn before(a: &[Word], b: &[Word], anchor: Anchor) -> Vec<Anchor> {
    let (mut x, mut y) = (anchor.0 as usize, anchor.1 as usize);
    let mut followed = Vec::new();
    while let (Some(left), Some(right)) = (x.checked_sub(1), y.checked_sub(1)) {
        if followed.len() >= FOLLOWED || !is_same(a.get(left), b.get(right)) {
            break;
        }
        followed.push((left as u32, right as u32));
        (x, y) = (left, right);
    }
    let mut pairs = Vec::new();
    common(a, b, (x.saturating_sub(BEYOND), y.saturating_sub(BEYOND)), (x, y), &mut pairs);
    pairs.extend(followed.into_iter().rev());
    pairs
}

/// The weightiest common subsequence of two short stretches.
fn common(a: &[Word], b: &[Word], from: (usize, usize), to: (usize, usize), pairs: &mut Vec<Anchor>) {
    let left = a.get(from.0..to.0).unwrap_or_default();
    let right = b.get(from.1..to.1).unwrap_or_default();
    if left.is_empty() || right.is_empty() {
        return;
    }
    let width = right.len() + 1;
    // `best[i * width + j]`: what the words from `i` and from `j` on have in common. The stretches beyond a chain need no heap.
    let mut short = [0_u32; (BEYOND + 1) * (BEYOND + 1)];
    let mut long = Vec::new();
    let size = (left.len() + 1) * width;
    let best = match short.get_mut(..size) {
        Some(short) => short,
        None => {
            long.resize(size, 0_u32);
            long.as_mut_slice()
        }
    };
    let at = |best: &[u32], i: usize, j: usize| best.get(i * width + j).copied().unwrap_or_default();
    for (i, word) in left.iter().enumerate().rev() {
        for (j, other) in right.iter().enumerate().rev() {
            let apart = at(best, i + 1, j).max(at(best, i, j + 1));
            let together = if word.stem() == other.stem() { at(best, i + 1, j + 1) + earns(*word) } else { 0 };
            if let Some(cell) = best.get_mut(i * width + j) {
                *cell = apart.max(together);
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    while let (Some(word), Some(other)) = (left.get(i), right.get(j)) {
        let value = at(best, i, j);
        if word.stem() == other.stem() && value == at(best, i + 1, j + 1) + earns(*word) {
            pairs.push(((from.0 + i) as u32, (from.1 + j) as u32));
            (i, j) = (i + 1, j + 1);
        } else if value == at(best, i + 1, j) {
            i += 1;
        } else {
            j += 1;
        }
    }
}

/// Whether there are two words of one stem.
fn is_same(a: Option<&Word>, b: Option<&Word>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.stem() == b.stem())
}

/// What a common word is worth.
fn earns(word: Word) -> u32 {
    word.halves() * if word.has_meaning() { 4 } else { 2 }
}

/// A maximal scoring segment while the pairs are gone through.
struct Segment {
    start: usize,
    end: usize,
    /// The sum of all scores before it, and at its end.
    before: i64,
    after: i64,
    /// The nearest earlier segment with a smaller sum before it.
    lower: Option<usize>,
}

/// The maximal scoring segments of an alignment: ranges of `pairs`, in order. A word without partner costs `cost` for each half word.
pub(super) fn segments(a: &[Word], b: &[Word], pairs: &[Anchor], cost: u32) -> Vec<std::ops::Range<usize>> {
    let mut found: Vec<Segment> = Vec::new();
    let mut sum = 0_i64;
    let mut previous: Option<Anchor> = None;
    for (nth, pair) in pairs.iter().enumerate() {
        let halves = |words: &[Word], from: u32, to: u32| -> u32 {
            words.get(from as usize..to as usize).unwrap_or_default().iter().map(|word| word.halves()).sum()
        };
        if let Some(last) = previous {
            let gap = halves(a, last.0 + 1, pair.0).max(halves(b, last.1 + 1, pair.1));
            sum -= i64::from(gap * cost);
        }
        previous = Some(*pair);
        let before = sum;
        sum += a.get(pair.0 as usize).map_or(0, |word| i64::from(earns(*word)));
        let mut segment = Segment { start: nth, end: nth + 1, before, after: sum, lower: None };
        loop {
            let mut lower = found.len().checked_sub(1);
            while let Some(at) = lower
                && let Some(other) = found.get(at)
                && other.before >= segment.before
            {
                lower = other.lower;
            }
            segment.lower = lower;
            match lower.and_then(|at| found.get(at)).filter(|other| other.after < segment.after) {
                Some(other) => {
                    segment.start = other.start;
                    segment.before = other.before;
                    found.truncate(lower.unwrap_or_default());
                }
                None => break,
            }
        }
        found.push(segment);
    }
    found.into_iter().map(|segment| segment.start..segment.end).collect()
}
