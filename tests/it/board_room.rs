//! The board in a room with sixty desks, in a real browser: nothing is cut or covered on any page of rows, each call stands
//! for its own time with one chime, and a page that may not play sound says so.

use crate::browser::{Browser, LIVE};
use crate::paper_tools::text_of;
use crate::web_draft::draft;
use crate::web_world::World;
use serde_json::Value;
use sportello::domain::site::SiteDraft;
use sportello::domain::{
    CallNumber, Class, Desk, DeskNumber, Event, LanguageTag, ServiceCode, TicketNumber, Token, Words,
};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::net::TcpListener;

const SOON: Duration = Duration::from_secs(30);
const SIZES: [(u32, u32); 3] = [(1920, 1080), (1366, 768), (1280, 720)];
const DESKS: u16 = 60;
const FIRST: u16 = 141;

/// Stops the page's time; a test moves it forward by `skip` milliseconds.
const TIME: &str = "const stopped = performance.now(); window.skip = 0; performance.now = () => stopped + window.skip;";
/// Counts the tones that the page plays.
const TONES: &str = "window.tones = 0; const real = BaseAudioContext.prototype.createOscillator;
    BaseAudioContext.prototype.createOscillator = function () { window.tones += 1; return real.call(this); };";
/// What cannot be read on this page of rows, and which numbers and desks can.
const READ: &str = r"
    const faults = [], rows = {};
    // A capital takes about seven tenths of its font's size, in the middle of its line.
    const ink = (node) => {
        const range = document.createRange(); range.selectNodeContents(node);
        const box = range.getBoundingClientRect(), half = parseFloat(getComputedStyle(node).fontSize) * 0.357;
        const middle = (box.top + box.bottom) / 2;
        return { left: box.left, right: box.right, top: middle - half, bottom: middle + half, middle };
    };
    const inside = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 2 && a.bottom <= b.bottom + 2;
    const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
    const screen = { left: innerWidth * 0.049, right: innerWidth * 0.951, top: innerHeight * 0.049, bottom: innerHeight * 0.951 };
    const look = (node, card, what) => {
        const box = ink(node);
        if (box.right - box.left < 4) faults.push(what + ' is not there');
        if (!inside(box, card.getBoundingClientRect())) faults.push(what + ' leaves its card');
        if (!inside(box, screen)) faults.push(what + ' is at the edge');
        for (const part of [0.05, 0.5, 0.95]) {
            const above = document.elementFromPoint(box.left + (box.right - box.left) * part, box.middle);
            if (!above || !(node.contains(above) || above.contains(node))) faults.push(what + ' is covered');
        }
        return box;
    };
    const cards = [...document.querySelectorAll('.call, .called')].filter((card) => card.offsetParent);
    for (const card of cards) {
        const number = card.querySelector('.number'), desk = card.querySelector('.desk b');
        const what = number.textContent + ' at ' + desk.textContent;
        const [one, other] = [look(number, card, what + ': number'), look(desk, card, what + ': desk')];
        if (!apart(one, other)) faults.push(what + ' overlap');
        if (!apart(one, card.querySelector('.sign').getBoundingClientRect())) faults.push(what + ': sign on the number');
        rows[number.textContent.replace(/\u00a0/g, ' ')] = Number(desk.textContent);
        const least = innerWidth * (card.matches('.called') ? 0.044 : 0.083);
        if (parseFloat(getComputedStyle(number).fontSize) < least) faults.push(what + ' is too small');
    }
    for (const queue of document.querySelectorAll('.queue')) {
        if (queue.offsetParent) look(queue.querySelector('.numbers > span'), queue, 'next ' + queue.textContent);
    }
    look(document.getElementById('clock'), document.body, 'the clock');
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls');
    return { faults, rows, turn: document.querySelector('.captions .turn').textContent };";

/// The rooms in rows that are wider than their place, or have a line more than it.
const CUT_ROOMS: &str = "return [...document.querySelectorAll('.called .room')].filter((room) => {
    const range = document.createRange(); range.selectNodeContents(room);
    const isHigher = range.getBoundingClientRect().height > room.clientHeight * 1.3;
    return room.offsetParent && (room.scrollWidth > room.clientWidth || isHigher);
}).map((room) => room.textContent)";

