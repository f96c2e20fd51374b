//! The mouse on the page: selecting by drag, by word and by sentence, picking highlights, dragging the ends of the
//! annotation in hand, scrolling past the edges.

use std::ops::Range;

use egui::{CursorIcon, PointerButton, Pos2, Response, Ui};

use super::ends::Ends;
use super::highlights::{self, Highlight};
use super::margin::Sign;
use super::page::{Event, Page};
use super::paint::{End, handle};
use super::selection::{Selection, Unit};
use super::view::ArticleView;
use super::visible::Visible;
use crate::model::AnnotationId;

/// Points a second at which the page scrolls for each point that the pointer is past its edge, and the most of them.
const SPEED: f32 = 12.0;
pub(super) const FASTEST: f32 = 4000.0;

/// How fast the page scrolls, in points a second, while the pointer that drags is so many points past its edge: less
/// than zero above it.
pub(super) fn scroll_speed(past: f32) -> f32 {
    (past * SPEED).clamp(-FASTEST, FASTEST)
}

/// What the pressed button is doing.
#[derive(Clone, Debug)]
pub(super) enum Press {
    /// It selects.
    Select {
        /// Whether anything was selected before.
        had: bool,
        /// Whether it is a drag already, and not perhaps a click.
        dragging: bool,
    },
    /// It moves an end of the annotation in hand.
    Resize(Ends),
}

/// Counts presses in quick succession at one place. egui tells the count of a click only when it is over; a drag by
/// words has to know it when it begins.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    count: u32,
    time: f64,
    at: Pos2,
}

impl Clicks {
    fn press(&mut self, ui: &Ui, at: Pos2) -> u32 {
        let time = ui.input(|input| input.time);
        let (delay, reach) = ui.ctx().options(|options| {
            let input = &options.input_options;
            (input.max_double_click_delay, input.max_click_dist)
        });
        let again = self.count > 0 && time - self.time < 1.5 * delay && self.at.distance(at) < reach;
        *self = Self { count: if again { self.count + 1 } else { 1 }, time, at };
        self.count
    }
}

/// Where the primary button went down, if the event is that.
fn press_in(event: &egui::Event) -> Option<Pos2> {
    match event {
        egui::Event::PointerButton { pos, button: PointerButton::Primary, pressed: true, .. } => Some(*pos),
        _ => None,
    }
}

/// What the page is, for a pointer.
pub(super) struct Ground<'a> {
    /// What is on the screen.
    pub(super) visible: &'a Visible,
    /// The highlights on it.
    pub(super) highlights: &'a [Highlight],
    /// The signs in the margin.
    pub(super) signs: &'a [Sign],
}

impl Ground<'_> {
    /// What is under a point, the smallest first.
    pub(super) fn under(&self, point: Pos2) -> Vec<AnnotationId> {
        highlights::at(self.highlights, point)
    }

    fn is_marked(&self, point: Pos2) -> bool {
        self.highlights.iter().any(|highlight| highlight.is_at(point))
    }

    fn sign(&self, point: Pos2) -> Option<&Sign> {
        self.signs.iter().find(|sign| sign.rect.contains(point))
    }

    /// The handle of the annotation in hand that is under a point.
    fn handle(&self, in_hand: Option<AnnotationId>, point: Pos2) -> Option<(&Highlight, End)> {
        let held = self.highlights.iter().find(|highlight| Some(highlight.id) == in_hand)?;
        let ends = [End::Start, End::End];
        let end = ends.into_iter().find(|end| handle(&held.parts, *end).is_some_and(|grip| grip.expand(2.0).contains(point)))?;
        Some((held, end))
    }
}

impl ArticleView {
    /// Takes what the pointer did in this frame.
    pub(super) fn pointer(&mut self, ui: &Ui, response: &Response, page: &Page<'_>, ground: &Ground<'_>, events: &mut Vec<Event>) {
        let (pressed, released, at, shift) = ui.input(|input| {
            let pointer = &input.pointer;
            (input.events.iter().find_map(press_in), pointer.primary_released(), pointer.interact_pos(), input.modifiers.shift)
        });
        // A drag goes on outside of the window, where some systems tell nothing of the pointer until it comes back.
        let Some(at) = at.or(self.press.as_ref().map(|_| self.pointer)) else { return };
        self.pointer = at;
        // On a slow screen a whole drag may lie within one frame; egui then tells neither of a press nor of a click.
        let whole_drag = |pressed: &Pos2| {
            released && ground.visible.page.contains(*pressed) && ui.ctx().layer_id_at(*pressed) == Some(response.layer_id)
        };
        let ours = |pressed: &Pos2| response.is_pointer_button_down_on() || response.clicked() || whole_drag(pressed);
        if let Some(pressed) = pressed.filter(ours) {
            response.request_focus();
            self.press_at(ui, page, ground, pressed, shift, events);
        }
        if self.press.is_some() {
            self.drag_to(ui, page, ground, at);
            if released || !ui.input(|input| input.pointer.primary_down()) {
                self.release(page, ground, at, events);
            }
        }
        if response.secondary_clicked()
            && let Some(byte) = ground.visible.byte_at(at)
        {
            response.request_focus();
            if !self.selection.range().contains(&byte) {
                self.set_caret_reporting(page.article.text(), byte, events);
            }
            events.push(Event::MenuAt(at, byte));
        }
    }

