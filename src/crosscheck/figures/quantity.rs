//! A number with everything that belongs to it: range, unit, currency, qualifier, rate.
//!
//! What only names something is no quantity: “number 4”, “Route 66”, “the 19th”, “the 1990s”, a score, a version, a telephone number.

use super::agree::Amount;
use super::fraction::fraction;
use super::language::{Language, Manner};
use super::number::{Number, number};
use super::numeral::{Numeral, numeral};
use super::qualifier::{after, before};
use super::token::Token;
use super::unit::{Dimension, Unit, currency, is_rate_word, named, named_by_two};

/// A quantity in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Quantity {
    pub amount: Amount,
    /// The first token, qualifier included.
    pub first: usize,
    /// The token after number and unit.
    pub next: usize,
    /// Whether a unit or a currency stands with it.
    pub has_unit: bool,
    /// Whether it describes what follows, as in “20-point plan”.
    pub attribute: bool,
}

/// What was found at a token.
#[derive(Clone, Debug)]
pub(super) enum Read {
    Quantity(Box<Quantity>),
    /// A number that counts nothing; read on at this token.
    Pass(usize),
}

const COUNT: Unit = Unit { dimension: Dimension::Count, factor: 1.0, sign: "" };

/// The quantity that starts at token `at`, with the currency before its number.
pub(super) fn quantity(tokens: &[Token], at: usize, manner: Manner) -> Option<Read> {
    let (money, number_at) = currency_before(tokens, at).map_or((None, at), |(code, next)| (Some(code), next));
    let fraction = || fraction(tokens, at, manner.language).filter(|_| money.is_none());
    if let Some(share) = fraction() {
        return Some(Read::Quantity(Box::new(of_share(tokens, at, share, manner.language))));
    }
    let first = match number(tokens, number_at, manner) {
        Some(number) => number,
        None => return tokens.get(at).filter(|token| token.is_digits()).map(|_| Read::Pass(at + 1)),
    };
    let first = if money.is_some() { with_money_scale(tokens, first) } else { first };
    let (from, to, next) = match range(tokens, first, manner) {
        Range::None => (first, None, first.next),
        Range::To(from, to) => (from, Some(to), to.next),
        Range::Score(next) => return Some(Read::Pass(next)),
    };
    if money.is_none() && (is_label(tokens, at) || names_something(tokens, at, next)) {
        return Some(Read::Pass(next));
    }
    let hyphen = tokens.get(next).is_some_and(|token| token.is_mark('-') && !token.spaced)
        && tokens.get(next + 1).is_some_and(|token| token.is_word() && !token.spaced);
    let unit_at = next + usize::from(hyphen);
    let unit = match money {
        Some(sign) => Some((Unit { dimension: Dimension::Money, factor: 1.0, sign }, next)),
        None => unit_at_token(tokens, unit_at, from.value, manner.language).or_else(|| unit_before(tokens, at).map(|unit| (unit, next))),
    };
    // “One”, “ein”, “un” count only with a unit.
    if unit.is_none() && !from.in_digits && from.value == 1.0 {
        return Some(Read::Pass(next));
    }
    let (unit, mut end, has_unit) = match unit {
        Some((unit, end)) => (unit, end, true),
        None => (COUNT, if hyphen { unit_at } else { next }, false),
    };
    let (mut from, to, unit) = celsius(from, to, unit);
    let mut unit = unit;
    if unit.dimension == Dimension::Duration
        && let Some(after) = age(tokens, end)
    {
        unit.dimension = Dimension::Age;
        end = after;
    } else if let Some((more, after)) = smaller_unit(tokens, end, unit, manner).filter(|_| to.is_none()) {
        from = Number { value: from.value + more, step: from.step.min(more), digits: 4, ..from };
        end = after;
    }
    let (mut qualifier, start) = before(tokens, at, manner.language);
    if let Some((other, after)) = after(tokens, end) {
        qualifier = other;
        end = after;
    }
    let mut amount = Amount::new(from, to, unit, qualifier);
    if let Some((rate, after)) = rate(tokens, end).filter(|_| has_unit) {
        amount.rate = rate;
        end = after;
    }
    let describes = tokens.get(end).is_some_and(|token| token.is_mark('-') && !token.spaced);
    Some(Read::Quantity(Box::new(Quantity { amount, first: start, next: end, has_unit, attribute: hyphen || describes })))
}

