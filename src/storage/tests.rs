//! The laws of storage over whole files: nothing is lost, nothing is altered without a word.

mod damage;
mod git;
mod hostile;
mod laws;
mod memory;
pub(super) mod sample;
pub(super) mod small;
mod together;
mod versions;
