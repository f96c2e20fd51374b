//! The model: a project is a set of records, and what is shown is a fold over the set.
//!
//! Nothing is changed in place. To change a note is to add a newer record; to delete is to add a record that hides.
//! Saving writes the set, merging is set union, undo adds records, history reads them.
//!
//! This layer is pure: no files, no interface, no clock and no random numbers of its own. Outside it, code sees
//! `&Project` and changes it by an [`Edit`].

mod annotation;
mod apart;
mod article;
mod counts;
mod edit;
mod evidence;
mod id;
mod latest;
mod names;
mod passage;
mod places;
mod project;
mod reason;
mod record;
mod records;
mod redaction;
mod sight;
mod sign_off;
mod stamp;
mod subject;
#[cfg(test)]
mod tests;
mod veil;
mod verdict;

pub use annotation::{Annotation, Judgement, Ruling, Standing};
pub use apart::{Apart, Stretch};
pub use article::{Article, Dismissed};
pub use counts::Counts;
pub use edit::{Applied, Edit};
pub use evidence::{Evidence, Link, Reviewer, initials};
pub use id::{AnnotationId, ArticleId, EvidenceId, LinkId, NotAnId, ProjectId, RecordHash, ReviewerId};
pub use latest::Latest;
pub use passage::{CONTEXT_CHARS, Passage};
pub use places::Places;
pub use project::{Change, Project};
pub use reason::Reason;
pub use record::{NotARecord, Record, Target, What};
pub use records::{Added, Lines, RecordSet, line_order};
pub use redaction::{CannotRedact, Redaction, Refold};
pub use sight::{Revealed, Sight};
pub use sign_off::{SignOff, Touch, Touched};
pub use stamp::{Clock, FAR_AHEAD_MS, Replica, Stamp};
pub use subject::Subject;
pub use veil::Viewer;
pub use verdict::{Blind, Kind, Relation, Severity, Source, Verdict};
