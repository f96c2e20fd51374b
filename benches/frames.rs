//! What a frame costs, without a window: the whole window and the article view alone, for articles of 5 kB to 50 MB.
//!
//! Each article is opened in a process of its own. In it every frame is timed: scrolling, jumping to random annotations,
//! marking passages, typing into the filter and into the search. Odd articles, which could hold it up, follow. Times are of the processor and of the interface thread alone, from
//! the input to the meshes for the graphics card. Nothing is asserted.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::disallowed_methods)]

mod generator;
mod measure;

use std::ops::Range;
use std::path::Path;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use egui::{CentralPanel, Event, Key, Modifiers, Ui};
use factmark::app::command::Command;
use factmark::app::edits::{Judging, mark};
use factmark::app::filter::Filter;
use factmark::app::{Request, Surroundings, Tab};
use factmark::model::{Annotation, AnnotationId, Article, ArticleId, Clock, Project, Replica, ReviewerId, Verdict};
use factmark::storage::{Progress, load};
use factmark::text::find::Query;
use factmark::ui::article::{ArticleView, Face, Header, Page, article_ui};
use factmark::ui::{Window, theme};
use generator::{Chance, Plan, Shape, passage};
use measure::headless::{Frame, Headless, PAGE, button, key, pointer, program, wheel};
use measure::memory::{forget_peak, megabytes, memory};
use measure::time::{cpu, millis, percentiles, seconds};

/// The articles: a name, bytes and annotations.
const SIZES: [(&str, Plan); 5] = [
    ("5 kB/100", Plan::article(5_000, 100)),
    ("100 kB/1,000", Plan::article(100_000, 1_000)),
    ("1 MB/10,000", Plan::article(1_000_000, 10_000)),
    ("5 MB/50,000", Plan::article(5_000_000, 50_000)),
    ("50 MB/100,000", Plan::article(50_000_000, 100_000)),
];
/// The articles that could hold it up.
const ODD: [(&str, Plan); 5] = [
    ("50 MB in one line", Plan::odd(50_000_000, 1_000, Shape::Paragraphs(usize::MAX))),
    ("5 MB in one line", Plan::odd(5_000_000, 1_000, Shape::Paragraphs(usize::MAX))),
    ("paragraphs of 500 kB", Plan::odd(5_000_000, 1_000, Shape::Paragraphs(500_000))),
    ("1 MB of combining marks", Plan::odd(1_000_000, 0, Shape::Marks)),
    ("10,000 in one place", Plan::odd(100_000, 10_000, Shape::Heap)),
];
const SCROLLED: usize = 1_000;
const JUMPS: usize = 200;
const MARKED: usize = 50;
/// From how many places steps are taken, and a selection grows.
const STEPPED: usize = 20;
/// How many words are typed into the filter, and how many into the search.
const TYPED: usize = 20;
/// How many frames are timed after a jump or a mark: its own, and what comes of it.
const AFTER: usize = 4;
/// How far the wheel goes in each frame, in points.
const TURN: f32 = 60.0;
/// After so many frames in which nothing has moved, the page is at its end.
const STILL: usize = 8;
/// The longest that is waited for another thread.
const LONG: Duration = Duration::from_secs(120);

fn main() {
    let arguments = measure::arguments();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["window", name, path] => window(name, Path::new(path)),
        ["article", name, path] => article(name, Path::new(path)),
        ["odd", name, path] => odd(name, Path::new(path)),
        wanted => all(wanted),
    }
}

/// All sizes whose name begins with one of the arguments; without arguments all.
fn all(wanted: &[&str]) {
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|word| name.starts_with(word));
    let (mut whole, mut alone, mut odd) = (String::new(), String::new(), String::new());
    // Each in a folder of its own: saving joins what is in a file already.
    let apart = |doing: &[&str], name: &str, plan: Plan| {
        let folder = measure::folder();
        let path = folder.path().join("article.factmark.ron");
        generator::write(&plan.project(), &path);
        doing.iter().map(|doing| measure::apart(&[doing, name, path.to_str().unwrap()])).collect::<Vec<_>>()
    };
    for (name, plan) in SIZES.into_iter().filter(|(name, _)| is_wanted(name)) {
        if let [window, article] = apart(&["window", "article"], name, plan).as_slice() {
            whole += window;
            alone += article;
        }
    }
    for (name, plan) in ODD.into_iter().filter(|(name, _)| is_wanted(name)) {
        odd += &apart(&["odd"], name, plan).concat();
    }
    let doing = ["article", "doing", "frames", "p50", "p95", "p99", "max", "of that tessellation p50", "vertices p50"];
    let opening = [
        "article",
        "file MB",
        "first complete frame after s",
        "longest frame ms",
        "memory MB",
        "times the file",
        "peak MB",
        "frames till rest",
        "at rest",
    ];
    for (title, lines, of, head) in [
        ("The whole window (milliseconds of the processor a frame)", &whole, "frames\t", &doing),
        ("The article view alone (milliseconds of the processor a frame)", &alone, "frames\t", &doing),
        ("Opening, memory above the empty program, and rest", &whole, "opening\t", &opening),
        ("Input that could hold it up, in the whole window (milliseconds of the processor a frame)", &odd, "frames\t", &doing),
        ("Opening it", &odd, "opening\t", &opening),
    ] {
        let rows: Vec<&str> = lines.lines().filter_map(|line| line.strip_prefix(of)).collect();
        if !rows.is_empty() {
            println!("{title}:\n");
            measure::table_of_lines(head, rows.into_iter());
        }
    }
}

