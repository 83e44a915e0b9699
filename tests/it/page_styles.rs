//! The styles of the pages need nothing that Chromium 68 and Safari 12 lack, unless it has a fallback.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What browsers without gaps in flexible boxes are given instead.
const OF_2018: &str = "@supports not (inset: 0)";

/// One rule: the conditions around it, its selectors, its declarations.
struct Rule {
    around: Vec<String>,
    selectors: Vec<String>,
    declarations: Vec<(String, String)>,
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once("*/").map_or("", |(_, after)| after))
}

fn rules(css: &str) -> Vec<Rule> {
    let (mut rules, mut around, mut text) = (Vec::new(), Vec::new(), String::new());
    for letter in without_comments(css).chars() {
        match letter {
            '{' => around.push(std::mem::take(&mut text).trim().to_owned()),
            '}' => {
                let prelude: String = around.pop().expect("an open brace");
                let body = std::mem::take(&mut text);
                let pairs = body.split(';').filter_map(|one| one.split_once(':'));
                let declarations: Vec<_> =
                    pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect();
                if !declarations.is_empty() {
                    let selectors = prelude.split(',').map(|one| one.trim().to_owned()).collect();
                    rules.push(Rule { around: around.clone(), selectors, declarations });
                }
            }
            other => text.push(other),
        }
    }
    rules
}

/// Sides by reading direction, and single transforms: of 2020 and later.
fn is_later(property: &str) -> bool {
    let by_direction = ["margin-", "padding-", "border-", "inset"].iter().any(|start| property.starts_with(start))
        && (property.contains("inline") || property.contains("block") || property.starts_with("inset"));
    by_direction || ["aspect-ratio", "rotate", "scale", "translate"].contains(&property)
}

fn calls_later_function(value: &str) -> bool {
    let calls =
        |name: &str| value.match_indices(name).any(|(at, _)| !value[..at].ends_with(|c: char| c.is_alphabetic()));
    ["clamp(", "min(", "max("].into_iter().any(calls)
}

fn faults(css: &str) -> Vec<String> {
    let rules = rules(css);
    let spaced: BTreeSet<&str> = rules
        .iter()
        .filter(|rule| rule.around.iter().any(|it| it == OF_2018))
        .flat_map(|rule| rule.selectors.iter().map(String::as_str))
        .collect();
    let mut found = Vec::new();
    for rule in rules.iter().filter(|rule| rule.around.iter().all(|it| it != OF_2018)) {
        let (selectors, mut known) = (rule.selectors.join(", "), BTreeSet::new());
        for (property, value) in &rule.declarations {
            let has_fallback = !known.insert(property.as_str());
            if is_later(property) || (calls_later_function(value) && !has_fallback) {
                found.push(format!("{selectors}: {property}: {value}"));
            }
        }
        let says = |name: &str, wanted: &str| {
            rule.declarations.iter().any(|(it, value)| it == name && value.ends_with(wanted))
        };
        if says("display", "flex") && says("gap", "") {
            let missing = rule.selectors.iter().filter(|it| !spaced.contains(format!("{it} > * + *").as_str()));
            found.extend(missing.map(|selector| format!("{selector}: gap in a flexible box")));
        }
        let is_lost = |selector: &&String| {
            [":is(", ":where("].iter().any(|name| selector.contains(name))
                || (selector.ends_with(":focus-visible") && says("outline", ""))
        };
        found.extend(rule.selectors.iter().filter(is_lost).cloned());
        // One selector that is not known loses the whole rule.
        let lost = rule.selectors.iter().filter(|it| it.contains(":has(") || it.contains(":focus-visible")).count();
        if lost > 0 && lost < rule.selectors.len() {
            found.push(selectors);
        }
    }
    found
}

#[test]
fn the_styles_have_a_fallback_for_what_browsers_of_2018_lack() {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/web/assets")).expect("the assets");
    let files = entries.map(|entry| entry.expect("an entry").path());
    let files: Vec<_> = files.filter(|path| path.extension().is_some_and(|it| it == "css")).collect();
    assert!(files.len() >= 3, "{files:?}");
    for file in files {
        let css = fs::read_to_string(&file).expect("styles");
        assert!(rules(&css).len() > 20, "{}", file.display());
        assert_eq!(faults(&css), Vec::<String>::new(), "{}", file.display());
    }
    // It does find them.
    for css in [
        "a { width: clamp(1px, 2vw, 3px); }",
        "a { margin-inline-start: 1px; }",
        "@media print { a { inset: 0; } }",
        "a { display: inline-flex; gap: 1px; }",
        "a:is(.b, .c) { color: red; }",
        "a, b:has(c) { color: red; }",
        ":focus-visible { outline: 1px solid; }",
    ] {
        assert_eq!(faults(css).len(), 1, "{css}");
    }
    let sound = "a { width: 1px; width: min(1px, 2%); grid-template-columns: minmax(0, 1fr); }";
    assert_eq!(faults(sound), Vec::<String>::new());
}
