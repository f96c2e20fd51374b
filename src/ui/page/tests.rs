//! Two pages side by side in the whole window, by role and name.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)]

use egui::{Key, Modifiers, Pos2, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::app::command::Command;
use crate::app::panes::Pane;
use crate::app::{App, Request};
use crate::model::Verdict;
use crate::ui::dialogs::tests::window::{FERRY, PIER, Stage, act, articles, open, press, settle, sized, wheel, with};

/// The first lines of the two reports, which are their titles.
const LEFT: &str = "The ferry that did not sail";
const RIGHT: &str = "Pier closed for a week";

fn beside(size: [f32; 2]) -> Harness<'static, Stage> {
    let mut harness = sized(with(&[FERRY, PIER]), size);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num6);
    settle(&mut harness);
    harness
}

fn page<'a>(harness: &'a Harness<'_, Stage>, title: &'a str) -> egui_kittest::Node<'a> {
    harness.get_by_role_and_label(Role::Document, title)
}

fn app<'a>(harness: &'a mut Harness<'_, Stage>) -> &'a mut App {
    harness.state_mut().app()
}

/// The title of the article with the focus, and that of the page which has the keyboard.
fn focused(harness: &mut Harness<'_, Stage>) -> (String, Option<String>) {
    let keyboard = harness.query_by(|node| node.is_focused() && node.role() == Role::Document);
    let keyboard = keyboard.and_then(|node| node.accesskit_node().label());
    let app = app(harness);
    (app.session().project().article(app.article.unwrap()).unwrap().title().to_owned(), keyboard)
}

fn on(title: &str) -> (String, Option<String>) {
    (title.to_owned(), Some(title.to_owned()))
}

fn other_side(harness: &mut Harness<'_, Stage>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F6);
    settle(harness);
}

fn click_at(harness: &mut Harness<'_, Stage>, at: Pos2) {
    harness.drag_at(at);
    harness.run();
    harness.drop_at(at);
    settle(harness);
}

#[test]
fn keys_open_a_page_beside_and_go_from_side_to_side() {
    let mut harness = beside([1440.0, 900.0]);
    let (left, right) = (page(&harness, LEFT).rect(), page(&harness, RIGHT).rect());
    assert!(left.right() <= right.left() && (left.width() - right.width()).abs() < 4.0, "{left:?} {right:?}");
    assert_eq!(focused(&mut harness), on(RIGHT));
    other_side(&mut harness);
    assert_eq!(focused(&mut harness), on(LEFT));
    other_side(&mut harness);
    assert_eq!(focused(&mut harness), on(RIGHT));
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::F6);
    settle(&mut harness);
    assert!(page(&harness, RIGHT).rect().right() <= page(&harness, LEFT).rect().left());
    assert_eq!(focused(&mut harness), on(RIGHT));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F4);
    settle(&mut harness);
    assert_eq!(harness.query_all_by_role(Role::Document).count(), 1);
    assert_eq!(focused(&mut harness), on(RIGHT));
}

#[test]
fn a_click_on_a_page_gives_it_the_focus_and_verdicts_go_to_its_selection() {
    let mut harness = beside([1440.0, 900.0]);
    let at = page(&harness, LEFT).rect().center();
    click_at(&mut harness, at);
    assert_eq!(focused(&mut harness), on(LEFT));
    for (title, words, key) in [(LEFT, "Forty people", Key::Num2), (RIGHT, "left at ten", Key::Num1)] {
        let at = page(&harness, title).rect().center();
        click_at(&mut harness, at);
        let app = app(&mut harness);
        let id = app.article.unwrap();
        let start = app.session().project().article(id).unwrap().text().find(words).unwrap();
        app.act(Request::GoToPlace(id, start..start + words.len()));
        settle(&mut harness);
        press(&mut harness, key);
    }
    let project = app(&mut harness).session().project();
    let of = |n: usize| project.articles()[n].counts();
    assert_eq!((of(0).of(Some(Verdict::Disputed)), of(1).of(Some(Verdict::Verified))), (1, 1));
    // Both are on the screen, each on its page.
    harness.get_by_role_and_label(Role::Mark, "Disputed: Forty people");
    harness.get_by_role_and_label(Role::Mark, "Verified: left at ten");
}

#[test]
fn each_page_scrolls_by_itself_also_two_places_of_one_article() {
    let long = format!("A long report\n{}", "The tide came in and went out again, as it always does. ".repeat(600));
    let mut harness = sized(with(&[long.trim_end()]), [1440.0, 900.0]);
    act(&mut harness, Request::Run(Command::OpenBeside));
    let pages: Vec<Pos2> = harness.query_all_by_role(Role::Document).map(|page| page.rect().center()).collect();
    assert_eq!(pages.len(), 2);
    let tops = |harness: &mut Harness<'_, Stage>| {
        let app = app(harness);
        (app.panes.beside.as_ref().unwrap().top, app.top)
    };
    assert_eq!(tops(&mut harness), (0, 0));
    for (at, moves) in [(pages[1], (false, true)), (pages[0], (true, true))] {
        harness.hover_at(at);
        wheel(&harness, -600.0);
        settle(&mut harness);
        let (left, right) = tops(&mut harness);
        assert_eq!((left > 0, right > 0), moves);
    }
}

