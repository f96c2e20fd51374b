//! The blocks of articles, as their pages are laid out of them: those of a long article are found by the job that opens or adds
//! it, or by one of their own, so that no frame reads the whole of a long text.

use std::collections::HashMap;
use std::sync::Arc;

use super::App;
use crate::model::{ArticleId, Project};
use crate::text::blocks::Blocks;

/// Up to so many bytes of text are read at once.
const AT_ONCE: usize = 500_000;

/// The blocks that were found.
#[derive(Debug, Default)]
pub(super) struct FoundBlocks {
    found: HashMap<ArticleId, Arc<Blocks>>,
    /// For which article, and which length of its text, another thread is looking.
    asked: Option<(ArticleId, usize)>,
}

impl FoundBlocks {
    /// Those of the long articles of a project.
    pub(super) fn of_long(project: &Project) -> Self {
        let long = project.articles().into_iter().filter(|article| article.text().len() > AT_ONCE);
        let found = long.map(|article| (article.id, Arc::new(Blocks::new(article.text())))).collect();
        Self { found, asked: None }
    }

    /// Takes others in.
    pub(super) fn extend(&mut self, others: Self) {
        self.found.extend(others.found);
    }
}

impl App {
    /// The blocks of an article's text; nothing while another thread looks for them.
    pub fn blocks(&mut self, id: ArticleId) -> Option<Arc<Blocks>> {
        let text = self.session.project().article(id)?.text();
        if let Some(blocks) = self.blocks.found.get(&id).filter(|blocks| blocks.text_len() == text.len()) {
            return Some(Arc::clone(blocks));
        }
        if text.len() <= AT_ONCE {
            let blocks = Arc::new(Blocks::new(text));
            self.blocks.found.insert(id, Arc::clone(&blocks));
            return Some(blocks);
        }
        let asked = Some((id, text.len()));
        if self.blocks.asked != asked {
            self.blocks.asked = asked;
            let text = Arc::clone(text);
            let opening = self.openings;
            self.jobs.start("Reading a long article", move |_| {
                let blocks = Arc::new(Blocks::new(&text));
                Box::new(move |app: &mut Self| {
                    if app.openings == opening {
                        app.blocks.found.insert(id, blocks);
                        app.blocks.asked = None;
                    }
                })
            });
        }
        None
    }
}
