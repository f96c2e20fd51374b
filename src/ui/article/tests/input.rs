//! Selecting, picking and moving about by mouse and keyboard, in a window.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::*;

pub(super) const TEXT: &str = "Ferry timetable\nThe ferry leaves at nine. It is often late.\nNobody minds the wait, says the captain.";

pub(super) fn marked() -> Harness<'static, Window> {
    window(Sample::new(
        TEXT,
        &[
            ("leaves at nine", Some(Verdict::Disputed)),
            ("nine", Some(Verdict::Erroneous)),
            ("Nobody minds", None),
            ("often late", Some(Verdict::Verified)),
        ],
    ))
}

/// Where a range on one row is on the screen. Leaves nothing selected.
pub(super) fn rect(harness: &mut Harness<'_, Window>, range: Range<usize>) -> egui::Rect {
    harness.state_mut().select(range);
    harness.run();
    let rect = harness.state().shown.as_ref().unwrap().selection_rect.unwrap();
    harness.state_mut().view.clear_selection();
    harness.state_mut().take();
    rect
}

/// The middle of some words on the screen.
fn on(harness: &mut Harness<'_, Window>, words: &str) -> Pos2 {
    rect(harness, place(words)).center()
}

fn click(harness: &mut Harness<'_, Window>, at: Pos2, times: usize) {
    harness.hover_at(at);
    for _ in 0..times {
        harness.drag_at(at);
        harness.drop_at(at);
    }
    harness.run();
}

/// Lets enough time pass for the next click to be a first one.
fn pause(harness: &mut Harness<'_, Window>) {
    harness.run_steps(60);
}

pub(super) fn place(words: &str) -> Range<usize> {
    let start = TEXT.find(words).unwrap();
    start..start + words.len()
}

#[test]
fn a_click_picks_the_smallest_and_a_further_click_the_next() {
    let mut harness = marked();
    let nine = on(&mut harness, "nine");
    for expected in [1, 0, 1] {
        click(&mut harness, nine, 1);
        assert_eq!(harness.state_mut().take(), [Event::Picked(mark(expected))]);
        harness.state_mut().in_hand = Some(mark(expected));
        pause(&mut harness);
    }
}

#[test]
fn clicks_in_succession_select_a_word_a_sentence_a_paragraph() {
    for (clicks, expected) in [(2, "ferry"), (3, "The ferry leaves at nine."), (4, "The ferry leaves at nine. It is often late.")] {
        let mut harness = marked();
        let at = on(&mut harness, "ferry");
        click(&mut harness, at, clicks);
        let events = harness.state_mut().take();
        assert_eq!(events.last(), Some(&Event::Selected(place(expected))), "{clicks} clicks: {events:?}");
        assert_eq!(harness.state().view.selection(), Some(place(expected)));
    }
}

#[test]
fn a_drag_selects_across_paragraphs_and_loses_the_white_space_at_its_ends() {
    let mut harness = marked();
    let from = rect(&mut harness, place("late")).left_center() - egui::vec2(4.0, 0.0);
    let to = rect(&mut harness, place("minds")).left_center();
    harness.drag_at(from);
    harness.run();
    harness.hover_at(to);
    harness.run();
    assert_eq!(harness.state_mut().take(), [], "nothing is reported before the button is up");
    harness.drop_at(to);
    harness.run();
    assert_eq!(harness.state_mut().take(), [Event::Selected(place("late.\nNobody"))]);
}

#[test]
fn a_drag_by_words_selects_whole_words_both_ways() {
    let mut harness = marked();
    let (from, to) = (on(&mut harness, "often"), on(&mut harness, "leaves"));
    harness.drag_at(from);
    harness.drop_at(from);
    harness.drag_at(from);
    harness.run_steps(1);
    harness.hover_at(to);
    harness.run_steps(2);
    harness.drop_at(to);
    harness.run();
    assert_eq!(harness.state().view.selection(), Some(place("leaves at nine. It is often")));
}

#[test]
fn shift_and_a_click_extend() {
    let mut harness = marked();
    let (from, to) = (on(&mut harness, "ferry"), on(&mut harness, "captain"));
    click(&mut harness, from, 2);
    harness.state_mut().take();
    pause(&mut harness);
    harness.hover_at(to);
    for pressed in [true, false] {
        let event = egui::Event::PointerButton { pos: to, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::SHIFT };
        harness.event_modifiers(event, Modifiers::SHIFT);
    }
    harness.run();
    let selected = harness.state().view.selection().unwrap();
    assert_eq!(selected.start, place("ferry").start);
    assert!(place("captain").contains(&selected.end), "{selected:?}");
    assert_eq!(harness.state_mut().take(), [Event::Selected(selected)]);
}

#[test]
fn keys_extend_the_selection() {
    let ctrl = Modifiers::COMMAND | Modifiers::CTRL;
    let shift = Modifiers::SHIFT;
    for (from, key, modifiers, times, expected) in [
        ("leaves", Key::ArrowRight, shift, 6, Some("leaves")),
        ("leaves", Key::ArrowRight, shift, 7, Some("leaves")),
        ("leaves", Key::ArrowLeft, shift, 6, Some("ferry")),
        ("leaves", Key::ArrowLeft, shift, 1, None),
        ("leaves", Key::ArrowRight, shift | ctrl, 3, Some("leaves at nine")),
        ("leaves", Key::ArrowLeft, shift | ctrl, 2, Some("The ferry")),
        ("It is", Key::ArrowRight, shift | Modifiers::ALT, 1, Some("It is often late.")),
        ("leaves", Key::End, shift | ctrl, 1, Some("leaves at nine. It is often late.\nNobody minds the wait, says the captain.")),
        ("late", Key::ArrowRight, shift, 6, Some("late.")),
        ("late", Key::ArrowRight, shift, 7, Some("late.\nN")),
    ] {
        let mut harness = marked();
        let start = TEXT.find(from).unwrap();
        harness.state_mut().select(start..start);
        harness.state_mut().view.request_focus();
        harness.run();
        for _ in 0..times {
            harness.key_press_modifiers(modifiers, key);
            harness.run();
        }
        let expected = expected.map(place);
        assert_eq!(harness.state().view.selection(), expected, "{times} × {key:?} from {from}");
        let reported = harness.state_mut().take().into_iter().rev().find_map(|event| match event {
            Event::Selected(range) => Some(range),
            _ => None,
        });
        assert_eq!(reported, expected, "{times} × {key:?} from {from}");
    }
}

