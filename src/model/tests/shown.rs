//! Everything that a project shows, as one text to compare: without stamps, which undo is free to move on.

use std::fmt::Write as _;

use super::super::*;

pub fn shown(project: &Project) -> String {
    let mut out = format!("title {:?} blind {:?}\n", project.title(), project.blind());
    for reviewer in project.reviewers().filter(|reviewer| !reviewer.name().is_empty()) {
        writeln!(out, "reviewer {} {:?} {}", project.reviewer_name(reviewer.id), reviewer.name(), reviewer.colour()).unwrap();
    }
    let mut articles: Vec<&Article> = project.articles();
    articles.sort_by_key(|article| article.id);
    for article in articles {
        writeln!(out, "article {} {:?} {:?} whole {}", article.id, article.title(), article.outlet(), article.is_whole()).unwrap();
        writeln!(out, " {:?} {:?}", article.counts(), article.dismissals().collect::<Vec<_>>()).unwrap();
        writeln!(out, " {:?}", article.places().iter().collect::<Vec<_>>()).unwrap();
        for (by, sign_off) in article.sign_offs().filter(|(_, sign_off)| sign_off.signed_at().is_some()) {
            writeln!(out, " signed {by} {:?} {:?}", sign_off.signed_at(), sign_off.reason()).unwrap();
        }
    }
    let mut annotations: Vec<&Annotation> = project.annotations().collect();
    annotations.sort_by_key(|annotation| annotation.id);
    for annotation in annotations {
        writeln!(out, "annotation {} {:?} {:?}", annotation.id, annotation.passage(), annotation.kind()).unwrap();
        for judgement in annotation.judgements() {
            let evidence: Vec<_> =
                judgement.evidence().iter().filter(|id| project.evidence(**id).is_some_and(|one| !one.is_hidden())).collect();
            let words = (judgement.verdict(), judgement.note(), judgement.correction(), judgement.severity());
            writeln!(out, " {} {words:?} {evidence:?}", judgement.by).unwrap();
        }
        if let Some(ruling) = annotation.ruling() {
            writeln!(out, " ruling {:?} {:?} {:?}", ruling.verdict(), ruling.correction(), ruling.reason()).unwrap();
        }
    }
    for evidence in project.all_evidence() {
        writeln!(out, "evidence {} {:?} {:?} {}", evidence.id, evidence.source(), evidence.citation(), evidence.is_confidential()).unwrap();
    }
    for link in project.links() {
        writeln!(out, "link {} {:?} {:?}", link.id, link.relation(), link.members()).unwrap();
    }
    writeln!(out, "apart {:?}", project.apart().collect::<Vec<_>>()).unwrap();
    out
}

/// What is shown, and also what no undo brings back: stamps, what was revealed, what made signatures void.
pub fn told(project: &Project) -> String {
    let mut out = shown(project);
    writeln!(out, "{:?} newest {:?} unknown {}", project.redactions().collect::<Vec<_>>(), project.newest(), project.unknown()).unwrap();
    let reviewers: Vec<_> = project.reviewers().map(|reviewer| reviewer.id).collect();
    let mut articles: Vec<&Article> = project.articles();
    articles.sort_by_key(|article| article.id);
    for article in articles {
        writeln!(out, "{} {:?} {:?}", article.id, article.added(), article.changed()).unwrap();
        writeln!(out, " {:?}", article.sign_offs().map(|(_, sign_off)| sign_off.void()).collect::<Vec<_>>()).unwrap();
        writeln!(out, " {:?}", reviewers.iter().map(|by| article.revealed_by(*by)).collect::<Vec<_>>()).unwrap();
    }
    let mut annotations: Vec<&Annotation> = project.annotations().collect();
    annotations.sort_by_key(|annotation| annotation.id);
    for annotation in annotations {
        let revealed: Vec<_> = reviewers.iter().map(|by| annotation.revealed_by(*by)).collect();
        let seen: Vec<_> = reviewers.iter().map(|by| project.sees(*by, annotation.id)).collect();
        writeln!(out, "{} {:?} {:?} {revealed:?} {seen:?}", annotation.id, annotation.made(), annotation.changed()).unwrap();
    }
    out
}
