//! Numbers in digits and words, and how exact they are.
//!
//! Digits are read in the text's [`Manner`]; words by a grammar that lets a number only grow as languages let it: after “twenty” may come “five” but not
//! “fifty”. What is rounded shows in the digits: 11,200 may be anything from 11,150 to 11,250. A number of more than eighteen digits, or one that reads like a
//! version (“1.2.3”), is no figure.

use super::language::{Language, Manner};
use super::numeral::{Numeral, joins, numeral};
use super::token::{Shape, Token};
use super::unit::named;

/// More digits name something and count nothing.
const MOST_DIGITS: usize = 18;

/// A number in a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub value: f64,
    /// What the last digit that is not a rounded zero counts: 100 for 11,200.
    pub step: f64,
    /// How many digits say something: 3 for 11,200.
    pub digits: u32,
    /// The token after it.
    pub next: usize,
    /// Whether it is written in digits.
    pub in_digits: bool,
}

/// The number that starts at token `at`.
pub(super) fn number(tokens: &[Token], at: usize, manner: Manner) -> Option<Number> {
    match tokens.get(at)?.shape {
        Shape::Digits => in_digits(tokens, at, manner),
        Shape::Word => in_words(tokens, at, manner.language),
        Shape::Mark => None,
    }
}

fn in_digits(tokens: &[Token], at: usize, manner: Manner) -> Option<Number> {
    let token = tokens.get(at)?;
    let (digits, mut next) = with_spaced_thousands(tokens, at, manner);
    let plain = plain(digits.as_deref().unwrap_or(token.text), manner.decimal)?;
    let mut value: f64 = plain.parse().ok()?;
    let decimals = plain.split_once('.').map_or(0, |(_, after)| after.len());
    let mut step = if decimals > 0 { 0.1_f64.powi(i32::try_from(decimals).ok()?) } else { last_place(value) };
    let mut scaled = false;
    while let Some((by, after)) = scale(tokens, next, manner.language) {
        value *= by;
        step *= by;
        next = after;
        scaled = true;
        if value > 1e18 {
            return None;
        }
    }
    if decimals == 0 && scaled && value < 1e18 {
        step = step.max(last_place(value));
    }
    Some(Number { value, step, digits: significant(value, step), next, in_digits: true })
}

/// “1 234 567” with plain spaces, as French and Spanish write it: the digits together, and the token after them.
fn with_spaced_thousands(tokens: &[Token], at: usize, manner: Manner) -> (Option<String>, usize) {
    let first = tokens.get(at).map_or("", |token| token.text);
    let may = manner.language != Language::English && first.len() <= 3 && first.bytes().all(|b| b.is_ascii_digit()) && first != "0";
    let is_group = |token: &Token| token.is_digits() && token.text.len() == 3 && !token.text.contains(['.', ',', ':']);
    let groups = tokens.iter().skip(at + 1).take_while(|token| may && is_group(token)).count();
    if groups == 0 || groups > 5 {
        return (None, at + 1);
    }
    let digits = tokens.iter().skip(at).take(groups + 1).map(|token| token.text).collect();
    (Some(digits), at + 1 + groups)
}

/// Digits as a computer reads them: no marks but one decimal point. `None` for times, versions and what is too long.
fn plain(digits: &str, decimal: char) -> Option<String> {
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    if count > MOST_DIGITS || digits.contains(':') {
        return None;
    }
    let decimal_at = decimal_at(digits, decimal)?;
    let mut plain = String::with_capacity(digits.len());
    for (at, c) in digits.char_indices() {
        if c.is_ascii_digit() {
            plain.push(c);
        } else if Some(at) == decimal_at {
            plain.push('.');
        }
    }
    Some(plain)
}

/// Where the decimal mark stands, if there is one; the outer `None` if the marks make no number.
fn decimal_at(digits: &str, decimal: char) -> Option<Option<usize>> {
    let (Some(first), Some(last)) = (digits.find(['.', ',']), digits.rfind(['.', ','])) else {
        return Some(None);
    };
    let mark_at = |at: usize| digits.get(at..).and_then(|rest| rest.chars().next());
    let mark = mark_at(last)?;
    let after = digits.len() - last - 1;
    let groups_of_three = || digits.split(['.', ',']).skip(1).all(|group| group.len() == 3);
    if mark_at(first) != Some(mark) {
        // “1.234,5”: the last mark stands alone.
        return (digits.matches(mark).count() == 1).then_some(Some(last));
    }
    if first != last {
        return groups_of_three().then_some(None);
    }
    let before = digits.get(..first)?;
    let thousands = after == 3 && before.len() <= 3 && !before.starts_with('0') && mark != decimal;
    Some((!thousands).then_some(last))
}

