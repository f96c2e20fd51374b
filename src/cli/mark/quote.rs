//! Finding the place that a quote names.

use std::ops::Range;

use super::super::error::Wrong;
use super::super::terminal::{clip, visible_line};
use crate::model::Article;
use crate::text::find::find_quote;
use crate::text::position::slice;

/// How many places a message lists.
const LISTED: usize = 10;
/// How much stands around a place in a message, in bytes.
const AROUND: usize = 40;
/// How much of a quote a message repeats, in columns.
const SHOWN: usize = 60;

/// The place where a quote stands in an article; `nth`, from 1, says which if there are several.
pub fn find(article: &Article, words: &str, nth: Option<usize>) -> Result<Range<usize>, Wrong> {
    if words.trim().is_empty() {
        return Err(Wrong::NoQuote);
    }
    let places = find_quote(article.text(), words);
    let quote = || clip(&visible_line(words.trim()), SHOWN);
    let title = || clip(&visible_line(article.title()), SHOWN);
    match (places.as_slice(), nth) {
        ([], _) => Err(Wrong::QuoteMissing { quote: quote(), title: title() }),
        ([only], None) => Ok(only.clone()),
        (all, None) => {
            let places = listed(article.text(), all);
            Err(Wrong::QuoteSeveral { quote: quote(), title: title(), count: all.len(), places })
        }
        (all, Some(nth)) => {
            let place = nth.checked_sub(1).and_then(|nth| all.get(nth)).cloned();
            place.ok_or_else(|| Wrong::NoSuchPlace { nth, quote: quote(), title: title(), count: all.len() })
        }
    }
}

/// A line for each place, with what stands around it.
fn listed(text: &str, places: &[Range<usize>]) -> String {
    let line = |(n, place): (usize, &Range<usize>)| {
        let around = slice(text, place.start.saturating_sub(AROUND)..place.end.saturating_add(AROUND));
        format!("\n  {}: … {} …", n + 1, visible_line(around.trim()))
    };
    let mut lines: String = places.iter().enumerate().take(LISTED).map(line).collect();
    if places.len() > LISTED {
        lines.push_str(&format!("\n  and {} more", places.len() - LISTED));
    }
    lines
}
