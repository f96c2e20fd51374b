//! The faces: Noto Serif for articles, Noto Sans for the interface, and a face of symbols behind both.
//!
//! They are part of the program, so that an article looks the same everywhere. A person may put typefaces of the
//! computer in front of them. What all lack (scripts beyond Latin, Greek and Cyrillic, emoji) comes from the system,
//! grapheme by grapheme, which egui does by itself.

use std::sync::Arc;

use egui::epaint::text::VariationCoords;
use egui::{FontData, FontDefinitions, FontFamily, FontId, FontTweak};

use crate::platform::{Cut, Typeface};

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

/// All faces and families; those for reading and for the window behind the typefaces that a person chose. egui's own
/// faces stay behind ours: its monospace, and what only they have.
pub fn definitions(reading: Option<&Typeface>, interface: Option<&Typeface>) -> FontDefinitions {
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
    if let Some(chosen) = reading {
        for (family, style, cut) in [
            (serif(0.0).family, "reading", &chosen.regular),
            (serif_bold(0.0).family, "reading bold", &chosen.bold),
            (serif_italic(0.0).family, "reading italic", &chosen.italic),
        ] {
            put_first(&mut fonts, family, style, chosen, cut);
        }
    }
    if let Some(chosen) = interface {
        put_first(&mut fonts, sans(0.0).family, "interface", chosen, &chosen.regular);
        put_first(&mut fonts, semibold(0.0).family, "interface bold", chosen, &chosen.bold);
    }
    fonts
}

fn put_first(fonts: &mut FontDefinitions, family: FontFamily, style: &str, typeface: &Typeface, cut: &Cut) {
    let name = format!("{} ({style})", typeface.family);
    let coords = VariationCoords::new(cut.axes.iter().map(|(tag, value)| (u32::from_be_bytes(*tag), *value)));
    let data = FontData::from_blob(cut.file.clone(), cut.index).tweak(FontTweak { coords, ..FontTweak::default() });
    fonts.font_data.insert(name.clone(), Arc::new(data));
    fonts.families.entry(family).or_default().insert(0, name);
}
