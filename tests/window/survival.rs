//! A selection outlives what happens around it.

use egui::{Key, Modifiers};
use factmark::app::Request;
use factmark::app::command::Command;
use factmark::app::settings::{Settings, Theme};

use crate::bench::Bench;

/// Something that happens around a selection.
type Happening<'a> = (&'a str, &'a dyn Fn(&mut Bench));

/// A window with words selected, after a mark elsewhere that can be undone.
fn selected() -> (Bench, std::ops::Range<usize>) {
    let mut bench = Bench::with_reports();
    let words: String = bench.article().text().split('\n').rfind(|paragraph| paragraph.len() > 120).unwrap().chars().take(30).collect();
    let title = bench.article().title().to_owned();
    bench.select(&title);
    bench.press(Key::Num1);
    bench.select(words.trim());
    let range = bench.app().selection.clone().unwrap();
    (bench, range)
}

#[test]
fn a_selection_survives_edits_undo_theme_and_panels() {
    let change = |bench: &mut Bench, change: fn(&mut Settings)| {
        let mut settings = bench.app().settings.clone();
        change(&mut settings);
        bench.app_mut().act(Request::ChangeSettings(Box::new(settings)));
        bench.settle();
    };
    let happenings: [Happening<'_>; 9] = [
        ("an undo", &|bench| bench.press_with(Modifiers::COMMAND, Key::Z)),
        ("undo and redo", &|bench| {
            bench.press_with(Modifiers::COMMAND, Key::Z);
            bench.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        }),
        ("an edit elsewhere", &|bench| {
            let id = bench.article().places().iter().next().unwrap().1;
            bench.app_mut().act(Request::Type(id, factmark::app::Field::Note, "Seen.".into()));
            bench.settle();
        }),
        ("the dark theme", &|bench| change(bench, |settings| settings.theme = Theme::Dark)),
        ("larger text", &|bench| change(bench, |settings| settings.text_size = 240)),
        ("a zoom", &|bench| bench.press_with(Modifiers::COMMAND, Key::Plus)),
        ("panels hidden", &|bench| {
            for key in [Key::Num1, Key::Num2, Key::Num3] {
                bench.press_with(Modifiers::COMMAND, key);
            }
        }),
        ("a list over the page and back", &|bench| {
            bench.press_with(Modifiers::COMMAND, Key::Num4);
            bench.press_with(Modifiers::COMMAND, Key::Num4);
        }),
        ("a dialog", &|bench| {
            bench.press_with(Modifiers::COMMAND, Key::Comma);
            bench.press(Key::Escape);
        }),
    ];
    for (name, happen) in happenings {
        let (mut bench, range) = selected();
        happen(&mut bench);
        assert_eq!(bench.app().selection, Some(range.clone()), "after {name}");
        bench.app_mut().act(Request::Run(Command::Copy));
        assert_eq!(bench.app_mut().copied.take(), bench.article().text().get(range).map(str::to_owned), "after {name}");
        bench.press(Key::Num2);
        assert!(bench.app().in_hand.is_some(), "it can still be marked after {name}");
    }
}
