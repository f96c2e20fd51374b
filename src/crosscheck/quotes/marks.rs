//! Which quotation marks pair, and which have no partner.
//!
//! How: each paragraph is read once with a stack. A mark that only opens or only closes decides by itself; one that does both (straight marks, and marks that
//! open in one language and close in another) decides by what stands beside it and by what is open, as typesetting programs turn straight marks into curly ones.
//! An apostrophe is told from a single mark by the letters around it and by the next mark. A quotation that is open at the end of a paragraph goes on when
//! the next paragraph opens it again (in Spanish and old French with a closing mark); otherwise it is unclosed.
//!
//! Where it stops working: of two faults in one paragraph only what is left over is reported. A single straight mark that nothing closes is taken for an
//! apostrophe. In a paragraph with more than [`MOST_FAULTS`] faults the marks are no quotation marks, and nothing in it is quoted.

use std::ops::Range;

use crate::crosscheck::finding::Fault;
use crate::text::paragraph::paragraphs;

use super::speech::breaks_off;

/// More faults than this in one paragraph mean that its marks are none.
pub const MOST_FAULTS: usize = 12;

/// Quotations within quotations deeper than this are given up.
const DEEPEST: usize = 6;

/// Which marks hold a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `"…"`
    Straight,
    /// `“…”`
    Curly,
    /// `„…“` or `„…”`
    Low,
    /// `”…”`
    High,
    /// `«…»`
    Outward,
    /// `»…«`
    Inward,
    /// `‘…’`
    Single,
    /// `'…'`
    SingleStraight,
    /// `‚…‘`
    SingleLow,
    /// `‹…›`
    SingleOutward,
    /// `›…‹`
    SingleInward,
    /// `「…」`
    Corner,
    /// `『…』`
    WhiteCorner,
    /// `〝…〞`
    Prime,
}

/// A stretch between quotation marks, within one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The marks and what is between them, in bytes of the text.
    pub outer: Range<usize>,
    /// What is between them, without white space at its ends.
    pub words: Range<usize>,
    /// Whether it stands within another quotation.
    pub nested: bool,
    /// Whether it goes on with the quotation of the paragraph before.
    pub continues: bool,
    /// Whether nothing closes it, and its end is a guess.
    pub unclosed: bool,
}

/// A sentence before a stray mark that is shorter, in bytes, is not taken for a quotation.
const LEAST_STRAY: usize = 24;

/// A mark without a partner, with the words it seems to belong to.
pub type Leftover = (Range<usize>, Fault);

#[derive(Clone, Copy, Debug)]
struct Mark {
    at: usize,
    c: char,
    before: char,
    after: char,
}

impl Mark {
    fn end(&self) -> usize {
        self.at + self.c.len_utf8()
    }

    /// Whether what stands beside it lets it open.
    fn may_open(&self) -> bool {
        let left = self.before.is_whitespace() || is_opener(self.before) || matches!(self.before, '-' | '–' | '—' | '/' | '¿' | '¡');
        left && !self.after.is_whitespace() && !matches!(self.after, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']')
    }

    /// Whether what stands beside it lets it close.
    fn may_close(&self) -> bool {
        !self.before.is_whitespace() && !self.after.is_alphanumeric()
    }

    fn is_inside_word(&self) -> bool {
        self.before.is_alphanumeric() && self.after.is_alphanumeric()
    }
}

/// The stretches between quotation marks in the order of their ends, nested ones among them, and the marks that are left over, in order.
pub fn pieces(text: &str) -> (Vec<Piece>, Vec<Leftover>) {
    let mut found = (Vec::new(), Vec::new());
    let mut carried = None;
    let mut all = paragraphs(text).peekable();
    while let Some(range) = all.next() {
        let next = all.peek().and_then(|next| text.get(next.clone())).unwrap_or_default();
        carried = read_paragraph(text, range, carried, next, &mut found);
    }
    found.0.sort_by_key(|piece| (piece.outer.start, std::cmp::Reverse(piece.outer.end)));
    found
}

#[derive(Clone, Copy, Debug)]
struct Open {
    style: Style,
    outer: usize,
    words: usize,
    continues: bool,
}

