//! The list for people: columns that fit the terminal; in a pipe whole, parted by tabs.

use super::super::terminal::{clip, columns_of, visible_line};
use super::super::{Failure, Terminal, articles};
use super::Listed;
use crate::app::list::row;
use crate::model::{Project, Verdict};

const HEAD: [&str; 7] = ["verdict", "article", "passage", "kind", "severity", "correction", "by"];
/// What the columns get at most on a terminal; the two without a number share what is left.
const WIDEST: [Option<usize>; 7] = [Some(13), Some(18), None, Some(11), Some(8), None, Some(8)];
/// The fewest columns of a shared column.
const NARROWEST: usize = 12;
/// Between two columns.
const GAP: usize = 2;

/// Prints the table.
pub fn print(project: &Project, listed: &[Listed], terminal: &mut Terminal) -> Result<(), Failure> {
    let rows = listed.iter().map(|listed| cells(project, *listed));
    let Some(width) = terminal.width else {
        terminal.print(&HEAD.join("\t"))?;
        for row in rows {
            terminal.print(&row.join("\t"))?;
        }
        return Ok(());
    };
    if listed.is_empty() {
        terminal.warn("No annotations.");
        return Ok(());
    }
    let rows: Vec<[String; 7]> = rows.collect();
    let widths = widths(&rows, width);
    for row in std::iter::once(HEAD.map(str::to_owned)).chain(rows) {
        terminal.print(&fitted(&row, &widths))?;
    }
    Ok(())
}

fn cells(project: &Project, (article, annotation): Listed) -> [String; 7] {
    let standing = annotation.standing();
    let (sign, word) = match standing.verdict {
        Some(Verdict::Verified) => ("✓", "verified"),
        Some(Verdict::Disputed) => ("?", "disputed"),
        Some(Verdict::Erroneous) => ("✗", "erroneous"),
        None => ("○", "unchecked"),
    };
    let row = row(project, annotation.id);
    [
        format!("{sign} {word}{}", if standing.disagreement { " ≠" } else { "" }),
        articles::label(article).to_owned(),
        annotation.passage().map(|passage| passage.words.clone()).unwrap_or_default(),
        annotation.kind().label().to_lowercase(),
        annotation.severity().label().to_lowercase(),
        row.correction,
        row.by,
    ]
    .map(|cell| visible_line(&cell))
}

/// How wide each column is, so that a row fits into `width`.
fn widths(rows: &[[String; 7]], width: usize) -> [usize; 7] {
    let mut widths = [0; 7];
    for (n, (widest, head)) in WIDEST.iter().zip(HEAD).enumerate() {
        let needed = rows.iter().filter_map(|row| row.get(n)).map(|cell| columns_of(cell)).max().unwrap_or(0).max(head.len());
        if let Some(own) = widths.get_mut(n) {
            *own = needed.min(widest.unwrap_or(needed));
        }
    }
    let [verdict, article, passage, kind, severity, correction, by] = widths;
    let left = width.saturating_sub(verdict + article + kind + severity + by + GAP * 6);
    // A column that needs less than its share leaves the rest to the other.
    let half = left / 2;
    let correction = correction.min(left.saturating_sub(passage).max(half)).max(NARROWEST.min(correction));
    let passage = passage.min(left.saturating_sub(correction)).max(NARROWEST.min(passage));
    [verdict, article, passage, kind, severity, correction, by]
}

fn fitted(row: &[String; 7], widths: &[usize; 7]) -> String {
    let mut line = String::new();
    for (cell, width) in row.iter().zip(widths) {
        let cell = clip(cell, *width);
        let space = width.saturating_sub(columns_of(&cell)) + GAP;
        line.push_str(&cell);
        line.extend(std::iter::repeat_n(' ', space));
    }
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_fit_the_terminal() {
        let long = "word ".repeat(60);
        let row = |passage: &str, correction: &str| {
            ["✗ erroneous", "a-long-file-name-of-an-article.txt", passage, "attribution", "serious", correction, "AB, CD"]
                .map(str::to_owned)
        };
        for rows in [vec![row(&long, &long)], vec![row(&long, "")], vec![row("大橋", &long)], vec![row("short", "short")]] {
            for width in [96, 100, 140, 400] {
                let widths = widths(&rows, width);
                for row in &rows {
                    assert!(columns_of(&fitted(row, &widths)) <= width, "{width}: {}", fitted(row, &widths));
                }
            }
        }
        let both = widths(&[row("short", &long)], 120);
        assert_eq!(both[2], 7, "a short column keeps only what it needs");
    }
}
