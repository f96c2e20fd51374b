//! Keyboard shortcuts: from the command table to egui and back.

use egui::{Context, Key as EguiKey, KeyboardShortcut, Modifiers};

use crate::app::command::{Command, TABLE};
use crate::app::shortcut::{Key, Shortcut};
use crate::app::{App, Request};

/// Sends the commands whose shortcuts were pressed in this frame. Keys that would type something are dead while a
/// text field has the focus; all are dead while a dialog is open.
pub fn shortcuts(ctx: &Context, app: &App, send: &mut Vec<Request>) {
    if app.dialog.is_some() {
        return;
    }
    let typing = ctx.text_edit_focused();
    // The longer combinations first, so that Ctrl+Shift+Z is not taken for Ctrl+Z.
    let mut keys: Vec<(Shortcut, Command)> = TABLE
        .iter()
        .flat_map(|entry| entry.keys.iter().map(|key| (*key, entry.command)))
        .filter(|(key, _)| !(typing && is_dead(*key)))
        .collect();
    keys.sort_by_key(|(key, _)| std::cmp::Reverse(usize::from(key.shift) + usize::from(key.alt) + usize::from(key.command)));
    for (key, command) in keys {
        if pressed(ctx, key) {
            send.push(Request::Run(command));
        }
    }
}

/// Whether a key belongs to the text field that has the focus: what types, and the field's own undo.
fn is_dead(key: Shortcut) -> bool {
    key.is_typing() || matches!((key.key, key.command), (Key::Char('Z' | 'Y'), true))
}

fn pressed(ctx: &Context, shortcut: Shortcut) -> bool {
    if shortcut.key == Key::Char('?') {
        // Where the question mark is differs from keyboard to keyboard: what counts is what was typed.
        return ctx.input_mut(|input| take_typed(input, "?"));
    }
    let Some(key) = to_egui(shortcut.key) else { return false };
    let modifiers = Modifiers { command: shortcut.command, shift: shortcut.shift, alt: shortcut.alt, ..Modifiers::NONE };
    if shortcut.command || shortcut.shift || shortcut.alt || !matches!(shortcut.key, Key::Char(_)) {
        return ctx.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)));
    }
    ctx.input_mut(|input| input.modifiers.is_none() && input.consume_key(Modifiers::NONE, key))
}

fn take_typed(input: &mut egui::InputState, text: &str) -> bool {
    let before = input.events.len();
    input.events.retain(|event| !matches!(event, egui::Event::Text(typed) if typed == text));
    input.events.len() < before
}

fn to_egui(key: Key) -> Option<EguiKey> {
    match key {
        Key::Char('+') => Some(EguiKey::Plus),
        Key::Char('-') => Some(EguiKey::Minus),
        Key::Char('=') => Some(EguiKey::Equals),
        Key::Char(',') => Some(EguiKey::Comma),
        Key::Char(letter) => EguiKey::from_name(&letter.to_string()),
        Key::Delete => Some(EguiKey::Delete),
        Key::Escape => Some(EguiKey::Escape),
        Key::PageUp => Some(EguiKey::PageUp),
        Key::PageDown => Some(EguiKey::PageDown),
        Key::F(number) => EguiKey::from_name(&format!("F{number}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shortcut_of_the_table_has_a_key() {
        for entry in TABLE {
            for shortcut in entry.keys {
                let typed = shortcut.key == Key::Char('?');
                assert!(typed || to_egui(shortcut.key).is_some(), "{}", entry.title);
            }
        }
    }
}
