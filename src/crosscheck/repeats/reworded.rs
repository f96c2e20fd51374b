//! What one article says twice in other words, and what two articles say in the same words in another order.
//!
//! Sentences are held against each other by what is *rare in the article*: two sentences that share, in the same order, words which hardly any
//! other sentence has, tell the same thing (overlap of words weighted by inverse document frequency, Spärck Jones 1972, with sentences for documents;
//! as in the detection of text reuse by Metzler et al. 2005). Words count by their stems. Neighbours must have more in common: a sentence likes to
//! take up the words of the one before.
//!
//! Between articles only sentences are looked at that share a shingle or, where articles share several, rare words; they must have most of their meaning in common, in
//! whatever order: an agency's sentence turned round, with a figure changed or a word put in. Or most of all their words, or the shorter one must stand in
//! the other in [`tiles`].
//!
//! Where it stops working: a sentence told again with no word in common is not found, nor one whose words stand all over the article. Two
//! sentences that name the same persons and the same thing on two occasions may be taken for one said twice.

use std::collections::BTreeMap;
use std::ops::Range;

use hashbrown::HashMap;

use super::article::Article;
use super::chain::Anchor;
use super::passage::{Match, Numbered};
use super::similarity::similarity_of_stems;
use super::tiles;
use super::word::{Stem, Word};
use crate::crosscheck::ArticleNo;

/// A stem that stands in more sentences than this leads to no pair.
const RARE: usize = 12;

/// A pair shares at least this many rare stems; short sentences that are nearly the same fewer.
const SHARED_RARE: usize = 3;
const FEW: usize = 2;

/// A pair shares at least this many stems, in the same order.
const SHARED: usize = 4;

/// Of the weight of the lighter sentence at least this share is in common, and of the heavier one.
const OF_LIGHTER: f32 = 0.36;
const OF_HEAVIER: f32 = 0.28;

/// Or, in any order and even in neighbours, so much of the lighter one, the first share where only [`SHARED_RARE`] stems are in common, and of the
/// heavier one.
const IF_FEW: f32 = 0.6;
const IF_MORE: f32 = 0.5;
const MUCH_OF_HEAVIER: f32 = 0.32;

/// Or somewhat less of both, if so much of all their words is in common, whatever they mean.
const ALIKE_OF_LIGHTER: f32 = 0.45;
const ALIKE_OF_HEAVIER: f32 = 0.33;
const ALIKE: f32 = 0.4;

/// How much more a figure weighs than a word: sentences rarely share one by chance.
const FIGURE: f32 = 1.5;

/// Two sentences of two articles share at least this many stems, and this much of the weight of the lighter one, and of the heavier one.
const BETWEEN: usize = 5;
const BETWEEN_OF_LIGHTER: f32 = 0.7;
const BETWEEN_OF_HEAVIER: f32 = 0.58;

/// Or this share of all their words, whatever they mean; or so many words in pieces, if they are this much of the shorter one.
const COPIED_ALIKE: f32 = 0.65;
const COPIED_WORDS: usize = 8;
const COPIED_OF_SHORTER: f32 = 0.57;
/// What was copied in pieces has this many words of its own that carry meaning; a long one more.
const OWN: usize = 1;

/// From so many common shingles on two articles tell of one event, and all their sentences are looked at that share rare stems.
const RELATED: usize = 9;
/// A stem that stands in more sentences of an article is not rare.
const RARE_BETWEEN: usize = 4;

/// Longer sentences, in stems, are lists or texts without punctuation and are left out.
const LONGEST: usize = 120;

