//! Remains of HTML and Markdown.

/// The reading text of the paragraphs.
pub(super) fn reading_text(paragraphs: &[String]) -> String {
    paragraphs.join("\n")
}
