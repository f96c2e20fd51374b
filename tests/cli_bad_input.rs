//! Bad input: a clear message, the right exit code, nothing changed, no panic.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use std::path::Path;
use std::process::Command;

use support::{Desk, FERRY};

const PROJECT: &str = "p.factmark.ron";

/// The commands that read a project, and whether they would change it.
fn commands(project: &str) -> [(Vec<&str>, bool); 5] {
    [
        (vec!["list", project], false),
        (vec!["summary", project], false),
        (vec!["check", project], false),
        (vec!["add", project, "ferry.txt"], true),
        (vec!["mark", project, "--article", "ferry.txt", "--quote", "Plover"], true),
    ]
}

#[test]
fn a_file_that_is_no_project_is_refused_by_every_command() {
    let desk = Desk::with_project();
    desk.write("empty.factmark.ron", "");
    desk.write("binary.factmark.ron", [0, 159, 146, 150, 0, 1, 2, 3].repeat(100));
    desk.write("ron.factmark.ron", "(name: \"something else\", values: [1, 2, 3])\n");
    desk.write("text.factmark.ron", FERRY);
    desk.write("utf16.factmark.ron", "\u{feff}(\n format: 1,\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    std::fs::create_dir(desk.path("folder.factmark.ron")).unwrap();
    std::fs::File::create(desk.path("huge.factmark.ron")).unwrap().set_len(300 << 20).unwrap();
    for (name, told) in [
        ("missing.factmark.ron", "There is no file"),
        ("empty.factmark.ron", "the file is empty"),
        ("binary.factmark.ron", "binary file"),
        ("ron.factmark.ron", "not a Factmark project"),
        ("text.factmark.ron", "not a Factmark project"),
        ("utf16.factmark.ron", "UTF-8"),
        ("folder.factmark.ron", "is a folder"),
        ("huge.factmark.ron", "binary file"),
    ] {
        // Reading 300 MB takes the unoptimised program a while.
        for (args, _) in commands(name).into_iter().take(if name.starts_with("huge") { 1 } else { 5 }) {
            let ran = desk.run(&args).ends(2).says(&[name, told]);
            assert_eq!(ran.out, "", "{args:?}");
        }
    }
    assert!(!desk.path("missing.factmark.ron").exists());
    assert_eq!(std::fs::metadata(desk.path("huge.factmark.ron")).unwrap().len(), 300 << 20);
}

#[test]
fn an_article_that_cannot_be_read_adds_nothing() {
    let desk = Desk::with_project();
    desk.write("empty.txt", "");
    desk.write("blank.txt", " \n\n ");
    desk.write("binary.txt", [0, 1, 2, 3].repeat(100));
    desk.write("report.pdf", "%PDF-1.7");
    std::fs::create_dir(desk.path("folder.txt")).unwrap();
    std::fs::File::create(desk.path("huge.txt")).unwrap().set_len(300 << 20).unwrap();
    let before = desk.bytes(PROJECT);
    for (name, told) in [
        ("missing.txt", "is not there"),
        ("empty.txt", "is empty"),
        ("blank.txt", "is empty"),
        ("binary.txt", "binary file"),
        ("report.pdf", "PDF files cannot be read"),
        ("folder.txt", "is a folder"),
        ("huge.txt", "has 300 MB"),
        (PROJECT, "is a Factmark project"),
    ] {
        desk.write("good.txt", "A text that can be read.");
        desk.run(&["add", PROJECT, "good.txt", name]).ends(1).says(&["Nothing was added", name, told]);
        desk.run(&["new", "-o", "new.factmark.ron", "good.txt", name]).ends(1).says(&["Nothing was added", name, told]);
        assert!(!desk.path("new.factmark.ron").exists());
    }
    desk.run(&["add", PROJECT, "missing.txt", "empty.txt"]).ends(1).says(&["missing.txt", "empty.txt"]);
    assert!(before == desk.bytes(PROJECT));
}

#[test]
fn a_damaged_project_is_rescued_from_its_backup_into_a_new_file() {
    let desk = Desk::with_project();
    desk.run(&["mark", PROJECT, "--article", "ferry.txt", "--quote", "Plover"]).ends(0);
    desk.run(&["mark", PROJECT, "--article", "ferry.txt", "--quote", "200 cars"]).ends(0);
    let rescue = |out: &str| desk.run(&["check", "--rescue", out, PROJECT]);
    rescue("out.factmark.ron").ends(0).prints(&["sound", "nothing was written"]);
    rescue("out.txt").ends(2).says(&[".factmark.ron"]);
    let whole = String::from_utf8(desk.bytes(PROJECT)).unwrap();
    // The first is in the backup too; the second came with the last save.
    let damaged = whole.replacen("words: \"Plover\"", "words: \"Clover\"", 1);
    desk.write(PROJECT, &damaged);
    rescue(PROJECT).ends(1).says(&["is there already"]);
    rescue("all.factmark.ron").ends(0).prints(&["found in ", "p.factmark.ron.bak"]);
    assert_eq!(desk.bytes("all.factmark.ron"), whole.as_bytes());
    let damaged = damaged.replacen("words: \"200 cars\"", "words: \"900 cars\"", 1);
    desk.write(PROJECT, &damaged);
    rescue("most.factmark.ron").ends(1).prints(&["found in ", "lost. the line was changed", "most.factmark.ron.damaged-lines.txt"]);
    desk.run(&["check", "most.factmark.ron"]).prints(&["Ferry"]);
    assert!(String::from_utf8(desk.bytes("most.factmark.ron.damaged-lines.txt")).unwrap().contains("900 cars"));
    assert_eq!(desk.bytes(PROJECT), damaged.as_bytes(), "the damaged file is left as it is");
    desk.write(PROJECT, [0; 5000]);
    rescue("old.factmark.ron").ends(1).prints(&["Wrote ", "records to old.factmark.ron"]);
    desk.run(&["list", "old.factmark.ron"]).ends(0).prints(&["Plover"]);
    desk.run(&["check", "--rescue", "none.factmark.ron", "ferry.txt"]).ends(2).says(&["not a Factmark project"]);
}

#[test]
fn a_damaged_project_is_read_and_not_changed() {
    let desk = Desk::with_project();
    desk.run(&["mark", PROJECT, "--article", "ferry.txt", "--quote", "Plover"]).ends(0);
    desk.run(&["mark", PROJECT, "--article", "ferry.txt", "--quote", "200 cars"]).ends(0);
    let whole = String::from_utf8(desk.bytes(PROJECT)).unwrap();
    let line = 1 + whole.lines().position(|line| line.contains("Annotation(") && line.contains("Plover")).unwrap();
    let damaged = whole.replacen("words: \"Plover\"", "words: \"Clover\"", 1);
    desk.write(PROJECT, &damaged);
    desk.run(&["check", PROJECT]).ends(1).prints(&[&format!("Line {line}: the line was changed"), "The project is damaged: 1 fault found"]);
    for (args, changes) in commands(PROJECT) {
        if changes {
            desk.run(&args).ends(1).says(&["is damaged in 1 line", "nothing was changed"]);
        }
    }
    assert_eq!(desk.bytes(PROJECT), damaged.as_bytes());
    desk.run(&["list", PROJECT]).ends(0).says(&["is damaged in 1 line"]).prints(&["200 cars"]);
    desk.run(&["summary", PROJECT]).ends(0).says(&["is damaged in 1 line"]);
    desk.write(PROJECT, whole.trim_end().trim_end_matches(')').trim_end().trim_end_matches(','));
    desk.run(&["check", PROJECT]).ends(1).prints(&["the file ends too early"]);
    let text = whole.lines().position(|line| line.contains("Text(")).unwrap();
    let without: Vec<&str> = whole.lines().enumerate().filter(|(n, _)| *n != text).map(|(_, line)| line).collect();
    desk.write(PROJECT, without.join("\n") + "\n");
    desk.run(&["check", PROJECT]).ends(1).prints(&["is not whole", "do not stand where it says"]);
}

#[test]
fn a_newer_format_is_read_and_not_changed() {
    let desk = Desk::with_project();
    let newer = String::from_utf8(desk.bytes(PROJECT)).unwrap().replacen("format: 1", "format: 2", 1);
    desk.write(PROJECT, &newer);
    for (args, changes) in commands(PROJECT) {
        if changes {
            desk.run(&args).ends(1).says(&["was written by a newer Factmark", "Nothing was changed"]);
        } else {
            desk.run(&args).ends(0);
        }
    }
    desk.run(&["check", PROJECT]).ends(0).prints(&["newer Factmark"]);
    assert_eq!(desk.bytes(PROJECT), newer.as_bytes());
}

#[test]
fn records_of_unknown_kinds_and_conflict_markers_survive() {
    let desk = Desk::with_project();
    let text = String::from_utf8(desk.bytes(PROJECT)).unwrap();
    let strange = "Sung(tune: \"later\")";
    let sum = crc32fast::hash(strange.as_bytes());
    let with =
        text.replacen(" records: [\n", &format!(" records: [\n<<<<<<< ours\n  /*{sum:08x}*/ {strange},\n=======\n>>>>>>> theirs\n"), 1);
    desk.write(PROJECT, with);
    desk.run(&["check", PROJECT]).ends(0).prints(&["1 record of a kind that this version does not know", "conflict markers"]);
    desk.run(&["mark", PROJECT, "--article", "ferry.txt", "--quote", "Plover"]).ends(0).says(&["conflict markers of git"]);
    let saved = String::from_utf8(desk.bytes(PROJECT)).unwrap();
    assert!(saved.contains(strange) && !saved.contains("<<<<<<<"));
    desk.run(&["check", PROJECT]).ends(0);
}

#[test]
fn hostile_names_and_texts_do_not_reach_the_terminal() {
    let desk = Desk::with_project();
    let evil = "x\u{1b}[31m\u{9b}2J\u{202e}y\u{7}";
    desk.run(&[
        "mark",
        PROJECT,
        "--article",
        "ferry.txt",
        "--quote",
        "Plover",
        "--verdict",
        "verified",
        "--note",
        evil,
        "--correction",
        evil,
        "--evidence",
        evil,
        "--by",
        evil,
    ])
    .ends(0);
    desk.run(&["new", "--title", evil, "-o", "q.factmark.ron", "ferry.txt", "--by", evil]).ends(0);
    desk.write("text.txt", format!("A headline {evil}\n\nThe body says {evil} and more.\n"));
    let acts = |text: &str| text.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{7}']);
    let mut runs: Vec<Vec<&str>> = vec![vec!["add", "q.factmark.ron", "text.txt"]];
    for project in [PROJECT, "q.factmark.ron"] {
        for form in ["table", "csv", "json"] {
            runs.push(vec!["list", project, "--format", form]);
        }
        for format in ["md", "html", "csv"] {
            runs.push(vec!["summary", project, "--format", format]);
        }
        runs.push(vec!["check", project]);
    }
    runs.extend([
        vec!["list", PROJECT, "--reviewer", evil],
        vec!["list", PROJECT, "--reviewer", "\u{1b}"],
        vec!["list", PROJECT, "--article", evil],
        vec!["list", evil],
        vec!["mark", PROJECT, "--article", "ferry.txt", "--quote", evil],
        vec!["mark", PROJECT, "--article", "ferry.txt", "--quote", "Plover", "--verdict", evil],
        vec![evil],
    ]);
    for args in runs {
        let ran = desk.run(&args);
        assert!(!acts(&ran.out) && !acts(&ran.err), "{args:?}: {ran:?}");
        assert!(!ran.err.contains("panicked"), "{ran:?}");
    }
    let all = desk.list(PROJECT);
    assert_eq!(all[0]["correction"], evil, "in JSON nothing is lost");
    let marked = r#"{"article": "ferry.txt\u001b", "quote": "\u202e"}"#;
    assert!(!acts(&desk.run_with(&["mark", PROJECT, "--batch", "-"], marked.as_bytes()).ends(1).err));
}

#[test]
#[cfg(unix)]
fn files_of_any_name_can_be_used() {
    use std::os::unix::ffi::OsStringExt;
    let desk = Desk::new();
    for name in [
        b"a b.txt".to_vec(),
        b"-dash.txt".to_vec(),
        b"line\nfeed.txt".to_vec(),
        b"not\xffutf8.txt".to_vec(),
        "ünï".into(),
        b"esc\x1b[2J.txt".to_vec(),
    ] {
        let name = std::ffi::OsString::from_vec(name);
        let mut project = name.clone();
        project.push(".factmark.ron");
        std::fs::write(desk.path("").join(&name), FERRY).unwrap();
        let run = |args: &[&std::ffi::OsStr]| {
            let output = desk.command(&[]).args(args).output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{output:?}");
            assert!(!output.stdout.contains(&0x1b), "{output:?}");
        };
        let is = |text: &'static str| std::ffi::OsStr::new(text);
        let output: std::ffi::OsString = [is("--output="), &project].into_iter().collect();
        run(&[is("new"), &output, is("--"), &name]);
        run(&[is("check"), is("--"), &project]);
        run(&[is("mark"), is("--article"), is("Ferry runs aground off Lowsand"), is("--quote"), is("Plover"), is("--"), &project]);
    }
}

#[test]
#[cfg(unix)]
fn what_may_not_be_read_or_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let set = |path: &Path, mode: u32| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    let desk = Desk::with_project();
    let secret = desk.write("secret.txt", FERRY);
    set(&secret, 0o000);
    if std::fs::read(&secret).is_ok() {
        println!("left out: whoever runs this may read and write everything");
        return;
    }
    desk.run(&["add", PROJECT, "secret.txt"]).ends(1).says(&["could not be read"]);
    let before = desk.bytes(PROJECT);
    set(&desk.path("."), 0o500);
    desk.run(&["mark", PROJECT, "--article", "ferry.txt", "--quote", "Plover"])
        .ends(1)
        .says(&["Not saved", "Nothing can be written to the folder"]);
    desk.run(&["new", "-o", "q.factmark.ron", "ferry.txt"]).ends(1).says(&["Not saved"]);
    desk.run(&["summary", PROJECT, "-o", "s.md"]).ends(1).says(&["Not saved"]);
    set(&desk.path("."), 0o700);
    assert!(before == desk.bytes(PROJECT));
    set(&desk.path(PROJECT), 0o000);
    desk.run(&["list", PROJECT]).ends(2).says(&["You may not read"]);
    set(&desk.path(PROJECT), 0o600);
}

