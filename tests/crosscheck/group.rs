//! A folder of reports with what was planted in them, and what the cross-check finds there.

use std::path::Path;
use std::sync::Arc;

use factmark::crosscheck::{Apart, ArticleNo, CrossCheck, Findings, Place, Source, Sources};
use factmark::import::import_file;
use serde_json::Value;

/// Something that was planted, or that only looks so.
#[derive(Clone, Debug)]
pub struct Truth {
    /// Its word in the file.
    pub kind: String,
    /// Where it stands.
    pub passages: Vec<Place>,
}

/// The reports, the truths and the findings.
pub struct Group {
    /// The folder's name.
    pub name: String,
    /// What is in `truths.json`.
    pub truths: Vec<Truth>,
    /// What is found.
    pub findings: Findings,
    sources: Sources,
    files: Vec<String>,
}

impl Group {
    /// Every group in a folder of the repository, by name.
    pub fn all(folder: &str) -> Vec<Self> {
        let entries = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names.iter().map(|name| Self::read(&format!("{folder}/{name}"))).collect()
    }

    /// Reads a folder of the repository and compares its reports.
    pub fn read(folder: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let truths: Value = serde_json::from_slice(&std::fs::read(path.join("truths.json")).unwrap()).unwrap();
        let mut sources = Sources::new();
        let mut files = Vec::new();
        for (article, no) in truths["articles"].as_array().unwrap().iter().zip(0..) {
            let file = article["article"].as_str().unwrap().to_owned();
            let imported = import_file(&path.join(&file), &|| false).unwrap();
            let date = article["date"].as_str().map(|date| date.parse().unwrap());
            sources.insert(ArticleNo(no), Source { no: ArticleNo(no), text: Arc::from(imported.text), date });
            files.push(file);
        }
        let mut check = CrossCheck::new();
        sources.values().for_each(|source| check.add(source.clone()));
        let findings = check.findings(&Apart::default(), &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let mut group = Self { name, truths: Vec::new(), findings, sources, files };
        group.truths = truths["truths"].as_array().unwrap().iter().filter_map(|truth| group.truth(truth)).collect();
        group
    }

    fn truth(&self, truth: &Value) -> Option<Truth> {
        let passages: Vec<Place> = truth["passages"].as_array().unwrap().iter().filter_map(|passage| self.place(passage)).collect();
        let kind = truth["kind"].as_str().unwrap().to_owned();
        (!passages.is_empty()).then_some(Truth { kind, passages })
    }

    /// Where the words of a passage stand; empty words, of which only marks were left, stand nowhere.
    fn place(&self, passage: &Value) -> Option<Place> {
        let quote = passage["quote"].as_str().unwrap();
        let file = passage["article"].as_str().unwrap();
        let no = self.files.iter().position(|known| known == file).unwrap_or_else(|| panic!("{file}"));
        let article = ArticleNo(no as u32);
        let nth = passage["nth"].as_u64().unwrap_or(1) as usize;
        let found = self.sources[&article].text.match_indices(quote).nth(nth - 1);
        let (start, _) = found.filter(|_| !quote.is_empty()).or_else(|| {
            assert!(quote.is_empty(), "{file}: {quote}");
            None
        })?;
        Some(Place { article, start, end: start + quote.len() })
    }

    /// The truths of some kinds.
    pub fn of(&self, kinds: &[&str]) -> Vec<&Truth> {
        self.truths.iter().filter(|truth| kinds.contains(&truth.kind.as_str())).collect()
    }

    /// The words at a place.
    pub fn words(&self, place: &Place) -> &str {
        &self.sources[&place.article].text[place.range()]
    }

    /// Places with their words, for a message.
    pub fn show<'a>(&self, places: impl IntoIterator<Item = &'a Place>) -> String {
        let shown = places.into_iter().map(|place| format!("{}: {}", self.files[place.article.0 as usize], self.words(place)));
        shown.collect::<Vec<_>>().join("\n        ")
    }
}
