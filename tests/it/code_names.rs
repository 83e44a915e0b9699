//! Names and their doc comments: one meaning for a type's name, docs where a reader needs them, functions of a size.

use crate::rust_source::{Definition, Kind, Source};
use std::collections::{BTreeMap, BTreeSet};

/// Functions that may be longer than [`MAX_LINES`], and why.
const LONG: &[(&str, &str, &str)] = &[
    ("src/domain/day/apply.rs", "fold", "one arm for each event, read as a table"),
    ("tests/it/commands.rs", "example", "one arm for each command, read as a table"),
    ("tests/it/day_properties.rs", "command", "one arm for each command, read as a table"),
    ("tests/it/night.rs", "after_the_night_nothing_on_disk_tells_of_anybody", "one night, from beginning to end"),
    (
        "tests/it/simulate.rs",
        "the_tally_of_whole_weeks_is_exported_without_what_is_about_too_few",
        "three weeks, from beginning to end",
    ),
    ("tests/it/site_mistakes.rs", "every_mistake_is_told_with_its_line_and_its_remedy", "a table of mistakes"),
    ("tests/it/smuggling.rs", "lines", "a table of requests"),
    ("tests/it/web_draft.rs", "draft", "a site's content"),
];

/// From the signature to the closing brace.
const MAX_LINES: usize = 60;

/// Words that say nothing beside the name they explain.
const EMPTY_WORDS: [&str; 24] = [
    "a", "an", "the", "of", "its", "it", "is", "are", "this", "that", "these", "to", "in", "for", "on", "at", "who",
    "whose", "what", "which", "where", "when", "how", "one",
];

/// Names that are given to several types, with their places.
fn twice(sources: &[Source]) -> BTreeMap<String, Vec<String>> {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources {
        let types = source.definitions().into_iter().filter(|it| matches!(it.kind, Kind::Type | Kind::Trait));
        for Definition { name, line, .. } in types {
            places.entry(name).or_default().push(format!("src/{}:{line}", source.path));
        }
    }
    places.retain(|_, places| places.len() > 1);
    places
}

/// Public things without a doc comment, and doc comments that only repeat a name.
fn doc_faults(source: &Source) -> Vec<String> {
    let fault = |definition: Definition| {
        let Definition { name, doc, kind, is_public, line, .. } = &definition;
        let at = format!("src/{}:{line}", source.path);
        let needs_doc = matches!(kind, Kind::Type | Kind::Trait | Kind::Function) && *is_public;
        if needs_doc && doc.is_empty() {
            return Some(format!("{at}: {name} is public, so say what it is for"));
        }
        repeats_the_name(&definition).then(|| format!("{at}: {doc:?} only repeats {name}: say more, or nothing"))
    };
    source.definitions().into_iter().filter_map(fault).collect()
}

fn repeats_the_name(definition: &Definition) -> bool {
    // A figure or code in a doc is more than any name says. What clients read in the API's description must be a sentence.
    let is_prose = definition.doc.chars().all(|c| c.is_ascii() && !c.is_ascii_digit() && c != '`');
    let words = words_of(&definition.doc);
    let known: BTreeSet<String> =
        [words_of(&definition.name), words_of(&definition.of_type)].concat().into_iter().collect();
    let is_known = |word: &String| known.contains(word) || EMPTY_WORDS.contains(&word.as_str());
    is_prose && !definition.is_api && !words.is_empty() && words.len() <= 3 && words.iter().all(is_known)
}

/// The words of a text or a name, in small letters and without the `s` of a plural: `KeptDays` is `kept day`.
fn words_of(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut is_inside = false;
    for letter in text.chars() {
        if !letter.is_ascii_alphabetic() {
            is_inside = false;
            continue;
        }
        let begins = !is_inside || (letter.is_ascii_uppercase() && text.chars().any(|it| it.is_ascii_lowercase()));
        if begins {
            words.push(String::new());
        }
        words.last_mut().expect("a word has begun").push(letter.to_ascii_lowercase());
        is_inside = true;
    }
    let is_plural = |word: &str| word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
    words.into_iter().map(|word| if is_plural(&word) { word[..word.len() - 1].to_owned() } else { word }).collect()
}

