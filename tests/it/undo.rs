//! Undo: what a press did to a visitor is taken back within ten seconds, with place, age and number of the call.

use crate::queue_fixture::House;
use crate::world::World;
use jiff::SignedDuration;
use sportello::domain::command::{Command, Outcome};
use sportello::domain::tally::Tally;
use sportello::domain::{
    Board, DeskNumber, Refusal, Target, Ticket, TicketNumber, TicketState, TransferReason, UndoableVerb, UrgencyReason,
};

const ONE: DeskNumber = DeskNumber(1);
const TWO: DeskNumber = DeskNumber(2);
const NONE: Option<TicketNumber> = None;
const TEN: &str = "2026-11-24T10:00:00+01:00";

fn undo(desk: DeskNumber) -> Command {
    Command::Undo { desk, expected: NONE, act: None }
}

fn seconds_pass(house: &mut House, seconds: i64) {
    house.now += SignedDuration::from_secs(seconds);
}

/// Three wait for help; desks 1 and 2 do it.
fn house() -> (House, [TicketNumber; 3]) {
    let mut house = House::new();
    house.opens(&[1, 2]);
    let numbers = std::array::from_fn(|_| {
        house.minutes_pass(1);
        house.comes(&["help"], "it")
    });
    house.minutes_pass(5);
    (house, numbers)
}

/// A ticket, whether or not its call was undone.
fn told(house: &House, number: TicketNumber) -> Ticket {
    Ticket { is_call_undone: false, ..Ticket::clone(house.ticket(number)) }
}

#[test]
fn every_verb_that_moves_a_visitor_is_undone() {
    let at = |command: fn(DeskNumber) -> Command| command(ONE);
    let call = at(|desk| Command::CallNext { desk });
    let start = at(|desk| Command::Start { desk, expected: NONE });
    let no_show = at(|desk| Command::NoShow { desk, expected: NONE });
    let finish = at(|desk| Command::Finish { desk, expected: NONE });
    let park = at(|desk| Command::Park { desk, expected: NONE });
    let hand_on =
        at(|desk| Command::Transfer { desk, expected: NONE, to: Target::Desk(TWO), reason: TransferReason::Language });
    let (_, [first, ..]) = house();
    let dismiss = Command::Dismiss { desk: Some(ONE), ticket: first };
    let resume = Command::Resume { desk: ONE, ticket: first };
    let take_back = Command::TakeBack { desk: ONE, ticket: first };
    let stories: Vec<(UndoableVerb, Vec<&Command>)> = vec![
        (UndoableVerb::Call, vec![&call]),
        (UndoableVerb::Start, vec![&call, &start]),
        (UndoableVerb::NoShow, vec![&call, &no_show]),
        (UndoableVerb::Finish, vec![&call, &start, &finish]),
        (UndoableVerb::Park, vec![&call, &start, &park]),
        (UndoableVerb::Transfer, vec![&call, &start, &hand_on]),
        (UndoableVerb::Resume, vec![&call, &park, &resume]),
        (UndoableVerb::Dismiss, vec![&dismiss]),
        (UndoableVerb::TakeBack, vec![&call, &no_show, &take_back]),
    ];
    for (verb, commands) in stories {
        let (mut house, [first, ..]) = house();
        let (last, before) = commands.split_last().expect("a command");
        for command in before {
            house.does(Command::clone(command)).expect("before");
            seconds_pass(&mut house, 90);
        }
        let (was, seat, board) = (told(&house, first), house.day.desk(ONE).clone(), Board::of(&house.day).calls);
        house.does(Command::clone(last)).expect("the act");
        assert_ne!(told(&house, first), was, "{verb:?}");
        seconds_pass(&mut house, 10);
        let offered = house.day.undoable(ONE, house.now).expect("ten seconds");
        assert_eq!((offered.verb, offered.ticket, offered.called), (verb, first, None));
        house.does(undo(ONE)).unwrap_or_else(|refusal| panic!("{verb:?}: {refusal:?}"));
        assert_eq!(told(&house, first), was, "{verb:?}");
        assert_eq!(house.day.desk(ONE), &seat, "{verb:?}");
        assert_eq!(Board::of(&house.day).calls, board, "{verb:?}");
        assert_eq!(house.day.was_call_undone(first), matches!(verb, UndoableVerb::Call | UndoableVerb::Resume));
    }
}

