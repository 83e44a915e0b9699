//! The site file changes while people wait: each of them keeps what the ticket was promised, and is reached.

use crate::queue_fixture::{House, mind_with, service_code};
use crate::world::{TUESDAY_TEN, World, need_code, tag};
use rusqlite::Connection;
use sportello::domain::command::{Command, UNDO_WITHIN};
use sportello::domain::day::Touched;
use sportello::domain::{
    Board, Day, DeskNumber, Refusal, Site, Target, Ticket, TicketNumber, TicketState, TransferReason,
};
use sportello::journal::DataFolder;
use std::sync::Arc;

/// Desk 5 does `talk`, the discreet service, and `help`.
const FIVE: DeskNumber = DeskNumber(5);

const SERVICE: &str = r#"[[services]]
code = "talk"
institution = "house"
letter = "N"
label = { it = "Ascolto" }
minutes = 10
"#;
const NEED: &str = r##"[[needs]]
code = "talk"
label = { it = "Parlare" }
pictogram = "house"
colour = "#006B3C"
services = ["talk"]
discreet = true
"##;
const DESK: &str = r#"[[desks]]
number = 5
room = { it = "Primo piano" }
services = ["talk", "help"]
languages = ["it"]
"#;
const DESK_TWO: &str = "services = [\"help\"]\nlanguages = [\"it\", \"ti\"]";

/// A change of the file: what stands there, and what shall.
struct Change {
    name: &'static str,
    lines: Vec<(&'static str, &'static str)>,
    /// Whether a desk still does what the ticket waits for.
    has_place: bool,
    /// Whether the desk of the ticket is still there.
    has_desk: bool,
}

fn changes() -> Vec<Change> {
    let change = |name, lines, has_place, has_desk| Change { name, lines, has_place, has_desk };
    let services = ("services = [\"talk\", \"help\"]", "services = [\"help\"]");
    let to_desk_two = (DESK_TWO, "services = [\"help\", \"talk\"]\nlanguages = [\"it\", \"ti\"]");
    vec![
        change("service removed", vec![(SERVICE, ""), (NEED, ""), services], false, true),
        change(
            "service renamed",
            vec![
                (SERVICE, &*SERVICE.replacen("talk", "hear", 1).leak()),
                ("services = [\"talk\", \"help\"]", "services = [\"hear\", \"help\"]"),
                ("services = [\"talk\"]", "services = [\"hear\"]"),
            ],
            false,
            true,
        ),
        change("need removed", vec![(NEED, "")], true, true),
        change("need renamed", vec![(NEED, &*NEED.replacen("talk", "hear", 1).leak())], true, true),
        change("need told in other words", vec![("it = \"Parlare\"", "it = \"Altro\"")], true, true),
        change("need discreet no more", vec![("discreet = true", "discreet = false")], true, true),
        change("desk removed", vec![(DESK, ""), to_desk_two], true, false),
        change("desk and service removed", vec![(DESK, ""), (SERVICE, ""), (NEED, "")], false, false),
        change("desk renumbered", vec![("number = 5", "number = 6")], true, false),
        change("desk without the service", vec![services, to_desk_two], true, true),
        change(
            "institution renamed",
            vec![("code = \"house\"", "code = \"home\""), ("institution = \"house\"", "institution = \"home\"")],
            true,
            true,
        ),
        change(
            "language removed",
            vec![("[\"it\", \"ar\", \"ti\"]", "[\"it\", \"ar\"]"), ("[\"it\", \"ti\"]", "[\"it\"]")],
            true,
            true,
        ),
    ]
}

const STATES: [&str; 5] = ["waiting", "called", "serving", "parked", "no-show"];

/// A visitor with the discreet need, in Tigrinya, in one of the states. Desks 1, 2 and 5 are open.
fn visitor_in(state: &str) -> (World, TicketNumber) {
    let world = World::of(mind_with(&[]), TUESDAY_TEN);
    for desk in [1, 2, 5] {
        world.desk(desk).opens();
    }
    let number = world.visitor("talk", "ti");
    world.minutes_pass(3);
    let desk = world.desk(5);
    if state != "waiting" {
        world.wait(world.hub.call(FIVE, number, None)).expect("called");
    }
    match state {
        "serving" => drop(desk.starts().expect("served")),
        "parked" => drop(world.wait(world.hub.park(FIVE, None, None)).expect("parked")),
        "no-show" => drop(desk.waits_in_vain().expect("a no-show")),
        _ => {}
    }
    (world, number)
}

