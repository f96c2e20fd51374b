//! Numbers in words: “two dozen”, “one and a half million”, “zweiundzwanzig”, “treinta y cinco”.
//!
//! A word is a small number, “hundred”, a power of a thousand, or a half; [`number`](super::number) puts them together. German writes a whole number below a million as one
//! word, which is taken apart here. Ordinals are no numbers.

use super::language::Language;

/// What a word says of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Numeral {
    /// A number of its own, below a million.
    Small(u32),
    /// “One” and the articles that are spelled like it: a number only before a scale or a unit.
    One,
    /// “Hundred”: what stands before is multiplied.
    Hundred,
    /// “Dozen”, “thousand”, “million”: what stands before is multiplied.
    Scale(f64),
    /// “Half”.
    Half,
    /// “One and a half” in one word.
    Mixed(f64),
}

use Numeral::{Half, Hundred, Mixed, One, Scale, Small};

/// What a word in lower case says of a number in this language.
pub(super) fn numeral(word: &str, language: Language) -> Option<Numeral> {
    let known = match language {
        Language::English => english(word),
        Language::German => german(word),
        Language::Spanish => spanish(word),
        Language::French => french(word),
    };
    known.or_else(|| short_scale(word, language))
}

/// Abbreviated powers, as they stand after digits.
fn short_scale(word: &str, language: Language) -> Option<Numeral> {
    Some(match word {
        "mn" | "mio" | "mln" => Scale(1e6),
        "bn" | "mrd" | "md" => Scale(1e9),
        "tn" | "trn" => Scale(1e12),
        "billion" | "billions" if language == Language::English => Scale(1e9),
        _ => return None,
    })
}

fn english(word: &str) -> Option<Numeral> {
    Some(match word {
        "one" | "a" | "an" => One,
        "two" => Small(2),
        "three" => Small(3),
        "four" => Small(4),
        "five" => Small(5),
        "six" => Small(6),
        "seven" => Small(7),
        "eight" => Small(8),
        "nine" => Small(9),
        "ten" => Small(10),
        "eleven" => Small(11),
        "twelve" => Small(12),
        "thirteen" => Small(13),
        "fourteen" => Small(14),
        "fifteen" => Small(15),
        "sixteen" => Small(16),
        "seventeen" => Small(17),
        "eighteen" => Small(18),
        "nineteen" => Small(19),
        "twenty" => Small(20),
        "thirty" => Small(30),
        "forty" => Small(40),
        "fifty" => Small(50),
        "sixty" => Small(60),
        "seventy" => Small(70),
        "eighty" => Small(80),
        "ninety" => Small(90),
        "hundred" => Hundred,
        "dozen" => Scale(12.0),
        "thousand" => Scale(1e3),
        "million" => Scale(1e6),
        "billion" => Scale(1e9),
        "trillion" => Scale(1e12),
        "lakh" | "lakhs" => Scale(1e5),
        "crore" | "crores" => Scale(1e7),
        "half" => Half,
        _ => return None,
    })
}

fn german(word: &str) -> Option<Numeral> {
    Some(match word {
        "ein" | "eine" | "einen" | "einem" | "einer" | "eins" => One,
        "dutzend" => Scale(12.0),
        "million" | "millionen" => Scale(1e6),
        "milliarde" | "milliarden" => Scale(1e9),
        "billion" | "billionen" => Scale(1e12),
        "halbe" | "halben" | "halbes" | "halber" => Half,
        "anderthalb" | "anderthalbe" | "eineinhalb" => Mixed(1.5),
        "dreiviertel" => Mixed(0.75),
        "hundert" => Hundred,
        "tausend" => Scale(1e3),
        _ => match word.strip_suffix("einhalb").map(|whole| whole.strip_suffix("und").unwrap_or(whole)) {
            Some(whole) => Mixed(f64::from(german_whole(whole)?) + 0.5),
            None => Small(german_whole(word)?),
        },
    })
}

/// A German number below a million in one word: `[n]tausend[n]hundert[ones]und[tens]`.
fn german_whole(word: &str) -> Option<u32> {
    if word.len() > 48 || word == "ein" {
        return None;
    }
    let (thousands, rest) = match word.split_once("tausend") {
        Some(("", rest)) => (1, rest),
        Some((before, rest)) => (german_below_thousand(before)?, rest),
        None => (0, word),
    };
    let rest = if thousands > 0 { rest.strip_prefix("und").unwrap_or(rest) } else { rest };
    let below = if thousands > 0 && rest.is_empty() { 0 } else { german_below_thousand(rest)? };
    Some(thousands * 1000 + below)
}

fn german_below_thousand(word: &str) -> Option<u32> {
    let (hundreds, rest) = match word.split_once("hundert") {
        Some(("", rest)) => (1, rest),
        Some((before, rest)) => (german_ones(before)?, rest),
        None => (0, word),
    };
    let rest = if hundreds > 0 { rest.strip_prefix("und").unwrap_or(rest) } else { rest };
    let below = if hundreds > 0 && rest.is_empty() { 0 } else { german_below_hundred(rest)? };
    Some(hundreds * 100 + below)
}

