//! The set of records: an append-only list of lines without doubles.
//!
//! The lines are kept as they were written, so that a record of a kind that this version does not know survives byte
//! for byte, and saving writes nothing anew. They lie in sealed chunks behind `Arc`: a snapshot for a worker thread
//! costs the chunks, not the lines. A record's number is its place in the order in which it arrived here; it means
//! nothing outside this set. The set knows nothing of what the records say, but for redactions: a line that one names
//! is removed, and refused from then on, whichever of the two came first.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::ops::Range;
use std::sync::Arc;

use hashbrown::HashTable;

use super::{Record, RecordHash, What};

/// A chunk is sealed at this many lines…
const CHUNK_LINES: usize = 1024;
/// …or at this many bytes.
const CHUNK_BYTES: usize = 256 * 1024;

/// Lines that lie together. A line that was removed leaves an empty one, so that the others keep their numbers.
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

    fn end(&self) -> u32 {
        self.first + self.ends.len() as u32
    }

    fn without(&self, gone: &BTreeSet<u32>) -> Self {
        let mut kept = Self { first: self.first, ..Self::default() };
        for (n, line) in (self.first..).zip(self.lines()) {
            kept.text.push_str(if gone.contains(&n) { "" } else { line });
            kept.ends.push(kept.text.len() as u32);
        }
        kept
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
    removed: usize,
}

impl Lines {
    /// How many records there are.
    pub fn len(&self) -> usize {
        self.open.end() as usize - self.removed
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The line of a record by its number.
    pub fn get(&self, n: u32) -> Option<&str> {
        let after = self.sealed.partition_point(|chunk| chunk.first <= n);
        let sealed = after.checked_sub(1).and_then(|at| self.sealed.get(at)).and_then(|chunk| chunk.line(n));
        sealed.or_else(|| self.open.line(n)).filter(|line| !line.is_empty())
    }

    /// All lines in the order of arrival.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.numbered().map(|(_, line)| line)
    }

    /// All lines with their numbers, in the order of arrival.
    pub fn numbered(&self) -> impl Iterator<Item = (u32, &str)> {
        let chunks = self.sealed.iter().map(Arc::as_ref).chain([&self.open]);
        chunks.flat_map(|chunk| (chunk.first..).zip(chunk.lines())).filter(|(_, line)| !line.is_empty())
    }

    /// All lines in the order of the file.
    pub fn sorted(&self) -> Vec<&str> {
        let mut lines: Vec<&str> = self.iter().collect();
        lines.sort_unstable_by(|a, b| line_order(a, b));
        lines
    }

    fn push(&mut self, line: &str) -> u32 {
        let n = self.open.end();
        self.open.text.push_str(line);
        self.open.ends.push(self.open.text.len() as u32);
        if self.open.is_full() {
            let next = Chunk { first: n + 1, ..Chunk::default() };
            self.sealed.push(Arc::new(std::mem::replace(&mut self.open, next)));
        }
        n
    }

    /// Takes lines out; the others keep their numbers. Snapshots that were taken before still hold them.
    fn remove(&mut self, gone: &BTreeSet<u32>) {
        for chunk in &mut self.sealed {
            if gone.range(chunk.first..chunk.end()).next().is_some() {
                *chunk = Arc::new(chunk.without(gone));
            }
        }
        if gone.range(self.open.first..).next().is_some() {
            self.open = self.open.without(gone);
        }
        self.removed += gone.len();
    }
}

/// What became of a line that was to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// It was there already, or is empty.
    Known,
    /// A redaction names it.
    Refused,
    /// It is new, with this number.
    New(u32),
    /// It is a new redaction, with this number, and has removed these lines.
    Redaction(u32, Vec<String>),
}

/// A set of records, each known by its line.
#[derive(Clone, Debug, Default)]
pub struct RecordSet {
    lines: Lines,
    /// The numbers of the lines with a key of each, by [`spread`]: a table that grows need not read all lines again.
    index: HashTable<(u32, u32)>,
    hasher: RandomState,
    bytes: usize,
    redacted: HashSet<RecordHash>,
    /// The records by their hash; kept only once there is a redaction.
    hashed: HashMap<RecordHash, u32>,
    turned_away: usize,
}

