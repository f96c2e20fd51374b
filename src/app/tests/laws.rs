//! What is kept up to date by edits is what a fresh look would give.

use proptest::prelude::*;

use super::*;
use crate::app::list::Column;
use crate::app::session::Facts;

/// A step that a random reviewer takes.
#[derive(Clone, Debug)]
enum Step {
    Mark(prop::sample::Index, prop::sample::Index, usize),
    Command(usize),
    Sort(usize),
    Filter(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0usize..4).prop_map(|(a, b, n)| Step::Mark(a, b, n)),
        6 => (0usize..11).prop_map(Step::Command),
        1 => (0usize..9).prop_map(Step::Sort),
        1 => (0usize..5).prop_map(Step::Filter),
    ]
}

const COMMANDS: [Command; 11] = [
    Command::Verify,
    Command::Dispute,
    Command::Refute,
    Command::ToCheck,
    Command::Dismiss,
    Command::RemoveAnnotation,
    Command::Undo,
    Command::Undo,
    Command::Redo,
    Command::NextAnnotation,
    Command::NextArticle,
];

fn take(app: &mut App, step: Step) {
    match step {
        Step::Mark(..) if app.article.is_none() => {}
        Step::Mark(a, b, n) => {
            let text = std::sync::Arc::clone(open(app).text());
            let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (a, b) = (ends[a.index(ends.len())], ends[b.index(ends.len())]);
            app.act(Request::Select(a.min(b)..a.max(b)));
            app.act(Request::Run(COMMANDS[n]));
        }
        Step::Command(n) => app.act(Request::Run(COMMANDS[n])),
        Step::Sort(n) => app.act(Request::SortBy(Column::ALL[n])),
        Step::Filter(n) => {
            let mut filter = app.filter.clone();
            match n {
                0 => filter.verified = !filter.verified,
                1 => filter.unchecked = !filter.unchecked,
                2 => filter.this_article = !filter.this_article,
                3 => filter.words = if filter.words.is_empty() { "e".into() } else { String::new() },
                _ => filter.disagreements = !filter.disagreements,
            }
            app.act(Request::SetFilter(filter));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn list_and_coverage_are_what_a_fresh_look_gives(steps in prop::collection::vec(step(), 1..40)) {
        let mut app = review();
        for step in steps {
            take(&mut app, step);
            let mut fresh = list::List::default();
            fresh.sort = app.list.sort;
            fresh.refresh(app.session(), &app.filter, app.article, &[]);
            prop_assert_eq!(fresh.rows(), app.list.rows());
            for article in app.session().project().articles() {
                let counted = Facts::of(app.session().project(), article);
                let kept = app.session().facts(article.id).unwrap();
                prop_assert_eq!(&counted.coverage, &kept.coverage);
                prop_assert_eq!(counted.words, kept.words);
            }
        }
    }
}
