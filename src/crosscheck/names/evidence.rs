//! Whether two forms are one name: what stands around two alike words decides.
//!
//! Evidence, in the sense of record linkage (Fellegi and Sunter 1969), but as rules that can be explained rather than as weights:
//! - the other words of both names are the same (“Tomasz Kowalczyk”, “Tomasz Kowalczik”): any likeness counts, first names by rules of their own;
//! - both stand alone: only a likeness of sound in a word of six letters, or one slip in a word of eight that is rare beside a common one, and only in
//!   articles that tell of one event;
//! - a surname without a first name in an article that introduces a surname alike: a slip in six letters is enough.
//!
//! Against it: both stand close together in one article; each has a first name of its own; British and American spellings of common words.

use std::collections::BTreeSet;

use super::lexicon::{Class, class};
use super::mention::Hint;
use super::spelling::{Alike, alike_first, fold};
use super::view::View;
use crate::crosscheck::source::ArticleNo;

impl View<'_> {
    /// Whether two forms are one name.
    pub(super) fn pair(&self, a: u32, b: u32) -> Option<Alike> {
        let (of_a, of_b) = (self.words(a), self.words(b));
        let how = match (of_a, of_b) {
            ([a_word], [b_word]) => self.alone(a, b, self.names.words.how(*a_word, *b_word)?)?,
            ([single], [.., last]) => self.surname(a, b, self.names.words.how(*single, *last)?)?,
            ([.., last], [single]) => self.surname(b, a, self.names.words.how(*single, *last)?)?,
            _ => self.whole(of_a, of_b)?,
        };
        (!self.side_by_side(a, b)).then_some(how)
    }

    /// Two names of several words: the rest is the same.
    fn whole(&self, a: &[u32], b: &[u32]) -> Option<Alike> {
        // Most pairs end here: a word of one is no spelling of its partner, nor one of them an initial.
        let short = |word: u32| self.word(word).chars().nth(1).is_none();
        let fits = |(a, b): (&u32, &u32)| a == b || self.names.words.how(*a, *b).is_some() || short(*a) || short(*b);
        // “Ana Ruiz Vega” is called “Ana Ruiz” as well: of two surnames the second may be missing.
        let (a, b) = match (a, b) {
            ([first, surname, _], [other, _]) if first == other => (&[*first, *surname][..], b),
            ([other, _], [first, surname, _]) if first == other => (a, &[*first, *surname][..]),
            // “Gran Ada Quist”: what a sentence begins with is written like a name.
            ([_, rest @ ..], b) if rest.len() == b.len() && rest.len() > 1 => (rest, b),
            (a, [_, rest @ ..]) if rest.len() == a.len() && rest.len() > 1 => (a, rest),
            pair => pair,
        };
        if a.len() != b.len() || !a.iter().zip(b).all(fits) {
            return None;
        }
        let classes =
            |words: &[u32]| words.iter().map(|word| class(self.word(*word))).any(|class| class.is(Class::ORGANISATION.and(Class::PLACE)));
        let person = !classes(a) && !classes(b);
        let mut worst = None;
        let mut same = 0;
        for (at, (one, other)) in a.iter().zip(b).enumerate() {
            let (word, way) = (self.word(*one), self.word(*other));
            if one == other {
                let tells = word.chars().nth(1).is_some() && !class(word).is(Class::PARTICLE);
                same += usize::from(tells);
                continue;
            }
            let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
            if person && at + 1 < a.len() && (initial(word, way) || initial(way, word)) {
                continue;
            }
            let how = self.names.words.how(*one, *other)?;
            if is_house_style(word, way) {
                return None;
            }
            let first = person && at == 0;
            if first && !alike_first(word, way, how) || (!person && how > Alike::Slip) {
                return None;
            }
            worst = worst.max(Some(how));
        }
        worst.filter(|how| same > 0 || *how <= Alike::Sound)
    }

    /// Two names of one word each.
    fn alone(&self, a: u32, b: u32, how: Alike) -> Option<Alike> {
        let (word, way) = (self.word(*self.words(a).first()?), self.word(*self.words(b).first()?));
        let length = word.chars().count().min(way.chars().count());
        let (few, many) = (self.count(a).min(self.count(b)), self.count(a).max(self.count(b)));
        let rare = few <= 2 && many >= 3 * few;
        let titled = || self.titled(a) && self.titled(b);
        let fits = match how {
            Alike::Marks => length >= 4,
            Alike::Sound => length >= 6 || (length >= 5 && titled()),
            Alike::Slip => (length >= 8 && rare) || (length >= 6 && titled()),
            Alike::Near => length >= 9 && titled(),
        };
        (fits && !is_house_style(word, way) && self.related(a, b)).then_some(how)
    }

    fn titled(&self, form: u32) -> bool {
        self.places(form).iter().any(|(_, at)| at.hint == Hint::Person)
    }

    /// A word alone, and a name of several words that ends alike.
    fn surname(&self, single: u32, whole: u32, how: Alike) -> Option<Alike> {
        let word = self.word(*self.words(single).first()?);
        let last = *self.words(whole).last()?;
        let length = word.chars().count().min(self.word(last).chars().count());
        let least = match how {
            Alike::Marks | Alike::Sound => 4,
            Alike::Slip => 6,
            Alike::Near => 8,
        };
        if length < least || class(self.word(last)).is(Class::ORGANISATION.and(Class::PLACE)) || is_house_style(word, self.word(last)) {
            return None;
        }
        // Someone else has that surname and a first name.
        let own = |no: ArticleNo| self.introduces(no, *self.words(single).first().unwrap_or(&0));
        let here: BTreeSet<ArticleNo> = self.places(whole).iter().map(|(no, _)| *no).collect();
        let together = self.places(single).iter().any(|(no, _)| here.contains(no) && !own(*no));
        let strangers = self.places(single).iter().all(|(no, _)| own(*no));
        let fits = match how {
            Alike::Marks => length >= 4,
            Alike::Sound => length >= 6 || (length >= 4 && together),
            Alike::Slip => (length >= 6 && together) || (length >= 8 && self.count(single) <= 2),
            Alike::Near => length >= 8 && together,
        };
        (fits && !strangers && self.related(single, whole)).then_some(how)
    }

    /// Whether an article has a name of several words that ends with this word.
    fn introduces(&self, no: ArticleNo, word: u32) -> bool {
        self.introduced.contains(&(no, word))
    }

    /// Whether two forms may be two spellings of one name.
    pub(super) fn alike(&self, a: u32, b: u32) -> bool {
        self.whole(self.words(a), self.words(b)).is_some()
    }

    /// A word and those that sound the same.
    pub(super) fn spellings_of(&self, word: u32) -> Vec<u32> {
        let others = self.names.words.alike(word).iter().filter(|(_, how)| *how <= Alike::Sound).map(|(other, _)| *other);
        std::iter::once(word).chain(others).collect()
    }

    /// Whether the surnames of two full names are one, in one spelling or another of its sound, and the first names begin alike.
    pub(super) fn one_surname(&self, a: u32, b: u32) -> (bool, bool) {
        let ([first, .., last], [other_first, .., other_last]) = (self.words(a), self.words(b)) else { return (false, false) };
        let surname = last == other_last || self.names.words.how(*last, *other_last).is_some_and(|how| how <= Alike::Sound);
        let initial = self.word(*first).chars().next() == self.word(*other_first).chars().next();
        (surname && first != other_first, initial)
    }

    /// Whether two forms have the same letters.
    pub(super) fn equal_letters(&self, a: u32, b: u32) -> bool {
        let letters = |form: u32| -> String { self.words(form).iter().map(|word| fold(self.word(*word))).collect() };
        letters(a) == letters(b)
    }
}

/// British and American spellings of common words, as in “Defence Ministry”: a matter of house style.
fn is_house_style(a: &str, b: &str) -> bool {
    const PAIRS: [(&str, &str); 12] = [
        ("defence", "defense"),
        ("labour", "labor"),
        ("centre", "center"),
        ("harbour", "harbor"),
        ("theatre", "theater"),
        ("organisation", "organization"),
        ("programme", "program"),
        ("offence", "offense"),
        ("neighbourhood", "neighborhood"),
        ("grey", "gray"),
        ("councillor", "councilor"),
        ("straße", "strasse"),
    ];
    PAIRS.iter().any(|pair| *pair == (a, b) || *pair == (b, a))
}
