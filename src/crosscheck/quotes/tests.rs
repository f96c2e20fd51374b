//! Each line is a text and what is quoted in it, or two quotations and how they compare.

#![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing, clippy::panic)]

mod comparing;
mod extracting;
mod laws;
mod paraphrasing;
mod speaking;
mod truths;

use std::sync::Arc;

use super::super::finding::QuoteClass;
use super::*;

/// The articles in the order of their numbers.
fn sources(texts: &[&str]) -> Sources {
    let source = |(no, text): (usize, &&str)| {
        let no = ArticleNo(u32::try_from(no).unwrap());
        (no, Source { no, text: Arc::from(*text), date: None })
    };
    texts.iter().enumerate().map(source).collect()
}

fn find(texts: &[&str]) -> (Vec<QuoteGroup>, Vec<QuoteFault>) {
    let sources = sources(texts);
    let mut quotes = Quotes::default();
    sources.values().for_each(|source| quotes.add(source));
    quotes.find(&sources, &Apart::default())
}

/// The classes of the groups.
fn classes(texts: &[&str]) -> Vec<QuoteClass> {
    find(texts).0.iter().map(|group| group.class).collect()
}
