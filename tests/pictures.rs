//! Pictures of the main views, compared with those in `tests/pictures`.
//!
//! Only one renderer is blessed: a picture depends on it to the pixel. Where another one is there, or none, the
//! comparison is left out and says so. `UPDATE_SNAPSHOTS=force cargo test --test pictures` takes them anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    dead_code
)]

#[path = "window/bench.rs"]
mod bench;

use std::sync::Arc;

use eframe::egui_wgpu::{RenderState, RendererOptions, WgpuConfiguration, WgpuSetup, WgpuSetupCreateNew};
use egui::{Key, Modifiers, Role};
use egui_kittest::wgpu::WgpuTestRenderer;
use egui_kittest::{Harness, SnapshotOptions, SnapshotResults};
use factmark::app::settings::Theme;
use factmark::app::{Request, Tab};
use factmark::model::Verdict;

use crate::bench::Bench;

/// The renderer that the pictures were taken with: lavapipe, as Debian 12 has it.
const BLESSED: &str = "llvmpipe";
const BLESSED_DRIVER: &str = "Mesa 22.3";

/// A state of the blessed renderer; why there is none, in words, where there is none.
fn renderer() -> Result<WgpuTestRenderer, String> {
    let mut setup = WgpuSetupCreateNew::without_display_handle();
    setup.native_adapter_selector = Some(Arc::new(|adapters, _| {
        let blessed = |adapter: &&eframe::wgpu::Adapter| {
            let info = adapter.get_info();
            info.backend == eframe::wgpu::Backend::Vulkan && info.name.contains(BLESSED) && info.driver_info.contains(BLESSED_DRIVER)
        };
        adapters.iter().find(blessed).cloned().ok_or_else(|| format!("no Vulkan renderer “{BLESSED}” of {BLESSED_DRIVER}"))
    }));
    let setup = WgpuSetup::CreateNew(setup);
    let instance = pollster::block_on(setup.new_instance());
    let configuration = WgpuConfiguration { wgpu_setup: setup, ..WgpuConfiguration::default() };
    let state = pollster::block_on(RenderState::create(&configuration, &instance, None, RendererOptions::PREDICTABLE));
    state.map(WgpuTestRenderer::from_render_state).map_err(|error| error.to_string())
}

fn picture(name: &str, size: (f32, f32), theme: Theme, set_up: impl FnOnce(&mut Bench)) -> SnapshotResults {
    let renderer = match renderer() {
        Ok(renderer) => renderer,
        Err(why) => {
            println!("left out: the picture “{name}”: {why}");
            return SnapshotResults::new();
        }
    };
    let builder = Harness::builder().with_size(egui::vec2(size.0, size.1)).renderer(renderer);
    let mut bench = Bench::built(builder);
    bench.app_mut().settings.theme = theme;
    bench.settle();
    set_up(&mut bench);
    let theme = if theme == Theme::Dark { "dark" } else { "light" };
    let options = SnapshotOptions::new().threshold(0.6).output_path("tests/pictures");
    bench.harness.snapshot_options(format!("{name}-{theme}"), &options);
    bench.harness.take_snapshot_results()
}

fn in_both_themes(name: &str, size: (f32, f32), set_up: impl Fn(&mut Bench)) {
    let mut results = SnapshotResults::new();
    for theme in [Theme::Light, Theme::Dark] {
        results.extend(picture(name, size, theme, &set_up));
    }
    results.unwrap();
}

const LARGE: (f32, f32) = (1440.0, 900.0);
const SMALL: (f32, f32) = (1000.0, 640.0);

/// The sample with the first erroneous annotation in hand.
fn review(bench: &mut Bench) {
    bench.click(Role::Button, "Open the sample");
    let project = bench.app().session().project();
    let both = |id: &factmark::model::AnnotationId| {
        let annotation = project.annotation(*id).unwrap();
        annotation.standing().verdict == Some(Verdict::Erroneous) && annotation.judgements().count() > 1
    };
    let articles = project.articles();
    let id = articles.iter().flat_map(|article| article.places().iter()).map(|(_, id)| id).find(both).unwrap();
    bench.app_mut().act(Request::GoTo(id));
    bench.settle();
}

#[test]
fn the_empty_window() {
    in_both_themes("empty", LARGE, |_| {});
}

#[test]
fn the_review_with_the_panel() {
    in_both_themes("review", LARGE, review);
}

#[test]
fn the_review_in_a_small_window() {
    in_both_themes("review-small", SMALL, review);
}

#[test]
fn a_selection_with_its_bar() {
    in_both_themes("selection", LARGE, |bench| {
        bench.click(Role::Button, "Open the sample");
        bench.press(Key::F);
        bench.press(Key::F);
    });
}

