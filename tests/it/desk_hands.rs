//! What a clerk's hands meet while the house goes on: the focus never lands on an act, what moved under the pointer hears
//! nothing, a held key stops nothing, and a command without an answer is asked for again. In a real browser.

use crate::browser::Browser;
use crate::desk_stage::{IS_IDLE, SOON, Stage};
use serde_json::Value;
use std::sync::atomic::Ordering;
use std::thread::sleep;
use std::time::{Duration, Instant};
use tokio::task::block_in_place;

/// For the page, time stands still: a moment does not pass before the test has pressed.
const TIME_STANDS: &str = "const stands = performance.now(); performance.now = () => stands;";
const FOCUSED: &str = "const it = document.activeElement;
    return it.nodeName === 'BUTTON' ? 'act ' + it.textContent : it.id || it.dataset.id || it.nodeName";

fn focused(stage: &Stage) -> String {
    stage.browser.run(FOCUSED).as_str().expect("a name").to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_focus_of_what_vanishes_moves_to_the_next_row_or_the_card_and_to_no_act() {
    let stage = Stage::new(1440, 900).await;
    block_in_place(|| {
        stage.api("open", "");
        stage.post("/api/v1/desks/2/open", "");
        stage.show();
        let rows = stage.waiting();
        let id = |row: usize| rows[row].to_string().replace(' ', "-");
        stage.focus(&format!("#row-{}", id(0)));
        stage.browser.run(TIME_STANDS);
        stage.post("/api/v1/desks/2/call-next", "");
        stage.browser.until(&format!("return !document.getElementById('row-{}')", id(0)), SOON);
        assert_eq!(focused(&stage), format!("row-{}", id(1)), "the row that followed");
        // Enter was meant for the row that has gone.
        let begun = stage.sequence();
        stage.enter("keyDown", false);
        stage.enter("keyUp", false);
        let is_open = format!("return document.getElementById('one-{}').open", id(1));
        assert_eq!(stage.browser.run(&is_open), false, "keys are deaf for a moment");
        stage.a_moment_passes();
        stage.enter("keyDown", false);
        stage.enter("keyUp", false);
        stage.browser.until(&is_open, SOON);

        stage.focus("[data-verb=call-next]");
        stage.api("call-next", "");
        stage.until_state("called");
        assert!(!focused(&stage).starts_with("act"), "{}", focused(&stage));
        stage.until_idle();
        let number = stage.current().expect("a ticket");
        for service in ["jobs", "card"] {
            stage.api("add-step", &format!(r#"{{"ticket":"{number}","service":"{service}"}}"#));
        }
        stage.browser.until("return document.querySelectorAll('[data-verb^=drop-step]').length === 2", SOON);
        stage.browser.run("document.querySelector('details[id^=way-]').open = true");
        stage.focus("[data-verb^=drop-step]");
        stage.api("drop-step", &format!(r#"{{"ticket":"{number}","service":"jobs"}}"#));
        stage.browser.until("return document.querySelectorAll('[data-verb^=drop-step]').length === 1", SOON);
        assert!(!focused(&stage).starts_with("act"), "{}", focused(&stage));
        assert_eq!(stage.sequence(), begun + 4, "the page did nothing by itself");
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_button_that_moved_under_the_pointer_hears_nothing_and_one_that_did_not_hears_all() {
    let stage = Stage::new(1440, 900).await;
    block_in_place(|| {
        stage.api("open", "");
        stage.post("/api/v1/desks/2/open", "");
        let misses = || {
            stage.post("/api/v1/desks/2/call-next", "");
            stage.post("/api/v1/desks/2/no-show", "");
        };
        misses();
        stage.show();
        stage.click(stage.middle("#mine-title"), 30, 1);
        let at = stage.middle("#missed [data-verb^=take-back]");
        stage.a_moment_passes();
        stage.browser.run(TIME_STANDS);
        misses();
        stage.browser.until("return document.querySelectorAll('#missed > li').length === 2", SOON);
        stage.browser.until(IS_IDLE, SOON);
        let begun = stage.sequence();
        for held in [60, 600] {
            // The press takes the focus from another button.
            stage.focus("[data-verb=pause]");
            stage.click(at, held, 1);
            stage.until_idle();
            assert_eq!(stage.sequence(), begun, "another ticket has come under the pointer");
        }
        stage.click(stage.middle("[data-verb=pause]"), 60, 1);
        stage.until_events(begun + 1, "pause, which did not move,");
        stage.until_state("paused");
        stage.a_moment_passes();
        stage.click(stage.middle("#missed [data-verb^=take-back]"), 60, 1);
        stage.until_events(begun + 2, "take-back");
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_search_and_a_panel_that_the_clerk_opens_are_heard_whatever_happens_meanwhile() {
    let stage = Stage::new(1440, 900).await;
    block_in_place(|| {
        stage.api("open", "");
        stage.show();
        stage.a_moment_passes();
        stage
            .browser
            .run("window.passed = 0; const stands = performance.now(); performance.now = () => stands + passed;");
        stage.visitor("permit.renew");
        stage.browser.until("return document.querySelector('main').dataset.waiting === '7'", SOON);
        let panel = format!("#one-{}", stage.waiting()[0].to_string().replace(' ', "-"));
        stage.browser.run("passed += 100");
        let (x, y) = stage.middle(&format!("{panel} > summary"));
        stage.click((x, y), 60, 1);
        stage.browser.until(&format!("return document.querySelector('{panel}').open"), SOON);
        stage.browser.run("passed += 100");
        let begun = stage.sequence();
        stage.browser.run(&format!(
            "const all = [...document.querySelectorAll('{panel} form button')].filter((it) => {{
                const box = it.getBoundingClientRect();
                return box.height && Math.hypot(box.left + box.width / 2 - {x}, box.top + box.height / 2 - {y}) > 90;
            }});
            all[0].id = 'far'"
        ));
        stage.click(stage.middle("#far"), 60, 1);
        stage.until_events(begun + 1, "a button of the panel");

        stage.show();
        stage.focus("#find-number");
        stage.browser.run("document.execCommand('insertText', false, 'Q 001')");
        stage.browser.run(TIME_STANDS);
        stage.visitor("permit.renew");
        stage.browser.until(
            &format!("return document.querySelectorAll('#waiting > li').length === {}", stage.waiting().len()),
            SOON,
        );
        stage.click(stage.middle(".find button"), 60, 1);
        stage.browser.until("return location.search.includes('001')", SOON);
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_held_enter_does_not_keep_the_page_old_and_an_undo_is_there_until_its_press_ends() {
    let stage = Stage::new(1440, 900).await;
    block_in_place(|| {
        stage.api("open", "");
        stage.show();
        stage.focus("#walk-in");
        stage.enter("keyDown", false);
        stage.visitor("permit.renew");
        let is_new = "return document.querySelector('main').dataset.waiting === '7'";
        let held = Instant::now();
        while stage.browser.run(is_new) != true && held.elapsed() < SOON {
            stage.enter("keyDown", true);
            sleep(Duration::from_millis(33));
        }
        assert_eq!(stage.browser.run(is_new), true, "the page follows while a key is held");
        stage.enter("keyUp", false);

        stage.api("call-next", "");
        stage.show();
        let at = stage.middle("[data-verb=undo]");
        let begun = stage.sequence();
        stage.mouse("mousePressed", at, 1);
        stage.browser.run("const real = performance.now.bind(performance); performance.now = () => real() + 20000;");
        let is_over = "const left = document.querySelector('.undo .left'); return !left || left.textContent === '0'";
        stage.browser.until(is_over, SOON);
        stage.mouse("mouseReleased", at, 1);
        stage.until_events(begun + 1, "undo");
        stage.until_state("free");
        // The first tick does not stay for the next visitor.
        assert_eq!([true, false].map(|is_ticked| takes_a_walk_in(&stage, is_ticked)), [true, false]);
    });
}

/// Takes a walk-in by the form, with or without the tick for a slip; whether its slip goes to the printer.
fn takes_a_walk_in(stage: &Stage, is_ticked: bool) -> bool {
    stage.leave_desk();
    stage.api("open", "");
    stage.show();
    stage.click(stage.middle("#walk-in"), 60, 1);
    stage.browser.run(
        "const list = document.querySelector('#walk-in-box [name=language]'); list.value = 'uk';
        list.dispatchEvent(new Event('change', { bubbles: true }))",
    );
    if is_ticked {
        stage.click(stage.middle("#walk-in-box [name=print] + span"), 60, 1);
    }
    stage.a_moment_passes();
    let begun = stage.sequence();
    stage.click(stage.middle("[data-verb=walk-in]"), 60, 1);
    stage.until_events(begun + 1, "the form for a walk-in");
    let number = stage.current().expect("the walk-in is at the desk");
    stage.world.hub.day().ticket(number).expect("its ticket").is_slip_requested
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_command_without_an_answer_is_told_and_sent_again_and_done_once() {
    let stage = Stage::new(1440, 900).await;
    block_in_place(|| {
        stage.api("open", "");
        stage.show();
        // The command arrives, its answer does not; and then nothing goes through for a while.
        stage.browser.run(
            "const real = window.fetch; window.tries = 0;
            window.fetch = (what, how) => {
                if (!how || how.method !== 'POST') return real(what, how);
                window.tries += 1;
                if (window.tries === 1) return real(what, how).then(() => Promise.reject(new TypeError('lost')));
                return window.tries < 4 ? Promise.reject(new TypeError('lost')) : real(what, how);
            };",
        );
        let begun = stage.sequence();
        stage.click(stage.middle("[data-verb=call-next]"), 50, 1);
        let told =
            "const it = document.getElementById('sending'); return !it.hidden && it.innerText.includes('Call next')";
        stage.browser.until(told, SOON);
        stage.browser.until("return window.tries >= 4 && document.getElementById('sending').hidden", SOON);
        stage.until_state("called");
        assert_eq!(stage.sequence() - begun, 1, "it was done once");
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_could_not_be_saved_is_asked_for_again_and_what_was_refused_late_is_not_called_done() {
    let stage = Stage::new(1440, 900).await;
    block_in_place(|| {
        stage.api("open", "");
        stage.show();
        let begun = stage.sequence();
        stage.world.is_disk_full.store(true, Ordering::Relaxed);
        stage.click(stage.middle("[data-verb=call-next]"), 50, 1);
        stage.browser.until("return !document.getElementById('sending').hidden", SOON);
        stage.world.is_disk_full.store(false, Ordering::Relaxed);
        stage.until_state("called");
        stage.until_idle();
        assert_eq!(stage.sequence() - begun, 1, "called once");

        stage.a_moment_passes();
        stage.browser.run(
            "window.told = [];
            new MutationObserver(() => window.told.push(document.getElementById('announcer').textContent))
                .observe(document.getElementById('announcer'), { childList: true });
            const real = window.fetch; window.tries = 0;
            window.fetch = (what, how) => {
                if (!how || how.method !== 'POST') return real(what, how);
                window.tries += 1;
                return window.tries === 1 ? Promise.reject(new TypeError('lost')) : real(what, how);
            };",
        );
        stage.click(stage.middle("[data-verb=start]"), 50, 1);
        stage.browser.until("return window.tries >= 1", SOON);
        stage.api("start", "");
        stage.browser.until("return window.tries >= 2 && !!document.querySelector('main [role=alert]')", SOON);
        stage.until_idle();
        let done = "const done = document.getElementById('sending').dataset.done.replace('{command}', '').trim();
            return window.told.some((words) => words.includes(done))";
        assert_eq!(stage.browser.run(done), false, "{}", stage.browser.run("return window.told.join('; ')"));
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_are_found_by_their_letter_or_by_their_place() {
    let stage = Stage::new(1440, 900).await;
    block_in_place(|| {
        stage.api("open", "");
        stage.show();
        // A Russian layout, a French one, a Ukrainian one, and an Italian one.
        for (letter, code, state) in [
            ("т", "KeyN", "called"),
            ("a", "KeyQ", "free"),
            ("я", "KeyZ", "called"),
            ("s", "KeyS", "serving"),
            ("а", "KeyF", "free"),
        ] {
            stage.key(letter, code);
            stage.until_state(state);
            stage.until_idle();
            stage.a_moment_passes();
        }
        let begun = stage.sequence();
        stage.browser.run("document.querySelector('#keys-on').click()");
        stage.key("n", "KeyN");
        stage.until_idle();
        assert_eq!(stage.sequence(), begun, "keys are off");
    });
}

/// A sound that plays nothing, and is allowed when the test says so.
const SILENT_SOUND: &str = "window.tones = 0; window.isAllowed = false;
    const nothing = { setValueAtTime() {}, exponentialRampToValueAtTime() {} };
    window.AudioContext = class {
        constructor() { this.state = 'suspended'; this.currentTime = 0; this.hears = []; }
        addEventListener(kind, hear) { this.hears.push(hear); }
        resume() {
            if (window.isAllowed) { this.state = 'running'; for (const hear of this.hears) hear(); }
            return Promise.resolve();
        }
        createOscillator() {
            window.tones += 1;
            return { frequency: {}, connect() { return this; }, start() {}, stop() {} };
        }
        createGain() { return { gain: nothing, connect() { return this; } }; }
    };
    try { localStorage.setItem('sportello-sound', 'on'); } catch (error) { /* A page without a place. */ }";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_arrival_is_heard_and_counted_in_the_title_and_a_page_without_sound_says_so() {
    let browser = Browser::open(1024, 768);
    browser.before_pages(SILENT_SOUND);
    let stage = Stage::in_browser(browser).await;
    block_in_place(|| {
        stage.post("/api/v1/desks/3/open", "");
        stage.show_at("/desk/3?lang=en");
        let title = |count: u32| {
            let begins = if count == 0 { "Desk 3".to_owned() } else { format!("({count}) Desk 3") };
            stage.browser.until(&format!("return document.title.startsWith({begins:?})"), SOON);
            stage.until_idle();
        };
        let tones = || stage.browser.run("return window.tones");
        title(0);
        stage.browser.until("return !document.getElementById('sound-off').hidden", SOON);
        assert!(stage.browser.text("#sound-off").contains("touch the page"), "{}", stage.browser.text("#sound-off"));
        stage.visitor("health.ssn");
        title(1);
        assert_eq!(tones(), Value::from(0), "mute");
        stage.browser.run("window.isAllowed = true");
        stage.click(stage.middle("#sound-off"), 40, 1);
        stage.browser.until("return document.getElementById('sound-off').hidden", SOON);
        assert_eq!(tones(), Value::from(0), "nothing is heard later");
        stage.post("/api/v1/day/withdraw", r#"{"ticket":"H 001"}"#);
        title(0);
        stage.visitor("health.ssn");
        title(1);
        assert_eq!(tones(), Value::from(1), "the first to come is heard");
        stage.visitor("health.ssn");
        title(2);
        assert_eq!(tones(), Value::from(1), "and not each further one");
    });
}
