//! Two wordings of a statement laid side by side.
//!
//! How: local alignment of words (Smith and Waterman 1981) with words that carry meaning counting more; what is left over before and after is aligned
//! again, so that a statement with a piece cut out of it still meets its full wording. Where both sides go on differently in the middle of a sentence, the
//! rest of that sentence is taken in, so that a changed last word is seen. What stands between the matches is then judged: omissions
//! marked as such, whole sentences left out, words in brackets, contractions, spellings and word order are honest; other words that carry meaning are changes.
//!
//! Where it stops working: its cost is the product of the lengths, so longer quotations are cut at [`LONGEST`] words. It does not know synonyms.

use std::ops::Range;

use super::language::{SHORT_D, SHORT_S, Sort, excludes};
use super::tokens::{Token, folded};

/// Longer wordings, in words, are compared in pieces.
pub const LONGEST: usize = 400;

/// What the comparison of two wordings says.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The words of the first that belong together with the second's.
    pub a: Range<usize>,
    /// The words of the second.
    pub b: Range<usize>,
    /// How many words are in both.
    pub matched: usize,
    /// How many of them carry meaning; characters of scripts without spaces count half.
    pub meaning: usize,
    /// How many words that carry meaning were replaced, inserted or dropped.
    pub changed: usize,
    /// Whether words that carry none differ.
    pub light: bool,
    /// Whether one of the two has more: before, after, or in a place where the other marks an omission or leaves out a sentence.
    pub cut: bool,
    /// How much of the two stretches is common, from 0 to 1, honest differences left aside.
    pub likeness: f32,
}

impl Comparison {
    /// The same, the other way round.
    pub fn turned(&self) -> Self {
        Self { a: self.b.clone(), b: self.a.clone(), ..self.clone() }
    }
}

/// A wording to compare: its words, and the text in which they stand.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The words.
    pub tokens: &'a [Token],
}

/// Lays two wordings side by side; `None` if they have nothing in common that tells.
pub fn compare(a: Wording<'_>, b: Wording<'_>) -> Option<Comparison> {
    let mut pairs = Vec::new();
    align(a.tokens, b.tokens, 0, 0, 0, &mut pairs);
    let (first, last) = (*pairs.first()?, *pairs.last()?);
    let start = opening(a.tokens, b.tokens, first);
    let end = ending(a.tokens, b.tokens, (last.0 + 1, last.1 + 1));
    let mut judge = Judge {
        a,
        b,
        found: Comparison {
            a: start.0..end.0,
            b: start.1..end.1,
            matched: pairs.len(),
            meaning: 0,
            changed: 0,
            light: false,
            cut: start.0 + start.1 > 0 || end.0 < a.tokens.len() || end.1 < b.tokens.len(),
            likeness: 0.0,
        },
        common: 0.0,
        all: 0.0,
    };
    let mut from = start;
    for (i, j) in pairs.iter().copied() {
        judge.between(from.0..i, from.1..j);
        judge.same(i);
        from = (i + 1, j + 1);
    }
    judge.between(from.0..end.0, from.1..end.1);
    Some(judge.finish(&pairs))
}

fn weight(token: &Token) -> f32 {
    if token.has_meaning() { 1.0 } else { 0.35 }
}

fn gain(token: &Token) -> i32 {
    if token.has_meaning() { 4 } else { 2 }
}

/// What a word without a partner costs. It is little: whether a stretch is alike enough is judged afterwards.
const LOSS: i32 = 1;

/// A further stretch counts from this score on: three words that carry meaning, or a few more of the others.
const FURTHER: i32 = 12;

/// Adds the pairs of words of the best local alignment, and of those before and after it.
fn align(a: &[Token], b: &[Token], base_a: usize, base_b: usize, depth: usize, pairs: &mut Vec<(usize, usize)>) {
    if a.is_empty() || b.is_empty() || depth > 3 {
        return;
    }
    let (score, found) = smith_waterman(a, b);
    if (depth > 0 && score < FURTHER) || score <= 0 {
        return;
    }
    let (Some(first), Some(last)) = (found.first().copied(), found.last().copied()) else { return };
    if let (Some(before_a), Some(before_b)) = (a.get(..first.0), b.get(..first.1)) {
        align(before_a, before_b, base_a, base_b, depth + 1, pairs);
    }
    pairs.extend(found.iter().map(|(i, j)| (base_a + i, base_b + j)));
    if let (Some(after_a), Some(after_b)) = (a.get(last.0 + 1..), b.get(last.1 + 1..)) {
        align(after_a, after_b, base_a + last.0 + 1, base_b + last.1 + 1, depth + 1, pairs);
    }
}

