//! The house rules, read off the sources: who may import whom, who may ask the clock, and what a file looks like.

use crate::rust_source::{code_of, line_at, names_crate, paths_from};
use std::fs;
use std::path::{Path, PathBuf};

/// Each module with the other ones it may use. `main`, `lib` and `app` see all.
const MAY_USE: [(&str, &[&str]); 12] = [
    ("domain", &[]),
    ("clock", &[]),
    ("fonts", &[]),
    ("pictogram", &[]),
    ("journal", &["domain"]),
    ("catalogue", &["domain"]),
    ("locale", &["domain"]),
    ("hub", &["domain", "journal", "clock"]),
    ("print", &["domain", "locale", "fonts", "pictogram"]),
    ("sim", &["domain", "hub", "print", "clock"]),
    ("kiosk", &["domain", "locale", "hub", "clock", "print", "fonts", "pictogram"]),
    ("web", &["domain", "locale", "hub", "clock", "journal", "print", "pictogram"]),
];
const SEE_ALL: [&str; 3] = ["main", "lib", "app"];

/// Crates that live in one module only.
const LIVES_IN: [(&str, &str); 7] = [
    ("rusqlite", "journal"),
    ("slint", "kiosk"),
    ("axum", "web"),
    ("escpos", "print"),
    ("embedded_graphics", "print"),
    ("fluent_bundle", "locale"),
    ("fluent_syntax", "locale"),
];

/// What the web may use of the journal: who may sign in, and nothing of the log.
const STAFF_BOOK: [&str; 4] = ["Staff", "Role", "staff", "role"];

/// Ways to ask what time it is.
const CLOCKS: [&str; 5] = ["Timestamp::now(", "SystemTime::now(", "Zoned::now(", "Instant::now(", "UNIX_EPOCH"];

/// What never stands in the program.
const NEVER: [&str; 8] =
    ["todo!(", "unimplemented!(", "dbg!(", "println!(", "eprintln!(", "print!(", "eprint!(", ".unwrap()"];

/// A file beyond this wants dividing.
const MOST_LINES: usize = 400;

