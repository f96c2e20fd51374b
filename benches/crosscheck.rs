//! The cross-check: all articles at once, one more, one less, its memory, and input that could hold it up.
//!
//! Times are of the processor, on one thread, so that other programs do not count. Memory is measured in a process of its own for each figure.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod generator;
mod measure;

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use factmark::crosscheck::{Apart, ArticleNo, CrossCheck, Findings, Source};
use generator::reports;
use measure::memory::{megabytes, memory};
use measure::time::{cpu, millis};

const SIZES: [usize; 5] = [5, 250, 500, 1_000, 2_000];
/// Bytes of an article.
const LENGTH: usize = 5_000;
const SEED: u64 = 7;

fn main() {
    match measure::arguments().iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["memory", count] => print_memory(count.parse().unwrap()),
        ["bad", which] => print_bad(which),
        _ => all(),
    }
}

fn all() {
    println!("Articles of 5 kB, five of each event (milliseconds of the processor):\n");
    let rows: Vec<Vec<String>> = SIZES.iter().map(|count| at_once(*count)).collect();
    measure::table(&["articles", "reading", "comparing", "together", "for each", "quotes", "repeats", "names", "figures"], &rows);
    println!("One article more, and one less, with all findings anew (milliseconds of the processor):\n");
    let rows: Vec<Vec<String>> = [250, 1_000].iter().map(|count| one_more(*count)).collect();
    measure::table(&["articles", "adding", "comparing", "together", "removing"], &rows);
    println!("Memory above the texts (megabytes):\n");
    let lines: Vec<String> = [250, 1_000].iter().map(|count| measure::apart(&["memory", &count.to_string()]).trim().to_owned()).collect();
    measure::table_of_lines(
        &["articles", "texts", "after reading", "times the texts", "peak", "after removing all"],
        lines.iter().map(String::as_str),
    );
    println!("Input that could hold it up (milliseconds of the processor, megabytes):\n");
    let lines: Vec<String> = BAD.iter().map(|(which, _)| measure::apart(&["bad", which]).trim().to_owned()).collect();
    measure::table_of_lines(&["input", "bytes", "reading", "comparing", "peak MB", "findings"], lines.iter().map(String::as_str));
}

fn sources(texts: Vec<String>) -> Vec<Source> {
    let date = jiff::civil::date(2026, 4, 2);
    texts.into_iter().zip(0..).map(|(text, no)| Source { no: ArticleNo(no), text: Arc::from(text), date: Some(date) }).collect()
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begin = cpu();
    let done = work();
    (done, cpu() - begin)
}

fn find(check: &mut CrossCheck) -> Findings {
    check.findings(&Apart::default(), &mut |_| ControlFlow::Continue(())).unwrap()
}

fn at_once(count: usize) -> Vec<String> {
    let sources = sources(reports(count, LENGTH, SEED));
    let mut best: Option<(Duration, Duration, Findings)> = None;
    for _ in 0..if count > 500 { 1 } else { 3 } {
        let mut check = CrossCheck::new();
        let ((), reading) = timed(|| sources.iter().for_each(|source| check.add(source.clone())));
        let (found, comparing) = timed(|| find(&mut check));
        if best.as_ref().is_none_or(|(a, b, _)| reading + comparing < *a + *b) {
            best = Some((reading, comparing, found));
        }
    }
    let (reading, comparing, found) = best.unwrap();
    let together = reading + comparing;
    let mut row = vec![count.to_string()];
    row.extend([reading, comparing, together, together / count as u32].map(millis));
    row.extend([found.quotes.len(), found.repeats.len(), found.names.len(), found.figures.len()].map(|number| number.to_string()));
    row
}

fn one_more(count: usize) -> Vec<String> {
    let mut sources = sources(reports(count + 1, LENGTH, SEED));
    let last = sources.pop().unwrap();
    let mut check = CrossCheck::new();
    sources.into_iter().for_each(|source| check.add(source));
    find(&mut check);
    let no = last.no;
    let ((), adding) = timed(|| check.add(last));
    let (_, comparing) = timed(|| find(&mut check));
    let ((), removing) = timed(|| check.remove(no));
    let mut row = vec![count.to_string()];
    row.extend([adding, comparing, adding + comparing, removing].map(millis));
    row
}

fn print_memory(count: usize) {
    let sources = sources(reports(count, LENGTH, SEED));
    let texts: u64 = sources.iter().map(|source| source.text.len() as u64).sum();
    let before = memory();
    let mut check = CrossCheck::new();
    sources.iter().for_each(|source| check.add(source.clone()));
    let read = memory().own - before.own;
    let findings = find(&mut check);
    let peak = memory().peak - before.peak.max(before.now);
    drop(findings);
    sources.iter().for_each(|source| check.remove(source.no));
    let removed = memory().own.saturating_sub(before.own);
    let times = format!("{:.1}", read as f64 / texts as f64);
    println!("{count}\t{}\t{}\t{times}\t{}\t{}", megabytes(texts), megabytes(read), megabytes(peak), megabytes(removed));
}

type Make = fn() -> Vec<String>;

/// What could take for ever, with a name.
const BAD: [(&str, Make); 9] = [
    ("one article of 5 MB", || reports(1, 5_000_000, SEED)),
    ("two articles of 5 MB, one a copy", || vec![reports(1, 5_000_000, SEED).remove(0); 2]),
    ("ten copies of 50 kB", || vec![reports(1, 50_000, SEED).remove(0); 10]),
    ("200 copies of 5 kB", || vec![reports(1, 5_000, SEED).remove(0); 200]),
    ("1 MB of quotation marks", || vec!["“\"‘»".repeat(100_000), "\"".repeat(1_000_000)]),
    ("one sentence 20,000 times", || vec!["The bridge at Arle was closed by 12 people on 4 March. ".repeat(20_000)]),
    ("one quote 10,000 times", || vec!["“The bridge is safe to stand beside,” said Ada Ferris.\n".repeat(10_000)]),
    ("1 MB without spaces", || vec!["大橋は安全ですが渡れません".repeat(26_000), "x".repeat(1_000_000)]),
    ("1 MB of figures", || vec!["12 345 6,7 8.9 10 % 11 € 2026 ".repeat(33_000)]),
];

fn print_bad(which: &str) {
    let make = BAD.iter().find(|(name, _)| *name == which).unwrap().1;
    let sources = sources(make());
    let bytes: usize = sources.iter().map(|source| source.text.len()).sum();
    let before = memory();
    let mut check = CrossCheck::new();
    let ((), reading) = timed(|| sources.into_iter().for_each(|source| check.add(source)));
    let (found, comparing) = timed(|| find(&mut check));
    let peak = megabytes(memory().peak - before.peak.max(before.now));
    let count = found.quotes.len() + found.quote_faults.len() + found.repeats.len() + found.names.len() + found.figures.len();
    println!("{which}\t{bytes}\t{}\t{}\t{peak}\t{count}", millis(reading), millis(comparing));
}
