//! Text fields in which words from right to left stand as they are read.
//!
//! egui lays the words of a field out in the order of the text, and all that it does in a field goes by the letters of
//! that galley. Here it gets one without ink, whose letters stand where the caret stands before each of them ([`blank`]).
//! So typing, undo, the clipboard and input methods stay egui's. The words and the selection are drawn over it, and what
//! the pointer and the arrows mean, which depends on how the letters stand, is put right when egui has answered. A field
//! whose words egui sets right is all egui's.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{CCursor, CCursorRange, CharIndex, LayoutJob, TextFormat};
use egui::text_edit::{TextEditOutput, TextEditState};
use egui::{Color32, Event, FontId, Galley, Id, Key, Modifiers, Pos2, Rect, Response, TextBuffer, TextEdit, Ui, Vec2, pos2, vec2};

use super::label::is_set_right;
use super::{Lines as _, Words};
use crate::text::paragraph::paragraph_at;
use crate::text::position::slice;
use crate::text::script::is_right_to_left;
use crate::text::word::word_at;
use crate::ui::article::keys::{Way, beside_in};
use crate::ui::article::spoken;
use crate::ui::theme::Tokens;

/// A width in which every line has room, in points.
const ENDLESS: f32 = 100_000.0;

/// An arrow that moves the caret as it is seen.
struct Arrow {
    key: Key,
    /// Whether it extends the selection.
    extends: bool,
}

/// Draws a field that `make` makes of its text, in a face that it has. It gets the identifier; `wraps` says whether it has
/// several lines.
pub fn field_ui(
    ui: &mut Ui,
    id: Id,
    font: &FontId,
    wraps: bool,
    text: &mut String,
    make: impl for<'a> FnOnce(&'a mut String) -> TextEdit<'a>,
) -> Response {
    if is_set_right(text) {
        return ui.add(make(text).id(id));
    }
    let arrows = take_arrows(ui, id, wraps, text);
    let pasted = take_paste(ui, id);
    let mut words = None;
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        let job = job(ui, text.as_str(), font.clone());
        if is_set_right(text.as_str()) {
            words = None;
            return ui.fonts_mut(|fonts| fonts.layout_job(job));
        }
        let set = set(ui, job, wraps, width);
        let galley = blank(ui, font, &set);
        words = Some(set);
        galley
    };
    let fill = std::mem::replace(&mut ui.visuals_mut().selection.bg_fill, Color32::TRANSPARENT);
    let mut output = make(text).id(id).layouter(&mut layouter).show(ui);
    ui.visuals_mut().selection.bg_fill = fill;
    if let Some(words) = &words {
        follow(ui, id, words, &mut output, &arrows);
        let pasted = pasted.map(|(at, pasted)| (words.byte_at(at - output.galley_pos), pasted));
        if let Some((byte, pasted)) = pasted.filter(|(byte, _)| text.is_char_boundary(*byte)) {
            let pasted = if wraps { pasted } else { pasted.replace(['\r', '\n'], " ") };
            text.insert_str(byte, &pasted);
            put(ui, id, &mut output, text, (byte + pasted.len(), byte + pasted.len()));
            output.response.response.request_focus();
            output.response.response.mark_changed();
        }
        paint(ui, words, &output, fill);
        if ui.ctx().accesskit_node_builder(id, |_| ()).is_some() {
            spoken::rows(ui, id, words, output.galley_pos);
        }
    }
    output.response.response
}

fn job(ui: &Ui, text: &str, font: FontId) -> LayoutJob {
    let line = ui.fonts_mut(|fonts| fonts.row_height(&font)) + ui.spacing().extra_text_line_spacing;
    let format = TextFormat { line_height: Some(line), ..TextFormat::simple(font, ui.visuals().text_color()) };
    LayoutJob::single_section(text.to_owned(), format)
}

/// Sets the words. What does not wrap is as wide as it is, but fills the field, so that words from right to left begin at
/// its right edge.
fn set(ui: &Ui, job: LayoutJob, wraps: bool, width: f32) -> Words {
    if wraps {
        return Words::new(ui.ctx(), job, width);
    }
    let needed = Words::new(ui.ctx(), job.clone(), ENDLESS).reach().width().ceil() + 1.0;
    Words::new(ui.ctx(), job, needed.max(width))
}

