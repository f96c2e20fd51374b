//! The figures of one sentence, each with what it is a figure of.
//!
//! What is counted says the [`phrase`](super::phrase) after the number; all other content words of the sentence are its context. It stops working where the noun stands in another
//! sentence (“All three went home”): such a number is left out.

use jiff::civil::{Date, Weekday};

use super::agree::Amount;
use super::calendar::{When, days_between};
use super::clock::{Clock, Hour, clock, stamp};
use super::context::{Stem, Word, hash, stem};
use super::date::{Dated, Reference, date};
use super::fraction::is_part;
use super::language::{Language, Manner};
use super::phrase::{fate, is_ago, is_apart, is_offset, number_of, phrase};
use super::quantity::{Quantity, Read, quantity, rate};
use super::token::Token;
use super::unit::Dimension;
use super::vocabulary::{is_function_word, is_one_of};

/// What a figure says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Worth {
    Amount(Amount),
    Day { when: When, weekday: Option<Weekday>, loose: bool },
    Time(Hour),
}

/// A figure in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Where, in bytes of the article's text: qualifier, number, unit and noun.
    pub start: usize,
    pub end: usize,
    pub worth: Worth,
    /// The stems of the first and the last word of what is counted; 0 where there is none.
    pub heads: [Stem; 2],
    /// The date that the sentence gives beside it.
    pub anchor: Option<When>,
    /// A figure that cannot be held against others: a part, a change, another one.
    pub apart: bool,
    /// Which sentence of the article it stands in, from 0.
    pub sentence: u32,
    /// Whether its sentence has an amount as well, which a date then dates.
    pub beside_amount: bool,
    /// Whether it counts the injured, the dead, the missing: such numbers grow while an event is reported.
    pub grows: bool,
    /// Whether it only describes a noun, as in “20-point plan”, and so tells things apart rather than measuring one.
    pub describes: bool,
    /// Of a day: 1 if it lies after the day of publication, -1 if before; else 0.
    pub side: i8,
    /// The stems of the sentence and how much each tells, in order.
    pub context: Vec<Word>,
}

/// More figures than this in one sentence make a table, and a table is not read.
const MOST: usize = 16;
/// How many tokens to either side of a figure are looked at.
const REACH: usize = 60;
/// A sentence of fewer telling words leans on the one before it.
const SHORT: usize = 8;
/// How much the words of the sentence before tell.
const LEANS: f32 = 0.35;
/// The most that such a word tells, of 255.
pub(super) const LEANT: u8 = 89;
/// How many words of context are kept.
const MOST_CONTEXT: usize = 14;

/// A figure as it is found: with its tokens, before the context is added.
struct Found {
    mention: Mention,
    first: usize,
    next: usize,
}

