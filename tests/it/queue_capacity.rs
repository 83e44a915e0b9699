//! Whether there is time today for one more ticket: several needs at once, later steps, parked tickets, shared desks.

use crate::queue_fixture::{House, service_code};
use crate::world::need_code;
use sportello::domain::command::Command;
use sportello::domain::{DeskNumber, Refusal, TicketNumber};

const CODE_OF_THE_CLINIC: (&str, &str) =
    ("code = \"code\"\ninstitution = \"house\"", "code = \"code\"\ninstitution = \"clinic\"");

/// A Monday on which the clinic is here until twelve.
fn monday(changes: &[(&str, &str)], time: &str, desks: &[u16]) -> House {
    let mut house = House::with(changes, &format!("2026-11-23T{time}:00+01:00"));
    house.opens(desks);
    house
}

fn is_full(house: &mut House, needs: &[&str]) -> bool {
    match house.tries(needs, "it", false) {
        Ok(_) => false,
        Err(Refusal::TodayIsFull { .. }) => true,
        Err(other) => panic!("{other:?}"),
    }
}

/// How many more cards can be issued.
fn room_for_cards(house: &mut House) -> usize {
    (0..20).take_while(|_| !is_full(house, &["card"])).count()
}

/// A ticket that waits for help and has a card as its later step.
fn wants_a_card_later(house: &mut House) -> TicketNumber {
    let number = house.comes(&["help"], "it");
    let card = service_code("card");
    house.does(Command::AddStep { desk: DeskNumber(1), ticket: number, service: card }).unwrap();
    number
}

#[test]
fn two_needs_that_fit_alone_must_fit_together() {
    // Ten minutes and thirty, at two desks of the clinic.
    for (time, fits) in [("11:20", true), ("11:21", false)] {
        let mut house = monday(&[CODE_OF_THE_CLINIC], time, &[3, 4]);
        assert_eq!(!is_full(&mut house, &["card", "code"]), fits, "{time}");
        let mut house = monday(&[CODE_OF_THE_CLINIC], time, &[3, 4]);
        assert!(!is_full(&mut house, &["card"]) && !is_full(&mut house, &["code"]), "alone at {time}");
        // One need with two services is asked for in the same way, before a visitor touches it.
        let both = ("services = [\"card\"]\n\n[[needs]]", "services = [\"code\", \"card\"]\n\n[[needs]]");
        let house = monday(&[CODE_OF_THE_CLINIC, both], time, &[3, 4]);
        let need = house.day.site().need(&need_code("card")).unwrap();
        assert_eq!(house.day.may_issue(need, house.now).is_ok(), fits, "{time}");
    }
}

#[test]
fn the_visits_may_come_in_the_order_that_takes_least() {
    for (time, fits) in [("11:20", true), ("11:21", false)] {
        let changes = [CODE_OF_THE_CLINIC, ("after = [\"code\"]", "")];
        let mut house = monday(&changes, "11:00", &[3, 4]);
        for _ in 0..3 {
            house.comes(&["code"], "it");
        }
        house.now = format!("2026-11-23T{time}:00+01:00").parse().unwrap();
        assert_eq!(!is_full(&mut house, &["code", "card"]), fits, "the card while three wait for the code, at {time}");
    }
}

#[test]
fn of_two_institutions_only_what_must_be_done_within_the_same_hours_counts_together() {
    let office = |hours: &str| {
        format!(
            "[[institutions]]\ncode = \"office\"\nname = \"Ufficio\"\nletter = \"D\"\ncolour = \"#0033A0\"\n\
             presence = {{ mon = [{hours}] }}\n\n[[services]]\ncode = \"help\""
        )
    };
    let stories = [
        ("\"9:00-12:00\"", "11:20", true),
        ("\"9:00-12:00\"", "11:21", false),
        ("\"9:00-12:30\"", "11:21", true),
        ("\"9:00-11:45\"", "11:21", false),
        ("\"9:00-11:30\", \"14:00-15:00\"", "11:25", true),
    ];
    for (hours, time, fits) in stories {
        let office = office(hours);
        let changes = [
            ("[[services]]\ncode = \"help\"", office.as_str()),
            ("code = \"code\"\ninstitution = \"house\"", "code = \"code\"\ninstitution = \"office\""),
        ];
        let mut house = monday(&changes, time, &[3, 4]);
        assert_eq!(!is_full(&mut house, &["code", "card"]), fits, "{hours} at {time}");
    }
}

#[test]
fn what_was_promised_to_others_as_a_later_step_counts() {
    // A hundred and twenty minutes are left: four cards.
    let mut house = monday(&[], "10:00", &[1, 3, 4]);
    let promised: Vec<_> = (0..3).map(|_| house.comes(&["code", "card"], "it")).collect();
    assert_eq!(room_for_cards(&mut house), 1);
    assert!(is_full(&mut house, &["code", "card"]), "with a code before it too");
    let drop = |ticket| Command::DropStep { desk: DeskNumber(3), ticket, service: service_code("card") };
    house.does(drop(promised[0])).unwrap();
    assert_eq!(room_for_cards(&mut house), 1, "one who does not want it any more makes room");
    house.does(Command::Dismiss { desk: None, ticket: promised[1] }).unwrap();
    assert_eq!(room_for_cards(&mut house), 1, "and one who leaves");
    // At a desk already: still to come. In the queue by now: once, not twice.
    let mut house = monday(&[], "10:00", &[1, 3, 4]);
    for _ in 0..3 {
        house.comes(&["code", "card"], "it");
    }
    house.calls(3).unwrap();
    house.starts(3);
    assert_eq!(room_for_cards(&mut house), 1);
    assert!(is_full(&mut house, &["card"]));
    house.finishes(3);
    assert!(is_full(&mut house, &["card"]));
    house.minutes_pass(2);
    house.calls(4).unwrap();
    house.starts(4);
    house.now = "2026-11-23T10:00:00+01:00".parse().unwrap();
    assert_eq!(room_for_cards(&mut house), 1, "who is being served waits no more");
}

