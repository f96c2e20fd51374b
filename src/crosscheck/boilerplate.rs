//! What in a text is no article text: share lines, image marks, credits, copyright notices.

use std::ops::Range;

use crate::model::Reason;

/// The parts of `text` that are no article text: byte ranges in order, disjoint, on character boundaries; whole paragraphs or parts of one.
#[must_use]
pub fn not_article_text(text: &str) -> Vec<(Range<usize>, Reason)> {
    let _ = text;
    Vec::new()
}