/// The figures of a sentence. `told_by` says in how many sentences of the article a stem stands; `before` gives the tokens of the sentence before it in its paragraph, on which
/// a short sentence leans.
pub(super) fn mentions<'t>(
    tokens: &[Token],
    manner: Manner,
    reference: Reference,
    told_by: impl Fn(Stem) -> u32,
    before: impl FnOnce() -> Vec<Token<'t>>,
) -> Vec<Mention> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = stamp(tokens);
    let mut quoted = false;
    while at < tokens.len() {
        if tokens.get(at).is_some_and(|token| matches!(token.text, "“" | "”" | "\"" | "„" | "«" | "»" | "‘")) {
            quoted = !quoted;
        }
        // “On Friday” in a quotation is counted from the day on which it was said.
        let word = tokens.get(at).is_some_and(Token::is_word);
        let reference = if quoted && word { Reference { date: None, ..reference } } else { reference };
        at = match one(tokens, at, found.last(), manner, reference) {
            Some((Some(figure), next)) => {
                found.push(figure);
                next.max(at + 1)
            }
            Some((None, next)) => next.max(at + 1),
            None => at + 1,
        };
        if found.len() > MOST {
            return Vec::new();
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let weights: Vec<Option<(Stem, f32)>> = weights(tokens, manner.language, &told_by);
    let short = weights.iter().flatten().count() < SHORT;
    let before: Vec<(Stem, f32)> =
        if short { self::weights(&before(), manner.language, &told_by).into_iter().flatten().collect() } else { Vec::new() };
    let steps = steps(tokens);
    let anchors: Vec<(usize, When)> = found.iter().filter_map(|figure| anchor_of(figure).map(|when| (figure.first, when))).collect();
    let amounts = found.iter().any(|figure| matches!(figure.mention.worth, Worth::Amount(_)));
    for figure in &mut found {
        figure.mention.side = side(&figure.mention.worth, reference.date);
        figure.mention.beside_amount = amounts;
        figure.mention.context = context(figure, &weights, &steps, &before);
        if !matches!(figure.mention.worth, Worth::Day { .. }) {
            let nearest = anchors.iter().min_by_key(|(at, _)| at.abs_diff(figure.first));
            figure.mention.anchor = nearest.map(|(_, when)| *when);
        }
    }
    found.into_iter().map(|figure| figure.mention).collect()
}

/// On which side of the day of publication a day lies.
fn side(worth: &Worth, published: Option<Date>) -> i8 {
    let Worth::Day { when, .. } = worth else { return 0 };
    let days = when.date().zip(published).map_or(0, |(day, published)| days_between(day, published));
    i8::try_from(days.signum()).unwrap_or(0)
}

fn anchor_of(figure: &Found) -> Option<When> {
    match figure.mention.worth {
        Worth::Day { when, .. } => Some(when),
        _ => None,
    }
}

/// What starts at a token: a figure if it is one, and where to read on.
fn one(tokens: &[Token], at: usize, before: Option<&Found>, manner: Manner, reference: Reference) -> Option<(Option<Found>, usize)> {
    let token = tokens.get(at)?;
    if !(token.is_digits() || token.is_word() || is_currency_mark(token)) {
        return None;
    }
    if let Some(dated) = date(tokens, at, manner, reference) {
        return Some((Some(of_date(tokens, at, dated)?), dated.next));
    }
    if let Some(clock) = clock(tokens, at, manner.language) {
        return Some((Some(of_clock(tokens, at, clock)?), clock.next));
    }
    match quantity(tokens, at, manner)? {
        Read::Pass(next) => Some((age_after_name(tokens, at, manner), next)),
        Read::Quantity(quantity) => {
            let next = quantity.next;
            let figure = age_after_name(tokens, at, manner).or_else(|| of_quantity(tokens, &quantity, before, manner));
            let next = figure.as_ref().map_or(next, |figure| next.max(figure.next));
            Some((figure, next))
        }
    }
}

fn is_currency_mark(token: &Token) -> bool {
    matches!(token.text, "€" | "$" | "£" | "¥" | "₽" | "₴" | "₹")
}

fn plain_mention(tokens: &[Token], first: usize, next: usize, worth: Worth) -> Option<Found> {
    let start = tokens.get(first)?.start;
    let end = tokens.get(next.checked_sub(1)?)?.end();
    let mention = Mention {
        start,
        end,
        worth,
        heads: [0; 2],
        anchor: None,
        apart: false,
        sentence: 0,
        beside_amount: false,
        grows: false,
        describes: false,
        side: 0,
        context: Vec::new(),
    };
    Some(Found { mention, first, next })
}

fn of_date(tokens: &[Token], at: usize, dated: Dated) -> Option<Found> {
    let end = without_point(tokens, dated.next);
    let worth = Worth::Day { when: dated.when, weekday: dated.weekday, loose: dated.loose };
    plain_mention(tokens, at, end, worth)
}

fn of_clock(tokens: &[Token], at: usize, clock: Clock) -> Option<Found> {
    plain_mention(tokens, at, clock.next, Worth::Time(clock.hour))
}

/// A full stop after an abbreviated month belongs to the date only where more follows.
fn without_point(tokens: &[Token], next: usize) -> usize {
    let point = next.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_mark('.'));
    if point { next - 1 } else { next }
}

