//! The keys of the article: where the caret goes, and how each system spells it.
//!
//! Plain letters and figures are left alone: they are the shortcuts of the window.

use egui::os::OperatingSystem;
use egui::{Event, Key, Modifiers, vec2};

use super::geometry::Lines;
use super::layout::Typesetter;
use super::scroll::Stack;
use crate::text::grapheme::{next_grapheme, previous_grapheme};
use crate::text::movement::{next_sentence_start, next_word_end, next_word_start, previous_sentence_start, previous_word_start};
use crate::text::paragraph::paragraph_at;
use crate::text::position::slice;
use crate::text::script::is_right_to_left;

/// Places so near to each other are one for the eye, in points.
const SAME_PLACE: f32 = 0.5;

/// Towards which end of the text; for steps along a row, to which side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The start.
    Back,
    /// The end.
    On,
}

impl Way {
    fn turned(self) -> Self {
        match self {
            Self::Back => Self::On,
            Self::On => Self::Back,
        }
    }
}

/// By what the caret moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// One grapheme.
    Grapheme,
    /// One word.
    Word,
    /// One sentence.
    Sentence,
    /// One paragraph.
    Paragraph,
    /// One row on the screen.
    Row,
    /// To the end of the row.
    RowEnd,
    /// About as much as fits the screen.
    Screen,
    /// To the end of the text.
    Text,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Move the caret; with `true`, extend the selection.
    Go(Step, Way, bool),
    /// Select the whole text.
    All,
    /// Copy what is selected.
    Copy,
    /// Select nothing; leave the ends of the annotation where they were.
    Escape,
    /// The menu at the caret.
    Menu,
    /// Move the other end of the annotation.
    OtherEnd,
    /// The ends of the annotation are where they should be.
    Done,
}

/// What an input event asks of the article, on a system. While an end of an annotation is moved, Tab takes the other end
/// and Enter is the end of it.
pub(super) fn asked(event: &Event, os: OperatingSystem, moving: bool) -> Option<Asked> {
    match event {
        Event::Copy => Some(Asked::Copy),
        Event::Key { key: Key::Tab, pressed: true, .. } if moving => Some(Asked::OtherEnd),
        Event::Key { key: Key::Enter, pressed: true, .. } if moving => Some(Asked::Done),
        Event::Key { key, pressed: true, modifiers, .. } => key_asks(*key, *modifiers, os),
        _ => None,
    }
}

fn key_asks(key: Key, modifiers: Modifiers, os: OperatingSystem) -> Option<Asked> {
    let mac = matches!(os, OperatingSystem::Mac | OperatingSystem::IOS);
    let Modifiers { alt, ctrl, shift, command, .. } = modifiers;
    let go = |step, way| Some(Asked::Go(step, way, shift));
    let way = match key {
        Key::ArrowLeft | Key::ArrowUp | Key::Home | Key::PageUp => Way::Back,
        Key::ArrowRight | Key::ArrowDown | Key::End | Key::PageDown => Way::On,
        Key::Space if !alt && !ctrl && !command => {
            return Some(Asked::Go(Step::Screen, if shift { Way::Back } else { Way::On }, false));
        }
        Key::F10 if shift => return Some(Asked::Menu),
        Key::A if command && !shift && !alt => return Some(Asked::All),
        Key::Escape if modifiers.is_none() => return Some(Asked::Escape),
        _ => return None,
    };
    let (by_word, by_sentence) = if mac { (alt, ctrl) } else { (ctrl, alt) };
    match key {
        Key::ArrowLeft | Key::ArrowRight if mac && command => go(Step::RowEnd, way),
        Key::ArrowUp | Key::ArrowDown if mac && command => go(Step::Text, way),
        Key::ArrowLeft | Key::ArrowRight if by_word => go(Step::Word, way),
        Key::ArrowLeft | Key::ArrowRight if by_sentence => go(Step::Sentence, way),
        Key::ArrowLeft | Key::ArrowRight => go(Step::Grapheme, way),
        Key::ArrowUp | Key::ArrowDown if by_word || by_sentence => go(Step::Paragraph, way),
        Key::ArrowUp | Key::ArrowDown => go(Step::Row, way),
        Key::Home | Key::End if command || ctrl => go(Step::Text, way),
        Key::Home | Key::End if !alt => go(Step::RowEnd, way),
        Key::PageUp | Key::PageDown if !alt && !ctrl && !command => go(Step::Screen, way),
        _ => None,
    }
}

