//! Which language a text is in, and how it writes numbers.
//!
//! Method: the share of each language's commonest function words among the first words (Grefenstette, “Comparing two language identification
//! schemes”, 1995). How decimals are marked follows from the language, unless the text's own numbers say otherwise: “3,5” and “1.234,5” can be read
//! in one way only. It stops working on a text of two languages: the language of most of its first words is taken for all of it.

use super::token::Token;

/// The languages whose numbers and dates are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Language {
    #[default]
    English,
    German,
    Spanish,
    French,
}

/// How a text writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Manner {
    pub language: Language,
    /// `.` or `,`.
    pub decimal: char,
}

/// How many words are looked at.
const SAMPLE: usize = 2_000;

/// Counts what speaks for each language and each decimal mark.
#[derive(Debug, Default)]
pub(super) struct Votes {
    words: usize,
    languages: [u32; 4],
    point: u32,
    comma: u32,
}

impl Votes {
    pub fn count(&mut self, tokens: &[Token]) {
        if self.words >= SAMPLE {
            return;
        }
        for token in tokens {
            if token.is_word() {
                self.words += 1;
                if let Some(votes) = of_word(&token.lower).and_then(|language| self.languages.get_mut(language as usize)) {
                    *votes += 1;
                }
            } else if token.is_digits() {
                match decimal_mark(token.text) {
                    Some('.') => self.point += 1,
                    Some(',') => self.comma += 1,
                    _ => {}
                }
            }
        }
    }

    pub fn manner(&self) -> Manner {
        let languages = [Language::English, Language::German, Language::Spanish, Language::French];
        // The first of several that are equal: English.
        let best = languages.into_iter().zip(self.languages).rev().max_by_key(|(_, votes)| *votes);
        let language = best.map_or(Language::English, |(language, _)| language);
        let point = self.point + u32::from(language == Language::English);
        let comma = self.comma + u32::from(language != Language::English);
        Manner { language, decimal: if comma > point { ',' } else { '.' } }
    }
}

/// The decimal mark of a number that can be read in one way only.
fn decimal_mark(digits: &str) -> Option<char> {
    if digits.len() > 20 || digits.contains(':') {
        return None;
    }
    let last = digits.rfind(['.', ','])?;
    let mark = digits.get(last..)?.chars().next()?;
    let other = if mark == '.' { ',' } else { '.' };
    let alone = digits.matches(mark).count() == 1;
    if digits.contains(other) {
        return alone.then_some(mark);
    }
    let after = digits.len() - last - 1;
    match (alone, after) {
        (true, 3) => None,
        // “6.42” may be a time and “12.3” a day.
        (true, _) => (mark == ',' || after == 1).then_some(mark),
        (false, 3) => Some(other),
        (false, _) => None,
    }
}

fn of_word(word: &str) -> Option<Language> {
    Some(match word {
        "the" | "and" | "of" | "to" | "was" | "were" | "said" | "that" | "with" | "is" | "at" | "by" | "his" | "it" => Language::English,
        "der" | "und" | "das" | "ist" | "nicht" | "mit" | "den" | "von" | "dem" | "ein" | "eine" | "sich" | "auf" | "wurde" | "am"
        | "im" => Language::German,
        "el" | "los" | "las" | "y" | "que" | "por" | "del" | "una" | "con" | "se" | "al" | "su" | "lo" | "más" => Language::Spanish,
        "le" | "et" | "est" | "une" | "dans" | "du" | "au" | "qui" | "pas" | "sur" | "aux" | "ont" | "il" | "des" => Language::French,
        _ => return None,
    })
}
