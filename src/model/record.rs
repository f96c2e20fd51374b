//! Records: the immutable facts that a project is a set of, and their spelling as one line of RON.
//!
//! A record's line is its identity: two records are one when their lines are equal. Fields that a statement does not
//! speak of are left out of the line. No `flatten`, no `other`, no floats, no maps: each of these loses data with RON.

use std::sync::LazyLock;

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use super::{
    AnnotationId, ArticleId, Blind, EvidenceId, Kind, LinkId, Passage, Reason, RecordHash, Relation, Revealed, ReviewerId, Severity,
    Source, Stamp, Stretch, Verdict,
};

/// How deep values may be nested in a line; our own need 4.
const MAX_DEPTH: usize = 64;

/// One immutable fact about the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Record {
    /// Content: one paragraph of an article. It has no stamp and no author, so that an article added twice is the same lines.
    Text {
        /// The article.
        article: ArticleId,
        /// Which paragraph, from 0.
        n: u32,
        /// The paragraph, without a line end.
        text: String,
    },
    /// A statement by someone at a time.
    Said {
        /// When.
        at: Stamp,
        /// By whom.
        by: ReviewerId,
        /// What was said.
        what: What,
    },
}

/// What a hiding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Target {
    /// An article.
    Article(ArticleId),
    /// An annotation, with everybody's judgements on it.
    Annotation(AnnotationId),
    /// A piece of evidence.
    Evidence(EvidenceId),
    /// A link.
    Link(LinkId),
}

/// What was said. A field that is `None` was not spoken of and stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// Details of the project.
    Project {
        /// Its title.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// What reviewers do not see of each other.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        blind: Option<Blind>,
    },
    /// The speaker asked to see what the blind check hides. It stays said: nobody can unsee it.
    Reveal {
        /// Of what.
        of: Revealed,
    },
    /// Details of a reviewer.
    Reviewer {
        /// Who.
        reviewer: ReviewerId,
        /// The name as shown.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// Which colour of the interface's list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        colour: Option<u8>,
    },
    /// Details of an article.
    Article {
        /// Which.
        article: ArticleId,
        /// Its title.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// Who published it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outlet: Option<String>,
        /// Where on the web.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
        /// When it was published, as YYYY-MM-DD where known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        /// The name of the file that it came from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source_name: Option<String>,
        /// The SHA-256 of the file that it came from, in hexadecimal digits.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source_sha256: Option<String>,
    },
    /// A passage was marked.
    Annotation {
        /// The annotation.
        annotation: AnnotationId,
        /// The passage.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        passage: Option<Passage>,
        /// What sort of statement it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<Kind>,
    },
    /// The speaker's word on an annotation.
    Judgement {
        /// The annotation.
        annotation: AnnotationId,
        /// The verdict; `Some(None)` takes it back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        verdict: Option<Option<Verdict>>,
        /// Why; empty takes it back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// What the passage should say; empty takes it back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        correction: Option<String>,
        /// How much harm the mistake does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        severity: Option<Severity>,
        /// The evidence that it rests on, sorted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        evidence: Option<Vec<EvidenceId>>,
    },
    /// A source.
    Evidence {
        /// Which.
        evidence: EvidenceId,
        /// What it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<Source>,
        /// How it is cited.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        citation: Option<String>,
        /// The URL or the page.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
        /// The words quoted from it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
        /// When it was consulted, as YYYY-MM-DD.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        consulted: Option<String>,
        /// Whether it is a primary source.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        primary: Option<bool>,
        /// Whether it must not be named in what is published.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        confidential: Option<bool>,
    },
    /// The deciding judgement where reviewers disagree.
    Ruling {
        /// The annotation.
        annotation: AnnotationId,
        /// The verdict; `Some(None)` takes the ruling back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        verdict: Option<Option<Verdict>>,
        /// The verdicts that it has heard and settles, by reviewer; without them it settles whatever is said. An edit
        /// that leaves them out gets those that are there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        heard: Option<Vec<(ReviewerId, Verdict)>>,
        /// What the passage should say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        correction: Option<String>,
        /// Why it was decided so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Annotations that are one statement.
    Link {
        /// Which link.
        link: LinkId,
        /// Why they are linked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        relation: Option<Relation>,
        /// The annotations, sorted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        members: Option<Vec<AnnotationId>>,
    },
    /// Things that look alike to the cross-check are not the same.
    Apart {
        /// The stretches of text that are not one statement, sorted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        places: Vec<Stretch>,
        /// The names that do not name the same, sorted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        names: Vec<String>,
        /// Whether they are apart; false takes it back.
        apart: bool,
    },
    /// A sentence or passage with nothing to check, or that is no article text.
    Dismissal {
        /// The article.
        article: ArticleId,
        /// Where it starts, in bytes of the article's text.
        start: usize,
        /// Where it ends, in bytes of the article's text.
        end: usize,
        /// Why; `None` brings it back.
        reason: Option<Reason>,
        /// Whether the program proposed it and nobody has looked yet.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        proposed: bool,
    },
    /// Something is hidden or shown again: the way to delete.
    Hiding {
        /// What.
        target: Target,
        /// Whether it is hidden.
        hidden: bool,
    },
    /// Records are removed for good, wherever copies of them turn up. It stays said itself, and nothing removes it.
    Redaction {
        /// Which, by the hash of their lines, sorted.
        records: Vec<RecordHash>,
        /// Why, without telling what.
        reason: String,
    },
    /// A reviewer answers for an article.
    SignOff {
        /// The article, which names its text.
        article: ArticleId,
        /// Whether it is signed; false takes it back.
        signed: bool,
        /// Up to when it answers, where that is earlier than the statement: an undo brings an older signature back
        /// and must not make it new.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        as_of: Option<Stamp>,
        /// Why it was signed although something was open.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
}

/// Records are written on one line, with a space after commas and colons.
static STYLE: LazyLock<PrettyConfig> = LazyLock::new(|| {
    PrettyConfig::new().new_line("").indentor("").separator(" ").compact_arrays(true).compact_structs(true).escape_strings(true)
});

static READER: LazyLock<ron::Options> = LazyLock::new(|| ron::Options::default().with_recursion_limit(MAX_DEPTH));

/// The line could not be read as a record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotARecord(String);

impl Record {
    /// The record as one line of RON, without a line end.
    pub fn to_line(&self) -> String {
        // Serialising our own types to a string has no way to fail.
        READER.to_string_pretty(self, STYLE.clone()).unwrap_or_default()
    }

    /// Reads a line that [`Record::to_line`], or a person, has written.
    ///
    /// # Errors
    /// When the line is not RON, or a record of a kind that this version does not know.
    pub fn from_line(line: &str) -> Result<Self, NotARecord> {
        READER.from_str(line).map_err(|error| NotARecord(error.code.to_string()))
    }

    /// The stamp of a statement.
    pub fn at(&self) -> Option<Stamp> {
        match self {
            Self::Text { .. } => None,
            Self::Said { at, .. } => Some(*at),
        }
    }
}
