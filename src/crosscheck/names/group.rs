//! From pairs of forms to groups of spellings, each with its variants and their places.
//!
//! How: pairs are joined from the surest on (union–find); a pair that would bring two names together of which people said that they are two is left out. In a
//! group a variant is one way to write the words that differ, so that “Zelenka” counts for “Ada Zelenka” when nobody else has that surname.

use std::collections::BTreeMap;

use hashbrown::{HashMap, HashSet};

use super::mention::Hint;
use super::office::{Held, one_office_one_surname};
use super::spelling::Alike;
use super::view::{View, place};
use crate::crosscheck::finding::{NameDifference, NameGroup, NameKind, Place, Variant};
use crate::crosscheck::source::Apart;

/// Two words with more pairs of names than this have only those compared that agree otherwise.
const CROWDED: usize = 64;

/// Two forms that are one name, and how surely.
struct Pair {
    how: Alike,
    a: u32,
    b: u32,
}

impl View<'_> {
    /// The groups of spellings.
    pub(super) fn spellings(&self, held: &[Held<'_>], apart: &Apart) -> Vec<NameGroup> {
        let by_word = self.by_word();
        let mut pairs = self.pairs(&by_word);
        pairs.extend(one_office_one_surname(self, held).into_iter().map(|(a, b)| Pair { how: Alike::Near, a, b }));
        pairs.sort_by_key(|pair| (pair.how, pair.a, pair.b));
        let mut groups = Groups::default();
        for pair in &pairs {
            groups.join(self, apart, pair);
        }
        let mut found: Vec<NameGroup> = groups.members().filter_map(|forms| self.group(&forms, &groups.contested, &by_word)).collect();
        found.sort_by_key(|group| {
            let count: usize = group.variants.iter().map(|variant| variant.places.len()).sum();
            (std::cmp::Reverse(count), group.name.clone())
        });
        found
    }

    /// The living forms that have an alike word in them, by that word.
    fn by_word(&self) -> BTreeMap<u32, Vec<u32>> {
        let mut by_word: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let mut forms: Vec<u32> = self.places.keys().copied().collect();
        forms.sort_unstable();
        for form in forms {
            for word in self.words(form).iter().filter(|word| !self.names.words.alike(**word).is_empty()) {
                by_word.entry(*word).or_default().push(form);
            }
        }
        by_word
    }

    /// The pairs of names to compare that have one of two alike words each: all if they are few; else, as with first names that many people have, those
    /// whose other words are the same, and the words alone.
    fn comparable(&self, word: u32, forms: &[u32], other: u32, others: &[u32]) -> Vec<(u32, u32)> {
        if forms.len() * others.len() <= CROWDED {
            return forms.iter().flat_map(|a| others.iter().map(move |b| (*a, *b))).collect();
        }
        let rest = |form: u32, without: u32| -> Vec<u32> { self.words(form).iter().copied().filter(|word| *word != without).collect() };
        let mut by_rest: HashMap<Vec<u32>, Vec<u32>> = HashMap::new();
        for b in others {
            by_rest.entry(rest(*b, other)).or_default().push(*b);
        }
        let same = |a: &u32| by_rest.get(&rest(*a, word)).into_iter().flatten().map(|b| (*a, *b)).collect::<Vec<_>>();
        let alone = |forms: &[u32]| forms.iter().copied().find(|form| self.words(*form).len() == 1);
        let of_word = alone(forms).into_iter().flat_map(|a| others.iter().take(CROWDED).map(move |b| (a, *b)));
        let of_other = alone(others).into_iter().flat_map(|b| forms.iter().take(CROWDED).map(move |a| (*a, b)));
        forms.iter().flat_map(same).chain(of_word).chain(of_other).collect()
    }

    fn pairs(&self, by_word: &BTreeMap<u32, Vec<u32>>) -> Vec<Pair> {
        let mut pairs = Vec::new();
        let mut seen = HashSet::new();
        for (word, forms) in by_word {
            for (other, _) in self.names.words.alike(*word).iter().filter(|(other, _)| word < other) {
                let others = by_word.get(other).map_or(&[][..], Vec::as_slice);
                for (a, b) in self.comparable(*word, forms, *other, others) {
                    if seen.insert((a.min(b), a.max(b))) {
                        pairs.extend(self.pair(a, b).map(|how| Pair { how, a, b }));
                    }
                }
            }
        }
        let mut by_letters: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for form in self.joined.iter().filter(|form| self.count(**form) > 0) {
            by_letters.entry(self.names.forms.squeezed(*form)).or_default().push(*form);
        }
        for forms in by_letters.values() {
            for (at, a) in forms.iter().enumerate() {
                let others =
                    forms.iter().skip(at + 1).filter(|b| self.words(*a).len() != self.words(**b).len() && self.equal_letters(*a, **b));
                pairs.extend(others.filter(|b| !self.side_by_side(*a, **b)).map(|b| Pair { how: Alike::Marks, a: *a, b: *b }));
            }
        }
        pairs
    }

    /// A group of forms as a finding, one variant for each way in which the words are written that differ.
    fn group(&self, forms: &[u32], contested: &HashSet<u32>, by_word: &BTreeMap<u32, Vec<u32>>) -> Option<NameGroup> {
        let mut variants: BTreeMap<Vec<u32>, Vec<u32>> = BTreeMap::new();
        for form in forms {
            let key: Vec<u32> = self.words(*form).iter().copied().filter(|word| contested.contains(word)).collect();
            variants.entry(key).or_default().push(*form);
        }
        // The surname alone counts for the spelling of the one person who has it.
        for (key, members) in &mut variants {
            let [word] = key.as_slice() else { continue };
            let with = by_word.get(word).map_or(&[][..], Vec::as_slice);
            let ends = |form: &u32| self.words(*form).last() == Some(word);
            let mut whole = with.iter().filter(|form| self.words(**form).len() > 1 && ends(form)).peekable();
            if whole.peek().is_some() && whole.all(|form| members.contains(form)) {
                members.extend(
                    with.iter()
                        .filter(|form| self.words(**form) == [*word])
                        .filter(|form| !forms.contains(form))
                        .copied()
                        .collect::<Vec<_>>(),
                );
            }
        }
        if variants.len() < 2 {
            return None;
        }
        let mut hints = HashMap::new();
        for (_, at) in forms.iter().flat_map(|form| self.places(*form)) {
            *hints.entry(at.hint as u8).or_insert(0_usize) += 1;
        }
        let has = |hint: Hint| hints.get(&(hint as u8)).copied().unwrap_or_default();
        let kind = match () {
            () if has(Hint::Person) > has(Hint::Organisation).max(has(Hint::Place)) => NameKind::Person,
            () if has(Hint::Organisation) > has(Hint::Place) => NameKind::Organisation,
            () if has(Hint::Place) > 0 => NameKind::Place,
            () => NameKind::Unknown,
        };
        let mut variants: Vec<Variant> = variants.into_values().map(|forms| self.variant(&forms)).collect();
        variants.sort_by(|a, b| b.places.len().cmp(&a.places.len()).then_with(|| a.text.cmp(&b.text)));
        let name = variants.first()?.text.clone();
        Some(NameGroup { kind, difference: NameDifference::Spelling, name, variants })
    }

    fn variant(&self, forms: &[u32]) -> Variant {
        let fullest = forms
            .iter()
            .max_by_key(|form| (self.words(**form).len() > 1, self.count(**form), self.words(**form).len(), std::cmp::Reverse(**form)));
        let mut places: Vec<Place> = forms.iter().flat_map(|form| self.places(*form)).map(|(no, at)| place(*no, at.range())).collect();
        places.sort_unstable();
        places.dedup();
        Variant { text: fullest.map(|form| self.text(*form)).unwrap_or_default(), places }
    }
}