#[test]
fn after_ten_seconds_it_is_too_late() {
    let (mut house, [first, ..]) = house();
    assert_eq!(house.does(undo(ONE)).unwrap_err(), Refusal::NothingToUndo(ONE));
    house.calls(1).unwrap();
    house.starts(1);
    house.finishes(1);
    seconds_pass(&mut house, 11);
    assert_eq!(house.day.undoable(ONE, house.now), None);
    assert_eq!(house.does(undo(ONE)).unwrap_err(), Refusal::TooLateToUndo(first));
    // Nor does a clock that was set back by an hour keep it open.
    house.minutes_pass(-60);
    assert_eq!(house.does(undo(ONE)).unwrap_err(), Refusal::TooLateToUndo(first));
}

#[test]
fn finish_and_call_next_is_one_act() {
    let (mut house, [first, second, _]) = house();
    house.calls(1).unwrap();
    house.starts(1);
    house.minutes_pass(7);
    let (calls, heard) = (house.day.last_call(), Board::of(&house.day).calls[0].call);
    let done = house.does(Command::FinishAndCallNext { desk: ONE, expected: Some(first) }).unwrap();
    assert!(matches!(done, Outcome::Called { ticket, .. } if ticket == second));
    let offered = house.day.undoable(ONE, house.now).unwrap();
    assert_eq!((offered.verb, offered.ticket, offered.called), (UndoableVerb::Finish, first, Some(second)));
    house.does(Command::Undo { desk: ONE, expected: Some(first), act: None }).unwrap();
    assert!(matches!(house.state(first), TicketState::Serving { desk: ONE, .. }));
    assert!(house.ticket(second).is_waiting() && house.day.was_call_undone(second));
    let shown: Vec<_> = Board::of(&house.day).calls.iter().map(|call| (call.ticket, call.call)).collect();
    assert_eq!(shown, [(first, heard)], "the undone call is on no board");
    // And again, in earnest: the second call has a new number, so that pages chime for it.
    let again = house.does(Command::FinishAndCallNext { desk: ONE, expected: None }).unwrap();
    assert!(matches!(again, Outcome::Called { ticket, call, .. } if ticket == second && call.0 == calls.0 + 2));
    assert!(!house.day.was_call_undone(second));
    // Two presses are two acts.
    house.starts(1);
    house.finishes(1);
    house.calls(1).unwrap();
    house.does(undo(ONE)).unwrap();
    assert!(matches!(house.state(second), TicketState::Served { .. }));
}

#[test]
fn a_paused_desk_finishes_and_calls_none() {
    let (mut house, [first, ..]) = house();
    house.calls(1).unwrap();
    house.starts(1);
    house.does(Command::Pause { desk: ONE }).unwrap();
    let done = house.does(Command::FinishAndCallNext { desk: ONE, expected: None }).unwrap();
    assert_eq!(done, Outcome::QueueEmpty);
    assert!(matches!(house.state(first), TicketState::Served { .. }));
    house.does(undo(ONE)).unwrap();
    assert!(matches!(house.state(first), TicketState::Serving { .. }));
}

#[test]
fn what_has_gone_on_meanwhile_is_not_torn_back() {
    let (mut house, [first, second, third]) = house();
    // Another desk has called the ticket that was handed on.
    house.calls(1).unwrap();
    let to = Target::Desk(TWO);
    house.does(Command::Transfer { desk: ONE, expected: NONE, to, reason: TransferReason::Specialist }).unwrap();
    house.minutes_pass(2);
    house.does(Command::Call { desk: TWO, ticket: first }).unwrap();
    house.minutes_pass(-2);
    assert_eq!(house.does(undo(ONE)).unwrap_err(), Refusal::ChangedSince(first));
    assert!(matches!(house.state(first), TicketState::Called { desk: TWO, .. }));
    // The desk serves a walk-in by now.
    house.calls(1).unwrap();
    house.does(Command::NoShow { desk: ONE, expected: Some(second) }).unwrap();
    let walk_in = Command::WalkIn {
        desk: ONE,
        service: crate::queue_fixture::service_code("help"),
        language: crate::world::tag("it"),
        token: house.token(),
    };
    house.does(walk_in).unwrap();
    let there = house.day.desk(ONE).current.expect("the walk-in");
    assert_eq!(house.does(undo(ONE)).unwrap_err(), Refusal::DeskBusy { desk: ONE, ticket: there });
    assert_eq!(house.day.undoable(ONE, house.now), None);
    // The page was made for another ticket.
    house.finishes(1);
    let expected = Some(third);
    assert_eq!(house.does(Command::Undo { desk: ONE, expected, act: None }).unwrap_err(), Refusal::ChangedSince(third));
    // A desk that has closed gets its visitor back only when it is open.
    house.does(undo(ONE)).unwrap();
    house.finishes(1);
    house.does(Command::Close { desk: ONE }).unwrap();
    assert_eq!(house.does(undo(ONE)).unwrap_err(), Refusal::DeskClosed(ONE));
    house.opens(&[1]);
    house.does(undo(ONE)).unwrap();
    assert!(matches!(house.state(there), TicketState::Serving { desk: ONE, .. }));
}

