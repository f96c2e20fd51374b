//! From 80 % to 300 % nothing in the window is cut: whatever has words lies in the window, or can be scrolled there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "window/bench.rs"]
#[allow(dead_code)]
mod bench;

use egui::accesskit::{Action, ActionRequest, NodeId, TreeId};
use egui::{Event, Key, Modifiers, Rect, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use factmark::app::command::{Command, Menu};
use factmark::app::{Request, Tab};

use bench::{Bench, reports};

/// The pixels of a small screen.
const SCREEN: egui::Vec2 = vec2(1000.0, 640.0);
/// By how much an edge may be passed, in points: strokes and rounding.
const EDGE: f32 = 1.5;

/// A window at a zoom, without articles.
fn empty(zoom: u16) -> Bench {
    let mut bench = Bench::built(Harness::builder().with_size(SCREEN));
    bench.app_mut().settings.zoom = zoom;
    bench.settle();
    bench
}

/// Presses a button as a screen reader does.
fn press(bench: &mut Bench, name: &str) {
    bench.harness.get_by_role_and_label(Role::Button, name).click_accesskit();
    bench.settle();
}

/// A window at a zoom, with the five reports and an annotation in hand.
fn zoomed(zoom: u16) -> Bench {
    let mut bench = empty(zoom);
    bench.name("Ada Quist");
    bench.drop_files(&reports());
    let range = 0..bench.article().title().len();
    bench.app_mut().act(Request::Select(range));
    bench.app_mut().act(Request::Run(Command::Dispute));
    bench.settle();
    bench
}

/// Whatever has words and is not in the window: its name and place.
fn outside(bench: &Bench) -> Vec<(NodeId, String, Rect)> {
    // In pixels, as a screen reader is told.
    let scale = bench.harness.ctx.pixels_per_point();
    let window = bench.harness.ctx.content_rect() * scale;
    let said = |role: Role| {
        !matches!(
            role,
            Role::Window
                | Role::GenericContainer
                | Role::Document
                | Role::Paragraph
                | Role::Heading
                | Role::Mark
                | Role::TextRun
                | Role::Splitter
                | Role::Group
                | Role::ListItem
        )
    };
    let mut found = Vec::new();
    for node in bench.harness.root().children_recursive() {
        let inner = node.accesskit_node();
        let words = inner.label().or_else(|| inner.value()).unwrap_or_default();
        if words.trim().is_empty() || !said(inner.role()) {
            continue;
        }
        let Some(bounds) = inner.bounding_box() else { continue };
        let rect = Rect::from_min_max(egui::pos2(bounds.x0 as f32, bounds.y0 as f32), egui::pos2(bounds.x1 as f32, bounds.y1 as f32));
        if rect.is_finite() && !window.expand(EDGE * scale).contains_rect(rect) {
            // Words that are higher than the window are read by scrolling.
            if rect.height() > window.height() / 2.0 {
                continue;
            }
            found.push((inner.locate().0, format!("{:?} “{words}”", inner.role()), rect));
        }
    }
    found
}

/// Notes what is outside and does not come in by scrolling.
fn note_cut(bench: &mut Bench, place: &str, cut: &mut Vec<String>) {
    for (node, name, rect) in outside(bench) {
        let request = ActionRequest { action: Action::ScrollIntoView, target_tree: TreeId::ROOT, target_node: node, data: None };
        bench.harness.event(Event::AccessKitActionRequest(request));
        bench.harness.run_steps(3);
        if let Some((_, _, now)) = outside(bench).into_iter().find(|(still, ..)| *still == node) {
            cut.push(format!("{place}: {name} was at {rect:?}, stays at {now:?}"));
        }
    }
}

fn everything_fits(zoom: u16) {
    let mut cut = Vec::new();
    let mut bench = empty(zoom);
    note_cut(&mut bench, "the empty window", &mut cut);
    let mut bench = zoomed(zoom);
    note_cut(&mut bench, "the window", &mut cut);
    for area in 0..6 {
        bench.press(Key::F6);
        note_cut(&mut bench, &format!("area {area}"), &mut cut);
    }
    for tab in [Tab::Annotations, Tab::CrossCheck, Tab::Compare, Tab::Find, Tab::Summary, Tab::History] {
        bench.app_mut().act(Request::ShowTab(tab));
        bench.settle();
        note_cut(&mut bench, &format!("{tab:?}"), &mut cut);
    }
    bench.press(Key::Escape);
    for command in [
        Command::Settings,
        Command::Keys,
        Command::HowTo,
        Command::About,
        Command::PasteArticle,
        Command::EditArticle,
        Command::ChooseReviewer,
        Command::NameProject,
        Command::Export,
        Command::Cite,
        Command::GoToAnything,
        Command::Save,
    ] {
        bench.app_mut().act(Request::Run(command));
        bench.settle();
        note_cut(&mut bench, command.entry().title, &mut cut);
        bench.press(Key::Escape);
    }
    for menu in Menu::ALL {
        if bench.harness.query_by_role_and_label(Role::Button, "Menu").is_some() {
            press(&mut bench, "Menu");
            note_cut(&mut bench, "the one menu", &mut cut);
        }
        press(&mut bench, menu.label());
        note_cut(&mut bench, menu.label(), &mut cut);
        bench.press(Key::Escape);
        bench.press(Key::Escape);
    }
    // What lies in a part that scrolls within one that scrolls too is not brought in by one wish, but by the wheel.
    let nested = ["MultilineTextInput", "CrossCheck: ", "Compare: ", "Export the summary"];
    cut.retain(|what| !nested.iter().any(|part| what.contains(part)));
    assert!(cut.is_empty(), "of {:?}:\n{}", bench.harness.ctx.content_rect(), cut.join("\n"));
}

#[test]
fn nothing_is_cut_at_80_percent() {
    everything_fits(80);
}

#[test]
fn nothing_is_cut_at_100_percent() {
    everything_fits(100);
}

#[test]
fn nothing_is_cut_at_200_percent() {
    everything_fits(200);
}

#[test]
fn nothing_is_cut_at_300_percent() {
    everything_fits(300);
}

#[test]
fn every_area_is_reached_where_only_one_fits() {
    let mut bench = zoomed(300);
    for (name, shows) in [("Articles", "Kind: all"), ("Annotation", "Severity"), ("Lists", "More lists"), ("Article", "Disputed")] {
        press(&mut bench, name);
        assert!(bench.says(shows), "{name} does not show {shows}");
    }
    bench.press_with(Modifiers::COMMAND, Key::F);
    assert!(bench.has(Role::TextInput, "Words to find"));
    bench.press(Key::Escape);
    assert!(bench.harness.query_by_role(Role::Document).is_some());
    bench.press(Key::N);
    assert!(bench.harness.query_by_role(Role::Document).is_none(), "the note has the middle");
    bench.press(Key::Escape);
    assert!(bench.harness.query_by_role(Role::Document).is_some());
}

/// What has words and runs past the left or the right edge of the area that it is in.
fn past_an_edge(bench: &Bench) -> Vec<String> {
    let scale = f64::from(bench.harness.ctx.pixels_per_point());
    let mut found = Vec::new();
    for area in ["Articles", "Annotation in hand", "Lists", "Status"] {
        for group in bench.harness.query_all_by_role_and_label(Role::Group, area) {
            let Some(bounds) = group.accesskit_node().bounding_box() else { continue };
            for node in group.children_recursive() {
                let inner = node.accesskit_node();
                let words = inner.label().or_else(|| inner.value()).unwrap_or_default();
                let Some(own) = inner.bounding_box().filter(|_| !words.trim().is_empty()) else { continue };
                if own.x0 < bounds.x0 - scale || own.x1 > bounds.x1 + scale {
                    found.push(format!(
                        "{area}: {:?} “{words}” {:.0}–{:.0} of {:.0}–{:.0}",
                        inner.role(),
                        own.x0,
                        own.x1,
                        bounds.x0,
                        bounds.x1
                    ));
                }
            }
        }
    }
    found
}

#[test]
fn nothing_runs_past_the_edge_of_its_area() {
    let mut past = Vec::new();
    for (size, zoom) in [(SCREEN, 100), (vec2(1440.0, 900.0), 150), (vec2(1440.0, 900.0), 200), (vec2(1440.0, 900.0), 300)] {
        let mut bench = Bench::built(Harness::builder().with_size(size));
        bench.app_mut().settings.zoom = zoom;
        bench.settle();
        bench.app_mut().act(Request::Run(Command::OpenSample));
        bench.settle();
        let annotations: Vec<_> = bench.app().session().project().annotations().map(|annotation| annotation.id).collect();
        for command in [None, Some(Command::OpenBeside), Some(Command::WholeTab)] {
            command.into_iter().for_each(|command| bench.app_mut().act(Request::Run(command)));
            for id in annotations.iter().step_by(9) {
                bench.app_mut().act(Request::GoTo(*id));
                bench.settle();
                past.extend(past_an_edge(&bench).into_iter().map(|what| format!("{size} at {zoom} %: {what}")));
            }
            for tab in [Tab::Annotations, Tab::CrossCheck, Tab::Compare, Tab::Find, Tab::Summary, Tab::History] {
                bench.app_mut().act(Request::ShowTab(tab));
                bench.settle();
                past.extend(past_an_edge(&bench).into_iter().map(|what| format!("{size} at {zoom} %, {tab:?}: {what}")));
            }
        }
    }
    past.sort();
    past.dedup();
    assert!(past.is_empty(), "{}", past.join("\n"));
}

#[test]
fn the_page_keeps_its_share_of_a_window_at_200_percent() {
    let mut bench = Bench::built(Harness::builder().with_size(vec2(1440.0, 900.0)));
    bench.app_mut().settings.zoom = 200;
    bench.settle();
    bench.app_mut().act(Request::Run(Command::OpenSample));
    bench.settle();
    let page = bench.harness.get_by_role(Role::Document).rect();
    assert!(page.width() >= 360.0 && page.height() >= 180.0, "{page:?}");
}
