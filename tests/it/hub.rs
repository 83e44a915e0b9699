//! Many at once: no number twice, nobody called by two desks, and commands that wait together share a commit.

use crate::world::{World, need_code, tag};
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
                let issued = hub.issue(vec![need_code("tax.code")], tag("it"), None).await;
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
    let world = World::new();
    let desks: Vec<DeskNumber> = world.site.desks().iter().map(|desk| desk.number).take(8).collect();
    for desk in &desks {
        world.desk(desk.0).opens();
    }
    let needs: Vec<String> = world
        .site
        .needs()
        .iter()
        .flat_map(|need| need.menu())
        .filter(|need| need.services().len() == 1)
        .filter(|need| {
            need.services().iter().any(|it| world.site.desks_for(it).any(|desk| desks.contains(&desk.number)))
        })
        .map(|need| need.code.to_string())
        .collect();
    let visitors = 400;
    for n in 0..visitors {
        world.visitor(&needs[n % needs.len()], "it");
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let callers: Vec<_> = desks
        .iter()
        .map(|desk| {
            let (hub, desk) = (world.hub.clone(), *desk);
            runtime.spawn(async move {
                let mut called = Vec::new();
                while let Some(summons) = hub.call_next(desk, None).await.expect("a call") {
                    called.push((summons.ticket.number, summons.call));
                    hub.start(desk, None).await.expect("start");
                    hub.finish(desk, None).await.expect("finish");
                }
                called
            })
        })
        .collect();
    let called: Vec<_> = callers.into_iter().flat_map(|caller| runtime.block_on(caller).unwrap()).collect();
    let tickets: BTreeSet<_> = called.iter().map(|(ticket, _)| ticket).collect();
    let calls: BTreeSet<_> = called.iter().map(|(_, call)| call).collect();
    assert_eq!(tickets.len(), called.len(), "a visitor was called by two");
    assert_eq!(calls.len(), called.len(), "a call was counted twice");
    assert_eq!(called.len(), visitors, "somebody was not called at all");
    world.hub.day().verify().unwrap();
}
