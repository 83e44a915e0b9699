//! Site files: the messages for mistakes.

use proptest::prelude::{prop_assert, proptest};
use sportello::catalogue::{self, FileMistake, Known};
use sportello::domain::Site;
use sportello::locale::Locales;
use sportello::pictogram;
use std::fmt::Write;

/// A small valid site. Each test breaks one line of it.
const SMALL: &str = r##"name = { it = "Casa", en = "House" }
time_zone = "Europe/Rome"
languages = ["it", "en"]

[[institutions]]
code = "asl"
name = "ASL"
letter = "H"
colour = "#006B3C"
presence = { mon = ["8:30-12:30", "14:00-16:00"] }

[[services]]
code = "asl.card"
institution = "asl"
label = { it = "Tessera", en = "Card" }
minutes = 15

[[desks]]
number = 1
room = { it = "piano terra" }
services = ["asl.card"]
languages = ["it"]

[[needs]]
code = "health"
label = { it = "Salute", en = "Health" }
pictogram = "stethoscope"
colour = "#006B3C"

[[needs.needs]]
code = "health.ssn"
label = { it = "Medico" }
services = ["asl.card"]
bring = [{ it = "un documento" }]
"##;

/// What this program knows.
pub fn known() -> Known {
    let locales = Locales::load().expect("the texts of this program are whole");
    Known {
        languages: locales.languages().iter().map(|language| language.tag.clone()).collect(),
        pictograms: pictogram::names().collect(),
    }
}

/// The site in a text.
pub fn read(text: &str) -> Result<Site, Vec<FileMistake>> {
    catalogue::read(text, "site.toml", &known())
}

/// The mistakes of the small site once a part of it is replaced.
fn told(from: &str, to: &str) -> Vec<String> {
    assert!(SMALL.contains(from), "{from:?} is not in the small site");
    let mistakes = read(&SMALL.replacen(from, to, 1)).expect_err("a spoilt site file was taken");
    mistakes.iter().map(ToString::to_string).collect()
}

#[test]
fn the_small_site_is_right() {
    let site = read(SMALL).expect("the small site has no mistake");
    assert_eq!(site.needs().len(), 1);
    assert_eq!(site.service(&site.services()[0].code).map(|service| service.letter.as_char()), Some('H'));
    let leaf = &site.needs()[0].menu()[0];
    assert_eq!(leaf.pictogram, "stethoscope", "a leaf without a pictogram has that of the need above it");
}

