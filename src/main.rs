//! Factmark.
fn main() {}