const STOP: u8 = 0;
const BOTH: u8 = 1;
const UP: u8 = 2;
const LEFT: u8 = 3;

fn smith_waterman(a: &[Token], b: &[Token]) -> (i32, Vec<(usize, usize)>) {
    let width = b.len() + 1;
    let mut steps = vec![STOP; (a.len() + 1) * width];
    let mut row = vec![0_i32; width];
    let mut best = (0, 0, 0);
    for (i, word) in a.iter().enumerate() {
        let mut diagonal = 0;
        let mut left = 0;
        let Some(trace) = steps.get_mut((i + 1) * width + 1..(i + 2) * width) else { break };
        for ((j, other), (step, above)) in b.iter().enumerate().zip(trace.iter_mut().zip(row.iter_mut().skip(1))) {
            let mut score = (0, STOP);
            if word.key == other.key {
                score = (diagonal + gain(word), BOTH);
            }
            let up = *above - LOSS;
            if up > score.0 {
                score = (up, UP);
            }
            let insert = left - LOSS;
            if insert > score.0 {
                score = (insert, LEFT);
            }
            diagonal = *above;
            *above = score.0;
            left = score.0;
            *step = score.1;
            if score.0 > best.0 {
                best = (score.0, i + 1, j + 1);
            }
        }
    }
    let (score, mut i, mut j) = best;
    let mut pairs = Vec::new();
    while i > 0 && j > 0 {
        match steps.get(i * width + j).copied().unwrap_or(STOP) {
            BOTH => {
                pairs.push((i - 1, j - 1));
                i -= 1;
                j -= 1;
            }
            UP => i -= 1,
            LEFT => j -= 1,
            _ => break,
        }
    }
    pairs.reverse();
    (score, pairs)
}

/// Where the common stretch begins: at the first match, or, where both sides have other words before it in the same sentence, at that sentence's start.
fn opening(a: &[Token], b: &[Token], first: (usize, usize)) -> (usize, usize) {
    let begins = |tokens: &[Token], at: usize| at == 0 || tokens.get(at).is_some_and(|token| token.begins || token.gap);
    if begins(a, first.0) || begins(b, first.1) {
        return first;
    }
    let back = |tokens: &[Token], at: usize| (0..at).rev().find(|at| begins(tokens, *at)).unwrap_or(0);
    (back(a, first.0), back(b, first.1))
}

/// Where it ends, likewise.
fn ending(a: &[Token], b: &[Token], end: (usize, usize)) -> (usize, usize) {
    let ends = |tokens: &[Token], at: usize| tokens.get(at).is_none_or(|token| token.begins || token.gap);
    if ends(a, end.0) || ends(b, end.1) {
        return end;
    }
    let on = |tokens: &[Token], at: usize| (at..tokens.len()).find(|at| ends(tokens, *at)).unwrap_or(tokens.len());
    (on(a, end.0), on(b, end.1))
}

struct Judge<'a> {
    a: Wording<'a>,
    b: Wording<'a>,
    found: Comparison,
    common: f32,
    all: f32,
}

impl Judge<'_> {
    fn same(&mut self, i: usize) {
        if let Some(token) = self.a.tokens.get(i) {
            self.common += 2.0 * weight(token);
            self.all += 2.0 * weight(token);
        }
    }

    /// Judges the words between two matches.
    fn between(&mut self, a: Range<usize>, b: Range<usize>) {
        if a.is_empty() && b.is_empty() {
            return;
        }
        let (next_a, next_b) = (self.a.tokens.get(a.end), self.b.tokens.get(b.end));
        let (Some(removed), Some(added)) = (self.a.tokens.get(a), self.b.tokens.get(b)) else { return };
        if left_out(removed, added, next_a, next_b) || left_out(added, removed, next_b, next_a) {
            self.found.cut = true;
            return;
        }
        if explained(removed, added) || explained(added, removed) {
            return;
        }
        if same_letters(&self.a, removed, &self.b, added) {
            return;
        }
        let only = |one: &[Token], other: &[Token]| -> Vec<Token> {
            let known = |token: &Token| token.inserted || other.iter().any(|other| other.key == token.key);
            one.iter().filter(|token| !known(token)).copied().collect()
        };
        let (gone, new) = (only(removed, added), only(added, removed));
        let meaning = |tokens: &[Token]| tokens.iter().filter(|token| token.has_meaning()).count();
        let mut changed = meaning(&gone).max(meaning(&new));
        if changed == 0 && contradict(&gone, &new) {
            changed = 1;
        }
        self.found.changed += changed;
        self.found.light |= changed == 0 && !(gone.is_empty() && new.is_empty());
        self.all += gone.iter().chain(&new).map(weight).sum::<f32>();
    }

    fn finish(mut self, pairs: &[(usize, usize)]) -> Comparison {
        let mut halves = 0;
        for token in pairs.iter().filter_map(|(i, _)| self.a.tokens.get(*i)).filter(|token| token.has_meaning()) {
            let wide = self.a.text.get(token.start..token.end).is_some_and(|word| word.starts_with(super::tokens::is_ideograph));
            halves += if wide { 1 } else { 2 };
        }
        self.found.meaning = halves / 2;
        self.found.likeness = if self.all > 0.0 { self.common / self.all } else { 0.0 };
        self.found
    }
}

