//! The tab that finds words: the question at the top, the places found below.

use std::ops::Range;

use egui::{Align, Button, Event, FontId, Id, Key, Layout, Modifiers, Rect, Role, Sense, TextEdit, TextStyle, Ui, UiBuilder, pos2, vec2};

use super::icons::{Icon, icon_button_ui};
use super::line::paint;
use super::rows::{Look, Rows, Source};
use crate::app::command::Command;
use crate::app::find::{Hit, MAX_HITS};
use crate::app::{App, Field, Request};
use crate::text::find::{Mode, Query};
use crate::text::position::{clamp, slice};
use crate::ui::article;
use crate::ui::theme::{Tokens, size, space, style};

/// The height of a row in points.
const ROW: f32 = 26.0;
/// How many bytes around a hit are shown.
const AROUND: usize = 90;
/// Below this width the question takes two lines, in points.
const WIDE: f32 = 720.0;
/// The field.
const FIELD: &str = "find field";

/// What the tab remembers between frames.
#[derive(Default)]
pub struct FindState {
    rows: Rows,
    current: Option<usize>,
}

/// Draws the tab.
pub fn find_ui(ui: &mut Ui, app: &mut App, state: &mut FindState, send: &mut Vec<Request>) {
    let two_lines = ui.available_width() < WIDE;
    let lines = if two_lines { 2.0 } else { 1.0 };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0 * lines + space::TINY), Sense::hover());
    let inside = rect.shrink2(vec2(space::MEDIUM, 0.0));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, Tokens::of(ui.visuals()).line));
    let row = |n: f32| Rect::from_min_size(inside.min + vec2(0.0, 34.0 * n + 2.0), vec2(inside.width(), 34.0));
    let builder = |n: f32| UiBuilder::new().max_rect(row(n)).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder(0.0), |ui| {
        field_ui(ui, app, if two_lines { inside.width() - 64.0 } else { 230.0 }, send);
        steps_ui(ui, app, send);
        if !two_lines {
            options_ui(ui, app, send);
            count_ui(ui, app);
        }
    });
    if two_lines {
        ui.scope_builder(builder(1.0), |ui| {
            options_ui(ui, app, send);
            count_ui(ui, app);
        });
    }
    hits_ui(ui, app, state, send);
}

fn ask(app: &App, change: impl FnOnce(&mut Query, &mut bool)) -> Request {
    let (mut query, mut everywhere) = (app.find.query.clone(), app.find.everywhere);
    change(&mut query, &mut everywhere);
    Request::Find(query, everywhere)
}

fn field_ui(ui: &mut Ui, app: &mut App, width: f32, send: &mut Vec<Request>) {
    let mut words = app.find.query.pattern.clone();
    let font = TextStyle::Body.resolve(ui.style());
    let response = article::field_ui(ui, Id::unique(FIELD), &font, false, &mut words, |words| {
        TextEdit::singleline(words).desired_width(width).hint_text("Words to find").return_key(None)
    });
    let response = response.accessible_name("Words to find");
    if app.focus.take_if(|focus| *focus == Field::Find).is_some() {
        response.request_focus();
        select_all(ui, words.chars().count());
    }
    if response.changed() {
        send.push(ask(app, |query, _| query.pattern = words));
    }
    if response.has_focus() {
        for (modifiers, command) in [(Modifiers::SHIFT, Command::FindPrevious), (Modifiers::NONE, Command::FindNext)] {
            if ui.input_mut(|input| input.consume_key(modifiers, Key::Enter)) {
                send.push(Request::Run(command));
            }
        }
    }
    let escape = |event: &Event| matches!(event, Event::Key { key: Key::Escape, pressed: true, .. });
    if (response.lost_focus() || response.has_focus()) && ui.input(|input| input.events.iter().any(escape)) {
        app.focus = Some(Field::Article);
    }
}

fn select_all(ui: &Ui, chars: usize) {
    let mut state = TextEdit::load_state(ui.ctx(), Id::unique(FIELD)).unwrap_or_default();
    let all = egui::text::CCursorRange::two(egui::text::CCursor::new(0), egui::text::CCursor::new(chars));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), Id::unique(FIELD));
}

