//! Tests of the tabs, in the whole window, by role and name.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)]

use std::time::{Duration, Instant};

use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::app::command::Command;
use crate::app::dialog::Dialog;
use crate::app::list::Column;
use crate::app::{Request, Tab};
use crate::model::Verdict;
use crate::ui::dialogs::tests::window::FERRY;
use crate::ui::dialogs::tests::window::{Stage, act, articles, ferry, open, press, select, settle, sized, wheel, with, write};

/// The rows that are drawn, by name.
fn rows(harness: &Harness<'_, Stage>) -> Vec<String> {
    // The row of the heads has no place among them.
    let rows = harness.query_all_by_role(Role::Row).map(|row| row.accesskit_node()).filter(|row| row.data().row_index().is_some());
    rows.filter_map(|row| row.label()).collect()
}

fn in_hand(harness: &mut Harness<'_, Stage>) -> String {
    let app = harness.state_mut().app();
    let annotation = app.in_hand.and_then(|id| app.session().project().annotation(id)).unwrap();
    annotation.passage().unwrap().words.clone()
}

const NINE: &str = "Erroneous: left at nine";
const FORTY: &str = "Verified: Forty people";
const SOUND: &str = "Disputed: the pier was sound";

#[test]
fn the_tabs_are_chosen_by_click_and_arrows() {
    let mut harness = open(ferry());
    let is_open = |harness: &Harness<'_, Stage>, name: &str| {
        harness.get_by_role_and_label(Role::Tab, name).accesskit_node().is_selected() == Some(true)
    };
    assert!(is_open(&harness, "Annotations 3"));
    harness.get_by_role_and_label(Role::Tab, "Summary").click();
    settle(&mut harness);
    assert!(is_open(&harness, "Summary"));
    for (key, tab) in [(Key::ArrowRight, Tab::Annotations), (Key::ArrowRight, Tab::CrossCheck), (Key::ArrowLeft, Tab::Annotations)] {
        harness.get_by_role_and_label(Role::Tab, "Summary");
        if harness.query_by(|node| node.is_focused() && node.role() == Role::Tab).is_none() {
            harness.get_by_role_and_label(Role::Tab, "Summary").focus();
            settle(&mut harness);
        }
        press(&mut harness, key);
        assert_eq!(harness.state_mut().app().tab, tab);
    }
}

#[test]
fn the_bar_has_the_whole_middle_and_close() {
    let mut harness = open(ferry());
    harness.get_by_role_and_label(Role::Button, "Lists over the whole middle").click();
    settle(&mut harness);
    assert!(harness.state_mut().app().tab_whole);
    harness.get_by_role_and_label(Role::Button, "Lists below the page").click();
    settle(&mut harness);
    assert!(!harness.state_mut().app().settings.tabs);
}

#[test]
fn rows_are_listed_by_name_and_a_click_goes_there() {
    let mut harness = open(ferry());
    assert_eq!(rows(&harness), [NINE, FORTY, SOUND]);
    harness.get_by_role_and_label(Role::Row, FORTY).click();
    settle(&mut harness);
    assert_eq!(in_hand(&mut harness), "Forty people");
    assert_eq!(harness.get_by_role_and_label(Role::Row, FORTY).accesskit_node().is_selected(), Some(true));
    assert_eq!(harness.get_by_role_and_label(Role::Row, NINE).accesskit_node().is_selected(), Some(false));
}

#[test]
fn the_table_goes_by_the_keyboard() {
    let mut harness = open(ferry());
    harness.get_by_role_and_label(Role::RowGroup, "Annotations").focus();
    settle(&mut harness);
    for (key, row) in [(Key::Home, 0), (Key::ArrowUp, 0), (Key::ArrowDown, 1), (Key::End, 2), (Key::ArrowDown, 2), (Key::PageUp, 0)] {
        press(&mut harness, key);
        assert_eq!(harness.state().window().tabs.table_cursor(), row, "{key:?}");
    }
    assert_eq!(in_hand(&mut harness), "the pier was sound");
    press(&mut harness, Key::Enter);
    assert_eq!(in_hand(&mut harness), "left at nine");
}

