//! The board tells the truth: what became of each call, whose colour a number has, and who is next.

use crate::queue_fixture::{House, MIND};
use crate::world::tag;
use sportello::catalogue::{self, Known};
use sportello::domain::board::CallStage;
use sportello::domain::command::{Command, MAX_RECALLS};
use sportello::domain::{Board, Day, DeskNumber, TicketNumber};
use sportello::pictogram;
use std::sync::Arc;

/// The day of a house, told again to the same house after its site file was changed.
fn after_change(house: &House, changes: &[(&str, &str)]) -> Board {
    let mut text = MIND.to_owned();
    for (before, after) in changes {
        assert!(text.contains(before), "nothing to change: {before}");
        text = text.replace(before, after);
    }
    let known = Known { languages: ["it", "ar", "ti"].map(tag).to_vec(), pictograms: pictogram::names().collect() };
    let site = catalogue::read(&text, "mind.toml", &known).expect("a sound site");
    let mut day = Day::new(Arc::new(site));
    house.journal.iter().for_each(|entry| day.apply(entry));
    Board::of(&day)
}

fn stages(house: &House) -> Vec<(TicketNumber, CallStage)> {
    Board::of(&house.day).calls.iter().map(|call| (call.ticket, call.stage)).collect()
}

#[test]
fn a_call_is_awaited_then_arrived_then_gone() {
    let mut house = House::new();
    house.opens(&[1, 2]);
    let (first, second) = (house.comes(&["help"], "it"), house.comes(&["help"], "it"));
    house.calls(1);
    house.calls(2);
    assert_eq!(stages(&house), [(second, CallStage::Awaited), (first, CallStage::Awaited)]);
    house.starts(1);
    house.does(Command::NoShow { desk: DeskNumber(2), expected: None }).unwrap();
    assert_eq!(stages(&house), [(second, CallStage::Missed), (first, CallStage::Arrived)]);
    house.finishes(1);
    assert_eq!(stages(&house), [(second, CallStage::Missed), (first, CallStage::Done)]);
    house.does(Command::TakeBack { desk: DeskNumber(2), ticket: second }).unwrap();
    assert_eq!(stages(&house), [(first, CallStage::Done)], "who waits again is not called");
}

#[test]
fn two_institutions_with_one_letter_keep_their_colours() {
    // The clinic's desk is asked for at a letter that the house has too.
    let mut house = House::with(&[("letter = \"B\"", "letter = \"A\"")], "2026-11-24T10:00:00+01:00");
    let (help, card) = (house.comes(&["help"], "it"), house.comes(&["card"], "it"));
    assert_eq!((help.letter, help.count, card.count), (card.letter, 1, 2), "one letter, and no number twice");
    let board = Board::of(&house.day);
    let rows: Vec<_> =
        board.next.iter().map(|row| (row.institution.as_ref().map(ToString::to_string), row.next.clone())).collect();
    assert_eq!(rows, [(Some("house".to_owned()), vec![help]), (Some("clinic".to_owned()), vec![card])]);
}

#[test]
fn a_number_whose_service_is_gone_is_not_promised_as_next() {
    let mut house = House::new();
    let (help, card) = (house.comes(&["help"], "it"), house.comes(&["card"], "it"));
    let promised = |board: &Board| board.next.iter().flat_map(|row| row.next.clone()).collect::<Vec<_>>();
    assert_eq!(promised(&Board::of(&house.day)), [help, card]);
    let board = after_change(&house, &[("\"card\"", "\"cards\"")]);
    assert_eq!((promised(&board), board.waiting), (vec![help], 2), "it waits, but nothing is next for it");
}

#[test]
fn a_call_that_is_awaited_stays_however_often_others_are_repeated() {
    let mut house = House::new();
    house.opens(&[1, 3]);
    let slow = house.comes(&["code"], "it");
    house.calls(3);
    for _ in 0..10 {
        house.comes(&["help"], "it");
        house.calls(1);
        for _ in 0..MAX_RECALLS {
            house.does(Command::Recall { desk: DeskNumber(1), expected: None }).unwrap();
        }
        house.starts(1);
        house.finishes(1);
    }
    assert_eq!(stages(&house)[0], (slow, CallStage::Awaited), "310 calls later");
}

#[test]
fn calls_are_counted_anew_each_day_and_quiet_ones_leave_no_gap() {
    let mut house = House::new();
    house.opens(&[1, 5]);
    house.comes(&["help"], "it");
    house.comes(&["talk"], "it");
    house.comes(&["help"], "it");
    let today = Board::of(&house.day).since;
    assert_eq!(today, Some(house.now));
    house.calls(1);
    house.does(Command::Call { desk: DeskNumber(5), ticket: TicketNumber::parse("N 001").unwrap() }).unwrap();
    house.does(Command::Recall { desk: DeskNumber(5), expected: None }).unwrap();
    assert_eq!(Board::of(&house.day).last_call, 1);
    house.starts(1);
    house.finishes(1);
    house.calls(1);
    let board = Board::of(&house.day);
    assert_eq!((board.last_call, house.day.last_call().0), (2, 4));
    assert_eq!(board.calls.iter().map(|call| call.call).collect::<Vec<_>>(), [2, 1]);

    house.minutes_pass(24 * 60);
    house.turns();
    let board = Board::of(&house.day);
    assert_eq!((board.last_call, house.day.last_call().0), (0, 4));
    assert!(board.since > today, "pages learn from it that the count is another one");
}
