//! What is open before an article can be signed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::model::{ArticleId, Blind, Passage, ProjectId, Record, Replica, Stamp, Verdict, Viewer, What};

const TEXT: &str = "The pier opened in 1987. It cost 4 million crowns. Lena Orr built it.";

/// Says things in turn: who marked which words, with which verdict and correction.
fn project(blind: Blind, said: &[(u128, &str, Option<Verdict>, &str)]) -> (Project, ArticleId) {
    let article = ArticleId::of(TEXT);
    let mut lines = vec![Record::Text { article, n: 0, text: TEXT.into() }.to_line()];
    let mut say = |n: usize, who: u128, what: What| {
        lines.push(Record::Said { at: Stamp(n as u64, 0, Replica(1)), by: by(who), what }.to_line());
    };
    say(0, 1, What::Project { title: None, blind: Some(blind) });
    for (n, (who, words, verdict, correction)) in said.iter().enumerate() {
        let start = TEXT.find(words).unwrap();
        let passage = Passage::at(article, TEXT, start..start + words.len());
        let annotation = AnnotationId::new(1, n as u128);
        say(n + 1, *who, What::Annotation { annotation, passage, kind: None });
        let correction = (!correction.is_empty()).then(|| (*correction).to_owned());
        let (verdict, note) = (verdict.map(Some), None);
        say(n + 1, *who, What::Judgement { annotation, verdict, note, correction, severity: None, evidence: None });
    }
    let mut project = Project::new(ProjectId::new(1, 1));
    project.add(lines.iter().map(String::as_str));
    (project, article)
}

fn by(who: u128) -> ReviewerId {
    ReviewerId::new(1, who)
}

/// Sentences open, passages to check, disagreements, hidden.
fn open(project: &Project, article: ArticleId, who: u128) -> [usize; 4] {
    let article = project.article(article).unwrap();
    let open = OpenPoints::of(project, article, &Coverage::of(project, article), Some(by(who)));
    assert_eq!(open.is_empty(), open == OpenPoints::default());
    [open.sentences.len(), open.to_check.len(), open.disagreements.len(), open.hidden]
}

#[test]
fn each_kind_of_open_point_is_listed() {
    use Verdict::{Erroneous, Verified};
    let all = [(1, "1987", Some(Erroneous), "1978"), (1, "4 million", Some(Verified), ""), (1, "Lena Orr", Some(Verified), "")];
    for (more, expected) in [
        (vec![], [0, 0, 0, 0]),
        (vec![(1, "crowns", None, "")], [0, 1, 0, 0]),
        (vec![(2, "in 1987", Some(Verified), "")], [0, 0, 1, 0]),
        (vec![(2, "1987", Some(Erroneous), "1977")], [0, 0, 1, 0]),
        (vec![(2, "1987", Some(Erroneous), "1978")], [0, 0, 0, 0]),
        (vec![(2, "cost", Some(Verified), "")], [0, 0, 0, 0]),
    ] {
        let said: Vec<_> = all.iter().copied().chain(more.clone()).collect();
        let (project, article) = project(Blind::Off, &said);
        assert_eq!(open(&project, article, 1), expected, "{more:?}");
    }
    let (project, article) = project(Blind::Off, &all[..1]);
    assert_eq!(open(&project, article, 1), [2, 0, 0, 0]);
}

#[test]
fn what_a_blind_check_hides_is_open_and_says_nothing_else() {
    let said = [(1, "1987", Some(Verdict::Erroneous), "1978"), (2, "in 1987", Some(Verdict::Verified), "")];
    for (blind, expected) in [(Blind::Judgements, [2, 1, 0, 1]), (Blind::Annotations, [2, 0, 0, 1])] {
        let (mut project, article) = project(blind, &said);
        project.look_as(Viewer::Reviewer(Some(by(2))));
        assert_eq!(open(&project, article, 2), expected, "{blind:?}");
    }
}
