//! Any bytes as a project file: read or refused in words, every line accounted for, nothing that was not there.

#![no_main]

use factmark_fuzz::lines;
use factmark_fuzz::storage::{Progress, parse, parse_here};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let (bytes, _) = lines(input, |sum| format!("/*{sum:08x}*/ "));
    let read = parse_here(&bytes);
    // Starting threads takes longer than all the rest: now and then they must come to the same.
    if crc32fast::hash(&bytes).is_multiple_of(64) {
        assert_eq!(format!("{:?}", parse(&bytes, &Progress::default())), format!("{read:?}"), "read by workers as on one thread");
    }
    match read {
        Ok(read) => {
            assert!(read.report.damaged.len() <= read.report.damaged_count);
            assert_eq!(read.lines.len(), read.report.records);
            let text = String::from_utf8_lossy(&bytes);
            for (line, record) in &read.lines {
                assert!(!line.contains('\n'));
                // What is kept as it was stands in the file; what was written anew says the same.
                assert!(text.contains(line.as_str()) || record.as_ref().is_some_and(|record| record.to_line() == *line));
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
