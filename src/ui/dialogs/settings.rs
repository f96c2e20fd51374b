//! What a person can choose about the window. Every change shows at once.

use egui::{ComboBox, Slider, Ui, vec2};

use super::frame;
use crate::app::settings::{ReadingFace, Settings, Theme};
use crate::app::typefaces::{Chosen, Typefaces};
use crate::app::{App, Request};
use crate::ui::theme::space;

/// The width of the names, in points.
const NAMES: f32 = 120.0;
/// The width and the greatest height of a list of fonts, in points.
const LIST: f32 = 220.0;
const TALLEST: f32 = 320.0;

/// Draws the dialog.
pub fn settings_ui(ui: &Ui, app: &App, first: bool, send: &mut Vec<Request>) {
    let mut new = app.settings.clone();
    frame::dialog(ui, "Settings", 460.0, send, |ui, send| {
        frame::body(ui, |ui| rows_ui(ui, &mut new, &app.typefaces, send));
        frame::close(ui, first, send);
    });
    if new != app.settings {
        send.push(Request::ChangeSettings(Box::new(new)));
    }
}

fn rows_ui(ui: &mut Ui, settings: &mut Settings, typefaces: &Typefaces, send: &mut Vec<Request>) {
    ui.spacing_mut().item_spacing.y = space::MEDIUM;
    row_ui(ui, "Theme", |ui| {
        for (theme, words) in [(Theme::System, "As the system"), (Theme::Light, "Light"), (Theme::Dark, "Dark")] {
            ui.radio_value(&mut settings.theme, theme, words);
        }
    });
    row_ui(ui, "Reading face", |ui| {
        for (face, words) in [(ReadingFace::Serif, "Serif, like a page"), (ReadingFace::Sans, "Sans, like the window")] {
            ui.radio_value(&mut settings.face, face, words);
        }
    });
    row_ui(ui, "Reading font", |ui| {
        let built_in = if settings.face == ReadingFace::Serif { "Noto Serif (built in)" } else { "Noto Sans (built in)" };
        family_ui(ui, "Reading font", built_in, &mut settings.reading_font, typefaces, send);
    });
    missing_ui(ui, &typefaces.reading);
    row_ui(ui, "Window font", |ui| {
        family_ui(ui, "Window font", "Noto Sans (built in)", &mut settings.interface_font, typefaces, send);
    });
    missing_ui(ui, &typefaces.interface);
    row_ui(ui, "Text size", |ui| {
        let mut points = f32::from(settings.text_size) / 10.0;
        let slider = Slider::new(&mut points, 12.0..=32.0).step_by(0.5).suffix(" pt");
        if ui.add(slider).accessible_name("Text size").changed() {
            settings.text_size = (points * 10.0).round() as u16;
        }
    });
    row_ui(ui, "Longest line", |ui| {
        let slider = Slider::new(&mut settings.measure, 360..=1400).step_by(20.0).suffix(" pt");
        ui.add(slider).accessible_name("Longest line");
    });
    row_ui(ui, "Size of everything", |ui| {
        for (words, name, up) in [("−", "Smaller", false), ("+", "Larger", true)] {
            let next = settings.next_zoom(up);
            let button = ui.add_enabled(next != settings.zoom, egui::Button::new(words).min_size(vec2(28.0, 24.0)));
            if button.accessible_name(name).clicked() {
                settings.zoom = next;
            }
        }
        ui.label(format!("{} %", settings.zoom));
        if ui.add_enabled(settings.zoom != 100, egui::Button::new("Normal size")).clicked() {
            settings.zoom = 100;
        }
    });
}

/// A family of the computer, or the built-in one. The list is looked for when the settings are first opened.
fn family_ui(ui: &mut Ui, name: &str, built_in: &str, family: &mut Option<String>, typefaces: &Typefaces, send: &mut Vec<Request>) {
    if typefaces.families.is_none() {
        send.push(Request::FindTypefaces);
    }
    let shown = family.as_deref().unwrap_or(built_in).to_owned();
    let list = ComboBox::from_id_salt(name).selected_text(shown).width(LIST).height(TALLEST).show_ui(ui, |ui| {
        ui.set_min_width(LIST);
        ui.selectable_value(family, None, built_in);
        match typefaces.families.as_deref() {
            Some([]) => {
                ui.weak("This computer tells of no other fonts.");
            }
            Some(families) => {
                for name in families {
                    ui.selectable_value(family, Some(name.clone()), name);
                }
            }
            None => {
                // A list that is longer a moment later would keep to this height.
                ui.set_min_height(TALLEST);
                ui.weak("Looking for the fonts of this computer…");
            }
        }
    });
    list.response.accessible_name(format!("{name}: {}", family.as_deref().unwrap_or(built_in)));
}

/// Says that a chosen family is not there.
fn missing_ui(ui: &mut Ui, chosen: &Chosen) {
    if let Chosen::Missing(missing) = chosen {
        row_ui(ui, "", |ui| {
            ui.weak(format!("“{missing}” is not on this computer, or cannot be read. The built-in font is shown instead."));
        });
    }
}

fn row_ui(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.allocate_ui(vec2(NAMES, 24.0), |ui| {
            ui.set_min_width(NAMES);
            ui.label(name);
        });
        ui.horizontal_wrapped(|ui| frame::choices(ui, content));
    });
}
