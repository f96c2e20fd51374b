//! The middle button pastes the primary selection into the text field under the pointer, as every program of X11 and
//! Wayland does, and what is selected in the article becomes it.

use egui::{Context, Event, Modifiers, PointerButton, Pos2, RawInput, TextEdit};

use crate::platform::Primary;

/// Where the middle button was pressed.
fn pressed(input: &RawInput) -> Option<Pos2> {
    input.events.iter().find_map(|event| match event {
        Event::PointerButton { pos, button: PointerButton::Middle, pressed: true, .. } => Some(*pos),
        _ => None,
    })
}

/// Puts the caret of the text field under the pointer where the middle button was pressed, as the primary button does,
/// and asks for what is to be pasted there. To be called before the input of a frame is looked at.
pub fn press(ctx: &Context, input: &mut RawInput, primary: &Primary) {
    let Some(pos) = pressed(input) else { return };
    let under: Vec<egui::Id> = ctx.interaction_snapshot(|snapshot| snapshot.contains_pointer.iter().copied().collect());
    if under.into_iter().any(|id| TextEdit::load_state(ctx, id).is_some()) {
        let modifiers = Modifiers::NONE;
        for pressed in [true, false] {
            input.events.push(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers });
        }
        primary.read();
    }
}

/// Pastes what was asked for, once it has come, if a text field has the focus still.
pub fn paste(ctx: &Context, primary: &Primary) {
    if let Some(words) = primary.take()
        && ctx.text_edit_focused()
    {
        ctx.input_mut(|input| input.events.push(Event::Paste(words)));
    }
}
