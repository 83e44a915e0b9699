//! The whole way, in a real window: taps alone bring a slip to a TCP port in each language; somebody else's eyes read it; a
//! clerk calls, and the board in a real browser shows it.

use crate::browser::{Browser, LIVE};
use crate::desktop::Desktop;
use crate::paper_actors::Script;
use crate::paper_tools::{enlarged, error_rate, folder, read_png, run, stretches, text_of};
use crate::server::{Client, Data, Server};
use crate::touch::journey;
use sportello::domain::{Day, SlipOutcome, Ticket};
use sportello::journal::{DataFolder, Journal, SqliteJournal};
use sportello::kiosk::session::NUMBER_SETTLE;
use sportello::locale::Locales;
use sportello::print::{self, Canvas, Slip};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

const SIZE: (u32, u32) = (1080, 1920);
const LANGUAGES: [&str; 5] = ["it", "en", "fr", "ar", "uk"];
const LEAF: &str = "health.ssn";
/// Far longer than any step takes; only a step that never comes waits so long.
const SOON: Duration = Duration::from_secs(30);

#[test]
fn taps_alone_bring_a_slip_in_every_language_and_a_call_to_the_board() {
    let data = Data::new();
    let desktop = Desktop::open(SIZE.0, SIZE.1);
    let printer = Script::new(Some([0x12; 4]), Some(0));
    let address = printer.start();
    let arguments = ["--listen", "127.0.0.1:0", "--printer", &address, "--window", "1080x1920"];
    let server = Server::start_with(&data, &arguments, &[("DISPLAY", &desktop.display)]);
    desktop.settled(SOON);

    let clerk = Client::clerk(&server);
    for (n, language) in LANGUAGES.iter().enumerate() {
        let day = day_on_disk(&data);
        let taps = journey(Arc::new(day), language, LEAF, SIZE, jiff::Timestamp::now());
        for (i, tap) in taps.iter().enumerate() {
            if i + 1 == taps.len() {
                // A child drums on the button; one ticket all the same.
                desktop.touch_through(|| desktop.drum(*tap, 8));
            } else {
                desktop.touch_through(|| desktop.tap(*tap));
            }
        }
        let day = wait_for_slip(&data, &printer, n + 1);
        assert_eq!(day.tickets().len(), n + 1, "one journey, one ticket");
        let ticket = Arc::clone(day.tickets().next_back().unwrap());
        assert_eq!(ticket.language.as_str(), *language);
        check_slip(&printer, &day, &ticket, &server.url);
        let picture = desktop.settled(SOON);
        let kept = folder("glass").join(format!("{language}.png"));
        fs::write(&kept, picture).unwrap();
        println!("{language}: {} on the glass, see {}", ticket.number, kept.display());
        go_home(&desktop, language);
    }

    let board = Browser::open(1920, 1080);
    board.go(&format!("{}/board", server.url));
    let day = day_on_disk(&data);
    let first = day.tickets().next().unwrap();
    let desk = day.site().desks_for(&first.steps[0].service).next().unwrap().number.0;
    assert_eq!(clerk.desk(desk, "open").unwrap().0, 200);
    board.until(LIVE, SOON);
    let (status, answer) = clerk.desk(desk, "call-next").unwrap();
    assert_eq!((status, answer["ticket"]["number"].as_str()), (200, Some(first.number.to_string().as_str())));
    let shown = format!(
        "return (document.querySelector('.call.newest .number')?.innerText ?? '').replace(/\\u00a0/g, ' ') === '{}'",
        first.number
    );
    let took = board.until(&shown, SOON);
    println!("on the board after {} ms", took.as_millis());
    assert!(server.end());
}

/// The number is closed at the bottom on the reader's side, the questions after it at the other side.
fn go_home(desktop: &Desktop, language: &str) {
    let is_from_right = ["ar", "fa-AF", "ps", "ur"].contains(&language);
    let (near, far) = if is_from_right { (866, 214) } else { (214, 866) };
    for x in [near, far] {
        // The questions never come to rest: a bar shows the time that is left.
        std::thread::sleep(NUMBER_SETTLE * 2);
        desktop.tap((x, 1836));
    }
    desktop.settled(SOON);
}

/// The day as the file tells it, read beside the running process.
fn day_on_disk(data: &Data) -> Day {
    let mut journal = SqliteJournal::open(&DataFolder::database(data.path())).unwrap();
    let mut day = Day::new(Arc::new(crate::world::demo_site()));
    for entry in journal.today().unwrap() {
        day.apply(&entry);
    }
    day.verify().unwrap();
    day
}

