//! Finding words, the palette.

use super::*;
use crate::app::palette::Goal;
use crate::text::find::{Mode, Query};

fn find(app: &mut App, pattern: &str, mode: Mode, everywhere: bool) -> usize {
    app.act(Request::ShowTab(Tab::Find));
    app.act(Request::Find(Query { pattern: pattern.into(), mode, match_case: false }, everywhere));
    settle(app);
    app.find.hits.len()
}

#[test]
fn words_are_found_here_and_everywhere() {
    let mut app = review();
    for (pattern, mode, everywhere, count) in [
        ("osprey", Mode::Plain, false, 1),
        ("osprey", Mode::Plain, true, 4),
        ("board", Mode::Plain, true, 2),
        ("oar", Mode::WholeWord, true, 0),
        ("oar", Mode::Plain, true, 2),
        (r"\d+ people", Mode::Regex, true, 2),
        ("", Mode::Plain, true, 0),
    ] {
        assert_eq!(find(&mut app, pattern, mode, everywhere), count, "{pattern}");
        assert_eq!(app.find.fault, None);
    }
    assert_eq!(find(&mut app, "(", Mode::Regex, true), 0);
    assert!(app.find.fault.is_some());
}

#[test]
fn hits_are_gone_through_round_and_round() {
    let mut app = review();
    let count = find(&mut app, "tide", Mode::Plain, true);
    let mut seen = Vec::new();
    for _ in 0..=count {
        app.act(Request::Run(Command::FindNext));
        seen.push((app.article, app.selection.clone()));
    }
    assert_eq!(seen.first(), seen.last());
    app.act(Request::Run(Command::FindPrevious));
    assert_eq!(seen.get(count - 1), Some(&(app.article, app.selection.clone())));
}

#[test]
fn the_selected_words_are_what_is_looked_for() {
    let mut app = review();
    let range = place(&app, "harbour master");
    app.act(Request::Select(range));
    app.act(Request::Run(Command::FindInAll));
    settle(&mut app);
    assert_eq!((app.tab, app.focus, app.find.hits.len()), (Tab::Find, Some(Field::Find), 1));
}

#[test]
fn the_palette_leads_to_articles_annotations_and_commands() {
    let mut app = review();
    let id = mark(&mut app, "Nobody was hurt", Command::Verify);
    for (words, goal) in [
        ("nobody hurt", Goal::Annotation(id, Some(Verdict::Verified))),
        ("low tide bl", Goal::Article(app.session().project().articles()[2].id)),
        ("all keys", Goal::Command(Command::Keys)),
    ] {
        app.act(Request::Run(Command::GoToAnything));
        app.act(Request::Look(words.into()));
        settle(&mut app);
        assert_eq!(app.palette.matches().first().map(|item| &item.goal), Some(&goal), "{words}");
    }
    let request = app.palette.matches()[0].request();
    app.act(Request::CloseDialog);
    app.act(request);
    assert_eq!(app.dialog, Some(Dialog::Keys));
}
