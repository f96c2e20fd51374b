//! What the program notices by itself in texts and judgements: findings and proposals, never verdicts.
//!
//! Why: a person decides, but a person overlooks. Everything here is pure, takes texts and gives byte ranges with a reason that can be shown.
//!
//! What it does not do: it reads no files, asks no clock, and changes nothing.

pub mod agreement;
pub mod boilerplate;
mod check;
mod checkable;
mod claims;
mod coverage;
pub mod disagreement;
mod figures;
pub mod finding;
pub mod groups;
mod kind;
pub mod matrix;
mod memo;
mod names;
pub mod quotes;
mod readiness;
mod repeats;
pub mod reviewed;
mod source;

pub use boilerplate::not_article_text;
pub use check::{CrossCheck, METHODS, Stopped, identity};
pub use checkable::checkable;
pub use coverage::{Coverage, Uncounted};
pub use disagreement::{Difference, disagreements};
pub use figures::Figures;
pub use finding::{Fault, Findings, Place};
pub use groups::same_statement;
pub use kind::likely_kind;
pub use names::Names;
pub use quotes::Quotes;
pub use readiness::OpenPoints;
pub use repeats::Repeats;
pub use source::{Apart, ArticleNo, Source, Sources};
