//! Rights: tables over all routes, hosts and origins.

use crate::web_draft::draft;
use crate::web_world::{DEVICE_KEY, PIN, World};
use axum::body::Body;
use axum::http::{Method, Request};
use sportello::web::{Audience, rows};
use std::fs;
use std::time::Duration;

/// The clients that try each route.
const TRIERS: [&str; 6] = ["anonymous", "forged cookie", "forged key", "device", "desk", "manager"];

#[tokio::test]
async fn every_route_lets_in_exactly_those_that_the_table_names() {
    let world = World::new();
    let rows = rows();
    assert!(rows.len() > 25, "the table has lost routes");
    for row in rows {
        // Anew for each row: some end the sign-in.
        let (desk, manager) = (world.sign_in("anna").await, world.sign_in("carla").await);
        for trier in TRIERS {
            let path = row.path.replace("{desk}", "1").replace("{verb}", "pause").replace("{token}", "x");
            let path = path.replace("{code}", "x");
            let path = path.replace("{name}", "sportello.css").replace("/events", "/events?topic=nothing");
            let mut request = Request::builder().method(row.method.clone()).uri(path);
            request = match trier {
                "forged cookie" => request.header("cookie", format!("sportello_session={}", "0".repeat(64))),
                "forged key" => request.header("authorization", "Bearer nothing"),
                "device" => request.header("authorization", format!("Bearer {DEVICE_KEY}")),
                "desk" => request.header("cookie", &desk),
                "manager" => request.header("cookie", &manager),
                _ => request,
            };
            let answer = world.send(request.body(Body::empty()).expect("a request")).await;
            let is_staff = matches!(trier, "desk" | "manager");
            let may = match row.audience {
                // `web_roles.rs` tries the roles.
                Audience::Public | Audience::PublicButDesks(_) => true,
                Audience::Staff(_) | Audience::StaffOrMachine(_) => is_staff,
                Audience::StaffOrDevice(..) => is_staff || trier == "device",
            };
            let to_sign_in = answer.status == 303 && answer.header("location").starts_with("/sign-in?next=/");
            let is_away = answer.status == 401 || answer.status == 403 || to_sign_in;
            assert_eq!(!is_away, may, "{} {} for {trier}: {}", row.method, row.path, answer.status);
            if row.method == Method::GET {
                assert!(!answer.headers.contains_key("set-cookie"), "{} sets a cookie unasked", row.path);
            }
        }
    }
    assert_eq!(world.hub.day().tickets().len(), 0);
}

#[tokio::test]
async fn only_hosts_of_this_house_are_answered() {
    let world = World::new();
    let ask = |uri: &'static str, hosts: &'static [&'static str]| {
        let request = hosts.iter().fold(Request::get(uri), |request, host| request.header("host", *host));
        world.send(request.body(Body::empty()).expect("a request"))
    };
    for host in [
        &["localhost"][..],
        &["localhost:8080"],
        &["LOCALHOST:1"],
        &["127.0.0.1:8080"],
        &["192.168.1.20"],
        &["[::1]:8080"],
        &["[fe80::1]"],
        &["kiosk:8080"],
        &["local"],
        &["queue.example.org"],
        &["queue.example.org:443"],
    ] {
        assert_eq!(ask("/board", host).await.status, 200, "{host:?}");
    }
    for host in [
        &["evil.example"][..],
        &["queue.example.org.evil.example"],
        &["localhost.evil.example"],
        &["localhost."],
        &["kiosk.local."],
        &[".local"],
        &["kiosk."],
        &["kiosk_"],
        &["user@localhost"],
        &["localhost@evil.example"],
        &["localhost:80:80"],
        &["localhost:"],
        &["127.0.0.1.nip.io"],
        &["0x7f.1"],
        &[""],
        &[" "],
        &["localhost", "evil.example"],
        &["localhost", "localhost"],
        &["[::1"],
        &["lоcalhost"],
        &["[localhost]"],
    ] {
        let status = ask("/board", host).await.status;
        assert_eq!(status, 403, "{host:?}");
    }
    assert_eq!(ask("http://evil.example/board", &["localhost"]).await.status, 403);
    let none = Request::get("/board").body(Body::empty()).expect("a request");
    let bare = tower::ServiceExt::oneshot(world.router.clone(), none).await.expect("an answer");
    assert_eq!(bare.status(), 403, "no host at all");
}

