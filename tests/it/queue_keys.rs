//! Idempotency keys: a command sent twice with one key is carried out once, and a key stands for one request.

use crate::commands::{BusyHouse, Kind, issue, mind_site};
use crate::full_disk::{FullDisk, Refused};
use crate::world::{OLDER_TABLES, TUESDAY_TEN, World, idempotency_key, one_service_site};
use sha2::{Digest, Sha256};
use sportello::clock::Clock;
use sportello::domain::command::{Command, Outcome};
use sportello::domain::{DeskNumber, IdempotencyKey, Refusal, ServiceCode, TicketNumber, Token};
use sportello::hub::{self, ANSWERS_KEPT, HubError, UNANSWERED_KEPT};
use sportello::journal::{DataFolder, SqliteJournal};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

const REUSED: Result<Outcome, HubError> = Err(HubError::Refused(Refusal::KeyReused));

fn sends(world: &World, command: &Command, key: &str) -> Result<Outcome, HubError> {
    let reply = world.wait(world.hub.send(command.clone(), Some(idempotency_key(key))));
    reply.map(|reply| reply.outcome)
}

#[test]
fn every_command_is_carried_out_once_for_a_key_and_every_other_request_with_it_is_refused() {
    // The older version knows no slips on request.
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::WithSlip) {
        let mut house = BusyHouse::new();
        let example = house.example(*kind);
        let first = sends(&house.world, &example.command, "key");
        assert!(first.is_ok(), "{kind:?}: {first:?}");
        for restarts in 0..2 {
            let before = house.world.hub.day();
            let told = |what: &str| format!("{kind:?}, {what}, after {restarts} restarts");
            assert_eq!(sends(&house.world, &example.command, "key"), first, "{}", told("the same once more"));
            for other in &example.others {
                assert_eq!(sends(&house.world, other, "key"), REUSED, "{}", told(&format!("{other:?}")));
            }
            // Another verb is another request, whatever it is about.
            for other in Kind::ALL.iter().filter(|other| *other != kind) {
                let other = house.example(*other).command;
                assert_eq!(sends(&house.world, &other, "key"), REUSED, "{}", told(&format!("{other:?}")));
            }
            assert!(*house.world.hub.day() == *before, "{}", told("something happened"));
            house.world = house.world.restarts();
        }
    }
}

#[test]
fn requests_have_different_digests_and_a_fresh_secret_is_no_part_of_them() {
    let house = BusyHouse::new();
    let mut digests = BTreeMap::new();
    for kind in Kind::ALL {
        let example = house.example(*kind);
        for command in std::iter::once(example.command).chain(example.others) {
            if let Some(alike) = digests.insert(hub::digest(&command), command.clone()) {
                panic!("{alike:?} and {command:?} have one digest");
            }
        }
    }
    let with = |token| hub::digest(&issue(&["help"], "it", false, Token::from_random(token)));
    assert_eq!(with(1), with(2), "a retry brings another secret");
    // What stands in `Withdraw` is not fresh secret but the ticket that is meant.
    let withdraw = |token| hub::digest(&Command::Withdraw { token: Token::from_random(token) });
    assert_ne!(withdraw(1), withdraw(2));
}

/// A retry may come after an update of the program, and finds the digest that the older version has written. Who changes
/// what a command hashes, or its place among the commands, needs a migration that sets `entry.digest` to NULL.
#[test]
fn the_digest_of_a_command_is_the_same_in_every_version() {
    let le = |discriminant: u64| discriminant.to_le_bytes();
    let pause = [&le(10)[..], &1u16.to_le_bytes()].concat();
    let ticket = [&b"A"[..], &7u32.to_le_bytes()].concat();
    let order = [&le(24)[..], &1u16.to_le_bytes(), &ticket, &le(2), b"help\xff", b"talk\xff"].concat();
    let services = ["help", "talk"].map(|code| ServiceCode::parse(code).unwrap()).to_vec();
    let order_steps =
        Command::OrderSteps { desk: DeskNumber(1), ticket: TicketNumber::parse("A 007").unwrap(), services };
    for (command, bytes) in [(Command::Pause { desk: DeskNumber(1) }, pause), (order_steps, order)] {
        let expected: [u8; 32] = Sha256::digest(&bytes).into();
        assert_eq!(hub::digest(&command), expected, "{command:?}");
    }
}