/// “A third of the households” as a quantity.
fn of_share(tokens: &[Token], at: usize, share: Number, language: Language) -> Quantity {
    let unit = Unit { dimension: Dimension::Percent, factor: 1.0, sign: "%" };
    let (qualifier, first) = before(tokens, at, language);
    Quantity { amount: Amount::new(share, None, unit, qualifier), first, next: share.next, has_unit: true, attribute: false }
}

/// „Tempo 80“: the unit that a word before the number tells.
fn unit_before(tokens: &[Token], at: usize) -> Option<Unit> {
    let before = tokens.get(at.checked_sub(1)?)?;
    let digits = tokens.get(at)?.is_digits();
    (digits && before.lower == "tempo" && before.is_capitalised()).then_some(Unit {
        dimension: Dimension::Speed,
        factor: 1.0,
        sign: "km/h",
    })
}

/// “€”, “US$”, “EUR” before a number: its code, and the token of the number.
fn currency_before(tokens: &[Token], at: usize) -> Option<(&'static str, usize)> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1)?;
    if token.is_word() && next.is_mark('$') && !next.spaced {
        let code = match token.text {
            "US" | "U" => "USD",
            "A" | "AU" => "AUD",
            "C" | "CA" => "CAD",
            "NZ" => "NZD",
            "HK" => "HKD",
            _ => return None,
        };
        return tokens.get(at + 2).filter(|token| token.is_digits()).map(|_| (code, at + 2));
    }
    let code = currency(token.text).filter(|_| !token.is_word() || token.text == "Rs" || token.text.chars().all(char::is_uppercase))?;
    next.is_digits().then_some((code, at + 1))
}

/// “$2m”, “€5bn”, “£40k”: letters that mean powers only with money.
fn with_money_scale(tokens: &[Token], number: Number) -> Number {
    let by = match tokens.get(number.next).filter(|token| !token.spaced).map_or("", |token| token.lower.as_ref()) {
        "k" => 1e3,
        "m" => 1e6,
        "b" => 1e9,
        "t" => 1e12,
        _ => return number,
    };
    Number { value: number.value * by, step: number.step * by, next: number.next + 1, ..number }
}

enum Range {
    None,
    /// From, to.
    To(Number, Number),
    /// Two numbers that are no range; what follows them.
    Score(usize),
}

fn range(tokens: &[Token], first: Number, manner: Manner) -> Range {
    let Some(joint) = tokens.get(first.next) else { return Range::None };
    let start = first.next.wrapping_sub(1);
    let back = |by: usize| start.checked_sub(by).and_then(|at| tokens.get(at)).map_or("", |token| token.lower.as_ref());
    let between = || (1..=4).any(|by| matches!(back(by), "between" | "zwischen" | "entre"));
    let dash = joint.is_mark('-') || joint.is_mark(':') && !joint.spaced;
    let joins = dash
        || match joint.lower.as_ref() {
            "to" | "bis" | "or" | "oder" => true,
            "a" | "o" => manner.language == Language::Spanish,
            "and" | "und" | "y" | "et" => between(),
            _ => false,
        };
    if !joins || (dash && !tokens.get(first.next + 1).is_some_and(Token::is_digits) && first.in_digits) {
        return Range::None;
    }
    let Some(second) = number(tokens, first.next + 1, manner) else { return Range::None };
    let second = if dash || second.value > 1.0 { second } else { return Range::None };
    // “2 to 3 million”.
    let scale =
        if second.value >= 1000.0 && first.value < 1000.0 && second.value / second.step < 1e4 { scale_of(second.value) } else { 1.0 };
    let from = Number { value: first.value * scale, step: first.step * scale, ..first };
    match from.value < second.value && from.value > 0.0 {
        true => Range::To(from, second),
        false if dash => Range::Score(second.next),
        false => Range::None,
    }
}

/// The power of a thousand in a number.
fn scale_of(value: f64) -> f64 {
    [1e12, 1e9, 1e6, 1e3].into_iter().find(|scale| value >= *scale).unwrap_or(1.0)
}

