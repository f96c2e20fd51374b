//! Small pieces that several parts of the window are made of: key caps, headings in small capitals, verdict buttons,
//! counts, progress bars, avatars, chips, flat buttons, comparisons of words, text fields, menu items.
//!
//! Each is a function that draws one thing from plain values and gives back what egui says of it. None of them knows the
//! [`App`](crate::app::App) but [`command`], which draws commands of the table; none remembers anything. Verdict signs
//! are painted, never typed, and whatever is painted carries its words for those who do not see it.

mod avatar;
mod card;
pub mod command;
mod diff;
mod dropdown;
mod field;
mod heading;
mod inline;
mod keycap;
mod link;
mod press;
mod progress;
#[cfg(test)]
mod tests;
mod told;
mod verdict;

pub use avatar::{avatar_button, avatar_ui, paint_avatar, who_ui};
pub use card::{card, chip};
pub use diff::{diff_job, diff_ui};
pub use dropdown::{choice, dropdown, opens_menu};
pub use field::{line_field, text_field};
pub use heading::{caps_heading, elided};
pub use inline::Inline;
pub use keycap::{keycap_button, keycap_size, keycap_ui, paint_keycap};
pub use link::{close_button, flat_button, link_button, link_button_with_key, place_button};
pub use press::{press, switch};
pub use progress::{progress_bar, verdict_progress};
pub use told::told;
pub use verdict::{counts_line, counts_words, verdict_control, verdict_word};
