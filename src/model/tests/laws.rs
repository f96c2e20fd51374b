//! Union, order and spelling: what makes merging safe.

use proptest::prelude::*;

use super::super::*;
use super::shown::told;
use super::strategies::{TEXTS, cases, copies, kept, line, lines, paragraphs, project, read};

fn set(project: &Project) -> Vec<String> {
    project.records().lines().sorted().into_iter().map(str::to_owned).collect()
}

fn joined(a: &Project, b: &Project) -> Project {
    let mut joined = a.clone();
    joined.add_read(b.records().lines().iter().map(|line| (line, read(line))));
    joined
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn a_record_survives_its_spelling(line in line()) {
        prop_assert!(!line.contains('\n') && !line.contains('\r'));
        if let Ok(record) = Record::from_line(&line) {
            prop_assert_eq!(record.to_line(), line);
        }
    }

    #[test]
    fn the_reader_takes_any_line(line in any::<String>()) {
        let _ = Record::from_line(&line);
        project(&[line]);
    }
}

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn join_is_commutative_and_associative_and_idempotent([a, b, c] in copies()) {
        let (a, b, c) = (project(&a), project(&b), project(&c));
        prop_assert_eq!(set(&joined(&a, &b)), set(&joined(&b, &a)));
        prop_assert_eq!(set(&joined(&joined(&a, &b), &c)), set(&joined(&a, &joined(&b, &c))));
        prop_assert_eq!(set(&joined(&a, &a)), set(&a));
    }
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn a_join_has_exactly_the_records_of_both([a, b] in copies()) {
        let (a, b) = (project(&a), project(&b));
        let union: Vec<String> = set(&a).into_iter().chain(set(&b)).collect();
        prop_assert_eq!(set(&joined(&a, &b)), kept(&union));
    }

    #[test]
    fn what_is_shown_does_not_depend_on_the_order(lines in lines(), seed in any::<u64>()) {
        let mut other = lines.clone();
        let count = other.len().max(1);
        for n in 0..other.len() {
            other.swap(n, (seed as usize).wrapping_mul(n + 7) % count);
        }
        let whole = project(&lines);
        let mut piecewise = Project::new(whole.id());
        for line in &other {
            piecewise.add_read([(line, read(line))]);
        }
        prop_assert_eq!(set(&whole), kept(&lines));
        prop_assert_eq!(set(&whole), set(&piecewise));
        prop_assert_eq!(told(&whole), told(&piecewise));
        prop_assert_eq!(told(&whole), told(&project(&kept(&lines))), "as if what was removed had never been there");
        prop_assert_eq!(whole.counts(), piecewise.counts());
        prop_assert_eq!(whole.newest(), piecewise.newest());
    }

    #[test]
    fn counts_and_places_agree_with_the_annotations(lines in lines()) {
        let project = project(&lines);
        let mut counted = Counts::default();
        for article in project.articles() {
            for (range, id) in article.places().iter() {
                let annotation = project.annotation(id).unwrap();
                prop_assert_eq!(article.text().get(range), annotation.passage().map(|passage| passage.words.as_str()));
                *counted.of_mut(annotation.standing().verdict) += 1;
                counted.disagreements += usize::from(annotation.standing().disagreement);
            }
        }
        prop_assert_eq!(counted, project.counts());
    }
}

#[test]
fn an_article_is_whole_once_all_its_paragraphs_are_there_and_forgeries_do_not_matter() {
    for (n, text) in TEXTS.iter().enumerate() {
        let id = ArticleId::of(text);
        let forged = Record::Text { article: id, n: 0, text: "zzz".into() };
        let mut lines: Vec<String> = paragraphs(n).iter().map(Record::to_line).collect();
        let last = lines.pop().unwrap();
        let mut project = project(&lines);
        assert!(project.article(id).is_none_or(|article| !article.is_whole()));
        project.add([forged.to_line().as_str(), last.as_str()]);
        let article = project.article(id).unwrap();
        assert!(article.is_whole());
        assert_eq!(&**article.text(), *text);
    }
}

#[test]
fn two_reviewers_never_overwrite_each_other() {
    let (id, text) = (AnnotationId::new(1, 1), TEXTS[0]);
    let by = [ReviewerId::new(1, 1), ReviewerId::new(1, 2)];
    let mark = What::Annotation { annotation: id, passage: Passage::at(ArticleId::of(text), text, 4..10), kind: None };
    let word = |verdict, note: &str| What::Judgement {
        annotation: id,
        verdict: Some(Some(verdict)),
        note: Some(note.into()),
        correction: None,
        severity: None,
        evidence: None,
    };
    let at = |n| Stamp(n, 0, Replica(1));
    let mut lines: Vec<String> = paragraphs(0).iter().map(Record::to_line).collect();
    lines.push(Record::Said { at: at(1), by: by[0], what: mark }.to_line());
    lines.push(Record::Said { at: at(2), by: by[0], what: word(Verdict::Verified, "yes") }.to_line());
    lines.push(Record::Said { at: at(2), by: by[1], what: word(Verdict::Erroneous, "no") }.to_line());
    let mut project = project(&lines);
    let annotation = project.annotation(id).unwrap();
    assert_eq!(annotation.judgements().count(), 2);
    assert_eq!(annotation.standing(), Standing { verdict: Some(Verdict::Erroneous), disagreement: true });
    assert_eq!(annotation.leading().unwrap().note(), "no");
    assert_eq!((project.counts().erroneous, project.counts().disagreements), (1, 1));
    let ruling = What::Ruling {
        annotation: id,
        verdict: Some(Some(Verdict::Verified)),
        heard: None,
        correction: None,
        reason: Some("The register says so".into()),
    };
    project.add([Record::Said { at: at(3), by: by[0], what: ruling }.to_line().as_str()]);
    assert_eq!(project.annotation(id).unwrap().standing(), Standing { verdict: Some(Verdict::Verified), disagreement: false });
    assert_eq!((project.counts().verified, project.counts().disagreements), (1, 0));
}