fn steps_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    ui.spacing_mut().item_spacing.x = space::TINY;
    for (icon, command) in [(Icon::Up, Command::FindPrevious), (Icon::Down, Command::FindNext)] {
        let entry = command.entry();
        if icon_button_ui(ui, icon, entry.title, app.can(command)).on_hover_text(entry.tip).clicked() {
            send.push(Request::Run(command));
        }
    }
}

fn options_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    let toggle = |ui: &mut Ui, on: bool, words: &str, name: &str, tip: &str| {
        let button = Button::selectable(on, words).min_size(vec2(26.0, 24.0));
        ui.add(button).on_hover_text(tip).accessible_name(name).clicked()
    };
    ui.add_space(space::SMALL);
    let everywhere = app.find.everywhere;
    if toggle(ui, !everywhere, "This article", "This article", "Look in the open article.") {
        send.push(ask(app, |_, everywhere| *everywhere = false));
    }
    if toggle(ui, everywhere, "All articles", "All articles", "Look in every article.") {
        send.push(ask(app, |_, everywhere| *everywhere = true));
    }
    ui.add_space(space::SMALL);
    let query = &app.find.query;
    if toggle(ui, query.match_case, "Aa", "Match case", "Capitals and small letters differ.") {
        send.push(ask(app, |query, _| query.match_case = !query.match_case));
    }
    for (mode, words, name, tip) in [
        (Mode::WholeWord, "“a”", "Whole words", "Only where the words are no part of a longer word."),
        (Mode::Regex, ".*", "Regular expression", "The words are a regular expression."),
    ] {
        let on = query.mode == mode;
        if toggle(ui, on, words, name, tip) {
            send.push(ask(app, |query, _| query.mode = if on { Mode::Plain } else { mode }));
        }
    }
}

fn count_ui(ui: &mut Ui, app: &App) {
    let tokens = Tokens::of(ui.visuals());
    ui.add_space(space::SMALL);
    let find = &app.find;
    let words = count_words(find.hits.len(), find.hits.articles(), find.everywhere);
    let (words, colour) = match &find.fault {
        Some(fault) => (fault.clone(), ui.visuals().error_fg_color),
        None if find.query.pattern.is_empty() => return,
        None if find.running => (format!("{words}, searching…"), tokens.dim),
        None => (words, tokens.dim),
    };
    ui.add(egui::Label::new(egui::RichText::new(&words).color(colour)).truncate()).on_hover_text(words);
}

fn count_words(hits: usize, articles: usize, everywhere: bool) -> String {
    let hits_words = match hits {
        0 => return "Nothing found".to_owned(),
        1 => "1 hit".to_owned(),
        MAX_HITS.. => format!("The first {MAX_HITS} hits"),
        n => format!("{n} hits"),
    };
    match articles {
        _ if !everywhere => hits_words,
        1 => format!("{hits_words} in 1 article"),
        n => format!("{hits_words} in {n} articles"),
    }
}

fn hits_ui(ui: &mut Ui, app: &mut App, state: &mut FindState, send: &mut Vec<Request>) {
    if app.find.hits.is_empty() {
        return;
    }
    if app.find.current != state.current {
        state.current = app.find.current;
        if let Some(current) = state.current {
            state.rows.reveal(current);
        }
    }
    let look = Look { id: Id::unique("hits"), name: "Places found", roles: (Role::ListBox, Role::ListBoxOption), height: ROW };
    let asked = state.rows.show(ui, &look, &HitRows::new(ui, app), |_| {});
    if let Some(hit) = asked.go_to {
        send.push(Request::GoToHit(hit));
    }
    if asked.left {
        app.focus = Some(Field::Article);
    }
}

/// The rows of the hits, with what they need to be drawn.
struct HitRows<'a> {
    app: &'a App,
    font: FontId,
    strong: FontId,
}

impl<'a> HitRows<'a> {
    fn new(ui: &Ui, app: &'a App) -> Self {
        Self {
            app,
            font: FontId { size: size::SECONDARY, ..TextStyle::Body.resolve(ui.style()) },
            strong: FontId { size: size::SECONDARY, ..style::strong().resolve(ui.style()) },
        }
    }

