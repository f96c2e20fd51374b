//! What the other articles say of the annotation or sentence in hand: the findings that touch it, and the claim that it is linked to.

use std::ops::Range;

use egui::{RichText, Sense, Ui};

use crate::app::announce::short;
use crate::app::cross::Finding;
use crate::app::{App, Request};
use crate::model::{AnnotationId, Article, ArticleId};
use crate::text::position::slice;
use crate::text::sentence::sentence_at;
use crate::ui::article::{label_ui, words_ui};
use crate::ui::parts;
use crate::ui::theme::{Tokens, fonts, size, space, style};

/// No more findings are shown, and no more places of each.
const FINDINGS: usize = 4;
const PLACES: usize = 5;
/// How many characters of a place show.
const WORDS: usize = 220;
/// How many of them a screen reader says with the button that goes there.
const SPOKEN: usize = 80;

/// The selection, else the sentence at the caret.
pub(super) fn at_hand(app: &App) -> Option<(ArticleId, Range<usize>)> {
    let id = app.article?;
    let text = app.article_of(id)?.text();
    Some((id, app.selection.clone().unwrap_or_else(|| sentence_at(text, app.caret))))
}

/// The findings that touch a stretch, each with its other places.
pub(super) fn elsewhere_ui(ui: &mut Ui, app: &App, article: ArticleId, range: Range<usize>, send: &mut Vec<Request>) {
    let mut findings: Vec<Finding> = app.cross.found.touching(article, range.clone()).into_iter().map(|(_, finding)| finding).collect();
    // What differs comes first; the same wording last.
    findings.sort_by_key(|finding| (!app.cross.found.is_notable(*finding), *finding));
    findings.dedup();
    if findings.is_empty() {
        return;
    }
    ui.add_space(space::TINY);
    parts::caps_heading(ui, "The other articles");
    for finding in findings.iter().take(FINDINGS) {
        ui.push_id(finding, |ui| finding_ui(ui, app, *finding, article, &range, send));
    }
    if findings.len() > FINDINGS {
        ui.weak(format!("and {} more findings", findings.len() - FINDINGS));
    }
}

fn finding_ui(ui: &mut Ui, app: &App, finding: Finding, article: ArticleId, here: &Range<usize>, send: &mut Vec<Request>) {
    let found = &app.cross.found;
    parts::card(ui, |ui| {
        let title = found.title(finding);
        if parts::link_button(ui, title).on_hover_text("Open it in the cross-check.").clicked() {
            send.push(Request::OpenFinding(finding));
        }
        let cards = found.cards(finding);
        let places = cards.iter().flat_map(|card| card.places.iter().map(move |place| (&card.label, place)));
        let is_here = |(id, range): &(ArticleId, Range<usize>)| *id == article && range.start < here.end && here.start < range.end;
        let others: Vec<_> = places.filter(|(_, place)| !is_here(place)).collect();
        for (label, (id, range)) in others.iter().take(PLACES) {
            let Some(other) = app.article_of(*id) else { continue };
            let named = matches!(finding, Finding::Name(_) | Finding::Figure(_)).then_some(label.as_str());
            ui.push_id((id, range.start), |ui| {
                if place_ui(ui, other, range, named) {
                    send.push(Request::GoToPlace(*id, range.clone()));
                }
            });
        }
        if others.len() > PLACES {
            ui.weak(format!("and {} more places", others.len() - PLACES));
        }
    });
}

/// One place: its words, and under them where it is, to be pressed.
fn place_ui(ui: &mut Ui, article: &Article, range: &Range<usize>, label: Option<&str>) -> bool {
    if let Some(label) = label {
        label_ui(ui, RichText::new(label).font(fonts::semibold(size::INTERFACE)));
    }
    // A name or a figure is a word or two: its sentence says what of.
    let range = if label.is_some() { sentence_at(article.text(), range.start) } else { range.clone() };
    let words: String = slice(article.text(), range.clone()).chars().take(WORDS).collect();
    let cut = if words.len() < range.len() { "…" } else { "" };
    words_ui(ui, &format!("{words}{cut}"), style::quote(), Sense::hover());
    let name = if article.outlet().is_empty() { article.title() } else { article.outlet() };
    let name: String = name.chars().take(60).collect();
    parts::link_button(ui, &name).on_hover_text("Go to this place.").accessible_name(format!("{name}: {}", short(&words, SPOKEN))).clicked()
}

/// The other annotations that are linked with this one: one claim with its places in every article.
pub(super) fn linked_ui(ui: &mut Ui, app: &App, annotation: AnnotationId, send: &mut Vec<Request>) {
    let project = app.session().project();
    for link in project.links().filter(|link| link.members().contains(&annotation)) {
        let others: Vec<AnnotationId> = link.members().iter().copied().filter(|member| *member != annotation).collect();
        let shown: Vec<_> = others.iter().filter_map(|id| project.annotation(*id)).filter(|other| project.is_shown(other)).collect();
        if shown.is_empty() {
            continue;
        }
        ui.add_space(space::TINY);
        ui.horizontal(|ui| {
            parts::caps_heading(ui, link.relation().label());
            let remove = ui.add_enabled_ui(!app.session().read_only, |ui| parts::close_button(ui, "Remove the link")).inner;
            if remove.on_hover_text("Remove the link. The annotations stay.").clicked() {
                send.push(Request::Hide(crate::model::Target::Link(link.id), true));
            }
        });
        for other in shown.iter().take(PLACES) {
            let Some((passage, verdict)) = other.passage().map(|passage| (passage, other.standing().verdict)) else { continue };
            ui.push_id(other.id, |ui| {
                parts::card(ui, |ui| {
                    parts::verdict_word(ui, verdict);
                    let words: String = passage.words.chars().take(WORDS).collect();
                    words_ui(ui, &words, style::quote(), Sense::hover());
                    let article = project.article(passage.article);
                    let name = article.map_or("", |article| if article.outlet().is_empty() { article.title() } else { article.outlet() });
                    let name: String = name.chars().take(60).collect();
                    let button = parts::link_button(ui, &name).on_hover_text("Go to this annotation.");
                    if button.accessible_name(format!("{name}: {}", short(&words, SPOKEN))).clicked() {
                        send.push(Request::GoTo(other.id));
                    }
                });
            });
        }
        if shown.len() > PLACES {
            ui.colored_label(Tokens::of(ui.visuals()).dim, format!("and {} more", shown.len() - PLACES));
        }
    }
}