#[tokio::test]
async fn a_host_has_one_way_to_be_written_and_a_local_name_is_this_machines() {
    let world = World::new();
    let ask = |host: String| {
        let request = Request::get("/board").header("host", host).body(Body::empty());
        world.send(request.expect("a request"))
    };
    let own = fs::read_to_string("/proc/sys/kernel/hostname").expect("this machine's name");
    let own = own.trim().split('.').next().unwrap_or_default().to_owned();
    for host in [format!("{own}.local"), format!("{}.Local:8080", own.to_uppercase())] {
        assert_eq!(ask(host.clone()).await.status, 200, "{host}");
    }
    for host in [
        "another-machine.local",
        "another-machine.local:8080",
        "kiosk..local",
        "-.local",
        "localhost.local",
        "127.0.0.1:99999",
        "localhost:65536",
        "localhost:0080808080",
        "0x7f000001",
        "0X7F000001:8080",
        "2130706433",
        "017700000001",
        "127.1",
        "127.0.0.01",
        "-kiosk",
        "kiosk-",
        "[::1%25lo]",
    ] {
        assert_eq!(ask(host.to_owned()).await.status, 403, "{host:?}");
    }
}

#[tokio::test]
async fn no_page_of_another_origin_can_command() {
    let world = World::new();
    // Origin, Sec-Fetch-Site, and whether it is one of ours.
    let cases = [
        (None, None, true), // a program; browsers always tell
        (Some("http://localhost:8080"), None, true),
        (Some("https://localhost:8080"), None, true), // behind a proxy that speaks TLS
        (Some("null"), Some("same-origin"), true),
        (None, Some("same-origin"), true),
        (None, Some("none"), true),
        (Some("null"), None, false),
        (Some("http://localhost:9090"), None, false),
        (Some("http://localhost"), None, false),
        (Some("http://evil.example"), None, false),
        (Some("http://localhost:8080.evil.example"), None, false),
        (Some("ftp://localhost:8080"), None, false),
        (Some(""), None, false),
        (Some("http://localhost:8080"), Some("cross-site"), false),
        (Some("http://localhost:8080"), Some("same-site"), false),
        (None, Some("cross-site"), false),
    ];
    for row in rows().into_iter().filter(|row| row.method != Method::GET) {
        for (origin, site, is_own) in cases {
            let path = row.path.replace("{desk}", "1").replace("{verb}", "nothing").replace("{token}", "x");
            let path = path.replace("{code}", "x");
            let mut request = Request::builder().method(row.method.clone()).uri(path);
            request = if let Some(origin) = origin { request.header("origin", origin) } else { request };
            request = if let Some(site) = site { request.header("sec-fetch-site", site) } else { request };
            let answer = world.send(request.body(Body::from("{")).expect("a request")).await;
            assert_eq!(answer.status != 403, is_own, "{} {} from {origin:?} {site:?}", row.method, row.path);
        }
    }
}

#[tokio::test]
async fn every_answer_keeps_browsers_careful() {
    let world = World::new();
    for path in ["/", "/board", "/sign-in", "/nowhere", "/api/v1/board", "/assets/sportello.css", "/api/v1/nowhere"] {
        let answer = world.get(path, "").await;
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        let keep = if path.starts_with("/assets") { "no-cache" } else { "no-store" };
        assert_eq!(answer.header("cache-control"), keep, "{path}");
        assert!(
            !answer.text.contains("<script>") && !answer.text.contains(" style="),
            "{path} needs what the policy forbids"
        );
    }
    let style = world.get("/assets/sportello.css", "").await;
    assert!(style.text.contains("--primary:"), "the tokens are part of it");
    let again = Request::get("/assets/sportello.css").header("if-none-match", style.header("etag"));
    assert_eq!(world.send(again.body(Body::empty()).expect("a request")).await.status, 304);
}

