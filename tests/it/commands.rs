//! Every command there is, with an example and with requests that differ from it in one respect. A new command does not
//! compile until it stands in the list below, and then until it has an example.

use crate::world::{World, need_code, tag};
use sportello::domain::command::{Command, Fresh};
use sportello::domain::{
    AppointmentCode, DeskNumber, LanguageTag, Sequence, ServiceCode, Site, SlipOutcome, SlipPrinter, Target,
    TicketNumber, Token, TransferReason, UrgencyReason,
};
use sportello::hub::Reply;

macro_rules! kinds {
    ($($kind:ident),* $(,)?) => {
        /// The commands, without what they carry.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind { $($kind),* }

        impl Kind {
            pub const ALL: &[Kind] = &[$(Kind::$kind),*];

            pub fn of(command: &Command) -> Kind {
                match command { $(Command::$kind { .. } => Kind::$kind),* }
            }
        }
    };
}

kinds! {
    Issue, WalkIn, Book, Unbook, CheckIn, ReportSlip, Withdraw, Dismiss, SetUrgent, Open, Pause, Close, CallNext, Call,
    Recall, Start, NoShow, TakeBack, Finish, Park, Resume, Transfer, AddStep, DropStep, OrderSteps,
    Reprint,
    FinishAndCallNext, Undo, ReportCopy, GiveUpSlips, WithSlip,
}

/// A command that changes something in a [`BusyHouse`], and others that must not pass for it.
pub struct Example {
    pub command: Command,
    pub others: Vec<Command>,
}

/// A house in which every command has something to do: tickets that wait, are called, served, parked, absent, have several
/// steps; appointments; desks that are open, closed and free.
pub struct BusyHouse {
    pub world: World,
    numbers: Vec<TicketNumber>,
    card: TicketNumber,
    codes: Vec<AppointmentCode>,
}

const ONE: DeskNumber = DeskNumber(1);
const TWO: DeskNumber = DeskNumber(2);
const THREE: DeskNumber = DeskNumber(3);
const FOUR: DeskNumber = DeskNumber(4);
const FIVE: DeskNumber = DeskNumber(5);

impl BusyHouse {
    pub fn new() -> BusyHouse {
        let world = World::of(mind_site(), "2026-11-24T10:00:00+01:00");
        for desk in [1, 2, 3, 5] {
            world.desk(desk).opens();
        }
        let numbers: Vec<_> = (0..6).map(|_| world.visitor("help", "it")).collect();
        let card = world.visitor("card", "it");
        let at = ["2026-11-24T11:00:00+01:00", "2026-11-24T12:00:00+01:00"];
        let codes = at.map(|at| {
            let booked = world.hub.book(service("help"), at.parse().unwrap(), None);
            world.wait(booked).expect("an appointment")
        });
        let house = BusyHouse { world, numbers, card, codes: codes.to_vec() };
        let (several, called, served) = (house.numbers[5], house.numbers[0], house.numbers[1]);
        for added in ["code", "talk"] {
            house.sends(Command::AddStep { desk: ONE, ticket: several, service: service(added) });
        }
        house.sends(Command::Call { desk: ONE, ticket: called });
        house.sends(Command::Call { desk: TWO, ticket: served });
        house.sends(Command::Start { desk: TWO, expected: None });
        house.sends(Command::Call { desk: FIVE, ticket: house.numbers[2] });
        house.sends(Command::Park { desk: FIVE, expected: None });
        house.sends(Command::Call { desk: FIVE, ticket: house.numbers[3] });
        house.sends(Command::NoShow { desk: FIVE, expected: None });
        for copied in [several, house.card, house.card] {
            house.sends(Command::Reprint { ticket: copied });
        }
        house
    }

    fn sends(&self, command: Command) -> Reply {
        self.world.wait(self.world.hub.send(command, None)).expect("the house is prepared")
    }

