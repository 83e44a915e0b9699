//! Tables that come back from translators' spreadsheets.

use clap::Parser;
use sportello::app::{self, Arguments};
use sportello::spreadsheet;
use std::fs;
use std::path::Path;
use std::sync::{LazyLock, Mutex};
use tempfile::TempDir;

/// A translator's folder.
static OFFICE: LazyLock<Mutex<TempDir>> = LazyLock::new(|| Mutex::new(tempfile::tempdir().expect("a folder")));

/// A table, as `sportello import locales` reads it; and the same bytes as a cell that goes out and comes back.
pub fn translators_table(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let cell = spreadsheet::escaped(&text);
    assert_eq!(spreadsheet::without_escape(&cell), text);
    assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "a spreadsheet computes {cell:?}");

    let office = OFFICE.lock().expect("one after the other");
    let (data, table) = (office.path().join("data"), office.path().join("table.csv"));
    if data.is_dir() {
        fs::remove_dir_all(&data).expect("to remove what was taken before");
    }
    fs::write(&table, bytes).expect("a table");
    let taken = import(&data, &table);
    if let Err(refusal) = &taken {
        assert!(refusal.contains("table.csv"), "it does not say which file: {refusal}");
        assert!(refusal.len() < 20_000 + 4 * bytes.len(), "{} bytes of complaints", refusal.len());
        assert!(!refusal.contains("has a fault"), "a panic: {refusal}");
    }
    if taken.is_ok() {
        assert_eq!(import(&data, &table), Ok(()), "what was taken once is taken again");
    }
}

fn import(data: &Path, table: &Path) -> Result<(), String> {
    let arguments = ["sportello", "import", "locales", path(table), "--data", path(data)];
    let arguments = Arguments::try_parse_from(arguments).expect("arguments");
    app::run(arguments).map_err(|failure| failure.to_string())
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}
