//! The list of disagreements: headings with counts, and for each the words and who says what.

use egui::{Id, Rect, Role, Ui, pos2, vec2};

use super::super::line::{line, paint};
use super::super::rows::{Look, Rows, Source};
use crate::app::compare::Row;
use crate::app::{App, Request};
use crate::crosscheck::disagreement::{Disagreement, settled};
use crate::model::{AnnotationId, ArticleId, ReviewerId, Verdict};
use crate::ui::article::label_ui;
use crate::ui::parts::Inline;
use crate::ui::theme::{Tokens, fonts, signs, size, space};

/// The height of a row in points.
const ROW: f32 = 48.0;
/// No row shows more characters.
const LONGEST: usize = 300;
/// No row names more reviewers.
const NAMED: usize = 4;

/// Draws the list; gives back whether the person left it by Escape.
pub(super) fn list_ui(ui: &mut Ui, app: &App, state: &mut Rows, shown: &mut Option<AnnotationId>, send: &mut Vec<Request>) -> bool {
    let rows = app.compare.rows();
    if rows.is_empty() {
        empty_ui(ui, app);
        return false;
    }
    let current = app.compare.current_id();
    if *shown != current {
        *shown = current;
        if let Some(row) = app.compare.current_row() {
            state.reveal(row);
        }
    }
    let look = Look { id: Id::unique("disagreements"), name: "Disagreements", roles: (Role::ListBox, Role::ListBoxOption), height: ROW };
    let before = state.cursor;
    let asked = state.show(ui, &look, &DisagreementRows { app, rows }, |_| {});
    // The arrows show what they come to at once: a disagreement is looked at, not gone to.
    let moved = (state.cursor != before).then_some(state.cursor);
    let id = asked.go_to.or(moved).and_then(|row| app.compare.found.id_of(*rows.get(row)?));
    if let Some(id) = id.filter(|id| Some(*id) != current) {
        send.push(Request::ShowDisagreement(id));
    }
    asked.left
}

fn empty_ui(ui: &mut Ui, app: &App) {
    let words = match app.compare.is_made() {
        false => "Comparing the reviewers…",
        true if app.compare.found.is_empty() => "No disagreements.",
        true => "No disagreement of this kind passes the filter.",
    };
    ui.add_space(space::LARGE);
    ui.horizontal(|ui| {
        ui.add_space(space::MEDIUM);
        label_ui(ui, egui::RichText::new(words).color(Tokens::of(ui.visuals()).dim));
    });
}

struct DisagreementRows<'a> {
    app: &'a App,
    rows: &'a [Row],
}

impl DisagreementRows<'_> {
    fn one(&self, row: usize) -> Option<&(ArticleId, Disagreement)> {
        match self.rows.get(row)? {
            Row::One(place) => self.app.compare.found.get(*place),
            Row::Heading(..) => None,
        }
    }

    /// The words of the first annotation.
    fn words(&self, one: &Disagreement) -> String {
        let project = self.app.session().project();
        let first = one.annotations.iter().filter_map(|id| project.annotation(*id)?.passage()).next();
        first.map(|passage| passage.words.chars().take(LONGEST).collect()).unwrap_or_default()
    }

    /// Who says what now; all that is left of a settled one is its ruling.
    fn said(&self, one: &Disagreement) -> Vec<(String, Option<Verdict>)> {
        let project = self.app.session().project();
        if let Some(ruling) = settled(project, &one.annotations).and_then(|id| project.annotation(id)?.ruling()) {
            return vec![("settled".to_owned(), ruling.verdict())];
        }
        let verdict = |id: Option<AnnotationId>, by: ReviewerId| project.annotation(id?)?.judgement(by)?.verdict();
        one.voices.iter().take(NAMED).map(|voice| (self.short(voice.by), verdict(voice.judged, voice.by))).collect()
    }

    /// “you”, else the initials.
    fn short(&self, by: ReviewerId) -> String {
        let project = self.app.session().project();
        if Some(by) == self.app.by() { "you".to_owned() } else { project.reviewer_initials(by) }
    }
}

impl Source for DisagreementRows<'_> {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn name(&self, row: usize) -> String {
        if let Some(Row::Heading(words, count)) = self.rows.get(row) {
            return format!("{words}, {count}");
        }
        let Some((_, one)) = self.one(row) else { return String::new() };
        let differences: Vec<&str> = one.differences.iter().map(|difference| difference.label()).collect();
        let said: Vec<String> =
            self.said(one).into_iter().map(|(who, verdict)| format!("{who} {}", signs::name(verdict).to_lowercase())).collect();
        format!("{}: {}; {}", differences.join(", "), self.words(one), said.join(", "))
    }

    fn is_current(&self, row: usize) -> bool {
        self.app.compare.current_id().is_some_and(|id| self.one(row).is_some_and(|(_, one)| one.annotations.contains(&id)))
    }

    fn row_ui(&self, ui: &mut Ui, row: usize) {
        let (rect, tokens) = (ui.max_rect().shrink2(vec2(space::MEDIUM, 6.0)), Tokens::of(ui.visuals()));
        if let Some(Row::Heading(words, count)) = self.rows.get(row) {
            let words = format!("{} · {count}", words.to_uppercase());
            let galley = line(ui, [(words.as_str(), fonts::semibold(size::CAPS), tokens.dim)], rect.width());
            ui.painter().galley(pos2(rect.left(), rect.bottom() - galley.size().y), galley, tokens.dim);
            return;
        }
        let Some((article, one)) = self.one(row) else { return };
        let upper = Rect::from_min_max(rect.min, pos2(rect.right(), rect.top() + 18.0));
        paint(ui, upper, [(self.words(one).as_str(), fonts::sans(size::INTERFACE), tokens.text)]);
        let small = fonts::sans(size::SECONDARY);
        let mut said = Inline::new();
        for (who, verdict) in self.said(one) {
            let colour = if verdict.is_some() { tokens.verdict(verdict).text } else { tokens.dim };
            said = said.sign(verdict, 9.0, colour).words(ui, who, small.clone(), colour).gap(space::SMALL);
        }
        let lower = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 17.0), rect.max);
        said.paint(ui.painter(), lower.left_center());
        let title =
            self.app.article_of(*article).map(|article| if article.outlet().is_empty() { article.title() } else { article.outlet() });
        let rest = Rect::from_min_max(pos2((lower.left() + said.size().x).min(lower.right()), lower.top()), lower.max);
        paint(ui, rest, [(title.unwrap_or_default(), small, tokens.dim)]);
    }
}
