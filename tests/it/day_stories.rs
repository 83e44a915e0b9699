//! Days at the site, told as stories.

use crate::world::World;
use sportello::domain::{Board, Refusal, SlipOutcome, TicketState};
use sportello::hub::HubError;

#[test]
fn a_visitor_takes_a_number_is_called_served_and_leaves() {
    let world = World::new();
    let number = world.visitor("health.ssn", "ar");
    assert_eq!(number.to_string(), "H 001");
    let desk = world.desk_for("health.ssn").opens();

    assert_eq!(desk.calls_next(), Some(number));
    assert!(matches!(world.state(number), TicketState::Called { desk: at, .. } if at == desk.desk));
    let board = Board::of(&world.hub.day());
    assert_eq!((board.calls[0].ticket, board.calls[0].desk, board.calls[0].is_open()), (number, desk.desk, true));

    desk.starts().expect("the visitor came");
    desk.finishes().expect("the visitor was served");
    assert!(matches!(world.state(number), TicketState::Served { .. }));
    assert_eq!(desk.calls_next(), None);
    assert_eq!(world.hub.day().current(desk.desk), None);
}

#[test]
fn numbers_count_per_letter_and_first_come_is_first_called() {
    let world = World::new();
    let numbers =
        ["health.ssn", "tax.code", "health.ssn", "tax.code"].map(|need| world.visitor(need, "it").to_string());
    assert_eq!(numbers, ["H 001", "E 001", "H 002", "E 002"]);
    let health = world.desk_for("health.ssn").opens();
    let tax = world.desk_for("tax.code").opens();
    assert_eq!(health.calls_next().map(|it| it.to_string()), Some("H 001".to_owned()));
    assert_eq!(tax.calls_next().map(|it| it.to_string()), Some("E 001".to_owned()));
}

#[test]
fn who_does_not_come_is_marked_and_can_be_taken_back_in_the_old_place() {
    let world = World::new();
    let late = world.visitor("tax.code", "fr");
    let second = world.visitor("tax.code", "it");
    let desk = world.desk_for("tax.code").opens();

    assert_eq!(desk.calls_next(), Some(late));
    let first_call = world.hub.day().last_call();
    let again = desk.recalls().expect("once more");
    assert!(again.call > first_call);
    desk.waits_in_vain().expect("nobody came");
    assert_eq!(desk.takes_back(second).unwrap_err(), Refusal::NotNoShow(second));

    desk.takes_back(late).expect("there she is");
    assert_eq!(desk.calls_next(), Some(late), "the age is kept");
    assert_eq!(desk.takes_back(late).unwrap_err(), Refusal::NotNoShow(late));
}

#[test]
fn two_needs_are_one_number_and_two_desks() {
    let world = World::new();
    let needs = ["tax.code", "health.ssn"];
    let number = world.try_visitor(&needs, "uk", None).expect("a ticket").number;
    assert_eq!(number.to_string(), "E 001");
    let (tax, health) = (world.desk_for("tax.code").opens(), world.desk_for("health.ssn").opens());

    assert_eq!(health.calls_next(), None, "the first step comes first");
    assert_eq!(tax.calls_next(), Some(number));
    assert_eq!(health.calls_next(), None, "nobody is at two desks");
    tax.starts().unwrap();
    tax.finishes().unwrap();
    assert!(world.ticket(number).is_waiting());
    assert_eq!(health.calls_next(), None, "she is still on the way");
    world.minutes_pass(2);
    assert_eq!(health.calls_next(), Some(number));
    health.starts().unwrap();
    health.finishes().unwrap();
    assert!(matches!(world.state(number), TicketState::Served { .. }));
}

#[test]
fn a_command_sent_twice_with_one_key_is_done_once() {
    let world = World::new();
    let first = world.try_visitor(&["health.ssn"], "it", Some("touch-1")).unwrap();
    let again = world.try_visitor(&["health.ssn"], "it", Some("touch-1")).unwrap();
    assert_eq!((first.number, first.token), (again.number, again.token));
    world.visitor("health.ssn", "it");
    let desk = world.desk_for("health.ssn").opens();

    let call = desk.try_calls_next(Some("next-1")).unwrap().unwrap();
    let repeated = desk.try_calls_next(Some("next-1")).unwrap().unwrap();
    assert_eq!((call.ticket.number, call.call), (repeated.ticket.number, repeated.call));
    let other = world.desk_for("tax.code").opens();
    assert_eq!(other.try_calls_next(Some("next-1")).unwrap_err(), Refusal::KeyReused);
    assert_eq!(world.try_visitor(&["tax.code"], "it", Some("next-1")).unwrap_err(), Refusal::KeyReused);

    for (needs, language) in [(["tax.code"], "it"), (["health.ssn"], "ar")] {
        let other = world.try_visitor(&needs, language, Some("touch-1"));
        assert_eq!(other.unwrap_err(), Refusal::KeyReused, "the same key for another wish");
    }

    let world = world.restarts();
    let after = world.try_visitor(&["health.ssn"], "it", Some("touch-1")).unwrap();
    assert_eq!(after.number, first.number, "the key outlives a restart");
}