#[tokio::test]
async fn what_a_manager_typed_stays_text() {
    const PAYLOADS: [&str; 6] = [
        "<script>window.__xss=1</script>",
        "\"><img src=x onerror=window.__xss=1>",
        "' autofocus onfocus=window.__xss=1 '",
        "</title><svg onload=window.__xss=1>",
        "{{ 7*7 }}${7*7}<!--",
        "\u{202e}javascript:window.__xss=1",
    ];
    for payload in PAYLOADS {
        let world = World::with_site(draft(|text| format!("{text}{payload}")));
        let clerk = world.sign_in("anna").await;
        let token = world.visitor("permit.asylum", "it").await;
        world.visitor("work", "it").await;
        let mut pages =
            vec!["/".to_owned(), "/desk".to_owned(), "/desk/2".to_owned(), format!("/t/{token}"), "/board".to_owned()];
        for verb in ["open", "call-next"] {
            world.post(&format!("/api/v1/desks/2/{verb}"), &clerk, "").await;
            pages.push("/desk/2".to_owned());
            pages.push("/board".to_owned());
        }
        for page in pages {
            let answer = world.get(&page, &clerk).await;
            assert_eq!(answer.status, 200, "{page}");
            for markup in ["<script>", "<img", "<svg onload", "' autofocus", "<!--"] {
                assert!(!answer.text.contains(markup), "{page} lets {markup} through: {}", answer.text);
            }
        }
        let reflected = world.submit("/sign-in", "", "name=%3Cscript%3E&pin=%3Cscript%3E&next=//evil.example").await;
        assert!(!reflected.text.contains("<script>") && !reflected.text.contains("evil.example"), "{}", reflected.text);
    }
}

