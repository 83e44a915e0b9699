//! Many at once, through the real binary over HTTP: what three open peers failed when they were tried.

use crate::server::{Client, Data, Server};
use std::collections::BTreeSet;

#[test]
fn eight_clients_and_a_thousand_tickets_each_give_eight_thousand_numbers_over_http() {
    let data = Data::new();
    let server = Server::start(&data);
    let clients = (0..8).map(|_| {
        let client = Client::device(&server, &data);
        std::thread::spawn(move || {
            let mut numbers = Vec::new();
            for _ in 0..1000 {
                let (status, ticket) = client.take_ticket("tax.code", None).expect("an answer");
                assert_eq!(status, 201, "{ticket}");
                numbers.push(ticket["number"].as_str().expect("a number").to_owned());
            }
            numbers
        })
    });
    let clients: Vec<_> = clients.collect();
    let numbers: Vec<_> = clients.into_iter().flat_map(|client| client.join().expect("a client")).collect();
    let distinct: BTreeSet<_> = numbers.iter().collect();
    assert_eq!((numbers.len(), distinct.len()), (8000, 8000));

    // Every desk that can do it, and more clerks than desks, until nobody waits.
    let clerk = Client::clerk(&server);
    let desks: Vec<u16> = (1..=13).collect();
    for desk in &desks {
        assert_eq!(clerk.desk(*desk, "open").expect("an answer").0, 200);
    }
    let callers: Vec<_> = desks
        .iter()
        .map(|desk| {
            let (client, desk) = (clerk.at(&server), *desk);
            std::thread::spawn(move || {
                let mut called = Vec::new();
                for _ in 0..100 {
                    let (status, answer) = client.desk(desk, "call-next").expect("an answer");
                    if status == 204 {
                        break;
                    }
                    assert_eq!(status, 200, "{answer}");
                    called.push(answer["ticket"]["number"].as_str().expect("a number").to_owned());
                    assert_eq!(client.desk(desk, "start").expect("an answer").0, 200);
                    assert_eq!(client.desk(desk, "finish").expect("an answer").0, 200);
                }
                called
            })
        })
        .collect();
    let called: Vec<_> = callers.into_iter().flat_map(|caller| caller.join().expect("a clerk")).collect();
    let distinct: BTreeSet<_> = called.iter().collect();
    assert_eq!(distinct.len(), called.len(), "a visitor was called by two");
    assert!(called.len() >= 100, "only {} were called", called.len());
    assert!(server.end(), "it ends well when asked");
}