#[test]
fn what_the_state_forbids_is_refused_and_changes_nothing() {
    let world = World::new();
    let desk = world.desk_for("tax.code");
    let number = desk.desk;
    assert_eq!(desk.try_calls_next(None).unwrap_err(), Refusal::DeskClosed(number));
    assert_eq!(desk.pauses().unwrap_err(), Refusal::DeskClosed(number));
    desk.opens().opens();
    for refused in [desk.recalls().map(|_| ()), desk.starts().map(|_| ()), desk.finishes().map(|_| ())] {
        assert_eq!(refused.unwrap_err(), Refusal::DeskHasNoTicket(number));
    }
    desk.pauses().unwrap();
    desk.pauses().expect("twice is not a mistake");
    assert_eq!(desk.try_calls_next(None).unwrap_err(), Refusal::DeskPaused(number));
    desk.opens();

    let ticket = world.visitor("tax.code", "it");
    desk.calls_next();
    let before = world.hub.day().sequence();
    assert_eq!(desk.try_calls_next(None).unwrap_err(), Refusal::DeskBusy { desk: number, ticket });
    assert_eq!(desk.closes().unwrap_err(), Refusal::DeskBusy { desk: number, ticket });
    assert_eq!(desk.finishes().unwrap_err(), Refusal::NotServing(ticket));
    desk.starts().unwrap();
    assert_eq!(desk.starts().unwrap_err(), Refusal::AlreadyServing(ticket));
    assert_eq!(desk.waits_in_vain().unwrap_err(), Refusal::AlreadyServing(ticket));
    assert_eq!(world.hub.day().sequence().0, before.0 + 1);
    desk.pauses().expect("the current ticket is kept");
    desk.finishes().expect("and served");
    assert_eq!(world.desk(99).try_calls_next(None).unwrap_err(), Refusal::UnknownDesk(world.desk(99).desk));
    let elsewhere = world.service_for("health.ssn");
    assert!(matches!(desk.try_opens(&[elsewhere.as_str()]), Err(Refusal::ServiceNotAtDesk { .. })));
    assert!(matches!(desk.try_opens(&["no.such"]), Err(Refusal::UnknownService(_))));
}

#[test]
fn bad_wishes_are_refused() {
    let world = World::new();
    let refused = |needs: &[&str], language| world.try_visitor(needs, language, None).unwrap_err();
    assert_eq!(refused(&[], "it"), Refusal::NoNeed);
    assert!(matches!(refused(&["no.such"], "it"), Refusal::UnknownNeed(_)));
    assert!(matches!(refused(&["health"], "it"), Refusal::UnknownNeed(_)), "a menu is not a need to be served");
    assert!(matches!(refused(&["health.ssn"], "xx"), Refusal::UnknownLanguage(_)));
    assert!(matches!(refused(&["legal.minor"], "it"), Refusal::NoTicketNeeded { .. }));
    assert_eq!(refused(&["tax.code"; 6], "it"), Refusal::TooManyNeeds);
    assert_eq!(world.hub.day().tickets().len(), 0);
}

#[test]
fn an_institution_that_is_away_gives_no_numbers_and_says_when_it_is_back() {
    let saturday_night = World::at("2026-11-28T23:30:00+01:00");
    match saturday_night.try_visitor(&["permit.family"], "fr", None).unwrap_err() {
        Refusal::NotHereToday { back: Some(back), .. } => assert_eq!(back.to_string(), "2026-12-01T09:00:00"),
        other => panic!("{other:?}"),
    }
    saturday_night.visitor("health.ssn", "fr");
    World::new().visitor("permit.family", "fr");
}

#[test]
fn a_visitor_may_leave_while_waiting_and_not_later() {
    let world = World::new();
    let leaving = world.try_visitor(&["tax.code"], "it", None).unwrap();
    let called = world.try_visitor(&["tax.code"], "it", None).unwrap();
    world.wait(world.hub.withdraw(leaving.token, None)).expect("goes");
    world.wait(world.hub.withdraw(leaving.token, None)).expect("twice is not a mistake");
    let desk = world.desk_for("tax.code").opens();
    assert_eq!(desk.calls_next(), Some(called.number));
    assert!(world.wait(world.hub.withdraw(called.token, None)).is_err());
}

#[test]
fn a_restart_brings_the_very_same_day_back() {
    let world = World::new();
    let served = world.visitor("health.ssn", "ar");
    world.visitor("health.ssn", "it");
    let desk = world.desk_for("health.ssn").opens();
    desk.calls_next();
    desk.starts().unwrap();
    desk.finishes().unwrap();
    desk.calls_next();
    world.wait(world.hub.report_slip(served, SlipOutcome::Printed)).unwrap();
    let before = world.hub.day();

    let world = world.restarts();
    let after = world.hub.day();
    assert_eq!(after.sequence(), before.sequence());
    assert!(after.tickets().eq(before.tickets()));
    assert_eq!(after.desk(desk_number(&world)), before.desk(desk_number(&world)));
    assert_eq!(Board::of(&after), Board::of(&before));
    assert_eq!(world.visitor("health.ssn", "it").to_string(), "H 003");
}

