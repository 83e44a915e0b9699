//! `SECURITY.md` names what shows each requirement met: every file and every test in it is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// Why this name leads nowhere; `None` for what is neither a file nor a test.
fn astray(name: &str, root: &Path) -> Option<String> {
    let is_path = name.contains('/') && !name.contains(' ') && !name.starts_with('/');
    let (file, test) = name.split_once("::").unwrap_or((name, ""));
    let file = match file.strip_suffix(".rs") {
        _ if is_path => root.join(name),
        Some(module) => root.join(format!("tests/it/{module}.rs")),
        None if !test.is_empty() => root.join(format!("tests/it/{file}.rs")),
        None => return None,
    };
    let Ok(found) = fs::metadata(&file) else { return Some(format!("{name}: there is no {}", file.display())) };
    let text = if found.is_file() { fs::read_to_string(&file).unwrap_or_default() } else { String::new() };
    let has_it = test.is_empty() || text.contains(&format!("fn {test}()"));
    (!has_it).then(|| format!("{name}: the file has no such test"))
}

#[test]
fn every_place_and_every_test_in_the_table_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("SECURITY.md")).expect("SECURITY.md");
    let astray_ones: Vec<String> = quoted(&text).filter_map(|name| astray(name, root)).collect();
    assert!(astray_ones.is_empty(), "{astray_ones:#?}");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| ") && line.contains('.')).collect();
    let states = ["met", "partly", "not yet", "not applicable", "by the place"];
    let of_requirements = rows.iter().filter(|row| row[2..].starts_with(|first: char| first.is_ascii_digit()));
    let mut numbers = BTreeSet::new();
    for row in of_requirements {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        assert!(cells.len() == 6 && states.contains(&cells[3]) && !cells[4].is_empty(), "{row}");
        assert!(numbers.insert(cells[1]), "{row} is there twice");
    }
    assert!(numbers.len() > 100, "only {} requirements are stated", numbers.len());
    assert!(astray("web_rights::no_such_test", root).is_some() && astray("src/nowhere.rs", root).is_some());
    assert!(astray("no_such_file.rs", root).is_some() && astray("nosniff", root).is_none());
}