/// Where a step from a byte leads. `goal` is the horizontal place that steps over rows keep to; `screen` is the height of
/// the page in points. `extending` a selection by words stops at their ends, not at the starts of the next.
pub(super) fn go(
    set: &mut Typesetter<'_>,
    from: usize,
    step: Step,
    way: Way,
    extending: bool,
    goal: &mut Option<f32>,
    screen: f32,
) -> usize {
    let text = set.text();
    if !matches!(step, Step::Row | Step::Screen) {
        *goal = None;
    }
    // To the right is on in the text, but in a paragraph that runs from right to left.
    let way = if step == Step::Word && runs_left(set, from) { way.turned() } else { way };
    match (step, way) {
        (Step::Grapheme, _) => beside(set, from, way),
        (Step::Word, Way::Back) => previous_word_start(text, from),
        (Step::Word, Way::On) if extending => next_word_end(text, from),
        (Step::Word, Way::On) => next_word_start(text, from),
        (Step::Sentence, Way::Back) => previous_sentence_start(text, from),
        (Step::Sentence, Way::On) => next_sentence_start(text, from),
        (Step::Paragraph, Way::Back) => set.blocks().previous_paragraph(from),
        (Step::Paragraph, Way::On) => set.blocks().next_paragraph(from),
        (Step::Text, Way::Back) => 0,
        (Step::Text, Way::On) => text.len(),
        (Step::RowEnd, _) => row_end(set, from, way, extending),
        (Step::Row, _) => row(set, from, way, goal),
        (Step::Screen, _) => by_height(set, from, if way == Way::On { screen } else { -screen }, goal),
    }
}

/// Whether the paragraph at a byte runs from right to left.
pub(super) fn runs_left(set: &mut Typesetter<'_>, byte: usize) -> bool {
    let laid = set.laid(set.blocks().at(byte));
    is_right_to_left(laid.lines.words())
}

/// The place beside a byte, as it is seen.
fn beside(set: &mut Typesetter<'_>, from: usize, way: Way) -> usize {
    let laid = set.laid(set.blocks().at(from));
    beside_in(laid.lines.as_ref(), set.text(), laid.range.start, from, way)
}

/// The place beside a byte of a text whose words from `start` on are set in rows: where a row runs from right to left, or
/// both ways, the nearest on the screen that is not at the same place; past the edge of the row, the next one or the one
/// before.
pub(super) fn beside_in(lines: &dyn Lines, text: &str, start: usize, from: usize, way: Way) -> usize {
    let words = lines.words();
    let local = from.clamp(start, start + words.len()) - start;
    let row = lines.row_bytes(lines.row_of(local));
    let places = || {
        let next = |byte: &usize| Some(next_grapheme(words, *byte)).filter(|next| next > byte && *next <= row.end);
        std::iter::successors(Some(row.start), next)
    };
    if !places().any(|byte| byte < row.end && lines.runs_left(byte)) {
        return if way == Way::Back { previous_grapheme(text, from) } else { next_grapheme(text, from) };
    }
    let here = lines.caret(local).left();
    let is_last = row.end == words.len();
    let beyond = |byte: usize| {
        let away = lines.caret(byte).left() - here;
        let away = if way == Way::On { away } else { -away };
        (away > SAME_PLACE).then_some(((away * 256.0) as i64, byte))
    };
    let nearest = places().filter(|byte| *byte < row.end || is_last).filter_map(beyond).min();
    let on = (way == Way::On) != is_right_to_left(slice(words, paragraph_at(words, local)));
    match nearest {
        Some((_, byte)) => start + byte,
        // At the edge of the text there is nowhere to go, whichever end of its words stands there.
        None if !on && start + row.start == 0 || on && start + row.end == text.len() => from,
        None if !on => previous_grapheme(text, start + row.start),
        None if is_last => next_grapheme(text, start + row.end),
        None => start + row.end,
    }
}

/// The first or last place of the row that a byte is in. Where a row was broken within words, its end is the start of the
/// next row: the caret stays before the last grapheme then, a selection takes it in.
fn row_end(set: &mut Typesetter<'_>, from: usize, way: Way, extending: bool) -> usize {
    let laid = set.laid(set.blocks().at(from));
    let row = laid.lines.row_of(from.saturating_sub(laid.range.start));
    let to_the_left = (way == Way::Back) != is_right_to_left(laid.lines.words());
    let x = if to_the_left { -1.0e6 } else { 1.0e6 };
    let found = laid.lines.byte_at(vec2(x, laid.lines.row_rect(row).center().y));
    let in_row = if extending || laid.lines.row_of(found) == row {
        found
    } else {
        previous_grapheme(set.text(), laid.range.start + found) - laid.range.start
    };
    laid.range.start + in_row
}

