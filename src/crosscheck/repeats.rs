//! Repeats: passages that stand in several articles, and what one article says twice.
//!
//! Why: reports copy from each other and from agencies without saying so, and a mistake in the copied text is then in all of them. A reviewer who
//! knows that five articles share a paragraph checks it once.
//!
//! How, each part with its source in its module: an `article` is read as sentences of folded words, without what is no article text; an `index` of
//! shingles says where else its runs of meaningful words stand; `chain` and `align` make passages of them, seed and extend; `passage` cuts them where
//! sentences begin and end; `reworded` finds what one article says again in other words; `group` joins the pairs over all articles; `shared` sums
//! them up for each pair of articles. A new article is held only against those that share a shingle with it.
//!
//! What it does not do: a repeat that is one quotation is left to the comparison of quotes, and passages that two *articles* tell each in its own
//! words are not found. Of a passage that stands in more than [`index::PLACES`] articles, each further one is held against the first of them, so the
//! finding has all its places, but the shares of pairs among the later ones lack it.

mod align;
mod article;
mod chain;
mod function_words;
mod group;
mod index;
mod limits;
mod passage;
mod quoted;
mod reworded;
mod shared;
mod similarity;
#[cfg(test)]
mod tests;
mod tiles;
mod word;

use std::collections::BTreeMap;

use hashbrown::HashMap;

use crate::model::Reason;

use super::boilerplate::not_article_text;
use super::finding::{Repeat, Shared};
use super::memo::Memo;
use super::source::{Apart, ArticleNo, Source};
use article::Article;
use chain::{Anchor, Near};
use group::Made;
use index::{Index, PLACES, PLACES_IN_ONE, shingles};
use passage::{Match, Numbered};

/// The repeats of a set of articles, kept up to date as articles come and go.
#[derive(Clone, Debug, Default)]
pub struct Repeats {
    articles: BTreeMap<ArticleNo, Article>,
    index: Index,
    /// Which article the words from this place of the index on belong to.
    bases: BTreeMap<u32, ArticleNo>,
    matches: Vec<Match>,
    /// How many articles have come.
    came: u32,
    made: Memo<Made>,
}

impl Repeats {
    /// Takes in an article, in place of the one with its number if there is one. Costs its length, and what it shares with others.
    pub fn add(&mut self, source: &Source) {
        self.add_text(source, &not_article_text(&source.text));
    }

    /// Like [`Repeats::add`], for those who know already what is no article text: ranges in order, as [`not_article_text`] gives them.
    pub fn add_text(&mut self, source: &Source, apart: &[(std::ops::Range<usize>, Reason)]) {
        self.remove(source.no);
        self.came = self.came.wrapping_add(1);
        let article = Article::read(&source.text, apart, self.came);
        let base = self.bases.last_key_value().map_or(0, |(base, no)| base + self.articles.get(no).map_or(0, Article::len));
        let numbered = Numbered { no: source.no, article: &article };
        let known = self.matches.len();
        // Places are numbered with four bytes, which last for twenty gigabytes of text.
        if base.checked_add(article.len()).is_some() {
            let seeds = self.seeds(base, &article);
            self.compare(numbered, base, &seeds);
        }
        let mut told = reworded::reworded(numbered);
        let verbatim = || self.matches.iter().skip(known).filter(|one| one.within());
        told.retain(|one| !verbatim().any(|other| one.overlaps(other)));
        self.matches.append(&mut told);
        if !article.words.is_empty() {
            self.bases.insert(base, source.no);
        }
        self.articles.insert(source.no, article);
    }

    /// Lets an article go.
    pub fn remove(&mut self, no: ArticleNo) {
        let Some(article) = self.articles.remove(&no) else { return };
        self.matches.retain(|one| !one.touches(no));
        let Some(base) = self.bases.iter().find(|(_, other)| **other == no).map(|(base, _)| *base) else { return };
        self.bases.remove(&base);
        let mut full: HashMap<u32, usize> = HashMap::new();
        for (shingle, at) in shingles(&article) {
            if self.index.places(shingle).count() >= PLACES {
                full.insert(shingle, 0);
            }
            self.index.remove(shingle, base + at);
        }
        if !full.is_empty() {
            self.refill(&full);
        }
    }

    /// The repeats, with the one that repeats most text first, without what `apart` says is not the same; and how much text each pair of articles
    /// shares. Groups only what has changed since it was last asked.
    pub fn find(&mut self, apart: &Apart) -> (Vec<Repeat>, Vec<Shared>) {
        (group::group(&self.matches, &self.articles, &mut self.made, apart), shared::shared(&self.matches, &self.articles))
    }

