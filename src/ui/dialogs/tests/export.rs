//! The dialog of the summary.

use egui::Role;
use egui_kittest::kittest::Queryable;

use super::window::{act, ferry, open, settle};
use super::{click, title};
use crate::app::Request;
use crate::app::command::Command;
use crate::app::dialog::Purpose;
use crate::export::Format;

#[test]
fn choices_change_the_preview() {
    let mut harness = open(ferry());
    act(&mut harness, Request::Run(Command::Export));
    assert_eq!(title(&harness), "Export the summary");
    for (name, format, start) in [
        ("Markdown: text for other programs", Format::Markdown, "#"),
        ("CSV: a table for spreadsheets", Format::Csv, "\u{feff}"),
        ("HTML: a page to read and to print", Format::Html, "<!doctype"),
    ] {
        harness.get_by_role_and_label(Role::RadioButton, name).click();
        settle(&mut harness);
        let (shown, text) = harness.state_mut().app().summary.preview.clone().unwrap();
        assert_eq!(shown, format);
        assert!(text.starts_with(start), "{name}");
        harness.get_by_label_contains(" kB");
    }
    let with_texts = harness.state_mut().app().summary.preview.clone().unwrap().1.len();
    harness.get_by_role_and_label(Role::CheckBox, "The articles with numbered notes").click();
    settle(&mut harness);
    assert!(harness.state_mut().app().summary.preview.clone().unwrap().1.len() < with_texts);
}

#[test]
fn confidential_evidence_is_warned_of() {
    let mut harness = open(ferry());
    act(&mut harness, Request::Run(Command::Export));
    assert!(harness.query_by_label_contains("would be named").is_none());
    harness.get_by_role_and_label(Role::CheckBox, "Confidential evidence").click();
    settle(&mut harness);
    harness.get_by_label_contains("would be named");
}

#[test]
fn exporting_asks_for_a_file() {
    let mut app = ferry();
    app.act(Request::Run(Command::Export));
    app.act(Request::SetSummary(Format::Markdown, app.summary.options));
    let options = app.summary_options(app.summary.options);
    app.act(Request::Export(Format::Markdown, options));
    assert!(app.asks.iter().any(|ask| ask.purpose == Purpose::ExportSummary(Format::Markdown)));
    app.asks.clear();
    let mut harness = open(app);
    click(&mut harness, "Cancel");
    assert_eq!(harness.state_mut().app().dialog, None);
}
