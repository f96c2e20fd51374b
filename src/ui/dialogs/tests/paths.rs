//! Typed paths: opening, adding, saving, replacing.

use std::path::Path;

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::window::{FERRY, PIER, act, articles, empty, ferry, open, press, settle, write};
use super::{Stage, click, focused, title};
use crate::app::Request;
use crate::app::dialog::{Ask, Purpose};
use crate::export::Format;

fn ask(harness: &mut Harness<'_, Stage>, purpose: Purpose, folder: &Path, name: &str) {
    act(harness, Request::NoFileDialog(Ask { purpose, name: name.into(), folder: Some(folder.into()) }));
}

/// Takes everything out of the field that has the focus.
fn clear(harness: &mut Harness<'_, Stage>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.key_press(Key::Backspace);
    settle(harness);
}

#[test]
fn a_project_is_saved_opened_and_replaced_only_when_asked_twice() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("osprey.factmark.ron");
    let mut harness = open(ferry());
    ask(&mut harness, Purpose::SaveProject, folder.path(), "osprey.factmark.ron");
    assert_eq!(title(&harness), "Save project");
    assert_eq!(focused(&harness), "Path of the file");
    press(&mut harness, Key::Enter);
    settle(&mut harness);
    assert!(file.exists());
    let saved = std::fs::read(&file).unwrap();

    let mut other = open(ferry());
    ask(&mut other, Purpose::SaveProject, folder.path(), "osprey");
    click(&mut other, "Save");
    other.get_by_label_contains("Replace it?");
    assert_eq!(std::fs::read(&file).unwrap(), saved);
    click(&mut other, "Replace the file");
    settle(&mut other);
    assert_eq!(other.state_mut().app().dialog, None);

    let mut third = open(empty());
    ask(&mut third, Purpose::OpenProject, folder.path(), "");
    third.get_by_label_contains("is a folder");
    write(&mut third, "osprey.factmark.ron");
    click(&mut third, "Open");
    settle(&mut third);
    assert_eq!(articles(third.state_mut().app()).len(), 2);
}

#[test]
fn a_path_that_leads_nowhere_is_told_under_the_field() {
    let folder = tempfile::tempdir().unwrap();
    for (purpose, words) in [
        (Purpose::OpenProject, "There is no file"),
        (Purpose::AddArticles, "There is no file"),
        (Purpose::SaveProject, "There is no folder"),
        (Purpose::ExportSummary(Format::Html), "There is no folder"),
    ] {
        let mut harness = open(ferry());
        ask(&mut harness, purpose, &folder.path().join("no"), "such.html");
        harness.get_by_label_contains(words);
        press(&mut harness, Key::Enter);
        assert_ne!(title(&harness), "", "{words}");
        press(&mut harness, Key::Escape);
        assert_eq!(harness.state_mut().app().dialog, None);
    }
}

#[test]
fn several_articles_are_added_one_path_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let paths = [("a.txt", FERRY), ("b.md", PIER)].map(|(name, text)| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    });
    let mut harness = open(empty());
    ask(&mut harness, Purpose::AddArticles, folder.path(), "");
    clear(&mut harness);
    write(&mut harness, &paths.join("\n"));
    click(&mut harness, "Add");
    settle(&mut harness);
    assert_eq!(articles(harness.state_mut().app()).len(), 2);
}
