//! What French sets within the marks of a quotation without being quoted: “« Le pont tient, a dit Ada Quist, et il tiendra. »”.
//!
//! How: after a comma or the end of a sentence, a verb of saying before its subject (the *incise*; Grevisse, “Le bon usage”, § 384): “dit-il”, “a-t-elle
//! ajouté”, “réplique le maire”. It ends at the next mark; what stands in apposition to the speaker belongs to it.
//!
//! Where it stops working: a verb of saying before a noun in what was really said (“, demande un délai,”) is taken for one.

use std::ops::Range;

use crate::text::position::slice;

use super::language::{Language, Sort, sort_of};
use super::marks::trimmed;
use super::speech::{self, Who};
use super::tokens::folded;
use super::verbs;

/// Quoted words that somebody else's break.
pub struct Broken {
    /// What was said, in bytes of the text.
    pub parts: Vec<Range<usize>>,
    /// For each part, whether it begins a sentence of its own.
    pub begins: Vec<bool>,
    /// Who is said to have said it.
    pub who: Option<Who>,
}

/// An apposition has at most so many words.
const APPOSITION: usize = 7;

/// What is quoted of `words`, the bytes between two marks; `None` where nothing breaks them.
pub fn broken(text: &str, words: &Range<usize>, language: Language) -> Option<Broken> {
    if language != Language::French {
        return None;
    }
    let said = slice(text, words.clone());
    let mut found = Broken { parts: Vec::new(), begins: vec![true], who: None };
    let (mut from, mut next) = (0, 0);
    while let Some(mark) = said.get(next..).and_then(|rest| rest.find([',', '?', '!'])).map(|at| next + at) {
        next = mark + 1;
        let rest = said.get(next..).unwrap_or_default();
        let Some(length) = incise(rest) else { continue };
        let end = if said.get(mark..next) == Some(",") { mark } else { next };
        found.parts.push(trimmed(text, words.start + from..words.start + end));
        let told = rest.get(..length).unwrap_or_default();
        found.who = found.who.or_else(|| speech::after(told.trim(), language));
        let after = rest.get(length..).unwrap_or_default();
        let lead = after.len() - after.trim_start_matches([',', '.', ';', ':', '!', '?', ' ', '\u{a0}', '\u{202f}']).len();
        found.begins.push(after.starts_with(['.', '!', '?']) || end == next);
        (from, next) = (next + length + lead, next + length);
    }
    let last = trimmed(text, words.start + from..words.end);
    if !last.is_empty() {
        found.parts.push(last);
    }
    found.begins.truncate(found.parts.len());
    let whole = found.parts.iter().all(|part| !part.is_empty());
    (from > 0 && whole && !found.parts.is_empty()).then_some(found)
}

/// How long the incise is that begins here, in bytes; nothing if none does.
fn incise(rest: &str) -> Option<usize> {
    let words =
        || rest.split([' ', '\u{a0}']).filter(|word| !word.is_empty()).map(|word| word.trim_end_matches([',', '.', ';', ':', '!', '?']));
    let (first, second) = (words().next()?, words().nth(1).unwrap_or_default());
    // “dit-il”, “a-t-il lancé”.
    let pronoun = verbs::french_first(first).is_some_and(|verb| verbs::reports(verb) || (is_auxiliary(verb) && verbs::reports(second)));
    let noun = || {
        let subject = second.starts_with(char::is_uppercase) || second.starts_with("l’") || second.starts_with("l'");
        verbs::reports(first) && (subject || matches!(second, "le" | "la" | "les" | "un" | "une" | "ce" | "cette" | "son" | "sa"))
    };
    if !pronoun && !noun() {
        return None;
    }
    let end = |from: usize| {
        let ends = rest.get(from..)?.find([',', '.', ';', ':', '!', '?']);
        Some(ends.map_or(rest.len(), |at| from + at))
    };
    let mut length = end(0)?;
    // “…, réplique Ada Quist, maire de Port-Vent, …”
    while !pronoun && rest.get(length..).is_some_and(|after| after.starts_with(", ")) {
        let until = end(length + 1)?;
        let told = rest.get(length + 1..until)?.trim();
        let noun = told.split([' ', '’', '\'']).next().is_some_and(|word| sort_of(&folded(word), Language::French).0 == Sort::Content);
        let closes = rest.get(until..).is_some_and(|after| after.starts_with(','));
        if !noun || !closes || told.split(' ').count() > APPOSITION {
            break;
        }
        length = until;
    }
    Some(length)
}

fn is_auxiliary(verb: &str) -> bool {
    matches!(verb, "a" | "ont" | "avait" | "avaient")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn what_is_set_within_the_marks_is_not_quoted() {
        for (text, expected) in [
            ("Le pont tient, a-t-il dit. Il tiendra.", &["Le pont tient", "Il tiendra."][..]),
            ("Le pont tient, réplique Ada Quist, maire du village, et il tiendra.", &["Le pont tient", "et il tiendra."]),
            ("Qui paiera ? demande le maire. Pas nous.", &["Qui paiera ?", "Pas nous."]),
            ("Le pont tient, et la route aussi.", &[]),
            ("Il faut partir, dit-elle", &["Il faut partir"]),
        ] {
            let found = broken(text, &(0..text.len()), Language::French);
            let parts: Vec<&str> = found.iter().flat_map(|broken| &broken.parts).map(|part| &text[part.clone()]).collect();
            assert_eq!(parts, expected, "{text}");
        }
    }
}
