//! What reviewers are called.

use super::super::*;
use super::story::*;

fn called(project: &mut Project, millis: u64, who: ReviewerId, name: &str) {
    let what = What::Reviewer { reviewer: who, name: Some(name.into()), colour: None };
    project.add([Record::Said { at: at(millis), by: who, what }.to_line().as_str()]);
}

#[test]
fn two_people_of_one_name_stay_two_whatever_came_first() {
    let people = [ReviewerId::new(5, 1), ReviewerId::new(1, 2), ReviewerId::new(9, 1 + (1 << 20)), ReviewerId::new(3, 0)];
    let names = ["Ada Quist", " ada  quist", "Ada Quist", "Ben Okoro"];
    let expected = ["Ada Quist (00001)", "ada  quist (00002)", "Ada Quist (10001)", "Ben Okoro"];
    for turn in 0..people.len() {
        let mut project = Project::new(ProjectId::new(0, 1));
        for n in (0..people.len()).map(|n| (n + turn) % people.len()) {
            called(&mut project, 10, people[n], names[n]);
        }
        let shown = people.map(|id| project.reviewer_name(id));
        assert_eq!(shown, expected);
    }
}

#[test]
fn who_takes_another_name_frees_the_old_one() {
    let (a, b) = (ReviewerId::new(1, 33), ReviewerId::new(1, 34));
    let mut project = Project::new(ProjectId::new(0, 1));
    called(&mut project, 1, a, "Ada Quist");
    assert_eq!(project.reviewer_name(a), "Ada Quist");
    called(&mut project, 2, b, "Ada Quist");
    assert_eq!((project.reviewer_name(a), project.reviewer_name(b)), ("Ada Quist (011)".into(), "Ada Quist (012)".into()));
    assert_eq!((project.reviewer_initials(a), project.reviewer_initials(b)), ("AQ 011".into(), "AQ 012".into()));
    called(&mut project, 3, b, "Ada Lund");
    assert_eq!((project.reviewer_name(a), project.reviewer_name(b)), ("Ada Quist".into(), "Ada Lund".into()));
    called(&mut project, 4, b, "");
    assert_eq!(project.reviewer_name(b), "reviewer 0012");
    assert_eq!((project.reviewer_initials(a), project.reviewer_initials(b)), ("AQ".into(), "?".into()));
    called(&mut project, 0, b, "Ada Quist");
    assert_eq!(project.reviewer_name(a), "Ada Quist", "an older record does not bring the name back");
    let mut clock = Clock::new(Replica(1));
    let rename = Edit::one("Rename", What::Reviewer { reviewer: a, name: Some("A. Quist".into()), colour: None });
    let done = project.apply(&rename, a, &mut clock, 5);
    assert_eq!(project.reviewer_name(a), "A. Quist");
    project.apply(&done.inverse, a, &mut clock, 6);
    assert_eq!(project.reviewer_name(a), "Ada Quist");
}

#[test]
fn many_of_one_name_are_still_told_apart() {
    let people: Vec<ReviewerId> = (0..40).map(|n| ReviewerId::new(n, 7)).collect();
    let mut project = Project::new(ProjectId::new(0, 1));
    people.iter().for_each(|id| called(&mut project, 1, *id, "Ada Quist"));
    let names: std::collections::BTreeSet<String> = people.iter().map(|id| project.reviewer_name(*id)).collect();
    assert_eq!(names.len(), people.len());
}
