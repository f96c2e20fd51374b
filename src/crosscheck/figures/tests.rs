//! Figures as data: what is read of a sentence, and what several sentences say of one thing.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::sync::Arc;

use super::Figures;
use crate::crosscheck::finding::FigureGroup;
use crate::crosscheck::source::{Apart, ArticleNo, Source, Sources};

mod groups;
mod laws;
mod reading;

/// The articles with numbers from 0, published on one day.
pub(super) fn sources(texts: &[&str], date: &str) -> Sources {
    let source = |(no, text): (usize, &&str)| Source { no: ArticleNo(no as u32), text: Arc::from(*text), date: date.parse().ok() };
    texts.iter().enumerate().map(source).map(|source| (source.no, source)).collect()
}

pub(super) fn find(sources: &Sources) -> Vec<FigureGroup> {
    let mut figures = Figures::default();
    sources.values().for_each(|source| figures.add(source));
    figures.find(sources, &Apart::default())
}
