// The visitor's phone lives: it shows how the ticket stands now, and rings for each call that it has not shown before, if the
// visitor has asked for it. A browser lets a page sound and vibrate only after a touch, so there is a button for it.
"use strict";

(() => {
  const root = document.documentElement;
  const announcer = document.getElementById("announcer");
  const first = document.querySelector("main");
  let state = first.dataset.state;
  /** When the call was made that the visitor saw or heard last. One that was there when the page was opened has been seen. */
  let calledAt = first.dataset.calledAt;
  // Each call in the house makes an event; the page is asked for only when something of this ticket is new.
  let newest = "";
  let shown = "";

  // Ringing. The wish is kept for as long as the tab, but a page that was loaded anew may be mute until it is touched again.

  const KEPT = "sportello-ring-" + first.dataset.token;
  let isWanted = kept();
  let isTouched = false;
  let lock = null;
  // Counted on the page, for tests.
  root.dataset.rings = "0";

  function kept() {
    try {
      return sessionStorage.getItem(KEPT) === "on";
    } catch (error) {
      return false;
    }
  }

  function want(isOn) {
    isWanted = isOn;
    try {
      sessionStorage.setItem(KEPT, isOn ? "on" : "off");
    } catch (error) {
      // Then a page that was loaded anew asks again.
    }
  }

  function vibrate(pattern) {
    if (navigator.vibrate && isTouched) navigator.vibrate(pattern);
  }

  /** Whether a call would be heard, or felt where there is no sound. */
  function canRing() {
    return isWanted && (Sound.isThere ? Sound.isHeard() : isTouched);
  }

  /** Three times two tones: long enough to be found in a pocket. */
  function ring() {
    if (!isWanted) return;
    vibrate([500, 200, 500, 400, 500, 200, 500, 400, 500, 200, 500]);
    if (canRing()) root.dataset.rings = String(Number(root.dataset.rings) + 1);
    const tones = [0, 1.6, 3.2].map((at) => [
      { tone: 880, at, seconds: 0.6, volume: 0.8 },
      { tone: 659.25, at: at + 0.35, seconds: 0.9, volume: 0.8 },
    ]);
    Sound.play([].concat(...tones));
  }

  /** Keeps the screen on where the browser can; elsewhere the visitor's own settings count. */
  function stayAwake() {
    if (!navigator.wakeLock || document.hidden || lock) return;
    navigator.wakeLock.request("screen").then(
      (held) => {
        lock = held;
        held.addEventListener("release", () => { lock = null; });
      },
      () => {},
    );
  }

  /** Makes the sound ready, as far as the browser lets it be; calls `then` when it is. */
  function prepare(then) {
    stayAwake();
    Sound.want().then(() => {
      if (then && canRing()) then();
      show();
    });
    show();
  }

  function turnOn() {
    want(true);
    vibrate(200);
    prepare(() => Sound.play([{ tone: 880, seconds: 0.4, volume: 0.3 }]));
  }

  function turnOff() {
    want(false);
    if (lock) lock.release();
    show();
  }

  /** Shows the button, and whether the phone will ring: only where it can. */
  function show() {
    const button = document.getElementById("ring");
    const now = canRing() ? "on" : isWanted ? "again" : "off";
    root.dataset.ring = now;
    if (!button) return;
    button.hidden = !(navigator.vibrate || Sound.isThere);
    button.setAttribute("aria-pressed", String(now === "on"));
    button.querySelector("span").textContent = button.dataset[now];
  }

  document.addEventListener("click", (event) => {
    isTouched = true;
    if (!event.target.closest("#ring")) {
      // Any touch gives back what was wished for.
      if (isWanted && !canRing()) prepare();
    } else if (canRing()) {
      turnOff();
    } else {
      turnOn();
    }
  });
  document.addEventListener("visibilitychange", () => { if (isWanted && !document.hidden) prepare(); });
  document.addEventListener("sound", show);
  if (isWanted) prepare();

  // The ticket.

  function settle(main) {
    // The ticket's day is over: the page says so, and there is nothing to ask for any more.
    if (!main.dataset.token) {
      stop();
      return;
    }
    const newer = main.dataset.calledAt;
    const isCalled = main.dataset.state === "called" && newer !== calledAt;
    if (isCalled) ring();
    if (isCalled || main.dataset.state !== state) {
      const title = main.querySelector(".state h2");
      // Emptied first: a recall says the same words again.
      announcer.textContent = "";
      announcer.textContent = title ? title.textContent : "";
    }
    state = main.dataset.state;
    calledAt = newer;
    shown = newest;
    show();
  }

  function refresh() {
    // The question whether to leave is not replaced while the visitor answers it.
    Live.refresh(settle, () => (document.querySelector(".leave") ? [] : ["main"]));
  }

  show();
  const stop = Live.listen("ticket:" + first.dataset.token, (ticket) => {
    newest = JSON.stringify(Object.assign({}, ticket, { last_call: 0 }));
    if (newest === shown) return;
    if (ticket.state !== "waiting") Live.refresh(settle);
    else refresh();
  }, refresh);
})();
