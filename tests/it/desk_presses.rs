//! A press on the workbench does what was meant, once: no gesture acts on what appeared under it. On every button that the
//! table of verbs has, in a real browser, with and without JavaScript.

use crate::desk_stage::{Gesture, SOON, Stage};
use serde_json::json;
use sportello::web::VERBS;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// A button at a moment when it acts.
struct Case {
    verb: &'static str,
    /// The operations at the desk that lead to the moment.
    before: &'static [&'static str],
    prepare: fn(&Stage),
    /// What the page is asked for beside the usual; `{}` is a number.
    query: &'static str,
    /// The panel or row to open.
    opens: &'static str,
    /// What is chosen in lists: selector and value.
    chosen: &'static [(&'static str, &'static str)],
    button: &'static str,
}

const fn case(verb: &'static str, before: &'static [&'static str], button: &'static str) -> Case {
    Case { verb, before, prepare: |_| {}, query: "", opens: "", chosen: &[], button }
}

impl Case {
    const fn after(self, prepare: fn(&Stage)) -> Case {
        Case { prepare, ..self }
    }

    const fn opening(self, opens: &'static str) -> Case {
        Case { opens, ..self }
    }

    const fn choosing(self, chosen: &'static [(&'static str, &'static str)]) -> Case {
        Case { chosen, ..self }
    }

    const fn searching(self, query: &'static str) -> Case {
        Case { query, ..self }
    }
}

const ROW: &str = "#waiting > li:last-child details";

/// Each button of the workbench, those in several places once for each place.
const CASES: &[Case] = &[
    case("open", &[], "[data-verb=open]"),
    case("open", &["open", "pause"], "[data-verb=open]"),
    case("pause", &["open"], "[data-verb=pause]"),
    case("close", &["open"], "[data-verb=close]"),
    case("call-next", &["open"], "[data-verb=call-next]"),
    case("call", &["open"], "#waiting > li:last-child [data-verb^=call]").opening(ROW),
    case("call", &["open"], ".found [data-verb^=call]").searching("waiting"),
    case("start", &["open", "call-next"], "[data-verb=start]"),
    case("recall", &["open", "call-next"], "[data-verb=recall]"),
    case("no-show", &["open", "call-next"], "[data-verb=no-show]"),
    case("finish-and-next", &["open", "call-next", "start"], "[data-verb=finish-and-next]"),
    case("finish", &["open", "call-next", "start"], "[data-verb=finish]"),
    case("finish", &["open", "call-next", "start", "pause"], "[data-verb=finish]"),
    case("take-back", &["open", "call-next", "no-show"], "#missed [data-verb^=take-back]"),
    case("take-back", &["open", "call-next", "no-show"], ".found [data-verb^=take-back]").searching("last"),
    case("walk-in", &["open"], "[data-verb=walk-in]")
        .opening("#walk-in-box")
        .choosing(&[("#walk-in-box [name=language]", "uk")]),
    case("park", &["open", "call-next"], "[data-verb=park]"),
    case("park", &["open", "call-next", "start"], "[data-verb=park]"),
    case("resume", &["open", "call-next", "park"], "#parked [data-verb^=resume]"),
    case("resume", &["open", "call-next", "park"], ".found [data-verb^=resume]").searching("last"),
    case("transfer", &["open", "call-next"], "[data-verb=transfer]")
        .opening("details[id^=hand-on-]")
        .choosing(&[("[name=to]", "service:jobs"), ("select[name=reason]", "specialist")]),
    case("add-step", &["open", "call-next"], "[data-verb=add-step]")
        .opening("details[id^=way-]")
        .choosing(&[("details[id^=way-] [name=service]", "jobs")]),
    case("drop-step", &["open", "call-next"], "[data-verb^=drop-step]")
        .after(|stage| {
            let number = stage.current().expect("a ticket");
            for service in ["jobs", "card"] {
                stage.api("add-step", &format!(r#"{{"ticket":"{number}","service":"{service}"}}"#));
            }
        })
        .opening("details[id^=way-]"),
    case("urgent", &["open"], "#waiting > li:last-child [data-verb^=urgent]").opening(ROW),
    case("urgent", &["open"], ".found [data-verb^=urgent]").searching("waiting"),
    case("not-urgent", &["open"], "#waiting [data-verb^=not-urgent]")
        .after(|stage| {
            let number = stage.waiting()[0];
            stage.post("/api/v1/day/urgent", &format!(r#"{{"ticket":"{number}","reason":"health"}}"#));
        })
        .opening("#waiting details"),
    case("dismiss", &["open"], "#waiting > li:last-child [data-verb^=dismiss]").opening(ROW),
    case("dismiss", &["open", "call-next", "park"], "#parked [data-verb^=dismiss]").opening("#parked details"),
    case("reprint", &["open"], "#waiting > li:last-child [data-verb^=reprint]").after(arrival).opening(ROW),
    case("reprint", &["open", "call-next", "park"], "#parked [data-verb^=reprint]").opening("#parked details"),
    case("undo", &["open", "call-next"], "[data-verb=undo]"),
    case("undo", &["open", "call-next", "start", "finish"], "[data-verb=undo]"),
    // Last, because the colleague is not forgotten so soon.
    case("close", &["open"], "#close-sure [data-verb=close]")
        .after(|stage| {
            let other = stage.wait_for(stage.world.sign_in("carla"));
            stage.wait_for(stage.world.submit_to_desk(1, "pause", &other, "nonce=other"));
        })
        .opening("#close-sure"),
];

fn arrival(stage: &Stage) {
    stage.visitor("permit.renew");
}

#[test]
fn every_verb_with_a_button_has_a_case() {
    let tried: BTreeSet<_> = CASES.iter().map(|case| case.verb).collect();
    let buttons: BTreeSet<_> = VERBS.iter().filter(|verb| verb.has_button()).map(|verb| verb.name()).collect();
    assert_eq!(tried, buttons, "add a case for each button, and none for others");
}

/// Leads the desk to the moment of a case, and gives the address of the page.
fn lead_to(stage: &Stage, case: &Case) -> String {
    stage.leave_desk();
    for verb in case.before {
        stage.api(verb, "");
    }
    (case.prepare)(stage);
    let day = stage.world.hub.day();
    let last = day.undoable(sportello::domain::DeskNumber(1), stage.world.clock.now()).map(|it| it.ticket);
    let number = match case.query {
        "" => return "/desk/1?lang=en".to_owned(),
        "waiting" => stage.waiting().last().copied(),
        _ => last,
    };
    let number = number.expect("a number to search for").to_string().replace(' ', "");
    format!("/desk/1?lang=en&find={number}")
}

fn open_and_choose(stage: &Stage, case: &Case) {
    let is_there = |selector: &str| {
        stage.browser.until(&format!("return !!document.querySelector({selector:?})"), SOON);
    };
    if !case.opens.is_empty() {
        is_there(case.opens);
        stage.browser.run(&format!("document.querySelector({:?}).open = true", case.opens));
    }
    for (list, value) in case.chosen {
        is_there(list);
        stage.browser.run(&format!(
            "const list = document.querySelector({list:?}); list.value = {value:?};
            list.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ));
    }
    is_there(case.button);
}

/// How many events one press on each button makes, by the place of the case.
type Counts = BTreeMap<usize, u64>;

fn press_every_button(stage: &Stage, gestures: &[Gesture], counts: &mut Counts, is_scripted: bool) {
    let mut complaints = Vec::new();
    for (place, case) in CASES.iter().enumerate() {
        let once = [Gesture::Click];
        let is_known = counts.contains_key(&place);
        for gesture in once.iter().filter(|_| !is_known).chain(gestures) {
            let page = lead_to(stage, case);
            if is_scripted {
                stage.show_at(&page);
                open_and_choose(stage, case);
            } else {
                stage.browser.go(&format!("{}{page}", stage.url));
                open_and_choose(stage, case);
                until_it_hears_without_script(stage, case.button);
            }
            let begun = stage.sequence();
            stage.gesture(*gesture, case.button);
            stage.until_events(begun + 1, &format!("{gesture:?} on {}", case.button));
            if is_scripted {
                stage.until_idle();
            } else {
                // A second form would be on its way by now; a loaded page tells that it is over.
                stage.browser.until("return document.readyState === 'complete'", SOON);
            }
            let events = stage.sequence() - begun;
            let expected = *counts.entry(place).or_insert(events);
            if events != expected {
                complaints.push(format!("{gesture:?} on {} {:?}: {events}, not {expected}", case.button, case.before));
            }
        }
    }
    assert!(complaints.is_empty(), "acted more than once:\n{}", complaints.join("\n"));
}

/// Without scripts, the page is deaf for the time of an animation, which is made short here.
fn until_it_hears_without_script(stage: &Stage, button: &str) {
    let speed = |rate: u32| stage.browser.cdp("Animation.setPlaybackRate", &json!({"playbackRate": rate}));
    stage.browser.cdp("Animation.enable", &json!({}));
    speed(100);
    let hears = format!("return getComputedStyle(document.querySelector({button:?})).pointerEvents !== 'none'");
    stage.browser.until(&hears, SOON);
    speed(1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_double_click_and_a_repeated_or_held_enter_act_once_on_every_button() {
    let stage = Stage::new(1440, 900).await;
    let gestures = [Gesture::DoubleClick(150), Gesture::EnterTwice, Gesture::EnterHeld];
    tokio::task::block_in_place(|| press_every_button(&stage, &gestures, &mut Counts::new(), true));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_double_tap_acts_once_on_every_button_of_a_tablet_and_a_small_screen() {
    let stage = Stage::new(1024, 768).await;
    let mut counts = Counts::new();
    let sizes = [
        (1024, 768, [Gesture::DoubleTap, Gesture::DoubleClick(60)]),
        (390, 844, [Gesture::DoubleTap, Gesture::EnterTwice]),
    ];
    for (width, height, gestures) in sizes {
        stage.browser.resize(width, height);
        stage.browser.cdp("Emulation.setTouchEmulationEnabled", &json!({"enabled": true}));
        tokio::task::block_in_place(|| press_every_button(&stage, &gestures, &mut counts, true));
        // The colleague of the last case is forgotten.
        stage.world.clock.advance(Duration::from_secs(11 * 60));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_double_click_acts_once_without_javascript_too() {
    let stage = Stage::new(1440, 900).await;
    stage.browser.cdp("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    tokio::task::block_in_place(|| press_every_button(&stage, &[Gesture::DoubleClick(150)], &mut Counts::new(), false));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_drawn_over_the_number_on_a_tablet_and_two_acts_do_not_share_a_place() {
    let stage = Stage::new(1024, 768).await;
    tokio::task::block_in_place(|| {
        stage.api("open", "");
        stage.api("call-next", "");
        stage.show();
        // As wide as the letters are drawn, as high as their lines.
        let overlaps = "const box = (name) => {
                const it = document.querySelector(name);
                const range = document.createRange(); range.selectNodeContents(it);
                const [drawn, line] = [range.getBoundingClientRect(), it.getBoundingClientRect()];
                return { left: drawn.left, right: drawn.right, top: line.top, bottom: line.bottom };
            };
            const [one, other] = [box('.huge'), box('.visitor dl')];
            return one.right > other.left && one.left < other.right && one.bottom > other.top && one.top < other.bottom";
        assert_eq!(stage.browser.run(overlaps), false, "the number and the facts");
        stage.browser.run(
            "for (const it of document.querySelectorAll('.visitor, .visitor *')) {
                it.style.letterSpacing = '0.12em'; it.style.wordSpacing = '0.16em';
            }",
        );
        assert_eq!(stage.browser.run(overlaps), false, "the same with WCAG's text spacing");
        // The next state of the page comes without the spacing, so both are measured without it.
        stage.show();
        let place =
            "const box = document.querySelector('.primary').getBoundingClientRect(); return [box.top, box.bottom]";
        let start = stage.browser.run(place);
        stage.api("start", "");
        stage.until_state("serving");
        let finish = stage.browser.run(place);
        let (bottom, top) = (start[1].as_f64().expect("bottom"), finish[0].as_f64().expect("top"));
        assert!(bottom <= top, "\"here: start\" ends at {bottom}, \"finish and call next\" begins at {top}");
    });
}
