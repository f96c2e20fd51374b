//! The laws of the model, held by random projects of several replicas.

mod laws;
mod shown;
mod strategies;
mod undo;
