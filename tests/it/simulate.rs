//! `sportello simulate` and `sportello export tally`, as a manager uses them: the real program, its figures, its files.

use sportello::domain::Tally;
use sportello::domain::tally::HourBand;
use sportello::domain::tally::taps::{FirstVisit, Gender, Status, Tap, Taps};
use sportello::journal::{DataFolder, Journal, SqliteJournal};
use std::fs;
use std::process::{Command, Output};

fn sportello(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sportello")).args(arguments).output().expect("the program")
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_day_on_the_demo_site_is_simulated_the_same_for_the_same_seed() {
    let folder = tempfile::tempdir().unwrap();
    let csv = folder.path().join("day.csv");
    let first = said(&sportello(&["simulate", "--seed", "7", "--csv", csv.to_str().unwrap()]));
    assert_eq!(first, said(&sportello(&["simulate", "--seed", "7"])));
    assert_ne!(first, said(&sportello(&["simulate", "--seed", "8"])));
    for told in [
        "120 visitors",
        "0 bounds broken",
        "p50 min",
        "p90 min",
        "in language",
        "desks idle",
        "class",
        "ti ",
        " served",
        "desk       13",
    ] {
        assert!(first.contains(told), "{told:?} is not in:\n{first}");
    }
    let table = fs::read_to_string(csv).unwrap();
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("kind,name,calls,wait_p50_min,wait_p90_min,share_in_language"));
    assert!(lines.clone().all(|line| line.split(',').count() == 6), "{table}");
    for row in [
        "day,served,",
        "idle-minutes,13,",
        "broken-bound,idle-desk,0,",
        "broken-bound,passed-over,0,",
        "broken-bound,in-a-row,0,",
    ] {
        assert!(table.lines().any(|line| line.starts_with(row)), "{row} is not in:\n{table}");
    }
    let all = lines.find_map(|line| line.strip_prefix("all,,")).expect("a line for all");
    let calls: usize = all.split(',').next().unwrap().parse().unwrap();
    assert!(calls > 100, "{table}");
}

#[test]
fn two_site_files_are_put_side_by_side_and_what_is_wrong_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let demo = sportello::catalogue::DEMO;
    let other = folder.path().join("other.toml");
    fs::write(&other, demo.replace("language_minutes = 10", "language_minutes = 0")).unwrap();
    let site = folder.path().join("site.toml");
    fs::write(&site, demo).unwrap();
    let (site, other) = (site.to_str().unwrap(), other.to_str().unwrap());
    let text = said(&sportello(&["simulate", "--site", site, "--compare", other, "--seed", "3"]));
    let line = text.lines().find(|line| line.starts_with("visitors")).expect("a line about visitors");
    assert!(line.contains("120 |") && line.ends_with("120"), "{text}");
    assert!(text.lines().filter(|line| line.contains('|')).count() > 20, "{text}");
    fs::write(other, "name = 3").unwrap();
    let wrong = sportello(&["simulate", "--site", site, "--compare", other]);
    assert_eq!(wrong.status.code(), Some(1));
    let nobody = sportello(&["simulate", "--visitors", "0"]);
    assert_eq!(nobody.status.code(), Some(2));
}