/// Sixty desks of three digits for one service, with the longest rooms, half of them unbroken; a site with a long name.
fn big() -> SiteDraft {
    let it = LanguageTag::parse("it").expect("a tag");
    let mut site = draft(|text| text.to_owned());
    let broken = "Primo piano, corridoio di destra, terza porta a sinistra accanto alla sala grande. ".repeat(2);
    let room = |at: u16| {
        if at.is_multiple_of(2) { broken[..160].to_owned() } else { "Corridoiolungo".repeat(12)[..160].to_owned() }
    };
    site.name = Words::new([(it.clone(), "SpazioComune".repeat(14)[..160].to_owned())]);
    let every: Vec<ServiceCode> = site.services.iter().map(|service| service.code.clone()).collect();
    site.desks = (0..DESKS)
        .map(|at| Desk {
            number: DeskNumber(FIRST + at),
            room: Words::new([(it.clone(), room(at))]),
            services: every.clone(),
            languages: vec![it.clone()],
        })
        .collect();
    site
}

/// A morning on which ten thousand numbers of one letter were given already.
fn busy() -> Vec<Event> {
    let date = jiff::civil::date(2026, 11, 23);
    let opened =
        Event::DayOpened { date, last_call: CallNumber(0), numbers: Vec::new(), earlier: Vec::new(), anchor: date };
    let number = TicketNumber::parse("Q 10027").expect("a number");
    let token = Token::from_random(7);
    let issued = Event::Issued {
        number,
        token,
        needs: Vec::new(),
        steps: vec![ServiceCode::parse("permit").expect("a code")],
        language: LanguageTag::parse("it").expect("a tag"),
        class: Class::Standard,
        appointment: None,
        promise: None,
    };
    vec![opened, issued, Event::Withdrawn { ticket: number, desk: None }]
}

struct Room {
    world: World,
    clerk: String,
    url: String,
}

impl Room {
    async fn open(world: World) -> Room {
        let clerk = world.sign_in("anna").await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/board", listener.local_addr().expect("an address"));
        tokio::spawn(sportello::web::serve(listener, world.router.clone(), std::future::pending()));
        Room { world, clerk, url }
    }

    async fn does(&self, desk: u16, verb: &str) -> Value {
        let answer = self.world.post(&format!("/api/v1/desks/{desk}/{verb}"), &self.clerk, "").await;
        assert_eq!(answer.status, 200, "{verb}: {}", answer.text);
        answer.json()
    }

    /// A visitor comes and is called to the desk at this place; gives the number.
    async fn calls(&self, at: u16, need: &str) -> String {
        self.does(FIRST + at, "open").await;
        self.world.visitor(need, "it").await;
        let called = self.does(FIRST + at, "call-next").await;
        called["ticket"]["number"].as_str().expect("a number").to_owned()
    }
}

fn board_of(room: &Room) -> Browser {
    let board = Browser::open(1920, 1080);
    board.resize(1920, 1080);
    board.go(&room.url);
    board.until(LIVE, SOON);
    board.run(TIME);
    board
}

/// Waits until all is shown that was called, and nothing is new any more.
fn settle(board: &Browser, last_call: u16) {
    // Time that was skipped looks like a silent stream, and the wait for the next one would not pass either.
    let come_back = "window.dispatchEvent(new Event('online'))";
    board.until(&format!("{come_back}; return document.documentElement.dataset.lastCall === '{last_call}'"), SOON);
    board.until("window.skip += 25000; return !document.querySelector('.called.new')", SOON);
    board.until(LIVE, SOON);
}

