//! The strip at the right: the whole article with a tick for each annotation, and where the page is; a scroll bar too.
//!
//! Its scale is bytes, not heights, so it never waits for a layout. Where annotations stand so close that their ticks
//! fall together, a tick is parted by how many of each verdict there are, the gravest first, so that a dense article still
//! tells where the errors are. The counts are made anew when the revision or the height changes: some thousand annotations
//! a frame, while the old ticks stay, so that fifty thousand of them cost no frame.

use std::ops::Range;

use egui::{Mesh, Rangef, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use super::page::Page;
use crate::model::{AnnotationId, Verdict};
use crate::ui::theme::{Tokens, size};

/// How much of the page's width the strip takes, in points.
pub(super) const WIDTH: f32 = 26.0;
const TRACK: f32 = 8.0;
/// How high a tick is.
const TICK: f32 = 3.0;
/// How much of a tick's width each verdict in it has at least.
const LEAST: f32 = 1.5;
const SMALLEST_HANDLE: f32 = 20.0;
/// How many annotations are read in one frame: while there are no ticks yet, and where an edit makes others.
const FIRST: usize = 2000;
const BATCH: usize = 800;

/// For which state of things ticks are made: revision, how many fit, length of the text.
type Key = (u64, usize, usize);
/// How many annotations of each verdict there are in a tick, the gravest first.
type Counts = [u32; 4];
/// The verdicts in the order of [`Counts`].
const VERDICTS: [Option<Verdict>; 4] = [Some(Verdict::Erroneous), Some(Verdict::Disputed), None, Some(Verdict::Verified)];

#[derive(Debug)]
struct Work {
    key: Key,
    counts: Vec<Counts>,
    after: Option<(Range<usize>, AnnotationId)>,
}

/// The strip's state.
#[derive(Debug, Default)]
pub(super) struct Minimap {
    made_for: Option<Key>,
    /// From where to where each tick goes, in points from the top, and what is in it.
    ticks: Vec<(Rangef, Counts)>,
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
        if self.update(page, (track.height() / TICK) as usize) {
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
        painter.add(Shape::mesh(self.mesh(track, tokens)));
        if !whole {
            let border = if active { tokens.accent } else { tokens.dim };
            painter.rect_stroke(handle, size::CHIP_RADIUS, Stroke::new(size::FOCUS_RING, border), StrokeKind::Inside);
        }
    }

    /// All ticks as one mesh: there can be a thousand parts.
    fn mesh(&self, track: Rect, tokens: &Tokens) -> Mesh {
        let mut mesh = Mesh::default();
        for (rows, counts) in &self.ticks {
            let mut left = track.left();
            for (verdict, width) in VERDICTS.into_iter().zip(widths(counts)) {
                let part = Rect::from_min_max(pos2(left, track.top() + rows.min), pos2(left + width, track.top() + rows.max));
                if width > 0.0 {
                    mesh.add_colored_rect(part, tokens.verdict(verdict).line);
                }
                left += width;
            }
        }
        mesh
    }

    /// Brings the ticks up to date; returns whether more is to do in the next frame.
    fn update(&mut self, page: &Page<'_>, fit: usize) -> bool {
        let key = (page.revision, fit, page.article.text().len());
        if self.made_for == Some(key) {
            return false;
        }
        let Some(mut work) = self.work.take_if(|work| work.key == key) else {
            // The frame that finds it has other things to do: the first of an article, or that of an edit.
            self.work = Some(Work { key, counts: vec![Counts::default(); fit.max(1)], after: None });
            return true;
        };
        let done = work.go_on(page, if self.made_for.is_none() { FIRST } else { BATCH });
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
    fn go_on(&mut self, page: &Page<'_>, count: usize) -> bool {
        let (from, id) = self.after.clone().map_or((0..0, None), |(range, id)| (range, Some(id)));
        let mut read = 0;
        for (range, id) in page.article.places().after(&from, id).take(count) {
            read += 1;
            if let Some(annotation) = page.project.annotation(id).filter(|annotation| (page.filter)(annotation)) {
                self.mark(&range, annotation.standing().verdict);
            }
            self.after = Some((range, id));
        }
        read < count
    }

    fn mark(&mut self, range: &Range<usize>, verdict: Option<Verdict>) {
        let (_, fit, length) = self.key;
        let tick = range.start as u128 * fit as u128 / length.max(1) as u128;
        let place = VERDICTS.iter().position(|other| *other == verdict).unwrap_or_default();
        if let Some(count) = self.counts.get_mut(tick as usize).and_then(|counts| counts.get_mut(place)) {
            *count += 1;
        }
    }

    /// The ticks in which there is something; those that touch and hold the same are one.
    fn ticks(&self) -> Vec<(Rangef, Counts)> {
        let mut ticks: Vec<(Rangef, Counts)> = Vec::new();
        let some = self.counts.iter().enumerate().filter(|(_, counts)| counts.iter().any(|count| *count > 0));
        for (at, counts) in some {
            let top = at as f32 * TICK;
            match ticks.last_mut() {
                Some((rows, last)) if last == counts && rows.max >= top => rows.max = top + TICK,
                _ => ticks.push((Rangef::new(top, top + TICK), *counts)),
            }
        }
        ticks
    }
}

/// How wide each verdict is in a tick: by its share, but wide enough to be seen.
fn widths(counts: &Counts) -> [f32; 4] {
    let all: u32 = counts.iter().sum();
    let there = counts.iter().filter(|count| **count > 0).count() as f32;
    let free = TRACK - LEAST * there;
    counts.map(|count| if count == 0 { 0.0 } else { LEAST + free * count as f32 / all as f32 })
}

/// A point of the strip's rectangle, for tests and for the page: the strip at the right edge of a rectangle.
pub(super) fn strip(page: Rect) -> Rect {
    Rect::from_min_max(pos2(page.right() - WIDTH, page.top()), page.max)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn a_tick_is_as_wide_as_the_strip_and_shows_every_verdict_in_it() {
        for counts in [[1, 0, 0, 0], [0, 0, 3, 0], [1, 1, 1, 1], [1, 0, 0, 999], [7, 5, 0, 300], [50, 50, 50, 2]] {
            let widths = widths(&counts);
            assert!((widths.iter().sum::<f32>() - TRACK).abs() < 0.01, "{counts:?}: {widths:?}");
            for (count, width) in counts.iter().zip(widths) {
                assert_eq!(*count > 0, width >= LEAST, "{counts:?}: {widths:?}");
            }
        }
        assert_eq!(widths(&[0; 4]), [0.0; 4]);
        let [few, many] = [widths(&[1, 0, 0, 99]), widths(&[60, 0, 0, 40])];
        assert!(few[0] < 2.0 && many[0] > 4.0, "few errors in many annotations do not look like many: {few:?} {many:?}");
    }
}
