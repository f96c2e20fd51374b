//! The faces: Noto Serif for articles, Noto Sans for the interface, and a face of symbols behind both.
//!
//! They are part of the program, so that an article looks the same everywhere. What they lack (scripts beyond Latin,
//! Greek and Cyrillic, emoji) comes from the system, grapheme by grapheme, which egui does by itself.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontId};

const SYMBOLS: &str = "Noto Sans Symbols";
const SANS: &str = "Noto Sans";
const SEMIBOLD: &str = "Noto Sans SemiBold";
const SERIF: &str = "Noto Serif";
const SERIF_BOLD: &str = "Noto Serif Bold";
const SERIF_ITALIC: &str = "Noto Serif Italic";

/// The files, by the name under which families refer to them.
const FILES: [(&str, &[u8]); 6] = [
    (SANS, include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf")),
    (SEMIBOLD, include_bytes!("../../../assets/fonts/NotoSans-SemiBold.ttf")),
    (SERIF, include_bytes!("../../../assets/fonts/NotoSerif-Regular.ttf")),
    (SERIF_BOLD, include_bytes!("../../../assets/fonts/NotoSerif-Bold.ttf")),
    (SERIF_ITALIC, include_bytes!("../../../assets/fonts/NotoSerif-Italic.ttf")),
    (SYMBOLS, include_bytes!("../../../assets/fonts/NotoSansSymbols-Merged.ttf")),
];

/// The interface's face, at a size in points.
pub fn sans(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// The interface's face for headings and what is current.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("semibold".into()))
}

/// The article's face.
pub fn serif(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("serif".into()))
}

/// The article's face for titles and headings.
pub fn serif_bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("serif-bold".into()))
}

/// The article's face for what is set apart.
pub fn serif_italic(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("serif-italic".into()))
}

/// All faces and families. egui's own faces stay behind ours: its monospace, and what only they have.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    for (name, file) in FILES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(file)));
    }
    let behind = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let families = [
        (sans(0.0).family, SANS),
        (semibold(0.0).family, SEMIBOLD),
        (serif(0.0).family, SERIF),
        (serif_bold(0.0).family, SERIF_BOLD),
        (serif_italic(0.0).family, SERIF_ITALIC),
    ];
    for (family, face) in families {
        let faces = [face.to_owned(), SYMBOLS.to_owned()].into_iter().chain(behind.iter().cloned()).collect();
        fonts.families.insert(family, faces);
    }
    fonts.families.entry(FontFamily::Monospace).or_default().push(SYMBOLS.to_owned());
    fonts
}
