//! Two places of a finding side by side: which two, and opening them.

use std::ops::Range;

use super::super::App;
use super::findings::{Card, Finding};
use crate::model::ArticleId;

/// A place of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Which of its cards.
    pub card: usize,
    /// Which place of the card.
    pub place: usize,
}

impl Spot {
    fn on(self, cards: &[Card]) -> Option<(ArticleId, Range<usize>)> {
        cards.get(self.card)?.places.get(self.place).cloned()
    }
}

/// All places of some cards, in order.
pub fn spots(cards: &[Card]) -> impl Iterator<Item = Spot> + '_ {
    let places = |(card, of): (usize, &Card)| (0..of.places.len()).map(move |place| Spot { card, place });
    cards.iter().enumerate().flat_map(places)
}

impl App {
    /// The two places of a finding that would be opened side by side: those chosen, else those that were compared, else
    /// the first two. `None` where there is but one.
    pub fn two_places(&self, finding: Finding) -> Option<[Spot; 2]> {
        let cards = self.cross.found.cards(finding);
        let is_there = |[left, right]: &[Spot; 2]| left.on(&cards).is_some() && right.on(&cards).is_some();
        let chosen = self.cross.chosen.filter(|(of, spots)| *of == finding && is_there(spots)).map(|(_, spots)| spots);
        let findings = &self.cross.found.findings;
        let compared = match finding {
            Finding::Quote(at) => findings.quotes.get(at as usize).map(|group| group.compared),
            Finding::Repeat(at) => findings.repeats.get(at as usize).map(|repeat| repeat.compared),
            _ => None,
        };
        let compared = compared.filter(|(base, other)| base != other);
        let compared = compared.map(|(base, other)| [base, other].map(|card| Spot { card, place: 0 })).filter(is_there);
        // Different cards differ in what they say; those of one card do not.
        let firsts = || (cards.len() > 1).then(|| [0, 1].map(|card| Spot { card, place: 0 }));
        let within = || (cards.len() == 1 && cards.first()?.places.len() > 1).then(|| [0, 1].map(|place| Spot { card: 0, place }));
        chosen.or(compared).or_else(firsts).or_else(within)
    }

    /// Chooses which two places of a finding are to be opened side by side.
    pub(in crate::app) fn choose_two(&mut self, finding: Finding, spots: [Spot; 2]) {
        self.cross.chosen = Some((finding, spots));
    }

    /// Opens two places of a finding side by side, both selected.
    pub(in crate::app) fn open_two(&mut self, finding: Finding) {
        let cards = self.cross.found.cards(finding);
        let Some([left, right]) = self.two_places(finding) else { return };
        if let (Some(left), Some(right)) = (left.on(&cards), right.on(&cards)) {
            self.show_both(left, right);
        }
    }
}
