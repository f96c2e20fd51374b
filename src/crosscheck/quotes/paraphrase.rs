//! A statement that one article quotes and another tells in its own words.
//!
//! How: a sentence with a verb of saying is kept by hashes of its unquoted words, cut to their first letters so that tense and person do not matter (truncation,
//! McNamee and Mayfield 2004). A quotation of [`LEAST`] words that carry meaning is paraphrased by a sentence of another article that has most of these words
//! (the containment of Broder 1997, over stems); the rarer words lead from the one to the other.
//!
//! Where it stops working: on a paraphrase in other words, which no comparison of words finds. It is meant to be right rather than complete.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::crosscheck::finding::{Place, QuoteClass, QuoteGroup, Quoted};
use crate::crosscheck::source::{Apart, ArticleNo, Source, Sources};
use crate::text::diff::word_diff;
use crate::text::paragraph::paragraphs;
use crate::text::position::slice;
use crate::text::quotation::fold;
use crate::text::sentence::sentences;

use super::extraction::{Quotation, same_name};
use super::index::Index;
use super::language::{Language, Sort};
use super::speech::{self, Who};
use super::tokens::{Token, tokens};
use super::verbs;
use super::wordings::{Articles, Told, Wordings};

/// A quotation with fewer words that carry meaning is not looked for.
const LEAST: usize = 8;

/// This share of its words must stand in the sentence.
const SHARE: f32 = 0.7;

/// A word that stands in more sentences, or more quotations, leads nowhere.
const COMMON: usize = 24;

/// So many rarer words must lead from a quotation to a sentence.
const LEADING: usize = 3;

/// Sentences, in bytes, that are looked at.
const LENGTHS: Range<usize> = 40..1200;

/// A sentence in which someone speaks without being quoted.
#[derive(Clone, Debug)]
struct Telling {
    article: ArticleNo,
    range: Range<usize>,
    stems: Box<[u32]>,
}

/// The sentences in which someone speaks, and the quotations they may tell.
#[derive(Clone, Debug, Default)]
pub struct Tellings {
    sentences: Vec<Option<Telling>>,
    free: Vec<u32>,
    new: Vec<u32>,
    by_stem: Index,
    /// The numbers of long wordings under their stems.
    quotes: Index,
    /// Which wording is told by which sentence.
    told: Vec<(u32, u32)>,
}

impl Tellings {
    /// Takes in the sentences of an article.
    pub fn add(&mut self, source: &Source, quotations: &[Quotation], language: Language) {
        let text = &source.text;
        let mut near = quotations.iter().filter(|quotation| !quotation.nested).flat_map(|quotation| &quotation.parts).peekable();
        for paragraph in paragraphs(text).filter(|paragraph| paragraph.len() >= LENGTHS.start) {
            let words = slice(text, paragraph.clone());
            if !has_report(words) {
                continue;
            }
            for range in sentences(words) {
                let sentence = range.start + paragraph.start..range.end + paragraph.start;
                let mut parts = Vec::new();
                let mut start = sentence.start;
                while let Some(part) = near.peek().filter(|part| part.start < sentence.end) {
                    if part.start > start {
                        parts.push(start..part.start);
                    }
                    start = start.max(part.end.min(sentence.end));
                    if part.end > sentence.end {
                        break;
                    }
                    near.next();
                }
                if start < sentence.end {
                    parts.push(start..sentence.end);
                }
                if LENGTHS.contains(&sentence.len()) && has_report(slice(text, sentence.clone())) {
                    self.keep(source.no, sentence, stems(&tokens(text, &parts, language)));
                }
            }
        }
    }

    fn keep(&mut self, article: ArticleNo, range: Range<usize>, stems: Box<[u32]>) {
        if stems.len() + 2 < LEAST {
            return;
        }
        let telling = Some(Telling { article, range, stems });
        let at = self.free.pop().unwrap_or(u32::try_from(self.sentences.len()).unwrap_or(u32::MAX));
        match self.sentences.get_mut(at as usize) {
            Some(slot) => *slot = telling,
            None => self.sentences.push(telling),
        }
        self.new.push(at);
    }

