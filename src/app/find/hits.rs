//! The places that were found, article by article: which article a place is in costs nothing to keep, and the places of
//! one article are one slice, whatever the others have.

use std::ops::Range;

use crate::model::ArticleId;

/// A place that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The article.
    pub article: ArticleId,
    /// Where, in bytes of its text.
    pub range: Range<usize>,
}

/// All places found, by article in the order in which the articles were searched, and by place.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    ranges: Vec<Range<usize>>,
    /// The articles that have hits, each with the number of its first.
    articles: Vec<(ArticleId, usize)>,
}

impl Hits {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ranges.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// How many articles have some.
    pub fn articles(&self) -> usize {
        self.articles.len()
    }

    /// One by its number.
    pub fn get(&self, number: usize) -> Option<Hit> {
        let range = self.ranges.get(number)?.clone();
        let after = self.articles.partition_point(|(_, first)| *first <= number);
        let (article, _) = after.checked_sub(1).and_then(|at| self.articles.get(at))?;
        Some(Hit { article: *article, range })
    }

    /// Those of an article, in order.
    pub fn in_article(&self, article: ArticleId) -> &[Range<usize>] {
        self.numbers_in(article).and_then(|numbers| self.ranges.get(numbers)).unwrap_or_default()
    }

    /// The numbers of those of an article.
    fn numbers_in(&self, article: ArticleId) -> Option<Range<usize>> {
        let at = self.articles.iter().position(|(id, _)| *id == article)?;
        let (_, first) = self.articles.get(at)?;
        let end = self.articles.get(at + 1).map_or(self.ranges.len(), |(_, first)| *first);
        Some(*first..end)
    }

    /// The number of the first at or after a byte of an article, or of the last before it.
    pub fn next_to(&self, article: ArticleId, byte: usize, forward: bool) -> Option<usize> {
        let numbers = self.numbers_in(article)?;
        let before = self.ranges.get(numbers.clone())?.partition_point(|range| range.start < byte);
        let at = numbers.start + before;
        if forward { Some(at).filter(|at| numbers.contains(at)) } else { at.checked_sub(1).filter(|at| numbers.contains(at)) }
    }

    /// Adds places of an article, which come after those that it has already.
    pub(super) fn add(&mut self, article: ArticleId, found: Vec<Range<usize>>) {
        if found.is_empty() {
            return;
        }
        if self.articles.last().is_none_or(|(last, _)| *last != article) {
            self.articles.push((article, self.ranges.len()));
        }
        self.ranges.extend(found);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::single_range_in_vec_init)]

    use super::*;

    #[test]
    fn places_are_found_by_number_and_by_article() {
        let [a, b, none] = ["a", "b", "none"].map(ArticleId::of);
        let mut hits = Hits::default();
        for (article, found) in [(a, vec![1..2, 5..6]), (none, vec![]), (b, vec![3..4]), (b, vec![8..9])] {
            hits.add(article, found);
        }
        assert_eq!((hits.len(), hits.articles(), hits.is_empty()), (4, 2, false));
        let all: Vec<(ArticleId, Range<usize>)> = (0..5).filter_map(|n| hits.get(n)).map(|hit| (hit.article, hit.range)).collect();
        assert_eq!(all, [(a, 1..2), (a, 5..6), (b, 3..4), (b, 8..9)]);
        assert_eq!((hits.in_article(a), hits.in_article(b), hits.in_article(none)), (&[1..2, 5..6][..], &[3..4, 8..9][..], &[][..]));
        for (article, byte, forward, expected) in [
            (a, 0, true, Some(0)),
            (a, 2, true, Some(1)),
            (a, 6, true, None),
            (a, 6, false, Some(1)),
            (a, 1, false, None),
            (b, 0, false, None),
            (b, 3, true, Some(2)),
            (b, 4, true, Some(3)),
            (none, 0, true, None),
        ] {
            assert_eq!(hits.next_to(article, byte, forward), expected, "{byte} {forward}");
        }
    }
}
