//! How text that anybody may have written enters a document without becoming part of it.
//!
//! Each format has its own escape; all of them show characters that cannot be seen, or that turn the direction of the
//! text, by their code. The functions change nothing else, so that what was quoted is still what was written.

use crate::text::position::{slice, split};
use crate::text::script::hidden_marks;

/// A quoted passage longer than this, in bytes, is shown by its beginning and its end…
const LONG: usize = 1_600;
/// …with so many bytes of each.
const BEGINNING: usize = 1_100;
const END: usize = 300;
/// A note recalls a passage of up to so many bytes whole.
const CLIP: usize = 120;

/// A part of a text: what can be shown as it is, or one hidden character with its name.
enum Piece<'a> {
    Seen(&'a str),
    Hidden(char, &'static str),
}

fn pieces<'a>(text: &'a str, mut each: impl FnMut(Piece<'a>)) {
    let mut at = 0;
    for (range, name) in hidden_marks(text) {
        each(Piece::Seen(slice(text, at..range.start)));
        slice(text, range.clone()).chars().for_each(|c| each(Piece::Hidden(c, name)));
        at = range.end;
    }
    each(Piece::Seen(slice(text, at..text.len())));
}

/// The code of a character, as the Unicode standard writes it.
fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// The text with hidden characters shown as ⟨U+202E⟩.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    pieces(text, |piece| match piece {
        Piece::Seen(text) => out.push_str(text),
        Piece::Hidden(c, _) => out.push_str(&format!("⟨{}⟩", code(c))),
    });
    out
}

/// Text for the content of an HTML element.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    pieces(text, |piece| match piece {
        Piece::Seen(text) => push_html(&mut out, text),
        Piece::Hidden(c, name) => out.push_str(&format!("<span class=\"hid\" title=\"{name}\">{}</span>", code(c))),
    });
    out
}

/// Text for a quoted attribute of an HTML element.
pub(super) fn attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_html(&mut out, &plain(text));
    out
}

fn push_html(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

/// Text for a paragraph of CommonMark. Several lines stay several lines; `indent` is what the place of the text asks
/// before each further line. Blank lines, and space around lines, are dropped: they would be markup.
pub(super) fn markdown(text: &str, indent: &str) -> String {
    let text = plain(text);
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !out.is_empty() {
            out.push_str("\\\n");
            out.push_str(indent);
        }
        push_markdown_line(&mut out, line);
    }
    out
}

/// Text for one line of CommonMark, such as a heading.
pub(super) fn markdown_line(text: &str) -> String {
    let mut out = String::new();
    push_markdown_line(&mut out, &plain(&text.split_whitespace().collect::<Vec<_>>().join(" ")));
    out
}

/// A stretch of text within one line, whose own spaces count.
pub(super) fn markdown_within(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    push_markdown(&mut out, &plain(text));
    out
}

/// What starts a block at the start of a line is escaped, and then what is markup anywhere.
fn push_markdown_line(out: &mut String, line: &str) {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (start, rest) = split(line, digits);
    out.push_str(start);
    let mut chars = rest.chars();
    let (first, second) = (chars.next(), chars.next());
    let block = match first {
        Some('.' | ')') => digits > 0 && second.is_none_or(char::is_whitespace),
        Some('-') => digits == 0 && second.is_none_or(|c| c.is_whitespace() || c == '-'),
        Some('+') => digits == 0 && second.is_none_or(char::is_whitespace),
        Some('=') => digits == 0,
        _ => false,
    };
    if block {
        out.push('\\');
    }
    push_markdown(out, rest);
}

fn push_markdown(out: &mut String, text: &str) {
    let mut www = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        // The last two keep readers that look for bare addresses from making links.
        let markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~' | '$' => true,
            ':' => chars.peek() == Some(&'/'),
            '.' => www >= 3,
            _ => false,
        };
        if markup {
            out.push('\\');
        }
        out.push(if c == '\t' || c == '\n' { ' ' } else { c });
        www = if c.eq_ignore_ascii_case(&'w') { www + 1 } else { 0 };
    }
}

/// Text for a cell of a spreadsheet: one that a spreadsheet would take for a formula starts with an apostrophe.
pub(super) fn cell(text: &str) -> String {
    let text = plain(text);
    let formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    // A carriage return cannot be left: it is shown by its code.
    if text.starts_with('\t') || text.trim_start().starts_with(formula) { format!("'{text}") } else { text }
}

/// The place as a web address that may become a link: http or https, with a host that can be read off, and without
/// a user name that could pose as one.
pub(super) fn web_address(place: &str) -> Option<&str> {
    let place = place.trim();
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        let (start, rest) = place.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    })?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let in_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '[' | ']');
    let in_address =
        |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"' | '\'' | '`' | '\\' | '{' | '}' | '|' | '^');
    let fit =
        host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[') && host.chars().all(in_host) && place.chars().all(in_address);
    (fit && hidden_marks(place).next().is_none()).then_some(place)
}

/// A passage as lists quote it: a long one by its beginning and its end.
pub(super) fn shortened(passage: &str) -> String {
    ends(passage, LONG, BEGINNING, END)
}

/// A passage as a note beside the text recalls it.
pub(super) fn clipped(passage: &str) -> String {
    ends(passage, CLIP, CLIP / 2, CLIP / 4)
}

fn ends(passage: &str, long: usize, beginning: usize, end: usize) -> String {
    if passage.len() <= long {
        return passage.to_owned();
    }
    let (beginning, _) = split(passage, beginning);
    let (_, end) = split(passage, passage.len() - end);
    // Whole words, where there are spaces.
    let beginning = beginning.rsplit_once(char::is_whitespace).map_or(beginning, |(words, _)| words);
    let end = end.split_once(char::is_whitespace).map_or(end, |(_, words)| words);
    format!("{} […] {}", beginning.trim_end(), end.trim_start())
}

#[cfg(test)]
mod tests;
