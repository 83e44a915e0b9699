//! The end of a business day in a house that is at work: nobody who waits is lost, and nothing forgotten outlives the night.

use crate::queue_fixture::{House, mind_with, service_code};
use crate::world::{World, need_code};
use jiff::civil::date;
use sportello::domain::command::Command;
use sportello::domain::{
    AbsenceKind, Attendance, DeskNumber, DeskState, HouseState, Need, Tally, Ticket, TicketNumber, TicketState,
};
use sportello::journal::DataFolder;
use std::path::Path;

const ONE: DeskNumber = DeskNumber(1);
const TWO: DeskNumber = DeskNumber(2);
const HOUSE: &str = "colour = \"#0033A0\"\npresence = \"always\"";

/// The hours of the house's own institution.
fn hours(presence: &str) -> String {
    format!("colour = \"#0033A0\"\npresence = {presence}")
}

/// A Tuesday evening, ten minutes before midnight: two desks at work, and the tickets that are in the house.
fn evening(presence: &str) -> (House, Vec<TicketNumber>) {
    let mut house = House::with(&[(HOUSE, &hours(presence))], "2026-11-24T22:30:00+01:00");
    house.opens(&[1, 2, 5]);
    house.does(Command::Pause { desk: TWO }).unwrap();
    let mut comes = |need: &str| {
        house.minutes_pass(2);
        house.comes(&[need], "it")
    };
    let (served, serving, parked, missed) = (comes("help"), comes("help"), comes("help"), comes("help"));
    let (called, first, second, code) = (comes("talk"), comes("help"), comes("help"), comes("code"));
    house.now = "2026-11-24T23:50:00+01:00".parse().unwrap();
    assert_eq!(house.serves(1), Some(served));
    house.does(Command::Call { desk: ONE, ticket: parked }).unwrap();
    house.does(Command::Park { desk: ONE, expected: None }).unwrap();
    house.does(Command::Call { desk: ONE, ticket: missed }).unwrap();
    house.does(Command::NoShow { desk: ONE, expected: None }).unwrap();
    house.does(Command::Call { desk: DeskNumber(5), ticket: called }).unwrap();
    house.does(Command::Call { desk: ONE, ticket: serving }).unwrap();
    house.starts(1);
    (house, vec![serving, parked, missed, called, first, second, code])
}

fn midnight(house: &mut House) {
    house.now = "2026-11-25T00:00:03+01:00".parse().unwrap();
    house.turns();
    assert_eq!(house.day.date(), Some(date(2026, 11, 25)));
}

/// A ticket without its place, which is counted anew each day.
fn told(ticket: &Ticket) -> Ticket {
    Ticket { place: 0, ..ticket.clone() }
}

#[test]
fn whoever_is_in_a_house_at_work_stays_with_number_age_and_state() {
    for presence in ["\"always\"", "{ tue = [\"20:00-3:00\"] }", "{ tue = [\"20:00-24:00\"], wed = [\"0:00-6:00\"] }"] {
        let (mut house, in_the_house) = evening(presence);
        let before: Vec<Ticket> = in_the_house.iter().map(|number| told(house.ticket(*number))).collect();
        let quiet_call = house.ticket(in_the_house[3]).is_quiet();
        midnight(&mut house);
        let after: Vec<Ticket> = house.day.tickets().map(|ticket| told(ticket)).collect();
        assert_eq!(after.len(), before.len(), "{presence}: who was served has left");
        for ticket in &before {
            assert!(after.contains(ticket), "{presence}: {ticket:?} became {:?}", house.day.ticket(ticket.number));
        }
        assert!(quiet_call, "the call of a quiet ticket stays quiet");
        let desks: Vec<_> = house.day.desks_now().map(|(desk, now)| (desk.0, now.state, now.current)).collect();
        let (serving, called) = (Some(in_the_house[0]), Some(in_the_house[3]));
        let paused = (2, DeskState::Paused, None);
        assert_eq!(desks, [(1, DeskState::Open, serving), paused, (5, DeskState::Open, called)], "{presence}");
        // Work goes on in the old order, with further numbers.
        house.finishes(1);
        assert_eq!(house.calls(1).map(|(number, _)| number), Some(in_the_house[4]), "{presence}");
        house.does(Command::TakeBack { desk: ONE, ticket: in_the_house[2] }).unwrap();
        house.does(Command::NoShow { desk: ONE, expected: None }).unwrap();
        house.does(Command::Resume { desk: ONE, ticket: in_the_house[1] }).unwrap();
        let new = house.comes(&["help"], "it");
        assert!(
            house.day.tickets().all(|ticket| ticket.number.letter != new.letter || ticket.number.count <= new.count)
        );
        assert_eq!(new.count, 7, "{presence}: numbers go on");
    }
}

