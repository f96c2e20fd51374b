//! The dialogs that ask for little, or only show something.

use egui::{Id, Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;

use super::window::{FERRY, PIER, act, articles, empty, ferry, mark, open, press, select, settle, sized, with, write};
use super::{click, focused, title};
use crate::app::command::{Command, TABLE};
use crate::app::dialog::Dialog;
use crate::app::settings::{ReadingFace, Theme};
use crate::app::{Request, Tab};
use crate::model::Verdict;

#[test]
fn every_plain_dialog_opens_has_a_focus_and_closes_by_escape() {
    for (command, name) in [
        (Command::ChooseReviewer, "Who is reviewing?"),
        (Command::PasteArticle, "Paste an article"),
        (Command::EditArticle, "Article details"),
        (Command::NameProject, "Project title"),
        (Command::Export, "Export the summary"),
        (Command::Settings, "Settings"),
        (Command::Keys, "All keys"),
        (Command::HowTo, "How a review goes"),
        (Command::About, "About Factmark"),
        (Command::GoToAnything, "Go to anything"),
        (Command::Cite, "Add evidence"),
    ] {
        for size in [[1440.0, 900.0], [1000.0, 640.0], [640.0, 420.0]] {
            let mut harness = sized(ferry(), size);
            act(&mut harness, Request::Run(command));
            assert_eq!(title(&harness), name);
            assert_ne!(focused(&harness), "", "{name}");
            let id = if name == "Go to anything" { Id::unique("palette") } else { Id::unique("dialog").with(name) };
            let dialog = harness.ctx.memory(|memory| memory.area_rect(id)).unwrap();
            assert!(dialog.width() <= size[0] && dialog.height() <= size[1], "{name} at {size:?}: {dialog:?}");
            press(&mut harness, Key::Escape);
            assert_eq!(harness.state_mut().app().dialog, None, "{name}");
        }
    }
}

#[test]
fn the_focus_stays_in_the_dialog_and_goes_back() {
    let mut harness = open(ferry());
    act(&mut harness, Request::Run(Command::Find));
    assert_eq!(focused(&harness), "Words to find");
    act(&mut harness, Request::Run(Command::NameProject));
    for _ in 0..7 {
        press(&mut harness, Key::Tab);
        assert!(["Title", "Name the project", "Cancel"].contains(&focused(&harness).as_str()), "{}", focused(&harness));
    }
    press(&mut harness, Key::Escape);
    assert_eq!(focused(&harness), "Words to find");
}

#[test]
fn a_pasted_text_becomes_an_article() {
    let mut harness = open(empty());
    act(&mut harness, Request::Run(Command::PasteArticle));
    assert_eq!(focused(&harness), "Text of the article");
    write(&mut harness, FERRY);
    click(&mut harness, "Add the article");
    let app = harness.state_mut().app();
    assert_eq!(app.session().project().articles()[0].title(), "The ferry that did not sail");
    assert_eq!(app.dialog, None);
}

#[test]
fn the_details_of_an_article_can_be_changed() {
    let mut harness = open(with(&[FERRY]));
    act(&mut harness, Request::Run(Command::EditArticle));
    harness.get_by_role_and_label(Role::TextInput, "Outlet").focus();
    settle(&mut harness);
    write(&mut harness, "The Lamp");
    press(&mut harness, Key::Enter);
    let app = harness.state_mut().app();
    let article = app.session().project().articles()[0];
    assert_eq!((article.outlet(), article.title()), ("The Lamp", "The ferry that did not sail"));
    assert_eq!(app.dialog, None);
}

#[test]
fn the_project_is_named_by_enter() {
    let mut harness = open(with(&[FERRY]));
    act(&mut harness, Request::Run(Command::NameProject));
    write(&mut harness, "Osprey ");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state_mut().app().session().project().title(), "Osprey");
    act(&mut harness, Request::Run(Command::NameProject));
    write(&mut harness, " again");
    click(&mut harness, "Cancel");
    assert_eq!(harness.state_mut().app().session().project().title(), "Osprey");
}

#[test]
fn what_waits_for_a_name_is_done_once_it_is_given() {
    let mut app = empty();
    app.settings.name.clear();
    let mut harness = open(app);
    act(&mut harness, Request::AddText(FERRY.into()));
    assert_eq!(title(&harness), "Who is reviewing?");
    assert_eq!(focused(&harness), "Your name");
    write(&mut harness, "Mina Okoro");
    press(&mut harness, Key::Enter);
    settle(&mut harness);
    let app = harness.state_mut().app();
    assert_eq!(app.session().project().articles().len(), 1);
    assert_eq!(app.by().map(|by| app.session().project().reviewer_name(by)), Some("Mina Okoro".into()));
}

