//! An article as the search for repeats reads it: the words of its sentences, without what is no article text.
//!
//! Words are kept as numbers, four bytes each. Where they stand is not kept: the sentence is, and it is read again when a finding needs the place.

use std::ops::Range;
use std::sync::Arc;

use crate::model::Reason;
use crate::text::grapheme::trim;
use crate::text::paragraph::{Block, block_kind, paragraphs};
use crate::text::position::{shift, slice};
use crate::text::sentence::sentences;
use crate::text::word::words;

use super::quoted::quoted;
use super::word::Word;

/// What has more words without an end counts as several sentences, so that looking one word up costs little.
const LONGEST: u32 = 150;

/// So many words are no title, though they have no full stop: they sum the article up.
const STANDFIRST: usize = 16;

/// A sentence of an article.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// The number of its first word in the article.
    pub(super) first: u32,
    /// Its bytes in the article's text.
    start: u32,
    end: u32,
    /// Whether it is a title or a heading.
    pub(super) heading: bool,
}

/// An article's words.
#[derive(Clone, Debug)]
pub(super) struct Article {
    /// A number that no other article has or had.
    pub(super) edition: u32,
    text: Arc<str>,
    pub(super) words: Vec<Word>,
    pub(super) sentences: Vec<Sentence>,
    /// Which words stand in quotation marks: ranges of word numbers, in order.
    quoted: Vec<Range<u32>>,
}

impl Article {
    /// Reads a text without the ranges `apart`, which are no article text. Takes time linear in it.
    pub(super) fn read(text: &Arc<str>, apart: &[(Range<usize>, Reason)], edition: u32) -> Self {
        let mut apart = apart.iter().map(|(range, _)| range.clone()).peekable();
        let mut article = Self { edition, text: Arc::clone(text), words: Vec::new(), sentences: Vec::new(), quoted: Vec::new() };
        for paragraph in paragraphs(text) {
            while apart.next_if(|range| range.end <= paragraph.start).is_some() {}
            if apart.peek().is_some_and(|range| range.start <= paragraph.start && paragraph.end <= range.end) {
                continue;
            }
            let words = slice(text, paragraph.clone());
            let heading = block_kind(words) == Block::Heading && words.split_whitespace().count() < STANDFIRST;
            let marks = quoted(words);
            let mut marks = marks.into_iter().map(|range| shift(range, paragraph.start)).peekable();
            for sentence in sentences(words) {
                let sentence = shift(sentence, paragraph.start);
                let mut range = sentence.clone();
                while let Some(not_text) = apart.peek().filter(|other| other.start < sentence.end) {
                    range = without(&range, not_text);
                    // It may go on in the next sentence.
                    if apart.next_if(|other| other.end <= sentence.end).is_none() {
                        break;
                    }
                }
                article.take(text, range, heading, &mut marks);
            }
        }
        article.words.shrink_to_fit();
        article.sentences.shrink_to_fit();
        article.quoted.shrink_to_fit();
        article
    }

    fn take(
        &mut self,
        text: &str,
        range: Range<usize>,
        heading: bool,
        marks: &mut std::iter::Peekable<impl Iterator<Item = Range<usize>>>,
    ) {
        let first = self.words.len();
        let mut open: Option<Sentence> = None;
        for word in words(slice(text, range.clone())) {
            let word = shift(word, range.start);
            let written = slice(text, word.clone());
            let at = number(self.words.len());
            while marks.next_if(|mark| mark.end <= word.start).is_some() {}
            if marks.peek().is_some_and(|mark| mark.start <= word.start) {
                self.quote(at);
            }
            if let Some(full) = open.take_if(|sentence| at - sentence.first >= LONGEST) {
                self.sentences.push(full);
            }
            let start = if self.words.len() == first { range.start } else { word.start };
            let sentence = open.get_or_insert(Sentence { first: at, start: number(start), end: number(word.end), heading });
            sentence.end = number(word.end);
            self.words.push(Word::of(written));
        }
        if let Some(last) = open {
            self.sentences.push(Sentence { end: number(range.end), ..last });
        }
    }