impl RecordSet {
    /// Adds a line; returns its number if it is new and not redacted.
    pub fn insert(&mut self, line: &str) -> Option<u32> {
        match self.add(line) {
            Added::New(number) | Added::Redaction(number, _) => Some(number),
            Added::Known | Added::Refused => None,
        }
    }

    /// Adds a line; tells what became of it.
    pub fn add(&mut self, line: &str) -> Added {
        let key = self.key(line);
        if line.is_empty() || self.has(line, key) {
            return Added::Known;
        }
        let Some(named) = named_by(line) else { return self.add_plain(line, key) };
        let n = self.push(line, key);
        Added::Redaction(n, self.redact(named))
    }

    fn add_plain(&mut self, line: &str, key: u32) -> Added {
        if self.redacted.is_empty() {
            return Added::New(self.push(line, key));
        }
        let hash = RecordHash::of(line);
        if self.redacted.contains(&hash) {
            self.turned_away += 1;
            return Added::Refused;
        }
        let n = self.push(line, key);
        self.hashed.insert(hash, n);
        Added::New(n)
    }

    fn push(&mut self, line: &str, key: u32) -> u32 {
        let n = self.lines.push(line);
        self.bytes += line.len();
        self.index.insert_unique(spread(key), (key, n), |(key, _)| spread(*key));
        n
    }

    /// Removes the lines with these hashes and refuses them from now on; returns those that were there. The first time
    /// costs as much as hashing all lines.
    fn redact(&mut self, named: Vec<RecordHash>) -> Vec<String> {
        if self.redacted.is_empty() {
            let plain = self.lines.numbered().filter(|(_, line)| named_by(line).is_none());
            self.hashed = plain.map(|(n, line)| (RecordHash::of(line), n)).collect();
        }
        let mut gone = BTreeSet::new();
        for hash in named {
            if self.redacted.insert(hash) {
                gone.extend(self.hashed.remove(&hash));
            }
        }
        for n in &gone {
            let key = self.lines.get(*n).map_or(0, |line| self.key(line));
            if let Ok(entry) = self.index.find_entry(spread(key), |(_, other)| other == n) {
                entry.remove();
            }
        }
        let removed: Vec<String> = gone.iter().filter_map(|n| self.lines.get(*n)).map(str::to_owned).collect();
        self.lines.remove(&gone);
        self.bytes -= removed.iter().map(String::len).sum::<usize>();
        self.turned_away += removed.len();
        removed
    }

    /// How many lines were removed from it or refused by it, because of redactions.
    pub fn turned_away(&self) -> usize {
        self.turned_away
    }

    /// The numbers of the lines that joining another set would remove: for asking before it is done. Costs as much as
    /// hashing all lines if the other has redactions that this one has not.
    pub fn lost_to(&self, other: &Self) -> Vec<u32> {
        let new: HashSet<&RecordHash> = other.redacted.difference(&self.redacted).collect();
        let plain = self.lines.numbered().filter(|_| !new.is_empty()).filter(|(_, line)| named_by(line).is_none());
        plain.filter(|(_, line)| new.contains(&RecordHash::of(line))).map(|(n, _)| n).collect()
    }

    /// Whether a line is in the set.
    pub fn contains(&self, line: &str) -> bool {
        self.has(line, self.key(line))
    }

    fn key(&self, line: &str) -> u32 {
        self.hasher.hash_one(line) as u32
    }

    fn has(&self, line: &str, key: u32) -> bool {
        self.index.find(spread(key), |(other, n)| *other == key && self.lines.get(*n) == Some(line)).is_some()
    }

    /// Whether a redaction keeps a line away.
    pub fn refuses(&self, line: &str) -> bool {
        !self.redacted.is_empty() && self.redacted.contains(&RecordHash::of(line))
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
        self.lines.open.end()
    }

