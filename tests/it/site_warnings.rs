//! What `check` understood of a site, and its warnings: what is allowed and seldom meant.

use crate::site_file::read;
use jiff::civil::date;
use sportello::catalogue;

/// Two institutions, nothing to warn of.
const SITE: &str = r##"name = { it = "Casa" }
time_zone = "Europe/Rome"
languages = ["it", "ar"]
holidays = ["2026-12-08", "2026-12-25"]

[[institutions]]
code = "asl"
name = "ASL"
letter = "H"
colour = "#006B3C"
presence = { mon = ["8:30-12:30", "14:00-16:00"], tue = ["8:30-12:30", "14:00-16:00"], sat = ["20:00-24:00"] }

[[institutions]]
code = "cpi"
name = "Centro per l'impiego"
letter = "L"
colour = "#0033A0"
presence = "always"

[[services]]
code = "asl.card"
institution = "asl"
label = { it = "Tessera" }

[[services]]
code = "cpi.offers"
institution = "cpi"
label = { it = "Offerte" }

[[desks]]
number = 1
room = { it = "piano terra" }
services = ["asl.card", "cpi.offers"]
languages = ["it"]

[[needs]]
code = "health"
label = { it = "Salute" }
pictogram = "stethoscope"
colour = "#006B3C"
services = ["asl.card"]

[[needs]]
code = "work"
label = { it = "Lavoro" }
pictogram = "briefcase"
colour = "#0033A0"
services = ["cpi.offers"]
"##;

const TODAY: jiff::civil::Date = date(2026, 11, 28);

fn warnings(site: &str) -> Vec<String> {
    let site = read(site).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    catalogue::warnings(&site, TODAY)
}

#[test]
fn the_week_is_told_in_words_with_letters_and_the_next_closed_day() {
    let site = read(SITE).expect("a sound site");
    let summary = catalogue::summary(&site, TODAY);
    let lines: Vec<&str> = summary.lines().filter(|line| line.starts_with("  ")).collect();
    let expected = [
        "  H asl: Mon-Tue 8:30-12:30, 14:00-16:00; Sat 20:00-24:00; next closed on Tue 8 December 2026",
        "  L cpi: always; next closed on Tue 8 December 2026",
    ];
    assert_eq!(lines, expected);
    assert_eq!(warnings(SITE), Vec::<String>::new());
}

/// The site with these hours of the house.
fn with_doors(doors: &str) -> String {
    SITE.replacen("[[institutions]]", &format!("[doors]\n{doors}\n\n[[institutions]]"), 1)
}

