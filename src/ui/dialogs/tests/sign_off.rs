//! Signing an article off in the window.

use egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::window::{Stage, act, articles, ferry, mark, open, settle, with, write};
use super::{click, focused, title};
use crate::app::command::Command;
use crate::app::{App, Request};

/// An article of one sentence, judged.
fn done() -> App {
    let mut app = with(&["The pier\nThe pier opened in 1987."]);
    mark(&mut app, "The pier", Command::Verify);
    mark(&mut app, "1987", Command::Verify);
    app
}

fn signed(harness: &mut Harness<'_, Stage>) -> Vec<(String, bool)> {
    let app = harness.state_mut().app();
    let project = app.session().project();
    let article = project.article(articles(app)[0]).unwrap();
    let all = article.sign_offs().filter(|(_, signed)| signed.signed_at().is_some());
    all.map(|(_, signed)| (signed.reason().to_owned(), signed.stands())).collect()
}

#[test]
fn an_article_with_nothing_open_is_signed_by_one_button() {
    let mut harness = open(done());
    harness.get_by_role_and_label(Role::Button, "Sign off the article…").click();
    settle(&mut harness);
    assert_eq!((title(&harness).as_str(), focused(&harness).as_str()), ("Sign off the article", "Sign off"));
    let hash = articles(harness.state_mut().app())[0].to_string();
    harness.get_by_label_contains(&hash);
    click(&mut harness, "Sign off");
    assert_eq!(signed(&mut harness), [(String::new(), true)]);
    assert!(harness.query_all_by_label_contains("Signed off by Ada Lovell").next().is_some());
    harness.get_by_label_contains(", signed");
    act(&mut harness, Request::Run(Command::TakeSignatureBack));
    assert_eq!(signed(&mut harness), []);
    act(&mut harness, Request::Run(Command::Undo));
    assert_eq!(signed(&mut harness), [(String::new(), true)]);
}

#[test]
fn what_is_open_is_listed_each_a_way_there_and_asks_for_a_reason() {
    let mut harness = open(ferry());
    act(&mut harness, Request::Run(Command::ToCheck));
    act(&mut harness, Request::Run(Command::SignOff));
    harness.get_by_label("1 passage still to check");
    assert_eq!(focused(&harness), "Why sign all the same");
    assert!(harness.get_by_role_and_label(Role::Dialog, "Sign off the article").query_by_label("Sign off").is_none());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Enter);
    settle(&mut harness);
    assert_eq!(signed(&mut harness), [], "not without a reason");
    write(&mut harness, "The pier is not what this is about");
    click(&mut harness, "Sign off all the same");
    assert_eq!(signed(&mut harness), [("The pier is not what this is about".to_owned(), true)]);
    act(&mut harness, Request::Run(Command::SignOff));
    click(&mut harness, "the pier was sound");
    let app = harness.state_mut().app();
    assert_eq!((app.dialog.clone(), app.in_hand.is_some()), (None, true));
}

#[test]
fn a_later_judgement_makes_it_void_and_says_which() {
    let mut app = done();
    let article = articles(&app)[0];
    app.act(Request::SignOff(article, String::new()));
    app.act(Request::BecomeNew("Ben Orr".into()));
    mark(&mut app, "1987", Command::Refute);
    let mut harness = open(app);
    assert_eq!(signed(&mut harness), [(String::new(), false)]);
    assert!(harness.query_all_by_label_contains("Ben Orr judged “1987”").next().is_some());
    harness.get_by_label_contains(", signature void");
    act(&mut harness, Request::Run(Command::SignOff));
    harness.get_by_label("1 disagreement not settled");
    act(&mut harness, Request::CloseDialog);
    act(&mut harness, Request::SignOff(article, "Told the desk".into()));
    assert_eq!(signed(&mut harness), [(String::new(), false), ("Told the desk".to_owned(), true)]);
}
