//! The workbench: the ticket that it announces as next, and the verbs as plain forms, at the right moment and the wrong one.

use crate::web_world::{Answer, World};
use serde_json::Value;
use std::time::Duration;

/// A clerk at desks 1 and 2, which do residence permits, with three waiting tickets.
struct Bench {
    world: World,
    clerk: String,
    sent: std::cell::Cell<u32>,
}

impl Bench {
    async fn new() -> Bench {
        let world = World::new();
        let clerk = world.sign_in("anna").await;
        for language in ["it", "it", "ar"] {
            world.visitor("permit.renew", language).await;
        }
        for desk in [1, 2] {
            world.post(&format!("/api/v1/desks/{desk}/open"), &clerk, "").await;
        }
        Bench { world, clerk, sent: std::cell::Cell::new(0) }
    }

    async fn page(&self, desk: u16) -> String {
        self.world.get(&format!("/desk/{desk}?lang=en"), &self.clerk).await.text
    }

    /// Sends a form with this nonce.
    async fn send(&self, desk: u16, verb: &str, nonce: &str, form: &str) -> Answer {
        self.world.submit_to_desk(desk, verb, &self.clerk, &format!("nonce={nonce}&{form}")).await
    }

    /// Sends a form of a fresh page; it must succeed.
    async fn does(&self, desk: u16, verb: &str, form: &str) {
        self.sent.set(self.sent.get() + 1);
        let answer = self.send(desk, verb, &format!("fresh{}", self.sent.get()), form).await;
        assert_eq!(answer.status, 303, "{verb} {form}: {}", answer.text);
    }

