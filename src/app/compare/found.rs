//! Disagreements over all articles, and the rows that are listed of them.

use std::collections::HashMap;

use super::Choices;
use crate::crosscheck::disagreement::{Difference, Disagreement, disagreements};
use crate::model::{AnnotationId, ArticleId, Project, ReviewerId, Sight};
use crate::storage::Progress;

/// A part of the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Whatever reviewers differ in.
    #[default]
    All,
    /// Different verdicts.
    Verdicts,
    /// What only one of them found.
    FoundByOne,
    /// Different corrections.
    Corrections,
    /// Different extents.
    Extents,
    /// The figures of agreement.
    Agreement,
}

impl Section {
    /// All sections from left to right.
    pub const ALL: [Self; 6] = [Self::All, Self::Verdicts, Self::FoundByOne, Self::Corrections, Self::Extents, Self::Agreement];

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Verdicts => "Verdicts",
            Self::FoundByOne => "Found by one",
            Self::Corrections => "Corrections",
            Self::Extents => "Extents",
            Self::Agreement => "Agreement",
        }
    }

    /// The only difference that it lists.
    fn difference(self) -> Option<Difference> {
        match self {
            Self::Verdicts => Some(Difference::Verdicts),
            Self::FoundByOne => Some(Difference::FoundByOne),
            Self::Corrections => Some(Difference::Corrections),
            Self::Extents => Some(Difference::Extents),
            Self::All | Self::Agreement => None,
        }
    }

    fn lists(self, one: &Disagreement) -> bool {
        self.difference().is_none_or(|only| one.differences.contains(&only))
    }
}

/// Whether what is settled is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// The open ones, then those that are settled.
    #[default]
    Both,
    /// Only the open ones.
    Open,
    /// Only those that are settled.
    Settled,
}

impl Standing {
    /// All choices.
    pub const ALL: [Self; 3] = [Self::Both, Self::Open, Self::Settled];

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Both => "open and settled",
            Self::Open => "open",
            Self::Settled => "settled",
        }
    }
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// What those below have in common, and how many they are.
    Heading(&'static str, usize),
    /// A disagreement, by its place among those that were found.
    One(u32),
}

/// Disagreements over all articles.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    list: Vec<(ArticleId, Disagreement)>,
    /// The place in the list of each annotation on which reviewers differ.
    places: HashMap<AnnotationId, u32>,
    /// How many annotations the blind check hides, which are not compared.
    pub unseen: usize,
}

impl Compared {
    /// Looks through a project for what `by` sees: what is open first, then the gravest, then by place. `None` if it was stopped.
    pub fn of(project: &Project, by: Option<ReviewerId>, between: Option<[ReviewerId; 2]>, progress: &Progress) -> Option<Self> {
        let articles = project.articles();
        progress.set_total(articles.len() as u64);
        let (mut list, mut unseen) = (Vec::new(), 0);
        for (number, article) in articles.into_iter().enumerate() {
            progress.step(1).ok()?;
            let hidden = project.unseen(by, article.id);
            unseen += hidden;
            for mut one in disagreements(project, article, between, |id| project.sees(by, id) == Sight::Whole) {
                // Whether the others have found it too is just what the blind check hides.
                one.differences.retain(|difference| hidden == 0 || *difference != Difference::FoundByOne);
                if !one.differences.is_empty() {
                    list.push((number, article.id, one));
                }
            }
        }
        list.sort_by_key(|(number, _, one)| (one.settled.is_some(), one.differences.first().copied(), *number, one.place.start));
        let list: Vec<(ArticleId, Disagreement)> = list.into_iter().map(|(_, article, one)| (article, one)).collect();
        let numbered = list.iter().enumerate();
        let places = numbered.flat_map(|(place, (_, one))| one.annotations.iter().map(move |id| (*id, place as u32))).collect();
        Some(Self { list, places, unseen })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// A disagreement, with its article.
    pub fn get(&self, place: u32) -> Option<&(ArticleId, Disagreement)> {
        self.list.get(place as usize)
    }

    /// The disagreement of which an annotation is part.
    pub fn with(&self, annotation: AnnotationId) -> Option<&(ArticleId, Disagreement)> {
        self.get(self.place_of(annotation)?)
    }

    pub(super) fn place_of(&self, annotation: AnnotationId) -> Option<u32> {
        self.places.get(&annotation).copied()
    }

    /// What the disagreement of a row is known by.
    pub fn id_of(&self, row: Row) -> Option<AnnotationId> {
        let Row::One(place) = row else { return None };
        self.get(place)?.1.annotations.first().copied()
    }

    /// The rows of a section under their headings, and how many open ones each section has.
    pub(super) fn rows(&self, choices: &Choices, section: Section) -> (Vec<Row>, [usize; 5]) {
        let mut rows: Vec<Row> = Vec::new();
        let mut counts = [0; 5];
        let mut heading = 0;
        for (place, (article, one)) in self.list.iter().enumerate() {
            let here = choices.article.is_none_or(|only| only == *article);
            let among = choices.only.as_ref().is_none_or(|only| one.annotations.iter().any(|id| only.contains(id)));
            if !here || !among {
                continue;
            }
            let settled = one.settled.is_some();
            for (count, section) in counts.iter_mut().zip(Section::ALL) {
                *count += usize::from(!settled && section.lists(one));
            }
            let stands = match choices.standing {
                Standing::Both => true,
                Standing::Open => !settled,
                Standing::Settled => settled,
            };
            if !stands || !section.lists(one) {
                continue;
            }
            let gravest = section.difference().or(one.differences.first().copied());
            let words = if settled { "Settled" } else { gravest.map_or("", Difference::label) };
            match rows.get_mut(heading) {
                Some(Row::Heading(last, count)) if *last == words => *count += 1,
                _ => {
                    heading = rows.len();
                    rows.push(Row::Heading(words, 1));
                }
            }
            rows.push(Row::One(place as u32));
        }
        (rows, counts)
    }
}