    fn quote(&mut self, word: u32) {
        match self.quoted.last_mut().filter(|last| last.end == word) {
            Some(last) => last.end += 1,
            None => self.quoted.push(word..word + 1),
        }
    }

    /// How many words it has.
    pub(super) fn len(&self) -> u32 {
        number(self.words.len())
    }

    /// A word by its number.
    pub(super) fn word(&self, at: u32) -> Option<Word> {
        self.words.get(at as usize).copied()
    }

    /// The words with these numbers.
    pub(super) fn slice(&self, range: &Range<u32>) -> &[Word] {
        self.words.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    /// The words that carry meaning from this one on, with their numbers.
    pub(super) fn meaning_from(&self, at: u32) -> impl Iterator<Item = (u32, Word)> + '_ {
        let words = (at..).zip(self.words.get(at as usize..).unwrap_or_default());
        words.filter(|(_, word)| word.has_meaning()).map(|(at, word)| (at, *word))
    }

    /// Whether a word stands in quotation marks.
    pub(super) fn is_quoted(&self, at: u32) -> bool {
        let next = self.quoted.partition_point(|range| range.end <= at);
        self.quoted.get(next).is_some_and(|range| range.contains(&at))
    }

    /// The number of the sentence that a word is in.
    pub(super) fn sentence_of(&self, at: u32) -> usize {
        self.sentences.partition_point(|sentence| sentence.first <= at).saturating_sub(1)
    }

    /// The numbers of a sentence's words.
    pub(super) fn words_of(&self, sentence: usize) -> Range<u32> {
        let first = |at: usize| self.sentences.get(at).map_or(self.len(), |sentence| sentence.first);
        first(sentence)..first(sentence + 1)
    }

    /// Whether a word stands in a title or heading.
    pub(super) fn in_heading(&self, at: u32) -> bool {
        self.sentences.get(self.sentence_of(at)).is_some_and(|sentence| sentence.heading)
    }

    /// The first word of the clause that a word is in: of its sentence, or after a mark within it.
    pub(super) fn clause_start(&self, at: u32) -> u32 {
        let number = self.sentence_of(at);
        let Some(sentence) = self.sentences.get(number) else { return at };
        let written = slice(&self.text, sentence.start as usize..sentence.end as usize);
        let of = self.words_of(number);
        let mut start = of.start;
        let mut end = 0;
        for (nth, word) in (of.start..=at).zip(words(written)) {
            if slice(written, end..word.start).contains([',', ';', ':', '–', '—', '(', ')', '“', '”', '"', '，', '；', '：', '、'])
            {
                start = nth;
            }
            end = word.end;
        }
        start
    }

    /// The bytes from the first to the last of these words. Where they begin or end a sentence, its marks belong to them.
    pub(super) fn bytes(&self, range: &Range<u32>) -> Range<usize> {
        let (first, last) = (range.start, range.end.saturating_sub(1));
        let place = |at: u32| {
            let number = self.sentence_of(at);
            let sentence = self.sentences.get(number).map_or(0..0, |sentence| sentence.start as usize..sentence.end as usize);
            (sentence, self.words_of(number))
        };
        let ((sentence, words), (last_sentence, last_words)) = (place(first), place(last));
        let start = if first == words.start { sentence.start } else { self.word_in(sentence, first - words.start).start };
        let end = if range.end == last_words.end { last_sentence.end } else { self.word_in(last_sentence, last - last_words.start).end };
        trim(&self.text, start..end)
    }

    /// The bytes of the nth word in these bytes of the text.
    fn word_in(&self, bytes: Range<usize>, nth: u32) -> Range<usize> {
        let word = words(slice(&self.text, bytes.clone())).nth(nth as usize);
        word.map_or(bytes.clone(), |word| shift(word, bytes.start))
    }
}

/// What is left of `range` where `other` takes its start or its end away.
fn without(range: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    if other.start <= range.start { other.end.min(range.end)..range.end } else { range.start..other.start }
}

/// Offsets and counts are kept in four bytes: texts are shorter than 4 GB.
pub(super) fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
