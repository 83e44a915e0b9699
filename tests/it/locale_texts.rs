//! The Fluent files: the same messages in every language, complete plurals, one term for one thing.

use crate::message_ids;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use sportello::locale::Locales;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Areas that only staff read: at least in the three languages of the staff.
const FOR_STAFF: [&str; 1] = ["desk"];
const LANGUAGES_OF_STAFF: [&str; 3] = ["it", "en", "fr"];

/// The languages of the first complete version of this program.
const AREAS: [&str; 8] = ["board", "desk", "forms", "kiosk", "phone", "refusal", "slip", "web"];

fn locales() -> Locales {
    Locales::read_all().unwrap_or_else(|faults| panic!("{faults}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The contents of one file: its messages by id, those of attributes as `id.attribute`.
type Messages = BTreeMap<String, Message>;

#[derive(Default, Debug)]
struct Message {
    variables: BTreeSet<String>,
    /// For each choice by a variable: the names and numbers it chooses from.
    choices: Vec<BTreeSet<String>>,
    text: String,
}

fn messages(language: &str, area: &str) -> Messages {
    let path = root().join("locales").join(language).join(format!("{area}.ftl"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let resource =
        fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{path:?}: {errors:?}"));
    let mut found = Messages::new();
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            let patterns =
                message.attributes.iter().map(|it| (format!("{}.{}", message.id.name, it.id.name), &it.value));
            let value = message.value.iter().map(|value| (message.id.name.to_owned(), value));
            for (id, pattern) in value.chain(patterns) {
                let mut message = Message::default();
                read_pattern(pattern, &mut message);
                assert!(found.insert(id.clone(), message).is_none(), "{}: {id} stands there twice", path.display());
            }
        }
    }
    found
}

fn read_pattern(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => message.text += value,
            PatternElement::Placeable { expression } => read_expression(expression, message),
        }
    }
}

fn read_expression(expression: &Expression<&str>, message: &mut Message) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, message),
        Expression::Select { selector, variants } => {
            read_inline(selector, message);
            let key = |key: &VariantKey<&str>| match key {
                VariantKey::Identifier { name } => (*name).to_owned(),
                VariantKey::NumberLiteral { value } => (*value).to_owned(),
            };
            message.choices.push(variants.iter().map(|variant| key(&variant.key)).collect());
            for variant in variants {
                read_pattern(&variant.value, message);
                message.text.push('\n');
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, message: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| read_inline(argument, message));
        }
        InlineExpression::Placeable { expression } => read_expression(expression, message),
        _ => {}
    }
}

/// Every area of the source language.
fn areas() -> Vec<String> {
    let files = fs::read_dir(root().join("locales/it")).expect("locales/it is there");
    let stem = |path: PathBuf| path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned);
    let mut areas: Vec<String> = files.filter_map(|file| stem(file.ok()?.path())).collect();
    areas.sort();
    areas
}

/// The languages in which an area must be whole, as the manifest lists them.
fn languages_of(area: &str, locales: &Locales) -> Vec<String> {
    let all = locales.languages().iter().map(|language| language.tag.to_string());
    all.filter(|tag| !FOR_STAFF.contains(&area) || LANGUAGES_OF_STAFF.contains(&tag.as_str())).collect()
}

#[test]
fn every_message_has_the_name_of_its_file() {
    for area in AREAS {
        assert!(areas().iter().any(|known| known == area), "locales/it/{area}.ftl is missing");
    }
    for area in areas() {
        for id in messages("it", &area).keys() {
            assert!(id.starts_with(&format!("{area}-")), "{area}.ftl: {id} must begin with {area}-");
        }
    }
}

