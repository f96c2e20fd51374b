//! The signs in the left margin: beside each row in which annotations start, the sign of the gravest, and how many there
//! are if more than one. Below it, how many annotations of the row are not drawn because they are too many.

use std::collections::BTreeMap;

use egui::{Align2, Painter, Rect, pos2, vec2};

use super::highlights::{Highlight, smallest_first};
use super::visible::Visible;
use crate::model::{AnnotationId, Verdict};
use crate::ui::theme::{Tokens, fonts, signs, size};

/// How wide the margin for signs is, in points.
pub(super) const WIDTH: f32 = 40.0;
const SIGN: f32 = 10.0;

/// The sign beside a row.
pub(super) struct Sign {
    /// Where it can be clicked.
    pub(super) rect: Rect,
    /// What starts in the row, the smallest first.
    pub(super) ids: Vec<AnnotationId>,
    gravest: Option<Verdict>,
}

/// The signs of the rows in view.
pub(super) fn signs(highlights: &[Highlight], visible: &Visible) -> Vec<Sign> {
    let mut rows: BTreeMap<i64, (Rect, Vec<&Highlight>)> = BTreeMap::new();
    for highlight in highlights {
        if let Some(first) = highlight.parts.first().filter(|part| !part.from_before) {
            let row = rows.entry(first.rect.top().round() as i64).or_insert_with(|| (first.rect, Vec::new()));
            row.1.push(highlight);
        }
    }
    let sign = |(row, starting): (Rect, Vec<&Highlight>)| Sign {
        rect: visible.margin_of_row(row, WIDTH),
        gravest: starting.iter().map(|highlight| highlight.verdict).max().flatten(),
        ids: smallest_first(starting.into_iter()),
    };
    rows.into_values().map(sign).collect()
}

/// Draws the signs, and a ground under the one that the pointer is over.
pub(super) fn paint(painter: &Painter, signs_in_view: &[Sign], pointer: Option<egui::Pos2>, tokens: &Tokens) {
    for sign in signs_in_view {
        let colour = tokens.verdict(sign.gravest).text;
        if pointer.is_some_and(|at| sign.rect.contains(at)) {
            painter.rect_filled(sign.rect.expand2(vec2(0.0, 1.0)), 4.0, tokens.hover);
        }
        let middle = pos2(sign.rect.left() + 5.0 + SIGN / 2.0, sign.rect.center().y);
        painter.add(signs::sign(sign.gravest, Rect::from_center_size(middle, vec2(SIGN, SIGN)), colour));
        let number = match sign.ids.len() {
            0 | 1 => continue,
            number @ 2..=99 => number.to_string(),
            _ => "99+".to_owned(),
        };
        let at = pos2(middle.x + SIGN / 2.0 + 4.0, middle.y);
        painter.text(at, Align2::LEFT_CENTER, number, fonts::semibold(size::MARGIN), colour);
    }
}

/// Writes beside rows how many annotations there are beyond those that are drawn.
pub(super) fn paint_beyond(painter: &Painter, beyond: &[(Rect, usize)], visible: &Visible, tokens: &Tokens) {
    for (row, number) in beyond {
        let at = pos2(visible.column.left() - 5.0, row.bottom() + 2.0);
        painter.text(at, Align2::RIGHT_CENTER, format!("+{number}"), fonts::semibold(size::BEYOND), tokens.dim);
    }
}
