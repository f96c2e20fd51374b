//! What can go wrong in an import, in words for a person.

use std::io;

use super::source::TEXT_LIMIT;

/// Why an import gave no article: what happened, with which file, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such file.
    #[error("“{name}” is not there. It may have been moved or renamed: choose it again.")]
    Missing {
        /// The file's name without folders.
        name: String,
    },
    /// The operating system refused to read the file.
    #[error("“{name}” could not be read: {error}. Check that you may open it and that its drive is connected, then try again.")]
    Unreadable {
        /// The file's name without folders.
        name: String,
        /// What the operating system said.
        #[source]
        error: io::Error,
    },
    /// The path names a folder.
    #[error("“{name}” is a folder. Choose the files in it.")]
    IsFolder {
        /// The folder's name.
        name: String,
    },
    /// Nothing in it, or only white space.
    #[error("“{name}” is empty. Choose another file, or paste the text of the article.")]
    Empty {
        /// The file's name without folders.
        name: String,
    },
    /// NUL bytes or many control characters: a picture, a program, an archive.
    #[error("“{name}” is a binary file, not text. Save the article as plain text (.txt) or paste it.")]
    Binary {
        /// The file's name without folders.
        name: String,
    },
    /// Text without a single word.
    #[error("“{name}” holds no words. Choose another file, or paste the text of the article.")]
    NotText {
        /// The file's name without folders.
        name: String,
    },
    /// Larger than [`TEXT_LIMIT`].
    #[error("“{name}” has {} MB; an article may have {} MB. Cut it into parts and import the part to check.", bytes.div_ceil(1 << 20), limit >> 20)]
    TooLarge {
        /// The file's name without folders.
        name: String,
        /// The size found, in bytes; at least this much where the file grew while it was read.
        bytes: u64,
        /// The largest size that is read, in bytes.
        limit: u64,
    },
    /// A format that this version does not read, such as a PDF.
    #[error(
        "“{name}”: {format} files cannot be read yet, only plain text and Markdown. Save the article as .txt, or copy its text and paste it."
    )]
    UnsupportedFormat {
        /// The file's name without folders.
        name: String,
        /// The format, such as `PDF`.
        format: String,
    },
    /// A project of this program, given as an article.
    #[error("“{name}” is a Factmark project, not an article. Open it as a project.")]
    ProjectFile {
        /// The file's name without folders.
        name: String,
    },
    /// The caller asked to stop.
    #[error("The import was cancelled; nothing was added.")]
    Cancelled,
}

impl ImportError {
    /// The error for `bytes` bytes called `name`.
    pub(super) fn too_large(name: &str, bytes: u64) -> Self {
        Self::TooLarge { name: name.to_owned(), bytes, limit: TEXT_LIMIT }
    }
}
