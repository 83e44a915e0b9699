//! Small parts of the core: codes, the board, the last calls, lookups of the site.

use crate::queue_fixture::{House, service_code};
use sportello::domain::board::{CALLS_SHOWN, called_last};
use sportello::domain::command::Command;
use sportello::domain::queue::{BitSet, passes_at_most};
use sportello::domain::{
    AppointmentCode, Board, Class, DeskNumber, Letter, Rules, Target, TicketNumber, Token, TransferReason,
    UrgencyReason,
};
use std::collections::BTreeSet;

#[test]
fn every_code_reads_back_and_no_other_does() {
    for reason in UrgencyReason::ALL {
        assert_eq!(UrgencyReason::parse(reason.code()), Some(reason));
    }
    for reason in TransferReason::ALL {
        assert_eq!(TransferReason::parse(reason.code()), Some(reason));
    }
    assert_eq!((UrgencyReason::parse("deadlin"), TransferReason::parse("")), (None, None));
    let codes: BTreeSet<&str> =
        [Class::Standard, Class::Priority, Class::Urgent].iter().map(|class| class.code()).collect();
    assert_eq!(codes, BTreeSet::from(["standard", "priority", "urgent"]));
    let moment = "2026-11-24T10:00:00Z".parse().unwrap();
    assert_eq!(Class::Appointment(moment).code(), "appointment");
}

#[test]
fn an_appointments_code_is_read_as_people_type_it() {
    let code = AppointmentCode::from_random(0x1234_5678_9abc);
    let text = code.to_string();
    assert_eq!(text.len(), AppointmentCode::LENGTH);
    assert!(!text.contains(['0', '1', 'I', 'L', 'O', 'U']), "{text}");
    let spaced = format!(" {}-{} ", &text[..3].to_lowercase(), &text[3..]);
    assert_eq!(AppointmentCode::parse(&spaced), Some(code));
    for wrong in ["", &text[..5], &format!("{text}2"), "ABCDE0", "ABCDEÉ"] {
        assert_eq!(AppointmentCode::parse(wrong), None, "{wrong:?}");
    }
    let many: BTreeSet<_> = (0..1_000).map(|n| AppointmentCode::from_random(n * 7_919)).collect();
    assert_eq!(many.len(), 1_000, "all of it counts");
    assert_eq!(AppointmentCode::from_random(0).to_string(), "222222");
    assert_eq!(AppointmentCode::from_random(30 * 30 + 2 * 30 + 1).to_string(), "343222");
}

#[test]
fn numbers_and_tokens_read_back() {
    for (text, shown) in [("P 042", "P 042"), ("p42", "P 042"), (" P\u{a0}1042 ", "P 1042"), ("P-7", "P 007")] {
        assert_eq!(TicketNumber::parse(text).map(|number| number.to_string()).as_deref(), Some(shown), "{text:?}");
    }
    for wrong in ["", "P", "P 0", "42", "P 4x", "PP 4", "P 1234567890"] {
        assert_eq!(TicketNumber::parse(wrong), None, "{wrong:?}");
    }
    assert_eq!(Letter::parse("AB"), None);
    let token = Token::from_random(u128::MAX - 12_345);
    assert_eq!(Token::parse(&token.to_string()), Some(token));
    assert_eq!(Token::parse(&"z".repeat(26)), None, "more than 128 bits");
    assert_eq!(Token::parse(&token.to_string()[1..]), None);
}

#[test]
fn the_board_shows_who_is_on_the_way_then_the_newest_and_who_comes_next() {
    let mut house = House::new();
    house.opens(&[1, 3]);
    let helped: Vec<_> = (0..9).map(|_| house.comes(&["help"], "it")).collect();
    let codes: Vec<_> = (0..5).map(|_| house.comes(&["code"], "it")).collect();
    house.comes(&["talk"], "it");
    let board = Board::of(&house.day);
    assert!(board.calls.is_empty());
    assert_eq!(board.waiting, 14, "discreet tickets are not counted either");
    let next: Vec<_> =
        board.next.iter().map(|queue| (queue.letter.as_char(), queue.waiting, queue.next.clone())).collect();
    assert_eq!(next, [('A', 9, helped[..3].to_vec()), ('C', 5, codes[..3].to_vec())]);
    assert!(board.next.iter().all(|queue| queue.institution.is_some()));

    let (on_the_way, _) = house.calls(3).unwrap();
    for _ in 0..8 {
        house.serves(1).unwrap();
    }
    let board = Board::of(&house.day);
    assert_eq!(board.calls.len(), CALLS_SHOWN);
    assert_eq!((board.calls[0].ticket, board.calls[0].is_open()), (on_the_way, true), "first who is still on the way");
    let shown: Vec<_> = board.calls[1..].iter().map(|call| call.ticket).collect();
    let newest: Vec<_> = helped[..8].iter().rev().take(CALLS_SHOWN - 1).copied().collect();
    assert_eq!(shown, newest);
    assert!(board.calls[1..].iter().all(|call| !call.is_open() && call.desk == DeskNumber(1)));
    assert_eq!(board.last_call, house.day.last_call().0, "none of them was quiet");

    // A recall moves up, and is one line.
    house.does(Command::Recall { desk: DeskNumber(3), expected: None }).unwrap();
    let again = Board::of(&house.day);
    assert_eq!(again.calls.iter().filter(|call| call.ticket == on_the_way).count(), 1);
    assert!(again.calls[0].call > board.calls[0].call);

    let waiting = house.ticket(helped[8]).clone();
    assert_eq!(called_last(&house.day, &waiting, 3), [helped[7], helped[6], helped[5]]);
    assert_eq!(called_last(&house.day, &waiting, 1), [helped[7]]);
    let other = house.ticket(codes[4]).clone();
    assert_eq!(called_last(&house.day, &other, 3), [on_the_way], "only those who go where this one goes");
    let own = house.ticket(on_the_way).clone();
    assert_eq!(called_last(&house.day, &own, 3), [], "not itself");
}

