//! Whole frames of long articles: what they cost, and that the page stays where it is.

use std::time::Instant;

use super::*;

/// Paragraphs of invented prose, to a length in bytes.
fn prose(bytes: usize, paragraph: usize) -> String {
    let sentence = "The harbour office counted the boats at dawn, and found one fewer than the night before. ";
    let mut text = String::from("Ferry timetable");
    while text.len() < bytes {
        text.push('\n');
        text.push_str(sentence.repeat(paragraph.div_ceil(sentence.len())).trim_end());
    }
    text
}

fn marks(text: &str, count: usize) -> Vec<(Range<usize>, Option<Verdict>)> {
    let step = text.len() / count.max(1);
    let verdicts = [None, Some(Verdict::Verified), Some(Verdict::Disputed), Some(Verdict::Erroneous)];
    (0..count).map(|n| (n * step..(n * step + 12).min(text.len()), verdicts[n % 4])).collect()
}

#[test]
fn a_long_article_costs_a_frame_what_a_short_one_costs() {
    let mut costs = Vec::new();
    for (bytes, paragraph, count) in [(5_000, 500, 100), (5_000_000, 500, 20_000), (5_000_000, 5_000_000, 20_000)] {
        let text = prose(bytes, paragraph);
        let mut harness = window(Sample::marked(&text, &marks(&text, count)));
        let mut frames = Vec::new();
        for n in 0..60 {
            harness.state_mut().view.scroll_by(if n < 30 { 40.0 } else { -40.0 });
            let start = Instant::now();
            harness.step();
            frames.push(start.elapsed());
        }
        frames.sort();
        costs.push(frames[frames.len() / 2]);
    }
    // A wide margin, for a busy machine: what grows with the text would be a thousand times dearer.
    let most = costs[0] * 8;
    assert!(costs.iter().all(|cost| *cost < most), "{costs:?}");
}

/// The byte at the top and where it is, to see whether the page has moved.
fn place(harness: &Harness<'_, Window>) -> usize {
    harness.state().view.reading_place()
}

#[test]
fn the_reading_place_survives_another_size_and_another_width() {
    let text = prose(60_000, 700);
    let mut harness = window(Sample::marked(&text, &[]));
    harness.state_mut().view.open_at(30_000);
    harness.run();
    let before = place(&harness);
    assert!(before <= 30_000 && before + 200 > 30_000, "{before}");
    for (size, width) in [(24.0, 900.0), (17.0, 900.0), (17.0, 600.0), (13.0, 1200.0), (17.0, 900.0)] {
        harness.state_mut().text_size = size;
        harness.set_size(egui::vec2(width, 600.0));
        harness.run();
        let after = place(&harness);
        assert!(after.abs_diff(before) < 200, "{before} became {after} at {size} and {width}");
    }
}

#[test]
fn the_reading_place_survives_zoom_and_another_theme() {
    let text = prose(60_000, 700);
    let mut harness = window(Sample::marked(&text, &marks(&text, 60)));
    harness.state_mut().view.open_at(30_000);
    harness.run();
    let before = place(&harness);
    for zoom in [0.8, 1.5, 3.0, 1.0] {
        harness.ctx.set_zoom_factor(zoom);
        harness.run();
        let after = place(&harness);
        assert!(after.abs_diff(before) < 200, "{before} became {after} at {zoom}");
    }
    let there = place(&harness);
    for choice in [theme::Choice::Dark, theme::Choice::Light] {
        theme::style::choose(&harness.ctx, choice);
        harness.run();
        assert_eq!(place(&harness), there);
    }
}

#[test]
fn a_jump_shows_the_passage_at_once_and_one_in_view_does_not_move_the_page() {
    let text = prose(200_000, 700);
    let mut harness = window(Sample::marked(&text, &[]));
    for byte in [150_000, 20, 199_000, 100_000] {
        harness.state_mut().select(byte..byte + 40);
        harness.state_mut().view.scroll_to(byte..byte + 40);
        harness.step();
        let rect = harness.state().shown.as_ref().unwrap().selection_rect;
        assert!(rect.is_some_and(|rect| rect.top() > 0.0 && rect.bottom() < 600.0), "{byte}: {rect:?}");
        let before = place(&harness);
        harness.state_mut().view.scroll_to(byte + 40..byte + 60);
        harness.step();
        assert_eq!(place(&harness), before, "{byte}");
    }
}

