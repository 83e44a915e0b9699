//! Files that people write: site files, the words of a site in one language, and messages.

use jiff::civil::date;
use sportello::catalogue::{self, FileMistake, Known, Translation};
use sportello::domain::{LanguageTag, Site};
use sportello::locale::{Locales, Message, to_fluent};
use sportello::pictogram;
use std::fs;
use std::sync::LazyLock;

/// More would be of no help to the one who wrote the file, and a bound shows that mistakes do not multiply.
const MISTAKES_FOR_A_BYTE: usize = 4;

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let locales = Locales::load().expect("the program's own texts");
    let languages = locales.languages().iter().map(|language| language.tag.clone()).collect();
    Known { languages, pictograms: pictogram::names().collect() }
});

fn read(bytes: &[u8]) -> Result<Site, Vec<FileMistake>> {
    catalogue::read_bytes(bytes, "house.toml", &KNOWN)
}

/// Each mistake has a place, words and a remedy, and steers no terminal.
fn are_in_words(mistakes: &[FileMistake], length: usize) {
    assert!(!mistakes.is_empty(), "refused without a mistake");
    assert!(mistakes.len() <= 16 + MISTAKES_FOR_A_BYTE * length, "{} mistakes in {length} bytes", mistakes.len());
    for mistake in mistakes {
        assert!(!mistake.problem.is_empty() && !mistake.remedy.is_empty(), "{mistake:?}");
        assert!(mistake.line == 0 || mistake.column > 0, "{mistake:?}");
        let printed = sportello::app::harmless(&mistake.to_string()).into_owned();
        assert!(!printed.contains(|sign: char| sign.is_control() && !matches!(sign, '\n' | '\t')), "{mistake:?}");
    }
}

/// A site file.
pub fn site_file(bytes: &[u8]) {
    match read(bytes) {
        Ok(site) => {
            let today = date(2026, 11, 24);
            assert!(!catalogue::summary(&site, today).is_empty());
            assert!(catalogue::warnings(&site, today).iter().all(|warning| !warning.is_empty()));
            let again = read(bytes).unwrap_or_else(|mistakes| panic!("it was taken before: {mistakes:?}"));
            assert_eq!(again, site, "the same file is the same site");
            assert!(!site.languages().is_empty() && !site.desks().is_empty(), "an empty site was taken");
        }
        Err(mistakes) => are_in_words(&mistakes, bytes.len()),
    }
}

/// The words of a site in one language, as import writes them and people edit them.
pub fn site_words(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let language = LanguageTag::parse("so").expect("a tag");
    match Translation::read(text, "so.toml", &language) {
        Ok(translation) => {
            let written = translation.to_toml();
            let again = Translation::read(&written, "so.toml", &language)
                .unwrap_or_else(|mistakes| panic!("what it writes it can't read: {mistakes:?}\n{written}"));
            assert_eq!(again.words, translation.words, "{written}");
        }
        Err(mistakes) => are_in_words(&mistakes, bytes.len()),
    }
}

/// A file of imported messages. What can't be used is left out, and nothing keeps the house from its texts.
pub fn message_file(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let of_language = folder.path().join("so");
    fs::create_dir(&of_language).expect("a folder");
    fs::write(of_language.join("kiosk.ftl"), bytes).expect("a file");
    let locales = Locales::load_with(folder.path()).expect("the program's own texts");
    let translator = locales.translator(&LanguageTag::parse("so").expect("a tag"));
    assert!(!translator.message("kiosk-back").trim().is_empty());
    if let Ok(messages) = std::str::from_utf8(bytes).map(Message::read).unwrap_or_else(|_| Ok(Vec::new())) {
        for message in messages.iter().filter(|message| message.reads_back()) {
            let written = to_fluent(std::slice::from_ref(message));
            let again = Message::read(&written).unwrap_or_else(|faults| panic!("{faults:?} in {written}"));
            assert!(again.iter().any(|it| it.wording == message.wording), "{written}");
        }
    }
}