/// Whether the word before makes the number a label: “number 4”, “Route 66”.
fn is_label(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let Some(before) = at.checked_sub(1).and_then(|at| tokens.get(at)) else { return false };
    let label = if before.is_mark('.') { at.checked_sub(2).and_then(|at| tokens.get(at)).unwrap_or(before) } else { before };
    matches!(before.text, "#" | "№" | "§" | "+" | "@" | "/" | "_")
        || (!token.spaced
            && (before.is_word() || before.is_digits() || (before.is_mark('-') && at >= 2) || matches!(before.text, "." | ":")))
        || matches!(
            label.lower.as_ref(),
            "number"
                | "no"
                | "nos"
                | "nr"
                | "nummer"
                | "núm"
                | "número"
                | "route"
                | "flight"
                | "article"
                | "artikel"
                | "artículo"
                | "section"
                | "chapter"
                | "kapitel"
                | "capítulo"
                | "page"
                | "seite"
                | "página"
                | "room"
                | "channel"
                | "line"
                | "linie"
                | "línea"
                | "highway"
                | "interstate"
                | "platform"
                | "gate"
                | "phase"
                | "grade"
                | "level"
                | "stufe"
                | "type"
                | "version"
                | "paragraph"
                | "absatz"
                | "formula"
                | "size"
                | "unit"
                | "building"
                | "district"
                | "ward"
                | "volume"
                | "figure"
                | "table"
                | "bus"
                | "block"
                | "paragraf"
                | "runde"
                | "round"
                | "platz"
                | "rang"
        ) && token.is_digits()
}

/// Whether what stands around a number makes it an ordinal, a decade, a part of an address, or the tail of a name (“Boeing 737”).
fn names_something(tokens: &[Token], at: usize, next: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let after = tokens.get(next);
    let glued = after.filter(|after| !after.spaced);
    let ordinal = glued.is_some_and(|after| {
        matches!(after.lower.as_ref(), "st" | "nd" | "rd" | "th" | "s" | "º" | "ª" | "er" | "ers" | "e" | "g" | "d" | "x")
    });
    let address = glued.is_some_and(|after| after.is_mark('/') || after.is_mark('@') || after.is_mark('_') || after.is_mark('#'));
    let follows_name = token.is_digits()
        && token.spaced
        && at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(Token::is_capitalised)
        && at >= 2
        && unit_before(tokens, at).is_none()
        && !after.is_some_and(|after| after.is_word() && after.spaced || after.is_mark('%'))
        && !glued.is_some_and(Token::is_word);
    let german_ordinal = token.is_digits()
        && token.text.len() <= 2
        && glued.is_some_and(|after| after.is_mark('.'))
        && tokens.get(next + 1).is_some_and(|word| word.is_word() && word.spaced);
    ordinal
        || address
        || follows_name
        || (german_ordinal
            && tokens.get(next + 1).is_some_and(|word| super::calendar::month(&word.lower).is_some() || word.lower == "jahrhundert"))
}

/// The unit at a token, and the token after it.
fn unit_at_token(tokens: &[Token], at: usize, value: f64, language: Language) -> Option<(Unit, usize)> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1);
    let word = |token: Option<&Token>| token.map_or(String::new(), |token| token.lower.to_string());
    let found = |dimension: Dimension, sign: &'static str, end: usize| Some((Unit { dimension, factor: 1.0, sign }, end));
    if token.is_mark('%') {
        let points = matches!(word(next).as_str(), "points" | "point" | "-punkte");
        return if points { found(Dimension::Points, "percentage points", at + 2) } else { found(Dimension::Percent, "%", at + 1) };
    }
    if token.is_mark('°') {
        let sign = if word(next) == "f" { "°F" } else { "°C" };
        return found(Dimension::Temperature, sign, at + 1 + usize::from(matches!(word(next).as_str(), "c" | "f")));
    }
    // “2,4 millones de euros”, “d'euros”.
    let passes = matches!(token.lower.as_ref(), "de" | "d") && language != Language::English;
    let money_at = at + usize::from(passes);
    if let Some(sign) = tokens.get(money_at).and_then(|token| currency(&token.lower).or_else(|| currency(token.text))) {
        return found(Dimension::Money, sign, money_at + 1);
    }
    if let (Some(sign), true) = (
        next.and_then(|next| currency(&next.lower)),
        matches!(token.lower.as_ref(), "us" | "canadian" | "australian" | "american" | "swiss" | "schweizer"),
    ) {
        return found(Dimension::Money, sign, at + 2);
    }
    if !token.is_word() {
        return None;
    }
    if matches!(token.lower.as_ref(), "pounds" | "pfund" | "libras") && value >= 1000.0 {
        return found(Dimension::Money, "GBP", at + 1);
    }
    if matches!(token.lower.as_ref(), "degrees" | "degree" | "grad" | "grados" | "degrés") {
        let named = matches!(word(next).as_str(), "celsius" | "fahrenheit" | "c" | "f");
        let sign = if matches!(word(next).as_str(), "fahrenheit" | "f") { "°F" } else { "°C" };
        return found(Dimension::Temperature, sign, at + 1 + usize::from(named));
    }
    if let Some(unit) = next.filter(|next| next.is_word()).and_then(|next| named_by_two(&token.lower, &next.lower)) {
        return Some((unit, at + 2));
    }
    let unit = named(&token.lower).filter(|_| token.text != "M" && !(token.text == "an" && language == Language::English))?;
    // “Km/h”, “kilometres an hour”.
    let speed = unit.dimension == Dimension::Length && (unit.factor == 1000.0 || unit.factor > 1600.0);
    if speed {
        let slash = next.is_some_and(|next| next.is_mark('/')) && word(tokens.get(at + 2)) == "h";
        let hour = matches!(word(next).as_str(), "per" | "an" | "pro" | "por")
            && matches!(word(tokens.get(at + 2)).as_str(), "hour" | "stunde" | "hora");
        if slash || hour {
            let sign = if unit.factor == 1000.0 { "km/h" } else { "mph" };
            return Some((Unit { dimension: Dimension::Speed, factor: unit.factor / 1000.0, sign }, at + 3));
        }
    }
    let point = token.text.len() <= 3
        && next.is_some_and(|next| next.is_mark('.') && !next.spaced)
        && tokens.get(at + 2).is_some_and(|token| !token.is_capitalised());
    Some((unit, at + 1 + usize::from(point)))
}

