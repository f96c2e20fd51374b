//! Why something was dismissed: the word list shared by the import, which proposes, and the reviewer, who decides.

use serde::{Deserialize, Serialize};

/// Why a sentence or passage was dismissed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// Article text in which there is nothing to check: an opinion, a question, a transition.
    NothingToCheck,
    /// A share button or an invitation to follow, subscribe or comment.
    ShareLine,
    /// What remains of a picture: an empty image mark.
    ImageMark,
    /// The credit of a picture or a video.
    Credit,
    /// The caption of a picture.
    Caption,
    /// A copyright or licence notice.
    Copyright,
    /// A pointer to another article.
    RelatedArticle,
    /// A bare web address, or the words that announce one.
    Address,
    /// A line that holds only a place or a date.
    Dateline,
    /// A line that names the author or the source of the article.
    Byline,
}

impl Reason {
    /// Every reason, in the order in which lists show them.
    pub const ALL: [Self; 10] = [
        Self::NothingToCheck,
        Self::ShareLine,
        Self::ImageMark,
        Self::Credit,
        Self::Caption,
        Self::Copyright,
        Self::RelatedArticle,
        Self::Address,
        Self::Dateline,
        Self::Byline,
    ];

    /// The words for a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::NothingToCheck => "Nothing to check",
            Self::ShareLine => "Share line",
            Self::ImageMark => "Image mark",
            Self::Credit => "Picture credit",
            Self::Caption => "Caption",
            Self::Copyright => "Copyright notice",
            Self::RelatedArticle => "Related article",
            Self::Address => "Web address",
            Self::Dateline => "Dateline",
            Self::Byline => "Byline",
        }
    }
}
