//! What a summary tells, in which order, and what it keeps to itself.

use super::build::{Build, Word, options, sample};
use super::reading::{assert_balanced, visible};
use crate::export::{Format, Options, Summary, gather, render};
use crate::model::{ArticleId, Kind, Severity, Source, Target, Verdict, What};

fn passages<'a>(summary: &'a Summary, places: &'a [usize]) -> Vec<&'a str> {
    summary.listed(places).map(|entry| entry.passage.as_str()).collect()
}

/// The words of a rendered summary as a reader sees them, spaces and escapes evened out.
fn read(summary: &Summary, format: Format) -> String {
    let rendered = render(summary, format);
    let text = match format {
        Format::Html => visible(&rendered),
        Format::Markdown => rendered.replace("\\\n", " ").replace(['\\', '>'], ""),
        Format::Csv => rendered,
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_annotation_is_in_its_list() {
    let summary = gather(&sample().project, &options());
    assert_eq!(passages(&summary, &summary.corrections), ["212 passengers", "“We heard a bang,”", "41"]);
    assert_eq!(passages(&summary, &summary.disputed), ["Nobody was hurt"]);
    assert_eq!(passages(&summary, &summary.disagreements), ["“We heard a bang,”"]);
    let sentence = "The ferry Petrel ran aground on Monday with 212 passengers on board.";
    assert_eq!(passages(&summary, &summary.verified), [sentence, "Sallow", "06.10"]);
    assert_eq!(passages(&summary, &summary.unchecked), ["a teacher"]);
    let numbers: Vec<usize> = summary.entries.iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, (1..=8).collect::<Vec<_>>());
    assert_eq!(summary.counts.total(), 8);
    let reviewers: Vec<_> = summary.reviewers.iter().map(|one| (one.name.as_str(), one.judgements, one.rulings)).collect();
    assert_eq!(reviewers, [("Ada Quill", 6, 1), ("Ben Okoro", 3, 0)]);
}

#[test]
fn the_formats_say_what_is_to_be_done() {
    let summary = gather(&sample().project, &options());
    for format in [Format::Html, Format::Markdown] {
        let text = read(&summary, format);
        for words in [
            "The ferry at Lowmoor",
            "20 March 2026, 16:05",
            "Change “212 passengers” to “214 people” because: The log counts 214 persons. Two of them were crew.",
            "Sources: Coast guard log no. 18, page 2 [1]; Passenger list",
            "Wrong: “41” Why: He is 43.",
            "Minor mistakes",
            "a confidential source",
            "The mate speaks of bruises.",
            "Signed off by Ben Okoro",
            "The harbour office is closed until Friday.",
            "The electoral roll gives the one on the coast.",
            "There are two Sallows.",
            "Share line: 1 (proposed by the program, not yet looked at)",
            "Nothing to check: 1",
            "Document, primary",
            "https://ferries.example/list?day=9&leg=2",
            "214 persons taken off, none injured.",
        ] {
            let words = if format == Format::Html { words.replace("Document, primary", "Document · primary") } else { words.to_owned() };
            assert!(text.contains(&words), "{format:?}: {words}\n{text}");
        }
        let mut at = 0;
        for part in [
            "Corrections",
            "Serious mistakes",
            "Disputed",
            "Disagreements",
            "Verified",
            "Unchecked",
            "Dismissed",
            "Articles with notes",
            "Evidence",
        ] {
            let heading = render(&summary, format);
            let mark = if format == Format::Html {
                format!("{part}{}", if part == "Serious mistakes" { "</h3>" } else { " <span" })
            } else {
                format!("# {part}")
            };
            let place = heading.find(&mark).unwrap_or_else(|| panic!("{format:?} lacks {part}"));
            assert!(place > at, "{format:?}: {part} comes too early");
            at = place;
        }
    }
}

#[test]
fn passages_in_markdown_stand_in_brackets_with_their_numbers() {
    let text = render(&gather(&sample().project, &options()), Format::Markdown);
    for words in [
        "**¶ 2** ⟦The ferry Petrel ran aground on Monday with ⟦212 passengers⟧✗2 on board.⟧✓1 ⟦Nobody was hurt⟧?3, the owner said.\n",
        "**¶ 1** Low tide was at ⟦06.10⟧✓8, 0.4 m above datum.\n",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn confidential_evidence_is_not_there_unless_asked_for() {
    let project = sample().project;
    let secrets = ["Second mate of the Petrel", "by telephone", "We were late."];
    let all = Options { confidential: true, ..options() };
    for format in Format::ALL {
        let (kept, told) = (render(&gather(&project, &options()), format), render(&gather(&project, &all), format));
        assert!(secrets.iter().all(|secret| !kept.contains(secret)), "{format:?}");
        assert!(kept.contains("a confidential source"));
        assert!(told.contains(secrets[0]) && !told.contains("a confidential source"), "{format:?}");
    }
    assert!(secrets.iter().all(|secret| !format!("{:?}", gather(&project, &options())).contains(secret)));
}

#[test]
fn options_leave_out_what_they_say() {
    let project = sample().project;
    let check = |options: Options, absent: &[&str], present: &[&str]| {
        let summary = gather(&project, &options);
        for format in [Format::Html, Format::Markdown] {
            let text = read(&summary, format);
            assert_balanced(&render(&summary, Format::Html));
            assert!(absent.iter().all(|words| !text.contains(words)), "{format:?} has one of {absent:?}");
            assert!(present.iter().all(|words| text.contains(words)), "{format:?} lacks one of {present:?}");
        }
    };
    check(Options { annotated_texts: false, ..options() }, &["said Tomas Reed", "Articles with notes"], &["Corrections", "Evidence"]);
    check(Options { unchecked: false, ..options() }, &["“a teacher”", "○5", "○6"], &["not listed here"]);
    check(Options { evidence_list: false, ..options() }, &["[1]", "none injured"], &["Coast guard log no. 18, page 2"]);
    let tide = ArticleId::of("Low tide was at 06.10, 0.4 m above datum.");
    let one = Options { articles: Some(vec![tide, ArticleId::of("not here")]), ..options() };
    check(one, &["Petrel", "Passenger list", "Ada Quill"], &["A low tide", "Coast guard log", "1 annotation"]);
    check(
        Options { articles: Some(Vec::new()), ..options() },
        &["Petrel", "A low tide", "Coast guard log"],
        &["The ferry at Lowmoor", "0 annotations"],
    );
}

#[test]
fn an_empty_project_has_a_summary() {
    let project = Build::new("  ").project;
    let summary = gather(&project, &options());
    assert_balanced(&render(&summary, Format::Html));
    assert!(read(&summary, Format::Html).contains("Untitled project"));
    assert!(render(&summary, Format::Markdown).starts_with("# Untitled project\n"));
    assert_eq!(render(&summary, Format::Csv).lines().count(), 1);
}

#[test]
fn a_ruling_outweighs_what_it_overrules() {
    let mut build = Build::new("Rulings");
    build.reviewer("Ada Quill");
    let article = build.article("A", "", "", "The mill has three floors.");
    let evidence = build.evidence((Source::Document, "Wrong plan", "", "", "", false, false));
    let floors = build.mark(article, "three", Kind::Figure);
    let word = Word {
        verdict: Some(Verdict::Erroneous),
        note: "I saw four.",
        correction: "four",
        severity: Severity::Serious,
        evidence: &[evidence],
    };
    build.judge(floors, word);
    build.rule(floors, Verdict::Verified, "", "The fourth is the attic.");
    let summary = gather(&build.project, &options());
    let entry = &summary.entries[0];
    assert_eq!(
        (entry.verdict, entry.correction.as_str(), entry.reason.as_str()),
        (Some(Verdict::Verified), "", "The fourth is the attic.")
    );
    assert_eq!((summary.verified.len(), summary.corrections.len(), summary.disagreements.len(), entry.sources.len()), (1, 0, 0, 0));
    let text = read(&summary, Format::Markdown);
    assert!(text.contains("Ruled by Ada Quill") && text.contains("Overruled: Ada Quill") && text.contains("I saw four."), "{text}");
}

#[test]
fn a_statement_that_two_have_marked_for_themselves_is_one_disagreement_until_a_ruling_settles_it() {
    let mut build = Build::new("Two copies");
    let article = build.article("Tower", "", "", "The tower has four floors and a bell.");
    let ada = build.reviewer("Ada Quill");
    let first = build.mark(article, "The tower has four floors", Kind::Figure);
    build.verdict(first, Verdict::Verified, "I saw four.");
    let bell = build.mark(article, "a bell", Kind::Claim);
    build.judge(bell, Word { verdict: Some(Verdict::Erroneous), correction: "two bells", ..Word::default() });
    build.reviewer("Ben Okoro");
    let second = build.mark(article, "tower has four floors", Kind::Figure);
    build.verdict(second, Verdict::Erroneous, "There are three.");
    build.judge(bell, Word { verdict: Some(Verdict::Erroneous), correction: "three bells", ..Word::default() });
    let summary = gather(&build.project, &options());
    assert_eq!(passages(&summary, &summary.disagreements), ["The tower has four floors", "a bell"]);
    for format in [Format::Markdown, Format::Html] {
        let text = read(&summary, format);
        for words in ["I saw four.", "There are three.", "Said of", "two bells", "three bells"] {
            assert!(text.contains(words), "{words}: {text}");
        }
    }
    build.speak(ada);
    for annotation in [first, second] {
        build.rule(annotation, Verdict::Erroneous, "", "The plans show three.");
    }
    build.rule(bell, Verdict::Erroneous, "two bells", "The chronicle names two.");
    let summary = gather(&build.project, &options());
    assert_eq!(summary.disagreements, [0_usize; 0]);
    assert_eq!(summary.counts.erroneous, 3);
    let corrections: Vec<&str> = summary.listed(&summary.corrections).map(|entry| entry.correction.as_str()).collect();
    assert_eq!(corrections, ["", "", "two bells"]);
    let text = read(&summary, Format::Markdown);
    assert!(text.contains("The plans show three.") && text.contains("Overruled: Ada Quill"), "{text}");
}

#[test]
fn deleted_and_unknown_evidence_is_never_a_number() {
    let mut build = Build::new("Evidence");
    build.reviewer("Ada Quill");
    let article = build.article("A", "", "", "The mill has three floors.");
    let gone = build.evidence((Source::Document, "Deleted plan", "", "", "", false, false));
    let lost = crate::model::EvidenceId::new(9, 9);
    let floors = build.mark(article, "three", Kind::Figure);
    build.judge(floors, Word { verdict: Some(Verdict::Verified), evidence: &[gone, lost], ..Word::default() });
    build.say(What::Hiding { target: Target::Evidence(gone), hidden: true });
    for format in Format::ALL {
        let text = read(&gather(&build.project, &options()), format);
        assert!(!text.contains("Deleted plan") && text.contains("a source that this copy of the project lacks"), "{format:?}");
    }
}

#[test]
fn passages_that_are_not_found_are_told_apart() {
    let mut build = Build::new("Damage");
    build.reviewer("Ada Quill");
    let article = build.article("A", "", "", "The mill has three floors.");
    let mut mark = |words: &str, article: ArticleId, n: u64| {
        let passage = crate::model::Passage {
            article,
            start: 0,
            end: words.len(),
            words: words.to_owned(),
            before: String::new(),
            after: String::new(),
        };
        let annotation = crate::model::AnnotationId::new(n, 1);
        build.say(What::Annotation { annotation, passage: Some(passage), kind: None });
        build.verdict(annotation, Verdict::Erroneous, "It is a barn.");
    };
    mark("The barn", article, 1);
    mark("The shed", ArticleId::of("another text"), 2);
    let summary = gather(&build.project, &options());
    assert_eq!((passages(&summary, &summary.unplaced), summary.homeless, summary.corrections.len()), (vec!["The barn"], 1, 0));
    for format in [Format::Html, Format::Markdown] {
        let text = read(&summary, format);
        assert!(text.contains("Not found in the text") && text.contains("The barn"), "{format:?} {text}");
        assert!(text.contains("1 annotation of articles that this copy of the project lacks"), "{format:?} {text}");
    }
}

#[test]
fn the_table_has_a_row_for_each_judgement() {
    let table = render(&gather(&sample().project, &options()), Format::Csv);
    let table = table.strip_prefix('\u{feff}').expect("the byte order mark");
    assert!(table.contains("\r\n") && !table.replace("\r\n", "").contains('\r'));
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let column = |name: &str| header.iter().position(|title| title == name).unwrap_or_else(|| panic!("no column {name}"));
    let cell = |row: &csv::StringRecord, name: &str| row[column(name)].to_owned();
    assert_eq!(rows.len(), 11, "8 annotations, 2 of them judged twice, and a ruling");
    let count = rows.iter().find(|row| cell(row, "passage") == "212 passengers").unwrap();
    for (name, expected) in [
        ("article title", "Ferry runs aground"),
        ("outlet", "The Lowmoor Post"),
        ("article date", "2026-03-13"),
        ("paragraph", "2"),
        ("start", "63"),
        ("end", "77"),
        ("kind", "Figure"),
        ("verdict", "Erroneous"),
        ("standing", "Erroneous"),
        ("reviewer", "Ada Quill"),
        ("note", "The log counts 214 persons.\nTwo of them were crew."),
        ("correction", "214 people"),
        ("severity", "Serious"),
        ("evidence", "Coast guard log no. 18; Passenger list"),
    ] {
        assert_eq!(cell(count, name), expected, "{name}");
    }
    let judged: Vec<(String, String, String)> = rows
        .iter()
        .filter(|row| ["Sallow", "a teacher"].contains(&cell(row, "passage").as_str()))
        .map(|row| (cell(row, "reviewer"), cell(row, "verdict"), cell(row, "standing")))
        .collect();
    let expected = [
        ("", "", "Unchecked"),
        ("Ada Quill", "Verified", "Verified"),
        ("Ben Okoro", "Disputed", "Verified"),
        ("Ada Quill (ruling)", "Verified", "Verified"),
    ];
    assert_eq!(judged, expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())));
}
