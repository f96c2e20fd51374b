//! From an alignment to two passages: where they start and end, and whether they are worth showing.

use std::ops::Range;

use crate::crosscheck::ArticleNo;
use crate::crosscheck::finding::Place;

use super::align::segments;
use super::article::Article;
use super::chain::Anchor;
use super::limits;
use super::similarity::similarity_of_stems;
use super::word::Word;

/// A repeat has at least this many common words, in halves: eight words, if it is a whole sentence.
const COMMON: u32 = 16;

/// Of them at least this many carry meaning, in halves: six words. With fewer a sentence may be a phrase of the trade; [`reworded`](super::reworded) weighs it.
const COMMON_MEANING: u32 = 12;

/// What has fewer common words outside quotation marks is a quotation, in halves: eight words, four of which carry meaning.
const OUTSIDE: u32 = 16;
const OUTSIDE_MEANING: u32 = 8;

/// It has this much without a greater gap.
const CORE: u32 = 10;
const CORE_MEANING: u32 = 6;

/// A repeat that is not a whole sentence, or one that is less alike, has more: eleven words, six of which carry meaning. Shorter ones are titles,
/// roles and phrases, or two short sentences that tell the same thing.
const MUCH_ALIKE: f32 = 0.75;
const COMMON_IN_PART: u32 = 22;
const MEANING_IN_PART: u32 = 12;

/// Two passages have at least this share of words in common.
const ALIKE: f32 = 0.6;

/// What a word without partner costs, by half word; and where that leaves passages that are too little alike.
const COSTS: [u32; 3] = [3, 4, 8];

/// With so many of the passages before it a passage is compared to see whether they are one.
const NEAR: usize = 4;

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

    /// This pair and one that follows or overlaps it in both places as one, if its passages stay apart. They stay alike: each part is.
    fn with(&self, next: &Self, a: Numbered, b: Numbered) -> Option<Self> {
        let mut both = self.spans.iter().zip(&next.spans).map(|(span, next)| {
            let follows = (span.words.start..=span.words.end).contains(&next.words.start);
            let numbered = if span.place.article == a.no { a } else { b };
            follows.then(|| (numbered, span.words.start..span.words.end.max(next.words.end)))
        });
        let (first, second) = (both.next()??, both.next()??);
        let apart = first.0.no != second.0.no || first.1.end <= second.1.start;
        apart.then(|| Self::new(first, second, false, self.quotation && next.quotation))
    }

    /// Whether both passages stand in one article.
    pub(super) fn within(&self) -> bool {
        let [a, b] = &self.spans;
        a.place.article == b.place.article
    }
}

/// The repeats in several alignments of two articles, or of one with itself. Those that overlap or follow each other in both places are one.
pub(super) fn matches(a: Numbered, b: Numbered, alignments: impl Iterator<Item = Vec<Anchor>>) -> Vec<Match> {
    let mut found: Vec<Match> = alignments.flat_map(|pairs| matches_at(a, b, &pairs, 0..pairs.len(), &COSTS)).collect();
    found.sort_unstable_by_key(|one| one.spans.each_ref().map(|span| span.place));
    let mut joined: Vec<Match> = Vec::with_capacity(found.len());
    for one in found {
        // More than a few passages rarely start in one place.
        let mut last = joined.iter_mut().rev().take(NEAR).map(|other| (other.with(&one, a, b), other));
        match last.find_map(|(both, other)| both.map(|both| (both, other))) {
            Some((both, other)) => *other = both,
            None => joined.push(one),
        }
    }
    joined
}

/// The repeats in a part of an alignment, which is cut into finer segments until they are enough alike.
fn matches_at(a: Numbered, b: Numbered, all: &[Anchor], part: Range<usize>, costs: &[u32]) -> Vec<Match> {
    let (Some((cost, higher)), Some(pairs)) = (costs.split_first(), all.get(part.clone())) else { return Vec::new() };
    let segments = segments(&a.article.words, &b.article.words, pairs, *cost);
    let found =
        segments.into_iter().map(|segment| part.start + segment.start..part.start + segment.end).flat_map(|segment| {
            match one_match(a, b, all, all.get(segment.clone()).unwrap_or_default()) {
                Some(one) => vec![one],
                None => matches_at(a, b, all, segment, higher),
            }
        });
    found.collect()
}

