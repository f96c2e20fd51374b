//! From an alignment to two passages: where they start and end, and whether they are worth showing.

use std::ops::Range;

use crate::crosscheck::ArticleNo;
use crate::crosscheck::finding::Place;

use super::align::segments;
use super::article::Article;
use super::chain::Anchor;
use super::limits;
use super::similarity::similarity;

/// A repeat has at least this many common words, in halves: eight words.
const COMMON: u32 = 16;

/// Of them at least this many carry meaning, in halves: four words.
const COMMON_MEANING: u32 = 8;

/// A repeat that is not a whole sentence has more: eleven words, six of which carry meaning. Shorter ones are titles, roles and phrases.
const COMMON_IN_PART: u32 = 22;
const MEANING_IN_PART: u32 = 12;

/// Sentences that are less alike than this have so many common words with meaning as well: two that are short may be alike by chance.
const MUCH_ALIKE: f32 = 0.75;

/// Two passages have at least this share of words in common.
const ALIKE: f32 = 0.6;

/// What a word without partner costs, by half word; and where that leaves passages that are too little alike.
const COSTS: [u32; 3] = [3, 4, 8];

/// An article with its number.
#[derive(Clone, Copy)]
pub(super) struct Numbered<'a> {
    pub(super) no: ArticleNo,
    pub(super) article: &'a Article,
}

/// A stretch of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// Its words, by number.
    pub(super) words: Range<u32>,
    /// Where it stands.
    pub(super) place: Place,
}

/// Two passages that repeat each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// The passages; the first stands in the article with the lower number or, in one article, before the second.
    pub(super) spans: [Span; 2],
    /// Whether the words are nearly the same, or only what they say.
    pub(super) reworded: bool,
    /// Whether it is one quotation and little else.
    pub(super) quotation: bool,
}

impl Match {
    pub(super) fn new(a: (Numbered, Range<u32>), b: (Numbered, Range<u32>), reworded: bool, quotation: bool) -> Self {
        let mut spans = [a, b].map(|(numbered, words)| {
            let bytes = numbered.article.bytes(&words);
            Span { place: Place { article: numbered.no, start: bytes.start, end: bytes.end }, words }
        });
        spans.sort_unstable_by_key(|span| span.place);
        Self { spans, reworded, quotation }
    }

    /// Whether one of the passages stands in this article.
    pub(super) fn touches(&self, no: ArticleNo) -> bool {
        self.spans.iter().any(|span| span.place.article == no)
    }

    /// Whether both passages share words with those of another pair, each with one.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.spans.iter().zip(&other.spans).all(|(one, other)| one.place.shared(&other.place) > 0)
    }

    /// Whether both passages stand in one article.
    pub(super) fn within(&self) -> bool {
        let [a, b] = &self.spans;
        a.place.article == b.place.article
    }
}

/// The repeats in an alignment of two articles, or of one with itself.
pub(super) fn matches(a: Numbered, b: Numbered, pairs: &[Anchor]) -> Vec<Match> {
    matches_at(a, b, pairs, &COSTS)
}

fn matches_at(a: Numbered, b: Numbered, pairs: &[Anchor], costs: &[u32]) -> Vec<Match> {
    let Some((cost, higher)) = costs.split_first() else { return Vec::new() };
    let segments = segments(&a.article.words, &b.article.words, pairs, *cost);
    let found = segments.into_iter().filter_map(|segment| pairs.get(segment)).flat_map(|pairs| match one_match(a, b, pairs) {
        Some(one) => vec![one],
        None => matches_at(a, b, pairs, higher),
    });
    found.collect()
}

fn one_match(a: Numbered, b: Numbered, pairs: &[Anchor]) -> Option<Match> {
    let pairs = if a.no == b.no { apart(pairs) } else { pairs };
    let pairs = limits::trimmed(a.article, b.article, pairs);
    if !is_enough(a.article, pairs.iter().map(|pair| pair.0), COMMON, COMMON_MEANING) {
        return None;
    }
    let exact = limits::exact(pairs)?;
    let grown = limits::grown(a.article, b.article, pairs);
    let (x, y) = grown.into_iter().chain([exact]).find(|(x, y)| {
        let disjoint = a.no != b.no || y.end <= x.start;
        disjoint && similarity(a.article.slice(x), b.article.slice(y)) >= ALIKE
    })?;
    let alike = similarity(a.article.slice(&x), b.article.slice(&y));
    let whole = limits::is_whole(a.article, &x) || limits::is_whole(b.article, &y);
    let (common, meaning) = match whole {
        true if alike >= MUCH_ALIKE => (COMMON, COMMON_MEANING),
        true => (COMMON, MEANING_IN_PART),
        false => (COMMON_IN_PART, MEANING_IN_PART),
    };
    if !is_enough(a.article, pairs.iter().map(|pair| pair.0), common, meaning) {
        return None;
    }
    let outside = pairs.iter().filter(|pair| !(a.article.is_quoted(pair.0) && b.article.is_quoted(pair.1))).map(|pair| pair.0);
    let quotation = !is_enough(a.article, outside, COMMON, COMMON_MEANING) && pairs.iter().any(|pair| a.article.is_quoted(pair.0));
    Some(Match::new((a, x), (b, y), false, quotation))
}

/// Whether there are at least so many half words, and at least so many that carry meaning.
pub(super) fn is_enough(article: &Article, words: impl Iterator<Item = u32>, common: u32, meaning: u32) -> bool {
    let (mut all, mut with_meaning) = (0, 0);
    for word in words.filter_map(|at| article.word(at)) {
        all += word.halves();
        with_meaning += if word.has_meaning() { word.halves() } else { 0 };
    }
    all >= common && with_meaning >= meaning
}

/// In an article that is compared with itself, the pairs whose two stretches do not overlap. The first number of a pair is the greater.
fn apart(pairs: &[Anchor]) -> &[Anchor] {
    let Some(start) = pairs.first().map(|pair| pair.0) else { return pairs };
    pairs.get(..pairs.partition_point(|pair| pair.1 < start)).unwrap_or_default()
}
