//! Every command of the real program: what it prints, what it writes, and how it ends.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

mod support;

use support::{Desk, FERRY, sample, sample_folder};

const MARK: [&str; 4] = ["mark", "p.factmark.ron", "--article", "ferry.txt"];

fn mark<'a>(more: &[&'a str]) -> Vec<&'a str> {
    MARK.iter().copied().chain(more.iter().copied()).collect()
}

#[test]
fn a_review_from_the_first_article_to_the_summary() {
    let desk = Desk::new();
    desk.write("ferry.txt", FERRY);
    desk.write("radio.md", "# Ferry stuck\n\nThe ferry Plover sat on a sandbank with 14 people on board.\n");
    desk.run(&["new", "--title", "Ferry", "-o", "p.factmark.ron", "ferry.txt", "--by", "Ada Ferris"])
        .ends(0)
        .prints(&["Created p.factmark.ron with 1 article.", "Ferry runs aground off Lowsand (ferry.txt, "]);
    desk.run(&["add", "p.factmark.ron", "radio.md", "--by", "Ada Ferris"]).ends(0).prints(&["Added 1 article", "Ferry stuck (radio.md"]);
    let source = ["--evidence", "Passenger list", "--by", "Ada Ferris"];
    desk.run(&[&mark(&["--quote", "41 people", "--verdict", "verified", "--note", "Counted."])[..], &source].concat())
        .ends(0)
        .prints(&["Marked “41 people” as verified (annotation 01"]);
    let wrong = ["mark", "p.factmark.ron", "--article", "Ferry stuck", "--quote", "14 people", "--verdict", "Erroneous"];
    let more = ["--correction", "41 people", "--severity", "serious", "--kind", "figure", "--evidence", "Log"];
    desk.run(&[&wrong[..], &more, &source].concat()).ends(0).prints(&["Marked “14 people” as erroneous"]);
    desk.run(&mark(&["--quote", "200 cars", "--by", "Bo Lind"])).ends(0).prints(&["Marked “200 cars” to check"]);

    let all = desk.list("p.factmark.ron");
    let fields = |row: &serde_json::Value, names: &[&str]| names.iter().map(|name| row[name].to_string()).collect::<Vec<_>>().join(" ");
    let shown: Vec<String> =
        all.iter().map(|row| fields(row, &["file", "text", "kind", "verdict", "disagreement", "severity", "correction"])).collect();
    assert_eq!(
        shown,
        [
            r#""ferry.txt" "41 people" "figure" "verified" false "normal" """#,
            r#""ferry.txt" "200 cars" "figure" null false "normal" """#,
            r#""radio.md" "14 people" "figure" "erroneous" false "serious" "41 people""#,
        ]
    );
    assert_eq!(
        &FERRY.replace("\n\n", "\n")[all[0]["start"].as_u64().unwrap() as usize..all[0]["end"].as_u64().unwrap() as usize],
        "41 people"
    );
    let word = &all[0]["judgements"][0];
    assert_eq!(fields(word, &["by", "verdict", "note", "correction", "severity"]), r#""Ada Ferris" "verified" "Counted." "" "normal""#);
    assert!(word["at"].as_str().unwrap().ends_with('Z'));
    let sources = |row: &serde_json::Value| row["judgements"][0]["evidence"].as_array().unwrap().clone();
    assert_eq!((sources(&all[0]).len(), sources(&all[2]).len()), (1, 2));
    assert!(sources(&all[2]).contains(&sources(&all[0])[0]), "the same citation is the same evidence");

    desk.run(&["summary", "p.factmark.ron"]).ends(0).prints(&["# Ferry", "41 people"]);
    desk.run(&["summary", "p.factmark.ron", "-o", "s.html"]).ends(0).prints(&["Wrote the summary to s.html."]);
    assert!(String::from_utf8(desk.bytes("s.html")).unwrap().starts_with("<!"));
    desk.run(&["summary", "p.factmark.ron", "--format", "csv", "-o", "s.txt"]).ends(0);
    assert!(desk.bytes("s.txt").starts_with(b"\xef\xbb\xbf"));
    desk.run(&["check", "p.factmark.ron"]).ends(0).says(&[]).prints(&[
        "Ferry (",
        "2 articles, 3 annotations, 2 pieces of evidence, 2 reviewers",
        "1 verified, 0 disputed, 1 erroneous, 1 unchecked; reviewers disagree on 0",
        "The project is sound.",
    ]);
}

#[test]
fn what_is_said_again_changes_nothing_and_what_is_not_mentioned_stays() {
    let desk = Desk::with_project();
    let first = ["--quote", "41 people", "--verdict", "disputed", "--note", "Why?", "--evidence", "Log", "--by", "Ada Ferris"];
    desk.run(&mark(&first)).ends(0);
    let before = desk.bytes("p.factmark.ron");
    desk.run(&mark(&first)).ends(0).prints(&["“41 people” is marked so already"]);
    assert!(before == desk.bytes("p.factmark.ron"));
    desk.run(&mark(&["--quote", "41 people", "--correction", "40 people", "--evidence", "List", "--by", "Ada Ferris"])).ends(0);
    let row = &desk.list("p.factmark.ron")[0];
    let word = &row["judgements"][0];
    assert_eq!((&word["verdict"], &word["note"], &word["correction"]), (&"disputed".into(), &"Why?".into(), &"40 people".into()));
    assert_eq!(word["evidence"].as_array().unwrap().len(), 2);
    desk.run(&mark(&["--quote", "41 people", "--verdict", "unchecked", "--by", "Ada Ferris"])).ends(0);
    assert!(desk.list("p.factmark.ron")[0]["verdict"].is_null());
    desk.run(&mark(&["--quote", "41 people", "--verdict", "erroneous", "--by", "Bo Lind"])).ends(0);
    desk.run(&mark(&["--quote", "41 people", "--verdict", "verified", "--by", "Ada Ferris"])).ends(0);
    let all = desk.list("p.factmark.ron");
    assert_eq!((all.len(), &all[0]["disagreement"], &all[0]["verdict"]), (1, &true.into(), &"erroneous".into()));
}

#[test]
fn words_that_stand_in_several_places_are_told_apart_by_their_number() {
    let desk = Desk::with_project();
    desk.run(&mark(&["--quote", "The ferry"])).ends(1).says(&[
        "stands in 3 places",
        "(--nth):",
        "\n  1: … ",
        "\n  3: … ",
        "carries 200 cars",
    ]);
    desk.run(&mark(&["--quote", "The ferry", "--nth", "3"])).ends(0);
    for nth in ["0", "4"] {
        desk.run(&mark(&["--quote", "The ferry", "--nth", nth])).ends(1).says(&["There is no place number", "3 times"]);
    }
    desk.run(&mark(&["--quote", "the ferry"])).ends(1).says(&["does not stand in", "capitals count"]);
    desk.run(&mark(&["--quote", " "])).ends(1).says(&["The quote is empty"]);
    desk.run(&mark(&["--quote", "\"We felt a long scrape,\""])).ends(0).prints(&["Marked ““We felt a long scrape,””"]);
    let start = desk.list("p.factmark.ron")[1]["start"].as_u64().unwrap() as usize;
    assert!(FERRY.replace("\n\n", "\n")[start..].starts_with("The ferry carries"));
}

#[test]
fn an_article_is_named_by_file_title_or_identifier() {
    let desk = Desk::with_project();
    std::fs::create_dir(desk.path("other")).unwrap();
    desk.write("other/ferry.txt", "Another text of the same name.");
    let id = {
        desk.run(&mark(&["--quote", "Plover"])).ends(0);
        desk.list("p.factmark.ron")[0]["article"].as_str().unwrap().to_owned()
    };
    for name in ["ferry.txt", "./some/folder/ferry.txt", "Ferry runs aground off Lowsand", &id, &id[..6], &id[..12].to_uppercase()] {
        desk.run(&["mark", "p.factmark.ron", "--article", name, "--quote", "Plover"]).ends(0);
    }
    for name in ["ferry", &id[..5], "", "none.txt"] {
        desk.run(&["mark", "p.factmark.ron", "--article", name, "--quote", "Plover"])
            .ends(1)
            .says(&["No article is called", "ferry.txt ("]);
    }
    desk.run(&["add", "p.factmark.ron", "other/ferry.txt"]).ends(0);
    desk.run(&mark(&["--quote", "Plover"])).ends(1).says(&["the name of several articles", &id[..8]]);
    desk.run(&["mark", "p.factmark.ron", "--article", &id[..8], "--quote", "Plover"]).ends(0);
    desk.run(&["list", "p.factmark.ron", "--article", "nothing"]).ends(1).says(&["No article is called “nothing”"]);
}

#[test]
fn who_speaks_is_known_or_new() {
    let desk = Desk::with_project();
    desk.run(&mark(&["--quote", "Plover", "--by", "  "])).ends(1).says(&["The reviewer's name is empty"]);
    desk.run(&mark(&["--quote", "Plover"])).ends(0);
    desk.run(&mark(&["--quote", "Plover", "--verdict", "verified"])).ends(0);
    let id = desk.list("p.factmark.ron")[0]["judgements"][0]["reviewer"].as_str().unwrap().to_owned();
    assert_eq!(desk.list("p.factmark.ron")[0]["judgements"][0]["by"], "somebody", "the user's name");
    desk.run(&mark(&["--quote", "Hanna Odell", "--verdict", "verified", "--by", &id])).ends(0);
    assert_eq!(desk.list("p.factmark.ron")[1]["judgements"][0]["by"], "somebody");
    desk.run(&mark(&["--quote", "Plover", "--by", "00000000000000000000000000"]))
        .ends(1)
        .says(&["No reviewer is called", "Ada Ferris, somebody"]);
    let mut nobody = desk.command(&mark(&["--quote", "Plover"]));
    let nobody = nobody.env_remove("USER").env_remove("USERNAME").output().unwrap();
    assert_eq!(nobody.status.code(), Some(1));
    assert!(String::from_utf8(nobody.stderr).unwrap().contains("Give a name with --by"));
}

#[test]
fn two_reviewers_of_one_name_are_told_apart() {
    use factmark::app::edits::name_reviewer;
    use factmark::app::session::Session;
    use factmark::model::{Replica, ReviewerId};
    use factmark::storage::{Progress, load, save};
    let desk = Desk::with_project();
    let path = desk.path("p.factmark.ron");
    let loaded = load(&path, &Progress::default()).unwrap();
    let mut session = Session::new(loaded.project, Replica(1), u64::MAX);
    let other = ReviewerId::new(5, 5);
    session.by = Some(other);
    session.introduce(&name_reviewer(other, "Ada Ferris", Some(1)), 5);
    save(&path, session.project().id(), session.project().records().lines(), None, &Progress::default()).unwrap();
    let told = desk.run(&mark(&["--quote", "Plover", "--by", "Ada Ferris"])).ends(1).says(&["2 reviewers are called “Ada Ferris”"]);
    assert!(told.err.contains(&other.to_string()));
    desk.run(&mark(&["--quote", "Plover", "--verdict", "verified", "--by", &other.to_string()])).ends(0);
    desk.run(&["list", "p.factmark.ron", "--reviewer", "Ada Ferris"]).ends(1).says(&["2 reviewers are called"]);
    desk.run(&["list", "p.factmark.ron", "--reviewer", &other.to_string()]).ends(0).prints(&["Plover"]);
}

#[test]
fn the_list_is_filtered() {
    let desk = Desk::new();
    let path = sample_folder().join(sample::NAME);
    let path = path.to_str().unwrap();
    let count = |more: &[&str]| {
        let table = desk.run(&[&["list", path], more].concat()).ends(0).out.lines().count() - 1;
        let json = desk.run(&[&["list", path, "--format", "json"], more].concat()).ends(0).out;
        assert_eq!(serde_json::from_str::<Vec<serde_json::Value>>(&json).unwrap().len(), table);
        table
    };
    for (filter, expected) in [
        (&[][..], 51),
        (&["--verdict", "verified"], 28),
        (&["--verdict", "Disputed"], 7),
        (&["--verdict", "erroneous"], 13),
        (&["--verdict", "unchecked"], 3),
        (&["--article", "courier.txt"], 27),
        (&["--article", "arle-reader.txt"], 0),
        (&["--article", "courier.txt", "--verdict", "erroneous"], 2),
    ] {
        assert_eq!(count(filter), expected, "{filter:?}");
    }
    let by = |name: &str| count(&["--reviewer", name]);
    assert!(by("Jonas Weatherby") < 51 && by("Miriam Castellane") < 51 && by("Jonas Weatherby") + by("Miriam Castellane") >= 51);
    let kinds: usize =
        ["claim", "quote", "figure", "date", "name", "attribution", "other"].iter().map(|kind| count(&["--kind", kind])).sum();
    assert_eq!(kinds, 51);
}

#[test]
fn lists_are_fit_for_pipes_and_spreadsheets() {
    let desk = Desk::with_project();
    desk.run(&mark(&["--quote", "by noon.\nThe ferry carries", "--correction", "=1+1", "--verdict", "erroneous", "--by", "@x"])).ends(0);
    let table = desk.run(&["list", "p.factmark.ron"]).ends(0).out;
    assert_eq!(
        table,
        "verdict\tarticle\tpassage\tkind\tseverity\tcorrection\tby\n✗ erroneous\tferry.txt\tby noon. ¶ The ferry carries\tclaim\tnormal\t=1+1\t@\n"
    );
    let csv = desk.run(&["list", "p.factmark.ron", "--format", "csv"]).ends(0).prints(&["'=1+1", "'@x"]).out;
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(rows.headers().unwrap().get(0), Some("article title"), "no byte order mark in a pipe");
    assert_eq!(rows.records().count(), 1);
    assert_eq!(Desk::with_project().run(&["list", "p.factmark.ron", "--format", "json"]).ends(0).out, "[]\n");
}

#[test]
fn confidential_evidence_is_told_only_when_asked_for() {
    let desk = Desk::new();
    let path = sample_folder().join(sample::NAME);
    let path = path.to_str().unwrap();
    for command in [
        &["list", path, "--format", "json"][..],
        &["list", path, "--format", "csv"],
        &["summary", path],
        &["summary", path, "--format", "html"],
    ] {
        let told = |args: &[&str]| desk.run(args).ends(0).out.contains("Loading list of the Arle gravel wharf");
        assert!(!told(command), "{command:?}");
        assert!(told(&[command, &["--confidential"]].concat()), "{command:?}");
    }
}

#[test]
fn nothing_is_overwritten_unasked() {
    let desk = Desk::with_project();
    let before = desk.bytes("p.factmark.ron");
    desk.run(&["new", "-o", "p.factmark.ron", "ferry.txt"]).ends(1).says(&["is there already", "--force"]);
    for output in ["p.factmark.ron", "other.factmark.ron"] {
        desk.run(&["summary", "p.factmark.ron", "-o", output]).ends(2).says(&["the summary would replace it"]);
    }
    for name in ["p.ron", "p", ".factmark.ron"] {
        desk.run(&["new", "-o", name, "ferry.txt"]).ends(2).says(&["end in .factmark.ron"]);
    }
    assert!(before == desk.bytes("p.factmark.ron"));
    desk.run(&["new", "-o", "p.factmark.ron", "--force", "--title", "Again"]).ends(0);
    assert!(before == desk.bytes("p.factmark.ron.bak"));
    desk.run(&["check", "p.factmark.ron"]).ends(0).prints(&["Again", "0 articles"]);
}

#[test]
fn the_same_article_is_added_once() {
    let desk = Desk::with_project();
    desk.write("copy.txt", FERRY);
    let before = desk.bytes("p.factmark.ron");
    desk.run(&["add", "p.factmark.ron", "copy.txt", "--by", "New Person"])
        .ends(0)
        .says(&["copy.txt was passed over"])
        .prints(&["Added 0 articles"]);
    assert!(before == desk.bytes("p.factmark.ron"));
}

#[test]
fn help_teaches_and_wrong_arguments_are_explained() {
    let desk = Desk::new();
    desk.run(&["--version"]).ends(0).prints(&[env!("CARGO_PKG_VERSION")]);
    let all = desk.run(&["--help"]).ends(0).says(&[]).out;
    for command in ["new", "add", "mark", "list", "summary", "check"] {
        assert!(all.contains(&format!("\n  {command} ")), "{command}");
        let help = desk.run(&[command, "--help"]).ends(0).out;
        assert!(help.contains("Example") && help.contains(&format!("factmark {command} ")), "{help}");
        assert_eq!(desk.run(&["help", command]).ends(0).out, help);
        desk.run(&[command, "--no-such-thing"]).ends(2).says(&["--no-such-thing"]);
        assert!(help.lines().all(|line| line.chars().count() <= 100), "{help}");
    }
    for (args, told) in [
        (&["list"][..], "<PROJECT>"),
        (&["mark", "p"], "--article"),
        (
            &["mark", "p", "--article", "a", "--quote", "q", "--verdict", "maybe"],
            "[possible values: verified, disputed, erroneous, unchecked]",
        ),
        (&["mark", "p", "--article", "a", "--quote", "q", "--nth", "x"], "--nth"),
        (&["mark", "p", "--batch", "b", "--quote", "q"], "cannot be used with"),
        (&["add", "p"], "<ARTICLE>"),
        (&["new", "a.txt"], "--output"),
        (&["--sample", "a.txt"], "cannot be used with"),
    ] {
        desk.run(args).ends(2).says(&[told]);
    }
}

#[test]
fn without_a_display_the_window_says_what_works() {
    let desk = Desk::with_project();
    let works = ["There is no display", "factmark new, add, mark, list, summary, check"];
    if factmark::platform::system() != factmark::platform::System::Linux {
        println!("left out: this system always has a display");
        return;
    }
    for args in [&[][..], &["--sample"], &["p.factmark.ron"], &["ferry.txt"]] {
        desk.run(args).ends(2).says(&works);
    }
    desk.run(&["lst"]).ends(2).says(&["no file lst and no command of that name"]);
}

#[test]
#[cfg(unix)]
fn a_closed_pipe_is_no_fault_and_a_full_one_is() {
    let desk = Desk::new();
    let path = sample_folder().join(sample::NAME);
    let path = path.to_str().unwrap();
    for args in
        [&["list", path][..], &["list", path, "--format", "json"], &["summary", path, "--format", "html"], &["check", path], &["--help"]]
    {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = desk.command(args).stdout(writer).stderr(std::process::Stdio::piped()).output().unwrap();
        assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""), "{args:?}");
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        desk.command(&["list", "missing"])
            .stdout(std::process::Stdio::null())
            .stderr(writer)
            .status()
            .map(|status| assert_eq!(status.code(), Some(2)))
            .unwrap();
    }
    match std::fs::OpenOptions::new().write(true).open("/dev/full") {
        Ok(full) => {
            let output = desk.command(&["list", path]).stdout(full).output().unwrap();
            assert_eq!(output.status.code(), Some(1));
            assert!(String::from_utf8(output.stderr).unwrap().contains("The output could not be written"));
        }
        Err(_) => println!("left out: this system has no /dev/full"),
    }
}
