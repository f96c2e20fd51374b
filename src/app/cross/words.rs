//! Findings in words: what each is called, and why it is shown.

use super::findings::{Finding, Found};
use crate::crosscheck::finding::{Fault, FigureKind, NameDifference, QuoteClass};

impl Found {
    /// What a finding is called over its places.
    pub fn title(&self, finding: Finding) -> &'static str {
        let findings = &self.findings;
        match finding {
            Finding::Quote(at) => match findings.quotes.get(at as usize).map(|group| group.class) {
                Some(QuoteClass::Reworded) => "Reworded quote",
                Some(QuoteClass::Paraphrased) => "Quoted here, told there",
                Some(QuoteClass::Cut) => "Quote cut short",
                Some(QuoteClass::Punctuation) => "Quote with other punctuation",
                _ => "Same quote",
            },
            Finding::Fault(at) => match findings.quote_faults.get(at as usize).map(|fault| fault.fault) {
                Some(Fault::Unclosed) => "Quotation mark that nothing closes",
                _ => "Stray quotation mark",
            },
            Finding::Repeat(at) => match findings.repeats.get(at as usize).is_some_and(|repeat| repeat.within) {
                true => "Said twice in one article",
                false => "Repeated passage",
            },
            Finding::Name(at) => match findings.names.get(at as usize).map(|group| group.difference) {
                Some(NameDifference::Role) => "Different roles",
                Some(NameDifference::Holder) => "One office, different people",
                _ => "Name spelt differently",
            },
            Finding::Figure(at) => match findings.figures.get(at as usize).map(|group| (group.kind, group.conflict)) {
                Some((FigureKind::Weekday, _)) => "Weekday and date do not match",
                Some((FigureKind::Date, true)) => "Dates in conflict",
                Some((_, true)) => "Figures in conflict",
                _ => "Figures told alike",
            },
        }
    }

    /// Why it is shown, in a few words.
    pub fn reason(&self, finding: Finding) -> String {
        let findings = &self.findings;
        match finding {
            Finding::Quote(at) => findings.quotes.get(at as usize).map_or_else(String::new, |group| match group.class {
                QuoteClass::Reworded => format!("{} of {} words that carry meaning differ", group.changed_words, group.words),
                QuoteClass::Paraphrased => "one article tells it in its own words".to_owned(),
                QuoteClass::Cut => "one place leaves words out".to_owned(),
                QuoteClass::Punctuation => "the words are the same".to_owned(),
                QuoteClass::Same => String::new(),
            }),
            Finding::Fault(_) => "where the quotation begins or ends is open".to_owned(),
            Finding::Repeat(at) => {
                let repeat = findings.repeats.get(at as usize);
                repeat.map_or_else(String::new, |repeat| format!("{:.0} % of the words are the same", (repeat.similarity * 100.0).floor()))
            }
            Finding::Name(at) => findings.names.get(at as usize).map_or_else(String::new, |group| match group.difference {
                NameDifference::Spelling => format!("{} spellings", group.variants.len()),
                NameDifference::Role => format!("{} is given {} roles", group.name, group.variants.len()),
                NameDifference::Holder => format!("{} people are named as {}", group.variants.len(), group.name),
            }),
            Finding::Figure(at) => findings.figures.get(at as usize).map_or_else(String::new, |group| group.reason.clone()),
        }
    }
}
