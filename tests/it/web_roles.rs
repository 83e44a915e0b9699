//! What each role may do, tried on every route of the table, at a desk of the account's institutions and at another one.

use crate::web_draft::draft;
use crate::web_world::{Answer, World};
use axum::body::Body;
use axum::http::{Method, Request};
use sportello::domain::site::SiteDraft;
use sportello::domain::{Institution, InstitutionCode, TicketState};
use sportello::journal::Role;
use sportello::web::{About, Audience, rows};
use std::time::Duration;

/// The accounts: name, role, and whether it is of the Questura only, whose desks are 1 and 2.
const ACCOUNTS: [(&str, Role, bool); 5] = [
    ("anna", Role::Desk, false),
    ("elena", Role::Desk, true),
    ("bruno", Role::Reception, false),
    ("carla", Role::Manager, false),
    ("dario", Role::Auditor, false),
];
const OWN_DESK: u16 = 1;
const OTHER_DESK: u16 = 3;

async fn ask(world: &World, method: &Method, path: &str, cookie: &str) -> Answer {
    let request = Request::builder().method(method.clone()).uri(path).header("cookie", cookie);
    world.send(request.body(Body::empty()).expect("a request")).await
}

/// An address of a row, at a desk.
fn address(path: &str, desk: u16) -> String {
    let path = path.replace("{desk}", &desk.to_string()).replace("{verb}", "nothing").replace("{code}", "x");
    let path = path.replace("{token}", "x").replace("{name}", "sportello.css");
    // A stream without an end would keep the test.
    path.replace("/events", &format!("/events?topic=desk:{desk}&once=1"))
}

#[tokio::test]
async fn each_role_may_do_what_the_table_of_routes_says_and_nothing_else() {
    let world = World::new();
    let table = rows();
    assert!(table.len() > 70, "the table has lost routes");
    for (name, role, is_of_questura) in ACCOUNTS {
        let mut cookie = world.sign_in(name).await;
        for row in &table {
            for desk in [OWN_DESK, OTHER_DESK] {
                let path = address(row.path, desk);
                let answer = ask(&world, &row.method, &path, &cookie).await;
                let may = row.audience.duty().is_none_or(|duty| {
                    let is_foreign = duty.about == About::Desk && is_of_questura && desk == OTHER_DESK;
                    duty.roles.contains(&role) && !is_foreign
                });
                assert_ne!(answer.status, 401, "{name}: {} {path}", row.method);
                assert_eq!(answer.status != 403, may, "{name}: {} {path}: {}", row.method, answer.status);
                if row.path.contains("sign-out") || row.path.ends_with("/session") {
                    cookie = world.sign_in(name).await;
                }
            }
        }
        // No other method does what the table says of none.
        for row in &table {
            let known = |method: &Method| table.iter().any(|other| other.path == row.path && other.method == *method);
            for method in [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
                if !known(&method) {
                    let answer = ask(&world, &method, &address(row.path, OWN_DESK), &cookie).await;
                    assert_eq!(answer.status, 405, "{name}: {method} {}", row.path);
                }
            }
        }
    }
    for row in &table {
        if row.path.contains("{desk}") && !matches!(row.audience, Audience::Public) {
            assert_eq!(row.audience.duty().map(|duty| duty.about), Some(About::Desk), "{}", row.path);
        }
        let roles = row.audience.duty().map_or(&[][..], |duty| duty.roles);
        assert_eq!(roles.contains(&Role::Manager), !roles.is_empty(), "{}: managers may do everything", row.path);
        let is_own_account = row.audience.duty().is_some_and(|duty| duty.about == About::Account);
        if row.method != Method::GET && !is_own_account {
            assert!(!roles.contains(&Role::Auditor), "{}: auditors change nothing", row.path);
        }
    }
}