#[test]
fn a_double_press_is_undone_press_by_press() {
    let (mut house, [first, second, _]) = house();
    let was = told(&house, first);
    house.calls(1).unwrap();
    seconds_pass(&mut house, 1);
    house.does(Command::Recall { desk: ONE, expected: NONE }).unwrap();
    house.starts(1);
    house.does(undo(ONE)).unwrap();
    let TicketState::Called { desk: ONE, call, .. } = house.state(first) else { panic!("called again") };
    assert_eq!(call, house.day.last_call(), "as recalled, without a new call");
    house.does(undo(ONE)).unwrap();
    assert_eq!(told(&house, first), was);
    assert!(Board::of(&house.day).calls.is_empty(), "neither the call nor its recall");
    assert_eq!(house.calls(1).unwrap().0, first, "the place in the queue is the old one");
    assert_eq!(house.calls(2).unwrap().0, second);
}

#[test]
fn a_withdrawal_by_no_desk_is_undone_by_number() {
    let (mut house, [first, second, _]) = house();
    let was = told(&house, second);
    house.calls(1).unwrap();
    house.does(Command::Dismiss { desk: None, ticket: second }).unwrap();
    house.does(Command::Undo { desk: TWO, expected: Some(second), act: None }).unwrap();
    assert_eq!(told(&house, second), was);
    let again = Command::Undo { desk: TWO, expected: Some(second), act: None };
    assert_eq!(house.does(again).unwrap_err(), Refusal::NothingToUndo(TWO));
    assert!(matches!(house.state(first), TicketState::Called { .. }), "the desk's own act stays");
}

/// The act that the desk is offered to undo.
fn offered(house: &House) -> Command {
    let offered = house.day.undoable(ONE, house.now).expect("an act");
    Command::Undo { desk: ONE, expected: Some(offered.ticket), act: Some(offered.act) }
}

#[test]
fn a_second_undo_of_one_act_undoes_no_other() {
    let (mut house, [first, ..]) = house();
    house.calls(1).unwrap();
    let call = offered(&house);
    house.starts(1);
    let start = offered(&house);
    assert_eq!(house.does(call.clone()).unwrap_err(), Refusal::ChangedSince(first), "the start comes first");
    house.does(start.clone()).unwrap();
    assert_eq!(house.does(start).unwrap_err(), Refusal::ChangedSince(first));
    assert!(matches!(house.state(first), TicketState::Called { .. }), "the call stays");
    house.does(call).unwrap();
    assert!(house.ticket(first).is_waiting());
}

#[test]
fn an_older_act_is_undone_while_it_is_the_newest_of_its_ticket() {
    let (mut house, [first, second, third]) = house();
    house.calls(1).unwrap();
    house.does(Command::NoShow { desk: ONE, expected: NONE }).unwrap();
    let missed = offered(&house);
    house.does(Command::SetUrgent { ticket: third, reason: Some(UrgencyReason::Health) }).unwrap();
    assert_eq!(house.calls(1).unwrap().0, third);
    let passed = house.day.desk(ONE).passed;
    assert_eq!(passed, 1, "the urgent one passed the second");
    assert_eq!(house.does(missed.clone()).unwrap_err(), Refusal::DeskBusy { desk: ONE, ticket: third });
    house.does(Command::Park { desk: ONE, expected: NONE }).unwrap();
    house.does(missed).unwrap();
    assert!(matches!(house.state(first), TicketState::Called { desk: ONE, .. }));
    assert_eq!(house.day.desk(ONE).passed, passed, "a call that stands has its place in the bound");
    assert!(house.ticket(second).is_waiting());
    // Within one moment everything but the act itself looks the same again.
    house.starts(1);
    let start = offered(&house);
    house.does(Command::Park { desk: ONE, expected: NONE }).unwrap();
    house.does(Command::Resume { desk: ONE, ticket: first }).unwrap();
    house.starts(1);
    assert_eq!(house.does(start).unwrap_err(), Refusal::ChangedSince(first));
}

