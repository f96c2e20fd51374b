//! Where every shingle stands: the index that makes looking at all pairs of articles needless.
//!
//! A *shingle* (Broder 1997) is a run of words; here of words that carry meaning, with what stands between them left out, so that “has said” for
//! “said” breaks none, and of their stems. Three words make one, or six characters of a script without spaces. Every shingle is kept, because short passages with
//! several changes have only one or two in common; winnowing (Schleimer, Wilkerson & Aiken 2003) would save half of the memory and lose those.
//! A shingle of one word repeated is no shingle. The order of its words does not count, so that “the train hit a lorry” finds “a lorry, the train hit”.
//!
//! A shingle that stands in many places is kept for the first [`PLACES`] of them, so that the work per article does not grow with their number.

use hashbrown::HashTable;

use super::article::Article;
use super::word::Word;

/// How many half words of meaning make a shingle.
const HALVES: u32 = 6;

/// A shingle does not reach over more words than this, of any kind.
const REACH: u32 = 16;

/// How many places of one shingle are kept.
pub(super) const PLACES: usize = 32;

/// How many of them may be in one article.
pub(super) const PLACES_IN_ONE: usize = 8;

/// So many words of each shingle are paired: all that every shingle has.
pub(super) const WORDS: usize = 3;

/// A shingle, as a hash, and the number of the word at which it starts.
pub(super) type Shingle = (u32, u32);

/// The shingles of an article, in order.
pub(super) fn shingles(article: &Article) -> impl Iterator<Item = Shingle> + '_ {
    let meaning: Vec<(u32, Word)> = article.meaning_from(0).collect();
    (0..meaning.len()).filter_map(move |start| {
        let mut hash = 0_u32;
        let mut halves = 0;
        let (first, first_word) = *meaning.get(start)?;
        let mut varied = false;
        for (at, word) in meaning.get(start..)? {
            if at - first > REACH {
                return None;
            }
            varied |= word.stem() != first_word.stem();
            hash = hash.wrapping_add(mixed(word.stem().bits()));
            halves += word.halves();
            if halves >= HALVES {
                return varied.then_some((hash, first));
            }
        }
        None
    })
}

/// A stem of which each bit counts.
fn mixed(stem: u32) -> u32 {
    let stem = (stem ^ (stem >> 16)).wrapping_mul(0x85eb_ca6b);
    let stem = (stem ^ (stem >> 13)).wrapping_mul(0xc2b2_ae35);
    stem ^ (stem >> 16)
}

/// The places of all shingles. A place is a number that belongs to one word of one article.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    places: HashTable<(u32, u32)>,
}

impl Index {
    /// The places of a shingle, at most [`PLACES`].
    pub(super) fn places(&self, shingle: u32) -> impl Iterator<Item = u32> + '_ {
        self.places.iter_hash(spread(shingle)).filter(move |(other, _)| *other == shingle).map(|(_, place)| *place)
    }

    /// Keeps a place. The caller sees to it that there are not too many.
    pub(super) fn insert(&mut self, shingle: u32, place: u32) {
        self.places.insert_unique(spread(shingle), (shingle, place), |(shingle, _)| spread(*shingle));
    }

    /// Drops a place.
    pub(super) fn remove(&mut self, shingle: u32, place: u32) {
        if let Ok(entry) = self.places.find_entry(spread(shingle), |other| *other == (shingle, place)) {
            entry.remove();
        }
    }
}

/// The table uses the highest and the lowest bits of a hash.
fn spread(shingle: u32) -> u64 {
    u64::from(shingle).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
