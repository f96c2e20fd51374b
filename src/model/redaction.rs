//! Redaction: records are removed for good, with a record that it happened.
//!
//! A redaction names lines by their hash, so that it can remove them from every copy without telling what they said.
//! The set removes and refuses them ([`RecordSet`]); the project is then folded anew, as if they had
//! never been there. Words that were removed are remembered, as hashes and only while the program runs, so that no step
//! of undo or redo says them again of the same thing. What a person writes anew is their own affair.
//!
//! A redaction is itself never removed, and cannot be undone. Other copies keep the words until they join it, and so do
//! backups and journals that were written before.

use std::collections::{BTreeMap, HashSet};

use super::{ArticleId, Edit, Lines, Project, ProjectId, Record, RecordHash, RecordSet, ReviewerId, Stamp, Subject, Viewer, What};

/// That records were removed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Redaction {
    /// When.
    pub at: Stamp,
    /// By whom.
    pub by: ReviewerId,
    /// How many.
    pub records: usize,
    /// Why.
    pub reason: String,
}

/// Records cannot be removed as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotRedact {
    /// Nothing was chosen, or what was chosen is not there any more.
    #[error("There is nothing to remove: what was chosen is not in the project any more.")]
    Nothing,
    /// One of them is a redaction.
    #[error("That something was removed, by whom and why, stays in the project. Choose other records.")]
    Redaction,
    /// Some of an article's paragraphs, but not all.
    #[error(
        "A paragraph cannot be taken out of an article: what is left would not be the text that was checked. Remove the whole article for good, or only take it out of the project."
    )]
    PartOfAText(ArticleId),
}

/// All that a worker needs to fold a project anew with some records more, for the same eyes, and to hand back.
#[derive(Clone, Debug)]
pub struct Refold {
    id: ProjectId,
    lines: Lines,
    forgotten: HashSet<RecordHash>,
    viewer: Viewer,
    more: Vec<String>,
}

impl Refold {
    /// The records that there were.
    pub fn lines(&self) -> &Lines {
        &self.lines
    }

    /// The same with these lines more.
    #[must_use]
    pub fn with(self, more: Vec<String>) -> Self {
        Self { more, ..self }
    }

    /// The project with the records added; its other records keep their numbers, and the new ones have the next.
    pub fn run(self) -> Project {
        let mut project = Project::new(self.id);
        project.forgotten = self.forgotten;
        project.viewer = self.viewer;
        project.set_records(RecordSet::from(self.lines), &self.more);
        project
    }
}

impl Project {
    /// Who removed how many records when and why, in the order of time.
    pub fn redactions(&self) -> impl Iterator<Item = &Redaction> {
        self.redactions.iter()
    }

    /// The edit that removes the records with these numbers for good.
    ///
    /// # Errors
    /// When they must not be removed, in words for a person.
    pub fn redact(&self, numbers: &[u32], reason: &str) -> Result<Edit, CannotRedact> {
        let mut hashes = Vec::new();
        let mut paragraphs: BTreeMap<ArticleId, usize> = BTreeMap::new();
        let chosen: HashSet<u32> = numbers.iter().copied().collect();
        for line in chosen.iter().filter_map(|number| self.records().lines().get(*number)) {
            match Record::from_line(line) {
                Ok(Record::Said { what: What::Redaction { .. }, .. }) => return Err(CannotRedact::Redaction),
                Ok(Record::Text { article, .. }) => *paragraphs.entry(article).or_default() += 1,
                _ => {}
            }
            hashes.push(RecordHash::of(line));
        }
        let in_part = paragraphs.into_iter().find(|(article, count)| self.records_of_text(*article).len() > *count);
        if let Some((article, _)) = in_part {
            return Err(CannotRedact::PartOfAText(article));
        }
        if hashes.is_empty() {
            return Err(CannotRedact::Nothing);
        }
        hashes.sort_unstable();
        Ok(Edit::one("Remove for good", What::Redaction { records: hashes, reason: reason.to_owned() }))
    }

    /// The work of adding a redaction by its line, for a worker: in a large project the fold takes its time. What is
    /// added to this project meanwhile must be added to the result too.
    pub fn refold_with(&self, line: String) -> Refold {
        self.refold().with(vec![line])
    }

    /// The work of folding this project anew, for a worker that adds many lines.
    pub fn refold(&self) -> Refold {
        let (lines, forgotten) = (self.records().snapshot(), self.forgotten.clone());
        Refold { id: self.id(), lines, forgotten, viewer: self.viewer(), more: Vec::new() }
    }

    /// Remembers the words of removed records by their hashes.
    pub(super) fn forget(&mut self, gone: &[String]) {
        for line in gone {
            let Ok(Record::Said { what, .. }) = Record::from_line(line) else { continue };
            let Some(subject) = what.subject() else { continue };
            self.forgotten.extend(what.words().into_iter().map(|words| fingerprint(&subject, words)));
        }
    }

    /// Whether a statement would say words again that were removed, and that no record that is left says of the same.
    pub(super) fn says_removed_words(&self, what: &What) -> bool {
        if self.forgotten.is_empty() {
            return false;
        }
        let Some(subject) = what.subject() else { return false };
        let suspect: Vec<&str> = what.words().into_iter().filter(|words| self.forgotten.contains(&fingerprint(&subject, words))).collect();
        if suspect.is_empty() {
            return false;
        }
        let lines = self.records_about(&subject);
        let left: Vec<Record> = lines.iter().filter_map(|number| Record::from_line(self.records().lines().get(*number)?).ok()).collect();
        let is_left = |words: &&str| left.iter().any(|record| matches!(record, Record::Said { what, .. } if what.words().contains(words)));
        !suspect.iter().all(is_left)
    }
}

fn fingerprint(subject: &Subject, words: &str) -> RecordHash {
    RecordHash::of(&format!("{subject:?} {words}"))
}