/// The pairs of passages of an article that say the same in other words.
pub(super) fn reworded(numbered: Numbered) -> Vec<Match> {
    let article = numbered.article;
    let told: Vec<Vec<(u32, Stem)>> = (0..article.sentences.len()).map(|sentence| meaning(article, sentence)).collect();
    let mut standing: HashMap<Stem, Vec<usize>> = HashMap::new();
    for (sentence, stems) in told.iter().enumerate() {
        for (_, stem) in stems {
            let places = standing.entry(*stem).or_default();
            if places.last() != Some(&sentence) {
                places.push(sentence);
            }
        }
    }
    let weight = |stem: Stem| {
        let places = standing.get(&stem).map_or(1, Vec::len);
        let rarity = (1.0 + told.len() as f32 / places as f32).ln();
        if stem.is_number() { FIGURE * rarity } else { rarity }
    };
    let mut rare: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for places in standing.values().filter(|places| places.len() <= RARE) {
        for (nth, second) in places.iter().enumerate() {
            for first in places.iter().take(nth) {
                *rare.entry((*first, *second)).or_default() += 1;
            }
        }
    }
    let candidates = rare.into_iter().filter(|(_, count)| *count >= FEW);
    let pairs = candidates.filter_map(|((first, second), _)| {
        let (one, other) = (told.get(first)?.as_slice(), told.get(second)?.as_slice());
        let shared = in_order(one, other, &weight);
        let all = |stems: &[(u32, Stem)]| -> f32 { stems.iter().map(|(_, stem)| weight(*stem)).sum() };
        let (lighter, heavier) = (all(one).min(all(other)), all(one).max(all(other)));
        let common: f32 = shared.iter().filter_map(|(at, _)| one.get(*at)).map(|(_, stem)| weight(*stem)).sum();
        let in_order = shared.len() >= SHARED && common >= OF_LIGHTER * lighter && common >= OF_HEAVIER * heavier;
        let anywhere = anywhere(one, other);
        let anyhow: f32 = anywhere.iter().map(|stem| weight(*stem)).sum();
        // A sentence likes to take up the words of the one before.
        let enough = (in_order && first + 1 < second) || {
            let of_lighter = if anywhere.len() < SHARED { IF_FEW } else { IF_MORE };
            anywhere.len() >= SHARED_RARE && anyhow >= of_lighter * lighter && anyhow >= MUCH_OF_HEAVIER * heavier
        };
        let words = |sentence: usize| article.slice(&article.words_of(sentence));
        let enough = enough
            || (anyhow >= ALIKE_OF_LIGHTER * lighter
                && anyhow >= ALIKE_OF_HEAVIER * heavier
                && similarity_of_stems(words(first), words(second)) >= ALIKE);
        enough.then(|| Pair { first, second, quotation: is_quotation(article, one, other, &shared) })
    });
    passages(numbered, pairs.collect())
}

/// Of two articles, the pairs of sentences that have most of their words in common in another order. `seeds` are where their shingles start; what is
/// in `found` already is left out. One of them is the new one.
pub(super) fn between(new: &mut New, a: Numbered, b: Numbered, seeds: &[Anchor], found: &[Match]) -> Vec<Match> {
    let mut candidates: Vec<(usize, usize)> = seeds.iter().map(|(x, y)| (a.article.sentence_of(*x), b.article.sentence_of(*y))).collect();
    if seeds.len() >= RELATED {
        candidates.extend(sharing_rare(a.article, b.article));
    }
    candidates.sort_unstable();
    candidates.dedup();
    let mut rarity = Rarity { articles: [a.article, b.article], asked: 0, weights: Vec::new() };
    let told = candidates.into_iter().filter_map(|(first, second)| {
        // Nearly all pairs end here: articles share a phrase of the trade.
        let near = if new.no == a.no { new.share(first, b.article, second) } else { new.share(second, a.article, first) };
        if !near.part() {
            return None;
        }
        let (one, other) = (meaning(a.article, first), meaning(b.article, second));
        let common = anywhere(&one, &other);
        // A statement that the one quotes and the other tells is the comparison of quotes'.
        if common.len() < SHARED || is_quoted(a.article, &one, &common) || is_quoted(b.article, &other, &common) {
            return None;
        }
        let words = (a.article.words_of(first), b.article.words_of(second));
        let many = common.len() >= BETWEEN;
        let mut enough = is_copied(a.article.slice(&words.0), b.article.slice(&words.1), many);
        if !enough && many && near.most() {
            enough = is_told(&one, &other, &common, rarity.of(&one, &other));
        }
        let told = || Match::new((a, words.0.clone()), (b, words.1.clone()), true, false);
        enough.then(told).filter(|told| !found.iter().any(|known| known.overlaps(told)))
    });
    told.collect()
}