#[tokio::test]
async fn signing_in_and_out() {
    let world = World::new();
    let answer = world.post("/api/v1/session", "", &format!(r#"{{"name":" anna ","pin":"{PIN}"}}"#)).await;
    assert_eq!((answer.status.as_u16(), answer.json()["role"].as_str()), (200, Some("desk")));
    let flags = answer.header("set-cookie").to_owned();
    assert!(flags.contains("HttpOnly") && flags.contains("SameSite=Strict") && flags.contains("Path=/"), "{flags}");
    let clerk = answer.cookie();
    assert_eq!(clerk.split('=').nth(1).map(str::len), Some(64), "256 bits");
    assert_ne!(clerk, world.sign_in("anna").await, "each sign-in has a secret of its own");
    assert_eq!(world.get("/api/v1/day", &clerk).await.status, 200);

    let request = Request::delete("/api/v1/session").header("cookie", &clerk);
    assert_eq!(world.send(request.body(Body::empty()).expect("a request")).await.status, 204);
    assert_eq!(world.get("/api/v1/day", &clerk).await.status, 401);

    let led = world.get("/desk/3", "").await;
    assert_eq!((led.status.as_u16(), led.header("location")), (303, "/sign-in?next=/desk/3"));
    let page = world.get("/sign-in?next=/desk/3", "").await.text;
    assert!(page.contains(r#"name="next" value="/desk/3""#), "{page}");
    let form = format!("name=bruno&pin={PIN}&next=/desk/3");
    let entered = world.submit("/sign-in", "", &form).await;
    assert_eq!((entered.status.as_u16(), entered.header("location")), (303, "/desk/3"));
    let clerk = entered.cookie();
    assert_eq!(world.get("/desk/3", &clerk).await.status, 200);
    world.clock.advance(Duration::from_secs(11 * 3600));
    assert_eq!(world.get("/api/v1/day", &clerk).await.status, 200, "a clerk sits there all day");
    world.clock.advance(Duration::from_secs(3600 + 1));
    assert_eq!(world.get("/api/v1/day", &clerk).await.status, 401, "and goes home");

    for next in ["//evil.example", "https://evil.example", "/desk/../board", "/desk?x=1", "/\\evil", "/board"] {
        let entered = world.submit("/sign-in", "", &format!("name=bruno&pin={PIN}&next={next}")).await;
        assert_eq!((entered.status.as_u16(), entered.header("location")), (303, "/desk"), "{next}");
    }
}

#[tokio::test]
async fn a_link_on_another_sites_page_leads_a_clerk_to_the_desk() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    // The browser follows the link without the cookie, and says where the link stood.
    let follow = async |path: &str, cookie: &str, referer: &str| {
        let request = Request::get(path).header("cookie", cookie).header("referer", referer);
        world.send(request.body(Body::empty()).expect("a request")).await
    };
    let led = follow("/desk/8", "", "http://intranet.example/links").await;
    assert_eq!(led.header("location"), "/sign-in?next=/desk/8");
    let page = follow("/sign-in?next=/desk/8", "", "http://intranet.example/links").await.text;
    let again = "/sign-in?next=/desk/8&again=1";
    assert!(page.contains(&format!("content=\"0; url={}\"", again.replace('&', "&#38;"))), "{page}");
    // That is asked for by our own page, so the cookie is sent.
    let on = follow(again, &clerk, "http://localhost:8080/sign-in?next=/desk/8").await;
    assert_eq!((on.status.as_u16(), on.header("location")), (303, "/desk/8"));
    let out = follow(again, "", "http://intranet.example/links").await;
    assert!(out.status == 200 && !out.text.contains("http-equiv"), "asked once only: {}", out.text);
    let typed = world.get("/sign-in?next=/desk/8", "").await;
    assert!(typed.status == 200 && !typed.text.contains("http-equiv"), "{}", typed.text);
}

#[tokio::test]
async fn this_machine_is_known_on_a_socket_for_both_protocols() {
    let world = World::new();
    let from_address = async |address: &str| {
        let request = Request::get("/healthz").body(Body::empty()).expect("a request");
        world.send(crate::web_world::from(address, request)).await.status.as_u16()
    };
    for (address, status) in [("::ffff:127.0.0.1", 200), ("127.0.0.1", 200), ("::1", 200), ("::ffff:192.0.2.7", 401)] {
        assert_eq!(from_address(address).await, status, "{address}");
    }
}

#[tokio::test]
async fn guessing_pins_is_slow_and_names_are_not_given_away() {
    let world = World::new();
    let guess = |name: &'static str, pin: &'static str| {
        let (body, world) = (format!(r#"{{"name":"{name}","pin":"{pin}"}}"#), &world);
        async move { world.post("/api/v1/session?lang=en", "", &body).await }
    };
    let (known, unknown) = (guess("anna", "000000").await, guess("nobody", "000000").await);
    assert_eq!((known.status.as_u16(), known.text.as_str()), (401, unknown.text.as_str()));
    assert_eq!(known.json()["refusal"], "wrong-pin");
    for _ in 1..5 {
        assert_eq!(guess("anna", "000000").await.status, 401);
        assert_eq!(guess("nobody", "000000").await.status, 401);
    }
    for name in ["anna", "nobody"] {
        let wait = guess(name, PIN).await;
        assert_eq!((wait.status.as_u16(), wait.json()["refusal"].as_str()), (429, Some("too-many")), "{name}");
        assert_eq!(wait.header("retry-after"), "15");
    }
    assert_eq!(guess("bruno", PIN).await.status, 200, "one who is guessed at does not keep others out");
    world.clock.advance(Duration::from_secs(16));
    assert_eq!(guess("anna", "000000").await.status, 401, "one more try");
    assert_eq!(guess("anna", PIN).await.header("retry-after"), "30", "the wait has doubled");
    world.clock.advance(Duration::from_secs(31));
    assert_eq!(guess("anna", PIN).await.status, 200, "no account is locked for good");
    assert_eq!(guess("anna", "000000").await.status, 401, "and the slate is clean");
    let page = world.submit("/sign-in?lang=en", "", "name=anna&pin=1").await;
    assert_eq!(page.status, 401);
    assert!(page.text.contains(r#"role="alert""#) && page.text.contains(r#"value="anna""#), "{}", page.text);
}

#[tokio::test]
async fn an_unknown_name_costs_the_same_check_as_a_wrong_pin() {
    let world = World::new();
    let clerk = world.sign_in("bruno").await;
    let checked = async || {
        let metrics = world.get("/metrics", &clerk).await.text;
        let line = metrics.lines().find_map(|line| line.strip_prefix("sportello_pins_checked ")).map(str::to_owned);
        line.and_then(|count| count.parse::<u64>().ok()).expect("the count of checks")
    };
    for name in ["anna", "nobody"] {
        let before = checked().await;
        let answer = world.post("/api/v1/session", "", &format!(r#"{{"name":"{name}","pin":"000000"}}"#)).await;
        assert_eq!(answer.status, 401, "{name}");
        assert_eq!(checked().await, before + 1, "{name}: one check of a PIN, whether the name is known or not");
    }
}

#[tokio::test]
async fn a_house_under_attack_checks_one_pin_at_a_time() {
    let world = World::new();
    let guesses = (0..100).map(|n| {
        let body = format!(r#"{{"name":"guess{n}","pin":"{n}"}}"#);
        let world = &world;
        async move { world.post("/api/v1/session", "", &body).await.status.as_u16() }
    });
    let mut counts = std::collections::BTreeMap::new();
    for status in futures_util::future::join_all(guesses).await {
        *counts.entry(status).or_insert(0) += 1;
    }
    assert!(counts.keys().all(|status| [401, 429, 503].contains(status)), "{counts:?}");
    assert!(counts[&401] <= 60 && counts[&503] > 0, "the line is short: {counts:?}");
}
