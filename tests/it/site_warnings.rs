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
