//! The day at its edges: the last number, the last day for an appointment, desks that do less than they can, who counts as
//! being ahead.

use crate::queue_house::{House, language, service_code};
use crate::world::need_code;
use sportello::domain::command::{Command, FURTHEST_BOOKING_DAYS, MOST_NEEDS, Order, Outcome};
use sportello::domain::{
    AppointmentCode, Class, DeskNumber, DeskState, Entry, Event, Letter, Refusal, Sequence, SlipOutcome, Target,
    TicketNumber, TicketState, Token, TransferReason,
};

const ONE: DeskNumber = DeskNumber(1);

#[test]
fn a_letter_gives_its_last_number_and_then_the_day_is_full() {
    let mut house = House::new();
    let number = TicketNumber { letter: Letter::parse("A").unwrap(), count: 99_998 };
    let issued = Event::Issued {
        number,
        token: Token::from_random(1_000),
        needs: vec![need_code("help")],
        steps: vec![service_code("help")],
        language: language("it"),
        class: Class::Standard,
        appointment: None,
    };
    house.day.apply(&Entry { sequence: Sequence(2), at: house.now, key: None, event: issued });
    assert_eq!(house.comes(&["help"], "it").to_string(), "A 99999");
    assert_eq!(house.tries(&["help"], "it", false), Err(Refusal::DayFull));
    assert_eq!(house.comes(&["code"], "it").to_string(), "C 001", "another letter has numbers left");
}

#[test]
fn a_secret_is_given_once() {
    let mut house = House::new();
    let issue = Command::Issue {
        needs: vec![need_code("help")],
        language: language("it"),
        priority: false,
        token: Token::from_random(77),
    };
    assert!(house.does(issue.clone()).is_ok());
    assert_eq!(house.does(issue), Err(Refusal::DayFull));
}

#[test]
fn as_many_needs_as_there_is_room_for_are_taken_and_one_more_is_not() {
    let mut house = House::new();
    let number = house.comes(&["help"; MOST_NEEDS], "it");
    assert_eq!(house.steps(number), ["help"], "what is wished for twice is one step");
    assert_eq!(house.tries(&["help"; MOST_NEEDS + 1], "it", false), Err(Refusal::TooManyNeeds));
    assert_eq!(house.tries(&[], "it", false), Err(Refusal::NoNeed));
}

#[test]
fn what_became_of_a_slip_is_noted_once_and_again_when_it_changes() {
    let mut house = House::new();
    let ticket = house.comes(&["help"], "it");
    let mut noted = |outcome| {
        let before = house.journal.len();
        house.does(Command::ReportSlip { ticket, outcome }).unwrap();
        assert_eq!(house.ticket(ticket).slip, Some(outcome));
        house.journal.len() - before
    };
    let stories =
        [(SlipOutcome::Unknown, 1), (SlipOutcome::Unknown, 0), (SlipOutcome::Printed, 1), (SlipOutcome::Printed, 0)];
    for (outcome, events) in stories {
        assert_eq!(noted(outcome), events, "{outcome:?}");
    }
}

#[test]
fn an_appointment_is_made_up_to_ninety_two_days_ahead_each_code_once() {
    let mut house = House::new();
    let book = |house: &mut House, code, minutes: i64| {
        let at = house.now + jiff::SignedDuration::from_mins(minutes);
        house.does(Command::Book { service: service_code("help"), at, code: AppointmentCode::from_random(code) })
    };
    let furthest = FURTHEST_BOOKING_DAYS * 24 * 60;
    assert_eq!(book(&mut house, 1, 0), Err(Refusal::NotBookable), "now is no appointment");
    assert!(book(&mut house, 1, 1).is_ok());
    assert!(book(&mut house, 2, furthest - 1).is_ok());
    assert!(book(&mut house, 3, furthest).is_ok());
    for minutes in [furthest + 1, furthest + 60] {
        assert_eq!(book(&mut house, 4, minutes), Err(Refusal::NotBookable), "{minutes}");
    }
    assert_eq!(book(&mut house, 3, 5), Err(Refusal::TooManyAppointments), "a code that somebody has");
    let known: Vec<_> = house.day.appointments().map(|(code, it)| (code, it.service.to_string())).collect();
    assert_eq!(known.len(), 3);
    assert!(known.contains(&(AppointmentCode::from_random(2), "help".to_owned())));
}

