//! A route's audience and readers stand in the table and nowhere else: a new route gets its rights, languages and errors from
//! its row, whatever its path is.

use crate::web_world::{Answer, PIN, World};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use axum::routing::{MethodRouter, get, post};
use sportello::web::{ALL_STAFF, API, About, Audience, Duty, Readers, Route, RouteKind, rows};

fn page(method: Method, path: &'static str, audience: Audience) -> Route {
    Route::new(method, path, audience, RouteKind::Page)
}

const STAFF: Audience = Audience::Staff(Duty::new(ALL_STAFF, About::House));

fn text() -> MethodRouter {
    get(|| async { "the managers' text" }).post(|| async { "done" })
}

/// A site with rooms that the program does not have yet: pages and calls, and a page that always fails.
fn with_manage() -> World {
    let broken = || async { StatusCode::INTERNAL_SERVER_ERROR };
    World::with_routes(vec![
        (page(Method::GET, "/manage/x", STAFF), text()),
        (page(Method::GET, "/manage/day/{date}", STAFF), text()),
        (page(Method::POST, "/manage/day/{date}/close", STAFF), post(|| async { "done" })),
        (page(Method::GET, "/manage/broken", STAFF), get(broken)),
        (page(Method::GET, "/info/{tag}", Audience::Public), get(broken)),
        (Route::new(Method::GET, "/manage.json", STAFF, RouteKind::Call), text()),
        (Route::new(Method::GET, "/api/v1/report", STAFF, RouteKind::Call), text()),
    ])
}

async fn ask(world: &World, method: Method, path: &str, cookie: &str, accepts: &str) -> Answer {
    let request = Request::builder().method(method).uri(path).header("cookie", cookie);
    world.send(request.header("accept-language", accepts).body(Body::empty()).expect("a request")).await
}

#[tokio::test]
async fn a_signed_out_reader_of_a_new_page_is_led_to_the_sign_in_and_back() {
    let world = with_manage();
    for (method, path, back) in [
        (Method::GET, "/manage/x", "/manage/x"),
        (Method::GET, "/manage/day/2026-11-23", "/manage/day/2026-11-23"),
        (Method::POST, "/manage/day/2026-11-23/close", "/manage/day/2026-11-23"),
        (Method::GET, "/desk/3", "/desk/3"),
        (Method::POST, "/desk/3/open", "/desk/3"),
    ] {
        let why = if method == Method::POST { "&why=not-done" } else { "" };
        let led = ask(&world, method, path, "", "ar").await;
        let sign_in = format!("/sign-in?next={back}{why}");
        assert_eq!((led.status.as_u16(), led.header("location")), (303, &*sign_in), "{path}");
        let entered = world.submit("/sign-in", "", &format!("name=carla&pin={PIN}&next={back}")).await;
        assert_eq!((entered.status.as_u16(), entered.header("location")), (303, back));
        assert_eq!(world.get("/manage/x", &entered.cookie()).await.text, "the managers' text");
    }
    // Pages that are for everyone, that are not pages, or that do not exist lead nowhere else.
    for next in
        ["/board", "/manage.json", "/api/v1/report", "/manage", "/manage/y", "/info/en", "//manage/x", "/manage/x/"]
    {
        let entered = world.submit("/sign-in", "", &format!("name=carla&pin={PIN}&next={next}")).await;
        let back = if next == "/manage/x/" { "/manage/x" } else { "/desk" };
        assert_eq!(entered.header("location"), back, "{next}");
    }
}

#[tokio::test]
async fn a_signed_out_caller_of_a_new_call_gets_json_in_the_languages_of_staff() {
    let world = with_manage();
    for path in ["/manage.json", "/api/v1/report"] {
        let french = ask(&world, Method::GET, path, "sportello_language=fr", "ar").await;
        assert_eq!((french.status.as_u16(), french.json()["refusal"].as_str()), (401, Some("not-signed-in")), "{path}");
        let house = ask(&world, Method::GET, path, "", "ar").await;
        let italian = ask(&world, Method::GET, &format!("{path}?lang=it"), "", "").await;
        assert_ne!(french.text, house.text);
        assert_eq!(house.text, italian.text, "not in Arabic, in which no page for staff is written");
    }
}

