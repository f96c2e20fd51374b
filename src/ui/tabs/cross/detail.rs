//! The finding in hand: its name and reason, the places that differ most side by side, what can be decided, and the other places.

use std::ops::Range;

use egui::{Align, Id, Layout, RichText, Ui, vec2};

use super::card::{Side, card_ui};
use super::{two, words};
use crate::app::command::Command;
use crate::app::cross::{Card, Finding};
use crate::app::{App, Request};
use crate::crosscheck::finding::QuoteClass;
use crate::model::ArticleId;
use crate::text::position::slice;
use crate::ui::parts;
use crate::ui::parts::command::key_of;
use crate::ui::theme::{Tokens, fonts, size, space};

/// Two cards stand side by side where each is at least so wide, in points.
const CARD: f32 = 250.0;
/// No more cards are drawn.
const MOST: usize = 60;

pub(super) fn detail_ui(ui: &mut Ui, app: &App, finding: Finding, send: &mut Vec<Request>) {
    let cards = app.cross.found.cards(finding);
    ui.spacing_mut().item_spacing.y = space::MEDIUM;
    head_ui(ui, app, finding, send);
    let sides = sides(app, finding, &cards);
    let first = sides.len().min(if matches!(finding, Finding::Figure(_) | Finding::Name(_)) { MOST } else { 2 });
    let (compared, others) = sides.split_at_checked(first).unwrap_or((&sides, &[]));
    grid_ui(ui, app, finding, compared, send);
    decide_ui(ui, app, finding, &cards, send);
    two::two_ui(ui, app, finding, &cards, send);
    if !others.is_empty() {
        ui.add_space(space::SMALL);
        parts::caps_heading(ui, "The same statement elsewhere");
        grid_ui(ui, app, finding, others.get(..MOST).unwrap_or(others), send);
        if others.len() > MOST {
            ui.label(RichText::new(format!("and {} more places", others.len() - MOST)).color(Tokens::of(ui.visuals()).dim));
        }
    }
}

fn head_ui(ui: &mut Ui, app: &App, finding: Finding, send: &mut Vec<Request>) {
    let tokens = Tokens::of(ui.visuals());
    ui.horizontal(|ui| {
        let title = app.cross.found.title(finding);
        let heading = ui.label(RichText::new(title).font(fonts::semibold(15.0)));
        heading.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, title));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for command in [Command::NextFinding, Command::PreviousFinding] {
                let key = if command == Command::NextFinding { Command::NextAnnotation } else { Command::PreviousAnnotation };
                let key = key_of(if app.is_cross_checking() { key } else { command });
                if parts::keycap_button(ui, &key, command.entry().title).clicked() {
                    send.push(Request::Run(command));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(RichText::new(app.cross.found.reason(finding)).color(tokens.dim)).truncate());
            });
        });
    });
}

/// The cards with what differs in each, those that differ most first.
fn sides<'a>(app: &'a App, finding: Finding, cards: &'a [Card]) -> Vec<Side<'a>> {
    let findings = &app.cross.found.findings;
    let (quote, repeat) = match finding {
        Finding::Quote(at) => (findings.quotes.get(at as usize), None),
        Finding::Repeat(at) => (None, findings.repeats.get(at as usize)),
        _ => (None, None),
    };
    let compared = quote.map(|group| group.compared).or(repeat.map(|repeat| repeat.compared));
    let parts_of = |number: usize| -> Vec<Range<usize>> {
        let quoted = quote.and_then(|group| group.members.get(number));
        match quoted {
            Some(quoted) => quoted.parts.iter().map(|(start, end)| *start..*end).collect(),
            None => cards.get(number).and_then(|card| card.places.first()).map(|(_, range)| range.clone()).into_iter().collect(),
        }
    };
    let text_of = |number: usize| -> &str {
        let place = cards.get(number).and_then(|card| card.places.first());
        place.and_then(|(article, _)| app.session().project().article(*article)).map_or("", |article| article.text())
    };
    let mut sides: Vec<Side<'_>> =
        cards.iter().enumerate().map(|(number, card)| Side { number, card, changed: Vec::new(), removed: false }).collect();
    let Some((base, other)) = compared.filter(|_| cards.len() > 1) else { return sides };
    // Who tells it in own words has no words of the statement to differ in.
    let tells =
        |number: usize| quote.and_then(|group| group.members.get(number)).is_some_and(|member| member.class == QuoteClass::Paraphrased);
    for side in &mut sides {
        let against = if side.number == base { other } else { base };
        if tells(side.number) || tells(against) {
            continue;
        }
        side.changed = words::changed(text_of(side.number), &parts_of(side.number), text_of(against), &parts_of(against));
        side.removed = side.number == base;
    }
    sides.sort_by_key(|side| (side.number != base, side.number != other, side.number));
    sides
}

