//! What each format says, and what it never says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)]

mod build;
mod content;
mod golden;
mod hostile;
mod reading;
mod texts;
