//! A statement that one article quotes and another tells in its own words.
//!
//! How: a sentence with a verb of saying is kept by hashes of its unquoted words, cut to their first letters so that tense and person do not matter (truncation,
//! McNamee and Mayfield 2004). A quotation of [`LEAST`] words that carry meaning is paraphrased by a sentence of another article that has most of these words; the
//! rarest words lead to the sentence. It is the containment measure of Broder 1997 over stems.
//!
//! Where it stops working: on a paraphrase in other words, which no comparison of words finds. It is meant to be right rather than complete.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::crosscheck::finding::{Place, QuoteClass, QuoteGroup, Quoted};
use crate::crosscheck::source::{Apart, ArticleNo, Sources};
use crate::text::diff::word_diff;
use crate::text::paragraph::paragraphs;
use crate::text::position::slice;
use crate::text::quotation::fold;
use crate::text::sentence::sentences;

use super::Extract;
use super::extraction::{Quotation, same_name};
use super::language::{Language, Sort};
use super::speech::{self, Who};
use super::tokens::{Token, tokens};
use super::verbs;

/// A quotation with fewer words that carry meaning is not looked for.
const LEAST: usize = 8;

/// This share of its words must stand in the sentence.
const SHARE: f32 = 0.7;

/// A word that stands in more sentences leads nowhere.
const COMMON: usize = 24;

/// The sentences of an article in which someone speaks without being quoted.
#[derive(Clone, Debug, Default)]
pub struct Tellings {
    sentences: Box<[Range<usize>]>,
    /// Stems and the sentence in which they stand, sorted.
    stems: Box<[(u32, u32)]>,
}

impl Tellings {
    /// Reads an article.
    pub fn read(text: &str, quotations: &[Quotation], language: Language) -> Self {
        let mut found = Vec::new();
        let mut stems = Vec::new();
        for paragraph in paragraphs(text) {
            let words = slice(text, paragraph.clone());
            if words.len() < 40 || !has_report(words) {
                continue;
            }
            for range in sentences(words) {
                let sentence = range.start + paragraph.start..range.end + paragraph.start;
                if sentence.len() < 40 || sentence.len() > 1200 || !has_report(slice(text, sentence.clone())) {
                    continue;
                }
                let own = stems_of(text, &unquoted(sentence.clone(), quotations), language);
                if own.len() >= LEAST - 2 {
                    stems.extend(own.into_iter().map(|stem| (stem, found.len() as u32)));
                    found.push(sentence);
                }
            }
        }
        stems.sort_unstable();
        Self { sentences: found.into(), stems: stems.into() }
    }
}

fn has_report(words: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).any(|word| word.len() > 2 && verbs::reports(word))
}

/// What of a sentence stands outside quotation marks.
fn unquoted(sentence: Range<usize>, quotations: &[Quotation]) -> Vec<Range<usize>> {
    let from = quotations.partition_point(|quotation| quotation.place.start + 20_000 < sentence.start);
    let mut parts = Vec::new();
    let mut start = sentence.start;
    let near = quotations.iter().skip(from).take_while(|quotation| quotation.place.start < sentence.end);
    for part in near.filter(|quotation| !quotation.nested).flat_map(|quotation| &quotation.parts) {
        if part.end <= start || part.start >= sentence.end {
            continue;
        }
        if part.start > start {
            parts.push(start..part.start);
        }
        start = part.end.min(sentence.end);
    }
    if start < sentence.end {
        parts.push(start..sentence.end);
    }
    parts
}

fn stems_of(text: &str, parts: &[Range<usize>], language: Language) -> Vec<u32> {
    stems(&tokens(text, parts, language))
}

fn stems(words: &[Token]) -> Vec<u32> {
    let telling = words.iter().filter(|token| matches!(token.sort, Sort::Content | Sort::Number));
    let mut all: Vec<u32> = telling.map(|token| token.stem as u32).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// A quotation that is long enough, with its stems.
struct Long<'a> {
    article: ArticleNo,
    extract: &'a Extract,
    unit: &'a super::Unit,
    stems: Vec<u32>,
    strong: usize,
}

