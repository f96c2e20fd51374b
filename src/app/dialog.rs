//! The dialogs: what is asked of the person before something can go on, and what is only shown.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::Removing;
use crate::crosscheck::OpenPoints;
use crate::export::Format;
use crate::model::{AnnotationId, ArticleId, EvidenceId, Revealed};

/// What a file is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A project to open.
    OpenProject,
    /// Articles to add.
    AddArticles,
    /// Copies of the project to merge into it.
    MergeCopies,
    /// Where to write the project.
    SaveProject,
    /// Where to write the summary.
    ExportSummary(Format),
}

/// A question for a file or files, answered by the system's dialog or by a typed path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What it is for.
    pub purpose: Purpose,
    /// The name that is proposed, for files to be written.
    pub name: String,
    /// The folder to begin in.
    pub folder: Option<PathBuf>,
}

/// What is done once the work in hand is safe or let go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// Close the window.
    Quit,
    /// Start a new project.
    New,
    /// Open the sample.
    Sample,
    /// Open a project file.
    Open(PathBuf),
    /// Recover the unsaved work in a journal, with its project.
    Recover(PathBuf),
}

/// A dialog that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Who reviews?
    Reviewer,
    /// The text of an article, typed or pasted.
    Paste,
    /// Details of an article.
    Article(ArticleId),
    /// The title of the project.
    ProjectTitle,
    /// What reviewers do not see of each other.
    Blind,
    /// What others said is to be shown in spite of the blind check.
    Reveal(Revealed),
    /// An article is to be signed off.
    SignOff {
        /// The article.
        article: ArticleId,
        /// What is open in it, once that is known.
        open: Option<Arc<OpenPoints>>,
    },
    /// Records are to be removed for good.
    Redact(Arc<Removing>),
    /// A piece of evidence: a new one for an annotation, or one to change.
    Evidence {
        /// The annotation that it is for.
        annotation: Option<AnnotationId>,
        /// The one to change; `None` for a new one.
        evidence: Option<EvidenceId>,
    },
    /// Marking the same words in many places.
    MarkEvery {
        /// The words.
        words: String,
        /// In all articles.
        everywhere: bool,
        /// The places, once they have been found.
        places: Option<Vec<(ArticleId, Range<usize>)>>,
    },
    /// The summary, with its options and a preview.
    Export,
    /// Theme, sizes, face.
    Settings,
    /// Every shortcut.
    Keys,
    /// How a review goes.
    HowTo,
    /// Version and licence.
    About,
    /// “Go to anything”.
    Palette,
    /// There is unsaved work.
    Unsaved(Leaving),
    /// A project that was started apart is to be merged.
    MergeApart {
        /// Its file.
        path: PathBuf,
        /// How many articles both have.
        shared: usize,
    },
    /// A path to type, where the system has no file dialog.
    TypedPath(Ask),
}