#[test]
fn who_was_put_aside_counts_and_who_did_not_come_does_not() {
    let mut house = monday(&[], "10:00", &[4]);
    house.comes(&["card"], "it");
    house.calls(4).unwrap();
    house.does(Command::Park { desk: DeskNumber(4), expected: None }).unwrap();
    assert_eq!(room_for_cards(&mut house), 3);
    let mut house = monday(&[], "10:00", &[4]);
    house.comes(&["card"], "it");
    house.calls(4).unwrap();
    house.does(Command::NoShow { desk: DeskNumber(4), expected: None }).unwrap();
    assert_eq!(room_for_cards(&mut house), 4);
}

#[test]
fn what_the_newcomer_does_at_the_same_desk_counts_and_what_another_desk_can_do_does_not() {
    // Ninety minutes are left, sixty are promised at desk 4, which does codes too.
    let shared =
        [CODE_OF_THE_CLINIC, ("services = [\"card\"]\nlanguages", "services = [\"card\", \"code\"]\nlanguages")];
    for (desks, fits) in [(&[1, 3, 4][..], true), (&[1, 4], false)] {
        let mut house = monday(&shared, "10:30", desks);
        for _ in 0..2 {
            wants_a_card_later(&mut house);
        }
        assert_eq!(!is_full(&mut house, &["card", "code"]), fits, "desks {desks:?}");
    }
    let mut house = monday(&shared, "10:20", &[1, 4]);
    for _ in 0..2 {
        wants_a_card_later(&mut house);
    }
    assert!(!is_full(&mut house, &["card", "code"]), "a hundred are enough");
}

#[test]
fn two_desks_share_what_was_promised() {
    let second = ("services = [\"talk\", \"help\"]", "services = [\"card\"]");
    let mut house = monday(
        &[
            second,
            ("services = [\"help\"]\nlanguages = [\"it\"]", "services = [\"help\", \"talk\"]\nlanguages = [\"it\"]"),
        ],
        "11:00",
        &[1, 4, 5],
    );
    for _ in 0..3 {
        wants_a_card_later(&mut house);
    }
    assert_eq!(room_for_cards(&mut house), 1, "two desks do four cards in sixty minutes");
}

#[test]
fn who_is_always_here_refuses_nobody_and_their_later_steps_take_no_time_from_those_who_leave() {
    let mut house = House::at("2026-11-23T23:50:00+01:00");
    house.opens(&[1]);
    for _ in 0..30 {
        house.comes(&["help", "code"], "it");
    }
    // A day with hours of its own changes nothing on the others.
    let except = ("presence = \"always\"", "presence = \"always\"\nexcept = { \"2026-12-24\" = [\"9:00-12:00\"] }");
    let mut house = House::with(&[except], "2026-11-23T23:50:00+01:00");
    house.opens(&[1]);
    for _ in 0..30 {
        house.comes(&["help"], "it");
    }
    let mut house = House::with(&[except], "2026-12-24T11:30:00+01:00");
    house.opens(&[1]);
    assert_eq!((0..9).take_while(|_| !is_full(&mut house, &["help"])).count(), 3, "thirty minutes");

    // Desk 4 listens as well; four are promised that, and would take it half an hour with desk 5.
    let shared = [("services = [\"card\"]\nlanguages", "services = [\"card\", \"talk\"]\nlanguages")];
    let mut house = monday(&shared, "10:00", &[3, 4, 5]);
    for _ in 0..4 {
        let number = house.comes(&["code"], "it");
        let talk = service_code("talk");
        house.does(Command::AddStep { desk: DeskNumber(3), ticket: number, service: talk }).unwrap();
    }
    assert_eq!(room_for_cards(&mut house), 4, "who comes to listen may do so after twelve");
    let mut house = monday(&shared, "11:30", &[4]);
    assert!(!is_full(&mut house, &["talk", "card"]), "the card first");
}

#[test]
fn what_can_still_be_done_comes_before_what_those_who_wait_leave_no_time_for() {
    for (time, order) in [("11:00", ["card", "code"]), ("11:01", ["code", "card"])] {
        let mut house = monday(&[CODE_OF_THE_CLINIC, ("after = [\"code\"]", "")], "10:30", &[1, 3, 4]);
        let number = wants_a_card_later(&mut house);
        let code = service_code("code");
        house.does(Command::AddStep { desk: DeskNumber(1), ticket: number, service: code }).unwrap();
        house.comes(&["card"], "it");
        house.calls(1).unwrap();
        house.starts(1);
        house.now = format!("2026-11-23T{time}:00+01:00").parse().unwrap();
        house.finishes(1);
        assert_eq!(house.steps(number), order, "at {time}");
    }
}

#[test]
fn a_promise_is_no_reason_to_be_sent_elsewhere() {
    // Thirty-five minutes are left when the code is done: enough for the card that was promised.
    let mut house = monday(&[], "11:10", &[1, 3, 4]);
    let number = house.comes(&["code", "card"], "it");
    let talk = service_code("help");
    house.does(Command::AddStep { desk: DeskNumber(3), ticket: number, service: talk }).unwrap();
    house.calls(3).unwrap();
    house.starts(3);
    house.minutes_pass(15);
    house.finishes(3);
    assert_eq!(house.steps(number), ["card", "help"]);
}
