//! The real program with little memory: a right PIN stays right, and sign-ins leave nothing behind.

use crate::server::{Data, PIN, Server};
use rustix::process::{Pid, Resource, Rlimit, prlimit};
use serde_json::json;
use std::time::Duration;

/// The status of a sign-in; 0 when the connection broke.
fn sign_in(server: &Server, pin: &str) -> u16 {
    let configuration =
        ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(Duration::from_secs(20)));
    let agent: ureq::Agent = configuration.build().into();
    let answer = agent.post(format!("{}/api/v1/session", server.url)).send_json(json!({"name": "anna", "pin": pin}));
    answer.map_or(0, |answer| answer.status().as_u16())
}

/// A line of the process's status, in kB.
fn kilobytes(server: &Server, line: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.pid())).expect("a process");
    let value = status.lines().find_map(|it| it.strip_prefix(line)).expect("the line");
    value.trim().trim_end_matches(" kB").parse().expect("a number")
}

#[test]
fn a_right_pin_is_right_also_when_the_process_gets_no_more_memory() {
    let data = Data::new();
    let server = Server::start(&data);
    let pid = i32::try_from(server.pid()).ok().and_then(Pid::from_raw).expect("a process");
    let limit = |bytes| prlimit(Some(pid), Resource::As, Rlimit { current: bytes, maximum: None }).expect("a limit");
    // Less than the 19 MiB of a check, enough for a request.
    limit(Some((kilobytes(&server, "VmSize:") + 8 * 1024) * 1024));
    for _ in 0..7 {
        assert_eq!(sign_in(&server, PIN), 200, "the memory for it was there from the start");
    }
    assert_eq!(sign_in(&server, "000000"), 401);
    limit(None);
    assert_eq!(sign_in(&server, PIN), 200);
    assert!(server.end());
}

#[test]
fn the_address_space_of_a_house_does_not_grow_with_its_threads() {
    let data = Data::new();
    let server = Server::start(&data);
    assert_eq!(sign_in(&server, PIN), 200);
    let taken = kilobytes(&server, "VmSize:");
    // An arena for each of nine threads would be 64 MiB each.
    assert!(taken < 320 * 1024, "{taken} kB");
    assert!(server.end());
}

#[test]
fn sign_ins_one_by_one_and_at_once_leave_no_memory_behind() {
    let data = Data::new();
    let server = Server::start(&data);
    let at_once = |many: usize| {
        std::thread::scope(|scope| {
            for sign_in in (0..many).map(|_| scope.spawn(|| sign_in(&server, PIN))).collect::<Vec<_>>() {
                assert_eq!(sign_in.join().expect("an answer"), 200);
            }
        });
    };
    at_once(1);
    let first = kilobytes(&server, "VmRSS:");
    (0..4).for_each(|_| at_once(1));
    (0..4).for_each(|_| at_once(8));
    let last = kilobytes(&server, "VmRSS:");
    println!("resident after the first sign-in {first} kB, after 37 {last} kB");
    assert!(last < first + 12 * 1024, "{first} kB, then {last} kB: less than one more check's memory");
    assert!(server.end());
}