#[test]
fn what_changed_nothing_is_decided_again_but_its_key_stands_for_no_other_request() {
    let world = World::of(mind_site(), TUESDAY_TEN);
    let (one, two) = (world.desk(1).opens(), world.desk(2).opens());
    let next = |desk| Command::CallNext { desk };
    assert_eq!(sends(&world, &next(one.desk), "next"), Ok(Outcome::QueueEmpty));
    assert_eq!(sends(&world, &next(two.desk), "next"), REUSED, "though nothing had happened");
    let visitor = world.visitor("help", "it");
    let called = sends(&world, &next(one.desk), "next");
    assert!(matches!(called, Ok(Outcome::Called { ticket, .. }) if ticket == visitor), "{called:?}");
    assert_eq!(sends(&world, &next(one.desk), "next"), called, "and now it has an answer");

    // What was refused, likewise.
    let start = |desk| Command::Start { desk, expected: None };
    let refused = Err(HubError::Refused(Refusal::DeskHasNoTicket(two.desk)));
    assert_eq!(sends(&world, &start(two.desk), "start"), refused);
    assert_eq!(sends(&world, &start(one.desk), "start"), REUSED);
    let other = world.visitor("help", "it");
    two.calls_next();
    assert_eq!(sends(&world, &start(two.desk), "start"), Ok(Outcome::Changed(other)));
}

/// A hub on a journal that refuses to append when told so; with what sends a command with a key.
struct Refusing {
    hub: hub::Hub,
    thread: hub::HubThread,
    clock: Clock,
    is_refusing: Arc<AtomicBool>,
    runtime: tokio::runtime::Runtime,
    _folder: tempfile::TempDir,
}

impl Refusing {
    fn new(refused: Refused) -> Refusing {
        let folder = tempfile::tempdir().unwrap();
        let is_refusing = Arc::new(AtomicBool::new(false));
        let journal = SqliteJournal::open(&DataFolder::database(folder.path())).unwrap();
        let journal = FullDisk::new(journal, refused, &is_refusing);
        let clock = Clock::turned(TUESDAY_TEN.parse().unwrap());
        let (hub, thread) = hub::open(Arc::new(mind_site()), journal, clock.clone()).unwrap();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        Refusing { hub, thread, clock, is_refusing, runtime, _folder: folder }
    }

    fn opens(&self, desk: u16, key: &str) -> Result<Outcome, HubError> {
        let open = Command::Open { desk: DeskNumber(desk), languages: vec![], services: None };
        let reply = self.runtime.block_on(self.hub.send(open, Some(idempotency_key(key))));
        reply.map(|reply| reply.outcome)
    }

    fn open_desks(&self) -> usize {
        self.hub.day().open_desks(&self.hub.day().site().services()[0].code)
    }
}

#[test]
fn what_could_not_be_saved_is_decided_again_but_its_key_stands_for_no_other_request() {
    for refused in [Refused::Events, Refused::Statements] {
        let world = Refusing::new(refused);
        world.is_refusing.store(true, Ordering::SeqCst);
        assert_eq!(world.opens(1, "key"), Err(HubError::NotSaved));
        assert_eq!(world.opens(1, "key"), Err(HubError::NotSaved), "it has no answer yet");
        assert!(!world.hub.is_saving());
        world.is_refusing.store(false, Ordering::SeqCst);
        assert_eq!(world.opens(2, "key"), REUSED);
        assert_eq!(world.opens(1, "key"), Ok(Outcome::Done));
        assert_eq!(world.open_desks(), 1, "and now it has happened");
        world.thread.stop();
    }
}