#[test]
fn a_house_knows_the_places_of_its_languages_and_services() {
    let house = House::new();
    let site = house.day.site();
    for (place, tag) in site.languages().iter().enumerate() {
        assert_eq!(site.language_place(tag), Some(place));
    }
    for (place, service) in site.services().iter().enumerate() {
        assert_eq!(site.service_place(&service.code), Some(place));
        assert_eq!(site.is_discreet(&service.code), service.code.as_str() == "talk");
    }
    assert_eq!(site.service_place(&service_code("nothing")), None);
    assert!(!site.is_discreet(&service_code("nothing")));
    assert_eq!(site.holidays(), [jiff::civil::date(2026, 12, 25)]);
    let clinic = site.institution_of(&service_code("card")).expect("an institution");
    let presence = |at| (site.is_here(clinic, at), site.next_presence(clinic, at));
    assert_eq!(presence(house.now), (true, Some(site.local(house.now))));
    let evening = "2026-11-24T17:00:00+01:00".parse().unwrap();
    let tomorrow = Some(jiff::civil::date(2026, 11, 25).at(10, 0, 0, 0));
    assert_eq!(presence(evening), (false, tomorrow));
}

#[test]
fn the_bound_on_being_passed_over_is_what_the_formula_says() {
    let rules = Rules::USUAL;
    assert_eq!(rules.most_in_a_row(), 3);
    assert_eq!([(0, 0), (1, 0), (0, 2), (3, 2)].map(|(a, l)| passes_at_most(a, l, &rules)), [3, 7, 11, 23]);
    let set = BitSet::of([0, 63, 64, 255, 256]);
    assert_eq!([0, 1, 63, 64, 65, 255, 256].map(|place| set.has(place)), [true, false, true, true, false, true, false]);
}

#[test]
fn the_day_tells_who_waits_for_what_and_where_its_journal_is() {
    let mut house = House::new();
    house.opens(&[1, 5]);
    let numbers: Vec<_> = (0..3).map(|_| house.comes(&["help"], "it")).collect();
    house.comes(&["talk"], "it");
    let waiting: Vec<_> = house.day.waiting(&service_code("help")).map(|ticket| ticket.number).collect();
    assert_eq!(waiting, numbers);
    assert_eq!(house.day.waiting_beside(&service_code("help")), 4, "desk 5 does both");
    assert_eq!(house.day.waiting_beside(&service_code("code")), 0);
    assert_eq!(house.day.queues().ahead(&service_code("help"), 2), 2);
    assert_eq!(house.day.sequence(), house.journal.last().unwrap().sequence);
    house.now = "2026-11-25T09:00:00+01:00".parse().unwrap();
    house.turns();
    assert_eq!(house.day.sequence(), house.journal.last().unwrap().sequence, "the new day begins there");
}

#[test]
fn handing_on_to_a_later_step_takes_that_step_forward() {
    let mut house = House::new();
    house.opens(&[1]);
    let number = house.comes(&["help"], "it");
    for service in ["talk", "code"] {
        let add = Command::AddStep { desk: DeskNumber(1), ticket: number, service: service_code(service) };
        house.does(add).unwrap();
    }
    house.calls(1).unwrap();
    let to = Target::Service(service_code("code"));
    let reason = TransferReason::OtherNeed;
    house.does(Command::Transfer { desk: DeskNumber(1), expected: None, to, reason }).unwrap();
    assert_eq!(house.steps(number), ["code", "talk"], "once, and what else is to come stays");
}
