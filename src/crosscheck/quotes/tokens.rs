//! The words of a quotation in the form in which they are compared.
//!
//! How: words are folded to small letters without accents; contractions are written out (“don’t” is “do not”), number words are figures, and spellings of
//! American and British English fall together by rules on the word's letters. A word knows whether an omission or a break of the quotation stands before
//! it and whether it stands in square brackets, because such differences are honest.
//!
//! Where it stops working: rules on letters let a few different words fall together (“hour” stays, “tours” and “tors” do not), which only matters
//! where one replaces the other. “’s” can be “is”, “has” or a possessive; the word before it decides.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::language::{Family, Language, NO_FAMILY, SHORT_D, SHORT_S, Sort, currency, figure_of, sort_of};
use super::stems::stem_of;

/// A word to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the article's text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The hash of its folded form.
    pub key: u64,
    /// The hash of its stem, if it was asked for; see [`stem_of`].
    pub stem: u32,
    /// What it does.
    pub sort: Sort,
    /// Which other words it excludes.
    pub family: Family,
    /// Whether words are left out before it: an ellipsis, or a break of the quotation.
    pub gap: bool,
    /// Whether it is the first of a sentence.
    pub begins: bool,
    /// Whether it stands in square brackets.
    pub inserted: bool,
}

impl Token {
    /// Whether it carries meaning.
    pub fn has_meaning(&self) -> bool {
        self.sort != Sort::Function
    }
}

/// Hashes that are the same in every run, as what was found is kept between starts.
pub fn hash_of(value: impl std::hash::Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
}

/// The words of the parts of a quotation, in order.
pub fn tokens(text: &str, parts: &[Range<usize>], language: Language) -> Vec<Token> {
    read(text, parts, language, false)
}

/// The words with their stems.
pub fn stemmed(text: &str, parts: &[Range<usize>], language: Language) -> Vec<Token> {
    read(text, parts, language, true)
}

fn read(text: &str, parts: &[Range<usize>], language: Language, stemmed: bool) -> Vec<Token> {
    let mut reader = Reader { text, language, stemmed, tokens: Vec::new(), gap: false, begins: true, inserted: false };
    for part in parts {
        reader.gap = !reader.tokens.is_empty();
        reader.inserted = false;
        reader.read(part.clone());
    }
    reader.tokens
}

struct Reader<'a> {
    text: &'a str,
    language: Language,
    stemmed: bool,
    tokens: Vec<Token>,
    gap: bool,
    begins: bool,
    inserted: bool,
}

impl Reader<'_> {
    fn read(&mut self, part: Range<usize>) {
        let Some(words) = self.text.get(part.clone()) else { return };
        let mut at = 0;
        let mut points = 0;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            let length = word_length(rest);
            if length > 0 {
                let start = part.start + at;
                self.word(start..start + length);
                at += length;
                points = 0;
                continue;
            }
            let Some(c) = rest.chars().next() else { return };
            at += c.len_utf8();
            points = if c == '.' { points + 1 } else { 0 };
            match c {
                '…' => self.gap = true,
                '.' if points > 1 => self.gap = true,
                '.' | '!' | '?' | '。' | '！' | '？' | '\n' => self.begins = true,
                '[' => self.inserted = true,
                ']' => self.inserted = false,
                '%' => self.push(part.start + at - c.len_utf8()..part.start + at, "percent", None),
                '$' | '€' | '£' | '¥' => {
                    let mut buffer = [0; 4];
                    let sign: &str = c.encode_utf8(&mut buffer);
                    self.push(part.start + at - c.len_utf8()..part.start + at, sign, None);
                }
                _ => {}
            }
        }
    }

    /// A word as it is written, with its apostrophes: one token, or two.
    fn word(&mut self, range: Range<usize>) {
        let Some(written) = self.text.get(range.clone()) else { return };
        let Some((at, mark)) = written.char_indices().find(|(_, c)| is_apostrophe(*c)) else {
            let folded = folded(written);
            if self.language == Language::English
                && let Some((first, second)) = joined(&folded)
            {
                self.push(range.clone(), first, None);
                self.push(range, second, None);
                return;
            }
            self.push(range, &folded, None);
            return;
        };
        let (head, tail) = (written.get(..at).unwrap_or_default(), written.get(at + mark.len_utf8()..).unwrap_or_default());
        let (head, tail) = (folded(head), folded(tail));
        let split = range.start + at;
        let (first, second) = (range.start..split, split..range.end);
        let family = match tail.as_str() {
            "s" => Some(SHORT_S),
            "d" if self.language == Language::English => Some(SHORT_D),
            _ => None,
        };
        match (head.as_str(), tail.as_str()) {
            ("can", "t") => self.pair(range, "can", "not"),
            ("won", "t") => self.pair(range, "will", "not"),
            ("shan", "t") => self.pair(range, "shall", "not"),
            (head, "t") if head.ends_with('n') => self.pair(range, head.get(..head.len() - 1).unwrap_or(head), "not"),
            (head, "re") => self.pair(range, head, "are"),
            (head, "ve") => self.pair(range, head, "have"),
            (head, "ll") => self.pair(range, head, "will"),
            ("i", "m") => self.pair(range, "i", "am"),
            ("let", "s") => self.pair(range, "let", "us"),
            (head, "s" | "d") if family.is_some() => {
                self.push(first, head, None);
                self.push(second, &tail, family);
            }
            (head, tail) => {
                self.push(first, head, None);
                self.push(second, tail, None);
            }
        }
    }

    fn pair(&mut self, range: Range<usize>, first: &str, second: &str) {
        self.push(range.clone(), first, None);
        self.push(range, second, None);
    }

    fn push(&mut self, range: Range<usize>, folded: &str, family: Option<Family>) {
        if folded.is_empty() {
            return;
        }
        let word = figure_of(folded, self.language).unwrap_or(folded);
        let (sort, own) = match (family, currency(word)) {
            (Some(family), _) => (Sort::Function, family),
            (None, Some(money)) => (Sort::Function, money),
            (None, None) => sort_of(word, self.language),
        };
        let key = if own >= 30 { hash_of(own) } else { hash_of(word) };
        self.tokens.push(Token {
            start: range.start,
            end: range.end,
            key,
            stem: if self.stemmed { stem_of(word, self.language) } else { 0 },
            sort,
            family: if family.is_none() && own == SHORT_S { NO_FAMILY } else { own },
            gap: std::mem::take(&mut self.gap),
            begins: std::mem::take(&mut self.begins),
            inserted: self.inserted,
        });
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘')
}

