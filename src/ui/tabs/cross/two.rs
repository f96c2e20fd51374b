//! Two places of a finding to be opened side by side: a button, and where there are more than two, which.

use egui::{Button, RichText, Ui};

use super::card::place_name;
use crate::app::command::Command;
use crate::app::cross::{Card, Finding, Spot, spots};
use crate::app::{App, Request};
use crate::ui::parts;
use crate::ui::parts::command::key_of;
use crate::ui::theme::{size, space};

/// So many places are offered.
const OFFERED: usize = 40;

pub(super) fn two_ui(ui: &mut Ui, app: &App, finding: Finding, cards: &[Card], send: &mut Vec<Request>) {
    let Some(two) = app.two_places(finding) else { return };
    let all: Vec<Spot> = spots(cards).take(OFFERED).collect();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        let words = if all.len() == 2 { "Open both side by side" } else { "Open side by side" };
        let button = Button::new(words).shortcut_text(RichText::new(key_of(Command::OpenBoth)).size(size::CAPS));
        if ui.add(button).accessible_name(words).on_hover_text(Command::OpenBoth.entry().tip).clicked() {
            send.push(Request::OpenTwo(finding));
        }
        if all.len() > 2 {
            let mut chosen = two;
            for (side, spot) in ["Left", "Right"].into_iter().zip(&mut chosen) {
                ui.push_id(side, |ui| choice_ui(ui, app, cards, &all, side, spot));
            }
            if chosen != two {
                send.push(Request::ChooseTwo(finding, chosen));
            }
        }
    });
}

fn choice_ui(ui: &mut Ui, app: &App, cards: &[Card], all: &[Spot], side: &str, spot: &mut Spot) {
    let name = |spot: Spot| {
        let card = cards.get(spot.card)?;
        let place = place_name(app, card, spot.place)?;
        Some(if card.label.is_empty() { place } else { format!("{}: {place}", card.label) })
    };
    let shown = name(*spot).unwrap_or_default();
    parts::dropdown(ui, side, &shown, |ui| {
        for other in all {
            let words = name(*other).unwrap_or_default();
            if parts::choice(ui, other == spot, &words).clicked() {
                *spot = *other;
                ui.close();
            }
        }
    });
}
