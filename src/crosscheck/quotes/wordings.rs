//! Which wordings there are, where they stand, and which of them are worth laying side by side.
//!
//! How: equal wordings are one. An inverted index of pairs of neighbouring words that carry meaning leads from a new wording to those that share a pair
//! with it, and only these are aligned: the filtering of text-reuse detection (Smith, Cordell and Mullen 2015, “Computational methods for uncovering
//! reprinted texts”). A pair of words in more than [`COMMON`] wordings tells nothing and is passed over, so the work grows with the number of quotations and
//! never with its square. What a comparison gave is kept as long as both wordings are there.
//!
//! Where it stops working: two wordings that share only common pairs of words are not found, unless they were found before the pair became common.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::crosscheck::source::{ArticleNo, Sources};

use super::Extract;
use super::alignment::{Comparison, Wording, compare};
use super::groups;
use super::index::Index;
use super::tokens::{Token, tokens};
use super::unit::{Unit, features};

/// A pair of words in more wordings tells nothing.
const COMMON: usize = 40;

/// So many wordings are kept in words while new ones are compared.
const MOST_READ: usize = 4_000;

/// So many places of a wording are asked for what stands beside it.
const MOST_BESIDE: usize = 8;

/// The articles by number.
pub type Articles = BTreeMap<ArticleNo, Extract>;

/// A wording.
#[derive(Clone, Debug, Default)]
pub struct Slot {
    hash: u64,
    /// Where it stands: the article and the number of the unit in it, in order.
    pub places: Vec<(ArticleNo, u32)>,
    /// What comparing it with others gave; the first side is this one.
    pub found: Vec<(u32, Comparison)>,
}

/// All wordings.
#[derive(Clone, Debug, Default)]
pub struct Wordings {
    slots: Vec<Slot>,
    by_hash: HashMap<u64, u32>,
    free: Vec<u32>,
    index: Index,
    new: Vec<u32>,
    /// Those that stand in new places.
    touched: Vec<u32>,
    /// Comparisons of neighbours of the same statements; see [`Wordings::beside`].
    near: HashMap<(u32, u32), Option<Comparison>>,
}

/// A unit where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The article.
    pub article: ArticleNo,
    /// What was kept of it.
    pub extract: &'a Extract,
    /// The unit.
    pub unit: &'a Unit,
}

impl Told<'_> {
    /// Its words.
    pub fn tokens(&self, sources: &Sources) -> Vec<Token> {
        sources.get(&self.article).map(|source| tokens(&source.text, &self.unit.parts(), self.extract.language)).unwrap_or_default()
    }
}

impl Wordings {
    /// Takes in the units of an article.
    pub fn add(&mut self, article: ArticleNo, extract: &Extract) {
        for (number, unit) in extract.units.iter().enumerate() {
            let at = *self.by_hash.entry(unit.wording).or_insert_with(|| {
                let at = self.free.pop().unwrap_or_else(|| {
                    self.slots.push(Slot::default());
                    u32::try_from(self.slots.len() - 1).unwrap_or(u32::MAX)
                });
                self.new.push(at);
                at
            });
            if let Some(slot) = self.slots.get_mut(at as usize) {
                slot.hash = unit.wording;
                let place = (article, u32::try_from(number).unwrap_or(u32::MAX));
                let before = slot.places.partition_point(|other| *other < place);
                slot.places.insert(before, place);
                self.touched.push(at);
            }
        }
    }

    /// Forgets the units of an article.
    pub fn remove(&mut self, article: ArticleNo, extract: &Extract) {
        let mut gone = HashSet::new();
        for unit in &extract.units {
            let Some(at) = self.by_hash.get(&unit.wording).copied() else { continue };
            let Some(slot) = self.slots.get_mut(at as usize) else { continue };
            slot.places.retain(|(other, _)| *other != article);
            if slot.places.is_empty() {
                self.by_hash.remove(&unit.wording);
                *slot = Slot::default();
                gone.insert(at);
            }
        }
        if gone.is_empty() {
            return;
        }
        self.index.forget(|at| gone.contains(&at));
        self.new.retain(|at| !gone.contains(at));
        self.touched.retain(|at| !gone.contains(at));
        self.near.retain(|(one, other), _| !gone.contains(one) && !gone.contains(other));
        self.slots.iter_mut().for_each(|slot| slot.found.retain(|(other, _)| !gone.contains(other)));
        self.free.extend(gone);
    }

    /// The wordings, by number; one without places is none.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The number of a wording.
    pub fn number(&self, hash: u64) -> Option<u32> {
        self.by_hash.get(&hash).copied()
    }

