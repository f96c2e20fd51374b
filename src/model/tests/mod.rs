//! The laws of the model, held by random projects of several replicas.

mod exchange;
mod laws;
mod names;
mod redaction;
mod shown;
mod sight;
mod sign_off;
mod story;
mod strategies;
mod undo;
mod veil;
