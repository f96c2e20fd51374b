//! One place of a finding in its context: where it stands, the words around it, and the verdict on it.

use std::ops::Range;

use egui::text::LayoutJob;
use egui::{Color32, Response, Role, Sense, TextFormat, Ui, UiBuilder, WidgetInfo};

use super::detail::context;
use super::standing::annotation_at;
use super::words::paragraph_number;
use crate::app::announce::short;
use crate::app::cross::{Card, Finding};
use crate::app::{App, Request};
use crate::model::{Article, ArticleId, Verdict};
use crate::text::position::slice;
use crate::ui::article::{job_ui, tip};
use crate::ui::parts::{self, Inline};
use crate::ui::theme::{Tokens, fonts, size, space};

/// The size of an article's words in a card, in points.
const WORDS: f32 = 15.5;
/// The share of a head that the name of who says it has at least.
const LABEL: f32 = 0.4;
/// The name of a place has no more characters.
const LONGEST: usize = 60;
/// The characters by which a card is named to those who do not see it.
const SPOKEN: usize = 80;
/// Further places of a card that are named.
const MORE: usize = 12;

/// A card with what differs in it.
pub(super) struct Side<'a> {
    /// Its number among the cards of the finding.
    pub(super) number: usize,
    /// The card.
    pub(super) card: &'a Card,
    /// The words that differ, in bytes of the article of its first place.
    pub(super) changed: Vec<Range<usize>>,
    /// Whether these are the words that the other side has replaced.
    pub(super) removed: bool,
}

/// Draws it, with so many points more above its verdicts than it needs; gives back how high it is without them.
pub(super) fn card_ui(ui: &mut Ui, app: &App, finding: Finding, side: &Side<'_>, more: f32, send: &mut Vec<Request>) -> f32 {
    let Some((id, range)) = side.card.places.first() else { return 0.0 };
    let Some(article) = app.article_of(*id) else { return 0.0 };
    let shown = parts::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::SMALL;
        head_ui(ui, app, finding, side, send);
        let words = job(article, range, side, Tokens::of(ui.visuals()), ui.available_width());
        let shown = job_ui(ui, words, Sense::hover());
        let spoken = slice(article.text(), context(article.text(), range));
        shown.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken));
        more_ui(ui, app, finding, side, send);
        let verdict = my_verdict(app, *id, range);
        ui.add_space(more);
        let group = UiBuilder::new()
            .accessibility_role(Role::Group)
            .accessibility_label(format!("Verdict on {}", short(slice(article.text(), range.clone()), SPOKEN)));
        let group = if app.session().read_only { group.disabled() } else { group };
        ui.scope_builder(group, |ui| {
            if let Some(pressed) = parts::verdict_control(ui, verdict) {
                let given = (verdict != Some(pressed)).then_some(pressed);
                send.push(Request::JudgeCard(finding, side.number, given));
            }
        });
        ui.min_rect().height() - more
    });
    shown.inner
}

fn my_verdict(app: &App, article: ArticleId, range: &Range<usize>) -> Option<Verdict> {
    let annotation = annotation_at(app, article, range).and_then(|id| app.session().project().annotation(id))?;
    annotation.judgement(app.by()?)?.verdict()
}

/// Who says it and where it stands, on one line; a press goes there.
fn head_ui(ui: &mut Ui, app: &App, finding: Finding, side: &Side<'_>, send: &mut Vec<Request>) {
    ui.horizontal(|ui| {
        if !side.card.label.is_empty() {
            let (font, colour) = (fonts::semibold(size::INTERFACE), Tokens::of(ui.visuals()).text);
            let place = place_name(app, side.card, 0).unwrap_or_default();
            let place = Inline::new().words(ui, place, fonts::sans(size::INTERFACE), colour).size().x;
            let whole = ui.available_width();
            let room = (whole - place - ui.spacing().item_spacing.x).max(whole * LABEL);
            let whole = Inline::new().words(ui, &side.card.label, font.clone(), colour);
            if whole.size().x <= room {
                whole.label(ui, &side.card.label);
            } else {
                let cut = Inline::new().elided(ui, &side.card.label, font, colour, room);
                tip(cut.label(ui, &side.card.label), &side.card.label);
            }
        }
        if place_button(ui, app, side.card, 0).clicked() {
            send.push(Request::GoToCard(finding, side.number, 0));
        }
    });
}

