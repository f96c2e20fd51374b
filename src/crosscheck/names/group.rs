//! From alike words to groups of names: what stands around two alike words decides whether they are one name.
//!
//! Evidence, in the sense of record linkage (Fellegi and Sunter 1969), but as rules that can be explained rather than as weights:
//! - the other words of both names are the same (“Tomasz Kowalczyk”, “Tomasz Kowalczik”): any likeness counts, first names by rules of their own;
//! - both stand alone: only a likeness of sound in a word of six letters, or one slip in a word of eight that is rare beside a common one, and only in
//!   articles that share other rare names;
//! - a surname without a first name in an article that introduces a surname alike: a slip in six letters is enough.
//!
//! Against it: people have said so; both stand close together in one article; each has a first name of its own.

use std::collections::{BTreeMap, BTreeSet};

use hashbrown::{HashMap, HashSet};

use super::Names;
use super::lexicon::{Class, class};
use super::mention::Hint;
use super::spelling::{Alike, alike_first, fold};
use super::store::At;
use crate::crosscheck::finding::{NameDifference, NameGroup, NameKind, Place, Variant};
use crate::crosscheck::source::{Apart, ArticleNo, Sources};

/// Mentions nearer to each other than this, in bytes, are of two different things.
const NEAR: usize = 90;

/// Two words with more names each than this are compared no further.
const CROWDED: usize = 48;

/// Everything that the search for groups looks at, counted once.
pub(super) struct View<'a> {
    pub names: &'a Names,
    pub sources: &'a Sources,
    /// For each form, how often it stands.
    counts: Vec<u32>,
    /// For each form, in how many articles.
    spread: Vec<u32>,
    /// For each form that has an alike word or a surname, where it stands: article and mention.
    places: HashMap<u32, Vec<(ArticleNo, At)>>,
    /// Forms that another equals but for spaces, hyphens and the like.
    joined: Vec<u32>,
}

/// Two forms that are one name, and how surely.
struct Pair {
    how: Alike,
    a: u32,
    b: u32,
}

impl<'a> View<'a> {
    pub(super) fn new(names: &'a Names, sources: &'a Sources) -> Self {
        let mut view = Self {
            names,
            sources,
            counts: vec![0; names.forms.len()],
            spread: vec![0; names.forms.len()],
            places: HashMap::new(),
            joined: Vec::new(),
        };
        let joined = view.written_apart();
        let surnames = view.surnames_with_office();
        let alike = |form: u32| view.words(form).iter().any(|word| !names.words.alike(*word).is_empty());
        let wanted: Vec<bool> =
            (0..names.forms.len() as u32).map(|form| alike(form) || joined.contains(&form) || surnames.contains(&form)).collect();
        view.joined = joined.into_iter().collect();
        let mut last = vec![None; names.forms.len()];
        for (no, named) in &names.articles {
            for at in &named.mentions {
                let form = at.form as usize;
                let (Some(count), Some(spread), Some(last)) = (view.counts.get_mut(form), view.spread.get_mut(form), last.get_mut(form))
                else {
                    continue;
                };
                *count += 1;
                *spread += u32::from(last.replace(*no) != Some(*no));
                if wanted.get(form) == Some(&true) {
                    view.places.entry(at.form).or_default().push((*no, *at));
                }
            }
        }
        view
    }

    /// Full names beside an office whose surname another such name shares.
    fn surnames_with_office(&self) -> BTreeSet<u32> {
        let mut first: HashMap<u32, u32> = HashMap::new();
        let mut shared = BTreeSet::new();
        for named in self.names.articles.values() {
            let with_office = named.offices.iter().filter_map(|office| named.mentions.get(office.mention as usize)).map(|at| at.form);
            for form in with_office {
                let [_, .., last] = self.words(form) else { continue };
                let other = *first.entry(*last).or_insert(form);
                if other != form {
                    shared.extend([other, form]);
                }
            }
        }
        shared
    }

