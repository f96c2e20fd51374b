//! The whole window as a screen reader has it: whatever acts has a name of its own, whatever has a value says it, rows
//! and cells have their roles. The commands of the table lead everywhere, so that a new one is looked at by itself.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "../window/bench.rs"]
#[allow(dead_code)]
mod bench;
mod heard;
mod rules;
mod walk;

use egui::accesskit::Role;
use egui::{Button, Sense, TextEdit, Ui, UiBuilder, WidgetInfo};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;

use walk::Walk;

#[test]
fn everything_has_a_name_of_its_own_and_says_its_value() {
    let mut walk = Walk::new();
    walk.through_all_commands();
    let left_out = walk.left_out();
    assert!(left_out.is_empty(), "nothing leads to {left_out:?}");
    without_offence(&walk);
}

#[test]
fn so_it_is_where_not_all_fits_beside_each_other() {
    let mut walk = Walk::sized(420.0, 640.0);
    walk.through_all_areas();
    without_offence(&walk);
}

fn without_offence(walk: &Walk) {
    let list: Vec<String> = walk.found.iter().map(|(offence, place)| format!("{offence}\n      first met: {place}")).collect();
    assert!(list.is_empty(), "{} offences:\n{}", list.len(), list.join("\n"));
}

/// A part of a window made for the rules, and the rule that it breaks; none where it keeps them.
type Sample = (&'static str, fn(&mut Ui), Option<&'static str>);

#[test]
fn the_rules_find_what_is_wrong() {
    let samples: [Sample; 12] = [
        ("a button", |ui| _ = ui.button("Save"), None),
        ("one of a sign", |ui| _ = ui.button("✗"), Some("has no name")),
        ("one with a sign", |ui| _ = ui.button("By anyone ▾"), Some("has a sign in its name")),
        ("a bare area", |ui| _ = ui.allocate_response(egui::vec2(9.0, 9.0), Sense::click()), Some("has no name")),
        ("a field", |ui| _ = ui.add(TextEdit::singleline(&mut String::new())).accessible_name("Note"), None),
        ("one without name", |ui| _ = ui.text_edit_singleline(&mut "words".to_owned()), Some("does not say what it is for")),
        ("two of a name", |ui| (0..2).for_each(|_| _ = ui.button("Delete")), Some("not the only one of its name")),
        ("two in rows of their own", |ui| ["One", "Two"].into_iter().for_each(|name| row(ui, name, Role::Cell)), None),
        ("two in rows of one name", |ui| (0..2).for_each(|_| row(ui, "One", Role::Cell)), Some("not the only one of its name")),
        ("a row of no cells", |ui| row(ui, "One", Role::Label), Some("has no cells")),
        ("a slider", |ui| _ = ui.add(egui::Slider::new(&mut 1.0, 0.0..=2.0)).accessible_name("Size"), None),
        ("a tab alone", |ui| alone(ui, Role::Tab, "Find"), Some("stands outside of what it is a part of")),
    ];
    for (name, part, expected) in samples {
        let mut harness = Harness::builder().allow_missing_glyphs().with_accessibility_check(false).build_ui(part);
        harness.run_ok();
        let found = rules::offences(harness.root().children_recursive());
        match expected {
            Some(expected) => assert!(found.iter().any(|offence| offence.starts_with(expected)), "{name}: {found:?}"),
            None => assert!(found.is_empty(), "{name}: {found:?}"),
        }
    }
}

/// A row of a table with one thing in it and a button.
fn row(ui: &mut Ui, name: &str, inside: Role) {
    let part = |role, name: &str| UiBuilder::new().accessibility_role(role).accessibility_label(name);
    ui.scope_builder(part(Role::Table, "Lists"), |ui| {
        ui.scope_builder(part(Role::Row, name), |ui| {
            ui.scope_builder(part(inside, "words"), |_| {});
            ui.add(Button::new("Delete"));
        });
    });
}

fn alone(ui: &mut Ui, role: Role, name: &str) {
    let response = ui.allocate_response(egui::vec2(9.0, 9.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(role, true, true, name));
}
