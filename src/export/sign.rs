//! How verdicts look where there are no colours: their sign and their word.

use crate::model::{Severity, Verdict};

/// All verdicts, and at last the lack of one, in the order in which counts are told.
pub(super) const ALL: [Option<Verdict>; 4] = [Some(Verdict::Verified), Some(Verdict::Disputed), Some(Verdict::Erroneous), None];

/// The sign of a verdict; of none, that of unchecked.
pub(super) fn sign(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Verified) => "✓",
        Some(Verdict::Disputed) => "?",
        Some(Verdict::Erroneous) => "✗",
        None => "○",
    }
}

/// The word for a verdict.
pub(super) fn label(verdict: Option<Verdict>) -> &'static str {
    verdict.map_or("Unchecked", Verdict::label)
}

/// The name by which the style sheet knows it.
pub(super) fn class(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Verified) => "ver",
        Some(Verdict::Disputed) => "dis",
        Some(Verdict::Erroneous) => "err",
        None => "unc",
    }
}

/// A number with its noun: “1 judgement”, “2 judgements”.
pub(super) fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// The heading over the corrections of one severity.
pub(super) fn grade(severity: Severity) -> &'static str {
    match severity {
        Severity::Serious => "Serious mistakes",
        Severity::Normal => "Mistakes",
        Severity::Minor => "Minor mistakes",
    }
}
