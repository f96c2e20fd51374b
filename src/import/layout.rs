//! From lines to paragraphs.
//!
//! Why: a passage may not be torn by line ends that only a mail program or a text editor put in.
//!
//! How: one line is one paragraph, unless the text is *hard-wrapped*. A wrapped line is recognised by the rule that wrapped it: the next word would
//! not have fitted any more. A text is hard-wrapped if blank lines part its paragraphs, nearly all line ends within them obey that rule for one
//! width from 50 to 100 characters, and most of them fall within a sentence. Verse, lists, addresses and tables break their lines earlier.
//!
//! What it does not do: a hard-wrapped text without blank lines stays in lines, since nothing says where its paragraphs end.

use super::markup;

/// The widths, in characters, to which programs wrap lines.
const WIDTHS: std::ops::RangeInclusive<usize> = 50..=100;

/// Fewer line ends within paragraphs prove nothing.
const FEWEST_ENDS: usize = 3;

/// A wrapped line may be this much shorter than the rule allows, since programs count differently.
const SLACK: usize = 2;

/// One line, with what decides whether it continues the line before it.
struct Line<'a> {
    words: &'a str,
    /// In characters.
    width: usize,
    /// It begins something of its own: a heading, an item of a list, an image.
    opens: bool,
    /// Nothing can continue it: a heading, an image.
    closed: bool,
}

/// The paragraphs of `text`, whose line ends are `\n`: never blank, without white space or marks of block markup at their ends.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<Option<Line<'_>>> = text.split('\n').map(read).collect();
    let width = wrapped_at(&lines);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut before: Option<&Line<'_>> = None;
    for line in &lines {
        if let Some(line) = line {
            let joined = before.zip(width).is_some_and(|(before, width)| continues(before, line, width));
            match paragraphs.last_mut().filter(|_| joined) {
                Some(paragraph) => {
                    if !ends_in_hyphen(paragraph) {
                        paragraph.push(' ');
                    }
                    paragraph.push_str(line.words);
                }
                None => paragraphs.push(line.words.to_owned()),
            }
        }
        before = line.as_ref();
    }
    paragraphs
}

/// `None` for a blank line and for a rule.
fn read(line: &str) -> Option<Line<'_>> {
    let trimmed = line.trim();
    let words = markup::without_block_marks(trimmed);
    let heading = trimmed.starts_with('#') && words.len() < trimmed.len();
    let image = words.starts_with("![");
    let closed = heading || image;
    (!words.is_empty()).then(|| Line { words, width: words.chars().count(), opens: closed || markup::is_item(words), closed })
}

/// The width to which the text is wrapped, or `None` if it is not.
fn wrapped_at(lines: &[Option<Line<'_>>]) -> Option<usize> {
    // Blank lines at the start and the end part nothing.
    let (first, last) = (lines.iter().position(Option::is_some)?, lines.iter().rposition(Option::is_some)?);
    let parted = lines.get(first..last)?.iter().any(Option::is_none);
    let ends = || {
        lines
            .iter()
            .zip(lines.iter().skip(1))
            .filter_map(|(line, next)| line.as_ref().zip(next.as_ref()))
            .filter(|(line, next)| !line.closed && !next.opens)
    };
    let count = ends().count();
    if !parted || count < FEWEST_ENDS {
        return None;
    }
    // A web address cannot be wrapped and says nothing about the width.
    let width = ends().map(|(line, _)| line.width).filter(|width| WIDTHS.contains(width)).max()?;
    let full = ends().filter(|(line, next)| is_full(line, next, width)).count();
    let within = ends().filter(|(line, next)| is_within_sentence(line, next)).count();
    (full * 5 >= count * 4 && within * 5 >= count * 3).then_some(width)
}

fn continues(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    !line.closed && !next.opens && is_full(line, next, width)
}

/// Whether the first word of `next` would not have fitted on `line`.
fn is_full(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    let word = next.words.split_whitespace().next().map_or(0, |word| word.chars().count());
    line.width + 1 + word + SLACK > width
}

fn is_within_sentence(line: &Line<'_>, next: &Line<'_>) -> bool {
    let ended = line.words.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '!', '?', ':']);
    !ended || next.words.starts_with(char::is_lowercase)
}

/// Whether a line ends with a word's hyphen, not with a dash.
fn ends_in_hyphen(words: &str) -> bool {
    words.strip_suffix('-').is_some_and(|rest| rest.ends_with(char::is_alphabetic))
}
