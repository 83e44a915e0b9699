//! Ways through the day: in which order they are planned and kept, how long they may be, who is ahead on them and who sits there.

use crate::queue_fixture::{House, language, service_code};
use crate::world::need_code;
use sportello::domain::command::{Command, Outcome};
use sportello::domain::{DeskNumber, DeskState, Refusal, Target, TicketState, TransferReason};

const ONE: DeskNumber = DeskNumber(1);

#[test]
fn nobody_is_ahead_of_who_is_called_and_of_who_waits_all_who_share_a_desk() {
    let mut house = House::new();
    house.opens(&[1, 2]);
    house.comes(&["help"], "it");
    let ticket = house.comes(&["help"], "it");
    house.comes(&["help"], "it");
    assert_eq!(house.day.ahead(house.ticket(ticket)), 1);
    house.does(Command::Call { desk: DeskNumber(2), ticket }).unwrap();
    assert_eq!(house.day.ahead(house.ticket(ticket)), 0, "she is called");
}

#[test]
fn what_a_desk_that_pauses_does_is_not_in_anybodys_way() {
    let mut house = House::new();
    house.opens(&[1, 5]);
    house.comes(&["talk"], "it");
    house.comes(&["help"], "it");
    assert_eq!(house.day.waiting_beside(&service_code("help")), 2, "desk 5 does both");
    house.does(Command::Pause { desk: DeskNumber(5) }).unwrap();
    assert_eq!(house.day.waiting_beside(&service_code("help")), 1, "desk 1 does not listen");
    assert_eq!((house.day.open_desks(&service_code("help")), house.day.open_desks(&service_code("talk"))), (1, 0));
    let now: Vec<_> = house.day.desks_now().map(|(number, desk)| (number.0, desk.state)).collect();
    assert_eq!(now, [(1, DeskState::Open), (5, DeskState::Paused)]);
    // Before any has opened: what they will do.
    let mut house = House::new();
    house.comes(&["talk"], "it");
    assert_eq!(house.day.waiting_beside(&service_code("help")), 1);
}

#[test]
fn a_discreet_step_makes_the_whole_way_quiet() {
    let mut house = House::new();
    house.opens(&[1]);
    let ticket = house.comes(&["help"], "it");
    assert!(!house.day.is_quiet(house.ticket(ticket)));
    house.does(Command::AddStep { desk: ONE, ticket, service: service_code("talk") }).unwrap();
    assert!(house.day.is_quiet(house.ticket(ticket)), "the step tells, though the need does not");
    // A discreet need for a service that others want openly.
    let shared = [("services = [\"talk\"]\ndiscreet", "services = [\"help\"]\ndiscreet")];
    let mut house = House::with(&shared, "2026-11-24T10:00:00+01:00");
    let (open, quiet) = (house.comes(&["help"], "it"), house.comes(&["talk"], "it"));
    assert_eq!([open, quiet].map(|number| house.day.is_quiet(house.ticket(number))), [false, true]);
}

#[test]
fn staff_may_call_what_the_desk_can_do_though_it_does_less_today() {
    let mut house = House::new();
    let talk = Some(vec![service_code("talk")]);
    house.does(Command::Open { desk: DeskNumber(5), languages: vec![], services: talk }).unwrap();
    let ticket = house.comes(&["help"], "it");
    assert_eq!(house.calls(5), None, "by itself it calls for nothing else");
    assert!(house.does(Command::Call { desk: DeskNumber(5), ticket }).is_ok());
}

#[test]
fn a_visitor_is_left_to_others_when_two_desks_speak_the_language_as_when_one_does() {
    let mut house = House::new();
    house.opens(&[1, 2]);
    let languages = vec![language("it"), language("ti")];
    house.does(Command::Open { desk: DeskNumber(5), languages, services: None }).unwrap();
    let ticket = house.comes(&["help"], "ti");
    assert_eq!(house.calls(1), None, "desks 2 and 5 speak it");
    house.minutes_pass(10);
    assert_eq!(house.calls(1).map(|(called, _)| called), Some(ticket));
}

#[test]
fn what_is_asked_twice_of_a_day_that_has_it_so_already_changes_nothing() {
    let mut house = House::new();
    house.opens(&[1]);
    let ticket = house.comes(&["help"], "it");
    for service in ["talk", "code"] {
        house.does(Command::AddStep { desk: ONE, ticket, service: service_code(service) }).unwrap();
    }
    let order = |services: &[&str]| Command::OrderSteps {
        desk: ONE,
        ticket,
        services: services.iter().map(|service| service_code(service)).collect(),
    };
    let before = house.journal.len();
    assert_eq!(house.does(order(&["help", "talk", "code"])), Ok(Outcome::Changed(ticket)));
    assert_eq!(house.journal.len(), before);
    assert_eq!(house.does(order(&["help", "talk", "nothing"])), Err(Refusal::NoSuchStep(service_code("nothing"))));
    // Put aside with a step begun: that one stays the first.
    house.calls(1).unwrap();
    house.does(Command::Park { desk: ONE, expected: None }).unwrap();
    assert_eq!(house.does(order(&["help", "talk", "code"])), Err(Refusal::NoSuchStep(service_code("help"))));
    house.does(order(&["code", "talk"])).unwrap();
    assert_eq!(house.steps(ticket), ["help", "code", "talk"]);
}

