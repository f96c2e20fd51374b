//! The sample in every format, byte for byte. `FACTMARK_REWRITE_GOLDEN=1` writes the files anew: then read the difference.

use std::path::Path;

use super::build::{options, sample};
use crate::export::{Format, gather, render};

#[test]
fn the_sample_looks_as_it_did() {
    let folder = Path::new(file!()).parent().unwrap().join("../golden");
    let folder = if folder.is_absolute() { folder } else { Path::new(env!("CARGO_MANIFEST_DIR")).join(folder) };
    let summary = gather(&sample().project, &options());
    for format in Format::ALL {
        let file = folder.join(format!("ferry.{}", format.extension()));
        let rendered = render(&summary, format);
        if std::env::var_os("FACTMARK_REWRITE_GOLDEN").is_some() {
            std::fs::write(&file, &rendered).unwrap();
        }
        let expected = std::fs::read_to_string(&file).unwrap();
        assert!(rendered == expected, "{} has changed; rewrite the golden files and read the difference", file.display());
    }
}
