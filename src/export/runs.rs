//! An article's text cut where annotations and dismissals start and end.
//!
//! Annotations overlap in every way, markup only nests. So each paragraph is cut into runs over whose whole length
//! the same annotations lie. One sweep over the sorted ends does it: the cost is linear in the text and in the number
//! of annotations (times a logarithm), also where thousands lie on one word, because a run names only a few of them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{ArticlePart, Entry};
use crate::model::{Reason, Verdict};
use crate::text::paragraph::paragraphs;

/// How many of the annotations that lie on a run it names.
const NAMED: usize = 8;

/// A stretch of a paragraph over which the same annotations lie; the runs of a paragraph make up the paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    /// In bytes of the article's text. Empty only where annotations start or end without text of this paragraph.
    pub(super) range: Range<usize>,
    /// The gravest verdict of the annotations on it; `None` if none lies on it.
    pub(super) verdict: Option<Option<Verdict>>,
    /// The numbers of the first annotations on it…
    pub(super) numbers: Vec<usize>,
    /// …and how many more there are.
    pub(super) more: usize,
    /// Why it is dismissed, if it is.
    pub(super) dismissed: Option<Reason>,
    /// How many annotations start before its first byte.
    pub(super) starts: usize,
    /// Which end after its last byte: places in the list of entries that was given.
    pub(super) ends: Vec<usize>,
}

/// Where something ends or starts. What ends at a byte comes before what starts there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cut {
    End(usize),
    Undismiss(usize),
    Dismiss(usize),
    Start(usize),
}

/// What lies on the text at the place where the sweep is.
#[derive(Default)]
struct Sweep {
    marks: BTreeSet<usize>,
    verdicts: BTreeMap<Option<Verdict>, usize>,
    dismissed: BTreeSet<usize>,
    starts: usize,
}

/// The runs of each paragraph of an article. `entries` are its annotations.
pub(super) fn of_article(article: &ArticlePart, entries: &[Entry]) -> Vec<Vec<Run>> {
    let mut cuts = Vec::new();
    for (n, entry) in entries.iter().enumerate() {
        let Some(place) = &entry.place else { continue };
        cuts.push((place.range.start, Cut::Start(n)));
        cuts.push((place.range.end, Cut::End(n)));
    }
    for (n, (range, _)) in article.dismissed.iter().enumerate().filter(|(_, (range, _))| !range.is_empty()) {
        cuts.push((range.start, Cut::Dismiss(n)));
        cuts.push((range.end, Cut::Undismiss(n)));
    }
    cuts.sort_unstable();
    let mut cuts = cuts.into_iter().peekable();
    let mut sweep = Sweep::default();
    let paragraph = |range: Range<usize>| {
        let mut runs: Vec<Run> = Vec::new();
        let mut at = range.start;
        let here =
            |(place, cut): &(usize, Cut)| *place < range.end || *place == range.end && matches!(cut, Cut::End(_) | Cut::Undismiss(_));
        while let Some((place, cut)) = cuts.next_if(here) {
            if place > at {
                runs.push(sweep.run(article, entries, at..place));
                at = place;
            }
            match cut {
                Cut::Start(n) => sweep.start(n, entries),
                Cut::End(n) => {
                    if sweep.starts > 0 || runs.is_empty() {
                        runs.push(sweep.run(article, entries, at..at));
                    }
                    sweep.end(n, entries);
                    if let Some(run) = runs.last_mut() {
                        run.ends.push(n);
                    }
                }
                Cut::Dismiss(n) => _ = sweep.dismissed.insert(n),
                Cut::Undismiss(n) => _ = sweep.dismissed.remove(&n),
            }
        }
        if at < range.end || sweep.starts > 0 || runs.is_empty() {
            runs.push(sweep.run(article, entries, at..range.end));
        }
        runs
    };
    paragraphs(&article.text).map(paragraph).collect()
}

impl Sweep {
    fn start(&mut self, n: usize, entries: &[Entry]) {
        self.starts += 1;
        self.marks.insert(n);
        *self.verdicts.entry(verdict(n, entries)).or_default() += 1;
    }

    fn end(&mut self, n: usize, entries: &[Entry]) {
        self.marks.remove(&n);
        let verdict = verdict(n, entries);
        if let Some(count) = self.verdicts.get_mut(&verdict) {
            *count -= 1;
            if *count == 0 {
                self.verdicts.remove(&verdict);
            }
        }
    }

    fn run(&mut self, article: &ArticlePart, entries: &[Entry], range: Range<usize>) -> Run {
        let number = |n: &usize| entries.get(*n).map(|entry| entry.number);
        let dismissed = self.dismissed.first().and_then(|n| article.dismissed.get(*n));
        Run {
            range,
            verdict: self.verdicts.last_key_value().map(|(verdict, _)| *verdict),
            numbers: self.marks.iter().take(NAMED).filter_map(number).collect(),
            more: self.marks.len().saturating_sub(NAMED),
            dismissed: dismissed.map(|(_, reason)| *reason),
            starts: std::mem::take(&mut self.starts),
            ends: Vec::new(),
        }
    }
}

fn verdict(n: usize, entries: &[Entry]) -> Option<Verdict> {
    entries.get(n).and_then(|entry| entry.verdict)
}
