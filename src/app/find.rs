//! Finding words in the open article or in all of them, on another thread, article by article.

use std::ops::Range;
use std::sync::Arc;

use super::App;
use crate::model::ArticleId;
use crate::storage::Progress;
use crate::text::find::Query;

/// How many hits are kept; more would tell a person nothing.
pub const MAX_HITS: usize = 100_000;

/// A place that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The article.
    pub article: ArticleId,
    /// Where, in bytes of its text.
    pub range: Range<usize>,
}

/// What is looked for, and what was found.
#[derive(Debug, Default)]
pub struct Find {
    /// What to look for.
    pub query: Query,
    /// In every article, not only in the open one.
    pub everywhere: bool,
    /// The places found so far, by article in the project's order.
    pub hits: Vec<Hit>,
    /// The hit that was gone to last.
    pub current: Option<usize>,
    /// Whether the search still runs.
    pub running: bool,
    /// Why the query cannot be searched for, in words.
    pub fault: Option<String>,
    /// What the hits are of; hits of an older search are thrown away.
    generation: u64,
    asked: Option<(Query, Option<ArticleId>, usize)>,
    progress: Option<Progress>,
}

impl Find {
    /// The hits of one article, in order.
    pub fn hits_in(&self, article: ArticleId) -> Vec<Range<usize>> {
        self.hits.iter().filter(|hit| hit.article == article).map(|hit| hit.range.clone()).collect()
    }

    /// What the hits belong to: grows with each search.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Forgets what was found.
    pub fn clear(&mut self) {
        self.stop();
        self.hits.clear();
        self.current = None;
        self.fault = None;
        self.asked = None;
    }

    fn stop(&mut self) {
        if let Some(progress) = self.progress.take() {
            progress.cancel();
        }
        self.running = false;
        self.generation += 1;
    }
}

impl App {
    /// Starts the search again if the query, the articles or the open article are others than last time.
    pub fn refresh_find(&mut self) {
        let only = if self.find.everywhere { None } else { self.article };
        let articles = self.session().project().articles().len();
        let asked = (self.find.query.clone(), only, articles);
        if self.find.asked.as_ref() == Some(&asked) {
            return;
        }
        self.find.clear();
        self.find.asked = Some(asked);
        if self.find.query.pattern.is_empty() {
            return;
        }
        let finder = match self.find.query.compile() {
            Ok(finder) => finder,
            Err(error) => {
                self.find.fault = Some(error.to_string());
                return;
            }
        };
        let project = self.session().project();
        let texts: Vec<(ArticleId, Arc<str>)> = project
            .articles()
            .into_iter()
            .filter(|article| only.is_none_or(|only| only == article.id))
            .map(|article| (article.id, Arc::clone(article.text())))
            .collect();
        self.find.running = true;
        let generation = self.find.generation;
        let outside = self.jobs.outside();
        self.jobs.start("Finding", move |progress| {
            let own = progress.clone();
            outside(Box::new(move |app: &mut App| app.find.note_progress(generation, own)));
            progress.set_total(texts.len() as u64);
            let mut left = MAX_HITS;
            for (article, text) in texts {
                let mut found = Vec::new();
                for range in finder.find_in(&text, 0).take(left) {
                    found.push(Hit { article, range });
                    if found.len() % 1024 == 0 && progress.is_cancelled() {
                        break;
                    }
                }
                left -= found.len();
                if progress.step(1).is_err() {
                    break;
                }
                outside(Box::new(move |app: &mut App| app.find.note(generation, found)));
            }
            Box::new(move |app: &mut App| app.find.note_end(generation))
        });
    }
}

impl Find {
    fn note_progress(&mut self, generation: u64, progress: Progress) {
        if generation == self.generation {
            self.progress = Some(progress);
        } else {
            progress.cancel();
        }
    }

    fn note(&mut self, generation: u64, hits: Vec<Hit>) {
        if generation == self.generation {
            self.hits.extend(hits);
        }
    }

    fn note_end(&mut self, generation: u64) {
        if generation == self.generation {
            self.running = false;
            self.progress = None;
        }
    }
}