#[test]
fn the_wheel_scrolls_and_stops_at_the_ends() {
    let text = prose(20_000, 700);
    let mut harness = window(Sample::marked(&text, &[]));
    let at = egui::pos2(400.0, 300.0);
    harness.hover_at(at);
    let wheel = |harness: &mut Harness<'_, Window>, y: f32| {
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, y),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: egui::Modifiers::NONE,
        });
        harness.run();
    };
    wheel(&mut harness, -500.0);
    assert!(place(&harness) > 0);
    for _ in 0..50 {
        wheel(&mut harness, -2000.0);
    }
    let end = place(&harness);
    assert!(end > 15_000 && end < text.len(), "{end}");
    wheel(&mut harness, 500.0);
    assert!(place(&harness) < end, "it does not stick to the end");
}

#[test]
fn a_drag_past_the_edge_scrolls_and_selects_on_the_faster_the_farther() {
    let text = prose(60_000, 700);
    let mut reached = Vec::new();
    for past in [10.0, 80.0] {
        let mut harness = window(Sample::marked(&text, &[]));
        harness.drag_at(egui::pos2(300.0, 300.0));
        harness.run();
        harness.hover_at(egui::pos2(300.0, 600.0 + past));
        harness.run_steps(40);
        harness.drop_at(egui::pos2(300.0, 600.0 + past));
        harness.run();
        let selected = harness.state().view.selection().unwrap();
        assert!(place(&harness) > 0 && selected.end > place(&harness), "{selected:?} at {}", place(&harness));
        reached.push(selected.end);
        let before = place(&harness);
        harness.run_steps(5);
        assert_eq!(place(&harness), before, "it stops with the drag");
    }
    assert!(reached[1] > reached[0] + 1000, "{reached:?}");
}

#[test]
fn the_strip_at_the_right_leads_to_any_place() {
    let text = prose(100_000, 700);
    let mut harness = window(Sample::marked(&text, &marks(&text, 100)));
    for (y, expected) in [(300.0, 50_000), (20.0, 0), (590.0, 97_000), (150.0, 25_000)] {
        harness.drag_at(egui::pos2(887.0, y));
        harness.run();
        harness.drop_at(egui::pos2(887.0, y));
        harness.run();
        let found = place(&harness);
        assert!(found.abs_diff(expected) < 5_000, "{found} at {y}");
    }
}

#[test]
fn who_comes_by_keyboard_finds_the_caret_in_view() {
    let text = prose(100_000, 700);
    let mut harness = window(Sample::marked(&text, &[]));
    harness.state_mut().view.open_at(50_000);
    harness.run();
    harness.key_press(egui::Key::Tab);
    harness.run();
    assert!(harness.state().shown.as_ref().unwrap().has_focus);
    assert_eq!(harness.state().view.caret(), place(&harness));
    for _ in 0..30 {
        harness.key_press(egui::Key::ArrowDown);
        harness.run();
    }
    let caret = harness.state().view.caret();
    assert!(caret > 51_000 && caret > place(&harness) && caret < place(&harness) + 3_000, "{caret} at {}", place(&harness));
}

#[test]
fn an_idle_page_asks_for_no_frame() {
    let text = prose(20_000, 700);
    let mut harness = window(Sample::marked(&text, &marks(&text, 50)));
    harness.state_mut().view.request_focus();
    harness.run();
    harness.step();
    let delay = harness.output().viewport_output.values().map(|output| output.repaint_delay).min();
    assert!(delay.is_some_and(|delay| delay > std::time::Duration::from_secs(60)), "{delay:?}");
}

#[test]
fn odd_texts_make_a_frame() {
    let many = (0..3000).map(|n| (n..6000 - n, None)).collect::<Vec<_>>();
    for (text, marks) in [
        (String::new(), vec![]),
        ("x".to_owned(), vec![(0..1, None)]),
        ("\u{301}".repeat(20_000), vec![(0..2, None)]),
        ("a".repeat(60_000), many),
        ("\u{0}\u{2028}\t\u{202e}".repeat(50), vec![]),
        ("\n\n\n".to_owned(), vec![]),
    ] {
        let mut harness = window(Sample::marked(&text, &marks));
        harness.state_mut().view.scroll_by(100.0);
        harness.run();
    }
}