/// A galley of the same rows without ink: before each character the caret stands where it has to stand.
fn blank(ui: &Ui, font: &FontId, words: &Words) -> Arc<Galley> {
    let letter = ui.fonts_mut(|fonts| fonts.layout_no_wrap("x".to_owned(), font.clone(), Color32::TRANSPARENT));
    let Some((one_row, one_glyph)) = letter.rows.first().and_then(|row| Some((row.clone(), *row.glyphs.first()?))) else {
        return letter;
    };
    let mut galley = Galley::clone(&letter);
    let mut size = Vec2::ZERO;
    let row = |number: usize| {
        let bytes = words.row_bytes(number);
        let whole = slice(words.text(), bytes.clone());
        let text = whole.strip_suffix('\n').unwrap_or(whole);
        let rect = words.row_rect(number);
        let end = row_end(words, number, bytes.start..bytes.start + text.len());
        size = size.max(vec2(rect.right().max(end), rect.bottom()));
        let glyph = |(at, chr): (usize, char)| {
            let mut glyph = one_glyph;
            (glyph.chr, glyph.advance_width, glyph.first_vertex) = (chr, 0.0, 0);
            glyph.pos.x = words.caret(bytes.start + at).left();
            glyph
        };
        let mut placed = one_row.clone();
        let row = Arc::make_mut(&mut placed.row);
        row.glyphs = text.char_indices().map(glyph).collect();
        row.size = vec2(end, rect.height());
        row.visuals = Default::default();
        placed.pos = pos2(0.0, rect.top());
        placed.ends_with_newline = text.len() < whole.len();
        placed
    };
    galley.rows = (0..words.rows()).map(row).collect();
    galley.job = Arc::new(LayoutJob::simple(words.text().to_owned(), font.clone(), Color32::TRANSPARENT, f32::INFINITY));
    galley.rect = Rect::from_min_size(pos2(0.0, 0.0), size);
    galley.mesh_bounds = Rect::NOTHING;
    (galley.num_vertices, galley.num_indices) = (0, 0);
    Arc::new(galley)
}

/// Where the caret stands behind the last character of a row.
fn row_end(words: &Words, row: usize, bytes: Range<usize>) -> f32 {
    if words.row_of(bytes.end) == row {
        return words.caret(bytes.end).left();
    }
    let last = words.boxes(bytes).pop();
    last.map_or(words.row_rect(row).right(), |last| if last.backwards { last.rect.left() } else { last.rect.right() })
}

/// Takes the arrows that egui would follow in the order of the text. Up and down in one line are left to the window; those
/// by words and to the ends of a row are turned round where the paragraph runs from right to left.
fn take_arrows(ui: &Ui, id: Id, wraps: bool, text: &str) -> Vec<Arrow> {
    let mut arrows = Vec::new();
    if !ui.memory(|memory| memory.has_focus(id)) {
        return arrows;
    }
    let caret =
        TextEditState::load(ui.ctx(), id).and_then(|state| state.cursor.char_range()).map_or(0, |range| byte_of(text, range.primary));
    let turned = is_right_to_left(slice(text, paragraph_at(text, caret)));
    ui.input_mut(|input| {
        input.events.retain_mut(|event| match event {
            Event::Key { key, pressed: true, modifiers, .. } => {
                let beside = matches!(key, Key::ArrowLeft | Key::ArrowRight);
                let taken = beside || wraps && matches!(key, Key::ArrowUp | Key::ArrowDown);
                let plain = Modifiers { shift: false, ..*modifiers }.is_none();
                if taken && plain {
                    arrows.push(Arrow { key: *key, extends: modifiers.shift });
                    return false;
                }
                if beside && turned {
                    *key = if *key == Key::ArrowLeft { Key::ArrowRight } else { Key::ArrowLeft };
                }
                true
            }
            _ => true,
        });
    });
    arrows
}

/// Puts the caret and the selection where pointer and arrows mean them to be.
fn follow(ui: &Ui, id: Id, words: &Words, output: &mut TextEditOutput, arrows: &[Arrow]) {
    let text = words.text();
    let Some(range) = output.state.cursor.char_range().or(output.cursor_range) else { return };
    let was = (byte_of(text, range.secondary), byte_of(text, range.primary));
    let pointed = pointed(ui, words, output, was.0).unwrap_or(was);
    let now = arrows.iter().fold(pointed, |ends, arrow| moved(words, ends, arrow));
    if now != was {
        put(ui, id, output, text, now);
    }
}

