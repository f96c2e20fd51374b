//! The layers that read what others have written, built by themselves: fuzzing must not build the window.
//!
//! [`lines`] gives the fuzzer a way past the checksums, which chance would never find: it writes the right one before
//! every line that asks for it.

#![allow(missing_docs)]

#[path = "../../src/model/mod.rs"]
pub mod model;
#[path = "../../src/storage/mod.rs"]
pub mod storage;

/// What storage asks of the system, and no more: the typefaces are nothing to fuzz.
#[path = "../../src/platform"]
pub mod platform {
    mod files;
    mod machine;
    mod system;

    pub use files::{canonical, links, other_file, private, replace, same_file, sync_folder, touched};
    pub use machine::machine_name;
    pub use system::{System, system};
}

/// How the right checksum of a line is written: `/*…*/ ` in a project file, `… ` in a journal.
pub type Spelling = fn(u32) -> String;

/// The input with the right checksum before each line that begins with `~`, and the lines that got one.
pub fn lines(input: &[u8], spelling: Spelling) -> (Vec<u8>, Vec<&[u8]>) {
    let (mut bytes, mut right) = (Vec::new(), Vec::new());
    for (n, line) in input.split(|byte| *byte == b'\n').enumerate() {
        if n > 0 {
            bytes.push(b'\n');
        }
        match line.strip_prefix(b"~") {
            Some(line) => {
                bytes.extend_from_slice(spelling(crc32fast::hash(line)).as_bytes());
                bytes.extend_from_slice(line);
                right.push(line);
            }
            None => bytes.extend_from_slice(line),
        }
    }
    (bytes, right)
}
