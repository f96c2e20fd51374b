//! The way through everything that the window can show: each command where it can run, and in what it opens each tab,
//! each menu and the rows of each list.

use std::collections::{BTreeMap, HashSet};

use egui::accesskit::{Action, ActionRequest, HasPopup, NodeId, TreeId};
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use factmark::app::command::{Command, Entry, Menu, TABLE, When};
use factmark::app::dialog::Dialog;
use factmark::app::filter::Filter;
use factmark::app::{Request, Tab};
use factmark::model::{AnnotationId, Blind, ProjectId};

use super::bench::Bench;
use super::rules::offences;

/// How many rows of one list are gone to.
const ROWS: usize = 12;

/// A way through the window, and what was found on it.
pub struct Walk {
    bench: Bench,
    sample: ProjectId,
    /// Each offence with the place where it was met first.
    pub found: BTreeMap<String, String>,
    /// What was opened, by place and name.
    opened: HashSet<(String, String)>,
    dialogs: HashSet<&'static str>,
    tabs: HashSet<&'static str>,
}

impl Walk {
    /// A window with the sample, in which somebody reviews who has not marked anything yet.
    pub fn new() -> Self {
        Self::sized(1440.0, 900.0)
    }

    /// The same in a window of another size, in points.
    pub fn sized(width: f32, height: f32) -> Self {
        let mut bench = Bench::sized(width, height);
        let mut found = BTreeMap::new();
        note(&bench, "the empty window", &mut found);
        bench.name("Ada Quist");
        note(&bench, "the empty window of somebody with a name", &mut found);
        bench.app_mut().act(Request::Run(Command::OpenSample));
        bench.settle();
        let sample = bench.app().session().project().id();
        let mut walk = Self { bench, sample, found, opened: HashSet::new(), dialogs: HashSet::new(), tabs: HashSet::new() };
        walk.look("the window");
        walk
    }

    /// Looks at each area of the window, and at each tab, where not all fit beside each other.
    pub fn through_all_areas(&mut self) {
        for command in TABLE.iter().map(|entry| entry.command).filter(|command| command.entry().menu == Menu::View) {
            if is_of_zoom(command) || !self.bench.app().can(command) {
                continue;
            }
            self.take_in_hand();
            self.run(command);
            self.look(command.entry().title);
            for area in 0..6 {
                self.run(Command::NextArea);
                self.note(&format!("{}, area {area}", command.entry().title));
            }
            self.restore();
        }
    }

    /// Runs every command, and looks at what it leads to.
    pub fn through_all_commands(&mut self) {
        self.context_menus();
        for entry in TABLE {
            self.prepare(entry);
            assert!(self.bench.app().can(entry.command), "“{}” cannot run where it was prepared: {:?}", entry.title, entry.when);
            self.bench.app_mut().act(Request::Run(entry.command));
            self.bench.settle();
            self.look(entry.title);
            self.restore();
        }
        self.merge_apart();
    }

    /// The menus at the pointer: of the article, and of a row in the list of articles.
    fn context_menus(&mut self) {
        self.take_in_hand();
        self.run(Command::GoToArticle);
        self.bench.press_with(Modifiers::SHIFT, Key::F10);
        assert!(egui::Popup::is_any_open(&self.bench.harness.ctx), "a key opens the menu at the caret");
        self.note("the menu at the caret");
        self.restore();
        let title = self.bench.article().title().to_owned();
        let is_row = |node: &AccessKitNode<'_>| node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with(&title));
        let row = self.bench.harness.query_all_by(is_row).next().expect("the open article is listed");
        row.click_secondary();
        self.bench.settle();
        assert!(egui::Popup::is_any_open(&self.bench.harness.ctx), "a press of the other button opens the menu of an article");
        self.note("the menu of an article");
        self.restore();
    }

