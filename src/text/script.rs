//! The direction of a paragraph, and characters that cannot be seen.
//!
//! Direction controls and zero-width characters can make a line read otherwise than it is stored, and two
//! words differ that look alike. The article view shows them as marks; this module says where they are. It does
//! not report joiners where a script or an emoji needs them, nor the tags inside a flag.

#[cfg(test)]
mod tests;

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// The characters of `text` that a reader cannot see, each with its name in words, in order.
pub fn hidden_marks(text: &str) -> impl Iterator<Item = (Range<usize>, &'static str)> + '_ {
    let mut previous = ' ';
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        for (at, c) in chars.by_ref() {
            let before = std::mem::replace(&mut previous, c);
            if let Some(name) = hidden_name(c) {
                return Some((at, c, before, name));
            }
        }
        None
    })
    .filter(move |&(at, c, before, _)| {
        let after = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        !belongs(c, before, after)
    })
    .map(|(at, c, _, name)| (at..at + c.len_utf8(), name))
}

/// Whether a paragraph is written from right to left: whether its first letter is, as UAX #9 says in rule P2
/// (without its exception for isolated parts).
pub fn is_right_to_left(paragraph: &str) -> bool {
    paragraph
        .chars()
        .find_map(|c| match c {
            '\u{200e}' => Some(false),
            '\u{200f}' | '\u{61c}' => Some(true),
            c if is_combining_mark(c) || !c.is_alphabetic() => None,
            c => Some(is_right_to_left_letter(c)),
        })
        .unwrap_or(false)
}

/// Whether a character belongs to a script that runs from right to left.
pub fn is_right_to_left_letter(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether an invisible character does its proper work here: a joiner between letters of a script that joins, or
/// between emoji; a tag after the black flag or another tag.
fn belongs(c: char, before: char, after: Option<char>) -> bool {
    match c {
        '\u{200c}' | '\u{200d}' => may_join(before) && after.is_some_and(may_join),
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => may_vary(before) || after == Some('\u{20e3}'),
        '\u{e0020}'..='\u{e007f}' => matches!(before, '\u{1f3f4}' | '\u{e0020}'..='\u{e007e}'),
        _ => false,
    }
}

/// Characters beyond Latin, Greek and Cyrillic that are seen.
fn may_join(c: char) -> bool {
    let seen = hidden_name(c).is_none() || matches!(c, '\u{fe00}'..='\u{fe0f}');
    c >= '\u{590}' && !c.is_whitespace() && seen && !matches!(c, '\u{1e00}'..='\u{20cf}')
}

/// Characters that have more than one shape to choose from.
fn may_vary(c: char) -> bool {
    !c.is_ascii() && !c.is_whitespace() && hidden_name(c).is_none()
}

/// A name of one to four letters for a hidden character, to stand in its place. Empty for those that are harmless and
/// often there, as in texts copied from the web: a thin mark is enough.
fn hidden_short(c: char) -> &'static str {
    const CONTROLS: [&str; 32] = [
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI", "DLE", "DC1", "DC2",
        "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
    ];
    match c {
        '\0'..='\u{1f}' => CONTROLS.get(c as usize).copied().unwrap_or("CTL"),
        '\u{7f}' => "DEL",
        '\u{85}' => "NEL",
        '\u{80}'..='\u{9f}' => "CTL",
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{61c}' | '\u{feff}' => "",
        '\u{2028}' => "LS",
        '\u{2029}' => "PS",
        '\u{202a}' => "LRE",
        '\u{202b}' => "RLE",
        '\u{202c}' => "PDF",
        '\u{202d}' => "LRO",
        '\u{202e}' => "RLO",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => "VS",
        '\u{e0001}' | '\u{e0020}'..='\u{e007f}' => "TAG",
        _ => "?",
    }
}

/// How many marks may stand on one letter and be drawn. No script needs half as many.
pub const PILE: usize = 16;

