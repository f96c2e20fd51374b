//! What the cross-check noticed, as a part of the summary: reworded quotes, figures and dates in conflict, repeated text, and how much of it each
//! outlet has. Nobody's verdict, and told as that.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{ArticlePart, Summary};
use crate::crosscheck::ArticleNo;
use crate::crosscheck::finding::{Findings, Place, QuoteClass};
use crate::model::ArticleId;
use crate::text::position::slice;

/// No more statements of one kind are told; a reader of the summary wants the work, not its raw material.
const MOST: usize = 200;
/// No place is told with more characters.
const LONGEST: usize = 400;

/// What the comparison of the articles noticed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrossPart {
    /// One statement, quoted with other words.
    pub reworded: Vec<StatementPart>,
    /// Figures and dates that cannot all be right.
    pub conflicts: Vec<StatementPart>,
    /// Passages that several articles share.
    pub repeats: Vec<StatementPart>,
    /// How many of them each outlet has, in the order of the articles.
    pub outlets: Vec<OutletPart>,
}

/// A statement with its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementPart {
    /// Who said it, or what it is about; may be empty.
    pub about: String,
    /// Where it stands.
    pub places: Vec<PlacePart>,
}

/// One place of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacePart {
    /// The outlet, else the title.
    pub outlet: String,
    /// The value that it gives; empty where the words say all.
    pub value: String,
    /// The words of the article.
    pub words: String,
}

/// What one outlet has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutletPart {
    /// The outlet, else the title.
    pub name: String,
    /// Reworded quotes that it takes part in.
    pub reworded: usize,
    /// Conflicts that it takes part in.
    pub conflicts: usize,
    /// Repeated passages that it has.
    pub repeats: usize,
}

impl Summary {
    /// Adds what the cross-check found; `articles` has the article of each number.
    pub fn add_cross_check(&mut self, articles: &[ArticleId], findings: &Findings) {
        let part = Part { summary: self, articles };
        let quoted = findings.quotes.iter().filter(|group| group.class == QuoteClass::Reworded).take(MOST);
        let reworded: Vec<Told> = quoted
            .map(|group| {
                let speaker = group.members.iter().find_map(|member| member.speaker.clone());
                part.told(speaker.unwrap_or_default(), group.members.iter().map(|member| (&member.place, String::new())))
            })
            .collect();
        let conflicts: Vec<Told> = findings
            .figures
            .iter()
            .filter(|group| group.conflict)
            .take(MOST)
            .map(|group| {
                let places = group.values.iter().flat_map(|value| value.members.iter().map(move |place| (place, value.value.clone())));
                part.told(group.what.clone(), places)
            })
            .collect();
        let shared = findings.repeats.iter().filter(|repeat| !repeat.within).take(MOST);
        let repeats: Vec<Told> =
            shared.map(|repeat| part.told(String::new(), repeat.members.iter().map(|place| (place, String::new())))).collect();
        if reworded.is_empty() && conflicts.is_empty() && repeats.is_empty() {
            return;
        }
        let count = |all: &[Told], n: usize| all.iter().filter(|told| told.articles.contains(&n)).count();
        let outlet = |(n, article): (usize, &ArticlePart)| OutletPart {
            name: name(article),
            reworded: count(&reworded, n),
            conflicts: count(&conflicts, n),
            repeats: count(&repeats, n),
        };
        let outlets = self.articles.iter().enumerate().map(outlet).collect();
        let statements = |all: Vec<Told>| all.into_iter().map(|told| told.statement).collect();
        self.cross_check =
            Some(CrossPart { outlets, reworded: statements(reworded), conflicts: statements(conflicts), repeats: statements(repeats) });
    }
}

struct Part<'a> {
    summary: &'a Summary,
    articles: &'a [ArticleId],
}

struct Told {
    statement: StatementPart,
    /// Places in the summary's articles.
    articles: BTreeSet<usize>,
}

impl Part<'_> {
    fn article(&self, no: ArticleNo) -> Option<(usize, &ArticlePart)> {
        let id = self.articles.get(no.0 as usize)?;
        self.summary.articles.iter().enumerate().find(|(_, article)| article.id == *id)
    }

    fn told<'a>(&self, about: String, places: impl Iterator<Item = (&'a Place, String)>) -> Told {
        let mut told = Told { statement: StatementPart { about, places: Vec::new() }, articles: BTreeSet::new() };
        for (place, value) in places {
            let Some((n, article)) = self.article(place.article) else { continue };
            told.articles.insert(n);
            told.statement.places.push(PlacePart { outlet: name(article), value, words: words(&article.text, place.range()) });
        }
        told
    }
}

fn name(article: &ArticlePart) -> String {
    if article.outlet.is_empty() { article.title.clone() } else { article.outlet.clone() }
}

fn words(text: &str, range: Range<usize>) -> String {
    let whole = slice(text, range);
    let shown: String = whole.chars().take(LONGEST).collect();
    if shown.len() < whole.len() { format!("{shown}…") } else { shown }
}