/// Cards in rows of two, or of one where it is narrow.
fn grid_ui(ui: &mut Ui, app: &App, finding: Finding, sides: &[Side<'_>], send: &mut Vec<Request>) {
    let across = if ui.available_width() >= 2.0 * CARD + space::LARGE && sides.len() > 1 { 2 } else { 1 };
    let width = ((ui.available_width() - space::LARGE * (across as f32 - 1.0)) / across as f32).floor().min(640.0);
    for row in sides.chunks(across) {
        // The cards of a row are equally high: as high as the highest was in the frame before.
        let id = Id::unique("heights of cards").with(row.first().map(|side| side.number));
        let known: Vec<f32> = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let highest = known.iter().copied().fold(0.0, f32::max);
        let mut heights = Vec::with_capacity(row.len());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::LARGE;
            for (n, side) in row.iter().enumerate() {
                let more = known.get(n).map_or(0.0, |own| highest - own);
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    heights.push(ui.push_id(("card", side.number), |ui| card_ui(ui, app, finding, side, more, send)).inner);
                });
            }
        });
        let same = known.len() == heights.len() && known.iter().zip(&heights).all(|(was, is)| (was - is).abs() < 0.5);
        if !same {
            ui.data_mut(|data| data.insert_temp(id, heights));
            ui.ctx().request_discard("the height of cards beside each other");
        }
    }
}

/// What a person can decide about the finding.
fn decide_ui(ui: &mut Ui, app: &App, finding: Finding, cards: &[Card], send: &mut Vec<Request>) {
    let count: usize = cards.iter().map(|card| card.places.len()).sum();
    let all = match count {
        1 => "it".to_owned(),
        2 => "both".to_owned(),
        count => format!("all {count}"),
    };
    let enabled = app.can(Command::LinkFinding);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        let keys = app.is_cross_checking();
        let offer = |ui: &mut Ui, words: &str, command: Option<Command>, tip: &str| {
            let key = command.map(key_of).unwrap_or_default();
            let button = egui::Button::new(words);
            let button = if key.is_empty() { button } else { button.shortcut_text(RichText::new(key).size(size::CAPS)) };
            ui.add_enabled(enabled, button).accessible_name(words).on_hover_text(tip).clicked()
        };
        let linking = if count > 1 { " and link" } else { "" };
        let disputed = format!("Mark {all} disputed{linking}");
        if offer(
            ui,
            &disputed,
            keys.then_some(Command::Dispute),
            "Mark every place of this finding as disputed, as one step that undo takes back.",
        ) {
            send.push(Request::JudgeFinding(finding, Some(crate::model::Verdict::Disputed)));
        }
        if let Some(verdict) = one_verdict(app, cards).filter(|_| count > 1) {
            let carry = format!("Carry “{}” to {all}", verdict.label().to_lowercase());
            if offer(ui, &carry, None, "Give every place of this finding the verdict that one of them has.") {
                send.push(Request::JudgeFinding(finding, Some(verdict)));
            }
        }
        if count > 1 && offer(ui, "Same claim: link", Some(Command::LinkFinding), Command::LinkFinding.entry().tip) {
            send.push(Request::JudgeFinding(finding, None));
        }
        let apart = if count > 1 { "Not the same" } else { "Nothing wrong here" };
        if offer(
            ui,
            apart,
            Some(if keys { Command::Dismiss } else { Command::KeepApart }),
            "Remember that this is no finding, also after a merge. Undo takes it back.",
        ) {
            send.push(Request::KeepApart(finding));
        }
    });
}

/// The one verdict that I have given to some of the places but not to all.
fn one_verdict(app: &App, cards: &[Card]) -> Option<crate::model::Verdict> {
    let by = app.by()?;
    let mine = |place: &(ArticleId, Range<usize>)| {
        let id = super::standing::annotation_at(app, place.0, &place.1)?;
        app.session().project().annotation(id)?.judgement(by)?.verdict()
    };
    let all: Vec<Option<crate::model::Verdict>> = cards.iter().flat_map(|card| &card.places).take(24).map(mine).collect();
    let given: Vec<crate::model::Verdict> = all.iter().flatten().copied().collect();
    let first = given.first().copied()?;
    (given.len() < all.len() && given.iter().all(|verdict| *verdict == first)).then_some(first)
}

/// The text around a place: its paragraphs, cut to what is near.
pub(in crate::ui::tabs) fn context(text: &str, range: &Range<usize>) -> Range<usize> {
    const NEAR: usize = 420;
    let from = crate::text::paragraph::paragraph_at(text, range.start).start;
    let to = crate::text::paragraph::paragraph_at(text, range.end.saturating_sub(1).max(range.start)).end;
    let near_start = crate::text::position::clamp(text, range.start.saturating_sub(NEAR));
    let near_end = crate::text::position::clamp(text, (range.end + NEAR).min(text.len()));
    let start = if from >= near_start { from } else { next_space(text, near_start, range.start) };
    let end = if to <= near_end { to } else { last_space(text, range.end, near_end) };
    start..end
}

fn next_space(text: &str, from: usize, to: usize) -> usize {
    slice(text, from..to).find(' ').map_or(from, |at| from + at + 1)
}

fn last_space(text: &str, from: usize, to: usize) -> usize {
    slice(text, from..to).rfind(' ').map_or(to, |at| from + at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::string_slice)]
mod tests {
    use super::*;

    #[test]
    fn the_context_is_the_paragraph_or_what_is_near() {
        let text = "One.\nThe pier was sound. It had been looked at.\nLast.";
        let at = text.find("sound").unwrap();
        assert_eq!(&text[context(text, &(at..at + 5))], "The pier was sound. It had been looked at.");
        let long = format!("{}here{}", "word ".repeat(500), " word".repeat(500));
        let at = long.find("here").unwrap();
        let near = context(&long, &(at..at + 4));
        assert!(near.len() < 900 && near.start > 0 && long[near.clone()].starts_with("word") && long[near].ends_with("word"));
    }
}
