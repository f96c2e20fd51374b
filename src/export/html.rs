//! The summary as one HTML file.

use super::Summary;

pub(super) fn render(summary: &Summary) -> String {
    summary.title.clone()
}