/// The middle of the costs of frames that scroll down and up again.
fn cost(text: &str, marks: &[(Range<usize>, Option<Verdict>)]) -> std::time::Duration {
    let mut harness = window_of_any_script(Sample::marked(text, marks));
    let mut frames = Vec::new();
    for n in 0..30 {
        harness.state_mut().view.scroll_by(if n < 15 { 40.0 } else { -40.0 });
        let start = Instant::now();
        harness.step();
        frames.push(start.elapsed());
    }
    frames.sort();
    frames[frames.len() / 2]
}

/// Whatever is in a text, a frame costs what is on the screen. The margins are wide, for a busy machine and for a build
/// without optimisation; what read all of the text would be hundreds of times dearer.
#[test]
fn bad_input_costs_what_is_on_the_screen() {
    let plain = cost(&prose(100_000, 500), &[]);
    let nested: Vec<_> = (0..10_000).map(|n| (n * 2..60_000 - n * 2, Some(Verdict::Disputed))).collect();
    let dense: Vec<_> = (0..10_000).map(|n| (n * 6..n * 6 + 5, None)).collect();
    for (what, text, marks, times) in [
        ("one line of 2 MB", "The harbour counted its boats. ".repeat(64_000), vec![], 20),
        ("one word of 1 MB", "boat".repeat(250_000), vec![], 20),
        ("nothing but marks", "\u{301}".repeat(200_000), vec![], 20),
        ("nothing but flags", "🇩🇪".repeat(100_000), vec![], 60),
        ("nothing but zeros", "\0".repeat(100_000), vec![], 60),
        ("nothing but overrides", "\u{202e}".repeat(200_000), vec![], 60),
        ("a paragraph from right to left", "הגשר נסגר בשעה 06:40, אמרה (Ilse Varmo). ".repeat(2_000), vec![], 40),
        ("a paragraph of Chinese", "大桥于星期一清晨关闭，工程师说发现了十七处裂缝。".repeat(2_000), vec![], 40),
        ("a paragraph of Thai", "สะพานคนเดินถูกปิดเมื่อเช้าวันจันทร์".repeat(5_000), vec![], 40),
        ("nested annotations", prose(60_000, 500), nested, 40),
        ("dense annotations", prose(60_000, 500), dense, 40),
    ] {
        let found = cost(&text, &marks);
        println!("{what}: {found:?}, plain {plain:?}");
        assert!(found < plain * times, "{what}: {found:?} a frame, {plain:?} for plain words");
    }
}

#[test]
fn a_row_counts_what_it_cannot_show() {
    let text = prose(3_000, 500);
    let at = text.find("counted").unwrap();
    for (count, expected) in [(4, None), (5, Some(1)), (7, Some(3)), (3_000, Some(2_996))] {
        let marks: Vec<_> = (0..count).map(|_| (at..at + 7, None)).collect();
        let mut harness = window(Sample::marked(&text, &marks));
        harness.step();
        let drawn = drawn_words(&harness);
        let beyond = drawn.iter().find_map(|words| words.strip_prefix('+')?.parse::<usize>().ok());
        assert_eq!(beyond, expected, "{count} annotations of one word");
    }
}

/// The texts that the last frame drew.
fn drawn_words(harness: &Harness<'_, Window>) -> Vec<String> {
    let mut found = Vec::new();
    fn look(shape: &egui::Shape, found: &mut Vec<String>) {
        match shape {
            egui::Shape::Text(text) => found.push(text.galley.text().to_owned()),
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| look(shape, found)),
            _ => {}
        }
    }
    harness.output().shapes.iter().for_each(|clipped| look(&clipped.shape, &mut found));
    found
}

#[test]
fn hidden_characters_are_drawn_by_name() {
    let text = "Ferry timetable\nThe fee is over\u{202e}ride\u{202c}, a NUL \0 and a\u{2028}line of שלום עולם.";
    let mut harness = window_of_any_script(Sample::marked(text, &[]));
    harness.step();
    let drawn = drawn_words(&harness);
    for expected in ["RLO", "PDF", "NUL", "LS", "ride", "שלום", "עולם"] {
        assert!(drawn.iter().any(|words| words == expected), "{expected} is not among {drawn:?}");
    }
}