fn under(mut world: World, site: Site) -> World {
    world.site = Arc::new(site);
    world.restarts()
}

/// Serves the visitor to the end, whatever state the ticket is in; `at` is a desk that is open.
fn is_reached(world: &World, number: TicketNumber, at: u16) -> Result<(), Refusal> {
    let desk = |number| world.desk(number);
    let at = match world.state(number) {
        TicketState::Called { desk, .. } | TicketState::Serving { desk, .. } => desk.0,
        TicketState::NoShow { .. } => {
            desk(at).takes_back(number)?;
            at
        }
        _ => at,
    };
    let send = |command| match world.wait(world.hub.send(command, None)) {
        Ok(_) => Ok(()),
        Err(sportello::hub::HubError::Refused(refusal)) => Err(refusal),
        Err(other) => panic!("{other}"),
    };
    match world.state(number) {
        TicketState::Waiting { .. } => send(Command::Call { desk: DeskNumber(at), ticket: number })?,
        TicketState::Parked { .. } => send(Command::Resume { desk: DeskNumber(at), ticket: number })?,
        _ => {}
    }
    if let TicketState::Called { .. } = world.state(number) {
        desk(at).starts()?;
    }
    desk(at).finishes()?;
    assert!(matches!(world.state(number), TicketState::Served { .. }), "{number} is {:?}", world.state(number));
    Ok(())
}

fn label(ticket: &Ticket, site: &Site) -> Option<String> {
    let words = ticket.promise.need_label(&ticket.needs[0], site)?;
    words.get(site.house_language()).map(str::to_owned)
}

fn is_on_the_board(day: &Day, number: TicketNumber) -> bool {
    let board = Board::of(day);
    board.calls.iter().any(|call| call.ticket == number) || board.next.iter().any(|queue| queue.next.contains(&number))
}

#[test]
fn each_visitor_is_reached_after_each_change() {
    for Change { name, lines, has_place, has_desk } in changes() {
        for state in STATES {
            let told = format!("{name}, {state}");
            let (world, number) = visitor_in(state);
            let (before, was) = (world.ticket(number), label(&world.ticket(number), &world.site));
            let world = under(world, mind_with(&lines));
            let (day, ticket) = (world.hub.day(), world.ticket(number));
            assert!(ticket.is_quiet() && !is_on_the_board(&day, number), "{told}: it was discreet");
            assert_eq!(label(&ticket, &world.site), was, "{told}: the need has its words");
            assert_eq!(ticket.aged_since, before.aged_since, "{told}: the age stays");
            assert_eq!(day.has_place(&ticket), has_place, "{told}");
            let is_back = !has_desk && matches!(state, "called" | "serving");
            assert_eq!(ticket.state.desk(), before.state.desk().filter(|_| !is_back), "{told}");
            assert!(!is_back || ticket.is_waiting(), "{told}: it waits again");
            let is_listed = day.without_place().iter().any(|it| it.number == number);
            assert_eq!(is_listed, !has_place && ticket.state.desk().is_none(), "{told}");
            if has_desk {
                assert_ne!(day.desk(FIVE).services.len(), 0, "{told}");
            } else {
                assert_eq!(day.desk(FIVE).state, sportello::domain::DeskState::Closed, "{told}");
                let six = world.site.desk(DeskNumber(6)).map(|_| world.desk(6).opens());
                assert!(six.is_none() || name == "desk renumbered");
            }
            let does_it = world.site.desks_for(&service_code("talk")).next().map_or(1, |desk| desk.number.0);
            // Without a place, even a desk that never did the service may call.
            is_reached(&world, number, if has_place { does_it } else { 1 })
                .unwrap_or_else(|refusal| panic!("{told}: {refusal:?}"));
        }
    }
}

