//! Who says what: the statements that several articles have, each with the articles that report it, differ in it, or leave it out.
//!
//! Why: one look shows which report has the figure that no other has, and which one leaves out the quote that all others lead with. How: quotes,
//! figures and repeats with places in two or more articles are the statements; an article without a place leaves it out, which is told by its
//! absence, so that a thousand articles cost no more than their findings do. A repeat that is the same words as a quote is told once, as a quote.
//!
//! What it does not do: look into texts. An article that tells a statement in words that no method recognised seems to leave it out.

use std::collections::BTreeMap;

use super::finding::{FigureGroup, Findings, Place, QuoteClass, QuoteGroup, Repeat};
use super::source::ArticleNo;

/// Which finding a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Of {
    /// The quote at this index of the findings.
    Quote(usize),
    /// The figure at this index of the findings.
    Figure(usize),
    /// The repeat at this index of the findings.
    Repeat(usize),
}

/// How an article stands to a statement that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stand {
    /// It says what most say, in whatever words.
    Reports,
    /// It says it differently: reworded, or with another value.
    Differs,
}

/// A statement that at least two articles have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The finding.
    pub of: Of,
    /// The articles that have it, each with the first place that tells how it stands.
    pub told: BTreeMap<ArticleNo, (Stand, Place)>,
}

impl Statement {
    /// How an article stands to it and where; `None` if it leaves it out.
    pub fn at(&self, article: ArticleNo) -> Option<(Stand, Place)> {
        self.told.get(&article).copied()
    }

    /// How many articles differ.
    pub fn differ(&self) -> usize {
        self.told.values().filter(|(stand, _)| *stand == Stand::Differs).count()
    }
}

/// The statements of some findings: those in which articles differ first, then those that most articles have.
pub fn statements(findings: &Findings) -> Vec<Statement> {
    let quoted = Quoted::of(&findings.quotes);
    let quotes = findings.quotes.iter().enumerate().map(|(n, group)| told(Of::Quote(n), quote(group)));
    let figures = findings.figures.iter().enumerate().map(|(n, group)| told(Of::Figure(n), figure(group)));
    let repeats = findings.repeats.iter().enumerate().filter(|(_, repeat)| !quoted.has(repeat));
    let repeats = repeats.map(|(n, repeat)| told(Of::Repeat(n), repeat.members.iter().map(|place| (Stand::Reports, *place))));
    let mut statements: Vec<Statement> = quotes.chain(figures).chain(repeats).filter(|statement| statement.told.len() > 1).collect();
    statements.sort_by_key(|statement| (std::cmp::Reverse((statement.differ() > 0, statement.told.len())), statement.of));
    statements
}

/// An article that says it in two ways differs.
fn told(of: Of, places: impl Iterator<Item = (Stand, Place)>) -> Statement {
    let mut told: BTreeMap<ArticleNo, (Stand, Place)> = BTreeMap::new();
    for (stand, place) in places {
        let known = told.entry(place.article).or_insert((stand, place));
        if stand > known.0 {
            *known = (stand, place);
        }
    }
    Statement { of, told }
}

fn quote(group: &QuoteGroup) -> impl Iterator<Item = (Stand, Place)> {
    let stand = |class| if class == QuoteClass::Reworded { Stand::Differs } else { Stand::Reports };
    group.members.iter().map(move |member| (stand(member.class), member.place))
}

/// The first value is the commonest.
fn figure(group: &FigureGroup) -> impl Iterator<Item = (Stand, Place)> {
    group.values.iter().enumerate().flat_map(|(n, value)| {
        let stand = if group.conflict && n > 0 { Stand::Differs } else { Stand::Reports };
        value.members.iter().map(move |place| (stand, *place))
    })
}

/// The places of the quotes, by article.
struct Quoted(BTreeMap<ArticleNo, Vec<Place>>);

impl Quoted {
    fn of(groups: &[QuoteGroup]) -> Self {
        let mut places: BTreeMap<ArticleNo, Vec<Place>> = BTreeMap::new();
        for member in groups.iter().flat_map(|group| &group.members) {
            places.entry(member.place.article).or_default().push(member.place);
        }
        places.values_mut().for_each(|places| places.sort_unstable());
        Self(places)
    }

    /// Whether at least half of each place of a repeat is quoted.
    fn has(&self, repeat: &Repeat) -> bool {
        repeat.members.iter().all(|place| {
            let all = self.0.get(&place.article).map(Vec::as_slice).unwrap_or_default();
            // Quotes of one article do not lie in each other, so those that begin before the end and reach the start are few.
            let before = all.partition_point(|quoted| quoted.start < place.end);
            let near = all.iter().take(before).rev().take_while(|quoted| quoted.end > place.start);
            2 * near.map(|quoted| quoted.shared(place)).sum::<usize>() >= place.end.saturating_sub(place.start)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crosscheck::finding::{FigureKind, FigureValue, Quoted as Member};

    fn place(article: u32, start: usize) -> Place {
        Place { article: ArticleNo(article), start, end: start + 10 }
    }

    fn quotes(members: &[(u32, usize, QuoteClass)]) -> QuoteGroup {
        let members = members.iter().map(|(article, start, class)| Member {
            place: place(*article, *start),
            parts: Vec::new(),
            speaker: None,
            class: *class,
        });
        QuoteGroup { class: QuoteClass::Same, members: members.collect(), compared: (0, 1), diff: Vec::new(), changed_words: 0, words: 0 }
    }

    fn figures(conflict: bool, values: &[&[(u32, usize)]]) -> FigureGroup {
        let values = values.iter().map(|members| FigureValue {
            value: String::new(),
            members: members.iter().map(|(article, start)| place(*article, *start)).collect(),
        });
        FigureGroup { kind: FigureKind::Quantity, what: String::new(), conflict, reason: String::new(), values: values.collect() }
    }

    fn repeat(members: &[(u32, usize)]) -> Repeat {
        let members: Vec<Place> = members.iter().map(|(article, start)| place(*article, *start)).collect();
        let within = members.iter().all(|member| Some(member.article) == members.first().map(|first| first.article));
        Repeat { members, similarity: 1.0, within, compared: (0, 1) }
    }

    #[test]
    fn each_article_reports_differs_or_leaves_out() {
        use QuoteClass::{Paraphrased, Reworded, Same};
        let findings = Findings {
            quotes: vec![
                quotes(&[(0, 0, Same), (1, 0, Reworded), (1, 50, Same), (2, 0, Paraphrased)]),
                quotes(&[(0, 100, Same), (0, 200, Same)]),
            ],
            figures: vec![figures(true, &[&[(0, 300), (2, 300)], &[(3, 300)]]), figures(false, &[&[(0, 400)], &[(1, 400)]])],
            repeats: vec![repeat(&[(0, 2), (1, 48)]), repeat(&[(0, 500), (1, 500)]), repeat(&[(0, 600), (0, 700)])],
            ..Findings::default()
        };
        let shown: Vec<String> = statements(&findings)
            .iter()
            .map(|statement| {
                let cell = |no| match statement.at(ArticleNo(no)) {
                    None => '-',
                    Some((Stand::Reports, _)) => 'r',
                    Some((Stand::Differs, _)) => 'd',
                };
                format!("{:?} {}", statement.of, (0..4).map(cell).collect::<String>())
            })
            .collect();
        assert_eq!(shown, ["Quote(0) rdr-", "Figure(0) r-rd", "Figure(1) rr--", "Repeat(1) rr--"]);
    }
}