/// Whether most of what two sentences of two articles mean is in common.
fn is_told(one: &[(u32, Stem)], other: &[(u32, Stem)], common: &[Stem], rarity: &[(Stem, f32)]) -> bool {
    let weigh = |stems: &[Stem]| -> f32 {
        let weight = |stem: &Stem| rarity.binary_search_by_key(stem, |(stem, _)| *stem).ok().and_then(|at| rarity.get(at));
        stems.iter().filter_map(weight).map(|(_, weight)| weight).sum()
    };
    // Another figure in the same sentence is the more reason to show it.
    let all = |stems: &[(u32, Stem)]| -> f32 {
        let mut told = anywhere(stems, stems);
        told.retain(|stem| !stem.is_number() || common.contains(stem));
        weigh(&told)
    };
    let (one, other, shared) = (all(one), all(other), weigh(common));
    shared >= BETWEEN_OF_LIGHTER * one.min(other) && shared >= BETWEEN_OF_HEAVIER * one.max(other)
}

/// The pairs of sentences of two articles that share several stems which hardly any other sentence has.
fn sharing_rare(a: &Article, b: &Article) -> Vec<(usize, usize)> {
    let (of_a, of_b) = (rare_stems(a), rare_stems(b));
    let mut shared: Vec<(u32, u32)> = Vec::new();
    let mut others = of_b.as_slice();
    for places in of_a.chunk_by(|one, next| one.0 == next.0) {
        let Some((stem, _)) = places.first() else { continue };
        others = others.get(others.partition_point(|(other, _)| other < stem)..).unwrap_or_default();
        let same = others.iter().take_while(|(other, _)| other == stem);
        shared.extend(same.flat_map(|(_, second)| places.iter().map(|(_, first)| (*first, *second))));
    }
    shared.sort_unstable();
    let often = shared.chunk_by(|one, next| one == next).filter(|pairs| pairs.len() >= SHARED_RARE);
    often.filter_map(|pairs| pairs.first()).map(|(first, second)| (*first as usize, *second as usize)).collect()
}

/// The stems that stand in few sentences of an article, each with these sentences, sorted.
fn rare_stems(article: &Article) -> Vec<(Stem, u32)> {
    let mut stems: Vec<(Stem, u32)> = Vec::new();
    for (nth, sentence) in (0..).zip(&article.sentences) {
        if !sentence.heading {
            let words = article.slice(&article.words_of(nth as usize));
            stems.extend(words.iter().filter(|word| word.has_meaning()).map(|word| (word.stem(), nth)));
        }
    }
    stems.sort_unstable();
    stems.dedup();
    stems.chunk_by(|one, next| one.0 == next.0).filter(|places| places.len() <= RARE_BETWEEN).flatten().copied().collect()
}

/// An article that is held against many others, with the stems of its sentences once they have been asked for.
pub(super) struct New<'a> {
    no: ArticleNo,
    article: &'a Article,
    sorted: Vec<Option<Vec<Stem>>>,
}

impl<'a> New<'a> {
    pub(super) fn of(numbered: Numbered<'a>) -> Self {
        Self { no: numbered.no, article: numbered.article, sorted: vec![None; numbered.article.sentences.len()] }
    }

    /// How many words that carry meaning one of its sentences shares with one of another article.
    fn share(&mut self, own: usize, article: &Article, sentence: usize) -> Share {
        let Some(known) = self.sorted.get_mut(own) else { return Share { shared: 0, shorter: 0, longer: 0 } };
        let stems = known.get_or_insert_with(|| {
            let words = self.article.slice(&self.article.words_of(own));
            let mut stems: Vec<Stem> = words.iter().filter(|word| word.has_meaning()).map(|word| word.stem()).collect();
            stems.sort_unstable();
            stems
        });
        let (mut shared, mut all) = (0, 0);
        for word in article.slice(&article.words_of(sentence)).iter().filter(|word| word.has_meaning()) {
            all += 1;
            shared += usize::from(stems.binary_search(&word.stem()).is_ok());
        }
        Share { shared, shorter: all.min(stems.len()), longer: all.max(stems.len()) }
    }
}

