//! Invented reports of any length: sentences of 6 to 30 words, paragraphs of 2 to 6 sentences, headings, and now and
//! then a line that is no article text.

use std::fmt::Write as _;
use std::ops::Range;

use super::Shape;
use super::chance::Chance;
use super::words::{ADJECTIVES, APART, BODIES, DAYS, FIRST, JOINTS, LAST, NOUNS, PLACES, UNITS, VERBS};

/// A text, and where it has lines that are no article text.
pub struct Report {
    /// Paragraphs parted by a line feed.
    pub text: String,
    /// The lines that are no article text, in bytes.
    pub apart: Vec<Range<usize>>,
}

/// A report of about so many bytes.
pub fn report(bytes: usize, seed: u64) -> Report {
    let mut chance = Chance::of(seed, 0);
    let mut report = Report { text: String::with_capacity(bytes + 4096), apart: Vec::new() };
    heading(&mut chance, &mut report.text);
    while report.text.len() < bytes {
        report.text.push('\n');
        match chance.below(24) {
            0..2 => {
                let start = report.text.len();
                report.text.push_str(chance.pick(APART));
                report.apart.push(start..report.text.len());
            }
            2..5 => heading(&mut chance, &mut report.text),
            5 => {
                report.text.push_str("• ");
                sentence(&mut chance, &mut report.text);
            }
            _ => paragraph(&mut chance, &mut report.text),
        }
    }
    report
}

/// A report of about so many bytes, in a shape.
pub fn shaped(shape: Shape, bytes: usize, seed: u64) -> Report {
    match shape {
        Shape::Report | Shape::Heap => report(bytes, seed),
        Shape::Marks => Report { text: "\u{301}".repeat(bytes / 2), apart: Vec::new() },
        Shape::Paragraphs(length) => {
            let mut chance = Chance::of(seed, 0);
            let mut text = String::with_capacity(bytes + 4096);
            let mut start = 0;
            while text.len() < bytes {
                sentence(&mut chance, &mut text);
                let full = text.len() - start >= length;
                text.push(if full { '\n' } else { ' ' });
                start = if full { text.len() } else { start };
            }
            text.truncate(text.trim_end().len());
            Report { text, apart: Vec::new() }
        }
    }
}

/// The passage of a number in the heap: from one of the first words after the heading to one of those in the middle.
pub fn heaped(text: &str, number: usize) -> Option<Range<usize>> {
    let start = passage(text, 200, 1 + number % 100)?.end;
    Some(start..passage(text, 200, 102 + number / 100)?.end)
}

fn heading(chance: &mut Chance, out: &mut String) {
    let (adjective, noun) = (chance.pick(ADJECTIVES), chance.pick(NOUNS));
    let start = out.len();
    let _ = write!(out, "{adjective} {noun} at {} {} {}", chance.pick(PLACES), chance.pick(VERBS), chance.pick(DAYS));
    capital(out, start);
}

fn paragraph(chance: &mut Chance, out: &mut String) {
    let sentences = 2 + chance.below(5);
    for n in 0..sentences {
        if n > 0 {
            out.push(' ');
        }
        sentence(chance, out);
    }
}

/// A sentence of 6 to 30 words: clauses until there are enough.
fn sentence(chance: &mut Chance, out: &mut String) {
    let start = out.len();
    let enough = 6 + chance.below(14);
    let quoted = chance.percent(15);
    out.push_str(if quoted { "“" } else { "" });
    let said = out.len();
    loop {
        clause(chance, out);
        if out[start..].split(' ').count() >= enough {
            break;
        }
        out.push_str(chance.pick(JOINTS));
        out.push(' ');
    }
    capital(out, said);
    if quoted {
        let _ = write!(out, "”, said {} {}", chance.pick(FIRST), chance.pick(LAST));
    }
    out.push('.');
}

fn clause(chance: &mut Chance, out: &mut String) {
    let who = match chance.below(4) {
        0 => format!("{} {}", chance.pick(FIRST), chance.pick(LAST)),
        1 => format!("the {} {}", chance.pick(ADJECTIVES), chance.pick(NOUNS)),
        _ => chance.pick(BODIES).to_owned(),
    };
    let what = match chance.below(3) {
        0 => format!("{} {}", 2 + chance.below(9000), chance.pick(UNITS)),
        1 => format!("the {}", chance.pick(NOUNS)),
        _ => format!("a {} {}", chance.pick(ADJECTIVES), chance.pick(NOUNS)),
    };
    let circumstance = match chance.below(4) {
        0 => format!(" in {}", chance.pick(PLACES)),
        1 => format!(" {}", chance.pick(DAYS)),
        _ => String::new(),
    };
    let _ = write!(out, "{who} {} {what}{circumstance}", chance.pick(VERBS));
}

/// Begins with a capital from a byte on.
fn capital(out: &mut str, start: usize) {
    if let Some(first) = out.get_mut(start..start + 1) {
        first.make_ascii_uppercase();
    }
}

/// The passage of so many words that begins with the first word after a byte; `None` at the end of the text.
pub fn passage(text: &str, byte: usize, words: usize) -> Option<Range<usize>> {
    let from = text.floor_char_boundary(byte);
    let start = if from == 0 { 0 } else { from + text[from..].find(char::is_whitespace)? };
    let start = start + text[start..].find(|c: char| !c.is_whitespace())?;
    let mut gaps = text[start..].match_indices([' ', '\n']).map(|(at, _)| start + at);
    let end = gaps.nth(words - 1).unwrap_or(text.len());
    Some(start..end).filter(|range| !range.is_empty())
}
