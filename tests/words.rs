//! Words of articles are drawn in the order in which they are read, wherever they stand in the window, and no hidden
//! character stays hidden: whatever is painted in any view is looked through.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods
)]

#[path = "window/bench.rs"]
#[allow(dead_code)]
mod bench;

use std::collections::BTreeSet;

use egui::{Key, Role, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use factmark::app::command::{Command, Menu};
use factmark::app::cross::Section;
use factmark::app::{Request, Tab};

use bench::Bench;

/// Two reports of one invented event, with direction controls and characters without width in title and text.
const REPORTS: [(&str, &str); 2] = [
    (
        "gesher-alef.txt",
        "הגשר הישן נסגר אתמול\nהגשר הישן של העיירה טל עמק נסגר אתמול לאחר שנמצאו בו 17 סדקים. „מצאנו שבעה עשר סדקים עמוקים בעמוד המרכזי”, אמרה המהנדסת נועה ברקת.\nThe fer\u{200b}ry \u{202e}Plover\u{202c} carried אנשי העיירה over the river at noon.",
    ),
    (
        "gesher-bet.txt",
        "סדקים \u{202e}עמוקים\u{202c} בגשר\nנועה ברקת, המהנדסת של העיירה, אמרה: „מצאנו שבעה עשר סדקים רחבים ועמוקים בעמוד המרכזי”. הגשר הישן של העיירה טל עמק נסגר אתמול לאחר שנמצאו בו 12 סדקים.\nThe fer\u{200b}ry \u{202e}Plover\u{202c} carried אנשי העיירה over the river at noon.",
    ),
];

/// Two words, which no galley may hold in the order of the text: egui would draw the first at the left.
fn is_out_of_order(text: &str) -> bool {
    let is_hebrew =
        |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 1 && word.chars().any(|c| ('\u{5d0}'..='\u{5ea}').contains(&c));
    let articles = REPORTS.iter().flat_map(|(_, text)| text.lines());
    let pairs = articles.flat_map(|line| line.split_whitespace().zip(line.split_whitespace().skip(1)));
    pairs.filter(|(a, b)| is_hebrew(a) && is_hebrew(b)).any(|(a, b)| text.contains(&format!("{a} {b}")))
}

fn hides(text: &str) -> bool {
    text.contains(['\u{202e}', '\u{202c}', '\u{200b}'])
}

fn texts(shape: &Shape, found: &mut Vec<String>) {
    match shape {
        Shape::Vec(all) => all.iter().for_each(|shape| texts(shape, found)),
        // The galley of a field may have no ink: its words are drawn over it.
        Shape::Text(text) if text.galley.mesh_bounds.is_negative() => {}
        Shape::Text(text) => found.push(text.galley.text().to_owned()),
        _ => {}
    }
}

/// Notes what is painted wrong now.
fn look(bench: &Bench, place: &str, wrong: &mut BTreeSet<String>) {
    let mut found = Vec::new();
    bench.harness.output().shapes.iter().for_each(|clipped| texts(&clipped.shape, &mut found));
    for text in found {
        if is_out_of_order(&text) || hides(&text) {
            wrong.insert(format!("{place}: {text:?}"));
        }
    }
}

/// Points at everything that has words from right to left, and looks at the tooltips.
fn look_at_tips(bench: &mut Bench, place: &str, wrong: &mut BTreeSet<String>) {
    let nodes = bench.harness.root().children_recursive();
    let worth = nodes.into_iter().filter(|node| {
        let node = node.accesskit_node();
        let role = matches!(node.role(), Role::Cell | Role::Button | Role::Label | Role::Row | Role::ListBoxOption | Role::ListItem);
        let words = node.label().or_else(|| node.value());
        role && words.is_some_and(|label| label.chars().any(|c| ('\u{5d0}'..='\u{5ea}').contains(&c)))
    });
    let window = bench.harness.ctx.content_rect();
    let points: Vec<egui::Pos2> = worth.map(|node| node.rect().center()).filter(|point| window.contains(*point)).take(60).collect();
    for point in points {
        bench.harness.hover_at(point);
        bench.harness.run_steps(4);
        look(bench, &format!("{place}, pointing"), wrong);
    }
    bench.harness.remove_cursor();
    bench.settle();
}

#[test]
fn words_are_drawn_as_they_are_read_everywhere() {
    // Only the order of the letters matters here, not their shapes.
    let builder = Harness::builder().with_size(egui::vec2(1440.0, 900.0)).allow_missing_glyphs();
    let mut bench = Bench::built(builder);
    bench.name("נועה ברקת");
    let paths: Vec<_> = REPORTS.iter().map(|(name, text)| (bench.folder.path().join(name), text)).collect();
    for (path, text) in &paths {
        std::fs::write(path, text).unwrap();
    }
    bench.drop_files(&paths.into_iter().map(|(path, _)| path).collect::<Vec<_>>());
    assert_eq!(bench.app().session().project().articles().len(), 2);
    let mut wrong = BTreeSet::new();
    look_at_tips(&mut bench, "the window", &mut wrong);
    // One annotation with everything, one of another statement.
    let text = bench.article().text().to_owned();
    for (words, verdict) in [("הגשר הישן של העיירה", Command::Refute), ("ferry", Command::Dispute), ("שבעה עשר סדקים", Command::Verify)]
    {
        let start = text.find(words).or_else(|| text.find("The fer")).unwrap();
        bench.app_mut().act(Request::Select(start..start + words.len()));
        look(&bench, "a selection", &mut wrong);
        bench.app_mut().act(Request::Run(verdict));
        bench.settle();
        let id = bench.app().in_hand.unwrap();
        for (field, words) in [(factmark::app::Field::Note, "הגשר הישן נסגר אתמול"), (factmark::app::Field::Correction, "הגשר הישן נסגר")]
        {
            bench.app_mut().act(Request::Type(id, field, words.to_owned()));
        }
        bench.settle();
        look_at_tips(&mut bench, "the panel", &mut wrong);
    }
    for tab in [Tab::Annotations, Tab::CrossCheck, Tab::Compare, Tab::Find, Tab::Summary, Tab::History] {
        bench.app_mut().act(Request::ShowTab(tab));
        bench.settle();
        look_at_tips(&mut bench, &format!("{tab:?}"), &mut wrong);
    }
    bench.app_mut().act(Request::ShowTab(Tab::Find));
    for (pattern, everywhere) in [("fer", true), ("נסגר", true), ("נסגר", false)] {
        let mut query = bench.app().find.query.clone();
        query.pattern = pattern.to_owned();
        bench.app_mut().act(Request::Find(query, everywhere));
        bench.settle();
        assert!(!bench.app().find.hits.is_empty(), "{pattern}");
        look_at_tips(&mut bench, &format!("{pattern} found"), &mut wrong);
    }
    bench.app_mut().act(Request::Run(Command::WholeTab));
    bench.app_mut().act(Request::ShowTab(Tab::CrossCheck));
    bench.settle();
    let mut seen = 0;
    for section in Section::ALL {
        bench.app_mut().act(Request::ShowSection(section));
        bench.settle();
        look_at_tips(&mut bench, &format!("{section:?}"), &mut wrong);
        let findings: Vec<_> = bench.app().cross.rows().iter().filter_map(|row| row.finding()).collect();
        for finding in findings {
            seen += 1;
            bench.app_mut().act(Request::ShowFinding(finding));
            bench.settle();
            look_at_tips(&mut bench, &format!("{finding:?}"), &mut wrong);
        }
    }
    assert!(seen > 1, "the cross-check finds something in the reports");
    bench.app_mut().act(Request::Run(Command::WholeTab));
    bench.app_mut().act(Request::Run(Command::OpenBeside));
    bench.settle();
    look_at_tips(&mut bench, "two pages", &mut wrong);
    bench.click_starting(Role::Button, "Article of the left page");
    look_at_tips(&mut bench, "the menu of articles", &mut wrong);
    bench.press(Key::Escape);
    for command in [
        Command::MarkEvery,
        Command::EditArticle,
        Command::ChooseReviewer,
        Command::NameProject,
        Command::SignOff,
        Command::Export,
        Command::Redact,
        Command::GoToAnything,
    ] {
        let start = text.find("הגשר הישן").unwrap();
        bench.app_mut().act(Request::Select(start..start + "הגשר הישן".len()));
        bench.app_mut().act(Request::Run(command));
        bench.settle();
        look_at_tips(&mut bench, command.entry().title, &mut wrong);
        bench.press(Key::Escape);
    }
    for menu in Menu::ALL {
        bench.click(Role::Button, menu.label());
        look(&bench, menu.label(), &mut wrong);
        bench.press(Key::Escape);
    }
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}
