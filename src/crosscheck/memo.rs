//! What was made of a piece is made once, so that one more article among a thousand costs what it touches.
//!
//! Why: all findings are asked for again after each article, and nearly all of them are those of last time. How: what is linked falls into *pieces*
//! that no link joins ([`Pieces`], connected components by union–find after Galler and Fischer 1964, with path halving). What is found in a piece
//! follows from its links alone, so it is kept under a hash of them and taken again while they are the same ([`Memo`], memoisation after Michie 1968).
//! Nothing has to be told what a new or a removed article has touched: a piece that changed has another hash.
//!
//! What it does not do: going over the links is still linear in all of them. Whoever says that two places are not the same has all pieces made anew.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::source::Apart;

/// What was made of pieces, for as long as they stay as they are.
#[derive(Clone, Debug)]
pub(super) struct Memo<T> {
    apart: String,
    made: HashMap<u64, Vec<T>>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { apart: String::new(), made: HashMap::new() }
    }
}

impl<T: Clone> Memo<T> {
    /// What `make` makes of all pieces, in their order; of those that are as they were last time it is not asked again. The key of a piece is
    /// everything that it follows from, besides what people keep `apart`.
    pub(super) fn of<P>(&mut self, apart: &Apart, pieces: impl Iterator<Item = (u64, P)>, mut make: impl FnMut(P) -> Vec<T>) -> Vec<T> {
        let identity = apart.identity();
        if identity != self.apart {
            self.made.clear();
            self.apart = identity;
        }
        let mut before = std::mem::take(&mut self.made);
        let mut all = Vec::with_capacity(before.len());
        for (key, piece) in pieces {
            let mut made = before.remove(&key).unwrap_or_else(|| make(piece));
            made.shrink_to_fit();
            all.extend(made.iter().cloned());
            self.made.insert(key, made);
        }
        all
    }
}

/// A hash that is the same only for what is the same, but for one chance in 2⁶⁴.
pub(super) fn key(of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// Numbers that are joined to sets.
pub(super) struct Pieces {
    above: Vec<u32>,
}

impl Pieces {
    /// So many numbers from 0 on, each by itself.
    pub(super) fn new(count: u32) -> Self {
        Self { above: (0..count).collect() }
    }

    /// The smallest number of the set that a number is in.
    pub(super) fn first(&mut self, number: u32) -> u32 {
        let mut at = number;
        while let Some(above) = self.above.get(at as usize).copied().filter(|above| *above != at) {
            let next = self.above.get(above as usize).copied().unwrap_or(above);
            self.above.get_mut(at as usize).into_iter().for_each(|above| *above = next);
            at = next;
        }
        at
    }

    /// Joins the sets of two numbers.
    pub(super) fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.first(a), self.first(b));
        self.above.get_mut(a.max(b) as usize).into_iter().for_each(|above| *above = a.min(b));
    }

    /// Puts things together whose numbers are in one set, in the order of the things.
    pub(super) fn sorted<T>(&mut self, things: impl Iterator<Item = (u32, T)>) -> Vec<Vec<T>> {
        let mut place: Vec<u32> = vec![u32::MAX; self.above.len()];
        let mut lists: Vec<Vec<T>> = Vec::new();
        for (number, thing) in things {
            let first = self.first(number);
            let Some(place) = place.get_mut(first as usize) else { continue };
            if *place == u32::MAX {
                *place = u32::try_from(lists.len()).unwrap_or(u32::MAX);
                lists.push(Vec::new());
            }
            if let Some(list) = lists.get_mut(*place as usize) {
                list.push(thing);
            }
        }
        lists
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crosscheck::finding::Place;
    use crate::crosscheck::source::ArticleNo;

    #[test]
    fn what_is_joined_is_one_piece() {
        for (count, joins, expected) in [
            (3, &[][..], &[&[0][..], &[1], &[2]][..]),
            (5, &[(3, 1), (1, 4)], &[&[0], &[1, 3, 4], &[2]]),
            (6, &[(5, 4), (3, 2), (4, 3), (1, 5)], &[&[0], &[1, 2, 3, 4, 5]]),
        ] {
            let mut pieces = Pieces::new(count);
            joins.iter().for_each(|(a, b)| pieces.join(*a, *b));
            assert_eq!(pieces.sorted((0..count).map(|number| (number, number))), expected, "{joins:?}");
        }
    }

    #[test]
    fn a_piece_is_made_once() {
        let mut memo: Memo<u32> = Memo::default();
        let mut made = |apart: &Apart, pieces: &[u32]| {
            let mut asked = Vec::new();
            let all = memo.of(apart, pieces.iter().map(|piece| (key(piece), *piece)), |piece| {
                asked.push(piece);
                vec![piece * 10]
            });
            (all, asked)
        };
        let mut apart = Apart::default();
        assert_eq!(made(&apart, &[1, 2]), (vec![10, 20], vec![1, 2]));
        assert_eq!(made(&apart, &[2, 3]), (vec![20, 30], vec![3]));
        assert_eq!(made(&apart, &[1, 2]), (vec![10, 20], vec![1]), "what was gone is forgotten");
        apart.keep_alone(Place { article: ArticleNo(0), start: 0, end: 1 });
        assert_eq!(made(&apart, &[1, 2]), (vec![10, 20], vec![1, 2]), "what people say may change any");
    }
}