/// What two sentences share, in words that carry meaning.
#[derive(Clone, Copy)]
struct Share {
    shared: usize,
    shorter: usize,
    longer: usize,
}

impl Share {
    /// Whether they may tell the same: a little less than what weights will ask for.
    fn most(self) -> bool {
        self.shared >= BETWEEN && 5 * self.shared >= 2 * self.longer
    }

    /// Whether the one may have been made of the other.
    fn part(self) -> bool {
        self.most() || (self.shared >= SHARED && 2 * self.shared >= self.shorter)
    }
}

/// What stems weigh in two articles: looked up for the few that are asked about, and for all once more are.
struct Rarity<'a> {
    articles: [&'a Article; 2],
    asked: usize,
    weights: Vec<(Stem, f32)>,
}

impl Rarity<'_> {
    /// So many times looking through the articles costs less than knowing all their stems.
    const LOOKED_THROUGH: usize = 6;

    /// The weights of the stems of two sentences at least, sorted by stem.
    fn of(&mut self, one: &[(u32, Stem)], other: &[(u32, Stem)]) -> &[(Stem, f32)] {
        self.asked += 1;
        if self.asked <= Self::LOOKED_THROUGH + 1 {
            let all = || self.articles.iter().flat_map(|article| &article.words).filter(|word| word.has_meaning()).map(|word| word.stem());
            let two = || one.iter().chain(other).map(|(_, stem)| *stem);
            let mut stems: Vec<Stem> = if self.asked > Self::LOOKED_THROUGH { all().collect() } else { two().collect() };
            stems.sort_unstable();
            stems.dedup();
            self.weights = rarity_in(self.articles, stems);
        }
        &self.weights
    }
}

/// What some stems weigh in two articles: the more the fewer sentences have them. `stems` are sorted.
fn rarity_in(articles: [&Article; 2], stems: Vec<Stem>) -> Vec<(Stem, f32)> {
    let mut standing = vec![(0_usize, usize::MAX); stems.len()];
    let mut sentences = 0;
    for article in articles {
        for (nth, sentence) in article.sentences.iter().enumerate().filter(|(_, sentence)| !sentence.heading) {
            sentences += 1;
            for word in article.slice(&(sentence.first..article.words_of(nth).end)).iter().filter(|word| word.has_meaning()) {
                let found = stems.binary_search(&word.stem()).ok().and_then(|at| standing.get_mut(at));
                if let Some((count, last)) = found.filter(|(_, last)| *last != sentences) {
                    *count += 1;
                    *last = sentences;
                }
            }
        }
    }
    let weight = |places: usize| (1.0 + sentences as f32 / places.max(1) as f32).ln();
    stems.into_iter().zip(standing).map(|(stem, (places, _))| (stem, weight(places))).collect()
}

/// Whether one of two sentences was taken from the other: nearly all words are common, or most of the shorter one stands in the other in pieces, and
/// hardly anything else is in it. A name with a long title is a piece too, but each sentence then says something of its own.
fn is_copied(one: &[Word], other: &[Word], many: bool) -> bool {
    if many && similarity_of_stems(one, other) >= COPIED_ALIKE {
        return true;
    }
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let said = |word: &&Word| word.has_meaning() && !word.stem().is_number();
    let known = |word: &&Word| long.iter().any(|same| same.stem() == word.stem());
    let own = short.iter().filter(said).filter(|word| !known(word)).count();
    let tiled = if own <= OWN.max(short.len() / COPIED_WORDS) { tiles::tiled(short, long) } else { 0 };
    tiled >= COPIED_WORDS && tiled as f32 >= COPIED_OF_SHORTER * short.len() as f32
}

/// Whether a third of the common words stand in quotation marks: the rest may be who speaks.
fn is_quoted(article: &Article, stems: &[(u32, Stem)], common: &[Stem]) -> bool {
    let quoted = stems.iter().filter(|(word, stem)| common.contains(stem) && article.is_quoted(*word)).count();
    3 * quoted >= common.len()
}

