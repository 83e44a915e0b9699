//! The real program loses its window, or ends, while a slip is being printed: its outcome is recorded all the same.

use crate::desktop::Desktop;
use crate::paper_actors::Script;
use crate::server::{Client, Data, Server};
use crate::touch::journey;
use crate::world::{World, demo_site, idempotency_key, need_code, tag};
use serde_json::json;
use sportello::app::copies::CopyPrinter;
use sportello::domain::{Day, SlipOutcome, SlipPrinter};
use sportello::locale::Locales;
use sportello::print;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

const SIZE: (u32, u32) = (1080, 1920);
/// Far longer than any step takes; only a step that never comes waits so long.
const SOON: Duration = Duration::from_secs(30);

/// A printer that says only after a while that the first slip is out.
fn slow_to_prove() -> (Script, String) {
    let mut script = Script::new(Some([0x12; 4]), Some(0));
    script.late_fence = Some(Duration::from_millis(2500));
    let address = script.start();
    (script, address)
}

/// What the day says of the only slip.
fn slip(server: &Server) -> String {
    let (_, day) = Client::clerk(server).get("/api/v1/day").expect("an answer");
    day["tickets"][0]["slip"].as_str().unwrap_or("none").to_owned()
}

#[test]
fn a_slip_that_comes_out_while_the_program_ends_is_proven_after_the_restart() {
    let (data, (printer, address)) = (Data::new(), slow_to_prove());
    let server =
        Server::start_with(&data, &["--screen", "none", "--listen", "127.0.0.1:0", "--printer", &address], &[]);
    let ticket = json!({"needs": ["permit.renew"], "language": "it", "print": true});
    let (status, answer) = Client::device(&server, &data).post("/api/v1/tickets", &ticket, None).expect("an answer");
    assert_eq!(status, 201, "{answer}");
    assert!(printer.has_cut(1), "the slip goes out");
    assert!(server.end());
    let server =
        Server::start_with(&data, &["--screen", "none", "--listen", "127.0.0.1:0", "--printer", &address], &[]);
    assert_eq!((slip(&server).as_str(), printer.slips()), ("printed", 1));
}

#[test]
fn the_outcome_of_a_slip_is_recorded_though_the_tasks_of_the_program_have_ended() {
    let (world, (printer, address)) = (World::new(), slow_to_prove());
    let spooler = print::start(&[address.parse().expect("an address")], world.clock.clone()).expect("the fonts");
    let (hub, clock, locales) = (world.hub.clone(), world.clock.clone(), Arc::new(Locales::load().expect("the texts")));
    let tasks = Runtime::new().expect("a runtime");
    tasks.spawn(CopyPrinter { hub, spooler: spooler.clone(), locales, clock, public_url: String::new() }.run());
    let [first, second] = ["first", "second"].map(|key| {
        let (needs, key) = (vec![need_code("health.ssn")], Some(idempotency_key(key)));
        let issued = world.hub.issue_with_slip(needs, tag("ar"), false, SlipPrinter::Site, key);
        world.wait(issued).expect("a ticket").number
    });
    assert!(printer.has_cut(1), "the first slip goes out, and its proof is still to come");
    drop(tasks);
    spooler.end();
    let world = world.restarts();
    assert_eq!(world.ticket(first).slip, Some(SlipOutcome::Printed));
    assert_eq!((world.ticket(second).slip, printer.slips()), (None, 1), "the other one was not begun");
}

#[test]
fn a_slip_of_a_glass_whose_display_is_lost_meanwhile_is_proven() {
    let (data, (printer, address)) = (Data::new(), slow_to_prove());
    let mut desktop = Desktop::open(SIZE.0, SIZE.1);
    let arguments = ["--listen", "127.0.0.1:0", "--printer", &address, "--window", "1080x1920"];
    let server = Server::start_with(&data, &arguments, &[("DISPLAY", &desktop.display)]);
    desktop.settled(SOON);
    let day = Arc::new(Day::new(Arc::new(demo_site())));
    for tap in journey(day, "it", "health.ssn", SIZE, jiff::Timestamp::now()) {
        desktop.touch_through(|| desktop.tap(tap));
    }
    assert!(printer.has_cut(1), "the slip goes out");
    desktop.close();
    let begun = Instant::now();
    while slip(&server) != "printed" {
        assert!(begun.elapsed() < Duration::from_secs(10), "the slip is {}", slip(&server));
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(server.end());
}
