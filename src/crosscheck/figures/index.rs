//! Finds figures that may tell of one thing, without comparing each with each.
//!
//! Method: the sorted neighbourhood of Hernández and Stolfo (1995). Each figure stands in a list for each of its telling words (per dimension), and is compared with the figures
//! that stand last in these lists; what lies further back is reached over those between. The lists are chains from the newest figure to the oldest, so that adding costs
//! nothing but the comparisons. An article that is taken out leaves its figures dead in the chains; when they are the greater part, the index is built anew.
//!
//! Where it stops working: of a word under which very many figures stand only the last are compared, and which those are depends on the order in which the articles came.

use hashbrown::HashMap;

use jiff::civil::Date;

use crate::crosscheck::finding::Place;
use crate::crosscheck::source::ArticleNo;

use super::calendar::days_between;
use super::context::{Stem, hash};
use super::entry::Entry;
use super::language::Language;
use super::mention::Worth;
use super::pair::{Between, Relation, relation};
use super::read::{Reading, related};
use super::unit::Dimension;

/// With how many figures of each list a new one is compared.
const NEIGHBOURS: usize = 24;
/// How many words of its context a figure is listed under, besides what is counted.
const LISTED: usize = 4;
/// How many relations of each figure to older ones are kept, the strongest.
const KEPT: usize = 4;

/// Two figures of one thing, by their numbers in the index.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub newer: u32,
    pub older: u32,
    pub relation: Relation,
}

/// An article whose figures stand in the index.
#[derive(Clone, Debug)]
struct Kept {
    /// The numbers of its figures.
    first: u32,
    end: u32,
    subject: Box<[Stem]>,
    date: Option<Date>,
    language: Language,
}

/// The figures of all articles, and which of them tell of one thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    entries: Vec<Entry>,
    articles: HashMap<ArticleNo, Kept>,
    /// The newest posting of each list.
    lists: HashMap<u32, u32>,
    /// A figure, and the posting before it in its list.
    postings: Vec<(u32, u32)>,
    links: Vec<Link>,
    dead: usize,
    /// How often it was built anew: then the figures have other numbers.
    edition: u32,
}

/// The end of a chain.
const END: u32 = u32::MAX;

impl Index {
    /// Takes in what an article says.
    pub fn add(&mut self, article: ArticleNo, reading: Reading) {
        let first = self.len();
        let end = first.saturating_add(u32::try_from(reading.mentions.len()).unwrap_or(0));
        self.articles.insert(article, Kept { first, end, subject: reading.subject, date: reading.date, language: reading.manner.language });
        for mention in reading.mentions {
            self.insert(Entry::new(article, mention));
        }
    }

    /// Takes an article out. Those that were linked to its figures are compared anew, since only their strongest links were kept.
    pub fn remove(&mut self, article: ArticleNo) {
        let Some(gone) = self.articles.remove(&article) else { return };
        let gone = gone.first..gone.end;
        self.dead += gone.len();
        let mut left: Vec<u32> = self.links.iter().filter(|link| gone.contains(&link.older)).map(|link| link.newer).collect();
        left.retain(|newer| !gone.contains(newer));
        left.sort_unstable();
        left.dedup();
        let kept = |link: &Link| !gone.contains(&link.newer) && left.binary_search(&link.newer).is_err();
        self.links.retain(kept);
        if 2 * self.dead > self.entries.len() {
            self.rebuild();
            return;
        }
        for number in left {
            let links = self.entry(number).map(|entry| self.compare(number, entry, &keys(entry))).unwrap_or_default();
            self.links.extend(links);
        }
    }