/// Everything that is wrong with one source file; `path` is below `src`, such as `hub/mod.rs`.
fn faults(path: &str, source: &str) -> Vec<String> {
    let code = code_of(source);
    let mut faults = Vec::new();
    let mut say =
        |position: usize, fault: String| faults.push(format!("src/{path}:{}: {fault}", line_at(source, position)));
    let module = path.split('/').next().unwrap_or(path).trim_end_matches(".rs");
    let may_use = MAY_USE.iter().find(|(name, _)| *name == module).map(|(_, others)| *others);
    if may_use.is_none() && !SEE_ALL.contains(&module) {
        say(0, format!("the module {module:?} has no line in this test: say what it may use"));
    }
    for (position, used) in paths_to_modules(path, &code) {
        let other = used[0].as_str();
        let is_module = MAY_USE.iter().any(|(name, _)| *name == other) || other == "app";
        let is_allowed = may_use.is_none_or(|others| other == module || others.contains(&other));
        if is_module && !is_allowed {
            say(position, format!("{module} must not use {}", used.join("::")));
        }
        let item = used.get(1).map_or("", String::as_str);
        if module == "web" && other == "journal" && !STAFF_BOOK.iter().any(|allowed| item.starts_with(allowed)) {
            say(position, format!("web may use the staff book of the journal only, not {item}"));
        }
        let is_inside = item.starts_with(|first: char| first.is_ascii_lowercase());
        if matches!(module, "web" | "kiosk") && other == "print" && is_inside {
            say(position, format!("{module} may use the handles of print only, not {item}"));
        }
    }
    for (name, home) in LIVES_IN.iter().filter(|(_, home)| *home != module) {
        if let Some(position) = names_crate(&code, name) {
            say(position, format!("{name} lives in {home} only"));
        }
    }
    let is_pure =
        path == "kiosk/screen.rs" || ["kiosk/session/", "kiosk/compose/"].iter().any(|it| path.starts_with(it));
    if let Some(position) = names_crate(&code, "slint").filter(|_| is_pure) {
        say(position, "what is on the screen is decided without slint".to_owned());
    }
    if let Some(position) = code.find("include_modules!").filter(|_| path != "kiosk/glass/mod.rs") {
        say(position, "only kiosk/glass names generated types".to_owned());
    }
    if module == "domain" {
        for name in dependencies().iter().filter(|name| *name != "jiff") {
            if let Some(position) = names_crate(&code, name) {
                say(position, format!("domain knows only std and jiff, not {name}"));
            }
        }
    }
    for clock in CLOCKS {
        let is_deadline = clock == "Instant::now(" && path.starts_with("print/device");
        if let Some(position) = code.find(clock).filter(|_| path != "clock.rs" && !is_deadline) {
            say(position, format!("only clock.rs may ask for {clock}"));
        }
    }
    for never in NEVER {
        let found = code.match_indices(never).map(|(position, _)| position);
        let is_whole = |position: &usize| {
            never.starts_with('.') || !code[..*position].ends_with(|c: char| c.is_alphanumeric() || c == '_')
        };
        for position in found.filter(is_whole) {
            say(position, format!("{never} has no place in the program"));
        }
    }
    for (position, _) in code.match_indices(".expect(") {
        let argument = source[position + ".expect(".len()..].trim_start();
        // A method of our own with that name has other arguments than a text.
        let is_reason = argument.starts_with('"');
        let reason = argument.trim_start_matches('"').split('"').next().unwrap_or("");
        if is_reason && reason.split_whitespace().count() < 3 {
            say(position, "expect needs a reason in words".to_owned());
        }
    }
    if !source.starts_with("//! ") {
        say(0, "the first line must tell the file's purpose".to_owned());
    }
    let lines = source.lines().count();
    if lines > MOST_LINES {
        say(0, format!("{lines} lines; beyond {MOST_LINES} a file wants dividing"));
    }
    faults
}

/// Paths that begin at the crate, whether they say `crate::` or climb there by `super::`.
fn paths_to_modules(path: &str, code: &str) -> Vec<(usize, Vec<String>)> {
    let depth = path.trim_end_matches(".rs").trim_end_matches("/mod").split('/').count();
    let from_crate = paths_from(code, "crate");
    let climbing = paths_from(code, "super").into_iter().filter_map(|(position, used)| {
        let climbed = 1 + used.iter().take_while(|name| *name == "super").count();
        let rest = used[climbed - 1..].to_vec();
        (climbed >= depth && !rest.is_empty()).then_some((position, rest))
    });
    from_crate.into_iter().chain(climbing).filter(|(_, used)| !used.is_empty()).collect()
}

/// The crates that `Cargo.toml` names, as Rust writes them.
fn dependencies() -> Vec<String> {
    let manifest = include_str!("../../Cargo.toml");
    let manifest: toml::Table = manifest.parse().expect("Cargo.toml is TOML");
    let names = manifest["dependencies"].as_table().expect("it has dependencies").keys();
    names.map(|name| name.replace('-', "_")).collect()
}

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    below(&root, &mut paths);
    paths.sort();
    let name = |path: &PathBuf| path.strip_prefix(&root).expect("it is below src").to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).expect("a source file can be read"))).collect()
}

