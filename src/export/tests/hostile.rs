//! Content that was written to break out of a document, and content that was written to take for ever.

use std::time::Instant;

use super::build::{Build, Word, options};
use super::reading::{Token, article_texts, assert_balanced, tokens};
use crate::export::{Format, Options, gather, render};
use crate::model::{AnnotationId, Clock, Passage, ProjectId, Replica, ReviewerId};
use crate::model::{Edit, Kind, Project, Reason, Severity, Source, Verdict, What};

const ATTACKS: [&str; 16] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "</style></p></main></body><iframe src=//e.example>",
    "javascript:alert(1)",
    "https://e.example/\" onmouseover=\"alert(1)",
    "](http://e.example) ![x](http://e.example/x.png)",
    "[x]: javascript:alert(1)",
    "<http://e.example>",
    "```\n# h\n***\n> q\n- l\n1. n\n<b>\n    code",
    "=HYPERLINK(\"http://e.example\";\"x\")",
    "\t=1+1",
    "a\u{202e}b\u{2066}c\u{200f}d",
    "a\0b\u{1b}[31mc\u{feff}",
    "&lt;script&gt;&#x3c;b&#x3e;",
    "-->]]><!--",
];

/// A project in which everything that a person can write is the attack.
fn project(attack: &str) -> Project {
    let mut build = Build::new(attack);
    build.reviewer(attack);
    let text = format!("{attack}\nBefore {attack} after");
    let article = build.article(attack, attack, attack, &text);
    let some = Some(attack.to_owned());
    build.say(What::Article {
        article,
        title: None,
        outlet: None,
        url: None,
        date: some.clone(),
        source_name: some.clone(),
        source_sha256: None,
    });
    let evidence = build.evidence((Source::Web, attack, attack, attack, attack, true, false));
    let verdicts = [None, Some(Verdict::Verified), Some(Verdict::Disputed), Some(Verdict::Erroneous)];
    for (n, verdict) in verdicts.into_iter().enumerate() {
        let annotation = build.mark(article, attack, Kind::Other);
        let correction = if n % 2 == 0 { attack } else { "" };
        build.judge(annotation, Word { verdict, note: attack, correction, severity: Severity::Serious, evidence: &[evidence] });
    }
    let ruled = build.mark(article, attack, Kind::Quote);
    build.verdict(ruled, Verdict::Verified, attack);
    build.rule(ruled, Verdict::Erroneous, attack, attack);
    let divided = build.mark(article, attack, Kind::Quote);
    build.verdict(divided, Verdict::Verified, attack);
    build.reviewer(attack);
    build.verdict(divided, Verdict::Erroneous, attack);
    build.say(What::SignOff { article, signed: true, as_of: None, reason: some });
    build.dismiss(article, attack, Reason::Caption, false);
    build.project
}

fn texts() -> [Options; 2] {
    [
        options(),
        Options {
            evidence_list: false,
            annotated_texts: false,
            made_at: ATTACKS[0].to_owned(),
            local_time: |_| ATTACKS[1].to_owned(),
            ..options()
        },
    ]
}

#[test]
fn nothing_breaks_out_of_the_page() {
    for attack in ATTACKS {
        for options in texts() {
            let page = render(&gather(&project(attack), &options), Format::Html);
            assert_balanced(&page);
            for token in tokens(&page) {
                let Token::Open(name, attributes) = token else { continue };
                assert!(
                    !["script", "img", "iframe", "link", "object", "embed", "base", "form", "b>"].contains(&name),
                    "{name}{attributes}"
                );
                let names = attributes.split('"').step_by(2).map(|name| name.trim().trim_end_matches(['=', '/']).trim());
                for attribute in names.filter(|name| !name.is_empty()) {
                    assert!(!attribute.starts_with("on") && attribute != "src" && attribute != "style", "{name}{attributes}");
                }
                if let Some(target) = attributes.split("href=\"").nth(1) {
                    assert!(
                        target.starts_with('#') || target.starts_with("https://e.example/") && !target.contains("onmouse"),
                        "{name}{attributes}"
                    );
                }
            }
            assert!(!page.contains(|c: char| "\0\u{1b}\u{202e}\u{2066}\u{200f}\u{feff}".contains(c)), "{attack:?}");
            assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'"));
            let style = page.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).unwrap();
            assert!(!style.contains("url(") && !style.contains("@import"));
            if options.annotated_texts {
                assert_eq!(article_texts(&page), [format!("{attack}\nBefore {attack} after")], "{attack:?}");
            }
        }
    }
}

