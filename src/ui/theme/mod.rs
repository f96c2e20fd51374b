//! How everything looks: colours, sizes and spaces, faces, the style of widgets, and the signs of the verdicts.
//!
//! No other place names a colour or a font file. A widget asks [`Tokens::of`] for the colours of the theme that is
//! shown, takes lengths from [`space`] and [`size`], faces from [`fonts`], and the verdict signs from [`signs`].
//! Light and dark are two values of one type, so that a colour cannot be forgotten in one of them.
//!
//! It decides nothing about what is shown where.

pub mod fonts;
mod reviewers;
pub mod signs;
pub mod style;
#[cfg(test)]
mod tests;
mod tokens;

pub use reviewers::{REVIEWERS, ReviewerColours};
pub use style::{Choice, apply};
pub use tokens::{FILLS, Tokens, VerdictColours, size, space};
