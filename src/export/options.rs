//! What a summary is asked to be.

use crate::model::ArticleId;

/// A file format of the review summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// CommonMark.
    Markdown,
    /// One HTML file that needs nothing else.
    Html,
    /// A table for spreadsheets, one row for each judgement.
    Csv,
}

impl Format {
    /// All of them, in the order in which lists show them.
    pub const ALL: [Self; 3] = [Self::Html, Self::Markdown, Self::Csv];

    /// The end of the file name, without a point.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Csv => "csv",
        }
    }

    /// The name for a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Csv => "CSV",
        }
    }

    /// The format with this extension, whatever its case.
    pub fn named(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(extension.trim()))
    }
}

/// What goes into a summary.
#[derive(Clone, Debug)]
pub struct Options {
    /// Confidential evidence too. Without it, it is called “a confidential source” and nothing more.
    pub confidential: bool,
    /// Each article's text with its annotations.
    pub annotated_texts: bool,
    /// The annotations that have no verdict. They are counted in any case.
    pub unchecked: bool,
    /// The numbered list of evidence.
    pub evidence_list: bool,
    /// Only these articles; `None` for all. One that is hidden or not in the project is passed over.
    pub articles: Option<Vec<ArticleId>>,
    /// When the summary was made, as it is to be printed.
    pub made_at: String,
    /// Turns the time of a statement, in milliseconds since 1970, into the words to print.
    pub local_time: fn(u64) -> String,
}

impl Options {
    /// Everything of all articles but confidential evidence.
    pub fn new(made_at: impl Into<String>, local_time: fn(u64) -> String) -> Self {
        Self {
            confidential: false,
            annotated_texts: true,
            unchecked: true,
            evidence_list: true,
            articles: None,
            made_at: made_at.into(),
            local_time,
        }
    }
}