/// Prints the row of what was done.
fn print(name: &str, doing: &str, frames: &[Frame]) {
    let [p50, p95, p99, max] = percentiles(&frames.iter().map(|frame| frame.cost).collect::<Vec<_>>());
    let [tessellation, ..] = percentiles(&frames.iter().map(|frame| frame.tessellation).collect::<Vec<_>>());
    let mut vertices: Vec<usize> = frames.iter().map(|frame| frame.vertices).collect();
    vertices.sort_unstable();
    let vertices = vertices[vertices.len() / 2].to_string();
    println!("{}", ["frames", name, doing, &frames.len().to_string(), &p50, &p95, &p99, &max, &tessellation, &vertices].join("\t"));
}

/// Turns the wheel to the end of the page and back.
fn scroll(mut frame: impl FnMut(Vec<Event>) -> (Frame, usize)) -> Vec<Frame> {
    let (mut way, mut still, mut top) = (TURN, 0, 0);
    let mut turn = |_| {
        let (cost, now) = frame(vec![wheel(way)]);
        still = if now == top { still + 1 } else { 0 };
        top = now;
        if still == STILL {
            (way, still) = (-way, 0);
        }
        cost
    };
    (0..SCROLLED).map(&mut turn).collect()
}

/// A passage of some words somewhere in a text; of some characters if it has no words.
fn somewhere(chance: &mut Chance, text: &str) -> Range<usize> {
    let words = |chance: &mut Chance| passage(text, chance.below(text.len()), 3 + chance.below(6));
    let found = (0..20).find_map(|_| words(chance));
    found.unwrap_or_else(|| {
        let start = text.floor_char_boundary(chance.below(text.len()));
        start..text.ceil_char_boundary(start + 20)
    })
}

/// The program with its window.
struct Program {
    screen: Headless,
    window: Window,
    woken: Receiver<()>,
}

impl Program {
    /// Answers requests, then draws a frame; both count.
    fn frame(&mut self, requests: Vec<Request>, events: Vec<Event>) -> Frame {
        let Self { screen, window, .. } = self;
        let begin = cpu();
        requests.into_iter().for_each(|request| window.app.act(request));
        let asked = cpu() - begin;
        let frame = screen.frame(events, |ui| window.ui(ui));
        Frame { cost: frame.cost + asked, ..frame }
    }

    /// Requests, with the frames after them.
    fn frames(&mut self, requests: Vec<Request>) -> Vec<Frame> {
        let first = self.frame(requests, Vec::new());
        [first].into_iter().chain((1..AFTER).map(|_| self.frame(Vec::new(), Vec::new()))).collect()
    }

    /// Draws until no more frames are wanted; returns how many it took, or nothing if there is no end to it.
    fn rest(&mut self) -> Option<usize> {
        (0..2_000).find(|_| !self.frame(Vec::new(), Vec::new()).wants_more)
    }

    /// Types a word, a letter at a time, as somebody does who types fast; then waits for all that it brings.
    fn typed(&mut self, word: &str, request: impl Fn(&Self, String) -> Request) -> Vec<Frame> {
        let ends: Vec<usize> = word.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
        let letters = ends.into_iter().flat_map(|end| {
            let request = request(self, word[..end].to_owned());
            self.frames(vec![request])
        });
        let mut frames: Vec<Frame> = letters.collect();
        while self.window.app.list.is_busy() || self.window.app.find.running {
            // The worker needs the processor too.
            std::thread::sleep(Duration::from_millis(1));
            frames.push(self.frame(Vec::new(), Vec::new()));
        }
        frames
    }

    /// Words that stand in the article, from anywhere in it.
    fn words(&self, chance: &mut Chance) -> Vec<String> {
        let text = self.article().text();
        let word = |range: Range<usize>| text[range].split(' ').find(|word| word.len() > 3).map(str::to_owned);
        (0..).filter_map(|_| word(somewhere(chance, text))).take(TYPED).collect()
    }

    fn article(&self) -> &Article {
        let app = &self.window.app;
        app.session().project().article(app.article.unwrap()).unwrap()
    }
}

