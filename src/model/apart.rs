//! What people have said is not the same: remembered, so that the cross-check never brings it up again.
//!
//! A statement is about a set of stretches and names; their order does not matter. The model only keeps it: what is
//! near enough to a stretch to be meant by it, the cross-check decides.

use serde::{Deserialize, Serialize};

use super::ArticleId;

/// A byte range of an article's text, without the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stretch {
    /// The article.
    pub article: ArticleId,
    /// Where it starts, in bytes of the article's text.
    pub start: usize,
    /// Where it ends, in bytes of the article's text.
    pub end: usize,
}

/// Things that look alike and are not the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Apart {
    places: Vec<Stretch>,
    names: Vec<String>,
}

impl Apart {
    /// Stretches that are not one statement, and names that do not name the same.
    pub fn new(mut places: Vec<Stretch>, mut names: Vec<String>) -> Self {
        places.sort_unstable();
        places.dedup();
        names.sort_unstable();
        names.dedup();
        Self { places, names }
    }

    /// The stretches, each not the same statement as each other one.
    pub fn places(&self) -> &[Stretch] {
        &self.places
    }

    /// The names, each not naming the same as each other one.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The statement that says so, or takes it back.
    pub fn say(self, apart: bool) -> super::What {
        super::What::Apart { places: self.places, names: self.names, apart }
    }
}