/// A small file system of its own; `None` where it cannot be mounted.
struct Small(std::path::PathBuf);

impl Small {
    fn mount(at: &Path) -> Option<Self> {
        std::fs::create_dir(at).unwrap();
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=128k", "tmpfs"]).arg(at).output();
        mounted.is_ok_and(|output| output.status.success()).then(|| Self(at.to_owned()))
    }

    fn remount_read_only(&self) -> bool {
        Command::new("mount").args(["-o", "remount,ro"]).arg(&self.0).output().is_ok_and(|output| output.status.success())
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).output();
    }
}

#[test]
fn a_full_or_read_only_disk_loses_nothing() {
    let desk = Desk::with_project();
    let Some(small) = Small::mount(&desk.path("small")) else {
        println!("left out: no file system can be mounted here");
        return;
    };
    std::fs::copy(desk.path(PROJECT), desk.path("small/p.factmark.ron")).unwrap();
    let before = desk.bytes("small/p.factmark.ron");
    // Fills it to the last page.
    let _ = std::fs::write(desk.path("small/filler"), vec![1; 1 << 20]);
    let mark = ["mark", "small/p.factmark.ron", "--article", "ferry.txt", "--quote", "Plover"];
    desk.run(&mark).ends(1).says(&["Not saved", "no room"]);
    desk.run(&["new", "-o", "small/q.factmark.ron", "ferry.txt"]).ends(1).says(&["Not saved", "no room"]);
    desk.run(&["summary", PROJECT, "-o", "small/s.html"]).ends(1).says(&["Not saved", "no room"]);
    assert!(before == desk.bytes("small/p.factmark.ron"));
    assert!(!desk.path("small/s.html").exists() && !desk.path("small/q.factmark.ron").exists());
    std::fs::remove_file(desk.path("small/filler")).unwrap();
    if small.remount_read_only() {
        desk.run(&mark).ends(1).says(&["Not saved", "Nothing can be written to the folder"]);
        desk.run(&["list", "small/p.factmark.ron"]).ends(0);
    } else {
        println!("left out: the file system cannot be made read-only");
    }
}
