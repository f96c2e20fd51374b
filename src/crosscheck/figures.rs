//! Figures and dates: what the articles say of one thing, and where it cannot all be right.
//!
//! Why: a number that lost its decimal point, a wrong unit and a wrong day are the faults that readers notice and that an eye going from article to article misses.
//!
//! How, one file each: [`token`] cuts a sentence into words, digits and marks; [`language`] tells how the text writes numbers; [`number`], [`numeral`], [`mod@unit`] and
//! [`mod@fraction`] and [`qualifier`] make [`quantity`]; [`calendar`] makes [`date`], [`mod@clock`] times of day; [`mention`] adds what is counted ([`phrase`]) and [`context`], with its [`vocabulary`], the words around it; [`read`] does so for an article.
//! [`index`] finds figures with words in common without comparing all with all, [`pair`] decides whether two are of one thing and by [`agree`] whether both can be right, and
//! [`group`] makes one finding of all that belong together.
//!
//! Where it stops working: English, German and Spanish are read well, French in part, other languages only in digits and units. It does not add up (“two sailors and a cyclist” are not
//! “three people”), follows no pronouns, and does not know that “the ship” and “the ferry” are one. Two things that are told of in the same words it takes for one; where
//! the words are few it is silent, so that a fault of a text that tells all in words of its own is mostly missed. Times of two zones are not compared, nor sums of two currencies.

mod agree;
mod calendar;
mod clock;
mod context;
mod date;
mod entry;
mod fraction;
mod group;
mod index;
mod label;
mod language;
mod mention;
mod number;
mod numeral;
mod pair;
mod phrase;
mod qualifier;
mod quantity;
mod read;
mod show;
#[cfg(test)]
mod tests;
mod token;
mod unit;
mod vocabulary;
mod weekday;

use std::ops::Range;

use crate::model::Reason;

use super::boilerplate::not_article_text;
use super::finding::{FigureGroup, FigureKind};
use super::memo::Memo;
use super::source::{Apart, ArticleNo, Source, Sources};

use self::index::Index;

/// The figures of the compared articles. Articles are added and taken out one by one; only what is new is compared.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    index: Index,
    made: Memo<FigureGroup>,
}

impl Figures {
    /// Takes in an article; one with the same number is replaced. Takes time linear in the text, and for each figure looks at a bounded number of others.
    pub fn add(&mut self, source: &Source) {
        self.add_text(source, &not_article_text(&source.text));
    }

    /// Like [`Figures::add`], for those who know already what is no article text: ranges in order, as [`not_article_text`] gives them.
    pub fn add_text(&mut self, source: &Source, apart: &[(Range<usize>, Reason)]) {
        self.remove(source.no);
        self.index.add(source.no, read::read(&source.text, source.date, apart));
    }

    /// Takes an article out; nothing happens if it is not there.
    pub fn remove(&mut self, article: ArticleNo) {
        self.index.remove(article);
    }

    /// The figures and dates of an article.
    pub fn places_in(&self, article: ArticleNo) -> impl Iterator<Item = (Range<usize>, FigureKind)> {
        self.index.entries_of(article).map(|entry| (entry.place().range(), entry.kind()))
    }

    /// What the articles say of one thing: what cannot all be right first, then by how many places tell of it. `sources` are the articles that were added; places that people have kept
    /// `apart` are not brought together. Looks only at what has changed since it was last asked. The method and its limits: see the [module](self).
    #[must_use]
    pub fn find(&mut self, sources: &Sources, apart: &Apart) -> Vec<FigureGroup> {
        let mut groups = weekday::mismatches(&self.index, apart);
        groups.extend(group::groups(&self.index, &mut self.made, sources, apart));
        let places = |group: &FigureGroup| group.values.iter().map(|value| value.members.len()).sum::<usize>();
        let first = |group: &FigureGroup| group.values.iter().flat_map(|value| value.members.iter().copied()).min();
        groups.sort_by_cached_key(|group| (!group.conflict, std::cmp::Reverse(places(group)), first(group)));
        groups
    }
}
