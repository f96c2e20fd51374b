//! The six steps of a review, each as its user takes it.

use egui::{Key, Modifiers, Role};
use factmark::app::Tab;
use factmark::app::settings::Theme;
use factmark::model::Verdict;

use crate::bench::{Bench, reports};

#[test]
fn step_1_an_empty_window_says_what_to_do() {
    let mut bench = Bench::new();
    for words in ["Drop articles here", "Add articles", "Paste an article", "Open project", "Open the sample"] {
        assert!(bench.says(words), "{words}");
    }
    bench.name("Ada Quist");
    assert_eq!(bench.app().settings.name, "Ada Quist");
    bench.click(Role::Button, "Open the sample");
    assert_eq!(bench.app().session().project().articles().len(), 5);
    assert!(bench.app().session().project().counts().disagreements > 0);
}

#[test]
fn step_1_a_name_given_once_is_kept_for_the_next_start() {
    let mut bench = Bench::new();
    bench.name("Ada Quist");
    bench.app_mut().keep_settings();
    bench.settle();
    let (settings, told) = factmark::app::settings::Settings::read(&bench.folder.path().join("settings"));
    assert_eq!((settings.name.as_str(), told), ("Ada Quist", None));
}

#[test]
fn step_2_dropped_files_become_articles_with_words_and_progress() {
    let bench = Bench::with_reports();
    assert_eq!(bench.app().session().project().articles().len(), 5);
    for article in bench.app().session().project().articles() {
        let words = bench.app().session().facts(article.id).unwrap().words;
        assert!(words > 200, "{} has {words} words", article.title());
        assert!(bench.says(article.title()), "{}", article.title());
    }
    assert!(bench.says("not started"));
}

#[test]
fn step_2_an_article_can_be_pasted_and_its_details_changed() {
    let mut bench = Bench::new();
    bench.name("Ada Quist");
    bench.click(Role::Button, "Paste an article…");
    bench.type_into("Text of the article", "A bridge is painted\nThe bridge was painted green on Monday.");
    bench.click(Role::Button, "Add the article");
    assert_eq!(bench.article().title(), "A bridge is painted");
    bench.app_mut().act(factmark::app::Request::Run(factmark::app::command::Command::EditArticle));
    bench.settle();
    bench.type_into("Outlet", "The Evening Oar");
    bench.press(Key::Enter);
    assert_eq!(bench.article().outlet(), "The Evening Oar");
}

#[test]
fn step_2_what_is_no_article_text_comes_back_at_one_click() {
    let mut bench = Bench::with_reports();
    bench.click_starting(Role::Button, "Restore");
    assert!(bench.app().session().undo_label().is_some_and(|label| label.contains("Bring back")));
}

#[test]
fn step_3_verdict_note_correction_and_evidence_by_keys_and_panel() {
    let mut bench = Bench::with_reports();
    let words = bench.article().text().split('\n').find(|paragraph| paragraph.len() > 200).unwrap()[..40].to_owned();
    let words = words.trim().to_owned();
    bench.select(&words);
    bench.press(Key::Num2);
    assert!(bench.has(Role::Mark, "Disputed"), "the passage is marked");
    let id = bench.app().in_hand.unwrap();
    let mine = |bench: &Bench| {
        let by = bench.app().by().unwrap();
        bench.app().session().project().annotation(id).unwrap().judgement(by).unwrap().clone()
    };
    bench.press(Key::N);
    bench.harness.event(egui::Event::Text("Two sources differ.".into()));
    bench.settle();
    bench.press(Key::Escape);
    assert_eq!(mine(&bench).note(), "Two sources differ.");
    bench.press(Key::Num3);
    assert_eq!(mine(&bench).verdict(), Some(Verdict::Erroneous));
    bench.press(Key::E);
    bench.type_into("Citation", "Harbour log, page 4");
    bench.click(Role::Button, "Add evidence");
    assert_eq!(mine(&bench).evidence().len(), 1);
    bench.click(Role::Button, "Verified");
    assert_eq!(mine(&bench).verdict(), Some(Verdict::Verified));
    for _ in 0..8 {
        bench.press_with(Modifiers::COMMAND, Key::Z);
    }
    assert!(!bench.has(Role::Mark, "Disputed") && !bench.has(Role::Mark, "Verified"), "undo takes everything back");
}