fn below(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            below(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

#[test]
fn every_source_file_keeps_the_rules_of_the_house() {
    let sources = sources();
    assert!(sources.len() > 50, "only {} source files were found", sources.len());
    let faults: Vec<String> = sources.iter().flat_map(|(path, source)| faults(path, source)).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// The reading above finds what it should: each line is a file with one fault, and what is said about it.
#[test]
fn a_breach_of_any_rule_is_found() {
    let planted = [
        ("domain/day/mod.rs", "use crate::hub::Hub;", "domain must not use hub::Hub"),
        (
            "domain/need.rs",
            "use crate::{domain::Day, locale::{Translator, Locales}};",
            "domain must not use locale::Translator",
        ),
        ("domain/need.rs", "fn f() { serde::f(); }", "domain knows only std and jiff, not serde"),
        ("hub/mod.rs", "fn f() -> super::web::Page {}", "hub must not use web::Page"),
        ("print/device/tcp.rs", "use super::super::super::kiosk;", "print must not use kiosk"),
        ("locale/mod.rs", "use crate::app::run;", "locale must not use app::run"),
        ("kiosk/mod.rs", "use crate::print::device::Device;", "kiosk may use the handles of print only, not device"),
        (
            "web/desk.rs",
            "use crate::journal::{StaffBook, Journal};",
            "web may use the staff book of the journal only, not Journal",
        ),
        ("web/desk.rs", "use rusqlite::Connection;", "rusqlite lives in journal only"),
        ("hub/mod.rs", "fn f(_: axum::Router) {}", "axum lives in web only"),
        ("kiosk/mod.rs", "use fluent_bundle as words;", "fluent_bundle lives in locale only"),
        ("hub/writer.rs", "fn f() { jiff::Timestamp::now(); }", "only clock.rs may ask for Timestamp::now("),
        ("print/spooler.rs", "fn f() { Instant::now(); }", "only clock.rs may ask for Instant::now("),
        ("kiosk/session/mod.rs", "use slint::SharedString;", "decided without slint"),
        ("kiosk/driver.rs", "slint::include_modules!();", "only kiosk/glass names generated types"),
        ("hub/mod.rs", "fn f() { todo!() }", "todo!( has no place"),
        ("hub/mod.rs", "fn f() { g().unwrap() }", ".unwrap() has no place"),
        ("hub/mod.rs", "fn f() { g().expect(\"fine\") }", "expect needs a reason in words"),
        ("attic/mod.rs", "", "the module \"attic\" has no line in this test"),
    ];
    for (path, line, expected) in planted {
        let found = faults(path, &format!("//! Planted.\n{line}\n")).join("\n");
        assert!(found.contains(expected), "{path}: {line}\nshould give: {expected}\nbut gave: {found}");
    }
    assert!(faults("hub/mod.rs", "use std::fmt;\n").join("").contains("the first line"));
    let long = format!("//! Planted.\n{}", "\n".repeat(MOST_LINES));
    assert!(faults("hub/mod.rs", &long).join("").contains("wants dividing"));
}

/// And it finds nothing in comments, in texts and in what is allowed.
#[test]
fn what_is_allowed_is_not_found() {
    let fine = [
        ("hub/mod.rs", "// use crate::web::Page;"),
        ("hub/mod.rs", "/* todo!() /* .unwrap() */ */ const A: &str = \"axum::Router\";"),
        ("hub/mod.rs", "const A: &str = r#\"a \" rusqlite::x\"#; fn f<'a>(c: char) -> bool { c == '\"' }"),
        ("hub/mod.rs", "use super::domain::Day; use crate::{clock::Clock, journal::Journal};"),
        ("web/desk.rs", "use crate::journal::{Role, StaffBook}; use crate::print::PrinterStatus; use axum::Router;"),
        ("print/device/tcp.rs", "use super::super::escpos; fn f() { Instant::now(); }"),
        ("clock.rs", "fn f() { jiff::Timestamp::now(); }"),
        ("app/run.rs", "use crate::{web, kiosk, print::device};"),
        ("hub/mod.rs", "fn f() { g().expect(\"a lock is poisoned only by a panic\") }"),
    ];
    for (path, line) in fine {
        assert_eq!(faults(path, &format!("//! Fine.\n{line}\n")), Vec::<String>::new(), "{path}: {line}");
    }
}
