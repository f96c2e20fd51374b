//! The whole main job from the keyboard: no event of a pointer comes in any of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "window/bench.rs"]
#[allow(dead_code)]
mod bench;

use egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::NodeT;
use factmark::app::Tab;
use factmark::app::dialog::Dialog;
use factmark::model::Verdict;

use bench::Bench;

/// As Linux and Windows send it.
const CTRL: Modifiers = Modifiers { ctrl: true, ..Modifiers::COMMAND };
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..CTRL };

/// Two reports of one invented event that agree in little.
const REPORTS: [&str; 2] = [
    "Lock gate fails at Tarn Weir\nThe lower gate of Tarn Weir failed on 4 May 2026 at noon. Nine boats lay in the basin. “We heard one loud crack,” said the lock keeper, Hilde Marrow. The repair will cost 90,000 euros.",
    "Boats stranded behind broken gate\nThe gate at Tarn Weir broke on 4 May 2026. Hilde Marrow, the lock keeper, said: “We heard one very loud crack.” The repair will cost 190,000 euros.",
];

/// Text typed at the keyboard.
fn types(bench: &mut Bench, words: &str) {
    bench.harness.event(Event::Text(words.into()));
    bench.settle();
}

/// The widget that has the focus: its role and name.
fn focused(bench: &Bench) -> Option<(Role, String)> {
    let nodes = bench.harness.root().children_recursive();
    let found = nodes.into_iter().find(|node| node.is_focused())?;
    let node = found.accesskit_node();
    Some((node.role(), node.label().or_else(|| node.value()).unwrap_or_default()))
}

fn is_in_the_article(bench: &Bench) -> bool {
    focused(bench).is_some_and(|(role, _)| role == Role::Document)
}

/// Goes on with Tab until a widget has the focus.
fn tab_to(bench: &mut Bench, role: Role, name: &str) {
    let mut seen = Vec::new();
    for _ in 0..120 {
        let now = focused(bench);
        if now.as_ref().is_some_and(|(there, label)| *there == role && label.starts_with(name)) {
            return;
        }
        seen.push(now);
        bench.press(Key::Tab);
    }
    panic!("Tab does not lead to {role:?} “{name}”, only to {seen:?}");
}

/// Runs a command by its words, as everything that has no key of its own.
fn run(bench: &mut Bench, words: &str) {
    bench.press_with(CTRL, Key::K);
    assert_eq!(bench.app().dialog, Some(Dialog::Palette));
    types(bench, words);
    bench.press(Key::Enter);
}

/// Selects words from the keyboard: the caret goes there by itself, then Shift and the arrow.
fn select(bench: &mut Bench, words: &str) {
    bench.press(Key::Escape);
    bench.press(Key::Escape);
    assert!(is_in_the_article(bench), "{:?}", focused(bench));
    let text = bench.article().text().to_string();
    let start = text.find(words).unwrap();
    bench.press_with(CTRL, Key::Home);
    while bench.app().caret < start {
        let line = text[bench.app().caret..start].contains('\n');
        let word = text[bench.app().caret..start].trim_end().contains(' ');
        let (modifiers, key) = if line {
            (CTRL, Key::ArrowDown)
        } else if word {
            (CTRL, Key::ArrowRight)
        } else {
            (Modifiers::NONE, Key::ArrowRight)
        };
        bench.press_with(modifiers, key);
    }
    assert_eq!(bench.app().caret, start, "the caret passed “{words}”");
    for _ in 0..words.chars().count() {
        bench.harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
        bench.harness.run_ok();
    }
    bench.settle();
    assert_eq!(bench.app().selection, Some(start..start + words.len()));
}

/// A window with the two reports, pasted by keys.
fn pasted() -> Bench {
    let mut bench = Bench::new();
    tab_to(&mut bench, Role::TextInput, "Your name");
    types(&mut bench, "Ada Quist");
    bench.press(Key::Enter);
    for report in REPORTS {
        bench.press_with(CTRL_SHIFT, Key::V);
        tab_to(&mut bench, Role::MultilineTextInput, "Text of the article");
        types(&mut bench, report);
        bench.press_with(CTRL, Key::Enter);
    }
    assert_eq!(bench.app().session().project().articles().len(), 2);
    run(&mut bench, "Next article");
    run(&mut bench, "Previous article");
    assert!(bench.article().title().starts_with("Lock gate"));
    bench
}

