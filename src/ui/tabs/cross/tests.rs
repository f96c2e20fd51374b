//! Tests of the cross-check in the whole window, by role and name.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)]

use egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};

use crate::app::command::Command;
use crate::app::cross::{Finding, Section};
use crate::app::{App, Request, Tab};
use crate::model::{Relation, Verdict};
use crate::ui::dialogs::tests::window::{Stage, act, articles, open, press, settle, with};

const ONE: &str = "Pier is safe, says harbour master\nThe pier of Osterwick was closed on Monday after a crack was found in a beam.\n“We have looked at every bolt of the pier and it is safe for all boats,” harbour master Lena Orr said.\nThe ferries will sail again tomorrow, and the fishing boats as well.";
const TWO: &str = "Cracked pier: boats may sail\nOsterwick’s harbour master sees no danger after the crack in the beam.\n“We have looked at most bolts of the pier and it was safe for small boats,” harbour master Lena Orr said.\nThe fishermen of the town are not so sure about that.";

fn pier() -> App {
    with(&[ONE, TWO])
}

/// The cross-check over the whole middle.
fn crossed() -> Harness<'static, Stage> {
    let mut harness = open(pier());
    act(&mut harness, Request::Run(Command::CrossCheck));
    harness
}

fn options(harness: &Harness<'_, Stage>) -> Vec<String> {
    harness.query_all_by_role(Role::ListBoxOption).filter_map(|row| row.accesskit_node().label()).collect()
}

#[test]
fn a_reworded_quote_is_listed_and_laid_side_by_side() {
    let harness = crossed();
    let rows = options(&harness);
    assert_eq!(rows[0], "Reworded, 1");
    assert!(rows[1].starts_with("Reworded quote: ") && rows[1].ends_with("; 2 articles, no verdict yet"), "{rows:?}");
    harness.get_by_role_and_label(Role::Heading, "Reworded quote");
    // Both places, with their sentences whole.
    for words in [
        "looked at every bolt of the pier and it is safe for all boats",
        "looked at most bolts of the pier and it was safe for small boats",
    ] {
        let told = harness.query_all_by_label_contains(words).filter(|node| node.accesskit_node().role() == Role::Label);
        assert_eq!(told.count(), 1, "{words}");
    }
    // What gives a verdict says on which of them.
    for words in ["every bolt", "most bolts"] {
        let named = |node: &AccessKitNode<'_>| node.label().is_some_and(|label| label.starts_with("Verdict on ") && label.contains(words));
        let group = harness.query_all_by(named).next().expect(words);
        let buttons = group.children_recursive().filter(|node| node.accesskit_node().role() == Role::Button);
        assert_eq!(buttons.count(), 3, "{words}");
    }
}

#[test]
fn both_are_disputed_and_linked_in_one_step() {
    let mut harness = crossed();
    press(&mut harness, Key::Num2);
    let app = harness.state_mut().app();
    let project = app.session().project();
    assert_eq!((project.counts().of(Some(Verdict::Disputed)), project.links().count()), (2, 1));
    assert_eq!(project.links().next().unwrap().relation(), Relation::InConflict);
    assert!(options(&harness)[1].ends_with("disputed by Ada Lovell"));
    act(&mut harness, Request::Run(Command::Undo));
    let project = harness.state_mut().app().session().project();
    assert_eq!((project.counts().total(), project.links().count()), (0, 0));
}

#[test]
fn what_is_not_the_same_does_not_come_back() {
    let mut harness = crossed();
    press(&mut harness, Key::X);
    assert!(harness.state_mut().app().cross.found.findings.quotes.is_empty());
    harness.get_by_label("Nothing found of this kind.");
    act(&mut harness, Request::Run(Command::Undo));
    assert_eq!(harness.state_mut().app().cross.found.findings.quotes.len(), 1);
}

#[test]
fn one_place_is_judged_alone_and_its_verdict_carried_after_a_look() {
    let mut harness = crossed();
    // The last one is that of the second place; the filter on the left has one too.
    harness.query_all_by_role_and_label(Role::Button, "Erroneous").last().unwrap().click();
    settle(&mut harness);
    let counts = harness.state_mut().app().session().project().counts();
    assert_eq!((counts.of(Some(Verdict::Erroneous)), counts.total()), (1, 1));
    harness.get_by_role_and_label(Role::Button, "Carry “erroneous” to both").click();
    settle(&mut harness);
    let counts = harness.state_mut().app().session().project().counts();
    assert_eq!((counts.of(Some(Verdict::Erroneous)), counts.total()), (2, 2));
}

