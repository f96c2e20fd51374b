//! Which columns of the list fit a width, and where they stand.

use egui::{Rangef, Rect};

use crate::app::list::Column;
use crate::ui::theme::space;

/// A column: its least width in points, its share of what is left over, and how soon it is given up (the last first).
struct Width {
    column: Column,
    least: f32,
    share: f32,
    rank: u8,
}

const fn width(column: Column, least: f32, share: f32, rank: u8) -> Width {
    Width { column, least, share, rank }
}

/// From left to right.
const WIDTHS: [Width; 9] = [
    width(Column::Verdict, 38.0, 0.0, 0),
    width(Column::Place, 104.0, 1.0, 5),
    width(Column::Passage, 120.0, 4.0, 1),
    width(Column::Kind, 76.0, 0.0, 8),
    width(Column::Note, 100.0, 3.0, 2),
    width(Column::Correction, 110.0, 3.0, 6),
    width(Column::Evidence, 72.0, 0.0, 7),
    width(Column::By, 58.0, 0.0, 4),
    width(Column::Changed, 70.0, 0.0, 3),
];

/// The columns that fit, with where each stands from the left edge of the list. The article is shown only where rows of
/// several articles are listed. The passage and its verdict are always there.
pub fn fitting(width: f32, articles: bool) -> Vec<(Column, Rangef)> {
    let mut chosen: Vec<&Width> = WIDTHS.iter().filter(|width| articles || width.column != Column::Place).collect();
    let total = |chosen: &[&Width]| -> f32 { chosen.iter().map(|width| width.least).sum() };
    let free = width - 2.0 * space::MEDIUM;
    while total(&chosen) > free && chosen.len() > 2 {
        let last = chosen.iter().map(|width| width.rank).max();
        chosen.retain(|width| Some(width.rank) != last);
    }
    let over = (free - total(&chosen)).max(0.0);
    let shares: f32 = chosen.iter().map(|width| width.share).sum();
    let mut left = space::MEDIUM;
    let place = |width: &&Width| {
        let start = left;
        left += width.least + over * width.share / shares.max(1.0);
        (width.column, Rangef::new(start, left - space::SMALL))
    };
    chosen.iter().map(place).collect()
}

/// The part of a row that a column takes.
pub fn cell_of(row: Rect, across: Rangef) -> Rect {
    Rect::from_x_y_ranges(Rangef::new(row.left() + across.min, row.left() + across.max), row.y_range())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_go_one_by_one_as_the_list_narrows() {
        for (width, articles, count) in [
            (1400.0, true, 9),
            (1400.0, false, 8),
            (820.0, false, 8),
            (700.0, false, 8),
            (420.0, false, 5),
            (200.0, false, 2),
            (0.0, true, 2),
        ] {
            assert_eq!(fitting(width, articles).len(), count, "{width}");
        }
    }

    #[test]
    fn columns_do_not_overlap_and_end_at_the_edge() {
        for width in [404.0, 700.0, 844.0, 1400.0] {
            let columns = fitting(width, true);
            for pair in columns.windows(2) {
                assert!(pair[0].1.max < pair[1].1.min, "{width}");
            }
            let end = columns.last().unwrap().1.max;
            assert!(end <= width && end > width - 40.0, "{width}: {end}");
        }
    }
}
