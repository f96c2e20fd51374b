//! Measuring: processor time, percentiles, memory, processes of their own, tables.

#![allow(dead_code, unused_imports, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

pub mod headless;
pub mod memory;
pub mod time;

use std::process::{Command, Stdio};

/// The arguments of this run, without those that cargo adds.
pub fn arguments() -> Vec<String> {
    std::env::args().skip(1).filter(|argument| argument != "--bench").collect()
}

/// Runs this program again with other arguments and gives back what it prints: for what must not share its memory, or
/// what was made warm, with anything else.
pub fn apart(arguments: &[&str]) -> String {
    let program = std::env::current_exe().unwrap();
    let output = Command::new(program).args(arguments).stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success(), "{arguments:?} ended with {}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// A folder on a real disk, where the build has its own files; it is removed when dropped.
pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

/// Prints a table as Markdown, the columns one under the other.
pub fn table(head: &[&str], rows: &[Vec<String>]) {
    let head: Vec<String> = head.iter().map(|&word| word.to_owned()).collect();
    let width = |column: usize| rows.iter().chain([&head]).map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let print = |row: &[String]| {
        let cells = row.iter().zip(&widths).enumerate();
        let cells = cells.map(|(n, (cell, width))| if n == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") });
        println!("| {} |", cells.collect::<Vec<_>>().join(" | "));
    };
    print(&head);
    let rules = widths.iter().enumerate().map(|(n, width)| format!("{}{}", "-".repeat(width - 1), if n == 0 { "-" } else { ":" }));
    print(&rules.collect::<Vec<_>>());
    rows.iter().for_each(|row| print(row));
    println!();
}

/// Prints a table whose rows other processes have printed, their cells parted by tabs.
pub fn table_of_lines<'a>(head: &[&str], lines: impl Iterator<Item = &'a str>) {
    let rows: Vec<Vec<String>> = lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect();
    table(head, &rows);
}