    pub fn example(&self, kind: Kind) -> Example {
        let [called, served, parked, absent, waiting, several] = self.numbers[..] else { panic!("six tickets") };
        let token = |number: TicketNumber| self.world.ticket(number).token;
        let (code, talk) = (Target::Service(service("code")), Target::Service(service("talk")));
        let (command, others) = match kind {
            Kind::Issue => {
                let issue = |needs: &[&str], language: &str, priority| {
                    issue(needs, language, priority, Token::from_random(500))
                };
                let others =
                    vec![issue(&["code"], "it", false), issue(&["help"], "ar", false), issue(&["help"], "it", true)];
                (issue(&["help"], "it", false), [others, vec![issue(&["help", "code"], "it", false)]].concat())
            }
            Kind::WalkIn => {
                let walk_in = |desk, code: &str, language: &str| Command::WalkIn {
                    desk,
                    service: service(code),
                    language: tag(language),
                    token: Fresh(Token::from_random(900)),
                };
                let others =
                    vec![walk_in(THREE, "code", "it"), walk_in(THREE, "help", "ar"), walk_in(FIVE, "code", "ar")];
                (walk_in(THREE, "code", "ar"), others)
            }
            Kind::Book => {
                let book = |code: &str, hour: &str| Command::Book {
                    service: service(code),
                    at: format!("2026-11-24T{hour}:00:00+01:00").parse().unwrap(),
                    code: Fresh(AppointmentCode::from_random(77)),
                };
                (book("help", "15"), vec![book("help", "16"), book("code", "15")])
            }
            Kind::Unbook => {
                let unbook = |which: usize| Command::Unbook { code: self.codes[which] };
                (unbook(0), vec![unbook(1)])
            }
            Kind::CheckIn => {
                let check_in = |which: usize, language: &str| Command::CheckIn {
                    code: self.codes[which],
                    language: tag(language),
                    token: Fresh(Token::from_random(901)),
                };
                (check_in(0, "ar"), vec![check_in(0, "it"), check_in(1, "ar")])
            }
            Kind::ReportSlip => {
                let report = |ticket, outcome| Command::ReportSlip { ticket, outcome };
                let others = vec![report(waiting, SlipOutcome::Failed), report(several, SlipOutcome::Printed)];
                (report(waiting, SlipOutcome::Printed), others)
            }
            Kind::Withdraw => {
                let withdraw = |number| Command::Withdraw { token: token(number) };
                (withdraw(waiting), vec![withdraw(several)])
            }
            Kind::ReportCopy => {
                let day = self.world.hub.day();
                let asked: Vec<_> = day.copies_after(Sequence(0)).map(|copy| (copy.ticket, copy.request)).collect();
                let report = |which: usize, outcome| {
                    let (ticket, request) = asked[which];
                    Command::ReportCopy { ticket, request, outcome }
                };
                let others = vec![
                    report(1, SlipOutcome::Failed),
                    report(0, SlipOutcome::Printed),
                    report(2, SlipOutcome::Printed),
                ];
                (report(1, SlipOutcome::Printed), others)
            }
            Kind::GiveUpSlips => {
                let day = self.world.hub.day();
                let copies: Vec<_> = day.copies_in_print().map(|copy| copy.request).collect();
                let give_up = |which: usize| Command::GiveUpSlips { tickets: Vec::new(), copies: vec![copies[which]] };
                (give_up(0), vec![give_up(1)])
            }
            Kind::WithSlip => {
                let with_slip =
                    |need: &str, printer| issue(&[need], "it", false, Token::from_random(502)).with_slip(printer);
                let others = vec![with_slip("code", SlipPrinter::Site), with_slip("help", SlipPrinter::Glass)];
                (with_slip("help", SlipPrinter::Site), others)
            }
            Kind::Reprint => (Command::Reprint { ticket: waiting }, vec![Command::Reprint { ticket: several }]),
            Kind::Dismiss => (
                Command::Dismiss { desk: None, ticket: waiting },
                vec![Command::Dismiss { desk: None, ticket: several }],
            ),
            Kind::SetUrgent => {
                let urgent = |ticket, reason| Command::SetUrgent { ticket, reason };
                let others = vec![
                    urgent(several, Some(UrgencyReason::Health)),
                    urgent(waiting, Some(UrgencyReason::Safety)),
                    urgent(waiting, None),
                ];
                (urgent(waiting, Some(UrgencyReason::Health)), others)
            }
            Kind::Open => {
                let open = |desk, languages: &[&str], services: Option<&[&str]>| Command::Open {
                    desk,
                    languages: tags(languages),
                    services: services.map(|codes| codes.iter().map(|code| service(code)).collect()),
                };
                let others = vec![
                    open(ONE, &["ti"], Some(&["card"])),
                    open(FOUR, &["it"], Some(&["card"])),
                    open(FOUR, &["ti"], None),
                    // What it leaves to the site file comes to the same, and is another request all the same.
                    open(FOUR, &[], Some(&["card"])),
                ];
                (open(FOUR, &["ti"], Some(&["card"])), others)
            }
            Kind::Pause => (Command::Pause { desk: ONE }, vec![Command::Pause { desk: TWO }]),
            Kind::Close => (Command::Close { desk: THREE }, vec![Command::Close { desk: FIVE }]),
            Kind::CallNext => (Command::CallNext { desk: FIVE }, vec![Command::CallNext { desk: THREE }]),
            Kind::Call => {
                let call = |desk, ticket| Command::Call { desk, ticket };
                (call(FIVE, waiting), vec![call(THREE, waiting), call(FIVE, several)])
            }
            Kind::Recall => at_desk(ONE, called, TWO, waiting, |desk, expected| Command::Recall { desk, expected }),
            Kind::Start => at_desk(ONE, called, TWO, waiting, |desk, expected| Command::Start { desk, expected }),
            Kind::NoShow => at_desk(ONE, called, TWO, waiting, |desk, expected| Command::NoShow { desk, expected }),
            Kind::Finish => at_desk(TWO, served, ONE, waiting, |desk, expected| Command::Finish { desk, expected }),
            Kind::Park => at_desk(TWO, served, ONE, waiting, |desk, expected| Command::Park { desk, expected }),
            Kind::TakeBack => {
                let take_back = |desk, ticket| Command::TakeBack { desk, ticket };
                (take_back(ONE, absent), vec![take_back(TWO, absent), take_back(ONE, waiting)])
            }
            Kind::Resume => {
                let resume = |desk, ticket| Command::Resume { desk, ticket };
                (resume(FIVE, parked), vec![resume(THREE, parked), resume(FIVE, waiting)])
            }
            Kind::Transfer => {
                let transfer =
                    |desk, expected, to: &Target, reason| Command::Transfer { desk, expected, to: to.clone(), reason };
                let (why, other) = (TransferReason::Language, TransferReason::Specialist);
                let others = vec![
                    transfer(ONE, Some(served), &code, why),
                    transfer(TWO, Some(waiting), &code, why),
                    transfer(TWO, None, &code, why),
                    transfer(TWO, Some(served), &talk, why),
                    transfer(TWO, Some(served), &Target::Desk(FIVE), why),
                    transfer(TWO, Some(served), &code, other),
                ];
                (transfer(TWO, Some(served), &code, why), others)
            }
            // The code has to come before the card, so the order changes as well.
            Kind::AddStep => {
                let add = |desk, ticket, code: &str| Command::AddStep { desk, ticket, service: service(code) };
                let others = vec![add(TWO, self.card, "code"), add(ONE, waiting, "code"), add(ONE, self.card, "talk")];
                (add(ONE, self.card, "code"), others)
            }
            Kind::DropStep => {
                let drop = |desk, ticket, code: &str| Command::DropStep { desk, ticket, service: service(code) };
                let others = vec![drop(TWO, several, "code"), drop(ONE, waiting, "code"), drop(ONE, several, "talk")];
                (drop(ONE, several, "code"), others)
            }
            Kind::OrderSteps => {
                let order = |desk, ticket, codes: &[&str]| Command::OrderSteps {
                    desk,
                    ticket,
                    services: codes.iter().map(|code| service(code)).collect(),
                };
                let others = vec![
                    order(TWO, several, &["talk", "code", "help"]),
                    order(ONE, waiting, &["talk", "code", "help"]),
                    order(ONE, several, &["code", "talk", "help"]),
                    order(ONE, several, &[]),
                ];
                (order(ONE, several, &["talk", "code", "help"]), others)
            }
            Kind::FinishAndCallNext => {
                at_desk(TWO, served, ONE, waiting, |desk, expected| Command::FinishAndCallNext { desk, expected })
            }
            Kind::Undo => {
                let undo = |desk, expected| Command::Undo { desk, expected, act: None };
                let (command, mut others) = at_desk(TWO, served, ONE, waiting, undo);
                let named = |act| Command::Undo { desk: TWO, expected: Some(served), act: Some(Sequence(act)) };
                others.extend([named(1), named(2)]);
                (command, others)
            }
        };
        assert_eq!(Kind::of(&command), kind);
        Example { command, others }
    }
}

/// A command about the ticket at a desk, with and without naming it.
fn at_desk(
    desk: DeskNumber,
    ticket: TicketNumber,
    other_desk: DeskNumber,
    other_ticket: TicketNumber,
    command: impl Fn(DeskNumber, Option<TicketNumber>) -> Command,
) -> (Command, Vec<Command>) {
    let others = vec![command(other_desk, Some(ticket)), command(desk, Some(other_ticket)), command(desk, None)];
    (command(desk, Some(ticket)), others)
}

pub fn issue(needs: &[&str], language: &str, priority: bool, token: Token) -> Command {
    let needs = needs.iter().map(|need| need_code(need)).collect();
    Command::Issue { needs, language: tag(language), priority, token: Fresh(token) }
}

/// The site of `sites/mind.toml`.
pub fn mind_site() -> Site {
    Site::clone(crate::queue_fixture::House::new().day.site())
}

fn service(code: &str) -> ServiceCode {
    ServiceCode::parse(code).expect("a code")
}

fn tags(tags: &[&str]) -> Vec<LanguageTag> {
    tags.iter().map(|text| tag(text)).collect()
}
