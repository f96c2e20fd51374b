//! Direct quotations: what each article quotes, and where articles quote one statement differently.
//!
//! Why: of several reports of one event the one that changed a speaker's words is hard to find by eye, and matters most.
//!
//! How: `marks` pairs quotation marks, `extraction` makes statements of them with the help of `speech`, `unit` keeps what is needed to find their like,
//! `candidates` says which are worth comparing, `alignment` lays them side by side, `groups` says which are one statement and how they differ, `paraphrase` finds
//! a quoted statement that another article tells in its own words. [`Quotes`] keeps all of it for a set of articles that grows and shrinks: an
//! article is read once, and two wordings are compared once.
//!
//! What it does not do: it does not say which wording is right. Each part's limits stand in its module.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::finding::{Fault, Place, QuoteFault, QuoteGroup};
use super::source::{Apart, ArticleNo, Source, Sources};

mod alignment;
mod candidates;
mod dialogue;
mod extraction;
mod groups;
mod language;
mod marks;
mod paraphrase;
mod speech;
#[cfg(test)]
mod tests;
mod tokens;
mod unit;
pub(super) mod verbs;

pub use extraction::{Extraction, Quotation, quotations};
pub use language::{Language, language_of};

use alignment::{Comparison, Wording, compare};
use groups::{Edge, accepts, groups, speakers, wordings};
use unit::{Unit, units};

/// The quotations of a set of articles.
#[derive(Clone, Debug, Default)]
pub struct Quotes {
    articles: BTreeMap<ArticleNo, Extract>,
    /// What comparing two wordings gave, by their hashes, the smaller first.
    compared: HashMap<(u64, u64), Option<Box<Comparison>>>,
}

/// What is kept of an article.
#[derive(Clone, Debug)]
struct Extract {
    language: Language,
    units: Vec<Unit>,
    faults: Vec<(Range<usize>, Fault)>,
    tellings: paraphrase::Tellings,
}

impl Quotes {
    /// Reads an article; one that had its number is forgotten. Takes time linear in the text.
    pub fn add(&mut self, source: &Source) {
        let text = &source.text;
        let Extraction { language, quotations, faults } = quotations(text);
        let compared = quotations.iter().enumerate().filter(|(_, quotation)| !quotation.nested);
        let units = compared.flat_map(|(at, quotation)| units(text, quotation, u32::try_from(at).unwrap_or(u32::MAX), language)).collect();
        let tellings = paraphrase::Tellings::read(text, &quotations, language);
        self.articles.insert(source.no, Extract { language, units, faults, tellings });
    }

    /// Forgets an article.
    pub fn remove(&mut self, no: ArticleNo) {
        self.articles.remove(&no);
    }

    /// Where the quotations of an article stand, with their marks.
    pub fn places_in(&self, no: ArticleNo) -> impl Iterator<Item = Range<usize>> {
        self.articles.get(&no).into_iter().flat_map(|extract| extract.units.iter().map(|unit| unit.place.clone()))
    }

    /// What was found: statements that several places quote, those that differ most first, and marks without a partner. `sources` has the texts that were
    /// added. Compares only wordings that were not compared before.
    pub fn find(&mut self, sources: &Sources, apart: &Apart) -> (Vec<QuoteGroup>, Vec<QuoteFault>) {
        let wordings = wordings(&self.articles);
        let edges = edges(&wordings, &mut self.compared, sources);
        let mut found = groups(&wordings, &edges, sources, apart);
        paraphrase::add(&mut found, &self.articles, sources, apart);
        groups::sort(&mut found);
        let faults = self.articles.iter().flat_map(|(article, extract)| {
            let fault = |(range, fault): &(Range<usize>, Fault)| QuoteFault {
                place: Place { article: *article, start: range.start, end: range.end },
                fault: *fault,
            };
            extract.faults.iter().map(fault)
        });
        (found, faults.collect())
    }
}

/// For each wording, those that are the same statement.
fn edges(
    wordings: &[groups::Places<'_>],
    compared: &mut HashMap<(u64, u64), Option<Box<Comparison>>>,
    sources: &Sources,
) -> Vec<Vec<Edge>> {
    let firsts: Vec<&Unit> = wordings.iter().filter_map(|places| places.first().map(|told| told.unit)).collect();
    let features: Vec<&[u32]> = firsts.iter().map(|unit| &*unit.features).collect();
    let short = |at: usize| firsts.get(at).is_some_and(|unit| unit.meaning <= 1);
    let mut read: HashMap<usize, Vec<tokens::Token>> = HashMap::new();
    let mut known = HashMap::new();
    let mut edges: Vec<Vec<Edge>> = vec![Vec::new(); wordings.len()];
    for (one, other) in candidates::candidates(&features, short) {
        let (one, other) = (one as usize, other as usize);
        let (Some(a), Some(b)) = (wordings.get(one), wordings.get(other)) else { continue };
        let (Some(first), Some(second)) = (a.first(), b.first()) else { continue };
        let turned = first.unit.wording > second.unit.wording;
        let key = (first.unit.wording.min(second.unit.wording), first.unit.wording.max(second.unit.wording));
        let comparison = compared.remove(&key).unwrap_or_else(|| {
            for (at, told) in [(one, first), (other, second)] {
                read.entry(at).or_insert_with(|| told.tokens(sources));
            }
            let wording = |at: usize, told: &groups::Told<'_>| {
                let text = &sources.get(&told.article)?.text;
                Some(Wording { text, tokens: read.get(&at)? })
            };
            let found = wording(one, first).zip(wording(other, second)).and_then(|(a, b)| compare(a, b));
            found.map(|found| Box::new(if turned { found.turned() } else { found }))
        });
        if let Some(found) = &comparison {
            let found = if turned { found.turned() } else { (**found).clone() };
            let words = (first.unit.words as usize, second.unit.words as usize);
            let within = a.iter().chain(b).all(|told| told.article == first.article);
            if accepts(&found, words, speakers(a, b), within) {
                let back = Edge { to: one, found: found.turned() };
                if let Some(list) = edges.get_mut(one) {
                    list.push(Edge { to: other, found });
                }
                if let Some(list) = edges.get_mut(other) {
                    list.push(back);
                }
            }
        }
        known.insert(key, comparison);
    }
    *compared = known;
    edges
}