/// Waits until the printer has so many slips and the newest is known to be printed, and gives the day.
fn wait_for_slip(data: &Data, printer: &Script, count: usize) -> Day {
    let begun = Instant::now();
    loop {
        let day = day_on_disk(data);
        let is_printed = day.tickets().next_back().is_some_and(|it| it.slip == Some(SlipOutcome::Printed));
        if printer.slips() >= count && day.tickets().len() >= count && is_printed {
            return day;
        }
        assert!(begun.elapsed() < SOON, "slip {count} did not come; {} bytes have", printer.received().len());
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The decoded slip is our canvas without a code for phones, and its number and Italian lines can be read.
fn check_slip(printer: &Script, day: &Day, ticket: &Ticket, url: &str) {
    let folder = folder(&format!("slip-{}", ticket.language));
    let stream = folder.join("stream.bin");
    fs::write(&stream, without_questions(&printer.received())).unwrap();
    let decoder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/decoder/escpos_decode.py");
    text_of("python3", &[decoder, &stream.to_string_lossy(), &folder.to_string_lossy()]);
    let picture = folder.join(format!("{}.png", day.tickets().len()));
    let decoded = read_png(&fs::read(&picture).unwrap());

    let locales = Locales::load().unwrap();
    // Phones can't reach an address of this machine alone, so there is no code to lead them there.
    let slip = Slip::compose(day.site(), ticket, day.outlook(ticket, ticket.issued_at), &locales, "");
    let (canvas, _) = print::preview(&slip.clone().into(), 576).unwrap();
    assert!(decoded == canvas, "the decoded slip is not our canvas: {}", picture.display());

    assert_eq!(run("zbarimg", &["-q", "--raw", &picture.to_string_lossy()]).stdout, b"");
    let page = ureq::get(&format!("{url}/t/{}", ticket.token))
        .call()
        .expect("the ticket's page")
        .body_mut()
        .read_to_string()
        .unwrap();
    assert!(page.replace('\u{a0}', " ").contains(&ticket.number.to_string()), "{page}");

    assert_eq!(number_on(&canvas, &folder), ticket.number.to_string());
    let italian = if ticket.language.as_str() == "it" { 0 } else { rule(&canvas) };
    let lines = read(&folder, &enlarged(&canvas, italian, canvas.height()), "ita", "6");
    let label =
        locales.translator(&crate::world::tag("it")).pick(&day.site().need(&ticket.needs[0]).unwrap().label).to_owned();
    // A pictogram before the words is read as some letter or other.
    let words = |line: &str| {
        let count = line.chars().count();
        line.chars().skip(count.saturating_sub(label.chars().count())).collect::<String>()
    };
    let best = lines.lines().map(|line| error_rate(&label, &words(line))).fold(1.0, f64::min);
    assert!(best <= 0.05, "{label:?} is not on the slip: {lines}");
}

/// Without `DLE EOT n`, which the printer answers at once wherever it stands, and without the fences between slips.
fn without_questions(stream: &[u8]) -> Vec<u8> {
    let mut rest = stream;
    let mut kept = Vec::new();
    while let Some(byte) = rest.first() {
        if let [0x10, 0x04, 1..=4, ..] = rest {
            rest = &rest[3..];
        } else {
            kept.push(*byte);
            rest = &rest[1..];
        }
    }
    kept
}

fn number_on(canvas: &Canvas, folder: &Path) -> String {
    let is_band = |y: u32| {
        canvas.row(y).is_some_and(|row| row.iter().map(|byte| byte.count_ones()).sum::<u32>() > canvas.width() * 8 / 10)
    };
    let is_number = |(from, to): &&(u32, u32)| (140..=190).contains(&(to - from)) && !is_band(*from);
    let all = stretches(canvas);
    let (from, to) = all.iter().find(is_number).expect("a number");
    read(folder, &enlarged(canvas, *from, *to), "eng", "7").trim().to_owned()
}

/// The row under the rule, where the house's own language begins.
fn rule(canvas: &Canvas) -> u32 {
    stretches(canvas).iter().rfind(|(from, to)| to - from == 2).expect("a rule").1
}

fn read(folder: &Path, canvas: &Canvas, language: &str, layout: &str) -> String {
    let picture = folder.join("lines.png");
    fs::write(&picture, canvas.to_png().unwrap()).unwrap();
    text_of("tesseract", &[&picture.to_string_lossy(), "-", "-l", language, "--psm", layout, "--dpi", "203"])
}
