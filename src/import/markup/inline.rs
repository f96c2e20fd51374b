//! Tags, entities, links, images and backslashes within a paragraph.
//!
//! One pass over the bytes. What is sought ahead, such as the `>` of a tag, is remembered by [`Ahead`], so that a megabyte of `<` takes no longer than
//! a megabyte of words.

use super::entities;

/// Tags within a line.
const INLINE: [&str; 32] = [
    "a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "input", "ins", "kbd", "label", "mark", "q", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "svg",
];

/// Tags that begin a new line.
const BLOCK: [&str; 40] = [
    "p",
    "br",
    "div",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "blockquote",
    "pre",
    "table",
    "tbody",
    "thead",
    "tr",
    "td",
    "th",
    "section",
    "article",
    "aside",
    "header",
    "footer",
    "main",
    "nav",
    "figure",
    "figcaption",
    "picture",
    "source",
    "html",
    "body",
    "head",
    "form",
    "iframe",
    "video",
    "dl",
    "dd",
];

/// Longer tags and addresses, in bytes, are not taken for such.
const LONGEST: usize = 4096;

/// The marks before which a backslash is dropped.
const ESCAPED: &str = "*_[]()#>!`-+.{}~|";

/// An open square bracket.
struct Bracket {
    /// Where it stands in the result, in bytes.
    at: usize,
    image: bool,
}

/// The next place of `needle` at or after a place that only grows.
struct Ahead<'a> {
    text: &'a str,
    needle: &'static str,
    found: Option<usize>,
    over: bool,
}

impl<'a> Ahead<'a> {
    fn new(text: &'a str, needle: &'static str) -> Self {
        Self { text, needle, found: None, over: false }
    }

    /// In bytes, or `None` if there is no more.
    fn from(&mut self, at: usize) -> Option<usize> {
        if !self.over && self.found.is_none_or(|found| found < at) {
            self.found = self.text.get(at..).and_then(|rest| rest.find(self.needle)).map(|place| at + place);
            self.over = self.found.is_none();
        }
        self.found.filter(|_| !self.over)
    }
}

/// The paragraph without these marks; block tags become `\n`.
pub(super) fn without(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut brackets: Vec<Bracket> = Vec::new();
    // Brackets of links in the result, to be left out in the end: taking each out at once would be quadratic.
    let mut dropped: Vec<usize> = Vec::new();
    let (mut tag_end, mut comment_end, mut address_end) = (Ahead::new(text, ">"), Ahead::new(text, "-->"), Ahead::new(text, ")"));
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = rest.find(['<', '&', '[', ']', '!', '\\']).unwrap_or(rest.len());
        let (words, rest) = rest.split_at_checked(plain).unwrap_or((rest, ""));
        result.push_str(words);
        at += plain;
        let length = match rest.as_bytes() {
            [] => break,
            [b'<', b'!', b'-', b'-', ..] => comment_end.from(at).map_or(0, |end| end + 3 - at),
            [b'<', ..] => tag(text, at, &mut tag_end, &mut result),
            [b'&', ..] => entities::decode(rest, &mut result),
            [b'\\', mark, ..] if ESCAPED.as_bytes().contains(mark) => {
                result.push(char::from(*mark));
                2
            }
            [b'!', b'[', ..] => {
                brackets.push(Bracket { at: result.len(), image: true });
                result.push_str("![");
                2
            }
            [b'[', ..] => {
                brackets.push(Bracket { at: result.len(), image: false });
                0
            }
            [b']', ..] => brackets.pop().map_or(0, |bracket| match address(text, at + 1, bracket.image, &mut address_end) {
                Some(end) if bracket.image => {
                    result.truncate(bracket.at);
                    while dropped.last().is_some_and(|last| *last >= bracket.at) {
                        dropped.pop();
                    }
                    end - at
                }
                Some(end) => {
                    dropped.push(bracket.at);
                    end - at
                }
                None => 0,
            }),
            _ => 0,
        };
        if length > 0 {
            at += length;
        } else if let Some(first) = rest.chars().next() {
            result.push(first);
            at += first.len_utf8();
        }
    }
    if dropped.is_empty() {
        return result;
    }
    dropped.sort_unstable();
    let mut kept = String::with_capacity(result.len());
    let mut from = 0;
    for bracket in dropped {
        kept.push_str(result.get(from..bracket).unwrap_or_default());
        from = bracket + 1;
    }
    kept.push_str(result.get(from..).unwrap_or_default());
    kept
}

/// The length of the tag that begins at `at`, or 0; a block tag puts `\n` into `result`.
///
/// A tag has a known name and after it nothing, `/` or attributes; `a <b and c> d` has none.
fn tag(text: &str, at: usize, ends: &mut Ahead<'_>, result: &mut String) -> usize {
    let Some(end) = ends.from(at).filter(|end| end - at < LONGEST) else { return 0 };
    let Some(inner) = text.get(at + 1..end) else { return 0 };
    let inner_words = inner.strip_prefix('/').unwrap_or(inner);
    if let Some(address) = Some(inner).filter(|inner| inner.starts_with("https://") || inner.starts_with("http://")) {
        if address.contains(['<', ' ']) {
            return 0;
        }
        result.push_str(address);
        return end + 1 - at;
    }
    let length = inner_words.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(inner_words.len());
    let (name, attributes) = inner_words.split_at_checked(length).unwrap_or((inner_words, ""));
    let attributes = attributes.trim_end_matches('/');
    let plausible = attributes.trim().is_empty()
        || (attributes.starts_with(char::is_whitespace) && attributes.contains('=') && !attributes.contains('<'));
    if !plausible || name.len() > 10 {
        return 0;
    }
    let name = name.to_ascii_lowercase();
    if BLOCK.contains(&name.as_str()) {
        result.push('\n');
    } else if !INLINE.contains(&name.as_str()) {
        return 0;
    }
    end + 1 - at
}

/// The end of the `(address)` at `at`, one level of brackets within it allowed.
fn address(text: &str, at: usize, image: bool, ends: &mut Ahead<'_>) -> Option<usize> {
    if text.as_bytes().get(at) != Some(&b'(') {
        return None;
    }
    let mut end = ends.from(at).filter(|end| end - at < LONGEST)?;
    let mut inner = text.get(at + 1..end)?;
    if inner.contains([']', '\n']) {
        return None;
    }
    if inner.contains('(') {
        // Such as `/wiki/Bridge_(harbour)`. Not through `ends`, whose place may only grow with `at`.
        let more = text.get(end + 1..)?.bytes().take(LONGEST).position(|byte| matches!(byte, b')' | b'(' | b']'))?;
        end += 1 + more;
        if text.as_bytes().get(end) != Some(&b')') {
            return None;
        }
        inner = text.get(at + 1..end)?;
    }
    let inner = inner.trim();
    let (target, title) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    let titled = title.is_empty() || title.trim().starts_with(['"', '\'']);
    let known =
        ["http:", "https:", "mailto:", "tel:", "www.", "#", "<"].iter().any(|start| target.starts_with(start)) || target.contains('/');
    (titled && (image || target.is_empty() || known)).then_some(end + 1)
}
