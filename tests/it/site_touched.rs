//! A changed site file while people are in the house: `check --data` says whom it would touch, and after the restart
//! each of them is reached.

use crate::server::{BINARY, Client, text};
use crate::site_kept::{CENTRE, House};
use serde_json::{Value, json};
use std::process::Command;

/// The centre with a second desk that does both services too.
fn with_two_desks() -> String {
    CENTRE.replace("[[needs]]\ncode = \"work\"", "[[desks]]\nnumber = 2\nroom = { it = \"primo piano\" }\nservices = [\"cpi.offers\", \"cpi.papers\"]\n\n[[needs]]\ncode = \"work\"")
}

/// The same without the offers, their need, the second desk and Arabic.
fn without_the_offers() -> String {
    let mut site =
        CENTRE.replace("languages = [\"it\", \"ar\"]", "languages = [\"it\"]").replace("\"cpi.offers\", ", "");
    for entry in [
        "[[services]]\ncode = \"cpi.offers\"\ninstitution = \"cpi\"\nlabel = { it = \"Offerte\" }\n",
        "[[needs]]\ncode = \"work\"\nlabel = { it = \"Lavoro\" }\npictogram = \"briefcase\"\ncolour = \"#006B3C\"\nservices = [\"cpi.offers\"]\n",
    ] {
        assert!(site.contains(entry));
        site = site.replace(entry, "");
    }
    site
}

/// The journal as it is in the early morning: the day that is open is yesterday's.
fn make_it_yesterday(house: &House) {
    let sql = "UPDATE entry SET at = at - 86400000, event = json_set(event,
                   '$.date', date(event ->> 'date', '-1 day'), '$.anchor', date(event ->> 'anchor', '-1 day'))
               WHERE kind = 'day-opened'";
    let database = sportello::journal::DataFolder::database(house.data.path());
    assert_eq!(rusqlite::Connection::open(database).unwrap().execute(sql, []).unwrap(), 1);
}

#[test]
fn before_the_day_begins_those_who_go_over_and_the_appointments_of_today_are_looked_at() {
    let house = House::new();
    let server = house.start();
    let tomorrow = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(20);
    let booked = json!({"service": "cpi.offers", "at": tomorrow.to_string()});
    ok(Client::clerk(&server).post("/api/v1/appointments", &booked, None).unwrap());
    ok(Client::device(&server, &house.data).take_ticket("work", None).unwrap());
    assert!(server.end());
    make_it_yesterday(&house);
    house.write(&without_the_offers());
    let (code, report, errors) = said(&house, &["--data", text(house.data.path())]);
    assert_eq!(code, Some(0), "{errors}");
    assert!(report.contains("today: 1 visitors are in the house (1 waiting)"), "this house never shuts: {report}");
    assert!(report.contains("services[cpi.offers] \"Offerte\": who has an appointment"), "{report}");
}

/// What the report says of it.
const REPORT: [&str; 6] = [
    "today: 5 visitors are in the house (2 waiting, 1 called, 1 at a desk, 1 put aside)",
    "no desk would do services[cpi.offers] \"Offerte\":",
    "they will stand in the list without a place",
    "desks[2] would be gone: 1 at a desk there; they go back to the queue",
    "needs[work] \"Lavoro\" would be gone:",
    "the language ar would be gone:",
];

