//! Dragging beyond the edges of the page, and what becomes of it.

use egui::accesskit::Role;
use egui::{Event as Input, PointerButton, Pos2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::super::pointer::{FASTEST, scroll_speed};
use super::input::rect;
use super::*;

/// Paragraphs enough for many pages, each of one row.
fn many() -> String {
    (0..2000).map(|n| format!("Paragraph {n} tells of the ferry.\n")).collect()
}

fn long() -> Harness<'static, Window> {
    window(Sample::new(&many(), &[("Paragraph 2 tells", Some(Verdict::Disputed))]))
}

/// The page on the screen.
fn page(harness: &Harness<'_, Window>) -> egui::Rect {
    harness.state().shown.as_ref().unwrap().page_rect
}

/// How far the page is scrolled, in points: told by where a paragraph in view stands, since all are equally high.
fn scrolled(harness: &Harness<'_, Window>) -> f32 {
    let number = |node: &egui_kittest::Node<'_>| {
        let row = node.accesskit_node().children().next()?.data().value()?.to_owned();
        row.strip_prefix("Paragraph ")?.split(' ').next()?.parse::<f32>().ok()
    };
    let told = harness.query_all_by_role(Role::Paragraph).filter_map(|node| Some((number(&node)?, node.rect().top())));
    let told: Vec<(f32, f32)> = told.collect();
    let (first, last) = (told[0], told[told.len() - 1]);
    let each = (last.1 - first.1) / (last.0 - first.0);
    first.0 * each - first.1
}

/// Presses the button in the middle of the page.
fn press(harness: &mut Harness<'_, Window>) -> Pos2 {
    let from = pos2(page(harness).center().x, page(harness).center().y);
    harness.drag_at(from);
    harness.run_steps(2);
    from
}

fn move_to(harness: &mut Harness<'_, Window>, at: Pos2, frames: usize) {
    harness.event(Input::PointerMoved(at));
    harness.run_steps(frames);
}

#[test]
fn the_speed_grows_with_the_distance_and_is_bounded() {
    for (past, expected) in [(0.0, 0.0), (1.0, 12.0), (-1.0, -12.0), (50.0, 600.0), (-50.0, -600.0), (1e9, FASTEST), (-1e9, -FASTEST)] {
        assert_eq!(scroll_speed(past), expected, "{past} points past the edge");
    }
}

#[test]
fn a_drag_past_an_edge_scrolls_the_faster_the_farther_and_not_too_fast() {
    let mut harness = long();
    harness.state_mut().view.open_at(30_000);
    harness.run();
    press(&mut harness);
    let (top, bottom, x) = (page(&harness).top(), page(&harness).bottom(), page(&harness).center().x);
    let mut by = |y: f32| {
        move_to(&mut harness, pos2(x, y), 2);
        let before = scrolled(&harness);
        harness.run_steps(30);
        scrolled(&harness) - before
    };
    // Half a second each: twelve points a second for each point past the edge.
    for (y, expected) in [(bottom + 10.0, 60.0), (bottom + 60.0, 360.0), (top - 40.0, -240.0), (bottom + 1e6, 2000.0), (top - 1e6, -2000.0)]
    {
        let moved = by(y);
        assert!((moved - expected).abs() < 0.06 * expected.abs() + 2.0, "at {y}: {moved}, not {expected}");
    }
}

#[test]
fn it_stops_where_the_pointer_comes_back_and_goes_on_where_it_leaves_again() {
    let mut harness = long();
    let from = press(&mut harness);
    let below = pos2(from.x, page(&harness).bottom() + 80.0);
    move_to(&mut harness, below, 20);
    move_to(&mut harness, from, 2);
    let there = scrolled(&harness);
    harness.run_steps(30);
    assert_eq!(scrolled(&harness), there);
    move_to(&mut harness, below, 20);
    assert!(scrolled(&harness) > there + 100.0);
}