    /// Sends a form of a fresh page; it must be refused, with one message.
    async fn is_refused(&self, desk: u16, verb: &str, form: &str, status: u16, words: &str) -> String {
        let before = self.world.hub.day().sequence();
        self.sent.set(self.sent.get() + 1);
        let answer = self.send(desk, verb, &format!("fresh{}", self.sent.get()), form).await;
        assert_eq!(answer.status.as_u16(), status, "{verb} {form}: {}", answer.text);
        assert_eq!(answer.text.matches(r#"role="alert""#).count(), 1, "{verb} {form}: said once: {}", answer.text);
        let alert = answer.text.split(r#"role="alert""#).nth(1).and_then(|it| it.split("</p>").next()).unwrap_or("");
        assert!(alert.contains(words), "{verb} {form}: {alert}");
        assert_eq!(self.world.hub.day().sequence(), before, "nothing has happened");
        answer.text
    }

    async fn ticket(&self, number: &str) -> Value {
        let day = self.world.get("/api/v1/day", &self.clerk).await.json();
        let tickets = day["tickets"].as_array().expect("tickets");
        tickets.iter().find(|it| it["number"] == number).expect("the ticket").clone()
    }
}

/// The numbers of a list, in its order.
fn numbers(page: &str, list: &str) -> Vec<String> {
    let list = page.split(&format!("id=\"{list}\"")).nth(1).unwrap_or("");
    let list = list.split("</ol>").next().unwrap_or("");
    let number = |part: &str| part.split('<').next().unwrap_or("").to_owned();
    list.split("<b class=\"number\">").skip(1).map(number).collect()
}

/// What stands between a form's action and its end.
fn form<'p>(page: &'p str, action: &str) -> &'p str {
    page.split(&format!("action=\"{action}\"")).nth(1).and_then(|it| it.split("</form>").next()).unwrap_or("")
}

#[tokio::test]
async fn the_page_announces_the_next_ticket_by_the_rules_and_not_by_the_numbers() {
    let bench = Bench::new().await;
    let next_up =
        |page: &str| page.split("class=\"next-up").nth(1).unwrap_or("").split("</p>").next().unwrap_or("").to_owned();
    assert!(next_up(&bench.page(1).await).contains("Q 001"));
    let urgent = r#"{"ticket":"Q 002","reason":"health"}"#;
    assert_eq!(bench.world.post("/api/v1/day/urgent", &bench.clerk, urgent).await.status, 200);
    let page = bench.page(1).await;
    assert!(next_up(&page).contains("Q 002"), "{}", next_up(&page));
    assert_eq!(numbers(&page, "waiting"), ["Q 002", "Q 001", "Q 003"]);
    assert!(
        next_up(&bench.page(2).await).contains("Q 002"),
        "the urgent one goes first at the desk that speaks Arabic too"
    );
    bench.does(1, "call-next", "current=").await;
    assert_eq!(bench.ticket("Q 002").await["state"], "called", "what the page said is what happens");
    bench.does(1, "start", "current=Q+002").await;
    bench.does(1, "finish", "current=Q+002").await;
    bench.does(1, "call-next", "current=").await;
    bench.does(1, "start", "current=Q+001").await;
    bench.does(1, "finish", "current=Q+001").await;

    // Only the Arabic speaker is left, to desk 2 for the first ten minutes.
    let page = bench.page(1).await;
    assert!(!next_up(&page).contains("Q 003"), "{}", next_up(&page));
    assert_eq!(numbers(&page, "waiting"), ["Q 003"], "it is seen nevertheless");
    assert!(next_up(&bench.page(2).await).contains("Q 003"));
    bench.world.clock.advance(Duration::from_secs(10 * 60));
    assert!(next_up(&bench.page(1).await).contains("Q 003"));
}

#[tokio::test]
async fn a_parked_ticket_stays_in_sight_until_it_is_resumed() {
    let bench = Bench::new().await;
    bench.is_refused(1, "park", "current=", 409, "Nobody is at desk").await;
    bench.does(1, "call-next", "current=").await;
    bench.does(1, "start", "current=Q+001").await;
    bench.is_refused(1, "park", "current=Q+002", 409, "another number now").await;
    assert_eq!(bench.send(1, "park", "twice", "current=Q+001").await.status, 303);
    bench.does(1, "call-next", "current=").await;
    assert_eq!(bench.send(1, "park", "twice", "current=Q+001").await.status, 303, "the same form is the same command");
    assert_eq!(bench.ticket("Q 002").await["state"], "called", "and not one for the next ticket");
    bench.world.clock.advance(Duration::from_secs(7 * 60));

    // Wherever the service is done, at a busy desk, a free one, a paused one and a closed one.
    bench.does(2, "pause", "current=").await;
    for desk in [1, 2] {
        let page = bench.page(desk).await;
        assert_eq!(numbers(&page, "parked"), ["Q 001"], "desk {desk}");
        assert!(page.contains("for \u{2068}7\u{2069} min"), "{page}");
    }
    assert_eq!(form(&bench.page(1).await, "/desk/1/resume"), "", "the desk has a ticket");
    let refused = bench.is_refused(1, "resume", "current=Q+002&ticket=Q+001", 409, "Finish").await;
    assert!(refused.contains(r#"id="parked-Q-001" open"#), "said in the row: {refused}");
    bench.is_refused(2, "resume", "ticket=Q+001", 409, "paused").await;
    bench.does(2, "close", "current=").await;
    assert_eq!(numbers(&bench.page(2).await, "parked"), ["Q 001"]);
    assert!(numbers(&bench.page(3).await, "parked").is_empty(), "desk 3 does other things");

    bench.does(1, "start", "current=Q+002").await;
    bench.does(1, "finish", "current=Q+002").await;
    let page = bench.page(1).await;
    assert!(form(&page, "/desk/1/resume").contains("Q 001"), "{page}");
    assert_eq!(bench.send(1, "resume", "back", "ticket=Q+001").await.status, 303);
    assert_eq!(bench.send(1, "resume", "back", "ticket=Q+001").await.status, 303);
    assert_eq!(bench.ticket("Q 001").await["state"], "called");
    let page = bench.page(1).await;
    assert!(numbers(&page, "parked").is_empty() && page.contains("was put aside"), "{page}");
    bench.is_refused(1, "resume", "ticket=Q+001", 409, "still has number").await;

    bench.does(1, "park", "current=Q+001").await;
    bench.does(1, "dismiss", "ticket=Q+001").await;
    assert_eq!(bench.ticket("Q 001").await["state"], "withdrawn", "a visitor who went home is on no list");
    assert!(numbers(&bench.page(1).await, "parked").is_empty());
    bench.is_refused(1, "resume", "ticket=Q+001", 409, "not put aside").await;
}

#[tokio::test]
async fn the_ticket_at_the_desk_is_handed_on() {
    let bench = Bench::new().await;
    bench.is_refused(1, "transfer", "current=&to=desk:2&reason=language", 409, "Nobody is at desk").await;
    bench.does(1, "call-next", "current=").await;
    let page = bench.page(1).await;
    let offered = form(&page, "/desk/1/transfer");
    assert!(offered.contains(r#"value="desk:2""#) && !offered.contains(r#"value="desk:1""#), "{offered}");
    assert!(offered.contains(r#"value="service:jobs""#) && !offered.contains("service:permit"), "{offered}");
    assert!(offered.contains("Registration and offers · Agenzia Piemonte Lavoro · no open desk"), "{offered}");
    assert!(!page.contains(r#"id="hand-on-Q-001" open"#), "quiet until wanted");

    for form in ["to=&reason=language", "reason=language", "to=desk:2&reason=", "to=desk:2"] {
        let form = format!("current=Q+001&{form}");
        let refused = bench.is_refused(1, "transfer", &form, 422, "Choose from the list").await;
        assert!(refused.contains(r#"id="hand-on-Q-001" open"#), "{form}: {refused}");
    }
    let kept = bench.is_refused(1, "transfer", "current=Q+001&to=desk:2&reason=", 422, "Choose").await;
    assert!(kept.contains(r#"value="desk:2" selected"#), "what was chosen need not be chosen again");
    for form in ["to=desk:x&reason=language", "to=moon:1&reason=language", "to=desk:2&reason=whim"] {
        bench.is_refused(1, "transfer", &format!("current=Q+001&{form}"), 422, "could not be read").await;
    }
    bench.is_refused(1, "transfer", "current=Q+003&to=desk:2&reason=language", 409, "another number now").await;
    bench.is_refused(1, "transfer", "current=Q+001&to=desk:13&reason=language", 409, "13").await;
    bench.is_refused(1, "transfer", "current=Q+001&to=service:permit&reason=language", 409, "already").await;

    bench.world.clock.advance(Duration::from_secs(12 * 60));
    let wish = "current=Q+001&to=service:jobs&reason=other-need";
    for _ in 0..2 {
        assert_eq!(bench.send(1, "transfer", "twice", wish).await.status, 303);
    }
    let ticket = bench.ticket("Q 001").await;
    assert_eq!((ticket["state"].as_str(), ticket["waited_min"].as_u64()), (Some("waiting"), Some(12)));
    assert_eq!(ticket["steps"][0]["service"], "jobs");

    bench.does(1, "call-next", "current=").await;
    bench.does(1, "transfer", "current=Q+002&to=desk:2&reason=specialist").await;
    let page = bench.page(2).await;
    let row = page.split(r#"id="one-Q-002""#).nth(1).and_then(|it| it.split("</li>").next()).unwrap_or("");
    assert!(row.contains("on the way from another desk"), "{row}");
    bench.is_refused(2, "call", "ticket=Q+002", 409, "on the way").await;
    bench.world.clock.advance(Duration::from_secs(3 * 60));
    let page = bench.page(1).await;
    let row = page.split(r#"id="one-Q-002""#).nth(1).and_then(|it| it.split("</li>").next()).unwrap_or("");
    assert!(row.contains("left to other desks"), "it was sent to desk 2: {row}");
}

#[tokio::test]
async fn a_waiting_ticket_is_called_made_urgent_or_dismissed() {
    let bench = Bench::new().await;
    let page = bench.page(1).await;
    let row = page.split(r#"id="one-Q-003""#).nth(1).and_then(|it| it.split("</li>").next()).unwrap_or("");
    assert!(row.contains("interpreter needed"), "desk 1 does not speak Arabic: {row}");
    for verb in ["call", "urgent", "dismiss"] {
        assert!(row.contains(&format!(r#"action="/desk/1/{verb}""#)), "{verb}: {row}");
    }
    bench.is_refused(1, "urgent", "ticket=Q+003", 422, "Choose").await;
    bench.is_refused(1, "urgent", "ticket=Q+003&reason=money", 422, "could not be read").await;
    bench.is_refused(1, "urgent", "reason=health", 422, "could not be read").await;
    for _ in 0..2 {
        assert_eq!(bench.send(1, "urgent", "twice", "ticket=Q+003&reason=deadline").await.status, 303);
    }
    assert_eq!(bench.ticket("Q 003").await["class"], "urgent");
    let page = bench.page(2).await;
    assert_eq!(numbers(&page, "waiting")[0], "Q 003");
    assert!(page.contains(r#"<span class="mark urgent">urgent: "#), "{page}");
    assert!(form(&page, "/desk/2/not-urgent").contains("Q 003"));
    bench.does(2, "not-urgent", "ticket=Q+003").await;
    assert_eq!(bench.ticket("Q 003").await["class"], "standard");

    bench.does(2, "dismiss", "ticket=Q+001").await;
    assert_eq!(bench.ticket("Q 001").await["state"], "withdrawn");
    bench.is_refused(2, "call", "ticket=Q+001", 409, "not waiting any more").await;
    for _ in 0..2 {
        assert_eq!(bench.send(1, "call", "chosen", "current=&ticket=Q+003").await.status, 303);
    }
    let page = bench.page(1).await;
    assert!(page.contains("you chose this one") && page.contains("an interpreter is needed"), "{page}");
    assert_eq!(form(&page, "/desk/1/call"), "", "a busy desk calls no other ticket");
    let refused = bench.is_refused(1, "call", "ticket=Q+002", 409, "Finish").await;
    assert!(refused.contains(r#"id="one-Q-002" open"#), "said in the row: {refused}");
    bench.is_refused(1, "dismiss", "ticket=Q+003", 409, "not waiting any more").await;
    bench.is_refused(1, "urgent", "ticket=Q+003&reason=health", 409, "not waiting any more").await;
    bench.is_refused(1, "take-back", "ticket=Q+002", 409, "Q 002").await;
}

#[tokio::test]
async fn a_visitor_without_a_ticket_is_served_from_the_page() {
    let bench = Bench::new().await;
    let page = bench.page(2).await;
    let offered = form(&page, "/desk/2/walk-in");
    for service in ["permit", "mediation"] {
        assert!(offered.contains(&format!(r#"value="{service}""#)), "{offered}");
    }
    assert!(!offered.contains("card"), "only what the desk does: {offered}");
    let refused = bench.is_refused(2, "walk-in", "current=&service=permit&language=", 422, "Choose").await;
    assert!(
        refused.contains(r#"id="walk-in-box" open"#) && refused.contains(r#"value="permit" selected"#),
        "{refused}"
    );
    bench.is_refused(2, "walk-in", "current=&service=card&language=uk", 409, "card").await;
    bench.is_refused(2, "walk-in", "current=&service=permit&language=xx", 409, "xx").await;
    for _ in 0..2 {
        assert_eq!(bench.send(2, "walk-in", "twice", "current=&service=mediation&language=uk").await.status, 303);
    }
    let page = bench.page(2).await;
    assert!(page.contains("M 001") && page.contains(r#"data-verb="finish-and-next""#), "{page}");
    bench.is_refused(2, "walk-in", "current=&service=permit&language=uk", 409, "M 001").await;
    bench.is_refused(3, "walk-in", "current=&service=card&language=uk", 409, "closed").await;
}

#[tokio::test]
async fn the_steps_of_the_ticket_at_the_desk_are_changed() {
    let bench = Bench::new().await;
    bench.is_refused(1, "add-step", "current=&service=jobs", 409, "Nobody is at desk").await;
    bench.does(1, "call-next", "current=").await;
    bench.is_refused(1, "add-step", "current=Q+001&service=", 422, "Choose").await;
    bench.is_refused(1, "add-step", "current=Q+002&service=jobs", 409, "another number now").await;
    bench.is_refused(1, "add-step", "current=Q+001&service=permit", 409, "already").await;
    for _ in 0..2 {
        assert_eq!(bench.send(1, "add-step", "twice", "current=Q+001&service=jobs").await.status, 303);
    }
    let page = bench.page(1).await;
    assert!(form(&page, "/desk/1/drop-step").contains(r#"value="jobs""#), "{page}");
    assert!(!form(&page, "/desk/1/add-step").contains("jobs"), "it is there already");
    bench.is_refused(1, "drop-step", "current=Q+001&service=permit", 409, "permit").await;
    bench.is_refused(1, "drop-step", "current=Q+003&service=jobs", 409, "another number now").await;
    bench.does(1, "drop-step", "current=Q+001&service=jobs").await;
    assert_eq!(bench.ticket("Q 001").await["steps"].as_array().map(Vec::len), Some(1));
    assert_eq!(form(&bench.page(1).await, "/desk/1/drop-step"), "");
}

#[tokio::test]
async fn the_desk_sees_that_a_visitor_must_be_fetched_quietly() {
    let bench = Bench::new().await;
    bench.world.visitor("care.talk", "it").await;
    bench.world.post("/api/v1/desks/5/open", &bench.clerk, "").await;
    let page = bench.page(5).await;
    assert_eq!(numbers(&page, "waiting"), ["N 001"]);
    assert!(page.contains("discreet"), "{page}");
    bench.does(5, "call-next", "current=").await;
    assert!(bench.page(5).await.contains("go and fetch the person"));
}
