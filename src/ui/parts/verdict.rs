//! Verdicts to choose and verdicts counted.

use egui::{Color32, CornerRadius, Rect, Response, Stroke, StrokeKind, Ui, Vec2, vec2};

use super::Inline;
use crate::model::{Counts, Verdict};
use crate::ui::theme::{Tokens, fonts, signs, size, space};

/// How high the control is, in points.
const HEIGHT: f32 = 34.0;
/// How wide a sign is, in points.
const SIGN: f32 = 10.0;

/// The three verdicts side by side, the current one filled. Gives back the one that was pressed, also if it is the
/// current one.
pub fn verdict_control(ui: &mut Ui, current: Option<Verdict>) -> Option<Verdict> {
    let width = ui.available_width();
    let tokens = Tokens::of(ui.visuals());
    let mut pressed = None;
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let each = (width / Verdict::ALL.len() as f32).floor();
        let widest = Verdict::ALL.iter().map(|verdict| part_row(ui, *verdict, true, tokens.dim).size().x).fold(0.0, f32::max);
        let named = each >= widest + 2.0 * space::TINY;
        for (n, verdict) in Verdict::ALL.iter().copied().enumerate() {
            let last = n + 1 == Verdict::ALL.len();
            let each = vec2(if last { width - each * n as f32 } else { each }, HEIGHT);
            let is_current = current == Some(verdict);
            let corners = corners(n);
            let place = Rect::from_min_size(ui.cursor().min, each);
            if is_current {
                ui.painter().rect_filled(place, corners, tokens.verdict(Some(verdict)).fill);
            }
            if part(ui, each, verdict, is_current, named).clicked() {
                pressed = Some(verdict);
            }
            if n > 0 {
                ui.painter().vline(place.left(), place.y_range(), Stroke::new(size::HAIRLINE, tokens.line));
            }
        }
    });
    let frame = Stroke::new(size::HAIRLINE, tokens.line);
    ui.painter().rect_stroke(row.response.rect, CornerRadius::same(size::CARD_RADIUS), frame, StrokeKind::Inside);
    pressed
}

fn corners(n: usize) -> CornerRadius {
    let round = size::CARD_RADIUS;
    match n {
        0 => CornerRadius { nw: round, sw: round, ..CornerRadius::ZERO },
        2 => CornerRadius { ne: round, se: round, ..CornerRadius::ZERO },
        _ => CornerRadius::ZERO,
    }
}

/// The sign and name of a verdict.
fn part_row(ui: &Ui, verdict: Verdict, is_current: bool, colour: Color32) -> Inline {
    let font = if is_current { fonts::semibold(size::INTERFACE) } else { fonts::sans(size::INTERFACE) };
    Inline::new().sign(Some(verdict), SIGN, colour).words(ui, verdict.label(), font, colour)
}

/// One of the three; only its sign where its name has no room.
fn part(ui: &mut Ui, extent: Vec2, verdict: Verdict, is_current: bool, named: bool) -> Response {
    let tokens = Tokens::of(ui.visuals());
    let response = super::switch(ui, extent, size::CARD_RADIUS, verdict.label(), is_current);
    let colour = if is_current { tokens.verdict(Some(verdict)).text } else { tokens.dim };
    let row = if named { part_row(ui, verdict, is_current, colour) } else { Inline::new().sign(Some(verdict), SIGN, colour) };
    row.paint(ui.painter(), response.rect.center() - vec2(row.size().x / 2.0, 0.0));
    if named { response } else { response.on_hover_text(verdict.label()) }
}

/// A verdict's sign and name in its colour.
pub fn verdict_word(ui: &mut Ui, verdict: Option<Verdict>) -> Response {
    let colour = Tokens::of(ui.visuals()).verdict(verdict).text;
    let row = Inline::new().sign(verdict, SIGN, colour).words(ui, signs::name(verdict), fonts::sans(size::INTERFACE), colour);
    row.label(ui, signs::name(verdict))
}

/// `✓ 14  ? 3  ✗ 1`: how many annotations stand at each verdict; what is zero is left out.
pub fn counts_line(ui: &Ui, mut row: Inline, counts: &Counts) -> Inline {
    for verdict in Verdict::ALL.iter().copied().filter(|verdict| counts.of(Some(*verdict)) > 0) {
        row = row.count(ui, Some(verdict), counts.of(Some(verdict))).gap(space::SMALL);
    }
    row
}

/// The same in words: “14 verified, 3 disputed, 1 erroneous”; empty where there is none.
pub fn counts_words(counts: &Counts) -> String {
    let all = Verdict::ALL.iter().map(|verdict| Some(*verdict)).chain([None]);
    let some = all.map(|verdict| (counts.of(verdict), signs::name(verdict))).filter(|(count, _)| *count > 0);
    some.map(|(count, name)| format!("{count} {}", name.to_lowercase())).collect::<Vec<_>>().join(", ")
}
