//! What in a text is no article text: share lines, image marks, credits, copyright notices and their like.
//!
//! Why: a copied web page brings them along. Unless they are set aside they count as sentences to check, and repeats of “All rights reserved”
//! are found in every pair of articles.
//!
//! How: each paragraph is held against [`phrases`] that stand alone on web pages, and against the grammar of [`names`] for credits and bylines.
//! Some rules also look at the place: a line with only a date is a dateline above or below the body, but a heading in a chronology within it; the
//! words before a dash open a dateline only in the first paragraph of the body. A paragraph belongs to the *body* when it is a sentence of
//! nine words or more. At the end of a paragraph a copyright notice is found sentence by sentence.
//!
//! A name that stands alone is a byline only beside a line with a date; an outlet and its motto are known by the copyright notice of the same article.
//!
//! Where it stops working: it knows the phrases of newsrooms in English, German and Spanish, many in French, a few in Italian, and no other language. A caption without a
//! credit, a teaser without “Read more”, and an advertisement in whole sentences look like article text and are left. Every rule rather leaves a line
//! than takes one from the body, because a proposal that is wrong hides a claim from the reviewer.

use std::ops::Range;

use crate::model::Reason;

pub mod dates;
mod names;
mod phrases;
#[cfg(test)]
mod tests;

pub use names::byline;
pub use phrases::{is_address, is_image_mark};

/// Longer paragraphs, in bytes, are article text; only their end can hold a notice.
const LONGEST: usize = 800;

/// A place and an agency are not longer than this, in bytes.
const LONGEST_DATELINE: usize = 80;

/// The parts of `text` that are no article text: byte ranges in order, disjoint, on character boundaries; whole paragraphs or parts of one.
/// Takes time linear in the text. The method and its limits: see the [module](self).
#[must_use]
pub fn not_article_text(text: &str) -> Vec<(Range<usize>, Reason)> {
    let paragraphs = paragraphs(text);
    let own: Vec<Option<Reason>> = paragraphs.iter().map(|(_, words)| by_itself(words)).collect();
    let is_body = |index: usize| {
        let reason = own.get(index).copied().flatten();
        reason.is_none() && paragraphs.get(index).is_some_and(|(_, words)| is_body_text(words))
    };
    let first = (0..paragraphs.len()).find(|index| is_body(*index));
    let last = (0..paragraphs.len()).rfind(|index| is_body(*index));

    let outlets = || paragraphs.iter().zip(&own).filter(|(_, own)| **own == Some(Reason::Copyright)).map(|((_, words), _)| *words);
    let dated = |index: Option<usize>| {
        let near = index.and_then(|index| paragraphs.get(index));
        near.is_some_and(|(_, words)| matches!(by_itself(words).or_else(|| by_place(words, false)), Some(Reason::Dateline)))
    };

    let mut found = Vec::new();
    for (index, ((start, words), own)) in paragraphs.iter().zip(&own).enumerate() {
        let outside = first.is_none_or(|first| index < first) || last.is_none_or(|last| index > last);
        let next_is_address = || paragraphs.get(index + 1).is_some_and(|(_, next)| phrases::is_address(next));
        let reason = own
            .or_else(|| if outside { by_place(words, index == 0) } else { None })
            // A name alone is a byline where a date stands beside it.
            .or_else(|| {
                let beside = || dated(Some(index + 1)) || dated(index.checked_sub(1));
                (outside && index > 0 && names::are_people(words) && beside()).then_some(Reason::Byline)
            })
            .or_else(|| (outside && index > 0 && names_outlet(words, outlets())).then_some(Reason::Byline))
            .or_else(|| (phrases::announces_address(words) && next_is_address()).then_some(Reason::Address));
        if let Some(reason) = reason {
            found.push((*start..start + words.len(), reason));
            continue;
        }
        if first == Some(index) {
            found.extend(dateline(words, text).map(|length| (*start..start + length, Reason::Dateline)));
        }
        found.extend(phrases::notice_at_end(words).map(|at| (start + at..start + words.len(), Reason::Copyright)));
    }
    found
}

/// The paragraphs with their byte offsets, without white space around them, blank ones left out.
fn paragraphs(text: &str) -> Vec<(usize, &str)> {
    let mut start = 0;
    let mut paragraphs = Vec::new();
    for line in text.split('\n') {
        let words = line.trim_start();
        let offset = start + line.len() - words.len();
        if !words.is_empty() {
            paragraphs.push((offset, words.trim_end()));
        }
        start += line.len() + 1;
    }
    paragraphs
}