struct Paragraph<'a> {
    text: &'a str,
    end: usize,
    stack: Vec<Open>,
    pieces: Vec<Piece>,
    faults: Vec<Leftover>,
}

/// Reads a paragraph; answers the style of a quotation that goes on in the next one.
fn read_paragraph(
    text: &str,
    range: Range<usize>,
    carried: Option<Style>,
    next: &str,
    found: &mut (Vec<Piece>, Vec<Leftover>),
) -> Option<Style> {
    let marks = marks(text, range.clone());
    let mut paragraph = Paragraph { text, end: range.end, stack: Vec::new(), pieces: Vec::new(), faults: Vec::new() };
    let mut rest = marks.iter().enumerate();
    if let Some(style) = carried {
        let mut outer = range.start;
        let mut words = range.start;
        if let Some(first) = marks.first().filter(|mark| mark.at == range.start && reopens(style, mark.c)) {
            rest.next();
            outer = first.at;
            words = first.end();
        }
        paragraph.stack.push(Open { style, outer, words, continues: true });
    }
    for (index, mark) in rest {
        let following = marks.get(index + 1);
        paragraph.take(mark, following);
        if paragraph.faults.len() > MOST_FAULTS {
            return None;
        }
    }
    let goes_on = paragraph.finish(next);
    found.0.append(&mut paragraph.pieces);
    found.1.append(&mut paragraph.faults);
    goes_on
}

/// The marks of a paragraph that are not inside a word; rows of four and more are ornaments.
fn marks(text: &str, range: Range<usize>) -> Vec<Mark> {
    let paragraph = text.get(range.clone()).unwrap_or_default();
    let mut marks: Vec<Mark> = Vec::new();
    let mut row = 0;
    let mut before = ' ';
    let mut chars = paragraph.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_mark(c) {
            row = 0;
            before = c;
            continue;
        }
        row += 1;
        let mark = Mark { at: range.start + at, c, before, after: chars.peek().map_or(' ', |(_, next)| *next) };
        before = c;
        if row > 3 {
            marks.truncate(marks.len().saturating_sub(if row == 4 { 3 } else { 0 }));
            continue;
        }
        if !(mark.is_inside_word() && matches!(c, '\'' | '’' | '‘')) {
            marks.push(mark);
        } else {
            row = 0;
        }
    }
    marks
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '〝'
            | '〞'
            | '〟'
            | '＂'
    )
}

fn is_opener(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '“' | '„' | '‘' | '‚' | '«' | '‹' | '「' | '『' | '"' | '\'' | '（' | '：')
}

/// Whether a paragraph that begins with this mark goes on with a quotation of this style.
fn reopens(style: Style, c: char) -> bool {
    match style {
        Style::Straight => matches!(c, '"' | '“'),
        Style::Curly => matches!(c, '“' | '"'),
        Style::Low => c == '„',
        Style::High => c == '”',
        Style::Outward => matches!(c, '«' | '»'),
        Style::Inward => c == '»',
        Style::Single => c == '‘',
        Style::SingleStraight => c == '\'',
        Style::SingleLow => c == '‚',
        Style::SingleOutward | Style::SingleInward => false,
        Style::Corner => c == '「',
        Style::WhiteCorner => c == '『',
        Style::Prime => c == '〝',
    }
}