/// The bytes of the word at the start of `rest`: letters and digits with apostrophes, points and commas inside; a capital in square
/// brackets at its front belongs to it. One character of a script that is written without spaces.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut previous = ' ';
    let mut chars = rest.char_indices().peekable();
    if let Some(length) = bracketed_letter(rest) {
        end = length;
        previous = 'a';
        while chars.next_if(|(at, _)| *at < length).is_some() {}
    }
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        if is_ideograph(c) {
            return if end == 0 { c.len_utf8() } else { end };
        }
        let inside = c.is_alphanumeric()
            || (end > 0 && is_combining_mark(c))
            || (is_apostrophe(c) && previous.is_alphabetic() && next.is_alphabetic())
            || (matches!(c, '.' | ',') && previous.is_ascii_digit() && next.is_ascii_digit())
            || (c == '\u{ad}' && end > 0);
        if !inside {
            break;
        }
        end = at + c.len_utf8();
        previous = c;
    }
    end
}

/// “\[T\]he”: the bytes of the bracketed letter where the word goes on after it.
fn bracketed_letter(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let (open, letter, close, next) = (chars.next()?, chars.next()?, chars.next()?, chars.next()?);
    (open == '[' && letter.is_alphabetic() && close == ']' && next.is_alphabetic()).then_some(2 + letter.len_utf8())
}

/// Characters of scripts without spaces, each of which is a word.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Small letters without accents, numbers without separators, one of several spellings.
pub fn folded(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => plain.push_str("ae"),
            'ö' => plain.push_str("oe"),
            'ü' => plain.push_str("ue"),
            'ß' => plain.push_str("ss"),
            'æ' | 'œ' => plain.push_str(if c == 'æ' { "ae" } else { "oe" }),
            '[' | ']' | '\u{ad}' => {}
            c if c.is_ascii() => plain.push(c),
            c if c.is_alphabetic() => plain.extend(std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c))),
            c => plain.push(c),
        }
    }
    if plain.starts_with(|c: char| c.is_ascii_digit()) { plain_number(&plain) } else { one_spelling(plain) }
}

/// A number without marks between thousands, with a point before decimals.
fn plain_number(number: &str) -> String {
    let pieces: Vec<&str> = number.split(['.', ',']).collect();
    match pieces.split_last() {
        Some((last, rest)) if !rest.is_empty() && last.len() != 3 => format!("{}.{last}", rest.concat()),
        _ => pieces.concat(),
    }
}

/// British spellings as the American ones, by the word's letters.
fn one_spelling(mut word: String) -> String {
    if word.len() < 4 || !word.is_ascii() {
        return word;
    }
    for (other, one) in SPELLINGS {
        if word == *other {
            return (*one).to_owned();
        }
    }
    let kept = ["our", "your", "four"].iter().any(|start| word.starts_with(start)) || matches!(word.as_str(), "shall" | "really");
    if word.len() >= 5 && !kept {
        word = word.replace("our", "or").replace("ll", "l");
    }
    if word.len() >= 6 {
        for (ending, one) in ENDINGS {
            if let Some(stem) = word.strip_suffix(ending) {
                return format!("{stem}{one}");
            }
        }
    }
    word
}

const ENDINGS: [(&str, &str); 9] = [
    ("ise", "ize"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ising", "izing"),
    ("isation", "ization"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("tre", "ter"),
    ("ence", "ense"),
];

const SPELLINGS: &[(&str, &str)] = &[
    ("grey", "gray"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("judgement", "judgment"),
    ("ageing", "aging"),
    ("whilst", "while"),
    ("towards", "toward"),
    ("amongst", "among"),
    ("aluminium", "aluminum"),
    ("tyre", "tire"),
    ("tyres", "tires"),
    ("learnt", "learned"),
    ("burnt", "burned"),
    ("okay", "ok"),
    ("mum", "mom"),
];

/// Words of English that are two.
fn joined(word: &str) -> Option<(&'static str, &'static str)> {
    Some(match word {
        "cannot" => ("can", "not"),
        "gonna" => ("going", "to"),
        "gotta" => ("got", "to"),
        "wanna" => ("want", "to"),
        _ => return None,
    })
}
