//! What the cross-check looks at: texts with a number each, and what people have said is not the same.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::finding::Place;
use crate::model::{self, ArticleId};

/// Which of the compared articles: a number that whoever asks has given it. The order of the numbers is that of the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleNo(pub u32);

/// An article as the cross-check sees it.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its number.
    pub no: ArticleNo,
    /// Its text, as imported.
    pub text: Arc<str>,
    /// The day on which it was published, where that is known: “on Thursday” and “last month” are counted from it.
    pub date: Option<jiff::civil::Date>,
}

/// The compared articles by number.
pub type Sources = BTreeMap<ArticleNo, Source>;

/// What people have said is not the same. Findings leave such pairs apart.
#[derive(Clone, Debug, Default)]
pub struct Apart {
    /// For each article, its places and the number of the statement that names them.
    places: HashMap<ArticleNo, Vec<(Place, usize)>>,
    statements: usize,
    /// Places at which nothing is wrong, taken by themselves.
    alone: HashMap<ArticleNo, Vec<Place>>,
    names: HashSet<(String, String)>,
}

impl Apart {
    /// What people have said in a project, where articles have these numbers. A statement of one place says that nothing is wrong there.
    pub fn keep(&mut self, said: &model::Apart, number: impl Fn(ArticleId) -> Option<ArticleNo>) {
        let place = |at: &model::Stretch| Some(Place { article: number(at.article)?, start: at.start, end: at.end });
        match said.places() {
            [one] => place(one).into_iter().for_each(|place| self.keep_alone(place)),
            several => self.keep_places(&several.iter().filter_map(place).collect::<Vec<_>>()),
        }
        self.keep_names(said.names());
    }

    /// These places are not the same statement, each of them from each other.
    pub fn keep_places(&mut self, places: &[Place]) {
        for place in places {
            self.places.entry(place.article).or_default().push((*place, self.statements));
        }
        self.statements += 1;
    }

    /// Nothing is wrong at this place by itself: no mark without a partner, no weekday that does not fit.
    pub fn keep_alone(&mut self, place: Place) {
        self.alone.entry(place.article).or_default().push(place);
    }

    /// These names do not name the same.
    pub fn keep_names(&mut self, names: &[String]) {
        for a in names {
            self.names.extend(names.iter().filter(|b| *b != a).map(|b| (a.clone(), b.clone())));
        }
    }

    /// Whether someone has said of any place of an article that it is not the same as another.
    pub fn speaks_of(&self, article: ArticleNo) -> bool {
        self.places.contains_key(&article)
    }

    /// Whether someone has said that two places are not the same. A place is meant when it shares half of the longer one's bytes with the
    /// place that was spoken of, so that a better cut by a later version changes nothing.
    pub fn places(&self, a: &Place, b: &Place) -> bool {
        let spoken = |place: &Place| -> Vec<(Place, usize)> {
            let all = self.places.get(&place.article);
            all.map(|all| all.iter().filter(|(other, _)| is_meant(place, other)).copied().collect()).unwrap_or_default()
        };
        let of_b = spoken(b);
        spoken(a).iter().any(|(first, statement)| of_b.iter().any(|(second, other)| statement == other && first != second))
    }

    /// Whether someone has said that nothing is wrong at a place by itself.
    pub fn alone(&self, place: &Place) -> bool {
        self.alone.get(&place.article).is_some_and(|all| all.iter().any(|other| is_meant(place, other)))
    }

    /// Words that are the same only if what was said is, in whatever order.
    pub fn identity(&self) -> String {
        let mut places: Vec<Vec<Place>> = vec![Vec::new(); self.statements];
        for (place, statement) in self.places.values().flatten() {
            places.get_mut(*statement).into_iter().for_each(|places| places.push(*place));
        }
        places.iter_mut().for_each(|places| places.sort_unstable());
        places.sort_unstable();
        let mut names: Vec<_> = self.names.iter().collect();
        names.sort_unstable();
        let mut alone: Vec<_> = self.alone.values().flatten().collect();
        alone.sort_unstable();
        format!("{places:?}{alone:?}{names:?}")
    }

    /// Whether someone has said that two names do not name the same.
    pub fn names(&self, a: &str, b: &str) -> bool {
        self.names.contains(&(a.to_owned(), b.to_owned()))
    }
}

/// Whether a place is near enough to one that was spoken of: it shares half of the longer one's bytes with it.
fn is_meant(place: &Place, spoken: &Place) -> bool {
    let shared = place.shared(spoken);
    shared > 0 && 2 * shared >= (place.end - place.start).max(spoken.end - spoken.start)
}
