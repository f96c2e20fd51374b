//! Where a passage starts and ends: at a sentence's or a clause's limits where the shared words allow it, and always at a word's.

use std::ops::Range;

use super::article::Article;
use super::chain::Anchor;
use super::similarity::similarity_of_stems;

/// Sentences at the edge of a passage belong to it wholly if they have at least this share of words in common.
const ALIKE_AT_EDGE: f32 = 0.55;

/// Fewer words of a sentence, and less than half of it, are left out at the edge of a longer passage.
const STUB: usize = 8;

/// How many words before and after a passage sentences are looked at that are the same.
const AROUND: u32 = 400;

/// So many words after the last mark within a sentence are rather left out than shown as a torn clause.
const TORN: usize = 3;

/// The first or the second number of a pair.
type Side = fn(&Anchor) -> u32;

/// The words from the first to the last shared one, in both articles.
pub(super) fn exact(pairs: &[Anchor]) -> Option<(Range<u32>, Range<u32>)> {
    let (first, last) = (pairs.first()?, pairs.last()?);
    Some((first.0..last.0 + 1, first.1..last.1 + 1))
}

/// The pairs without the end of a sentence at their start and the start of a sentence at their end, where little of it is shared: “… on Tuesday.
/// The council …”.
pub(super) fn without_stubs<'a>(a: &Article, b: &Article, mut pairs: &'a [Anchor]) -> &'a [Anchor] {
    loop {
        let count = pairs.len();
        for (article, side) in sides(a, b) {
            let Some(first) = pairs.first().map(side) else { return pairs };
            let sentence = article.words_of(article.sentence_of(first));
            let shared = pairs.partition_point(|pair| side(pair) < sentence.end);
            if is_stub(shared, pairs.len(), &sentence) {
                pairs = pairs.get(shared..).unwrap_or_default();
            }
            let Some(last) = pairs.last().map(side) else { return pairs };
            let sentence = article.words_of(article.sentence_of(last));
            let before = pairs.partition_point(|pair| side(pair) < sentence.start);
            if is_stub(pairs.len() - before, pairs.len(), &sentence) {
                pairs = pairs.get(..before).unwrap_or_default();
            }
        }
        if pairs.len() == count {
            return pairs;
        }
    }
}

/// The pairs without the first few words of a clause at their end.
pub(super) fn without_torn_clause<'a>(a: &Article, b: &Article, mut pairs: &'a [Anchor]) -> &'a [Anchor] {
    for (article, side) in sides(a, b) {
        let Some(last) = pairs.last().map(side) else { return pairs };
        let sentence = article.words_of(article.sentence_of(last));
        if last + 1 == sentence.end {
            continue;
        }
        let clause = article.clause_start(last);
        let before = pairs.partition_point(|pair| side(pair) < clause);
        if before > 0 && clause > sentence.start && pairs.len() - before <= TORN {
            pairs = pairs.get(..before).unwrap_or_default();
        }
    }
    pairs
}

fn sides<'a>(a: &'a Article, b: &'a Article) -> [(&'a Article, Side); 2] {
    [(a, |pair| pair.0), (b, |pair| pair.1)]
}

/// Whether a sentence at the edge, of which `shared` words are common, is better left out.
fn is_stub(shared: usize, all: usize, sentence: &Range<u32>) -> bool {
    shared < all && shared < STUB && 2 * shared < sentence.len()
}

/// The passages grown to whole sentences at both ends or at one, the most wanted first.
pub(super) fn grown(a: &Article, b: &Article, pairs: &[Anchor]) -> Vec<(Range<u32>, Range<u32>)> {
    let (Some(first), Some(last), Some(exact)) = (pairs.first(), pairs.last(), exact(pairs)) else { return Vec::new() };
    let edges = |pair: &Anchor| [(a, pair.0), (b, pair.1)].map(|(article, at)| article.words_of(article.sentence_of(at)));
    let shared = |sentences: &[Range<u32>; 2]| {
        let [x, y] = sentences;
        let before = |side: Side, at: u32| pairs.partition_point(|pair| side(pair) < at);
        let inside = |side: Side, sentence: &Range<u32>| before(side, sentence.end) - before(side, sentence.start);
        [inside(|pair| pair.0, x), inside(|pair| pair.1, y)]
    };
    // Both sentences are nearly the same, or what is shared is most of one.
    let whole = |sentences: &[Range<u32>; 2]| -> [bool; 2] {
        let [x, y] = sentences;
        let both = similarity_of_stems(a.slice(x), b.slice(y)) >= ALIKE_AT_EDGE;
        let [of_x, of_y] = shared(sentences);
        [both || 3 * of_x >= 2 * x.len(), both || 3 * of_y >= 2 * y.len()]
    };
    let (start, end) = (edges(first), edges(last));
    let ([start_a, start_b], [end_a, end_b]) = (whole(&start), whole(&end));
    let [first_a, first_b] = &start;
    let [last_a, last_b] = &end;
    let pick = |whole: bool, grown: u32, exact: u32| if whole { grown } else { exact };
    let starts = (pick(start_a, first_a.start, exact.0.start), pick(start_b, first_b.start, exact.1.start));
    let ends = (pick(end_a, last_a.end, exact.0.end), pick(end_b, last_b.end, exact.1.end));
    let both = same_around(a, b, (starts.0..ends.0, starts.1..ends.1));
    vec![
        both,
        (starts.0..ends.0, starts.1..ends.1),
        (starts.0..exact.0.end, starts.1..exact.1.end),
        (exact.0.start..ends.0, exact.1.start..ends.1),
    ]
}

/// The passages with the sentences before and after that are the same in both, as far as [`AROUND`]: more of the same is found by its own shingles.
fn same_around(a: &Article, b: &Article, (mut x, mut y): (Range<u32>, Range<u32>)) -> (Range<u32>, Range<u32>) {
    let after = |article: &Article, at: u32| article.words_of(article.sentence_of(at));
    let (first, last) = (x.start.saturating_sub(AROUND), x.end.saturating_add(AROUND));
    while x.end < last {
        let (next_a, next_b) = (after(a, x.end), after(b, y.end));
        if next_a.start != x.end || next_b.start != y.end || a.slice(&next_a).is_empty() || a.slice(&next_a) != b.slice(&next_b) {
            break;
        }
        (x.end, y.end) = (next_a.end, next_b.end);
    }
    while let (Some(left), Some(right)) = (x.start.checked_sub(1).filter(|left| *left >= first), y.start.checked_sub(1)) {
        let (last_a, last_b) = (after(a, left), after(b, right));
        if last_a.end != x.start || last_b.end != y.start || a.slice(&last_a) != b.slice(&last_b) {
            break;
        }
        (x.start, y.start) = (last_a.start, last_b.start);
    }
    (x, y)
}

/// Whether a passage starts where a sentence starts and ends where one ends.
pub(super) fn is_whole(article: &Article, words: &Range<u32>) -> bool {
    article.words_of(article.sentence_of(words.start)).start == words.start && ends_sentence(article, words)
}

/// Whether a passage ends where a sentence ends.
pub(super) fn ends_sentence(article: &Article, words: &Range<u32>) -> bool {
    article.words_of(article.sentence_of(words.end.saturating_sub(1))).end == words.end
}
