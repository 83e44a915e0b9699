//! How quick it is, in one run on one machine. Figures are printed side by side, as ratios where that tells more; nothing
//! here fails because of a time.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "how long something took is asked and printed")]

mod crowd;
#[allow(dead_code, reason = "shared with the tests, which use all of it")]
#[path = "../it/desktop.rs"]
mod desktop;
mod durable;
mod echo;
mod figures;
mod first_frame;
mod language_switch;
mod listeners;
mod over_http;
#[allow(dead_code, reason = "shared with the tests, which use all of it")]
#[path = "../it/paper_actors.rs"]
mod paper_actors;
mod plain_client;
mod queue;
#[allow(dead_code, reason = "shared with the tests, which use all of it")]
#[path = "../it/server.rs"]
mod server;
mod slips;
#[allow(dead_code, reason = "shared with the tests, which use all of it")]
#[path = "../it/touch.rs"]
mod touch;
mod touch_to_paper;
mod whole_day;
#[allow(dead_code, reason = "shared with the tests, which use all of it")]
#[path = "../it/world.rs"]
mod world;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if arguments.iter().any(|argument| argument == first_frame::ONLY) {
        return first_frame::show();
    }
    if arguments.iter().any(|argument| argument == language_switch::ONLY) {
        return language_switch::show();
    }
    println!("\nSportello, measured on {} cores", std::thread::available_parallelism().map_or(0, usize::from));
    if arguments.iter().any(|argument| argument == "--day-only") {
        return whole_day::measure();
    }
    if arguments.iter().any(|argument| argument == "--crowd-only") {
        return crowd::measure();
    }
    queue::measure();
    if arguments.iter().any(|argument| argument == "--queue-only") {
        return;
    }
    whole_day::measure();
    durable::measure();
    over_http::measure();
    crowd::measure();
    slips::measure();
    first_frame::measure();
    language_switch::measure();
    touch_to_paper::measure();
}
