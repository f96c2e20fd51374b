//! The sentences in which an article tells in its own words what somebody has said, and who that is.
//!
//! How: a sentence with a verb of saying, or with “according to”, outside quotation marks. Its speaker is the subject of that verb (indirect speech as in
//! Krestel, Bergler and Witte 2008, “Minding the source”); a pronoun stands for the person of the sentences before, as for quotations.
//!
//! Where it stops working: free indirect speech, which has no verb of saying (“It would rain. The gates would hold.”), is not seen, nor is a second speaker in one sentence.

use std::ops::Range;
use std::sync::Arc;

use crate::text::paragraph::paragraphs;
use crate::text::position::slice;
use crate::text::sentence::sentences;

use super::extraction::Quotation;
use super::language::{Language, Sort};
use super::speech::{self, People, Who};
use super::tokens::{Token, folded, hash_of, stemmed};
use super::verbs;
use super::voices::{voice_of_office, voices};

/// Sentences, in bytes, that are looked at.
const LENGTHS: Range<usize> = 30..900;

/// A sentence with fewer words of its own that carry meaning only says who speaks.
const LEAST: usize = 3;

/// A sentence in which someone speaks without being quoted.
#[derive(Clone, Debug)]
pub struct Telling {
    /// Where the sentence starts, in bytes.
    start: u32,
    /// Where it ends.
    end: u32,
    /// Who speaks, where the article names someone.
    pub speaker: Option<Arc<str>>,
    /// The hash of the speaker's office where that is all it says: “the mayor said”.
    pub office: Option<u32>,
    /// Whose words it may be, the speaker's first.
    pub voices: Box<[u32]>,
}

impl Telling {
    /// The whole sentence, in bytes of the text.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The sentences of a text in which someone speaks without being quoted, each with its words that carry meaning.
pub fn tellings(text: &str, quotations: &[Quotation], language: Language, people: &People) -> Vec<(Telling, Vec<Token>)> {
    let mut found: Vec<(Telling, Vec<Token>)> = Vec::new();
    let mut before: [Range<usize>; 2] = [0..0, 0..0];
    let mut parts = Unquoted::new(quotations);
    for paragraph in paragraphs(text).filter(|paragraph| paragraph.len() >= LENGTHS.start) {
        let Signs { says, mood } = signs(slice(text, paragraph.clone()), language);
        if !says && !mood {
            before = [0..0, paragraph];
            continue;
        }
        for range in sentences(slice(text, paragraph.clone())) {
            let sentence = range.start + paragraph.start..range.end + paragraph.start;
            let unquoted = parts.of(&sentence);
            let plain: Vec<&str> = unquoted.iter().map(|part| slice(text, part.clone())).collect();
            let plain = plain.join(" ");
            let Signs { says, mood } = if LENGTHS.contains(&sentence.len()) { signs(&plain, language) } else { Signs::default() };
            if says || mood {
                let last = found.last().map(|(telling, _)| telling);
                let (mut speaker, office) = speaker(text, &plain, &before, last, language, people).unwrap_or_default();
                let named = people.named(&plain, language);
                if speaker.is_none() && office.is_none() && named.is_empty() && mood {
                    // “Die Tore seien alt. Sie hielten noch ein Jahr.”: whoever spoke before goes on.
                    speaker = goes_on(&before, last, quotations);
                }
                let mut voices = voices(speaker.iter().chain(&named).map(String::as_str));
                if speaker.is_none() {
                    voices.extend(office.as_deref().map(voice_of_office));
                }
                let words = own_words(text, &unquoted, speaker.as_deref(), language);
                let (start, end) = (short(sentence.start), short(sentence.end));
                if words.len() >= LEAST {
                    let office = office.map(|office| hash_of(office) as u32);
                    let voices = voices.into();
                    found.push((Telling { start, end, speaker: speaker.map(Arc::from), office, voices }, words));
                }
            }
            let [_, last] = before;
            before = [last, sentence];
        }
    }
    found
}

/// Who spoke last in the sentences before.
fn goes_on(before: &[Range<usize>; 2], last: Option<&Telling>, quotations: &[Quotation]) -> Option<String> {
    let from = before.iter().filter(|range| !range.is_empty()).map(|range| range.start).min()?;
    let until = before.iter().map(|range| range.end).max()?;
    let quoted = quotations.get(..quotations.partition_point(|quotation| quotation.place.start < until)).unwrap_or_default().last();
    let quoted = quoted.filter(|quotation| quotation.place.end > from);
    let told = last.filter(|telling| telling.range().start >= from);
    let quoted_last = quoted.map_or(0, |quotation| quotation.place.start) > told.map_or(0, |telling| telling.range().start);
    let speaker = if quoted_last {
        quoted.and_then(|quotation| quotation.speaker.as_deref())
    } else {
        told.and_then(|telling| telling.speaker.as_deref())
    };
    speaker.map(str::to_owned)
}

/// The words that a telling says of its own, read again.
pub fn words_of(text: &str, telling: &Telling, quotations: impl Iterator<Item = Range<usize>>, language: Language) -> Vec<Token> {
    let range = telling.range();
    let mut parts = Vec::new();
    let mut start = range.start;
    for quoted in quotations.filter(|quoted| quoted.start < range.end && quoted.end > range.start) {
        if quoted.start > start {
            parts.push(start..quoted.start);
        }
        start = start.max(quoted.end);
    }
    if start < range.end {
        parts.push(start..range.end);
    }
    own_words(text, &parts, telling.speaker.as_deref(), language)
}

fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// What words have that tells of what somebody has said.
#[derive(Clone, Copy, Default)]
struct Signs {
    /// A verb of saying, or “according to”.
    says: bool,
    /// The German mood of indirect speech.
    mood: bool,
}

fn signs(words: &str, language: Language) -> Signs {
    let mut before: Option<String> = None;
    let mut found = Signs::default();
    for word in words.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'').filter(|word| word.len() > 1) {
        let small = word.to_lowercase();
        found.says |= verbs::reports(&small) || verbs::is_according(before.as_deref(), &small);
        found.mood |= language == Language::German && verbs::is_subjunctive(before.as_deref(), &small);
        before = Some(small);
    }
    found
}