fn german_below_hundred(word: &str) -> Option<u32> {
    if let Some(small) = german_ones(word).or_else(|| german_tens(word)) {
        return Some(small);
    }
    match word {
        "zehn" => return Some(10),
        "elf" => return Some(11),
        "zwölf" => return Some(12),
        "sechzehn" => return Some(16),
        "siebzehn" => return Some(17),
        _ => {}
    }
    if let Some(ones) = word.strip_suffix("zehn") {
        return german_ones(ones).filter(|ones| matches!(ones, 3..=5 | 8 | 9)).map(|ones| ones + 10);
    }
    // “Und” is part of no other number word but “hundert”, which is gone by now.
    let (ones, tens) = word.split_once("und")?;
    Some(german_ones(ones)? + german_tens(tens)?)
}

fn german_ones(word: &str) -> Option<u32> {
    Some(match word {
        "ein" => 1,
        "zwei" | "zwo" => 2,
        "drei" => 3,
        "vier" => 4,
        "fünf" => 5,
        "sechs" => 6,
        "sieben" => 7,
        "acht" => 8,
        "neun" => 9,
        _ => return None,
    })
}

fn german_tens(word: &str) -> Option<u32> {
    Some(match word {
        "zwanzig" => 20,
        "dreißig" | "dreissig" => 30,
        "vierzig" => 40,
        "fünfzig" => 50,
        "sechzig" => 60,
        "siebzig" => 70,
        "achtzig" => 80,
        "neunzig" => 90,
        _ => return None,
    })
}

fn spanish(word: &str) -> Option<Numeral> {
    let ones = |word: &str| {
        Some(match word {
            "uno" | "un" | "ún" | "una" => 1,
            "dos" | "dós" => 2,
            "tres" | "trés" => 3,
            "cuatro" => 4,
            "cinco" => 5,
            "seis" | "séis" => 6,
            "siete" => 7,
            "ocho" => 8,
            "nueve" => 9,
            _ => return None,
        })
    };
    Some(match word {
        "un" | "una" | "uno" => One,
        "diez" => Small(10),
        "once" => Small(11),
        "doce" => Small(12),
        "trece" => Small(13),
        "catorce" => Small(14),
        "quince" => Small(15),
        "veinte" => Small(20),
        "treinta" => Small(30),
        "cuarenta" => Small(40),
        "cincuenta" => Small(50),
        "sesenta" => Small(60),
        "setenta" => Small(70),
        "ochenta" => Small(80),
        "noventa" => Small(90),
        "cien" | "ciento" => Small(100),
        "doscientos" | "doscientas" => Small(200),
        "trescientos" | "trescientas" => Small(300),
        "cuatrocientos" | "cuatrocientas" => Small(400),
        "quinientos" | "quinientas" => Small(500),
        "seiscientos" | "seiscientas" => Small(600),
        "setecientos" | "setecientas" => Small(700),
        "ochocientos" | "ochocientas" => Small(800),
        "novecientos" | "novecientas" => Small(900),
        "docena" | "docenas" => Scale(12.0),
        "decena" | "decenas" => Scale(10.0),
        "centenar" | "centenares" => Scale(100.0),
        "millar" | "millares" => Scale(1e3),
        "mil" => Scale(1e3),
        "millón" | "millones" | "millon" => Scale(1e6),
        "billón" | "billones" => Scale(1e12),
        "medio" | "media" => Half,
        _ => match (word.strip_prefix("veinti"), word.strip_prefix("dieci")) {
            (Some(rest), _) => Small(20 + ones(rest)?),
            (_, Some(rest)) => Small(10 + ones(rest)?),
            _ => Small(ones(word)?),
        },
    })
}

fn french(word: &str) -> Option<Numeral> {
    Some(match word {
        "un" | "une" => One,
        "deux" => Small(2),
        "trois" => Small(3),
        "quatre" => Small(4),
        "cinq" => Small(5),
        "six" => Small(6),
        "sept" => Small(7),
        "huit" => Small(8),
        "neuf" => Small(9),
        "dix" => Small(10),
        "onze" => Small(11),
        "douze" => Small(12),
        "treize" => Small(13),
        "quatorze" => Small(14),
        "quinze" => Small(15),
        "seize" => Small(16),
        "vingt" | "vingts" => Small(20),
        "trente" => Small(30),
        "quarante" => Small(40),
        "cinquante" => Small(50),
        "soixante" => Small(60),
        "cent" | "cents" => Hundred,
        "douzaine" | "douzaines" => Scale(12.0),
        "dizaine" | "dizaines" => Scale(10.0),
        "centaine" | "centaines" => Scale(100.0),
        "millier" | "milliers" => Scale(1e3),
        "mille" => Scale(1e3),
        "million" | "millions" => Scale(1e6),
        "milliard" | "milliards" => Scale(1e9),
        "demi" | "demie" => Half,
        _ => return None,
    })
}

/// The word between the parts of a number: “a hundred **and** five”, “treinta **y** cinco”.
pub(super) fn joins(word: &str, language: Language) -> bool {
    match language {
        Language::English => word == "and",
        Language::German => word == "und",
        Language::Spanish => word == "y",
        Language::French => word == "et",
    }
}