#[test]
fn a_ticket_without_a_place_can_be_made_urgent_handed_on_and_dismissed() {
    let gone = [(SERVICE, ""), (NEED, ""), ("services = [\"talk\", \"help\"]", "services = [\"help\"]")];
    let (world, number) = visitor_in("waiting");
    let (older, world) = (number, under(world, mind_with(&gone)));
    let urgent = world.hub.set_urgent(older, Some(sportello::domain::UrgencyReason::Health), None);
    world.wait(urgent).expect("urgent");
    assert_eq!(world.desk(1).calls_next(), None, "no desk calls it by itself");
    world.wait(world.hub.call(DeskNumber(1), older, None)).expect("called by choice");
    let to = Target::Service(service_code("help"));
    let reason = TransferReason::OtherNeed;
    world.wait(world.hub.transfer(DeskNumber(1), Some(older), to, reason, None)).expect("handed on");
    assert!(world.hub.day().has_place(&world.ticket(older)) && world.ticket(older).is_quiet());
    assert_eq!(world.desk(2).calls_next(), Some(older), "it has a place again, and desk 2 speaks the language");
    let (world, number) = visitor_in("parked");
    let world = under(world, mind_with(&gone));
    world.wait(world.hub.dismiss(Some(DeskNumber(1)), number, None)).expect("dismissed");
    assert!(world.hub.day().without_place().is_empty());
    world.wait(world.hub.undo(DeskNumber(1), Some(number), None, None)).expect("undone");
    assert_eq!(world.hub.day().without_place().len(), 1);
}

#[test]
fn what_a_change_would_touch_is_told_before_it_is_made() {
    let (talk, need) = (service_code("talk"), need_code("talk"));
    for Change { name, lines, has_place, has_desk } in changes() {
        for state in STATES {
            let (world, number) = visitor_in(state);
            let touched = world.hub.day().touched_by(&mind_with(&lines));
            let has = |one: Touched| touched.contains(&one);
            let told = format!("{name}, {state}: {touched:?}");
            let is_there = matches!(state, "called" | "serving");
            assert_eq!(has(Touched::NoPlace { ticket: number, service: talk.clone() }), !has_place, "{told}");
            assert_eq!(has(Touched::NoDesk { ticket: number, desk: FIVE }), !has_desk && is_there, "{told}");
            assert_eq!(has(Touched::NoOpenDesk { desk: FIVE }), !has_desk && !is_there, "{told}");
            let no_need =
                matches!(name, "service removed" | "need removed" | "need renamed" | "desk and service removed");
            assert_eq!(has(Touched::NoNeed { ticket: number, need: need.clone() }), no_need, "{told}");
            let no_language = Touched::NoLanguage { ticket: number, language: tag("ti") };
            assert_eq!(has(no_language), name == "language removed", "{told}");
            assert_eq!(world.hub.day().touched_by(&world.site), [], "the same file touches nothing");
        }
    }
}

#[test]
fn a_later_step_and_an_appointment_that_are_gone_are_reached_too() {
    let world = World::of(mind_with(&[]), TUESDAY_TEN);
    for desk in [1, 3, 4] {
        world.desk(desk).opens();
    }
    let number = world.try_visitor(&["code", "card"], "it", None).expect("a ticket").number;
    let at = "2026-11-24T11:00:00+01:00".parse().expect("a time");
    let code = world.wait(world.hub.book(service_code("card"), at, None)).expect("booked");
    let text = crate::queue_fixture::MIND;
    let block = |from: &str, to: &str| {
        let start = text.find(from).expect("the block");
        let end = text[start + 1..].find(to).map_or(text.len(), |end| start + 1 + end);
        text[start..end].to_owned()
    };
    let institution = block("[[institutions]]\ncode = \"clinic\"", "[[services]]");
    let service = block("[[services]]\ncode = \"card\"", "[[services]]");
    let desk = block("[[desks]]\nnumber = 4", "[[desks]]");
    let need = block("[[needs]]\ncode = \"card\"", "[[needs]]");
    let site = mind_with(&[(&institution, ""), (&service, ""), (&desk, ""), (&need, "")]);
    let touched = world.hub.day().touched_by(&site);
    let card = service_code("card");
    assert!(touched.contains(&Touched::NoLaterPlace { ticket: number, service: card.clone() }), "{touched:?}");
    assert!(touched.contains(&Touched::NoAppointment { code, service: card.clone() }), "{touched:?}");
    let world = under(world, site);
    assert_eq!(world.desk(3).calls_next(), Some(number));
    world.desk(3).starts().expect("served");
    world.desk(3).finishes().expect("finished");
    let ticket = world.ticket(number);
    assert!(ticket.is_waiting() && !world.hub.day().has_place(&ticket));
    let service = ticket.promise.service_label(&card, &world.site).expect("a name");
    assert_eq!(service.get(&tag("it")), Some("Tessera"));
    assert_eq!(ticket.promise.institution_name(&card, &world.site), Some("Clinica"));
    let booked = world.wait(world.hub.check_in(code, tag("it"), None)).expect("checked in").number;
    let listed: Vec<_> = world.hub.day().without_place().iter().map(|it| it.number).collect();
    assert_eq!(listed, [number, booked]);
    world.minutes_pass(2);
    for number in listed {
        is_reached(&world, number, 1).expect("reached");
    }
}

