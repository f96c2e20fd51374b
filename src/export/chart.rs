//! The small chart of how the annotations stand: a bar of four stretches, each with its own sign or pattern.

use super::sign::{ALL, class, label, sign};
use crate::model::Counts;

/// How many signs the bar of text has.
const SIGNS: usize = 40;
/// The drawn bar's size, in CSS pixels.
const WIDTH: usize = 640;
const HEIGHT: usize = 18;

/// How much of `length` each verdict gets: at least 1 where there is any, all of it together.
fn stretches(counts: Counts, length: usize) -> [usize; 4] {
    let total = counts.total();
    let mut lengths = ALL.map(|verdict| match counts.of(verdict) {
        0 => 0,
        n => (n as f64 / total as f64 * length as f64).round().max(1.0) as usize,
    });
    let sum: usize = lengths.iter().sum();
    if let Some(longest) = lengths.iter_mut().max() {
        *longest = if total == 0 { 0 } else { (*longest + length).saturating_sub(sum) };
    }
    lengths
}

/// The bar as text: ✓✓✓✓??✗○○. Empty where nothing is counted.
pub(super) fn text(counts: Counts) -> String {
    ALL.iter().zip(stretches(counts, SIGNS)).map(|(verdict, length)| sign(*verdict).repeat(length)).collect()
}

/// The bar as a drawing for HTML. Its colours and patterns are the style sheet's.
pub(super) fn svg(counts: Counts) -> String {
    let words: Vec<String> = ALL.iter().map(|verdict| format!("{} {}", label(*verdict), counts.of(*verdict))).collect();
    let words = words.join(", ");
    let mut out = format!(
        "<svg class=\"bar\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{words}\">\
         <title>{words}</title>{PATTERNS}"
    );
    let mut x = 0;
    for (verdict, width) in ALL.iter().zip(stretches(counts, WIDTH)).filter(|(_, width)| *width > 0) {
        let class = class(*verdict);
        let inner = width.saturating_sub(2).max(1);
        out.push_str(&format!("<rect class=\"{class}\" x=\"{x}\" y=\"0\" width=\"{inner}\" height=\"{HEIGHT}\"/>"));
        if let Some(pattern) = pattern(class) {
            out.push_str(&format!("<rect x=\"{x}\" y=\"0\" width=\"{inner}\" height=\"{HEIGHT}\" fill=\"url(#{pattern})\"/>"));
        }
        x += width;
    }
    out.push_str("</svg>");
    out
}

/// The pattern that tells a stretch apart without its colour; verified is plain.
fn pattern(class: &str) -> Option<&'static str> {
    match class {
        "dis" => Some("p-dis"),
        "err" => Some("p-err"),
        "unc" => Some("p-unc"),
        _ => None,
    }
}

const PATTERNS: &str = concat!(
    "<defs>",
    "<pattern id=\"p-dis\" width=\"8\" height=\"18\" patternUnits=\"userSpaceOnUse\"><path class=\"ink\" d=\"M2 0v18\"/></pattern>",
    "<pattern id=\"p-err\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\"><path class=\"ink\" d=\"M-2 2l4-4M0 9l9-9M7 11l4-4\"/></pattern>",
    "<pattern id=\"p-unc\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><circle class=\"dot\" cx=\"3\" cy=\"3\" r=\"1\"/></pattern>",
    "</defs>",
);

/// A coverage meter for HTML: how much of a line is filled.
pub(super) fn meter(percent: usize) -> String {
    let percent = percent.min(100);
    format!(
        "<svg class=\"meter\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
         <rect class=\"whole\" width=\"100\" height=\"4\"/><rect class=\"part\" width=\"{percent}\" height=\"4\"/></svg>"
    )
}
