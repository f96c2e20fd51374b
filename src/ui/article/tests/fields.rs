//! Text fields with words from right to left: what is drawn where, and that caret, selection and keys go by it.

use std::collections::BTreeSet;

use egui::accesskit::{Role, TextDirection};
use egui::text::{CCursor, CCursorRange, CharIndex};
use egui::{Id, Key, Modifiers, Pos2, Rect, Shape, TextEdit, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unicode_segmentation::UnicodeSegmentation as _;

use super::*;
use crate::text::direction;
use crate::ui::theme::fonts;

/// “Peace world”, in the order of the text.
const PEACE: &str = "\u{5e9}\u{5dc}\u{5d5}\u{5dd}";
const WORLD: &str = "\u{5e2}\u{5d5}\u{5dc}\u{5dd}";

/// Words of one direction, of both, in several paragraphs, with hidden characters, figures and an emoji.
fn samples() -> Vec<String> {
    let hebrew = format!("{PEACE} {WORLD}");
    vec![
        hebrew.clone(),
        format!("abc {hebrew} def"),
        format!("{PEACE} 17 {WORLD} abc."),
        format!("first\n{hebrew}\n\nabc {PEACE}"),
        format!("ab\u{200b}c {PEACE}"),
        format!("{hebrew} ").repeat(9).trim_end().to_owned(),
        format!("👨‍👩‍👧 {PEACE}, e\u{301}"),
    ]
}

fn id() -> Id {
    Id::unique("note")
}

/// A window with one field that has the focus.
fn field(text: &str, wraps: bool) -> Harness<'static, String> {
    let draw = move |ui: &mut egui::Ui, text: &mut String| {
        let response = field_ui(ui, id(), &fonts::sans(13.0), wraps, text, |text| {
            let edit = if wraps { TextEdit::multiline(text) } else { TextEdit::singleline(text) };
            edit.font(fonts::sans(13.0)).desired_width(260.0)
        });
        response.accessible_name("Note");
    };
    let builder = Harness::builder().with_size([320.0, 300.0]).with_max_steps(60).with_step_dt(1.0 / 60.0).allow_missing_glyphs();
    let builder = builder.with_context_setup(|ctx| theme::apply(ctx, theme::Choice::Light));
    let mut harness = builder.build_ui_state(draw, text.to_owned());
    harness.ctx.memory_mut(|memory| memory.request_focus(id()));
    harness.run_steps(3);
    harness
}

/// Where the selection begins and where the caret is, in characters.
fn ends(harness: &Harness<'_, String>) -> (usize, usize) {
    let range = TextEdit::load_state(&harness.ctx, id()).and_then(|state| state.cursor.char_range()).unwrap_or_default();
    let (CharIndex(from), CharIndex(to)) = (range.secondary.index, range.primary.index);
    (from, to)
}

fn put(harness: &mut Harness<'_, String>, from: usize, to: usize) {
    let mut state = TextEdit::load_state(&harness.ctx, id()).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(from), CCursor::new(to))));
    TextEdit::store_state(&harness.ctx, id(), state);
    harness.run_steps(2);
}

/// Where the caret is drawn, as input methods are told.
fn caret(harness: &Harness<'_, String>) -> Rect {
    harness.output().platform_output.ime.as_ref().expect("the field has the focus").cursor_rect
}

fn click(harness: &mut Harness<'_, String>, at: Pos2) {
    // Long enough after the last for it to be a first click.
    harness.run_steps(40);
    harness.drag_at(at);
    harness.run_steps(1);
    harness.drop_at(at);
    harness.run_steps(2);
}

