//! Site files: the messages for mistakes, each with its line and its remedy.

use crate::site_file::{SMALL, read, told};
use std::fmt::Write;

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