#[test]
fn the_whole_main_job() {
    let mut bench = pasted();
    // Find.
    bench.press_with(CTRL, Key::F);
    types(&mut bench, "basin");
    assert_eq!(bench.app().announcement.words, "1 found");
    bench.press(Key::Enter);
    assert!(bench.app().selection.is_some());
    // Mark, note, correction, evidence.
    select(&mut bench, "Nine boats");
    bench.press(Key::Num3);
    let id = bench.app().in_hand.unwrap();
    assert_eq!(bench.app().announcement.words, "Erroneous: Nine boats");
    bench.press(Key::N);
    types(&mut bench, "The harbour log has seven.");
    bench.press(Key::Escape);
    assert!(is_in_the_article(&bench));
    bench.press(Key::C);
    bench.press_with(CTRL, Key::A);
    types(&mut bench, "Seven boats");
    bench.press(Key::Escape);
    bench.press(Key::E);
    tab_to(&mut bench, Role::TextInput, "Citation");
    types(&mut bench, "Harbour log, 4 May");
    bench.press(Key::Enter);
    assert_eq!(bench.app().dialog, None);
    let mine = |bench: &Bench| {
        let app = bench.app();
        app.session().project().annotation(id).unwrap().judgement(app.by().unwrap()).unwrap().clone()
    };
    let judgement = mine(&bench);
    assert_eq!((judgement.note(), judgement.correction()), ("The harbour log has seven.", "Seven boats"));
    assert_eq!((judgement.verdict(), judgement.evidence().len()), (Some(Verdict::Erroneous), 1));
    // Resize, and take it back: one step, and the annotation stays the same.
    let place = |bench: &Bench| bench.app().session().project().place(id).unwrap().1;
    let before = place(&bench);
    bench.press(Key::Escape);
    bench.press(Key::R);
    bench.press_with(CTRL, Key::ArrowRight);
    bench.press_with(CTRL, Key::ArrowRight);
    bench.press(Key::Enter);
    assert_eq!(bench.article().text()[place(&bench)], *"Nine boats lay in");
    bench.press_with(CTRL, Key::Z);
    assert_eq!(place(&bench), before);
    bench.press_with(CTRL_SHIFT, Key::Z);
    assert_eq!(bench.app().in_hand, Some(id));
    // A second one, by the next unchecked sentence; the list leads back to the first.
    bench.press(Key::F);
    assert!(bench.app().announcement.words.starts_with("Unchecked: "), "{}", bench.app().announcement.words);
    bench.press(Key::Num1);
    bench.press(Key::F);
    bench.press(Key::X);
    run(&mut bench, "Annotations");
    for _ in 0..6 {
        if focused(&bench).is_some_and(|(role, _)| role == Role::Tab) {
            break;
        }
        bench.press(Key::F6);
    }
    tab_to(&mut bench, Role::Row, "");
    bench.press(Key::Home);
    bench.press(Key::ArrowDown);
    bench.press(Key::Enter);
    assert!(bench.app().in_hand.is_some());
    bench.press(Key::Escape);
    assert!(is_in_the_article(&bench));
    // The cross-check: a finding taken from the keyboard.
    bench.press_with(CTRL, Key::Num5);
    assert_eq!(bench.app().tab, Tab::CrossCheck);
    bench.press(Key::F4);
    assert!(bench.app().cross.current.is_some(), "there are findings");
    bench.press(Key::Num2);
    assert!(bench.app().session().project().counts().disputed >= 2, "both places are marked");
    bench.press(Key::Escape);
    assert!(is_in_the_article(&bench), "{:?}", focused(&bench));
    // Save and hand over.
    bench.press_with(CTRL, Key::S);
    let folder = bench.folder.path().to_owned();
    for (name, key) in [("review.factmark.ron", None), ("summary.html", Some(Key::E))] {
        if let Some(key) = key {
            bench.press_with(CTRL, key);
            tab_to(&mut bench, Role::Button, "Export…");
            bench.press(Key::Enter);
        }
        tab_to(&mut bench, Role::TextInput, "Path of the file");
        bench.press_with(CTRL, Key::A);
        types(&mut bench, &folder.join(name).to_string_lossy());
        bench.press(Key::Enter);
        assert!(folder.join(name).exists(), "{name}");
    }
    let summary = std::fs::read_to_string(folder.join("summary.html")).unwrap();
    assert!(summary.contains("Seven") && summary.contains("Harbour log, 4 May"));
}

