//! Which operating system the program runs on.

/// An operating system, as far as the interface cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// Windows.
    Windows,
    /// macOS.
    MacOs,
    /// Linux and everything like it.
    Linux,
}

/// The system that this program was built for.
pub const fn system() -> System {
    if cfg!(target_os = "windows") {
        System::Windows
    } else if cfg!(target_os = "macos") {
        System::MacOs
    } else {
        System::Linux
    }
}