/// The words that are drawn with ink, with their places.
fn drawn(harness: &Harness<'_, String>) -> Vec<(String, Rect)> {
    fn look(shape: &Shape, found: &mut Vec<(String, Rect)>) {
        match shape {
            Shape::Vec(all) => all.iter().for_each(|shape| look(shape, found)),
            Shape::Text(text) if !text.galley.mesh_bounds.is_negative() => {
                found.push((text.galley.text().to_owned(), text.galley.rect.translate(text.pos.to_vec2())));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| look(&clipped.shape, &mut found));
    found
}

fn place(harness: &Harness<'_, String>, words: &str) -> Rect {
    let drawn = drawn(harness);
    drawn.iter().find(|(drawn, _)| drawn.trim() == words).unwrap_or_else(|| panic!("{words:?} is not among {drawn:?}")).1
}

#[test]
fn words_stand_as_they_are_read() {
    for wraps in [true, false] {
        let harness = field(&format!("abc {PEACE} {WORLD} def"), wraps);
        let order = ["abc", WORLD, PEACE, "def"].map(|words| place(&harness, words).left());
        assert!(order.is_sorted(), "{order:?}");
        let harness = field(&format!("{PEACE} {WORLD}"), wraps);
        let (first, second) = (place(&harness, PEACE), place(&harness, WORLD));
        assert!(second.right() <= first.left() + 0.1);
        let field = harness.get_by_role(if wraps { Role::MultilineTextInput } else { Role::TextInput }).rect();
        assert!(field.right() - first.right() < 16.0, "it begins at the right edge: {first:?} in {field:?}");
        assert_eq!(drawn(&harness).iter().filter(|(words, _)| words.contains(PEACE)).count(), 1, "it is drawn once");
    }
}

#[test]
fn words_that_egui_sets_right_are_all_its_own() {
    let harness = field("plain words", true);
    assert_eq!(drawn(&harness).iter().filter(|(words, _)| words == "plain words").count(), 1);
}

#[test]
fn a_click_where_the_caret_stands_leaves_it_there() {
    for text in samples() {
        let wraps = text.contains('\n') || text.chars().count() > 40;
        let mut harness = field(&text, wraps);
        for at in 0..=text.chars().count() {
            let byte = text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
            if !crate::text::grapheme::is_grapheme_boundary(&text, byte) {
                continue;
            }
            put(&mut harness, at, at);
            let before = caret(&harness);
            click(&mut harness, before.center());
            let after = caret(&harness);
            // Where directions meet, one place of the text is two on the screen, and the caret stands at one of them.
            let there = ends(&harness).1;
            let is_met = there > 0 && runs_left(&text, there - 1) != runs_left(&text, there);
            let same = before.center().distance(after.center()) < 1.0;
            assert!(same || is_met, "{at} of {text:?}: {before:?} became {after:?} at {there}");
        }
    }
}

/// Whether a character runs from right to left.
fn runs_left(text: &str, at: usize) -> bool {
    let byte = text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    let paragraph = crate::text::paragraph::paragraph_at(text, byte);
    let words = &text[paragraph.clone()];
    let right_to_left = crate::text::script::is_right_to_left(words);
    if byte == paragraph.end {
        return right_to_left;
    }
    direction::runs_left(direction::Directions::of(words, right_to_left).level(byte - paragraph.start))
}

#[test]
fn what_is_typed_goes_to_the_caret() {
    let mut harness = field(&format!("{PEACE} {WORLD}"), true);
    let last = place(&harness, WORLD);
    click(&mut harness, last.left_center() + vec2(0.5, 0.0));
    assert_eq!(ends(&harness), (9, 9), "the left end is the end");
    harness.event(egui::Event::Text("!".into()));
    harness.run_steps(2);
    assert_eq!(harness.state(), &format!("{PEACE} {WORLD}!"));
    harness.key_press(Key::Backspace);
    harness.key_press(Key::Backspace);
    harness.run_steps(2);
    assert_eq!(harness.state(), &format!("{PEACE} {}", &WORLD[..6]));
    assert!(caret(&harness).left() > last.left() + 2.0, "the caret goes to the right, where the words shrink");
}

#[test]
fn a_drag_over_a_word_selects_it_and_a_double_click_too() {
    let text = format!("abc {PEACE} {WORLD} def");
    for (from, to, expected) in [(PEACE, PEACE, PEACE.to_owned()), (PEACE, WORLD, format!("{PEACE} {WORLD}"))] {
        let mut harness = field(&text, true);
        let (from, to) = (place(&harness, from), place(&harness, to));
        // At the outer edge of words between others of the other direction stands the caret of both: well inside the letter.
        harness.drag_at(from.right_center() - vec2(1.0, 0.0));
        harness.run_steps(1);
        harness.hover_at(to.left_center() + vec2(1.0, 0.0));
        harness.run_steps(2);
        harness.drop_at(to.left_center() + vec2(1.0, 0.0));
        harness.run_steps(2);
        assert_eq!(copied(&mut harness), Some(expected));
    }
    let mut harness = field(&text, true);
    let at = place(&harness, WORLD).center();
    for _ in 0..2 {
        harness.drag_at(at);
        harness.drop_at(at);
    }
    harness.run_steps(3);
    assert_eq!(copied(&mut harness).as_deref(), Some(WORLD));
}

fn copied(harness: &mut Harness<'_, String>) -> Option<String> {
    harness.event(egui::Event::Copy);
    harness.step();
    harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

#[test]
fn the_selection_is_drawn_over_the_words_that_it_holds() {
    let text = format!("abc {PEACE} def {WORLD}");
    let mut harness = field(&text, true);
    // “abc” and the first letter of the word behind it, which stands at that word's right.
    put(&mut harness, 0, 5);
    let word = place(&harness, PEACE);
    let mut filled = Vec::new();
    fn look(shape: &Shape, found: &mut Vec<Rect>, colour: egui::Color32) {
        match shape {
            Shape::Vec(all) => all.iter().for_each(|shape| look(shape, found, colour)),
            Shape::Rect(rect) if rect.fill == colour => found.push(rect.rect),
            _ => {}
        }
    }
    let colour = harness.ctx.global_style().visuals.selection.bg_fill;
    harness.output().shapes.iter().for_each(|clipped| look(&clipped.shape, &mut filled, colour));
    assert_eq!(filled.len(), 2, "{filled:?}");
    assert!(filled[0].right() <= word.left() + 0.5 && filled[1].right() > word.right() - 0.5 && filled[1].left() > word.center().x);
}

#[test]
fn the_arrows_go_over_all_places_as_they_stand_and_come_back() {
    // Between paragraphs of different directions the same arrow leads there and back.
    for text in samples().into_iter().filter(|text| !text.contains('\n')) {
        let wraps = text.chars().count() > 40;
        let last = text.chars().count();
        let backwards = crate::text::script::is_right_to_left(&text);
        let mut harness = field(&text, wraps);
        put(&mut harness, 0, 0);
        let (on, back) = if backwards { (Key::ArrowLeft, Key::ArrowRight) } else { (Key::ArrowRight, Key::ArrowLeft) };
        let stands = |harness: &Harness<'_, String>| (caret(harness).left().round() as i32, caret(harness).top().round() as i32);
        let mut seen = BTreeSet::from([stands(&harness)]);
        for key in [on, back] {
            for _ in 0..2 * last {
                harness.key_press(key);
                harness.run_steps(1);
                seen.insert(stands(&harness));
            }
            let there = ends(&harness);
            harness.key_press(key);
            harness.run_steps(1);
            assert_eq!(ends(&harness), there, "{key:?} comes to an end in {text:?}");
            assert_eq!(there.0, there.1);
        }
        let starts = text.grapheme_indices(true).map(|(byte, _)| text[..byte].chars().count());
        for at in starts.chain([last]) {
            put(&mut harness, at, at);
            assert!(seen.contains(&stands(&harness)), "{at} of {text:?} was passed over");
        }
        put(&mut harness, 0, 0);
        harness.key_press_modifiers(Modifiers::SHIFT, on);
        harness.run_steps(2);
        let (from, to) = ends(&harness);
        assert!(from == 0 && to > 0, "Shift extends: {from} to {to} in {text:?}");
    }
}

#[test]
fn the_middle_button_pastes_where_it_is_pressed() {
    for wraps in [true, false] {
        let mut harness = field(&format!("{PEACE} {WORLD}"), wraps);
        let pos = place(&harness, WORLD).right_center();
        harness.hover_at(pos);
        harness.run_steps(2);
        harness.event(egui::Event::MiddleClickPaste { pos, text: "12\n".into() });
        harness.run_steps(2);
        let end = if wraps { "\n" } else { " " };
        assert_eq!(harness.state(), &format!("{PEACE} 12{end}{WORLD}"));
        assert_eq!(ends(&harness), (8, 8));
        harness.key_press_modifiers(Modifiers { ctrl: true, ..Modifiers::COMMAND }, Key::Z);
        harness.run_steps(3);
        assert_eq!(harness.state(), &format!("{PEACE} {WORLD}"), "it can be taken back");
    }
}

#[test]
fn by_words_the_arrows_go_to_the_side_that_they_point_to() {
    let ctrl = Modifiers { ctrl: true, ..Modifiers::COMMAND };
    let hebrew = format!("{PEACE} {WORLD}");
    for (text, key, on) in
        [(hebrew.as_str(), Key::ArrowLeft, true), (&hebrew, Key::ArrowRight, false), ("abc \u{5d0} def", Key::ArrowRight, true)]
    {
        let mut harness = field(text, true);
        let from = if on { 0 } else { text.chars().count() };
        put(&mut harness, from, from);
        let before = caret(&harness).left();
        harness.key_press_modifiers(ctrl, key);
        harness.run_steps(2);
        let moved = ends(&harness).1.abs_diff(from);
        assert!((3..=5).contains(&moved), "{key:?} in {text:?} moves by {moved}");
        assert_eq!(caret(&harness).left() < before, key == Key::ArrowLeft, "{text:?}");
    }
}

#[test]
fn up_and_down_keep_to_the_place_across() {
    let text = format!("{PEACE} {WORLD}\n{WORLD} {PEACE}\n{PEACE}");
    let mut harness = field(&text, true);
    put(&mut harness, 4, 4);
    let start = caret(&harness);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(2);
    let below = caret(&harness);
    assert!(below.top() > start.top() && (below.left() - start.left()).abs() < 6.0, "{start:?}, then {below:?}");
    harness.key_press(Key::ArrowUp);
    harness.run_steps(2);
    assert!(caret(&harness).center().distance(start.center()) < 6.0);
    for (key, end) in [(Key::ArrowUp, 0), (Key::ArrowDown, text.chars().count())] {
        for _ in 0..4 {
            harness.key_press(key);
            harness.run_steps(1);
        }
        assert_eq!(ends(&harness).1, end, "{key:?}");
    }
}

#[test]
fn a_screen_reader_gets_the_words_in_the_order_of_the_text() {
    for text in samples().into_iter().filter(|text| !text.contains('\n') && text.chars().count() < 40) {
        let mut harness = field(&text, true);
        put(&mut harness, 1, 3);
        let field = harness.get_by_role(Role::MultilineTextInput).accesskit_node();
        let runs: Vec<_> = field.children().filter(|run| run.role() == Role::TextRun).collect();
        let told: String = runs.iter().filter_map(|run| run.data().value().map(str::to_owned)).collect();
        assert_eq!(told, text);
        assert_eq!(field.label().as_deref(), Some("Note"));
        let selection = field.data().text_selection().copied().unwrap();
        assert_eq!((selection.anchor.character_index, selection.focus.character_index), (1, 3), "{text:?}");
        let backwards = crate::text::script::is_right_to_left(&text);
        assert_eq!(runs[0].data().text_direction() == Some(TextDirection::RightToLeft), backwards, "{text:?}");
        for run in runs {
            let bounds = run.data().bounds().unwrap();
            assert!(bounds.x0 <= bounds.x1);
        }
    }
}
