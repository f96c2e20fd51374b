//! From a file, bytes or pasted words to the text of an article.
//!
//! Why: reviewers get articles as downloads, e-mails and copies of web pages, in any encoding and with the remains of markup. Passages are byte
//! ranges of a text that never changes, so all cleaning must happen once, here, before an article gets its id.
//!
//! How, in this order: `encoding` makes Unicode of bytes, with `\n` and NFC; `layout` makes paragraphs of lines; `markup` drops what remains of HTML and
//! Markdown; [`not_article_text`] proposes what is no article text; `details` reads title, outlet, address and date.
//! An import of what was imported gives the same text.
//!
//! What it does not do: it removes no words (share lines and copyright notices stay in the text and are only *proposed* as dismissed), reads no
//! web addresses, and knows no word-processor formats.

mod details;
mod encoding;
mod error;
mod layout;
mod markup;
mod source;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::path::Path;

use crate::crosscheck::not_article_text;
use crate::model::Reason;

pub use error::ImportError;
pub use source::{TEXT_LIMIT, is_supported};

/// What an import gives: the text for a new article, and what the text says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Paragraphs joined by one `\n`: NFC, no `\r`, no byte order mark, no blank paragraph, no white space at either end of a paragraph.
    pub text: String,
    /// The first headline-like line above the body, whole; else the opening words, at most 80 characters and `…`, cut at a word's end.
    pub title: String,
    /// The outlet, if the text states one.
    pub outlet: Option<String>,
    /// The address of the article, if the text states one.
    pub url: Option<String>,
    /// The date of the article as `2026-03-04`, if the text states one that reads in one way only.
    pub date: Option<String>,
    /// What is no article text: byte ranges of `text`, on character boundaries, in order, disjoint.
    pub proposals: Vec<(Range<usize>, Reason)>,
    /// The file's name without folders, or “Pasted text”.
    pub source_name: String,
    /// SHA-256 of the original bytes, in hexadecimal.
    pub source_sha256: String,
    /// The encoding of the original bytes, such as `UTF-8` or `windows-1252`.
    pub encoding: &'static str,
}

/// Imports the article in the file at `path`. `cancel` is asked every few hundred kilobytes.
///
/// # Errors
/// Every [`ImportError`]; nothing is read beyond [`TEXT_LIMIT`] bytes.
pub fn import_file(path: &Path, cancel: &dyn Fn() -> bool) -> Result<Imported, ImportError> {
    let bytes = source::read(path, cancel)?;
    let imported = import_bytes(&source::name(path), &bytes)?;
    if cancel() { Err(ImportError::Cancelled) } else { Ok(imported) }
}

/// Imports the content of a file called `name`, already in memory.
///
/// # Errors
/// Every [`ImportError`] that does not speak of a disk.
pub fn import_bytes(name: &str, bytes: &[u8]) -> Result<Imported, ImportError> {
    source::check(name, bytes)?;
    let decoded = encoding::decode(name, bytes)?;
    from_text(name, bytes, &decoded.text, decoded.encoding)
}

/// Imports words from the clipboard.
///
/// # Errors
/// [`ImportError::Empty`], [`ImportError::Binary`], [`ImportError::NotText`], [`ImportError::TooLarge`] or [`ImportError::ProjectFile`].
pub fn import_pasted(text: &str) -> Result<Imported, ImportError> {
    const NAME: &str = "Pasted text";
    source::check_content(NAME, text.as_bytes())?;
    from_text(NAME, text.as_bytes(), &encoding::normalise(NAME, text)?, "UTF-8")
}

fn from_text(name: &str, bytes: &[u8], decoded: &str, encoding: &'static str) -> Result<Imported, ImportError> {
    let text = markup::reading_text(&layout::paragraphs(decoded));
    if !text.chars().any(char::is_alphanumeric) {
        return Err(ImportError::NotText { name: name.to_owned() });
    }
    let proposals = not_article_text(&text);
    let details = details::read(&text, &proposals);
    Ok(Imported {
        title: details.title,
        outlet: details.outlet,
        url: details.url,
        date: details.date,
        proposals,
        source_name: name.to_owned(),
        source_sha256: source::sha256(bytes),
        encoding,
        text,
    })
}
