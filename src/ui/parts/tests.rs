#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::*;
use crate::model::{Counts, Verdict};
use crate::ui::theme;

/// A small window with the theme, showing one piece.
fn shown<'a, S: 'a>(state: S, mut piece: impl FnMut(&mut egui::Ui, &mut S) + 'a) -> Harness<'a, S> {
    let mut ready = false;
    Harness::builder().with_size([400.0, 200.0]).build_ui_state(
        move |ui, state| {
            if !std::mem::replace(&mut ready, true) {
                theme::style::install(ui.ctx());
                return;
            }
            piece(ui, state);
        },
        state,
    )
}

#[test]
fn each_verdict_can_be_pressed_and_the_current_one_says_so() {
    for current in [None, Some(Verdict::Verified), Some(Verdict::Disputed), Some(Verdict::Erroneous)] {
        for verdict in Verdict::ALL.iter().copied() {
            let mut harness = shown(None, move |ui, pressed| {
                if let Some(verdict) = verdict_control(ui, current) {
                    *pressed = Some(verdict);
                }
            });
            harness.run();
            let toggled = harness.get_by_label(verdict.label()).accesskit_node().toggled();
            assert_eq!(toggled == Some(egui::accesskit::Toggled::True), current == Some(verdict));
            harness.get_by_label(verdict.label()).click();
            harness.run();
            assert_eq!(*harness.state(), Some(verdict));
        }
    }
}

#[test]
fn counts_are_told_in_words() {
    for (counts, words) in [
        (Counts { verified: 14, disputed: 3, erroneous: 1, ..Counts::default() }, "14 verified, 3 disputed, 1 erroneous"),
        (Counts { unchecked: 2, ..Counts::default() }, "2 unchecked"),
        (Counts::default(), ""),
    ] {
        assert_eq!(counts_words(&counts), words);
    }
}

#[test]
fn a_comparison_is_read_out_with_what_it_replaces() {
    let mut harness = shown((), |ui, ()| {
        diff_ui(ui, "the red bus", "the blue bus", 13.0);
    });
    harness.run();
    assert!(harness.query_by_label("the blue bus (instead of: the red bus)").is_some());
}

#[test]
fn keys_headings_and_chips_have_their_words() {
    let mut harness = shown(0, |ui, pressed| {
        caps_heading(ui, "Articles");
        keycap_ui(ui, "E");
        chip(ui, "primary");
        *pressed += usize::from(keycap_button(ui, "J", "Next annotation").clicked());
        *pressed += usize::from(close_button(ui, "Close").clicked());
        *pressed += usize::from(link_button(ui, "Add").clicked());
    });
    harness.run();
    harness.get_by_role_and_label(egui::Role::Heading, "Articles");
    harness.get_by_label("E");
    harness.get_by_label("primary");
    for name in ["Next annotation", "Close", "Add"] {
        harness.get_by_role_and_label(egui::Role::Button, name).click();
    }
    harness.run();
    assert_eq!(*harness.state(), 3);
}

#[test]
fn what_is_too_long_is_cut_to_the_width() {
    let mut harness = shown(Vec::new(), |ui, widths: &mut Vec<f32>| {
        for words in ["", "short", "a title that goes on and on without end\nand even has a second line", &"endless".repeat(9_999)] {
            let font = theme::fonts::sans(13.0);
            widths.push(elided(ui, words, font, theme::Tokens::of(ui.visuals()).text, 120.0).size().x);
        }
    });
    harness.run();
    assert!(harness.state().iter().all(|width| *width <= 121.0), "{:?}", harness.state());
}
