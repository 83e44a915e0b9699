//! What a power cut leaves: everything that was decided, and nothing half.

use crate::world::{TUESDAY_TEN, demo_site, idempotency_key, need_code, tag};
use jiff::{SignedDuration, Timestamp};
use sportello::clock::Clock;
use sportello::domain::{
    AppointmentCode, Day, DeskNumber, Site, SlipOutcome, Target, TicketNumber, TransferReason, UrgencyReason,
};
use sportello::hub::{self, Hub};
use sportello::journal::{DataFolder, SqliteJournal, TallyBook};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

#[test]
fn a_power_cut_between_the_new_day_and_the_forgetting_is_made_good_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let site = Arc::new(demo_site());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let clock = Clock::turned(TUESDAY_TEN.parse().unwrap());
    let database = DataFolder::database(folder.path());
    let open = || hub::open(Arc::clone(&site), SqliteJournal::open(&database).unwrap(), clock.clone()).unwrap();
    let (hub, thread) = open();
    runtime.block_on(hub.issue(vec![need_code("tax.code")], tag("it"), false, None)).unwrap();
    drop(hub);
    thread.stop();
    // The new day was written, and nothing more.
    let sql = "INSERT INTO entry (sequence, at, kind, event)
               SELECT max(sequence) + 1, max(at) + 86400000, 'day-opened',
                      '{\"kind\":\"day-opened\",\"date\":\"2026-11-25\",\"last_call\":0,\"anchor\":\"2026-11-25\"}' FROM entry";
    rusqlite::Connection::open(&database).unwrap().execute(sql, []).unwrap();
    clock.turn_to("2026-11-25T09:00:00+01:00".parse().unwrap());
    let (hub, thread) = open();
    drop(hub);
    thread.stop();
    let tallies = TallyBook::open(&database).unwrap().all().unwrap();
    assert_eq!(tallies.iter().map(sportello::domain::Tally::issued).collect::<Vec<_>>(), [1]);
    let left: i64 = rusqlite::Connection::open(&database)
        .unwrap()
        .query_row("SELECT count(*) FROM entry WHERE kind = 'issued'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(left, 0);
    // Once more changes nothing.
    let (hub, thread) = open();
    drop(hub);
    thread.stop();
    assert_eq!(TallyBook::open(&database).unwrap().all().unwrap(), tallies);
}

/// One thing that happens on the scenario's day: after so many seconds, this.
type Deed = (i64, Act);

