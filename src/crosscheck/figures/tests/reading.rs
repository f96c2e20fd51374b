//! What is read of one sentence.

use super::super::read::read;
use super::super::show::worth;

/// The figures of a sentence, each as “words = value”.
#[track_caller]
fn check(date: &str, cases: &[(&str, &str)]) {
    for (sentence, expected) in cases {
        let found: Vec<String> = read(sentence, date.parse().ok())
            .mentions
            .iter()
            .map(|mention| format!("{} = {}", &sentence[mention.start..mention.end], worth(&mention.worth).replace('\u{a0}', " ")))
            .collect();
        assert_eq!(&found.join("; "), expected, "{sentence}");
    }
}

#[test]
fn counts_in_digits_and_words() {
    check(
        "2026-03-12",
        &[
            ("About 1,234 residents left the town.", "About 1,234 residents = 1,234"),
            ("At least two dozen boats were lost in the storm.", "At least two dozen boats = at least 24"),
            ("Some 12 boats sank, and three more boats were towed in.", "Some 12 boats = 12; three more boats = 3"),
            ("A hundred and five homes had no power.", "A hundred and five homes = 105"),
            ("Twenty-five crews fought the blaze.", "Twenty-five crews = 25"),
            ("Between 10 and 12 boats were lost.", "10 and 12 boats = 10–12"),
            ("The town has half a million trees.", "half a million trees = 500,000"),
            ("The club sold 2.5 million tickets.", "2.5 million tickets = 2,500,000"),
        ],
    );
}

#[test]
fn what_only_names_something_is_no_figure() {
    check(
        "2026-03-12",
        &[
            ("She took the number 4 bus along Route 66 to the 19th floor.", ""),
            ("They won 3-2 at home and the fans of the 1990s sang.", ""),
            ("One fisherman said that he had seen it.", ""),
            ("See version 1.2.3 of the form.", ""),
        ],
    );
}