    /// The lines with these numbers, less those that were removed.
    pub fn range(&self, numbers: Range<u32>) -> impl Iterator<Item = &str> {
        numbers.filter_map(|n| self.lines.get(n))
    }
}

impl From<Lines> for RecordSet {
    /// The set of the lines of a snapshot, with the same numbers. It costs as much as reading through them.
    fn from(lines: Lines) -> Self {
        let mut set = Self::default();
        let mut named = Vec::new();
        for (n, line) in lines.numbered() {
            set.bytes += line.len();
            let key = set.key(line);
            set.index.insert_unique(spread(key), (key, n), |(key, _)| spread(*key));
            named.extend(named_by(line).into_iter().flatten());
        }
        set.lines = lines;
        if !named.is_empty() {
            set.redact(named);
        }
        set
    }
}

/// The hash of a key: a table asks for 64 bits, the upper ones most of all (Fibonacci hashing).
fn spread(key: u32) -> u64 {
    u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The records that a line names if it is a redaction, in whatever spelling.
fn named_by(line: &str) -> Option<Vec<RecordHash>> {
    // Reading every line would cost as much as loading.
    if !line.contains("Redaction") {
        return None;
    }
    match Record::from_line(line) {
        Ok(Record::Said { what: What::Redaction { records, .. }, .. }) => Some(records),
        _ => None,
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
    #![allow(clippy::indexing_slicing)]

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

    #[test]
    fn a_redacted_line_goes_and_stays_away_and_the_others_keep_their_numbers() {
        let lines: Vec<String> = (0..3000).map(|n| format!("line {n}")).collect();
        let redaction = |lines: &[&String]| {
            let what = What::Redaction { records: lines.iter().map(|line| RecordHash::of(line)).collect(), reason: "Why".into() };
            Record::Said { at: super::super::Stamp::NEVER, by: super::super::ReviewerId::new(1, 1), what }.to_line()
        };
        let first = redaction(&[&lines[7], &lines[2900], &"elsewhere".to_owned()]);
        let second = redaction(&[&first, &lines[8]]);
        let mut set = RecordSet::default();
        lines.iter().for_each(|line| assert!(matches!(set.add(line), Added::New(_))));
        let before = set.snapshot();
        assert_eq!(set.add(&first), Added::Redaction(3000, vec![lines[7].clone(), lines[2900].clone()]));
        assert_eq!(set.add(&second), Added::Redaction(3001, vec![lines[8].clone()]), "no redaction removes another");
        assert_eq!((set.add(&lines[7]), set.add(&first), set.add("elsewhere")), (Added::Refused, Added::Known, Added::Refused));
        assert_eq!((set.len(), set.next(), set.turned_away()), (2999, 3002, 5));
        assert_eq!((set.lines().get(7), set.lines().get(9), set.contains(&lines[7])), (None, Some(lines[9].as_str()), false));
        assert_eq!(set.range(6..10).collect::<Vec<_>>(), [&lines[6], &lines[9]]);
        assert_eq!(set.bytes(), set.lines().iter().map(str::len).sum::<usize>());
        assert!(set.lines().iter().eq(lines.iter().chain([&first, &second]).filter(|line| set.contains(line)).map(String::as_str)));
        let mut other = RecordSet::default();
        [&second, &first].into_iter().chain(&lines).for_each(|line| drop(other.add(line)));
        assert_eq!(other.lines().sorted(), set.lines().sorted());
        let mut old = RecordSet::from(before);
        assert_eq!((old.lost_to(&set), set.lost_to(&old)), (vec![7, 8, 2900], vec![]));
        other.lines().iter().for_each(|line| drop(old.add(line)));
        assert_eq!(old.lines().sorted(), set.lines().sorted());
        let copy = RecordSet::from(set.snapshot());
        assert_eq!((copy.lines().sorted(), copy.bytes(), copy.next()), (set.lines().sorted(), set.bytes(), set.next()));
        assert!(!copy.contains(&lines[8]) && copy.contains(&lines[9]));
    }
}
