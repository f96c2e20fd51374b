//! The colours of both themes, and the lengths that everything is built from, in points.
//!
//! Colour means verdict or focus and nothing else. Every pair of text and background reaches a contrast of 4.5 : 1
//! (WCAG 2, “Contrast (Minimum)”); the tests compute it, also on fills and under a selection.

use egui::{Color32, Visuals};

use super::reviewers::{REVIEWERS, ReviewerColours};
use crate::model::Verdict;

/// Distances between things, in points.
pub mod space {
    /// Between a thing and its label.
    pub const TINY: f32 = 4.0;
    /// Between things that belong together.
    pub const SMALL: f32 = 8.0;
    /// Inside a panel, at its edge.
    pub const MEDIUM: f32 = 12.0;
    /// Between groups.
    pub const LARGE: f32 = 16.0;
    /// Between parts of a window.
    pub const HUGE: f32 = 24.0;
}

/// Sizes of text and of parts of the window, in points.
pub mod size {
    /// Text of an article, unless the reader chose otherwise.
    pub const ARTICLE: f32 = 17.0;
    /// An article's title over its text.
    pub const TITLE: f32 = 24.0;
    /// Text of the interface.
    pub const INTERFACE: f32 = 13.0;
    /// Secondary text.
    pub const SECONDARY: f32 = 12.0;
    /// Headings in small capitals.
    pub const CAPS: f32 = 11.0;
    /// How many annotations start in a row, beside it.
    pub const MARGIN: f32 = 11.5;
    /// How many more there are than are drawn.
    pub const BEYOND: f32 = 10.0;
    /// Widest line of an article.
    pub const MEASURE: f32 = 680.0;
    /// Line height of an article, as a multiple of the text size.
    pub const LINE_HEIGHT: f32 = 1.6;
    /// Corner radius of buttons and fields.
    pub const RADIUS: u8 = 7;
    /// Corner radius of cards.
    pub const CARD_RADIUS: u8 = 8;
    /// Corner radius of chips.
    pub const CHIP_RADIUS: u8 = 4;
    /// Width of a hairline.
    pub const HAIRLINE: f32 = 1.0;
    /// Width of the ring around what has the focus.
    pub const FOCUS_RING: f32 = 1.5;
    /// Left panel.
    pub const LEFT_PANEL: f32 = 248.0;
    /// Right panel.
    pub const RIGHT_PANEL: f32 = 348.0;
    /// Bottom panel.
    pub const BOTTOM_PANEL: f32 = 214.0;
    /// Bar at the top.
    pub const TOP_BAR: f32 = 38.0;
    /// Bar at the bottom.
    pub const STATUS_BAR: f32 = 26.0;
}

/// How many fills may lie over each other.
pub const FILLS: usize = 4;

/// The colours of one verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerdictColours {
    /// Underlines, ticks and bars.
    pub line: Color32,
    /// Behind the words; translucent, so that overlapping passages add up. Transparent for the unchecked.
    pub fill: Color32,
    /// The verdict's name and sign, on any background and on its own fill.
    pub text: Color32,
}

/// The colours of one theme.
#[derive(Debug)]
pub struct Tokens {
    /// Whether this is the dark theme.
    pub dark: bool,
    /// Behind the article.
    pub page: Color32,
    /// Panels, bars, cards.
    pub surface: Color32,
    /// Hairlines and borders.
    pub line: Color32,
    /// Borders of what the pointer is over, and the handle of a scroll bar.
    pub strong_line: Color32,
    /// Borders of buttons, fields, boxes to tick and round ones: what they are must be seen without their words.
    pub outline: Color32,
    /// Text.
    pub text: Color32,
    /// Secondary text.
    pub dim: Color32,
    /// Text of an article that is dismissed: still readable, clearly out of play.
    pub greyed: Color32,
    /// Focus, selection, current tab.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Behind selected words and rows; translucent.
    pub selection: Color32,
    /// Behind find hits; translucent, weaker than the selection.
    pub hit: Color32,
    /// Over what the pointer is over; translucent.
    pub hover: Color32,
    /// Over what is pressed; translucent.
    pub pressed: Color32,
    /// Over the window behind a dialog; translucent.
    pub scrim: Color32,
    /// Shadow of what floats; translucent.
    pub shadow: Color32,
    verdicts: [VerdictColours; 4],
    reviewers: &'static [ReviewerColours; REVIEWERS],
}

/// An opaque colour from its six hexadecimal digits.
pub(super) const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// A translucent colour: six hexadecimal digits, and how much of it there is in per cent.
const fn tint(hex: u32, percent: u32) -> Color32 {
    Color32::from_rgba_unmultiplied_const((hex >> 16) as u8, (hex >> 8) as u8, hex as u8, (percent * 255 / 100) as u8)
}

