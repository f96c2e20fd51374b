//! Long lists: the first rows come at once, the rest follows, and an edit or another wish in between is no harm.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::*;
use crate::app::edits::{self, Judging};
use crate::app::session::Session;
use crate::model::{Clock, Edit, Passage, Project, ProjectId, Record, Replica, ReviewerId, Verdict, What};

/// A project with two articles of so many marked words each; every third is disputed, each seventh has a note.
fn session(words: usize) -> Session {
    let mut says = Vec::new();
    let mut texts = Vec::new();
    for (number, name) in ["tide", "ferry"].into_iter().enumerate() {
        let text = (0..words).map(|n| format!("{name}{n}")).collect::<Vec<_>>().join(" ");
        let article = ArticleId::of(&text);
        says.push(What::Article {
            article,
            title: Some(name.into()),
            outlet: None,
            url: None,
            date: None,
            source_name: None,
            source_sha256: None,
        });
        let mut at = 0;
        for n in 0..words {
            let range = at..at + name.len() + n.to_string().len();
            at = range.end + 1;
            let annotation = AnnotationId::new(number as u64, n as u128);
            says.push(What::Annotation { annotation, passage: Passage::at(article, &text, range), kind: None });
            if n % 3 == 0 {
                let note = (n % 7 == 0).then(|| format!("note {}", n % 50));
                let verdict = Some(Some(Verdict::Disputed));
                says.push(What::Judgement { annotation, verdict, note, correction: None, severity: None, evidence: None });
            }
        }
        texts.push(Record::Text { article, n: 0, text });
    }
    let mut project = Project::new(ProjectId::new(0, 1));
    project.apply(&Edit { texts, ..Edit::many("", says) }, ReviewerId::new(0, 1), &mut Clock::new(Replica(1)), 1);
    let mut session = Session::new(project, Replica(2), 2);
    session.by = Some(ReviewerId::new(0, 1));
    session
}

/// Goes on until nothing is left to do; returns how many slices it took.
fn finish(list: &mut List, session: &Session) -> usize {
    let mut slices = 0;
    while list.is_busy() {
        slices += 1;
        list.go_on(session.project());
        if let Some(unsorted) = list.take_unsorted() {
            list.note_sorted(unsorted.sort());
        }
        assert!(slices < 10_000);
    }
    slices
}

fn everywhere(words: &str) -> Filter {
    Filter { this_article: false, words: words.into(), ..Filter::default() }
}

#[test]
fn the_first_rows_are_there_at_once_and_the_rest_follows_in_slices() {
    let session = session(8_000);
    let mut list = List::default();
    for (words, count) in [("", 16_000), ("tide", 8_000), ("ferry79", 111), ("note 7", 16), ("nowhere", 0)] {
        list.refresh(&session, &everywhere(words), None, &[]);
        let first = list.rows().len();
        assert!(list.is_busy() && first < 1_100, "{words}");
        assert!(first > 0 || !["", "tide"].contains(&words));
        let slices = finish(&mut list, &session);
        assert!(slices > 1, "{words}");
        assert_eq!(list.rows().len(), count, "{words}");
    }
}

#[test]
fn the_next_wish_stops_the_one_before() {
    let session = session(8_000);
    let mut list = List::default();
    for words in ["f", "fe", "fer", "ferry1"] {
        list.refresh(&session, &everywhere(words), None, &[]);
        list.go_on(session.project());
    }
    finish(&mut list, &session);
    assert_eq!(list.rows().len(), 1 + 10 + 100 + 1_000);
}

#[test]
fn what_is_sorted_on_another_thread_for_an_older_wish_is_thrown_away() {
    let session = session(2_000);
    let mut list = List::default();
    list.sort_by(Column::Passage);
    list.refresh(&session, &everywhere(""), None, &[]);
    while list.unsorted.is_none() {
        list.go_on(session.project());
    }
    let old = list.take_unsorted().unwrap();
    list.sort_by(Column::Note);
    list.refresh(&session, &everywhere(""), None, &[]);
    list.note_sorted(old.sort());
    finish(&mut list, &session);
    let notes: Vec<String> = list.rows().iter().map(|id| row(session.project(), *id).note).collect();
    assert_eq!(notes.len(), 4_000);
    assert!(notes.is_sorted());
}

/// What happens to a list.
#[derive(Clone, Debug)]
enum Step {
    Filter(&'static str),
    Sort(usize),
    Judge(usize, bool),
    Slice,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn however_it_came_about_the_list_is_what_a_fresh_one_would_be(steps in prop::collection::vec(prop_oneof![
        prop::sample::select(vec!["", "tide1", "note", "y9"]).prop_map(Step::Filter),
        (0usize..9).prop_map(Step::Sort),
        (0usize..1_400, any::<bool>()).prop_map(|(n, note)| Step::Judge(n, note)),
        Just(Step::Slice),
        Just(Step::Slice),
    ], 1..25)) {
        let mut session = session(700);
        let (mut list, mut filter) = (List::default(), everywhere(""));
        for step in steps {
            match step {
                Step::Filter(words) => filter = everywhere(words),
                Step::Sort(column) => list.sort_by(Column::ALL[column]),
                Step::Judge(n, note) => {
                    let all: Vec<AnnotationId> =
                        session.project().articles().iter().flat_map(|article| article.places().iter().map(|(_, id)| id).collect::<Vec<_>>()).collect();
                    let words = if note { "note by hand" } else { "" };
                    let judging = Judging { note: Some(words.into()), ..Judging::verdict(note.then_some(Verdict::Erroneous)) };
                    session.apply(&edits::judge(all[n % all.len()], judging), 9);
                }
                Step::Slice => {
                    list.go_on(session.project());
                    if let Some(unsorted) = list.take_unsorted() {
                        list.note_sorted(unsorted.sort());
                    }
                }
            }
            let changes = session.take_changes();
            list.refresh(&session, &filter, None, &changes);
        }
        finish(&mut list, &session);
        let mut fresh = List { sort: list.sort, ..List::default() };
        fresh.refresh(&session, &filter, None, &[]);
        finish(&mut fresh, &session);
        prop_assert_eq!(list.rows(), fresh.rows());
    }
}
