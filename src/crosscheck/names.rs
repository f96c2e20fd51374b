//! Names that are written in different ways, and people who are given different offices, within and between articles.
//!
//! Why: “Kowalczyk” in four reports and “Kowalczik” in the fifth is what a reader overlooks, and what a letter to the editor is about.
//!
//! How: [`mention`] finds where a text names someone; a *form* is a name as it is written, a row of words. Words are filed under keys for their sound
//! and for their two ends, and a new word is compared only with those under the same keys ([`spelling`]): that leaves few pairs, called alike words,
//! and never looks at all pairs (blocking, as in record linkage after Fellegi and Sunter 1969). [`evidence`] then asks what the names around two alike words
//! say: the same first name, the same office, one common and one rare; without that only long words count. [`office`] compares the [`role`]s.
//!
//! What it costs: time linear in the text that is added; [`Names::find`] looks at the alike words and once at every mention. A mention takes 12 bytes.
//!
//! Where it stops working: see the parts. An article's names stay known when it is removed, and are passed over; whoever removes thousands of articles
//! should begin anew.

mod evidence;
mod group;
mod lexicon;
mod mention;
mod office;
mod role;
mod spelling;
mod store;
#[cfg(test)]
mod tests;
mod token;
mod view;

pub(super) use spelling::beginning;

use std::collections::BTreeMap;

use crate::model::Reason;

use super::boilerplate::not_article_text;
use super::finding::NameGroup;
use super::source::{Apart, ArticleNo, Source, Sources};
use store::{At, Forms, Office, Offices, Words};

/// All names of the compared articles.
#[derive(Default)]
pub struct Names {
    words: Words,
    forms: Forms,
    offices: Offices,
    articles: BTreeMap<ArticleNo, Named>,
}

/// The names of one article.
#[derive(Default)]
struct Named {
    /// In the order of the text.
    mentions: Box<[At]>,
    /// In the order of the mentions that they belong to.
    offices: Box<[Office]>,
}

impl Names {
    /// Takes in an article; one that is there under the same number is replaced. Linear in the text.
    pub fn add(&mut self, source: &Source) {
        self.add_text(source.no, &source.text, &not_article_text(&source.text));
    }

    /// Like [`Names::add`], for those who know already what is no article text: ranges in order, as [`not_article_text`] gives them.
    pub fn add_text(&mut self, no: ArticleNo, text: &str, apart: &[(std::ops::Range<usize>, Reason)]) {
        let (mut mentions, mut offices) = (Vec::new(), Vec::new());
        for mention in mention::mentions(&article_text(text, apart)) {
            let words: Vec<u32> = mention.words.iter().map(|word| self.words.number(word)).collect();
            let Some(at) = At::new(self.forms.number(&words, &self.words), mention.range, mention.hint) else { continue };
            if let Some(role) = mention.role {
                offices.extend(self.offices.keep(mentions.len(), &role));
            }
            mentions.push(at);
        }
        self.articles.insert(no, Named { mentions: mentions.into(), offices: offices.into() });
    }

    /// Forgets an article.
    pub fn remove(&mut self, no: ArticleNo) {
        self.articles.remove(&no);
    }

    /// Where an article names someone or something.
    pub fn places_in(&self, no: ArticleNo) -> impl Iterator<Item = std::ops::Range<usize>> {
        self.articles.get(&no).into_iter().flat_map(|named| named.mentions.iter().map(At::range))
    }

    /// What is written in different ways in the articles that were added. `sources` has them; what people said are two is kept apart. First the
    /// spellings, then the offices; in each those with the most mentions first.
    #[must_use]
    pub fn find(&self, sources: &Sources, apart: &Apart) -> Vec<NameGroup> {
        let view = view::View::new(self, sources);
        let held = office::held(&view);
        let mut found = view.spellings(&held, apart);
        found.extend(office::differing(&view, &held, apart));
        found.extend(office::holders(&view, &held, apart));
        found
    }
}

/// The paragraphs that are article text, and captions, with the byte where each starts.
fn article_text<'a>(text: &'a str, apart: &[(std::ops::Range<usize>, Reason)]) -> Vec<(usize, &'a str)> {
    let mut paragraphs = Vec::new();
    let mut apart = apart.iter().filter(|(_, reason)| *reason != Reason::Caption).map(|(range, _)| range.clone()).peekable();
    for range in crate::text::paragraph::paragraphs(text) {
        let mut start = range.start;
        while let Some(left_out) = apart.next_if(|left_out| left_out.start < range.end) {
            paragraphs.extend(text.get(start..left_out.start).map(|words| (start, words)));
            start = left_out.end;
        }
        paragraphs.extend(text.get(start..range.end).map(|words| (start, words)));
    }
    paragraphs.retain(|(_, words)| !words.trim().is_empty());
    paragraphs
}