#[test]
fn what_is_meant_for_one_visitor_is_not_done_to_the_next() {
    let world = World::new();
    let (first, second) = (world.visitor("tax.code", "it"), world.visitor("tax.code", "it"));
    let desk = world.desk_for("tax.code").opens();
    desk.calls_next();
    desk.waits_in_vain().unwrap();
    desk.calls_next();
    let late = world.wait(world.hub.no_show(desk.desk, Some(first), None));
    assert_eq!(late.unwrap_err(), HubError::Refused(Refusal::MovedOn(desk.desk)));
    assert!(matches!(world.state(second), TicketState::Called { .. }));
    world.wait(world.hub.start(desk.desk, Some(second), None)).expect("the one that is meant");
}

#[test]
fn whoever_is_on_the_way_stays_on_the_board_however_many_are_called_and_served_after() {
    let world = World::new();
    let slow = world.visitor("health.ssn", "ar");
    world.desk_for("health.ssn").opens().calls_next();
    let desk = world.desk_for("tax.code").opens();
    for _ in 0..10 {
        world.visitor("tax.code", "it");
        desk.calls_next();
        desk.starts().unwrap();
        desk.finishes().unwrap();
    }
    let board = Board::of(&world.hub.day());
    assert_eq!(board.calls[0].ticket, slow);
    assert_eq!(board.calls.len(), 6);
}

#[test]
fn people_ahead_are_all_whom_the_same_desk_may_call_before() {
    let world = World::new();
    let desk = world.desk_for("tax.code").desk;
    let services = world.site.desk(desk).unwrap().services.clone();
    let other = world.site.needs().iter().flat_map(|need| need.menu()).find(|need| {
        need.services().len() == 1
            && services.contains(&need.services()[0])
            && need.services()[0] != world.service_for("tax.code")
    });
    let other = other.expect("the desk does something else as well").code.to_string();
    world.visitor(&other, "it");
    world.visitor(&other, "it");
    let number = world.visitor("tax.code", "it");
    assert_eq!(world.hub.day().ahead(&world.ticket(number)), 2);
}

#[test]
fn the_night_after_nothing_of_the_day_is_left_in_the_file() {
    let world = World::at("2026-11-24T20:50:00+01:00");
    let token = world.try_visitor(&["tax.code"], "ar", None).unwrap().token.to_string();
    let number = world.visitor("tax.code", "ar").to_string();
    let bytes = |world: &World| {
        let files =
            std::fs::read_dir(world.folder()).unwrap().map(|entry| std::fs::read(entry.unwrap().path()).unwrap());
        files.flatten().collect::<Vec<u8>>()
    };
    let stands = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    let before = bytes(&world);
    assert!(stands(&before, &token) && stands(&before, &number));
    world.minutes_pass(200);
    world.wait(world.hub.pause(world.desk(1).desk, None)).expect_err("the first command of the new day");
    let after = bytes(&world);
    assert!(!stands(&after, &token) && !stands(&after, &number), "the day before is still in the file");
}

fn desk_number(world: &World) -> sportello::domain::DeskNumber {
    world.desk_for("health.ssn").desk
}

#[test]
fn at_midnight_everybody_leaves_and_numbers_begin_again_but_calls_count_on() {
    let world = World::at("2026-11-24T20:58:00+01:00");
    let waiting = world.try_visitor(&["tax.code"], "it", None).unwrap();
    world.visitor("tax.code", "it");
    let desk = world.desk_for("tax.code").opens();
    desk.calls_next();
    let calls = world.hub.day().last_call();

    world.minutes_pass(185);
    assert_eq!(world.visitor("tax.code", "it").to_string(), "E 001");
    let day = world.hub.day();
    assert_eq!(day.tickets().len(), 1);
    assert!(day.ticket_of(waiting.token).is_none(), "yesterday's page is gone");
    assert_eq!(day.last_call(), calls);
    assert_eq!(desk.try_calls_next(None).unwrap_err(), Refusal::DeskClosed(desk.desk));
    let world = world.restarts();
    assert_eq!(world.visitor("tax.code", "it").to_string(), "E 002");
}

#[test]
fn a_clock_set_back_gives_no_number_twice_and_no_negative_wait() {
    let world = World::new();
    world.visitor("tax.code", "it");
    world.clock.turn_to("2026-11-20T08:00:00+01:00".parse().unwrap());
    assert_eq!(world.visitor("tax.code", "it").to_string(), "E 002");
    let desk = world.desk_for("tax.code").opens();
    let called = desk.try_calls_next(None).unwrap().unwrap();
    assert!(format!("{:?}", called.ticket.why).contains("minutes: 0"));
    let world = world.restarts();
    assert_eq!(world.visitor("tax.code", "it").to_string(), "E 003");
}
