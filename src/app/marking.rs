//! Marking and judging: what the verdict keys, the panel and “mark every occurrence” do.

use std::ops::Range;

use super::announce::short;
use super::dialog::Dialog;
use super::edits::{self, Judging};
use super::notices::Weight;
use super::{App, Field, Request};
use crate::model::{AnnotationId, Article, ArticleId, Reason, Verdict};
use crate::text::find::{Mode, Query};
use crate::text::grapheme::trim;
use crate::text::sentence::sentence_at;

/// How many places “mark every occurrence” marks at most.
const MAX_PLACES: usize = 5_000;

impl App {
    pub(super) fn open_article(&self) -> Option<&Article> {
        self.article.and_then(|id| self.session.project().article(id))
    }

    /// Gives a verdict to the selected passage, else to the annotation in hand.
    pub(super) fn give(&mut self, verdict: Option<Verdict>) {
        if self.selection.is_some() {
            // A passage marked “to check” is an annotation without a verdict; one that has a verdict loses it.
            let there = self.open_article().zip(self.selection.clone()).and_then(|(article, range)| edits::annotation_at(article, &range));
            let judging = match (verdict, there) {
                (None, None) => Judging::default(),
                (verdict, _) => Judging::verdict(verdict),
            };
            self.mark_selection(judging);
        } else if let Some(id) = self.in_hand {
            self.act(Request::Judge(id, Judging::verdict(verdict)));
        }
        if let Some(id) = self.in_hand {
            self.say_annotation(id);
        }
    }

    /// Marks the selection, puts the annotation in hand and drops the selection. Gives back the annotation.
    fn mark_selection(&mut self, judging: Judging) -> Option<AnnotationId> {
        self.reviewer()?;
        let range = self.selection.clone()?;
        let (id, edit) = edits::mark(self.open_article()?, range, None, judging, &self.surroundings)?;
        let nothing_new = edit.says.is_empty();
        if nothing_new || self.edit(edit) {
            self.in_hand = Some(id);
            self.selection = None;
            Some(id)
        } else {
            None
        }
    }

    /// The annotation in hand; the selection becomes one first.
    fn annotation_to_write_on(&mut self) -> Option<AnnotationId> {
        if self.selection.is_some() { self.mark_selection(Judging::default()) } else { self.in_hand }
    }

    /// Puts the focus into a field of the panel.
    pub(super) fn write(&mut self, field: Field) {
        if self.annotation_to_write_on().is_some() {
            self.settings.panel = true;
            // The comparison over the whole middle has no room for the panel.
            self.tab_whole &= !self.is_comparing();
            self.focus = Some(field);
        }
    }

    /// Opens the dialog for evidence.
    pub(super) fn cite(&mut self) {
        if let Some(id) = self.annotation_to_write_on() {
            self.dialog = Some(Dialog::Evidence { annotation: Some(id), evidence: None });
        }
    }

    /// Words typed into a field of the panel.
    pub(super) fn type_words(&mut self, id: AnnotationId, field: Field, words: String) {
        let by = self.session.by;
        let now = by.and_then(|by| self.session.project().annotation(id).and_then(|annotation| annotation.judgement(by)));
        let (judging, key, there) = match field {
            Field::Note => {
                let there = now.map(|now| now.note().to_owned());
                (Judging { note: Some(words.clone()), ..Judging::default() }, "note", there)
            }
            Field::Correction => {
                let there = now.map(|now| now.correction().to_owned());
                (Judging { correction: Some(words.clone()), ..Judging::default() }, "correction", there)
            }
            Field::Reason | Field::Find | Field::Article | Field::Ends | Field::NextArea | Field::PreviousArea => return,
        };
        if there.unwrap_or_default() == words {
            return;
        }
        let now = self.surroundings.now();
        self.session.apply_typing(&edits::judge(id, judging), (id, key), now);
    }

    /// Dismisses the selected passage, else the sentence at the caret; brings it back if it is dismissed already.
    pub(super) fn dismiss_here(&mut self) {
        let Some(article) = self.open_article() else { return };
        let text = article.text();
        let sentence = || trim(text, sentence_at(text, self.caret));
        let range = self.selection.clone().unwrap_or_else(sentence);
        let id = article.id;
        let dismissed = article.dismissals_in(range.clone()).find(|there| there.range.start <= range.start && range.end <= there.range.end);
        if range.is_empty() {
            return;
        }
        let words = short(text.get(range.clone()).unwrap_or_default(), 120);
        match dismissed {
            Some(there) => {
                self.act(Request::Restore(id, there.range));
                self.announcement.say(format!("Brought back: {words}"));
            }
            None => {
                self.act(Request::Dismiss(id, range, Reason::NothingToCheck));
                self.announcement.say(format!("Nothing to check: {words}"));
            }
        }
        self.selection = None;
    }

    /// Opens the dialog of “mark every occurrence” and looks for the places.
    pub(super) fn open_mark_every(&mut self, everywhere: bool) {
        let Some((article, range)) = self.open_article().zip(self.selection.clone()) else { return };
        let Some(words) = article.text().get(range).map(str::to_owned) else { return };
        let query = Query { pattern: words.clone(), mode: Mode::WholeWord, match_case: true };
        let Ok(finder) = query.compile() else { return };
        let articles = if everywhere { self.session.project().articles() } else { vec![article] };
        let texts: Vec<_> = articles.into_iter().map(|article| (article.id, std::sync::Arc::clone(article.text()))).collect();
        self.dialog = Some(Dialog::MarkEvery { words: words.clone(), everywhere, places: None });
        self.jobs.start("Finding the places", move |progress| {
            let mut found: Vec<(ArticleId, Range<usize>)> = Vec::new();
            for (article, text) in texts {
                if progress.is_cancelled() {
                    break;
                }
                found.extend(finder.find_in(&text, 0).take(MAX_PLACES - found.len()).map(|range| (article, range)));
            }
            Box::new(move |app: &mut Self| {
                if let Some(Dialog::MarkEvery { words: asked, everywhere: there, places }) = &mut app.dialog
                    && *asked == words
                    && *there == everywhere
                {
                    *places = Some(found);
                }
            })
        });
    }

    /// Marks the places that the dialog has found, as one step.
    pub(super) fn mark_every(&mut self, verdict: Option<Verdict>) {
        let Some(Dialog::MarkEvery { places: Some(places), .. }) = self.dialog.take() else { return };
        let project = self.session.project();
        let ranges = places.iter().filter_map(|(id, range)| Some((project.article(*id)?, range.clone())));
        let edit = edits::mark_every(ranges, verdict, &self.surroundings);
        if self.edit(edit) {
            self.selection = None;
            let count = places.len();
            let all = if count == MAX_PLACES { " (the first 5,000)" } else { "" };
            self.tell(Weight::Done, format!("{count} places marked{all}. Undo takes all of them back."));
        }
    }
}