/// “Anna Berg, 43,”: an age, counted under the name.
fn age_after_name(tokens: &[Token], at: usize, manner: Manner) -> Option<Found> {
    let token = tokens.get(at).filter(|token| token.is_digits() && token.text.len() <= 2)?;
    let opened = at.checked_sub(1).and_then(|at| tokens.get(at))?;
    let closed = tokens.get(at + 1)?;
    let aged = opened.lower == "aged";
    let set_off = (opened.is_mark(',') && (closed.is_mark(',') || closed.is_mark('.') || closed.is_mark(';')))
        || (opened.is_mark('(') && closed.is_mark(')'));
    let years: f64 = token.text.parse().ok().filter(|years| *years >= 5.0)?;
    let name_end = at.checked_sub(1)?;
    let name_end =
        if aged && tokens.get(name_end.checked_sub(1)?).is_some_and(|token| token.is_mark(',')) { name_end - 1 } else { name_end };
    let (last, first) = (tokens.get(name_end.checked_sub(1)?)?, tokens.get(name_end.checked_sub(2)?)?);
    let bracketed = opened.is_mark('(') && manner.language == Language::German;
    if !(set_off || aged) || !last.is_capitalised() || !(first.is_capitalised() || bracketed) {
        return None;
    }
    let number = super::number::Number { value: years, step: 1.0, digits: 2, next: at + 1, in_digits: true };
    let unit = super::unit::Unit { dimension: Dimension::Age, ..super::unit::named("years")? };
    let amount = Amount::new(number, None, unit, super::qualifier::Qualifier::Exact);
    let mut found = plain_mention(tokens, at, at + 1, Worth::Amount(amount))?;
    let last = stem(last, manner.language)?;
    found.mention.heads = [stem(first, manner.language).unwrap_or(last), last];
    Some(found)
}

/// “Seven votes to *four*”: what the number before counts, on the other side.
fn against(tokens: &[Token], first: usize, before: Option<&Found>) -> Option<[Stem; 2]> {
    let before = before.filter(|before| before.next + 1 == first && before.mention.heads[1] != 0)?;
    let joins = is_one_of(&tokens.get(before.next)?.lower, "to against gegen zu contra por contre");
    joins.then(|| before.mention.heads.map(|stem| stem.rotate_left(1)))
}

/// “87 in favour and 12 *against*”, «78 en contra», „12 dagegen“: those who voted no.
fn is_opposed(tokens: &[Token], next: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    is_one_of(word(next), "against opposed dagegen contre") || (word(next), word(next + 1)) == ("en", "contra")
}

fn of_quantity(tokens: &[Token], quantity: &Quantity, before: Option<&Found>, manner: Manner) -> Option<Found> {
    let language = manner.language;
    let mut amount = quantity.amount;
    let phrase = phrase(tokens, quantity, language);
    let mut next = phrase.next;
    let mut heads = phrase.heads;
    if let Some((rate, after)) = rate(tokens, phrase.next).filter(|_| amount.dimension == Dimension::Count) {
        amount.rate = rate;
        next = after;
    }
    let fate = if amount.dimension == Dimension::Count { fate(tokens, quantity.first, quantity.next) } else { None };
    if amount.dimension == Dimension::Count {
        if heads[1] == 0 || phrase.people {
            match fate {
                Some(fate) => heads = [fate, fate],
                None if heads[1] == 0 => {
                    let opposed = is_opposed(tokens, quantity.next).then(|| [hash("=against"); 2]);
                    heads = opposed
                        .or_else(|| against(tokens, quantity.first, before))
                        .or_else(|| number_of(tokens, quantity.first, language))?
                }
                None => {}
            }
        }
    } else if amount.dimension == Dimension::Duration && is_offset(tokens, quantity.first, next) {
        // How many years ago is told like a date, of days and hours it depends on the day of the report.
        if !matches!(amount.sign, "years" | "decades") || !is_ago(tokens, quantity.first, next) {
            return None;
        }
        amount.rate = hash("=ago");
    } else if amount.dimension == Dimension::Duration && amount.sign == "years" && is_ago(tokens, quantity.first, next) {
        amount.rate = hash("=ago");
    }
    // “74-metre Halvard”: what is described is no part of the figure.
    let end = if quantity.attribute && quantity.has_unit { quantity.next } else { next };
    let mut found = plain_mention(tokens, quantity.first, end, Worth::Amount(amount))?;
    found.mention.heads = heads;
    found.mention.apart = phrase.other || is_apart(tokens, quantity.first, next);
    found.mention.grows = fate.is_some();
    found.mention.describes = quantity.attribute && !quantity.has_unit;
    Some(found)
}

