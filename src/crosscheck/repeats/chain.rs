//! Chains of anchors: from single words that two articles have in common to stretches that may be one passage.
//!
//! Seed and extend, as in the search for similar sequences (Altschul et al. 1990) and in text reuse (Smith, Cordell & Dillon 2013, “passim”): shared
//! shingles are the seeds, neighbouring ones that stand in the same order in both articles are chained. The chaining is greedy: an anchor joins the chain
//! that it continues with the least shift. Where one phrase stands several times close together the wrong one may be taken; the words around it are
//! aligned anew afterwards.

use super::article::Article;
use super::index::WORDS;
use super::word::{Stem, Word};

/// Two words that are the same: the number of the one, and of the other.
pub(super) type Anchor = (u32, u32);

/// Between two anchors of one chain are at most this many words on either side: a long sentence.
const GAP: u32 = 30;

/// How far around a lone shingle words are looked for that speak for a passage, and how many with meaning there must be, its own included: so many in
/// any case, and so many unless they are most of its sentence.
const AROUND: usize = 24;
const SPEAKING: usize = 4;
const MANY: usize = 6;

/// The meaning around each word of a new article, once it was asked for.
pub(super) struct Near<'a> {
    article: &'a Article,
    around: Vec<Option<Box<[Stem]>>>,
}

impl<'a> Near<'a> {
    pub(super) fn of(article: &'a Article) -> Self {
        Self { article, around: vec![None; article.words.len()] }
    }

    /// Whether a chain, of words of the new article and of another one, may be a part of a passage. A chain of one shingle is mostly a name with a
    /// title or a phrase of the trade, and the more articles there are the more of them share one: looking at the words around it costs less than aligning
    /// them.
    pub(super) fn is_promising(&mut self, other: &Article, chain: &[Anchor]) -> bool {
        let Some((x, y)) = chain.first().copied().filter(|_| chain.len() <= WORDS) else { return true };
        let article = self.article;
        let Some(known) = self.around.get_mut(x as usize) else { return false };
        let near = known.get_or_insert_with(|| {
            let mut stems: Vec<Stem> = stems(around(article, x)).collect();
            stems.sort_unstable();
            stems.into()
        });
        let common = stems(around(other, y)).filter(|stem| near.binary_search(stem).is_ok()).count();
        let most = |of: &Article, at: u32, has: &dyn Fn(Stem) -> bool| {
            let (mut shared, mut all) = (0, 0);
            for stem in stems(of.slice(&of.words_of(of.sentence_of(at)))) {
                all += 1;
                shared += usize::from(has(stem));
            }
            2 * shared >= all
        };
        common >= MANY
            || (common >= SPEAKING
                && (most(other, y, &|stem| near.binary_search(&stem).is_ok())
                    || most(article, x, &|stem| stems(around(other, y)).any(|near| near == stem))))
    }
}

/// The words around one.
fn around(article: &Article, at: u32) -> &[Word] {
    let reach = AROUND as u32;
    article.slice(&(at.saturating_sub(reach)..(at + reach).min(article.len())))
}

/// The stems of the words that carry meaning.
fn stems(words: &[Word]) -> impl Iterator<Item = Stem> + '_ {
    words.iter().filter(|word| word.has_meaning()).map(|word| word.stem())
}

/// Puts anchors together that continue each other. Each chain rises in both numbers.
pub(super) fn chains(mut anchors: Vec<Anchor>) -> Vec<Vec<Anchor>> {
    anchors.sort_unstable();
    anchors.dedup();
    let mut chains: Vec<Vec<Anchor>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for batch in anchors.chunk_by(|a, b| a.0 == b.0) {
        let Some((x, _)) = batch.first() else { continue };
        open.retain(|chain| last(&chains, *chain).is_some_and(|last| x - last.0 <= GAP));
        let mut fits: Vec<(u32, usize, usize)> = Vec::new();
        for (nth, anchor) in batch.iter().enumerate() {
            let shifts = open.iter().filter_map(|chain| Some((shift(last(&chains, *chain)?, *anchor)?, nth, *chain)));
            fits.extend(shifts);
        }
        fits.sort_unstable();
        let mut placed = vec![false; batch.len()];
        let mut taken: Vec<usize> = Vec::new();
        for (_, nth, chain) in fits {
            let (Some(placed), Some(anchor)) = (placed.get_mut(nth), batch.get(nth)) else { continue };
            if *placed || taken.contains(&chain) {
                continue;
            }
            *placed = true;
            taken.push(chain);
            chains.get_mut(chain).into_iter().for_each(|chain| chain.push(*anchor));
        }
        for (anchor, _) in batch.iter().zip(placed).filter(|(_, placed)| !placed) {
            open.push(chains.len());
            chains.push(vec![*anchor]);
        }
    }
    chains
}

fn last(chains: &[Vec<Anchor>], chain: usize) -> Option<Anchor> {
    chains.get(chain)?.last().copied()
}

/// How many more words one article has than the other between two anchors; nothing if the second does not continue the first.
fn shift(from: Anchor, to: Anchor) -> Option<u32> {
    let (x, y) = (to.0.checked_sub(from.0)?, to.1.checked_sub(from.1)?);
    (x > 0 && y > 0 && y <= GAP).then(|| x.abs_diff(y))
}
