#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::Toggled;
use egui::{CentralPanel, Panel, Role, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::*;
use crate::app::command::{Command, Menu, TABLE};
use crate::app::edits::Judging;
use crate::app::notices::Weight;
use crate::app::settings::Recent;
use crate::app::{App, Surroundings};
use crate::model::{AnnotationId, ReviewerId, Verdict};
use crate::ui::panel::{PanelState, panel_ui};
use crate::ui::{keys, theme};

const MILL: &str =
    "The mill on the Arle\nThe old mill closed in 1987. Ida Brook sold it to the town for 40,000 euros. The roof fell in last winter.";
const WEIR: &str = "A weir is repaired\nThe weir was built in 1911. Its repair cost the county 2 million euros and took nine weeks.";

/// The program with the parts around the page, its requests answered as the window answers them, and all of them kept.
pub(in crate::ui) struct Bench {
    pub(in crate::ui) app: App,
    shell: ShellState,
    panel: PanelState,
    pub(in crate::ui) sent: Vec<Request>,
    /// The byte over which the menu at the pointer is opened in the next frame.
    menu_at: Option<usize>,
    ready: bool,
}

impl Bench {
    /// No articles, and nobody who reviews.
    pub(in crate::ui) fn empty() -> Self {
        Self::with(App::new(Surroundings::fixed(1_795_338_720_000), Arc::new(|| {})))
    }

    /// A program as it is.
    pub(in crate::ui) fn with(app: App) -> Self {
        Self { app, shell: ShellState::default(), panel: PanelState::default(), sent: Vec::new(), menu_at: None, ready: false }
    }

    /// Two articles, reviewed by Ada.
    pub(in crate::ui) fn of_ada() -> Self {
        Self::of(Self::empty().app)
    }

    /// The same in a program of one's own making.
    pub(in crate::ui) fn of(app: App) -> Self {
        let mut bench = Self::with(app);
        bench.app.settings.name = "Ada Quill".into();
        for text in [MILL, WEIR] {
            bench.app.act(Request::AddText(text.into()));
            assert!(bench.app.settle(Duration::from_secs(20)));
        }
        let first = bench.app.session().project().articles()[0].id;
        bench.app.act(Request::ShowArticle(first));
        bench
    }

    /// Marks words of the open article as whoever reviews; they are in hand then.
    pub(in crate::ui) fn mark(&mut self, words: &str, verdict: Option<Verdict>) -> AnnotationId {
        let start = self.app.session().project().article(self.app.article.unwrap()).unwrap().text().find(words).unwrap();
        self.app.act(Request::Select(start..start + words.len()));
        self.app.act(Request::Run(Command::ToCheck));
        let id = self.app.in_hand.unwrap();
        if verdict.is_some() {
            self.app.act(Request::Judge(id, Judging::verdict(verdict)));
        }
        id
    }

    /// Somebody else goes on.
    pub(in crate::ui) fn becomes(&mut self, name: &str) -> ReviewerId {
        let known = self.app.session().project().reviewers().find(|reviewer| reviewer.name() == name).map(|reviewer| reviewer.id);
        self.app.act(known.map_or_else(|| Request::BecomeNew(name.into()), Request::Become));
        self.app.by().unwrap()
    }

    fn frame(&mut self, ui: &mut Ui) {
        if !std::mem::replace(&mut self.ready, true) {
            theme::style::install(ui.ctx());
            return;
        }
        self.app.poll();
        let mut send = Vec::new();
        let Self { app, shell, panel, menu_at, .. } = self;
        keys::shortcuts(ui.ctx(), app, &mut send);
        Panel::top("top").exact_size(38.0).show(ui, |ui| top_bar_ui(ui, app, shell, &mut send));
        Panel::bottom("bottom").exact_size(26.0).show(ui, |ui| status_bar_ui(ui, app, &mut send));
        bars_ui(ui, app, &mut send);
        if app.session().project().articles().is_empty() {
            CentralPanel::default().show(ui, |ui| empty_ui(ui, app, shell, &mut send));
        } else {
            Panel::left("articles").exact_size(248.0).show(ui, |ui| articles_ui(ui, app, shell, &mut send));
            if app.settings.panel {
                Panel::right("panel").exact_size(348.0).show(ui, |ui| panel_ui(ui, app, panel, &mut send));
            }
            CentralPanel::default().show(ui, |ui| {
                let page = ui.max_rect();
                if app.selection.is_some() {
                    verdict_bar_ui(ui, app, Rect::from_min_size(page.min, egui::vec2(90.0, 20.0)), page, &mut send);
                }
                if let Some(byte) = menu_at.take() {
                    open_context_menu(ui, page.center(), byte);
                }
                context_menu_ui(ui, app, &mut send);
            });
        }
        notices_ui(ui, app, shell, &mut send);
        for request in send {
            self.sent.push(request.clone());
            self.app.act(request);
        }
    }

    /// In a window.
    pub(in crate::ui) fn shown(self) -> Harness<'static, Self> {
        let builder = Harness::builder().with_size([1280.0, 860.0]).with_max_steps(12);
        let mut harness = builder.build_ui_state(|ui, bench: &mut Self| bench.frame(ui), self);
        harness.run();
        harness
    }

    /// Whether such a request was sent.
    pub(in crate::ui) fn has_sent(&self, wanted: impl Fn(&Request) -> bool) -> bool {
        self.sent.iter().any(wanted)
    }
}