#[test]
fn the_keys_are_the_articles_unless_something_else_has_them() {
    let long = format!("A long report\n{}", "The tide came in and went out again, as it always does. ".repeat(600));
    let mut harness = sized(with(&[long.trim_end()]), [1440.0, 900.0]);
    let page_has_focus = |harness: &Harness<'_, Stage>| harness.get_by_role(Role::Document).is_focused();
    settle(&mut harness);
    // Nothing has been pressed or clicked yet.
    assert!(page_has_focus(&harness));
    press(&mut harness, Key::ArrowRight);
    assert_eq!(app(&mut harness).caret, 1);
    // A click beside it gives the keys back, and leaves in view what is.
    let middle = harness.get_by_role(Role::Document).rect().center();
    harness.hover_at(middle);
    wheel(&harness, -600.0);
    settle(&mut harness);
    let top = app(&mut harness).top;
    assert!(top > 0);
    let beside = harness.get_by_role_and_label(Role::Heading, "Articles").rect().center();
    click_at(&mut harness, beside);
    assert!(page_has_focus(&harness));
    assert_eq!(app(&mut harness).top, top);
    // Not from a menu or a field.
    harness.get_by_role_and_label(Role::Button, "File").click();
    settle(&mut harness);
    assert!(!page_has_focus(&harness));
    press(&mut harness, Key::Escape);
    assert!(page_has_focus(&harness));
    // Tab goes round: to everything, and back to the article.
    let mut names = Vec::new();
    for _ in 0..120 {
        press(&mut harness, Key::Tab);
        let focused = harness.query_by(|node| node.is_focused()).and_then(|node| node.accesskit_node().label());
        names.extend(focused);
        if page_has_focus(&harness) {
            break;
        }
    }
    assert!(page_has_focus(&harness) && names.iter().any(|name| name == "File"), "{names:?}");
    act(&mut harness, Request::Run(Command::Find));
    assert!(!page_has_focus(&harness));
    harness.input_mut().events.push(egui::Event::Text("tide".to_owned()));
    settle(&mut harness);
    assert!(!page_has_focus(&harness));
}

#[test]
fn the_line_between_moves_by_drag_and_by_key() {
    let mut harness = beside([1440.0, 900.0]);
    let line = |harness: &Harness<'_, Stage>| harness.get_by_role_and_label(Role::Splitter, "Between the pages").rect().center();
    let before = line(&harness);
    harness.drag_at(before);
    harness.run();
    harness.hover_at(before + egui::vec2(80.0, 0.0));
    harness.run();
    harness.drop_at(before + egui::vec2(80.0, 0.0));
    settle(&mut harness);
    assert!((line(&harness).x - before.x - 80.0).abs() < 2.0);
    harness.get_by_role_and_label(Role::Splitter, "Between the pages").focus();
    settle(&mut harness);
    let split = app(&mut harness).settings.split;
    press(&mut harness, Key::ArrowLeft);
    assert!(app(&mut harness).settings.split < split && line(&harness).x < before.x + 80.0);
    press(&mut harness, Key::Home);
    assert_eq!(app(&mut harness).settings.split, 500);
    for _ in 0..40 {
        press(&mut harness, Key::ArrowRight);
    }
    assert_eq!(app(&mut harness).settings.split, 800, "the narrower page stays a page");
}

#[test]
fn the_head_of_a_page_chooses_its_article_and_closes_it() {
    let mut harness = beside([1440.0, 900.0]);
    harness.get_by_role_and_label(Role::Button, &format!("Article of the left page: {LEFT}")).click();
    settle(&mut harness);
    harness.get_all_by_role_and_label(Role::Button, RIGHT).last().unwrap().click();
    settle(&mut harness);
    assert_eq!(harness.query_all_by_role_and_label(Role::Document, RIGHT).count(), 2);
    harness.get_by_role_and_label(Role::Button, "Close the right page").click();
    settle(&mut harness);
    assert_eq!(harness.query_all_by_role(Role::Document).count(), 1);
    assert_eq!(app(&mut harness).panes.focused, Pane::First);
}

#[test]
fn in_a_narrow_window_the_list_gives_way_and_then_the_other_page() {
    let harness = beside([1000.0, 640.0]);
    let (left, right) = (page(&harness, LEFT).rect(), page(&harness, RIGHT).rect());
    assert!(left.width() > 250.0 && right.width() > 250.0, "{left:?} {right:?}");
    let mut harness = beside([640.0, 420.0]);
    assert_eq!(harness.query_all_by_role(Role::Document).count(), 1);
    other_side(&mut harness);
    assert!(page(&harness, LEFT).rect().left() < 20.0, "the panel stays");
}

#[test]
fn both_places_of_a_finding_are_opened_from_the_cross_check() {
    let mut harness = open(with(&[
        "Pier is safe\n“We have looked at every bolt of the pier and it is safe for all boats,” harbour master Lena Orr said.",
        "Boats may sail\n“We have looked at most bolts of the pier and it was safe for small boats,” harbour master Lena Orr said.",
    ]));
    let ids = articles(harness.state_mut().app());
    act(&mut harness, Request::Run(Command::CrossCheck));
    harness.get_by_role_and_label(Role::Button, "Open both side by side").click();
    settle(&mut harness);
    let app = app(&mut harness);
    let open = app.panes.beside.clone().unwrap();
    assert_eq!((app.article, open.article), (Some(ids[0]), ids[1]));
    assert!(app.selection.is_some() && open.selection.is_some());
    assert_eq!(harness.query_all_by_role(Role::Document).count(), 2);
}
