//! Words, names and offices by number, so that a mention takes few bytes and each spelling is compared once.

use std::ops::Range;

use hashbrown::{HashMap, HashTable};

use super::mention::Hint;
use super::role::Role;
use super::spelling::{Alike, alike, fold, hash, keys};
use super::token::plain;

/// A key with more words than this under it tells nothing; further words are not filed under it.
const CROWDED: u32 = 300;

/// None, as the end of a chain.
const NONE: u32 = u32::MAX;

/// The words of all names, in small letters.
#[derive(Default)]
pub(super) struct Words {
    letters: String,
    known: Vec<Word>,
    table: HashTable<u32>,
    /// The word filed last under a key, and how many there are.
    keys: HashMap<u64, (u32, u32)>,
    alike: HashMap<u32, Vec<(u32, Alike)>>,
}

struct Word {
    start: u32,
    length: u8,
    /// Which letters it has, folded.
    letters: u32,
    /// The word filed before under each of its keys.
    before: [u32; 3],
}

impl Words {
    /// The word with this number.
    pub(super) fn word(&self, number: u32) -> &str {
        let word = self.known.get(number as usize);
        word.and_then(|word| self.letters.get(word.start as usize..word.start as usize + usize::from(word.length))).unwrap_or_default()
    }

    /// The number of a word as written. A new one is compared with those that share a key.
    pub(super) fn number(&mut self, written: &str) -> u32 {
        let mut word = plain(written);
        word.truncate(word.floor_char_boundary(usize::from(u8::MAX)));
        let hashed = hash(&[&word]);
        if let Some(found) = self.table.find(hashed, |number| self.word(*number) == word) {
            return *found;
        }
        let number = u32::try_from(self.known.len()).unwrap_or(NONE);
        let start = u32::try_from(self.letters.len()).unwrap_or(NONE);
        let length = u8::try_from(word.len()).unwrap_or_default();
        let mut new = Word { start, length, letters: letters(&word), before: [NONE; 3] };
        if word.chars().nth(1).is_some() {
            self.file(&word, number, &mut new);
        }
        self.letters.push_str(&word);
        self.known.push(new);
        let (known, all) = (&self.known, &self.letters);
        self.table.insert_unique(hashed, number, |number| {
            let word = known.get(*number as usize);
            hash(&[word.and_then(|word| all.get(word.start as usize..word.start as usize + usize::from(word.length))).unwrap_or_default()])
        });
        number
    }

    /// Files a word under its keys and compares it with those that stand there.
    fn file(&mut self, word: &str, number: u32, new: &mut Word) {
        let mut compared = Vec::new();
        let mut found = Vec::new();
        for (slot, key) in keys(word).into_iter().enumerate() {
            let (last, count) = self.keys.get(&key).copied().unwrap_or((NONE, 0));
            let mut other = last;
            while let Some(known) = self.known.get(other as usize) {
                // Two letters changed make four that differ; listed names, which share the last key, may differ more.
                let most = if slot == 2 { 5 } else { 4 };
                let length = u32::from(known.length.abs_diff(new.length)) <= most;
                if length && (known.letters ^ new.letters).count_ones() <= most && !compared.contains(&other) {
                    compared.push(other);
                    found.extend(alike(self.word(other), word).map(|how| (other, how)));
                }
                // Each key has a chain of its own, in the slot of the same place.
                other = known.before.get(slot).copied().unwrap_or(NONE);
            }
            if count < CROWDED {
                if let Some(before) = new.before.get_mut(slot) {
                    *before = last;
                }
                self.keys.insert(key, (number, count + 1));
            }
        }
        for (other, how) in found {
            self.alike.entry(number).or_default().push((other, how));
            self.alike.entry(other).or_default().push((number, how));
        }
    }

    /// The words that can be another spelling of this one.
    pub(super) fn alike(&self, number: u32) -> &[(u32, Alike)] {
        self.alike.get(&number).map_or(&[], Vec::as_slice)
    }

    /// How two words are alike, if they are.
    pub(super) fn how(&self, a: u32, b: u32) -> Option<Alike> {
        self.alike(a).iter().find(|(other, _)| *other == b).map(|(_, how)| *how)
    }
}

/// One bit for each letter that a word has.
fn letters(word: &str) -> u32 {
    fold(word).chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % 32))
}

