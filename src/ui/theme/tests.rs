#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use egui::{Color32, Rangef, Rect, Shape, pos2, vec2};

use super::tokens::{DARK, LIGHT};
use super::{FILLS, REVIEWERS, Tokens, fonts, signs};
use crate::model::Verdict;

const VERDICTS: [Option<Verdict>; 4] = [None, Some(Verdict::Verified), Some(Verdict::Disputed), Some(Verdict::Erroneous)];

/// Relative luminance as WCAG 2 defines it.
fn luminance(colour: Color32) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
}

fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A translucent colour laid over an opaque one, as the tessellator does it.
fn over(tint: Color32, ground: Color32) -> Color32 {
    ground.blend(tint)
}

fn assert_contrast(theme: &Tokens, what: &str, text: Color32, ground: Color32, least: f64) {
    let found = contrast(text, ground);
    assert!(found >= least, "{what}: {found:.2} in {}", if theme.dark { "dark" } else { "light" });
}

#[test]
fn known_contrasts_come_out_right() {
    assert!((contrast(Color32::WHITE, Color32::BLACK) - 21.0).abs() < 1e-9);
    assert!((contrast(Color32::from_rgb(0x77, 0x77, 0x77), Color32::WHITE) - 4.48).abs() < 0.01);
}

#[test]
fn every_text_can_be_read_on_every_ground() {
    for theme in [&LIGHT, &DARK] {
        for (name, ground) in [("page", theme.page), ("surface", theme.surface)] {
            let check = |what: &str, text, ground| assert_contrast(theme, &format!("{what} on {name}"), text, ground, 4.5);
            check("text", theme.text, ground);
            check("dim", theme.dim, ground);
            check("greyed", theme.greyed, ground);
            check("accent", theme.accent, ground);
            for (state, tint) in [("selection", theme.selection), ("hit", theme.hit), ("hover", theme.hover), ("pressed", theme.pressed)] {
                check(&format!("text, {state}"), theme.text, over(tint, ground));
            }
            for share in [0.0, 0.5, 1.0] {
                check("a count in a picture of counts", theme.text, over(theme.heat(share), ground));
            }
            check("dim, selected", theme.dim, over(theme.selection, theme.surface));
            check("accent, selected", theme.accent, over(theme.selection, theme.surface));
        }
        assert_contrast(theme, "text on accent", theme.on_accent, theme.accent, 4.5);
    }
}

#[test]
fn the_borders_of_boxes_can_be_seen_in_the_dark() {
    for ground in [DARK.page, DARK.surface] {
        assert_contrast(&DARK, "border of a box", DARK.outline, ground, 3.0);
    }
}

#[test]
fn verdicts_can_be_read_on_their_fills_and_the_article_through_them() {
    for theme in [&LIGHT, &DARK] {
        for verdict in VERDICTS {
            let colours = theme.verdict(verdict);
            for ground in [theme.page, theme.surface] {
                let filled = over(colours.fill, ground);
                let name = signs::name(verdict);
                assert_contrast(theme, &format!("{name} plain"), colours.text, ground, 4.5);
                assert_contrast(theme, &format!("{name} on its fill"), colours.text, filled, 4.5);
                assert_contrast(theme, &format!("{name} on a selected row"), colours.text, over(theme.selection, theme.surface), 4.5);
                assert_contrast(theme, &format!("line of {name}"), colours.line, filled, 3.0);
                assert_contrast(theme, &format!("article under {name}"), theme.text, filled, 4.5);
            }
        }
    }
}

#[test]
fn words_can_be_read_through_every_stack_of_fills() {
    for theme in [&LIGHT, &DARK] {
        for stack in 0..VERDICTS.len().pow(FILLS as u32) {
            let verdicts = (0..FILLS).map(|lane| VERDICTS[stack / VERDICTS.len().pow(lane as u32) % VERDICTS.len()]);
            let mut ground = theme.page;
            for (lane, verdict) in verdicts.clone().enumerate() {
                ground = over(theme.fill(verdict, lane), ground);
                let what = || format!("{:?}", verdicts.clone().take(lane + 1).collect::<Vec<_>>());
                for (state, tints) in [
                    ("", &[][..]),
                    ("selected", &[theme.selection]),
                    ("found", &[theme.hit]),
                    ("under the pointer", &[theme.pressed]),
                    ("selected, under the pointer", &[theme.pressed, theme.selection]),
                ] {
                    let seen = tints.iter().fold(ground, |ground, tint| over(*tint, ground));
                    assert_contrast(theme, &format!("text on {} {state}", what()), theme.text, seen, 4.5);
                }
            }
        }
    }
}

