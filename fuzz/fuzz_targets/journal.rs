//! Any bytes as a journal: just the lines with the right checksum, all of them, in words if it is damaged.

#![no_main]

use std::collections::HashSet;

use factmark_fuzz::lines;
use factmark_fuzz::model::Record;
use factmark_fuzz::storage::journal_records;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let (bytes, right) = lines(input, |sum| format!("{sum:08x} "));
    let (saved, since) = journal_records(&bytes);
    let found: HashSet<&str> = saved.lines().iter().chain(since.lines().iter()).collect();
    for line in &found {
        let sum = format!("{:08x} {line}", crc32fast::hash(line.as_bytes()));
        assert!(bytes.split(|byte| *byte == b'\n').any(|whole| whole == sum.as_bytes()), "never written: {line}");
        let _ = Record::from_line(line);
    }
    let redacted = saved.turned_away() + since.turned_away() > 0;
    for line in right.iter().filter_map(|line| std::str::from_utf8(line).ok()) {
        assert!(redacted || line.is_empty() || line.starts_with('*') || found.contains(line), "lost: {line}");
    }
});