/// Adds to the groups the sentences that tell what is quoted, and makes groups for those whose quotation has none.
pub fn add(groups: &mut Vec<QuoteGroup>, articles: &BTreeMap<ArticleNo, Extract>, sources: &Sources, apart: &Apart) {
    let long: Vec<Long<'_>> = longs(articles, sources);
    let mut wanted: HashMap<u32, Vec<u32>> = HashMap::new();
    for (at, quote) in long.iter().enumerate() {
        for stem in &quote.stems {
            wanted.entry(*stem).or_default().push(at as u32);
        }
    }
    wanted.retain(|_, quotes| quotes.len() <= COMMON);
    let mut standing: HashMap<u32, usize> = HashMap::new();
    for extract in articles.values() {
        for (stem, _) in &extract.tellings.stems {
            if wanted.contains_key(stem) {
                *standing.entry(*stem).or_default() += 1;
            }
        }
    }
    let mut told: Vec<(usize, Place)> = Vec::new();
    for (article, extract) in articles {
        let mut hits: HashMap<(u32, u32), usize> = HashMap::new();
        for (stem, sentence) in &extract.tellings.stems {
            if standing.get(stem).is_none_or(|count| *count > COMMON) {
                continue;
            }
            for quote in wanted.get(stem).into_iter().flatten() {
                *hits.entry((*quote, *sentence)).or_default() += 1;
            }
        }
        let mut hits: Vec<(u32, u32)> = hits.into_iter().filter(|(_, count)| *count >= 3).map(|(hit, _)| hit).collect();
        hits.sort_unstable();
        for (quote, sentence) in hits {
            let (Some(quote_of), Some(range)) = (long.get(quote as usize), extract.tellings.sentences.get(sentence as usize)) else {
                continue;
            };
            let place = Place { article: *article, start: range.start, end: range.end };
            if quote_of.article != *article && tells(quote_of, extract, sentence, place, sources) {
                told.push((quote as usize, place));
            }
        }
    }
    for (quote, place) in told {
        if let Some(quote) = long.get(quote) {
            join(groups, quote, place, sources, apart);
        }
    }
}

fn longs<'a>(articles: &'a BTreeMap<ArticleNo, Extract>, sources: &Sources) -> Vec<Long<'a>> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for (article, extract) in articles {
        for unit in extract.units.iter().filter(|unit| unit.meaning as usize >= LEAST && seen.insert(unit.wording)) {
            let Some(source) = sources.get(article) else { continue };
            let words = tokens(&source.text, &unit.parts, extract.language);
            let strong = words.iter().filter(|token| token.sort == Sort::Strong).count();
            let stems = stems(&words);
            if stems.len() >= LEAST {
                found.push(Long { article: *article, extract, unit, stems, strong });
            }
        }
    }
    found
}

/// Whether the sentence has most of the quotation's words, and says that someone said so.
fn tells(quote: &Long<'_>, extract: &Extract, sentence: u32, place: Place, sources: &Sources) -> bool {
    let own: HashSet<u32> = extract.tellings.stems.iter().filter(|(_, of)| *of == sentence).map(|(stem, _)| *stem).collect();
    let common = quote.stems.iter().filter(|stem| own.contains(stem)).count();
    if (common as f32) < SHARE * quote.stems.len() as f32 || common < LEAST - 2 {
        return false;
    }
    let Some(source) = sources.get(&place.article) else { return false };
    let words = slice(&source.text, place.range());
    // Who is named as another speaker did not say it.
    match (&quote.unit.speaker, speech::before(words, extract.language)) {
        (Some(speaker), Some(Who::Name(name))) => {
            same_name(speaker, &name) || words.contains(speaker.rsplit(' ').next().unwrap_or(speaker))
        }
        _ => quote.strong <= 4,
    }
}

fn join(groups: &mut Vec<QuoteGroup>, quote: &Long<'_>, place: Place, sources: &Sources, apart: &Apart) {
    let Some(text) = sources.get(&place.article).map(|source| &source.text) else { return };
    let speaker = match speech::before(slice(text, place.range()), quote.extract.language) {
        Some(Who::Name(name)) => Some(name),
        _ => None,
    };
    let telling = Quoted { place, parts: vec![(place.start, place.end)], speaker, class: QuoteClass::Paraphrased };
    let own = Place { article: quote.article, start: quote.unit.place.start, end: quote.unit.place.end };
    let known = groups.iter_mut().find(|group| group.members.iter().any(|member| member.place.shared(&own) > 0));
    if let Some(group) = known {
        let twice = group.members.iter().any(|member| member.place.shared(&place) > 0);
        if twice || group.members.iter().any(|member| apart.places(&member.place, &place)) {
            return;
        }
        let at = group.members.partition_point(|member| member.place < place);
        group.members.insert(at, telling);
        let moved = |index: usize| if index >= at { index + 1 } else { index };
        group.compared = (moved(group.compared.0), moved(group.compared.1));
        group.class = group.class.min(QuoteClass::Paraphrased);
        return;
    }
    if apart.places(&own, &place) {
        return;
    }
    let quoted = Quoted {
        place: own,
        parts: quote.unit.parts.iter().map(|part| (part.start, part.end)).collect(),
        speaker: quote.unit.speaker.as_deref().map(str::to_owned),
        class: QuoteClass::Same,
    };
    let words: Vec<String> = sources
        .get(&quote.article)
        .map_or_else(Vec::new, |source| quote.unit.parts.iter().map(|part| fold(slice(&source.text, part.clone()))).collect());
    let diff = word_diff(&words.join(" "), &fold(slice(text, place.range())));
    let members = if own < place { vec![quoted, telling] } else { vec![telling, quoted] };
    let compared = if own < place { (0, 1) } else { (1, 0) };
    groups.push(QuoteGroup { class: QuoteClass::Paraphrased, members, compared, diff, changed_words: 0, words: quote.stems.len() });
}
