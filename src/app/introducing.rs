//! Who reviews: known from before, named for the first time, or somebody else from here on.

use super::dialog::Dialog;
use super::{App, edits};
use crate::model::ReviewerId;

impl App {
    /// Who reviews, introducing them to the project when they say something for the first time. Asks for a name, and
    /// gives `None`, where there is none yet.
    pub(super) fn reviewer(&mut self) -> Option<ReviewerId> {
        let known =
            self.session.by.is_some_and(|by| self.session.project().reviewer(by).is_some_and(|reviewer| !reviewer.name().is_empty()));
        if known {
            return self.session.by;
        }
        if self.settings.name.trim().is_empty() {
            self.dialog = Some(Dialog::Reviewer);
            return None;
        }
        let (now, random) = (self.surroundings.now(), self.surroundings.random());
        let reviewer = *self.settings.reviewer.get_or_insert_with(|| ReviewerId::new(now, random));
        self.introduce(reviewer);
        Some(reviewer)
    }

    fn introduce(&mut self, reviewer: ReviewerId) {
        let named = |reviewer: &&crate::model::Reviewer| !reviewer.name().is_empty();
        let colour = self.session.project().reviewers().filter(named).count() as u8;
        self.session.review_as(Some(reviewer));
        let known = self.session.project().reviewer(reviewer).is_some_and(|known| !known.name().is_empty());
        if !known {
            let now = self.surroundings.now();
            self.session.introduce(&edits::name_reviewer(reviewer, self.settings.name.trim(), Some(colour)), now);
            // After a crash they must be the same person, not another one of that name.
            self.keep_settings();
        }
    }

    pub(super) fn become_new(&mut self, name: &str) {
        let name = name.trim();
        if name.is_empty() {
            return;
        }
        name.clone_into(&mut self.settings.name);
        let (now, random) = (self.surroundings.now(), self.surroundings.random());
        let reviewer = match self.settings.reviewer {
            Some(own) if self.session.project().reviewer(own).is_none() => own,
            _ => ReviewerId::new(now, random),
        };
        self.settings.reviewer = Some(reviewer);
        self.settings.note_reviewer(self.session.project().id(), reviewer);
        self.session.review_as(None);
        if !self.session.project().articles().is_empty() || !self.waiting.is_empty() {
            self.introduce(reviewer);
        }
        self.named();
    }

    pub(super) fn become_known(&mut self, reviewer: ReviewerId) {
        let name = self.session.project().reviewer(reviewer).map(|known| known.name().to_owned()).unwrap_or_default();
        if self.settings.name.is_empty() {
            self.settings.name = name;
            self.settings.reviewer = Some(reviewer);
        }
        self.settings.note_reviewer(self.session.project().id(), reviewer);
        self.introduce(reviewer);
        self.named();
    }

    /// Goes on with what waited for a name.
    fn named(&mut self) {
        if self.dialog == Some(Dialog::Reviewer) {
            self.dialog = None;
        }
        for request in std::mem::take(&mut self.waiting) {
            self.act(request);
        }
    }
}
