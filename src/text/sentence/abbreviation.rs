//! What the word before a full stop says about it.

use crate::text::position::{char_before, slice, split};

/// The longest abbreviation that is looked for, in characters.
const LONGEST: usize = 24;

/// What kind of word a full stop ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// An ordinary word.
    Word,
    /// An abbreviation that always wants something after it: “Mr.”, “e.g.”, “bzw.”.
    Never,
    /// One that wants a number after it and is a word otherwise: “No.”, “p.”, “Art.”.
    Numbered,
    /// A month or a weekday: “Oct.”.
    Date,
    /// “a.m.”, “p.m.”.
    Clock,
    /// A number of one or two digits: in German “3.” is “third”.
    Ordinal,
    /// An abbreviation or acronym that may end a sentence: “Inc.”, “U.S.”, “St.”.
    Abbreviation,
    /// A single letter: “J. K.”.
    Initial,
}

/// What the word that ends at `stop`, where a full stop stands, says about it.
pub(super) fn stop_before(text: &str, stop: usize) -> Stop {
    let before = split(text, stop).0;
    let start = token_start(before);
    let token = slice(before, start..before.len());
    let inside_word = matches!(char_before(before, start), Some('’' | '\''))
        && split(before, start).0.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
    if token.is_empty() || inside_word {
        return Stop::Word;
    }
    if token.contains('.') {
        return dotted(token);
    }
    let letters = token.chars().count();
    if token.bytes().all(|b| b.is_ascii_digit()) {
        return if letters <= 2 { Stop::Ordinal } else { Stop::Word };
    }
    if letters <= 2
        && let Some(stop) = spaced(slice(before, 0..start), token)
    {
        return stop;
    }
    if letters == 1 {
        let cased = token.chars().all(|c| c.is_uppercase() || c.is_lowercase());
        return if cased { Stop::Initial } else { Stop::Word };
    }
    known(token)
}

/// Where the run of letters, digits and points at the end of `before` starts; longer runs are no abbreviation.
fn token_start(before: &str) -> usize {
    let mut start = before.len();
    for (at, c) in before.char_indices().rev().take(LONGEST) {
        if !c.is_alphanumeric() && c != '.' {
            break;
        }
        start = at;
    }
    start
}

/// A word with points inside: “U.S”, “e.g”, “example.org”.
fn dotted(token: &str) -> Stop {
    let stop = known(token);
    if stop != Stop::Word {
        return stop;
    }
    let short = |part: &str| !part.is_empty() && part.chars().count() <= 2 && part.chars().all(char::is_alphabetic);
    if token.split('.').all(short) { Stop::Abbreviation } else { Stop::Word }
}

/// An abbreviation whose parts have a space between them: “z. B.”, “EE. UU.”, “p. ej.”.
fn spaced(before: &str, token: &str) -> Option<Stop> {
    let head = before.trim_end().strip_suffix('.')?;
    let first = slice(head, token_start(head)..head.len());
    if first.chars().count() > 2 || first.contains('.') {
        return None;
    }
    let joined = format!("{first}.{token}");
    Some(known(&joined)).filter(|&stop| stop != Stop::Word)
}

/// The abbreviations that are known by name, without their last point; capitals count.
fn known(token: &str) -> Stop {
    match token {
        // Titles and ranks, before a name
        "Mr" | "Mrs" | "Ms" | "Mx" | "Messrs" | "Dr" | "Drs" | "Prof" | "Rep" | "Reps" | "Sen" | "Sens" | "Gov" | "Govs" | "Gen" | "Col"
        | "Lt" | "Maj" | "Capt" | "Cmdr" | "Cpl" | "Pvt" | "Sgt" | "Adm" | "Brig" | "Rev" | "Hon" | "Pres" | "Supt" | "Det"
        | "Insp" | "Amb" | "Msgr" | "Mme" | "Mlle" | "Hr" | "Hrn" | "Dipl" | "Ing" | "Sra" | "Srta" | "Dra" | "Ud" | "Uds" | "Mt" | "Ft" | "EE"
        // Words that join
        | "e.g" | "i.e" | "eg" | "ie" | "cf" | "vs" | "viz" | "approx" | "ca" | "z.B" | "d.h" | "i.d.R" | "bzw" | "vgl" | "sog"
        | "ggf" | "evtl" | "inkl" | "exkl" | "zzgl" | "p.ej" | "c.f" => Stop::Never,
        "No" | "Nos" | "Nr" | "Núm" | "núm" | "Art" | "art" | "Arts" | "Abs" | "pp" | "pág" | "págs" | "Vol" | "vol" | "Sec"
        | "Fig" | "fig" | "Figs" | "Ch" | "Chap" | "ft" | "lb" | "lbs" | "oz" | "sq" | "Rs" | "Tel" | "tel" | "est" | "Ziff" | "Kap" | "Rn" | "Bd" | "Op" | "op" => Stop::Numbered,
        "Jan" | "Feb" | "Mar" | "Apr" | "Jun" | "Jul" | "Aug" | "Sep" | "Sept" | "Oct" | "Nov" | "Dec" | "Okt" | "Dez"
        | "Mon" | "Tue" | "Tues" | "Wed" | "Weds" | "Thu" | "Thur" | "Thurs" | "Fri" | "Sat" | "Sun" => Stop::Date,
        "a.m" | "p.m" | "A.M" | "P.M" => Stop::Clock,
        // Firms and names
        "Inc" | "Corp" | "Co" | "Cos" | "Ltd" | "Bros" | "Assn" | "Dept" | "Univ" | "Jr" | "Sr" | "Esq" | "Ph.D" | "St" | "Ste"
        | "Ave" | "Blvd" | "Rd" | "Str" | "Hwy" | "Pkwy" | "Apt" | "etc" | "al" | "usw" | "u.a" | "o.ä" | "u.s.w" | "Mio" | "Mrd"
        | "Jh" | "geb" | "gest" | "Fr" | "Gebr" | "EE.UU" | "UU" | "RR.HH" | "Cía" | "Av" | "Avda" | "Gov't" | "Fed" | "Intl" | "Natl"
        // States of the United States as news agencies shorten them
        | "Ala" | "Ariz" | "Ark" | "Calif" | "Colo" | "Conn" | "Del" | "Fla" | "Ga" | "Ill" | "Ind" | "Kan" | "Ky" | "La"
        | "Md" | "Mass" | "Mich" | "Minn" | "Miss" | "Mo" | "Mont" | "Neb" | "Nev" | "Okla" | "Ore" | "Pa" | "Penn" | "Tenn" | "Tex"
        | "Vt" | "Va" | "Wash" | "Wis" | "Wyo" => Stop::Abbreviation,
        _ => Stop::Word,
    }
}