/// A part of a text that a reader does not see as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unseen {
    /// Its bytes.
    pub range: Range<usize>,
    /// What it is.
    pub name: &'static str,
    /// The same in one to four letters; empty if a thin mark is enough.
    pub short: &'static str,
}

/// What a reader does not see of a text, in order: its hidden characters, and of each pile of marks that combine what is
/// beyond [`PILE`].
pub fn unseen(text: &str) -> Vec<Unseen> {
    let hidden = hidden_marks(text).map(|(range, name)| {
        let c = text.get(range.clone()).and_then(|c| c.chars().next()).unwrap_or_default();
        Unseen { range, name, short: hidden_short(c) }
    });
    let mut found: Vec<Unseen> = hidden.collect();
    let is_single = found.is_empty();
    let mut marks = 0;
    let mut add = |at: usize, c: char| {
        let combines = c >= '\u{300}' && is_combining_mark(c) && hidden_name(c).is_none();
        marks = if combines { marks + 1 } else { 0 };
        let end = at + c.len_utf8();
        match found.last_mut().filter(|last| last.range.end == at && last.short == PILED) {
            Some(last) if marks > PILE => last.range.end = end,
            _ if marks > PILE => found.push(Unseen { range: at..end, name: "more marks on one letter", short: PILED }),
            _ => {}
        }
    };
    text.char_indices().for_each(|(at, c)| add(at, c));
    if !is_single {
        found.sort_by_key(|unseen| unseen.range.start);
    }
    found
}

/// What stands for a pile of marks.
const PILED: &str = "…";

/// Whether a character parts words and nothing else: white space, but no control that is shown as a mark.
pub fn is_gap(c: char) -> bool {
    c.is_whitespace() && hidden_name(c).is_none()
}

/// The name of a space that is not the usual one; `None` for all else. It is seen as room, but not for what it is.
pub fn unusual_space(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{a0}' => "no-break space",
        '\u{1680}' => "Ogham space mark",
        '\u{2000}' | '\u{2002}' => "en space",
        '\u{2001}' | '\u{2003}' => "em space",
        '\u{2004}' => "three-per-em space",
        '\u{2005}' => "four-per-em space",
        '\u{2006}' => "six-per-em space",
        '\u{2007}' => "figure space",
        '\u{2008}' => "punctuation space",
        '\u{2009}' => "thin space",
        '\u{200a}' => "hair space",
        '\u{202f}' => "narrow no-break space",
        '\u{205f}' => "mathematical space",
        '\u{2800}' => "blank Braille pattern",
        '\u{3000}' => "ideographic space",
        _ => return None,
    })
}

fn hidden_name(c: char) -> Option<&'static str> {
    Some(match c {
        '\t' | '\n' => return None,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => "control character",
        '\u{ad}' => "soft hyphen",
        '\u{34f}' => "combining grapheme joiner",
        '\u{61c}' => "Arabic letter mark",
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => "Hangul filler",
        '\u{17b4}' | '\u{17b5}' => "Khmer invisible vowel",
        '\u{180e}' => "Mongolian vowel separator",
        '\u{200b}' => "zero-width space",
        '\u{200c}' => "zero-width non-joiner",
        '\u{200d}' => "zero-width joiner",
        '\u{200e}' => "left-to-right mark",
        '\u{200f}' => "right-to-left mark",
        '\u{2028}' => "line separator",
        '\u{2029}' => "paragraph separator",
        '\u{202a}' => "left-to-right embedding",
        '\u{202b}' => "right-to-left embedding",
        '\u{202c}' => "end of direction control",
        '\u{202d}' => "left-to-right override",
        '\u{202e}' => "right-to-left override",
        '\u{2060}' => "word joiner",
        '\u{2061}'..='\u{2064}' => "invisible operator",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "end of isolate",
        '\u{206a}'..='\u{206f}' => "old format control",
        '\u{feff}' => "zero-width no-break space",
        '\u{fff9}'..='\u{fffb}' => "interlinear annotation mark",
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => "variation selector",
        '\u{e0001}' | '\u{e0020}'..='\u{e007f}' => "tag character",
        _ => return None,
    })
}