    /// The forms that another with more or fewer words equals but for spaces: “Jean-Luc Moreau”, “Jean Luc Moreau”.
    fn written_apart(&self) -> BTreeSet<u32> {
        let mut first: HashMap<u32, u32> = HashMap::new();
        let mut joined = BTreeSet::new();
        for form in 0..self.names.forms.len() as u32 {
            let other = *first.entry(self.names.forms.squeezed(form)).or_insert(form);
            if self.words(other).len() != self.words(form).len() {
                joined.extend([other, form]);
            }
        }
        joined
    }

    pub(super) fn words(&self, form: u32) -> &'a [u32] {
        self.names.forms.words(form)
    }

    fn word(&self, number: u32) -> &'a str {
        self.names.words.word(number)
    }

    fn count(&self, form: u32) -> u32 {
        self.counts.get(form as usize).copied().unwrap_or_default()
    }

    fn places(&self, form: u32) -> &[(ArticleNo, At)] {
        self.places.get(&form).map_or(&[], Vec::as_slice)
    }

    /// Whether a form is rare enough to say that two articles tell of one event.
    fn is_rare(&self, form: u32) -> bool {
        let limit = (self.names.articles.len() / 10).max(10);
        self.spread.get(form as usize).is_some_and(|spread| *spread as usize <= limit)
    }

    /// The rare names of an article.
    pub(super) fn rare(&self, no: ArticleNo) -> HashSet<u32> {
        let mentions = self.names.articles.get(&no).map(|named| named.mentions.iter());
        mentions.into_iter().flatten().map(|at| at.form).filter(|form| self.is_rare(*form)).collect()
    }

    /// The form as it is written in the texts, with capitals where it is written with capitals only there.
    pub(super) fn text(&self, form: u32) -> String {
        let written = |(no, at): &(ArticleNo, At)| self.sources.get(no).and_then(|source| source.text.get(at.range()));
        let mut ways: BTreeMap<&str, usize> = BTreeMap::new();
        for text in self.places(form).iter().filter_map(written) {
            *ways.entry(text).or_default() += 1;
        }
        let small = |text: &str| text.chars().any(char::is_lowercase);
        ways.into_iter().max_by_key(|(text, count)| (small(text), *count)).map(|(text, _)| text.to_owned()).unwrap_or_default()
    }

    /// The words at a place.
    pub(super) fn text_at(&self, place: Place) -> String {
        self.sources.get(&place.article).and_then(|source| source.text.get(place.range())).unwrap_or_default().to_owned()
    }

    /// Whether an article names someone by the full name or the surname.
    pub(super) fn knows(&self, no: ArticleNo, person: u32) -> bool {
        let surname = self.words(person).last();
        let mentions = self.names.articles.get(&no).map(|named| named.mentions.iter());
        mentions.into_iter().flatten().any(|at| self.words(at.form).last() == surname)
    }

    /// Whether two forms may be two spellings of one name.
    pub(super) fn alike(&self, a: u32, b: u32) -> bool {
        self.whole(self.words(a), self.words(b)).is_some()
    }

    /// Whether two articles are one, or share two rare names besides these.
    pub(super) fn related(&self, a: u32, b: u32) -> bool {
        let articles = |form: u32| -> BTreeSet<ArticleNo> { self.places(form).iter().map(|(no, _)| *no).collect() };
        let (of_a, of_b) = (articles(a), articles(b));
        of_a.iter().any(|no| of_b.contains(no)) || {
            let of_b: Vec<HashSet<u32>> = of_b.iter().take(4).map(|no| self.rare(*no)).collect();
            of_a.iter().take(4).any(|no| {
                let rare = self.rare(*no);
                of_b.iter().any(|other| rare.intersection(other).filter(|form| **form != a && **form != b).count() >= 2)
            })
        }
    }

    /// A word and those that sound the same.
    pub(super) fn spellings_of(&self, word: u32) -> Vec<u32> {
        let others = self.names.words.alike(word).iter().filter(|(_, how)| *how <= Alike::Sound).map(|(other, _)| *other);
        std::iter::once(word).chain(others).collect()
    }

    /// Whether some article has both forms.
    pub(super) fn shares_an_article(&self, a: u32, b: u32) -> bool {
        let of_a: BTreeSet<ArticleNo> = self.places(a).iter().map(|(no, _)| *no).collect();
        self.places(b).iter().any(|(no, _)| of_a.contains(no))
    }

    /// Whether the surnames of two full names are one, in one spelling or another of its sound, and the first names begin alike.
    pub(super) fn one_surname(&self, a: u32, b: u32) -> (bool, bool) {
        let ([first, .., last], [other_first, .., other_last]) = (self.words(a), self.words(b)) else { return (false, false) };
        let surname = last == other_last || self.names.words.how(*last, *other_last).is_some_and(|how| how <= Alike::Sound);
        let initial = self.word(*first).chars().next() == self.word(*other_first).chars().next();
        (surname && first != other_first, initial)
    }

    /// Whether two forms stand close together somewhere, as two people in one sentence do.
    pub(super) fn side_by_side(&self, a: u32, b: u32) -> bool {
        let mut of_b = self.places(b).iter().peekable();
        let mut last: Option<(ArticleNo, usize)> = None;
        let near = |one: Option<(ArticleNo, usize)>, other: (ArticleNo, usize)| {
            one.is_some_and(|one| one.0 == other.0 && one.1.abs_diff(other.1) < NEAR)
        };
        self.places(a).iter().any(|(no, at)| {
            let here = (*no, at.range().start);
            while let Some((no, at)) = of_b.next_if(|(other, at)| (*other, at.range().start) < here) {
                last = Some((*no, at.range().start));
            }
            near(last, here) || near(of_b.peek().map(|(no, at)| (*no, at.range().start)), here)
        })
    }

    /// The groups of spellings.
    pub(super) fn spellings(&self, apart: &Apart) -> Vec<NameGroup> {
        let by_word = self.by_word();
        let mut pairs = self.pairs(&by_word);
        pairs.extend(super::office::one_office_one_surname(self).into_iter().map(|(a, b)| Pair { how: Alike::Near, a, b }));
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

    fn pairs(&self, by_word: &BTreeMap<u32, Vec<u32>>) -> Vec<Pair> {
        let mut pairs = Vec::new();
        let mut seen = HashSet::new();
        for (word, forms) in by_word {
            for (other, _) in self.names.words.alike(*word).iter().filter(|(other, _)| word < other) {
                let others = by_word.get(other).map_or(&[][..], Vec::as_slice);
                for a in forms.iter().take(CROWDED) {
                    for b in others.iter().take(CROWDED) {
                        if seen.insert((*a.min(b), *a.max(b))) {
                            pairs.extend(self.pair(*a, *b).map(|how| Pair { how, a: *a, b: *b }));
                        }
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

    fn equal_letters(&self, a: u32, b: u32) -> bool {
        let letters = |form: u32| -> String { self.words(form).iter().map(|word| fold(self.word(*word))).collect() };
        letters(a) == letters(b)
    }

    /// Whether two forms are one name.
    fn pair(&self, a: u32, b: u32) -> Option<Alike> {
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
        if a.len() != b.len() {
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
        if class(self.word(last)).is(Class::ORGANISATION.and(Class::PLACE)) || is_house_style(word, self.word(last)) {
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
        let mentions = self.names.articles.get(&no).map(|named| named.mentions.iter());
        mentions.into_iter().flatten().any(|at| matches!(self.words(at.form), [_, .., last] if *last == word))
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

pub(super) fn place(article: ArticleNo, range: std::ops::Range<usize>) -> Place {
    Place { article, start: range.start, end: range.end }
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

/// Forms that belong together (union–find), with what keeps them apart.
#[derive(Default)]
struct Groups {
    leader: BTreeMap<u32, u32>,
    members: BTreeMap<u32, Vec<u32>>,
    /// The words in which the forms differ.
    contested: HashSet<u32>,
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
            let texts = |forms: &[u32]| -> Vec<String> { forms.iter().map(|form| view.text(*form)).collect() };
            let others = texts(&of_b);
            if texts(&of_a).iter().any(|one| others.iter().any(|other| apart.names(one, other))) {
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