    /// The places of a wording.
    pub fn places<'a>(&self, at: u32, articles: &'a Articles) -> Vec<Told<'a>> {
        let places = self.slots.get(at as usize).map(|slot| slot.places.as_slice()).unwrap_or_default();
        places.iter().filter_map(|place| told(*place, articles)).collect()
    }

    /// The first place of a wording.
    pub fn first<'a>(&self, at: u32, articles: &'a Articles) -> Option<Told<'a>> {
        told(*self.slots.get(at as usize)?.places.first()?, articles)
    }

    /// Compares the new wordings with those that share something telling with them. Answers which stand in new places.
    pub fn settle(&mut self, articles: &Articles, sources: &Sources) -> Vec<u32> {
        let mut new = std::mem::take(&mut self.new);
        new.sort_unstable();
        let mut all: Vec<Box<[u32]>> = Vec::with_capacity(new.len());
        for at in &new {
            let words = self.first(*at, articles).map(|told| (told, told.tokens(sources)));
            let found = words.and_then(|(told, words)| Some(features(&sources.get(&told.article)?.text, &words))).unwrap_or_default();
            self.index.add(&found, *at);
            all.push(found);
        }
        self.index.settle();
        let mut read = Read { tokens: HashMap::new(), sources };
        let mut others: Vec<u32> = Vec::new();
        for (at, features) in new.iter().zip(&all) {
            others.clear();
            for feature in features {
                let run = self.index.under(*feature);
                if run.len() <= COMMON {
                    // Of two new ones the greater looks for the smaller.
                    others.extend(run.iter().map(|(_, other)| *other).filter(|other| other < at || new.binary_search(other).is_err()));
                }
            }
            others.sort_unstable();
            others.dedup();
            for other in others.iter().filter(|other| *other != at) {
                self.compare(*at, *other, articles, &mut read);
            }
        }
        for slot in self.slots.iter_mut().filter(|slot| slot.found.len() > 1) {
            slot.found.sort_by_key(|(other, _)| *other);
        }
        let mut touched = std::mem::take(&mut self.touched);
        touched.sort_unstable();
        touched.dedup();
        touched
    }

    fn compare(&mut self, one: u32, other: u32, articles: &Articles, read: &mut Read<'_>) {
        let (Some(first), Some(second)) = (self.first(one, articles), self.first(other, articles)) else { return };
        // The same way round whichever came first, as an alignment of two may have several best.
        if first.unit.wording > second.unit.wording {
            return self.compare(other, one, articles, read);
        }
        let words = (first.unit.words as usize, second.unit.words as usize);
        let Some(found) = read.compare((one, &first), (other, &second)).filter(|found| groups::may_accept(found, words)) else { return };
        if let Some(slot) = self.slots.get_mut(other as usize) {
            slot.found.push((one, found.turned()));
        }
        if let Some(slot) = self.slots.get_mut(one as usize) {
            slot.found.push((other, found));
        }
    }

    fn by_hash_order(&self, a: u32, b: u32) -> (u32, u32) {
        let hash = |at: u32| self.slots.get(at as usize).map(|slot| slot.hash);
        if hash(a) <= hash(b) { (a, b) } else { (b, a) }
    }

    /// The wordings that stand before a wording and after it in the same statements.
    fn neighbours(&self, at: u32, articles: &Articles) -> [Vec<u32>; 2] {
        let places = self.slots.get(at as usize).map(|slot| slot.places.as_slice()).unwrap_or_default();
        let mut found = [Vec::new(), Vec::new()];
        for (article, number) in places.iter().take(MOST_BESIDE) {
            let Some(units) = articles.get(article).map(|extract| &extract.units) else { continue };
            let statement = units.get(*number as usize).map(|unit| unit.statement);
            for (side, beside) in found.iter_mut().zip([number.checked_sub(1), number.checked_add(1)]) {
                let unit = beside.and_then(|beside| units.get(beside as usize)).filter(|unit| Some(unit.statement) == statement);
                side.extend(unit.and_then(|unit| self.number(unit.wording)));
            }
        }
        found.iter_mut().for_each(|side| side.sort_unstable());
        found.iter_mut().for_each(Vec::dedup);
        found
    }

    /// Compares wordings that stand before or after those that are one statement, in the same statements as these. Answers those that are one statement too.
    pub fn beside(&mut self, joined: &HashSet<(u32, u32)>, articles: &Articles, sources: &Sources) -> Vec<(u32, u32, Comparison)> {
        let repeated = (0_u32..).zip(&self.slots).filter(|(_, slot)| slot.places.len() > 1).map(|(at, _)| (at, at));
        let mut near: Vec<(u32, u32)> = Vec::new();
        for (one, other) in joined.iter().copied().chain(repeated) {
            for (first, second) in self.neighbours(one, articles).iter().zip(&self.neighbours(other, articles)) {
                let pairs = first.iter().flat_map(|a| second.iter().map(|b| (*a, *b)));
                near.extend(
                    pairs.filter(|(a, b)| a != b && !joined.contains(&(*a.min(b), *a.max(b)))).map(|(a, b)| self.by_hash_order(a, b)),
                );
            }
        }
        near.sort_unstable();
        near.dedup();
        let mut before = std::mem::take(&mut self.near);
        let mut read = Read { tokens: HashMap::new(), sources };
        let mut answer = Vec::new();
        for pair in near {
            let known = before.remove(&pair);
            let found = known.unwrap_or_else(|| {
                let (first, second) = (self.first(pair.0, articles)?, self.first(pair.1, articles)?);
                read.compare((pair.0, &first), (pair.1, &second)).filter(groups::accepts_neighbour)
            });
            answer.extend(found.clone().map(|found| (pair.0, pair.1, found)));
            self.near.insert(pair, found);
        }
        answer
    }
}

fn told(place: (ArticleNo, u32), articles: &Articles) -> Option<Told<'_>> {
    let extract = articles.get(&place.0)?;
    Some(Told { article: place.0, extract, unit: extract.units.get(place.1 as usize)? })
}

/// Wordings that were read from their texts to be compared.
struct Read<'a> {
    tokens: HashMap<u32, Vec<Token>>,
    sources: &'a Sources,
}

impl Read<'_> {
    fn compare(&mut self, one: (u32, &Told<'_>), other: (u32, &Told<'_>)) -> Option<Comparison> {
        if self.tokens.len() > MOST_READ {
            self.tokens.clear();
        }
        for (at, told) in [one, other] {
            self.tokens.entry(at).or_insert_with(|| told.tokens(self.sources));
        }
        let wording =
            |(at, told): (u32, &Told<'_>)| Some(Wording { text: &self.sources.get(&told.article)?.text, tokens: self.tokens.get(&at)? });
        compare(wording(one)?, wording(other)?)
    }
}