/// “Title · ¶ 6”, to be pressed.
fn place_button(ui: &mut Ui, app: &App, card: &Card, place: usize) -> Response {
    let Some((name, number)) = name_and_number(app, card, place) else {
        return ui.allocate_response(egui::Vec2::ZERO, Sense::hover());
    };
    parts::place_button(ui, &name, &number).on_hover_text("Go to this place in its article.")
}

/// “Title · ¶ 6”.
pub(super) fn place_name(app: &App, card: &Card, place: usize) -> Option<String> {
    name_and_number(app, card, place).map(|(name, number)| name + &number)
}

/// “Title” and “ · ¶ 6”.
fn name_and_number(app: &App, card: &Card, place: usize) -> Option<(String, String)> {
    let (id, range) = card.places.get(place)?;
    let article = app.article_of(*id);
    let name = article.map_or("", |article| if article.outlet().is_empty() { article.title() } else { article.outlet() });
    let number = article.map_or(0, |article| paragraph_number(article, range.start));
    let end = name.char_indices().nth(LONGEST).map(|(end, _)| end);
    let name = end.map_or_else(|| name.to_owned(), |end| format!("{}…", slice(name, 0..end)));
    Some((name, format!(" · ¶ {number}")))
}

fn more_ui(ui: &mut Ui, app: &App, finding: Finding, side: &Side<'_>, send: &mut Vec<Request>) {
    let count = side.card.places.len();
    if count < 2 {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::MEDIUM, 0.0);
        ui.label(egui::RichText::new("also").color(Tokens::of(ui.visuals()).dim));
        for place in 1..count.min(MORE + 1) {
            ui.push_id(place, |ui| {
                if place_button(ui, app, side.card, place).clicked() {
                    send.push(Request::GoToCard(finding, side.number, place));
                }
            });
        }
        if count > MORE + 1 {
            ui.label(egui::RichText::new(format!("and {} more", count - MORE - 1)).color(Tokens::of(ui.visuals()).dim));
        }
    });
}

/// The words around the place: the place itself on the colour of a selection, the changed words on that of their side.
fn job(article: &Article, range: &Range<usize>, side: &Side<'_>, tokens: &Tokens, width: f32) -> LayoutJob {
    let text = article.text();
    let around = context(text, range);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let format = |colour: Color32, background: Color32| TextFormat {
        background,
        line_height: Some(WORDS * 1.6),
        ..TextFormat::simple(fonts::serif(WORDS), colour)
    };
    let plain = format(tokens.text, Color32::TRANSPARENT);
    let marked = format(tokens.text, tokens.selection);
    let verdict = if side.removed { Verdict::Erroneous } else { Verdict::Verified };
    let colours = tokens.verdict(Some(verdict));
    let changed = format(colours.text, colours.fill);
    if around.start > 0 && !slice(text, 0..around.start).ends_with('\n') {
        job.append("… ", 0.0, plain.clone());
    }
    job.append(slice(text, around.start..range.start), 0.0, plain.clone());
    let mut at = range.start;
    for change in side.changed.iter().filter(|change| change.start >= range.start && change.end <= range.end) {
        job.append(slice(text, at..change.start.max(at)), 0.0, marked.clone());
        job.append(slice(text, change.start.max(at)..change.end), 0.0, changed.clone());
        at = change.end.max(at);
    }
    job.append(slice(text, at..range.end), 0.0, marked);
    job.append(slice(text, range.end..around.end), 0.0, plain.clone());
    if around.end < text.len() && !slice(text, around.end..text.len()).starts_with('\n') {
        job.append(" …", 0.0, plain);
    }
    job
}
