//! Which parts of a paragraph stand in quotation marks, as well as the search for repeats needs to know it: a repeat that is one quotation and
//! nothing else is left to the comparison of quotes.
//!
//! A mark that stays open counts to the end of the paragraph. Where a single mark could be an apostrophe it is taken for one.

use std::ops::Range;

/// The stretches of `paragraph` between quotation marks, without the marks, in order.
pub(super) fn quoted(paragraph: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    let mut chars = paragraph.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, next)| *next);
        match open {
            Some((start, mark)) if closes(mark, c) && !(is_apostrophe(c) && after.is_alphanumeric()) => {
                found.push(start..at);
                open = None;
            }
            None if opens(c) && !(is_apostrophe(c) && (before.is_alphanumeric() || !after.is_alphanumeric())) => {
                open = Some((at + c.len_utf8(), c));
            }
            _ => {}
        }
        before = c;
    }
    // An apostrophe before a word (“’tis”) opens nothing.
    found.extend(open.filter(|(_, mark)| !is_apostrophe(*mark)).map(|(start, _)| start..paragraph.len()));
    found
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘')
}

fn opens(c: char) -> bool {
    matches!(c, '"' | '“' | '„' | '‟' | '«' | '»' | '‘' | '\'' | '「' | '『' | '《' | '〝' | '＂')
}

/// Whether `c` closes what `mark` opened, in one of the languages that use it.
fn closes(mark: char, c: char) -> bool {
    match mark {
        '"' | '＂' => matches!(c, '"' | '”' | '＂'),
        '“' | '‟' => matches!(c, '”' | '"'),
        '„' => matches!(c, '“' | '”' | '"'),
        '«' => c == '»',
        '»' => matches!(c, '«' | '»'),
        '‘' => c == '’',
        '「' => c == '」',
        '『' => c == '』',
        '《' => c == '》',
        '〝' => matches!(c, '〞' | '〟'),
        mark => c == mark,
    }
}
