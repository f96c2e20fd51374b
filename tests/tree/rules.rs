//! What a screen reader must be able to rely on, whatever is shown.

use std::collections::HashMap;

use egui::Role;
use egui::accesskit::Action;
use egui_kittest::Node;
use egui_kittest::kittest::{AccessKitNode as Told, NodeT as _};

/// What each rule finds fault with, in words; empty where all is well.
pub fn offences<'t>(nodes: impl IntoIterator<Item = Node<'t>>) -> Vec<String> {
    let mut found = Vec::new();
    let mut seen: HashMap<(Role, String, Vec<String>), usize> = HashMap::new();
    for node in nodes {
        let node = node.accesskit_node();
        let path = path(&node);
        let here = || format!("{:?} “{}” in {}", node.role(), name(&node), path.join(" / "));
        for fault in faults(&node) {
            found.push(format!("{fault}: {}", here()));
        }
        if is_chosen_by_name(node.role()) && node.data().supports_action(Action::Click) {
            let count = seen.entry((node.role(), name(&node), path.clone())).or_default();
            *count += 1;
            if *count == 2 {
                found.push(format!("not the only one of its name: {}", here()));
            }
        }
    }
    found
}

/// What is wrong with a node by itself.
fn faults(node: &Told<'_>) -> Vec<&'static str> {
    let (role, name) = (node.role(), name(node));
    let data = node.data();
    let can = |action| data.supports_action(action);
    let acts = [Action::Click, Action::Focus, Action::SetValue, Action::Increment, Action::Expand].into_iter().any(can);
    let mut faults = Vec::new();
    if role == Role::ScrollBar {
        // egui's: its role and direction say all.
        return faults;
    }
    if acts && !says_something(&name) {
        faults.push("has no name");
    }
    if acts && role != Role::Label && name.chars().any(is_sign) {
        faults.push("has a sign in its name");
    }
    if node.is_text_input() && data.label().is_none_or(|label| !says_something(label)) && node.labelled_by().next().is_none() {
        faults.push("does not say what it is for");
    }
    if matches!(role, Role::GenericContainer | Role::Unknown) && can(Action::Click) {
        faults.push("can be clicked, but has no role");
    }
    let has_value = node.numeric_value().is_some() || node.value().is_some_and(|value| !value.is_empty());
    if matches!(role, Role::Slider | Role::SpinButton | Role::ProgressIndicator | Role::Meter) && !has_value {
        faults.push("does not say its value");
    }
    if matches!(role, Role::CheckBox | Role::RadioButton | Role::Switch) && node.toggled().is_none() {
        faults.push("does not say whether it is on");
    }
    if matches!(role, Role::Tab) && node.is_selected().is_none() {
        faults.push("does not say whether it is the open one");
    }
    if let Some(around) = belongs_in(role)
        && !ancestors(node).any(|above| around.contains(&above.role()))
    {
        faults.push("stands outside of what it is a part of");
    }
    if is_row(role) && !says_something(&name) {
        faults.push("has no name");
    }
    if role == Role::Row && !descendants(node).iter().any(|below| matches!(below, Role::Cell | Role::ColumnHeader | Role::RowHeader)) {
        faults.push("has no cells");
    }
    if matches!(role, Role::Dialog | Role::AlertDialog | Role::Table | Role::List | Role::TabList) && !says_something(&name) {
        faults.push("has no name");
    }
    faults
}

/// In which roles a part must stand somewhere.
fn belongs_in(role: Role) -> Option<&'static [Role]> {
    match role {
        Role::Cell | Role::ColumnHeader | Role::RowHeader => Some(&[Role::Row]),
        Role::Row => Some(&[Role::Table, Role::Grid, Role::TreeGrid]),
        Role::ListItem => Some(&[Role::List, Role::Document]),
        Role::ListBoxOption => Some(&[Role::ListBox]),
        Role::Tab => Some(&[Role::TabList]),
        Role::Mark | Role::Paragraph => Some(&[Role::Document]),
        _ => None,
    }
}

/// What a person picks out of a list of its kind by its name, so that no two in one place may share it.
fn is_chosen_by_name(role: Role) -> bool {
    matches!(
        role,
        Role::Button
            | Role::Link
            | Role::Tab
            | Role::CheckBox
            | Role::RadioButton
            | Role::MenuItem
            | Role::ComboBox
            | Role::Slider
            | Role::TextInput
            | Role::MultilineTextInput
    ) || is_row(role)
}

fn is_row(role: Role) -> bool {
    matches!(role, Role::Row | Role::ListBoxOption)
}

/// What a screen reader says of a node; a label says its words.
fn name(node: &Told<'_>) -> String {
    let words = if node.role() == Role::Label { node.value() } else { None };
    node.label().filter(|label| !label.is_empty()).or(words).unwrap_or_default()
}

fn says_something(name: &str) -> bool {
    name.chars().any(char::is_alphanumeric)
}

/// Arrows, boxes, geometric shapes and dingbats: drawn, never said.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{2500}'..='\u{27bf}' | '×')
}

fn ancestors<'t>(node: &Told<'t>) -> impl Iterator<Item = Told<'t>> {
    std::iter::successors(node.parent(), |above| above.parent())
}

fn descendants(node: &Told<'_>) -> Vec<Role> {
    node.children().flat_map(|child| std::iter::once(child.role()).chain(descendants(&child))).collect()
}

/// The names of what a node stands in, from the outside: that is how a person tells two buttons of one name apart.
fn path(node: &Told<'_>) -> Vec<String> {
    let named = |above: &Told<'_>| above.data().label().map(str::to_owned).filter(|label| !label.is_empty());
    let mut names: Vec<String> = ancestors(node).filter_map(|above| named(&above)).collect();
    names.reverse();
    names
}
