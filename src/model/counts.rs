//! How many annotations stand at each verdict.

use super::Verdict;

/// How many annotations stand at each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Annotations that stand at verified.
    pub verified: usize,
    /// Annotations that stand at disputed.
    pub disputed: usize,
    /// Annotations that stand at erroneous.
    pub erroneous: usize,
    /// Annotations without a verdict.
    pub unchecked: usize,
    /// Annotations, of those above, on which reviewers disagree.
    pub disagreements: usize,
}

impl Counts {
    /// The number at a verdict; `None` asks for the unchecked.
    pub fn of(&self, verdict: Option<Verdict>) -> usize {
        match verdict {
            Some(Verdict::Verified) => self.verified,
            Some(Verdict::Disputed) => self.disputed,
            Some(Verdict::Erroneous) => self.erroneous,
            None => self.unchecked,
        }
    }

    pub(super) fn of_mut(&mut self, verdict: Option<Verdict>) -> &mut usize {
        match verdict {
            Some(Verdict::Verified) => &mut self.verified,
            Some(Verdict::Disputed) => &mut self.disputed,
            Some(Verdict::Erroneous) => &mut self.erroneous,
            None => &mut self.unchecked,
        }
    }

    /// All annotations.
    pub fn total(&self) -> usize {
        self.verified + self.disputed + self.erroneous + self.unchecked
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            verified: self.verified + other.verified,
            disputed: self.disputed + other.disputed,
            erroneous: self.erroneous + other.erroneous,
            unchecked: self.unchecked + other.unchecked,
            disagreements: self.disagreements + other.disagreements,
        }
    }
}