impl Paragraph<'_> {
    fn take(&mut self, mark: &Mark, next: Option<&Mark>) {
        match mark.c {
            '"' | '＂' => self.straight(mark, next),
            '“' => self.left_curly(mark),
            '”' | '〞' | '〟' => self.right_curly(mark),
            '„' | '‟' => self.open(mark, Style::Low),
            '〝' => self.open(mark, Style::Prime),
            '«' => self.guillemet(mark, Style::Inward, Style::Outward),
            '»' => self.guillemet(mark, Style::Outward, Style::Inward),
            '‹' => self.guillemet(mark, Style::SingleInward, Style::SingleOutward),
            '›' => self.guillemet(mark, Style::SingleOutward, Style::SingleInward),
            '「' => self.open(mark, Style::Corner),
            '『' => self.open(mark, Style::WhiteCorner),
            '」' => self.close_or_stray(mark, Style::Corner),
            '』' => self.close_or_stray(mark, Style::WhiteCorner),
            '‘' | '‛' => self.left_single(mark),
            '’' => self.right_single(mark, next),
            '\'' => self.single_straight(mark, next),
            '‚' if mark.may_open() => self.open(mark, Style::SingleLow),
            _ => {}
        }
    }

    fn is_open(&self, style: Style) -> bool {
        self.stack.iter().any(|open| open.style == style)
    }

    fn open(&mut self, mark: &Mark, style: Style) {
        if self.stack.len() >= DEEPEST {
            let lost = self.stack.remove(0);
            self.unclosed(lost, None);
        }
        self.stack.push(Open { style, outer: mark.at, words: mark.end(), continues: false });
    }

    /// Closes the innermost open quotation of a style; what is open within it has no end.
    fn close(&mut self, mark: &Mark, style: Style) -> bool {
        let Some(at) = self.stack.iter().rposition(|open| open.style == style) else { return false };
        for lost in self.stack.split_off(at + 1) {
            if !is_single(lost.style) {
                self.unclosed(lost, Some(mark.at));
            }
        }
        if let Some(open) = self.stack.pop() {
            let words = trimmed(self.text, open.words..mark.at);
            if !words.is_empty() {
                self.pieces.push(Piece {
                    outer: open.outer..mark.end(),
                    words,
                    nested: !self.stack.is_empty(),
                    continues: open.continues,
                    unclosed: false,
                });
            }
        }
        true
    }

    fn close_or_stray(&mut self, mark: &Mark, style: Style) {
        if !self.close(mark, style) {
            self.stray(mark);
        }
    }

    fn straight(&mut self, mark: &Mark, next: Option<&Mark>) {
        let open = self.is_open(Style::Straight);
        let next_closes = next.is_some_and(|next| next.c == mark.c && next.may_close() && !next.may_open());
        if mark.may_open() && !(mark.may_close() && open) {
            self.open(mark, Style::Straight);
        } else if mark.before.is_ascii_digit() && (!open || next_closes) {
            // Inches.
        } else if open {
            self.close(mark, Style::Straight);
        } else if mark.may_close() && self.is_open(Style::Curly) {
            self.close(mark, Style::Curly);
        } else if next_closes && (matches!(mark.before, ',' | ':') || mark.before.is_whitespace() || !mark.may_close()) {
            self.open(mark, Style::Straight);
        } else if mark.may_close() {
            self.stray(mark);
        }
    }

    fn left_curly(&mut self, mark: &Mark) {
        if self.is_open(Style::Low) && !mark.may_open() {
            self.close(mark, Style::Low);
        } else if self.is_open(Style::Curly) && mark.may_close() && !mark.may_open() {
            self.close(mark, Style::Curly);
        } else if mark.may_close() && !mark.may_open() && !mark.after.is_alphanumeric() {
            // It closes German quotations: at a sentence's end it opens none.
            self.stray(mark);
        } else {
            self.open(mark, Style::Curly);
        }
    }

    fn right_curly(&mut self, mark: &Mark) {
        let style = [Style::Curly, Style::Low, Style::High, Style::Prime];
        let open = self.stack.iter().rev().map(|open| open.style).find(|open| style.contains(open));
        match open {
            Some(style) => {
                self.close(mark, style);
            }
            None if mark.may_close() && self.close(mark, Style::Straight) => {}
            None if mark.may_open() => self.open(mark, Style::High),
            None => self.stray(mark),
        }
    }

    fn guillemet(&mut self, mark: &Mark, closes: Style, opens: Style) {
        let spaced = mark.before.is_whitespace() && mark.after.is_whitespace();
        let outward = matches!(opens, Style::Outward | Style::SingleOutward);
        if self.close(mark, closes) {
        } else if outward || mark.may_open() {
            // “« Back” and “More »” are arrows.
            self.open(mark, opens);
        } else if !spaced && !is_single(opens) && (!mark.before.is_whitespace() || matches!(mark.after, '.' | ',' | ';' | '!' | '?')) {
            // French sets a space before it.
            self.stray(mark);
        }
    }

    fn left_single(&mut self, mark: &Mark) {
        if self.is_open(Style::SingleLow) && !mark.may_open() {
            self.close(mark, Style::SingleLow);
        } else if mark.before.is_alphanumeric() {
            if mark.may_close() {
                self.close(mark, Style::Single);
            }
        } else if !self.is_elision(mark) && !mark.after.is_whitespace() {
            self.open(mark, Style::Single);
        }
    }

    fn right_single(&mut self, mark: &Mark, next: Option<&Mark>) {
        if mark.may_open() || (mark.before.is_whitespace() && mark.after.is_whitespace()) || self.ends_elision(mark) {
            return;
        }
        let style = if self.is_open(Style::Single) { Style::Single } else { Style::SingleStraight };
        if !self.is_open(style) {
            let ends = matches!(mark.before, '.' | ',' | '!' | '?' | ';' | '…') && !mark.after.is_alphanumeric();
            if ends && self.stack.iter().all(|open| open.style != Style::SingleLow) {
                self.stray(mark);
            }
        } else if mark.may_close() && !is_possessive(mark, next) {
            self.close(mark, style);
        }
    }

    fn single_straight(&mut self, mark: &Mark, next: Option<&Mark>) {
        if mark.may_open() && !(mark.may_close() && self.is_open(Style::SingleStraight)) {
            let closed = next.is_some_and(|next| matches!(next.c, '\'' | '’') && next.may_close() && !next.may_open())
                || next.is_some_and(|next| matches!(next.c, '"' | '“'));
            if closed && !self.is_elision(mark) {
                self.open(mark, Style::SingleStraight);
            }
        } else if mark.may_close() && !mark.before.is_whitespace() {
            let style = if self.is_open(Style::SingleStraight) { Style::SingleStraight } else { Style::Single };
            let feet = mark.before.is_ascii_digit() && next.is_some_and(|next| next.may_close());
            if self.is_open(style) && !feet && !self.ends_elision(mark) && !is_possessive(mark, next) {
                self.close(mark, style);
            }
        }
    }

    /// “’90s”, “rock ‘n’ roll”, “’em”.
    fn is_elision(&self, mark: &Mark) -> bool {
        const SHORT: [&str; 18] =
            ["n", "em", "til", "till", "tis", "twas", "cause", "bout", "round", "er", "im", "cos", "cuz", "s", "t", "ello", "ere", "neath"];
        let rest = self.text.get(mark.end()..self.end).unwrap_or_default();
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        let decade = word.len() == 3 && word.ends_with('s') && word.starts_with(|c: char| c.is_ascii_digit());
        let year = word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit());
        decade || year || (word.len() <= 5 && SHORT.contains(&word.to_lowercase().as_str()))
    }

    /// The second mark of “rock ’n’ roll”.
    fn ends_elision(&self, mark: &Mark) -> bool {
        let before = self.text.get(..mark.at).unwrap_or_default();
        ["’n", "'n", "‘n", "’N", "'N"].iter().any(|elision| before.ends_with(elision))
    }

    fn unclosed(&mut self, open: Open, until: Option<usize>) {
        let following = self.pieces.iter().map(|piece| piece.outer.start).filter(|start| *start >= open.words).min();
        let end = until.unwrap_or(self.end).min(following.unwrap_or(self.end));
        let words = trimmed(self.text, open.words..end);
        let said = self.text.get(words.clone()).unwrap_or_default();
        let end = breaks_off(said).map_or(words.end, |at| words.start + at);
        let words = trimmed(self.text, words.start..end);
        self.faults.push((open.outer..first_sentence_end(self.text, words.clone()).max(open.words), Fault::Unclosed));
        if !words.is_empty() {
            self.pieces.push(Piece {
                outer: open.outer..words.end,
                words,
                nested: until.is_some() || !self.stack.is_empty(),
                continues: open.continues,
                unclosed: true,
            });
        }
    }

    fn stray(&mut self, mark: &Mark) {
        let from = self.pieces.iter().map(|piece| piece.outer.end).max().unwrap_or(0);
        let from = self.faults.last().map_or(from, |(range, _)| range.end.max(from));
        let paragraph = self.text.get(..mark.at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let from = from.max(paragraph).min(mark.at);
        let before = self.text.get(from..mark.at).unwrap_or_default();
        let bare = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        let start = bare.rfind(['.', '!', '?', '…']).map_or(0, |at| at + 1);
        let words = trimmed(self.text, from + start.min(before.len())..mark.at);
        let start = if words.is_empty() { mark.at } else { words.start };
        self.faults.push((start..mark.end(), Fault::Stray));
        // What it closes was said, as far as anybody can tell, from the start of the sentence on.
        if self.stack.is_empty() && words.len() >= LEAST_STRAY {
            self.pieces.push(Piece { outer: words.start..mark.end(), words, nested: false, continues: false, unclosed: true });
        }
    }

    /// What is still open at the end of the paragraph goes on in the next, or has no end.
    fn finish(&mut self, next: &str) -> Option<Style> {
        let first = next.chars().next().unwrap_or(' ');
        let mut goes_on = None;
        let stack = std::mem::take(&mut self.stack);
        // A speech that goes on is the only one that is open: single marks within it may be apostrophes.
        let double = stack.iter().filter(|open| !is_single(open.style)).count();
        for open in stack {
            let said = self.text.get(open.words..self.end).unwrap_or_default();
            let whole = breaks_off(said).is_none() && said.trim_end().ends_with(['.', '!', '?', '…', ':', ',', '。', '！', '？']);
            let alone = double <= 1 && goes_on.is_none();
            if alone && whole && reopens(open.style, first) {
                let words = trimmed(self.text, open.words..self.end);
                self.drop_depth(open.outer);
                self.pieces.push(Piece { outer: open.outer..self.end, words, nested: false, continues: open.continues, unclosed: false });
                goes_on = Some(open.style);
            } else if goes_on.is_none() {
                self.free_depth(open.outer);
                self.unclosed(open, None);
            }
        }
        goes_on
    }

    /// What is within a quotation that goes on is nested.
    fn drop_depth(&mut self, from: usize) {
        self.pieces.iter_mut().filter(|piece| piece.outer.start > from).for_each(|piece| piece.nested = true);
    }

    /// What follows a mark that nothing closes is not within a quotation.
    fn free_depth(&mut self, from: usize) {
        let outer: Vec<Range<usize>> =
            self.pieces.iter().filter(|piece| piece.outer.start > from).map(|piece| piece.outer.clone()).collect();
        let mut furthest = 0;
        let mut starts: Vec<Range<usize>> = outer;
        starts.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        let mut free = std::collections::HashSet::new();
        for range in starts {
            if range.start >= furthest {
                free.insert(range.start);
                furthest = range.end;
            }
        }
        self.pieces.iter_mut().filter(|piece| free.contains(&piece.outer.start)).for_each(|piece| piece.nested = false);
    }
}

fn is_single(style: Style) -> bool {
    matches!(style, Style::Single | Style::SingleStraight | Style::SingleLow | Style::SingleOutward | Style::SingleInward)
}

/// “the dogs’ bowls ‘…’”: an apostrophe after an s where a better closing mark follows.
fn is_possessive(mark: &Mark, next: Option<&Mark>) -> bool {
    let better = next.is_some_and(|next| matches!(next.c, '\'' | '’') && next.may_close() && !next.before.is_alphanumeric());
    mark.before == 's' && mark.after == ' ' && better
}

/// A range without the white space at its ends.
pub fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(piece) = text.get(range.clone()) else { return range.start..range.start };
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = start + piece.trim().len();
    start..end
}

/// Where the first sentence of a stretch ends, roughly: it only frames a fault.
fn first_sentence_end(text: &str, range: Range<usize>) -> usize {
    let words = text.get(range.clone()).unwrap_or_default();
    let mut previous = ' ';
    for (at, c) in words.char_indices() {
        if c.is_whitespace() && matches!(previous, '.' | '!' | '?' | '…') {
            return range.start + at;
        }
        previous = c;
    }
    range.end
}
