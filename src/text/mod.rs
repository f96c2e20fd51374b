//! What Factmark knows about written language: paragraphs, sentences, words, graphemes, quotation marks,
//! search, comparison and re-anchoring.
//!
//! An article's text is one `&str`: paragraphs joined by a single `\n`, NFC, without `\r`, blank paragraphs or a
//! byte order mark. Every function here takes such a text (or one paragraph of it) and answers in **byte
//! offsets** into it. Nothing is stored; the article view, the cross-check and the commands without a window all
//! ask the same functions, so a sentence is the same sentence everywhere.
//!
//! # Invariants
//! - Pure: no files, no clock, no global state.
//! - Never panics, for any `&str` and any offset. An offset beyond the end counts as the end; one inside a
//!   character counts as that character's start (see [`position`]). A range that ends before it starts is empty.
//! - Linear in what it is given. A function that takes a whole text and one offset reads only the neighbourhood
//!   of that offset: its paragraph, of a giant one only the part around the offset.
//! - It judges by the text alone and never by a model or a network; where language is ambiguous the module says
//!   which way it leans.
//!
//! | module | what it answers |
//! |---|---|
//! | [`position`] | which byte offset is meant, and the text of a range |
//! | [`paragraph`] | where paragraphs are, and whether one is a heading, a list item or body text |
//! | [`sentence`] | where sentences are |
//! | [`blocks`] | what of a text is laid out at once |
//! | [`word`] | where words are, and how many |
//! | [`grapheme`] | what a reader takes for one character; the trimming of a selection |
//! | [`movement`] | where the caret goes next |
//! | [`quotation`] | which marks are variants of one mark |
//! | [`find`] | where a pattern or a quotation stands |
//! | [`diff`] | which words were removed and added |
//! | [`anchor`] | where a passage stands in another version of its article |
//! | [`script`] | the direction of a paragraph, and characters that cannot be seen |
//! | [`direction`] | in which order the words of a row stand |
//! | [`line_break`] | where a line may end |
//! | [`checkable`] | which sentences count for coverage |

pub mod anchor;
pub mod blocks;
pub mod checkable;
pub mod diff;
pub mod direction;
pub mod find;
pub mod grapheme;
pub mod line_break;
pub mod movement;
pub mod paragraph;
pub mod position;
pub mod quotation;
#[cfg(test)]
pub(crate) mod sample;
pub mod script;
pub mod sentence;
#[cfg(test)]
mod tests;
pub mod word;