#[test]
fn a_way_has_room_for_twelve_steps_and_no_more() {
    let mut house = House::new();
    house.opens(&[1, 3]);
    let ticket = house.comes(&["help"], "it");
    let add = |house: &mut House, service: &str| {
        house.does(Command::AddStep { desk: ONE, ticket, service: service_code(service) })
    };
    for round in 0..11 {
        let (here, next) = if round % 2 == 0 { (1, "code") } else { (3, "help") };
        add(&mut house, next).unwrap();
        house.minutes_pass(2);
        assert_eq!(house.serves(here), Some(ticket));
    }
    assert_eq!(house.ticket(ticket).steps.len(), 12);
    assert_eq!(add(&mut house, "talk"), Err(Refusal::TooManySteps));
    house.minutes_pass(2);
    house.calls(3).unwrap();
    let to = Target::Service(service_code("talk"));
    let hand_on = Command::Transfer { desk: DeskNumber(3), expected: None, to, reason: TransferReason::OtherNeed };
    assert_eq!(house.does(hand_on), Err(Refusal::TooManySteps));
    house.starts(3);
    house.finishes(3);
    assert!(matches!(house.state(ticket), TicketState::Served { .. }));
    let no_show = Command::NoShow { desk: DeskNumber(3), expected: None };
    assert_eq!(house.does(no_show), Err(Refusal::DeskHasNoTicket(DeskNumber(3))));
}

#[test]
fn when_nobody_is_here_any_more_the_printed_order_stays_and_an_open_desk_is_somebody() {
    let office = "[[institutions]]\ncode = \"office\"\nname = \"Ufficio\"\nletter = \"D\"\ncolour = \"#0033A0\"\n\
                  presence = { mon = [\"9:00-11:45\"] }\n\n[[services]]\ncode = \"help\"";
    let changes = [
        ("[[services]]\ncode = \"help\"", office),
        ("code = \"code\"\ninstitution = \"house\"", "code = \"code\"\ninstitution = \"office\""),
        ("after = [\"code\"]", ""),
    ];
    for (desks, order) in [(&[1][..], ["card", "code"]), (&[1, 3], ["code", "card"])] {
        let mut house = House::with(&changes, "2026-11-23T10:00:00+01:00");
        house.opens(desks);
        let ticket = house.comes(&["help"], "it");
        for service in ["card", "code"] {
            house.does(Command::AddStep { desk: ONE, ticket, service: service_code(service) }).unwrap();
        }
        house.calls(1).unwrap();
        house.starts(1);
        house.now = "2026-11-23T12:05:00+01:00".parse().unwrap();
        house.finishes(1);
        assert_eq!(house.steps(ticket), order, "desks {desks:?}");
    }
}

#[test]
fn the_way_of_several_needs_has_each_service_once_and_keeps_each_needs_own_order() {
    let both = (
        "label = { it = \"Parlare\" }\npictogram = \"house\"\ncolour = \"#006B3C\"\nservices = [\"talk\"]",
        "label = { it = \"Parlare\" }\npictogram = \"house\"\ncolour = \"#006B3C\"\nservices = [\"help\", \"talk\"]",
    );
    let mut house = House::with(&[both], "2026-11-24T10:00:00+01:00");
    house.opens(&[1, 3, 5]);
    let way = |house: &House, needs: &[&str]| {
        let needs: Vec<_> = needs.iter().map(|need| need_code(need)).collect();
        house.day.way(&needs, house.now).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    for _ in 0..4 {
        house.comes(&["help"], "it");
    }
    let talk = Some(vec![service_code("talk")]);
    house.does(Command::Open { desk: DeskNumber(5), languages: vec![], services: talk }).unwrap();
    assert_eq!(way(&house, &["talk"]), ["help", "talk"], "help takes longer, and comes first all the same");
    assert_eq!(way(&house, &["talk", "help"]), ["help", "talk"], "wished for twice");
    assert_eq!(
        way(&house, &["help", "code", "nothing"]),
        ["code", "help"],
        "the shorter first, and what nobody knows is left out"
    );
    assert!(way(&house, &[]).is_empty());
}

#[test]
fn who_sits_at_an_open_desk_without_hours_today_is_here_when_a_way_is_planned() {
    // On Thursdays the clinic is not here, but somebody has opened its desk.
    for (desks, first) in [(&[1, 4][..], "card"), (&[1], "help")] {
        let mut house = House::at("2026-11-26T10:00:00+01:00");
        house.opens(desks);
        for _ in 0..5 {
            house.comes(&["help"], "it");
        }
        let way = house.day.way(&[need_code("help"), need_code("card")], house.now);
        assert_eq!(way[0].as_str(), first, "desks {desks:?}");
    }
}