fn toggled(harness: &Harness<'_, Bench>, name: &str) -> bool {
    harness.get_by_label(name).accesskit_node().toggled() == Some(Toggled::True)
}

#[test]
fn every_command_stands_under_its_menu() {
    let mut bench = Bench::of_ada();
    bench.mark("1987", Some(Verdict::Erroneous));
    bench.app.settings.recent = vec![Recent { path: "there/harvest.factmark.ron".into(), title: "Harvest".into() }];
    let undo = format!("Undo: {}", bench.app.session().undo_label().unwrap());
    let mut harness = bench.shown();
    for menu in Menu::ALL {
        harness.get_by_role_and_label(Role::Button, menu.label()).click();
        harness.run();
        for entry in TABLE {
            let title = if entry.command == Command::Undo { undo.as_str() } else { entry.title };
            let shown = harness.query_by_role_and_label(Role::MenuItem, title).is_some();
            assert_eq!(shown, entry.menu == menu, "{title} under {}", menu.label());
        }
        assert_eq!(harness.query_by_label("Harvest").is_some(), menu == Menu::File);
        harness.key_press(egui::Key::Escape);
        harness.run();
    }
    harness.get_by_role_and_label(Role::Button, "File").click();
    harness.run();
    harness.get_by_label("Harvest").click();
    harness.run();
    assert!(harness.state().has_sent(|request| matches!(request, Request::OpenProject(path) if path.ends_with("harvest.factmark.ron"))));
}

#[test]
fn a_command_that_cannot_run_is_greyed_and_one_that_can_is_sent() {
    let mut harness = Bench::of_ada().shown();
    harness.get_by_role_and_label(Role::Button, "Review").click();
    harness.run();
    assert!(harness.get_by_role_and_label(Role::MenuItem, "Verified").accesskit_node().is_disabled());
    harness.get_by_role_and_label(Role::MenuItem, "Next unchecked sentence").click_accesskit();
    harness.run();
    assert!(harness.state().has_sent(|request| matches!(request, Request::Run(Command::NextUnchecked))));
    assert!(harness.query_by_role_and_label(Role::MenuItem, "Next unchecked sentence").is_none(), "the menu closes");
}

