//! Parts of a whole in words: “a third of the households”, „ein Viertel der Übergänge“, «la mitad de los hogares».
//!
//! They are read as percentages, so that “a third” and “33 %” are one and “a third” and “half” are two; a fraction in words is hardly exact and may be off by a tenth of itself.
//! What only looks like a part is left: “a quarter of an hour”, „im Viertel“, “the third of June”.

use super::language::Language;
use super::number::Number;
use super::numeral::{Numeral, numeral};
use super::token::Token;
use super::unit::named;
use super::vocabulary::is_one_of;

const HALVES: &str = "half hälfte mitad moitié";

/// Whether a word in lower case may be of a share.
pub(super) fn is_part(word: &str, language: Language) -> bool {
    parts(word, language).is_some() || is_one_of(word, HALVES)
}

/// The share that starts at token `at`, in per cent.
pub(super) fn fraction(tokens: &[Token], at: usize, language: Language) -> Option<Number> {
    let word = |at: usize| tokens.get(at).filter(|token| token.is_word()).map_or("", |token| token.lower.as_ref());
    if is_one_of(word(at), HALVES) {
        return is_of(tokens, at + 1, language).then(|| share(0.5, at + 1));
    }
    let times = match numeral(word(at), language)? {
        Numeral::One => 1.0,
        Numeral::Small(times @ 2..=9) => f64::from(times),
        _ => return None,
    };
    let hyphen = tokens.get(at + 1).is_some_and(|token| token.is_mark('-') && !token.spaced);
    let part_at = at + 1 + usize::from(hyphen);
    let parts = parts(word(part_at), language)?;
    // „La tercera parte de“.
    let next = part_at + 1 + usize::from(word(part_at + 1) == "parte");
    let several = times > 1.0 || (language == Language::German && parts != 4.0);
    // „Von den 64 Übergängen hat ein Viertel keine Schranke.“
    let from_all = || language == Language::German && tokens.get(..at).unwrap_or_default().iter().any(|token| token.lower == "von");
    let by = || is_one_of(word(at.wrapping_sub(1)), "by um");
    (times < parts && !is_unit(tokens, next) && (several || by() || from_all() || is_of(tokens, next, language)))
        .then(|| share(times / parts, next))
}

fn share(share: f64, next: usize) -> Number {
    let value = (1000.0 * share).round() / 10.0;
    Number { value, step: 0.2 * value, digits: 2, next, in_digits: false }
}

/// Into how many parts a word divides.
fn parts(word: &str, language: Language) -> Option<f64> {
    Some(match (language, word) {
        (Language::English, "half") => 2.0,
        (Language::English, "third" | "thirds") | (Language::German, "drittel" | "dritteln") => 3.0,
        (Language::Spanish, "tercio" | "tercios" | "tercera") | (Language::French, "tiers") => 3.0,
        (Language::English, "quarter" | "quarters") | (Language::German, "viertel" | "vierteln") => 4.0,
        (Language::Spanish, "cuarto" | "cuartos" | "cuarta" | "cuartas") | (Language::French, "quart" | "quarts") => 4.0,
        (Language::English, "fifth" | "fifths") | (Language::German, "fünftel" | "fünfteln") => 5.0,
        (Language::Spanish, "quinto" | "quintos" | "quinta" | "quintas") | (Language::French, "cinquième" | "cinquièmes") => 5.0,
        (Language::English, "sixth" | "sixths") | (Language::German, "sechstel") => 6.0,
        (Language::English, "eighth" | "eighths") | (Language::German, "achtel") => 8.0,
        (Language::English, "tenth" | "tenths") | (Language::German, "zehntel") => 10.0,
        (Language::Spanish, "décima" | "décimas" | "décimo") | (Language::French, "dixième" | "dixièmes") => 10.0,
        _ => return None,
    })
}

/// Whether what is divided stands at a token, and is no length of time.
fn is_of(tokens: &[Token], at: usize, language: Language) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    let joins = match language {
        Language::English => "of the its their his her our all",
        Language::German => "der des von aller davon ihrer seiner dieser",
        Language::Spanish => "de del",
        Language::French => "de des du d'entre",
    };
    // “Half of the 14 %” is a relation of two figures.
    let related =
        (1..=3).any(|by| tokens.get(at + by).is_some_and(Token::is_digits) && is_one_of(word(at + by + 1), "% percent prozent per por"));
    is_one_of(word(at), joins) && !is_unit(tokens, at) && !related
}

/// “Of an hour”, “de hora”, “d'heure”: a measure and no share.
fn is_unit(tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    let at = at + usize::from(is_one_of(word(at), "of de d"));
    let at = at + usize::from(is_one_of(word(at), "a an un una une"));
    named(word(at).trim_start_matches("d'")).is_some() || is_one_of(word(at), "century past to vor nach siglo siècle million millón dozen")
}
