//! What a screen reader is told of the article, and what it may ask for.

use egui::accesskit::{Action, ActionData, ActionRequest, Role, TextPosition, TextSelection, TreeId};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::input::{marked, place};
use super::*;

#[test]
fn the_article_is_a_document_with_headings_paragraphs_and_marks() {
    let harness = marked();
    harness.get_by_role_and_label(Role::Document, "Ferry timetable");
    assert_eq!(harness.query_all_by_role(Role::Heading).count(), 1);
    assert_eq!(harness.query_all_by_role(Role::Paragraph).count(), 2);
    for name in ["Disputed: leaves at nine", "Erroneous: nine", "Unchecked: Nobody minds", "Verified: often late"] {
        harness.get_by_role_and_label(Role::Mark, name);
    }
}

#[test]
fn a_mark_can_be_picked_by_name() {
    let mut harness = marked();
    harness.get_by_role_and_label(Role::Mark, "Verified: often late").click();
    harness.run();
    assert_eq!(harness.state_mut().take(), [Event::Picked(mark(3))]);
    harness.get_by_role_and_label(Role::Mark, "Disputed: leaves at nine").click_accesskit();
    harness.run();
    assert_eq!(harness.state_mut().take(), [Event::Picked(mark(0))]);
}

#[test]
fn the_document_tells_its_selection() {
    let mut harness = marked();
    harness.state_mut().select(place("nine. It"));
    harness.state_mut().view.request_focus();
    harness.run();
    let document = harness.get_by_role(Role::Document);
    let selection = document.accesskit_node().data().text_selection().copied();
    assert!(
        selection.is_some_and(|selection| selection.anchor.character_index == 20 && selection.focus.character_index == 28),
        "{selection:?}"
    );
}

/// Asks as a screen reader does.
fn ask(harness: &mut Harness<'_, Window>, target_node: egui::accesskit::NodeId, action: Action, data: Option<ActionData>) {
    let request = ActionRequest { action, target_tree: TreeId::ROOT, target_node, data };
    harness.event(egui::Event::AccessKitActionRequest(request));
    harness.run();
}

/// The nodes of the document's paragraphs and headings, in order, each with its rows.
fn rows(harness: &Harness<'_, Window>) -> Vec<Vec<(egui::accesskit::NodeId, String)>> {
    let document = harness.get_by_role(Role::Document);
    let blocks = document.accesskit_node().children();
    let is_text = |role| matches!(role, Role::Heading | Role::Paragraph | Role::ListItem);
    let blocks = blocks
        .filter(|node| is_text(node.role()))
        .map(|block| block.children().map(|row| (row.locate().0, row.data().value().unwrap_or_default().to_owned())).collect());
    blocks.collect()
}

#[test]
fn every_word_in_view_is_in_the_rows() {
    let harness = marked();
    let told: Vec<String> = rows(&harness).iter().map(|rows| rows.iter().map(|row| row.1.as_str()).collect()).collect();
    assert_eq!(told.join("\n"), super::input::TEXT);
}

#[test]
fn a_screen_reader_can_select_forwards_and_backwards() {
    for (anchor, focus, expected) in [
        ((1, 4), (1, 9), Some("ferry")),
        ((2, 6), (1, 32), Some("often late.\nNobody")),
        ((0, 0), (0, 0), None),
        ((0, 0), (2, 999), Some(super::input::TEXT)),
    ] {
        let mut harness = marked();
        let rows = rows(&harness);
        let at = |(block, character_index): (usize, usize)| TextPosition { node: rows[block][0].0, character_index };
        let selection = TextSelection { anchor: at(anchor), focus: at(focus) };
        let document = harness.get_by_role(Role::Document).accesskit_node().locate().0;
        ask(&mut harness, document, Action::SetTextSelection, Some(ActionData::SetTextSelection(selection)));
        assert_eq!(harness.state().view.selection(), expected.map(place), "{anchor:?} to {focus:?}");
        assert!(harness.state().shown.as_ref().unwrap().has_focus);
        let told = harness.get_by_role(Role::Document).accesskit_node().data().text_selection().copied().unwrap();
        if focus.1 != 999 {
            assert_eq!((told.anchor, told.focus), (at(anchor), at(focus)), "it is told as it was asked for");
        }
    }
}

#[test]
fn a_screen_reader_can_put_the_focus_on_the_article() {
    let mut harness = marked();
    let document = harness.get_by_role(Role::Document).accesskit_node().locate().0;
    ask(&mut harness, document, Action::Focus, None);
    assert!(harness.state().shown.as_ref().unwrap().has_focus);
}

#[test]
fn a_mark_answers_click_and_focus() {
    for action in [Action::Click, Action::Focus] {
        let mut harness = marked();
        let mark_node = harness.get_by_role_and_label(Role::Mark, "Erroneous: nine").accesskit_node().locate().0;
        ask(&mut harness, mark_node, action, None);
        assert_eq!(harness.state_mut().take(), [Event::Picked(mark(1))], "{action:?}");
        assert!(harness.state().shown.as_ref().unwrap().has_focus);
    }
}

#[test]
fn paragraphs_out_of_view_are_brought_into_it() {
    let text: String = (0..60).map(|n| format!("Paragraph {n} tells of the ferry.\n")).collect();
    let mut harness = window(Sample::new(&text, &[]));
    let below = |harness: &Harness<'_, Window>| {
        let all = harness.query_all_by_role(Role::Paragraph).collect::<Vec<_>>();
        let page = harness.state().shown.as_ref().unwrap().page_rect;
        let last = all.into_iter().rfind(|node| node.rect().top() > page.bottom())?;
        let node = last.accesskit_node();
        Some((node.locate().0, node.children().next()?.data().value()?.to_owned()))
    };
    let (node, words) = below(&harness).unwrap();
    ask(&mut harness, node, Action::ScrollIntoView, None);
    let page = harness.state().shown.as_ref().unwrap().page_rect;
    let shown = harness
        .get_all_by_role(Role::Paragraph)
        .find(|node| node.accesskit_node().children().next().is_some_and(|row| row.data().value() == Some(words.as_str())));
    let rect = shown.map(|node| node.rect());
    assert!(rect.is_some_and(|rect| page.contains_rect(rect)), "{words} is at {rect:?}, the page at {page:?}");
    let (before, document) = (harness.state().view.reading_place(), harness.get_by_role(Role::Document).accesskit_node().locate().0);
    ask(&mut harness, document, Action::ScrollDown, None);
    let after = harness.state().view.reading_place();
    assert!(after > before);
    ask(&mut harness, document, Action::ScrollUp, None);
    assert!(harness.state().view.reading_place() < after);
}