#[test]
fn a_header_sorts_and_turns_round() {
    let mut harness = open(ferry());
    for (header, column, descending, first) in [
        ("Passage", Column::Passage, false, FORTY),
        ("Passage", Column::Passage, true, SOUND),
        ("Verdict", Column::Verdict, false, NINE),
        ("Changed", Column::Changed, false, NINE),
    ] {
        harness.get_by_role_and_label(Role::ColumnHeader, header).click();
        settle(&mut harness);
        let sort = harness.state_mut().app().list.sort;
        assert_eq!((sort.column, sort.descending), (column, descending));
        assert_eq!(rows(&harness)[0], first, "{header}");
    }
}

#[test]
fn the_filter_is_a_menu_and_a_field() {
    let mut harness = open(ferry());
    harness.get_by_label("Filter by words").focus();
    settle(&mut harness);
    write(&mut harness, "PIER");
    assert_eq!(rows(&harness), [SOUND]);
    write(&mut harness, "s and ships");
    assert!(rows(&harness).is_empty());
    harness.get_by_label("No annotation passes the filter.");
    harness.get_by_role_and_label(Role::Button, "Clear filter").click();
    settle(&mut harness);
    assert_eq!(rows(&harness).len(), 3);
    harness.get_by_role_and_label(Role::Button, "Filter: this article").click();
    settle(&mut harness);
    harness.get_all_by_role_and_label(Role::CheckBox, "Verified").last().unwrap().click();
    settle(&mut harness);
    assert_eq!(rows(&harness), [NINE, SOUND]);
    harness.get_by_role_and_label(Role::RadioButton, "All articles").click();
    settle(&mut harness);
    assert!(!harness.state_mut().app().filter.this_article);
    harness.get_by_role_and_label(Role::ColumnHeader, "Article");
}

#[test]
fn an_article_without_a_mark_says_what_to_do() {
    let harness = open(with(&[FERRY]));
    harness.get_by_label_contains("Nothing is marked yet");
    let mut harness = sized(ferry(), [1000.0, 640.0]);
    let pier = articles(harness.state_mut().app())[1];
    act(&mut harness, Request::ShowArticle(pier));
    harness.get_by_role_and_label(Role::Button, "List all articles").click();
    settle(&mut harness);
    assert_eq!(rows(&harness).len(), 3);
}

#[test]
fn fifty_thousand_rows_draw_only_those_in_sight() {
    let line = "w0 w1 w2 w3 w4 w5 w6 w7 w8 w9";
    let mut app = with(&[&vec![line; 5_000].join("\n")]);
    for n in 0..10 {
        select(&mut app, &format!("w{n}"));
        app.act(Request::Run(Command::MarkEvery));
        assert!(app.settle(Duration::from_secs(60)));
        app.act(Request::MarkEvery(Some(Verdict::Verified)));
    }
    assert_eq!(app.session().project().counts().total(), 50_000);
    let mut harness = open(app);
    assert!((3..40).contains(&rows(&harness).len()), "{}", rows(&harness).len());
    harness.get_by_role_and_label(Role::RowGroup, "Annotations").focus();
    settle(&mut harness);
    press(&mut harness, Key::End);
    assert_eq!(harness.state().window().tabs.table_cursor(), 49_999);
    assert_eq!(rows(&harness).last().unwrap(), "Verified: w9");
    let start = Instant::now();
    harness.run_steps(10);
    assert!(start.elapsed() < Duration::from_secs(2), "{:?} for ten frames", start.elapsed());
}

#[test]
fn words_are_found_counted_and_gone_to() {
    let mut harness = open(ferry());
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    settle(&mut harness);
    assert!(harness.get_by_label("Words to find").is_focused());
    write(&mut harness, "osprey");
    harness.get_by_label("2 hits in 2 articles");
    assert_eq!(harness.query_all_by_role(Role::ListBoxOption).count(), 2);
    press(&mut harness, Key::Enter);
    assert!(harness.get_by_label("Words to find").is_focused());
    assert_eq!(harness.state_mut().app().find.current, Some(0));
    harness.get_by_label_contains("Pier closed for a week: The Osprey left at ten.").click();
    settle(&mut harness);
    let app = harness.state_mut().app();
    assert_eq!((app.find.current, app.article), (Some(1), Some(articles(app)[1])));
    harness.get_by_role_and_label(Role::Button, "Match case").click();
    settle(&mut harness);
    // In the list, and announced.
    assert!(harness.query_all_by_label("Nothing found").next().is_some());
}

#[test]
fn escape_in_the_field_goes_back_to_the_article() {
    let mut harness = open(ferry());
    act(&mut harness, Request::Run(Command::Find));
    press(&mut harness, Key::Escape);
    assert!(!harness.get_by_label("Words to find").is_focused());
}

