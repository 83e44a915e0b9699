//! Messages: complete in every language, with whole fallbacks.

use jiff::civil::{Weekday, date, time};
use sportello::domain::{
    Attendance, DeskNumber, InstitutionCode, LanguageTag, NeedCode, Refusal, ServiceCode, TicketNumber, Words,
};
use sportello::locale::{Direction, Locales, Message, Numbering, Translator, Value, Wording, tidy};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn locales() -> Locales {
    Locales::load().unwrap_or_else(|faults| panic!("{faults}"))
}

fn tag(text: &str) -> LanguageTag {
    LanguageTag::parse(text).expect("a tag")
}

fn every_refusal() -> Vec<Refusal> {
    let desk = DeskNumber(12);
    let ticket = TicketNumber::parse("P 042").expect("a number");
    let institution = InstitutionCode::parse("questura").expect("a code");
    let service = ServiceCode::parse("asl.card").expect("a code");
    vec![
        Refusal::NoNeed,
        Refusal::TooManyNeeds,
        Refusal::UnknownNeed(NeedCode::parse("health.moon").expect("a code")),
        Refusal::UnknownLanguage(tag("tlh")),
        Refusal::UnknownDesk(desk),
        Refusal::UnknownService(service.clone()),
        Refusal::UnknownTicket,
        Refusal::NoTicketNeeded { desk },
        Refusal::InstitutionAway { institution: institution.clone(), back: Some(date(2026, 11, 24).at(9, 5, 0, 0)) },
        Refusal::InstitutionAway { institution, back: None },
        Refusal::ServiceNotAtDesk { desk, service },
        Refusal::DeskClosed(desk),
        Refusal::DeskPaused(desk),
        Refusal::DeskBusy { desk, ticket },
        Refusal::DeskHasNoTicket(desk),
        Refusal::AlreadyServing(ticket),
        Refusal::NotServing(ticket),
        Refusal::NotNoShow(ticket),
        Refusal::NotWaiting(ticket),
        Refusal::KeyReused,
        Refusal::DayFull,
    ]
}

#[test]
fn every_refusal_is_told_in_every_language_with_ascii_numbers() {
    let locales = locales();
    for refusal in every_refusal() {
        let texts: BTreeSet<String> =
            locales.languages().iter().map(|language| locales.translator(&language.tag).refusal(&refusal)).collect();
        assert_eq!(texts.len(), locales.languages().len(), "{refusal:?} is told alike in two languages: {texts:#?}");
        for text in &texts {
            assert!(!text.contains("refusal-") && !text.contains('{'), "{refusal:?}: {text}");
        }
        let has_number = |digits: &str| texts.iter().all(|text| text.contains(digits));
        // Counts, times and dates are written in the language's own digits.
        let own = |digits: &str| {
            let numberings = [Numbering::Latin, Numbering::ExtendedArabic, Numbering::Bengali];
            let digits = numberings.map(|numbering| numbering.digits(digits));
            texts.iter().all(|text| digits.iter().any(|digits| text.contains(digits)))
        };
        match &refusal {
            Refusal::TooManyNeeds => assert!(own("5")),
            Refusal::DeskClosed(_) | Refusal::NoTicketNeeded { .. } => assert!(has_number("12")),
            Refusal::DeskBusy { .. } => assert!(has_number("12") && has_number("P 042")),
            Refusal::InstitutionAway { back: Some(_), .. } => assert!(own("24") && own("09:05")),
            _ => {}
        }
    }
}

#[test]
fn times_and_dates_are_written_as_people_write_them() {
    let locales = locales();
    let day = date(2026, 11, 24);
    let moment = day.at(9, 5, 0, 0);
    let expected = [
        ("it", "martedì 24 novembre 2026", "martedì 24 novembre, 09:05"),
        ("en", "Tuesday 24 November 2026", "Tuesday 24 November, 09:05"),
        ("fr", "mardi 24 novembre 2026", "mardi 24 novembre à 09:05"),
        ("ar", "الثلاثاء 24 نوفمبر 2026", "الثلاثاء 24 نوفمبر، الساعة 09:05"),
        ("uk", "вівторок, 24 листопада 2026 р.", "вівторок, 24 листопада, 09:05"),
        ("ti", "ሰሉስ፣ 24 ሕዳር 2026", "ሰሉስ፣ 24 ሕዳር፣ ሰዓት 09:05 ንግሆ"),
        ("so", "Talaado, 24 Nofembar 2026", "Talaado, 24 Nofembar, 09:05 subaxnimo"),
    ];
    for (language, full, short) in expected {
        let translator = locales.translator(&tag(language));
        assert_eq!(translator.date(day), full);
        assert_eq!(translator.moment(moment), short);
        assert_eq!(translator.time(time(16, 30, 0, 0)), "16:30");
        let weekdays: BTreeSet<String> =
            (0..7_i64).map(|days| translator.weekday(Weekday::Monday.wrapping_add(days))).collect();
        assert_eq!(weekdays.len(), 7, "{language}: two days have one name");
        let months: BTreeSet<String> = (1..=12).map(|month| translator.date(date(2026, month, 1))).collect();
        assert_eq!(months.len(), 12, "{language}: two months have one name");
    }
}