#[test]
fn where_the_hours_are_over_only_a_desk_at_work_and_its_queue_stay() {
    let (mut house, in_the_house) = evening("{ tue = [\"20:00-24:00\"] }");
    midnight(&mut house);
    assert!(matches!(house.state(in_the_house[0]), TicketState::Serving { desk: ONE, .. }), "mid-sentence");
    let (code, others) = in_the_house.split_last().unwrap();
    assert!(others.iter().all(|number| house.day.ticket(*number).is_some()));
    assert!(house.day.ticket(*code).is_none(), "no desk is there for it");
    house.finishes(1);
    assert_eq!(house.calls(1).map(|(number, _)| number), Some(in_the_house[4]));
}

#[test]
fn a_desk_without_visitors_yet_and_one_that_a_newcomer_waits_for_stay_open() {
    let mut house = House::with(&[(HOUSE, HOUSE)], "2026-11-24T18:00:00+01:00");
    house.opens(&[2]);
    house.now = "2026-11-24T22:30:00+01:00".parse().unwrap();
    house.opens(&[5]);
    midnight(&mut house);
    let open = |house: &House| house.day.desks_now().filter(|(_, now)| now.state == DeskState::Open).count();
    assert_eq!(open(&house), 1, "desk 5 was opened in the evening; at desk 2 nothing has happened for six hours");

    let mut house = House::with(&[(HOUSE, HOUSE)], "2026-11-24T18:00:00+01:00");
    house.opens(&[1]);
    let forgotten = house.comes(&["help"], "it");
    house.now = "2026-11-24T23:50:00+01:00".parse().unwrap();
    let number = house.comes(&["help"], "it");
    midnight(&mut house);
    assert_eq!(open(&house), 1);
    assert!(house.day.ticket(forgotten).is_none(), "a newcomer takes no forgotten queue along");
    assert_eq!(house.calls(1).map(|(called, _)| called), Some(number));
}

#[test]
fn what_was_forgotten_leaves_with_the_day() {
    // Desks left open and numbers left behind at half past five, in a house that gives no hours.
    let mut house = House::at("2026-11-24T17:00:00+01:00");
    house.opens(&[1, 2]);
    let numbers = [house.comes(&["help"], "it"), house.comes(&["help"], "it"), house.comes(&["code"], "it")];
    house.minutes_pass(30);
    house.calls(1).unwrap();
    house.starts(1);
    midnight(&mut house);
    assert_eq!(house.day.tickets().len(), 0);
    assert!(house.day.desks_now().all(|(_, desk)| desk.state == DeskState::Closed));
    assert_eq!(house.comes(&["help"], "it"), numbers[0], "numbers begin anew");
    // Nor does anything go over after a night without the program, or over a gap of days.
    for later in ["2026-11-25T08:00:00+01:00", "2026-11-26T00:00:03+01:00"] {
        let (mut house, in_the_house) = evening("{ tue = [\"20:00-3:00\"], thu = [\"8:00-12:00\"] }");
        house.now = later.parse().unwrap();
        house.turns();
        assert!(in_the_house.iter().all(|number| house.day.ticket(*number).is_none()), "{later}");
    }
}

#[test]
fn a_ticket_goes_over_once() {
    let (mut house, in_the_house) = evening("\"always\"");
    midnight(&mut house);
    house.now = "2026-11-25T23:58:00+01:00".parse().unwrap();
    let new = house.comes(&["help"], "it");
    house.finishes(1);
    house.does(Command::Call { desk: ONE, ticket: new }).unwrap();
    house.now = "2026-11-26T00:00:03+01:00".parse().unwrap();
    house.turns();
    let left: Vec<_> = house.day.tickets().map(|ticket| ticket.number).collect();
    assert_eq!(left, [new], "{in_the_house:?} came two days ago");
}

