//! What a number counts, and whether it stands for the whole.
//!
//! Method: the words after the number up to the first function word or mark (“two *crew members*”, “300 litres of *diesel*”), as a chunker without a parser takes them (Abney, “Parsing by
//! chunks”, 1991). People without a noun of their own (“three hurt”, “four people”) count under their fate: the nearest word of that sort in the clause. It stops working on verbs
//! that look like nouns (“ten ships dock”), which become part of what is counted.

use super::context::{Stem, class_stem, stem, tail};
use super::language::Language;
use super::quantity::Quantity;
use super::token::Token;
use super::vocabulary::{Class, class, is_one_of};

/// How many words of what is counted are looked at.
const LONGEST: usize = 3;
/// How far a word is looked for that says what befell people, in tokens.
const REACH: usize = 7;

/// What is counted.
pub(super) struct Phrase {
    /// The stems of its first and its last word; 0 where there is none.
    pub heads: [Stem; 2],
    /// The token after it.
    pub next: usize,
    /// Whether it only says that people are meant.
    pub people: bool,
    /// “Three more”, “two others”.
    pub other: bool,
}

const OTHERS: &str = "more other others additional further weitere weiteren andere anderen más otros otras autres";
const DETERMINERS: &str = "the its their his her our den los las der les";
const PRONOUNS: &str = "them these those whom which ihnen denen ellos ellas";

fn word<'a>(tokens: &'a [Token], at: usize) -> &'a str {
    tokens.get(at).map_or("", |token| token.lower.as_ref())
}

/// What a quantity counts or measures.
pub(super) fn phrase(tokens: &[Token], quantity: &Quantity, language: Language) -> Phrase {
    let mut phrase = Phrase { heads: [0; 2], next: quantity.next, people: false, other: false };
    let mut at = quantity.next + usize::from(quantity.has_unit && quantity.attribute);
    if is_one_of(word(tokens, at), OTHERS) {
        phrase.other = true;
        at += 1;
    }
    if is_one_of(word(tokens, at), "of von der de d' del") {
        at += 1 + usize::from(is_one_of(word(tokens, at + 1), DETERMINERS));
    }
    let mut words = 0;
    while let Some(token) = tokens.get(at).filter(|token| token.is_word()) {
        let hyphenated = at > quantity.next && tokens.get(at - 1).is_some_and(|before| before.is_mark('-'));
        let past = language == Language::English && words > 0 && is_past(&token.lower);
        let Some(stem) = stem(token, language).filter(|_| !past) else { break };
        let class = class(&token.lower);
        phrase.people = phrase.people || class == Some(Class::People) || (words == 0 && matches!(class, Some(Class::Fate(_))));
        if let Some(Class::Fate(_)) = class {
            phrase.heads = if words == 0 { [stem, stem] } else { phrase.heads };
            phrase.next = at + 1;
            break;
        }
        let [first, last] = &mut phrase.heads;
        if *first == 0 {
            *first = stem;
        }
        *last = stem;
        words += 1;
        at += 1;
        phrase.next = at;
        // A German noun has its capital; a Spanish noun comes first.
        let whole = match language {
            Language::German => token.is_capitalised(),
            Language::Spanish | Language::French => words >= 2,
            Language::English => false,
        };
        if whole || words >= LONGEST || matches!(class, Some(Class::People)) && !hyphenated {
            break;
        }
        if tokens.get(at).is_some_and(|token| token.is_mark('-') && !token.spaced) {
            at += 1;
        }
    }
    if words == 1
        && let Some(tail) = tokens.get(at.wrapping_sub(1)).and_then(|token| tail(token, language))
    {
        phrase.heads[0] = tail;
    }
    phrase
}

const PASTS: &str = "sank fell rose lost won began held stood broke brought fought fled gave given grew knew known met paid saw seen sent set sold spent spoke thought used \
    voted wrote found kept built bought struck ran hit need needs live lives work face cross away";

/// Whether an English word is a participle or the past of a common verb: it ends what is counted.
fn is_past(word: &str) -> bool {
    ((word.ends_with("ed") || word.ends_with("ing")) && word.len() > 5) || is_one_of(word, PASTS)
}