/// Who counts the hours from dawn reads 09:00 as three in the afternoon.
#[test]
fn a_time_is_told_with_its_part_of_the_day_where_hours_are_counted_from_dawn() {
    let locales = locales();
    let parts_of = |language: &str| -> BTreeSet<String> {
        let translator = locales.translator(&tag(language));
        let part = |hour: i8| {
            let opens = date(2026, 11, 24).at(hour, 0, 0, 0);
            let told = translator.attendance(Attendance::Later { opens }).expect("it opens later");
            let (_, part) = told.split_once(&format!("{hour:02}:00")).expect("the time");
            part.trim_matches(|mark: char| !mark.is_alphabetic()).to_owned()
        };
        [0, 3, 5, 9, 12, 15, 18, 22].map(part).into()
    };
    assert_eq!(parts_of("it").len(), 1, "nothing is added");
    for (language, morning) in [("ti", "ንግሆ"), ("so", "subaxnimo")] {
        let parts = parts_of(language);
        assert!(parts.len() == 4 && parts.iter().any(|part| part.starts_with(morning)), "{language}: {parts:?}");
    }
}

#[test]
fn the_manifest_alone_knows_directions_and_names() {
    let locales = locales();
    let directions: Vec<(&str, Direction)> =
        locales.languages().iter().map(|language| (language.tag.as_str(), language.direction)).collect();
    use Direction::{LeftToRight, RightToLeft};
    let sixteen = "it en fr ar uk ru so fa-AF ps ti sq ro es bn ur zh-Hans".split(' ');
    let expected: Vec<(&str, Direction)> = sixteen
        .map(|tag| (tag, if ["ar", "fa-AF", "ps", "ur"].contains(&tag) { RightToLeft } else { LeftToRight }))
        .collect();
    assert_eq!(directions, expected);
    let folders =
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")).expect("locales is there").flatten();
    let folders: BTreeSet<String> = folders
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    let tags: BTreeSet<String> = locales.languages().iter().map(|language| language.tag.to_string()).collect();
    assert_eq!(folders, tags, "a folder for each language of the manifest, and no other");
}

#[test]
fn there_is_room_for_all_sixteen_languages() {
    // With the plural forms that Fluent was seen to choose from.
    let sixteen = [
        ("it", "ltr", "one other"),
        ("en", "ltr", "one other"),
        ("fr", "ltr", "one other"),
        ("ar", "rtl", "zero one two few many other"),
        ("uk", "ltr", "one few many"),
        ("ru", "ltr", "one few many"),
        ("so", "ltr", "one other"),
        ("fa-AF", "rtl", "one other"),
        ("ps", "rtl", "one other"),
        ("ti", "ltr", "one other"),
        ("sq", "ltr", "one other"),
        ("ro", "ltr", "one few other"),
        ("es", "ltr", "one other"),
        ("bn", "ltr", "one other"),
        ("ur", "rtl", "one other"),
        ("zh-Hans", "ltr", "other"),
    ];
    let mut manifest = String::new();
    for (tag, direction, plurals) in sixteen {
        let direction = if direction == "rtl" { "right-to-left" } else { "left-to-right" };
        let plurals: Vec<&str> = plurals.split(' ').collect();
        let numbering = if tag == "fa-AF" { "arabext" } else { "latn" };
        manifest += &format!(
            "[[languages]]\ntag = {tag:?}\nendonym = \"x\"\nitalian_name = \"x\"\ndirection = {direction:?}\n\
             fallback = []\nfonts = [\"x\"]\nnumbering = {numbering:?}\nplurals = {plurals:?}\ntype_scale = 100\n\
             line_height = 136\nreviewed = false\n"
        );
    }
    let locales =
        Locales::from_files(&manifest, &[("fa-AF", "x", "x = { $n } x\n")]).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(locales.languages().len(), 16);
    let dari = locales.translator(&tag("fa-AF"));
    assert_eq!(dari.plain("x", &[("n", 10_usize.into())]), "۱۰ x", "a count has the language's digits");
    assert_eq!(dari.plain("x", &[("n", "P 042".into())]), "P 042 x", "a ticket's number has those of all languages");
    let foreign = manifest.replace("arabext", "hebr");
    let faults = Locales::from_files(&foreign, &[]).err().expect("unknown digits").to_string();
    assert!(faults.contains("numbering is \"hebr\""), "{faults}");
}