/// Each row: the text that is replaced, its replacement, and the exact message.
#[test]
fn every_mistake_is_told_with_its_line_and_its_remedy() {
    let stories = [
        // Names
        (
            r#"services = ["asl.card"]
bring"#,
            r#"services = ["asl.crd"]
bring"#,
            r#"site.toml:33:13: needs[health].needs[health.ssn].services: unknown service "asl.crd". Did you mean "asl.card"?"#,
        ),
        (
            r#"institution = "asl""#,
            r#"institution = "als""#,
            r#"site.toml:14:15: services[asl.card].institution: unknown institution "als". Did you mean "asl"?"#,
        ),
        (
            r#"services = ["asl.card"]
bring"#,
            "person = 7\nbring",
            r#"site.toml:33:10: needs[health].needs[health.ssn].person: unknown desk "7". There are: 1."#,
        ),
        (
            r#"code = "asl.card""#,
            r#"code = "asl card""#,
            r#"site.toml:13:8: services[#1].code: contains ' '; allowed are letters a to z, digits, '.', '-' and '_'. Write a short name such as "health.card"."#,
        ),
        (
            r#"code = "health.ssn""#,
            r#"code = "health""#,
            r#"site.toml:31:8: needs[health].needs[health].code: "health" is there twice. Write each once."#,
        ),
        (
            "stethoscope",
            "stetoscope",
            r#"site.toml:27:13: needs[health].pictogram: unknown pictogram "stetoscope". Did you mean "stethoscope"?"#,
        ),
        // Fields
        (
            "minutes = 15",
            "minuts = 15",
            r#"site.toml:16:1: services[asl.card].minuts: unknown field "minuts". Did you mean "minutes"?"#,
        ),
        (
            r##"colour = "#006B3C"
presence"##,
            "presence",
            r##"site.toml:5:1: institutions[asl].colour: is missing. Add a colour, such as colour = "#0033A0"."##,
        ),
        (
            "number = 1",
            r#"number = "one""#,
            r#"site.toml:19:10: desks[#1].number: is the text "one", not a whole number from 1 to 999. Write a whole number from 1 to 999, without quotes."#,
        ),
        (
            "minutes = 15",
            "minutes = 0x7fffffffffffffffff",
            "site.toml:16:11: services[asl.card].minutes: is the number 7fffffffffffffffff, not a whole number from 1 to 480. Write a whole number from 1 to 480, without quotes.",
        ),
        (
            "room = { it = \"piano terra\" }",
            "room = \"piano terra\"",
            r#"site.toml:20:8: desks[1].room: is the text "piano terra", not a table. Write it by language, such as { it = "Salute", en = "Health" }."#,
        ),
        // Values
        (
            r#"letter = "H""#,
            r#"letter = "HH""#,
            r#"site.toml:8:10: institutions[asl].letter: "HH" is not a letter for ticket numbers. Write one capital letter from "A" to "Z"."#,
        ),
        (
            "#006B3C\"\npresence",
            "green\"\npresence",
            r##"site.toml:9:10: institutions[asl].colour: "green" is not a colour. Write it as "#RRGGBB", such as "#0033A0"."##,
        ),
        (
            "#006B3C\"\npresence",
            "#F2A900\"\npresence",
            "site.toml:9:10: institutions[asl].colour: #F2A900 is too light for white words (contrast 2.0). Choose a darker one, with a contrast of at least 4.5.",
        ),
        (
            "Europe/Rome",
            "Europe/Roma",
            r#"site.toml:2:13: time_zone: unknown time zone "Europe/Roma". Did you mean "Europe/Rome"?"#,
        ),
        (
            "time_zone =",
            "public_url = \"http://kiosk.local/queue\"\ntime_zone =",
            r#"site.toml:2:14: public_url: "http://kiosk.local/queue" has a path, under which no page would find its parts. Give the site a host name or a port of its own, such as "https://queue.example.org"."#,
        ),
        (
            "14:00-16:00",
            "14:00-12:00",
            "site.toml:10:35: institutions[asl].presence: ends before it begins. Write the earlier time first; a night ends on the next day, such as \"20:00-3:00\".",
        ),
        (
            "8:30-12:30",
            "8.30-12.30",
            r#"site.toml:10:21: institutions[asl].presence.mon: "8.30-12.30" are not opening hours. Write from and to, such as "8:30-13:00"; the day ends at 24:00."#,
        ),
        (
            "{ mon =",
            "{ monday =",
            r#"site.toml:10:14: institutions[asl].presence.monday: unknown field "monday". Did you mean "mon"?"#,
        ),
        (
            r#"languages = ["it", "en"]"#,
            r#"languages = ["it", "tlh"]"#,
            r#"site.toml:3:20: languages: unknown language "tlh". The languages are: it, en, fr, ar, uk, ru, so, fa-AF, ps, ti, sq, ro, es, bn, ur, zh-Hans."#,
        ),
        (
            r#"label = { it = "Medico" }"#,
            r#"label = { en = "Doctor" }"#,
            r#"site.toml:32:9: needs[health].needs[health.ssn].label: has no text in "it", the first of the site's languages. Add it = "…"."#,
        ),
        (
            "Tessera",
            r"Tess\u202Eera",
            "site.toml:15:16: services[asl.card].label: contains the invisible character U+202E. Delete it and type the text again, in one line.",
        ),
        // Places
        (
            "services = [\"asl.card\"]\nlanguages",
            "services = []\nlanguages",
            r#"site.toml:21:12: desks[1].services: is empty. Name at least one service's code."#,
        ),
        (
            "services = [\"asl.card\"]\nbring",
            "bring",
            r#"site.toml:30:1: needs[health].needs[health.ssn].services: the need leads nowhere. Write exactly one: services = ["…"], person = (a desk's number), or needs below it."#,
        ),
        (
            "minutes = 15\n",
            "minutes = 15\n[[services]]\ncode = \"asl.visit\"\ninstitution = \"asl\"\nlabel = { it = \"Visita\" }\n",
            r#"site.toml:18:8: services[asl.visit].code: no desk does "asl.visit". Add "asl.visit" to the services of a desk, or take the service out."#,
        ),
        // The TOML itself
        (
            "minutes = 15",
            "minutes = 15\nminutes = 20",
            r#"site.toml:17:1: "minutes" is there twice. Remove one of the two."#,
        ),
        (
            "\"Tessera\"",
            "“Tessera”",
            r#"site.toml:15:16: "“Tessera”" has quotes that TOML does not know. Use straight quotes: "…"."#,
        ),
        (
            "minutes = 15",
            "minutes: 15",
            "site.toml:16:8: a field and its value are joined by :. Write = in place of :.",
        ),
        (
            "minutes = 15",
            "minutes = sì",
            r#"site.toml:16:11: "sì" is neither a number nor a text in quotes. Write true or false, in small letters."#,
        ),
        (
            "minutes = 15",
            "minutes = 15 min",
            r#"site.toml:16:11: "15 min" is neither a number nor a text in quotes. Write the number alone, or put a text in quotes."#,
        ),
        (
            "minutes = 15",
            "minutes = 15 // a quarter",
            "site.toml:16:11: a comment does not begin with //. Write # in place of //.",
        ),
        ("minutes = 15", "minutes =", "site.toml:16:10: a value is missing. Write it after the =."),
        (
            r#"code = "health.ssn""#,
            r#"code = "health.ssn"#,
            r#"site.toml:31:19: the text has no " at its end. Close it with ", in the same line."#,
        ),
        (
            r#"[[needs]]
code = "health""#,
            r#"[needs]
code = "health""#,
            "site.toml:24:1: needs: is a table, not a list. Begin each with a line [[needs]].",
        ),
        (
            r#"languages = ["it", "en"]"#,
            r#"languages = ["it", "en""#,
            "site.toml:5:1: a bracket above this line is not closed. Close it with ] or } at the end of its list or table.",
        ),
        // The wrong place
        (
            "bring = [{ it = \"un documento\" }]\n",
            "holidays = [\"2026-12-25\"]\n",
            "site.toml:34:1: needs[health].needs[health.ssn].holidays: \"holidays\" does not belong here. Move it above the first [[…]]: what stands below a line in brackets belongs to it.",
        ),
    ];
    for (from, to, expected) in stories {
        let told = told(from, to);
        assert_eq!(told, [expected]);
    }
}