#[derive(Clone, Copy)]
enum Act {
    Open(u16),
    Issue(&'static str, &'static str, bool),
    Next(u16),
    Start(u16),
    Finish(u16),
    NoShow(u16),
    TakeBack(u16, &'static str),
    Park(u16),
    Resume(u16, &'static str),
    Recall(u16),
    Transfer(u16, &'static str),
    AddStep(&'static str, &'static str),
    Urgent(&'static str),
    Dismiss(&'static str),
    WalkIn(u16, &'static str),
    Book(&'static str, i64),
    Slip(&'static str),
    Call(u16, &'static str),
    Reorder(&'static str, [&'static str; 2]),
    Drop(&'static str, &'static str),
    Leave(&'static str),
    Send(u16, u16),
    CheckIn,
    Unbook,
    Pause(u16),
    Close(u16),
}

/// Every verb at least once.
fn scenario() -> Vec<Deed> {
    use Act::*;
    vec![
        (0, Open(8)),
        (5, Open(7)),
        (5, Open(1)),
        (60, Issue("health.ssn", "ti", false)),
        (60, Issue("health.ssn", "it", false)),
        (60, Issue("tax.code", "ar", true)),
        (60, Issue("health.visit", "uk", false)),
        (30, Issue("care.talk", "so", false)),
        (600, Next(8)),
        (40, Recall(8)),
        (40, Start(8)),
        (300, Park(8)),
        (20, Next(8)),
        (120, NoShow(8)),
        (10, Resume(8, "H 001")),
        (30, Start(8)),
        (200, AddStep("H 001", "entrate.code")),
        (200, Finish(8)),
        (60, TakeBack(8, "H 002")),
        (10, Next(8)),
        (30, Start(8)),
        (90, Transfer(8, "entrate.code")),
        (10, Urgent("H 003")),
        (200, WalkIn(1, "welcome.help")),
        (300, Finish(1)),
        (10, Book("asl.card", 86_400)),
        (10, Dismiss("E 001")),
        (10, Next(8)),
        (30, Start(8)),
        (300, Finish(8)),
        (10, Issue("health.ssn", "ur", false)),
        (10, Issue("health.ssn", "ps", false)),
        (10, Slip("H 004")),
        (10, Call(8, "H 005")),
        (10, Start(8)),
        (60, AddStep("H 005", "inps.family")),
        (60, AddStep("H 005", "anagrafe.residence")),
        (60, Reorder("H 005", ["anagrafe.residence", "inps.family"])),
        (60, Drop("H 005", "inps.family")),
        (60, Finish(8)),
        (10, Leave("H 004")),
        (10, Issue("permit.renew", "it", false)),
        (10, Open(5)),
        (10, Open(6)),
        (10, Next(5)),
        (30, Send(5, 6)),
        (300, Next(6)),
        (10, Book("asl.card", 7_200)),
        (10, CheckIn),
        (10, Book("asl.card", 90_000)),
        (10, Unbook),
        (10, Pause(7)),
        (10, Close(1)),
    ]
}

/// The next day, after which nothing of the first is left but counts.
fn next_day() -> Vec<Deed> {
    use Act::*;
    vec![(76_400, Open(8)), (60, Issue("health.ssn", "ti", false)), (60, Next(8))]
}

#[test]
fn a_power_cut_after_every_single_deed_of_a_whole_day_changes_nothing() {
    let site = Arc::new(demo_site());
    let (deeds, next_day) = (scenario(), next_day());
    let whole = tempfile::tempdir().unwrap();
    let mut copies = Vec::new();
    let kiosk = Machine::starts(&site, whole.path(), TUESDAY_TEN.parse().unwrap());
    for (place, deed) in deeds.iter().enumerate() {
        kiosk.does(place, *deed);
        // What a power cut leaves: the files as they are at this moment.
        let copy = tempfile::tempdir().unwrap();
        for file in fs::read_dir(whole.path()).unwrap().flatten().filter(|file| file.path().is_file()) {
            fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
        }
        copies.push((copy, kiosk.clock.now()));
    }
    let evening = told(&kiosk.hub.day());
    assert!(evening.contains("H 001") && evening.contains("H 005"), "{evening}");
    let (morning, counts) = kiosk.sees_the_next_day(&next_day, whole.path());
    assert!(counts.contains("asl.card"), "{counts}");
    for (cut, (copy, at)) in copies.iter().enumerate() {
        let again = Machine::starts(&site, copy.path(), *at);
        // Whoever asked has heard no answer, and asks once more with the same key.
        again.act(cut, deeds[cut].1);
        for (place, deed) in deeds.iter().enumerate().skip(cut + 1) {
            again.does(place, *deed);
        }
        assert_eq!(told(&again.hub.day()), evening, "after a power cut after deed {cut}");
        let (other_morning, other_counts) = again.sees_the_next_day(&next_day, copy.path());
        assert_eq!((other_morning, other_counts), (morning.clone(), counts.clone()), "after deed {cut}");
    }
}

/// Everything of a day but its secrets, which are made by chance.
fn told(day: &Day) -> String {
    let mut text = format!("{:?} call {}\n", day.date(), day.last_call());
    for ticket in day.tickets() {
        let (number, state, class) = (ticket.number, ticket.state, ticket.class);
        text += &format!("{number} {state:?} {class:?} {:?} {:?} {:?}\n", ticket.steps, ticket.aged_since, ticket.why);
    }
    for (desk, now) in day.desks_now() {
        text += &format!("{desk} {now:?}\n");
    }
    text + &format!("{:?}", day.appointments().map(|(_, appointment)| appointment.clone()).collect::<Vec<_>>())
}

struct Machine {
    clock: Clock,
    hub: Hub,
    thread: Option<hub::HubThread>,
    runtime: tokio::runtime::Runtime,
}

impl Machine {
    fn starts(site: &Arc<Site>, folder: &Path, at: Timestamp) -> Machine {
        let clock = Clock::turned(at);
        let (hub, thread) = opened(site, folder, &clock);
        Machine { clock, hub, thread: Some(thread), runtime: tokio::runtime::Runtime::new().unwrap() }
    }

    /// What the day after looks like, and what is counted of the day before.
    fn sees_the_next_day(&self, deeds: &[Deed], folder: &Path) -> (String, String) {
        for (place, deed) in deeds.iter().enumerate() {
            self.does(1_000 + place, *deed);
        }
        let counts = TallyBook::open(&DataFolder::database(folder)).unwrap().all().unwrap();
        (told(&self.hub.day()), format!("{counts:?}"))
    }

    fn does(&self, place: usize, (seconds, act): Deed) {
        self.clock.advance(Duration::from_secs(seconds.unsigned_abs()));
        self.act(place, act);
    }

    /// The code of the appointment that was made by the deed before: asked for once more with its key.
    fn appointment(&self, place: usize) -> AppointmentCode {
        let (Act::Book(code, seconds), key) =
            (scenario()[place - 1].1, idempotency_key(&format!("deed-{}", place - 1)))
        else {
            panic!("deed {place} follows no booking")
        };
        let made_at = self.clock.now() - SignedDuration::from_secs(scenario()[place].0);
        let service = sportello::domain::ServiceCode::parse(code).unwrap();
        let at = made_at + SignedDuration::from_secs(seconds);
        self.runtime.block_on(self.hub.book(service, at, Some(key))).expect("the same appointment again")
    }

    fn act(&self, place: usize, act: Act) {
        let (hub, key) = (&self.hub, Some(idempotency_key(&format!("deed-{place}"))));
        let number = |text: &str| TicketNumber::parse(text).unwrap();
        let service = |code: &str| sportello::domain::ServiceCode::parse(code).unwrap();
        let desk = DeskNumber;
        let to = |code: &str| Target::Service(service(code));
        let booked = matches!(act, Act::CheckIn | Act::Unbook).then(|| self.appointment(place));
        let done = self.runtime.block_on(async {
            match act {
                Act::Open(at) => hub.open(desk(at), Vec::new(), None, key).await,
                Act::Issue(need, language, priority) => {
                    hub.issue(vec![need_code(need)], tag(language), priority, key).await.map(drop)
                }
                Act::Next(at) => hub.call_next(desk(at), key).await.map(drop),
                Act::Start(at) => hub.start(desk(at), None, key).await.map(drop),
                Act::Finish(at) => hub.finish(desk(at), None, key).await.map(drop),
                Act::NoShow(at) => hub.no_show(desk(at), None, key).await.map(drop),
                Act::TakeBack(at, ticket) => hub.take_back(desk(at), number(ticket), key).await.map(drop),
                Act::Park(at) => hub.park(desk(at), None, key).await.map(drop),
                Act::Resume(at, ticket) => hub.resume(desk(at), number(ticket), key).await.map(drop),
                Act::Recall(at) => hub.recall(desk(at), None, key).await.map(drop),
                Act::Transfer(at, code) => {
                    hub.transfer(desk(at), None, to(code), TransferReason::OtherNeed, key).await.map(drop)
                }
                Act::AddStep(ticket, code) => hub.add_step(desk(7), number(ticket), service(code), key).await.map(drop),
                Act::Urgent(ticket) => hub.set_urgent(number(ticket), Some(UrgencyReason::Health), key).await.map(drop),
                Act::Dismiss(ticket) => hub.dismiss(None, number(ticket), key).await.map(drop),
                Act::WalkIn(at, code) => hub.walk_in(desk(at), service(code), tag("bn"), key).await.map(drop),
                Act::Book(code, seconds) => {
                    let at = self.clock.now() + SignedDuration::from_secs(seconds);
                    hub.book(service(code), at, key).await.map(drop)
                }
                Act::Slip(ticket) => hub.report_slip(number(ticket), SlipOutcome::Printed).await,
                Act::Call(at, ticket) => hub.call(desk(at), number(ticket), key).await.map(drop),
                Act::Reorder(ticket, services) => {
                    hub.order_steps(desk(8), number(ticket), services.map(service).to_vec(), key).await.map(drop)
                }
                Act::Drop(ticket, code) => hub.drop_step(desk(8), number(ticket), service(code), key).await.map(drop),
                Act::Leave(ticket) => {
                    let token = hub.day().ticket(number(ticket)).expect("the ticket").token;
                    hub.withdraw(token, key).await
                }
                Act::Send(from, at) => {
                    let to = Target::Desk(desk(at));
                    hub.transfer(desk(from), None, to, TransferReason::Language, key).await.map(drop)
                }
                // The one that is next; after it was taken, a second asking with the same key is answered alike.
                Act::CheckIn => hub.check_in(booked.expect("a code"), tag("fr"), key).await.map(drop),
                Act::Unbook => hub.unbook(booked.expect("a code"), key).await,
                Act::Pause(at) => hub.pause(desk(at), key).await,
                Act::Close(at) => hub.close(desk(at), key).await,
            }
        });
        done.unwrap_or_else(|error| panic!("deed {place}: {error}"));
        hub.day().verify().expect("a day that can be");
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.stop();
        }
    }
}

fn opened(site: &Arc<Site>, folder: &Path, clock: &Clock) -> (Hub, hub::HubThread) {
    let journal = SqliteJournal::open(&DataFolder::database(folder)).unwrap();
    hub::open(Arc::clone(site), journal, clock.clone()).unwrap()
}
