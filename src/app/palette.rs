//! “Go to anything”: commands, articles and annotations by a few letters of their words.
//!
//! Matching is fuzzy, in the manner of fzf, by nucleo. Everything that can be gone to is collected once when the
//! palette opens; what matches is found on another thread when there is much of it.

use std::sync::Arc;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::command::{Command, TABLE};
use super::{App, Request};
use crate::model::{AnnotationId, ArticleId, Verdict};

/// How many matches are shown.
pub const SHOWN: usize = 60;
/// How many characters of an annotation's words are looked at.
const WORDS_CHARS: usize = 120;

/// What a line of the palette leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A command.
    Command(Command),
    /// An article.
    Article(ArticleId),
    /// An annotation, with how it stands.
    Annotation(AnnotationId, Option<Verdict>),
}

/// A line of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Where it leads.
    pub goal: Goal,
    /// Its words.
    pub text: String,
    /// What stands beside the words: the menu, the outlet, the article.
    pub aside: String,
}

impl Item {
    /// What choosing it asks for.
    pub fn request(&self) -> Request {
        match self.goal {
            Goal::Command(command) => Request::Run(command),
            Goal::Article(article) => Request::ShowArticle(article),
            Goal::Annotation(annotation, _) => Request::GoTo(annotation),
        }
    }
}

/// The open palette.
#[derive(Debug, Default)]
pub struct Palette {
    /// What was typed.
    pub words: String,
    /// Which match is chosen.
    pub chosen: usize,
    items: Arc<Vec<Item>>,
    matches: Vec<Item>,
    matched: Option<String>,
}

impl Palette {
    /// What matches, the best first.
    pub fn matches(&self) -> &[Item] {
        &self.matches
    }

    fn note(&mut self, words: &str, matches: Vec<Item>) {
        if self.matched.as_deref() == Some(words) {
            self.matches = matches;
            self.chosen = 0;
        }
    }
}

/// The items that match, the best first; all of them, in their order, while nothing is typed.
pub fn best(items: &[Item], words: &str) -> Vec<Item> {
    if words.trim().is_empty() {
        return items.iter().take(SHOWN).cloned().collect();
    }
    let pattern = Pattern::parse(words.trim(), CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    let mut scored: Vec<(u32, usize, &Item)> = items
        .iter()
        .enumerate()
        .filter_map(|(place, item)| {
            let score = pattern.score(Utf32Str::new(&item.text, &mut letters), &mut matcher)?;
            Some((score, place, item))
        })
        .collect();
    scored.sort_by_key(|(score, place, _)| (std::cmp::Reverse(*score), *place));
    scored.into_iter().take(SHOWN).map(|(_, _, item)| item.clone()).collect()
}

impl App {
    /// Opens the palette with everything that can be gone to now.
    pub(super) fn open_palette(&mut self) {
        let project = self.session().project();
        let commands = TABLE.iter().filter(|entry| self.can(entry.command) && entry.command != Command::GoToAnything).map(|entry| Item {
            goal: Goal::Command(entry.command),
            text: entry.title.trim_end_matches('…').to_owned(),
            aside: entry.menu.label().to_owned(),
        });
        let articles = project.articles();
        let titles = articles.iter().map(|article| Item {
            goal: Goal::Article(article.id),
            text: article.title().to_owned(),
            aside: if article.outlet().is_empty() { "Article".into() } else { article.outlet().to_owned() },
        });
        let annotations = articles.iter().flat_map(|article| {
            let title: String = article.title().chars().take(40).collect();
            article.places().iter().filter_map(move |(_, id)| {
                let annotation = project.annotation(id)?;
                let text: String = annotation.passage()?.words.chars().take(WORDS_CHARS).map(|c| if c == '\n' { ' ' } else { c }).collect();
                Some(Item { goal: Goal::Annotation(id, annotation.standing().verdict), text, aside: title.clone() })
            })
        });
        let items = titles.chain(commands).chain(annotations).collect::<Vec<_>>();
        self.palette = Palette { items: Arc::new(items), ..Palette::default() };
        self.refresh_palette();
    }

    /// Finds what matches the words typed, if they are others than last time.
    pub fn refresh_palette(&mut self) {
        /// Up to so many items are matched at once; more on another thread.
        const AT_ONCE: usize = 2_000;
        let words = self.palette.words.clone();
        if self.palette.matched.as_ref() == Some(&words) {
            return;
        }
        self.palette.matched = Some(words.clone());
        let items = Arc::clone(&self.palette.items);
        if items.len() <= AT_ONCE {
            let matches = best(&items, &words);
            self.palette.note(&words, matches);
        } else {
            self.jobs.start("Looking", move |_| {
                let matches = best(&items, &words);
                Box::new(move |app: &mut App| app.palette.note(&words, matches))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_letters_find_the_item() {
        let items: Vec<Item> =
            TABLE.iter().map(|entry| Item { goal: Goal::Command(entry.command), text: entry.title.into(), aside: String::new() }).collect();
        for (words, command) in [
            ("verif", Command::Verify),
            ("expsum", Command::Export),
            ("NEXT UNCH", Command::NextUnchecked),
            ("every all", Command::MarkEveryInAll),
        ] {
            let first = best(&items, words).into_iter().next().map(|item| item.goal);
            assert_eq!(first, Some(Goal::Command(command)), "{words}");
        }
        assert_eq!(best(&items, "qqqqzz"), []);
        assert_eq!(best(&items, "  ").len(), items.len().min(SHOWN));
    }
}
