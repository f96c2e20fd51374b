//! Widening, copying, going on from the caret, and what is said of it.

use super::*;
use crate::app::seeking::Sought;

fn selected(app: &App) -> Option<&str> {
    app.selection.clone().map(|range| &open(app).text()[range])
}

#[test]
fn a_selection_widens_step_by_step_and_narrows_again() {
    let mut app = review();
    app.caret = place(&app, "hurt").start + 2;
    let sentence = "“Nobody was hurt,” said harbour master Ana Lindt.";
    let paragraph = "The ferry Osprey ran aground on Monday with 84 people on board. “Nobody was hurt,” said harbour master Ana Lindt.";
    let text = open(&app).text().to_string();
    let steps = ["hurt", sentence, paragraph, text.as_str(), text.as_str()];
    for step in steps {
        app.act(Request::Run(Command::Widen));
        assert_eq!(selected(&app), Some(step));
    }
    for step in [Some(paragraph), Some(sentence), Some("hurt"), None] {
        app.act(Request::Run(Command::Narrow));
        assert_eq!(selected(&app), step);
    }
    app.act(Request::Run(Command::Narrow));
    assert_eq!(selected(&app), None);
}

#[test]
fn narrowing_does_not_bring_back_another_selection() {
    let mut app = review();
    let (first, second) = (place(&app, "hurt"), place(&app, "noon"));
    app.act(Request::Select(first));
    app.act(Request::Run(Command::Widen));
    app.act(Request::Select(second));
    app.act(Request::Run(Command::Narrow));
    assert_eq!(selected(&app), Some("noon"));
}

#[test]
fn words_are_copied_exactly_and_as_a_quotation_with_their_place() {
    let mut app = review();
    let article = app.article.unwrap();
    let details = edits::ArticleDetails {
        title: "Ferry runs aground".into(),
        outlet: "The Evening Oar".into(),
        date: "2026-03-02".into(),
        url: "https://oar.example/7".into(),
    };
    app.act(Request::ChangeArticle(article, details));
    for (words, exact, quotation) in [
        ("84 people", "84 people", "“84 people”\n— Ferry runs aground, The Evening Oar, 2026-03-02, paragraph 2, https://oar.example/7"),
        (
            "Ana Lindt.\nShare this @bayside.example\nThe ferry",
            "Ana Lindt.\n\nShare this @bayside.example\n\nThe ferry",
            "“Ana Lindt.\n\nShare this @bayside.example\n\nThe ferry”\n— Ferry runs aground, The Evening Oar, 2026-03-02, paragraphs 2–4, https://oar.example/7",
        ),
    ] {
        app.act(Request::Select(place(&app, words)));
        app.act(Request::Run(Command::Copy));
        assert_eq!(app.copied.take().as_deref(), Some(exact));
        app.act(Request::Run(Command::CopyQuotation));
        assert_eq!(app.copied.take().as_deref(), Some(quotation));
    }
}

#[test]
fn the_passage_in_hand_is_quoted_where_nothing_is_selected() {
    let mut app = review();
    mark(&mut app, "on Monday", Command::Verify);
    assert_eq!(app.selection, None);
    app.act(Request::Run(Command::CopyQuotation));
    assert!(app.copied.take().is_some_and(|words| words.starts_with("“on Monday”\n— ") && words.contains("paragraph 2")));
}

#[test]
fn the_next_annotation_is_the_one_after_the_caret() {
    let mut app = review();
    let first = mark(&mut app, "Osprey", Command::Verify);
    let second = mark(&mut app, "84 people", Command::Verify);
    let third = mark(&mut app, "noon", Command::Verify);
    app.act(Request::TakeInHand(first));
    app.act(Request::Run(Command::NextAnnotation));
    assert_eq!(app.in_hand, Some(second));
    app.act(Request::TakeInHand(first));
    app.caret = place(&app, "hurt").start;
    app.act(Request::Run(Command::NextAnnotation));
    assert_eq!(app.in_hand, Some(third), "the caret has gone on from the annotation in hand");
    app.caret = place(&app, "hurt").start;
    app.act(Request::Run(Command::PreviousAnnotation));
    assert_eq!(app.in_hand, Some(second));
}

#[test]
fn the_next_annotation_is_the_same_however_little_is_looked_at_in_a_frame() {
    let mut app = review();
    mark(&mut app, "Osprey", Command::Verify);
    mark(&mut app, "84 people", Command::Verify);
    mark(&mut app, "noon", Command::Verify);
    let last = app.session().project().articles()[2].id;
    app.act(Request::ShowArticle(last));
    let only = mark(&mut app, "Friday", Command::Dispute);
    let first = app.session().project().articles()[0].id;
    app.act(Request::ShowArticle(first));
    app.filter.verified = false;
    let found = |app: &App, forward: bool, at_most: usize| {
        let mut seek = app.begin_seeking(forward);
        loop {
            match seek.go_on(app.session().project(), &app.filter, at_most) {
                Sought::Found(id) => return Some(id),
                Sought::Nothing => return None,
                Sought::More(more) => seek = more,
            }
        }
    };
    for at_most in 1..9 {
        assert_eq!([found(&app, true, at_most), found(&app, false, at_most)], [Some(only); 2], "{at_most} at a time");
    }
    app.filter.disputed = false;
    for at_most in 1..9 {
        assert_eq!([found(&app, true, at_most), found(&app, false, at_most)], [None; 2], "{at_most} at a time");
    }
    app.act(Request::Run(Command::NextAnnotation));
    assert!(!app.is_seeking() && told(&app).contains("The filter shows no annotation."), "{}", told(&app));
}

#[test]
fn what_is_done_is_said() {
    let mut app = review();
    let said = |app: &App| app.announcement.words.clone();
    let id = mark(&mut app, "84 people", Command::Dispute);
    assert_eq!(said(&app), "Disputed: 84 people");
    app.act(Request::Type(id, Field::Note, "Another report has 48.".into()));
    app.act(Request::Become(app.by().unwrap()));
    app.act(Request::BecomeNew("Ben Orr".into()));
    app.act(Request::TakeInHand(id));
    app.act(Request::Run(Command::Dispute));
    assert_eq!(said(&app), "Disputed by 2: 84 people; Another report has 48.");
    app.act(Request::Run(Command::Verify));
    assert!(said(&app).contains(", reviewers differ: 84 people"), "{}", said(&app));
    app.act(Request::Find(crate::text::find::Query { pattern: "ferry".into(), ..Default::default() }, false));
    settle(&mut app);
    assert_eq!(said(&app), "3 found");
    app.act(Request::Find(crate::text::find::Query { pattern: "zeppelin".into(), ..Default::default() }, false));
    settle(&mut app);
    assert_eq!(said(&app), "None found");
    app.act(Request::Run(Command::NextArticle));
    assert_eq!(said(&app), "Osprey freed after six hours");
}

#[test]
fn nothing_is_said_of_others_before_the_own_verdict_in_a_blind_check() {
    let mut app = review();
    let id = mark(&mut app, "84 people", Command::Dispute);
    app.act(Request::Type(id, Field::Note, "Another report has 48.".into()));
    app.act(Request::BecomeNew("Ben Orr".into()));
    let (now, says) = (app.surroundings.now(), crate::model::What::Project { title: None, blind: Some(crate::model::Blind::Judgements) });
    app.session.apply(&crate::model::Edit::one("Blind", says), now);
    let words = announce::annotation(app.session().project(), app.by(), id);
    assert_eq!(words, "Unchecked: 84 people");
}