/// Forms that belong together (union–find), with what keeps them apart.
#[derive(Default)]
struct Groups {
    leader: BTreeMap<u32, u32>,
    members: BTreeMap<u32, Vec<u32>>,
    /// The words in which the forms differ.
    contested: HashSet<u32>,
    /// How the forms are written.
    texts: HashMap<u32, String>,
}

impl Groups {
    fn leader(&self, form: u32) -> u32 {
        self.leader.get(&form).copied().unwrap_or(form)
    }

    fn of(&self, leader: u32) -> Vec<u32> {
        self.members.get(&leader).cloned().unwrap_or_else(|| vec![leader])
    }

    /// Joins the groups of two forms, unless people keep any two of their names apart.
    fn join(&mut self, view: &View<'_>, apart: &Apart, pair: &Pair) {
        let (a, b) = (self.leader(pair.a), self.leader(pair.b));
        let (of_a, of_b) = (self.of(a), self.of(b));
        if a != b {
            for form in of_a.iter().chain(&of_b) {
                self.texts.entry(*form).or_insert_with(|| view.text(*form));
            }
            let texts = |forms: &[u32]| -> Vec<&String> { forms.iter().filter_map(|form| self.texts.get(form)).collect() };
            let others = texts(&of_b);
            if texts(&of_a).into_iter().any(|one| others.iter().any(|other| apart.names(one, other))) {
                return;
            }
            for form in &of_b {
                self.leader.insert(*form, a);
            }
            self.leader.insert(a, a);
            self.members.remove(&b);
            self.members.insert(a, [of_a, of_b].concat());
        }
        let (one, other) = (view.words(pair.a), view.words(pair.b));
        if one.len() != other.len() && one.len().min(other.len()) > 1 || (one.len() != other.len() && view.equal_letters(pair.a, pair.b)) {
            self.contested.extend(one.iter().chain(other));
            return;
        }
        match (one, other) {
            ([single], [.., last]) | ([.., last], [single]) => self.contested.extend([*single, *last]),
            _ => {
                let differing = one.iter().zip(other).filter(|(a, b)| a != b);
                self.contested.extend(differing.flat_map(|(a, b)| [*a, *b]));
            }
        }
    }

    fn members(&self) -> impl Iterator<Item = Vec<u32>> + '_ {
        self.members.values().filter(|forms| forms.len() > 1).cloned()
    }
}