/// Puts the ends of the selection at bytes; the second is the caret.
fn put(ui: &Ui, id: Id, output: &mut TextEditOutput, text: &str, ends: (usize, usize)) {
    let cursor = |byte: usize| CCursor::new(slice(text, 0..byte).chars().count());
    output.state.cursor.set_char_range(Some(CCursorRange::two(cursor(ends.0), cursor(ends.1))));
    output.state.clone().store(ui.ctx(), id);
    ui.ctx().request_repaint();
}

/// Takes what the middle button pastes into the field: egui would put it where the point is in the order of the text.
fn take_paste(ui: &Ui, id: Id) -> Option<(Pos2, String)> {
    let rect = ui.ctx().viewport(|viewport| viewport.prev_pass.widgets.get(id).map(|widget| widget.interact_rect))?;
    let pasted = |event: &Event| match event {
        Event::MiddleClickPaste { pos, text } if rect.contains(*pos) => Some((*pos, text.clone())),
        _ => None,
    };
    let (at, words) = ui.input(|input| input.events.iter().find_map(pasted))?;
    if !ui.is_enabled() || ui.ctx().layer_id_at(at) != Some(ui.layer_id()) {
        return None;
    }
    ui.input_mut(|input| input.events.retain(|event| pasted(event).is_none()));
    Some((at, words))
}

/// What a pointer selects: where that begins, which is at a byte if it goes on, and where the caret is.
fn pointed(ui: &Ui, words: &Words, output: &TextEditOutput, fixed: usize) -> Option<(usize, usize)> {
    let response = &output.response.response;
    let byte = words.byte_at(response.interact_pointer_pos()? - output.galley_pos);
    let (pressed, down, shift) = ui.input(|input| (input.pointer.any_pressed(), input.pointer.any_down(), input.modifiers.shift));
    if response.triple_clicked() {
        None
    } else if response.double_clicked() {
        let word = word_at(words.text(), byte);
        Some((word.start, word.end))
    } else if response.hovered() && pressed {
        Some((if shift { fixed } else { byte }, byte))
    } else {
        (down && ui.ctx().is_being_dragged(response.id)).then_some((fixed, byte))
    }
}

/// Where an arrow moves the ends of a selection; the second is the caret.
fn moved(words: &Words, (fixed, head): (usize, usize), arrow: &Arrow) -> (usize, usize) {
    let text = words.text();
    let row = words.row_of(head);
    let beside = |row: usize| words.byte_at(vec2(words.caret(head).left(), words.row_rect(row).center().y));
    let way = if matches!(arrow.key, Key::ArrowLeft | Key::ArrowUp) { Way::Back } else { Way::On };
    let to = match (arrow.key, way) {
        (Key::ArrowUp | Key::ArrowDown, Way::Back) => row.checked_sub(1).map_or(0, beside),
        (Key::ArrowUp | Key::ArrowDown, Way::On) => Some(row + 1).filter(|row| *row < words.rows()).map_or(text.len(), beside),
        _ if arrow.extends || fixed == head => beside_in(words, text, 0, head, way),
        // A selection collapses to its end on that side.
        _ => {
            let (start, end) = (fixed.min(head), fixed.max(head));
            let starts_left = if words.row_of(start) == words.row_of(end) {
                words.caret(start).left() <= words.caret(end).left()
            } else {
                !is_right_to_left(slice(text, paragraph_at(text, head)))
            };
            if starts_left == (way == Way::Back) { start } else { end }
        }
    };
    (if arrow.extends { fixed } else { to }, to)
}

/// Draws the selection, the words, and again the caret where the selection lies over it.
fn paint(ui: &Ui, words: &Words, output: &TextEditOutput, fill: Color32) {
    let painter = ui.painter_at(output.text_clip_rect.expand(1.0));
    let origin = output.galley_pos;
    let range = output.state.cursor.char_range().filter(|range| !range.is_empty() && output.response.response.has_focus());
    let ends = range.map(|range| (byte_of(words.text(), range.secondary), byte_of(words.text(), range.primary)));
    for part in ends.map(|(a, b)| words.boxes(a.min(b)..a.max(b))).unwrap_or_default() {
        painter.rect_filled(part.rect.translate(origin.to_vec2()), 0.0, fill);
    }
    words.draw(&painter, origin, ui.visuals().text_color(), Tokens::of(ui.visuals()));
    if let Some((_, head)) = ends {
        let caret = words.caret(head).translate(origin.to_vec2());
        painter.vline(caret.left(), caret.y_range(), ui.visuals().text_cursor.stroke);
    }
}

/// The byte before which a cursor stands.
fn byte_of(text: &str, cursor: CCursor) -> usize {
    let CharIndex(chars) = cursor.index;
    text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at)
}