/// The place one row up or down.
fn row(set: &mut Typesetter<'_>, from: usize, way: Way, goal: &mut Option<f32>) -> usize {
    let block = set.blocks().at(from);
    let laid = set.laid(block);
    let local = from.clamp(laid.range.start, laid.range.end) - laid.range.start;
    let x = *goal.get_or_insert_with(|| laid.lines.caret(local).left() + laid.indent);
    let row = laid.lines.row_of(local);
    let (block, row) = match way {
        Way::Back if row > 0 => (block, row - 1),
        Way::On if row + 1 < laid.lines.rows() => (block, row + 1),
        Way::Back if block == 0 => return 0,
        Way::On if block + 1 >= set.len() => return set.text().len(),
        Way::Back => (block - 1, set.laid(block - 1).lines.rows() - 1),
        Way::On => (block + 1, 0),
    };
    let laid = set.laid(block);
    laid.range.start + laid.lines.byte_at(vec2(x - laid.indent, laid.lines.row_rect(row).center().y))
}

/// The place some points up or down.
fn by_height(set: &mut Typesetter<'_>, from: usize, by: f32, goal: &mut Option<f32>) -> usize {
    let mut block = set.blocks().at(from);
    let laid = set.laid(block);
    let caret = laid.lines.caret(from.clamp(laid.range.start, laid.range.end) - laid.range.start);
    let x = *goal.get_or_insert(caret.left() + laid.indent);
    let mut y = laid.above + caret.center().y + by;
    while y < 0.0 && block > 0 {
        block -= 1;
        y += set.height(block);
    }
    while y > set.height(block) && block + 1 < set.len() {
        y -= set.height(block);
        block += 1;
    }
    let laid = set.laid(block);
    laid.range.start + laid.lines.byte_at(vec2(x - laid.indent, y - laid.above))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_system_has_its_keys() {
        use OperatingSystem::{Mac, Nix};
        let mac_cmd = Modifiers { command: true, mac_cmd: true, ..Modifiers::NONE };
        let ctrl = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
        let on = |step, extend| Some(Asked::Go(step, Way::On, extend));
        for (os, key, modifiers, expected) in [
            (Nix, Key::ArrowRight, Modifiers::NONE, on(Step::Grapheme, false)),
            (Nix, Key::ArrowRight, Modifiers::SHIFT, on(Step::Grapheme, true)),
            (Nix, Key::ArrowRight, ctrl | Modifiers::SHIFT, on(Step::Word, true)),
            (Nix, Key::ArrowRight, Modifiers::ALT, on(Step::Sentence, false)),
            (Nix, Key::ArrowDown, ctrl, on(Step::Paragraph, false)),
            (Nix, Key::End, ctrl, on(Step::Text, false)),
            (Nix, Key::End, Modifiers::NONE, on(Step::RowEnd, false)),
            (Nix, Key::PageDown, Modifiers::SHIFT, on(Step::Screen, true)),
            (Nix, Key::A, ctrl, Some(Asked::All)),
            (Nix, Key::A, Modifiers::NONE, None),
            (Nix, Key::Num1, Modifiers::NONE, None),
            (Nix, Key::N, Modifiers::NONE, None),
            (Nix, Key::Escape, Modifiers::NONE, Some(Asked::Escape)),
            (Nix, Key::Space, Modifiers::NONE, on(Step::Screen, false)),
            (Nix, Key::Space, Modifiers::SHIFT, Some(Asked::Go(Step::Screen, Way::Back, false))),
            (Nix, Key::Space, ctrl, None),
            (Nix, Key::F10, Modifiers::SHIFT, Some(Asked::Menu)),
            (Nix, Key::F10, Modifiers::NONE, None),
            (Nix, Key::Enter, Modifiers::NONE, None),
            (Nix, Key::Tab, Modifiers::NONE, None),
            (Mac, Key::ArrowRight, Modifiers::ALT, on(Step::Word, false)),
            (Mac, Key::ArrowRight, mac_cmd, on(Step::RowEnd, false)),
            (Mac, Key::ArrowDown, mac_cmd, on(Step::Text, false)),
            (Mac, Key::ArrowDown, Modifiers::ALT, on(Step::Paragraph, false)),
            (Mac, Key::A, mac_cmd, Some(Asked::All)),
        ] {
            assert_eq!(key_asks(key, modifiers, os), expected, "{key:?} with {modifiers:?} on {os:?}");
        }
    }
}
