//! Notices: what the window tells the person without being asked. Every error ends here or in a dialog, in words.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::{AnnotationId, Stamp};

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Something was done; goes away by itself.
    Done,
    /// Something that the person should know; stays until closed.
    Note,
    /// Something failed; stays until closed.
    Failed,
}

/// What an item of a notice leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// These statements, in the history.
    Said(Arc<HashSet<Stamp>>),
    /// The whole history.
    History,
    /// The different verdicts among these annotations, in the comparison of reviewers.
    Disagreements(Arc<HashSet<AnnotationId>>),
}

/// One notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Tells notices apart.
    pub id: u64,
    /// How much it matters.
    pub weight: Weight,
    /// What happened, where, and what to do.
    pub text: String,
    /// When it was shown first, in milliseconds since 1970.
    pub since: u64,
    /// Whether it tells of what came in from others: a click shows that.
    pub came_in: bool,
    /// Items under it that can be pressed.
    pub items: Vec<(String, Lead)>,
}

/// How long a notice of something done stays, in milliseconds.
pub const STAYS_MS: u64 = 4_000;

/// The notices that show, the newest last.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    shown: Vec<Notice>,
    count: u64,
}

impl Notices {
    /// Shows a notice. The same words twice are one notice.
    pub fn show(&mut self, weight: Weight, text: impl Into<String>, now: u64) {
        let text = text.into();
        self.shown.retain(|notice| notice.text != text && (weight != Weight::Done || notice.weight != Weight::Done));
        self.count += 1;
        self.shown.push(Notice { id: self.count, weight, text, since: now, came_in: false, items: Vec::new() });
    }

    /// Shows a notice that stays until closed, with items that lead somewhere.
    pub fn show_items(&mut self, text: impl Into<String>, items: Vec<(String, Lead)>, now: u64) {
        self.show(Weight::Note, text, now);
        if let Some(notice) = self.shown.last_mut() {
            notice.items = items;
        }
    }

    /// Shows what came in from others; there is one such notice, which says all that came in while it showed.
    pub fn show_came_in(&mut self, text: impl Into<String>, now: u64) {
        self.close_came_in();
        self.count += 1;
        self.shown.push(Notice { id: self.count, weight: Weight::Note, text: text.into(), since: now, came_in: true, items: Vec::new() });
    }

    /// Closes the notice of what came in.
    pub fn close_came_in(&mut self) {
        self.shown.retain(|notice| !notice.came_in);
    }

    /// Whether the notice of what came in still shows.
    pub fn has_came_in(&self) -> bool {
        self.shown.iter().any(|notice| notice.came_in)
    }

    /// The notices to show now: those of something done go after [`STAYS_MS`].
    pub fn current(&mut self, now: u64) -> &[Notice] {
        self.shown.retain(|notice| notice.weight != Weight::Done || now < notice.since.saturating_add(STAYS_MS));
        &self.shown
    }

    /// Closes one.
    pub fn close(&mut self, id: u64) {
        self.shown.retain(|notice| notice.id != id);
    }

    /// All that show, without looking at the time.
    pub fn all(&self) -> &[Notice] {
        &self.shown
    }
}
