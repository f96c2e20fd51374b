//! The summary as CSV.

use super::Summary;

pub(super) fn render(summary: &Summary) -> String {
    summary.title.clone()
}