    /// The figures of all articles, in the order in which they were added.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().enumerate().filter(|(number, entry)| self.is_alive(*number as u32, entry)).map(|(_, entry)| entry)
    }

    /// The figures of one article, in the order of its text.
    pub fn entries_of(&self, article: ArticleNo) -> impl Iterator<Item = &Entry> {
        let range = self.articles.get(&article).map_or(0..0, |kept| kept.first as usize..kept.end as usize);
        self.entries.get(range).unwrap_or_default().iter()
    }

    /// How many figures there are, dead ones included.
    pub fn len(&self) -> u32 {
        u32::try_from(self.entries.len()).unwrap_or(END)
    }

    pub fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }

    /// The figures that tell of one thing, by pairs.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// Figures with the same numbers are the same within one edition.
    pub fn edition(&self) -> u32 {
        self.edition
    }

    /// The language of an article.
    pub fn language(&self, article: ArticleNo) -> Language {
        self.articles.get(&article).map(|kept| kept.language).unwrap_or_default()
    }

    fn is_alive(&self, number: u32, entry: &Entry) -> bool {
        self.articles.get(&entry.article()).is_some_and(|kept| (kept.first..kept.end).contains(&number))
    }

    fn insert(&mut self, entry: Entry) {
        let number = self.len();
        let keys = keys(&entry);
        let links = self.compare(number, &entry, &keys);
        grow(&mut self.links, links.len());
        self.links.extend(links);
        grow(&mut self.postings, keys.len());
        grow(&mut self.entries, 1);
        for key in keys {
            let posting = u32::try_from(self.postings.len()).unwrap_or(END);
            let before = self.lists.insert(key, posting).unwrap_or(END);
            self.postings.push((number, before));
        }
        self.entries.push(entry);
    }

    /// The strongest relations of a figure to older ones.
    fn compare(&self, number: u32, entry: &Entry, keys: &[u32]) -> Vec<Link> {
        let mut candidates: Vec<u32> = keys.iter().flat_map(|key| self.list_before(*key, number).take(NEIGHBOURS)).collect();
        candidates.sort_unstable();
        candidates.dedup();
        let relation_to = |older: u32| {
            let other = self.entry(older)?;
            // In the order of articles and text, so that it does not matter which article came first.
            let (a, b) = if other.place() < entry.place() { (other, entry) } else { (entry, other) };
            let relation = relation(a, b, self.between(a, b)?)?;
            Some((Link { newer: number, older, relation }, other.place()))
        };
        let mut links: Vec<(Link, Place)> = candidates.into_iter().filter_map(relation_to).collect();
        links.sort_by(|(a, first), (b, second)| b.relation.score.total_cmp(&a.relation.score).then(first.cmp(second)));
        links.truncate(KEPT);
        links.into_iter().map(|(link, _)| link).collect()
    }

    fn between(&self, a: &Entry, b: &Entry) -> Option<Between> {
        let (first, second) = (self.articles.get(&a.article())?, self.articles.get(&b.article())?);
        let same = a.article() == b.article();
        let related = if same { 1.0 } else { related(&first.subject, &second.subject) };
        let days = first.date.zip(second.date).map(|(first, second)| days_between(second, first));
        Some(Between { same, related, days })
    }

    /// The living figures of a list that are older than one, the newest first.
    fn list_before(&self, key: u32, number: u32) -> impl Iterator<Item = u32> + '_ {
        let mut next = self.lists.get(&key).copied().unwrap_or(END);
        let all = std::iter::from_fn(move || {
            let (number, before) = self.postings.get(next as usize).copied()?;
            next = before;
            Some(number)
        });
        let alive = |number: &u32| self.entry(*number).is_some_and(|entry| self.is_alive(*number, entry));
        all.skip_while(move |other| *other >= number).filter(alive)
    }

    /// Leaves out the dead.
    fn rebuild(&mut self) {
        let old = std::mem::take(self);
        self.edition = old.edition + 1;
        let mut by_article: HashMap<ArticleNo, Vec<Entry>> = HashMap::new();
        for (number, entry) in old.entries.into_iter().enumerate() {
            if old.articles.get(&entry.article()).is_some_and(|kept| (kept.first..kept.end).contains(&(number as u32))) {
                by_article.entry(entry.article()).or_default().push(entry);
            }
        }
        let mut articles: Vec<(ArticleNo, Kept)> = old.articles.into_iter().collect();
        articles.sort_by_key(|(_, kept)| kept.first);
        for (article, kept) in articles {
            let entries = by_article.remove(&article).unwrap_or_default();
            let first = self.len();
            let end = first + entries.len() as u32;
            self.articles.insert(article, Kept { first, end, ..kept });
            for entry in entries {
                self.insert(entry);
            }
        }
    }
}

/// The lists that a figure stands in.
fn keys(entry: &Entry) -> Vec<u32> {
    let mut stems: Vec<Stem> = entry.heads.iter().copied().filter(|stem| *stem != 0).collect();
    // Counted things are of one kind only where what is counted is the same.
    if entry.dimension() != Dimension::Count {
        let mut context: Vec<(u8, Stem)> = entry.context.iter().map(|word| (word.tells(), word.stem())).collect();
        context.sort_unstable_by(|a, b| b.cmp(a));
        stems.iter_mut().for_each(|stem| *stem &= !0xff);
        stems.extend(context.into_iter().take(LISTED).map(|(_, stem)| stem));
        // So much a year; and the same digits in another order.
        if let Worth::Amount(amount) = entry.worth {
            stems.extend(Some(amount.rate).filter(|rate| *rate != 0));
            stems.extend(amount.digits().map(|digits| hash(&digits)));
        }
    }
    stems.sort_unstable();
    stems.dedup();
    let dimension = entry.dimension() as u32 + 1;
    stems.into_iter().map(|stem| stem.rotate_left(5) ^ dimension.wrapping_mul(0x9e37_79b1)).collect()
}

/// Makes room for `more` without the half that a vector would keep free.
fn grow<T>(list: &mut Vec<T>, more: usize) {
    if list.capacity() - list.len() < more {
        list.reserve_exact(more + list.len() / 8);
    }
}