/// What can be read on all pages of rows, one after the other.
fn turned(board: &Browser, what: &str) -> BTreeMap<String, u64> {
    let mut read = BTreeMap::new();
    let mut first = String::new();
    for _ in 0..8 {
        let seen = board.run(READ);
        assert_eq!(seen["faults"], serde_json::json!([]), "{what}, page {}", seen["turn"]);
        for (number, desk) in seen["rows"].as_object().expect("rows") {
            read.insert(number.clone(), desk.as_u64().expect("a desk"));
        }
        let turn = seen["turn"].as_str().expect("text").to_owned();
        if turn.is_empty() || turn == first {
            break;
        }
        if first.is_empty() {
            first.clone_from(&turn);
        }
        let other = format!("return document.querySelector('.captions .turn').textContent !== {turn:?}");
        board.run("window.skip += 8000");
        board.until(&other, SOON);
    }
    read
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_call_can_be_read_on_some_page_at_every_size() {
    let room = Room::open(World::after(big(), &busy())).await;
    let board = board_of(&room);
    let mut called = BTreeMap::new();
    for count in [1, 12, 13, 24, 40, 60] {
        for at in called.len() as u16..count {
            // Half of the numbers have five digits.
            let need = if at % 2 == 0 { "permit.renew" } else { "health.ssn" };
            called.insert(room.calls(at, need).await, u64::from(FIRST + at));
        }
        settle(&board, count);
        for (width, height) in SIZES {
            board.resize(width, height);
            let read = turned(&board, &format!("{count} calls at {width}x{height}"));
            assert_eq!(read, called, "{count} calls at {width}x{height}");
        }
    }
    assert!(called.contains_key("Q 10028"), "{called:?}");
    for (width, height) in [(3840, 2160), (1280, 1024), (1024, 768)] {
        board.resize(width, height);
        assert_eq!(turned(&board, &format!("{width}x{height}")), called);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_numbers_and_desks_of_a_full_page_are_read_from_its_picture() {
    let room = Room::open(World::with_site(big())).await;
    let mut called = BTreeMap::new();
    for at in 0..12 {
        called.insert(room.calls(at, "permit.renew").await, FIRST + at);
    }
    let board = board_of(&room);
    settle(&board, 12);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("board.png");
    std::fs::write(&file, board.picture()).expect("a file");
    let text = text_of("tesseract", &[file.to_str().expect("a path"), "-", "-l", "eng", "--psm", "11", "--dpi", "100"]);
    let text: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_read = |(number, desk): &(&String, &u16)| text.contains(&format!("{}{desk}", &number[2..]));
    let read = called.iter().filter(is_read).count();
    assert!(read >= 10, "{read} of 12 in {text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_calls_at_once_stand_one_after_the_other_with_one_chime_each() {
    let room = Room::open(World::with_site(big())).await;
    let board = board_of(&room);
    board.run(TONES);
    let mut numbers = Vec::new();
    for at in 0..5 {
        numbers.push(room.calls(at, "permit.renew").await);
    }
    let in_band = |number: &str| {
        format!(
            "const band = document.querySelector('.newest');
             return !!band && band.dataset.number === {number:?} && band.matches('.new.awaited')
                 && band.querySelector('.tag').textContent === 'Adesso'
                 && band.querySelector('use').getAttribute('xlink:href') === '#sign-new'"
        )
    };
    board.until("return document.querySelectorAll('.called').length === 5", SOON);
    for (at, number) in numbers.iter().enumerate() {
        board.until(&in_band(number), SOON);
        let chimes = board.run("return [Number(document.documentElement.dataset.chimes), window.tones]");
        assert_eq!(chimes, serde_json::json!([at + 1, 2 * (at + 1)]), "one chime of two tones for {number}");
        // It stays for its time, also when the page is drawn anew.
        board.run("window.skip += 5000; window.drawn = false; document.addEventListener('taken', () => { window.drawn = true; })");
        room.world.visitor("work", "it").await;
        board.until("return window.drawn", SOON);
        board.until(LIVE, SOON);
        assert_eq!(board.run(&in_band(number)), true, "{number} after five seconds");
        board.run("window.skip += 1500");
    }
    // It is new for 20 seconds, then it is awaited, and looks otherwise.
    board.run("window.skip += 20000");
    board.until("return !document.querySelector('.new')", SOON);
    assert_eq!(board.run("return document.querySelector('.newest').matches('.awaited')"), true);
    // Who has come and who did not look different; a call that is taken back is gone at once.
    room.does(FIRST, "start").await;
    room.does(FIRST + 1, "no-show").await;
    board.until(
        "return !!document.querySelector('.called.arrived') && !!document.querySelector('.called.missed')",
        SOON,
    );
    let back = room.calls(5, "permit.renew").await;
    board.until(&in_band(&back), SOON);
    room.does(FIRST + 5, "undo").await;
    board.until(&format!("return document.querySelector('.newest').dataset.number !== {back:?}"), SOON);
    board.until(&format!("return !document.querySelector('.called[data-id=\"{back}\"]')"), SOON);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_band_moves_once_for_a_call_and_rests_at_the_events_of_others() {
    let room = Room::open(World::with_site(big())).await;
    let board = board_of(&room);
    let called = room.calls(0, "permit.renew").await;
    let in_band =
        format!("const it = document.querySelector('.newest.new'); return !!it && it.dataset.number === {called:?}");
    board.until(&in_band, SOON);
    board.run(
        "window.band = document.querySelector('.newest'); window.drawn = 0;
        document.addEventListener('taken', () => { window.drawn += 1; });",
    );
    for count in 1..=3 {
        room.world.visitor("work", "it").await;
        board.until(&format!("return window.drawn >= {count}"), SOON);
        board.until(LIVE, SOON);
        let stays = "return window.band === document.querySelector('.newest') && window.band.matches('.new')";
        assert_eq!(board.run(stays), true, "its element is another one: it moves in again");
    }
    room.does(FIRST, "recall").await;
    board.run("window.skip += 7000");
    board.until("return document.documentElement.dataset.chimes === '2'", SOON);
    assert_eq!(board.run("return window.band === document.querySelector('.newest')"), false, "a call once more moves");
}

/// A room's name is cut only where two lines are not enough for it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_room_of_the_usual_length_is_whole_in_its_row() {
    let mut site = big();
    let it = LanguageTag::parse("it").expect("a tag");
    for (at, desk) in site.desks.iter_mut().enumerate() {
        let name = ["piano terra", "primo piano", "piano terra, in fondo a destra"][at % 3];
        (desk.number, desk.room) = (DeskNumber(1 + at as u16), Words::new([(it.clone(), name.to_owned())]));
    }
    let room = Room::open(World::with_site(site)).await;
    for desk in 1..=6 {
        room.does(desk, "open").await;
        room.world.visitor("city.mediator", "it").await;
        room.does(desk, "call-next").await;
    }
    let board = board_of(&room);
    for (width, height) in SIZES {
        board.resize(width, height);
        assert_eq!(board.run(CUT_ROOMS), serde_json::json!([]), "{width}x{height}");
        let shown = "return [...document.querySelectorAll('.called .room')].filter((room) => room.offsetParent).length";
        assert_eq!(board.run(shown), 5, "{width}x{height}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mute_board_says_so_and_plays_nothing_late() {
    let room = Room::open(World::with_site(big())).await;
    let board = Browser::open_mute(1280, 720);
    board.go(&room.url);
    board.until(LIVE, SOON);
    board.run(TONES);
    board.run(TIME);
    let is_seen = "return getComputedStyle(document.getElementById('sound-off')).display !== 'none'";
    board.until(is_seen, SOON);
    room.calls(0, "permit.renew").await;
    for chimes in 1..=5 {
        board.until(&format!("return document.documentElement.dataset.chimes === '{chimes}'"), SOON);
        board.run("window.skip += 7000");
        room.does(FIRST, "recall").await;
    }
    board.until("return document.documentElement.dataset.chimes === '6'", SOON);
    board.click("#sound-off");
    board.until("return document.documentElement.dataset.sound === 'on'", SOON);
    assert_eq!(board.run(is_seen), false);
    board.run("window.skip += 7000");
    room.calls(1, "permit.renew").await;
    board.until("return document.documentElement.dataset.chimes === '7'", SOON);
    assert_eq!(board.run("return window.tones"), 2, "one chime, and none of those before");
}

#[tokio::test]
async fn a_board_without_scripts_turns_its_pages_by_itself() {
    let room = Room::open(World::with_site(big())).await;
    let mut called = BTreeMap::new();
    for at in 0..30 {
        called.insert(room.calls(at, "permit.renew").await, ());
    }
    let (mut page, mut seen) = (1, BTreeMap::new());
    for _ in 0..3 {
        let text = room.world.get(&format!("/board?page={page}"), "").await.text;
        for row in text.split("<li class=\"called ").skip(1) {
            let (classes, rest) = row.split_once('"').expect("classes");
            let number = rest.split("data-id=\"").nth(1).and_then(|it| it.split('"').next()).expect("a number");
            if !classes.split(' ').any(|class| class == "off") {
                seen.insert(number.to_owned(), ());
            }
        }
        assert!(text.contains(&format!(">{page}/3<")), "it says which page it is");
        page = text.split("url=/board?page=").nth(1).and_then(|it| it[..1].parse().ok()).expect("the next page");
    }
    assert_eq!((seen, page), (called, 1));
}