    /// Where the shingles of a new article stand that are in the index already, its own earlier ones among them: places of the index, each with the
    /// number of the new article's word, in order. Puts the article into the index.
    fn seeds(&mut self, base: u32, article: &Article) -> Vec<Anchor> {
        let mut seeds: Vec<Anchor> = Vec::new();
        let mut times: HashMap<u32, usize> = HashMap::new();
        for (shingle, at) in shingles(article) {
            let times = times.entry(shingle).or_default();
            *times += 1;
            if *times > PLACES_IN_ONE {
                continue;
            }
            let known = seeds.len();
            seeds.extend(self.index.places(shingle).map(|place| (place, at)));
            if seeds.len() - known < PLACES {
                self.index.insert(shingle, base + at);
            }
        }
        seeds.sort_unstable();
        seeds
    }

    /// Finds the passages that the seeds belong to, article by article.
    fn compare(&mut self, new: Numbered, base: u32, seeds: &[Anchor]) {
        let mut sentences = reworded::New::of(new);
        let mut near = Near::of(new.article);
        let mut rest = seeds;
        let mut found: Vec<Match> = Vec::new();
        while let Some((place, _)) = rest.first() {
            let own = *place >= base;
            let Some((start, no)) =
                (if own { Some((base, new.no)) } else { self.bases.range(..=place).next_back().map(|(start, no)| (*start, *no)) })
            else {
                break;
            };
            let Some(article) = (if own { Some(new.article) } else { self.articles.get(&no) }) else { break };
            let (of_it, after) = rest.split_at(rest.partition_point(|(place, _)| place - start < article.len()));
            rest = after;
            let other = Numbered { no, article };
            // Of the new article and the other one, and the other way round where that is the order of the articles.
            let pairs = of_it.iter().map(|(place, at)| (*at, place - start));
            found.extend(of_two(&mut sentences, &mut near, new, other, pairs));
            if of_it.is_empty() {
                break;
            }
        }
        self.matches.append(&mut found);
    }

    /// Puts places of shingles into the index that did not fit before one of them was removed.
    fn refill(&mut self, full: &HashMap<u32, usize>) {
        for (base, no) in &self.bases {
            let Some(article) = self.articles.get(no) else { continue };
            for (shingle, at) in shingles(article).filter(|(shingle, _)| full.contains_key(shingle)) {
                let mut places = 0;
                let mut own = 0;
                let mut known = false;
                for place in self.index.places(shingle) {
                    places += 1;
                    own += usize::from((*base..base + article.len()).contains(&place));
                    known |= place == base + at;
                }
                if !known && places < PLACES && own < PLACES_IN_ONE {
                    self.index.insert(shingle, base + at);
                }
            }
        }
    }
}

/// What a new article repeats of another one, or of itself. `seeds` are where common shingles start in both.
fn of_two(
    sentences: &mut reworded::New,
    near: &mut Near,
    new: Numbered,
    other: Numbered,
    seeds: impl Iterator<Item = Anchor> + Clone,
) -> Vec<Match> {
    let own = new.no == other.no;
    let mut words: Vec<Anchor> = Vec::new();
    for (x, y) in seeds.clone() {
        pair(new.article, x, other.article, y, &mut words);
    }
    if own {
        // A title that its article takes up again is no repeat.
        words.retain(|(x, y)| !new.article.in_heading(*x) && !new.article.in_heading(*y));
    }
    let mut chains = chain::chains(words);
    chains.retain(|chain| near.is_promising(other.article, chain));
    let turned = other.no < new.no;
    let turn = |anchor: &mut Anchor| *anchor = (anchor.1, anchor.0);
    let (mut a, mut b) = (new, other);
    if turned {
        // In the order of articles, so that it does not matter which came first.
        (a, b) = (b, a);
        chains.iter_mut().flatten().for_each(turn);
    }
    let found = passage::matches(a, b, chains.iter().map(|chain| align::align(&a.article.words, &b.article.words, chain)));
    if own {
        return found;
    }
    let mut seeds: Vec<Anchor> = seeds.collect();
    if turned {
        seeds.iter_mut().for_each(turn);
    }
    let mut told = reworded::between(sentences, a, b, &seeds, &found);
    told.splice(0..0, found);
    told
}

/// The words of a shingle that stands in both articles, each with its partner.
fn pair(a: &Article, x: u32, b: &Article, y: u32, anchors: &mut Vec<Anchor>) {
    let start = anchors.len();
    let same =
        a.meaning_from(x).zip(b.meaning_from(y)).take(index::WORDS).take_while(|((_, word), (_, other))| word.stem() == other.stem());
    anchors.extend(same.map(|((x, _), (y, _))| (x, y)));
    if anchors.len() - start < index::WORDS {
        anchors.truncate(start);
    }
}