#[test]
fn step_3_single_keys_are_dead_while_a_text_field_has_the_focus() {
    let mut bench = Bench::with_reports();
    let words = bench.article().title().to_owned();
    bench.select(&words);
    bench.press(Key::Num2);
    let id = bench.app().in_hand.unwrap();
    bench.press(Key::N);
    bench.harness.key_press(Key::Num3);
    bench.harness.event(egui::Event::Text("3".into()));
    bench.settle();
    bench.press(Key::Escape);
    let annotation = bench.app().session().project().annotation(id).unwrap();
    assert_eq!(annotation.standing().verdict, Some(Verdict::Disputed));
    assert_eq!(annotation.judgements().next().unwrap().note(), "3");
}

#[test]
fn step_4_list_filter_find_and_every_occurrence() {
    let mut bench = Bench::with_reports();
    bench.select("bridge");
    bench.press_with(Modifiers::SHIFT, Key::M);
    bench.click_last(Role::Button, "Verified");
    let marked = bench.app().session().project().counts().verified;
    assert!(marked > 5, "{marked} places");
    let mut filter = bench.app().filter.clone();
    filter.this_article = false;
    bench.app_mut().act(factmark::app::Request::SetFilter(filter));
    bench.settle();
    assert_eq!(bench.app().list.rows().len(), marked);
    bench.click(Role::ColumnHeader, "Passage");
    bench.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(bench.app().session().project().counts().total(), 0);
    bench.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    assert_eq!(bench.app().tab, Tab::Find);
    bench.harness.event(egui::Event::Text("closed".into()));
    bench.settle();
    assert!(!bench.app().find.hits.is_empty());
    bench.press(Key::Enter);
    assert!(bench.app().selection.is_some());
}

#[test]
fn step_4_next_unchecked_sentence_and_next_annotation() {
    let mut bench = Bench::with_reports();
    bench.press(Key::F);
    let first = bench.app().selection.clone().unwrap();
    bench.press(Key::Num1);
    bench.press(Key::F);
    let second = bench.app().selection.clone().unwrap();
    assert!(second.start >= first.end);
    bench.press(Key::X);
    bench.press(Key::F);
    assert_ne!(bench.app().selection.clone(), Some(second));
    bench.press(Key::K);
    assert_eq!(bench.app().session().project().place(bench.app().in_hand.unwrap()).unwrap().1, first);
}

#[test]
fn step_5_save_reopen_and_the_question_at_the_end() {
    let mut bench = Bench::with_reports();
    bench.press_with(Modifiers::COMMAND, Key::S);
    let path = bench.folder.path().join("review.factmark.ron");
    bench.answer_path(&path, "Save");
    assert!(path.exists());
    assert!(bench.says("Saved"));
    let bytes = std::fs::read(&path).unwrap();
    bench.press(Key::F);
    bench.press(Key::Num1);
    bench.app_mut().act(factmark::app::Request::CloseWindow);
    bench.settle();
    assert!(bench.says("Save your work?"));
    bench.click(Role::Button, "Save");
    assert!(bench.app().quit);
    let mut again = Bench::new();
    again.drop_files(std::slice::from_ref(&path));
    assert_eq!(again.app().session().project().counts().verified, 1);
    assert_ne!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn step_6_the_summary_is_previewed_and_written() {
    let mut bench = Bench::new();
    bench.click(Role::Button, "Open the sample");
    for (choice, extension, begins) in [("HTML", "html", "<!DOCTYPE html>"), ("Markdown", "md", "# "), ("CSV", "csv", "\u{feff}")] {
        bench.press_with(Modifiers::COMMAND, Key::E);
        bench.click_starting(Role::RadioButton, choice);
        bench.click(Role::Button, "Export…");
        let path = bench.folder.path().join(format!("summary.{extension}"));
        bench.answer_path(&path, "Export");
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.to_lowercase().starts_with(&begins.to_lowercase()), "{extension}: {}", &text[..40]);
        if bench.app().dialog.is_some() {
            bench.press(Key::Escape);
        }
    }
}

#[test]
fn the_theme_is_chosen_in_the_settings() {
    let mut bench = Bench::new();
    bench.press_with(Modifiers::COMMAND, Key::Comma);
    bench.click(Role::RadioButton, "Dark");
    assert_eq!(bench.app().settings.theme, Theme::Dark);
    bench.press(Key::Escape);
    assert_eq!(bench.app().dialog, None);
}

#[test]
fn a_file_that_is_no_article_is_told_in_words() {
    let mut bench = Bench::with_reports();
    let missing = bench.folder.path().join("missing.txt");
    bench.drop_files(&[missing, reports()[0].with_file_name("truths.json")]);
    assert!(bench.says("Not added."));
    assert_eq!(bench.app().session().project().articles().len(), 5);
}
