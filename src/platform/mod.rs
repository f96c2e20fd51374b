//! What differs between operating systems: the only place with conditions on the target.
//!
//! Everything else asks here and treats all systems alike. No policy lives here, only the differences.

mod dialogs;
mod display;
mod files;
mod machine;
mod memory;
mod processor;
#[cfg(test)]
pub mod staging;
mod system;
mod trash;
mod typefaces;

pub use self::trash::move_to_trash;
pub use dialogs::has_file_dialog;
pub use display::has_display;
pub use files::{canonical, links, other_file, private, replace, same_file, sync_folder, touched};
pub use machine::machine_name;
pub use memory::keep_freed_memory;
pub use processor::thread_time;
pub use system::{System, system};
pub use typefaces::{Cut, FontFile, Typeface, families, typeface};
