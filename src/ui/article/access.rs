//! The article for those who do not see it: a document of paragraphs and headings, with a mark for each highlight.
//!
//! Only what is in view, and one screen over and under it, is described, and only while a screen reader (or a test)
//! listens. The pieces of a row's text (`spoken`) are numbered by parent, row and piece; the selection names them the same
//! way, and what a screen reader asks for is found again by these numbers.

use std::ops::Range;

use egui::accesskit::{Action, ActionData, ActionRequest, NodeId, Role, TextPosition, TextSelection};
use egui::{Event, Id, Rect, Ui, UiBuilder};

use super::highlights::Highlight;
use super::layout::Kind;
use super::page::Page;
use super::spoken::{self, PIECE};
use super::visible::{Block, Visible};
use crate::app::announce;
use crate::model::AnnotationId;
use crate::text::position::slice;

/// What a screen reader asks of the article.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wish {
    /// Select from a byte to a byte, where the caret is then.
    Select(usize, usize),
    /// Bring a range into view.
    Show(Range<usize>),
    /// Scroll by so many heights of the page.
    Scroll(f32),
    /// Take an annotation in hand.
    Pick(AnnotationId),
}

/// Whether anybody listens. Makes the document's node.
pub(super) fn document(ui: &Ui, id: Id, page: &Page<'_>) -> bool {
    let title = page.header.short_title();
    let made = ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Document);
        node.set_label(title);
        node.set_read_only();
        node.set_clips_children();
        for action in [Action::Focus, Action::SetTextSelection, Action::ScrollUp, Action::ScrollDown] {
            node.add_action(action);
        }
    });
    made.is_some()
}

/// Describes what is in view below the document's node. What is `selected` goes from the first byte to the second, where
/// the caret is.
pub(super) fn describe(ui: &mut Ui, id: Id, page: &Page<'_>, visible: &Visible, highlights: &[Highlight], selected: (usize, usize)) {
    for block in &visible.blocks {
        let role = match block.laid.kind {
            Kind::Title | Kind::Heading => Role::Heading,
            Kind::ListItem => Role::ListItem,
            Kind::Body | Kind::Continued => Role::Paragraph,
        };
        let node = child(ui, id, block_id(id, block), role, rows_rect(block, visible));
        let level = if block.laid.kind == Kind::Title { 1 } else { 2 };
        ui.ctx().accesskit_node_builder(node, |node| {
            node.add_action(Action::ScrollIntoView);
            if role == Role::Heading {
                node.set_level(level);
            }
        });
        spoken::rows(ui, node, block.laid.lines.as_ref(), block.origin);
    }
    for highlight in highlights {
        mark(ui, id, page, highlight);
    }
    if let (Some(anchor), Some(focus)) = (position(id, visible, selected.0), position(id, visible, selected.1)) {
        ui.ctx().accesskit_node_builder(id, |node| node.set_text_selection(TextSelection { anchor, focus }));
    }
}

/// A highlight: how it stands, its words and what was noted; a click takes it in hand.
fn mark(ui: &mut Ui, id: Id, page: &Page<'_>, highlight: &Highlight) {
    let Some(first) = highlight.parts.first() else { return };
    let name = announce::annotation(page.project, page.by, highlight.id);
    let node = child(ui, id, mark_id(id, highlight.id), Role::Mark, first.rect);
    let in_hand = page.in_hand == Some(highlight.id);
    ui.ctx().accesskit_node_builder(node, |node| {
        node.set_label(name);
        node.set_selected(in_hand);
        for action in [Action::Click, Action::Focus, Action::ScrollIntoView] {
            node.add_action(action);
        }
    });
}

/// Takes the wishes to scroll that came in this frame. To be called before any node is made: egui answers them by itself,
/// as if everything stood in a scroll area.
pub(super) fn take_scrolling(ui: &Ui) -> Vec<ActionRequest> {
    let mut taken = Vec::new();
    let scrolls = |request: &ActionRequest| matches!(request.action, Action::ScrollIntoView | Action::ScrollUp | Action::ScrollDown);
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::AccessKitActionRequest(request) if scrolls(request) => {
                taken.push(request.clone());
                false
            }
            _ => true,
        });
    });
    taken
}

