//! Five hundred clicks of 30 to 300 ms at a desk while something happens in the house every tenth of a second: none is lost,
//! none is doubled. With JavaScript, by forms alone in a browser, and by forms alone over HTTP.

use crate::desk_stage::{SOON, Stage};
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

const SIZES: [(u32, u32, u64); 3] = [(1440, 900, 168), (1024, 768, 166), (390, 844, 166)];

/// Something happens in the house every tenth of a second until told otherwise: tickets of other institutions, and now and
/// then one that this desk calls.
fn keep_busy(stage: &Stage, is_over: &Arc<AtomicBool>) -> tokio::task::JoinHandle<u64> {
    let (world, is_over) = (Arc::clone(&stage.world), Arc::clone(is_over));
    tokio::spawn(async move {
        let mut events = 0;
        while !is_over.load(Ordering::Relaxed) {
            world.visitor(if events % 40 == 39 { "permit.renew" } else { "health.ssn" }, "it").await;
            events += 1;
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        events
    })
}

/// How long a click is held: from 30 to 300 ms.
fn held(click: u64) -> u64 {
    30 + (click * 67) % 271
}

/// What the desk has done itself, whatever happens elsewhere: each resuming is a call, each parking ends one.
fn done(stage: &Stage) -> u64 {
    stage.world.hub.day().last_call().0 * 2 + u64::from(stage.current().is_none())
}

/// The button of a click: parks and resumes in turn.
fn button(click: u64) -> &'static str {
    if click.is_multiple_of(2) { "[data-verb=park]" } else { "#parked [data-verb^=resume]" }
}

/// Clicks, each time when the page is ready; each click has to do what was meant, once.
fn click_on(stage: &Stage, clicks: u64, mut ready: impl FnMut(&str)) {
    for click in 0..clicks {
        let button = button(click);
        ready(button);
        let begun = done(stage);
        stage.click(stage.middle(button), held(click), 1);
        let waits = Instant::now();
        while done(stage) == begun {
            assert!(waits.elapsed() < SOON, "click {click} on {button} is lost: {}", stage.browser.text("body"));
            sleep(Duration::from_millis(5));
        }
        assert_eq!(done(stage), begun + 1, "click {click} on {button} is doubled");
    }
}

async fn stage_of(width: u32, height: u32) -> Stage {
    let stage = Stage::new(width, height).await;
    for verb in ["open", "call-next"] {
        let answer = stage.world.post(&format!("/api/v1/desks/1/{verb}"), &stage.clerk, "").await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    }
    stage
}

/// Runs the three sizes beside each other.
async fn in_three_sizes(press: fn(&Stage, u64)) {
    let mut threads = Vec::new();
    for (width, height, clicks) in SIZES {
        let stage = stage_of(width, height).await;
        threads.push(tokio::spawn(async move {
            let is_over = Arc::new(AtomicBool::new(false));
            let busy = keep_busy(&stage, &is_over);
            tokio::task::block_in_place(|| press(&stage, clicks));
            is_over.store(true, Ordering::Relaxed);
            let events = busy.await.expect("an end");
            println!("{width} px: {clicks} clicks, {events} events meanwhile");
        }));
    }
    for thread in threads {
        thread.await.expect("no click is lost");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn five_hundred_clicks_while_the_house_is_busy_are_neither_lost_nor_doubled() {
    in_three_sizes(|stage, clicks| {
        stage.show();
        click_on(stage, clicks, |button| {
            let is_ready =
                format!("return !!document.querySelector({button:?}) && !document.querySelector('[data-sent]')");
            stage.browser.until(&is_ready, SOON);
            // A button that is new is deaf for a moment, which passes at once here; what happens goes on.
            stage.a_moment_passes();
        });
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn five_hundred_clicks_without_javascript_are_neither_lost_nor_doubled() {
    in_three_sizes(|stage, clicks| {
        stage.browser.cdp("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
        stage.browser.cdp("Animation.enable", &json!({}));
        // For the eye there is a moment in which a new page hears nothing; here it is short.
        stage.browser.cdp("Animation.setPlaybackRate", &json!({"playbackRate": 100}));
        stage.browser.go(&format!("{}/desk/1?lang=en", stage.url));
        click_on(stage, clicks, |button| {
            // The page that the last click led to, and not the one on which it was clicked.
            let is_new = "document.readyState === 'complete' && !document.documentElement.dataset.seen";
            let is_there = format!("return {is_new} && !!document.querySelector({button:?})");
            stage.browser.until(&is_there, SOON);
            stage.browser.run("document.documentElement.dataset.seen = 'yes'");
            let hears = format!("return getComputedStyle(document.querySelector({button:?})).pointerEvents !== 'none'");
            stage.browser.until(&hears, SOON);
        });
    })
    .await;
}
