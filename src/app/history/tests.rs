#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::time::Duration;

use super::*;
use crate::app::command::Command;
use crate::app::edits::Judging;
use crate::app::{Field, Request, Surroundings};
use crate::model::{AnnotationId, Verdict};

const MILL: &str = "The mill on the Arle\nThe old mill closed in 1987. Ida Brook sold it to the town.";
const WEIR: &str = "A weir is repaired\nThe weir was built in 1911.";

fn settle(app: &mut App) {
    assert!(app.settle(Duration::from_secs(60)));
}

/// Two articles; the first is open and its history shows.
fn app() -> App {
    let mut app = App::new(Surroundings::fixed(1_795_338_720_000), Arc::new(|| {}));
    app.settings.name = "Ada Quill".into();
    for text in [MILL, WEIR] {
        app.act(Request::AddText(text.into()));
        settle(&mut app);
    }
    let first = app.session().project().articles()[0].id;
    app.act(Request::ShowArticle(first));
    app.act(Request::Run(Command::History));
    settle(&mut app);
    app
}

fn mark(app: &mut App, words: &str, verdict: Verdict) -> AnnotationId {
    let text = app.session().project().article(app.article.unwrap()).unwrap().text().to_string();
    let start = text.find(words).unwrap();
    app.act(Request::Select(start..start + words.len()));
    app.act(Request::Run(Command::ToCheck));
    let id = app.in_hand.unwrap();
    app.act(Request::Judge(id, Judging::verdict(Some(verdict))));
    settle(app);
    id
}

fn becomes(app: &mut App, name: &str) -> ReviewerId {
    app.act(Request::BecomeNew(name.into()));
    settle(app);
    app.by().unwrap()
}

/// The rows, without times: “Ada Quill marked “1987””.
fn rows(app: &App) -> Vec<String> {
    let entries = (0..app.history.len()).map(|row| app.history.entry(row).unwrap());
    entries.map(|entry| format!("{} {}", app.session().project().reviewer_name(entry.by), entry.said)).collect()
}

fn filtered(app: &mut App, filter: HistoryFilter) -> Vec<String> {
    app.act(Request::FilterHistory(filter));
    settle(app);
    rows(app)
}

fn what(app: &App, said: &str) -> What {
    let row = rows(app).iter().position(|row| row.contains(said)).unwrap_or_else(|| panic!("“{said}” is not in {:?}", rows(app)));
    app.said(app.history.entry(row).unwrap()).unwrap()
}

#[test]
fn what_people_said_is_told_the_newest_first_and_what_the_program_proposed_is_not() {
    let mut app = app();
    mark(&mut app, "1987", Verdict::Erroneous);
    assert_eq!(
        rows(&app),
        [
            "Ada Quill gave the verdict erroneous",
            "Ada Quill marked “1987”, set the kind to figure",
            "Ada Quill added the article “A weir is repaired”",
            "Ada Quill added the article “The mill on the Arle”",
            "Ada Quill took the name “Ada Quill”",
        ]
    );
    app.act(Request::Run(Command::Undo));
    settle(&mut app);
    assert_eq!(rows(&app)[0], "Ada Quill took the verdict back", "undo is told too");
}

#[test]
fn rows_are_filtered_by_reviewer_by_words_and_by_what_came_in() {
    let mut app = app();
    mark(&mut app, "1987", Verdict::Erroneous);
    let ben = becomes(&mut app, "Ben Orr");
    let weir = app.session().project().articles()[1].id;
    app.act(Request::ShowArticle(weir));
    let id = mark(&mut app, "1911", Verdict::Verified);
    app.act(Request::Type(id, Field::Note, "The county’s register".into()));
    settle(&mut app);
    assert_eq!(filtered(&mut app, HistoryFilter { by: Some(ben), ..HistoryFilter::default() }).len(), 4);
    for (words, count) in [
        // In a note, in a passage, in the title of the article, in a name, nowhere.
        ("REGISTER", 1),
        ("1911", 3),
        ("weir is repaired", 4),
        ("ben orr", 4),
        ("no such words", 0),
        ("  ", 9),
    ] {
        let filter = HistoryFilter { words: words.into(), ..HistoryFilter::default() };
        assert_eq!(filtered(&mut app, filter).len(), count, "{words}");
    }
    let newest = app.history.entry(0).unwrap().at;
    let only = Some(Arc::new(HashSet::from([newest])));
    assert_eq!(filtered(&mut app, HistoryFilter { only, ..HistoryFilter::default() }), ["Ben Orr wrote the note “The county’s register”"]);
}

