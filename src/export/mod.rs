//! The review summary: what leaves the program for editors, as Markdown, HTML or CSV.
//!
//! Why: the review is done for somebody who does not have Factmark. They get one file that says what to change and
//! why, what is in dispute, what was checked against which source, and what nobody has looked at.
//!
//! How it works: [`gather`] reads the project once and writes down the content in the order in which it is told;
//! [`render`] puts that content into a format. The formats decide nothing but looks, so all of them say the same.
//!
//! ```text
//! &Project ─ gather ─▶ Summary ─ render ─▶ markdown │ html │ csv
//!             (options)            └ runs, chart, escape
//! ```
//!
//! Everything in a project may have been written by a stranger. So nothing from it is ever written but through
//! `escape`: it cannot become markup, a link, an image, a script or a formula, and characters that cannot be seen
//! or that turn the direction of the text are shown as marks. A place becomes a link only if it is an http or https
//! address whose host can be read off. The HTML loads nothing, runs nothing, and forbids itself to.
//!
//! Confidential evidence is dropped in [`gather`], not in the formats: without [`Options::confidential`] a
//! [`Summary`] does not hold it.
//!
//! What it does not do: it reads no files, asks no clock (the caller gives the time as text) and writes nothing. The
//! cost is linear in the text and in the number of annotations.

mod chart;
mod cross;
mod csv;
mod entry;
mod escape;
mod evidence;
mod html;
mod markdown;
mod options;
mod runs;
mod sign;
mod signature;
mod summary;
#[cfg(test)]
mod tests;

pub use cross::{CrossPart, OutletPart, PlacePart, StatementPart};
pub use entry::{Entry, Place, RulingPart, Voice};
pub use evidence::{EvidencePart, Mention};
pub use options::{Format, Options};
pub use signature::{SignOffPart, touched_words};
pub use summary::{ArticlePart, DismissedPart, ReviewerPart, Share, Summary, gather};

use crate::model::Verdict;

/// The summary as the text of one file. CSV begins with a byte order mark, so that spreadsheets read it as UTF-8.
pub fn render(summary: &Summary, format: Format) -> String {
    match format {
        Format::Markdown => markdown::render(summary),
        Format::Html => html::render(summary),
        Format::Csv => csv::render(summary),
    }
}

/// That some annotations at a verdict are told among the corrections, in words; `None` if there is none.
fn among_corrections(summary: &Summary, verdict: Option<Verdict>) -> Option<String> {
    let n = summary.corrections_at(verdict);
    let are = if n == 1 { "is" } else { "are" };
    (n > 0).then(|| format!("{n} more {are} among the corrections, because a correction was given."))
}

/// How often something was dismissed for a reason, in words.
fn dismissed_words(part: &DismissedPart) -> String {
    let all = part.decided + part.proposed;
    let proposed = match part.proposed {
        0 => String::new(),
        n if n == all => " (proposed by the program, not yet looked at)".to_owned(),
        n => format!(" ({n} of them proposed by the program, not yet looked at)"),
    };
    format!("{}: {all}{proposed}", part.reason.label())
}

/// What a piece of evidence is: “Document, primary, confidential: ”.
fn evidence_kind(part: &EvidencePart) -> String {
    let primary = if part.primary { ", primary" } else { "" };
    let confidential = if part.confidential { ", confidential" } else { "" };
    format!("{}{primary}{confidential}: ", part.source.label())
}
