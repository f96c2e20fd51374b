#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::app::{Request, Surroundings};
use crate::platform::Cut;

fn typeface(family: &str) -> Option<Typeface> {
    let cut = Cut { file: Arc::new([0_u8; 4]), index: 0, axes: Vec::new() };
    let found = Typeface { family: family.to_uppercase(), regular: cut.clone(), bold: cut.clone(), italic: cut };
    (family == "Quill").then_some(found)
}

fn app() -> App {
    let installed = Installed { families: || vec!["Quill".to_owned(), "Reed".to_owned()], typeface };
    let mut surroundings = Surroundings::fixed(1_900_000_000_000);
    surroundings.installed = installed;
    App::new(surroundings, Arc::new(|| {}))
}

fn choose(app: &mut App, reading: Option<&str>) {
    let settings = crate::app::settings::Settings { reading_font: reading.map(str::to_owned), ..app.settings.clone() };
    app.act(Request::ChangeSettings(Box::new(settings)));
    app.poll();
    assert!(app.settle(Duration::from_secs(20)));
    app.poll();
}

#[test]
fn a_chosen_typeface_is_used_if_it_is_there() {
    let mut app = app();
    for (family, is_there, revision) in [(Some("Quill"), true, 1), (Some("Reed"), false, 2), (Some("Quill"), true, 3), (None, false, 4)] {
        choose(&mut app, family);
        assert_eq!(app.typefaces.reading.family(), family);
        assert_eq!(app.typefaces.reading.typeface().is_some(), is_there, "{family:?}");
        assert_eq!(matches!(app.typefaces.reading, Chosen::Missing(_)), family.is_some() && !is_there);
        assert_eq!(app.typefaces.revision, revision, "{family:?}");
        assert!(app.typefaces.interface.family().is_none());
    }
}

#[test]
fn families_are_looked_for_when_they_are_asked_for() {
    let mut app = app();
    assert!(app.typefaces.families.is_none());
    app.act(Request::FindTypefaces);
    app.act(Request::FindTypefaces);
    assert!(app.settle(Duration::from_secs(20)));
    assert_eq!(app.typefaces.families.as_deref(), Some(&["Quill".to_owned(), "Reed".to_owned()][..]));
}
