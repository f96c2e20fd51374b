//! Which sentences there is something to check in: what coverage counts and “next unchecked sentence” goes to.
//!
//! Why: an article has questions, greetings, opinions and joints between its parts, and what nobody can check must not stand in the way of 100 %. [`claims`](super::claims) are
//! the sentences that are most worth a look; here, on the contrary, only those are left out in which there is *nothing* to check, and **in doubt a sentence is checkable**.
//!
//! How: features as in ClaimBuster (Hassan, Arslan, Li and Tremayne 2017: figures, names, quotations, words of saying, comparison and cause), as rules over [`mod@cue`] words and marks
//! instead of a trained model; its classes of important and unimportant facts are one here. Left out are: what is no article text, questions without a figure, a date or a quotation,
//! greetings, sentences of up to three words without any feature, and opinions that hold nothing else.
//!
//! Where it stops working: the cue words are English, German, Spanish and French; in other languages everything is checkable but what is no article text and most questions.
//! Irony, and a question that claims something (“Did she not know?”), pass unseen.

mod cue;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::text::checkable::checkable_sentences;
use crate::text::position::slice;

use self::cue::{Cue, LONGEST, cue};
use super::boilerplate::not_article_text;
use super::finding::ClaimReason;

/// The sentences of a text in which there is something to check, in order, as byte ranges. Takes time linear in the text. The method and its limits: see the [module](self).
#[must_use]
pub fn checkable(text: &str) -> Vec<Range<usize>> {
    let mut apart = not_article_text(text).into_iter().map(|(range, _)| range).peekable();
    let german = is_german(text);
    let mut quoting = Quoting::default();
    let mut found = checkable_sentences(text);
    found.retain_mut(|sentence| {
        quoting.pass(slice(text, quoting.at..sentence.start));
        let features = Features::of(slice(text, sentence.clone()), german, &mut quoting);
        quoting.at = sentence.end;
        while apart.next_if(|apart| apart.end <= sentence.start).is_some() {}
        let before = apart.peek().filter(|apart| apart.start <= sentence.start).map_or(0, |apart| apart.end);
        if sentence.end <= before {
            return false;
        }
        if sentence.start < before {
            // What follows a dateline is the sentence that can be checked.
            let rest = slice(text, before..sentence.end);
            sentence.start = sentence.end - rest.trim_start().len();
        }
        !features.are_nothing()
    });
    found
}

/// Whether a quotation is open, from sentence to sentence of a paragraph.
#[derive(Debug, Default)]
struct Quoting {
    open: bool,
    /// How far the text has been looked at, in bytes.
    at: usize,
}

impl Quoting {
    /// What lies between two sentences: a new paragraph opens with no quotation.
    fn pass(&mut self, between: &str) {
        if between.contains('\n') {
            self.open = false;
        }
    }

    /// Takes in a mark; whether it is one of quotation.
    fn take(&mut self, mark: char) -> bool {
        match mark {
            '“' | '«' | '„' | '»' if mark != '“' || !self.open => self.open = mark != '»' || !self.open,
            '”' | '“' => self.open = false,
            '"' => self.open = !self.open,
            '「' | '『' => self.open = true,
            '」' | '』' => self.open = false,
            _ => return false,
        }
        true
    }
}

/// What a sentence has that speaks for or against checking it.
#[derive(Debug, Default)]
struct Features {
    /// A bit for each reason to check it.
    reasons: u16,
    words: usize,
    question: bool,
    greeting: bool,
    own: bool,
    opinion: bool,
    judging: bool,
    /// Whether it has letters of a script without spaces, where words cannot be counted like this.
    unspaced: bool,
}

const fn bit(reason: ClaimReason) -> u16 {
    1 << reason as u16
}

impl Features {
    fn of(sentence: &str, german: bool, quoting: &mut Quoting) -> Self {
        let mut features = Self::default();
        if quoting.open {
            features.add(ClaimReason::Quote);
        }
        let mut rest = sentence;
        let mut last_mark = ' ';
        let mut before_capital = false;
        let mut lower = String::with_capacity(LONGEST);
        while let Some(first) = rest.chars().next() {
            let length = if first.is_alphanumeric() { word_length(rest) } else { first.len_utf8() };
            let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
            rest = after;
            if !first.is_alphanumeric() {
                if quoting.take(first) {
                    features.add(ClaimReason::Quote);
                } else if !first.is_whitespace() {
                    last_mark = first;
                }
                // “‘” may be an apostrophe, but hardly before a capital.
                if first == '‘' && rest.starts_with(char::is_uppercase) {
                    features.add(ClaimReason::Quote);
                }
                continue;
            }
            last_mark = ' ';
            let capital = features.word(piece, first, before_capital, german, &mut lower);
            before_capital = capital;
        }
        features.question = matches!(last_mark, '?' | '？' | '؟');
        features
    }

    /// Takes in a word; whether it has a capital that a name has.
    fn word(&mut self, word: &str, first: char, before_capital: bool, german: bool, lower: &mut String) -> bool {
        self.words += 1;
        self.unspaced = self.unspaced || first >= '\u{2e80}';
        if word.bytes().any(|byte| byte.is_ascii_digit()) || first.is_numeric() {
            self.add(ClaimReason::Figure);
            if word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) {
                self.add(ClaimReason::Date);
            }
            return false;
        }
        let opens = self.words == 1;
        let cue = if word.len() <= LONGEST {
            lower.clear();
            lower.extend(word.chars().flat_map(char::to_lowercase));
            cue(lower)
        } else {
            None
        };
        match cue {
            Some(Cue::Reason(reason)) => self.add(reason),
            Some(Cue::Self_) => self.own = true,
            Some(Cue::Opinion) => self.opinion = true,
            Some(Cue::Judging) => self.judging = true,
            Some(Cue::Greeting) => self.greeting = self.greeting || opens,
            Some(Cue::Opener) | None => {}
        }
        let capital = first.is_uppercase() && cue.is_none();
        // A capital opens a sentence, and in German every noun has one: there it takes two.
        if capital && (before_capital || (!opens && !german)) {
            self.add(ClaimReason::Name);
        }
        capital
    }

    fn add(&mut self, reason: ClaimReason) {
        self.reasons |= bit(reason);
    }

    fn has(&self, reasons: &[ClaimReason]) -> bool {
        reasons.iter().any(|reason| self.reasons & bit(*reason) != 0)
    }

    /// Whether there is nothing to check in the sentence.
    fn are_nothing(&self) -> bool {
        use ClaimReason::{Attribution, Cause, Date, Figure, Name, Quote};
        let firm = self.has(&[Figure, Date, Quote, Attribution]);
        let held = (self.own && self.opinion) || self.judging;
        (self.question && !firm)
            || (self.greeting && !self.has(&[Figure, Quote, Name]))
            || (self.words <= 3 && self.reasons == 0 && !self.unspaced)
            || (held && !firm && !self.has(&[Name, Cause]))
    }
}

/// The length in bytes of the word at the start, apostrophes inside it.
fn word_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '\'' | '’') && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !c.is_alphanumeric() && !joins {
            return at;
        }
    }
    rest.len()
}

/// Whether a text is German, by the articles among its first words.
fn is_german(text: &str) -> bool {
    let words = || slice(text, 0..4_000).split_whitespace();
    let articles =
        words().filter(|word| matches!(*word, "der" | "die" | "das" | "und" | "den" | "dem" | "nicht" | "von" | "mit" | "ist")).count();
    articles * 12 > words().count()
}
