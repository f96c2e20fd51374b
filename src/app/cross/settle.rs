//! What a person decides about a finding: a verdict for its places and the link between them, a link alone, or that they are not the same.
//!
//! Each is one step to undo. The program only gathers the places; the verdict is the person's.

use std::ops::Range;

use super::super::edits::{self, Judging};
use super::super::notices::Weight;
use super::super::{App, Request};
use super::findings::{Card, Finding};
use crate::crosscheck::finding::{FigureKind, QuoteClass};
use crate::model::{ArticleId, Kind, Relation, Verdict};

impl App {
    /// Gives a verdict to every place of a finding and links them, as one step.
    pub(in crate::app) fn judge_finding(&mut self, finding: Finding, verdict: Option<Verdict>) {
        if self.reviewer().is_none() {
            self.waiting.push(Request::JudgeFinding(finding, verdict));
            return;
        }
        let cards = self.cross.found.cards(finding);
        let judging = verdict.map_or_else(Judging::default, |verdict| Judging::verdict(Some(verdict)));
        let (kind, relation) = (self.kind_of(finding), self.relation_of(finding));
        let edit = edits::mark_and_link(self.session.project(), &places(&cards), kind, &judging, relation, &self.surroundings);
        let count = cards.iter().map(|card| card.places.len()).sum::<usize>();
        if self.edit(edit) {
            let how = verdict.map_or("linked".to_owned(), |verdict| format!("marked {} and linked", verdict.label().to_lowercase()));
            self.tell(Weight::Done, format!("{count} {} {how}. Undo takes it back.", if count == 1 { "place" } else { "places" }));
        }
    }

    /// Gives a verdict to the places of one card of a finding.
    pub(in crate::app) fn judge_card(&mut self, finding: Finding, card: usize, verdict: Option<Verdict>) {
        if self.reviewer().is_none() {
            self.waiting.push(Request::JudgeCard(finding, card, verdict));
            return;
        }
        let Some(card) = self.cross.found.cards(finding).into_iter().nth(card) else { return };
        let kind = self.kind_of(finding);
        let edit = edits::mark_places(self.session.project(), &card.places, kind, &Judging::verdict(verdict), &self.surroundings);
        self.edit(edit);
    }

    /// Says that the places of a finding are not the same, so that it does not come back.
    pub(in crate::app) fn keep_apart(&mut self, finding: Finding) {
        if self.reviewer().is_none() {
            self.waiting.push(Request::KeepApart(finding));
            return;
        }
        let cards = self.cross.found.cards(finding);
        let edit = match finding {
            Finding::Name(_) => edits::names_apart(cards.iter().map(|card| card.label.clone()).collect()),
            _ => edits::places_apart(&places(&cards)),
        };
        if self.edit(edit) {
            self.next_finding(true);
            self.tell(Weight::Done, "Kept apart: this finding does not come back. Undo takes it back.");
        }
    }

    /// Goes to the place of a card in its article.
    pub(in crate::app) fn go_to_card(&mut self, finding: Finding, card: usize, place: usize) {
        let card = self.cross.found.cards(finding).into_iter().nth(card);
        if let Some((article, range)) = card.and_then(|card| card.places.into_iter().nth(place)) {
            match self.session.project().article(article).and_then(|article| edits::annotation_like(article, &range)) {
                Some(annotation) => self.go_to(annotation),
                None => self.go_to_place(article, range),
            }
        }
    }

    fn kind_of(&self, finding: Finding) -> Kind {
        let figure = |at: u32| self.cross.found.findings.figures.get(at as usize).map(|group| group.kind);
        match finding {
            Finding::Quote(_) | Finding::Fault(_) => Kind::Quote,
            Finding::Repeat(_) => Kind::Claim,
            Finding::Name(_) => Kind::Name,
            Finding::Figure(at) => match figure(at) {
                Some(FigureKind::Date | FigureKind::Weekday) => Kind::Date,
                _ => Kind::Figure,
            },
        }
    }

    fn relation_of(&self, finding: Finding) -> Relation {
        let findings = &self.cross.found.findings;
        match finding {
            Finding::Quote(at) => match findings.quotes.get(at as usize).map(|group| group.class) {
                Some(QuoteClass::Same | QuoteClass::Punctuation | QuoteClass::Cut) => Relation::SameQuote,
                Some(QuoteClass::Paraphrased) => Relation::SameClaim,
                _ => Relation::InConflict,
            },
            Finding::Figure(at) if findings.figures.get(at as usize).is_some_and(|group| group.conflict) => Relation::InConflict,
            _ => Relation::SameClaim,
        }
    }
}

fn places(cards: &[Card]) -> Vec<(ArticleId, Range<usize>)> {
    cards.iter().flat_map(|card| card.places.iter().cloned()).collect()
}