/// A program that has opened a project, and the row about how it did so, but for its end.
fn opened(name: &str, path: &Path, folder: &Path) -> (Program, Vec<String>) {
    let (mut app, woken) = program(folder);
    app.settings.name = "Cy Wells".into();
    let screen = Headless::new();
    let window = Window::new(&screen.ctx, app).warming();
    let mut program = Program { screen, window, woken };
    program.rest();
    forget_peak();
    let empty = memory();

    let begin = Instant::now();
    let mut longest = program.frame(vec![Request::OpenProject(path.to_owned())], Vec::new()).cost;
    while program.window.app.article.is_none() {
        program.woken.recv_timeout(LONG).unwrap();
        longest = longest.max(program.frame(Vec::new(), Vec::new()).cost);
    }
    // Its list and panel come in the frame after that of the page.
    longest = longest.max(program.frame(Vec::new(), Vec::new()).cost);
    let opened = begin.elapsed();
    let mut frames = 1;
    while frames < 2_000 {
        let frame = program.frame(Vec::new(), Vec::new());
        (longest, frames) = (longest.max(frame.cost), frames + 1);
        if !frame.wants_more {
            break;
        }
    }
    let full = memory();
    let file = std::fs::metadata(path).unwrap().len();
    let taken = full.now.saturating_sub(empty.now);
    let times = format!("{:.1}", taken as f64 / file as f64);
    let peak = megabytes(full.peak.saturating_sub(empty.now));
    let row = [name, &megabytes(file), &seconds(opened), &millis(longest), &megabytes(taken), &times, &peak, &frames.to_string()];
    (program, row.map(str::to_owned).to_vec())
}

/// Says at the end whether the window draws on.
fn print_opening(program: &mut Program, row: &[String]) {
    let rest = if program.rest().is_some() { "0 frames" } else { "draws on" };
    println!("opening\t{}\t{rest}", row.join("\t"));
}

/// Scrolls, jumps and marks in the whole window.
fn work(name: &str, program: &mut Program, chance: &mut Chance) {
    let scrolled = scroll(|mut events| {
        events.push(pointer(PAGE));
        let frame = program.frame(Vec::new(), events);
        (frame, program.window.app.top)
    });
    print(name, "scrolling", &scrolled);
    // The list of a long article fills after its page is shown.
    while program.window.app.list.is_busy() {
        program.frame(Vec::new(), Vec::new());
    }
    let rows = program.window.app.list.rows().to_vec();
    if !rows.is_empty() {
        let jumped: Vec<Frame> = (0..JUMPS).flat_map(|_| program.frames(vec![Request::GoTo(chance.pick(&rows))])).collect();
        print(name, "jumping", &jumped);
    }
    let marking = |_| {
        let range = somewhere(chance, program.article().text());
        let article = program.article().id;
        program.frames(vec![Request::GoToPlace(article, range)]);
        program.frames(vec![Request::Run(Command::Verify)])
    };
    let marked: Vec<Frame> = (0..MARKED).flat_map(marking).collect();
    print(name, "marking", &marked);
}

fn window(name: &str, path: &Path) {
    let folder = measure::folder();
    let (mut program, row) = opened(name, path, folder.path());
    let mut chance = Chance::of(3, 0);
    work(name, &mut program, &mut chance);

    program.rest();
    let words = program.words(&mut chance);
    let filter = |program: &Program, words: String| Request::SetFilter(Filter { words, ..program.window.app.filter.clone() });
    let filtered: Vec<Frame> = words.iter().flat_map(|word| program.typed(word, filter)).collect();
    print(name, "filtering", &filtered);
    let everything = filter(&program, String::new());
    program.frames(vec![everything, Request::ShowTab(Tab::Find)]);
    program.rest();
    let find = |_: &Program, pattern: String| Request::Find(Query { pattern, ..Query::default() }, false);
    let found: Vec<Frame> = words.iter().flat_map(|word| program.typed(word, find)).collect();
    print(name, "finding", &found);
    print_opening(&mut program, &row);
}

