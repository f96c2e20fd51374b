//! Everything that a project shows, as one text to compare: without stamps, which undo is free to move on.

use std::fmt::Write as _;

use super::super::*;

pub fn shown(project: &Project) -> String {
    let mut out = format!("title {:?}\n", project.title());
    for reviewer in project.reviewers().filter(|reviewer| !reviewer.name().is_empty()) {
        writeln!(out, "reviewer {} {:?} {}", reviewer.id, reviewer.name(), reviewer.colour()).unwrap();
    }
    let mut articles: Vec<&Article> = project.articles();
    articles.sort_by_key(|article| article.id);
    for article in articles {
        writeln!(out, "article {} {:?} {:?} whole {}", article.id, article.title(), article.outlet(), article.is_whole()).unwrap();
        writeln!(out, " {:?} {:?}", article.counts(), article.dismissals().collect::<Vec<_>>()).unwrap();
        writeln!(out, " {:?} signed {:?}", article.places().iter().collect::<Vec<_>>(), article.signed_by()).unwrap();
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
    out
}