#[test]
fn a_key_is_not_forgotten_with_a_day_whose_end_can_not_be_saved() {
    let world = Refusing::new(Refused::Events);
    assert_eq!(world.opens(1, "yesterday"), Ok(Outcome::Done));
    world.clock.advance(Duration::from_secs(24 * 3600));
    world.is_refusing.store(true, Ordering::SeqCst);
    assert_eq!(world.opens(1, "key"), Err(HubError::NotSaved));
    assert_eq!(world.opens(1, "another"), Err(HubError::NotSaved));
    assert_eq!(world.opens(2, "yesterday"), Err(HubError::NotSaved), "that was another day's");
    world.is_refusing.store(false, Ordering::SeqCst);
    assert_eq!(world.opens(2, "key"), REUSED, "also once the day can be saved");
    assert_eq!(world.opens(1, "key"), Ok(Outcome::Done));
    world.thread.stop();
}

/// Opens and pauses a desk in turn, each with a key of its own; every one of them changes the day.
fn fills_the_ledger(world: &World, keys: std::ops::Range<usize>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let keys: Vec<usize> = keys.collect();
    for some in keys.chunks(512) {
        // A runtime of one thread begins them in this order.
        let sent: Vec<_> = some
            .iter()
            .map(|n| {
                let (desk, hub) = (DeskNumber(1), world.hub.clone());
                let open = Command::Open { desk, languages: vec![], services: None };
                let command = if n % 2 == 0 { open } else { Command::Pause { desk } };
                let key = idempotency_key(&format!("key-{n}"));
                runtime.spawn(async move { hub.send(command, Some(key)).await })
            })
            .collect();
        for reply in sent {
            runtime.block_on(reply).expect("a task").expect("a desk opens and pauses");
        }
    }
}

#[test]
fn the_newest_keys_are_kept_and_older_ones_are_decided_as_if_they_were_new() {
    let mut world = World::of(mind_site(), TUESDAY_TEN);
    let help = issue(&["help"], "it", false, Token::from_random(1));
    let again = issue(&["help"], "it", false, Token::from_random(2));
    let other = issue(&["talk"], "it", false, Token::from_random(3));
    let first = sends(&world, &help, "first");
    fills_the_ledger(&world, 0..ANSWERS_KEPT - 1);
    // Those that change nothing have a place of their own.
    for n in 0..UNANSWERED_KEPT + 10 {
        assert!(sends(&world, &Command::CallNext { desk: DeskNumber(3) }, &format!("empty-{n}")).is_err(), "closed");
    }
    for _ in 0..2 {
        assert_eq!(sends(&world, &again, "first"), first, "it is the oldest that is kept");
        assert_eq!(sends(&world, &other, "first"), REUSED);
        world = world.restarts();
    }
    fills_the_ledger(&world, ANSWERS_KEPT - 1..ANSWERS_KEPT);
    for _ in 0..2 {
        let newest = Command::Pause { desk: DeskNumber(1) };
        let last = format!("key-{}", ANSWERS_KEPT - 1);
        assert_eq!(sends(&world, &newest, &last), Ok(Outcome::Done));
        assert_eq!(sends(&world, &Command::Close { desk: DeskNumber(1) }, &last), REUSED);
        world = world.restarts();
    }
    let second = sends(&world, &again, "first");
    assert!(second.is_ok() && second != first, "a new ticket: {second:?}");
}

#[test]
fn keys_are_forgotten_with_the_day() {
    let mut world = World::of(mind_site(), TUESDAY_TEN);
    let (help, talk) =
        (issue(&["help"], "it", false, Token::from_random(1)), issue(&["talk"], "it", false, Token::from_random(2)));
    assert!(sends(&world, &help, "answered").is_ok());
    assert!(sends(&world, &Command::CallNext { desk: DeskNumber(1) }, "refused").is_err());
    world.clock.advance(Duration::from_secs(24 * 3600));
    assert!(sends(&world, &talk, "answered").is_ok(), "another day, another request");
    assert!(sends(&world, &help, "refused").is_ok());
    world = world.restarts();
    assert_eq!(sends(&world, &help, "answered"), REUSED);
}

