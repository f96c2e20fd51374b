//! What the job works on: the comparison with the articles that it knows, and what is asked of it.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use super::findings::Found;
use crate::crosscheck::finding::Findings;
use crate::crosscheck::{Apart, ArticleNo, CrossCheck, METHODS, Source};
use crate::model::{self, ArticleId, Project, ProjectId};
use crate::storage::{Cache, CacheKey, Progress};

/// What the findings follow from: if it is the same, they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The project.
    pub project: ProjectId,
    /// The articles that are shown, in their order, with their dates as the reviewers have written them.
    pub articles: Vec<(ArticleId, String)>,
    /// What people have said is not the same.
    apart: Vec<model::Apart>,
}

impl Asked {
    /// What would be asked of the project as it stands.
    pub fn of(project: &Project) -> Self {
        let whole = |article: &&&crate::model::Article| article.is_whole();
        let articles = project.articles().iter().filter(whole).map(|article| (article.id, article.date().to_owned())).collect();
        Self { project: project.id(), articles, apart: project.apart().cloned().collect() }
    }

    /// The name under which the findings are kept between starts.
    fn key(&self) -> CacheKey {
        CacheKey::of(format!("{METHODS} {:?} {:?}", self.articles, self.apart).as_bytes())
    }

    /// The texts of the articles.
    pub fn texts(&self, project: &Project) -> HashMap<ArticleId, Arc<str>> {
        let text = |(id, _): &(ArticleId, String)| Some((*id, Arc::clone(project.article(*id)?.text())));
        self.articles.iter().filter_map(text).collect()
    }
}

/// The comparison, with the numbers that it knows the articles by.
#[derive(Default)]
pub struct Engine {
    compare: CrossCheck,
    /// Each article that is in the comparison: its number, and the date that it was compared with.
    known: HashMap<ArticleId, (ArticleNo, String)>,
    /// The article of each number that was ever given.
    numbers: Vec<ArticleId>,
}

impl Engine {
    /// Brings the comparison up to what is asked and gives what it finds; the findings of an earlier start, where they are kept and the
    /// comparison has not begun yet. `None` if it was cancelled.
    pub fn compare(
        mut self,
        asked: &Asked,
        texts: HashMap<ArticleId, Arc<str>>,
        cache: Option<&Path>,
        progress: &Progress,
    ) -> Option<(Option<Self>, Found)> {
        let (cache, key) = (cache.map(Cache::in_folder), asked.key());
        if self.numbers.is_empty()
            && let Some((articles, findings)) = cache.as_ref().and_then(|cache| cache.get::<(Vec<ArticleId>, Findings)>(&key))
        {
            return Some((None, Found::new(articles, findings)));
        }
        progress.set_total(asked.articles.len() as u64);
        self.leave_out_others(asked);
        for (id, date) in &asked.articles {
            progress.step(1).ok()?;
            if self.known.contains_key(id) {
                continue;
            }
            let (Some(text), no) = (texts.get(id), ArticleNo(self.numbers.len() as u32)) else { continue };
            self.compare.add(Source { no, text: Arc::clone(text), date: date.parse().ok() });
            self.known.insert(*id, (no, date.clone()));
            self.numbers.push(*id);
        }
        let apart = self.apart(asked);
        let mut watch = |_: f32| if progress.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        let findings = self.compare.findings(&apart, &mut watch).ok()?;
        let found = Found::new(self.numbers.clone(), findings);
        if let Some(cache) = cache {
            // The next start compares anew where it could not be kept: nothing is lost.
            let _ = cache.keep(&key, &(&self.numbers, &found.findings));
        }
        Some((Some(self), found))
    }

    fn leave_out_others(&mut self, asked: &Asked) {
        let wanted: HashMap<&ArticleId, &String> = asked.articles.iter().map(|(id, date)| (id, date)).collect();
        let gone: Vec<(ArticleId, ArticleNo)> =
            self.known.iter().filter(|(id, (_, date))| wanted.get(id) != Some(&date)).map(|(id, (no, _))| (*id, *no)).collect();
        for (id, no) in gone {
            self.compare.remove(no);
            self.known.remove(&id);
        }
    }

    fn apart(&self, asked: &Asked) -> Apart {
        let mut apart = Apart::default();
        for said in &asked.apart {
            apart.keep(said, |article| self.known.get(&article).map(|(no, _)| *no));
        }
        apart
    }
}
