//! The figures of one article: its language, its day of publication, its sentences, and which words its sentences share.

use hashbrown::HashMap;
use std::ops::Range;

use jiff::civil::Date;

use crate::crosscheck::boilerplate::{dates, not_article_text};
use crate::model::Reason;
use crate::text::paragraph::paragraphs;
use crate::text::position::{shift, slice};
use crate::text::sentence::sentences;

use super::context::{Stem, stem};
use super::date::Reference;
use super::language::{Manner, Votes};
use super::mention::{Mention, looks_ahead, may_hold_figures, mentions};
use super::token::{Token, tokens};

/// What an article says in figures, and what it is about.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub mentions: Vec<Mention>,
    /// The stems of most of its sentences, in order.
    pub subject: Box<[Stem]>,
    /// The day of publication, given or found in the text.
    pub date: Option<Date>,
    pub manner: Manner,
}

/// How many stems say what an article is about.
const SUBJECT: usize = 24;
/// No sentence leans on one of more bytes.
const LONG: usize = 1_000;
/// An article of this many bytes may have one figure, and one more for each time as long.
const BYTES_PER_FIGURE: usize = 40;
/// How many paragraphs at either end are looked at for a line with the day of publication.
const MARGIN: usize = 8;

/// Reads an article without the ranges `apart`, which are no article text. Takes time linear in its text.
pub(super) fn read(text: &str, date: Option<Date>, apart: &[(Range<usize>, Reason)]) -> Reading {
    let sentences = article_sentences(text, apart);
    let date = date.or_else(|| date_in(text));
    let mut votes = Votes::default();
    for sentence in sentences.iter().take(100) {
        votes.count(&tokens(text, sentence.clone()));
    }
    let manner = votes.manner();
    let (told_by, holding) = told_by(text, &sentences, manner);
    let most = text.len() / BYTES_PER_FIGURE + 4;
    let mut found = Vec::new();
    for (number, sentence) in holding {
        let tokens = tokens(text, sentence);
        let reference = Reference { date, ahead: looks_ahead(&tokens) };
        let told_by = |stem| told_by.get(&stem).map_or(1, |(count, _)| *count);
        let before = || sentence_before(text, &sentences, number);
        found.extend(
            mentions(&tokens, manner, reference, told_by, before).into_iter().map(|mention| Mention { sentence: number, ..mention }),
        );
        if found.len() >= most {
            found.truncate(most);
            break;
        }
    }
    Reading { mentions: found, subject: subject(&told_by), date, manner }
}

/// The sentences, without what is no article text; a dateline is cut off the sentence that it opens.
fn article_sentences(text: &str, apart: &[(Range<usize>, Reason)]) -> Vec<Range<usize>> {
    let mut apart = apart.iter().map(|(range, _)| range.clone()).peekable();
    let mut found = Vec::new();
    for paragraph in paragraphs(text) {
        for sentence in sentences(slice(text, paragraph.clone())) {
            let mut sentence = shift(sentence, paragraph.start);
            while apart.next_if(|apart| apart.end <= sentence.start).is_some() {}
            if let Some(apart) = apart.peek().filter(|apart| apart.start < sentence.end) {
                // What is left after a dateline.
                sentence.start = if apart.start <= sentence.start { apart.end } else { sentence.end };
            }
            if sentence.start < sentence.end {
                found.push(sentence);
            }
        }
    }
    found
}

/// The tokens of the sentence before one, if it is of the same paragraph.
fn sentence_before<'t>(text: &'t str, sentences: &[Range<usize>], number: u32) -> Vec<Token<'t>> {
    let at = number as usize;
    let pair = at.checked_sub(1).and_then(|before| sentences.get(before)).zip(sentences.get(at));
    let near = pair.filter(|(before, own)| before.len() < LONG && !slice(text, before.end..own.start).contains('\n'));
    near.map(|(before, _)| tokens(text, before.clone())).unwrap_or_default()
}

/// In how many sentences each stem stands, and the sentences that may hold figures.
#[expect(clippy::type_complexity, reason = "a name would not say more")]
fn told_by(text: &str, sentences: &[Range<usize>], manner: Manner) -> (HashMap<Stem, (u32, usize)>, Vec<(u32, Range<usize>)>) {
    let mut told_by: HashMap<Stem, (u32, usize)> = HashMap::new();
    let mut holding = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        let tokens = tokens(text, sentence.clone());
        for stem in tokens.iter().filter_map(|token| stem(token, manner.language)) {
            let (count, last) = told_by.entry(stem).or_insert((0, usize::MAX));
            if *last != number {
                *count += 1;
                *last = number;
            }
        }
        if may_hold_figures(&tokens, manner.language) {
            holding.push((u32::try_from(number).unwrap_or(u32::MAX), sentence.clone()));
        }
    }
    (told_by, holding)
}

fn subject(told_by: &HashMap<Stem, (u32, usize)>) -> Box<[Stem]> {
    let mut stems: Vec<(u32, Stem)> = told_by.iter().map(|(stem, (count, _))| (*count, *stem)).collect();
    let most = SUBJECT.min(stems.len());
    if most < stems.len() {
        stems.select_nth_unstable_by(most, |a, b| b.cmp(a));
        stems.truncate(most);
    }
    let mut stems: Vec<Stem> = stems.into_iter().map(|(_, stem)| stem).collect();
    stems.sort_unstable();
    stems.into_boxed_slice()
}

/// How much two articles tell of one event: the share of their commonest words that both have.
pub(super) fn related(a: &[Stem], b: &[Stem]) -> f32 {
    let shared = a.iter().filter(|stem| b.binary_search(stem).is_ok()).count();
    shared as f32 / a.len().min(b.len()).max(1) as f32
}

/// The day of publication as a line above or below the body gives it.
fn date_in(text: &str) -> Option<Date> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(MARGIN).collect();
    let margin = not_article_text(&lines.join("\n")).into_iter().any(|(_, reason)| matches!(reason, Reason::Dateline | Reason::Byline));
    let of_line = |line: &&str| {
        let line = line.trim();
        let parts = line.split(['|', '•', '·']).filter_map(|part| dates::date_line(part.trim())).find_map(|line| line.iso);
        let iso = parts.or_else(|| dates::after_name(line).and_then(|(_, line)| line.iso));
        iso.and_then(|iso| iso.parse().ok())
    };
    lines.iter().filter(|_| margin).find_map(of_line)
}