/// Two sentences, by number.
struct Pair {
    first: usize,
    second: usize,
    quotation: bool,
}

/// The stems of a sentence's words that carry meaning, with the words' numbers; none for a heading.
fn meaning(article: &Article, sentence: usize) -> Vec<(u32, Stem)> {
    if article.sentences.get(sentence).is_none_or(|sentence| sentence.heading) {
        return Vec::new();
    }
    let words = article.words_of(sentence);
    if words.len() > 4 * LONGEST {
        return Vec::new();
    }
    let stems: Vec<(u32, Stem)> =
        words.clone().zip(article.slice(&words)).filter(|(_, word)| word.has_meaning()).map(|(at, word)| (at, word.stem())).collect();
    if (FEW..=LONGEST).contains(&stems.len()) { stems } else { Vec::new() }
}

/// The weightiest stems that two sentences have in common in the same order: their positions in the two lists.
fn in_order(one: &[(u32, Stem)], other: &[(u32, Stem)], weight: &impl Fn(Stem) -> f32) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    let mut best = vec![0.0_f32; (one.len() + 1) * width];
    let at = |best: &[f32], i: usize, j: usize| best.get(i * width + j).copied().unwrap_or_default();
    for (i, (_, stem)) in one.iter().enumerate().rev() {
        for (j, (_, same)) in other.iter().enumerate().rev() {
            let apart = at(&best, i + 1, j).max(at(&best, i, j + 1));
            let together = if stem == same { at(&best, i + 1, j + 1) + weight(*stem) } else { 0.0 };
            if let Some(cell) = best.get_mut(i * width + j) {
                *cell = apart.max(together);
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut shared = Vec::new();
    while let (Some((_, stem)), Some((_, same))) = (one.get(i), other.get(j)) {
        if stem == same && at(&best, i, j) > at(&best, i + 1, j).max(at(&best, i, j + 1)) {
            shared.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if at(&best, i + 1, j) >= at(&best, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    shared
}

/// The stems that two sentences have in common in any order.
fn anywhere(one: &[(u32, Stem)], other: &[(u32, Stem)]) -> Vec<Stem> {
    let mut shared: Vec<Stem> = one.iter().map(|(_, stem)| *stem).filter(|stem| other.iter().any(|(_, same)| same == stem)).collect();
    shared.sort_unstable();
    shared.dedup();
    shared
}

/// Whether most of what is shared stands in quotation marks in both sentences.
fn is_quotation(article: &Article, one: &[(u32, Stem)], other: &[(u32, Stem)], shared: &[(usize, usize)]) -> bool {
    let quoted = |stems: &[(u32, Stem)], at: usize| stems.get(at).is_some_and(|(word, _)| article.is_quoted(*word));
    let outside = shared.iter().filter(|(i, j)| !(quoted(one, *i) && quoted(other, *j))).count();
    outside < SHARED && outside < shared.len()
}

/// Pairs of sentences that follow each other in both places are one passage.
fn passages(numbered: Numbered, mut pairs: Vec<Pair>) -> Vec<Match> {
    pairs.sort_unstable_by_key(|pair| (pair.first, pair.second));
    let mut runs: Vec<(Range<usize>, Range<usize>, bool)> = Vec::new();
    for pair in pairs {
        let next = |run: &&mut (Range<usize>, Range<usize>, bool)| run.0.end == pair.first && run.1.end == pair.second;
        match runs.iter_mut().rev().take(8).find(next) {
            // The first passage stays before the second.
            Some(run) if run.1.start > pair.first => {
                *run = (run.0.start..pair.first + 1, run.1.start..pair.second + 1, run.2 && pair.quotation);
            }
            _ => runs.push((pair.first..pair.first + 1, pair.second..pair.second + 1, pair.quotation)),
        }
    }
    let words = |sentences: Range<usize>| {
        let first = numbered.article.words_of(sentences.start).start;
        first..numbered.article.words_of(sentences.end.saturating_sub(1)).end
    };
    runs.into_iter().map(|(a, b, quotation)| Match::new((numbered, words(a)), (numbered, words(b)), true, quotation)).collect()
}
