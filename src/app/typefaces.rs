//! The typefaces that a person chose from those of the computer: looked for by a job, and remembered.
//!
//! A chosen one that is not there (another computer, or it was removed) stays chosen, and the built-in one is shown
//! meanwhile; the settings say so.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::App;
use crate::platform::Typeface;

/// Where the typefaces come from. Tests have none but the built-in ones.
#[derive(Clone, Copy)]
pub struct Installed {
    /// The names of all families. Slow.
    pub families: fn() -> Vec<String>,
    /// A family by its name. Slow.
    pub typeface: fn(&str) -> Option<Typeface>,
}

impl Installed {
    /// Those of the computer.
    pub fn of_system() -> Self {
        Self { families: crate::platform::families, typeface: crate::platform::typeface }
    }

    /// None.
    pub fn none() -> Self {
        Self { families: Vec::new, typeface: |_| None }
    }
}

/// A typeface in the place of a built-in one.
#[derive(Clone, Default)]
pub enum Chosen {
    /// The built-in one.
    #[default]
    BuiltIn,
    /// This one is being looked for.
    Awaited(String),
    /// This one.
    Found(Arc<Typeface>),
    /// This one is not on the computer.
    Missing(String),
}

impl Chosen {
    /// The family that was asked for.
    pub fn family(&self) -> Option<&str> {
        match self {
            Self::BuiltIn => None,
            Self::Awaited(family) | Self::Missing(family) => Some(family),
            Self::Found(typeface) => Some(&typeface.family),
        }
    }

    /// The typeface, if it is there.
    pub fn typeface(&self) -> Option<&Typeface> {
        match self {
            Self::Found(typeface) => Some(typeface),
            _ => None,
        }
    }
}

/// The typefaces in use, and those to choose from.
#[derive(Default)]
pub struct Typefaces {
    /// For the words of articles.
    pub reading: Chosen,
    /// For the window.
    pub interface: Chosen,
    /// All families of the computer, once they have been looked for.
    pub families: Option<Arc<[String]>>,
    /// Grows when another typeface is in use.
    pub revision: u64,
    looking: bool,
}

impl App {
    /// Looks for the families of the computer, the first time that it is asked.
    pub(super) fn find_typefaces(&mut self) {
        if std::mem::replace(&mut self.typefaces.looking, true) {
            return;
        }
        let families = self.surroundings.installed.families;
        self.jobs.start("Looking for typefaces", move |_| {
            let found: Arc<[String]> = families().into();
            Box::new(move |app| app.typefaces.families = Some(found))
        });
    }

    /// Looks for the typefaces that the settings name, where others are in use.
    pub(super) fn follow_typefaces(&mut self) {
        let Self { settings, typefaces, .. } = self;
        let roles = [
            (&settings.reading_font, &mut typefaces.reading, of_reading as fn(&mut Typefaces) -> &mut Chosen),
            (&settings.interface_font, &mut typefaces.interface, of_interface),
        ];
        let mut wanted = Vec::new();
        for (name, chosen, role) in roles {
            if chosen.family() == name.as_deref() {
                continue;
            }
            match name {
                Some(family) => {
                    *chosen = Chosen::Awaited(family.clone());
                    wanted.push((family.clone(), role));
                }
                None => {
                    *chosen = Chosen::BuiltIn;
                    typefaces.revision += 1;
                }
            }
        }
        let typeface = self.surroundings.installed.typeface;
        for (family, role) in wanted {
            self.jobs.start(format!("Looking for {family}"), move |_| {
                let found = typeface(&family);
                Box::new(move |app| app.take_typeface(family, found, role))
            });
        }
    }

    fn take_typeface(&mut self, family: String, found: Option<Typeface>, role: fn(&mut Typefaces) -> &mut Chosen) {
        let chosen = role(&mut self.typefaces);
        if !matches!(chosen, Chosen::Awaited(awaited) if *awaited == family) {
            return;
        }
        *chosen = match found {
            // Under the name by which it was asked for, so that it is not looked for again.
            Some(typeface) => Chosen::Found(Arc::new(Typeface { family, ..typeface })),
            None => Chosen::Missing(family),
        };
        self.typefaces.revision += 1;
    }
}

fn of_reading(typefaces: &mut Typefaces) -> &mut Chosen {
    &mut typefaces.reading
}

fn of_interface(typefaces: &mut Typefaces) -> &mut Chosen {
    &mut typefaces.interface
}