#[tokio::test]
async fn the_rights_that_matter_most_are_as_written_here() {
    // Written by hand, not taken from the table: who is let through, of anna, elena, bruno, carla and dario.
    let cases: [(&str, &str, &str); 27] = [
        ("POST", "/api/v1/desks/1/open", "anna elena carla"),
        ("POST", "/api/v1/desks/3/open", "anna carla"),
        ("POST", "/api/v1/desks/1/call-next", "anna elena carla"),
        ("POST", "/api/v1/desks/3/call-next", "anna carla"),
        ("POST", "/api/v1/desks/1/finish", "anna elena carla"),
        ("POST", "/api/v1/desks/1/no-show", "anna elena carla"),
        ("POST", "/api/v1/desks/3/close", "anna carla"),
        ("POST", "/api/v1/desks/1/walk-in", "anna elena bruno carla"),
        ("POST", "/api/v1/desks/1/transfer", "anna elena bruno carla"),
        ("POST", "/api/v1/desks/3/transfer", "anna bruno carla"),
        ("POST", "/api/v1/desks/3/take-back", "anna bruno carla"),
        ("POST", "/desk/1/call-next", "anna elena carla"),
        ("POST", "/desk/3/call-next", "anna carla"),
        ("POST", "/desk/3/dismiss", "anna bruno carla"),
        ("POST", "/desk/1/nothing", "anna elena bruno carla"),
        ("GET", "/desk", "anna elena bruno carla dario"),
        ("GET", "/desk/1", "anna elena bruno carla"),
        ("GET", "/desk/2", "anna elena bruno carla"),
        ("GET", "/desk/3", "anna bruno carla"),
        ("POST", "/api/v1/day/withdraw", "anna elena bruno carla"),
        ("POST", "/api/v1/day/urgent", "anna elena bruno carla"),
        ("POST", "/api/v1/tickets", "anna elena bruno carla"),
        ("POST", "/api/v1/appointments", "anna elena bruno carla"),
        ("GET", "/api/v1/day", "anna elena bruno carla dario"),
        ("GET", "/metrics", "anna elena bruno carla dario"),
        ("GET", "/api/v1/events?topic=desk:1&once=1", "anna elena bruno carla"),
        ("GET", "/api/v1/events?topic=desk:3&once=1", "anna bruno carla"),
    ];
    let world = World::new();
    for (name, _, _) in ACCOUNTS {
        let cookie = world.sign_in(name).await;
        for (method, path, let_in) in cases {
            let method = Method::from_bytes(method.as_bytes()).expect("a method");
            let answer = ask(&world, &method, path, &cookie).await;
            let may = let_in.split(' ').any(|one| one == name);
            assert_eq!(answer.status != 403, may, "{name}: {method} {path}: {}", answer.status);
        }
    }
}

/// A morning with tickets of the Questura (`Q 001`), of the health authority (`H 001`) and of both.
async fn morning(world: &World) {
    for need in ["permit.renew", "health.ssn"] {
        world.visitor(need, "it").await;
    }
}

