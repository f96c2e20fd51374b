//! What a person decides about a disagreement: agreeing with somebody, a ruling, one extent for all. Each is one step to undo.

use super::super::edits::{self, Ruled};
use super::super::notices::Weight;
use super::super::{App, Field, Request};
use crate::crosscheck::groups::group_of;
use crate::model::{AnnotationId, Judgement, Project, ReviewerId, Sight};

/// The annotation among some that a reviewer has judged, or else made.
pub fn own_of(project: &Project, by: Option<ReviewerId>, annotations: &[AnnotationId]) -> Option<AnnotationId> {
    let by = by?;
    let all = || annotations.iter().filter_map(|id| project.annotation(*id));
    let judged = all().find(|annotation| annotation.judgements().any(|judgement| judgement.by == by));
    judged.or_else(|| all().find(|annotation| annotation.made().is_some_and(|(_, maker)| maker == by))).map(|own| own.id)
}

impl App {
    /// Whether the reviewer sees what others said of an annotation.
    pub fn sees_whole(&self, annotation: AnnotationId) -> bool {
        self.session().project().sees(self.by(), annotation) == Sight::Whole
    }

    /// The annotations that are shown as one with this one, itself among them, as far as the reviewer sees them.
    pub fn statement(&self, annotation: AnnotationId) -> Vec<AnnotationId> {
        group_of(self.session().project(), annotation, |id| self.sees_whole(id))
    }

    /// Whether I say the same of an annotation as somebody else.
    pub fn agrees(&self, annotation: AnnotationId, theirs: &Judgement) -> bool {
        let annotation = self.session().project().annotation(annotation);
        let mine = self.by().and_then(|by| annotation?.judgement(by));
        mine.is_some_and(|mine| mine.verdict() == theirs.verdict() && mine.correction() == theirs.correction())
    }

    /// Agrees with what the others say of the annotation in hand, where they say one thing.
    pub(in crate::app) fn agree_here(&mut self) {
        let Some(id) = self.in_hand else { return };
        let project = self.session().project();
        let seen = self.statement(id).into_iter().filter(|id| self.sees_whole(*id));
        let mut theirs: Vec<(AnnotationId, &Judgement)> = Vec::new();
        for annotation in seen.filter_map(|id| project.annotation(id)) {
            let others = annotation.judgements().filter(|judgement| Some(judgement.by) != self.by() && judgement.verdict().is_some());
            theirs.extend(others.map(|judgement| (annotation.id, judgement)));
        }
        let verdicts: std::collections::BTreeSet<_> = theirs.iter().map(|(_, judgement)| judgement.verdict()).collect();
        let corrections: std::collections::BTreeSet<_> =
            theirs.iter().map(|(_, judgement)| judgement.correction().trim()).filter(|correction| !correction.is_empty()).collect();
        if verdicts.len() > 1 || corrections.len() > 1 {
            self.tell(Weight::Note, "The others do not say the same here. Press “Agree” beside the one you mean.");
            return;
        }
        // The one with the correction, then the newest.
        let fullest = theirs.iter().max_by_key(|(_, judgement)| (!judgement.correction().is_empty(), judgement.changed()));
        let Some((on, with)) = fullest.map(|(on, judgement)| (*on, *judgement)) else {
            self.tell(Weight::Note, "Nobody else has given a verdict here that you could agree with.");
            return;
        };
        if self.agrees(on, with) {
            self.tell(Weight::Note, "You say the same already.");
            return;
        }
        let request = Request::Agree(on, with.by);
        self.act(request);
    }

    /// Takes over another reviewer's judgement; of the same statement, the own word becomes the same.
    pub(in crate::app) fn agree(&mut self, annotation: AnnotationId, with: ReviewerId) {
        let Some(by) = self.reviewer() else {
            self.waiting.push(Request::Agree(annotation, with));
            return;
        };
        let statement = self.statement(annotation);
        let Some(edit) = edits::agree(self.session().project(), annotation, with, by, &statement) else { return };
        if self.edit(edit) {
            let name = self.session().project().reviewer_name(with);
            self.tell(Weight::Done, format!("You agree with {name}. Undo takes it back."));
        }
    }

    /// Settles the disagreement in hand, or that of an annotation.
    pub(in crate::app) fn settle_by(&mut self, annotation: AnnotationId, ruled: Ruled) {
        if ruled.reason.trim().is_empty() {
            self.tell(Weight::Note, "A ruling needs a reason: whoever reads the summary wants to know why it was decided so.");
            self.focus = Some(Field::Reason);
            return;
        }
        if self.reviewer().is_none() {
            self.waiting.push(Request::Settle(annotation, ruled));
            return;
        }
        let edit = edits::rule(self.session().project(), &self.of_disagreement(annotation), &ruled);
        if self.edit(edit) {
            let verdict = ruled.verdict.label().to_lowercase();
            self.tell(Weight::Done, format!("Settled: {verdict}. The judgements stay. Undo takes the ruling back."));
        }
    }

    /// Takes the rulings on a disagreement back.
    pub(in crate::app) fn withdraw(&mut self, annotation: AnnotationId) {
        if self.reviewer().is_none() {
            self.waiting.push(Request::Withdraw(annotation));
            return;
        }
        let edit = edits::withdraw(self.session().project(), &self.of_disagreement(annotation));
        self.edit(edit);
    }

    /// Gives all annotations of a disagreement the extent of one of them.
    pub(in crate::app) fn take_extent(&mut self, of: AnnotationId) {
        if self.reviewer().is_none() {
            self.waiting.push(Request::TakeExtent(of));
            return;
        }
        let edit = edits::take_extent(self.session().project(), &self.of_disagreement(of), of);
        if let Some(edit) = edit
            && self.edit(edit)
        {
            self.tell(Weight::Done, "All have this extent now. Undo takes it back.");
        }
    }

    /// The annotations of the disagreement that an annotation is part of.
    fn of_disagreement(&self, annotation: AnnotationId) -> Vec<AnnotationId> {
        let found = self.compare.found.with(annotation);
        found.map_or_else(|| self.statement(annotation), |(_, one)| one.annotations.clone())
    }

    /// Puts the focus where a ruling is written: on the disagreement in hand, or the one of the annotation in hand.
    pub(in crate::app) fn write_ruling(&mut self) {
        let shown = self.tab == super::Tab::Compare && self.settings.tabs && self.compare.section != super::Section::Agreement;
        let in_hand = self.in_hand.filter(|id| !shown || self.compare.found.with(*id).is_none());
        if let Some(id) = in_hand {
            self.open_compare(id);
        }
        self.focus = Some(Field::Reason);
    }
}
