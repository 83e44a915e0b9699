//! The house rules, read off the sources: which module may use which, which crates belong to one module, and how a
//! file begins. The clocks and the macros that must not stay are clippy's: `Cargo.toml` and `.clippy.toml`.

use crate::rust_source::{Source, UsedPath};

/// Each module with the other ones it may use. `main`, `lib` and `app` see all.
const MAY_USE: [(&str, &[&str]); 17] = [
    ("domain", &[]),
    ("clock", &["atomic_file"]),
    ("fonts", &[]),
    ("pictogram", &[]),
    ("random", &[]),
    ("atomic_file", &[]),
    ("spreadsheet", &[]),
    ("tls", &["random"]),
    ("journal", &["domain", "random", "atomic_file"]),
    ("catalogue", &["domain"]),
    ("locale", &["domain"]),
    ("health", &["clock"]),
    ("hub", &["domain", "journal", "clock", "random", "health"]),
    ("print", &["domain", "locale", "clock", "random", "health", "atomic_file", "fonts", "pictogram"]),
    ("sim", &["domain", "hub", "print", "clock", "spreadsheet"]),
    ("kiosk", &["domain", "locale", "hub", "clock", "random", "print", "fonts", "pictogram", "health"]),
    ("web", &["domain", "locale", "hub", "clock", "random", "journal", "print", "pictogram", "health", "tls"]),
];
const SEE_ALL: [&str; 3] = ["main", "lib", "app"];

/// Crates that live in one module only.
const LIVES_IN: [(&str, &str); 12] = [
    ("getrandom", "random"),
    ("tempfile", "atomic_file"),
    ("rusqlite", "journal"),
    ("rustls", "tls"),
    ("tokio_rustls", "tls"),
    ("rcgen", "tls"),
    ("slint", "kiosk"),
    ("axum", "web"),
    ("escpos", "print"),
    ("embedded_graphics", "print"),
    ("fluent_bundle", "locale"),
    ("fluent_syntax", "locale"),
];

/// What the web may use of the journal: who may sign in, and nothing of the log.
const STAFF_BOOK: [&str; 9] = ["Staff", "Role", "staff", "role", "Pin", "pin", "STAFF", "Device", "KeyedDevice"];

/// The files of the kiosk that name Slint: its types, its window, its event loop and the way to wake it.
const KIOSK_WITH_SLINT: [&str; 4] = ["kiosk/ui/", "kiosk/glass.rs", "kiosk/driver.rs", "kiosk/effects.rs"];

/// A file beyond this wants dividing.
const MAX_LINES: usize = 400;

/// Everything that is wrong with one file below `src`.
fn faults(source: &Source) -> Vec<String> {
    let path = source.path.as_str();
    let mut faults = Vec::new();
    let mut say = |line: usize, fault: String| faults.push(format!("src/{path}:{line}: {fault}"));
    let module = path.split('/').next().unwrap_or(path).trim_end_matches(".rs");
    let may_use = MAY_USE.iter().find(|(name, _)| *name == module).map(|(_, others)| *others);
    if may_use.is_none() && !SEE_ALL.contains(&module) {
        say(1, format!("the module {module:?} has no line in this test: say what it may use"));
    }
    let does_without_slint = module == "kiosk" && !KIOSK_WITH_SLINT.iter().any(|it| path.starts_with(it));
    let dependencies = dependencies();
    for UsedPath { line, names, .. } in source.paths() {
        if let Some(used) = below_the_crate(source, &names) {
            let other = used.first().map_or("", String::as_str);
            let is_module = MAY_USE.iter().any(|(name, _)| *name == other) || other == "app";
            let is_allowed = may_use.is_none_or(|others| other == module || others.contains(&other));
            if is_module && !is_allowed {
                say(line, format!("{module} must not use {}", used.join("::")));
            }
            let item = used.get(1).map_or("", String::as_str);
            if module == "web" && other == "journal" && !STAFF_BOOK.iter().any(|allowed| item.starts_with(allowed)) {
                say(line, format!("web may use the staff book of the journal only, not {item}"));
            }
            let is_inside = item.starts_with(|first: char| first.is_ascii_lowercase());
            if matches!(module, "web" | "kiosk") && other == "print" && is_inside {
                say(line, format!("{module} may use the handles of print only, not {item}"));
            }
        }
        let first = names[0].as_str();
        if let Some((name, home)) = LIVES_IN.iter().find(|(name, home)| *name == first && *home != module) {
            say(line, format!("{name} lives in {home} only"));
        }
        if does_without_slint && first == "slint" {
            say(line, "the session and the screens do without slint".to_owned());
        }
        if names.last().is_some_and(|last| last == "include_modules") && path != "kiosk/ui/mod.rs" {
            say(line, "only kiosk/ui includes generated code".to_owned());
        }
        // A single word may be a variable; a crate is named with what is taken from it.
        let is_of_a_crate =
            names.len() > 1 && !["imbl", "jiff"].contains(&first) && dependencies.iter().any(|name| name == first);
        if module == "domain" && is_of_a_crate {
            say(line, format!("domain knows only std, imbl and jiff, not {first}"));
        }
    }
    for line in source.short_reasons() {
        say(line, "expect needs a reason in words".to_owned());
    }
    if !source.text.starts_with("//! ") {
        say(1, "the first line must tell the file's purpose".to_owned());
    }
    let lines = source.text.lines().count();
    if lines > MAX_LINES {
        say(1, format!("{lines} lines; beyond {MAX_LINES} a file wants dividing"));
    }
    faults
}

