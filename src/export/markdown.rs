//! The summary as CommonMark.

use super::Summary;

pub(super) fn render(summary: &Summary) -> String {
    summary.title.clone()
}
