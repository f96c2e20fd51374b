//! What the articles have in common, counted once for a search: how often and where each name stands, and which articles tell of one event.
//!
//! Two articles tell of one event when they share two names that few articles have: a cheap stand-in for what news clustering does with weights
//! (Yang, Pierce and Carbonell 1998). In a handful of articles every name counts as rare.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use hashbrown::{HashMap, HashSet};

use super::Names;
use super::store::At;
use crate::crosscheck::finding::Place;
use crate::crosscheck::source::{ArticleNo, Sources};

/// Mentions nearer to each other than this, in bytes, are of two different things.
const NEAR: usize = 90;

/// Everything that the search for groups looks at, counted once.
pub(super) struct View<'a> {
    pub names: &'a Names,
    pub sources: &'a Sources,
    /// For each form, how often it stands.
    counts: Vec<u32>,
    /// For each form, in how many articles.
    spread: Vec<u32>,
    /// For each form that has an alike word or a surname, where it stands: article and mention.
    pub places: HashMap<u32, Vec<(ArticleNo, At)>>,
    /// Forms that another equals but for spaces, hyphens and the like.
    pub joined: Vec<u32>,
    /// Which article has a name of several words that ends with which word, for the forms above.
    pub introduced: HashSet<(ArticleNo, u32)>,
    /// The rare names of articles that were asked for.
    rare: RefCell<HashMap<ArticleNo, Rc<[u32]>>>,
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
            introduced: HashSet::new(),
            rare: RefCell::default(),
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
                    if let [_, .., last] = names.forms.words(at.form) {
                        view.introduced.insert((*no, *last));
                    }
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

    pub(super) fn word(&self, number: u32) -> &'a str {
        self.names.words.word(number)
    }

    pub(super) fn count(&self, form: u32) -> u32 {
        self.counts.get(form as usize).copied().unwrap_or_default()
    }

    pub(super) fn places(&self, form: u32) -> &[(ArticleNo, At)] {
        self.places.get(&form).map_or(&[], Vec::as_slice)
    }

    /// Whether a form is rare enough to say that two articles tell of one event.
    fn is_rare(&self, form: u32) -> bool {
        let limit = (self.names.articles.len() / 10).max(10);
        self.spread.get(form as usize).is_some_and(|spread| *spread as usize <= limit)
    }

    /// The rare names of an article, in order, each once.
    pub(super) fn rare(&self, no: ArticleNo) -> Rc<[u32]> {
        let known = |rare: &HashMap<ArticleNo, Rc<[u32]>>| rare.get(&no).cloned();
        if let Some(rare) = known(&self.rare.borrow()) {
            return rare;
        }
        let mentions = self.names.articles.get(&no).map(|named| named.mentions.iter());
        let mut rare: Vec<u32> = mentions.into_iter().flatten().map(|at| at.form).filter(|form| self.is_rare(*form)).collect();
        rare.sort_unstable();
        rare.dedup();
        let rare: Rc<[u32]> = rare.into();
        self.rare.borrow_mut().insert(no, Rc::clone(&rare));
        rare
    }

    /// Whether two articles are one, or share two rare names besides these.
    pub(super) fn one_event(&self, a: ArticleNo, b: ArticleNo, besides: [u32; 2]) -> bool {
        if a == b {
            return true;
        }
        let (of_a, of_b) = (self.rare(a), self.rare(b));
        let mut others = of_b.iter().peekable();
        let mut shared = 0;
        for form in of_a.iter().filter(|form| !besides.contains(form)) {
            while others.next_if(|other| *other < form).is_some() {}
            shared += usize::from(others.next_if_eq(&form).is_some());
            if shared == 2 {
                return true;
            }
        }
        false
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

    /// Whether two forms stand in one article, or in articles that tell of one event.
    pub(super) fn related(&self, a: u32, b: u32) -> bool {
        let articles = |form: u32| -> BTreeSet<ArticleNo> { self.places(form).iter().map(|(no, _)| *no).collect() };
        let (of_a, of_b) = (articles(a), articles(b));
        let few = || of_a.iter().take(4).flat_map(|one| of_b.iter().take(4).map(move |other| (*one, *other)));
        !of_a.is_disjoint(&of_b) || few().any(|(one, other)| self.one_event(one, other, [a, b]))
    }

    /// Whether some article has both forms.
    pub(super) fn shares_an_article(&self, a: u32, b: u32) -> bool {
        let of_a: BTreeSet<ArticleNo> = self.places(a).iter().map(|(no, _)| *no).collect();
        self.places(b).iter().any(|(no, _)| of_a.contains(no))
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
}

pub(super) fn place(article: ArticleNo, range: std::ops::Range<usize>) -> Place {
    Place { article, start: range.start, end: range.end }
}
