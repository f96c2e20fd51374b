//! The typefaces that are installed on the computer: fontconfig, DirectWrite or Core Text knows them (`fontique`, which
//! egui asks too for characters that the built-in faces lack).
//!
//! Both functions read files and may take hundreds of milliseconds: they belong on a thread of their own.

use std::sync::Arc;

use fontique::{Collection, CollectionOptions, FontStyle, FontWeight, FontWidth};

/// The content of a font file.
pub type FontFile = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// One style of a typeface.
#[derive(Clone)]
pub struct Cut {
    /// The file.
    pub file: FontFile,
    /// Which face in the file.
    pub index: u32,
    /// Where on its axes a variable font is to be taken: tag and value.
    pub axes: Vec<([u8; 4], f32)>,
}

/// An installed typeface.
#[derive(Clone)]
pub struct Typeface {
    /// Its name.
    pub family: String,
    /// Upright, of the usual weight.
    pub regular: Cut,
    /// Bold, or what comes nearest.
    pub bold: Cut,
    /// Italic, or what comes nearest.
    pub italic: Cut,
}

fn collection() -> Collection {
    Collection::new(CollectionOptions { shared: false, system_fonts: true })
}

/// The names of all installed families, in the order of the alphabet. Empty where the system tells of none.
pub fn families() -> Vec<String> {
    let mut collection = collection();
    let mut names: Vec<String> = collection.family_names().filter(|name| !name.starts_with('.')).map(str::to_owned).collect();
    names.sort_by_cached_key(|name| name.to_lowercase());
    names.dedup();
    names
}

/// A family by its name; `None` if it is not installed or its files cannot be read.
pub fn typeface(family: &str) -> Option<Typeface> {
    let found = collection().family_by_name(family)?;
    let cut = |style: FontStyle, weight: FontWeight| {
        let font = found.match_font(FontWidth::NORMAL, style, weight, true)?;
        let file = font.load(None)?;
        let changes = font.synthesis(FontWidth::NORMAL, style, weight);
        let axes = changes.variation_settings().iter().map(|(tag, value)| (tag.into_bytes(), *value)).collect();
        Some(Cut { file: file.into_raw_parts().0, index: font.index(), axes })
    };
    let regular = cut(FontStyle::Normal, FontWeight::NORMAL)?;
    Some(Typeface {
        family: found.name().to_owned(),
        bold: cut(FontStyle::Normal, FontWeight::BOLD).unwrap_or_else(|| regular.clone()),
        italic: cut(FontStyle::Italic, FontWeight::NORMAL).unwrap_or_else(|| regular.clone()),
        regular,
    })
}