#[test]
fn escape_clears_and_all_selects_all_and_copy_parts_paragraphs() {
    let mut harness = marked();
    harness.state_mut().view.request_focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::CTRL, Key::A);
    harness.run();
    assert_eq!(harness.state_mut().take(), [Event::Selected(0..TEXT.len())]);
    harness.event(egui::Event::Copy);
    harness.step();
    let copied = harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    assert_eq!(copied, Some(TEXT.replace('\n', "\n\n")));
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state_mut().take(), [Event::SelectionCleared]);
    assert!(harness.state().shown.as_ref().unwrap().has_focus, "the article keeps the focus");
}

#[test]
fn letters_are_left_to_the_window() {
    let mut harness = marked();
    harness.state_mut().view.request_focus();
    harness.run();
    for key in [Key::Num1, Key::N, Key::J] {
        harness.key_down(key);
        harness.step();
        let left = harness.ctx.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Key { pressed: true, .. })));
        assert!(left, "{key:?}");
        harness.key_up(key);
        harness.step();
    }
    assert_eq!(harness.state_mut().take(), []);
}

#[test]
fn a_dismissed_passage_can_be_brought_back() {
    let mut sample = Sample::new(TEXT, &[]);
    sample.dismiss(place("It is often late."), Reason::ShareLine);
    let mut harness = window(sample);
    harness.get_by_role_and_label(Role::Button, "Restore: Share line: It is often late.").click();
    harness.run();
    assert_eq!(harness.state_mut().take(), [Event::RestoreDismissed(place("It is often late."))]);
}

#[test]
fn a_menu_is_asked_for_at_a_byte() {
    let mut harness = marked();
    let at = on(&mut harness, "captain");
    harness.hover_at(at);
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton { pos: at, button: egui::PointerButton::Secondary, pressed, modifiers: Modifiers::NONE });
    }
    harness.run();
    let events = harness.state_mut().take();
    assert!(matches!(events[..], [Event::MenuAt(_, byte)] if place("captain").contains(&byte)), "{events:?}");
}

#[test]
fn in_rows_that_run_both_ways_the_arrows_come_to_the_end_and_back() {
    for text in [
        "\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{5e2}\u{5d5}\u{5dc}\u{5dd}",
        "abc \u{5e9}\u{5dc}\u{5d5}\u{5dd} def",
        "\u{5e9}\u{5dc} 12 \u{5d5}\u{5dd} abc",
    ] {
        let backwards = crate::text::script::is_right_to_left(text);
        let mut harness = window_of_any_script(Sample::new(text, &[]));
        harness.state_mut().select(0..0);
        harness.state_mut().view.request_focus();
        harness.run();
        let (on, back) = if backwards { (Key::ArrowLeft, Key::ArrowRight) } else { (Key::ArrowRight, Key::ArrowLeft) };
        for (key, end) in [(on, text.len()), (back, 0)] {
            let mut seen = Vec::new();
            for _ in 0..2 * text.chars().count() {
                harness.key_press(key);
                harness.run();
                seen.push(harness.state().view.caret());
            }
            // The words of the other direction at an edge end on their inner side.
            assert!(seen.contains(&end), "{key:?} in {text:?}: {seen:?}");
            assert_eq!(seen[seen.len() - 2], seen[seen.len() - 1], "{key:?} comes to rest in {text:?}: {seen:?}");
        }
    }
}

/// The flags that are painted: for each whether it points to the left.
fn flags(harness: &Harness<'_, Window>) -> Vec<bool> {
    fn look(shape: &egui::Shape, found: &mut Vec<bool>) {
        match shape {
            egui::Shape::Vec(all) => all.iter().for_each(|shape| look(shape, found)),
            egui::Shape::Path(path) if path.closed && path.points.len() == 3 => found.push(path.points[1].x < path.points[0].x),
            _ => {}
        }
    }
    let mut found = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| look(&clipped.shape, &mut found));
    found
}

#[test]
fn where_directions_meet_a_flag_at_the_caret_says_which_way_the_words_go_on() {
    let text = "abc \u{5e9}\u{5dc}\u{5d5}\u{5dd} def\n\u{5e9}\u{5dc} \u{5d5}\u{5dd}\nplain";
    let second = text.find('\n').unwrap() + 1;
    for (byte, expected) in [
        (0, None),
        (2, None),
        (4, Some(true)),
        (6, None),
        (12, Some(false)),
        (14, None),
        (second, None),
        (second + 2, None),
        (second + 9, None),
        (text.len() - 2, None),
    ] {
        let mut harness = window_of_any_script(Sample::new(text, &[]));
        harness.state_mut().select(byte..byte);
        harness.state_mut().view.request_focus();
        harness.run();
        assert_eq!(flags(&harness), expected.into_iter().collect::<Vec<_>>(), "at {byte}");
    }
}
