//! Finding words in the open article or in all of them, on another thread. What is found is shown while the search goes
//! on; the next key stroke stops it and begins anew.

mod hits;

use std::ops::Range;
use std::sync::Arc;

use super::App;
use super::jobs::Finish;
use crate::model::ArticleId;
use crate::storage::Progress;
use crate::text::find::{Finder, Query};
pub use hits::{Hit, Hits};

/// How many hits are kept; more would tell a person nothing.
pub const MAX_HITS: usize = 100_000;
/// So many hits of an article are shown at once, as soon as there are so many; those after them come in larger lots.
const FIRST_LOT: usize = 64;
const LOT: usize = 8_192;

/// What is looked for, and what was found.
#[derive(Debug, Default)]
pub struct Find {
    /// What to look for.
    pub query: Query,
    /// In every article, not only in the open one.
    pub everywhere: bool,
    /// The places found so far, by article in the project's order.
    pub hits: Hits,
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
    /// Forgets what was found.
    pub fn clear(&mut self) {
        if let Some(progress) = self.progress.take() {
            progress.cancel();
        }
        self.running = false;
        self.generation += 1;
        self.hits = Hits::default();
        self.current = None;
        self.fault = None;
        self.asked = None;
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
        let project = self.session().project();
        let texts: Vec<(ArticleId, Arc<str>)> = project
            .articles()
            .into_iter()
            .filter(|article| only.is_none_or(|only| only == article.id))
            .map(|article| (article.id, Arc::clone(article.text())))
            .collect();
        self.find.running = true;
        let (query, generation, outside) = (self.find.query.clone(), self.find.generation, self.jobs.outside());
        let progress = self.jobs.start("Finding", move |progress| {
            let fault = match query.compile() {
                Ok(finder) => {
                    search(&finder, &texts, progress, |article, found| {
                        outside(Box::new(move |app: &mut App| app.find.note(generation, article, found)));
                    });
                    None
                }
                Err(error) => Some(error.to_string()),
            };
            let end: Finish = Box::new(move |app: &mut App| {
                if app.find.note_end(generation, fault) {
                    let words = app.find.found_words();
                    app.announcement.say(words);
                }
            });
            end
        });
        self.find.progress = Some(progress);
    }
}

/// Tells of what is found, the first hits of each article at once.
fn search(finder: &Finder, texts: &[(ArticleId, Arc<str>)], progress: &Progress, tell: impl Fn(ArticleId, Vec<Range<usize>>)) {
    progress.set_total(texts.len() as u64);
    let mut left = MAX_HITS;
    for (article, text) in texts {
        let (mut found, mut lot) = (Vec::new(), FIRST_LOT);
        for range in finder.find_in(text, 0).take(left) {
            if progress.is_cancelled() {
                return;
            }
            found.push(range);
            left -= 1;
            if found.len() == lot {
                tell(*article, std::mem::take(&mut found));
                lot = LOT;
            }
        }
        if progress.step(1).is_err() {
            return;
        }
        if !found.is_empty() {
            tell(*article, found);
        }
        if left == 0 {
            return;
        }
    }
}

impl Find {
    fn note(&mut self, generation: u64, article: ArticleId, found: Vec<Range<usize>>) {
        if generation == self.generation {
            self.hits.add(article, found);
        }
    }

    /// The search has ended; `false` if another has begun since.
    fn note_end(&mut self, generation: u64, fault: Option<String>) -> bool {
        let is_current = generation == self.generation;
        if is_current {
            self.running = false;
            self.fault = fault;
            self.progress = None;
        }
        is_current
    }

    /// “3 found”.
    fn found_words(&self) -> String {
        if self.fault.is_some() {
            return "The search has a fault".into();
        }
        match self.hits.len() {
            0 => "None found".into(),
            MAX_HITS.. => format!("The first {MAX_HITS} found"),
            count => format!("{count} found"),
        }
    }
}
