//! The words around a figure that tell what it is a figure of.
//!
//! Method: content words reduced to stems by cutting endings (after Harman, “How effective is suffixing?”, 1991, and Savoy's light stemmers, 2006), a few classes of words that news
//! uses for one another (hurt, injured; cost, bill), and a weight for each word: the fewer sentences of the article have it (TF-ISF, Neto et al. 2000) and the nearer it
//! stands to the figure, the more it tells. A stem is kept as a hash of 32 bits. It stops working where two articles use no word in common for one thing.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::calendar;
use super::language::Language;
use super::numeral::numeral;
use super::token::Token;
use super::unit;
use super::vocabulary::{Class, class, is_function_word};

/// A stem, as its hash; never 0.
pub(super) type Stem = u32;

/// A stem and how much it tells, in four bytes: the upper 24 bits of the one and the other's eight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word(u32);

impl Word {
    pub fn new(stem: Stem, tells: u8) -> Self {
        Self(stem & !0xff | u32::from(tells))
    }

    /// What is left of the stem.
    pub fn stem(self) -> Stem {
        self.0 & !0xff
    }

    /// From 0 to 255.
    pub fn tells(self) -> u8 {
        self.0.to_le_bytes()[0]
    }

    pub fn is(self, stem: Stem) -> bool {
        self.stem() == stem & !0xff
    }
}

/// The stem of a token, if it is a content word.
pub(super) fn stem(token: &Token, language: Language) -> Option<Stem> {
    let word = token.lower.as_ref();
    if !token.is_word() || word.len() < 3 && !token.is_capitalised() || is_function_word(word, language) {
        return None;
    }
    if let Some(class) = class(word) {
        return Some(class_stem(class));
    }
    let counts = numeral(word, language).is_some() || unit::named(word).is_some() || unit::currency(word).is_some();
    let dates = calendar::weekday(word).is_some() || (calendar::month(word).is_some() && word != "may");
    (!counts && !dates).then(|| hash(&cut(&plain(word), language, token.is_capitalised())))
}

/// The stem that stands for all words of a class.
pub(super) fn class_stem(class: Class) -> Stem {
    match class {
        Class::People => hash("=people"),
        Class::Fate(name) | Class::Other(name) => hash(name),
    }
}

/// FNV-1a.
pub(super) fn hash(word: &str) -> Stem {
    word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)).max(1)
}

/// Without accents.
fn plain(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let kept = word.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}'));
    Cow::Owned(kept.flat_map(|c| if c == 'ß' { ['s', 's'].into_iter().take(2) } else { [c, c].into_iter().take(1) }).collect())
}

const ENGLISH: &[&str] = &[
    "ations", "ation", "ators", "ator", "ingly", "ments", "ment", "ings", "ions", "ing", "ion", "edly", "ies", "ied", "ers", "ors", "ed",
    "es", "er", "or", "ly", "s", "e", "y",
];
const GERMAN: &[&str] = &["ungen", "ung", "ern", "en", "er", "em", "es", "e", "n", "s"];
/// Of words that begin small, verbs mostly.
const GERMAN_VERBS: &[&str] = &["ten", "te", "et", "en", "er", "em", "es", "t", "e", "n", "s"];
const SPANISH: &[&str] = &[
    "amientos", "imientos", "amiento", "imiento", "aciones", "iciones", "acion", "icion", "amente", "iendo", "ieron", "ando", "ados",
    "adas", "idos", "idas", "aron", "aban", "ado", "ada", "ido", "ida", "aba", "ian", "ar", "er", "ir", "io", "ia", "os", "as", "es", "an",
    "en", "o", "a", "e", "s",
];
const FRENCH: &[&str] = &["ations", "ation", "ements", "ement", "ees", "es", "ee", "er", "e", "s"];

/// How many letters of a word an ending must leave.
const LEAST: usize = 4;

/// The stem of the end of a German noun: what “Bahnübergänge” and “Übergänge” have in common. Composed words end in what they are; how long that last word is cannot
/// be known without a dictionary, so it is the last five letters of the stem.
pub(super) fn tail(token: &Token, language: Language) -> Option<Stem> {
    const LETTERS: usize = 5;
    if language != Language::German || !token.is_capitalised() || class(&token.lower).is_some() {
        return None;
    }
    let stem = cut(&plain(&token.lower), language, true);
    let from = stem.len().checked_sub(LETTERS)?;
    stem.get(from..).map(|end| hash(end).rotate_left(7))
}

fn cut(word: &str, language: Language, capital: bool) -> String {
    let endings = match language {
        Language::English => ENGLISH,
        Language::German if !capital => GERMAN_VERBS,
        Language::German => GERMAN,
        Language::Spanish => SPANISH,
        Language::French => FRENCH,
    };
    let least = |ending: &str| if ending == "s" { LEAST - 1 } else { LEAST };
    let cut = endings.iter().find_map(|ending| {
        word.strip_suffix(ending).filter(|rest| rest.len() >= least(ending) && !(*ending == "s" && rest.ends_with('s')))
    });
    let mut stem = cut.unwrap_or(word).to_owned();
    // “Geprüft” and “Prüfung”.
    if language == Language::German && !capital && cut.is_some() {
        stem = stem.strip_prefix("ge").filter(|rest| rest.len() >= LEAST).map_or_else(|| stem.clone(), str::to_owned);
    }
    let mut last = stem.bytes().rev();
    if cut.is_some() && matches!((last.next(), last.next()), (Some(a), Some(b)) if a == b && !matches!(a, b'l' | b's')) {
        stem.pop();
    }
    // “Centre” and “center”, “harbour” and “harbor”.
    if language == Language::English && stem.len() > LEAST {
        stem = stem.replace("our", "or");
    }
    stem
}