#[test]
fn the_index_grows_with_the_project_as_if_it_were_made_anew() {
    let mut app = app();
    for (words, verdict) in [("1987", Verdict::Erroneous), ("Ida Brook", Verdict::Verified), ("the town", Verdict::Disputed)] {
        mark(&mut app, words, verdict);
        let grown = rows(&app);
        app.history = History::default();
        app.poll();
        settle(&mut app);
        assert_eq!(rows(&app), grown);
    }
    // What came from others is older than what was said last.
    let before = rows(&app);
    let mut other = App::new(Surroundings::fixed(1_795_338_000_000), Arc::new(|| {}));
    other.settings.name = "Cy Wells".into();
    other.act(Request::AddText(WEIR.into()));
    settle(&mut other);
    let lines: Vec<String> = other.session().project().records().lines().iter().map(str::to_owned).collect();
    app.session.join(lines.iter().map(String::as_str), 1_795_338_800_000);
    app.poll();
    settle(&mut app);
    let all = rows(&app);
    assert_eq!(all[..before.len()], before);
    assert_eq!(all[before.len()..], ["Cy Wells added the article “A weir is repaired”", "Cy Wells took the name “Cy Wells”"]);
}

#[test]
fn an_earlier_value_is_said_again_and_that_can_be_undone() {
    let mut app = app();
    let id = mark(&mut app, "1987", Verdict::Erroneous);
    for note in ["Off by nine years", "Off by ten years"] {
        app.act(Request::Type(id, Field::Note, note.into()));
        app.act(Request::Deselect);
        // Another field between them: words typed into one field are one step.
        app.act(Request::Type(id, Field::Correction, note.into()));
    }
    settle(&mut app);
    let note = |app: &App| app.session().project().annotation(id).unwrap().judgement(app.by().unwrap()).unwrap().note().to_owned();
    let earlier = what(&app, "wrote the note “Off by nine years”");
    app.act(Request::SayAgain(Box::new(earlier)));
    assert_eq!(note(&app), "Off by nine years");
    assert_eq!(app.session().undo_label(), Some("Restore the judgement"));
    app.act(Request::Run(Command::Undo));
    assert_eq!(note(&app), "Off by ten years");
}

#[test]
fn what_shows_already_and_what_is_no_value_cannot_be_restored() {
    let mut app = app();
    let id = mark(&mut app, "1987", Verdict::Erroneous);
    app.act(Request::SetTitle("Mills".into()));
    app.act(Request::SetTitle("Mills and weirs".into()));
    app.act(Request::Hide(crate::model::Target::Annotation(id), true));
    settle(&mut app);
    let me = app.by().unwrap();
    for (said, can) in [
        ("named the project “Mills”", true),
        ("named the project “Mills and weirs”", false),
        ("gave the verdict erroneous", false),
        ("took the name", false),
        ("removed the annotation", false),
        ("added the article “A weir is repaired”", false),
    ] {
        assert_eq!(restored(app.session().project(), me, &what(&app, said)).is_some(), can, "{said}");
    }
    app.act(Request::SayAgain(Box::new(what(&app, "named the project “Mills”"))));
    assert_eq!(app.session().project().title(), "Mills");
}

#[test]
fn what_another_judged_is_taken_over_and_never_said_for_them() {
    let mut app = app();
    let ada = app.by().unwrap();
    let id = mark(&mut app, "1987", Verdict::Erroneous);
    let ben = becomes(&mut app, "Ben Orr");
    let theirs = what(&app, "Ada Quill gave the verdict erroneous");
    assert!(takes_over(ada, &theirs, ben) && !takes_over(ben, &theirs, ben));
    app.act(Request::SayAgain(Box::new(theirs)));
    let annotation = app.session().project().annotation(id).unwrap();
    assert_eq!(annotation.judgement(ben).unwrap().verdict(), Some(Verdict::Erroneous));
    assert_eq!(annotation.judgements().count(), 2);
}

#[test]
fn a_blind_check_is_blind_to_the_past_too() {
    let mut app = app();
    mark(&mut app, "1987", Verdict::Erroneous);
    let blind = What::Project { title: None, blind: Some(Blind::Judgements) };
    let now = app.surroundings.now();
    app.session.apply(&crate::model::Edit::one("Blind", blind), now);
    becomes(&mut app, "Ben Orr");
    let seen = rows(&app);
    assert!(!seen.iter().any(|row| row.contains("verdict")), "{seen:?}");
    assert!(seen.iter().any(|row| row.contains("marked “1987”")), "{seen:?}");
    mark(&mut app, "1987", Verdict::Verified);
    assert!(rows(&app).iter().any(|row| row == "Ada Quill gave the verdict erroneous"), "who has judged sees what others said");
}

#[test]
fn another_project_has_another_history() {
    let mut app = app();
    assert!(!app.history.is_empty());
    app.act(Request::LeaveUnsaved(crate::app::dialog::Leaving::New));
    settle(&mut app);
    assert!(app.history.is_empty());
}
