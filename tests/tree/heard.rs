//! What is heard without being asked for, and what a screen reader finds in the article and in the tables.

use std::time::Duration;

use egui::accesskit::{Live, NodeId, SortDirection};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use factmark::app::command::Command;
use factmark::app::dialog::{Ask, Purpose};
use factmark::app::{Request, Tab, announce};

use super::bench::Bench;

fn run(bench: &mut Bench, command: Command) {
    bench.app_mut().act(Request::Run(command));
    bench.settle();
}

/// The sample, with the focus in its first article.
fn sample() -> Bench {
    let mut bench = Bench::new();
    bench.name("Ada Quist");
    run(&mut bench, Command::OpenSample);
    bench.harness.get_by_role(Role::Document).focus();
    bench.settle();
    bench
}

fn select_title(bench: &mut Bench) -> String {
    let title = bench.article().title().to_owned();
    bench.app_mut().act(Request::Select(0..title.len()));
    bench.settle();
    title
}

/// What the live regions say now, each by its node.
fn said(bench: &Bench) -> Vec<(NodeId, String)> {
    let nodes = bench.harness.root().children_recursive().map(|node| node.accesskit_node());
    let words = |node: AccessKitNode<'_>| (node.locate().0, node.label().or_else(|| node.value()).unwrap_or_default());
    nodes.filter(|node| node.live() != Live::Off).map(words).filter(|(_, words)| !words.is_empty()).collect()
}

/// What a person does, and what the window says of it.
type Step<'a> = (&'a str, &'a dyn Fn(&mut Bench), &'a dyn Fn(&Bench) -> String);

#[test]
fn what_happens_is_said() {
    let mut bench = sample();
    let title = select_title(&mut bench);
    let of_title = |verdict: &str| format!("{verdict}: {title}");
    let (verified, disputed, unchecked) = (of_title("Verified"), of_title("Disputed"), of_title("Unchecked"));
    let steps: [Step; 8] = [
        ("a verdict", &|bench| bench.press(Key::Num1), &|_| verified.clone()),
        ("another", &|bench| bench.press(Key::Num2), &|_| disputed.clone()),
        ("none", &|bench| bench.press(Key::Num0), &|_| unchecked.clone()),
        ("a quotation", &|bench| run(bench, Command::CopyQuotation), &|_| "Copied as a quotation".to_owned()),
        ("the next annotation", &|bench| bench.press(Key::J), &|bench| {
            announce::annotation(bench.app().session().project(), bench.app().by(), bench.app().in_hand.unwrap())
        }),
        ("the next article", &|bench| run(bench, Command::NextArticle), &|bench| bench.article().title().to_owned()),
        ("what is found", &|bench| find(bench, "bridge"), &|bench| format!("{} found", bench.app().find.hits.len())),
        ("what is not found", &|bench| find(bench, "zeppelin"), &|_| "None found".to_owned()),
    ];
    for (name, step, expected) in steps {
        step(&mut bench);
        let (said, expected) = (said(&bench), expected(&bench));
        assert!(said.iter().any(|(_, words)| *words == expected), "{name}: “{expected}” is not among {said:?}");
        // Silence is no announcement: it would be read over the words before it.
        assert_eq!(silent(&bench), 0, "{name}");
    }
}

fn silent(bench: &Bench) -> usize {
    let nodes = bench.harness.root().children_recursive().map(|node| node.accesskit_node());
    nodes.filter(|node| node.live() != Live::Off && node.label().or_else(|| node.value()).unwrap_or_default().is_empty()).count()
}

#[test]
fn the_window_and_what_leads_somewhere_are_told_as_such() {
    let mut bench = sample();
    let window = bench.harness.root().accesskit_node().label();
    assert_eq!(window.as_deref(), Some("Harbour bridge closure – Factmark"));
    bench.press(Key::J);
    let words = bench.app().in_hand.and_then(|id| bench.app().session().project().annotation(id)).unwrap().passage().unwrap().words.clone();
    assert!(bench.harness.query_by_role_and_label(Role::Link, words.as_str()).is_some(), "{words}");
}