/// Whether two pieces of wordings differ in typography and spelling alone; white space and marks say nothing.
pub fn says_the_same(one: Wording<'_>, other: Wording<'_>) -> bool {
    one.tokens.iter().map(|token| token.key).eq(other.tokens.iter().map(|token| token.key))
        || same_letters(&one, one.tokens, &other, other.tokens)
}

/// Whether `short` leaves out what `long` has, and says so by an ellipsis or a break, or leaves out whole sentences.
fn left_out(long: &[Token], short: &[Token], next_long: Option<&Token>, next_short: Option<&Token>) -> bool {
    if long.is_empty() {
        return false;
    }
    let marked = next_short.is_some_and(|next| next.gap) || short.iter().any(|token| token.gap);
    let meaning = |tokens: &[Token]| tokens.iter().filter(|token| token.has_meaning()).count();
    // One word for another is none left out, though “she said” follows.
    let little = meaning(short) == 0 || (meaning(short) == 1 && meaning(long) > 2);
    let whole =
        |tokens: &[Token], next: Option<&Token>| tokens.first().is_none_or(|token| token.begins) && next.is_none_or(|next| next.begins);
    let sentences = whole(long, next_long) && (short.is_empty() || whole(short, next_short)) && long.len() > 2;
    (marked && little) || sentences
}

/// Whether square brackets explain a pronoun or a few words.
fn explained(plain: &[Token], bracketed: &[Token]) -> bool {
    !bracketed.is_empty() && bracketed.iter().all(|token| token.inserted) && plain.len() <= 5
}

/// Whether the same letters stand on both sides: “co-operating” and “cooperating”, a name in two spellings, “’s” for “is” or “has”.
fn same_letters(a: &Wording<'_>, removed: &[Token], b: &Wording<'_>, added: &[Token]) -> bool {
    let short = |one: &[Token], other: &[Token]| match (one, other) {
        ([one], []) => one.family == SHORT_S,
        ([one], [other]) => (one.family == SHORT_S || one.family == SHORT_D) && other.sort != Sort::Content && other.sort != Sort::Number,
        _ => false,
    };
    if short(removed, added) || short(added, removed) {
        return true;
    }
    if removed.is_empty() || added.is_empty() || removed.len() > 4 || added.len() > 4 {
        return false;
    }
    let letters = |wording: &Wording<'_>, tokens: &[Token]| -> String {
        let mut end = 0;
        let words = tokens.iter().filter(|token| std::mem::replace(&mut end, token.end) <= token.start || token.start == token.end);
        words.filter_map(|token| wording.text.get(token.start..token.end)).map(|word| folded(word.trim_matches(['\'', '’']))).collect()
    };
    let (one, other) = (letters(a, removed), letters(b, added));
    let capital = |wording: &Wording<'_>, tokens: &[Token]| {
        tokens.len() == 1
            && tokens.first().and_then(|token| wording.text.get(token.start..)).is_some_and(|word| word.starts_with(char::is_uppercase))
    };
    let bare = |letters: &str| letters.replace(['\'', '’', '-'], "");
    bare(&one) == bare(&other) || (capital(a, removed) && capital(b, added) && nearly_equal(&one, &other))
}

/// Whether two longer words differ in one letter, as two spellings of one name do.
pub fn nearly_equal(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short.len() < 5 || long.len() - short.len() > 1 || long.len() > 40 {
        return false;
    }
    let front = short.iter().zip(long.iter()).take_while(|(a, b)| a == b).count();
    let back = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    front + back + 1 >= long.len()
}

/// Whether a function word stands for one that it excludes.
fn contradict(gone: &[Token], new: &[Token]) -> bool {
    let against = |one: &[Token], other: &[Token]| {
        one.iter()
            .any(|token| other.iter().any(|new| excludes(token.family, new.family)) && other.iter().all(|new| new.family != token.family))
    };
    against(gone, new) && against(new, gone)
}
