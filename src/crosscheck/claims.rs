//! Claims: the sentences that hold something that can be checked, each with its reasons.
//!
//! Why: whoever goes through an article line by line looks first at figures, dates, names, quotations and bold words, and passes over questions
//! and turns of phrase. How: sentences are asked for features, as in the detection of check-worthy claims (ClaimBuster: Hassan, Arslan, Li and
//! Tremayne 2017), but with rules that can be shown instead of a trained weight: places that the other parts have found already (figures, names,
//! quotations) and words of four languages ([`words`]). A question is no claim, and a guess (“perhaps”, “may be”) only by what can be looked up in it.
//!
//! What it does not do: it weighs nothing and drops no sentence from coverage; a claim without any such feature (“Much of it is melted.”) is not found.

mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::Reason;

use super::finding::{Claim, ClaimReason, FigureKind, Place};
use super::quotes::language_of;
use super::source::{ArticleNo, Source};
use crate::text::checkable::checkable_sentences;
use crate::text::position::slice;
use words::Words;

/// What the other parts have found in an article: where, and what that makes of a sentence.
pub type Known = (Range<usize>, ClaimReason);

/// The claims of a set of articles.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    articles: BTreeMap<ArticleNo, Vec<Claim>>,
}

impl Claims {
    /// Reads an article; one that had its number is forgotten. `known` is what the other parts have found in it, in any order.
    /// `apart` is what is no article text.
    pub fn add(&mut self, source: &Source, known: Vec<Known>, apart: &[(Range<usize>, Reason)]) {
        self.articles.insert(source.no, claims(source, known, apart));
    }

    /// Forgets an article.
    pub fn remove(&mut self, no: ArticleNo) {
        self.articles.remove(&no);
    }

    /// The claims, in the order of articles and text.
    pub fn find(&self) -> Vec<Claim> {
        self.articles.values().flatten().cloned().collect()
    }
}

/// What a figure makes of its sentence.
pub fn of_figure(kind: FigureKind) -> ClaimReason {
    if matches!(kind, FigureKind::Date | FigureKind::Weekday) { ClaimReason::Date } else { ClaimReason::Figure }
}

fn claims(source: &Source, mut known: Vec<Known>, apart: &[(Range<usize>, Reason)]) -> Vec<Claim> {
    let text = &source.text;
    let words = Words::of(language_of(text));
    known.sort_unstable_by_key(|(range, reason)| (range.start, *reason));
    let longest = known.iter().map(|(range, _)| range.len()).max().unwrap_or(0);
    let mut apart = apart.iter().map(|(range, _)| range.clone()).peekable();
    let mut found = Vec::new();
    for sentence in checkable_sentences(text) {
        while apart.next_if(|apart| apart.end <= sentence.start).is_some() {}
        // What stands within a sentence, such as a dateline, leaves it a sentence.
        if apart.peek().is_some_and(|apart| apart.start <= sentence.start && apart.end >= sentence.end) {
            continue;
        }
        let near = known.partition_point(|(range, _)| range.start + longest <= sentence.start);
        let within = known.iter().skip(near).take_while(|(range, _)| range.start < sentence.end);
        let mut reasons: Vec<ClaimReason> = within.filter(|(range, _)| range.end > sentence.start).map(|(_, reason)| *reason).collect();
        words.reasons(slice(text, sentence.clone()), &mut reasons);
        if !reasons.is_empty() {
            reasons.sort_unstable();
            reasons.dedup();
            found.push(Claim { place: Place { article: source.no, start: sentence.start, end: sentence.end }, reasons });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::crosscheck::not_article_text;

    use super::*;
    use std::sync::Arc;

    fn reasons(text: &str) -> Vec<Vec<ClaimReason>> {
        let source = Source { no: ArticleNo(0), text: Arc::from(text), date: None };
        claims(&source, Vec::new(), &not_article_text(&source.text)).into_iter().map(|claim| claim.reasons).collect()
    }

    #[test]
    fn sentences_are_claims_for_a_reason() {
        use ClaimReason::{Attribution, Cause, Comparison, Date, Figure, Superlative};
        for (sentence, expected) in [
            ("The gate is 12 metres wide and was mended in the spring.", &[Figure][..]),
            ("Seven members of the board were in favour of the plan.", &[Figure]),
            ("The first beds will go in October, as the board has decided.", &[Date, Superlative]),
            ("It was the worst flood that the town has seen.", &[Superlative]),
            ("Nobody was killed.", &[Superlative]),
            ("The dyke broke because the ground was wet.", &[Cause]),
            ("The new bridge is longer than the old one was.", &[Comparison]),
            ("The board had no choice, according to the chair.", &[Attribution]),
            ("Der Deich brach, weil der Boden nass war, und das Wasser stieg.", &[Cause]),
            ("Das ist die höchste Summe, die der Verein je gezahlt hat.", &[Superlative]),
            ("La vacuna es más barata que la de los otros y se inhala en casa.", &[Comparison]),
        ] {
            assert_eq!(reasons(sentence), [expected.to_vec()], "{sentence}");
        }
    }

    #[test]
    fn questions_guesses_and_turns_of_phrase_are_none() {
        for sentence in [
            "Is this really the worst of it?",
            "Probably not.",
            "Perhaps the village will never be dry again.",
            "It may be that there was no other way.",
            "One laughs so as not to weep.",
            "Let us be blunt.",
            "Share this @wardwatch",
            "Was wird nun aus der Jugend?",
            "Vielleicht ist das der Anfang von etwas Neuem.",
            "¿Llegará a todos los colegios?",
            "Tal vez entonces se calmen los ánimos.",
            "The forest and the harvest are at rest.",
        ] {
            assert_eq!(reasons(sentence), Vec::<Vec<ClaimReason>>::new(), "{sentence}");
        }
        assert_eq!(reasons("Perhaps 12 of them came.").len(), 1, "what can be looked up in a guess counts");
    }

    #[test]
    fn what_others_have_found_counts_where_it_stands() {
        let text = "Ada Ferris came by boat. It was late. “We went home,” she said to us.";
        let source = Source { no: ArticleNo(3), text: Arc::from(text), date: None };
        let known = vec![(38..52, ClaimReason::Quote), (0..10, ClaimReason::Name)];
        let found = claims(&source, known, &not_article_text(&source.text));
        let shown: Vec<(&str, &[ClaimReason])> = found.iter().map(|claim| (&text[claim.place.range()], claim.reasons.as_slice())).collect();
        assert_eq!(
            shown,
            [
                ("Ada Ferris came by boat.", &[ClaimReason::Name][..]),
                ("“We went home,” she said to us.", &[ClaimReason::Quote, ClaimReason::Attribution]),
            ]
        );
    }
}