#[test]
fn all_threads_may_share_the_words() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&locales());
}

/// A small program in three languages of which each lacks something.
fn patchy(english: &str, arabic: &str) -> Locales {
    let manifest = "\
[[languages]]\ntag = \"it\"\nendonym = \"Italiano\"\nitalian_name = \"italiano\"\ndirection = \"left-to-right\"\nfallback = []
fonts = [\"Noto Sans\"]\nnumbering = \"latn\"\nplurals = [\"one\", \"other\"]\ntype_scale = 100\nline_height = 136\nreviewed = true\n
[[languages]]\ntag = \"en\"\nendonym = \"English\"\nitalian_name = \"inglese\"\ndirection = \"left-to-right\"\nfallback = [\"it\"]
fonts = [\"Noto Sans\"]\nnumbering = \"latn\"\nplurals = [\"one\", \"other\"]\ntype_scale = 100\nline_height = 136\nreviewed = true\n
[[languages]]\ntag = \"ar\"\nendonym = \"العربية\"\nitalian_name = \"arabo\"\ndirection = \"right-to-left\"\nfallback = [\"en\", \"it\"]
fonts = [\"Noto Sans Arabic\"]\nnumbering = \"latn\"\nplurals = [\"zero\", \"one\", \"two\", \"few\", \"many\", \"other\"]\ntype_scale = 115\nline_height = 136\nreviewed = true\n";
    let italian = "hello = Ciao { $name }\nonly = Solo qui\ncount = { $n ->\n    [one] { $n } cosa\n   *[other] { $n } cose\n }\n";
    Locales::from_files(manifest, &[("it", "x", italian), ("en", "x", english), ("ar", "x", arabic)])
        .unwrap_or_else(|faults| panic!("{faults}"))
}

fn say(locales: &Locales, language: &str, id: &str) -> String {
    let translator: Translator<'_> = locales.translator(&tag(language));
    translator.plain(id, &[("name", "Amina".into()), ("n", 3_u32.into())])
}

/// The library's parser calls itself for each of them: the stack would overflow, at each start.
#[test]
fn an_imported_file_of_braces_alone_ends_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("so")).expect("a folder");
    let file = folder.path().join("so/kiosk.ftl");
    let so = LanguageTag::parse("so").expect("a tag");
    let calls = |begin: &str| format!("kiosk-back = {{ {}", begin.repeat(50_000));
    for text in [calls("{"), calls("A("), calls("A(\n"), calls("A(\")))\", "), calls("$n ->\n [a] \"{")] {
        fs::write(&file, text).expect("a file");
        let locales = Locales::load_with(folder.path()).expect("the program's own texts");
        assert_eq!(locales.translator(&so).message("kiosk-back"), "Dib u laabo");
    }
    let deep =
        Message { id: "kiosk-back".to_owned(), note: String::new(), wording: Wording::Plain("{".repeat(50_000)) };
    assert!(!deep.reads_back());
    assert_eq!(tidy("{ a }{b }{ c"), "{a}{b}{ c");
}

#[test]
fn a_missing_or_broken_message_falls_back_whole() {
    // In Arabic one message asks for a variable that is not passed, one for a term that is not there, one is empty.
    let arabic = "hello = مرحبا { $kode }\ncount = { -nope } شيء\nonly = { \"\" }\n";
    let locales = patchy("hello = Hello { $name }\n", arabic);
    assert_eq!(say(&locales, "ar", "hello"), "Hello Amina", "the next of the chain, and not half of Arabic");
    assert_eq!(say(&locales, "ar", "count"), "3 cose", "English lacks it too");
    assert_eq!(say(&locales, "ar", "only"), "Solo qui", "an empty text is none");
    assert_eq!(say(&locales, "ar", "nowhere"), "nowhere", "never an empty space");
    assert_eq!(say(&locales, "tlh", "hello"), "Hello Amina", "an unknown language is spoken to in English");
}

#[test]
fn what_fluent_gets_wrong_silently_is_put_right() {
    let english = "hello = Hello { $name }\ncount = { NUMBER($n) } things\nback = Back\n    .speech = Go back\n";
    let locales = patchy(english, "hello = مرحبا { $name }\n");
    assert_eq!(say(&locales, "en", "count"), "3 things", "NUMBER is there");
    assert_eq!(say(&locales, "en", "back.speech"), "Go back", "attributes can be asked for");
    let arabic = locales.translator(&tag("ar"));
    let name = || [("name", Value::from("Amina \u{202E}\u{2069}evil"))];
    assert_eq!(
        arabic.message_with("hello", &name()),
        "مرحبا \u{2068}Amina evil\u{2069}",
        "isolated, and it can't break out"
    );
    assert_eq!(arabic.plain("hello", &name()), "مرحبا Amina evil");
    let many = arabic.plain("count", &[("n", 1_234_567_u64.into())]);
    assert_eq!(many, "1234567 things", "ASCII digits, no grouping");
}

#[test]
fn faults_in_texts_are_told_with_file_and_line() {
    let manifest = include_str!("../../locales/manifest.toml");
    let fault = |files: &[(&str, &str, &str)]| match Locales::from_files(manifest, files) {
        Ok(_) => panic!("taken: {files:?}"),
        Err(faults) => faults.to_string(),
    };
    let told = fault(&[("it", "kiosk", "a = b\nbroken = { $x\n")]);
    assert!(told.starts_with("locales/it/kiosk.ftl:2:") || told.starts_with("locales/it/kiosk.ftl:3:"), "{told}");
    let told = fault(&[("it", "kiosk", "a = b\n"), ("it", "slip", "a = c\n")]);
    assert!(told.contains("locales/it/slip.ftl") && told.contains("\"a\" is there twice"), "{told}");
    let told = fault(&[("tlh", "kiosk", "a = b\n")]);
    assert!(told.contains("no language \"tlh\""), "{told}");
}

#[test]
fn faults_in_the_manifest_are_told() {
    let manifest = include_str!("../../locales/manifest.toml");
    let stories = [
        // This tag would silently get English plural forms.
        (manifest.replace("tag = \"uk\"", "tag = \"prs\""), "prs: plurals names"),
        (manifest.replace("tag = \"fr\"", "tag = \"it\""), "it: the language is there twice"),
        (manifest.replacen("fallback = []", "fallback = [\"en\"]", 1), "leads in a circle"),
        (manifest.replacen("fallback = [\"it\"]", "fallback = [\"xx\"]", 1), "xx is not a language of the manifest"),
        (manifest.replacen("\"latn\"\n", "\"arab\"\n", 1), "numbering"),
        (manifest.replacen("reviewed =", "revewed =", 1), "revewed"),
        (manifest.replacen("\"Italiano\"", "\"\"", 1), "endonym"),
        (String::from("languages = []"), "at least one"),
    ];
    for (text, expected) in stories {
        match Locales::from_files(&text, &[]) {
            Ok(_) => panic!("taken, although: {expected}"),
            Err(faults) => assert!(faults.to_string().contains(expected), "{faults}"),
        }
    }
}

#[test]
fn the_sites_own_words_come_in_the_nearest_language_there_is() {
    let locales = locales();
    let words = |texts: &[(&str, &str)]| Words::new(texts.iter().map(|(it, text)| (tag(it), (*text).to_owned())));
    let arabic = locales.translator(&tag("ar"));
    assert_eq!(arabic.pick(&words(&[("it", "Salute"), ("en", "Health"), ("ar", "الصحة")])), "الصحة");
    assert_eq!(arabic.pick(&words(&[("it", "Salute"), ("en", "Health")])), "Health");
    assert_eq!(arabic.pick(&words(&[("it", "Salute"), ("en", " ")])), "Salute");
    assert_eq!(arabic.pick(&words(&[("uk", "Здоров’я")])), "Здоров’я", "any language rather than none");
    assert_eq!(arabic.pick(&Words::default()), "");
}
