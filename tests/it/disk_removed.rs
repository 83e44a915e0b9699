//! The data folder is deleted or moved under the real program: it refuses what it can't keep, ends, and the next start has
//! every ticket and goes on with the numbers.

use crate::alive_house::Row;
use crate::server::{Client, Data, Server};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

const SOON: Duration = Duration::from_secs(60);

#[test]
fn a_house_whose_folder_is_deleted_refuses_ends_and_starts_again_with_every_ticket() {
    type Deed = fn(&Path);
    let deeds: [(&str, Deed); 3] = [
        ("deleted", |data| fs::remove_dir_all(data).unwrap()),
        ("moved", |data| fs::rename(data, data.with_extension("moved")).unwrap()),
        ("without its database", |data| fs::remove_file(data.join("sportello.db")).unwrap()),
    ];
    for (what, deed) in deeds {
        let data = Data::new();
        let server = Server::start(&data);
        let (device, clerk) = (Client::device(&server, &data), Client::clerk(&server));
        let mut told = Vec::new();
        for _ in 0..20 {
            let (status, ticket) = device.take_ticket("health.ssn", None).expect("an answer");
            assert_eq!(status, 201, "{what}: {ticket}");
            told.push((ticket["number"].clone(), ticket["token"].as_str().expect("a token").to_owned()));
        }
        deed(data.path());
        let begun = Instant::now();
        while let Ok((status, answer)) = device.take_ticket("health.ssn", None) {
            assert_eq!(status, 503, "{what}: {answer}");
            assert!(begun.elapsed() < SOON, "{what}: it stays for ever");
            std::thread::sleep(Duration::from_millis(50));
        }
        // There is no answer any more, so it ends or has ended.
        let code = server.ended();
        let took = begun.elapsed();
        assert_eq!(code, Some(5), "{what}: a supervisor has to start it again");
        let server = Server::start(&data);
        for (number, token) in &told {
            let (status, ticket) = clerk.at(&server).get(&format!("/api/v1/tickets/{token}")).expect("an answer");
            assert_eq!((status, &ticket["number"]), (200, number), "{what}: a told ticket is lost");
        }
        let (status, next) = device.at(&server).take_ticket("health.ssn", None).expect("an answer");
        assert_eq!((status, &next["number"]), (201, &"H 021".into()), "{what}");
        assert!(server.end());
        let (what, kept) = (format!("data folder {what}"), told.len());
        println!("{}", Row { what, end: "ended", took, code, kept, given: told.len() });
        let _ = fs::remove_dir_all(data.path().with_extension("moved"));
    }
}
