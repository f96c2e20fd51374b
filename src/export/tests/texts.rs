//! The annotated text: whatever is marked in it, it still says what the article says.

use std::ops::Range;

use proptest::prelude::*;

use super::build::{Build, options};
use super::reading::{article_texts, assert_balanced};
use crate::export::runs::of_article;
use crate::export::{Format, Summary, gather, render};
use crate::model::{Kind, Project, Reason, Verdict, What};
use crate::text::position::clamp_range;

const VERDICTS: [Option<Verdict>; 4] = [None, Some(Verdict::Verified), Some(Verdict::Disputed), Some(Verdict::Erroneous)];

fn project(text: &str, ranges: &[(usize, usize)], dismissed: &[(usize, usize)]) -> Project {
    let mut build = Build::new("Texts");
    build.reviewer("Ada Quill");
    let article = build.article("A title", "", "", text);
    for (n, (start, length)) in ranges.iter().enumerate() {
        let range = clamp_range(text, *start % text.len()..start % text.len() + length);
        if range.is_empty() {
            continue;
        }
        let annotation = build.mark_range(article, range.clone(), Kind::Claim);
        if let Some(verdict) = VERDICTS[n % 4] {
            build.verdict(annotation, verdict, "");
        }
    }
    for (start, length) in dismissed {
        build.say(What::Dismissal { article, start: *start, end: start + length, reason: Some(Reason::Credit), proposed: false });
    }
    build.project
}

/// The verdict that a plain search finds at a byte: the gravest of what lies on it.
fn plainly(summary: &Summary, byte: usize) -> Option<Option<Verdict>> {
    let ranges = summary.entries.iter().filter_map(|entry| Some((entry.place.clone()?.range, entry.verdict)));
    ranges.filter(|(range, _): &(Range<usize>, _)| range.contains(&byte)).map(|(_, verdict)| verdict).max()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_text_is_the_articles_text(
        text in "[a-d<>&\"' \n.\u{200b}\u{202e}é€😀א]{1,60}",
        ranges in prop::collection::vec((0usize..200, 0usize..40), 0..12),
        dismissed in prop::collection::vec((0usize..80, 0usize..40), 0..4),
    ) {
        let project = project(&text, &ranges, &dismissed);
        let summary = gather(&project, &options());
        let page = render(&summary, Format::Html);
        assert_balanced(&page);
        prop_assert_eq!(article_texts(&page), [text.clone()]);

        let article = &summary.articles[0];
        let runs: Vec<_> = of_article(article, &summary.entries).into_iter().flatten().collect();
        let mut ends: Vec<usize> = runs.iter().flat_map(|run| run.ends.iter().copied()).collect();
        ends.sort_unstable();
        prop_assert_eq!(ends, (0..summary.entries.len()).collect::<Vec<_>>());
        prop_assert_eq!(runs.iter().map(|run| run.starts).sum::<usize>(), summary.entries.len());
        for run in runs.iter().filter(|run| !run.range.is_empty()) {
            for byte in run.range.clone() {
                prop_assert_eq!(run.verdict, plainly(&summary, byte), "byte {}", byte);
                let dismissed = article.dismissed.iter().any(|(range, _)| range.contains(&byte));
                prop_assert_eq!(run.dismissed.is_some(), dismissed);
            }
        }
    }
}

#[test]
fn overlapping_annotations_are_split_into_runs() {
    let project = project("one two three four", &[(0, 7), (4, 9), (4, 3)], &[]);
    let summary = gather(&project, &options());
    let runs = of_article(&summary.articles[0], &summary.entries).remove(0);
    let found: Vec<(Range<usize>, Vec<usize>, Vec<usize>)> = runs.into_iter().map(|run| (run.range, run.numbers, run.ends)).collect();
    assert_eq!(found, [(0..4, vec![1], vec![]), (4..7, vec![1, 2, 3], vec![0, 2]), (7..13, vec![2], vec![1]), (13..18, vec![], vec![])]);
}

#[test]
fn a_page_shows_each_verdict_by_sign_and_line_style() {
    let style = include_str!("../../../assets/report/summary.css");
    for (class, line) in [("dis", "dashed"), ("err", "wavy"), ("unc", "dotted")] {
        assert!(style.contains(&format!("mark.{class} {{ text-decoration-style: {line};")), "{class}");
    }
    let page = render(&gather(&project("one two three four", &[(0, 3), (4, 3), (8, 5), (14, 4)], &[]), &options()), Format::Html);
    for (class, sign, words) in [("unc", "○1", "one"), ("ver", "✓2", "two"), ("dis", "?3", "three"), ("err", "✗4", "four")] {
        assert!(page.contains(&format!("<mark class=\"{class}\" title=\"Note {}\">{words}</mark>", &sign[sign.len() - 1..])), "{class}");
        assert!(page.contains(&format!(">{sign}</a></sup>")), "{sign}");
    }
}
