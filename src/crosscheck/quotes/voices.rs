//! Whose words a passage may be: what a quotation and a sentence that tells it are brought together by.
//!
//! How: besides the speaker, everybody whom the words around a quotation name, or the sentence itself; a firm says what its founder is quoted with, and a reporter
//! may tell a statement without a verb of saying. A name counts by the first letters of its last word, since the ends of foreign names are spelled in many ways.
//!
//! Where it stops working: two people whose names begin alike are one here; the words then have to tell them apart.

use crate::text::position::slice;

use crate::crosscheck::names::beginning;

use super::extraction::Quotation;
use super::language::Language;
use super::speech::{self, People};
use super::tokens::{folded, hash_of};

/// So many voices of a passage are kept.
const MOST: usize = 4;

/// And so many offices.
const OFFICES: usize = 2;

/// So many bytes before and after a quotation are read.
const AROUND: usize = 300;

/// What a person is found by.
pub fn voice(name: &str) -> u32 {
    let last = folded(name.rsplit([' ', '-', '‑']).next().unwrap_or(name));
    hash_of(beginning(&last)) as u32
}

/// What the holder of an office is found by who is not named.
pub fn voice_of_office(office: &str) -> u32 {
    hash_of((office, "office")) as u32
}

/// Those of the names, each once, the first of them.
pub fn voices<'a>(names: impl Iterator<Item = &'a str>) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::new();
    for voice in names.map(voice) {
        if found.len() < MOST && !found.contains(&voice) {
            found.push(voice);
        }
    }
    found
}

/// Those of a quotation: what its own paragraph says before it, between its parts and after it.
pub fn voices_around(text: &str, quotation: &Quotation, language: Language, people: &People) -> Vec<u32> {
    let (start, end) = (quotation.place.start, quotation.place.end);
    let from = text.floor_char_boundary(start.saturating_sub(AROUND));
    let before = slice(text, from..start);
    let before = before.rsplit('\n').next().unwrap_or(before);
    let after = slice(text, end..text.ceil_char_boundary((end + AROUND).min(text.len())));
    let after = after.split('\n').next().unwrap_or(after);
    let between = quotation.parts.windows(2).filter_map(|pair| match pair {
        [one, next] => text.get(one.end..next.start),
        _ => None,
    });
    let named: Vec<String> = between.chain([after, before]).flat_map(|words| people.named(words, language)).collect();
    let mut found = voices(quotation.speaker.as_deref().into_iter().chain(named.iter().map(String::as_str)));
    // “…,” said the mayor.
    found.extend(speech::offices(after).iter().chain(&speech::offices(before)).take(OFFICES).map(|office| voice_of_office(office)));
    found
}