#[test]
fn a_fault_in_a_pattern_is_told_in_words() {
    let mut harness = open(ferry());
    act(&mut harness, Request::Run(Command::Find));
    harness.get_by_role_and_label(Role::Button, "Regular expression").click();
    settle(&mut harness);
    harness.get_by_label("Words to find").focus();
    settle(&mut harness);
    write(&mut harness, "(left");
    // The bar says it, and it is said aloud.
    assert!(harness.query_all_by_label_contains("a “(” has no “)”").next().is_some());
}

#[test]
fn the_summary_tells_and_leads_to_its_places() {
    let mut harness = open(ferry());
    act(&mut harness, Request::ShowTab(Tab::Summary));
    act(&mut harness, Request::Run(Command::WholeTab));
    for words in ["Untitled project", "Corrections 1", "Disputed 1", "Verified 1"] {
        assert!(harness.query_all_by_label(words).next().is_some(), "{words}");
    }
    harness.get_by_role_and_label(Role::Button, "Verified: Forty people").click();
    settle(&mut harness);
    assert_eq!(in_hand(&mut harness), "Forty people");
    act(&mut harness, Request::Run(Command::WholeTab));
    harness.get_by_role_and_label(Role::Button, "Export the summary…").click();
    settle(&mut harness);
    assert_eq!(harness.state_mut().app().dialog, Some(Dialog::Export));
}

#[test]
fn everything_fits_a_small_window() {
    for tab in [Tab::Annotations, Tab::CrossCheck, Tab::Find, Tab::Summary] {
        let mut harness = sized(ferry(), [1000.0, 640.0]);
        act(&mut harness, Request::Find(crate::text::find::Query { pattern: "the".into(), ..Default::default() }, true));
        act(&mut harness, Request::ShowTab(tab));
        for role in [Role::Tab, Role::Row, Role::ListBoxOption] {
            for node in harness.query_all_by_role(role) {
                assert!(node.rect().right() <= 1000.0 && node.rect().left() >= 0.0);
            }
        }
    }
}

#[test]
fn a_list_keeps_the_focus_when_its_row_is_scrolled_out_of_sight() {
    let line = "w0 w1 w2 w3 w4 w5 w6 w7 w8 w9";
    let mut app = with(&[&vec![line; 100].join("\n")]);
    select(&mut app, "w3");
    app.act(Request::Run(Command::MarkEvery));
    assert!(app.settle(Duration::from_secs(60)));
    app.act(Request::MarkEvery(Some(Verdict::Verified)));
    let mut harness = open(app);
    harness.get_by_role_and_label(Role::RowGroup, "Annotations").focus();
    settle(&mut harness);
    press(&mut harness, Key::Home);
    press(&mut harness, Key::ArrowDown);
    let place = harness.get_by_role_and_label(Role::RowGroup, "Annotations").rect().center();
    harness.hover_at(place);
    for _ in 0..10 {
        wheel(&harness, -100.0);
        settle(&mut harness);
    }
    assert!(rows_have_focus(&harness));
    // A screen reader still knows the row, which is above what is in sight.
    let top = harness.get_by_role_and_label(Role::RowGroup, "Annotations").rect().top();
    let above = harness.query_all_by_role(Role::Row).filter(|row| row.rect().bottom() < top).count();
    assert_eq!(above, 1);
    press(&mut harness, Key::ArrowDown);
    assert_eq!(harness.state().window().tabs.table_cursor(), 2);
    assert!(rows_have_focus(&harness));
}

/// Whether the rows of the table have the focus: a screen reader is at one of them.
fn rows_have_focus(harness: &Harness<'_, Stage>) -> bool {
    harness.get_by_role_and_label(Role::RowGroup, "Annotations").children_recursive().into_iter().any(|node| node.is_focused())
}

#[test]
fn tab_comes_to_the_headers_before_the_rows() {
    let mut harness = open(ferry());
    harness.get_by_role_and_label(Role::ColumnHeader, "Changed").focus();
    settle(&mut harness);
    press(&mut harness, Key::Tab);
    assert!(rows_have_focus(&harness));
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    settle(&mut harness);
    assert!(harness.get_by_role_and_label(Role::ColumnHeader, "Changed").is_focused());
    // The header is part of the table.
    let table = harness.get_by_role_and_label(Role::Table, "Annotations");
    assert!(table.children_recursive().into_iter().any(|node| node.accesskit_node().role() == Role::ColumnHeader));
}
