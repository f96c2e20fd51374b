//! How much of a quotation a sentence tells, and how much of the sentence is told of it.
//!
//! How: the stems that both have, each weighing more the fewer other sentences of the telling article have it (inverse document frequency, Spärck Jones 1972, over
//! sentences; the weighted overlap by which Mihalcea, Corley and Strapparava 2006 find paraphrases): what the whole article is about proves nothing. Of a long
//! quotation the stretch that has most in common counts. Figures of one unit that differ by little are one, as reporters round.
//!
//! Where it stops working: a paraphrase that keeps no word, and two statements of one speaker about the same few rare things.

use std::collections::HashMap;

use crate::text::position::clamp;

use super::language::{Language, Sort, figure_of};
use super::tokens::{Token, folded, stemmed};

/// So many words of a quotation are told in one sentence.
const WINDOW: usize = 45;

/// So many bytes of an article are read to know what it is about.
const READ: usize = 100_000;

/// What a quotation and a sentence have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// How many stems are in both, names left aside.
    pub common: usize,
    /// What they weigh: about 8 for two words that the article has nowhere else, 4 for two that it is full of.
    pub weight: f32,
    /// How many of them follow each other on both sides, at most, with no other word of meaning between.
    pub run: usize,
    /// Their share of the shorter of the two, by weight, from 0 to 1.
    pub share: f32,
    /// Their share of the quotation's stretch, by weight, from 0 to 1.
    pub told: f32,
}

/// In how many sentences of an article each stem stands.
#[derive(Debug, Default)]
pub struct Rarity {
    sentences: f32,
    counts: HashMap<u32, (u32, u32)>,
}

impl Rarity {
    /// Reads the beginning of an article.
    pub fn of(text: &str, language: Language) -> Self {
        let end = clamp(text, READ);
        let mut counts: HashMap<u32, (u32, u32)> = HashMap::new();
        let mut sentence = 0;
        for token in stemmed(text, std::slice::from_ref(&(0..end)), language) {
            sentence += u32::from(token.begins);
            if matches!(token.sort, Sort::Content | Sort::Number) {
                let (count, last) = counts.entry(token.stem).or_default();
                *count += u32::from(*last != sentence);
                *last = sentence;
            }
        }
        Self { sentences: sentence as f32, counts }
    }

    /// The weight of a stem that stands in the telling sentence, or in none. A name weighs half: who is spoken of says little of what is said.
    fn weight(&self, stem: u32, name: bool) -> f32 {
        let others = self.counts.get(&stem).map_or(0, |(count, _)| count.saturating_sub(1)) as f32;
        (1.0 + (self.sentences + 8.0) / (others + 1.0)).ln() * if name { 0.5 } else { 1.0 }
    }
}

/// Words to compare, and where they stand.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The words, with their stems.
    pub tokens: &'a [Token],
    /// The article's text.
    pub text: &'a str,
    /// The article's language.
    pub language: Language,
}

impl Words<'_> {
    /// Whether a word is written as a name is. German writes every noun so.
    fn names(&self, token: &Token) -> bool {
        let capital = self.text.get(token.start..).is_some_and(|word| word.starts_with(char::is_uppercase));
        capital && !token.begins && self.language != Language::German
    }
}

/// Compares the words of a quotation with those that a sentence says of its own; `None` if they have nothing in common.
pub fn likeness(quote: Words<'_>, telling: Words<'_>, rarity: &Rarity) -> Option<Likeness> {
    let (quoted, figures) = (figures(quote), figures(telling));
    let known: HashMap<u32, f32> =
        telling.tokens.iter().map(|token| (token.stem, rarity.weight(token.stem, telling.names(token)))).collect();
    // Each word of the quotation that carries meaning: where it stands, its stem, its weight, whether the sentence has it, and whether it is a name.
    let words: Vec<(usize, u32, f32, bool, bool)> = quote
        .tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| matches!(token.sort, Sort::Content | Sort::Number))
        .map(|(at, token)| {
            let near = |(value, unit): &(f64, u32)| figures.values().any(|(other, of)| of == unit && close(*value, *other));
            let told = known.contains_key(&token.stem) || quoted.get(&token.start).is_some_and(near);
            let name = quote.names(token);
            (at, token.stem, rarity.weight(token.stem, name), told, name)
        })
        .collect();
    let window = |start: usize| {
        let from = words.get(start..).unwrap_or_default();
        let first = from.first().map_or(0, |word| word.0);
        let mut seen: Vec<u32> = Vec::new();
        let (mut all, mut common, mut count) = (0.0, 0.0, 0);
        for (_, stem, weight, told, name) in from.iter().take_while(|word| word.0 < first + WINDOW) {
            if !seen.contains(stem) {
                seen.push(*stem);
                all += weight;
                if *told {
                    common += weight;
                    count += usize::from(!*name);
                }
            }
        }
        (common, all, count)
    };
    let whole = quote.tokens.len() <= WINDOW;
    let starts = (0..words.len()).filter(|at| if whole { *at == 0 } else { words.get(*at).is_some_and(|word| word.3) });
    let (common, all, count) = starts.map(window).max_by(|a, b| a.0.total_cmp(&b.0))?;
    let telling_stems = &telling.tokens.iter().map(|token| token.stem).collect::<Vec<_>>();
    let telling: f32 = known.values().sum();
    (count > 0).then(|| Likeness {
        common: count,
        weight: common,
        run: longest_run(&words.iter().map(|word| word.1).collect::<Vec<_>>(), telling_stems),
        share: common / all.min(telling).max(f32::EPSILON),
        told: common / all.max(f32::EPSILON),
    })
}

/// The longest row of stems that stands in both.
fn longest_run(one: &[u32], other: &[u32]) -> usize {
    let mut longest = 0;
    // How long the row is that ends at each stem of the other.
    let mut rows = vec![0; other.len() + 1];
    for stem in one {
        for (at, next) in other.iter().enumerate().rev() {
            let row = if stem == next { rows.get(at).copied().unwrap_or(0) + 1 } else { 0 };
            longest = longest.max(row);
            rows.get_mut(at + 1).into_iter().for_each(|slot| *slot = row);
        }
    }
    longest
}

/// The figures with the stem of what they count, by where they stand.
fn figures(words: Words<'_>) -> HashMap<usize, (f64, u32)> {
    let value = |token: &Token| {
        let word = folded(words.text.get(token.start..token.end)?);
        figure_of(&word, words.language).unwrap_or(&word).parse::<f64>().ok()
    };
    let pairs = words.tokens.windows(2).filter_map(|pair| match pair {
        [number, unit] if number.sort == Sort::Number => Some((number.start, (value(number)?, unit.stem))),
        _ => None,
    });
    pairs.collect()
}

/// Whether one figure may be the other, rounded.
fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 0.1 * one.abs().max(other.abs())
}
