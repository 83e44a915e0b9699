//! Every verb sent twice with one key is done once; another wish with the same key is refused.

use crate::queue_fixture::{House, language, service_code};
use crate::world::{idempotency_key, need_code};
use sportello::domain::command::{Command, Order};
use sportello::domain::{
    AppointmentCode, DeskNumber, Entry, Refusal, Sequence, Target, TicketNumber, Token, TransferReason, UrgencyReason,
};

/// Gives an order with the key `deed`; what it led to.
pub fn orders(house: &mut House, command: &Command) -> Result<String, Refusal> {
    let key = Some(idempotency_key("deed"));
    let decision = house.day.decide(&Order { command: command.clone(), key: key.clone() }, house.now)?;
    let count = decision.events.len();
    for (i, event) in decision.events.into_iter().enumerate() {
        let key = key.clone().filter(|_| i + 1 == count);
        let entry = Entry { sequence: Sequence(house.day.sequence().0 + 1), at: house.now, key, event };
        house.day.apply(&entry);
        house.journal.push(entry);
    }
    Ok(format!("{:?}", decision.outcome))
}

/// A house in which every verb has something to do: who waits, is called, served, parked, absent, on two steps.
fn busy_house() -> (House, Vec<TicketNumber>) {
    let mut house = House::new();
    house.opens(&[1, 2, 3, 5]);
    let numbers: Vec<_> = (0..6).map(|_| house.comes(&["help"], "it")).collect();
    let add = |service| Command::AddStep { desk: DeskNumber(1), ticket: numbers[5], service: service_code(service) };
    house.does(add("code")).unwrap();
    house.does(add("talk")).unwrap();
    let at = |desk, ticket| Command::Call { desk: DeskNumber(desk), ticket };
    house.does(at(1, numbers[0])).unwrap();
    house.does(at(2, numbers[1])).unwrap();
    house.starts(2);
    house.does(at(5, numbers[2])).unwrap();
    house.does(Command::Park { desk: DeskNumber(5), expected: None }).unwrap();
    house.does(at(5, numbers[3])).unwrap();
    house.does(Command::NoShow { desk: DeskNumber(5), expected: None }).unwrap();
    (house, numbers)
}

