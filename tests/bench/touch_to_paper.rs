//! From the tap on the big button to the last byte at the printer's port: real window, real hub, real spooler, TCP.

use crate::desktop::Desktop;
use crate::figures::{line, spread, title};
use crate::over_http::memory;
use crate::paper_actors::Script;
use crate::server::{Data, Server};
use crate::touch::journey;
use sportello::domain::Day;
use sportello::kiosk::session::NUMBER_SETTLE;
use std::sync::Arc;
use std::time::{Duration, Instant};

const SIZE: (u32, u32) = (1080, 1920);
const JOURNEYS: usize = 10;
const BETWEEN_TAPS: Duration = Duration::from_millis(900);
const MOST: Duration = Duration::from_secs(10);

pub fn measure() {
    title("Touch to paper, 1080 x 1920 under Xvfb, printer on TCP");
    let data = Data::new();
    let desktop = Desktop::open(SIZE.0, SIZE.1);
    let printer = Script::new(Some([0x12; 4]), Some(0));
    let address = printer.start();
    let arguments = ["--listen", "127.0.0.1:0", "--printer", &address, "--window", "1080x1920"];
    let server = Server::start_with(&data, &arguments, &[("DISPLAY", &desktop.display)]);
    desktop.settled(MOST);
    let day = Arc::new(Day::new(Arc::new(crate::world::demo_site())));
    let taps = journey(day, "ar", "health.ssn", SIZE, jiff::Timestamp::now());
    let (last, before) = taps.split_last().expect("taps");
    let mut times = Vec::new();
    for n in 0..JOURNEYS {
        for tap in before {
            desktop.tap(*tap);
            std::thread::sleep(BETWEEN_TAPS);
        }
        let begun = Instant::now();
        desktop.tap(*last);
        while printer.slips() <= n {
            assert!(begun.elapsed() < MOST, "no slip came");
            std::thread::sleep(Duration::from_millis(1));
        }
        times.push(begun.elapsed());
        // In Arabic the number is closed at the bottom right, and the questions after it at the bottom left.
        for place in [(866, 1836), (214, 1836)] {
            std::thread::sleep(NUMBER_SETTLE * 2);
            desktop.tap(place);
        }
        std::thread::sleep(BETWEEN_TAPS);
    }
    line("tap (with the tapping program) to cut", &spread(&mut times));
    line("memory with the glass", &memory(&server));
}