    /// What no command opened.
    pub fn left_out(&self) -> Vec<&'static str> {
        let all = DIALOGS.iter().chain(TABS.iter()).copied();
        all.filter(|name| !self.dialogs.contains(name) && !self.tabs.contains(name)).collect()
    }

    /// Brings the window to where a command can run.
    fn prepare(&mut self, entry: &Entry) {
        match entry.when {
            When::Always | When::Articles | When::Article | When::OnePane | When::Writable | When::Annotations | When::Signable => {}
            When::TwoPanes => self.run(Command::OpenBeside),
            When::Selected | When::Selection => self.select(),
            When::Passage | When::Quotable | When::InHand => self.take_in_hand(),
            When::Undo | When::Unsaved => self.mark(),
            When::Redo => {
                self.mark();
                self.run(Command::Undo);
            }
            When::Hits => {
                let mut query = self.bench.app().find.query.clone();
                query.pattern = "bridge".to_owned();
                self.bench.app_mut().act(Request::Find(query, true));
            }
            When::Finding | When::TwoPlaces => {
                self.run(Command::CrossCheck);
                self.run(Command::NextFinding);
            }
            When::Hidden | When::HiddenInArticle => {
                self.take_in_hand();
                self.bench.app_mut().act(Request::SetBlind(Blind::Judgements));
            }
            When::Signed => {
                let article = self.bench.article().id;
                self.bench.app_mut().act(Request::SignOff(article, "The rest is for the desk.".to_owned()));
            }
        }
        self.bench.settle();
    }

    fn run(&mut self, command: Command) {
        self.bench.app_mut().act(Request::Run(command));
        self.bench.settle();
    }

    fn select(&mut self) {
        let range = 0..self.bench.article().title().len();
        self.bench.app_mut().act(Request::Select(range));
        self.bench.settle();
    }

    fn mark(&mut self) {
        self.select();
        self.run(Command::Verify);
    }

    /// The annotation that most was said of.
    fn take_in_hand(&mut self) {
        let project = self.bench.app().session().project();
        let said = |id: &AnnotationId| {
            project.annotation(*id).map_or(0, |annotation| annotation.judgements().map(|one| 1 + one.evidence().len()).sum())
        };
        let articles = project.articles();
        let all = articles.iter().flat_map(|article| article.places().iter()).map(|(_, id)| id);
        let id = all.max_by_key(said).expect("the sample has annotations");
        self.bench.app_mut().act(Request::GoTo(id));
        self.bench.settle();
    }

    /// Back to the sample as it was opened.
    fn restore(&mut self) {
        self.close();
        if self.bench.app().session().project().id() != self.sample {
            self.run(Command::OpenSample);
            self.sample = self.bench.app().session().project().id();
        }
        while self.bench.app().session().undo_label().is_some() {
            self.run(Command::Undo);
        }
        if self.bench.app().can(Command::CloseOther) {
            self.run(Command::CloseOther);
        }
        let app = self.bench.app_mut();
        (app.settings.articles, app.settings.panel, app.settings.tabs, app.tab_whole) = (true, true, true, false);
        app.settings.zoom = 100;
        app.act(Request::SetFilter(Filter::default()));
        app.act(Request::ShowTab(Tab::Annotations));
        self.bench.settle();
    }

    /// Closes what stands over the window.
    fn close(&mut self) {
        for _ in 0..6 {
            if self.bench.app().dialog.is_none() && !egui::Popup::is_any_open(&self.bench.harness.ctx) {
                break;
            }
            self.bench.press(Key::Escape);
        }
        self.bench.app_mut().dialog = None;
        self.bench.settle();
    }

    /// Looks at what is shown, opens each tab and each menu in it, and goes to the rows of its lists.
    fn look(&mut self, place: &str) {
        self.note(place);
        for (id, name) in self.nodes(|role, _| role == Role::Tab) {
            if self.opens(place, &name) {
                self.press(id);
                self.note(&format!("{place}, {name}"));
                self.look_at_rows(&format!("{place}, {name}"));
            }
        }
        self.look_at_rows(place);
        self.look_at_menus(place, &[]);
    }

    fn look_at_rows(&mut self, place: &str) {
        let is_row = |role, _| matches!(role, Role::Row | Role::ListBoxOption);
        for (id, name) in self.nodes(is_row).into_iter().take(ROWS) {
            if self.opens("a row", &name) && self.bench.app().dialog.is_none() {
                self.press(id);
                self.note(&format!("{place}, {name}"));
            }
        }
    }

    /// Opens what opens a menu, and what opens one in it; `path` are the menus that are open.
    fn look_at_menus(&mut self, place: &str, path: &[String]) {
        let dialog = self.bench.app().dialog.clone();
        for (_, name) in self.nodes(opens_menu) {
            if path.len() < 2 && self.opens("a menu", &name) {
                let path = [path, std::slice::from_ref(&name)].concat();
                self.open_menus(&path);
                assert!(egui::Popup::is_any_open(&self.bench.harness.ctx), "“{name}” says that it opens a menu, and does not");
                self.note(&format!("{place}, {name}"));
                self.look_at_menus(place, &path);
                self.open_menus(&[]);
                assert_eq!(self.bench.app().dialog, dialog);
            }
        }
    }

    /// Opens a menu, one in it, and so on; no other stays open.
    fn open_menus(&mut self, path: &[String]) {
        egui::Popup::close_all(&self.bench.harness.ctx);
        self.bench.settle();
        for name in path {
            let found = self.nodes(opens_menu).into_iter().find(|(_, other)| other == name);
            self.press(found.unwrap_or_else(|| panic!("the menu “{name}” of {path:?} has gone")).0);
        }
    }

    /// Whether this is met for the first time. Counts and what is chosen now do not make another thing of it.
    fn opens(&mut self, place: &str, name: &str) -> bool {
        let kind = name.split([':', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']).next().unwrap_or(name);
        self.opened.insert((place.to_owned(), kind.to_owned()))
    }

    fn nodes(&self, wanted: impl Fn(Role, Option<HasPopup>) -> bool) -> Vec<(NodeId, String)> {
        let all = self.bench.harness.root().children_recursive();
        let told = all.into_iter().map(|node| node.accesskit_node());
        let wanted = told.filter(|node| wanted(node.role(), node.has_popup()) && !node.is_disabled());
        wanted.map(|node| (node.locate().0, node.label().unwrap_or_default())).collect()
    }

    /// Clicks as a screen reader does.
    fn press(&mut self, target_node: NodeId) {
        let request = ActionRequest { action: Action::Click, target_tree: TreeId::ROOT, target_node, data: None };
        self.bench.harness.event(Event::AccessKitActionRequest(request));
        self.bench.settle();
    }

    fn note(&mut self, place: &str) {
        self.dialogs.extend(self.bench.app().dialog.as_ref().map(dialog_name));
        self.tabs.insert(tab_name(self.bench.app().tab));
        note(&self.bench, place, &mut self.found);
    }

    /// The one dialog that only a file from elsewhere opens.
    fn merge_apart(&mut self) {
        self.bench.app_mut().dialog = Some(Dialog::MergeApart { path: "another.factmark.ron".into(), shared: 2 });
        self.bench.settle();
        self.look("merging what was started apart");
        self.close();
    }
}

fn opens_menu(role: Role, popup: Option<HasPopup>) -> bool {
    role == Role::ComboBox || popup == Some(HasPopup::Menu)
}

fn is_of_zoom(command: Command) -> bool {
    matches!(command, Command::ZoomIn | Command::ZoomOut | Command::ZoomReset)
}

fn note(bench: &Bench, place: &str, found: &mut BTreeMap<String, String>) {
    for offence in offences(bench.harness.root().children_recursive()) {
        found.entry(offence).or_insert_with(|| place.to_owned());
    }
}

/// The names that [`dialog_name`] gives.
const DIALOGS: [&str; 19] = [
    "who reviews",
    "paste",
    "article",
    "project title",
    "blind",
    "reveal",
    "sign off",
    "redact",
    "evidence",
    "mark every",
    "export",
    "settings",
    "keys",
    "how to",
    "about",
    "palette",
    "unsaved",
    "merge apart",
    "typed path",
];

/// Tells dialogs apart. A new one belongs into [`DIALOGS`] too.
fn dialog_name(dialog: &Dialog) -> &'static str {
    match dialog {
        Dialog::Reviewer => "who reviews",
        Dialog::Paste => "paste",
        Dialog::Article(_) => "article",
        Dialog::ProjectTitle => "project title",
        Dialog::Blind => "blind",
        Dialog::Reveal(_) => "reveal",
        Dialog::SignOff { .. } => "sign off",
        Dialog::Redact(_) => "redact",
        Dialog::Evidence { .. } => "evidence",
        Dialog::MarkEvery { .. } => "mark every",
        Dialog::Export => "export",
        Dialog::Settings => "settings",
        Dialog::Keys => "keys",
        Dialog::HowTo => "how to",
        Dialog::About => "about",
        Dialog::Palette => "palette",
        Dialog::Unsaved(_) => "unsaved",
        Dialog::MergeApart { .. } => "merge apart",
        Dialog::TypedPath(_) => "typed path",
    }
}

/// The names that [`tab_name`] gives.
const TABS: [&str; 6] = ["annotations", "cross-check", "compare", "find", "summary", "history"];

/// Tells tabs apart. A new one belongs into [`TABS`] too.
fn tab_name(tab: Tab) -> &'static str {
    match tab {
        Tab::Annotations => "annotations",
        Tab::CrossCheck => "cross-check",
        Tab::Compare => "compare",
        Tab::Find => "find",
        Tab::Summary => "summary",
        Tab::History => "history",
    }
}
