//! Whether a window can be shown.

use super::{System, system};

/// Whether there is a display: always on Windows and macOS, which say so themselves if not; elsewhere when the session names one.
pub fn has_display() -> bool {
    let env = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    expected(system(), env("DISPLAY") || env("WAYLAND_DISPLAY") || env("WAYLAND_SOCKET"))
}

fn expected(system: System, named: bool) -> bool {
    match system {
        System::Windows | System::MacOs => true,
        System::Linux => named,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_display_is_expected_where_the_session_names_one() {
        for (system, named, answer) in
            [(System::Windows, false, true), (System::MacOs, false, true), (System::Linux, true, true), (System::Linux, false, false)]
        {
            assert_eq!(expected(system, named), answer);
        }
    }
}
