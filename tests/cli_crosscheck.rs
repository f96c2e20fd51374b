//! `factmark crosscheck`: what it prints for people and for programs, and how it ends.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod support;

use factmark::import::import_file;
use serde_json::Value;
use support::{Desk, sample_folder};

/// A report, and another that has its quote with another word, its figure with another value, and a name with another letter.
const FIRST: &str = "Lock gate jams at Wendle\n\nThe lock gate at Wendle jammed on Monday, 2 March 2026, with 31 boats waiting above it.\n\n“The gate was greased on Friday and it was stuck on Monday,” said the lock keeper, Ottoline Przybylski.\n\nThe repair will cost £40,000, the Wendle Canal Trust said.\n";
const SECOND: &str = "Boats stuck at Wendle lock\n\nThe lock gate at Wendle jammed on Monday, 2 March 2026, with 13 boats waiting above it.\n\n“The gate was painted on Friday and it was stuck on Monday,” said the lock keeper, Ottoline Przybilski.\n\nThe repair will cost £40,000, the Wendle Canal Trust said.\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("first.txt", FIRST);
    desk.write("second.txt", SECOND);
    desk
}

fn json(desk: &Desk, args: &[&str]) -> Value {
    serde_json::from_str(&desk.run(&[&["crosscheck", "--format", "json"], args].concat()).ends(0).out).unwrap()
}

/// Calls `check` with each object that names a place.
fn places(value: &Value, check: &mut impl FnMut(&Value)) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| places(one, check)),
        Value::Object(fields) => {
            if fields.contains_key("start") {
                check(value);
            }
            fields.values().for_each(|one| places(one, check));
        }
        _ => {}
    }
}

#[test]
fn people_read_what_differs() {
    let ran = desk().run(&["crosscheck", "first.txt", "second.txt"]).ends(0);
    let ran = ran.prints(&[
        "2 articles compared.",
        "Quotes with other words (1)",
        "Ottoline Przyb",
        "[-greased-]{+painted+}",
        "    first.txt ¶3\n      “The gate was greased",
        "Figures and dates in conflict (1)",
        "Names written in several ways (1)",
        "Passages that stand in several places",
        "--format json",
    ]);
    assert_eq!(ran.err, "");
}

#[test]
fn programs_get_every_field() {
    let desk = desk();
    let found = json(&desk, &["first.txt", "second.txt"]);
    let fields: Vec<&str> = found.as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected = ["quotes", "quote_faults", "repeats", "names", "roles", "figures", "claims", "boilerplate", "shared"];
    expected.sort_unstable();
    let mut sorted = fields.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, expected);

    let quote = found["quotes"].as_array().unwrap().iter().find(|quote| quote["class"] == "reworded").unwrap();
    assert_eq!(quote["members"].as_array().unwrap().len(), 2);
    assert_eq!(quote["members"][0]["article"], "first.txt");
    assert_eq!(quote["members"][1]["speaker"], "Ottoline Przybilski");
    let changes = quote["diff"].as_array().unwrap().iter().filter(|change| change["kind"] != "same").map(|change| &change["text"]);
    assert_eq!(changes.collect::<Vec<_>>(), ["greased", "painted"]);
    let figure = found["figures"].as_array().unwrap().iter().find(|figure| figure["conflict"] == true).unwrap();
    assert!(figure["what"].as_str().unwrap().contains("boats"), "{figure}");
    assert_eq!(figure["values"].as_array().unwrap().len(), 2);
    let variants = found["names"][0]["variants"].as_array().unwrap();
    let told: Vec<String> =
        variants.iter().map(|variant| format!("{} {} {}", variant["text"], variant["count"], variant["articles"])).collect();
    assert!(told.iter().any(|one| one.contains("Przybilski") && one.ends_with("[\"second.txt\"]")), "{told:?}");
    assert!(found["claims"][0]["reasons"].as_array().is_some_and(|reasons| !reasons.is_empty()));
}

#[test]
fn places_are_bytes_of_the_text_as_imported() {
    let desk = Desk::new();
    let names = ["courier.txt", "northline.txt", "dockside-live.txt", "coastland-radio.md", "arle-reader.txt"];
    let paths = names.map(|name| sample_folder().join(name).to_str().unwrap().to_owned());
    let found = json(&desk, &paths.each_ref().map(String::as_str));
    let mut checked = 0;
    places(&found, &mut |place| {
        let name = place["article"].as_str().unwrap();
        assert!(names.contains(&name), "{name}");
        let text = import_file(&sample_folder().join(name), &|| false).unwrap().text;
        let words = &text[place["start"].as_u64().unwrap() as usize..place["end"].as_u64().unwrap() as usize];
        assert!(place.get("text").is_none_or(|told| told == words), "{place}");
        checked += 1;
    });
    assert!(checked > 100, "{checked}");
    let similar = |repeat: &Value| (0.0..=1.0).contains(&repeat["similarity"].as_f64().unwrap());
    assert!(found["repeats"].as_array().unwrap().iter().all(similar));
}

