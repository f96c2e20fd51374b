//! Direct quotations: what each article quotes, and where articles quote one statement differently.
//!
//! Why: of several reports of one event the one that changed a speaker's words is hard to find by eye, and matters most.
//!
//! How: `marks` pairs quotation marks, `extraction` makes statements of them with the help of `speech`, `unit` keeps what is needed to find their like,
//! `wordings` says which are worth comparing, `alignment` lays them side by side, `groups` says which are one statement and how they differ, `shown` what of
//! that is shown, `paraphrase` finds among the `tellings` of other articles those of a quoted statement. [`Quotes`] keeps all of it for a set of articles that grows and shrinks: an
//! article is read once, two wordings are compared once, and a group is made once.
//!
//! What it does not do: it does not say which wording is right. Each part's limits stand in its module.

use std::ops::Range;
use std::sync::Arc;

use super::finding::{Fault, Place, QuoteFault, QuoteGroup};
use super::source::{Apart, ArticleNo, Source, Sources};

mod alignment;
mod dialogue;
mod extraction;
mod groups;
mod incise;
mod index;
mod language;
mod likeness;
mod marks;
mod paraphrase;
mod shown;
mod speech;
mod stems;
mod tellings;
#[cfg(test)]
mod tests;
mod tokens;
mod unit;
pub(super) mod verbs;
mod voices;
mod wordings;

pub use extraction::{Extraction, Quotation, quotations};
pub use language::{Language, language_of};

use groups::{Edges, Made};
use paraphrase::Paraphrases;
use speech::People;
use tokens::hash_of;
use unit::{Unit, units};
use wordings::{Articles, Wordings};

/// The quotations of a set of articles.
#[derive(Clone, Debug, Default)]
pub struct Quotes {
    articles: Articles,
    wordings: Wordings,
    paraphrases: Paraphrases,
    made: Made,
}

/// What is kept of an article.
#[derive(Clone, Debug)]
struct Extract {
    language: Language,
    units: Vec<Unit>,
    faults: Vec<(Range<usize>, Fault)>,
    /// Who holds which office, by its hash, in order.
    offices: Vec<(u32, Arc<str>)>,
}

impl Extract {
    /// Whether a place is that of a stray mark, with the words before it.
    fn is_stray(&self, place: &Range<usize>) -> bool {
        let from = self.faults.partition_point(|(range, _)| range.start < place.start);
        let mut here = self.faults.iter().skip(from).take_while(|(range, _)| range.start == place.start);
        here.any(|(range, fault)| *fault == Fault::Stray && range == place)
    }
}

impl Quotes {
    /// Reads an article; one that had its number is forgotten. Takes time linear in the text.
    pub fn add(&mut self, source: &Source) {
        self.remove(source.no);
        let text = &source.text;
        let language = language_of(text);
        let people = People::read(text, language);
        let Extraction { quotations, faults, .. } = extraction::read(text, language, &people);
        let compared = quotations.iter().enumerate().filter(|(_, quotation)| !quotation.nested);
        let mut units: Vec<Unit> =
            compared.flat_map(|(at, quotation)| units(text, quotation, u32::try_from(at).unwrap_or(u32::MAX), language, &people)).collect();
        units.shrink_to_fit();
        let mut offices: Vec<(u32, Arc<str>)> = people.offices().map(|(office, name)| (hash_of(office) as u32, name.into())).collect();
        offices.sort_unstable();
        let extract = Extract { language, units, faults, offices };
        self.paraphrases.add(source, &quotations, language, &people);
        self.wordings.add(source.no, &extract);
        self.articles.insert(source.no, extract);
    }

    /// Forgets an article.
    pub fn remove(&mut self, no: ArticleNo) {
        if let Some(extract) = self.articles.remove(&no) {
            self.wordings.remove(no, &extract);
            self.paraphrases.remove(no, &self.wordings);
        }
    }

    /// Where the quotations of an article stand, with their marks. What only a mark without a partner ends is none: nobody need have said it.
    pub fn places_in(&self, no: ArticleNo) -> impl Iterator<Item = Range<usize>> {
        self.articles
            .get(&no)
            .into_iter()
            .flat_map(|extract| extract.units.iter().map(Unit::place).filter(|place| !extract.is_stray(place)))
    }

    /// What was found: statements that several places quote, those that differ most first, and marks without a partner. `sources` has the texts that were
    /// added. Compares only what is new since it was last asked.
    pub fn find(&mut self, sources: &Sources, apart: &Apart) -> (Vec<QuoteGroup>, Vec<QuoteFault>) {
        let touched = self.wordings.settle(&self.articles, sources);
        self.paraphrases.settle(&touched, &self.wordings, &self.articles, sources);
        let edges = Edges::of(&mut self.wordings, &self.articles, sources);
        let mut found = groups::groups(&self.wordings, &edges, &self.articles, sources, apart, &mut self.made);
        self.paraphrases.join(&mut found, &self.wordings, &self.articles, apart);
        groups::sort(&mut found);
        let faults = self.articles.iter().flat_map(|(article, extract)| {
            let place = |range: &Range<usize>| Place { article: *article, start: range.start, end: range.end };
            extract.faults.iter().map(move |(range, fault)| QuoteFault { place: place(range), fault: *fault })
        });
        (found, faults.collect())
    }
}
