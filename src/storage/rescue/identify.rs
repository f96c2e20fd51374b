//! Which record a damaged line once was: by its checksum, which damage mostly spares, else by its words.

use std::collections::HashMap;

use memchr::memmem;

use super::super::file::{RawLine, parts};
use super::Candidate;
use crate::model::RecordSet;

/// Of a record whose checksum is damaged too, at least this share of its bytes must stand at the line's ends.
const SHARE: f64 = 0.75;
/// A piece of a record that a line end has torn has at least so many bytes…
const PIECE_BYTES: usize = 24;
/// …and is looked for until this many bytes were gone through in all.
const SEARCHED_BYTES: usize = 4 << 30;

/// The record that a damaged line was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Was {
    /// One that stands whole on another line of the same file.
    Here,
    /// A candidate, by its number.
    Candidate(usize),
}

/// Tells for each damaged line which record it was. Linear in what there is, but for torn pieces, which have a budget.
pub(super) fn identify(own: &RecordSet, candidates: &[Candidate], damaged: &[RawLine]) -> Vec<Option<Was>> {
    let mut by_sum: HashMap<u32, Was> =
        candidates.iter().enumerate().map(|(n, candidate)| (crc32fast::hash(candidate.line.as_bytes()), Was::Candidate(n))).collect();
    if !damaged.is_empty() {
        by_sum.extend(own.lines().iter().map(|line| (crc32fast::hash(line.as_bytes()), Was::Here)));
    }
    let ends = Ends::new(candidates);
    let all: Vec<u8> = candidates.iter().flat_map(|candidate| candidate.line.bytes().chain([b'\n'])).collect();
    let mut budget = SEARCHED_BYTES;
    let mut torn = |piece: &[u8]| {
        budget = budget.checked_sub(all.len()).filter(|_| piece.len() >= PIECE_BYTES)?;
        let at = memmem::find(&all, piece)?;
        Some(Was::Candidate(memchr::memchr_iter(b'\n', all.get(..at)?).count()))
    };
    let of_line = |line: &RawLine| {
        let (sum, record) = parts(&line.bytes);
        let by_sum = |sum: u32| by_sum.get(&sum).copied();
        sum.and_then(by_sum).or_else(|| by_sum(crc32fast::hash(record))).or_else(|| ends.nearest(record)).or_else(|| torn(record))
    };
    damaged.iter().map(of_line).collect()
}

/// The candidates in the order of how they begin, and of how they end.
struct Ends<'a> {
    candidates: &'a [Candidate],
    forwards: Vec<usize>,
    backwards: Vec<usize>,
}

impl<'a> Ends<'a> {
    fn new(candidates: &'a [Candidate]) -> Self {
        let bytes = |n: &usize| candidates.get(*n).map_or(&[][..], |candidate| candidate.line.as_bytes());
        let mut forwards: Vec<usize> = (0..candidates.len()).collect();
        let mut backwards = forwards.clone();
        forwards.sort_by_key(|n| bytes(n));
        backwards.sort_by(|a, b| bytes(a).iter().rev().cmp(bytes(b).iter().rev()));
        Self { candidates, forwards, backwards }
    }

    fn bytes(&self, n: usize) -> &'a [u8] {
        self.candidates.get(n).map_or(&[], |candidate| candidate.line.as_bytes())
    }

    /// The candidate that begins and ends as the record does, if that is most of it. Whatever shares the longest
    /// beginning (or end) stands next to it in that order.
    fn nearest(&self, record: &[u8]) -> Option<Was> {
        let after = self.forwards.partition_point(|n| self.bytes(*n) < record);
        let before_end = self.backwards.partition_point(|n| self.bytes(*n).iter().rev().lt(record.iter().rev()));
        let beside = |order: &[usize], at: usize| [at.checked_sub(1), Some(at)].map(|at| at.and_then(|at| order.get(at).copied()));
        let near = beside(&self.forwards, after).into_iter().chain(beside(&self.backwards, before_end)).flatten();
        let (shared, n) = near.map(|n| (self.shared(n, record), n)).max_by(|a, b| a.0.total_cmp(&b.0))?;
        (shared >= SHARE).then_some(Was::Candidate(n))
    }

    /// Which share of a candidate, or of the record if that is longer, stands at the ends of both.
    fn shared(&self, n: usize, record: &[u8]) -> f64 {
        let candidate = self.bytes(n);
        let (short, long) = (candidate.len().min(record.len()), candidate.len().max(record.len()));
        let begin = candidate.iter().zip(record).take_while(|(a, b)| a == b).count();
        let end = candidate.iter().rev().zip(record.iter().rev()).take_while(|(a, b)| a == b).count().min(short - begin);
        (begin + end) as f64 / long.max(1) as f64
    }
}