/// What a screen reader asks of the article. Of the wishes to scroll, those that are meant for something else are given
/// back to the rest of the window.
pub(super) fn wishes(ui: &Ui, id: Id, visible: &Visible, highlights: &[Highlight], scrolling: Vec<ActionRequest>) -> Vec<Wish> {
    let request = |event: &Event| match event {
        Event::AccessKitActionRequest(request) => Some(request.clone()),
        _ => None,
    };
    let others: Vec<ActionRequest> = ui.input(|input| input.events.iter().filter_map(request).collect());
    let mut wishes: Vec<Wish> = others.iter().filter_map(|request| wish(ui, id, visible, highlights, request)).collect();
    for request in scrolling {
        match wish(ui, id, visible, highlights, &request) {
            Some(wish) => wishes.push(wish),
            None => ui.input_mut(|input| input.events.push(Event::AccessKitActionRequest(request))),
        }
    }
    wishes
}

fn wish(ui: &Ui, id: Id, visible: &Visible, highlights: &[Highlight], request: &ActionRequest) -> Option<Wish> {
    let target = request.target_node;
    let marked = || highlights.iter().find(|highlight| mark_id(id, highlight.id).accesskit_id() == target);
    match (request.action, &request.data) {
        (Action::SetTextSelection, Some(ActionData::SetTextSelection(selection))) => {
            let (anchor, focus) = (byte_at(id, visible, selection.anchor)?, byte_at(id, visible, selection.focus)?);
            ui.memory_mut(|memory| memory.request_focus(id));
            Some(Wish::Select(anchor, focus))
        }
        (Action::ScrollDown, _) if target == id.accesskit_id() => Some(Wish::Scroll(0.9)),
        (Action::ScrollUp, _) if target == id.accesskit_id() => Some(Wish::Scroll(-0.9)),
        (Action::Click | Action::Focus, _) => {
            let picked = marked()?.id;
            ui.memory_mut(|memory| memory.request_focus(id));
            Some(Wish::Pick(picked))
        }
        (Action::ScrollIntoView, _) => {
            let range = || visible.blocks.iter().find_map(|block| range_of(id, block, target));
            marked().map(|highlight| highlight.range.clone()).or_else(range).map(Wish::Show)
        }
        _ => None,
    }
}

/// The bytes of a block or of one of its rows, if the node is one of these.
fn range_of(id: Id, block: &Block, node: NodeId) -> Option<Range<usize>> {
    if block_id(id, block).accesskit_id() == node {
        return Some(block.laid.range.clone());
    }
    let (row, _) = pieces(id, block).find(|(_, piece)| piece.accesskit_id() == node)?;
    let bytes = block.laid.lines.row_bytes(row.0);
    Some(block.laid.range.start + bytes.start..block.laid.range.start + bytes.end)
}

/// The pieces of a block's rows : the row, the piece, and the node.
fn pieces(id: Id, block: &Block) -> impl Iterator<Item = ((usize, usize), Id)> + '_ {
    let parent = block_id(id, block);
    let of_row = move |row: usize| {
        let chars = slice(block.laid.lines.words(), block.laid.lines.row_bytes(row)).chars().count();
        (0..chars.div_ceil(PIECE).max(1)).map(move |piece| ((row, piece), parent.with(row).with(piece)))
    };
    (0..block.laid.lines.rows()).flat_map(of_row)
}

/// The byte that a screen reader means.
fn byte_at(id: Id, visible: &Visible, position: TextPosition) -> Option<usize> {
    visible.blocks.iter().find_map(|block| {
        let ((row, piece), _) = pieces(id, block).find(|(_, node)| node.accesskit_id() == position.node)?;
        let bytes = block.laid.lines.row_bytes(row);
        let words = slice(block.laid.lines.words(), bytes.clone());
        let column = piece * PIECE + position.character_index;
        let byte = words.char_indices().nth(column).map_or(bytes.end, |(at, _)| bytes.start + at);
        Some(block.laid.range.start + byte)
    })
}

fn mark_id(id: Id, annotation: AnnotationId) -> Id {
    id.with(("mark", annotation))
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
