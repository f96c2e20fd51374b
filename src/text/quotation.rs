//! Marks that are variants of one mark: curly and straight quotation marks, long and short dashes, wide and
//! narrow spaces. Reports of one event print the same words with different marks; to compare them, fold first.

mod folded;
#[cfg(test)]
mod tests;

pub use self::folded::Folded;

const DOUBLE_MARKS: &str = "\"“”„‟«»″〝〞〟＂";
const SINGLE_MARKS: &str = "'‘’‚‛‹›′ʼ`´＇";
const DASHES: &str = "-‐‑‒–—―−﹘﹣－";
const SPACES: &str =
    " \u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{202f}\u{205f}\u{3000}";

/// The plain form of a typographic character: `"` for double quotation marks and guillemets, `'` for single ones
/// and apostrophes, `-` for hyphens, dashes and minus signs, a space for every white space that keeps the line.
/// Any other character is its own plain form, also the ellipsis, whose plain form is three characters; see [`fold`].
pub fn fold_char(c: char) -> char {
    match c {
        // Most text is plain already.
        '`' => '\'',
        c if c.is_ascii() => c,
        c if DOUBLE_MARKS.contains(c) => '"',
        c if SINGLE_MARKS.contains(c) => '\'',
        c if DASHES.contains(c) => '-',
        c if SPACES.contains(c) => ' ',
        c => c,
    }
}

/// The text with every character in its plain form, and `…` as three points. For matching only: offsets into
/// the answer are not offsets into `text`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '…' => folded.push_str("..."),
            c => folded.push(fold_char(c)),
        }
    }
    folded
}

/// All characters whose plain form is `plain`, itself included, if there are several.
pub fn variants(plain: char) -> Option<&'static str> {
    match plain {
        '"' => Some(DOUBLE_MARKS),
        '\'' => Some(SINGLE_MARKS),
        '-' => Some(DASHES),
        ' ' => Some(SPACES),
        _ => None,
    }
}

/// Whether a quotation may start with this mark. Some marks open in one language and close in another (`“`, `»`),
/// and straight marks do both.
pub fn is_opening_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '‚' | '‟' | '‛' | '«' | '‹' | '»' | '›' | '「' | '『' | '《' | '〈' | '〝' | '＂' | '＇')
}

/// Whether a quotation may end with this mark; see [`is_opening_mark`].
pub fn is_closing_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '“' | '‘' | '»' | '›' | '«' | '‹' | '」' | '』' | '》' | '〉' | '〞' | '〟' | '＂' | '＇')
}