/// An article that could hold it up: also every step of the caret, and every growth of a selection.
fn odd(name: &str, path: &Path) {
    let folder = measure::folder();
    let (mut program, row) = opened(name, path, folder.path());
    let mut chance = Chance::of(3, 0);
    work(name, &mut program, &mut chance);
    let mut stepped = Vec::new();
    let mut grown = Vec::new();
    for _ in 0..STEPPED {
        let article = program.article().id;
        let range = somewhere(&mut chance, program.article().text());
        program.frames(vec![Request::GoToPlace(article, range)]);
        // Six clicks in one place: the caret, its word, its sentence, its paragraph.
        for down in [true, false].repeat(6) {
            grown.push(program.frame(Vec::new(), vec![pointer(PAGE), button(PAGE, down)]));
        }
        for with in [Modifiers::NONE, Modifiers::SHIFT] {
            for (by, modifiers) in [
                (Key::ArrowRight, Modifiers::NONE),
                (Key::ArrowRight, Modifiers::COMMAND),
                (Key::ArrowRight, Modifiers::ALT),
                (Key::ArrowLeft, Modifiers::COMMAND),
                (Key::ArrowLeft, Modifiers::ALT),
                (Key::ArrowDown, Modifiers::NONE),
                (Key::End, Modifiers::NONE),
                (Key::PageDown, Modifiers::NONE),
                (Key::ArrowUp, Modifiers::ALT),
                (Key::ArrowDown, Modifiers::ALT),
            ] {
                stepped.push(program.frame(Vec::new(), vec![key(by, modifiers | with)]));
                stepped.push(program.frame(Vec::new(), Vec::new()));
            }
        }
        let range = somewhere(&mut chance, program.article().text());
        program.frames(vec![Request::GoToPlace(article, range)]);
        for _ in 0..5 {
            grown.extend(program.frames(vec![Request::Run(Command::Widen)]));
        }
    }
    print(name, "stepping", &stepped);
    print(name, "growing", &grown);
    program.frames(vec![Request::SetFilter(Filter {
        verified: false,
        disputed: false,
        erroneous: false,
        unchecked: false,
        ..Filter::default()
    })]);
    let nothing: Vec<Frame> = (0..STEPPED).flat_map(|_| program.frames(vec![Request::Run(Command::NextAnnotation)])).collect();
    print(name, "next of none", &nothing);
    print_opening(&mut program, &row);
}

/// The article view without anything around it.
struct Alone {
    screen: Headless,
    project: Project,
    article: ArticleId,
    view: ArticleView,
    in_hand: Option<AnnotationId>,
    revision: u64,
}

impl Alone {
    fn frame(&mut self, events: Vec<Event>) -> Frame {
        let Self { screen, project, article, view, in_hand, revision } = self;
        let article = project.article(*article).unwrap();
        let all = |_: &Annotation| true;
        let page = Page {
            project,
            article,
            header: Header { title: article.title(), details: "The Lowsand Courier" },
            in_hand: *in_hand,
            by: None,
            filter: &all,
            text_size: 17.0,
            measure: 680.0,
            line_height: 1.6,
            face: Face::Serif,
            hits: &[],
            noticed: &|_| Vec::new(),
            revision: *revision,
            changes: *revision,
        };
        let draw = |ui: &mut Ui| {
            CentralPanel::no_frame().show(ui, |ui| article_ui(ui, view, &page));
        };
        screen.frame(events, draw)
    }

    fn frames(&mut self) -> Vec<Frame> {
        (0..AFTER).map(|_| self.frame(Vec::new())).collect()
    }
}

fn article(name: &str, path: &Path) {
    factmark::platform::keep_freed_memory();
    let project = load(path, &Progress::default()).unwrap().project;
    let (id, view) = project.articles().first().map(|article| (article.id, ArticleView::new(article))).unwrap();
    let screen = Headless::new();
    theme::apply(&screen.ctx, theme::Choice::Light);
    let mut alone = Alone { screen, project, article: id, view, in_hand: None, revision: 0 };
    while alone.frame(Vec::new()).wants_more {}

    let scrolled = scroll(|mut events| {
        events.push(pointer(PAGE));
        (alone.frame(events), alone.view.reading_place())
    });
    print(name, "scrolling", &scrolled);
    let mut chance = Chance::of(3, 0);
    let places: Vec<(Range<usize>, AnnotationId)> = alone.project.article(id).unwrap().places().iter().collect();
    let jump = |_| {
        let (range, annotation) = places[chance.below(places.len())].clone();
        alone.view.scroll_to(range);
        alone.in_hand = Some(annotation);
        alone.frames()
    };
    print(name, "jumping", &(0..JUMPS).flat_map(jump).collect::<Vec<_>>());
    let (surroundings, by) = (Surroundings::fixed(1_800_000_000_000), ReviewerId::new(0, 9));
    let mut clock = Clock::new(Replica(9));
    let marking = |_| {
        let article = alone.project.article(id).unwrap();
        let range = somewhere(&mut chance, article.text());
        alone.view.scroll_to(range.clone());
        let verdict = Judging::verdict(Some(Verdict::Verified));
        let (annotation, edit) = mark(article, range, None, verdict, &surroundings).unwrap();
        alone.frames();
        let begin = cpu();
        alone.project.apply(&edit, by, &mut clock, surroundings.now());
        let applied = cpu() - begin;
        alone.in_hand = Some(annotation);
        alone.revision += 1;
        let mut frames = alone.frames();
        frames[0].cost += applied;
        frames
    };
    print(name, "marking", &(0..MARKED).flat_map(marking).collect::<Vec<_>>());
}
