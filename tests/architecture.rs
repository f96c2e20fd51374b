//! The house rules that a compiler does not know: which way imports point, where the operating system may be asked
//! about, where colours live, how long a file may grow.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};

/// The layers from top to bottom, with those that each may name besides itself.
const LAYERS: &[(&str, &[&str])] = &[
    ("cli", &["app", "ui", "export", "import", "storage", "crosscheck", "text", "model", "platform"]),
    ("ui", &["app", "export", "import", "storage", "crosscheck", "text", "model", "platform"]),
    ("app", &["export", "import", "storage", "crosscheck", "text", "model", "platform"]),
    ("export", &["crosscheck", "text", "model"]),
    ("import", &["crosscheck", "text", "model"]),
    ("storage", &["model", "platform"]),
    ("crosscheck", &["text", "model"]),
    ("text", &[]),
    ("model", &[]),
    ("platform", &[]),
];

/// Layers that must do without files, clocks, threads and the interface.
const PURE: &[&str] = &["crosscheck", "text", "model"];

/// What a pure layer must not name.
const IMPURE: &[&str] = &["std::fs", "std::time", "std::thread", "std::net", "std::env", "std::process", "getrandom"];

/// The longest file, in lines.
const LONGEST: usize = 600;

/// Folder names that say what kind of thing lies there and not what about.
const EMPTY_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "common", "manager", "misc", "types"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The lines of a file that are code: without comments.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().enumerate().map(|(n, line)| (n + 1, line.trim_start().to_owned()));
    lines.filter(|(_, line)| !line.starts_with("//")).collect()
}

/// Every breach of a rule in `src`, as “file:line: why”.
fn breaches(rule: impl Fn(&str, &Path, &str) -> Option<String>) -> Vec<String> {
    let src = root().join("src");
    let mut found = Vec::new();
    for path in sources(&src) {
        let inside = path.strip_prefix(&src).unwrap();
        let layer = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        for (n, line) in code(&path) {
            if let Some(why) = rule(&layer, inside, &line) {
                found.push(format!("src/{}:{n}: {why}", inside.display()));
            }
        }
    }
    found
}

fn none(breaches: Vec<String>) {
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests") || path.file_name().is_some_and(|name| name == "tests.rs")
}

#[test]
fn imports_point_downward() {
    none(breaches(|layer, path, line| {
        let (_, below) = LAYERS.iter().find(|(name, _)| *name == layer)?;
        let named = LAYERS.iter().map(|(name, _)| *name).filter(|name| line.contains(&format!("crate::{name}::")));
        let upward = named.into_iter().find(|name| *name != layer && !below.contains(name))?;
        (!is_test(path)).then(|| format!("`{layer}` must not name `{upward}`"))
    }));
}

#[test]
fn every_folder_of_the_sources_is_a_known_layer() {
    for entry in std::fs::read_dir(root().join("src")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            assert!(LAYERS.iter().any(|(layer, _)| *layer == name), "src/{name} is not in the list of layers");
        }
    }
}

#[test]
fn pure_layers_ask_nothing_of_the_world() {
    none(breaches(|layer, path, line| {
        let named = IMPURE.iter().find(|name| line.contains(*name))?;
        (PURE.contains(&layer) && !is_test(path)).then(|| format!("`{layer}` is pure and must not name `{named}`"))
    }));
}

#[test]
fn the_interface_library_is_named_only_in_the_interface() {
    none(breaches(|layer, _, line| {
        let named = ["egui::", "eframe::", "rfd::"].iter().find(|name| line.contains(*name))?;
        (layer != "ui").then(|| format!("`{named}` belongs to `ui`"))
    }));
}

#[test]
fn the_operating_system_is_asked_about_only_in_platform() {
    none(breaches(|layer, _, line| {
        let asks = [
            "target_os",
            "target_family",
            "cfg(unix)",
            "cfg!(unix)",
            "cfg(windows)",
            "cfg!(windows)",
            "cfg(not(unix))",
            "cfg(not(windows))",
            "std::os::",
        ];
        let asked = asks.iter().find(|asked| line.contains(*asked))?;
        (layer != "platform").then(|| format!("`{asked}` belongs to `platform`"))
    }));
}

#[test]
fn colours_live_in_the_theme() {
    none(breaches(|layer, path, line| {
        let makes = [
            "Color32::from_",
            "Color32::WHITE",
            "Color32::BLACK",
            "Color32::RED",
            "Color32::GREEN",
            "Color32::BLUE",
            "Rgba::from_",
            "hex_color!",
        ];
        let made = makes.iter().find(|made| line.contains(*made))?;
        let elsewhere = layer == "ui" && !path.starts_with("ui/theme") && !is_test(path);
        elsewhere.then(|| format!("`{made}` belongs to `ui/theme`"))
    }));
}

#[test]
fn files_stay_short_and_folders_are_subjects() {
    let mut found = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for path in sources(&root().join(folder)) {
            let lines = std::fs::read_to_string(&path).unwrap().lines().count();
            if lines > LONGEST {
                found.push(format!("{}: {lines} lines", path.display()));
            }
            let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
            let folder = path.parent().and_then(Path::file_name).unwrap().to_string_lossy().into_owned();
            if let Some(name) = EMPTY_NAMES.iter().find(|name| **name == stem || **name == folder) {
                found.push(format!("{}: `{name}` says nothing about the subject", path.display()));
            }
        }
    }
    none(found);
}

#[test]
fn the_rules_notice_what_they_are_for() {
    let upward = LAYERS.iter().find(|(name, _)| *name == "model").unwrap().1;
    assert!(!upward.contains(&"ui"));
    assert!(sources(&root().join("src")).len() > 50, "the sources were not found");
}
