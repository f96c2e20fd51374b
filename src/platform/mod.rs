//! What differs between operating systems: the only place with conditions on the target.
//!
//! Everything else asks here and treats all systems alike. No policy lives here, only the differences.

mod dialogs;
mod display;
mod files;
mod system;

pub use dialogs::has_file_dialog;
pub use display::has_display;
pub use files::{canonical, links, private, replace, same_file, sync_folder};
pub use system::{System, system};