#[test]
fn an_older_act_of_the_desk_does_not_hide_a_withdrawal() {
    let (mut house, [first, ..]) = house();
    house.calls(1).unwrap();
    let to = Target::Desk(TWO);
    house.does(Command::Transfer { desk: ONE, expected: NONE, to, reason: TransferReason::Language }).unwrap();
    let was = told(&house, first);
    house.does(Command::Dismiss { desk: None, ticket: first }).unwrap();
    house.does(Command::Undo { desk: ONE, expected: Some(first), act: None }).unwrap();
    assert_eq!(told(&house, first), was);
}

#[test]
fn finishing_and_calling_the_same_visitor_again_is_undone() {
    let mut house = House::with(&[(r#"["talk", "help"]"#, r#"["talk", "code", "help"]"#)], TEN);
    house.opens(&[5]);
    let number = house.comes(&["help", "code"], "it");
    let five = DeskNumber(5);
    house.calls(5).unwrap();
    house.starts(5);
    house.minutes_pass(9);
    let (was, seat) = (told(&house, number), house.day.desk(five).clone());
    let done = house.does(Command::FinishAndCallNext { desk: five, expected: Some(number) }).unwrap();
    assert!(matches!(done, Outcome::Called { ticket, .. } if ticket == number));
    let offered = house.day.undoable(five, house.now).expect("the act is offered");
    assert_eq!((offered.ticket, offered.called), (number, Some(number)));
    house.does(undo(five)).unwrap();
    assert_eq!((told(&house, number), house.day.desk(five)), (was, &seat));
}

#[test]
fn a_step_that_was_waited_for_comes_back_with_its_place() {
    let (mut house, _) = house();
    let code = crate::queue_fixture::service_code("code");
    let (before, two) = (house.comes(&["code"], "it"), house.comes(&["help", "code"], "it"));
    assert_eq!(house.steps(two), ["code", "help"]);
    let was = told(&house, two);
    let drop = |service: &str| Command::DropStep {
        desk: ONE,
        ticket: two,
        service: crate::queue_fixture::service_code(service),
    };
    house.does(drop("help")).unwrap();
    assert_eq!(house.day.undoable(ONE, house.now), None, "the visitor stays in the same queue");
    let add = Command::AddStep { desk: ONE, ticket: two, service: crate::queue_fixture::service_code("help") };
    house.does(add).unwrap();
    let with_both = house.ticket(two).steps.clone();
    house.does(drop("code")).unwrap();
    assert_eq!(house.steps(two), ["help"]);
    assert_eq!(house.day.undoable(ONE, house.now).map(|it| it.verb), Some(UndoableVerb::DropStep));
    house.does(undo(ONE)).unwrap();
    assert_eq!((&house.ticket(two).steps, told(&house, two).state), (&with_both, was.state));
    let waiting: Vec<_> = house.day.waiting(&code).map(|ticket| ticket.number).collect();
    assert_eq!(waiting, [before, two]);
}

#[test]
fn what_was_undone_is_not_counted() {
    let tally_of = |is_tried: bool| {
        let (mut house, [_, second, _]) = house();
        for command in [
            Command::CallNext { desk: ONE },
            Command::Start { desk: ONE, expected: NONE },
            Command::FinishAndCallNext { desk: ONE, expected: NONE },
            Command::NoShow { desk: ONE, expected: NONE },
            Command::Dismiss { desk: Some(ONE), ticket: second },
        ] {
            house.minutes_pass(3);
            if is_tried && house.does(command.clone()).is_ok() {
                house.does(undo(ONE)).unwrap();
            }
            if !matches!(command, Command::Dismiss { .. }) {
                house.does(command).unwrap();
            }
        }
        Tally::of(house.day.site(), &house.journal)
    };
    assert_eq!(tally_of(true), tally_of(false));
}

#[test]
fn the_journal_keeps_it() {
    let world = World::new();
    let first = world.visitor("health.ssn", "ar");
    let desk = world.desk_for("health.ssn").opens();
    let was = world.state(first);
    desk.calls_next().expect("called");
    world.wait(world.hub.undo(desk.desk, Some(first), None, None)).expect("undone");
    assert_eq!(world.state(first), was);
    world.wait(world.hub.dismiss(Some(desk.desk), first, None)).expect("dismissed");
    let number = desk.desk.0;
    let world = world.restarts();
    assert!(world.hub.day().was_call_undone(first));
    let undone = world.hub.undo(DeskNumber(number), Some(first), None, None);
    assert_eq!(world.wait(undone).expect("undone after a restart").state, was);
    assert_eq!(world.restarts().state(first), was);
}
