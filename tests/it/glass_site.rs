//! The small site for stories of the glass, from `sites/glass.toml`.

use sportello::catalogue::{self, Known};
use sportello::domain::{LanguageTag, Site};
use sportello::pictogram;

pub const LANGUAGES: [&str; 5] = ["it", "en", "fr", "ar", "uk"];

pub fn site() -> Site {
    let known = Known { languages: LANGUAGES.map(language).to_vec(), pictograms: pictogram::names().collect() };
    let read = catalogue::read(include_str!("sites/glass.toml"), "glass.toml", &known);
    read.unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

pub fn language(tag: &str) -> LanguageTag {
    LanguageTag::parse(tag).expect("a tag")
}
