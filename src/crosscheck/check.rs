//! The cross-check as a whole: articles come and go, and what they say about each other is asked for when somebody wants to know.
//!
//! Why: the parts (quotes, repeats, names, figures, claims) know nothing of each other; here is the one place that holds them together, and the only
//! one that a job or a command needs. How: an article is read once, when it is added; an edit adds or removes what it changed; asking looks only at
//! what the parts have kept. Removing an article frees what was kept of it.
//! The parts make anew only what has changed since they were last asked ([`memo`](super::memo)); what is found is what a fresh comparison of the same
//! articles, added in the same order, would find: a law that a test holds.
//!
//! What it does not do: no clock, no threads, no files. Whoever wants to show how far it is, or stop it, is asked between the parts and between
//! articles; a single article, and a single part, are not interrupted.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::boilerplate::not_article_text;
use super::claims::{Claims, of_figure};
use super::figures::Figures;
use super::finding::{ClaimReason, Findings, NotArticleText, Place};
use super::names::Names;
use super::quotes::Quotes;
use super::repeats::Repeats;
use super::source::{Apart, ArticleNo, Source, Sources};

/// The version of the methods: it goes up whenever any of them finds other things, so that findings kept from before are not taken for new ones.
pub const METHODS: u32 = 9;

/// Somebody has asked to stop; there are no findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the cross-check was stopped")]
pub struct Stopped;

/// The articles that are compared, and what was read in them.
#[derive(Default)]
pub struct CrossCheck {
    sources: Sources,
    quotes: Quotes,
    repeats: Repeats,
    names: Names,
    figures: Figures,
    claims: Claims,
    boilerplate: BTreeMap<ArticleNo, Vec<NotArticleText>>,
}

impl CrossCheck {
    /// Without articles.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes an article in; one of the same number goes first. Reads its text, and compares it with what the others have in common with it.
    pub fn add(&mut self, source: Source) {
        self.remove(source.no);
        let place = |range: std::ops::Range<usize>| Place { article: source.no, start: range.start, end: range.end };
        let apart = not_article_text(&source.text);
        self.quotes.add(&source);
        self.repeats.add_text(&source, &apart);
        self.names.add_text(source.no, &source.text, &apart);
        self.figures.add_text(&source, &apart);
        let quoted = self.quotes.places_in(source.no).map(|range| (range, ClaimReason::Quote));
        let named = self.names.places_in(source.no).map(|range| (range, ClaimReason::Name));
        let counted = self.figures.places_in(source.no).map(|(range, kind)| (range, of_figure(kind)));
        self.claims.add(&source, quoted.chain(named).chain(counted).collect(), &apart);
        self.boilerplate
            .insert(source.no, apart.into_iter().map(|(range, reason)| NotArticleText { place: place(range), reason }).collect());
        self.sources.insert(source.no, source);
    }

    /// Lets an article go, with all that was kept of it. One that is not there is none.
    pub fn remove(&mut self, no: ArticleNo) {
        if self.sources.remove(&no).is_none() {
            return;
        }
        self.quotes.remove(no);
        self.repeats.remove(no);
        self.names.remove(no);
        self.figures.remove(no);
        self.claims.remove(no);
        self.boilerplate.remove(&no);
    }

    /// The articles, by number.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Everything that was found, without what people have said is not the same. `watch` is told the share that is done, from 0 to 1, and asked
    /// whether to go on.
    ///
    /// # Errors
    /// [`Stopped`] when it says no.
    pub fn findings(&mut self, apart: &Apart, watch: &mut dyn FnMut(f32) -> ControlFlow<()>) -> Result<Findings, Stopped> {
        let mut done = |share: f32| if watch(share).is_break() { Err(Stopped) } else { Ok(()) };
        done(0.0)?;
        let (quotes, mut quote_faults) = self.quotes.find(&self.sources, apart);
        quote_faults.retain(|fault| !apart.alone(&fault.place));
        done(0.3)?;
        let (repeats, shared) = self.repeats.find(apart);
        done(0.5)?;
        let names = self.names.find(&self.sources, apart);
        done(0.7)?;
        let figures = self.figures.find(&self.sources, apart);
        done(0.9)?;
        let boilerplate = self.boilerplate.values().flatten().copied().collect();
        done(1.0)?;
        Ok(Findings { quotes, quote_faults, repeats, names, figures, claims: self.claims.find(), boilerplate, shared })
    }
}

/// Bytes that are the same only if the findings are: all that they depend on.
pub fn identity<'a>(sources: impl Iterator<Item = &'a Source>, apart: &Apart) -> Vec<u8> {
    let mut bytes = METHODS.to_le_bytes().to_vec();
    let mut keep = |part: &[u8]| {
        bytes.extend((part.len() as u64).to_le_bytes());
        bytes.extend(part);
    };
    for source in sources {
        keep(&source.no.0.to_le_bytes());
        keep(source.date.map(|date| date.to_string()).unwrap_or_default().as_bytes());
        keep(source.text.as_bytes());
    }
    keep(apart.identity().as_bytes());
    bytes
}

#[cfg(test)]
mod tests;
