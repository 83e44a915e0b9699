//! A manager's own day: the plan file of `sportello simulate`, through the real program, valid and with mistakes.

use crate::world::demo_site;
use sportello::sim::{Plan, simulate as simulated};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn simulate(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sportello")).arg("simulate").args(arguments).output().expect("the program")
}

fn said(arguments: &[&str]) -> String {
    let output = simulate(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Writes a plan to a file and runs it.
fn with_plan(folder: &Path, plan: &str, more: &[&str]) -> Output {
    let file = folder.join("plan.toml");
    fs::write(&file, plan).unwrap();
    simulate(&[&["--plan", file.to_str().unwrap()], more].concat())
}

/// The CSV of a plan's day.
fn csv_of(folder: &Path, plan: &str, more: &[&str]) -> Vec<(String, String, f64)> {
    let csv = folder.join("day.csv");
    let output = with_plan(folder, plan, &[&["--csv", csv.to_str().unwrap()], more].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let table = fs::read_to_string(csv).unwrap();
    let rows = table.lines().skip(1).map(|line| {
        let mut cells = line.split(',').map(str::to_owned);
        (cells.next().unwrap(), cells.next().unwrap(), cells.next().unwrap().parse().unwrap())
    });
    rows.collect()
}

fn names<'r>(rows: &'r [(String, String, f64)], kind: &str) -> Vec<&'r str> {
    rows.iter().filter(|row| row.0 == kind).map(|row| row.1.as_str()).collect()
}

fn figure(rows: &[(String, String, f64)], kind: &str, name: &str) -> f64 {
    rows.iter().find(|row| row.0 == kind && row.1 == name).unwrap_or_else(|| panic!("{kind} {name}: {rows:?}")).2
}

#[test]
fn the_printed_plan_is_the_usual_day_and_so_is_an_empty_one() {
    let folder = tempfile::tempdir().unwrap();
    let usual = said(&["--seed", "9"]);
    let printed = said(&["--print-plan"]);
    let read = |plan: &str| {
        let output = with_plan(folder.path(), plan, &["--seed", "9"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert_eq!(read(&printed), usual);
    assert_eq!(read(""), usual);
    // The hours of desks stand there as comments: they depend on the date.
    let with_hours: String = printed.lines().map(|line| format!("{}\n", uncommented(line))).collect();
    assert_ne!(with_hours, printed);
    assert_eq!(read(&with_hours), usual);
    for part in ["visitors = 120", "[arrivals]", "[languages]", "[needs]", "\"permit.renew\" = 1 # ", "[desks]"] {
        assert!(printed.contains(part), "{part:?} is not in:\n{printed}");
    }
}

fn uncommented(line: &str) -> &str {
    let is_desk = line.starts_with("# ") && line.ends_with(']');
    if is_desk { &line[2..] } else { line }
}

#[test]
fn who_comes_and_who_sits_where_is_as_the_plan_says() {
    let folder = tempfile::tempdir().unwrap();
    let plan = r#"
        visitors = 60
        several_needs = { two = 0, three = 0 }
        priority = 0
        no_show = 0
        [arrivals]
        9 = 2
        "10:30" = 1
        [languages]
        it = 1
        ti = 3
        [needs]
        "permit.renew" = 5
        health.ssn = 5 # without quotes it is understood as well
        [desks]
        1 = []
        7 = ["9:00-12:00", "12:00-14:30"]
    "#;
    let rows = csv_of(folder.path(), plan, &[]);
    assert_eq!(figure(&rows, "day", "visitors"), 60.0);
    assert_eq!(figure(&rows, "day", "no-shows"), 0.0);
    assert_eq!(names(&rows, "language"), ["it", "ti"]);
    assert_eq!(names(&rows, "class"), ["standard"]);
    assert!(names(&rows, "service").len() <= 3, "{rows:?}");
    let open = names(&rows, "open-minutes");
    assert!(!open.contains(&"1") && open.len() == 12, "desk 1 stays closed: {open:?}");
    let minutes = figure(&rows, "open-minutes", "7");
    assert!((330.0..=400.0).contains(&minutes), "five hours and a half, and the last visit is finished: {minutes}");
    let all = ["served", "turned-away", "no-shows", "unserved"].map(|name| figure(&rows, "day", name));
    assert_eq!(all.iter().sum::<f64>(), 60.0, "everybody is somewhere: {all:?}");
    for bound in ["idle-desk", "passed-over", "in-a-row"] {
        assert_eq!(figure(&rows, "broken-bound", bound), 0.0);
    }
    // What is said at the terminal comes before what stands in the file.
    assert_eq!(figure(&csv_of(folder.path(), plan, &["--visitors", "30"]), "day", "visitors"), 30.0);
}

#[test]
fn nobody_is_called_after_a_desks_hours_and_a_lunch_break_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let desks: String = (1..=13).map(|desk| format!("{desk} = [\"9:00-11:00\", \"12:00-13:00\"]\n")).collect();
    let rows = csv_of(folder.path(), &format!("visitors = 400\n[desks]\n{desks}"), &[]);
    for desk in names(&rows, "open-minutes") {
        let minutes = figure(&rows, "open-minutes", desk);
        assert!((180.0..400.0).contains(&minutes), "desk {desk} was open for {minutes} minutes of 180");
    }
    assert!(figure(&rows, "day", "unserved") > 50.0, "{rows:?}");
    assert_eq!(figure(&rows, "day", "broken-bounds"), 0.0);
}

#[test]
fn the_order_of_lines_in_a_plan_means_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let one = with_plan(folder.path(), "[languages]\nit = 5\nar = 3\nen = 1\n[arrivals]\n9 = 1\n10 = 2\n", &[]);
    let other = with_plan(folder.path(), "[arrivals]\n10 = 4\n9 = 2\n[languages]\nen = 2\nar = 6\nit = 10\n", &[]);
    assert!(one.status.success());
    assert_eq!(one.stdout, other.stdout);
}

#[test]
fn the_same_site_plan_and_seed_give_the_same_day_to_the_millisecond() {
    let plan = Plan::usual(jiff::civil::date(2026, 11, 24), 150);
    let day = |seed: u64| {
        let mut entries = Vec::new();
        simulated(&demo_site(), &plan, seed, |_, entry| entries.push((entry.at.as_millisecond(), entry.clone())));
        entries
    };
    assert_eq!(day(4), day(4));
    assert_ne!(day(4), day(5));
    // The program again and again, as two processes: every figure it can tell.
    let folder = tempfile::tempdir().unwrap();
    let text = "visitors = 150\n[languages]\nit = 3\nti = 1\n[desks]\n2 = [\"9:00-13:00\"]\n";
    let figures = || csv_of(folder.path(), text, &["--seed", "4"]);
    assert_eq!(figures(), figures());
}

#[test]
fn every_mistake_in_a_plan_is_told_at_once_with_its_line_and_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let plan = r#"visitor = 80
visitors = 0
priority = 1.5
no_show = "few"
several_needs = { two = 0.7, three = 0.6 }
spread = -1
[arrivals]
25 = 3
"9:15" = 2
10 = -4
[languages]
it = 1
tii = 3
[needs]
"permit.renw" = 1
permit = 1
"care.violence" = 1
[desks]
99 = ["9:00-13:00"]
1 = ["13:00-9:00"]
2 = ["9:00-13:00", "12:00-14:00"]
3 = "9-13"
"#;
    let output = with_plan(folder.path(), plan, &[]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let expected = [
        r#":1:1: unknown field "visitor". Did you mean "visitors"?"#,
        ":2:12: visitors: is the number 0, not a whole number from 1 to 5000. Write a whole number from 1 to 5000",
        ":3:12: priority: is the number 1.5, not a number from 0 to 1. Write a number from 0 to 1",
        r#":4:11: no_show: is the text "few", not a number from 0 to 1."#,
        ":5:17: several_needs: adds up to more than all visitors. Let two and three add up to 1 at most.",
        ":6:10: spread: is the number -1, not a number from 0 to 2.",
        r#":8:6: arrivals.25: "25" is not an hour. Write an hour from 0 to 23"#,
        r#":9:10: arrivals."9:15": "9:15" is not an hour."#,
        ":10:6: arrivals.10: is the number -4, not a number from 0 to 1000000.",
        r#":13:7: languages.tii: the site does not speak "tii". The site speaks: it, en,"#,
        r#":15:17: needs.permit.renw: unknown need "permit.renw". Did you mean "permit.renew"?"#,
        r#":16:10: needs.permit: "permit" is a menu. Write what is chosen in it. There are: permit.asylum,"#,
        r#":17:19: needs.care.violence: "care.violence" leads straight to a person. Take it out"#,
        r#":19:6: desks.99: unknown desk "99". The site has: 1, 2, 3,"#,
        ":20:6: desks.1: ends before it begins. Write the earlier time first.",
        ":21:5: desks.2: has hours that overlap.",
        r#":22:5: desks.3: is the text "9-13", not a list. Write a list of hours"#,
    ];
    for line in expected {
        assert!(told.contains(line), "{line}\nis not in:\n{told}");
    }
    assert!(told.contains(&format!("has {} mistakes", expected.len())), "{told}");
    assert_eq!(told.matches("plan.toml:").count(), expected.len(), "the file's name is in every line:\n{told}");
}

#[test]
fn what_is_no_plan_at_all_is_told_too() {
    let folder = tempfile::tempdir().unwrap();
    let told = |plan: &str| {
        let output = with_plan(folder.path(), plan, &[]);
        assert_eq!(output.status.code(), Some(1), "{plan}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(
        told("[languages]\nit = 0\n").contains("languages: has nothing above 0. Write at least one number above 0")
    );
    assert!(told("[languages]\n").contains(":1:1: languages: has nothing above 0"));
    let broken = told("visitors = \nvisitor = 3\n[languages]\nit = \n");
    assert!(broken.contains(":1:") && broken.contains(":4:"), "{broken}");
    assert!(broken.contains("unknown field \"visitor\""), "{broken}");
    assert!(!broken.contains("nothing above"), "no echo of what the parser has lost:\n{broken}");
    assert!(told("priority = nan").contains("not a number from 0 to 1"));
    let nowhere = simulate(&["--plan", "nowhere.toml"]);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&nowhere.stderr).contains("Give the path of a file that this user may read."));
    let both = simulate(&["--print-plan", "--plan", "nowhere.toml"]);
    assert_eq!(both.status.code(), Some(2), "a plan is read or written");
}

#[test]
fn a_plan_must_fit_both_sites_that_are_compared() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.toml");
    let demo = sportello::catalogue::DEMO;
    fs::write(&other, demo.replace("\"ur\", \"zh-Hans\"]", "\"ur\"]")).unwrap();
    let compare = ["--compare", other.to_str().unwrap()];
    let refused = with_plan(folder.path(), "[languages]\nzh-Hans = 1\n", &compare);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("the site does not speak \"zh-Hans\""));
    let output = with_plan(folder.path(), "visitors = 70\n[languages]\nit = 1\nar = 1\n[desks]\n4 = []\n", &compare);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let row =
        |name: &str| text.lines().find(|line| line.trim_start().starts_with(name)).unwrap_or_else(|| panic!("{text}"));
    for name in
        ["served", "passed over too often", "left waiting beside", "too many in a row", "idle minutes at desk 5"]
    {
        assert_eq!(row(name).matches('|').count(), 1, "{text}");
    }
    assert!(!text.contains("at desk 4 "), "{text}");
}
