//! The list of findings: headings with counts, and for each finding what differs and how it stands.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Id, Role, Stroke, Ui, pos2, vec2};

use super::super::line::{line, paint};
use super::super::rows::{Look, Source};
use super::standing::standing;
use super::{CrossState, words};
use crate::app::cross::{Finding, Row};
use crate::app::{App, Request};
use crate::model::Verdict;
use crate::text::diff::{Change, ChangeKind};
use crate::ui::article::one_line;
use crate::ui::parts::Inline;
use crate::ui::theme::{Tokens, fonts, signs, size, space};

/// The height of a row in points.
const ROW: f32 = 48.0;
/// No row lays out more characters.
const LONGEST: usize = 300;

/// Draws the list; gives back whether the person left it by Escape.
pub(super) fn list_ui(ui: &mut Ui, app: &App, state: &mut CrossState, send: &mut Vec<Request>) -> bool {
    let rows = app.cross.rows();
    if rows.is_empty() {
        empty_ui(ui, app);
        return false;
    }
    if state.current != app.cross.current {
        state.current = app.cross.current;
        let place = rows.iter().position(|row| row.finding().is_some() && row.finding() == state.current);
        if let Some(place) = place {
            state.rows.reveal(place);
        }
    }
    let look = Look { id: Id::unique("findings"), name: "Findings", roles: (Role::ListBox, Role::ListBoxOption), height: ROW };
    let before = state.rows.cursor;
    let asked = state.rows.show(ui, &look, &FindingRows { app, rows }, |_| {});
    // The arrows show what they come to at once: a finding is looked at, not gone to.
    let moved = (state.rows.cursor != before).then_some(state.rows.cursor);
    if let Some(finding) = asked.go_to.or(moved).and_then(|row| rows.get(row)?.finding())
        && app.cross.current != Some(finding)
    {
        send.push(Request::ShowFinding(finding));
    }
    asked.left
}

fn empty_ui(ui: &mut Ui, app: &App) {
    let dim = Tokens::of(ui.visuals()).dim;
    let words = if app.cross.running { "Comparing the articles…" } else { "Nothing found of this kind." };
    ui.add_space(space::LARGE);
    ui.horizontal(|ui| {
        ui.add_space(space::MEDIUM);
        ui.colored_label(dim, words);
    });
}

/// The rows of one section.
struct FindingRows<'a> {
    app: &'a App,
    rows: &'a [Row],
}

impl FindingRows<'_> {
    fn status(&self, finding: Finding) -> (String, Option<Verdict>, String) {
        let cards = self.app.cross.found.cards(finding);
        let extent = words::extent(&cards);
        let standing = standing(self.app, &cards);
        let project = self.app.session().project();
        let by: Vec<String> = standing.by.iter().map(|by| project.reviewer_name(*by)).collect();
        let said = match (standing.verdict, standing.linked) {
            (Some(verdict), _) => format!("{} by {}", verdict.label().to_lowercase(), by.join(", ")),
            (None, true) => "linked".to_owned(),
            (None, false) => "no verdict yet".to_owned(),
        };
        (extent, standing.verdict, said)
    }
}

impl Source for FindingRows<'_> {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn name(&self, row: usize) -> String {
        match self.rows.get(row) {
            Some(Row::Heading(words, count)) => format!("{words}, {count}"),
            Some(Row::Finding(finding)) => {
                let cards = self.app.cross.found.cards(*finding);
                let text = words::plain(self.app, *finding, &cards);
                let (extent, _, said) = self.status(*finding);
                let text: String = text.chars().take(LONGEST).collect();
                format!("{}: {text}; {extent}, {said}", self.app.cross.found.title(*finding))
            }
            None => String::new(),
        }
    }

    fn is_current(&self, row: usize) -> bool {
        let finding = self.rows.get(row).and_then(Row::finding);
        finding.is_some() && finding == self.app.cross.current
    }

    fn row_ui(&self, ui: &mut Ui, row: usize) {
        let (rect, tokens) = (ui.max_rect().shrink2(vec2(space::MEDIUM, 6.0)), Tokens::of(ui.visuals()));
        match self.rows.get(row) {
            Some(Row::Heading(words, count)) => {
                let words = format!("{} · {count}", words.to_uppercase());
                let galley = line(ui, [(words.as_str(), fonts::semibold(size::CAPS), tokens.dim)], rect.width());
                ui.painter().galley(pos2(rect.left(), rect.bottom() - galley.size().y), galley, tokens.dim);
            }
            Some(Row::Finding(finding)) => {
                let cards = self.app.cross.found.cards(*finding);
                let job = job(&words::row(self.app, *finding, &cards), matches!(finding, Finding::Quote(_)), tokens);
                let galley = one_line(ui, job, rect.width());
                ui.painter().galley(rect.min, galley, tokens.text);
                let (extent, verdict, said) = self.status(*finding);
                let small = fonts::sans(size::SECONDARY);
                let lower = egui::Rect::from_min_max(pos2(rect.left(), rect.bottom() - 17.0), rect.max);
                let start = Inline::new().words(ui, format!("{extent} · "), small.clone(), tokens.dim);
                start.paint(ui.painter(), lower.left_center());
                let mut left = lower.left() + start.size().x;
                let colour = if verdict.is_some() { tokens.verdict(verdict).text } else { tokens.dim };
                if verdict.is_some() {
                    let square = egui::Rect::from_center_size(pos2(left + 5.0, lower.center().y), vec2(9.0, 9.0));
                    ui.painter().add(signs::sign(verdict, square, colour));
                    left += 14.0;
                }
                paint(ui, egui::Rect::from_min_max(pos2(left, lower.top()), lower.max), [(said.as_str(), small, colour)]);
            }
            None => {}
        }
    }
}

/// The pieces of a row in one line; quotes stand in quotation marks.
fn job(pieces: &[Change], quoted: bool, tokens: &Tokens) -> LayoutJob {
    let mut job = LayoutJob::default();
    let plain = |colour: Color32| TextFormat::simple(fonts::sans(size::INTERFACE), colour);
    let mut left = LONGEST;
    if quoted {
        job.append("“", 0.0, plain(tokens.text));
    }
    for piece in pieces {
        let words: String = piece.text.chars().take(left).collect();
        left -= words.chars().count();
        let words = if quoted && job.sections.len() == 1 { words.trim_start_matches(['“', '"', '„', '«', '»']) } else { &words };
        let format = match piece.kind {
            ChangeKind::Same => plain(tokens.text),
            ChangeKind::Removed => {
                let colour = tokens.verdict(Some(Verdict::Erroneous)).text;
                TextFormat { strikethrough: Stroke::new(1.0, colour), ..plain(colour) }
            }
            ChangeKind::Added => {
                let colour = tokens.verdict(Some(Verdict::Verified)).text;
                TextFormat::simple(fonts::semibold(size::INTERFACE), colour)
            }
        };
        let parted = job.text.ends_with(char::is_whitespace) || job.text.is_empty();
        let lead = if piece.kind == ChangeKind::Added && !parted && words.starts_with(char::is_alphanumeric) { 3.0 } else { 0.0 };
        job.append(words, lead, format);
    }
    if quoted {
        job.append("”", 0.0, plain(tokens.text));
    }
    job
}