    /// Forgets the sentences of an article.
    pub fn remove(&mut self, article: ArticleNo) {
        let mut gone = HashSet::new();
        for (at, slot) in (0_u32..).zip(&mut self.sentences) {
            if slot.as_ref().is_some_and(|telling| telling.article == article) {
                *slot = None;
                gone.insert(at);
            }
        }
        self.by_stem.forget(|at| gone.contains(&at));
        self.new.retain(|at| !gone.contains(at));
        self.told.retain(|(_, sentence)| !gone.contains(sentence));
        self.free.extend(gone);
    }

    /// Forgets wordings that stand nowhere any more.
    pub fn forget(&mut self, wordings: &Wordings) {
        let gone = |at: u32| wordings.slots().get(at as usize).is_none_or(|slot| slot.places.is_empty());
        self.quotes.forget(gone);
        self.told.retain(|(quote, _)| !gone(*quote));
    }

    /// Looks for what the new sentences tell, and for who tells the new wordings.
    pub fn settle(&mut self, new_quotes: &[u32], wordings: &Wordings, articles: &Articles, sources: &Sources) {
        let new = std::mem::take(&mut self.new);
        for at in &new {
            if let Some(telling) = self.sentences.get(*at as usize).and_then(Option::as_ref) {
                self.by_stem.add(&telling.stems, *at);
            }
        }
        self.by_stem.settle();
        let long = |at: u32| wordings.first(at, articles).filter(|told| told.unit.meaning as usize >= LEAST);
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for quote in new_quotes {
            let Some(told) = long(*quote) else { continue };
            let own = stems(&told.tokens(sources));
            if own.len() >= LEAST {
                pairs.extend(leading(&own, &self.by_stem).map(|sentence| (*quote, sentence)));
                self.quotes.add(&own, *quote);
            }
        }
        self.quotes.settle();
        for at in &new {
            let Some(telling) = self.sentences.get(*at as usize).and_then(Option::as_ref) else { continue };
            pairs.extend(leading(&telling.stems, &self.quotes).map(|quote| (quote, *at)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let tells = |(quote, sentence): &(u32, u32)| {
            let telling = self.sentences.get(*sentence as usize).and_then(Option::as_ref);
            long(*quote).zip(telling).is_some_and(|(quote, telling)| tells(&quote, telling, articles, sources))
        };
        pairs.retain(tells);
        self.told.append(&mut pairs);
        self.told.sort_unstable();
        self.told.dedup();
    }

    /// Adds to the groups the sentences that tell what is quoted, and makes groups for quotations that have none.
    pub fn join(&self, groups: &mut Vec<QuoteGroup>, wordings: &Wordings, articles: &Articles, sources: &Sources, apart: &Apart) {
        if self.told.is_empty() {
            return;
        }
        let mut known: HashMap<(ArticleNo, usize), usize> = HashMap::new();
        for (at, group) in groups.iter().enumerate() {
            let parts = group.members.iter().flat_map(|member| member.parts.iter().map(|part| (member.place.article, part.0)));
            known.extend(parts.map(|part| (part, at)));
        }
        for (quote, sentence) in &self.told {
            let Some(telling) = self.sentences.get(*sentence as usize).and_then(Option::as_ref) else { continue };
            let places = wordings.places(*quote, articles);
            let Some(quote) = places.iter().find(|told| told.article != telling.article) else { continue };
            let Some(telling) = quoted(telling, articles, sources) else { continue };
            let start = quote.unit.parts().first().map_or(0, |part| part.start);
            match known.get(&(quote.article, start)).and_then(|at| groups.get_mut(*at)) {
                Some(group) => insert(group, telling, apart),
                None => groups.extend(pair(quote, telling, sources, apart)),
            }
        }
    }
}

/// Numbers that several of the rarer stems lead to.
fn leading(own: &[u32], index: &Index) -> impl Iterator<Item = u32> {
    let mut hits: HashMap<u32, usize> = HashMap::new();
    for stem in own {
        let run = index.under(*stem);
        if run.len() <= COMMON {
            run.iter().for_each(|(_, at)| *hits.entry(*at).or_default() += 1);
        }
    }
    hits.into_iter().filter(|(_, count)| *count >= LEADING).map(|(at, _)| at)
}

fn has_report(words: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).any(|word| word.len() > 2 && verbs::reports(word))
}

fn stems(words: &[Token]) -> Box<[u32]> {
    let telling = words.iter().filter(|token| matches!(token.sort, Sort::Content | Sort::Number));
    let mut all: Vec<u32> = telling.map(|token| token.stem as u32).collect();
    all.sort_unstable();
    all.dedup();
    all.into()
}

/// Whether the sentence has most of the quotation's words, and does not name someone else who said it.
fn tells(quote: &Told<'_>, telling: &Telling, articles: &Articles, sources: &Sources) -> bool {
    let wanted = stems(&quote.tokens(sources));
    let common = wanted.iter().filter(|stem| telling.stems.binary_search(stem).is_ok()).count();
    if quote.article == telling.article || (common as f32) < SHARE * wanted.len() as f32 || common + 2 < LEAST {
        return false;
    }
    let (Some(source), Some(extract)) = (sources.get(&telling.article), articles.get(&telling.article)) else { return false };
    let words = slice(&source.text, telling.range.clone());
    let negated =
        |words: &[Token]| words.iter().filter(|token| NEGATIONS.iter().any(|word| token.key == super::tokens::hash_of(*word))).count() % 2;
    if negated(&quote.tokens(sources)) != negated(&tokens(&source.text, std::slice::from_ref(&telling.range), extract.language)) {
        return false;
    }
    match (&quote.unit.speaker, speech::before(words, extract.language)) {
        (Some(speaker), Some(Who::Name(name))) => same_name(speaker, &name),
        _ => true,
    }
}

/// Words that turn a sentence round; folded.
const NEGATIONS: [&str; 12] = ["not", "no", "never", "nobody", "nothing", "nicht", "kein", "keine", "nie", "nunca", "pas", "jamais"];

fn quoted(telling: &Telling, articles: &Articles, sources: &Sources) -> Option<Quoted> {
    let (source, extract) = (sources.get(&telling.article)?, articles.get(&telling.article)?);
    let place = Place { article: telling.article, start: telling.range.start, end: telling.range.end };
    let speaker = match speech::before(slice(&source.text, telling.range.clone()), extract.language) {
        Some(Who::Name(name)) => Some(name),
        _ => None,
    };
    Some(Quoted { place, parts: vec![(place.start, place.end)], speaker, class: QuoteClass::Paraphrased })
}

/// Puts a paraphrase into a group.
fn insert(group: &mut QuoteGroup, telling: Quoted, apart: &Apart) {
    let place = telling.place;
    let against = |member: &Quoted| member.place.shared(&place) > 0 || apart.places(&member.place, &place);
    if group.members.iter().any(against) {
        return;
    }
    let at = group.members.partition_point(|member| member.place < place);
    group.members.insert(at, telling);
    let moved = |index: usize| if index >= at { index + 1 } else { index };
    group.compared = (moved(group.compared.0), moved(group.compared.1));
    group.class = group.class.min(QuoteClass::Paraphrased);
}

/// A group of a quotation and its paraphrase.
fn pair(quote: &Told<'_>, telling: Quoted, sources: &Sources, apart: &Apart) -> Option<QuoteGroup> {
    let range = quote.unit.place();
    let own = Place { article: quote.article, start: range.start, end: range.end };
    if apart.places(&own, &telling.place) {
        return None;
    }
    let (text, other) = (&sources.get(&quote.article)?.text, &sources.get(&telling.place.article)?.text);
    let parts = quote.unit.parts();
    let words: Vec<String> = parts.iter().map(|part| fold(slice(text, part.clone()))).collect();
    let diff = word_diff(&words.join(" "), &fold(slice(other, telling.place.range())));
    let first = Quoted {
        place: own,
        parts: parts.iter().map(|part| (part.start, part.end)).collect(),
        speaker: quote.unit.speaker.as_deref().map(str::to_owned),
        class: QuoteClass::Same,
    };
    let words = quote.unit.meaning as usize;
    let (members, compared) = if own < telling.place { (vec![first, telling], (0, 1)) } else { (vec![telling, first], (1, 0)) };
    Some(QuoteGroup { class: QuoteClass::Paraphrased, members, compared, diff, changed_words: 0, words })
}