#[test]
fn an_appointment_taken_back_late_counts_from_its_hour_and_after_it_from_now() {
    for (back, aged_since) in [("10:20", "10:30"), ("10:50", "10:50")] {
        let mut house = House::new();
        house.opens(&[1]);
        let code = house.books("help", "2026-11-24T10:30:00+01:00").unwrap();
        let ticket = house.checks_in(code, "it").unwrap();
        house.calls(1).unwrap();
        house.does(Command::NoShow { desk: ONE, expected: Some(ticket) }).unwrap();
        house.now = format!("2026-11-24T{back}:00+01:00").parse().unwrap();
        house.does(Command::TakeBack { desk: ONE, ticket }).unwrap();
        let expected = format!("2026-11-24T{aged_since}:00+01:00").parse().unwrap();
        assert_eq!(house.ticket(ticket).aged_since, expected, "back at {back}");
    }
}

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
fn a_need_may_be_asked_for_before_anybody_touches_it() {
    let changes = [("services = [\"talk\"]\ndiscreet = true", "person = 5")];
    let house = House::with(&changes, "2026-11-26T10:00:00+01:00");
    let may = |code: &str| house.day.may_issue(house.day.site().need(&need_code(code)).unwrap(), house.now);
    assert_eq!(may("help"), Ok(()));
    assert_eq!(may("talk"), Err(Refusal::NoTicketNeeded { desk: DeskNumber(5) }));
    assert_eq!(may("card").map_err(|refusal| refusal.code()), Err("institution-away"));
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
    assert_eq!(house.does(no_show), Err(Refusal::DeskHasNobody(DeskNumber(3))));
}

#[test]
fn an_order_is_decided_without_changing_the_day() {
    let house = House::new();
    let before = house.day.clone();
    let order = Order { command: Command::Open { desk: ONE, languages: vec![], services: None }, key: None };
    assert!(house.day.decide(&order, house.now).is_ok());
    assert_eq!(house.day, before);
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
fn calls_are_counted_on_from_day_to_day() {
    let mut house = House::new();
    house.opens(&[1]);
    house.comes(&["help"], "it");
    house.calls(1).unwrap();
    let before = house.day.last_call();
    house.now = "2026-11-25T10:00:00+01:00".parse().unwrap();
    house.turns();
    assert_eq!(house.day.last_call(), before);
    house.opens(&[1]);
    house.comes(&["help"], "it");
    house.calls(1).unwrap();
    assert_eq!(house.day.last_call().0, before.0 + 1);
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

#[test]
fn at_the_days_end_the_desks_close_at_which_somebody_sits_and_no_others() {
    let mut house = House::new();
    house.opens(&[1, 2, 3]);
    house.does(Command::Pause { desk: DeskNumber(2) }).unwrap();
    house.does(Command::Close { desk: DeskNumber(3) }).unwrap();
    house.now = "2026-11-25T00:00:00+01:00".parse().unwrap();
    let turned = house.day.turn(house.now);
    let closed = turned.iter().filter_map(|event| match event {
        Event::DeskClosed { desk } => Some(desk.0),
        _ => None,
    });
    assert_eq!(closed.collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn a_clock_set_back_by_days_after_ordinary_days_changes_no_date() {
    let mut house = House::new();
    for day in ["25", "26", "27"] {
        house.now = format!("2026-11-{day}T09:00:00+01:00").parse().unwrap();
        house.turns();
    }
    for day in ["26", "25", "24", "20"] {
        house.now = format!("2026-11-{day}T09:00:00+01:00").parse().unwrap();
        house.turns();
        assert_eq!(house.day.date(), Some(jiff::civil::date(2026, 11, 27)), "set back to {day}");
    }
    // After a gap it may have been the clock: two days back it was, one day back it need not have been.
    for (back, date) in [("29", "2026-11-30"), ("28", "2026-11-28"), ("27", "2026-11-27"), ("26", "2026-11-30")] {
        let mut house = House::at("2026-11-27T09:00:00+01:00");
        house.now = "2026-11-30T09:00:00+01:00".parse().unwrap();
        house.turns();
        house.now = format!("2026-11-{back}T09:00:00+01:00").parse().unwrap();
        house.turns();
        assert_eq!(house.day.date(), Some(date.parse().unwrap()), "set back to {back}");
    }
}

#[test]
fn who_means_another_ticket_than_the_desk_has_is_told_that_it_moved_on() {
    let mut house = House::new();
    house.opens(&[1]);
    let (first, second) = (house.comes(&["help"], "it"), house.comes(&["help"], "it"));
    let start = |ticket| Command::Start { desk: ONE, expected: Some(ticket) };
    assert_eq!(house.does(start(first)), Err(Refusal::MovedOn(ONE)), "nobody is there");
    house.calls(1).unwrap();
    assert_eq!(house.does(start(second)), Err(Refusal::MovedOn(ONE)));
    assert!(house.does(start(first)).is_ok());
}