#[tokio::test]
async fn a_clerk_of_one_institution_sees_and_moves_its_visitors_only() {
    let world = World::new();
    morning(&world).await;
    let clerk = world.sign_in("elena").await;
    let before = world.hub.day().sequence();
    for (path, body) in [
        ("/api/v1/day/withdraw", r#"{"ticket":"H 001"}"#),
        ("/api/v1/day/urgent", r#"{"ticket":"H 001","reason":"health"}"#),
        ("/api/v1/day/reprint", r#"{"ticket":"H 001"}"#),
        ("/api/v1/desks/1/call", r#"{"ticket":"H 001"}"#),
        ("/api/v1/desks/1/take-back", r#"{"ticket":"H 001"}"#),
        ("/api/v1/desks/1/resume", r#"{"ticket":"H 001"}"#),
        ("/api/v1/desks/1/add-step", r#"{"ticket":"H 001","service":"permit"}"#),
        ("/api/v1/tickets", r#"{"needs":["health.ssn"],"language":"it"}"#),
        ("/api/v1/appointments", r#"{"service":"card","at":"2026-11-24T09:00:00Z"}"#),
    ] {
        let refused = world.post(&format!("{path}?lang=en"), &clerk, body).await;
        assert_eq!((refused.status.as_u16(), refused.json()["refusal"].as_str()), (403, Some("forbidden")), "{path}");
        assert!(refused.text.contains("other institutions"), "{path}: {}", refused.text);
    }
    for verb in ["dismiss", "urgent", "not-urgent", "reprint", "take-back", "call", "resume"] {
        let refused = world.submit_to_desk(1, verb, &clerk, "ticket=H+001&reason=health").await;
        assert_eq!(refused.status, 403, "{verb}: {}", refused.text);
        assert_eq!(refused.text.matches(r#"role="alert""#).count(), 1, "{verb}: it is said once: {}", refused.text);
    }
    assert_eq!(world.hub.day().sequence(), before, "nothing has happened");

    let day = world.get("/api/v1/day", &clerk).await.json();
    let list = |field: &str, key: &str| -> Vec<String> {
        let rows = day[field].as_array().expect("a list").iter();
        rows.map(|row| row[key].to_string().replace('"', "")).collect()
    };
    assert_eq!(list("tickets", "number"), ["Q 001"]);
    assert_eq!(list("queues", "institution"), ["questura"]);
    assert_eq!(list("desks", "number"), ["1", "2"]);
    let found = world.get("/desk/1?find=H001&lang=en", &clerk).await.text;
    assert!(found.contains("other institutions") && !found.contains("Health card"), "{found}");
    assert!(world.get("/desk/1?find=Q001&lang=en", &clerk).await.text.contains("Renew my permit"));

    for (path, body, status) in [
        ("/api/v1/tickets", r#"{"needs":["permit.asylum"],"language":"it"}"#, 201),
        ("/api/v1/appointments", r#"{"service":"permit","at":"2026-11-24T09:00:00Z"}"#, 201),
        ("/api/v1/day/urgent", r#"{"ticket":"Q 001","reason":"health"}"#, 200),
        ("/api/v1/day/withdraw", r#"{"ticket":"Q 001"}"#, 200),
    ] {
        let done = world.post(path, &clerk, body).await;
        assert_eq!(done.status.as_u16(), status, "{path}: {}", done.text);
    }
    let reception = world.sign_in("bruno").await;
    let helped = world.post("/api/v1/day/withdraw", &reception, r#"{"ticket":"H 001"}"#).await;
    assert_eq!(helped.status, 200, "reception sees to the whole house");
}

#[tokio::test]
async fn appointments_of_other_institutions_are_not_given_up_or_checked_in() {
    let world = World::new();
    let (clerk, manager) = (world.sign_in("elena").await, world.sign_in("carla").await);
    let booking = r#"{"service":"card","at":"2026-11-23T10:00:00Z"}"#;
    let booked = world.post("/api/v1/appointments", &manager, booking).await.json();
    let address = format!("/api/v1/appointments/{}", booked["code"].as_str().expect("a code"));
    assert_eq!(ask(&world, &Method::DELETE, &address, &clerk).await.status, 403);
    assert_eq!(world.post(&format!("{address}/check-in"), &clerk, r#"{"language":"it"}"#).await.status, 403);
    assert_eq!(ask(&world, &Method::DELETE, &address, &manager).await.status, 204);
}

#[tokio::test]
async fn who_may_not_do_it_is_told_why_in_their_language_and_where_to_go_on() {
    let world = World::new();
    let (clerk, auditor) = (world.sign_in("elena").await, world.sign_in("dario").await);
    for (language, desk, role) in [
        ("it", "Questo sportello è di altri enti", "Il tuo ruolo non permette"),
        ("en", "This desk belongs to other institutions", "Your role does not include this"),
        ("fr", "Ce guichet appartient à d’autres organismes", "Votre rôle ne le permet pas"),
    ] {
        for (cookie, words) in [(&clerk, desk), (&auditor, role)] {
            let page = world.get(&format!("/desk/3?lang={language}"), cookie).await;
            assert_eq!(page.status, 403);
            let is_whole = page.text.contains(words) && page.text.contains(r#"<main id="main""#);
            assert!(is_whole && page.text.contains(r#"href="/desk""#), "{language}: {}", page.text);
            assert!(page.text.contains(&format!(r#"<html lang="{language}""#)), "{language}: {}", page.text);
            let call = world.post(&format!("/api/v1/desks/3/open?lang={language}"), cookie, "").await;
            let message = call.json()["message"].as_str().expect("a message").to_owned();
            assert!(call.status == 403 && message.contains(words), "{language}: {message}");
        }
    }
}

#[tokio::test]
async fn pages_offer_what_the_reader_may_do() {
    let world = World::new();
    morning(&world).await;
    let (clerk, reception, auditor) =
        (world.sign_in("elena").await, world.sign_in("bruno").await, world.sign_in("dario").await);
    let desks = world.get("/desk?lang=en", &clerk).await.text;
    for (desk, is_own) in [(1, true), (2, true), (3, false), (4, false), (5, false), (13, false)] {
        assert_eq!(desks.contains(&format!(r#"href="/desk/{desk}""#)), is_own, "desk {desk}: {desks}");
    }
    assert_eq!(desks.matches("Belongs to other institutions").count(), 4, "{desks}");
    for (language, title, why, question) in [
        ("it", "Gli sportelli in cifre", "Il tuo ruolo vede solo le cifre", "A quale sportello sei?"),
        ("en", "The desks in figures", "Your role sees figures only", "Which desk are you at?"),
        ("fr", "Les guichets en chiffres", "Votre rôle ne voit que les chiffres", "À quel guichet êtes-vous"),
    ] {
        let figures = world.get(&format!("/desk?lang={language}"), &auditor).await.text;
        assert!(figures.contains(title) && figures.contains(why) && !figures.contains(question), "{figures}");
        assert!(!figures.contains(r#"href="/desk/"#), "{figures}");
        for path in ["/api/v1/day", "/metrics", "/healthz"] {
            assert!(figures.contains(&format!(r#"href="{path}""#)), "{path}: {figures}");
            assert_eq!(world.get(path, &auditor).await.status, 200, "{path}");
        }
        assert!(world.get(&format!("/desk?lang={language}"), &reception).await.text.contains(question));
    }

    let offers = async |verb: &str, cookie: &str| {
        let page = world.get("/desk/1?lang=en", cookie).await.text;
        page.contains(&format!(r#"action="/desk/1/{verb}""#))
    };
    assert!(offers("open", &clerk).await && !offers("open", &reception).await);
    for verb in ["open", "call-next"] {
        assert_eq!(world.post(&format!("/api/v1/desks/1/{verb}"), &clerk, "").await.status, 200);
    }
    assert!(offers("undo", &clerk).await && !offers("undo", &reception).await, "a call is the clerk's to undo");
    for verb in ["start", "recall", "no-show", "park", "pause"] {
        assert!(offers(verb, &clerk).await && !offers(verb, &reception).await, "{verb}");
    }
    assert!(offers("transfer", &clerk).await && offers("transfer", &reception).await);
    assert_eq!(world.post("/api/v1/desks/1/undo", &reception, "").await.status, 403);
    let hand_on = r#"{"service":"card","reason":"other-need"}"#;
    assert_eq!(world.post("/api/v1/desks/1/transfer", &reception, hand_on).await.status, 200);
    assert!(offers("undo", &reception).await, "what reception did, it may undo");
    assert_eq!(world.post("/api/v1/desks/1/undo", &reception, "").await.status, 200);
    let state = world.hub.day().tickets().next().map(|ticket| ticket.state);
    assert!(matches!(state, Some(TicketState::Called { .. })), "{state:?}");
}

#[tokio::test]
async fn an_auditor_reads_figures_without_visitors() {
    let world = World::new();
    morning(&world).await;
    let (auditor, manager) = (world.sign_in("dario").await, world.sign_in("carla").await);
    for verb in ["open", "call-next"] {
        world.post(&format!("/api/v1/desks/1/{verb}"), &manager, "").await;
    }
    let day = world.get("/api/v1/day", &auditor).await;
    assert!(!day.text.contains("001"), "no ticket: {}", day.text);
    assert_eq!((day.json()["waiting"].as_u64(), day.json()["desks"].as_array().map(Vec::len)), (Some(1), Some(6)));
    assert!(world.get("/api/v1/day", &manager).await.text.contains("Q 001"));
    let page = world.get("/desk", &auditor).await.text;
    assert!(!page.contains("001"), "no ticket: {page}");
    for path in ["/metrics", "/healthz"] {
        assert_ne!(world.get(path, &auditor).await.status, 403, "{path}");
    }
}

#[tokio::test]
async fn rights_that_change_hold_from_the_next_request_on() {
    let world = World::new();
    let clerk = world.sign_in("elena").await;
    let book = world.staff_book();
    let open = async |desk: u16| world.post(&format!("/api/v1/desks/{desk}/open"), &clerk, "").await.status.as_u16();
    assert_eq!((open(1).await, open(3).await), (200, 403));
    let asl = [InstitutionCode::parse("asl").expect("a code")];
    assert!(book.change_rights("elena", None, Some(&asl)).expect("a change"));
    assert_eq!((open(1).await, open(3).await), (403, 200));
    assert!(book.change_rights("elena", Some(Role::Auditor), None).expect("a change"));
    assert_eq!((open(1).await, open(3).await), (403, 403));
    assert!(book.change_rights("elena", Some(Role::Desk), Some(&[])).expect("a change"));
    assert_eq!((open(1).await, open(3).await), (200, 200), "without institutions it belongs to all");
    assert!(!book.change_rights("nobody", Some(Role::Desk), None).expect("an answer"));

    let last = book.change_rights("carla", Some(Role::Desk), None).expect_err("the last manager stays one").to_string();
    assert!(last.contains("carla is the last manager"), "{last}");
    assert!(book.remove("carla").is_err(), "and is not removed");
    assert_eq!(book.list().expect("the accounts").iter().filter(|one| one.role == Role::Manager).count(), 1);
    assert!(book.change_rights("bruno", Some(Role::Manager), None).expect("a change"));
    assert!(book.remove("carla").expect("a removal"), "another one is there");
}

#[tokio::test]
async fn a_site_may_share_its_desks_and_an_institution_that_left_locks_its_clerks_out_with_words() {
    let world = World::with_site(SiteDraft { shared_desks: true, ..draft(|text| text.to_owned()) });
    let clerk = world.sign_in("elena").await;
    assert_eq!(world.post("/api/v1/desks/3/open", &clerk, "").await.status, 200, "the site says so");

    let mut without = draft(|text| text.to_owned());
    let renamed = InstitutionCode::parse("polizia").expect("a code");
    let gone = InstitutionCode::parse("questura").expect("a code");
    for Institution { code, .. } in &mut without.institutions {
        if *code == gone {
            *code = renamed.clone();
        }
    }
    for service in without.services.iter_mut().filter(|service| service.institution == gone) {
        service.institution = renamed.clone();
    }
    let world = World::new().with_another_site(without);
    let clerk = world.sign_in("elena").await;
    let page = world.get("/desk?lang=en", &clerk).await;
    assert!(
        page.status == 200 && page.text.contains("None of these desks belongs to your institutions"),
        "{}",
        page.text
    );
    assert_eq!(world.get("/desk/1", &clerk).await.status, 403);
    let manager = world.sign_in("carla").await;
    assert_eq!(world.post("/api/v1/desks/1/open", &manager, "").await.status, 200, "a manager is never locked out");
}

#[tokio::test]
async fn a_clerks_own_desks_come_first_and_the_others_say_why_they_are_not() {
    let world = World::new();
    let clerk = world.sign_in("elena").await;
    let mosaico = [InstitutionCode::parse("mosaico").expect("a code")];
    world.staff_book().change_rights("elena", None, Some(&mosaico)).expect("a change");
    let page = world.get("/desk?lang=en", &clerk).await.text;
    let numbers: Vec<&str> =
        page.split(r#"class="desk-number">"#).skip(1).filter_map(|it| it.split('<').next()).collect();
    assert_eq!(numbers, ["2", "13", "1", "3", "4", "5"], "{page}");
    let (own, others) = page.split_at(page.find("of-others").expect("desks of others"));
    assert_eq!((own.matches(r#"href="/desk/"#).count(), others.matches(r#"href="/desk/"#).count()), (2, 0));
    assert_eq!(others.matches("Belongs to other institutions").count(), 4, "{others}");
}

/// At a desk of two institutions, the page and the stream of a clerk of one of them show that one's visitors.
#[tokio::test]
async fn what_a_desk_hears_is_what_its_page_shows_to_this_account() {
    let mut both = draft(|text| text.to_owned());
    let card = both.services[1].code.clone();
    both.desks[0].services.push(card);
    let world = World::with_site(both);
    let (clerk, colleague, manager) =
        (world.sign_in("elena").await, world.sign_in("anna").await, world.sign_in("carla").await);
    world.visitor("health.ssn", "it").await;
    for verb in ["open", "call-next", "no-show"] {
        assert_eq!(world.post(&format!("/api/v1/desks/1/{verb}"), &manager, "").await.status, 200, "{verb}");
    }
    // While it can be undone, the desk shows it.
    world.clock.advance(Duration::from_secs(11));
    let hears = async |cookie: &str| {
        let event = world.get("/api/v1/events?topic=desk:1&once=1", cookie).await.text;
        let data = event.lines().find_map(|line| line.strip_prefix("data: ")).expect("an event").to_owned();
        let view: serde_json::Value = serde_json::from_str(&data).expect("JSON");
        (view["no_shows"].to_string().contains("H 001"), view["no_shows_count"].as_u64())
    };
    let shows = async |cookie: &str| world.get("/desk/1?lang=en", cookie).await.text.contains("H 001");
    // In both orders: who asks first must not decide what the others hear.
    for _ in 0..2 {
        assert_eq!((hears(&manager).await, shows(&manager).await), ((true, Some(1)), true));
        assert_eq!((hears(&clerk).await, shows(&clerk).await), ((false, Some(0)), false));
        assert_eq!((hears(&colleague).await, shows(&colleague).await), ((true, Some(1)), true));
    }
    let both = ["questura", "asl"].map(|code| InstitutionCode::parse(code).expect("a code"));
    world.staff_book().change_rights("elena", None, Some(&both)).expect("a change");
    assert_eq!((hears(&clerk).await, shows(&clerk).await), ((true, Some(1)), true), "it holds at once");
}
