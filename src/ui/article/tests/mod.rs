#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)]

mod access;
mod drag;
mod ends;
mod fields;
mod frame;
mod geometry;
mod input;
mod scroll;
mod selection;

use std::ops::Range;

use egui_kittest::Harness;

use super::*;
use crate::model::{
    Annotation, AnnotationId, ArticleId, Clock, Edit, Passage, Project, ProjectId, Reason, Record, Replica, ReviewerId, Verdict, What,
};
use crate::ui::theme;

/// Annotations by their passages.
pub(super) type Marks<'a> = &'a [(&'a str, Option<Verdict>)];

/// A project with one article.
pub(super) struct Sample {
    pub(super) project: Project,
    pub(super) article: ArticleId,
}

impl Sample {
    /// With the first occurrence of each of some words marked.
    pub(super) fn new(text: &str, marks: Marks<'_>) -> Self {
        let place = |words: &str| text.find(words).map(|start| start..start + words.len()).unwrap();
        Self::marked(text, &marks.iter().map(|(words, verdict)| (place(words), *verdict)).collect::<Vec<_>>())
    }

    pub(super) fn marked(text: &str, marks: &[(Range<usize>, Option<Verdict>)]) -> Self {
        let article = ArticleId::of(text);
        let paragraph = |(n, text): (usize, &str)| Record::Text { article, n: n as u32, text: text.to_owned() };
        let mut says = vec![What::Article {
            article,
            title: Some("Ferry timetable".into()),
            outlet: None,
            url: None,
            date: None,
            source_name: None,
            source_sha256: None,
        }];
        for (n, (range, verdict)) in marks.iter().enumerate() {
            let annotation = mark(n);
            says.push(What::Annotation { annotation, passage: Passage::at(article, text, range.clone()), kind: None });
            if verdict.is_some() {
                says.push(What::Judgement {
                    annotation,
                    verdict: Some(*verdict),
                    note: None,
                    correction: None,
                    severity: None,
                    evidence: None,
                });
            }
        }
        let mut sample = Self { project: Project::new(ProjectId::new(0, 1)), article };
        sample.say(Edit { texts: text.split('\n').enumerate().map(paragraph).collect(), ..Edit::many("", says) });
        sample
    }

    pub(super) fn dismiss(&mut self, range: Range<usize>, reason: Reason) {
        let (start, end) = (range.start, range.end);
        self.say(Edit::one("", What::Dismissal { article: self.article, start, end, reason: Some(reason), proposed: true }));
    }

    fn say(&mut self, edit: Edit) {
        self.project.apply(&edit, ReviewerId::new(0, 1), &mut Clock::new(Replica(1)), self.project.newest().millis() + 1);
    }
}

/// The number of a mark as its identifier.
pub(super) fn mark(n: usize) -> AnnotationId {
    AnnotationId::new(1, n as u128)
}

/// What a test window holds.
pub(super) struct Window {
    pub(super) sample: Sample,
    pub(super) view: ArticleView,
    pub(super) events: Vec<Event>,
    pub(super) in_hand: Option<AnnotationId>,
    pub(super) text_size: f32,
    pub(super) shown: Option<Shown>,
}

impl Window {
    pub(super) fn select(&mut self, range: Range<usize>) {
        let article = self.sample.project.article(self.sample.article).unwrap();
        self.view.select(article, range);
    }

    /// The events since the last call.
    pub(super) fn take(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }
}

/// A page of a sample that shows what a filter lets through.
pub(super) fn page_of<'a>(sample: &'a Sample, filter: &'a dyn Fn(&Annotation) -> bool) -> Page<'a> {
    let article = sample.project.article(sample.article).unwrap();
    Page {
        project: &sample.project,
        article,
        header: Header { title: article.title(), details: "ferry.txt · 3 sentences" },
        in_hand: None,
        by: None,
        filter,
        text_size: 17.0,
        measure: 680.0,
        line_height: 1.6,
        face: Face::Serif,
        hits: &[],
        noticed: &|_| Vec::new(),
        revision: 1,
        changes: 1,
    }
}

/// Draws one frame of a window.
pub(super) fn draw(ui: &mut egui::Ui, window: &mut Window) {
    let all = |_: &Annotation| true;
    let page = Page { in_hand: window.in_hand, text_size: window.text_size, ..page_of(&window.sample, &all) };
    let mut shown = article_ui(ui, &mut window.view, &page);
    window.events.append(&mut shown.events);
    window.shown = Some(shown);
}

/// A window that shows an article in the letters of the built-in faces.
pub(super) fn window(sample: Sample) -> Harness<'static, Window> {
    window_of(sample, Harness::builder())
}

/// A window that shows an article in whatever letters: those that no built-in face has are boxes.
pub(super) fn window_of_any_script(sample: Sample) -> Harness<'static, Window> {
    window_of(sample, Harness::builder().allow_missing_glyphs())
}

fn window_of(sample: Sample, builder: egui_kittest::HarnessBuilder<Window>) -> Harness<'static, Window> {
    let view = ArticleView::new(sample.project.article(sample.article).unwrap());
    let window = Window { sample, view, events: Vec::new(), in_hand: None, text_size: 17.0, shown: None };
    let mut harness = builder
        .with_size(egui::vec2(900.0, 600.0))
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(200)
        .with_context_setup(|ctx| theme::apply(ctx, theme::Choice::Light))
        .build_ui_state(draw, window);
    harness.run();
    harness
}