#[test]
fn the_list_over_the_whole_middle() {
    in_both_themes("list", LARGE, |bench| {
        review(bench);
        let filter = factmark::app::filter::Filter { this_article: false, ..bench.app().filter.clone() };
        bench.app_mut().act(Request::SetFilter(filter));
        bench.press_with(Modifiers::COMMAND, Key::Num4);
    });
}

#[test]
fn the_cross_check() {
    in_both_themes("cross-check", LARGE, |bench| {
        review(bench);
        bench.press_with(Modifiers::COMMAND, Key::Num5);
    });
}

#[test]
fn who_tells_what() {
    in_both_themes("overview", LARGE, |bench| {
        review(bench);
        bench.press_with(Modifiers::COMMAND, Key::Num5);
        bench.app_mut().act(Request::ShowSection(factmark::app::cross::Section::Overview));
        bench.settle();
    });
}

#[test]
fn what_reviewers_differ_in() {
    in_both_themes("compare", LARGE, |bench| {
        review(bench);
        bench.press_with(Modifiers::COMMAND, Key::Num7);
        bench.settle();
    });
}

#[test]
fn how_far_they_agree() {
    in_both_themes("agreement", LARGE, |bench| {
        review(bench);
        bench.press_with(Modifiers::COMMAND, Key::Num7);
        bench.app_mut().act(Request::ShowCompared(factmark::app::compare::Section::Agreement));
        bench.settle();
    });
}

#[test]
fn two_articles_side_by_side() {
    in_both_themes("beside", LARGE, |bench| {
        review(bench);
        bench.press_with(Modifiers::COMMAND, Key::Num6);
        bench.settle();
    });
}

#[test]
fn the_summary() {
    in_both_themes("summary", LARGE, |bench| {
        review(bench);
        bench.app_mut().act(Request::ShowTab(Tab::Summary));
        bench.press_with(Modifiers::COMMAND, Key::Num4);
    });
}

#[test]
fn the_export_dialog() {
    in_both_themes("export", LARGE, |bench| {
        review(bench);
        bench.press_with(Modifiers::COMMAND, Key::E);
    });
}

#[test]
fn all_keys() {
    in_both_themes("keys", SMALL, |bench| {
        review(bench);
        bench.app_mut().act(Request::Run(factmark::app::command::Command::Keys));
        bench.settle();
    });
}

/// Words of the scripts that the built-in faces have, so that no font of the computer decides the picture.
const MANY_LETTERS: &str = "Letters of three scripts\n\
    The ferry’s office (Łódź, Ærø, Şişli) wrote: “five baffling fjords”, e\u{301}t cetera – 5\u{a0}km, 5\u{202f}%, 1 234 567.\n\
    Η πεζογέφυρα έκλεισε στις 3 Μαρτίου· βρέθηκαν «17 ρωγμές», όχι 12.\n\
    Мост закрыли утром 3 марта: нашли «17 трещин, а не 12».\n\
    What hides: pay\u{200b}able, a no\u{ad}tice, an over\u{202e}ride\u{202c}, a \u{2067}part\u{2069}, a selector x\u{fe0f}.\n\
    • One point of a list that is long enough to go on in a second line, so that its edge can be seen in the picture.\n\
    Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsgründungsversammlungsprotokoll.\n";

/// An article of many letters, and passages of it that overlap.
fn letters(bench: &mut Bench) {
    bench.name("Ada Quist");
    let path = bench.folder.path().join("letters.txt");
    std::fs::write(&path, MANY_LETTERS).unwrap();
    bench.drop_files(&[path]);
    for (words, key) in [
        ("ferry’s office (Łódź, Ærø, Şişli) wrote: “five baffling fjords”", Key::Num1),
        ("office (Łódź, Ærø, Şişli) wrote: “five", Key::Num2),
        ("Łódź, Ærø, Şişli", Key::Num3),
        ("Ærø", Key::Num0),
        ("Ærø, Şişli) wrote", Key::Num1),
        ("(Łódź, Ærø", Key::Num2),
        ("βρέθηκαν «17 ρωγμές»", Key::Num3),
        ("over\u{202e}ride", Key::Num2),
    ] {
        bench.select(words);
        bench.press(key);
    }
    bench.settle();
}

#[test]
fn an_article_of_many_letters_with_overlapping_annotations() {
    in_both_themes("letters", LARGE, letters);
}

#[test]
fn an_article_of_many_letters_at_twice_the_size() {
    in_both_themes("letters-twice", LARGE, |bench| {
        letters(bench);
        let settings = &mut bench.app_mut().settings;
        (settings.zoom, settings.articles, settings.panel, settings.tabs) = (200, false, false, false);
        bench.settle();
    });
}
