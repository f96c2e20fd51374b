//! Findings: what the cross-check has noticed and nobody has decided on yet. A finding names places and a reason, and is never a verdict.
//!
//! The parts of the cross-check (quotes, repeats, names, figures, claims) each answer with one of these types; the tab, the summary and the
//! commands without a window show them. They can be written and read again, so that they are kept between starts.

use serde::{Deserialize, Serialize};

use crate::model::Reason;
use crate::text::diff::Change;

use super::source::ArticleNo;

/// A stretch of one of the compared articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Which article.
    pub article: ArticleNo,
    /// Where it starts, in bytes of the article's text.
    pub start: usize,
    /// Where it ends, in bytes of the article's text.
    pub end: usize,
}

impl Place {
    /// The bytes of the article's text.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// How many bytes two places share; none if they are of two articles.
    pub fn shared(&self, other: &Self) -> usize {
        if self.article == other.article { self.end.min(other.end).saturating_sub(self.start.max(other.start)) } else { 0 }
    }
}

/// Everything that was found, each kind with what needs a person first at the front.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// Statements that several places quote.
    pub quotes: Vec<QuoteGroup>,
    /// Quotation marks that do not pair.
    pub quote_faults: Vec<QuoteFault>,
    /// Passages that stand in several places.
    pub repeats: Vec<Repeat>,
    /// One name written in different ways, and one person given different titles.
    pub names: Vec<NameGroup>,
    /// Figures and dates that are told of the same thing.
    pub figures: Vec<FigureGroup>,
    /// Sentences that hold something that can be checked.
    pub claims: Vec<Claim>,
    /// What is no article text.
    pub boilerplate: Vec<NotArticleText>,
    /// How much text each pair of articles shares.
    pub shared: Vec<Shared>,
}

/// How differently a statement is quoted. The order is that of what a reviewer wants to see first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteClass {
    /// Words that carry meaning were replaced, inserted or dropped.
    Reworded,
    /// Quoted in one place, told in the writer's own words in another.
    Paraphrased,
    /// One place quotes less of it.
    Cut,
    /// Only punctuation, case or typography differ.
    Punctuation,
    /// Nothing differs.
    Same,
}

/// One statement, in all places that quote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteGroup {
    /// The class of the two places that differ most.
    pub class: QuoteClass,
    /// The places, in the order of articles and text.
    pub members: Vec<Quoted>,
    /// Which two members differ most, as indexes into `members`; what `diff` compares.
    pub compared: (usize, usize),
    /// The words of the compared members side by side, in the first one's typography where that is all that differs (but for
    /// [`QuoteClass::Punctuation`]); nothing for a paraphrase, whose words are its own.
    pub diff: Vec<Change>,
    /// How many words that carry meaning differ between the compared members.
    pub changed_words: usize,
    /// How many words that carry meaning the longer of the compared stretches has.
    pub words: usize,
}

/// One place that quotes, or paraphrases, a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    /// From the first quotation mark to the last, with what stands between the parts.
    pub place: Place,
    /// The words quoted, without marks, in bytes of the article's text: several where “, he said,” breaks them. One whole sentence for a
    /// paraphrase.
    pub parts: Vec<(usize, usize)>,
    /// Who is said to have said it, where the text names someone.
    pub speaker: Option<String>,
    /// How this place differs from the group's fullest wording.
    pub class: QuoteClass,
}

/// A quotation mark without its partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteFault {
    /// The mark and the words that it seems to belong to.
    pub place: Place,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fault {
    /// It opens and nothing closes.
    Unclosed,
    /// It closes, or stands, where nothing was opened.
    Stray,
}

/// A passage that stands in several places, word for word or nearly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Repeat {
    /// The places, in the order of articles and text.
    pub members: Vec<Place>,
    /// The share of words that the least alike two members have in common, from 0 to 1.
    pub similarity: f32,
    /// Whether all of it stands in one article.
    pub within: bool,
    /// Which two members differ most, as indexes into `members`.
    pub compared: (usize, usize),
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Organisation,
    /// The text does not tell.
    Unknown,
}

/// What differs in a [`NameGroup`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameDifference {
    /// The spelling.
    Spelling,
    /// The title or role; then each variant's text is the title or role.
    Role,
    /// Who holds an office; then the group's name is the office, and each variant's text a person.
    Holder,
}

/// One name in the ways in which it is written, one person with the roles that are given, or one office with the people who are said to hold it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameGroup {
    /// What it names.
    pub kind: NameKind,
    /// What differs.
    pub difference: NameDifference,
    /// The name as it is written most often.
    pub name: String,
    /// The ways, the commonest first; at least two.
    pub variants: Vec<Variant>,
}

/// One way of writing a name, or one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// As it is written.
    pub text: String,
    /// Where, in the order of articles and text.
    pub places: Vec<Place>,
}

/// What sort of thing a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureKind {
    /// So many of something, or so much in a unit.
    Quantity,
    /// An amount of money.
    Money,
    /// A share.
    Percentage,
    /// A length of time.
    Duration,
    /// A day, month, year or time of day.
    Date,
    /// A weekday beside a date that falls on another.
    Weekday,
}

/// What the articles say of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureGroup {
    /// What sort of figure it is.
    pub kind: FigureKind,
    /// The thing that is counted, dated or measured, in words of the articles.
    pub what: String,
    /// Whether the values cannot all be right.
    pub conflict: bool,
    /// Why they belong together, and why they do or do not conflict: one sentence for the reviewer.
    pub reason: String,
    /// The values, the commonest first.
    pub values: Vec<FigureValue>,
}

/// One value, and who says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureValue {
    /// Normalised, as it is shown: “2,400,000 €”, “28 March 2026”.
    pub value: String,
    /// Where, in the order of articles and text.
    pub members: Vec<Place>,
}

/// Why a sentence can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClaimReason {
    /// It has a figure.
    Figure,
    /// It has a date or a time.
    Date,
    /// It names someone or something.
    Name,
    /// It quotes.
    Quote,
    /// It says who says so.
    Attribution,
    /// First, most, never, only: it claims an extreme.
    Superlative,
    /// It says that one thing brought about another.
    Cause,
    /// It holds one thing against another.
    Comparison,
}

/// A sentence that holds something that can be checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The sentence.
    pub place: Place,
    /// Why, each reason once, in their order; never empty.
    pub reasons: Vec<ClaimReason>,
}

/// A stretch that is no article text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotArticleText {
    /// Where.
    pub place: Place,
    /// What it is instead.
    pub reason: Reason,
}

/// How much text two articles share.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shared {
    /// The article with the lower number.
    pub a: ArticleNo,
    /// The other.
    pub b: ArticleNo,
    /// The share of the words of `a` that stand in passages shared with `b`, from 0 to 1.
    pub of_a: f32,
    /// The share of the words of `b` that stand in passages shared with `a`, from 0 to 1.
    pub of_b: f32,
}