#[test]
fn a_known_reviewer_is_one_click_and_can_be_renamed() {
    let mut app = ferry();
    app.act(Request::BecomeNew("Mina Okoro".into()));
    mark(&mut app, "Forty people", Command::Refute);
    let mut harness = open(app);
    act(&mut harness, Request::Run(Command::ChooseReviewer));
    harness.get_by_label("Mina Okoro, 1 judgement, that is you");
    click(&mut harness, "Ada Lovell, 3 judgements");
    let name = |harness: &mut egui_kittest::Harness<'_, super::Stage>| {
        let app = harness.state_mut().app();
        app.by().map(|by| app.session().project().reviewer_name(by)).unwrap()
    };
    assert_eq!(name(&mut harness), "Ada Lovell");
    act(&mut harness, Request::Run(Command::ChooseReviewer));
    harness.get_by_role_and_label(Role::TextInput, "Your name in this project").focus();
    settle(&mut harness);
    write(&mut harness, "-Brandt");
    click(&mut harness, "Rename me");
    assert_eq!(name(&mut harness), "Ada Lovell-Brandt");
}

#[test]
fn two_people_of_one_name_stay_two_wherever_they_are_named() {
    let mut app = ferry();
    let first = app.by().unwrap();
    app.act(Request::BecomeNew("Ada Lovell".into()));
    mark(&mut app, "left at nine", Command::Verify);
    let second = app.by().unwrap();
    let name = |id| app.session().project().reviewer_name(id);
    let (first, second) = (name(first), name(second));
    assert_ne!(first, second);
    let mut harness = open(app);
    for tab in [Tab::Annotations, Tab::Summary, Tab::History] {
        act(&mut harness, Request::ShowTab(tab));
        let shown = |words: &str| harness.query_all_by_label_contains(words).next().is_some();
        let initials = |name: &str| name.replace("Ada Lovell (", "AL ").replace(')', "");
        match tab {
            Tab::Annotations => assert!(shown(&initials(&first)) && shown(&initials(&second)), "{tab:?}"),
            _ => assert!(shown(&first) && shown(&second), "{tab:?}"),
        }
        assert!(shown(&format!("Reviewer: {second}")), "the top bar says which one it is");
    }
    act(&mut harness, Request::Run(Command::ChooseReviewer));
    harness.get_by_label(&format!("{first}, 3 judgements"));
    harness.get_by_label(&format!("{second}, 1 judgement, that is you"));
}

#[test]
fn every_occurrence_is_marked_in_one_step() {
    let mut app = with(&[FERRY, PIER]);
    select(&mut app, "Lena Orr");
    app.act(Request::Run(Command::MarkEveryInAll));
    let mut harness = open(app);
    assert_eq!(title(&harness), "Mark every occurrence");
    harness.get_by_label_contains("2 places in 2 articles.");
    assert_eq!(focused(&harness), "Verified");
    click(&mut harness, "Disputed");
    let app = harness.state_mut().app();
    assert_eq!(app.session().project().counts().of(Some(Verdict::Disputed)), 2);
    assert_eq!(app.dialog, None);
    act(&mut harness, Request::Run(Command::Undo));
    assert_eq!(harness.state_mut().app().session().project().counts().total(), 0);
}

#[test]
fn settings_show_at_once() {
    let mut harness = open(with(&[FERRY]));
    act(&mut harness, Request::Run(Command::Settings));
    for name in ["Dark", "Sans, like the window"] {
        harness.get_by_role_and_label(Role::RadioButton, name).click();
        settle(&mut harness);
    }
    click(&mut harness, "Larger");
    let settings = &harness.state_mut().app().settings;
    assert_eq!((settings.theme, settings.face, settings.zoom), (Theme::Dark, ReadingFace::Sans, 110));
    assert!(harness.ctx.global_style().visuals.dark_mode);
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state_mut().app().dialog, None);
}

#[test]
fn every_command_with_a_key_is_on_the_sheet() {
    let mut harness = open(with(&[FERRY]));
    harness.key_press_modifiers(Modifiers::NONE, Key::F1);
    settle(&mut harness);
    let dialog = harness.get_by_role_and_label(Role::Dialog, "All keys");
    for entry in TABLE.iter().filter(|entry| !entry.keys.is_empty()) {
        let title = entry.title.trim_end_matches('…');
        assert!(dialog.query_all_by_label(title).next().is_some(), "{title}");
    }
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state_mut().app().dialog, None);
}

#[test]
fn about_tells_the_version_and_the_licence() {
    let mut harness = open(empty());
    act(&mut harness, Request::Run(Command::About));
    harness.get_by_label(&format!("Factmark {}", env!("CARGO_PKG_VERSION")));
    harness.get_by_label_contains("MIT or Apache-2.0");
    harness.get_by_label_contains("Open Font License");
    assert_eq!(harness.state_mut().app().dialog, Some(Dialog::About));
}

#[test]
fn leaving_unsaved_work_is_asked_about() {
    for (button, left) in [("Cancel", false), ("Don’t save", true)] {
        let mut harness = open(ferry());
        act(&mut harness, Request::Run(Command::NewProject));
        assert_eq!(title(&harness), "Save your work?");
        assert_eq!(focused(&harness), "Save");
        click(&mut harness, button);
        assert_eq!(articles(harness.state_mut().app()).is_empty(), left, "{button}");
        assert_eq!(harness.state_mut().app().dialog, None);
    }
}