#[test]
fn a_call_is_repeated_thirty_times_and_no_more() {
    let mut world = World::of(mind_site(), TUESDAY_TEN);
    world.desk(1).opens();
    let visitor = world.visitor("help", "it");
    assert_eq!(world.desk(1).calls_next(), Some(visitor));
    let recalls = |world: &World, keys: &str| {
        let recall = Command::Recall { desk: DeskNumber(1), expected: Some(visitor) };
        (0..100).take_while(|n| sends(world, &recall, &format!("{keys}-{n}")).is_ok()).count()
    };
    assert_eq!(recalls(&world, "some"), 30);
    let too_many = Refusal::TooManyRecalls(visitor);
    assert_eq!(world.desk(1).recalls().unwrap_err(), too_many);
    world = world.restarts();
    world.desk(1).pauses().unwrap();
    world.desk(1).opens();
    assert_eq!(world.desk(1).recalls().unwrap_err(), too_many, "neither a restart nor a pause begins anew");
    // The next call does.
    world.desk(1).waits_in_vain().unwrap();
    world.desk(1).takes_back(visitor).unwrap();
    assert_eq!(world.desk(1).calls_next(), Some(visitor));
    assert_eq!(recalls(&world, "more"), 30);
}

#[test]
fn keys_that_an_older_version_has_written_get_their_first_answer() {
    // The older version knows no slips on request, and gives none up.
    for kind in Kind::ALL.iter().filter(|kind| !matches!(kind, Kind::WithSlip | Kind::GiveUpSlips)) {
        let mut house = BusyHouse::new();
        let example = house.example(*kind);
        let first = sends(&house.world, &example.command, "key");
        let day = house.world.hub.day();
        house.world = house.world.restarts_after(|folder| {
            let database = rusqlite::Connection::open(DataFolder::database(folder)).unwrap();
            let older = "ALTER TABLE entry DROP COLUMN digest; ALTER TABLE entry DROP COLUMN outcome;
                         UPDATE entry SET event = json_remove(event, '$.anchor'); PRAGMA user_version = 3; PRAGMA application_id = 0;";
            database.execute_batch(&format!("{OLDER_TABLES}{older}")).unwrap();
            std::fs::remove_file(folder.join("witness")).unwrap();
        });
        assert!(*house.world.hub.day() == *day, "{kind:?}");
        assert_eq!(sends(&house.world, &example.command, "key"), first, "{kind:?}");
        // The older version has not written what was asked, so a request can't be told from another.
        assert_eq!(sends(&house.world, &Command::Close { desk: DeskNumber(3) }, "key"), first, "{kind:?}");
        let typed = house.world.wait(house.world.hub.book(
            house.world.service_for("help"),
            "2026-11-24T15:00:00+01:00".parse().unwrap(),
            Some(IdempotencyKey::parse("key").unwrap()),
        ));
        let is_booking = *kind == Kind::Book;
        assert_eq!(
            typed.is_ok(),
            is_booking,
            "the answer of another command is not an appointment: {kind:?}, {typed:?}"
        );
        assert!(is_booking || typed == Err(HubError::Refused(Refusal::KeyReused)), "{typed:?}");
        assert!(*house.world.hub.day() == *day, "{kind:?}");
    }
}

#[test]
fn an_answer_that_was_lost_at_the_end_of_the_day_comes_again_when_its_ticket_goes_over() {
    let world = World::of(one_service_site(), "2026-11-24T23:59:00+01:00");
    let first = world.try_visitor(&["code"], "it", Some("key")).expect("a number");
    world.minutes_pass(2);
    let again = world.try_visitor(&["code"], "it", Some("key")).expect("a number");
    assert_eq!(again.number, first.number, "one visitor, one number");
    assert_eq!(world.hub.day().tickets().len(), 1);
    let other = sends(&world, &issue(&["code"], "it", true, Token::from_random(9)), "key");
    assert_eq!(other, REUSED);
}