#[tokio::test]
async fn an_error_has_the_form_and_the_language_of_its_row() {
    let world = with_manage();
    let clerk = world.sign_in("carla").await;
    let chosen = format!("{clerk}; sportello_language=fr");
    let is_in = |answer: &Answer, language: &str| answer.text.contains(&format!(r#"<html lang="{language}""#));
    let staff = ask(&world, Method::GET, "/manage/broken", &chosen, "ar").await;
    assert!(staff.status == 500 && is_in(&staff, "fr"), "{}", staff.text);
    let visitors = ask(&world, Method::GET, "/info/en", &chosen, "ar").await;
    assert!(visitors.status == 500 && is_in(&visitors, "ar"), "{}", visitors.text);
    // A wrong method at a known path is answered as the path's own errors are.
    let page = ask(&world, Method::DELETE, "/manage/x", &chosen, "ar").await;
    assert!(page.status == 405 && is_in(&page, "fr") && !page.header("allow").is_empty(), "{}", page.text);
    let call = ask(&world, Method::PUT, "/manage.json", &chosen, "ar").await;
    assert_eq!((call.status.as_u16(), call.json()["refusal"].as_str()), (405, Some("wrong-method")));
    // No route has these: programs ask below /api/, browsers elsewhere.
    let page = ask(&world, Method::GET, "/manage/nothing", &chosen, "ar").await;
    assert!(page.status == 404 && is_in(&page, "ar"), "{}", page.text);
    let call = ask(&world, Method::GET, "/api/v2/report", &chosen, "ar").await;
    assert_eq!((call.status.as_u16(), call.json()["refusal"].as_str()), (404, Some("not-found")));
    // A page of another origin reads the same languages when it is refused.
    let foreign = Request::get("/manage/x").header("host", "evil.example").header("cookie", &chosen);
    let foreign = world.send(foreign.body(Body::empty()).expect("a request")).await;
    assert!(foreign.status == 403 && is_in(&foreign, "fr"), "{}", foreign.text);
}

#[tokio::test]
async fn every_route_refuses_in_the_form_and_the_language_of_its_row() {
    let world = World::new();
    for row in rows() {
        assert_eq!(
            row.kind == RouteKind::Page,
            !row.path.starts_with(API) && !["/healthz", "/metrics"].contains(&row.path)
        );
        let path = row.path.replace("{desk}", "1").replace("{token}", "x").replace("{name}", "x");
        let path = path.replace("{verb}", "x").replace("{code}", "x");
        let wrong = ask(&world, Method::PATCH, &path, "sportello_language=fr", "ar").await;
        assert_eq!(wrong.status, 405, "{}", row.path);
        let language = match row.readers {
            Readers::Staff => "fr",
            Readers::Visitors => "ar",
        };
        let page = format!(r#"<html lang="{language}""#);
        let words = ask(&world, Method::PATCH, &format!("/api/v1/tickets?lang={language}"), "", "").await.json();
        match row.kind {
            RouteKind::Page => assert!(wrong.text.contains(&page), "{}: {}", row.path, wrong.text),
            RouteKind::Call => assert_eq!(wrong.json()["message"], words["message"], "{}", row.path),
        }
        if row.audience.is_staff_alone() {
            let out = ask(&world, row.method.clone(), &path, "sportello_language=fr", "ar").await;
            match row.kind {
                RouteKind::Page => assert!(out.header("location").starts_with("/sign-in?next=/"), "{}", row.path),
                RouteKind::Call => assert_eq!(out.json()["refusal"], "not-signed-in", "{}", row.path),
            }
            assert_eq!(row.readers, Readers::Staff, "{}", row.path);
        }
    }
}

#[tokio::test]
async fn parameters_are_decoded_the_first_counts_and_unknown_ones_do_not_matter() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    for topic in ["desk:3", "desk%3A3", "desk%3a3", "%64esk:3", "board", "b%6Fard"] {
        let status = world.head_of(&format!("/api/v1/events?utm=x&topic={topic}&topic=nothing"), &clerk).await;
        assert_eq!(status, 200, "{topic}");
    }
    assert_eq!(world.get("/api/v1/events?topic=nothing&topic=board", &clerk).await.status, 422);
    for query in ["lang=uk", "lang=%75k", "x&lang=uk", "lang=uk&lang=it", "%6Cang=uk"] {
        assert_eq!(world.get(&format!("/api/v1/site?{query}"), "").await.json()["language"], "uk", "{query}");
    }
    for query in ["lang=%FF", "lang=%zz", "lang=", "lang", "%", "&&=&"] {
        assert_eq!(world.get(&format!("/api/v1/site?{query}"), "").await.json()["language"], "it", "{query}");
    }
    for next in ["/desk/3", "%2Fdesk%2F3", "%2fdesk/3&next=/desk/4", "/desk/3&x=1"] {
        let page = world.get(&format!("/sign-in?next={next}"), "").await.text;
        assert!(page.contains(r#"name="next" value="/desk/3""#), "{next}: {page}");
    }
    for next in ["/board", "%2F%2Fevil.example", "https%3A%2F%2Fevil.example", "/desk/3%0d%0aX:%20y", "/desk%3Fx", ""] {
        let page = world.get(&format!("/sign-in?next={next}"), "").await.text;
        assert!(page.contains(r#"name="next" value="/desk""#), "{next}: {page}");
    }
    let token = world.visitor("work", "it").await;
    let sure = world.get(&format!("/t/{token}?x=1&leave=%31&lang=%65n"), "").await.text;
    assert!(sure.contains(&format!("/t/{token}/withdraw?lang=en")), "{sure}");
}

#[tokio::test]
async fn languages_are_chosen_by_weight() {
    let world = World::new();
    for (accepts, language) in [
        ("uk", "uk"),
        ("UK-ua", "uk"),
        ("en;q=0.1, uk;q=0.9", "uk"),
        ("de, fr ; q=0.3,ar; q=0.5", "ar"),
        ("uk;q=0, en;q=0.2", "en"),
        ("uk;q=NaN, en;q=0.2", "en"),
        ("uk;q=x, en", "en"),
        ("*, en;q=0.5", "en"),
        ("de, *;q=0.1", "it"),
        (";;,,=,q=", "it"),
    ] {
        let answer = ask(&world, Method::GET, "/api/v1/site", "", accepts).await;
        assert_eq!(answer.json()["language"], language, "{accepts}");
    }
}

#[tokio::test]
async fn cookies_are_found_among_others() {
    let world = World::new();
    let clerk = world.sign_in("anna").await;
    for (cookie, status) in [
        (clerk.clone(), 200),
        (format!("x=1;  {clerk} ;y"), 200),
        (format!("broken; =; {clerk}; sportello_session=0"), 200),
        (format!("x{clerk}"), 401),
        (format!("sportello_session=0; {clerk}"), 401),
        (String::new(), 401),
    ] {
        assert_eq!(world.get("/api/v1/day", &cookie).await.status, status, "{cookie}");
    }
}
