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

  // Ringing.

  const KEPT = "sportello-ring";
  let sound = null;
  let isOn = false;
  let lock = null;
  // Counted on the page, for tests.
  root.dataset.rings = "0";

  function tone(frequency, from, seconds, loud) {
    const voice = sound.createOscillator();
    const volume = sound.createGain();
    voice.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, from);
    volume.gain.exponentialRampToValueAtTime(loud, from + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, from + seconds);
    voice.connect(volume);
    volume.connect(sound.destination);
    voice.start(from);
    voice.stop(from + seconds);
  }

  function vibrate(pattern) {
    if (navigator.vibrate) navigator.vibrate(pattern);
  }

  function isHeard() {
    return Boolean(sound) && sound.state === "running";
  }

  /** Three times two tones: long enough to be found in a pocket. */
  function ring() {
    if (!isOn) return;
    vibrate([500, 200, 500, 400, 500, 200, 500, 400, 500, 200, 500]);
    root.dataset.rings = String(Number(root.dataset.rings) + 1);
    if (!isHeard()) return;
    for (let i = 0; i < 3; i += 1) {
      const from = sound.currentTime + i * 1.6;
      tone(880, from, 0.6, 0.8);
      tone(659.25, from + 0.35, 0.9, 0.8);
    }
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

  function turnOn() {
    const Sound = window.AudioContext || window.webkitAudioContext;
    try {
      sound = sound || (Sound ? new Sound() : null);
    } catch (error) {
      sound = null;
    }
    isOn = true;
    keep("on");
    stayAwake();
    vibrate(200);
    const ready = sound ? sound.resume() : null;
    if (ready) ready.then(() => { if (isOn) tone(880, sound.currentTime, 0.4, 0.3); show(); }, show);
    show();
  }

  function turnOff() {
    isOn = false;
    keep("off");
    if (lock) lock.release();
    show();
  }

  function keep(value) {
    try {
      sessionStorage.setItem(KEPT, value);
    } catch (error) {
      // Then a reload asks again.
    }
  }

  /** Shows the button, and whether the phone will ring: only where it can. */
  function show() {
    const button = document.getElementById("ring");
    if (!button) return;
    button.hidden = !(navigator.vibrate || window.AudioContext || window.webkitAudioContext);
    button.setAttribute("aria-pressed", String(isOn));
    button.querySelector("span").textContent = isOn ? button.dataset.on : button.dataset.off;
    root.dataset.ring = isOn ? "on" : "off";
  }

  document.addEventListener("click", (event) => {
    if (!event.target.closest("#ring")) return;
    if (isOn) turnOff();
    else turnOn();
  });
  document.addEventListener("visibilitychange", () => {
    if (!isOn || document.hidden) return;
    if (sound && sound.state !== "running") sound.resume();
    stayAwake();
  });

  // The ticket.

  function settle(main) {
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
  // After the ticket's day the address is gone: the page then says so.
  Live.listen("ticket:" + first.dataset.token, (ticket) => {
    newest = JSON.stringify(Object.assign({}, ticket, { last_call: 0 }));
    if (newest === shown) return;
    if (ticket.state !== "waiting") Live.refresh(settle);
    else refresh();
  }, refresh);
})();