/// Who speaks, and the office of a speaker who is not named beside the verb; nothing where nobody speaks.
fn speaker(
    text: &str,
    sentence: &str,
    before: &[Range<usize>; 2],
    last: Option<&Telling>,
    language: Language,
    people: &People,
) -> Option<(Option<String>, Option<String>)> {
    let (who, verb) = speech::teller(sentence, language)?;
    let name = match who {
        Who::Name(name) => Some(people.complete(name.trim_end_matches("’s").trim_end_matches("'s"))),
        Who::Pronoun(woman) => {
            // “Ada Quist, who keeps the lock, remembers the noise: like a train, she says.”
            let own = slice(sentence, 0..verb);
            let told: Vec<&str> = before.iter().map(|range| slice(text, range.clone())).chain([own]).collect();
            let named = people.antecedent(&told, woman, language).map(|name| people.complete(&name));
            let beside = last.filter(|telling| before.iter().any(|range| *range == telling.range()));
            named.or_else(|| beside.and_then(|telling| telling.speaker.as_deref().map(str::to_owned)))
        }
        Who::Unnamed => {
            let office = speech::office(sentence, verb);
            let holder = office.as_deref().and_then(|office| people.holder(office));
            return Some((holder.map(str::to_owned), office));
        }
    };
    Some((name, None))
}

/// The words that carry meaning, without those that only say who speaks and when.
fn own_words(text: &str, parts: &[Range<usize>], speaker: Option<&str>, language: Language) -> Vec<Token> {
    let names: Vec<String> = speaker.into_iter().flat_map(|name| name.split([' ', '-'])).map(folded).collect();
    let mut words = stemmed(text, parts, language);
    words.retain(|token| {
        let word = slice(text, token.start..token.end);
        let telling = matches!(token.sort, Sort::Content | Sort::Number);
        telling && !verbs::reports(&word.to_lowercase()) && !verbs::is_title(word) && !names.contains(&folded(word))
    });
    words
}

/// What of a sentence stands outside quotations; asked for sentences in their order.
struct Unquoted {
    quoted: Vec<Range<usize>>,
    next: usize,
}

impl Unquoted {
    fn new(quotations: &[Quotation]) -> Self {
        let quoted = quotations.iter().filter(|quotation| !quotation.nested).flat_map(|quotation| quotation.parts.iter().cloned());
        Self { quoted: quoted.collect(), next: 0 }
    }

    fn of(&mut self, sentence: &Range<usize>) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = sentence.start;
        while let Some(part) = self.quoted.get(self.next).filter(|part| part.start < sentence.end) {
            if part.start > start {
                parts.push(start..part.start);
            }
            start = start.max(part.end.min(sentence.end));
            if part.end > sentence.end {
                break;
            }
            self.next += 1;
        }
        if start < sentence.end {
            parts.push(start..sentence.end);
        }
        parts
    }
}