#[test]
fn who_goes_over_is_counted_once() {
    let (mut house, in_the_house) = evening("\"always\"");
    midnight(&mut house);
    house.finishes(1);
    house.minutes_pass(30);
    house.serves(1).unwrap();
    house.now = "2026-11-26T04:00:00+01:00".parse().unwrap();
    house.turns();
    let tallies = Tally::of(house.day.site(), &house.journal);
    let flow = |tally: &Tally| {
        let hours = tally.hours.values();
        hours.fold((tally.issued(), 0, 0), |sum, it| (sum.0, sum.1 + it.served, sum.2 + it.withdrawn))
    };
    let counted: Vec<_> = tallies.iter().map(flow).collect();
    assert_eq!(counted, [(in_the_house.len() as u32 + 1, 1, 0), (0, 2, 4)]);
}

#[test]
fn on_disk_is_only_who_is_in_the_house() {
    let site = || mind_with(&[]);
    let world = World::of(site(), "2026-11-24T23:40:00+01:00");
    world.desk(1).opens();
    let (served, waiting) = (world.visitor("help", "it"), world.visitor("help", "ti"));
    assert_eq!(world.desk(1).calls_next(), Some(served));
    world.desk(1).starts().unwrap();
    world.desk(1).finishes().unwrap();
    let (gone, here) = (world.ticket(served), world.ticket(waiting));
    let is_on_disk = |world: &World, ticket: &Ticket| {
        let files = std::fs::read_dir(world.folder()).unwrap().flatten().map(|file| file.path());
        let token = ticket.token.to_string();
        files.filter(|file| file.is_file()).any(|file| contains(&file, token.as_bytes()))
    };
    assert!(is_on_disk(&world, &gone) && DataFolder::database(world.folder()).exists());
    world.clock.turn_to("2026-11-25T00:00:02+01:00".parse().unwrap());
    world.desk(3).opens();
    assert!(!is_on_disk(&world, &gone) && is_on_disk(&world, &here));
    let world = world.restarts();
    assert_eq!(told(&world.ticket(waiting)), told(&here), "as it was, from the disk");
    assert_eq!(world.desk(1).calls_next(), Some(waiting));
    world.clock.turn_to("2026-11-26T04:00:00+01:00".parse().unwrap());
    world.desk(3).opens();
    assert!(!is_on_disk(&world, &here));
}

fn contains(file: &Path, part: &[u8]) -> bool {
    std::fs::read(file).unwrap().windows(part.len()).any(|bytes| bytes == part)
}

#[test]
fn whether_the_house_is_open_is_said_alike_everywhere() {
    let doors = "[doors]\nhours = { tue = [\"9:00-18:00\"] }\n\n[rules]";
    let changes = [("[rules]", doors), ("services = [\"talk\"]\ndiscreet = true", "person = 5")];
    let mut house = House::with(&changes, "2026-11-24T05:00:00+01:00");
    let need = |house: &House, code: &str| Need::clone(house.day.site().need(&need_code(code)).unwrap());
    let kind = |house: &House, code: &str| house.day.absence(&[&need(house, code)], house.now).map(|it| it.kind);
    assert!(matches!(house.day.house(house.now), HouseState::Before { .. }));
    assert_eq!(kind(&house, "code"), Some(AbsenceKind::HouseClosed));
    assert_eq!(kind(&house, "talk"), Some(AbsenceKind::ClosedNow));
    // A desk is at work before the doors open: then the house is open for every need.
    house.opens(&[1]);
    assert_eq!(house.day.attendance(&service_code("help"), house.now), Attendance::Open);
    assert!(house.day.house(house.now).is_open());
    assert_eq!(kind(&house, "code"), None);
    house.now = "2026-11-24T20:00:00+01:00".parse().unwrap();
    assert!(house.day.house(house.now).is_open(), "desk 1 works on");
    assert_eq!(kind(&house, "code"), Some(AbsenceKind::ClosedNow), "not the house: this service's hours are over");
    house.does(Command::Close { desk: ONE }).unwrap();
    assert!(matches!(house.day.house(house.now), HouseState::Closed { .. }));
    assert_eq!(kind(&house, "code"), Some(AbsenceKind::HouseClosed));
}
