//! How reviewers are called, so that two people of one name stay two.
//!
//! Where several have the same name, each is shown with the last letters of their identifier: as few as tell them
//! apart, at least three. So a name never comes to mean somebody else when a further copy is joined, in whatever
//! order: a number in brackets would. Names that differ only in case or spaces count as the same.

use std::collections::BTreeSet;

use super::{Project, Reviewer, ReviewerId};

/// The fewest letters that are shown.
const LETTERS: usize = 3;
/// How many letters an identifier has.
const ALL_LETTERS: usize = 26;
/// More people of one name than this are shown with their whole identifier.
const MANY: usize = 16;

/// What makes two names the same; empty for no name.
pub(super) fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Project {
    /// The name of a reviewer, told apart from others of the same name; “reviewer” and the last letters of the
    /// identifier where there is no name.
    pub fn reviewer_name(&self, id: ReviewerId) -> String {
        let name = self.reviewer(id).map(Reviewer::name).unwrap_or_default().trim();
        if name.is_empty() {
            return format!("reviewer {}", tail(id, LETTERS + 1));
        }
        let same = self.called(&folded(name)).filter(|same| same.len() > 1);
        same.map_or_else(|| name.to_owned(), |same| format!("{name} ({})", tail(id, letters(same))))
    }

    /// The initials of a reviewer, told apart from others of the same name as the name is; “?” where there is no name.
    pub fn reviewer_initials(&self, id: ReviewerId) -> String {
        let name = self.reviewer(id).map(Reviewer::name).unwrap_or_default().trim();
        let initials = super::initials(name);
        if initials.is_empty() {
            return "?".to_owned();
        }
        let same = self.called(&folded(name)).filter(|same| same.len() > 1);
        same.map_or_else(|| initials.clone(), |same| format!("{initials} {}", tail(id, letters(same))))
    }
}

/// How many letters tell these apart.
fn letters(same: &BTreeSet<ReviewerId>) -> usize {
    let differ = |letters: &usize| same.iter().map(|id| tail(*id, *letters)).collect::<BTreeSet<_>>().len() == same.len();
    if same.len() > MANY { ALL_LETTERS } else { (LETTERS..ALL_LETTERS).find(differ).unwrap_or(ALL_LETTERS) }
}

/// The last letters of an identifier.
fn tail(id: ReviewerId, letters: usize) -> String {
    id.to_string().chars().skip(ALL_LETTERS.saturating_sub(letters)).collect()
}