/// “The number of *posts* at risk at 112”, “die Zahl der *Stellen* auf 112”: what a number counts that stands after it.
pub(super) fn number_of(tokens: &[Token], first: usize, language: Language) -> Option<[Stem; 2]> {
    if !is_one_of(word(tokens, first.checked_sub(1)?), "at to is was auf bei mit en a") {
        return None;
    }
    let from = first.saturating_sub(10);
    let number = tokens.get(from..first)?.iter().rposition(|token| is_one_of(&token.lower, "number zahl anzahl número total"))?;
    let counted = tokens.get(from + number + 1..first)?.iter().filter(|token| !is_one_of(&token.lower, "of der von de los las the"));
    let stem = counted.take(2).find_map(|token| stem(token, language))?;
    Some([stem, stem])
}

/// What befell the people that are counted: the nearest such word of the clause, as its stem.
pub(super) fn fate(tokens: &[Token], first: usize, next: usize) -> Option<Stem> {
    let goes_on = |token: &&Token| !is_one_of(&token.lower, "; : . ( and und y while but et");
    let fate = |token: &Token| match class(&token.lower) {
        Some(class @ Class::Fate(_)) => Some(class_stem(class)),
        _ => None,
    };
    let nearest = |(far, token): (usize, &Token)| Some((far, fate(token)?));
    let ahead = tokens.iter().skip(next).take(REACH).take_while(goes_on).enumerate().find_map(nearest);
    let behind = tokens.get(..first)?.iter().rev().take(REACH).take_while(goes_on).enumerate().find_map(nearest);
    match (ahead, behind) {
        (Some((ahead, fate)), Some((behind, _))) if ahead <= behind => Some(fate),
        (_, Some((_, fate))) | (Some((_, fate)), None) => Some(fate),
        (None, None) => None,
    }
}

/// “Ten years ago”, “seit sechs Jahren”, “hace un año”: how long something is past.
pub(super) fn is_ago(tokens: &[Token], first: usize, next: usize) -> bool {
    is_one_of(word(tokens, next), "ago") || is_one_of(word(tokens, first.wrapping_sub(1)), "vor seit hace depuis")
}

/// “Two days later”, “ten years ago”: how far off something lies, and not how long it took.
pub(super) fn is_offset(tokens: &[Token], first: usize, next: usize) -> bool {
    const AFTER: &str = "ago later earlier before after später zuvor nach vor después antes atrás from";
    const BEFORE: &str = "vor hace nach within in binnen tras every last past next first";
    // “For 40 minutes before its signal faded”.
    let lasting = is_one_of(word(tokens, first.wrapping_sub(1)), "for lasted durante pendant");
    !lasting && is_one_of(word(tokens, next), AFTER) || is_one_of(word(tokens, first.wrapping_sub(1)), BEFORE)
}

const PARTS: &str = "including include includes among another from previous previously earlier original originally initially compared versus vs instead other still \
    remaining darunter zunächst zuvor ursprünglich gegenüber statt weitere noch incluidos incluidas anteriores inicialmente frente otros aún todavía dont";

/// Whether the words before or after show a part, a change, or another time: “including 40”, “from 3”, “up from 200”, “still 190”, “40 of them”.
pub(super) fn is_apart(tokens: &[Token], first: usize, next: usize) -> bool {
    let back = |by: usize| first.checked_sub(by).map_or("", |at| word(tokens, at));
    let changed =
        matches!((back(2), back(1)), ("up" | "down", "from" | "to") | ("rose" | "fell" | "risen" | "grown", "to")) || back(1) == "than";
    let of_them =
        is_one_of(word(tokens, next), "of von de") && is_one_of(word(tokens, next + 1), PRONOUNS) || word(tokens, next) == "davon";
    // “Two cows out of 80”, «1.240 de los 1.600 empleados»: the first is a part of the second.
    let of = next + usize::from(word(tokens, next) == "out");
    let of = of + usize::from(is_one_of(word(tokens, of + 1), DETERMINERS) || is_one_of(word(tokens, of + 1), "insgesamt all"));
    let of_number =
        (is_one_of(word(tokens, next), "of von de sur") || word(tokens, next) == "out") && tokens.get(of + 1).is_some_and(Token::is_digits);
    changed || of_them || of_number || (1..=3).any(|by| is_one_of(back(by), PARTS))
}
