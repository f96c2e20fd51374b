//! Builds the bundled sample from its five articles and its marks, at fixed times, so that it is the same bytes each time.
//!
//! The two reviewers work on three days of March 2026, each line of `marks.jsonl` on the day on which the last of its sources was
//! consulted, so that nobody judges by what they had not seen yet.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use factmark::app::Surroundings;
use factmark::app::edits::{self, ArticleDetails};
use factmark::app::session::Session;
use factmark::model::{Article, Edit, Reason, Replica};
use factmark::storage::{Progress, load, save};
use factmark::text::find::find_quote;
use serde_json::Value;

use super::{run_fixed, sample_folder};

/// The file.
pub const NAME: &str = "harbour-bridge.factmark.ron";
const TITLE: &str = "Harbour bridge closure";
const ARTICLES: [&str; 5] = ["courier.txt", "northline.txt", "dockside-live.txt", "coastland-radio.md", "arle-reader.txt"];
const MIRIAM: &str = "Miriam Castellane";
const JONAS: &str = "Jonas Weatherby";

/// 16 March 2026, 00:00 UTC, in milliseconds since 1970.
const FIRST_DAY: u64 = 1_773_619_200_000;
const DAY: u64 = 24 * HOUR;
const HOUR: u64 = 60 * MINUTE;
const MINUTE: u64 = 60_000;

/// Builds the sample in an empty folder; returns its bytes.
pub fn build(folder: &Path) -> Vec<u8> {
    let path = folder.join(NAME);
    let project = path.to_str().unwrap();
    let articles: Vec<PathBuf> = ARTICLES.iter().map(|name| sample_folder().join(name)).collect();
    let mut new = vec!["new", "--title", TITLE, "-o", project, "--by", MIRIAM];
    new.extend(articles.iter().map(|path| path.to_str().unwrap()));
    run_fixed(&new, FIRST_DAY + 9 * HOUR + 4 * MINUTE, &mut std::io::empty()).ends(0);
    let details = details();
    change(&path, FIRST_DAY + 9 * HOUR + 11 * MINUTE, MIRIAM, |article| vec![edits::change_article(article, details(article))]);
    for (at, line) in marks() {
        run_fixed(&["mark", project, "--batch", "-"], at, &mut line.as_bytes()).ends(0);
    }
    for (at, by, file, words, reason) in dismissals() {
        change(&path, at, by, |article| {
            let here = article.source_name() == file;
            let places = find_quote(article.text(), words);
            assert!(!here || places.len() == 1, "{words}");
            if here { vec![edits::dismiss(article.id, &places, reason)] } else { Vec::new() }
        });
    }
    std::fs::read(&path).unwrap()
}

/// What the import cannot know, or got from an address that belongs to another outlet.
fn details() -> impl Fn(&Article) -> ArticleDetails {
    let truths: Value = serde_json::from_slice(&std::fs::read(sample_folder().join("truths.json")).unwrap()).unwrap();
    let known: HashMap<String, Value> =
        truths["articles"].as_array().unwrap().iter().map(|one| (one["article"].as_str().unwrap().to_owned(), one.clone())).collect();
    move |article| {
        let text = |field: &str| known[article.source_name()][field].as_str().unwrap().to_owned();
        let url = if article.source_name() == "arle-reader.txt" { String::new() } else { article.url().to_owned() };
        ArticleDetails { title: text("title"), outlet: text("outlet"), url, date: text("date") }
    }
}

/// The lines of the marks with the times at which they are made, in the order of time.
fn marks() -> Vec<(u64, String)> {
    let lines = std::fs::read_to_string(sample_folder().join("marks.jsonl")).unwrap();
    let mut made: HashMap<(String, u64), u64> = HashMap::new();
    let mut marks = Vec::new();
    for line in lines.lines() {
        let mark: Value = serde_json::from_str(line).unwrap();
        let by = mark["by"].as_str().unwrap();
        let day = mark["evidence"].as_array().into_iter().flatten().map(day).max().unwrap_or(2);
        let before = made.entry((by.to_owned(), day)).or_default();
        // Miriam works in the morning, Jonas after lunch.
        let at = if by == MIRIAM { 9 * HOUR + 32 * MINUTE + *before * 7 * MINUTE } else { 13 * HOUR + 6 * MINUTE + *before * 6 * MINUTE };
        *before += 1;
        marks.push((FIRST_DAY + day * DAY + at, line.to_owned()));
    }
    marks.sort();
    marks
}

/// The day on which a piece of evidence was consulted, counted from the first.
fn day(evidence: &Value) -> u64 {
    let consulted: jiff::civil::Date = evidence["consulted"].as_str().unwrap().parse().unwrap();
    let at = u64::try_from(consulted.to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp().as_millisecond()).unwrap();
    at.checked_sub(FIRST_DAY).unwrap() / DAY
}

/// What the two have dismissed: proposals that they looked at, and sentences with nothing to check.
fn dismissals() -> [(u64, &'static str, &'static str, &'static str, Reason); 5] {
    let evening = |day: u64, minute: u64| FIRST_DAY + day * DAY + 16 * HOUR + minute * MINUTE;
    [
        (evening(2, 2), MIRIAM, "courier.txt", "By Marguerite Ashdown", Reason::Byline),
        (evening(2, 3), MIRIAM, "courier.txt", "© 2026 The Skelhaven Courier. All rights reserved.", Reason::Copyright),
        (evening(2, 9), MIRIAM, "courier.txt", "Nobody at the county would name a day for cars.", Reason::NothingToCheck),
        (
            evening(2, 21),
            JONAS,
            "dockside-live.txt",
            "The Halvard's owner, Vessbro Shipping, did not answer our calls.",
            Reason::NothingToCheck,
        ),
        (evening(2, 30), JONAS, "coastland-radio.md", "As far as the papers show, yes.", Reason::NothingToCheck),
    ]
}

/// Makes an edit of each article that wants one, in the words of a reviewer whom the project knows.
fn change(path: &Path, at: u64, by: &str, edits: impl Fn(&Article) -> Vec<Edit>) {
    let here = Surroundings::fixed(at);
    let loaded = load(path, &Progress::default()).unwrap();
    let by = loaded.project.reviewers().find(|reviewer| reviewer.name() == by).unwrap().id;
    let edits: Vec<Edit> = loaded.project.articles().into_iter().flat_map(edits).collect();
    let mut session = Session::new(loaded.project, Replica(here.random() as u32), here.now());
    session.by = Some(by);
    for edit in edits {
        session.apply(&edit, here.now());
    }
    let project = session.project();
    save(path, project.id(), project.records().lines(), Some(&loaded.disk), &Progress::default()).unwrap();
}
