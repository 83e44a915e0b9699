//! Text snapshots in `tests/snapshots`, and that none of them is left over.
//!
//! `tests/look --update` makes them anew; `cargo insta review`, where it is installed, shows each difference first.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Compares a text with `tests/snapshots/{group}/{name}.snap`.
#[track_caller]
pub fn check(group: &str, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder(group));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// Fails where a file of a group belongs to none of these names.
#[track_caller]
pub fn assert_no_others(group: &str, names: &[&str]) {
    let known: BTreeSet<String> = names.iter().map(|name| format!("{name}.snap")).collect();
    let files = fs::read_dir(folder(group)).expect("a folder of snapshots").flatten();
    let files: BTreeSet<String> = files.filter_map(|file| file.file_name().into_string().ok()).collect();
    let others: Vec<_> = files.iter().filter(|file| !known.contains(*file) && !file.ends_with(".snap.new")).collect();
    assert!(others.is_empty(), "no test uses {others:?} in tests/snapshots/{group}: delete them");
}

fn folder(group: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(group)
}

#[test]
fn every_group_of_snapshots_belongs_to_a_test() {
    let groups = fs::read_dir(folder("")).expect("the snapshots").flatten();
    let groups: BTreeSet<String> = groups.filter_map(|group| group.file_name().into_string().ok()).collect();
    assert_eq!(groups, ["glass", "layout", "paper"].map(str::to_owned).into());
}
