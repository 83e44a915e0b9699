//! Site files: what is read, and that any bytes get an answer.

use proptest::prelude::{prop_assert, proptest};
use sportello::catalogue::{self, FileMistake, Known};
use sportello::domain::Site;
use sportello::locale::Locales;
use sportello::pictogram;

/// A small valid site. Each test breaks one line of it.
pub const SMALL: &str = r##"name = { it = "Casa", en = "House" }
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
pub fn told(from: &str, to: &str) -> Vec<String> {
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
    let shared = read(&SMALL.replace("time_zone", "shared_desks = true\ntime_zone"));
    assert!(shared.is_ok_and(|site| site.shares_desks()));
    assert!(told("time_zone", "shared_desks = \"yes\"\ntime_zone")[0].contains("shared_desks"));
    let welcome = told("time_zone", "welcome_desk = 9\ntime_zone");
    assert!(welcome[0].contains("unknown desk \"9\". There are: 1."), "{welcome:?}");
}

#[test]
fn how_long_staff_may_be_idle_is_read() {
    let minutes = |text: &str| read(text).map(|site| site.idle_minutes());
    assert_eq!(minutes(SMALL), Ok(60));
    assert_eq!(minutes(&SMALL.replace("time_zone", "idle_minutes = 30\ntime_zone")), Ok(30));
    for wrong in ["0", "4", "721", "-1", "\"an hour\""] {
        let said = told("time_zone", &format!("idle_minutes = {wrong}\ntime_zone"));
        assert!(said[0].contains("idle_minutes"), "{wrong}: {said:?}");
    }
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
