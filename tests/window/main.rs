//! The main job through the window, step by step, by role and name as a person or a screen reader finds things.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod bench;
mod same_as_commands;
mod steps;
mod survival;