#[test]
fn an_open_desk_gets_what_was_added_and_loses_what_is_gone() {
    let world = World::of(mind_with(&[]), TUESDAY_TEN);
    world.desk(1).opens();
    world.desk(5).try_opens(&["talk"]).expect("without help, by choice");
    world.desk(2).opens().pauses().expect("paused");
    let number = world.visitor("code", "it");
    let desk_one = "services = [\"help\"]\nlanguages = [\"it\"]";
    let world = under(
        world,
        mind_with(&[
            (desk_one, "services = [\"help\", \"code\"]\nlanguages = [\"it\", \"ar\"]"),
            ("services = [\"talk\", \"help\"]", "services = [\"talk\", \"help\", \"code\"]"),
            (DESK_TWO, "services = [\"code\"]\nlanguages = [\"it\"]"),
        ]),
    );
    let day = world.hub.day();
    let services = |desk| day.desk(DeskNumber(desk)).services.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(services(1), ["help", "code"]);
    assert_eq!(services(5), ["talk", "code"], "what the clerk has not chosen stays away");
    assert_eq!(
        (services(2), day.desk(DeskNumber(2)).state),
        (vec!["code".to_owned()], sportello::domain::DeskState::Paused)
    );
    assert_eq!(world.desk(1).calls_next(), Some(number), "the added service is called at once");
    let sequence = world.hub.day().sequence();
    assert_eq!(world.restarts().hub.day().sequence(), sequence, "and nothing more happens at the next start");
}

#[test]
fn an_old_journal_without_promises_is_read_and_kept_quiet() {
    let (world, number) = visitor_in("waiting");
    let other = world.visitor("help", "it");
    let mut world = world;
    // Nothing else says that it was discreet.
    let renamed = NEED.replacen("talk", "hear", 1).replace("discreet = true", "discreet = false");
    world.site = Arc::new(mind_with(&[(NEED, &renamed)]));
    let world = world.restarts_after(|folder| {
        let database = Connection::open(DataFolder::database(folder)).expect("the journal");
        let changed = "UPDATE entry SET event = json_remove(event, '$.promise', '$.offered'), sum = NULL";
        assert!(database.execute(changed, []).expect("changed") > 4);
    });
    assert!(world.ticket(number).is_quiet(), "a need that is not known may have been discreet");
    assert!(!world.ticket(other).is_quiet(), "help is known and not discreet");
    assert!(!is_on_the_board(&world.hub.day(), number) && is_on_the_board(&world.hub.day(), other));
}

#[test]
fn another_service_of_the_same_desk_needs_no_walk() {
    let mut house = House::new();
    house.opens(&[5, 3]);
    let number = house.comes(&["help"], "it");
    house.calls(5).expect("called");
    let hand_on = |service: &str| Command::Transfer {
        desk: FIVE,
        expected: None,
        to: Target::Service(service_code(service)),
        reason: TransferReason::OtherNeed,
    };
    house.does(hand_on("talk")).expect("handed on");
    assert_eq!(house.calls(5).expect("called at once").0, number);
    house.does(hand_on("code")).expect("handed on");
    let call = Command::Call { desk: DeskNumber(3), ticket: number };
    assert_eq!(house.does(call).unwrap_err(), Refusal::OnTheWay(number), "to another desk there is a way");
    // The same for the next step of a ticket with several.
    let several = house.comes(&["help", "talk"], "it");
    house.does(Command::Call { desk: FIVE, ticket: several }).expect("called");
    house.starts(5);
    house.now += UNDO_WITHIN;
    house.finishes(5);
    assert_eq!(house.calls(5).expect("called at once").0, several);
}

#[test]
fn a_walk_in_gets_any_service_that_the_desk_can_do() {
    let mut house = House::new();
    let services = Some(vec![service_code("talk")]);
    house.does(Command::Open { desk: FIVE, languages: vec![], services }).expect("open for talk alone");
    let (language, token) = (tag("it"), house.token());
    let walk_in = |service: &str| Command::WalkIn {
        desk: FIVE,
        service: service_code(service),
        language: language.clone(),
        token,
    };
    let refused = Refusal::ServiceNotAtDesk { desk: FIVE, service: service_code("code") };
    assert_eq!(house.does(walk_in("code")).unwrap_err(), refused);
    house.does(walk_in("help")).expect("served");
}
