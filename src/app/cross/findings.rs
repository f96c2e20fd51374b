//! Findings as the window shows them: in sections with headings, each with its cards, and an index of where they stand.

use std::collections::HashMap;
use std::ops::Range;

use crate::crosscheck::ArticleNo;
use crate::crosscheck::finding::{FigureKind, Findings, NameDifference, Place, QuoteClass};
use crate::crosscheck::matrix::{Of, Statement, statements};
use crate::model::{ArticleId, Places};

/// A part of the cross-check tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Statements that several places quote, and marks without a partner.
    #[default]
    Quotes,
    /// Passages that stand in several places.
    Repeats,
    /// Names written in different ways.
    Names,
    /// Figures and dates.
    Figures,
    /// Statements against articles, and how much text the articles share.
    Overview,
}

impl Section {
    /// All sections from left to right.
    pub const ALL: [Self; 5] = [Self::Quotes, Self::Repeats, Self::Names, Self::Figures, Self::Overview];

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Quotes => "Quotes",
            Self::Repeats => "Repeats",
            Self::Names => "Names",
            Self::Figures => "Figures",
            Self::Overview => "Overview",
        }
    }
}

/// A finding, by its number among those of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Finding {
    /// A quoted statement.
    Quote(u32),
    /// A quotation mark without its partner.
    Fault(u32),
    /// A repeated passage.
    Repeat(u32),
    /// A name, or the roles of a person.
    Name(u32),
    /// A figure or date.
    Figure(u32),
}

impl Default for Finding {
    fn default() -> Self {
        Self::Quote(0)
    }
}

impl Finding {
    /// The section that lists it.
    pub fn section(self) -> Section {
        match self {
            Self::Quote(_) | Self::Fault(_) => Section::Quotes,
            Self::Repeat(_) => Section::Repeats,
            Self::Name(_) => Section::Names,
            Self::Figure(_) => Section::Figures,
        }
    }
}

/// A row of the tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// What the findings below have in common, and how many they are.
    Heading(&'static str, usize),
    /// A finding.
    Finding(Finding),
}

impl Row {
    /// The finding of the row.
    pub fn finding(&self) -> Option<Finding> {
        if let Self::Finding(finding) = self { Some(*finding) } else { None }
    }
}

/// One side of a finding: a place that quotes, one spelling with its places, one value with its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What sets it apart from the other cards: a speaker, a spelling, a value. Empty where the text itself does.
    pub label: String,
    /// Its places, in the order of articles and text; never empty.
    pub places: Vec<(ArticleId, Range<usize>)>,
}

/// Findings with where they stand.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// What was found.
    pub findings: Findings,
    /// The article of each number.
    articles: Vec<ArticleId>,
    rows: HashMap<Section, Vec<Row>>,
    statements: Vec<Statement>,
    places: HashMap<ArticleId, Places<Finding>>,
}

impl Found {
    /// Puts findings into rows and enters their places. `articles` has the article of each number.
    pub fn new(articles: Vec<ArticleId>, findings: Findings) -> Self {
        let statements = statements(&findings);
        let mut found = Self { articles, findings, statements, ..Self::default() };
        found.enter_rows();
        let all: Vec<Finding> = found.rows.values().flatten().filter_map(Row::finding).collect();
        for finding in all {
            for (article, range) in found.cards(finding).into_iter().flat_map(|card| card.places) {
                found.places.entry(article).or_default().insert(range, finding);
            }
        }
        found
    }

    /// The article of a number.
    pub fn article(&self, no: ArticleNo) -> Option<ArticleId> {
        self.articles.get(no.0 as usize).copied()
    }

    /// Adds them to a summary.
    pub fn tell(&self, summary: &mut crate::export::Summary) {
        summary.add_cross_check(&self.articles, &self.findings);
    }

    /// The articles with their numbers.
    pub fn numbered(&self) -> impl Iterator<Item = (ArticleNo, ArticleId)> {
        self.articles.iter().enumerate().map(|(no, id)| (ArticleNo(no as u32), *id))
    }

    /// The statements that at least two articles have.
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// The finding that a statement is.
    pub fn finding_of(&self, statement: &Statement) -> Finding {
        match statement.of {
            Of::Quote(at) => Finding::Quote(at as u32),
            Of::Figure(at) => Finding::Figure(at as u32),
            Of::Repeat(at) => Finding::Repeat(at as u32),
        }
    }