/// A path from the crate on, when it begins there: by `crate::`, or by climbing as far with `super::`.
fn below_the_crate<'n>(source: &Source, names: &'n [String]) -> Option<&'n [String]> {
    let climbed = names.iter().take_while(|name| *name == "super").count();
    let is_of_crate = names[0] == "crate" || (climbed > 0 && climbed == source.module().len());
    is_of_crate.then(|| &names[climbed.max(1)..])
}

/// The crates that `Cargo.toml` names, as Rust writes them.
fn dependencies() -> Vec<String> {
    let manifest = include_str!("../../Cargo.toml");
    let manifest: toml::Table = manifest.parse().expect("Cargo.toml is TOML");
    let names = manifest["dependencies"].as_table().expect("it has dependencies").keys();
    names.map(|name| name.replace('-', "_")).collect()
}

#[test]
fn every_source_file_keeps_the_rules_of_the_house() {
    let sources = Source::all_below("src");
    assert!(sources.len() > 50, "only {} source files were found", sources.len());
    let faults: Vec<String> = sources.iter().flat_map(faults).collect();
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
        ("domain/need.rs", "fn f() { serde::f(); }", "domain knows only std, imbl and jiff, not serde"),
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
        ("kiosk/session/mod.rs", "use slint::SharedString;", "do without slint"),
        ("kiosk/screens/number.rs", "use slint::Image;", "do without slint"),
        ("kiosk/driver.rs", "slint::include_modules!();", "only kiosk/ui includes generated code"),
        ("hub/mod.rs", "fn f() { g().expect(\"fine\") }", "expect needs a reason in words"),
        ("attic/mod.rs", "", "the module \"attic\" has no line in this test"),
    ];
    for (path, line, expected) in planted {
        let found = faults(&Source::new(path, &format!("//! Planted.\n{line}\n"))).join("\n");
        assert!(found.contains(expected), "{path}: {line}\nshould give: {expected}\nbut gave: {found}");
    }
    assert!(faults(&Source::new("hub/mod.rs", "use std::fmt;\n")).join("").contains("the first line"));
    let long = format!("//! Planted.\n{}", "\n".repeat(MAX_LINES));
    assert!(faults(&Source::new("hub/mod.rs", &long)).join("").contains("wants dividing"));
}

/// And it finds nothing in comments, in texts and in what is allowed.
#[test]
fn what_is_allowed_is_not_found() {
    let fine = [
        ("hub/mod.rs", "// use crate::web::Page;"),
        ("hub/mod.rs", "/* axum::Router /* rusqlite::x */ */ const A: &str = \"axum::Router\";"),
        ("hub/mod.rs", "const A: &str = r#\"a \" rusqlite::x\"#; fn f<'a>(c: char) -> bool { c == '\"' }"),
        ("hub/mod.rs", "use super::domain::Day; use crate::{clock::Clock, journal::Journal};"),
        ("web/desk.rs", "use crate::journal::{Role, StaffBook}; use crate::print::PrinterStatus; use axum::Router;"),
        ("print/device/tcp.rs", "use super::super::escpos; use crate::clock::Deadline;"),
        ("app/run.rs", "use crate::{web, kiosk, print::device};"),
        ("hub/mod.rs", "fn f() { g().expect(\"a lock is poisoned only by a panic\") }"),
    ];
    for (path, line) in fine {
        let found = faults(&Source::new(path, &format!("//! Fine.\n{line}\n")));
        assert_eq!(found, Vec::<String>::new(), "{path}: {line}");
    }
}