/// “Million”, “Mrd.”, “k” after a number: what it multiplies by, and the token after it.
fn scale(tokens: &[Token], at: usize, language: Language) -> Option<(f64, usize)> {
    let token = tokens.get(at).filter(|token| token.is_word())?;
    let hyphen = tokens.get(at.wrapping_sub(1)).is_some_and(|before| before.is_mark('-'));
    let by = match (numeral(&token.lower, language)?, token.lower.as_ref()) {
        (Numeral::Scale(by), _) => by,
        (Numeral::Hundred, _) => 100.0,
        _ => return None,
    };
    let point = tokens.get(at + 1).is_some_and(|next| next.is_mark('.') && !next.spaced) && token.text.len() <= 3;
    (!hyphen).then_some((by, at + 1 + usize::from(point)))
}

/// The place of the last digit that is not zero: 100 for 11,200.
fn last_place(value: f64) -> f64 {
    let mut place = 1.0;
    while value >= 10.0 * place && (value / (10.0 * place)).fract() == 0.0 {
        place *= 10.0;
    }
    place
}

fn significant(value: f64, step: f64) -> u32 {
    let mut digits = 1;
    let mut rest = (value / step).round();
    while rest >= 10.0 && digits < 18 {
        rest /= 10.0;
        digits += 1;
    }
    digits
}

/// A number in words, hyphens between its parts allowed: “twenty-five”, “two hundred and five”, “two and a half million”.
fn in_words(tokens: &[Token], at: usize, language: Language) -> Option<Number> {
    let mut words = Words { dozens: false, total: 0.0, current: 0.0, said: false, article: false };
    let mut next = at;
    while let Some(end) = words.take(tokens, next, language) {
        next = end;
    }
    // “An hour and a half”.
    if words.article && !words.said && tokens.get(next).is_some_and(|unit| named(&unit.lower).is_some()) {
        let of = |at: usize| tokens.get(at).and_then(|token| numeral(&token.lower, language));
        let half = next + 2 + usize::from(of(next + 2) == Some(Numeral::One));
        let joined = tokens.get(next + 1).is_some_and(|token| joins(&token.lower, language));
        return (joined && of(half) == Some(Numeral::Half)).then_some(Number { value: 1.0, step: 0.5, digits: 1, next, in_digits: false });
    }
    let value = words.total + words.current;
    // An article alone counts nothing.
    if !words.said || next == at || value <= 0.0 || value > 1e18 {
        return None;
    }
    if words.dozens {
        return Some(Number { value, step: 0.25 * value, digits: 0, next, in_digits: false });
    }
    let step = if value.fract() != 0.0 {
        0.5
    } else if value <= 100.0 {
        1.0
    } else {
        last_place(value)
    };
    Some(Number { value, step, digits: significant(value, step), next, in_digits: false })
}

/// What has been read of a number in words.
struct Words {
    /// Whether it is told in dozens, and so hardly exact.
    dozens: bool,
    /// What is multiplied already.
    total: f64,
    /// What a following “thousand” multiplies.
    current: f64,
    /// Whether there was more than an article.
    said: bool,
    /// Whether the last word was “one” or an article.
    article: bool,
}

