//! Two articles, or two places of one, next to each other.

use super::*;
use crate::app::cross::Spot;
use crate::app::panes::Pane;

fn ids(app: &App) -> Vec<ArticleId> {
    app.session().project().articles().iter().map(|article| article.id).collect()
}

/// The articles from left to right.
fn sides(app: &App) -> Vec<ArticleId> {
    app.panes.in_order().into_iter().filter_map(|pane| app.article_in(pane)).collect()
}

#[test]
fn an_article_is_opened_beside_swapped_and_closed() {
    let mut app = review();
    let [a, b, c] = ids(&app).try_into().unwrap();
    assert_eq!(sides(&app), [a]);
    for (request, expected, open) in [
        (Request::Run(Command::OtherSide), vec![a], a),
        // The article that was open before is what is most likely meant.
        (Request::Run(Command::OpenBeside), vec![a, c], c),
        (Request::ShowArticle(b), vec![a, b], b),
        (Request::ShowArticle(c), vec![a, c], c),
        (Request::Run(Command::OtherSide), vec![a, c], a),
        (Request::Run(Command::SwapSides), vec![c, a], a),
        (Request::OpenBeside(b), vec![b, a], b),
        (Request::ShowIn(Pane::First, c), vec![b, c], c),
        (Request::FocusPane(Pane::Second), vec![b, c], b),
        (Request::Run(Command::CloseOther), vec![b], b),
        (Request::Run(Command::OpenBeside), vec![b, c], c),
        (Request::ClosePane(Pane::First), vec![b], b),
        (Request::OpenBeside(b), vec![b, b], b),
    ] {
        let said = format!("{request:?}");
        app.act(request);
        assert_eq!((sides(&app), app.article), (expected, Some(open)), "{said}");
    }
}

#[test]
fn each_side_keeps_its_selection_its_caret_and_its_annotation() {
    let mut app = review();
    let id = mark(&mut app, "84 people", Command::Dispute);
    let second = ids(&app)[1];
    app.act(Request::OpenBeside(second));
    assert_eq!((app.in_hand, app.selection.clone()), (None, None));
    let range = place(&app, "48 people");
    app.act(Request::Select(range.clone()));
    let caret = app.caret;
    app.act(Request::Run(Command::OtherSide));
    assert_eq!((app.in_hand, app.selection.clone()), (Some(id), None));
    assert!(open(&app).text().starts_with("Ferry runs aground"));
    app.act(Request::Run(Command::OtherSide));
    assert_eq!((app.in_hand, app.selection.clone(), app.caret), (None, Some(range), caret));
    // The keys act on the side with the focus.
    app.act(Request::Run(Command::Refute));
    let marked = app.in_hand.unwrap();
    assert_eq!(annotation(&app, marked).passage().unwrap().words, "48 people");
    assert_eq!((verdict(&app, id), verdict(&app, marked)), (Some(Verdict::Disputed), Some(Verdict::Erroneous)));
}

#[test]
fn what_is_gone_is_gone_from_both_sides() {
    let mut app = review();
    let id = mark(&mut app, "84 people", Command::Dispute);
    let [a, b, _] = ids(&app).try_into().unwrap();
    app.act(Request::OpenBeside(b));
    app.act(Request::Hide(crate::model::Target::Annotation(id), true));
    assert_eq!(app.panes.beside.as_ref().map(|open| open.in_hand), Some(None));
    app.act(Request::Hide(crate::model::Target::Article(a), true));
    assert_eq!((sides(&app), app.article), (vec![b], Some(b)));
}

#[test]
fn both_sides_are_there_again_when_the_project_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ferry.factmark.ron");
    let (a, c) = {
        let mut app = review_in(Some(folder.path()));
        let [a, _, c] = ids(&app).try_into().unwrap();
        app.act(Request::OpenBeside(c));
        app.act(Request::Run(Command::SwapSides));
        app.act(Request::Split(400));
        app.act(Request::Chosen(
            crate::app::dialog::Ask { purpose: crate::app::dialog::Purpose::SaveProject, name: String::new(), folder: None },
            vec![path.clone()],
        ));
        settle(&mut app);
        assert_eq!((sides(&app), app.article), (vec![c, a], Some(c)));
        app.act(Request::Run(Command::Quit));
        settle(&mut app);
        (a, c)
    };
    let mut app = app_in(Some(folder.path()));
    app.act(Request::OpenProject(path));
    settle(&mut app);
    assert_eq!((sides(&app), app.article, app.settings.split), (vec![c, a], Some(c), 400));
}

#[test]
fn two_places_of_a_finding_are_opened_and_selected() {
    let mut app = review();
    let finding = app.cross.found.rows(crate::app::cross::Section::Figures).iter().find_map(crate::app::cross::Row::finding).unwrap();
    app.act(Request::OpenFinding(finding));
    assert!(app.can(Command::OpenBoth));
    app.act(Request::Run(Command::OpenBoth));
    let words = |app: &App| open(app).text().get(app.selection.clone().unwrap()).unwrap().to_owned();
    let left = words(&app);
    assert!(!app.tab_whole && app.panes.are_two());
    app.act(Request::Run(Command::OtherSide));
    let right = words(&app);
    assert!(left.contains("84") && right.contains("48") || left.contains("48") && right.contains("84"), "{left} | {right}");
    // The other way round, because somebody wants it so.
    let [one, two] = app.two_places(finding).unwrap();
    app.act(Request::ChooseTwo(finding, [two, one]));
    app.act(Request::OpenTwo(finding));
    assert_eq!((words(&app), sides(&app).len()), (right, 2));
    app.act(Request::ChooseTwo(finding, [Spot { card: 9, place: 9 }, one]));
    assert_eq!(app.two_places(finding), Some([one, two]));
}