#[test]
fn the_tally_of_whole_weeks_is_exported_without_what_is_about_too_few() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap().to_owned();
    let out = folder.path().join("tally.csv");
    let export = |data: &str| sportello(&["export", "tally", "--out", out.to_str().unwrap(), "--data", data]);
    assert_eq!(export(&data).status.code(), Some(1), "there are no data yet");

    // A busy week and a quiet one, as the night leaves them.
    let mut journal = SqliteJournal::open(&DataFolder::database(folder.path())).unwrap();
    let service = |code: &str| sportello::domain::ServiceCode::parse(code).unwrap();
    let day = |date: jiff::civil::Date, counts: &[(&str, u32)]| {
        let mut tally = Tally::empty(date);
        for (language, count) in counts {
            tally.languages.insert((service("asl.card"), crate::world::tag(language)), *count);
        }
        let flow = tally.hours.entry((service("asl.card"), HourBand::of_hour(10))).or_default();
        flow.issued = counts.iter().map(|(_, count)| count).sum();
        tally.steps = [(1, flow.issued), (2, 7), (4, 5)].into();
        tally
    };
    let tallies = [
        day(jiff::civil::date(2026, 11, 2), &[("it", 12), ("ar", 9), ("ti", 1)]),
        day(jiff::civil::date(2026, 11, 3), &[("it", 8), ("ar", 6), ("ti", 2)]),
        day(jiff::civil::date(2026, 11, 9), &[("it", 29)]),
        // As far in the future as this program will run: a week that is not over.
        day(jiff::civil::date(2990, 1, 1), &[("it", 50)]),
    ];
    journal.forget_before(sportello::domain::Sequence(1), &tallies).unwrap();
    for (tap, times) in [
        (Tap::Gender(Gender::Woman), 16),
        (Tap::Gender(Gender::Man), 14),
        (Tap::FirstVisit(FirstVisit::Yes), 29),
        (Tap::Status(Status::Asylum), 40),
        (Tap::Status(Status::Permit), 30),
        (Tap::Status(Status::Citizen), 12),
    ] {
        let mut taps = Taps::of_week(jiff::civil::date(2026, 11, 5));
        taps.add(tap, times);
        journal.add_taps(&taps).unwrap();
    }
    let mut to_come = Taps::of_week(jiff::civil::date(2990, 1, 1));
    to_come.add(Tap::Gender(Gender::Woman), 50);
    journal.add_taps(&to_come).unwrap();
    // A second day of the same date is added.
    journal
        .forget_before(sportello::domain::Sequence(1), &[day(jiff::civil::date(2026, 11, 3), &[("ti", 1)])])
        .unwrap();
    drop(journal);

    said(&export(&data));
    let table = fs::read_to_string(&out).unwrap();
    let row = |key: &str| table.lines().find(|line| line.contains(key)).unwrap_or_default().to_owned();
    assert_eq!(row("issued-by-language,asl.card,it"), "2026-11-02,issued-by-language,asl.card,it,20");
    assert_eq!(row("issued-by-language,asl.card,ti"), "2026-11-02,issued-by-language,asl.card,ti,few or hidden");
    assert_eq!(
        row("issued-by-language,asl.card,ar"),
        "2026-11-02,issued-by-language,asl.card,ar,few or hidden",
        "else the sum would tell"
    );
    assert!(!table.contains("2026-11-09"), "29 tickets are too few for a week of its own:\n{table}");
    assert!(!table.contains("2990"), "{table}");
    assert!(row("issued-by-hours,asl.card,10-12").ends_with(",39"), "{table}");
    assert_eq!(row("served-by-steps,,1,"), "2026-11-02,served-by-steps,,1,39");
    assert_eq!(row("served-by-steps,,2,"), "2026-11-02,served-by-steps,,2,21");
    assert_eq!(row("served-by-steps,,3,"), "2026-11-02,served-by-steps,,3,few or hidden", "nobody is few");
    assert_eq!(row("served-by-steps,,4,"), "2026-11-02,served-by-steps,,4,few or hidden", "else the sum would tell");
    assert_eq!(row("tap-status,,asylum,"), "2026-11-02,tap-status,,asylum,40");
    assert_eq!(row("tap-status,,protection,"), "2026-11-02,tap-status,,protection,few or hidden");
    assert_eq!(row("tap-status,,citizen,"), "2026-11-02,tap-status,,citizen,few or hidden");
    assert_eq!(row("tap-gender,,woman,"), "2026-11-02,tap-gender,,woman,16");
    let told = |topic: &str| table.lines().filter(|line| line.contains(topic)).count();
    assert_eq!((told("tap-gender"), told("tap-first-visit"), told("tap-age")), (3, 0, 0), "29 answers are too few");
}