    /// The words before the hit, the hit, the words after it, and the article's title.
    fn words(&self, hit: &Hit) -> (&str, &str, &str, &str) {
        let Some(article) = self.app.session().project().article(hit.article) else { return ("", "", "", "") };
        let text = article.text();
        let (before, after) = around(text, &hit.range);
        (slice(text, before), slice(text, hit.range.clone()), slice(text, after), article.title())
    }
}

/// The stretches before and after a hit, within its paragraph and not too long.
fn around(text: &str, hit: &Range<usize>) -> (Range<usize>, Range<usize>) {
    let from = clamp(text, hit.start.saturating_sub(AROUND));
    let to = clamp(text, hit.end.saturating_add(2 * AROUND).min(text.len()));
    let before = slice(text, from..hit.start);
    let from = before.rfind('\n').map_or(from, |at| from + at + 1);
    let after = slice(text, hit.end..to);
    let to = after.find('\n').map_or(to, |at| hit.end + at);
    (from..hit.start, hit.end..to)
}

impl Source for HitRows<'_> {
    fn count(&self) -> usize {
        self.app.find.hits.len()
    }

    fn name(&self, row: usize) -> String {
        let Some(hit) = self.app.find.hits.get(row) else { return String::new() };
        let (before, words, after, title) = self.words(&hit);
        let words: String = format!("{before}{words}{after}").split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{title}: {words}")
    }

    fn is_current(&self, row: usize) -> bool {
        self.app.find.current == Some(row)
    }

    fn row_ui(&self, ui: &mut Ui, row: usize) {
        let Some(hit) = self.app.find.hits.get(row) else { return };
        let (rect, tokens) = (ui.max_rect().shrink2(vec2(space::MEDIUM, 0.0)), Tokens::of(ui.visuals()));
        let (before, words, after, title) = self.words(&hit);
        let mut left = rect.left();
        if self.app.find.everywhere {
            let column = (rect.width() * 0.24).clamp(80.0, 220.0);
            let cell = Rect::from_min_max(rect.min, pos2(left + column - space::MEDIUM, rect.bottom()));
            paint(ui, cell, [(title, self.font.clone(), tokens.dim)]);
            left += column;
        }
        // What stands before takes at most a third, so that the hit itself is always in sight.
        let rest = Rect::from_min_max(pos2(left, rect.top()), rect.max);
        let fits = (rest.width() / 3.0 / (size::SECONDARY * 0.55)).max(4.0) as usize;
        let from = before.char_indices().rev().take(fits).last().map_or(before.len(), |(at, _)| at);
        let cut = if from > 0 { "…" } else { "" };
        let before = before.get(from..).unwrap_or_default();
        let font = || self.font.clone();
        let parts = [
            (cut, font(), tokens.dim),
            (before, font(), tokens.dim),
            (words, self.strong.clone(), tokens.text),
            (after, font(), tokens.dim),
        ];
        paint(ui, rest, parts);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_around_a_hit_stay_in_its_paragraph() {
        let text = "One line.\nThe ferry sank, they said.\nLast.";
        for (words, before, after) in [("ferry", "The ", " sank, they said."), ("One", "", " line."), ("Last.", "", "")] {
            let at = text.find(words).unwrap();
            let (left, right) = around(text, &(at..at + words.len()));
            assert_eq!((&text[left], &text[right]), (before, after), "{words}");
        }
        let long = "é".repeat(500);
        let (left, right) = around(&long, &(400..402));
        assert!(left.len() <= AROUND + 1 && right.len() <= 2 * AROUND + 1);
    }

    #[test]
    fn counts_are_told_in_words() {
        for (hits, articles, everywhere, words) in [
            (0, 0, true, "Nothing found"),
            (1, 1, true, "1 hit in 1 article"),
            (12, 3, true, "12 hits in 3 articles"),
            (12, 1, false, "12 hits"),
            (MAX_HITS, 2, true, "The first 100000 hits in 2 articles"),
        ] {
            assert_eq!(count_words(hits, articles, everywhere), words);
        }
    }
}
