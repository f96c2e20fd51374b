//! Which annotations may be drawn where there are more in view than one frame places: the smallest passages.
//!
//! They are looked for once for the blocks in view, and kept until others come into view or something changes. Some
//! thousand are looked at in a frame, the smallest first, so that the first frame has all that it draws. Those that no
//! frame has looked at yet count as left out, whatever the filter will say of them.

use std::ops::Range;

use super::page::Page;
use crate::model::{AnnotationId, Verdict};

/// How many annotations in view are looked at anew in each frame.
const MANY: usize = 200;
/// How many may be drawn at most.
pub(super) const DRAWN: usize = 2000;
/// How many are looked at in a frame if there are more.
const LOOKED_AT: usize = DRAWN;

/// An annotation that may be drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// The annotation.
    pub(super) id: AnnotationId,
    /// How it stands.
    pub(super) verdict: Option<Verdict>,
}

/// For which state of things the crowd is known: changes of the project, filter, bytes in view.
type Key = (u64, u64, Range<usize>);

/// The annotations in view.
#[derive(Debug, Default)]
pub(super) struct Crowd {
    known_for: Option<Key>,
    drawn: Vec<Candidate>,
    /// What passes the filter and is not among the smallest.
    left_out: Vec<Range<usize>>,
    /// What has not been looked at.
    waiting: Vec<(Range<usize>, AnnotationId)>,
    /// Where what is left out or waits starts and ends, each in order.
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Crowd {
    /// Looks at what is marked in a stretch of the text, or at some more of it if that has begun.
    pub(super) fn look(&mut self, page: &Page<'_>, bytes: Range<usize>) {
        let key = (page.changes, page.revision, bytes.clone());
        if self.known_for.as_ref() != Some(&key) {
            let waiting: Vec<_> = page.article.places().unordered(bytes).collect();
            *self = Self { known_for: (waiting.len() > MANY).then_some(key), waiting, ..Self::default() };
        }
        if !self.waiting.is_empty() {
            self.go_on(page);
        }
    }

    fn go_on(&mut self, page: &Page<'_>) {
        let smaller = |(range, id): &(Range<usize>, AnnotationId)| (range.len(), *id);
        let count = self.waiting.len().min(LOOKED_AT);
        if count < self.waiting.len() {
            self.waiting.select_nth_unstable_by_key(count, smaller);
        }
        let mut next: Vec<_> = self.waiting.drain(..count).collect();
        next.sort_unstable_by_key(smaller);
        for (range, id) in next {
            let Some(annotation) = page.project.annotation(id).filter(|annotation| (page.filter)(annotation)) else { continue };
            if self.drawn.len() < DRAWN {
                self.drawn.push(Candidate { range, id: annotation.id, verdict: annotation.standing().verdict });
            } else {
                self.left_out.push(range);
            }
        }
        let beyond = || self.waiting.iter().map(|(range, _)| range).chain(&self.left_out);
        self.starts = beyond().map(|range| range.start).collect();
        self.ends = beyond().map(|range| range.end).collect();
        self.starts.sort_unstable();
        self.ends.sort_unstable();
    }

    /// What may be drawn, the smallest first.
    pub(super) fn drawn(&self) -> &[Candidate] {
        &self.drawn
    }

    /// Whether there are so many that it matters how much each takes.
    pub(super) fn is_many(&self) -> bool {
        self.known_for.is_some()
    }

    /// Whether some have not been looked at yet.
    pub(super) fn is_unfinished(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// How many that are not drawn share a byte with a range.
    pub(super) fn left_out(&self, bytes: &Range<usize>) -> usize {
        let begun = self.starts.partition_point(|start| *start < bytes.end);
        begun.saturating_sub(self.ends.partition_point(|end| *end <= bytes.start))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use std::cell::Cell;
    use std::collections::BTreeSet;

    use super::super::tests::{Sample, mark, page_of};
    use super::*;
    use crate::model::Annotation;

    /// Looks at a stretch until there is no more to look at; returns how many annotations each look took.
    fn looks(crowd: &mut Crowd, sample: &Sample, shows: &dyn Fn(&Annotation) -> bool, changes: u64, bytes: Range<usize>) -> Vec<usize> {
        let asked = Cell::new(0);
        let filter = |annotation: &Annotation| {
            asked.set(asked.get() + 1);
            shows(annotation)
        };
        let page = Page { changes, ..page_of(sample, &filter) };
        let mut counts = Vec::new();
        loop {
            crowd.look(&page, bytes.clone());
            counts.push(asked.take());
            if !crowd.is_unfinished() {
                return counts;
            }
        }
    }

    #[test]
    fn the_smallest_are_drawn_the_others_counted_and_nothing_is_looked_at_twice() {
        let text = "The ferry left at nine. ".repeat(2_000);
        let marks: Vec<_> = (0..6_000).map(|n| (n..40_000 - n * 3, None)).collect();
        let sample = Sample::marked(&text, &marks);
        let wanted: BTreeSet<AnnotationId> = (0..6_000).step_by(2).map(mark).collect();
        let even = |annotation: &Annotation| wanted.contains(&annotation.id);
        let mut crowd = Crowd::default();
        for (shows, count) in [(&(|_: &Annotation| true) as &dyn Fn(&Annotation) -> bool, 6_000), (&even, 3_000)] {
            crowd = Crowd::default();
            assert_eq!(looks(&mut crowd, &sample, shows, 1, 0..7_000), [2000, 2000, 2000]);
            let step = 6_000 / count;
            let smallest: Vec<_> = (0..6_000).rev().filter(|n| n % step == 0).take(DRAWN).map(mark).collect();
            assert_eq!(crowd.drawn().iter().map(|drawn| drawn.id).collect::<Vec<_>>(), smallest);
            for bytes in [0..100, 500..501, 3_000..4_900] {
                let over = (0..6_000).filter(|n| n % step == 0 && *n < bytes.end && !smallest.contains(&mark(*n)));
                assert_eq!(crowd.left_out(&bytes), over.count(), "{bytes:?}");
            }
        }
        let all = |_: &Annotation| true;
        assert_eq!(looks(&mut crowd, &sample, &all, 1, 0..7_000), [0], "nothing has changed");
        assert_eq!(looks(&mut crowd, &sample, &all, 2, 0..7_000), [2000, 2000, 2000], "the project has");
        assert_eq!(looks(&mut crowd, &sample, &all, 2, 0..100), [100], "the page has");
        assert!(!crowd.is_many());
        assert_eq!(looks(&mut crowd, &sample, &all, 2, 0..100), [100], "few are looked at in each frame");
    }
}