#[test]
fn every_verb_with_one_key_is_done_once_and_another_wish_is_refused() {
    let (house, numbers) = busy_house();
    let (one, two, three, five) = (DeskNumber(1), DeskNumber(2), DeskNumber(3), DeskNumber(5));
    let token = house.ticket(numbers[4]).token;
    let other_token = house.ticket(numbers[5]).token;
    let issue = |need, tongue: &str, priority, token| Command::Issue {
        needs: vec![need_code(need)],
        language: language(tongue),
        priority,
        token: Token::from_random(token),
    };
    let walk_in = |desk, service, tongue: &str| Command::WalkIn {
        desk,
        service: service_code(service),
        language: language(tongue),
        token: Token::from_random(900),
    };
    let book = |service, hour: &str| Command::Book {
        service: service_code(service),
        at: format!("2026-11-24T{hour}:00:00+01:00").parse().unwrap(),
        code: AppointmentCode::from_random(9),
    };
    let urgent = |ticket, reason| Command::SetUrgent { ticket, reason };
    let transfer = |desk, expected, to: &Target, reason| Command::Transfer { desk, expected, to: to.clone(), reason };
    let (code, talk) = (Target::Service(service_code("code")), Target::Service(service_code("talk")));
    let step = |ticket, service| Command::AddStep { desk: one, ticket, service: service_code(service) };
    let drop = |ticket, service| Command::DropStep { desk: one, ticket, service: service_code(service) };
    let order = |ticket, services: &[&str]| Command::OrderSteps {
        desk: one,
        ticket,
        services: services.iter().map(|service| service_code(service)).collect(),
    };
    let (waiting, several) = (numbers[4], numbers[5]);
    let open = |desk, services: Option<&str>| Command::Open {
        desk,
        languages: vec![language("ti")],
        services: services.map(|service| vec![service_code(service)]),
    };
    let other = UrgencyReason::Safety;
    let (health, why) = (Some(UrgencyReason::Health), TransferReason::Language);
    let stories: Vec<(Command, Vec<Command>)> = vec![
        (
            issue("help", "it", false, 500),
            vec![issue("code", "it", false, 501), issue("help", "ar", false, 501), issue("help", "it", true, 501)],
        ),
        (
            walk_in(three, "code", "ar"),
            vec![
                walk_in(three, "code", "it"),
                walk_in(three, "help", "ar"),
                walk_in(five, "code", "ar"),
                Command::Start { desk: three, expected: None },
            ],
        ),
        (book("help", "15"), vec![book("help", "16"), book("code", "15")]),
        (urgent(waiting, health), vec![urgent(several, health), urgent(waiting, Some(other)), urgent(waiting, None)]),
        (Command::Withdraw { token }, vec![Command::Withdraw { token: other_token }]),
        (Command::Dismiss { ticket: waiting }, vec![Command::Dismiss { ticket: several }]),
        (open(DeskNumber(4), None), vec![open(one, None), Command::Close { desk: DeskNumber(4) }]),
        (Command::Pause { desk: one }, vec![Command::Pause { desk: two }]),
        (Command::Close { desk: three }, vec![Command::Close { desk: five }]),
        (
            Command::Call { desk: five, ticket: waiting },
            vec![Command::Call { desk: three, ticket: waiting }, Command::Call { desk: five, ticket: several }],
        ),
        (
            Command::Resume { desk: five, ticket: numbers[2] },
            vec![Command::Resume { desk: three, ticket: numbers[2] }, Command::Resume { desk: five, ticket: waiting }],
        ),
        (
            Command::Recall { desk: one, expected: Some(numbers[0]) },
            vec![
                Command::Recall { desk: two, expected: None },
                Command::Recall { desk: one, expected: Some(waiting) },
                Command::Start { desk: one, expected: None },
            ],
        ),
        (
            Command::Finish { desk: two, expected: Some(numbers[1]) },
            vec![
                Command::Finish { desk: one, expected: None },
                Command::Finish { desk: two, expected: Some(waiting) },
                Command::Park { desk: two, expected: None },
            ],
        ),
        (
            Command::Park { desk: two, expected: None },
            vec![Command::Park { desk: one, expected: None }, Command::Park { desk: two, expected: Some(waiting) }],
        ),
        (
            transfer(two, Some(numbers[1]), &code, why),
            vec![
                transfer(one, None, &code, why),
                transfer(two, Some(waiting), &code, why),
                transfer(two, None, &talk, why),
                transfer(two, None, &code, TransferReason::Specialist),
            ],
        ),
        (Command::TakeBack { desk: one, ticket: numbers[3] }, vec![Command::TakeBack { desk: one, ticket: waiting }]),
        (step(waiting, "code"), vec![step(several, "code"), step(waiting, "talk")]),
        (drop(several, "code"), vec![drop(waiting, "code"), drop(several, "talk")]),
        (
            order(several, &["talk", "code", "help"]),
            vec![
                order(waiting, &["talk", "code", "help"]),
                order(several, &["code", "talk", "help"]),
                order(several, &[]),
            ],
        ),
    ];
    for (command, others) in stories {
        let (mut house, _) = busy_house();
        let first = orders(&mut house, &command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
        let events = house.journal.len();
        assert_eq!(orders(&mut house, &command).as_ref(), Ok(&first), "{command:?}");
        for other in others {
            assert_eq!(orders(&mut house, &other), Err(Refusal::KeyReused), "{other:?} after {command:?}");
        }
        assert_eq!(house.journal.len(), events, "nothing happened twice: {command:?}");
        house.day.verify().expect("a day that can be");
    }
}

#[test]
fn a_walk_in_is_answered_again_whatever_became_of_it() {
    let three = DeskNumber(3);
    let walk_in = Command::WalkIn {
        desk: three,
        service: service_code("code"),
        language: language("ar"),
        token: Token::from_random(900),
    };
    let to = Target::Service(service_code("help"));
    let reason = TransferReason::OtherNeed;
    let stories = [
        vec![],
        vec![Command::Transfer { desk: three, expected: None, to, reason }],
        vec![Command::Finish { desk: three, expected: None }],
    ];
    for deeds in stories {
        let (mut house, _) = busy_house();
        let first = orders(&mut house, &walk_in);
        assert!(first.is_ok());
        for deed in &deeds {
            house.does(deed.clone()).unwrap();
        }
        let events = house.journal.len();
        assert_eq!(orders(&mut house, &walk_in), first, "after {deeds:?}");
        assert_eq!(house.journal.len(), events);
    }
    // Somebody who was called and comes is no walk-in.
    let (mut house, numbers) = busy_house();
    orders(&mut house, &Command::Start { desk: DeskNumber(1), expected: Some(numbers[0]) }).unwrap();
    let alike = Command::WalkIn {
        desk: DeskNumber(1),
        service: service_code("help"),
        language: language("it"),
        token: Token::from_random(900),
    };
    assert_eq!(orders(&mut house, &alike), Err(Refusal::KeyReused));
    assert!(orders(&mut house, &Command::Start { desk: DeskNumber(1), expected: None }).is_ok());
}

#[test]
fn a_verb_that_puts_steps_in_order_as_well_is_answered_again() {
    let step =
        |desk, ticket, service| Command::AddStep { desk: DeskNumber(desk), ticket, service: service_code(service) };
    // The code has to come before the card.
    let mut house = House::new();
    house.opens(&[1]);
    let (number, other) = (house.comes(&["card"], "it"), house.comes(&["card"], "it"));
    let first = orders(&mut house, &step(1, number, "code"));
    assert!(first.is_ok() && house.steps(number) == ["code", "card"]);
    assert_eq!(orders(&mut house, &step(1, number, "code")), first);
    assert_eq!(orders(&mut house, &step(1, other, "code")), Err(Refusal::KeyReused));
    assert_eq!(orders(&mut house, &step(1, number, "talk")), Err(Refusal::KeyReused));
    // The clinic has gone when the help is done, so the talk comes first.
    let mut house = House::with(&[("after = [\"code\"]", "")], "2026-11-23T11:20:00+01:00");
    house.opens(&[1]);
    let (number, other) = (house.comes(&["help"], "it"), house.comes(&["help"], "it"));
    for service in ["card", "talk"] {
        house.does(step(1, number, service)).unwrap();
    }
    house.calls(1).unwrap();
    house.starts(1);
    house.now = "2026-11-23T12:05:00+01:00".parse().unwrap();
    let finish = |expected| Command::Finish { desk: DeskNumber(1), expected };
    let first = orders(&mut house, &finish(Some(number)));
    assert!(first.is_ok() && house.steps(number) == ["talk", "card"]);
    assert_eq!(orders(&mut house, &finish(Some(number))), first);
    assert_eq!(orders(&mut house, &finish(None)), first);
    assert_eq!(orders(&mut house, &finish(Some(other))), Err(Refusal::KeyReused));
}

#[test]
fn a_check_in_is_answered_again_though_the_appointment_is_used() {
    let mut house = House::new();
    let (mine, other) = (
        house.books("help", "2026-11-24T11:00:00+01:00").unwrap(),
        house.books("help", "2026-11-24T12:00:00+01:00").unwrap(),
    );
    let check_in = |code, tongue: &str| {
        let token = Token::from_random(900);
        Command::CheckIn { code, language: language(tongue), token }
    };
    let first = orders(&mut house, &check_in(mine, "ar"));
    assert!(first.is_ok());
    assert_eq!(orders(&mut house, &check_in(mine, "ar")), first);
    assert_eq!(orders(&mut house, &check_in(mine, "it")), Err(Refusal::KeyReused));
    assert_eq!(orders(&mut house, &check_in(other, "ar")), Err(Refusal::KeyReused));
}
