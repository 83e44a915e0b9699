//! The small site for stories of the glass, from `sites/glass.toml`.

use sportello::catalogue::{self, Known};
use sportello::domain::{LanguageTag, Site};
use sportello::locale::Locales;
use sportello::pictogram;

pub const LANGUAGES: [&str; 5] = ["it", "en", "fr", "ar", "uk"];

pub fn site() -> Site {
    let known = Known { languages: LANGUAGES.map(language).to_vec(), pictograms: pictogram::names().collect() };
    let read = catalogue::read(include_str!("sites/glass.toml"), "glass.toml", &known);
    read.unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

/// The demo site with institutions that go home at night.
pub fn sleeping_demo() -> Site {
    let languages =
        Locales::load().expect("the words").languages().iter().map(|language| language.tag.clone()).collect();
    let known = Known { languages, pictograms: pictogram::names().collect() };
    let text = catalogue::DEMO.replace("presence = \"always\"", "presence = { mon = [\"8:00-18:00\"] }");
    assert_ne!(text, catalogue::DEMO, "some are always there");
    let read = catalogue::read(&text, "demo.toml", &known);
    read.unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

pub fn language(tag: &str) -> LanguageTag {
    LanguageTag::parse(tag).expect("a tag")
}
