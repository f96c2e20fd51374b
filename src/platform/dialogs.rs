//! Whether the system has a dialog for choosing files.

use super::{System, system};

/// Whether a file dialog can be expected to open: always on Windows and macOS; elsewhere when there is a session bus
/// for the desktop portal, or zenity.
pub fn has_file_dialog() -> bool {
    let env = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let runtime_bus = || std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| std::path::Path::new(&folder).join("bus").exists());
    let bus = env("DBUS_SESSION_BUS_ADDRESS") || runtime_bus();
    expected(system(), bus, || in_path("zenity"))
}

fn expected(system: System, session_bus: bool, zenity: impl FnOnce() -> bool) -> bool {
    match system {
        System::Windows | System::MacOs => true,
        System::Linux => session_bus || zenity(),
    }
}

fn in_path(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dialog_is_expected_where_something_can_show_it() {
        for (system, bus, zenity, answer) in [
            (System::Windows, false, false, true),
            (System::MacOs, false, false, true),
            (System::Linux, true, false, true),
            (System::Linux, false, true, true),
            (System::Linux, false, false, false),
        ] {
            assert_eq!(expected(system, bus, || zenity), answer);
        }
    }
}