/// The light theme.
pub static LIGHT: Tokens = Tokens {
    dark: false,
    page: rgb(0xf6f5f2),
    surface: rgb(0xffffff),
    line: rgb(0xe3e0da),
    strong_line: rgb(0xc4c0b8),
    outline: rgb(0xc4c0b8),
    text: rgb(0x23211d),
    dim: rgb(0x6b665f),
    greyed: rgb(0x726d66),
    accent: rgb(0x2f5bd3),
    on_accent: rgb(0xffffff),
    selection: tint(0x2f5bd3, 16),
    hit: tint(0x2f5bd3, 13),
    hover: tint(0x23211d, 5),
    pressed: tint(0x23211d, 9),
    scrim: tint(0x23211d, 34),
    shadow: tint(0x23211d, 16),
    verdicts: [
        VerdictColours { line: rgb(0x187a58), fill: tint(0x187a58, 14), text: rgb(0x146b4d) },
        VerdictColours { line: rgb(0xa86508), fill: tint(0xd98e04, 19), text: rgb(0x8f5606) },
        VerdictColours { line: rgb(0xb3261e), fill: tint(0xd9352b, 15), text: rgb(0xb3261e) },
        VerdictColours { line: rgb(0x6b6f76), fill: Color32::TRANSPARENT, text: rgb(0x62666d) },
    ],
    reviewers: &super::reviewers::LIGHT,
};

/// The dark theme.
pub static DARK: Tokens = Tokens {
    dark: true,
    page: rgb(0x15171a),
    surface: rgb(0x1c1f23),
    line: rgb(0x2d3137),
    strong_line: rgb(0x4a5059),
    outline: rgb(0x6c747f),
    text: rgb(0xe7e4dd),
    dim: rgb(0xa2a8b1),
    greyed: rgb(0x838992),
    accent: rgb(0x7fa2ff),
    on_accent: rgb(0x11151c),
    selection: tint(0x7fa2ff, 20),
    hit: tint(0x7fa2ff, 16),
    hover: tint(0xe7e4dd, 6),
    pressed: tint(0xe7e4dd, 10),
    scrim: tint(0x000000, 52),
    shadow: tint(0x000000, 42),
    verdicts: [
        VerdictColours { line: rgb(0x4cc79a), fill: tint(0x4cc79a, 17), text: rgb(0x4cc79a) },
        VerdictColours { line: rgb(0xe5ab4a), fill: tint(0xe5ab4a, 19), text: rgb(0xe5ab4a) },
        VerdictColours { line: rgb(0xff8076), fill: tint(0xff8076, 17), text: rgb(0xff8076) },
        VerdictColours { line: rgb(0x9aa0a8), fill: Color32::TRANSPARENT, text: rgb(0xa2a8b0) },
    ],
    reviewers: &super::reviewers::DARK,
};

impl Tokens {
    /// The colours of the theme that these visuals belong to.
    pub fn of(visuals: &Visuals) -> &'static Self {
        if visuals.dark_mode { &DARK } else { &LIGHT }
    }

    /// The colours of a verdict; `None` asks for the unchecked.
    pub fn verdict(&self, verdict: Option<Verdict>) -> VerdictColours {
        let [verified, disputed, erroneous, unchecked] = self.verdicts;
        match verdict {
            Some(Verdict::Verified) => verified,
            Some(Verdict::Disputed) => disputed,
            Some(Verdict::Erroneous) => erroneous,
            None => unchecked,
        }
    }

    /// Behind a count in a picture of counts, by its share of the greatest, from 0 to 1: text on it stays readable.
    pub fn heat(&self, share: f32) -> Color32 {
        self.accent.gamma_multiply(0.06 + 0.42 * share.clamp(0.0, 1.0))
    }

    /// Behind the words of a passage in one of [`FILLS`] lanes. Each further one is weaker, so that words can be read
    /// through all of them.
    pub fn fill(&self, verdict: Option<Verdict>, lane: usize) -> Color32 {
        const STRENGTHS: [f32; FILLS] = [1.0, 0.4, 0.25, 0.15];
        let strength = STRENGTHS.get(lane).copied().unwrap_or(0.0);
        self.verdict(verdict).fill.gamma_multiply(strength)
    }

    /// The colours of a reviewer, by the number that the reviewer's record gives; numbers beyond the list start over.
    pub fn reviewer(&self, colour: u8) -> ReviewerColours {
        let at = usize::from(colour) % REVIEWERS;
        self.reviewers.iter().copied().nth(at).unwrap_or(ReviewerColours { fill: self.accent, text: self.on_accent })
    }
}
