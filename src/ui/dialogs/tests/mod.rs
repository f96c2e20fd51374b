//! Tests of the dialogs, each in the whole window, by role and name.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::disallowed_methods
)]

mod blind;
mod evidence;
mod export;
mod palette;
mod paths;
mod plain;
mod redact;
mod sign_off;
pub mod window;

use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use window::{Stage, settle};

/// Clicks a button of the open dialog.
fn click(harness: &mut Harness<'_, Stage>, name: &str) {
    harness.get_by_role_and_label(Role::Dialog, &title(harness)).get_by_role_and_label(Role::Button, name).click();
    settle(harness);
}

/// The name of the open dialog.
fn title(harness: &Harness<'_, Stage>) -> String {
    harness.query_by_role(Role::Dialog).and_then(|dialog| dialog.accesskit_node().label()).unwrap_or_default()
}

/// The name of the text field that has the focus.
fn focused(harness: &Harness<'_, Stage>) -> String {
    harness.query_by(|node| node.is_focused()).and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}
