//! Factmark: check facts in articles.
//!
//! A project is a set of records; saving writes the set, merging is set union, what the window shows is a fold over
//! it. `ARCHITECTURE.md` shows how the layers below build on that; imports point downward only.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::panic,
        clippy::disallowed_methods
    )
)]

pub mod app;
pub mod cli;
pub mod crosscheck;
pub mod export;
pub mod import;
pub mod model;
pub mod platform;
pub mod storage;
pub mod text;
pub mod ui;