#[test]
fn a_selection_reaches_over_what_has_gone_out_of_view_both_ways() {
    let text = many();
    let mut harness = long();
    harness.state_mut().view.open_at(30_000);
    harness.run();
    let from = press(&mut harness);
    let start = harness.state().view.caret();
    let (top, bottom) = (page(&harness).top(), page(&harness).bottom());
    move_to(&mut harness, pos2(from.x, bottom + 300.0), 90);
    let ahead = harness.state().view.caret();
    assert!(ahead > start + 4_000, "from {start} to {ahead}");
    let visible = |harness: &Harness<'_, Window>| harness.state().view.reading_place();
    assert!(visible(&harness) > start, "where it began is out of view");
    let at = pos2(from.x, top - 300.0);
    move_to(&mut harness, at, 220);
    let back = harness.state().view.caret();
    assert!(back + 4_000 < start, "from {start} to {back}");
    harness.drop_at(at);
    harness.run();
    let selected = harness.state().view.selection().unwrap();
    assert_eq!(harness.state_mut().take(), [Event::Selected(selected.clone())], "one drag is one selection");
    assert!(selected.end.abs_diff(start) <= 1 && selected.start <= back, "{selected:?} of {start} and {back}");
    assert_eq!(text[selected.clone()].trim(), &text[selected]);
}

#[test]
fn a_release_outside_ends_the_drag() {
    for outside in [vec2(0.0, 500.0), vec2(0.0, -500.0), vec2(-2000.0, 0.0), vec2(2000.0, 3000.0)] {
        let mut harness = long();
        harness.state_mut().view.open_at(30_000);
        harness.run();
        let from = press(&mut harness);
        move_to(&mut harness, from + vec2(60.0, 40.0), 2);
        let at = page(&harness).center() + outside;
        move_to(&mut harness, at, 5);
        harness.drop_at(at);
        harness.run_steps(3);
        let there = scrolled(&harness);
        let selected = harness.state().view.selection();
        assert!(selected.is_some());
        assert_eq!(harness.state_mut().take(), [Event::Selected(selected.clone().unwrap())], "{outside:?}");
        move_to(&mut harness, from, 20);
        assert_eq!((scrolled(&harness), harness.state().view.selection()), (there, selected), "{outside:?}");
    }
}

#[test]
fn a_drag_goes_on_while_the_pointer_is_out_of_the_window() {
    let mut harness = long();
    let from = press(&mut harness);
    let below = pos2(from.x, page(&harness).bottom() + 50.0);
    move_to(&mut harness, below, 5);
    harness.event(Input::PointerGone);
    harness.run_steps(5);
    let there = scrolled(&harness);
    harness.run_steps(30);
    assert!(scrolled(&harness) > there + 100.0, "it scrolls on as from where the pointer was last");
    // It comes back with the button still down.
    move_to(&mut harness, from, 3);
    let caret = harness.state().view.caret();
    move_to(&mut harness, from + vec2(0.0, 80.0), 3);
    assert!(harness.state().view.caret() > caret);
    harness.drop_at(from + vec2(0.0, 80.0));
    harness.run();
    assert!(matches!(harness.state_mut().take()[..], [Event::Selected(_)]));
}

#[test]
fn a_release_that_the_window_hears_of_only_later_ends_the_drag_too() {
    let mut harness = long();
    let from = press(&mut harness);
    move_to(&mut harness, from + vec2(60.0, 40.0), 3);
    harness.event(Input::PointerGone);
    harness.run_steps(2);
    let pos = from + vec2(60.0, 40.0);
    harness.event(Input::PointerButton { pos, button: PointerButton::Primary, pressed: false, modifiers: egui::Modifiers::NONE });
    harness.run_steps(3);
    assert!(matches!(harness.state_mut().take()[..], [Event::Selected(_)]));
    let caret = harness.state().view.caret();
    move_to(&mut harness, from - vec2(0.0, 100.0), 5);
    assert_eq!(harness.state().view.caret(), caret);
}

#[test]
fn an_end_is_dragged_beyond_the_edge_too() {
    let text = many();
    let mut harness = long();
    harness.state_mut().in_hand = Some(mark(0));
    let start = text.find("Paragraph 2 tells").unwrap();
    let held = rect(&mut harness, start..start + "Paragraph 2 tells".len());
    harness.drag_at(held.right_center() + vec2(2.0, 0.0));
    harness.run_steps(2);
    let below = pos2(held.right(), page(&harness).bottom() + 120.0);
    move_to(&mut harness, below, 60);
    assert_eq!(harness.state_mut().take(), [], "nothing is told before the button is up");
    harness.drop_at(below);
    harness.run();
    let told = harness.state_mut().take();
    let [Event::Resized(id, range)] = &told[..] else { panic!("{told:?}") };
    assert_eq!((*id, range.start), (mark(0), start));
    assert!(range.end > start + 1_000, "{range:?}");
}
