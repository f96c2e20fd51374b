//! Which annotations are shown, in the article and in the list.

use serde::{Deserialize, Serialize};

use crate::model::{Annotation, Kind, Project, ReviewerId, Verdict};

/// Which annotations are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Those that stand at verified.
    pub verified: bool,
    /// Those that stand at disputed.
    pub disputed: bool,
    /// Those that stand at erroneous.
    pub erroneous: bool,
    /// Those without a verdict.
    pub unchecked: bool,
    /// Only those that this reviewer has marked or judged.
    pub reviewer: Option<ReviewerId>,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only where reviewers disagree.
    pub disagreements: bool,
    /// The list shows only the open article.
    pub this_article: bool,
    /// Only those whose passage, note or correction has these words.
    pub words: String,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            verified: true,
            disputed: true,
            erroneous: true,
            unchecked: true,
            reviewer: None,
            kind: None,
            disagreements: false,
            this_article: true,
            words: String::new(),
        }
    }
}

impl Filter {
    /// The switch of a verdict; `None` is for the unchecked.
    pub fn switch(&mut self, verdict: Option<Verdict>) -> &mut bool {
        match verdict {
            Some(Verdict::Verified) => &mut self.verified,
            Some(Verdict::Disputed) => &mut self.disputed,
            Some(Verdict::Erroneous) => &mut self.erroneous,
            None => &mut self.unchecked,
        }
    }

    /// Whether a verdict is shown; `None` asks for the unchecked.
    pub fn shows_verdict(&self, verdict: Option<Verdict>) -> bool {
        match verdict {
            Some(Verdict::Verified) => self.verified,
            Some(Verdict::Disputed) => self.disputed,
            Some(Verdict::Erroneous) => self.erroneous,
            None => self.unchecked,
        }
    }

    /// Whether an annotation is shown in its article.
    pub fn shows(&self, annotation: &Annotation) -> bool {
        let standing = annotation.standing();
        let of_reviewer = |reviewer: ReviewerId| {
            annotation.made().is_some_and(|(_, by)| by == reviewer) || annotation.judgements().any(|judgement| judgement.by == reviewer)
        };
        self.shows_verdict(standing.verdict)
            && (!self.disagreements || standing.disagreement)
            && self.kind.is_none_or(|kind| kind == annotation.kind())
            && self.reviewer.is_none_or(of_reviewer)
    }

    /// Whether an annotation is shown in the list, whose words are filtered too. `words` is [`Filter::folded_words`].
    pub fn lists(&self, project: &Project, annotation: &Annotation, words: &str) -> bool {
        if !self.shows(annotation) || !project.is_shown(annotation) {
            return false;
        }
        let has = |text: &str| has_words(text, words);
        words.is_empty()
            || annotation.passage().is_some_and(|passage| has(&passage.words))
            || annotation.judgements().any(|judgement| has(judgement.note()) || has(judgement.correction()))
    }

    /// The words in the form in which they are compared.
    pub fn folded_words(&self) -> String {
        self.words.trim().to_lowercase()
    }
}

/// Whether a text has words, which are folded already, in whatever capitals. Most text is ASCII, which needs no copy.
fn has_words(text: &str, words: &str) -> bool {
    let (bytes, wanted) = (text.as_bytes(), words.as_bytes());
    match wanted.first() {
        Some(first) if text.is_ascii() && words.is_ascii() => {
            let starts = memchr::memchr2_iter(*first, first.to_ascii_uppercase(), bytes);
            starts.filter_map(|at| bytes.get(at..at + wanted.len())).any(|there| there.eq_ignore_ascii_case(wanted))
        }
        _ => text.to_lowercase().contains(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_whatever_capitals() {
        for (text, words, expected) in [
            ("The Harbour Office", "harbour o", true),
            ("THE HARBOUR", "bour", true),
            ("The harbour", "harbours", false),
            ("", "a", false),
            ("anything", "", true),
            ("hHhharbour", "harb", true),
            ("Die Fähre", "fähre", true),
            ("DIE FÄHRE", "fähre", true),
            ("Die Fähre", "die", true),
            ("plain", "fä", false),
        ] {
            assert_eq!(has_words(text, words), expected, "{words} in {text}");
        }
    }
}
