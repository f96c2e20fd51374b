//! The set of records: an append-only list of lines without doubles.
//!
//! The lines are kept as they were written, so that a record of a kind that this version does not know survives byte
//! for byte, and saving writes nothing anew. They lie in sealed chunks behind `Arc`: a snapshot for a worker thread
//! costs the chunks, not the lines. A record's number is its place in the order in which it arrived here; it means
//! nothing outside this set. The set knows nothing of what the records say.

use std::cmp::Ordering;
use std::hash::{BuildHasher, RandomState};
use std::ops::Range;
use std::sync::Arc;

use hashbrown::HashTable;

/// A chunk is sealed at this many lines…
const CHUNK_LINES: usize = 1024;
/// …or at this many bytes.
const CHUNK_BYTES: usize = 256 * 1024;

/// Lines that lie together.
#[derive(Clone, Debug, Default)]
struct Chunk {
    first: u32,
    text: String,
    ends: Vec<u32>,
}

impl Chunk {
    fn line(&self, n: u32) -> Option<&str> {
        let n = n.checked_sub(self.first)? as usize;
        let start = n.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(start as usize..*self.ends.get(n)? as usize)
    }

    fn lines(&self) -> impl Iterator<Item = &str> {
        (self.first..).map_while(|n| self.line(n))
    }

    fn is_full(&self) -> bool {
        self.ends.len() >= CHUNK_LINES || self.text.len() >= CHUNK_BYTES
    }
}

/// A snapshot of the set's lines that another thread can keep.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    sealed: Vec<Arc<Chunk>>,
    open: Chunk,
}

impl Lines {
    /// How many records there are.
    pub fn len(&self) -> usize {
        self.open.first as usize + self.open.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The line of a record by its number.
    pub fn get(&self, n: u32) -> Option<&str> {
        let after = self.sealed.partition_point(|chunk| chunk.first <= n);
        let sealed = after.checked_sub(1).and_then(|at| self.sealed.get(at)).and_then(|chunk| chunk.line(n));
        sealed.or_else(|| self.open.line(n))
    }

    /// All lines in the order of arrival.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.sealed.iter().map(Arc::as_ref).chain([&self.open]).flat_map(Chunk::lines)
    }

    /// All lines in the order of the file.
    pub fn sorted(&self) -> Vec<&str> {
        let mut lines: Vec<&str> = self.iter().collect();
        lines.sort_unstable_by(|a, b| line_order(a, b));
        lines
    }

    fn push(&mut self, line: &str) -> u32 {
        let n = self.len() as u32;
        self.open.text.push_str(line);
        self.open.ends.push(self.open.text.len() as u32);
        if self.open.is_full() {
            let next = Chunk { first: n + 1, ..Chunk::default() };
            self.sealed.push(Arc::new(std::mem::replace(&mut self.open, next)));
        }
        n
    }
}

/// A set of records, each known by its line.
#[derive(Clone, Debug, Default)]
pub struct RecordSet {
    lines: Lines,
    index: HashTable<u32>,
    hasher: RandomState,
    bytes: usize,
}

impl RecordSet {
    /// Adds a line; returns its number if it is new.
    pub fn insert(&mut self, line: &str) -> Option<u32> {
        let Self { lines, index, hasher, bytes } = self;
        let hash = hasher.hash_one(line);
        if index.find(hash, |n| lines.get(*n) == Some(line)).is_some() {
            return None;
        }
        let n = lines.push(line);
        *bytes += line.len();
        index.insert_unique(hash, n, |n| lines.get(*n).map_or(0, |line| hasher.hash_one(line)));
        Some(n)
    }

    /// Whether a line is in the set.
    pub fn contains(&self, line: &str) -> bool {
        let hash = self.hasher.hash_one(line);
        self.index.find(hash, |n| self.lines.get(*n) == Some(line)).is_some()
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What all lines together take, in bytes.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The lines, to read here.
    pub fn lines(&self) -> &Lines {
        &self.lines
    }

    /// The lines, to keep on another thread.
    pub fn snapshot(&self) -> Lines {
        self.lines.clone()
    }

    /// The numbers that records added from now on will have begin here.
    pub fn next(&self) -> u32 {
        self.len() as u32
    }

    /// The lines with these numbers.
    pub fn range(&self, numbers: Range<u32>) -> impl Iterator<Item = &str> {
        numbers.filter_map(|n| self.lines.get(n))
    }
}

/// The order of lines in the file: by their characters, but numbers by their value, so that paragraph 10 comes after
/// paragraph 9. It looks only at the spelling, so versions that know different kinds of records agree on it.
pub fn line_order(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let digits_before = a.iter().take(same).rev().take_while(|byte| byte.is_ascii_digit()).count();
    let from = same - digits_before;
    let number = |line: &[u8]| line.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let (digits_a, digits_b) = (number(a), number(b));
    if digits_a > 0 && digits_b > 0 {
        let value = |line: &[u8], digits: usize| {
            let zeros = line.iter().skip(from).take(digits).take_while(|byte| **byte == b'0').count();
            let value: Vec<u8> = line.iter().skip(from + zeros).take(digits - zeros).copied().collect();
            (value.len(), value)
        };
        let order = value(a, digits_a).cmp(&value(b, digits_b));
        if order.is_ne() {
            return order;
        }
    }
    a.cmp(b)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_sort_by_value_and_all_else_by_character() {
        for (less, more) in [
            ("n: 9, x", "n: 10, a"),
            ("n: 10", "n: 100"),
            ("n: 10, 2", "n: 10, 10"),
            ("Said(at: (999,", "Said(at: (1000,"),
            ("Said", "Text"),
            ("", "a"),
            ("a", "ab"),
            ("a1", "ab"),
            ("n: 007", "n: 7"),
            ("é9", "é10"),
        ] {
            assert_eq!(line_order(less, more), Ordering::Less, "{less} before {more}");
            assert_eq!(line_order(more, less), Ordering::Greater, "{more} after {less}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn the_order_is_an_order(a in "[0-9a-b]{0,6}", b in "[0-9a-b]{0,6}", c in "[0-9a-b]{0,6}") {
            prop_assert_eq!(line_order(&a, &b), line_order(&b, &a).reverse());
            prop_assert_eq!(line_order(&a, &b) == Ordering::Equal, a == b);
            if line_order(&a, &b).is_le() && line_order(&b, &c).is_le() {
                prop_assert!(line_order(&a, &c).is_le(), "{} {} {}", a, b, c);
            }
        }
    }

    #[test]
    fn a_set_keeps_each_line_once_and_in_its_bytes() {
        let mut set = RecordSet::default();
        let lines: Vec<String> = (0..5000).map(|n| format!("line {}", n % 3000)).chain(["x".repeat(CHUNK_BYTES * 2)]).collect();
        let new = lines.iter().filter(|line| set.insert(line).is_some()).count();
        assert_eq!((new, set.len()), (3001, 3001));
        assert!(lines.iter().all(|line| set.contains(line)));
        let kept: Vec<&str> = set.lines().iter().collect();
        let expected: Vec<&str> = lines.iter().take(3000).chain(lines.last()).map(String::as_str).collect();
        assert_eq!(kept, expected);
        assert_eq!(set.lines().get(2999), Some("line 2999"));
        assert_eq!(set.lines().get(3001), None);
    }
}