/// The repeat that a segment of an alignment makes, if it is enough.
fn one_match(a: Numbered, b: Numbered, all: &[Anchor], segment: &[Anchor]) -> Option<Match> {
    let pairs = if a.no == b.no { apart(segment) } else { segment };
    // Most segments end here.
    if !is_enough(a.article, pairs, CORE, CORE_MEANING) {
        return None;
    }
    let pairs = limits::without_stubs(a.article, b.article, pairs);
    let found = fitted(a, b, all, pairs)?;
    if found.spans.iter().all(|span| limits::ends_sentence(if span.place.article == a.no { a.article } else { b.article }, &span.words)) {
        return Some(found);
    }
    let shorter = limits::without_torn_clause(a.article, b.article, pairs);
    if shorter.len() == pairs.len() {
        return Some(found);
    }
    fitted(a, b, all, limits::without_stubs(a.article, b.article, shorter))
}

/// The repeat that these pairs make with the sentences that they belong to, if it is enough.
fn fitted(a: Numbered, b: Numbered, all: &[Anchor], pairs: &[Anchor]) -> Option<Match> {
    if !is_enough(a.article, pairs, CORE, CORE_MEANING) {
        return None;
    }
    let exact = limits::exact(pairs)?;
    let grown = limits::grown(a.article, b.article, pairs);
    let (x, y) = grown.into_iter().chain([exact]).find(|(x, y)| {
        let disjoint = a.no != b.no || y.end <= x.start;
        disjoint && similarity_of_stems(a.article.slice(x), b.article.slice(y)) >= ALIKE
    })?;
    // What the sentences have in common beside the segment counts too.
    let inside = all.get(all.partition_point(|pair| pair.0 < x.start)..all.partition_point(|pair| pair.0 < x.end))?;
    let common: Vec<Anchor> = inside.iter().filter(|pair| y.contains(&pair.1)).copied().collect();
    let whole = limits::is_whole(a.article, &x) || limits::is_whole(b.article, &y);
    let alike = similarity_of_stems(a.article.slice(&x), b.article.slice(&y));
    let (words, meaning) = if whole && alike >= MUCH_ALIKE { (COMMON, COMMON_MEANING) } else { (COMMON_IN_PART, MEANING_IN_PART) };
    if !is_enough(a.article, &common, words, meaning) {
        return None;
    }
    let (quoted, outside): (Vec<Anchor>, Vec<Anchor>) =
        common.iter().partition(|pair| a.article.is_quoted(pair.0) && b.article.is_quoted(pair.1));
    let quotation = !quoted.is_empty() && !is_enough(a.article, &outside, OUTSIDE, OUTSIDE_MEANING);
    Some(Match::new((a, x), (b, y), false, quotation))
}

/// Whether pairs have at least so many half words, and at least so many that carry meaning.
fn is_enough(article: &Article, pairs: &[Anchor], common: u32, meaning: u32) -> bool {
    let halves = |word: Word| word.halves();
    let words = || pairs.iter().filter_map(|pair| article.word(pair.0));
    words().map(halves).sum::<u32>() >= common && words().filter(|word| word.has_meaning()).map(halves).sum::<u32>() >= meaning
}

/// In an article that is compared with itself, the pairs whose two stretches do not overlap. The first number of a pair is the greater.
fn apart(pairs: &[Anchor]) -> &[Anchor] {
    let Some(start) = pairs.first().map(|pair| pair.0) else { return pairs };
    pairs.get(..pairs.partition_point(|pair| pair.1 < start)).unwrap_or_default()
}