    /// The rows of a section.
    pub fn rows(&self, section: Section) -> &[Row] {
        self.rows.get(&section).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many findings a section lists.
    pub fn count(&self, section: Section) -> usize {
        self.rows(section).iter().filter(|row| row.finding().is_some()).count()
    }

    /// The findings that share a byte with a range, the smallest place first.
    pub fn touching(&self, article: ArticleId, range: Range<usize>) -> Vec<(Range<usize>, Finding)> {
        let mut touching = self.places.get(&article).map(|places| places.overlapping(range)).unwrap_or_default();
        touching.sort_by_key(|(range, finding)| (range.len(), range.start, *finding));
        touching
    }

    /// The notable ones of them.
    pub fn notable(&self, article: ArticleId, range: Range<usize>) -> Vec<(Range<usize>, Finding)> {
        let mut touching = self.touching(article, range);
        touching.retain(|(_, finding)| self.is_notable(*finding));
        touching
    }

    /// Whether a reviewer should look at it: something differs, or a passage is copied. Agreement is listed, but the page stays quiet.
    pub fn is_notable(&self, finding: Finding) -> bool {
        let Findings { quotes, figures, .. } = &self.findings;
        match finding {
            Finding::Quote(at) => quotes.get(at as usize).is_some_and(|group| group.class < QuoteClass::Punctuation),
            Finding::Figure(at) => figures.get(at as usize).is_some_and(|group| group.conflict),
            Finding::Fault(_) | Finding::Repeat(_) | Finding::Name(_) => true,
        }
    }

    /// The sides of a finding.
    pub fn cards(&self, finding: Finding) -> Vec<Card> {
        let Findings { quotes, quote_faults, repeats, names, figures, .. } = &self.findings;
        let one = |place: &Place, label: &str| self.card(label, std::slice::from_ref(place));
        match finding {
            Finding::Quote(at) => {
                let members = quotes.get(at as usize).map(|group| group.members.as_slice()).unwrap_or_default();
                members.iter().filter_map(|member| one(&member.place, member.speaker.as_deref().unwrap_or_default())).collect()
            }
            Finding::Fault(at) => quote_faults.get(at as usize).and_then(|fault| one(&fault.place, "")).into_iter().collect(),
            Finding::Repeat(at) => {
                let members = repeats.get(at as usize).map(|repeat| repeat.members.as_slice()).unwrap_or_default();
                members.iter().filter_map(|place| one(place, "")).collect()
            }
            Finding::Name(at) => {
                let variants = names.get(at as usize).map(|group| group.variants.as_slice()).unwrap_or_default();
                variants.iter().filter_map(|variant| self.card(&variant.text, &variant.places)).collect()
            }
            Finding::Figure(at) => {
                let values = figures.get(at as usize).map(|group| group.values.as_slice()).unwrap_or_default();
                values.iter().filter_map(|value| self.card(&value.value, &value.members)).collect()
            }
        }
    }

    fn card(&self, label: &str, places: &[Place]) -> Option<Card> {
        let places: Vec<_> = places.iter().filter_map(|place| Some((self.article(place.article)?, place.range()))).collect();
        (!places.is_empty()).then(|| Card { label: label.to_owned(), places })
    }

    /// The finding of these findings that stands where one of the former findings stood.
    pub fn again(&self, former: &Self, finding: Finding) -> Option<Finding> {
        let cards = former.cards(finding);
        let (article, range) = cards.first()?.places.first()?;
        let same = |(_, other): &(Range<usize>, Finding)| other.section() == finding.section();
        self.touching(*article, range.clone()).into_iter().find(same).map(|(_, finding)| finding)
    }

    fn enter_rows(&mut self) {
        let Findings { quotes, quote_faults, repeats, names, figures, .. } = &self.findings;
        let all = |count: usize, finding: fn(u32) -> Finding| (0..count as u32).map(finding).collect::<Vec<_>>();
        let of_class = |class: QuoteClass| {
            let numbers = quotes.iter().enumerate().filter(move |(_, group)| group.class == class);
            numbers.map(|(at, _)| Finding::Quote(at as u32)).collect::<Vec<_>>()
        };
        let some_repeats = |within: bool| {
            let numbers = repeats.iter().enumerate().filter(move |(_, repeat)| repeat.within == within);
            numbers.map(|(at, _)| Finding::Repeat(at as u32)).collect::<Vec<_>>()
        };
        let some_names = |difference: NameDifference| {
            let numbers = names.iter().enumerate().filter(move |(_, group)| group.difference == difference);
            numbers.map(|(at, _)| Finding::Name(at as u32)).collect::<Vec<_>>()
        };
        let some_figures = |wanted: fn(&crate::crosscheck::finding::FigureGroup) -> bool| {
            let numbers = figures.iter().enumerate().filter(move |(_, group)| wanted(group));
            numbers.map(|(at, _)| Finding::Figure(at as u32)).collect::<Vec<_>>()
        };
        let sections = [
            (
                Section::Quotes,
                vec![
                    ("Reworded", of_class(QuoteClass::Reworded)),
                    ("Quoted here, told there", of_class(QuoteClass::Paraphrased)),
                    ("Marks without a partner", all(quote_faults.len(), Finding::Fault)),
                    ("Cut short", of_class(QuoteClass::Cut)),
                    ("Only punctuation differs", of_class(QuoteClass::Punctuation)),
                    ("Same wording", of_class(QuoteClass::Same)),
                ],
            ),
            (Section::Repeats, vec![("Between articles", some_repeats(false)), ("Twice in one article", some_repeats(true))]),
            (
                Section::Names,
                vec![
                    ("Spelt differently", some_names(NameDifference::Spelling)),
                    ("Different roles", some_names(NameDifference::Role)),
                    ("One office, different people", some_names(NameDifference::Holder)),
                ],
            ),
            (
                Section::Figures,
                vec![
                    ("In conflict", some_figures(|group| group.conflict && group.kind != FigureKind::Weekday)),
                    ("Weekday and date do not match", some_figures(|group| group.conflict && group.kind == FigureKind::Weekday)),
                    ("Told alike", some_figures(|group| !group.conflict)),
                ],
            ),
        ];
        let rows = sections.into_iter().map(|(section, parts)| {
            let part = |(heading, findings): (&'static str, Vec<Finding>)| {
                let heading = (!findings.is_empty()).then_some(Row::Heading(heading, findings.len()));
                heading.into_iter().chain(findings.into_iter().map(Row::Finding))
            };
            (section, parts.into_iter().flat_map(part).collect())
        });
        self.rows = rows.collect();
    }
}
