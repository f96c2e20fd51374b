//! The colours that tell reviewers apart. None is a verdict's colour: no green, amber or red among them.

use egui::Color32;

use super::tokens::rgb;

/// How many reviewers have a colour of their own.
pub const REVIEWERS: usize = 8;

/// A reviewer's chip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewerColours {
    /// The chip.
    pub fill: Color32,
    /// The initials on it.
    pub text: Color32,
}

const fn on_white(fill: u32) -> ReviewerColours {
    ReviewerColours { fill: rgb(fill), text: rgb(0xffffff) }
}

const fn on_black(fill: u32) -> ReviewerColours {
    ReviewerColours { fill: rgb(fill), text: rgb(0x14171b) }
}

/// Blue, violet, magenta, cyan, brown, slate, midnight, mauve.
pub(super) static LIGHT: [ReviewerColours; REVIEWERS] = [
    on_white(0x2f5bd3),
    on_white(0x7b2fd0),
    on_white(0xb7268f),
    on_white(0x0a7691),
    on_white(0x7d5a3c),
    on_white(0x5c6673),
    on_white(0x1d2766),
    on_white(0x8b5a9c),
];

/// The same, lighter.
pub(super) static DARK: [ReviewerColours; REVIEWERS] = [
    on_black(0x7fa2ff),
    on_black(0xa57bff),
    on_black(0xf57fce),
    on_black(0x4cc3e2),
    on_black(0xc39a73),
    on_black(0x9aa7b8),
    on_black(0xd3dbff),
    on_black(0xd0a6dc),
];