#[test]
fn the_page_has_a_quiet_sign_that_opens_the_finding() {
    let mut harness = open(pier());
    harness.query_all_by_label_contains("Cross-check: Reworded quote: ").next().unwrap().click();
    settle(&mut harness);
    let app = harness.state_mut().app();
    assert_eq!((app.tab, app.tab_whole, app.cross.current), (Tab::CrossCheck, true, Some(Finding::Quote(0))));
}

#[test]
fn the_panel_says_what_the_others_have() {
    let mut harness = open(pier());
    let first = articles(harness.state_mut().app())[0];
    let at = ONE.find("We have").unwrap();
    act(&mut harness, Request::Select(at..at + 20));
    harness.get_by_role_and_label(Role::Heading, "The other articles");
    let told = harness.query_all_by_label_contains("looked at most bolts").map(|node| node.accesskit_node().role());
    assert_eq!(told.collect::<Vec<_>>(), [Role::Label, Role::Button], "the words, and what goes there");
    // Once linked, the annotation in hand shows its claim.
    act(&mut harness, Request::JudgeFinding(Finding::Quote(0), Some(Verdict::Disputed)));
    let annotation = harness.state_mut().app().session().project().article(first).unwrap().places().iter().next().unwrap().1;
    act(&mut harness, Request::GoTo(annotation));
    harness.get_by_role_and_label(Role::Heading, "In conflict");
}

#[test]
fn the_sections_are_chosen_by_click_and_the_overview_goes_to_a_place() {
    let mut harness = crossed();
    harness.get_by_role_and_label(Role::Tab, "Overview").click();
    settle(&mut harness);
    assert_eq!(harness.state_mut().app().cross.section, Section::Overview);
    let cells: Vec<String> = harness.query_all_by_role(Role::Cell).filter_map(|cell| cell.accesskit_node().label()).collect();
    assert_eq!(cells.len(), 2, "{cells:?}");
    harness.query_all_by_role(Role::Cell).next().unwrap().click();
    settle(&mut harness);
    assert!(harness.state_mut().app().selection.is_some());
}

#[test]
fn an_added_article_is_compared_by_itself() {
    let mut harness = crossed();
    act(&mut harness, Request::AddText(TWO.replace("small boats", "few boats")));
    let quotes = &harness.state_mut().app().cross.found.findings.quotes;
    assert_eq!(quotes.len(), 1);
    assert_eq!(quotes[0].members.len(), 3);
}

/// The cards that are painted: on the ground of a card, with its corners.
fn cards(harness: &Harness<'_, Stage>) -> Vec<egui::Rect> {
    fn add(shape: &egui::Shape, radius: egui::CornerRadius, found: &mut Vec<egui::Rect>) {
        match shape {
            egui::Shape::Vec(all) => all.iter().for_each(|shape| add(shape, radius, found)),
            egui::Shape::Rect(rect) if rect.corner_radius == radius && rect.rect.height() > 100.0 => found.push(rect.rect),
            _ => {}
        }
    }
    let radius = egui::CornerRadius::same(crate::ui::theme::size::CARD_RADIUS);
    let mut found = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| add(&clipped.shape, radius, &mut found));
    found
}

#[test]
fn cards_beside_each_other_are_equally_high_and_their_heads_are_one_line() {
    let speaker = "harbour master Wilhelmina Featherstonehaugh-Cholmondeley";
    let long = TWO
        .replace("harbour master Lena Orr", speaker)
        .replace("small boats,”", "small boats, and for large ones too once the beam is mended,”");
    let mut harness = open(with(&[&ONE.replace("harbour master Lena Orr", speaker), &long]));
    act(&mut harness, Request::Run(Command::CrossCheck));
    for zoom in [100, 120] {
        harness.state_mut().app().settings.zoom = zoom;
        settle(&mut harness);
        let cards = cards(&harness);
        assert!(cards.len() >= 2, "{zoom}: {cards:?}");
        assert!((cards[0].top() - cards[1].top()).abs() < 0.5 && (cards[0].bottom() - cards[1].bottom()).abs() < 0.5, "{zoom}: {cards:?}");
        for place in harness.query_all_by(|node| node.role() == Role::Button && node.label().is_some_and(|name| name.contains(" · ¶ "))) {
            let inside = cards.iter().any(|card| card.contains_rect(place.rect()));
            assert!(inside && place.rect().height() < 30.0, "{zoom}: {:?} in {cards:?}", place.rect());
        }
    }
}
