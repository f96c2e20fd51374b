//! What came in from others, in words: who said how much.

use std::collections::{BTreeMap, HashSet};

use crate::model::{AnnotationId, Record, ReviewerId, Stamp, What};

/// How many reviewers are named; the others are counted.
const NAMED: usize = 3;

/// What is new about annotations: what the items of a report lead to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// The annotations that were marked, each with the statements that did it.
    pub marked: BTreeMap<AnnotationId, Vec<Stamp>>,
    /// The judgements that were given or changed, each with the statements that did it.
    pub judged: BTreeMap<(AnnotationId, ReviewerId), Vec<Stamp>>,
}

impl News {
    /// Reads what records say.
    pub fn of<'a>(records: impl Iterator<Item = &'a Record>) -> Self {
        let mut news = Self::default();
        for record in records {
            match record {
                Record::Said { at, by: _, what: What::Annotation { annotation, passage: Some(_), .. } } => {
                    news.marked.entry(*annotation).or_default().push(*at);
                }
                Record::Said { at, by, what: What::Judgement { annotation, .. } } => {
                    news.judged.entry((*annotation, *by)).or_default().push(*at);
                }
                _ => {}
            }
        }
        news
    }

    /// The annotations about which something is new.
    pub fn touched(&self) -> HashSet<AnnotationId> {
        self.marked.keys().copied().chain(self.judged.keys().map(|(annotation, _)| *annotation)).collect()
    }
}

/// Who said how much that is new.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    by: BTreeMap<ReviewerId, Said>,
}

/// What one reviewer said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Said {
    name: String,
    articles: usize,
    annotations: usize,
    judgements: std::collections::BTreeSet<AnnotationId>,
    /// Whatever is none of these.
    other: usize,
}

impl Tally {
    /// Counts records; `name` tells the name of a reviewer.
    pub fn of<'a>(records: impl Iterator<Item = &'a Record>, name: impl Fn(ReviewerId) -> String) -> Self {
        let mut tally = Self::default();
        for record in records {
            let Record::Said { at: _, by, what } = record else { continue };
            let said = tally.by.entry(*by).or_insert_with(|| Said { name: name(*by), ..Said::default() });
            match what {
                What::Article { source_name: Some(_), .. } => said.articles += 1,
                What::Annotation { passage: Some(_), .. } => said.annotations += 1,
                What::Judgement { annotation, .. } => drop(said.judgements.insert(*annotation)),
                // These come with the articles, or are nobody's word.
                What::Dismissal { proposed: true, .. } | What::Hiding { hidden: false, .. } | What::Reviewer { .. } => {}
                _ => said.other += 1,
            }
        }
        tally
    }

    /// The same with these names: two people of one name can only be told apart where both are known.
    #[must_use]
    pub fn named(mut self, name: impl Fn(ReviewerId) -> String) -> Self {
        for (by, said) in &mut self.by {
            said.name = name(*by);
        }
        self
    }

    /// Adds what came in later.
    pub fn add(&mut self, later: Self) {
        for (by, more) in later.by {
            let said = self.by.entry(by).or_default();
            said.name = more.name;
            said.articles += more.articles;
            said.annotations += more.annotations;
            said.judgements.extend(more.judgements);
            said.other += more.other;
        }
    }

    /// “Ben Okoro: 3 annotations, 2 judgements”; empty where nobody said anything.
    pub fn words(&self) -> String {
        let each: Vec<String> = self.by.values().filter_map(Said::words).collect();
        let named = each.iter().take(NAMED).cloned();
        let more = each.len().checked_sub(NAMED + 1).map(|more| format!("and {}", counted(more + 1, "other reviewer")));
        named.chain(more).collect::<Vec<_>>().join("; ")
    }
}

impl Said {
    fn words(&self) -> Option<String> {
        let kinds = [
            (self.articles, "article"),
            (self.annotations, "annotation"),
            (self.judgements.len(), "judgement"),
            (self.other, "other change"),
        ];
        let said: Vec<String> = kinds.iter().filter(|(count, _)| *count > 0).map(|(count, noun)| counted(*count, noun)).collect();
        (!said.is_empty()).then(|| format!("{}: {}", self.name, said.join(", ")))
    }
}

pub(super) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::model::{ArticleId, Target, Verdict};

    #[test]
    fn who_said_how_much_is_told_in_words() {
        let (ben, cy) = (ReviewerId::new(1, 0), ReviewerId::new(2, 0));
        let name = |by: ReviewerId| if by == ben { "Ben Okoro".to_owned() } else { "Cy Wells".to_owned() };
        let annotation = |n| AnnotationId::new(n, 0);
        let judged = |n| What::Judgement {
            annotation: annotation(n),
            verdict: Some(Some(Verdict::Verified)),
            note: None,
            correction: None,
            severity: None,
            evidence: None,
        };
        let marked = |n| What::Annotation {
            annotation: annotation(n),
            passage: crate::model::Passage::at(ArticleId::of("a word"), "a word", 2..6),
            kind: None,
        };
        let hidden = |hidden| What::Hiding { target: Target::Annotation(annotation(9)), hidden };
        for (said, expected) in [
            (vec![], ""),
            (vec![(ben, hidden(false))], ""),
            (vec![(ben, marked(1)), (ben, judged(1)), (ben, judged(1))], "Ben Okoro: 1 annotation, 1 judgement"),
            (
                vec![(ben, marked(1)), (ben, marked(2)), (cy, judged(1)), (cy, judged(2)), (cy, hidden(true))],
                "Ben Okoro: 2 annotations; Cy Wells: 2 judgements, 1 other change",
            ),
        ] {
            let records: Vec<Record> = said.into_iter().map(|(by, what)| Record::Said { at: Stamp::NEVER, by, what }).collect();
            assert_eq!(Tally::of(records.iter(), name).words(), expected);
        }
        let mut tally = Tally::default();
        for n in 0..6 {
            let record = Record::Said { at: Stamp::NEVER, by: ReviewerId::new(n, 0), what: judged(n) };
            tally.add(Tally::of([&record].into_iter(), |_| "R".into()));
        }
        assert_eq!(tally.words(), "R: 1 judgement; R: 1 judgement; R: 1 judgement; and 3 other reviewers");
    }
}
