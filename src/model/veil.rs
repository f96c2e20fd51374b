//! The veil: a project as one reviewer sees it during a blind check.
//!
//! What somebody must not see yet is not left out wherever something is shown: it is taken out of what is folded. So no
//! page, list, count, search or coverage can tell it, and whatever is built later cannot either. An annotation of which a
//! reviewer does not see all lies whole in `veiled`; what is shown in its place lacks what others said, or is not there.
//! The records stay complete, and so does everything that is saved and merged. Signatures and the stamps of new
//! statements go by the whole annotations.
//!
//! Without a viewer, as in the commands and in jobs that merge, everything is shown.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Annotation, AnnotationId, ArticleId, Blind, Change, Evidence, Project, ReviewerId, Sight};

/// For whose eyes a project is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Viewer {
    /// For nobody in particular: all of it.
    #[default]
    Everybody,
    /// For a reviewer, or for somebody who has not said yet who they are.
    Reviewer(Option<ReviewerId>),
}

impl Project {
    /// For whose eyes it is shown.
    pub fn viewer(&self) -> Viewer {
        self.viewer
    }

    /// Shows it as somebody sees it from now on; returns what that changed. In a blind check the cost grows with the
    /// annotations, else it is none.
    pub fn look_as(&mut self, viewer: Viewer) -> Vec<Change> {
        let mut changes = Vec::new();
        if self.viewer != viewer {
            self.viewer = viewer;
            self.veil_all(&mut |change| changes.push(change));
        }
        changes
    }

    /// Whether a piece of evidence shows: in a blind check only one's own, and what a judgement that shows rests on.
    /// The cost grows with the annotations that rest on it.
    pub fn shows_evidence(&self, evidence: &Evidence) -> bool {
        let Viewer::Reviewer(viewer) = self.viewer else { return true };
        let is_own = || viewer.is_some() && evidence.made().map(|(_, by)| by) == viewer;
        let rests = |annotation: &Annotation| annotation.judgements().any(|judgement| judgement.evidence().contains(&evidence.id));
        let is_cited = || self.citing(evidence.id).filter_map(|id| self.annotation(id)).any(rests);
        self.blind() == Blind::Off || is_own() || is_cited()
    }

    /// The annotations in an article that the viewer does not see at all, with their places: only for a reveal.
    pub fn out_of_sight(&self, article: ArticleId) -> impl Iterator<Item = (AnnotationId, Range<usize>)> {
        let hidden = self.naming(article).filter(|id| !self.annotations.contains_key(id)).filter_map(|id| self.veiled.get(&id));
        let there = hidden.filter(move |annotation| !annotation.is_hidden());
        there.filter_map(move |annotation| {
            let passage = annotation.passage().filter(|passage| passage.article == article)?;
            Some((annotation.id, passage.range()))
        })
    }

    /// An annotation with all that was said of it, whoever looks.
    pub(super) fn whole(&self, id: AnnotationId) -> Option<&Annotation> {
        self.veiled.get(&id).or_else(|| self.annotations.get(&id))
    }

    /// Veils, or no longer, whatever the viewer and the blind check ask for.
    pub(super) fn veil_all(&mut self, changed: &mut impl FnMut(Change)) {
        let veils = self.viewer != Viewer::Everybody && self.blind() != Blind::Off;
        if veils {
            let all: BTreeSet<AnnotationId> = self.annotations.keys().chain(self.veiled.keys()).copied().collect();
            self.veil_anew(all, changed);
        } else {
            let veiled: Vec<AnnotationId> = self.veiled.keys().copied().collect();
            self.veil_anew(veiled, changed);
        }
    }

    /// Asks anew of some annotations how much of them the viewer sees.
    pub(super) fn veil_anew(&mut self, ids: impl IntoIterator<Item = AnnotationId>, changed: &mut impl FnMut(Change)) {
        for id in ids {
            let was_veiled = self.veiled.contains_key(&id);
            let before = self.leave(id);
            self.unveil(id);
            self.veil(id);
            self.enter(id);
            if was_veiled || self.veiled.contains_key(&id) {
                changed(Change::Annotation(id, before));
            }
        }
    }

    /// Puts the whole annotation in the place of what was shown of it.
    pub(super) fn unveil(&mut self, id: AnnotationId) {
        if let Some(whole) = self.veiled.remove(&id) {
            self.annotations.insert(id, whole);
        }
    }

    /// Puts what the viewer sees in the place of the whole annotation.
    pub(super) fn veil(&mut self, id: AnnotationId) {
        let Viewer::Reviewer(viewer) = self.viewer else { return };
        let sight = self.sees(viewer, id);
        if sight == Sight::Whole {
            return;
        }
        let Some(whole) = self.annotations.remove(&id) else { return };
        if sight == Sight::MarkOnly {
            self.annotations.insert(id, whole.without_others(viewer));
        }
        self.veiled.insert(id, whole);
    }
}
