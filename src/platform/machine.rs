//! What the computer is called, for those who work on the same file from another one.

use std::process::{Command, Stdio};

/// The longest name that is taken, in characters.
const LONGEST: usize = 40;

/// The computer's name without its domain; empty where the system does not tell. Asks another program where nothing
/// else knows: not for the interface thread.
pub fn machine_name() -> String {
    let env = || std::env::var("COMPUTERNAME").ok();
    let kernel = || std::fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let asked = || {
        let output = Command::new("hostname").stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        String::from_utf8(output.stdout).ok()
    };
    let told = [env as fn() -> Option<String>, kernel, asked].into_iter().filter_map(|tell| tell());
    told.map(|name| short(&name)).find(|name| !name.is_empty()).unwrap_or_default()
}

fn short(name: &str) -> String {
    name.trim().split('.').next().unwrap_or_default().chars().filter(|c| !c.is_control()).take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cut_to_what_people_say() {
        for (told, name) in
            [("laptop-2\n", "laptop-2"), ("desk.newsroom.example", "desk"), ("", ""), (" \u{7} ", ""), ("PRESS-04", "PRESS-04")]
        {
            assert_eq!(short(told), name);
        }
    }
}