#[test]
fn a_project_is_compared_by_its_identifiers_and_the_second_time_from_what_was_kept() {
    let desk = desk();
    desk.run(&["new", "-o", "p.factmark.ron", "--by", "Ada Ferris", "first.txt", "second.txt"]).ends(0);
    let found = json(&desk, &["p.factmark.ron"]);
    let ids: Vec<&str> =
        found["quotes"][0]["members"].as_array().unwrap().iter().map(|member| member["article"].as_str().unwrap()).collect();
    assert!(ids.len() == 2 && ids.iter().all(|id| id.len() >= 32), "{ids:?}");
    let kept = std::fs::read_dir(desk.path("home/cache")).map_or(0, |_| 1);
    assert_eq!(kept, 1, "findings are kept in the system's folder for such things");
    assert_eq!(json(&desk, &["p.factmark.ron"]), found);
    desk.run(&["crosscheck", "p.factmark.ron"]).ends(0).prints(&["first.txt ¶3", "[-greased-]{+painted+}"]);
}

#[test]
fn nothing_reaches_the_terminal_that_could_act_on_it() {
    let desk = Desk::new();
    desk.write("a.txt", "Evil\n\n“The gate \u{202e}was greased\u{202c} on Friday and it was stuck on Monday,” said Ada Ferris.\n");
    desk.write("b.txt", "Good\n\n“The gate was painted on Friday and it was stuck on Monday,” said Ada Ferris.\n");
    for format in ["text", "json"] {
        let ran = desk.run(&["crosscheck", "a.txt", "b.txt", "--format", format]).ends(0);
        assert!(!ran.out.contains(['\u{202e}', '\u{202c}', '\u{1b}']), "{ran:?}");
        assert!(ran.out.contains("greased"), "{ran:?}");
    }
}

#[test]
fn what_cannot_be_compared_is_told() {
    let desk = desk();
    desk.run(&["new", "-o", "p.factmark.ron", "--by", "Ada Ferris", "first.txt"]).ends(0);
    desk.write("broken.factmark.ron", "nothing of the kind");
    desk.write("folder.pdf", "%PDF-1.7");
    for (args, code, words) in [
        (&["crosscheck"][..], 2, &["required", "PROJECT|ARTICLE"][..]),
        (&["crosscheck", "first.txt", "--format", "xml"], 2, &["xml"]),
        (&["crosscheck", "first.txt", "missing.txt", "folder.pdf"], 1, &["Nothing was compared", "missing.txt", "folder.pdf"]),
        (&["crosscheck", "first.txt", "p.factmark.ron"], 2, &["p.factmark.ron is a project"]),
        (&["crosscheck", "broken.factmark.ron"], 2, &["broken.factmark.ron"]),
    ] {
        let ran = desk.run(args).ends(code).says(words);
        assert_eq!(ran.out, "", "{args:?}");
    }
    desk.run(&["crosscheck", "first.txt"]).ends(0).prints(&["1 article compared."]);
    desk.run(&["help", "crosscheck"]).ends(0).prints(&["[-words-]", "--format"]);
}

#[test]
fn files_of_one_name_and_of_one_text_are_kept_apart() {
    let desk = desk();
    std::fs::create_dir(desk.path("other")).unwrap();
    desk.write("other/first.txt", FIRST);
    let found = json(&desk, &["first.txt", "other/first.txt"]);
    let members = found["repeats"][0]["members"].as_array().unwrap();
    let named: Vec<&str> = members.iter().map(|member| member["article"].as_str().unwrap()).collect();
    assert_eq!(named, ["first.txt", "other/first.txt"]);
}

#[test]
fn the_summary_tells_what_the_comparison_showed() {
    let desk = desk();
    desk.run(&["new", "--title", "Lock", "-o", "p.factmark.ron", "first.txt", "second.txt", "--by", "Ada Ferris"]).ends(0);
    desk.run(&["summary", "p.factmark.ron", "--format", "md"]).ends(0).prints(&[
        "## Noticed by comparing the articles",
        "### Reworded quotes (1)",
        "- Ottoline",
        "The gate was painted on Friday",
        "### Figures and dates in conflict (1)",
        "**13",
        "### By outlet",
        "1 reworded quote, 1 conflict",
    ]);
    desk.run(&["summary", "p.factmark.ron", "--format", "html"]).ends(0).prints(&["<section id=\"comparison\"", "nobody’s verdict"]);
}
