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

    assert!(server.end(), "it ends well when asked");
}

#[test]
fn eight_desks_calling_at_once_over_http_never_call_the_same_visitor() {
    let data = Data::new();
    let file = data.path().join("site.toml");
    std::fs::write(&file, crate::world::ONE_SERVICE).expect("a site file");
    let arguments = ["--screen", "none", "--listen", "127.0.0.1:0", "--site", crate::server::text(&file)];
    let server = Server::start_with(&data, &arguments, &[]);
    let (device, clerk) = (Client::device(&server, &data), Client::clerk(&server));
    let visitors = 160;
    for _ in 0..visitors {
        assert_eq!(device.take_ticket("code", None).expect("an answer").0, 201);
    }
    for desk in 1..=8 {
        assert_eq!(clerk.desk(desk, "open").expect("an answer").0, 200);
    }
    let callers = (1..=8).map(|desk| {
        let client = clerk.at(&server);
        std::thread::spawn(move || {
            let mut called = Vec::new();
            loop {
                let (status, answer) = client.desk(desk, "call-next").expect("an answer");
                if status == 204 {
                    return called;
                }
                assert_eq!(status, 200, "{answer}");
                called.push(answer["ticket"]["number"].as_str().expect("a number").to_owned());
                assert_eq!(client.desk(desk, "start").expect("an answer").0, 200);
                assert_eq!(client.desk(desk, "finish").expect("an answer").0, 200);
            }
        })
    });
    let callers: Vec<_> = callers.collect();
    let called: Vec<Vec<String>> = callers.into_iter().map(|caller| caller.join().expect("a clerk")).collect();
    assert!(called.iter().all(|by_desk| by_desk.len() > 3), "all eight desks have called");
    let called: Vec<_> = called.into_iter().flatten().collect();
    let distinct: BTreeSet<_> = called.iter().collect();
    assert_eq!((called.len(), distinct.len()), (visitors, visitors), "called by two, or by none");
}
