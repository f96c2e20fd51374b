//! From a project to what the cross-check looks at.
//!
//! Articles whose text is not whole are left out: their places would not be those of the text that arrives later.

use std::collections::HashMap;
use std::sync::Arc;

use super::source::{Apart, ArticleNo, Source, Sources};
use crate::model::{Article, ArticleId, Project};

/// The articles of a project that can be compared, in their order. An article's [`ArticleNo`] is its index here.
pub fn articles(project: &Project) -> Vec<&Article> {
    project.articles().into_iter().filter(|article| article.is_whole()).collect()
}

/// These articles as sources, and what was said is not the same.
pub fn sources(project: &Project) -> (Sources, Apart) {
    let articles = articles(project);
    let sources = articles.iter().zip(0..).map(|(article, no)| {
        let source = Source { no: ArticleNo(no), text: Arc::clone(article.text()), date: article.date().parse().ok() };
        (source.no, source)
    });
    let numbers: HashMap<ArticleId, ArticleNo> = articles.iter().zip(0..).map(|(article, no)| (article.id, ArticleNo(no))).collect();
    (sources.collect(), apart(project, |article| numbers.get(&article).copied()))
}

/// What was said in a project is not the same, where articles have these numbers.
pub fn apart(project: &Project, number: impl Fn(ArticleId) -> Option<ArticleNo>) -> Apart {
    let mut apart = Apart::default();
    for said in project.apart() {
        apart.keep(said, &number);
    }
    apart
}