#[test]
fn no_type_name_has_two_meanings() {
    let twice = twice(&Source::all_below("src"));
    assert!(twice.is_empty(), "{} names are given twice: say of each what it is:\n{twice:#?}", twice.len());
    let planted = [
        Source::new("a.rs", "struct Row; enum Cell {}"),
        Source::new("b.rs", "mod c { pub type Cell = u8; } trait Row {}"),
    ];
    assert_eq!(self::twice(&planted).into_keys().collect::<Vec<_>>(), ["Cell", "Row"]);
}

#[test]
fn docs_stand_where_they_are_needed_and_say_more_than_the_name() {
    let faults: Vec<String> = Source::all_below("src").iter().flat_map(doc_faults).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_doc_that_is_missing_or_repeats_a_name_is_found() {
    let planted = [
        ("pub struct A;", "A is public"),
        ("pub fn f() {}", "f is public"),
        ("pub trait T {}", "T is public"),
        ("pub mod m { pub enum E {} }", "E is public"),
        ("mod m { pub enum E {} }", ""),
        ("/// What a kept day is.\npub const KEPT_DAYS: u8 = 1;", ""),
        ("/// Kept days.\npub const KEPT_DAYS: u8 = 1;", "only repeats KEPT_DAYS"),
        ("struct A { /// Who.\n who: u8 }", "only repeats who"),
        ("struct A { /// The desk.\n number: DeskNumber }", "only repeats number"),
        ("enum E { /// Close a desk.\n Close { desk: u8 }, /// The open.\n Open }", "only repeats Open"),
        ("impl A { /// The site's name.\n pub fn name(&self) -> Site {} }", ""),
        ("impl A { /// The name.\n pub fn name(&self) -> &str {} }", "only repeats name"),
        ("/// A call.\n#[derive(Serialize, ToSchema)] struct CallView;", ""),
        ("/// A call view.\n#[derive(Serialize)] struct CallView;", "only repeats CallView"),
        ("struct A { number: u8 } impl A { pub fn number(&self) {} } enum B { C }", ""),
    ];
    for (text, expected) in planted {
        let found = doc_faults(&Source::new("a.rs", text)).join("\n");
        assert!(
            if expected.is_empty() { found.is_empty() } else { found.contains(expected) },
            "{text}\nbut gave: {found}"
        );
    }
}

#[test]
fn functions_are_short_enough_to_be_read_at_once() {
    let mut found = BTreeMap::new();
    for folder in ["src", "tests"] {
        for source in Source::all_below(folder) {
            for function in source.functions() {
                let longest = found.entry((format!("{folder}/{}", source.path), function.name)).or_default();
                *longest = function.lines.max(*longest);
            }
        }
    }
    let is_known = |path: &str, name: &str| LONG.iter().any(|(file, long, _)| *file == path && *long == name);
    let (long, short): (Vec<_>, Vec<_>) = found.iter().partition(|(_, lines)| **lines > MAX_LINES);
    let new: Vec<_> = long.iter().filter(|((path, name), _)| !is_known(path, name)).collect();
    assert!(new.is_empty(), "longer than {MAX_LINES} lines: divide them, or say in LONG why not:\n{new:#?}");
    let short: Vec<_> = short.iter().filter(|((path, name), _)| is_known(path, name)).collect();
    assert!(short.is_empty(), "short enough, so take them off LONG: {short:#?}");
    let planted = Source::new("a.rs", &format!("impl A {{ fn f() {{ {} }} fn g() {{}} }}", "\n".repeat(MAX_LINES)));
    let found: Vec<_> = planted.functions().into_iter().map(|it| (it.name, it.line, it.lines > MAX_LINES)).collect();
    assert_eq!(found, [("f".to_owned(), 1, true), ("g".to_owned(), 1 + MAX_LINES, false)]);
}
