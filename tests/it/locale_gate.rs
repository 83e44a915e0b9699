//! The requirements for a language before it is offered, and that breaking any of them is found.

use crate::site_file::known;
use sportello::app::Judge;
use sportello::catalogue::{self, Translation};
use sportello::domain::Site;
use sportello::locale::{Fault, Language, Locales, Message, SOURCE, Texts};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Everything that is translated: the program's files, and the demo site's words.
struct Sources {
    files: Vec<(String, String, String)>,
    site: Site,
    words: Vec<Translation>,
}

impl Sources {
    fn committed() -> Sources {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        let mut files = Vec::new();
        for language in fs::read_dir(&root).expect("the languages").flatten().filter(|entry| entry.path().is_dir()) {
            let tag = language.file_name().into_string().expect("a tag");
            for file in fs::read_dir(language.path()).expect("its files").flatten() {
                let path = file.path();
                let area = path.file_stem().and_then(|stem| stem.to_str()).expect("an area").to_owned();
                if path.extension().is_some_and(|ending| ending == "ftl") {
                    files.push((tag.clone(), area, fs::read_to_string(&path).expect("its texts")));
                }
            }
        }
        let catalogue::Opened { site, translations } = catalogue::demo_parts(&known());
        Sources { files, site, words: translations }
    }

    /// The same with one file changed.
    fn with(mut self, tag: &str, area: &str, change: impl Fn(&str) -> String) -> Sources {
        let file = self.files.iter_mut().find(|(language, name, _)| language == tag && name == area);
        let (.., text) = file.expect("there is such a file");
        let changed = change(text);
        assert_ne!(*text, changed, "nothing was broken");
        *text = changed;
        self
    }

    fn with_words(mut self, tag: &str, change: impl Fn(&mut Translation)) -> Sources {
        let words = self.words.iter_mut().find(|words| words.language.as_str() == tag);
        change(words.expect("there is such a translation"));
        self
    }
}

/// Everything that is wrong, a line each.
fn gate(sources: &Sources) -> Vec<String> {
    let locales = Locales::load().unwrap_or_else(|faults| panic!("{faults}"));
    let files: Vec<_> =
        sources.files.iter().map(|(tag, area, text)| (tag.as_str(), area.as_str(), text.as_str())).collect();
    let texts = match Texts::from_files(&files) {
        Ok(texts) => texts,
        Err(faults) => return faults,
    };
    let mut judge = Judge::new().expect("the fonts");
    let mut found = Vec::new();
    for language in locales.languages() {
        found.extend(faults_of_messages(&texts, language, &mut judge));
        if language.tag.as_str() != SOURCE {
            found.extend(faults_of_words(sources, language, &mut judge));
        }
    }
    // Numbers, letters of tickets, and the names of all languages stand beside every language.
    for language in locales.languages() {
        let everywhere = "0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ · , : …".to_owned() + &language.endonym;
        let verdict = judge.text(&everywhere, None, language).expect("the fonts");
        found.extend(verdict.map(|(_, why)| format!("{}: every text {why}", language.tag)));
    }
    found
}

fn faults_of_messages(texts: &Texts, language: &Language, judge: &mut Judge) -> Vec<String> {
    let (tag, mut found) = (language.tag.as_str(), Vec::new());
    for area in texts.areas_of(&language.tag) {
        let (own, source) = (texts.area(tag, area), texts.area(SOURCE, area));
        let mut say = |id: &str, why: &str| found.push(format!("locales/{tag}/{area}.ftl: {id} {why}"));
        for message in source {
            let own = named(own, &message.id);
            if let Some((_, why)) = judge.message(own, message, language).expect("the fonts") {
                say(&message.id, &why);
            }
        }
        for message in own.iter().filter(|message| named(source, &message.id).is_none()) {
            say(&message.id, &Fault::Unknown.to_string());
        }
    }
    found
}

fn named<'a>(messages: &'a [Message], id: &str) -> Option<&'a Message> {
    messages.iter().find(|message| message.id == id)
}