/// One word for one thing, in each language: the paper must not say "window" where the board says "counter".
#[test]
fn a_desk_has_one_name_in_each_language() {
    let stems = [
        ("it", "sportell"),
        ("en", "desk"),
        ("fr", "guichet"),
        ("ar", "شب"),
        ("uk", "віконц"),
        ("ru", "ок"),
        ("so", "mii"),
        ("fa-AF", "غرفه"),
        ("ps", "کړکۍ"),
        ("ti", "መስኮት"),
        ("sq", "sportel"),
        ("ro", "ghișe"),
        ("es", "ventanilla"),
        ("bn", "কাউন্টার"),
        ("ur", "کاؤنٹر"),
        ("zh-Hans", "窗口"),
    ];
    let locales = locales();
    for language in locales.languages() {
        let stem = stems.iter().find(|(tag, _)| *tag == language.tag.as_str()).map(|(_, stem)| *stem);
        let stem = stem.unwrap_or_else(|| panic!("say here what a desk is called in {}", language.tag));
        for area in areas().iter().filter(|area| languages_of(area, &locales).contains(&language.tag.to_string())) {
            for (id, message) in messages(language.tag.as_str(), area) {
                // The word itself may come in as a variable too.
                let is_about_desk = ["desk", "desks"].iter().any(|name| message.variables.contains(*name));
                if is_about_desk && !message.variables.contains("label") {
                    let text = message.text.to_lowercase();
                    assert!(text.contains(stem), "locales/{}/{area}.ftl: {id} has another word for desk", language.tag);
                }
            }
        }
    }
}

/// Readers with little practice, or in a second language, need short sentences. Italian is the source of all languages.
#[test]
fn visitors_are_told_in_sentences_of_twelve_words_at_most() {
    const MAX_WORDS: usize = 12;
    for area in areas().iter().filter(|area| !FOR_STAFF.contains(&area.as_str())) {
        for (id, message) in messages("it", area) {
            for sentence in message.text.split(['.', '?', '!', '\n']) {
                let words = sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
                assert!(words <= MAX_WORDS, "locales/it/{area}.ftl: {id} has a sentence of {words} words:{sentence}");
            }
        }
    }
}

/// A welcome desk may be shut, or a site may have none: only what the glass says while there is one may send visitors there.
#[test]
fn no_message_names_a_welcome_desk_that_may_not_be_there() {
    let names = [
        ("it", "accoglienza"),
        ("en", "welcome desk"),
        ("fr", "accueil"),
        ("ar", "الاستقبال"),
        ("uk", "рецепці"),
        ("ru", "стойк"),
        ("so", "soo-dhoweyn"),
        ("fa-AF", "میز معلومات"),
        ("ps", "معلوماتو"),
        ("ti", "መቐበሊ"),
        ("sq", "recepsion"),
        ("ro", "recepți"),
        ("es", "recepción"),
        ("zh-Hans", "接待处"),
        ("bn", "হেল্প ডেস্ক"),
        ("ur", "استقبالیہ"),
    ];
    let guarded = ["kiosk-closed-help", "kiosk-hub-gone", "kiosk-trouble-help"];
    for (tag, name) in names {
        let all = areas().into_iter().filter(|area| !FOR_STAFF.contains(&area.as_str()));
        let all = all.flat_map(|area| messages(tag, &area));
        let naming: BTreeSet<String> =
            all.filter(|(_, message)| message.text.contains(name)).map(|(id, _)| id).collect();
        assert_eq!(naming, guarded.map(str::to_owned).into(), "{tag}");
    }
}

/// French puts a space before some marks, which must not begin a line alone.
#[test]
fn french_marks_stay_on_their_line() {
    for area in areas() {
        for (id, message) in messages("fr", &area) {
            let loose = [" ?", " !", " :", " ;"].iter().find(|mark| message.text.contains(**mark));
            assert_eq!(loose, None, "locales/fr/{area}.ftl: {id} needs a no-break space (U+00A0) there");
        }
    }
}

