//! The built-in demo site, which a new installation shows and most tests use.

use super::translation::{Translation, translated};
use super::{FileMistake, Known, Opened, read};
use crate::domain::{LanguageTag, Site};

/// The demo site's file.
pub const DEMO: &str = include_str!("demo.toml");

/// Its translations: the language's tag, and the text of the file.
const TRANSLATIONS: [(&str, &str); 14] = [
    ("fr", include_str!("demo/fr.toml")),
    ("ar", include_str!("demo/ar.toml")),
    ("uk", include_str!("demo/uk.toml")),
    ("ru", include_str!("demo/ru.toml")),
    ("so", include_str!("demo/so.toml")),
    ("fa-AF", include_str!("demo/fa-AF.toml")),
    ("ps", include_str!("demo/ps.toml")),
    ("ti", include_str!("demo/ti.toml")),
    ("sq", include_str!("demo/sq.toml")),
    ("ro", include_str!("demo/ro.toml")),
    ("es", include_str!("demo/es.toml")),
    ("bn", include_str!("demo/bn.toml")),
    ("ur", include_str!("demo/ur.toml")),
    ("zh-Hans", include_str!("demo/zh-Hans.toml")),
];

/// The demo site.
///
/// # Panics
/// When `demo.toml` has a mistake, or names a language or pictogram that `known` lacks; a test rules this out.
pub fn demo(known: &Known) -> Site {
    let Opened { site, translations } = demo_parts(known);
    translated(site, &translations)
}

/// The demo site with its own words only, and its words in further languages.
///
/// # Panics
/// As [`demo`].
pub fn demo_parts(known: &Known) -> Opened {
    Opened { site: without_mistakes(read(DEMO, "demo.toml", known)), translations: translations() }
}

/// Parsed by two threads, because the glass shows nothing before they are done.
fn translations() -> Vec<Translation> {
    let one = |(tag, text): &(&str, &str)| {
        let tag = LanguageTag::parse(tag).unwrap_or_else(|error| panic!("{tag:?} {error}"));
        without_mistakes(Translation::read(text, &format!("demo/{tag}.toml"), &tag))
    };
    let (some, others) = TRANSLATIONS.split_at(TRANSLATIONS.len() / 2);
    std::thread::scope(|scope| {
        let others = scope.spawn(|| others.iter().map(one).collect::<Vec<_>>());
        let some: Vec<_> = some.iter().map(one).collect();
        match others.join() {
            Ok(others) => [some, others].concat(),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

fn without_mistakes<T>(read: Result<T, Vec<FileMistake>>) -> T {
    read.unwrap_or_else(|mistakes| {
        let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        panic!("the built-in demo site has mistakes:\n{}", lines.join("\n"))
    })
}
