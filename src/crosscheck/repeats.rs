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

use std::collections::{BTreeMap, HashMap};

use crate::model::Reason;

use super::boilerplate::not_article_text;
use super::finding::{Repeat, Shared};
use super::memo::Memo;
use super::source::{Apart, ArticleNo, Source};
use article::Article;
use chain::Anchor;
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
        // Places are numbered with four bytes, which last for twenty gigabytes of text.
        if base.checked_add(article.len()).is_some() {
            let anchors = self.anchors(source.no, base, &article);
            self.compare(numbered, anchors);
        }
        let verbatim: Vec<Match> = self.matches.iter().filter(|one| one.within() && one.touches(source.no)).cloned().collect();
        let told = reworded::reworded(numbered);
        self.matches.extend(told.into_iter().filter(|one| !verbatim.iter().any(|other| one.overlaps(other))));
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

    /// The words that a new article has in common with those in the index and with its own earlier words. Puts it into the index.
    fn anchors(&mut self, no: ArticleNo, base: u32, article: &Article) -> BTreeMap<ArticleNo, Anchors> {
        let mut anchors: BTreeMap<ArticleNo, Anchors> = BTreeMap::new();
        let mut times: HashMap<u32, usize> = HashMap::new();
        for (shingle, at) in shingles(article) {
            let times = times.entry(shingle).or_default();
            *times += 1;
            if *times > PLACES_IN_ONE {
                continue;
            }
            let mut places = 0;
            for place in self.index.places(shingle) {
                places += 1;
                if place >= base {
                    pair(article, at, article, place - base, anchors.entry(no).or_default());
                } else if let Some((start, other)) = self.bases.range(..=place).next_back()
                    && let Some(earlier) = self.articles.get(other)
                {
                    pair(article, at, earlier, place - start, anchors.entry(*other).or_default());
                }
            }
            if places < PLACES {
                self.index.insert(shingle, base + at);
            }
        }
        anchors
    }

    /// Finds the passages that the anchors belong to.
    fn compare(&mut self, new: Numbered, anchors: BTreeMap<ArticleNo, Anchors>) {
        let mut sentences = reworded::New::of(new);
        for (no, Anchors { words: mut anchors, mut seeds }) in anchors {
            let own = no == new.no;
            if own {
                // A title that its article takes up again is no repeat.
                anchors.retain(|(x, y)| !new.article.in_heading(*x) && !new.article.in_heading(*y));
            }
            let other = if own { Some(new.article) } else { self.articles.get(&no) };
            let Some(article) = other else { continue };
            let (mut a, mut b) = (new, Numbered { no, article });
            if no < new.no {
                // In the order of articles, so that it does not matter which came first.
                (a, b) = (b, a);
                anchors.iter_mut().chain(&mut seeds).for_each(|anchor| *anchor = (anchor.1, anchor.0));
            }
            let chains = chain::chains(anchors).into_iter().filter(|chain| chain::is_promising(a.article, b.article, chain));
            let alignments = chains.map(|chain| align::align(&a.article.words, &b.article.words, &chain));
            let found = passage::matches(a, b, alignments);
            let told = if own { Vec::new() } else { reworded::between(&mut sentences, a, b, &seeds, &found) };
            self.matches.extend(found.into_iter().chain(told));
        }
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

/// What two articles share.
#[derive(Default)]
struct Anchors {
    /// Words of common shingles, each with its partner.
    words: Vec<Anchor>,
    /// Where the shingles start, also those whose words stand in another order.
    seeds: Vec<Anchor>,
}

/// The words of a shingle that stands in both articles, each with its partner.
fn pair(a: &Article, x: u32, b: &Article, y: u32, anchors: &mut Anchors) {
    let start = anchors.words.len();
    let same =
        a.meaning_from(x).zip(b.meaning_from(y)).take(index::WORDS).take_while(|((_, word), (_, other))| word.stem() == other.stem());
    anchors.words.extend(same.map(|((x, _), (y, _))| (x, y)));
    if anchors.words.len() - start < index::WORDS {
        anchors.words.truncate(start);
    }
    anchors.seeds.push((x, y));
}