/// What a paragraph is wherever it stands.
fn by_itself(words: &str) -> Option<Reason> {
    if words.len() > LONGEST {
        return None;
    }
    if phrases::is_image_mark(words) {
        return Some(Reason::ImageMark);
    }
    // French sets a narrow space before a colon.
    let plain;
    let words = if words.contains(['\u{a0}', '\u{202f}']) {
        plain = words.replace(['\u{a0}', '\u{202f}'], " ");
        plain.as_str()
    } else {
        words
    };
    if let Some(reason) = phrases::reason(words) {
        return Some(reason);
    }
    if dates::date_line(words).is_some_and(|line| line.label.is_some()) {
        return Some(Reason::Dateline);
    }
    if names::is_credit(words) {
        return Some(Reason::Credit);
    }
    names::is_caption(words).then_some(Reason::Caption)
}

/// What a paragraph is above or below the body.
fn by_place(words: &str, is_first: bool) -> Option<Reason> {
    // The first line is the headline, even “By Popular Demand”.
    if !is_first && names::byline(words).is_some() {
        return Some(Reason::Byline);
    }
    if let Some(has_people) = names::in_parts(words) {
        return Some(if has_people { Reason::Byline } else { Reason::Dateline });
    }
    (dates::date_line(words).is_some() || name_and_date(words) || dates::is_day_line(words)).then_some(Reason::Dateline)
}

/// “London, 4 March 2026”, “The Harbour Times, 4 March 2026”.
fn name_and_date(words: &str) -> bool {
    dates::after_name(words).is_some_and(|(name, _)| names::is_short_name(name))
}

/// “Island Live | News from the islands”: an outlet that the article's own copyright notice names, and what it says of itself.
fn names_outlet<'a>(words: &str, mut notices: impl Iterator<Item = &'a str>) -> bool {
    let parts = || words.split(['|', '•', '·']).map(str::trim);
    let short = words.len() <= 100 && parts().count() > 1 && !words.ends_with(['.', '!', '?']);
    short && notices.any(|notice| parts().any(|part| part.len() > 4 && notice.contains(part)))
}

/// Whether a paragraph reads like a sentence of an article rather than a heading or a label.
#[must_use]
pub fn is_body_text(words: &str) -> bool {
    let end = words.trim_end_matches(['"', '”', '’', '“', '»', '«', '\'', ')', ']']);
    let ended = end.ends_with(['.', '!', '?', '…', ':', '。', '！', '？']);
    let long = words.split_whitespace().nth(8).is_some() || (!words.is_ascii() && words.chars().nth(30).is_some());
    words.len() > 240 || (ended && long)
}

/// The length in bytes of “WASHINGTON –”, “BERLIN (Agency) —”, “Lyon, March 4 (Agency) –” at the start of a paragraph, dash included.
///
/// After the dash a sentence must begin, and no second dash may follow in it: “NATO – the alliance – said” is no dateline. Where no agency is named
/// the place must be in capitals, or a place elsewhere in the text (“near Oslo”).
fn dateline(words: &str, text: &str) -> Option<usize> {
    let (at, dash) = words.char_indices().take_while(|(at, _)| *at <= LONGEST_DATELINE).find(|(at, character)| match character {
        '–' | '—' => true,
        '-' => words.get(..*at).is_some_and(|head| head.ends_with([' ', ')']) || head.ends_with(").")),
        _ => false,
    })?;
    let head = words.get(..at)?.trim_end();
    let rest = words.get(at + dash.len_utf8()..)?.strip_prefix(char::is_whitespace)?;
    let begins =
        rest.trim_start_matches(['"', '“', '„', '«', '‘', '\'', '¿', '¡']).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let sentence = rest.split_inclusive(['.', '!', '?']).next().unwrap_or(rest);
    let second = [" – ", " — ", " - "].iter().any(|dash| sentence.contains(dash));
    let place = || names::is_place(head) || (names::is_bare_place(head) && is_place_in(text, head));
    (begins && !second && place()).then_some(at + dash.len_utf8())
}

/// Words that stand before a place.
const BEFORE_PLACE: [&str; 16] =
    ["in", "near", "at", "from", "of", "to", "bei", "nahe", "aus", "von", "nach", "en", "de", "à", "cerca", "hasta"];

/// Whether a name stands as a place somewhere in a text.
fn is_place_in(text: &str, name: &str) -> bool {
    text.match_indices(name).take(64).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.strip_suffix(' ')).unwrap_or_default();
        let after = text.get(at + name.len()..).unwrap_or_default();
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        !after.starts_with(char::is_alphanumeric) && BEFORE_PLACE.contains(&word)
    })
}
