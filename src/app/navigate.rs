//! Going from one place to the next: annotations, unchecked sentences, hits, articles.

use std::ops::Range;

use super::announce::short;
use super::{App, Field, Go, Tab};
use crate::model::{AnnotationId, Article, ArticleId};
use crate::text::movement::widened;

impl App {
    pub(super) fn select(&mut self, range: Range<usize>) {
        self.caret = range.start;
        self.selection = Some(range).filter(|range| !range.is_empty());
    }

    /// Widens the selection, or selects the word at the caret.
    pub(super) fn widen(&mut self) {
        let Some(blocks) = self.article.and_then(|id| self.blocks(id)) else { return };
        let Some(article) = self.open_article() else { return };
        let now = self.selection.clone().unwrap_or(self.caret..self.caret);
        let wider = widened(article.text(), &blocks, now.clone());
        if wider == now || wider.is_empty() {
            return;
        }
        if self.widened.last().is_none_or(|last| !(wider.start <= last.start && last.end <= wider.end)) {
            self.widened.clear();
        }
        self.widened.push(now);
        self.selection = Some(wider);
    }

    /// Goes back to what the selection was widened from.
    pub(super) fn narrow(&mut self) {
        let Some(selected) = self.selection.clone() else { return };
        let inside = |was: &Range<usize>| selected.start <= was.start && was.end <= selected.end;
        if let Some(was) = self.widened.pop().filter(inside) {
            self.caret = was.end;
            self.selection = Some(was).filter(|was| !was.is_empty());
        }
    }

    pub(super) fn take_in_hand(&mut self, id: AnnotationId) {
        if let Some((_, range)) = self.session.project().place(id) {
            self.caret = range.start;
            self.in_hand = Some(id);
            self.selection = None;
        }
    }

    pub(super) fn go_to(&mut self, id: AnnotationId) {
        if self.dialog.as_ref().is_some_and(|dialog| *dialog == super::Dialog::Palette) {
            self.dialog = None;
        }
        let Some((article, range)) = self.session.project().place(id) else { return };
        self.bring_into_view(article, range, false);
        self.take_in_hand(id);
    }

    pub(super) fn go_to_place(&mut self, article: ArticleId, range: Range<usize>) {
        self.bring_into_view(article, range.clone(), true);
        self.in_hand = None;
        self.select(range);
    }

    fn bring_into_view(&mut self, article: ArticleId, range: Range<usize>, select: bool) {
        self.tab_whole = false;
        if self.article != Some(article) {
            self.show_article(Some(article));
        }
        self.go = Some(Go { article, range, select, to_top: false });
    }

    /// Selects the next sentence that nobody has judged or dismissed, in this article, else in the following ones.
    pub(super) fn next_unchecked(&mut self) {
        let articles = self.session.project().articles();
        let here = articles.iter().position(|article| Some(article.id) == self.article).unwrap_or(0);
        let from = self.selection.as_ref().map_or(self.caret, |selection| selection.start);
        let mut order: Vec<&Article> = articles.iter().skip(here).chain(articles.iter().take(here)).copied().collect();
        let first = order.first().map(|article| article.id);
        order.dedup_by_key(|article| article.id);
        let next = order.into_iter().find_map(|article| {
            let coverage = &self.session.facts(article.id)?.coverage;
            let from = if Some(article.id) == first { Some(from) } else { None };
            coverage.next_unchecked(from).map(|range| (article.id, range))
        });
        match next {
            Some((article, range)) => {
                let words = self.session.project().article(article).and_then(|article| article.text().get(range.clone()));
                let words = format!("Unchecked: {}", short(words.unwrap_or_default(), 300));
                self.go_to_place(article, range);
                self.announcement.say(words);
            }
            None => self.tell(super::Weight::Done, "Every checkable sentence is judged or dismissed."),
        }
    }

    pub(super) fn next_article(&mut self, forward: bool) {
        let articles: Vec<ArticleId> = self.session.project().articles().iter().map(|article| article.id).collect();
        let here = articles.iter().position(|id| Some(*id) == self.article);
        let next = match (here, forward) {
            (Some(here), true) => here + 1,
            (Some(here), false) => here.checked_sub(1).unwrap_or(usize::MAX),
            (None, _) => 0,
        };
        if let Some(next) = articles.get(next).copied() {
            self.show_article(Some(next));
            let title = self.session.project().article(next).map(|article| short(article.title(), 200));
            self.announcement.say(title.unwrap_or_default());
        }
    }

    /// Opens the search, beginning with the selected words.
    pub(super) fn open_find(&mut self, everywhere: bool) {
        let words = self.selection.clone().zip(self.article).and_then(|(range, id)| {
            let words = self.session.project().article(id)?.text().get(range)?;
            (words.len() <= 200 && !words.contains('\n')).then(|| words.to_owned())
        });
        if let Some(words) = words {
            self.find.query.pattern = words;
        }
        self.find.everywhere = everywhere;
        self.show_tab(Tab::Find);
        self.focus = Some(Field::Find);
    }

    pub(super) fn next_hit(&mut self, forward: bool) {
        let count = self.find.hits.len();
        if count == 0 {
            return;
        }
        let next = match self.find.current {
            None => self.hit_from_here(forward),
            Some(now) if forward => (now + 1) % count,
            Some(now) => (now + count - 1) % count,
        };
        self.go_to_hit(next);
    }

    /// The hit next to the caret.
    fn hit_from_here(&self, forward: bool) -> usize {
        let hits = &self.find.hits;
        let here = self.article.and_then(|article| hits.next_to(article, self.caret, forward));
        here.unwrap_or(if forward { 0 } else { hits.len().saturating_sub(1) })
    }

    pub(super) fn go_to_hit(&mut self, place: usize) {
        let Some(hit) = self.find.hits.get(place) else { return };
        self.find.current = Some(place);
        self.go_to_place(hit.article, hit.range);
    }
}
