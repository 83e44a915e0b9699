//! Slips of tickets that no glass has issued, and slips on whose way the program broke off.

use crate::copies::{Office, SOON, original, picture};
use crate::web_world;
use crate::world::{World, idempotency_key, need_code, tag};
use serde_json::json;
use sportello::domain::{SlipOutcome, SlipPrinter, Ticket, TicketNumber};
use sportello::locale::Locales;
use sportello::print::{OfflineCause, PrinterReport, PrinterStatus};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn issues(world: &World, printer: SlipPrinter, key: &str) -> Arc<Ticket> {
    let (needs, key) = (vec![need_code("health.ssn")], Some(idempotency_key(key)));
    world.wait(world.hub.issue_with_slip(needs, tag("ar"), false, printer, key)).expect("a ticket")
}

fn until_known(world: &World, ticket: TicketNumber) -> SlipOutcome {
    let begun = Instant::now();
    loop {
        if let Some(outcome) = world.ticket(ticket).slip {
            return outcome;
        }
        assert!(begun.elapsed() < SOON, "the outcome of the slip is not recorded");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_ticket_of_the_api_gets_its_slip_from_the_sites_printer_once() {
    let world = World::new();
    let slips = tempfile::tempdir().expect("a folder");
    let office = Office::opens(&world, slips.path());
    let silent = world.visitor("health.ssn", "it");
    let at_the_glass = issues(&world, SlipPrinter::Glass, "glass");
    let ticket = issues(&world, SlipPrinter::Site, "once");
    let words = picture(original(&world, ticket.number, &Locales::load().expect("the texts")));
    assert_eq!(issues(&world, SlipPrinter::Site, "once").number, ticket.number, "the same request");
    assert_eq!(until_known(&world, ticket.number), SlipOutcome::Printed);
    let other = issues(&world, SlipPrinter::Site, "other");
    assert_eq!(until_known(&world, other.number), SlipOutcome::Printed);
    let printed = office.slips(2);
    assert!(printed.len() == 2 && printed[0] == words, "an original each, and nothing for those without a request");
    assert_eq!([silent, at_the_glass.number].map(|number| world.ticket(number).slip), [None, None]);
    office.spooler.end();
}

#[test]
fn a_slip_on_whose_way_the_program_broke_off_is_unproven_and_does_not_come_by_itself() {
    let world = World::new();
    let cut_off =
        [SlipPrinter::Site, SlipPrinter::Glass].map(|printer| issues(&world, printer, &format!("{printer:?}")));
    let without = world.visitor("health.ssn", "it");
    let world = world.restarts();
    let slips = tempfile::tempdir().expect("a folder");
    let office = Office::opens(&world, slips.path());
    for ticket in &cut_off {
        assert_eq!(until_known(&world, ticket.number), SlipOutcome::Unknown);
    }
    assert_eq!(world.ticket(without).slip, None, "it was to have none");
    office.asks(&world, cut_off[0].number).expect("a copy");
    let locales = Locales::load().expect("the texts");
    let copy = picture(original(&world, cut_off[0].number, &locales).into_copy(&locales));
    assert!(office.slips(1) == [copy], "the copy alone is on paper");
    office.spooler.end();
}

#[test]
fn a_slip_that_was_asked_for_more_than_two_minutes_ago_does_not_come_any_more() {
    let world = World::new();
    let slips = tempfile::tempdir().expect("a folder");
    let mut asked = None;
    let office = Office::opens_after(&world, slips.path(), || {
        asked = Some(issues(&world, SlipPrinter::Site, "late").number);
        world.clock.advance(Duration::from_secs(150));
    });
    assert_eq!(until_known(&world, asked.expect("a ticket")), SlipOutcome::Failed, "its visitor has gone");
    assert!(office.slips(0).is_empty());
    office.spooler.end();
}

#[tokio::test]
async fn staff_see_which_slips_are_unproven() {
    let world = web_world::World::new();
    let clerk = world.sign_in("anna").await;
    let ticket = r#"{"needs":["permit.renew"],"language":"it","print":true}"#;
    let answer = world.post("/api/v1/tickets", &clerk, ticket).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    let number = TicketNumber::parse(answer.json()["number"].as_str().expect("a number")).expect("a number");
    let slip = async || world.get("/api/v1/day", &clerk).await.json()["tickets"][0]["slip"].clone();
    assert_eq!(slip().await, "printing");
    let mark = "slip may not have come out";
    let page = async || world.get("/desk/1?lang=en", &clerk).await.text;
    assert!(!page().await.contains(mark));
    world.hub.report_slip(number, SlipOutcome::Unknown).await.expect("it is recorded");
    assert_eq!(slip().await, "unproven");
    assert!(page().await.contains(mark));
    world.hub.report_slip(number, SlipOutcome::Printed).await.expect("it is recorded");
    assert_eq!(slip().await, "printed");
    assert!(!page().await.contains(mark));
}

#[tokio::test]
async fn every_printer_is_told_of_with_its_cause() {
    let world = web_world::World::new();
    let clerk = world.sign_in("anna").await;
    let report = web_world::report(PrinterStatus::Offline);
    let missing = PrinterReport { cause: Some(OfflineCause::NoSuchFile), ..report };
    let stuck = PrinterReport { cause: Some(OfflineCause::Hangs), ..missing.clone() };
    world.printer.0.send(vec![stuck]).expect("a receiver");
    assert!(world.get("/desk/1?lang=en", &clerk).await.text.contains("The system is stuck at the printer"));
    let health = world.get("/healthz", &clerk).await.json();
    assert!(health["printers"][0]["cause"].as_str().is_some_and(|cause| cause.contains("hangs")), "{health}");
    let mute = PrinterReport { name: "tcp://10.0.0.5:9100".to_owned(), ..web_world::report(PrinterStatus::Mute) };
    world.printer.0.send(vec![missing, mute]).expect("a receiver");
    let page = world.get("/desk/1?lang=en", &clerk).await.text;
    assert!(page.contains("lp:///dev/usb/lp0: The printer is not there"), "{page}");
    assert!(page.contains("tcp://10.0.0.5:9100: The printer takes slips and does not say whether"), "{page}");
    let health = world.get("/healthz", &clerk).await.json();
    assert_eq!(health["printers"][0]["problem"], "printer-offline");
    assert!(health["printers"][0]["cause"].as_str().is_some_and(|cause| cause.contains("no such file")), "{health}");
    assert_eq!(
        (&health["printers"][1]["problem"], &health["wrong"][0]),
        (&json!("printer-mute"), &json!("printer-mute"))
    );
}
