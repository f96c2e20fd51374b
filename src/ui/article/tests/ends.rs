//! Moving the ends of the annotation in hand by mouse and by key.

use egui::{Key, Modifiers};
use egui_kittest::Harness;

use super::input::{marked, place, rect};
use super::*;

#[test]
fn the_ends_of_the_annotation_in_hand_can_be_dragged() {
    let mut harness = marked();
    harness.state_mut().in_hand = Some(mark(3));
    let held = rect(&mut harness, place("often late"));
    let to = rect(&mut harness, place("It is"));
    harness.drag_at(held.left_center() - egui::vec2(2.0, 0.0));
    harness.run();
    harness.hover_at(to.left_center() + egui::vec2(20.0, 0.0));
    harness.run();
    harness.drop_at(to.left_center() + egui::vec2(1.0, 0.0));
    harness.run();
    assert_eq!(harness.state_mut().take(), [Event::Resized(mark(3), place("It is often late"))]);
}

/// A window in which an end of “often late” is moved from the keyboard.
fn moving() -> Harness<'static, Window> {
    let mut harness = marked();
    harness.state_mut().in_hand = Some(mark(3));
    harness.state_mut().view.move_ends(mark(3), place("often late"));
    harness.run();
    harness.state_mut().take();
    harness
}

#[test]
fn the_ends_are_moved_by_the_keys_of_the_caret() {
    let (ctrl, none) = (Modifiers::COMMAND | Modifiers::CTRL, Modifiers::NONE);
    for (keys, expected) in [
        (&[(Key::ArrowLeft, none, 1)][..], Some("often lat")),
        (&[(Key::ArrowLeft, ctrl, 1)], Some("often")),
        (&[(Key::ArrowRight, ctrl, 1)], Some("often late.\nNobody")),
        (&[(Key::ArrowRight, ctrl, 1), (Key::ArrowLeft, none, 8)], None),
        (&[(Key::Tab, none, 1), (Key::ArrowLeft, ctrl, 2)], Some("It is often late")),
        (&[(Key::Tab, none, 1), (Key::ArrowRight, none, 1), (Key::Tab, none, 1), (Key::ArrowLeft, none, 1)], Some("ften lat")),
        (&[(Key::ArrowLeft, Modifiers::ALT, 1), (Key::ArrowLeft, Modifiers::ALT, 1)], Some("The ferry leaves at nine. It is")),
        (&[], None),
    ] {
        let mut harness = moving();
        for (key, modifiers, times) in keys {
            for _ in 0..*times {
                harness.key_press_modifiers(*modifiers, *key);
                harness.run();
            }
        }
        assert_eq!(harness.state_mut().take(), [], "nothing is told before it is done: {keys:?}");
        harness.key_press(Key::Enter);
        harness.run();
        let expected: Vec<Event> = expected.map(|words| Event::Resized(mark(3), place(words))).into_iter().collect();
        assert_eq!(harness.state_mut().take(), expected, "{keys:?}");
        assert!(!harness.state().view.is_moving_ends());
        assert!(harness.state().shown.as_ref().unwrap().has_focus, "the article keeps the focus");
    }
}

#[test]
fn escape_leaves_the_ends_where_they_were() {
    let mut harness = moving();
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::CTRL, Key::ArrowRight);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state_mut().take(), []);
    assert!(!harness.state().view.is_moving_ends());
}

#[test]
fn what_was_moved_is_kept_when_the_focus_goes_or_something_else_is_in_hand() {
    for leave in [0, 1] {
        let mut harness = moving();
        harness.key_press(Key::ArrowLeft);
        harness.run();
        if leave == 0 {
            let id = harness.ctx.memory(|memory| memory.focused()).unwrap();
            harness.ctx.memory_mut(|memory| memory.surrender_focus(id));
        } else {
            harness.state_mut().in_hand = Some(mark(0));
        }
        harness.run();
        assert_eq!(harness.state_mut().take(), [Event::Resized(mark(3), place("often lat"))]);
    }
}

#[test]
fn a_selection_stays_while_the_ends_are_moved() {
    let mut harness = marked();
    harness.state_mut().in_hand = Some(mark(3));
    harness.state_mut().select(place("ferry"));
    harness.state_mut().view.move_ends(mark(3), place("often late"));
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().view.selection(), Some(place("ferry")));
}
