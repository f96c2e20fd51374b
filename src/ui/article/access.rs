//! The article for those who do not see it: a document of paragraphs and headings, with a mark for each highlight.
//!
//! Only what is in view, and one screen over and under it, is described, and only while a screen reader (or a test)
//! listens. The pieces of a row's text (`spoken`) are numbered by parent, row and piece; the selection names them the same way.

use std::ops::Range;

use egui::accesskit::{Action, Role, TextPosition, TextSelection};
use egui::{Id, Rect, Ui, UiBuilder};

use super::highlights::Highlight;
use super::layout::Kind;
use super::page::{Event, Page};
use super::selection::Selection;
use super::spoken::{self, PIECE};
use super::visible::{Block, Visible};
use crate::text::position::slice;
use crate::ui::theme::signs;

/// The longest name of a mark, in characters.
const NAME_CHARS: usize = 120;

/// Whether anybody listens. Makes the document's node.
pub(super) fn document(ui: &Ui, id: Id, page: &Page<'_>) -> bool {
    let title = page.header.short_title();
    let made = ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Document);
        node.set_label(title);
        node.set_read_only();
        node.set_clips_children();
    });
    made.is_some()
}

/// Describes what is in view below the document's node; adds what a screen reader asked for to the events.
pub(super) fn describe(
    ui: &mut Ui,
    id: Id,
    page: &Page<'_>,
    visible: &Visible,
    highlights: &[Highlight],
    selection: &Selection,
    events: &mut Vec<Event>,
) {
    for block in &visible.blocks {
        let role = match block.laid.kind {
            Kind::Title | Kind::Heading => Role::Heading,
            Kind::ListItem => Role::ListItem,
            Kind::Body | Kind::Continued => Role::Paragraph,
        };
        let node = child(ui, id, block_id(id, block), role, rows_rect(block, visible));
        let level = if block.laid.kind == Kind::Title { 1 } else { 2 };
        ui.ctx().accesskit_node_builder(node, |node| {
            if role == Role::Heading {
                node.set_level(level);
            }
        });
        spoken::rows(ui, node, block.laid.lines.as_ref(), block.origin);
    }
    for highlight in highlights {
        mark(ui, id, page, highlight, events);
    }
    let range = selection.range();
    let (anchor, focus) = if selection.head() <= range.start { (range.end, range.start) } else { (range.start, range.end) };
    if let (Some(anchor), Some(focus)) = (position(id, visible, anchor), position(id, visible, focus)) {
        ui.ctx().accesskit_node_builder(id, |node| node.set_text_selection(TextSelection { anchor, focus }));
    }
}

/// A highlight: its verdict and words, and a click that takes it in hand.
fn mark(ui: &mut Ui, id: Id, page: &Page<'_>, highlight: &Highlight, events: &mut Vec<Event>) {
    let Some(first) = highlight.parts.first() else { return };
    let node_id = id.with(("mark", highlight.id));
    let name = name(page.article.text(), highlight);
    let node = child(ui, id, node_id, Role::Mark, first.rect);
    let in_hand = page.in_hand == Some(highlight.id);
    ui.ctx().accesskit_node_builder(node, |node| {
        node.set_label(name);
        node.add_action(Action::Click);
        node.set_selected(in_hand);
    });
    if ui.input(|input| input.has_accesskit_action_request(node, Action::Click)) {
        events.push(Event::Picked(highlight.id));
    }
}

/// The name of a mark: “Disputed: the bridge was closed”.
fn name(text: &str, highlight: &Highlight) -> String {
    let words = slice(text, highlight.range.clone());
    let short: String = words.chars().take(NAME_CHARS).map(|c| if c == '\n' { ' ' } else { c }).collect();
    let more = if short.len() < words.len() { "…" } else { "" };
    format!("{}: {short}{more}", signs::name(highlight.verdict))
}

fn block_id(id: Id, block: &Block) -> Id {
    id.with(("block", block.number))
}

fn rows_rect(block: &Block, visible: &Visible) -> Rect {
    let size = egui::vec2(visible.column.width(), block.laid.lines.height());
    Rect::from_min_size(block.origin, size)
}

/// A node below the document.
fn child(ui: &mut Ui, document: Id, id: Id, role: Role, rect: Rect) -> Id {
    let node = ui.new_child(UiBuilder::new().scope_id(id).accessibility_parent(document).accessibility_role(role).max_rect(rect));
    let id = node.unique_id();
    ui.ctx().accesskit_node_builder(id, |node| {
        let bounds =
            egui::accesskit::Rect { x0: rect.left().into(), y0: rect.top().into(), x1: rect.right().into(), y1: rect.bottom().into() };
        node.set_bounds(bounds);
    });
    id
}

/// A byte as a screen reader names it.
fn position(id: Id, visible: &Visible, byte: usize) -> Option<TextPosition> {
    let block = visible.block_of(byte)?;
    let local = byte.checked_sub(block.laid.range.start)?;
    let row = block.laid.lines.row_of(local);
    let bytes: Range<usize> = block.laid.lines.row_bytes(row);
    let column = slice(block.laid.lines.words(), bytes.start..local).chars().count();
    let piece = column.saturating_sub(1) / PIECE;
    let node = block_id(id, block).with(row).with(piece).accesskit_id();
    Some(TextPosition { node, character_index: column - piece * PIECE })
}
