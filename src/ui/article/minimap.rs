//! The strip at the right: the whole article with a tick for each annotation, and where the page is; a scroll bar too.
//!
//! Its scale is bytes, not heights, so it never waits for a layout. The ticks are kept as one verdict for each row of
//! pixels. They are made anew when the revision or the height changes: some hundred annotations a frame, while the old
//! ticks stay, so that fifty thousand of them cost no frame.

use std::ops::Range;

use egui::{Rangef, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use super::page::Page;
use crate::model::{AnnotationId, Verdict};
use crate::ui::theme::{Tokens, size};

/// How much of the page's width the strip takes, in points.
pub(super) const WIDTH: f32 = 26.0;
const TRACK: f32 = 8.0;
const TICK: f32 = 3.0;
const SMALLEST_HANDLE: f32 = 20.0;
/// How many annotations are read in one frame.
const BATCH: usize = 500;

/// For which state of things ticks are made: revision, height in pixels, length of the text.
type Key = (u64, usize, usize);
/// For each row of pixels the gravest annotation, if there is one.
type Rows = Vec<Option<Option<Verdict>>>;

#[derive(Debug)]
struct Work {
    key: Key,
    rows: Rows,
    after: Option<(Range<usize>, AnnotationId)>,
}

/// The strip's state.
#[derive(Debug, Default)]
pub(super) struct Minimap {
    made_for: Option<Key>,
    ticks: Vec<(Rangef, Option<Verdict>)>,
    work: Option<Work>,
    /// Where on the handle it was taken.
    grab: Option<f64>,
    /// What was wanted last, so that a button that is only held asks for no frame.
    wanted: Option<f64>,
}

impl Minimap {
    /// Draws the strip. `shown` is the part of the text on the page, as fractions of its bytes. Returns the fraction that
    /// is wanted at the top of the page, when the pointer asks for another.
    pub(super) fn ui(&mut self, ui: &Ui, rect: Rect, page: &Page<'_>, shown: Range<f64>, tokens: &Tokens) -> Option<f64> {
        let track = Rect::from_center_size(rect.center(), egui::vec2(TRACK, rect.height() - 16.0));
        let response = ui.interact(rect, ui.scope_id().with("minimap"), Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, "Place in the article"));
        if self.update(page, track.height() as usize) {
            ui.ctx().request_repaint();
        }
        let whole = shown.start <= 0.0 && shown.end >= 1.0;
        let active = response.hovered() || response.is_pointer_button_down_on();
        self.paint(ui, track, &shown, whole, active, tokens);
        let Some(pointer) = response.interact_pointer_pos().filter(|_| response.is_pointer_button_down_on() && !whole) else {
            (self.grab, self.wanted) = (None, None);
            return None;
        };
        let at = f64::from((pointer.y - track.top()) / track.height());
        let length = shown.end - shown.start;
        let inside = shown.contains(&at);
        let grab = *self.grab.get_or_insert(if inside { at - shown.start } else { length / 2.0 });
        let wanted = Some((at - grab).clamp(0.0, 1.0));
        let before = std::mem::replace(&mut self.wanted, wanted);
        wanted.filter(|_| before != wanted)
    }

    fn paint(&self, ui: &Ui, track: Rect, shown: &Range<f64>, whole: bool, active: bool, tokens: &Tokens) {
        let painter = ui.painter();
        let y = |fraction: f64| track.top() + track.height() * fraction as f32;
        let middle = (y(shown.start) + y(shown.end)) / 2.0;
        let half = ((y(shown.end) - y(shown.start)) / 2.0).max(SMALLEST_HANDLE / 2.0);
        let handle = Rangef::new((middle - half).max(track.top() - 2.0), (middle + half).min(track.bottom() + 2.0));
        let handle = Rect::from_x_y_ranges(track.x_range().expand(2.5), handle);
        painter.rect_filled(track, TRACK / 2.0, tokens.line);
        if !whole {
            painter.rect_filled(handle, size::CHIP_RADIUS, tokens.strong_line);
        }
        for (rows, verdict) in &self.ticks {
            let tick = Rect::from_x_y_ranges(track.x_range(), Rangef::new(track.top() + rows.min, track.top() + rows.max));
            painter.rect_filled(tick, 0.0, tokens.verdict(*verdict).line);
        }
        if !whole {
            let border = if active { tokens.accent } else { tokens.dim };
            painter.rect_stroke(handle, size::CHIP_RADIUS, Stroke::new(size::FOCUS_RING, border), StrokeKind::Inside);
        }
    }

    /// Brings the ticks up to date; returns whether more is to do in the next frame.
    fn update(&mut self, page: &Page<'_>, height: usize) -> bool {
        let key = (page.revision, height, page.article.text().len());
        if self.made_for == Some(key) {
            return false;
        }
        let mut work = match self.work.take() {
            Some(work) if work.key == key => work,
            _ => Work { key, rows: vec![None; height.max(1)], after: None },
        };
        let done = work.go_on(page);
        if done {
            self.ticks = work.ticks();
            self.made_for = Some(key);
        } else {
            self.work = Some(work);
        }
        !done
    }
}

impl Work {
    /// Reads some more annotations; returns whether it was the last.
    fn go_on(&mut self, page: &Page<'_>) -> bool {
        let (from, id) = self.after.clone().map_or((0..0, None), |(range, id)| (range, Some(id)));
        let mut read = 0;
        for (range, id) in page.article.places().after(&from, id).take(BATCH) {
            read += 1;
            if let Some(annotation) = page.project.annotation(id).filter(|annotation| (page.filter)(annotation)) {
                self.mark(&range, annotation.standing().verdict);
            }
            self.after = Some((range, id));
        }
        read < BATCH
    }

    fn mark(&mut self, range: &Range<usize>, verdict: Option<Verdict>) {
        let (_, height, length) = self.key;
        let row = range.start as u128 * height as u128 / length.max(1) as u128;
        if let Some(row) = self.rows.get_mut(row as usize) {
            *row = (*row).max(Some(verdict));
        }
    }

    /// One tick for each row that has an annotation; rows of one verdict that touch become one.
    fn ticks(&self) -> Vec<(Rangef, Option<Verdict>)> {
        let mut ticks: Vec<(Rangef, Option<Verdict>)> = Vec::new();
        let marked = self.rows.iter().enumerate().filter_map(|(row, verdict)| Some((row as f32, (*verdict)?)));
        for (row, verdict) in marked {
            match ticks.last_mut() {
                Some((rows, last)) if *last == verdict && rows.max >= row => rows.max = row + TICK,
                _ => ticks.push((Rangef::new(row, row + TICK), verdict)),
            }
        }
        ticks
    }
}

/// A point of the strip's rectangle, for tests and for the page: the strip at the right edge of a rectangle.
pub(super) fn strip(page: Rect) -> Rect {
    Rect::from_min_max(pos2(page.right() - WIDTH, page.top()), page.max)
}