#[test]
fn the_program_asks_for_no_message_that_is_not_there_and_for_every_one_that_is() {
    let areas = areas();
    let asked = message_ids::asked_for(root(), &areas).expect("the sources can be read");
    let known: BTreeSet<String> = areas.iter().flat_map(|area| messages("it", area).into_keys()).collect();
    assert_eq!(message_ids::missing(&asked, &known), Vec::<String>::new(), "add it to locales/it");
    let whole: BTreeSet<&String> = asked.whole.iter().map(|(id, _)| id).collect();
    let is_asked_for = |id: &&String| whole.contains(id) || asked.beginnings.iter().any(|start| id.starts_with(start));
    let unused: Vec<_> = known.iter().filter(|id| !is_asked_for(id)).collect();
    assert!(unused.is_empty(), "in locales/it, but no source names it: {unused:#?}");
}

/// Texts with letters that a `.slint` file shows or reads out by itself.
fn raw_texts(slint: &str) -> Vec<&str> {
    const SHOWN: [&str; 4] = ["text:", "accessible-label:", "accessible-description:", "title:"];
    let mut found = Vec::new();
    for line in slint.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
        for shown in SHOWN {
            let Some((_, value)) = line.split_once(shown) else { continue };
            let literals = value.split('"').skip(1).step_by(2);
            // What stands in `\{ … }` is a property.
            let outside = |literal: &&str| {
                let parts = literal.split("\\{").enumerate();
                let texts =
                    parts.map(|(at, part)| if at == 0 { part } else { part.split_once('}').map_or("", |it| it.1) });
                texts.flat_map(str::chars).any(char::is_alphabetic)
            };
            found.extend(literals.filter(outside));
        }
    }
    found
}

#[test]
fn the_glass_has_no_text_of_its_own() {
    let mut files = Vec::new();
    message_ids::files_below(&root().join("ui"), &["slint"], &mut files).expect("the glass's code");
    assert!(!files.is_empty());
    for path in files {
        let text = fs::read_to_string(&path).expect("a source file can be read");
        assert_eq!(raw_texts(&text), Vec::<&str>::new(), "{}: texts belong in locales/", path.display());
    }
    assert_eq!(raw_texts("Text { text: \"Hello\"; }"), ["Hello"]);
    assert_eq!(raw_texts("accessible-label: open ? \"\\{Words.a}: \\{b}\" : \"it is\";"), ["it is"]);
}

#[test]
fn ids_are_found_in_sources_and_class_names_are_not() {
    let areas = ["desk".to_owned()];
    let text =
        r#"<p class="desk-list">{{ words.say("desk-next") }}</p> format!("desk-language-{tag}") "desk" "other-thing""#;
    let (whole, beginnings) = message_ids::ids_in(text, &areas);
    assert_eq!(whole, BTreeSet::from(["desk-next".to_owned()]));
    assert_eq!(beginnings, BTreeSet::from(["desk-language-".to_owned()]));
}

#[test]
fn the_build_names_a_message_that_italian_lacks_and_who_asks_for_it() {
    let areas = ["kiosk".to_owned()];
    let known = message_ids::ids_of_fluent(
        "# a note\nkiosk-back = Indietro\n    .speech = Torna indietro\nkiosk-desks =\n    x",
    );
    assert_eq!(known, BTreeSet::from(["kiosk-back".to_owned(), "kiosk-desks".to_owned()]));
    let text = r#"say("kiosk-back.speech"); say("kiosk-bcak"); say_any("kiosk-trouble-{why}")"#;
    let (whole, beginnings) = message_ids::ids_in(&text.replace("say_any(\"", "format!(\""), &areas);
    let whole = whole.into_iter().map(|id| (id, PathBuf::from("src/kiosk/compose.rs"))).collect();
    let told = message_ids::missing(&message_ids::Asked { whole, beginnings }, &known);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("src/kiosk/compose.rs asks for \"kiosk-bcak\""), "{told:?}");
    assert!(told[1].contains("\"kiosk-trouble-\""), "{told:?}");
}