#[test]
fn nothing_in_markdown_becomes_markup() {
    for attack in ATTACKS {
        let text = render(&gather(&project(attack), &options()), Format::Markdown);
        assert!(!text.contains(|c: char| c != '\n' && c.is_control()), "{attack:?}");
        let bare = text.replace("\\\\", "");
        // Links that the summary makes itself are addresses in pointed brackets that passed the check.
        for (at, c) in bare.char_indices().filter(|(_, c)| "<[]`".contains(*c)) {
            let own = c == '<' && bare[at..].starts_with("<https://e.example/")
                || c == '`' && bare[at..].lines().next().unwrap().contains('✗')
                || bare[..at].ends_with(['✓', '✗', '?', '○']);
            assert!(own || bare[..at].ends_with('\\'), "{attack:?}: {}", bare[at..].chars().take(60).collect::<String>());
        }
        for line in bare.lines() {
            let line = line.trim_start_matches([' ', '>']);
            let heading = line.trim_start_matches('#');
            assert!(heading.len() == line.len() || heading.starts_with(' '), "{line}");
        }
        let headings = |text: &str| text.lines().filter(|line| line.trim_start().starts_with('#')).count();
        assert_eq!(headings(&text), headings(&render(&gather(&project("harmless"), &options()), Format::Markdown)), "{attack:?}");
    }
}

#[test]
fn no_cell_of_the_table_starts_a_formula() {
    for attack in ATTACKS {
        for options in texts() {
            let table = render(&gather(&project(attack), &options), Format::Csv);
            let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
            let mut rows = 0;
            for row in reader.records() {
                let row = row.unwrap();
                assert_eq!(row.len(), 18);
                assert!(row.iter().all(|cell| !cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])), "{row:?}");
                assert!(row.iter().all(|cell| !cell.starts_with('\t') && !cell.contains(['\0', '\r', '\u{202e}'])), "{row:?}");
                rows += 1;
            }
            assert_eq!(rows, 8);
        }
    }
}

/// A project with many annotations, made in one edit.
fn many(text: &str, ranges: impl Iterator<Item = std::ops::Range<usize>>) -> Project {
    let mut build = Build::new("Many");
    let by = build.reviewer("Ada Quill");
    let article = build.article("A title", "", "", text);
    let mut says = Vec::new();
    for (n, range) in ranges.enumerate() {
        let annotation = AnnotationId::new(7, n as u128);
        says.push(What::Annotation { annotation, passage: Passage::at(article, text, range), kind: None });
        let verdict = [Verdict::Verified, Verdict::Disputed, Verdict::Erroneous][n % 3];
        says.push(What::Judgement {
            annotation,
            verdict: Some(Some(verdict)),
            note: Some("A note.".to_owned()),
            correction: None,
            severity: None,
            evidence: None,
        });
    }
    build.project.apply(&Edit::many("many", says), by, &mut Clock::new(Replica(3)), 9_000_000);
    assert_eq!(build.project.id(), ProjectId::new(1, 1));
    assert_ne!(by, ReviewerId::new(1, 1));
    build.project
}

#[test]
fn ten_thousand_nested_annotations_take_no_time_to_speak_of() {
    let text = "ab ".repeat(7_000);
    let project = many(&text, (0..10_000).map(|n| n..text.len() - n));
    let start = Instant::now();
    let summary = gather(&project, &options());
    let pages = Format::ALL.map(|format| render(&summary, format));
    let took = start.elapsed();
    assert_eq!(article_texts(&pages[0]), [text]);
    assert_eq!(pages[0].matches("<sup ").count(), 10_000);
    // Work that grows with the square of them would take an hour without optimisation.
    assert!(took.as_secs() < 120, "{took:?}");
    assert!(pages[0].len() < 60_000_000, "{} bytes", pages[0].len());
}
