//! Title, outlet, address and date, as far as the text states them.

use std::ops::Range;

use crate::model::Reason;

/// What a text says about itself.
#[derive(Debug, Default)]
pub(super) struct Details {
    pub title: String,
    pub outlet: Option<String>,
    pub url: Option<String>,
    pub date: Option<String>,
}

/// Reads the details of `text`; `proposals` are the parts that are no article text.
pub(super) fn read(text: &str, proposals: &[(Range<usize>, Reason)]) -> Details {
    let _ = proposals;
    Details { title: text.lines().next().unwrap_or_default().chars().take(80).collect(), ..Details::default() }
}
