//! A figure as it is kept between calls: what [`Mention`] found, and where.

use crate::crosscheck::finding::{FigureKind, Place};
use crate::crosscheck::source::ArticleNo;

use super::calendar::When;
use super::context::{Stem, Word, class_stem};
use super::mention::{Mention, Worth};
use super::unit::Dimension;
use super::vocabulary::{Class, FATES};

/// A figure of an article.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    article: ArticleNo,
    start: u32,
    end: u32,
    pub worth: Worth,
    pub heads: [Stem; 2],
    pub anchor: Option<When>,
    pub apart: bool,
    pub sentence: u32,
    /// Whether its sentence has an amount as well, which a date then dates.
    pub beside_amount: bool,
    /// Whether it counts the injured, the dead, the missing: such numbers grow while an event is reported.
    pub grows: bool,
    pub describes: bool,
    /// Of a day: 1 if it lies after the day of publication, -1 if before; else 0.
    pub side: i8,
    pub context: Box<[Word]>,
}

impl Entry {
    pub fn new(article: ArticleNo, mention: Mention) -> Self {
        // A text is never longer than 4 GB.
        let short = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            article,
            start: short(mention.start),
            end: short(mention.end),
            worth: mention.worth,
            heads: mention.heads,
            anchor: mention.anchor,
            apart: mention.apart,
            sentence: mention.sentence,
            beside_amount: mention.beside_amount,
            grows: mention.grows,
            describes: mention.describes,
            side: mention.side,
            context: mention.context.into_boxed_slice(),
        }
    }

    pub fn place(&self) -> Place {
        Place { article: self.article, start: self.start as usize, end: self.end as usize }
    }

    pub fn article(&self) -> ArticleNo {
        self.article
    }

    pub fn dimension(&self) -> Dimension {
        match self.worth {
            Worth::Amount(amount) => amount.dimension,
            Worth::Day { .. } => Dimension::Date,
            Worth::Time { .. } => Dimension::Clock,
        }
    }

    /// Whether what is counted is the injured, the dead, the missing, without a noun of their own.
    pub fn is_fate(&self) -> bool {
        self.heads[0] != 0 && FATES.iter().any(|fate| self.heads.contains(&class_stem(Class::Fate(fate))))
    }

    pub fn kind(&self) -> FigureKind {
        match self.dimension() {
            Dimension::Money => FigureKind::Money,
            Dimension::Percent | Dimension::Points => FigureKind::Percentage,
            Dimension::Duration | Dimension::Age => FigureKind::Duration,
            Dimension::Date | Dimension::Clock => FigureKind::Date,
            _ => FigureKind::Quantity,
        }
    }
}
