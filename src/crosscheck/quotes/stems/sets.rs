//! Irregular forms and everyday synonyms, a set a line; a word counts for the first set that has it.

mod english;
mod french;
mod german;
mod spanish;

pub(super) use english::SETS as ENGLISH;
pub(super) use french::SETS as FRENCH;
pub(super) use german::SETS as GERMAN;
pub(super) use spanish::SETS as SPANISH;