/// Of each token its stem, and how much it tells by the number of the article's sentences that have it.
fn weights(tokens: &[Token], language: Language, told_by: impl Fn(Stem) -> u32) -> Vec<Option<(Stem, f32)>> {
    let weight = |token: &Token| {
        let stem = stem(token, language)?;
        Some((stem, 1.0 / (told_by(stem).max(1) as f32).sqrt()))
    };
    tokens.iter().map(weight).collect()
}

/// Where each token stands, where a comma or a joining word counts as some words more.
fn steps(tokens: &[Token]) -> Vec<f32> {
    let mut at = 0.0;
    let step = |token: &Token| {
        at += match token.lower.as_ref() {
            "," | "(" | ")" | "–" | "—" => 3.0,
            ";" | ":" => 5.0,
            "which" | "who" | "while" | "but" | "when" | "und" | "and" | "während" | "mientras" | "y" => 2.0,
            lower if is_function_word(lower, Language::English) => 0.5,
            _ => 1.0,
        };
        at
    };
    tokens.iter().map(step).collect()
}

/// How much the words of the sentence tell of a figure in it.
fn context(figure: &Found, weights: &[Option<(Stem, f32)>], steps: &[f32], before: &[(Stem, f32)]) -> Vec<Word> {
    let at = |token: usize| steps.get(token).copied().unwrap_or(0.0);
    let (from, to) = (at(figure.first), at(figure.next.saturating_sub(1)));
    let mut context: Vec<(Stem, u8)> = Vec::new();
    let near = figure.first.saturating_sub(REACH)..figure.next.saturating_add(REACH);
    for (token, weight) in weights.iter().enumerate().take(near.end).skip(near.start) {
        let Some((stem, weight)) = weight else { continue };
        let far = f32::max(from - at(token), at(token) - to).max(0.0);
        let tells = (255.0 * weight / (1.0 + 0.08 * far)) as u8;
        match context.iter_mut().find(|(other, _)| other == stem) {
            Some((_, told)) => *told = tells.max(*told),
            None => context.push((*stem, tells)),
        }
    }
    for (stem, weight) in before {
        if !context.iter().any(|(other, _)| other == stem) {
            context.push((*stem, (255.0 * LEANS * weight) as u8));
        }
    }
    context.sort_unstable_by_key(|(_, tells)| std::cmp::Reverse(*tells));
    context.truncate(MOST_CONTEXT);
    let mut words: Vec<Word> = context.into_iter().map(|(stem, tells)| Word::new(stem, tells)).collect();
    words.sort_unstable();
    words
}

/// Whether a sentence speaks of what is to come.
pub(super) fn looks_ahead(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| {
        matches!(
            token.lower.as_ref(),
            "will"
                | "shall"
                | "plans"
                | "planned"
                | "scheduled"
                | "due"
                | "expected"
                | "wird"
                | "werden"
                | "soll"
                | "sollen"
                | "geplant"
                | "prevé"
                | "será"
                | "serán"
                | "podrá"
                | "tendrá"
                | "prevista"
                | "previsto"
        )
    })
}

/// Whether a sentence can hold a figure at all.
pub(super) fn may_hold_figures(tokens: &[Token], language: Language) -> bool {
    tokens.iter().any(|token| {
        token.is_digits()
            || (token.is_word()
                && (is_part(&token.lower, language)
                    || super::numeral::numeral(&token.lower, language).is_some_and(|numeral| numeral != super::numeral::Numeral::One)
                    || super::calendar::weekday(&token.lower).is_some()
                    || super::calendar::month(&token.lower).is_some()
                    || matches!(
                        token.lower.as_ref(),
                        "today"
                            | "yesterday"
                            | "tomorrow"
                            | "heute"
                            | "gestern"
                            | "hoy"
                            | "ayer"
                            | "noon"
                            | "midnight"
                            | "last"
                            | "next"
                            | "mitternacht"
                    )))
    })
}