impl Words {
    /// Takes in the part at token `at`, and gives the token after it.
    fn take(&mut self, tokens: &[Token], at: usize, language: Language) -> Option<usize> {
        let started = self.said || self.article;
        let part = self.part(tokens, at, language, started)?;
        let (word, end) = part;
        match word {
            Numeral::One if !started => {
                self.current = 1.0;
                self.article = true;
            }
            // “Twenty-one”, “a hundred and one”.
            Numeral::One if self.has_room(1.0) => self.current += 1.0,
            Numeral::Small(small) if self.has_room(f64::from(small)) && !self.article => self.current += f64::from(small),
            Numeral::Hundred if self.current < 100.0 => self.current = self.current.max(1.0) * 100.0,
            Numeral::Scale(by) if self.total == 0.0 || by < self.total => {
                let current = if self.current == 0.0 { 1.0 } else { self.current };
                let bare = !started && by <= 1e6 && language != Language::Spanish;
                // “Thousands”, “Millionen” with nothing before them count nothing exactly.
                if bare && language != Language::German {
                    return None;
                }
                // “Mil millones”, “hundert Millionen”.
                if by >= 1e6 && self.total > 0.0 && self.total < by {
                    self.total = (self.total + self.current) * by;
                } else {
                    self.total += current * by;
                }
                self.current = 0.0;
                self.dozens = by == 12.0 || by == 10.0 || by == 100.0;
            }
            Numeral::Scale(by) if by > self.total && self.total < 1e6 && by >= 1e6 => {
                self.total = (self.total + self.current) * by;
                self.current = 0.0;
            }
            Numeral::Half if !started => self.current = 0.5,
            Numeral::Half => self.current += 0.5,
            Numeral::Mixed(value) if !started => self.current = value,
            _ => return None,
        }
        if word != Numeral::One || started {
            self.said = true;
            self.article = false;
        }
        Some(end)
    }

    /// The next part and the token after it; passes over hyphens, “and” and the articles that belong to a half.
    fn part(&self, tokens: &[Token], at: usize, language: Language, started: bool) -> Option<(Numeral, usize)> {
        let of = |at: usize| tokens.get(at).filter(|token| token.is_word()).and_then(|token| numeral(&token.lower, language));
        if !started {
            let first = of(at)?;
            let second = of(at + 1);
            // “Half a million”, “half a dozen”.
            if first == Numeral::Half && second == Some(Numeral::One) && matches!(of(at + 2), Some(Numeral::Scale(_))) {
                return Some((Numeral::Half, at + 2));
            }
            if first == Numeral::Half {
                let unit = |at: usize| tokens.get(at).is_some_and(|token| named(&token.lower).is_some());
                // “Half an hour”, “halbe Stunde”, “media hora”.
                let article = usize::from(second == Some(Numeral::One));
                return (unit(at + 1 + article) || matches!(second, Some(Numeral::Scale(_)))).then_some((first, at + 1 + article));
            }
            return Some((first, at + 1));
        }
        let token = tokens.get(at)?;
        if token.is_mark('-') && !token.spaced && tokens.get(at + 1).is_some_and(|next| !next.spaced) {
            return Some((of(at + 1)?, at + 2)).filter(|(word, _)| !matches!(word, Numeral::Half));
        }
        if token.is_word() && joins(&token.lower, language) {
            // “Two and a half”, “dos y media”.
            let article = usize::from(of(at + 1) == Some(Numeral::One));
            if of(at + 1 + article) == Some(Numeral::Half) {
                return Some((Numeral::Half, at + 2 + article));
            }
            let room = self.current >= 20.0 || self.total > 0.0;
            return Some((of(at + 1)?, at + 2)).filter(|(word, _)| room && matches!(word, Numeral::Small(_)) && self.joins_here(language));
        }
        Some((of(at)?, at + 1)).filter(|(word, _)| !matches!(word, Numeral::Half | Numeral::Mixed(_)) && *word != Numeral::One)
    }

    /// Where “and” may stand in a number: in English after hundreds, in Spanish after tens.
    fn joins_here(&self, language: Language) -> bool {
        match language {
            Language::English => self.current >= 100.0 || (self.current == 0.0 && self.total > 0.0),
            Language::Spanish | Language::French => self.current % 10.0 == 0.0 && self.current % 100.0 != 0.0,
            Language::German => false,
        }
    }

    /// Whether `small` may follow what stands there: ones after tens, either after hundreds.
    fn has_room(&self, small: f64) -> bool {
        let current = self.current;
        current == 0.0
            || (current % 100.0 == 0.0 && small < 100.0)
            || (current % 100.0 >= 20.0 && current % 10.0 == 0.0 && small < 10.0)
            || (current % 100.0 == 60.0 && small < 20.0)
    }
}