#[test]
fn a_row_opens_its_article_and_says_how_it_stands() {
    let mut bench = Bench::of_ada();
    bench.mark("1987", Some(Verdict::Erroneous));
    bench.mark("Ida Brook", Some(Verdict::Verified));
    let mut harness = bench.shown();
    assert!(toggled(&harness, "The mill on the Arle, 27 words, 1 verified, 1 erroneous, 66 % done"));
    let other = "A weir is repaired, 22 words, not started, 0 % done";
    assert!(!toggled(&harness, other));
    harness.get_by_label(other).click();
    harness.run();
    assert!(toggled(&harness, other));
    let open = harness.state().app.article;
    assert_eq!(open, Some(harness.state().app.session().project().articles()[1].id));
}

#[test]
fn an_articles_menu_leads_to_its_details_and_takes_it_out() {
    let mut harness = Bench::of_ada().shown();
    let other = "A weir is repaired, 22 words, not started, 0 % done";
    harness.get_by_label(other).click_secondary();
    harness.run();
    harness.get_by_label(Command::RemoveArticle.entry().title).click();
    harness.run();
    assert_eq!(harness.state().app.session().project().articles().len(), 1);
}

#[test]
fn of_many_articles_only_those_that_show_are_drawn() {
    let mut bench = Bench::of_ada();
    for n in 0..150 {
        bench.app.act(Request::AddText(format!("Report {n}\nOn day {n} the river rose by {n} centimetres.")));
    }
    assert!(bench.app.settle(Duration::from_secs(60)));
    assert_eq!(bench.app.session().project().articles().len(), 152);
    let harness = bench.shown();
    let rows = harness.query_all_by_label_contains("not started").count();
    assert!((3..30).contains(&rows), "{rows}");
}

#[test]
fn a_filter_switch_hides_a_verdict_and_shows_it_again() {
    let mut bench = Bench::of_ada();
    bench.mark("1987", Some(Verdict::Erroneous));
    let mut harness = bench.shown();
    for on in [false, true] {
        harness.get_by_label("Erroneous, 1").click();
        harness.run();
        assert_eq!(harness.state().app.filter.erroneous, on);
        assert_eq!(toggled(&harness, "Erroneous, 1"), on);
    }
    assert!(harness.query_by_label_contains("Only disagreements").is_none());
    harness.get_by_label("Kind: all").click();
    harness.run();
    harness.get_by_label("Figure").click();
    harness.run();
    assert_eq!(harness.state().app.filter.kind, Some(crate::model::Kind::Figure));
    harness.get_by_label("Kind: figure");
}

#[test]
fn disagreements_can_be_shown_alone_and_by_reviewer() {
    let mut bench = Bench::of_ada();
    let id = bench.mark("1987", Some(Verdict::Erroneous));
    let ben = bench.becomes("Ben Orr");
    bench.app.act(Request::Judge(id, Judging::verdict(Some(Verdict::Verified))));
    let mut harness = bench.shown();
    harness.get_by_label("2 reviewers · 1 disagreement");
    harness.get_by_label("Only disagreements, 1").click();
    harness.run();
    assert!(harness.state().app.filter.disagreements);
    harness.get_by_label("Reviewers: all").click();
    harness.run();
    harness.get_by_label("Ben Orr").click();
    harness.run();
    assert_eq!(harness.state().app.filter.reviewer, Some(ben));
}

#[test]
fn the_status_says_what_has_become_of_the_work() {
    let folder = tempfile::tempdir().unwrap();
    let kept = |bench: &Bench| status_bar::kept_words(&bench.app);
    let mut bench = Bench::empty();
    assert_eq!(kept(&bench), "Nothing to save yet");
    bench = Bench::of_ada();
    assert_eq!(kept(&bench), "Not saved yet");
    let path = folder.path().join("mill.factmark.ron");
    let ask = crate::app::dialog::Ask { purpose: crate::app::dialog::Purpose::SaveProject, name: String::new(), folder: None };
    bench.app.act(Request::Chosen(ask, vec![path]));
    assert_eq!(kept(&bench), "Saving…");
    assert!(bench.app.settle(Duration::from_secs(20)));
    assert_eq!(kept(&bench), "Saved");
    bench.mark("1987", None);
    assert_eq!(kept(&bench), "Unsaved changes");
    let harness = bench.shown();
    harness.get_by_label("Unsaved changes");
    harness.get_by_label("2 articles, unsaved changes");
}