#[test]
fn a_save_is_said_once_the_file_is_written() {
    let mut bench = sample();
    select_title(&mut bench);
    bench.press(Key::Num1);
    // What is done is told for some seconds; here they do not go by.
    let here = bench.app().surroundings.clone();
    let now = here.now();
    bench.app_mut().surroundings = here.with_clock(move || now);
    let path = bench.folder.path().join("review.factmark.ron");
    let ask = Ask { purpose: Purpose::SaveProject, name: String::new(), folder: None };
    bench.app_mut().act(Request::Chosen(ask, vec![path.clone()]));
    let mut heard = false;
    for _ in 0..20 {
        bench.harness.step();
        let is_said = said(&bench).iter().any(|(_, words)| words == "Saved");
        assert!(!is_said || path.exists(), "said before it is true");
        heard |= is_said;
        assert!(bench.app_mut().settle(Duration::from_secs(60)));
    }
    assert!(heard);
}

fn find(bench: &mut Bench, words: &str) {
    let mut query = bench.app().find.query.clone();
    query.pattern = words.to_owned();
    bench.app_mut().act(Request::ShowTab(Tab::Find));
    bench.app_mut().act(Request::Find(query, true));
    bench.settle();
}

#[test]
fn the_same_words_said_again_are_said_elsewhere() {
    let mut bench = sample();
    select_title(&mut bench);
    let mut places = Vec::new();
    for _ in 0..4 {
        run(&mut bench, Command::CopyQuotation);
        let copied: Vec<NodeId> = said(&bench).into_iter().filter(|(_, words)| words.starts_with("Copied")).map(|(node, _)| node).collect();
        assert_eq!(copied.len(), 1, "only the newest is said");
        places.extend(copied);
    }
    assert!(places.windows(2).all(|pair| pair[0] != pair[1]), "{places:?}");
}

#[test]
fn a_mark_says_how_many_agree_and_what_was_noted() {
    let mut bench = sample();
    let app = bench.app();
    let project = app.session().project();
    let told = |(_, id)| (id, announce::annotation(project, app.by(), id));
    let all = project.articles().into_iter().flat_map(|article| article.places().iter().map(told).collect::<Vec<_>>());
    let (id, name) = all.into_iter().find(|(_, name)| name.contains(" by 2: ") && name.contains("; ")).expect("two agree somewhere");
    bench.app_mut().act(Request::GoTo(id));
    bench.settle();
    assert!(bench.harness.query_by_role_and_label(Role::Mark, &name).is_some(), "{name}");
}

#[test]
fn the_table_of_annotations_has_rows_and_cells_and_says_where_the_keys_are() {
    let mut bench = sample();
    let rows = bench.app().list.rows().len();
    let table = bench.harness.get_by_role_and_label(Role::Table, "Annotations").accesskit_node();
    assert_eq!(table.data().row_count(), Some(rows));
    let header = bench.harness.get_by_role_and_label(Role::Row, "Columns").accesskit_node();
    assert!(header.children().filter(|head| head.role() == Role::ColumnHeader).count() > 4);
    let sort = |bench: &Bench| {
        let head = bench.harness.get_by_role_and_label(Role::ColumnHeader, "Passage").accesskit_node();
        head.sort_direction()
    };
    assert_eq!(sort(&bench), None);
    for expected in [SortDirection::Ascending, SortDirection::Descending] {
        bench.click(Role::ColumnHeader, "Passage");
        assert_eq!(sort(&bench), Some(expected));
    }
    for row in bench.harness.query_all_by_role(Role::Row).map(|row| row.accesskit_node()).filter(|row| row.data().row_index().is_some()) {
        let cells: Vec<String> = row.children().filter(|cell| cell.role() == Role::Cell).filter_map(|cell| cell.label()).collect();
        let name = row.label().unwrap();
        assert!(cells.len() > 4, "{name}: {cells:?}");
        assert!(cells.iter().any(|cell| name.contains(cell.as_str()) && cell.len() > 3), "{name} is of none of {cells:?}");
    }
    // The rows have the focus together; the keys go over its rows, and it says over which.
    bench.harness.get_by_role_and_label(Role::RowGroup, "Annotations").focus();
    bench.settle();
    let at = |bench: &Bench| {
        let rows = bench.harness.get_by_role_and_label(Role::RowGroup, "Annotations").accesskit_node();
        rows.active_descendant().and_then(|row| row.data().row_index())
    };
    for (key, expected) in [(Key::Home, 0), (Key::ArrowDown, 1), (Key::ArrowDown, 2), (Key::ArrowUp, 1), (Key::End, rows - 1)] {
        bench.press_with(Modifiers::NONE, key);
        assert_eq!(at(&bench), Some(expected), "{key:?}");
    }
}