fn said(house: &House, more: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(BINARY).args(["check", text(&house.file)]).args(more).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

fn ok((status, answer): (u16, Value)) -> Value {
    assert!((200..300).contains(&status), "{status} {answer}");
    answer
}

#[test]
fn a_service_a_desk_and_a_language_are_gone_and_each_visitor_is_still_reached() {
    let house = House::new();
    house.write(&with_two_desks());
    let server = house.start();
    let (device, clerk) = (Client::device(&server, &house.data), Client::clerk(&server));
    let post = |path: &str, body: &Value| ok(clerk.post(path, body, None).unwrap());
    // One is served at desk 2, one is called to desk 1, one is parked, two wait; all for the offers.
    let tickets: Vec<Value> = (0..5).map(|_| ok(device.take_ticket("work", None).unwrap())).collect();
    for desk in [2, 1] {
        post(&format!("/api/v1/desks/{desk}/open"), &json!({"languages": ["it", "ar"]}));
    }
    for verb in ["call-next", "start", "park", "call-next", "start"] {
        post(&format!("/api/v1/desks/2/{verb}"), &json!({}));
    }
    post("/api/v1/desks/1/call-next", &json!({}));

    house.write(&without_the_offers());
    let data = ["--data", text(house.data.path())];
    let (code, report, errors) = said(&house, &data);
    assert_eq!(code, Some(0), "{errors}");
    for line in REPORT {
        assert!(report.contains(line), "{line:?} is not in\n{report}");
    }
    // The house was not disturbed, and can be asked when it does not run as well.
    assert_eq!(clerk.get("/healthz").unwrap().1["ok"], true);
    ok(device.take_ticket("papers", None).unwrap());
    assert!(server.end());
    assert!(said(&house, &data).1.contains("today: 6 visitors are in the house"));

    let server = house.start();
    let (device, clerk) = (device.at(&server), clerk.at(&server));
    let post = |path: &str, body: &Value| ok(clerk.post(path, body, None).unwrap());
    // Desk 1 still has the one whom it called; all others of the offers are called or resumed there, one after the other.
    let at_desk = |verb: &str| post(&format!("/api/v1/desks/1/{verb}"), &json!({}));
    at_desk("start");
    at_desk("finish");
    let state = |ticket: &Value| {
        let token = ticket["token"].as_str().unwrap();
        ok(device.get(&format!("/api/v1/tickets/{token}")).unwrap())["state"].as_str().unwrap().to_owned()
    };
    for ticket in &tickets {
        match state(ticket).as_str() {
            "served" => continue,
            "parked" => post("/api/v1/desks/1/resume", &json!({"ticket": ticket["number"]})),
            "waiting" => post("/api/v1/desks/1/call", &json!({"ticket": ticket["number"]})),
            other => panic!("{other}: {ticket}"),
        };
        if state(ticket) == "called" {
            at_desk("start");
        }
        at_desk("finish");
        assert_eq!(state(ticket), "served", "{ticket}");
    }
    assert!(server.end());
}

#[test]
fn a_file_that_changes_nothing_for_those_in_the_house_says_so() {
    let house = House::new();
    let data = house.data.path().to_owned();
    let (_, report, _) = said(&house, &["--data", text(&data)]);
    assert!(report.contains("keeps no site yet"), "{report}");
    let server = house.start();
    ok(Client::device(&server, &house.data).take_ticket("work", None).unwrap());
    house.write(&CENTRE.replace("piano terra", "primo piano"));
    let (code, report, _) = said(&house, &["--data", text(&data)]);
    assert!(code == Some(0) && report.contains("the file touches none of them"), "{report}");
    house.write("name = 5");
    assert_eq!(said(&house, &["--data", text(&data)]).0, Some(1), "mistakes are mistakes");
    assert!(server.end());
    house.write(CENTRE);
    let words = data.join("site-words");
    std::fs::create_dir(&words).unwrap();
    let untranslated = |report: &str| report.lines().find(|line| line.starts_with("ar: ")).map(str::to_owned);
    let before = untranslated(&said(&house, &["--data", text(&data)]).1);
    std::fs::write(words.join("ar.toml"), "reviewed = true\n[words]\n\"Lavoro\" = \"عمل\"\n").unwrap();
    assert_ne!(untranslated(&said(&house, &["--data", text(&data)]).1), before, "imported words count");
    let nowhere = said(&house, &["--data", "/nowhere"]);
    assert!(nowhere.0 == Some(1) && nowhere.2.contains("--data"), "{nowhere:?}");
}