/// Names as rows of words.
#[derive(Default)]
pub(super) struct Forms {
    words: Vec<u32>,
    /// Where each row ends.
    ends: Vec<u32>,
    /// For each row its letters without spaces, hyphens, apostrophes and diacritics, hashed.
    squeezed: Vec<u32>,
    table: HashTable<u32>,
}

impl Forms {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The words of a form.
    pub(super) fn words(&self, form: u32) -> &[u32] {
        row(&self.words, &self.ends, form)
    }

    /// The same for forms that differ only in spaces, hyphens, apostrophes and diacritics, and hardly ever for others.
    pub(super) fn squeezed(&self, form: u32) -> u32 {
        self.squeezed.get(form as usize).copied().unwrap_or_default()
    }

    /// The number of a row of words; `known` has them.
    pub(super) fn number(&mut self, words: &[u32], known: &Words) -> u32 {
        let hashed = hash_row(words);
        if let Some(found) = self.table.find(hashed, |form| self.words(*form) == words) {
            return *found;
        }
        let number = u32::try_from(self.ends.len()).unwrap_or(NONE);
        self.words.extend_from_slice(words);
        self.ends.push(u32::try_from(self.words.len()).unwrap_or(NONE));
        let letters: String = words.iter().map(|word| fold(known.word(*word))).collect();
        self.squeezed.push(hash(&[&letters]) as u32);
        let (all, ends) = (&self.words, &self.ends);
        self.table.insert_unique(hashed, number, |form| hash_row(row(all, ends, *form)));
        number
    }
}

fn row<'a>(words: &'a [u32], ends: &[u32], form: u32) -> &'a [u32] {
    let start = form.checked_sub(1).and_then(|before| ends.get(before as usize)).copied().unwrap_or_default();
    ends.get(form as usize).and_then(|end| words.get(start as usize..*end as usize)).unwrap_or_default()
}

fn hash_row(words: &[u32]) -> u64 {
    words.iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, word| (hash ^ u64::from(*word)).wrapping_mul(0x0100_0000_01b3).rotate_left(23))
}

/// A mention: which form, where.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub form: u32,
    start: u32,
    length: u16,
    pub hint: Hint,
}

impl At {
    /// `None` where the text is too long to count in 32 bits.
    pub(super) fn new(form: u32, range: Range<usize>, hint: Hint) -> Option<Self> {
        let (start, length) = (u32::try_from(range.start).ok()?, u16::try_from(range.len()).ok()?);
        Some(Self { form, start, length, hint })
    }

    /// In bytes of the article's text.
    pub(super) fn range(&self) -> Range<usize> {
        self.start as usize..self.start as usize + usize::from(self.length)
    }
}

/// An office beside a mention.
#[derive(Clone, Copy)]
pub(super) struct Office {
    /// Which mention of its article.
    pub mention: u32,
    /// Which of the [`Offices`].
    pub kind: u32,
    start: u32,
    length: u16,
}

impl Office {
    /// In bytes of the article's text.
    pub(super) fn range(&self) -> Range<usize> {
        self.start as usize..self.start as usize + usize::from(self.length)
    }
}

/// Every office, once.
#[derive(Default)]
pub(super) struct Offices {
    known: Vec<Kind>,
    numbers: HashMap<Kind, u32>,
}

/// An office without its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Kind {
    pub rank: String,
    pub which: String,
    pub office: String,
}

impl Offices {
    /// The office with this number.
    pub(super) fn kind(&self, number: u32) -> Option<&Kind> {
        self.known.get(number as usize)
    }

    fn number(&mut self, role: &Role) -> u32 {
        let kind = Kind { rank: role.rank.clone(), which: role.which.clone(), office: role.office.clone() };
        if let Some(number) = self.numbers.get(&kind) {
            return *number;
        }
        let number = u32::try_from(self.known.len()).unwrap_or(NONE);
        self.known.push(kind.clone());
        self.numbers.insert(kind, number);
        number
    }

    /// The office of a role beside the mention with this number; `None` where the text is too long to count in 32 bits.
    pub(super) fn keep(&mut self, mention: usize, role: &Role) -> Option<Office> {
        let (mention, start) = (u32::try_from(mention).ok()?, u32::try_from(role.range.start).ok()?);
        let length = u16::try_from(role.range.len()).ok()?;
        Some(Office { mention, kind: self.number(role), start, length })
    }
}
