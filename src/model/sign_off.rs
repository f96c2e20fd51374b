//! Sign-offs: a reviewer answers for an article as it stood at a moment.
//!
//! An article's identifier names its text, so a signature does too. It is void from the first statement with a later
//! stamp that touches the article: a mark, judgement, ruling or hiding of an annotation in it, a change of evidence
//! that judgements in it rest on, a dismissal made or taken back by a person. What was touched stays touched, also
//! when it is undone: the reviewer looks and signs again. Details of the article and reveals touch nothing.

use super::{AnnotationId, EvidenceId, Latest, ReviewerId, Stamp, Target, What};

/// What a statement touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Touched {
    /// An annotation was made, moved, or got another kind.
    Mark(AnnotationId),
    /// An annotation was judged.
    Judgement(AnnotationId),
    /// It was ruled on an annotation.
    Ruling(AnnotationId),
    /// An annotation was removed or brought back.
    Hiding(AnnotationId),
    /// Evidence was changed, removed or brought back.
    Evidence(EvidenceId),
    /// Something was dismissed, or brought back into the review.
    Dismissal,
}

impl Touched {
    /// What a statement touches, if anything that a signature answers for.
    pub(super) fn by(what: &What) -> Option<Self> {
        match what {
            What::Annotation { annotation, .. } => Some(Self::Mark(*annotation)),
            What::Judgement { annotation, .. } => Some(Self::Judgement(*annotation)),
            What::Ruling { annotation, .. } => Some(Self::Ruling(*annotation)),
            What::Hiding { target: Target::Annotation(annotation), .. } => Some(Self::Hiding(*annotation)),
            What::Evidence { evidence, .. } | What::Hiding { target: Target::Evidence(evidence), .. } => Some(Self::Evidence(*evidence)),
            // A proposal is nobody's word: the import makes it again whenever the article is added again.
            What::Dismissal { proposed: false, .. } => Some(Self::Dismissal),
            _ => None,
        }
    }
}

/// A statement that touched an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Touch {
    /// When.
    pub at: Stamp,
    /// By whom.
    pub by: ReviewerId,
    /// What it touched.
    pub what: Touched,
}

/// A reviewer's signature under an article.
#[derive(Clone, Debug, Default)]
pub struct SignOff {
    signed: Latest<Option<Stamp>>,
    reason: Latest<String>,
    void: Option<Touch>,
}

impl SignOff {
    /// When it was signed; `None` if it was taken back. It may be void since.
    pub fn signed_at(&self) -> Option<Stamp> {
        *self.signed.get()
    }

    /// The first statement after the signature that touched the article and made it void.
    pub fn void(&self) -> Option<&Touch> {
        self.void.as_ref()
    }

    /// Whether it stands: signed, not taken back, not void.
    pub fn stands(&self) -> bool {
        self.signed_at().is_some() && self.void.is_none()
    }

    /// Why it was signed although something was open.
    pub fn reason(&self) -> &str {
        self.reason.get()
    }

    /// Takes a statement; what made an earlier signature void must be asked anew.
    pub(super) fn hear(&mut self, at: Stamp, signed: bool, as_of: Option<Stamp>, reason: &Option<String>) {
        // Nobody answers for what came after their own word.
        self.signed.say(at, signed.then(|| as_of.map_or(at, |as_of| as_of.min(at))));
        self.reason.hear(at, reason);
        self.void = None;
    }

    /// Takes note of what touched the article.
    pub(super) fn touch(&mut self, touch: Touch) {
        let after = self.signed_at().is_some_and(|signed| touch.at > signed);
        if after && self.void.is_none_or(|first| touch < first) {
            self.void = Some(touch);
        }
    }
}