    fn press_at(&mut self, ui: &Ui, page: &Page<'_>, ground: &Ground<'_>, at: Pos2, shift: bool, events: &mut Vec<Event>) {
        let text = page.article.text();
        if let Some(ends) = self.ends.take() {
            events.extend(ends.done(page));
            return;
        }
        if let Some((held, end)) = ground.handle(page.in_hand, at) {
            let mut ends = Ends::of(held.id, &held.range);
            if end == End::Start {
                ends.turn();
            }
            self.press = Some(Press::Resize(ends));
            return;
        }
        if let Some(sign) = ground.sign(at) {
            if let Some(id) = highlights::pick(&sign.ids, page.in_hand) {
                let start = page.project.place(id).map_or(self.caret(), |(_, range)| range.start);
                self.set_caret_reporting(text, start, events);
                events.push(Event::Picked(id));
            }
            return;
        }
        let Some(byte) = ground.visible.byte_at(at) else { return };
        let had = self.selection().is_some();
        let clicks = self.clicks.press(ui, at);
        if shift {
            self.selection.extend(text, &self.blocks, byte);
        } else {
            self.selection = Selection::begin(text, &self.blocks, byte, Unit::of_clicks(clicks));
        }
        self.goal = None;
        self.press = Some(Press::Select { had, dragging: false });
    }

    fn drag_to(&mut self, ui: &Ui, page: &Page<'_>, ground: &Ground<'_>, at: Pos2) {
        let Some(byte) = ground.visible.byte_at(at) else { return };
        match &mut self.press {
            Some(Press::Resize(ends)) => ends.at = byte,
            Some(Press::Select { dragging, .. }) => {
                let far = self.clicks.at.distance(at) >= ui.ctx().options(|options| options.input_options.max_click_dist);
                *dragging = *dragging || far || ui.input(|input| input.pointer.is_decidedly_dragging());
                if *dragging {
                    self.selection.extend(page.article.text(), &self.blocks, byte);
                }
            }
            None => return,
        }
        let page = ground.visible.page;
        let past = if at.y < page.top() { at.y - page.top() } else { (at.y - page.bottom()).max(0.0) };
        if past != 0.0 {
            let seconds = ui.input(|input| input.stable_dt).min(0.1);
            self.scroll_by(scroll_speed(past) * seconds);
            ui.ctx().request_repaint();
        }
    }

    fn release(&mut self, page: &Page<'_>, ground: &Ground<'_>, at: Pos2, events: &mut Vec<Event>) {
        let text = page.article.text();
        match self.press.take() {
            Some(Press::Resize(ends)) => events.extend(ends.done(page)),
            Some(Press::Select { had, .. }) => {
                self.selection.tidy(text);
                self.words = self.selection.words(text);
                match self.selection() {
                    Some(words) => events.push(Event::Selected(words)),
                    None => {
                        events.extend(had.then_some(Event::SelectionCleared));
                        events.extend(highlights::pick(&ground.under(at), page.in_hand).map(Event::Picked));
                    }
                }
            }
            None => {}
        }
    }

    /// The pointer's shape over the page.
    pub(super) fn cursor(&self, page: &Page<'_>, ground: &Ground<'_>, at: Pos2) -> CursorIcon {
        match &self.press {
            Some(Press::Resize(_)) => return CursorIcon::ResizeHorizontal,
            Some(Press::Select { .. }) => return CursorIcon::Text,
            None => {}
        }
        if ground.handle(page.in_hand, at).is_some() {
            CursorIcon::ResizeHorizontal
        } else if ground.sign(at).is_some() || ground.is_marked(at) {
            CursorIcon::PointingHand
        } else if ground.visible.column.expand(8.0).contains(at) {
            CursorIcon::Text
        } else {
            CursorIcon::Default
        }
    }

    /// The end that is being moved, by the mouse or from the keyboard.
    pub(super) fn moving(&self) -> Option<&Ends> {
        match &self.press {
            Some(Press::Resize(ends)) => Some(ends),
            _ => self.ends.as_ref(),
        }
    }

    /// The passage of the annotation in hand, as it is while an end of it is moved.
    pub(super) fn held(&self, page: &Page<'_>) -> Option<(AnnotationId, Range<usize>)> {
        if let Some(ends) = self.moving() {
            return Some((ends.id, ends.range()));
        }
        let id = page.in_hand?;
        let (article, range) = page.project.place(id)?;
        (article == page.article.id).then_some((id, range))
    }
}
