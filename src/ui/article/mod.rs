//! The article view: an article as a page, to be read, selected from and marked.
//!
//! It draws and reports; it decides nothing and changes nothing. What it costs depends on what is on the screen: the
//! place is anchored to the text (`scroll`), blocks of the text are laid out when they come into view (`layout`),
//! bytes become rectangles and back through `geometry`, and highlights are looked up by place (`highlights`) and
//! painted apart from the words (`paint`, `margin`), so that they never touch shaping or egui's cache of galleys. The
//! selection (`selection`, `pointer`, `keys`, `ends`) lives in bytes and does not care what is laid out. The strip at the
//! right (`minimap`) shows the whole; `access` tells a screen reader what the eye sees.

mod access;
mod crowd;
mod ends;
mod geometry;
mod hidden;
mod highlights;
mod keys;
mod layout;
mod margin;
mod minimap;
mod mixed;
mod noticed;
mod page;
mod paint;
mod pointer;
mod reveal;
mod scroll;
mod selection;
mod show;
mod spoken;
#[cfg(test)]
mod tests;
mod view;
mod visible;

pub use mixed::{Words, field_ui, job_ui, label_ui, on_widget, one_line, tip, tip_ui, words_ui};
pub use page::{Event, Face, Header, Page, Shown};
pub use show::article_ui;
pub use view::ArticleView;
