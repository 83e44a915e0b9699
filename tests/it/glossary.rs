//! Every term of the glossary has a source file of its name.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Terms that are implemented.
const BUILT: [&str; 26] = [
    "Site",
    "Institution",
    "Need",
    "Service",
    "Ticket",
    "Step",
    "Slip",
    "Queue",
    "Desk",
    "Call",
    "Recall",
    "NoShow",
    "Board",
    "Session",
    "Day",
    "Command",
    "Event",
    "Refusal",
    "Journal",
    "Staff",
    "Role",
    "Transfer",
    "WalkIn",
    "Tally",
    "Park",
    "Resume",
];

/// Terms without an implementation yet; move a term up when it gets one.
const LATER: [&str; 1] = ["Question"];

/// `NoShow` is `no_show`.
fn file_name_of(word: &str) -> String {
    let mut name = String::new();
    for letter in word.chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

/// The names of all files (without their endings) and folders under `src`.
fn names(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("src can be read").flatten() {
        let path = entry.path();
        found.extend(path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned));
        if path.is_dir() {
            names(&path, found);
        }
    }
}

#[test]
fn every_word_that_is_built_has_a_file_of_its_name() {
    let mut found = BTreeSet::new();
    names(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    let lost: Vec<&str> = BUILT.into_iter().filter(|word| !found.contains(&file_name_of(word))).collect();
    assert!(lost.is_empty(), "no file under src is named after {lost:?}");
    let built: Vec<&str> = LATER.into_iter().filter(|word| found.contains(&file_name_of(word))).collect();
    assert!(built.is_empty(), "{built:?} have files now: list them as built");
}

#[test]
fn a_word_of_two_is_looked_for_as_rust_names_files() {
    assert_eq!(file_name_of("NoShow"), "no_show");
    assert_eq!(file_name_of("Site"), "site");
}
