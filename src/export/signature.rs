//! Signatures under articles in words: who signed when and why, and what has made a signature void since.

use super::Options;
use crate::model::{Article, Project, ReviewerId, SignOff, Touch, Touched};

/// How many characters of a passage are told.
const SHORT: usize = 60;

/// A signature under an article; one that was taken back is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOffPart {
    /// Who signed.
    pub reviewer: String,
    /// When, as it is printed.
    pub at: String,
    /// Why, although something was open; empty if not said.
    pub reason: String,
    /// Who did what when that made it void, as “Ben Okoro judged “in May”, 2026-05-04 09:31”.
    pub void: Option<String>,
}

impl SignOffPart {
    /// All signatures under an article.
    pub(super) fn all(project: &Project, options: &Options, article: &Article) -> Vec<Self> {
        let part = |(by, sign_off): (ReviewerId, &SignOff)| {
            let void = |touch: &Touch| format!("{}, {}", touched_words(project, touch), (options.local_time)(touch.at.millis()));
            Some(Self {
                reviewer: project.reviewer_name(by),
                at: (options.local_time)(sign_off.signed_at()?.millis()),
                reason: sign_off.reason().trim().to_owned(),
                void: sign_off.void().map(void),
            })
        };
        article.sign_offs().filter_map(part).collect()
    }

    /// “Signed off by Ada Quill, 2026-05-04 09:31. Reason. Void since: …”, with each word of the project as `escape` makes it.
    pub fn words(&self, escape: impl Fn(&str) -> String) -> String {
        let Self { reviewer, at, reason, void } = self;
        let reason = if reason.is_empty() { String::new() } else { format!(". Something was open: {}", escape(reason)) };
        let void = void.as_ref().map(|void| format!(". Void since then: {}", escape(void))).unwrap_or_default();
        format!("Signed off by {}, {}{reason}{void}", escape(reviewer), escape(at))
    }
}

/// Who did what that made a signature void, as “Ben Okoro judged “in May””. Nothing is told of the judgement itself.
pub fn touched_words(project: &Project, touch: &Touch) -> String {
    let who = project.reviewer_name(touch.by);
    let passage = |id| {
        let words = project.annotation(id).and_then(|annotation| annotation.passage()).map(|passage| short(&passage.words));
        words.map_or_else(|| "an annotation".to_owned(), |words| format!("“{words}”"))
    };
    match touch.what {
        Touched::Mark(id) => format!("{who} marked {}", passage(id)),
        Touched::Judgement(id) => format!("{who} judged {}", passage(id)),
        Touched::Ruling(id) => format!("{who} ruled on {}", passage(id)),
        Touched::Hiding(id) => format!("{who} removed or brought back {}", passage(id)),
        Touched::Evidence(_) => format!("{who} changed a piece of evidence"),
        Touched::Dismissal => format!("{who} dismissed a sentence, or brought one back"),
    }
}

fn short(words: &str) -> String {
    let mut short: String = words.chars().take(SHORT).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}
