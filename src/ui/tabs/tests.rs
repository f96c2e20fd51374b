//! Tests of the tabs.
