//! Irregular forms and everyday synonyms, a set a line; a word counts for the first set that has it.

mod english;
mod german;
mod spanish;

pub(super) use english::SETS as ENGLISH;
pub(super) use german::SETS as GERMAN;
pub(super) use spanish::SETS as SPANISH;