#[test]
fn what_is_never_open_is_warned_of() {
    let open = r#"hours = { mon = ["8:00-20:00"], tue = ["8:00-20:00"], sat = ["8:00-24:00"] }"#;
    assert_eq!(warnings(&with_doors(open)), Vec::<String>::new());
    let shut_out = "institutions[asl].presence: none of its hours of the next 92 days are within those of the house: it \
                    is never here";
    let afternoons = r#"hours = { mon = ["17:00-20:00"], wed = ["8:00-20:00"] }"#;
    assert_eq!(warnings(&with_doors(afternoons)), [shut_out]);
    let second_desk = "[[needs]]\ncode = \"health\"";
    let second =
        "[[desks]]\nnumber = 2\nroom = { it = \"su\" }\nservices = [\"asl.card\"]\n\n[[needs]]\ncode = \"health\"";
    let site = with_doors(afternoons).replacen(second_desk, second, 1);
    assert_eq!(warnings(&site), [shut_out, "desks[2].services: none of their institutions is ever here"]);
    let never = "doors.hours: the house is never open, so no numbers are given";
    assert_eq!(warnings(&with_doors("hours = {}")), [never]);
    let overlapping = open.replace(r#"tue = ["8:00-20:00"]"#, r#"tue = ["8:00-20:00", "19:00-21:00"]"#);
    let overlap = "doors.hours: hours of Tue overlap: write them as one stretch";
    assert_eq!(warnings(&with_doors(&overlapping)), [overlap]);
    let past = format!("{open}\nexcept = {{ \"2025-12-24\" = [] }}");
    let warning = "doors.except: 1 of its dates are past: take them out, or correct the year";
    assert_eq!(warnings(&with_doors(&past)), [warning]);
}

#[test]
fn a_need_whose_institutions_are_never_here_together_is_warned_of() {
    let both = SITE.replacen(r#"services = ["asl.card"]"#, r#"services = ["asl.card", "cpi.offers"]"#, 1);
    assert_eq!(warnings(&both), Vec::<String>::new());
    let sundays = both.replacen(r#"presence = "always""#, r#"presence = { sun = ["8:00-20:00"] }"#, 1);
    let warning =
        "needs[health].services: their institutions are never here on the same day, so no numbers are given for it";
    assert_eq!(warnings(&sundays), [warning]);
}

#[test]
fn every_way_to_write_the_machine_itself_is_warned_of() {
    let named = |url: &str| SITE.replacen("holidays", &format!("public_url = \"{url}\"\nholidays"), 1);
    for url in
        ["http://localhost:8080", "http://LOCALHOST", "http://127.0.0.1", "http://[::1]:80", "http://0.0.0.0:8080"]
    {
        let warning = format!("public_url: phones can't reach {url}, an address of this machine alone");
        assert_eq!(warnings(&named(url)), [warning]);
    }
    for url in ["http://127.example.org", "http://localhost-desk.example.org", "http://192.168.1.10:8080"] {
        assert_eq!(warnings(&named(url)), Vec::<String>::new(), "{url}");
    }
}

/// Each row: what is replaced, by what, and the one warning.
#[test]
fn what_is_allowed_and_seldom_meant_is_warned_of() {
    let stories = [
        (
            r#"letter = "L""#,
            r#"letter = "H""#,
            "the letter H is shared by asl, cpi: their numbers mix, and the board shows them together",
        ),
        (
            r#""14:00-16:00"], sat"#,
            r#""12:00-16:00"], sat"#,
            "institutions[asl].presence: hours of Tue overlap: write them as one stretch",
        ),
        (
            "20:00-24:00",
            "20:00-3:00\"], sun = [\"2:00-4:00",
            "institutions[asl].presence: hours of Sat overlap: write them as one stretch",
        ),
        ("2026-12-08", "2025-12-08", "holidays: 1 of 2 are past: take them out, or correct the year"),
        ("2026-12-08", "2026-12-25", "holidays: Fri 25 December 2026 is there twice"),
        (r#"institution = "cpi""#, r#"institution = "asl""#, "institutions[cpi]: it has no service"),
        (
            r#"services = ["cpi.offers"]"#,
            r#"services = ["asl.card"]"#,
            "services[cpi.offers]: no need leads to it: visitors can't choose it, only desks hand on to it",
        ),
        (
            r#"languages = ["it"]"#,
            r#"languages = ["it", "fr"]"#,
            "desks[1].languages: fr is spoken there, and visitors can't choose it",
        ),
        ("Lavoro", "salute", r#"needs[health] and needs[work] are both called "Salute" on one page"#),
        (
            r#"presence = "always""#,
            "presence = {}",
            "institutions[cpi].presence: it is never here, so no numbers are given for it",
        ),
        ("Offerte", "Offer\u{200B}te", r#""Offerte" contains the invisible character U+200B: type it again"#),
        (
            "#0033A0\"\npresence",
            "#00683A\"\npresence",
            "institutions[asl] and institutions[cpi] have colours that look the same",
        ),
        (
            "languages = [\"it\", \"ar\"]",
            "languages = [\"it\"]\npublic_url = \"http://127.0.0.1:8080\"",
            "public_url: phones can't reach http://127.0.0.1:8080, an address of this machine alone",
        ),
        (
            r#"presence = "always""#,
            "presence = \"always\"\nexcept = { \"2025-12-24\" = [] }",
            "institutions[cpi].except: 1 of its dates are past: take them out, or correct the year",
        ),
    ];
    for (from, to, warning) in stories {
        assert!(SITE.contains(from), "{from:?} is not in the site");
        assert_eq!(warnings(&SITE.replacen(from, to, 1)), [warning]);
    }
}