/// Fahrenheit as Celsius.
fn celsius(from: Number, to: Option<Number>, unit: Unit) -> (Number, Option<Number>, Unit) {
    if unit.sign != "°F" {
        return (from, to, unit);
    }
    let convert = |number: Number| Number { value: (number.value - 32.0) / 1.8, step: number.step / 1.8, ..number };
    (convert(from), to.map(convert), Unit { sign: "°C", ..unit })
}

/// “-old”, “ old”, “ of age”, “ alt” after years: the token after it.
fn age(tokens: &[Token], at: usize) -> Option<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    if word(at) == "-" && matches!(word(at + 1), "old" | "olds") {
        return Some(at + 2);
    }
    match (word(at), word(at + 1), word(at + 2)) {
        ("old" | "alt" | "alte" | "alter" | "alten" | "altes", _, _) => Some(at + 1),
        ("of", "age", _) | ("de", "edad", _) => Some(at + 2),
        _ => None,
    }
}

/// “3 hours 20 minutes”, “6 ft 2 in”: the smaller part in the larger unit, and the token after it.
fn smaller_unit(tokens: &[Token], at: usize, unit: Unit, manner: Manner) -> Option<(f64, usize)> {
    let joins = |token: &Token| token.is_mark(',') || super::numeral::joins(&token.lower, manner.language);
    let joined = tokens.get(at).is_some_and(joins);
    if joined && tokens.get(at).is_some_and(Token::is_word) && unit.dimension == Dimension::Duration {
        // “An hour and a half”, «dos horas y media».
        let of = |at: usize| tokens.get(at).and_then(|token| numeral(&token.lower, manner.language));
        let half_at = at + 1 + usize::from(of(at + 1) == Some(Numeral::One));
        if of(half_at) == Some(Numeral::Half) {
            return Some((0.5, half_at + 1));
        }
    }
    let at = at + usize::from(joined);
    let second = number(tokens, at, manner)?;
    let (smaller, end) = unit_at_token(tokens, second.next, second.value, manner.language)?;
    let fits = smaller.dimension == unit.dimension
        && smaller.factor < unit.factor
        && matches!(unit.dimension, Dimension::Duration | Dimension::Length);
    let part = second.value * smaller.factor / unit.factor;
    (fits && part < 1.0).then_some((part, end))
}

/// “A day”, “per person”, “pro Tag”, “al día”: the stem of the word, and the token after it.
pub(super) fn rate(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    match word(at) {
        "a" | "an" | "per" | "each" | "every" | "pro" | "je" | "am" | "im" | "por" | "al" | "cada" | "par" | "/" => {
            let at = at + 1 + usize::from(word(at + 1) == "la");
            is_rate_word(word(at)).then(|| (super::context::hash(word(at)), at + 1))
        }
        "daily" | "täglich" => Some((super::context::hash("day"), at + 1)),
        "yearly" | "annually" | "jährlich" => Some((super::context::hash("year"), at + 1)),
        "monthly" | "monatlich" => Some((super::context::hash("month"), at + 1)),
        _ => None,
    }
}
