//! A project in words, line by line, always in the same order: what a person would want to see in a difference.

use crate::model::{Annotation, Article, EvidenceId, Judgement, Project};

use super::super::articles::label;

/// The lines: the project, its reviewers, then each article with its annotations and who says what of them, two spaces deeper for each step.
pub(super) fn lines(project: &Project) -> Vec<String> {
    let mut lines = vec![if project.title().is_empty() { "Untitled project".to_owned() } else { one_line(project.title()) }];
    let named = project.reviewers().filter(|reviewer| !reviewer.name().is_empty());
    lines.extend(named.map(|reviewer| format!("Reviewer: {}", one_line(&project.reviewer_name(reviewer.id)))));
    for article in project.articles() {
        lines.extend(of_article(project, article));
    }
    let mut links: Vec<String> = project.links().map(|link| of_link(project, link)).collect();
    links.sort();
    lines.extend(links);
    lines
}

fn of_article(project: &Project, article: &Article) -> Vec<String> {
    let about: Vec<String> = [article.title(), article.outlet(), article.date(), article.url()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(one_line)
        .collect();
    let mut lines = vec![format!("Article {}: {}", one_line(label(article)), about.join(", "))];
    for (_, id) in article.places().iter() {
        if let Some(annotation) = project.annotation(id) {
            lines.extend(of_annotation(project, annotation).into_iter().map(|line| format!("  {line}")));
        }
    }
    let mut signed: Vec<String> = article
        .sign_offs()
        .filter(|(_, sign_off)| sign_off.stands())
        .map(|(by, sign_off)| {
            let reason = if sign_off.reason().is_empty() { String::new() } else { format!(": {}", one_line(sign_off.reason())) };
            format!("  Signed off by {}{reason}", project.reviewer_name(by))
        })
        .collect();
    signed.sort();
    lines.extend(signed);
    lines
}

fn of_annotation(project: &Project, annotation: &Annotation) -> Vec<String> {
    let words = annotation.passage().map(|passage| one_line(&passage.words)).unwrap_or_default();
    let mut lines = vec![format!("“{words}” ({})", annotation.kind().label().to_lowercase())];
    let mut said: Vec<String> = annotation.judgements().map(|judgement| of_judgement(project, judgement)).collect();
    said.sort();
    lines.extend(said.into_iter().map(|line| format!("  {line}")));
    if let Some(ruling) = annotation.ruling() {
        let verdict = ruling.verdict().map_or("no verdict".to_owned(), |verdict| verdict.label().to_lowercase());
        let correction = part("correction", ruling.correction());
        lines.push(format!("  Ruling by {}: {verdict}{correction}{}", project.reviewer_name(ruling.by), part("reason", ruling.reason())));
    }
    lines
}

fn of_judgement(project: &Project, judgement: &Judgement) -> String {
    let verdict = judgement.verdict().map_or("no verdict".to_owned(), |verdict| verdict.label().to_lowercase());
    let sources: Vec<String> = judgement.evidence().iter().map(|id| source(project, *id)).collect();
    format!(
        "{}: {verdict}, {}{}{}{}",
        one_line(&project.reviewer_name(judgement.by)),
        judgement.severity().label().to_lowercase(),
        part("correction", judgement.correction()),
        part("note", judgement.note()),
        part("evidence", &sources.join(" | ")),
    )
}

fn source(project: &Project, id: EvidenceId) -> String {
    match project.evidence(id).filter(|evidence| !evidence.is_hidden()) {
        Some(evidence) if evidence.is_confidential() => "a confidential source".to_owned(),
        Some(evidence) => {
            let place = if evidence.place().is_empty() { String::new() } else { format!(" <{}>", one_line(evidence.place())) };
            format!("{}{place}", one_line(evidence.citation()))
        }
        None => "evidence that is gone".to_owned(),
    }
}

fn of_link(project: &Project, link: &crate::model::Link) -> String {
    let words = |id: &crate::model::AnnotationId| {
        let passage = project.annotation(*id).and_then(|annotation| annotation.passage().map(|passage| one_line(&passage.words)));
        format!("“{}”", passage.unwrap_or_default())
    };
    let members: Vec<String> = link.members().iter().map(words).collect();
    format!("{}: {}", link.relation().label(), members.join(" = "))
}

fn part(what: &str, words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("; {what}: {}", one_line(words)) }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
