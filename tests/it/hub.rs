//! Concurrent commands: no number twice, no ticket called by two desks, and commands that wait together share a commit.

use crate::world::{TUESDAY_TEN, World, need_code, one_service_site, tag};
use sportello::domain::DeskNumber;
use std::collections::BTreeSet;

#[test]
fn eight_clients_taking_a_thousand_numbers_each_get_eight_thousand_numbers() {
    let world = World::new();
    let clients = (0..8).map(|_| {
        let hub = world.hub.clone();
        async move {
            let mut numbers = Vec::new();
            for _ in 0..1000 {
                let issued = hub.issue(vec![need_code("tax.code")], tag("it"), false, None).await;
                numbers.push(issued.expect("a ticket").number);
            }
            numbers
        }
    });
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let clients: Vec<_> = clients.map(|client| runtime.spawn(client)).collect();
    let numbers = clients.into_iter().flat_map(|client| runtime.block_on(client).unwrap());
    let distinct: BTreeSet<_> = numbers.collect();
    assert_eq!(distinct.len(), 8000);
    assert_eq!(distinct.last().unwrap().count, 8000);
    world.hub.day().verify().unwrap();
}

#[test]
fn eight_desks_calling_at_once_never_call_the_same_visitor() {
    let world = World::of(one_service_site(), TUESDAY_TEN);
    let visitors = 400;
    for _ in 0..visitors {
        world.visitor("code", "it");
    }
    let desks: Vec<DeskNumber> = world.site.desks().iter().map(|desk| desk.number).collect();
    assert_eq!(desks.len(), 8);
    for desk in &desks {
        world.desk(desk.0).opens();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let callers = desks.iter().map(|desk| {
        let (hub, desk) = (world.hub.clone(), *desk);
        runtime.spawn(async move {
            let mut called = Vec::new();
            while let Some(summons) = hub.call_next(desk, None).await.expect("a call") {
                called.push((summons.ticket.number, summons.call));
                hub.start(desk, None, None).await.expect("start");
                hub.finish(desk, None, None).await.expect("finish");
            }
            called
        })
    });
    let callers: Vec<_> = callers.collect();
    let called: Vec<Vec<_>> = callers.into_iter().map(|caller| runtime.block_on(caller).unwrap()).collect();
    assert!(called.iter().all(|by_desk| by_desk.len() > 10), "all eight desks have called");
    let called: Vec<_> = called.into_iter().flatten().collect();
    let tickets: BTreeSet<_> = called.iter().map(|(ticket, _)| ticket).collect();
    let calls: BTreeSet<_> = called.iter().map(|(_, call)| call).collect();
    assert_eq!(tickets.len(), called.len(), "a visitor was called by two");
    assert_eq!(calls.len(), called.len(), "a call was counted twice");
    assert_eq!(called.len(), visitors, "a ticket was not called at all");
    world.hub.day().verify().unwrap();
}