fn faults_of_words(sources: &Sources, language: &Language, judge: &mut Judge) -> Vec<String> {
    let (tag, site, mut found) = (&language.tag, &sources.site, Vec::new());
    let words = sources.words.iter().find(|words| words.language == *tag);
    found.extend(
        words.iter().flat_map(|words| words.outdated(site)).map(|it| format!("{tag}: {it:?} is not in the site")),
    );
    let mut seen = BTreeSet::new();
    for text in site.texts() {
        let source = text.get(site.house_language()).expect("the house's own language is always there");
        if !seen.insert(source) {
            continue;
        }
        let own = text.get(tag).or_else(|| words?.words.get(source).map(String::as_str)).unwrap_or_default();
        let room = judge.room(source).expect("the fonts");
        let verdict = judge.text(own, Some(room), language).expect("the fonts");
        found.extend(verdict.map(|(_, why)| format!("{tag}: {source:?} {why}: {own}")));
    }
    found
}

#[test]
fn every_language_is_whole_and_fits() {
    let found = gate(&Sources::committed());
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_demo_site_offers_all_sixteen() {
    let locales = Locales::load().expect("the texts");
    let known: Vec<_> = locales.languages().iter().map(|language| &language.tag).collect();
    assert_eq!(known.len(), 16);
    let site = catalogue::demo_parts(&crate::site_file::known()).site;
    assert_eq!(site.languages().iter().collect::<Vec<_>>(), known);
}

#[test]
fn staff_have_a_name_for_every_language() {
    let texts = Texts::built_in().expect("the texts");
    for language in Locales::load().expect("the texts").languages() {
        let id = format!("desk-language-{}", language.tag);
        assert!(texts.message(SOURCE, &id).is_some(), "locales/it/desk.ftl: {id} is missing");
    }
}

#[track_caller]
fn turns_red(sources: Sources, because: &str) {
    let found = gate(&sources);
    assert!(found.iter().any(|fault| fault.contains(because)), "nothing about {because:?} in {found:#?}");
}

#[test]
fn a_message_that_is_missing_turns_the_gate_red() {
    let sources = Sources::committed().with("ti", "kiosk", |text| text.replace("kiosk-back =", "kiosk-bcak ="));
    turns_red(sources, "locales/ti/kiosk.ftl: kiosk-back is missing");
    let sources = Sources::committed().with("ti", "kiosk", |text| text.replace("kiosk-back =", "kiosk-bcak ="));
    turns_red(sources, "kiosk-bcak is not a message of this program");
    let sources = Sources::committed().with_words("bn", |words| {
        words.words.remove("Salute");
    });
    turns_red(sources, "bn: \"Salute\" is missing");
}

#[test]
fn a_variable_too_few_or_too_many_turns_the_gate_red() {
    let without = |text: &str| text.replace("{ $moment }", "");
    turns_red(Sources::committed().with("so", "kiosk", without), "kiosk-closed-next lacks the variable {moment}");
    let misspelt = |text: &str| text.replace("{ $moment }", "{ $moent }");
    turns_red(Sources::committed().with("so", "kiosk", misspelt), "has the variable {moent}");
}

/// The file with another text in one form of one message.
fn with_form(file: &str, id: &str, form: &str, text: &str) -> String {
    let (before, from) = file.split_once(&format!("\n{id} =")).unwrap_or_else(|| panic!("there is no {id}"));
    let (head, rest) = from.split_once(&format!("[{form}]")).unwrap_or_else(|| panic!("{id} has no form {form}"));
    let (_, tail) = rest.split_once('\n').expect("a choice ends after its forms");
    format!("{before}\n{id} ={head}[{form}] {text}\n{tail}")
}

#[test]
fn a_form_for_several_numbers_that_does_not_show_the_number_turns_the_gate_red() {
    for (tag, area, id, form) in [
        ("ru", "kiosk", "kiosk-ahead", "few"),
        // 1, 21, 31 and so on.
        ("ru", "kiosk", "kiosk-ahead", "one"),
        ("uk", "slip", "slip-ahead", "many"),
        ("ar", "kiosk", "kiosk-ahead", "few"),
        ("ro", "kiosk", "kiosk-people-waiting", "few"),
        ("en", "kiosk", "kiosk-ahead", "other"),
        // None and one, and Italian has no words for none here.
        ("fr", "board", "board-waiting", "one"),
        ("bn", "phone", "phone-ahead", "one"),
    ] {
        let wordy = |text: &str| with_form(text, id, form, "x");
        let because = format!("locales/{tag}/{area}.ftl: {id} lacks the variable");
        let found = gate(&Sources::committed().with(tag, area, wordy));
        let told = |fault: &String| fault.contains(&because) && fault.contains(&format!("in the form [{form}]"));
        assert!(found.iter().any(told), "nothing about {because:?} [{form}] in {found:#?}");
    }
}

#[test]
fn a_form_for_one_number_may_say_it_in_a_word() {
    for (tag, area, id, form) in [
        ("it", "kiosk", "kiosk-ahead", "one"),
        ("sq", "board", "board-waiting", "one"),
        ("ar", "kiosk", "kiosk-ahead", "two"),
        ("zh-Hans", "kiosk", "kiosk-ahead", "0"),
        // None has its own words there, and so this form stands for one only.
        ("fr", "kiosk", "kiosk-ahead", "one"),
        ("ur", "phone", "phone-ahead", "one"),
    ] {
        let found = gate(&Sources::committed().with(tag, area, |text| with_form(text, id, form, "1")));
        assert_eq!(found, Vec::<String>::new(), "{tag} {id} [{form}]");
    }
}

#[test]
fn a_plural_form_that_is_missing_turns_the_gate_red() {
    let few = |text: &str| text.lines().filter(|line| !line.contains("[few]")).collect::<Vec<_>>().join("\n");
    turns_red(Sources::committed().with("ru", "kiosk", few), "kiosk-ahead lacks the plural form [few]");
    let two = |text: &str| text.replace("[two]", "[dual]");
    turns_red(Sources::committed().with("ar", "slip", two), "has the form [dual]");
}

#[test]
fn a_text_that_is_too_long_turns_the_gate_red() {
    let longer = |text: &str| {
        let double = |line: &str| match line.strip_prefix("kiosk-take-number = ") {
            Some(words) => format!("kiosk-take-number = {words} {words} {words}"),
            None => line.to_owned(),
        };
        text.lines().map(double).collect::<Vec<_>>().join("\n")
    };
    turns_red(Sources::committed().with("sq", "kiosk", longer), "kiosk-take-number takes the room of");
    let sources = Sources::committed().with_words("zh-Hans", |words| {
        words.words.insert("Salute".to_owned(), "健康与医疗服务以及家庭医生和保险".to_owned());
    });
    turns_red(sources, "\"Salute\" takes the room of");
}

#[test]
fn a_letter_without_a_glyph_turns_the_gate_red() {
    // Every living script is drawn by a further font; none of them has these.
    let hieroglyph = |text: &str| text.replace("kiosk-back = ", "kiosk-back = \u{13000} ");
    turns_red(
        Sources::committed().with("ti", "kiosk", hieroglyph),
        "kiosk-back has the letter '\u{13000}' (U+13000), which no font",
    );
    let emoji = |text: &str| text.replace("kiosk-back = ", "kiosk-back = 💼 ");
    turns_red(
        Sources::committed().with("fr", "kiosk", emoji),
        "kiosk-back has the emoji '💼' (U+1F4BC), which no font",
    );
}

#[test]
fn digits_of_another_script_and_marks_of_direction_turn_the_gate_red() {
    let digits = |text: &str| text.replace("kiosk-back = ", "kiosk-back = ۷ ");
    turns_red(Sources::committed().with("ps", "kiosk", digits), "kiosk-back has the character U+06F7");
    let mark = |text: &str| text.replace("kiosk-back = ", "kiosk-back = \u{202E}");
    turns_red(Sources::committed().with("ar", "kiosk", mark), "kiosk-back has the character U+202E");
}

#[test]
fn a_file_that_can_not_be_read_turns_the_gate_red() {
    let broken = |text: &str| text.replace("kiosk-back = ", "kiosk-back = { ");
    turns_red(Sources::committed().with("es", "kiosk", broken), "locales/es/kiosk.ftl");
}
