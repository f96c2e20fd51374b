//! Where annotations and dismissals stand in one article: an index by place that an edit updates and never rebuilds.
//!
//! Intervals lie in bins of doubling-by-eight sizes, each in the smallest bin that holds it whole, so that a question
//! about a stretch of text looks into a few bins per size (the binning scheme of Kent et al., “The Human Genome Browser
//! at UCSC”, Genome Research 2002). Beside it a sorted set answers “next” and “previous”. It does not know verdicts.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The smallest bin holds 2⁹ = 512 bytes.
const SMALLEST: u32 = 9;
/// Each larger size holds 2³ = 8 of the next smaller.
const STEP: u32 = 3;
/// The largest bin holds everything.
const LARGEST: u32 = 63;

/// The things of one bin, with their byte ranges.
type Bin<K> = Vec<(Range<usize>, K)>;

/// What stands at byte ranges of an article: annotations by their identifier, or dismissals.
#[derive(Clone, Debug, Default)]
pub struct Places<K> {
    bins: BTreeMap<(u32, usize), Bin<K>>,
    order: BTreeSet<(usize, Reverse<usize>, K)>,
    /// The sizes of bins that were ever used, a bit each: the others need no look.
    sizes: u64,
}

fn bin(range: &Range<usize>) -> (u32, usize) {
    let last = range.end.saturating_sub(1).max(range.start);
    let size = (SMALLEST..LARGEST).step_by(STEP as usize).find(|size| range.start >> size == last >> size);
    let size = size.unwrap_or(LARGEST);
    (size, range.start >> size)
}

impl<K: Copy + Ord + Default> Places<K> {
    /// Adds one at a byte range.
    pub fn insert(&mut self, range: Range<usize>, id: K) {
        if self.order.insert((range.start, Reverse(range.end), id)) {
            let key = bin(&range);
            self.sizes |= 1 << key.0;
            self.bins.entry(key).or_default().push((range, id));
        }
    }

    /// Takes one out from the byte range where it was put.
    pub fn remove(&mut self, range: &Range<usize>, id: K) {
        if !self.order.remove(&(range.start, Reverse(range.end), id)) {
            return;
        }
        let key = bin(range);
        if let Some(bin) = self.bins.get_mut(&key) {
            bin.retain(|(at, other)| (at, *other) != (range, id));
            if bin.is_empty() {
                self.bins.remove(&key);
            }
        }
    }

    /// Those that share at least one byte with the range, in the order of the text: by start, the longer first.
    pub fn overlapping(&self, range: Range<usize>) -> Vec<(Range<usize>, K)> {
        let mut found: Vec<_> = self.unordered(range).collect();
        found.sort_unstable_by_key(|(at, id)| (at.start, Reverse(at.end), *id));
        found
    }

    /// Those that share at least one byte with the range, in no order: for who sorts by something else.
    pub fn unordered(&self, range: Range<usize>) -> impl Iterator<Item = (Range<usize>, K)> {
        let used = if range.is_empty() { 0 } else { self.sizes };
        let sizes = (SMALLEST..=LARGEST).step_by(STEP as usize).filter(move |size| used >> size & 1 == 1);
        let (start, end) = (range.start, range.end);
        let bins = sizes.flat_map(move |size| {
            let (first, last) = (start >> size, end.saturating_sub(1) >> size);
            self.bins.range((size, first)..=(size, last)).flat_map(|(_, bin)| bin)
        });
        bins.filter(move |(at, _)| at.start < end && start < at.end).cloned()
    }

    /// Those at a byte, the smallest first.
    pub fn at(&self, byte: usize) -> Vec<K> {
        let mut found = self.overlapping(byte..byte.saturating_add(1));
        found.sort_by_key(|(at, id)| (at.len(), *id));
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// All in the order of the text.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Range<usize>, K)> {
        self.order.iter().map(|(start, Reverse(end), id)| (*start..*end, *id))
    }

    /// Those that come after a place in the order of the text: after `(range, id)`, or from a byte on.
    pub fn after(&self, range: &Range<usize>, id: Option<K>) -> impl Iterator<Item = (Range<usize>, K)> {
        let all = |(start, Reverse(end), id): &(usize, Reverse<usize>, K)| (*start..*end, *id);
        let from = match id {
            Some(id) => std::ops::Bound::Excluded((range.start, Reverse(range.end), id)),
            None => std::ops::Bound::Included((range.start, Reverse(usize::MAX), K::default())),
        };
        self.order.range((from, std::ops::Bound::Unbounded)).map(all)
    }

    /// Those that come before a place, the nearest first.
    pub fn before(&self, range: &Range<usize>, id: Option<K>) -> impl Iterator<Item = (Range<usize>, K)> {
        let all = |(start, Reverse(end), id): &(usize, Reverse<usize>, K)| (*start..*end, *id);
        let to = (range.start, Reverse(id.map_or(usize::MAX, |_| range.end)), id.unwrap_or_default());
        self.order.range(..to).rev().map(all)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::AnnotationId;
    use super::*;

    fn id(n: usize) -> AnnotationId {
        AnnotationId::new(0, n as u128)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn it_answers_like_a_plain_search(
            ranges in prop::collection::vec((0usize..20_000, 1usize..20_000), 0..60),
            gone in prop::collection::vec(any::<prop::sample::Index>(), 0..20),
            (from, length) in (0usize..25_000, 0usize..6_000),
        ) {
            let mut places = Places::default();
            let mut plain: Vec<(Range<usize>, AnnotationId)> =
                ranges.iter().enumerate().map(|(n, (start, length))| (*start..start + length, id(n))).collect();
            for (range, id) in &plain {
                places.insert(range.clone(), *id);
            }
            for index in gone {
                if plain.is_empty() { break }
                let (range, id) = plain.remove(index.index(plain.len()));
                places.remove(&range, id);
            }
            plain.sort_by_key(|(at, id)| (at.start, Reverse(at.end), *id));
            let asked = from..from + length;
            let expected: Vec<_> = plain.iter().filter(|(at, _)| !asked.is_empty() && at.start < asked.end && asked.start < at.end).cloned().collect();
            prop_assert_eq!(places.overlapping(asked), expected);
            prop_assert_eq!(places.iter().collect::<Vec<_>>(), plain.clone());
            for (n, (range, id)) in plain.iter().enumerate() {
                prop_assert_eq!(places.after(range, Some(*id)).next(), plain.get(n + 1).cloned());
                prop_assert_eq!(places.before(range, Some(*id)).next(), n.checked_sub(1).and_then(|n| plain.get(n).cloned()));
            }
        }
    }

    #[test]
    fn the_smallest_at_a_byte_comes_first() {
        let mut places = Places::default();
        for (n, range) in [0..100_000, 40..60, 45..50, 50..51].into_iter().enumerate() {
            places.insert(range, id(n));
        }
        assert_eq!(places.at(47), [id(2), id(1), id(0)]);
        assert_eq!(places.at(50), [id(3), id(1), id(0)]);
        assert_eq!(places.at(100_000), []);
    }
}
