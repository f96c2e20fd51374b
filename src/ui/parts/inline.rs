//! Words and painted signs in one row.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId, Galley, Painter, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::model::Verdict;
use crate::ui::article;
use crate::ui::theme::{Tokens, signs, size, space};

enum Piece {
    Sign(Option<Verdict>, f32, Color32),
    Words(Arc<Galley>),
    Gap(f32),
}

/// Words and signs that stand in one row, measured before they are painted.
#[derive(Default)]
pub struct Inline {
    pieces: Vec<Piece>,
    size: Vec2,
}

impl Inline {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a verdict's sign, `side` points wide, in a colour, with the space that parts it from its word.
    #[must_use]
    pub fn sign(self, verdict: Option<Verdict>, side: f32, colour: Color32) -> Self {
        self.push(Piece::Sign(verdict, side, colour), vec2(side, side)).gap(space::TINY)
    }

    /// Adds words, all of them.
    #[must_use]
    pub fn words(self, ui: &Ui, words: impl Into<String>, font: FontId, colour: Color32) -> Self {
        let galley = article::one_line(ui, LayoutJob::single_section(words.into(), TextFormat::simple(font, colour)), f32::INFINITY);
        let extent = galley.size();
        self.push(Piece::Words(galley), extent)
    }

    /// Adds words that are cut to `width` points with an ellipsis.
    #[must_use]
    pub fn elided(self, ui: &Ui, words: &str, font: FontId, colour: Color32, width: f32) -> Self {
        let galley = super::elided(ui, words, font, colour, width);
        let extent = galley.size();
        self.push(Piece::Words(galley), extent)
    }

    /// Adds a gap, in points.
    #[must_use]
    pub fn gap(self, width: f32) -> Self {
        self.push(Piece::Gap(width), vec2(width, 0.0))
    }

    /// Adds a sign and words in the verdict's colour, small: `✓ 14`.
    #[must_use]
    pub fn count(self, ui: &Ui, verdict: Option<Verdict>, count: usize) -> Self {
        let colour = Tokens::of(ui.visuals()).verdict(verdict).text;
        self.sign(verdict, 9.0, colour).words(ui, count.to_string(), crate::ui::theme::fonts::sans(size::SECONDARY), colour)
    }

    fn push(mut self, piece: Piece, extent: Vec2) -> Self {
        self.pieces.push(piece);
        self.size = vec2(self.size.x + extent.x, self.size.y.max(extent.y));
        self
    }

    /// How much room it takes, in points.
    pub fn size(&self) -> Vec2 {
        self.size
    }

    /// Paints it, its left end at `left`, centred on its height.
    pub fn paint(&self, painter: &Painter, left: Pos2) {
        let mut x = left.x;
        for piece in &self.pieces {
            match piece {
                Piece::Sign(verdict, side, colour) => {
                    let square = Rect::from_min_size(pos2(x, left.y - side / 2.0), Vec2::splat(*side));
                    painter.add(signs::sign(*verdict, square, *colour));
                    x += side;
                }
                Piece::Words(galley) => {
                    painter.galley(pos2(x, left.y - galley.size().y / 2.0), Arc::clone(galley), Color32::PLACEHOLDER);
                    x += galley.size().x;
                }
                Piece::Gap(width) => x += width,
            }
        }
    }

    /// Puts it into the window as a label of these words.
    pub fn label(self, ui: &mut Ui, name: &str) -> Response {
        let (rect, response) = ui.allocate_exact_size(self.size, Sense::hover());
        self.paint(ui.painter(), rect.left_center());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), name));
        response
    }

    /// Puts it into the window as a flat button of this name, with room around it.
    pub fn button(self, ui: &mut Ui, name: &str, selected: Option<bool>) -> Response {
        let room = vec2(space::SMALL, space::TINY);
        let response = super::press(ui, self.size + 2.0 * room, size::RADIUS, name, selected);
        self.paint(ui.painter(), response.rect.left_center() + vec2(room.x, 0.0));
        response
    }
}
