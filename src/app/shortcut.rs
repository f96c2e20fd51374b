//! Keyboard shortcuts as data, and their spelling on each system.

use crate::platform::System;

/// A key, by what is printed on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter, digit or sign; letters in capitals.
    Char(char),
    /// The delete key.
    Delete,
    /// Escape.
    Escape,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key by its number.
    F(u8),
}

/// A key with the modifiers held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shortcut {
    /// The key.
    pub key: Key,
    /// With Ctrl, on macOS with Command.
    pub command: bool,
    /// With Shift.
    pub shift: bool,
    /// With Alt, on macOS Option.
    pub alt: bool,
}

/// A key alone. It is dead while a text field has the focus.
pub const fn plain(key: char) -> Shortcut {
    Shortcut { key: Key::Char(key), command: false, shift: false, alt: false }
}

/// A key with Ctrl or Command.
pub const fn command(key: char) -> Shortcut {
    Shortcut { command: true, ..plain(key) }
}

/// A key with Shift and Ctrl or Command.
pub const fn shift_command(key: char) -> Shortcut {
    Shortcut { shift: true, ..command(key) }
}

/// A key that is no character, alone.
pub const fn special(key: Key) -> Shortcut {
    Shortcut { key, command: false, shift: false, alt: false }
}

impl Shortcut {
    /// The same with Shift.
    pub const fn with_shift(self) -> Self {
        Self { shift: true, ..self }
    }

    /// The same with Ctrl or Command.
    pub const fn with_command(self) -> Self {
        Self { command: true, ..self }
    }

    /// The same with Alt or Option.
    pub const fn with_alt(self) -> Self {
        Self { alt: true, ..self }
    }

    /// Whether it would type something into a text field.
    pub fn is_typing(self) -> bool {
        !self.command && !self.alt && matches!(self.key, Key::Char(_) | Key::Delete)
    }

    /// How it is written on a system: `Ctrl+Shift+Z`, `⇧⌘Z`.
    pub fn spelled(self, system: System) -> String {
        let key = match self.key {
            Key::Char(key) => key.to_string(),
            Key::Delete => "Del".into(),
            Key::Escape => "Esc".into(),
            Key::PageUp => "PgUp".into(),
            Key::PageDown => "PgDn".into(),
            Key::F(number) => format!("F{number}"),
        };
        let Self { key: _, command, shift, alt } = self;
        let marks = match system {
            System::MacOs => [(alt, "⌥"), (shift, "⇧"), (command, "⌘")],
            System::Windows | System::Linux => [(command, "Ctrl+"), (alt, "Alt+"), (shift, "Shift+")],
        };
        let marks: String = marks.iter().filter(|(held, _)| *held).map(|(_, mark)| *mark).collect();
        marks + &key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcuts_are_spelled_for_each_system() {
        for (shortcut, elsewhere, on_mac) in [
            (command('S'), "Ctrl+S", "⌘S"),
            (shift_command('Z'), "Ctrl+Shift+Z", "⇧⌘Z"),
            (plain('1'), "1", "1"),
            (special(Key::F(3)).with_shift(), "Shift+F3", "⇧F3"),
            (special(Key::Delete), "Del", "Del"),
            (special(Key::PageDown).with_command().with_alt(), "Ctrl+Alt+PgDn", "⌥⌘PgDn"),
        ] {
            assert_eq!(shortcut.spelled(System::Linux), elsewhere);
            assert_eq!(shortcut.spelled(System::Windows), elsewhere);
            assert_eq!(shortcut.spelled(System::MacOs), on_mac);
        }
    }
}
