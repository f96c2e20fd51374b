//! How much text each pair of articles shares: the words of all passages that they repeat, quotations too.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::crosscheck::ArticleNo;
use crate::crosscheck::finding::Shared;

use super::article::Article;
use super::passage::Match;

/// The pairs of articles that share anything, in their order.
pub(super) fn shared(matches: &[Match], articles: &BTreeMap<ArticleNo, Article>) -> Vec<Shared> {
    let mut pairs: BTreeMap<(ArticleNo, ArticleNo), [Vec<Range<u32>>; 2]> = BTreeMap::new();
    for one in matches.iter().filter(|one| !one.within()) {
        let [a, b] = &one.spans;
        let pair = pairs.entry((a.place.article, b.place.article)).or_default();
        for (ranges, span) in pair.iter_mut().zip(&one.spans) {
            ranges.push(span.words.clone());
        }
    }
    let share = |no: ArticleNo, ranges: Vec<Range<u32>>| {
        let all = articles.get(&no).map_or(1, |article| article.len().max(1));
        covered(ranges) as f32 / all as f32
    };
    pairs.into_iter().map(|((a, b), [of_a, of_b])| Shared { a, b, of_a: share(a, of_a), of_b: share(b, of_b) }).collect()
}

/// How many words the ranges hold, each counted once.
fn covered(mut ranges: Vec<Range<u32>>) -> u32 {
    ranges.sort_unstable_by_key(|range| range.start);
    let mut end = 0;
    let mut count = 0;
    for range in ranges {
        count += range.end.saturating_sub(range.start.max(end));
        end = end.max(range.end);
    }
    count
}