#[test]
fn each_fill_of_a_stack_can_be_seen() {
    for theme in [&LIGHT, &DARK] {
        for verdict in VERDICTS.into_iter().flatten() {
            let mut ground = theme.page;
            for lane in 0..FILLS {
                let filled = over(theme.fill(Some(verdict), lane), ground);
                assert!(difference(filled, ground) > 0.006, "fill {lane} of {verdict:?}: {:.4}", difference(filled, ground));
                ground = filled;
            }
        }
    }
}

#[test]
fn reviewers_are_told_apart_and_are_no_verdicts() {
    for theme in [&LIGHT, &DARK] {
        let chips: Vec<_> = (0..REVIEWERS as u8).map(|n| theme.reviewer(n)).collect();
        for (n, chip) in chips.iter().enumerate() {
            assert_contrast(theme, &format!("initials of {n}"), chip.text, chip.fill, 4.5);
            assert_contrast(theme, &format!("chip of {n}"), chip.fill, theme.surface, 3.0);
            for (m, other) in chips.iter().enumerate().skip(n + 1) {
                assert!(difference(chip.fill, other.fill) > 0.07, "{n} and {m} look alike ({:.3})", difference(chip.fill, other.fill));
            }
            for verdict in VERDICTS.into_iter().flatten() {
                let far = difference(chip.fill, theme.verdict(Some(verdict)).line);
                assert!(far > 0.08, "{n} looks {} ({far:.3})", verdict.label());
            }
        }
        assert_eq!(theme.reviewer(REVIEWERS as u8), theme.reviewer(0));
    }
}

/// How different two colours look: their distance in Oklab (Björn Ottosson, 2020).
fn difference(a: Color32, b: Color32) -> f64 {
    let lab = |colour: Color32| {
        let [r, g, b] = [colour.r(), colour.g(), colour.b()].map(|value| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        [
            0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
            1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
            0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
        ]
    };
    lab(a).iter().zip(lab(b)).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn lines_and_signs_stay_in_their_room() {
    for verdict in VERDICTS {
        for (from, to) in [(0.0, 100.0), (3.3, 4.1), (-20.5, 900.0)] {
            let mut shapes = Vec::new();
            signs::line(&mut shapes, verdict, Rangef::new(from, to), 50.0, Color32::BLACK);
            let drawn = shapes.iter().fold(Rect::NOTHING, |all, shape| all.union(shape.visual_bounding_rect()));
            assert!(drawn.is_positive(), "{verdict:?} from {from} to {to}");
            assert!(drawn.top() >= 49.0 && drawn.bottom() <= 50.0 + signs::LINE_ROOM + 1.0, "{verdict:?}: {drawn:?}");
            assert!(drawn.left() >= from - 1.0 && drawn.right() <= to + 1.0, "{verdict:?}: {drawn:?}");
        }
        let square = Rect::from_min_size(pos2(10.0, 10.0), vec2(12.0, 12.0));
        let sign = signs::sign(verdict, square, Color32::BLACK);
        assert!(!matches!(sign, Shape::Noop) && square.expand(1.5).contains_rect(sign.visual_bounding_rect()), "{verdict:?}");
    }
}

#[test]
fn every_face_has_the_characters_of_the_interface() {
    let ctx = egui::Context::default();
    super::apply(&ctx, super::Choice::Dark);
    let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
        ui.fonts_mut(|all| {
            for font in [fonts::sans(13.0), fonts::semibold(13.0), fonts::serif(17.0), fonts::serif_bold(24.0), fonts::serif_italic(17.0)] {
                let needed = "AZaz09ÄßéłŒ“”‘’–—…·×≤→↩¶№€‰½ΑΩЖя";
                for c in needed.chars() {
                    assert!(all.has_glyph(&font, c), "{c} in {font:?}");
                }
            }
        });
    });
    output.textures_delta.clear();
}