#[test]
fn escape_leads_back_to_the_article_from_everywhere() {
    let mut bench = pasted();
    select(&mut bench, "Nine boats");
    bench.press(Key::Num2);
    type Step<'a> = (&'a str, &'a dyn Fn(&mut Bench));
    let away: [Step; 12] = [
        ("the note", &|bench| bench.press(Key::N)),
        ("the correction", &|bench| bench.press(Key::C)),
        ("the field of the search", &|bench| bench.press_with(CTRL, Key::F)),
        ("the search in all articles", &|bench| bench.press_with(CTRL_SHIFT, Key::F)),
        ("a tab", &|bench| bench.press(Key::F6)),
        ("the area before", &|bench| bench.press_with(Modifiers::SHIFT, Key::F6)),
        ("the cross-check", &|bench| bench.press_with(CTRL, Key::Num5)),
        ("the settings", &|bench| bench.press_with(CTRL, Key::Comma)),
        ("the palette", &|bench| bench.press_with(CTRL, Key::K)),
        ("all keys", &|bench| bench.press(Key::F1)),
        ("the next widget", &|bench| bench.press(Key::Tab)),
        ("a menu", &|bench| {
            bench.press_with(Modifiers::SHIFT, Key::F6);
            bench.press_with(Modifiers::SHIFT, Key::F6);
            bench.press(Key::Enter);
        }),
    ];
    for (name, go) in away {
        assert!(is_in_the_article(&bench), "before {name}: {:?}", focused(&bench));
        go(&mut bench);
        assert!(!is_in_the_article(&bench), "{name} does not take the focus");
        for _ in 0..2 {
            if !is_in_the_article(&bench) {
                bench.press(Key::Escape);
            }
        }
        assert!(is_in_the_article(&bench), "from {name}: {:?}", focused(&bench));
        assert_eq!(bench.app().dialog, None);
    }
}

#[test]
fn a_key_goes_round_through_the_areas_and_finds_where_it_was() {
    let mut bench = pasted();
    bench.press(Key::Escape);
    let mut round = Vec::new();
    for _ in 0..6 {
        round.push(focused(&bench).unwrap().0);
        bench.press(Key::F6);
    }
    assert_eq!(round[0], Role::Document);
    assert!(is_in_the_article(&bench), "six areas, then the article again: {round:?}");
    bench.press_with(Modifiers::SHIFT, Key::F6);
    let articles = focused(&bench);
    bench.press(Key::Tab);
    let second = focused(&bench);
    assert_ne!(second, articles);
    bench.press(Key::F6);
    bench.press_with(Modifiers::SHIFT, Key::F6);
    assert_eq!(focused(&bench), second, "an area remembers what had the focus in it");
}

#[test]
fn tab_goes_through_the_window_in_the_order_of_reading() {
    let mut bench = pasted();
    bench.press(Key::Escape);
    let mut seen = Vec::new();
    for _ in 0..120 {
        bench.press(Key::Tab);
        let now = focused(&bench).unwrap();
        if now.0 == Role::Document {
            break;
        }
        seen.push(now.1);
    }
    let at = |name: &str| seen.iter().position(|label| label.starts_with(name)).unwrap_or_else(|| panic!("{name} is not in {seen:?}"));
    let order = ["Annotations", "Zoom", "File", "Help", "Lock gate fails", "Boats stranded"].map(at);
    assert!(order.is_sorted(), "{seen:?}");
}

#[test]
fn every_command_is_reached_from_the_palette() {
    let mut bench = pasted();
    for entry in factmark::app::command::TABLE {
        bench.press_with(CTRL, Key::K);
        types(&mut bench, entry.title);
        assert!(bench.has(Role::ListBoxOption, entry.title) || bench.says(entry.title), "{}", entry.title);
        bench.press(Key::Escape);
    }
}
