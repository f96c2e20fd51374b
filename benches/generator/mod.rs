//! Makes projects of any size for the benchmarks: the same plan always gives the same records.
//!
//! Text, names and judgements are invented. Annotations are spread evenly over the articles; half of them mark a few
//! words, the others up to a whole paragraph, so that they nest and overlap as in a real review. Two reviewers judge,
//! disagree now and then, write notes and corrections, and rest them on evidence.

#![allow(dead_code, unused_imports, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod chance;
mod event;
mod review;
mod text;
mod words;

use std::path::Path;

use factmark::model::{Project, ProjectId, Record};
use factmark::storage::{Progress, Saved, save};

pub use chance::Chance;
pub use event::reports;
pub use text::passage;

/// What is odd about the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Nothing: headings and paragraphs.
    Report,
    /// Paragraphs of so many bytes.
    Paragraphs(usize),
    /// Nothing but marks that combine with the letter before.
    Marks,
    /// All annotations lie in the same 400 words, each in the one before or over its end.
    Heap,
}

/// How large a project is to be.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Bytes of all articles together.
    pub bytes: usize,
    /// Annotations of all articles together.
    pub annotations: usize,
    /// Articles, all of one length.
    pub articles: usize,
    /// What is odd about them.
    pub shape: Shape,
}

impl Plan {
    /// One article.
    pub const fn article(bytes: usize, annotations: usize) -> Self {
        Self { bytes, annotations, articles: 1, shape: Shape::Report }
    }

    /// One odd article.
    pub const fn odd(bytes: usize, annotations: usize, shape: Shape) -> Self {
        Self { bytes, annotations, articles: 1, shape }
    }

    /// Five articles, of 100 bytes for each annotation.
    pub const fn of(annotations: usize) -> Self {
        Self { bytes: annotations * 100, annotations, articles: 5, shape: Shape::Report }
    }

    /// All its records.
    pub fn records(&self) -> Vec<Record> {
        self.records_of(|_| true)
    }

    /// The records without those about annotations that are not to be kept; annotations are counted from 0.
    pub fn records_of(&self, keep: impl Fn(usize) -> bool) -> Vec<Record> {
        review::records(self, keep)
    }

    /// The project.
    pub fn project(&self) -> Project {
        fold(self.records())
    }
}

/// The identifier of all generated projects: what they hold can be joined.
pub fn id() -> ProjectId {
    ProjectId::new(review::BEGUN, 1)
}

/// A project of these records.
pub fn fold(records: Vec<Record>) -> Project {
    let mut project = Project::new(id());
    project.add_read(records.into_iter().map(|record| (record.to_line(), Some(record))));
    project
}

/// Writes a project to a file.
pub fn write(project: &Project, path: &Path) -> Saved {
    save(path, project.id(), project.records().lines(), None, &Progress::default()).unwrap()
}
