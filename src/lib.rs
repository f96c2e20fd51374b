//! Factmark.
