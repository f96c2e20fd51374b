//! What each format says and never says.