/// Who does what is suggested gets what was meant, or no suggestion at all.
#[test]
fn a_suggestion_that_is_followed_leads_to_what_was_meant() {
    let zones = [
        ("Rome", "Europe/Rome"),
        ("Roma", "Europe/Rome"),
        ("Europe/Italy", "Europe/Rome"),
        ("italia", "Europe/Rome"),
        ("Europa/Rome", "Europe/Rome"),
        ("Berlin", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("Europe/Parsi", "Europe/Paris"),
        ("GMT+1", ""),
        ("CEST", ""),
        ("Europe/Cuneo", ""),
    ];
    for (typed, meant) in zones {
        let [line] = &told("Europe/Rome", typed)[..] else { panic!("{typed}: one mistake") };
        let suggested = line.split("Did you mean \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("");
        assert_eq!(suggested, meant, "{line}");
    }
    for (day, meant) in
        [("lun", "mon"), ("mar", "tue"), ("mer", "wed"), ("gio", "thu"), ("ven", "fri"), ("sab", "sat"), ("dom", "sun")]
    {
        let [line] = &told("mon =", &format!("{day} ="))[..] else { panic!("{day}: one mistake") };
        let words = format!("Write {meant}.");
        assert!(line.contains(&format!("\"{meant}\"")) || line.ends_with(&words), "{line}");
    }
    for (from, to) in [("minutes = 15", "note = 15"), ("minutes = 15", "lunch_minutes = 15")] {
        let [line] = &told(from, to)[..] else { panic!("{to}: one mistake") };
        assert!(!line.contains("Did you mean"), "{line}");
    }
}

#[test]
fn one_bracket_in_place_of_two_is_told_once_for_each_and_takes_nothing_out() {
    let needs = "\n[needs]\ncode = \"work\"\nlabel = { it = \"Lavoro\" }\npictogram = \"house\"\ncolour = \"#000000\"\nservices = [\"asl.card\"]\n";
    let text = SMALL.split("[[needs]]").next().expect("a begin").to_owned() + needs + needs;
    let told: Vec<String> = read(&text).expect_err("two tables of one name").iter().map(ToString::to_string).collect();
    let twice: Vec<&String> = told.iter().filter(|line| line.contains("is there twice")).collect();
    assert_eq!(twice.len(), 1, "{told:?}");
    assert!(twice[0].ends_with("[needs] is there twice. Begin each entry with two brackets: [[needs]]."), "{told:?}");
}

#[test]
fn the_manual_names_every_field() {
    let manual = std::fs::read_to_string("docs/site-file.md").expect("the manual");
    let tables = [
        ("name = {", "unheard = 1\nname = {"),
        ("code = \"asl\"\n", "code = \"asl\"\nunheard = 1\n"),
        ("code = \"asl.card\"\n", "code = \"asl.card\"\nunheard = 1\n"),
        ("number = 1\n", "number = 1\nunheard = 1\n"),
        ("code = \"health.ssn\"\n", "code = \"health.ssn\"\nunheard = 1\n"),
        ("[[institutions]]", "[rules]\nunheard = 1\n[[institutions]]"),
        ("[[institutions]]", "[doors]\nhours = \"always\"\nunheard = 1\n[[institutions]]"),
        ("[[institutions]]", "[rules]\npriority = { unheard = 1 }\n[[institutions]]"),
    ];
    for (from, to) in tables {
        let told = told(from, to).join("\n");
        let fields =
            told.split("there are: ").nth(1).and_then(|rest| rest.split('.').next()).expect("a list of fields");
        for field in fields.split(", ") {
            assert!(manual.contains(field), "{field} is not in docs/site-file.md");
        }
    }
}

#[test]
fn a_night_the_doors_and_what_helps_meanwhile_are_read() {
    let night = SMALL.replace("\"14:00-16:00\"", "\"20:00-3:00\"");
    let doors = format!("{night}\n[doors]\nhours = {{ mon = [\"8:00-4:00\"] }}\nexcept = {{ \"2026-12-24\" = [] }}\n");
    assert!(read(&doors).is_err(), "twenty hours over midnight are a mistake");
    assert!(read(&doors.replace("8:00-4:00", "18:00-4:00")).is_ok());
    let urgent = |more: &str| told("bring = [{ it = \"un documento\" }]", &format!("urgent = true\n{more}"));
    let without = urgent("");
    assert!(without[0].contains("fallback: is missing, and the need is urgent. Say what helps"), "{without:?}");
    assert!(urgent("fallback = { call = \"one one two\", words = { it = \"x\" } }")[0].contains("is not a telephone"));
    assert!(urgent("fallback = { words = { en = \"x\" } }")[0].contains("has no text in \"it\""));
    let helped = "urgent = true\nfallback = { call = \"112\" }";
    assert!(read(&SMALL.replace("bring = [{ it = \"un documento\" }]", helped)).is_ok());
    let welcome = told("time_zone", "welcome_desk = 9\ntime_zone");
    assert!(welcome[0].contains("unknown desk \"9\". There are: 1."), "{welcome:?}");
}

#[test]
fn no_suggestion_leads_to_another_day_or_another_continent() {
    for (day, meant) in
        [("lun", "mon"), ("mar", "tue"), ("mer", "wed"), ("ven", "fri"), ("domenica", "sun"), ("mo", "mon")]
    {
        let lines = told("{ mon =", &format!("{{ {day} ="));
        assert!(lines[0].ends_with(&format!("unknown field \"{day}\". Write {meant}.")), "{lines:?}");
    }
    for (zone, remedy) in [
        ("Rome", "Did you mean \"Europe/Rome\"?"),
        ("Europe/Italy", "Did you mean \"Europe/Rome\"?"),
        ("GMT+1", "Write the name of a city's zone, such as \"Europe/Rome\": it knows summer time."),
    ] {
        assert!(told("Europe/Rome", zone)[0].ends_with(remedy), "{zone}: {:?}", told("Europe/Rome", zone));
    }
    assert!(!told("minutes = 15", "note = 15")[0].contains("Did you mean"));
}

#[test]
fn many_mistakes_are_told_at_once_in_the_order_of_lines() {
    let spoilt = SMALL
        .replace("Europe/Rome", "Mars/Base")
        .replace("letter = \"H\"", "letter = 5")
        .replace("minutes = 15", "minute = 15")
        .replace("number = 1", "number = 1000")
        .replace("stethoscope", "unicorn");
    let mistakes = read(&spoilt).expect_err("five mistakes");
    let lines: Vec<usize> = mistakes.iter().map(|mistake| mistake.line).collect();
    assert_eq!(lines, [2, 8, 16, 19, 27], "{mistakes:#?}");
    for mistake in &mistakes {
        assert!(!mistake.remedy.is_empty() && !mistake.problem.is_empty(), "{mistake}");
    }
}

#[test]
fn a_mistake_that_only_follows_from_another_is_not_told() {
    // The desk's service is mistyped; that the right one has no desk then is not news.
    let lines = told("services = [\"asl.card\"]\nlanguages", "services = [\"asl.crad\"]\nlanguages");
    assert_eq!(lines.len(), 1, "{lines:?}");
    // Without desks no service has one.
    let desks = SMALL.find("[[desks]]").expect("there are desks");
    let needs = SMALL.find("[[needs]]").expect("there are needs");
    let mistakes = read(&[&SMALL[..desks], &SMALL[needs..]].concat()).expect_err("no desks");
    assert_eq!(mistakes.len(), 1, "{mistakes:#?}");
    assert_eq!(mistakes[0].field, "desks");
    // A list that holds something else than tables can't be trusted by position.
    let lines = told("[[needs]]\ncode = \"health\"", "needs = [1]\n[unknown]\ncode = \"health\"");
    assert!(!lines.is_empty());
}

#[test]
fn a_third_level_and_an_eleventh_need_do_not_fit_the_glass() {
    let third = format!(
        "{SMALL}\n[[needs.needs]]\ncode = \"deep\"\nlabel = {{ it = \"x\" }}\n[[needs.needs.needs]]\ncode = \"deeper\"\nlabel = {{ it = \"x\" }}\nservices = [\"asl.card\"]\n"
    );
    let mistakes = read(&third).expect_err("three levels");
    assert_eq!(mistakes.len(), 1, "{mistakes:#?}");
    assert!(mistakes[0].to_string().contains("third level"), "{}", mistakes[0]);

    let mut eleven = SMALL.to_owned();
    for extra in 1..=10 {
        let _ = write!(
            eleven,
            "\n[[needs]]\ncode = \"n{extra}\"\nlabel = {{ it = \"x\" }}\npictogram = \"house\"\ncolour = \"#000000\"\nservices = [\"asl.card\"]\n"
        );
    }
    let mistakes = read(&eleven).expect_err("eleven needs");
    assert_eq!(mistakes.len(), 1, "{mistakes:#?}");
    assert!(mistakes[0].to_string().contains("more than 10"), "{}", mistakes[0]);
}

#[test]
fn any_bytes_give_an_answer() {
    let mut cases: Vec<Vec<u8>> = vec![
        Vec::new(),
        b"\0".to_vec(),
        b"\xff\xfe[\0".to_vec(),
        b"name = \"\xc3\x28\"".to_vec(),
        "name = \"\u{202E}x\"".into(),
        "\u{FEFF}\u{FEFF}".into(),
        "[".repeat(100_000).into(),
        "a.".repeat(50_000).into(),
        "[[needs]]\n".repeat(20_000).into(),
        "x = {".repeat(10_000).into(),
        "needs = [[[[[1]]]]]\ndesks = {}\nservices = \"\"\ninstitutions = 1.5\nlanguages = 1979-05-27".into(),
        vec![b'a'; 10_000_000],
        SMALL.replace("services = [\"asl.card\"]", &format!("services = [{}]", "\"asl.crd\",".repeat(45_000))).into(),
        SMALL.replace("bring = [", &format!("bring = [{}", "{ it = \"\" }, ".repeat(60_000))).into(),
        format!("needs = [{}]", format!("{{ needs = [{}] }},", "{ pictogram = \"x\" },".repeat(150)).repeat(300))
            .into(),
        "\u{1}=\u{1}\n".repeat(200_000).into(),
    ];
    cases.extend((0..SMALL.len()).step_by(7).map(|length| SMALL.as_bytes()[..length].to_vec()));
    for bytes in &cases {
        let mistakes = catalogue::read_bytes(bytes, "site.toml", &known()).expect_err("no such thing is a site");
        assert!((1..=200).contains(&mistakes.len()), "{} mistakes", mistakes.len());
        for mistake in &mistakes {
            let line = mistake.to_string();
            assert!(!line.chars().any(|c| c.is_control() || c == '\u{202E}'), "{line:?} would disturb a terminal");
            assert!(line.len() < 1_000, "{line}");
        }
    }
}

proptest! {
    /// A site file with random text in it.
    #[test]
    fn no_edit_of_a_site_file_makes_it_panic(from in 0..SMALL.len(), length in 0..40_usize, typed in "\\PC{0,12}|[\\[\\]{}=\"'#.,\n\u{0}-\u{1f}]{0,8}") {
        let (before, rest) = SMALL.split_at(from);
        let text = [before, &typed, rest.get(length..).unwrap_or("")].concat();
        if let Err(mistakes) = read(&text) {
            prop_assert!(!mistakes.is_empty());
            for mistake in mistakes {
                prop_assert!((1..=text.lines().count() + 1).contains(&mistake.line), "{}", mistake);
                prop_assert!(!mistake.to_string().contains(char::is_control), "{:?}", mistake);
            }
        }
    }
}

#[test]
fn an_editor_may_begin_the_file_with_its_mark() {
    let site = catalogue::read_bytes(format!("\u{FEFF}{SMALL}").as_bytes(), "site.toml", &known());
    assert!(site.is_ok(), "{site:?}");
    let windows = read(&SMALL.replace('\n', "\r\n"));
    assert!(windows.is_ok(), "{windows:?}");
}

#[test]
fn a_file_that_cannot_be_read_is_told_in_one_line() {
    for path in ["/nowhere/site.toml", "/", "/dev/zero"] {
        let mistakes = catalogue::open(path.as_ref(), &known()).expect_err("no site file");
        assert_eq!(mistakes.len(), 1, "{mistakes:?}");
        assert!(mistakes[0].to_string().starts_with(path), "{}", mistakes[0]);
    }
}
