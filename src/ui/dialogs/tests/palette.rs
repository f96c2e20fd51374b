//! “Go to anything”.

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};

use super::window::{act, articles, ferry, open, press, settle, write};
use super::{focused, title};
use crate::app::Request;
use crate::app::command::Command;
use crate::app::dialog::Dialog;

/// The names of the matches that are chosen: one at most.
fn chosen(harness: &egui_kittest::Harness<'_, super::Stage>) -> Vec<String> {
    let rows = harness.query_all_by_role(Role::ListBoxOption);
    rows.filter(|row| row.accesskit_node().is_selected() == Some(true)).filter_map(|row| row.accesskit_node().label()).collect()
}

#[test]
fn a_few_letters_and_enter_run_a_command() {
    let mut harness = open(ferry());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(&mut harness);
    assert_eq!((title(&harness).as_str(), focused(&harness).as_str()), ("Go to anything", "Go to anything"));
    write(&mut harness, "about fact");
    assert_eq!(chosen(&harness), ["About Factmark, Help"]);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state_mut().app().dialog, Some(Dialog::About));
}

#[test]
fn the_arrows_move_round() {
    let mut harness = open(ferry());
    act(&mut harness, Request::Run(Command::GoToAnything));
    let first = chosen(&harness);
    assert!(first[0].starts_with("The ferry that did not sail"), "{first:?}");
    press(&mut harness, Key::ArrowDown);
    assert!(chosen(&harness)[0].starts_with("Pier closed"));
    press(&mut harness, Key::Enter);
    let app = harness.state_mut().app();
    assert_eq!((app.article, app.dialog.clone()), (Some(articles(app)[1]), None));
    act(&mut harness, Request::Run(Command::GoToAnything));
    press(&mut harness, Key::ArrowUp);
    assert_eq!(harness.state_mut().app().palette.chosen + 1, harness.state_mut().app().palette.matches().len());
    press(&mut harness, Key::ArrowDown);
    assert_eq!(chosen(&harness), first);
}

#[test]
fn an_annotation_is_gone_to_by_a_click() {
    let mut harness = open(ferry());
    act(&mut harness, Request::Run(Command::GoToAnything));
    write(&mut harness, "forty");
    harness.get_by_role_and_label(Role::ListBoxOption, "Forty people, The ferry that did not sail").click();
    settle(&mut harness);
    let app = harness.state_mut().app();
    let words = app.in_hand.and_then(|id| app.session().project().annotation(id)?.passage().map(|passage| passage.words.clone()));
    assert_eq!((words.as_deref(), app.dialog.clone()), (Some("Forty people"), None));
}

#[test]
fn words_that_nothing_has_are_told_and_enter_does_nothing() {
    let mut harness = open(ferry());
    act(&mut harness, Request::Run(Command::GoToAnything));
    write(&mut harness, "qqxzzj");
    harness.get_by_label("Nothing has these letters.");
    press(&mut harness, Key::Enter);
    assert_eq!(title(&harness), "Go to anything");
}