#[test]
fn the_empty_window_offers_every_way_to_begin() {
    for command in [Command::AddArticles, Command::PasteArticle, Command::Open, Command::OpenSample] {
        let mut harness = Bench::empty().shown();
        harness.get_by_role_and_label(Role::Button, command.entry().title).click();
        harness.run_ok();
        assert!(harness.state().has_sent(|request| matches!(request, Request::Run(sent) if *sent == command)), "{command:?}");
    }
}

#[test]
fn the_empty_window_asks_for_a_name_once() {
    let mut harness = Bench::empty().shown();
    harness.get_by_role_and_label(Role::TextInput, "Your name").click();
    harness.run();
    harness.get_by_role(Role::TextInput).type_text("Ada Quill");
    harness.run();
    harness.get_by_label("Keep").click();
    harness.run();
    assert_eq!(harness.state().app.settings.name, "Ada Quill");
    assert!(harness.query_by_label("Keep").is_none());
}

#[test]
fn notices_can_be_closed_and_those_of_something_done_go_by_themselves() {
    let mut bench = Bench::empty();
    bench.app.tell(Weight::Done, "Saved");
    bench.app.tell(Weight::Failed, "The disk is full.");
    let mut harness = bench.shown();
    harness.get_by_role_and_label(Role::Alert, "The disk is full.");
    harness.run_steps(6);
    assert!(harness.query_by_label("Saved").is_none());
    harness.get_by_label("Close the notice").click();
    harness.run();
    assert!(harness.query_by_label("The disk is full.").is_none());
}

#[test]
fn the_verdict_bar_judges_and_leaves_the_focus_where_it_was() {
    let mut bench = Bench::of_ada();
    bench.app.settings.panel = false;
    bench.app.act(Request::Select(21..40));
    let mut harness = bench.shown();
    harness.get_by_label("Zoom 100 %").focus();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Disputed").click();
    harness.run();
    let app = &harness.state().app;
    let judged = app.in_hand.and_then(|id| app.session().project().annotation(id)).unwrap();
    assert_eq!(judged.standing().verdict, Some(Verdict::Disputed));
    assert!(harness.get_by_label("Zoom 100 %").is_focused());
}

#[test]
fn numbers_are_spelled_with_commas() {
    for (number, spelled) in [(0, "0"), (999, "999"), (1012, "1,012"), (1_234_567, "1,234,567")] {
        assert_eq!(thousands(number), spelled);
    }
    assert_eq!((counted(1, "word", "words"), counted(2, "word", "words")), ("1 word".into(), "2 words".into()));
}

#[test]
fn files_held_over_the_window_are_answered() {
    for (bench, said) in [(Bench::empty(), "Let go to add them"), (Bench::of_ada(), "Drop to add")] {
        let mut harness = bench.shown();
        assert!(harness.query_by_label(said).is_none());
        harness.input_mut().hovered_files.push(egui::HoveredFile::default());
        harness.step();
        assert!(harness.query_by_label(said).is_some(), "{said}");
    }
}

#[test]
fn the_menu_at_the_pointer_offers_what_can_be_done_there() {
    let mut bench = Bench::of_ada();
    bench.app.settings.panel = false;
    let article = bench.app.article.unwrap();
    bench.app.act(Request::Dismiss(article, 21..49, crate::model::Reason::NothingToCheck));
    bench.menu_at = Some(30);
    let mut harness = bench.shown();
    assert!(harness.query_by_role_and_label(Role::MenuItem, "Verified").is_none(), "nothing is selected");
    harness.get_by_role_and_label(Role::MenuItem, "Next unchecked sentence");
    harness.get_by_label("Bring back into the review (nothing to check)").click();
    harness.run();
    let app = &harness.state().app;
    assert_eq!(app.session().project().article(article).unwrap().dismissals().count(), 0);
}
