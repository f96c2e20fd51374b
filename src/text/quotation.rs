//! Marks that are variants of one mark: curly and straight quotation marks, long and short dashes, wide and
//! narrow spaces. Reports of one event print the same words with different marks; to compare them, fold first.

#[cfg(test)]
mod tests;

/// The plain form of a typographic character: `"` for double quotation marks and guillemets, `'` for single ones
/// and apostrophes, `-` for hyphens, dashes and minus signs, a space for every white space that keeps the line.
/// Any other character is its own plain form, also the ellipsis, whose plain form is three characters; see [`fold`].
pub fn fold_char(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '〝' | '〞' | '〟' | '＂' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' | '`' | '´' | '＇' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹘' | '﹣' | '－' => '-',
        c if is_fold_space(c) => ' ',
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

/// White space that keeps the line, of any width.
pub(super) fn is_fold_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
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
