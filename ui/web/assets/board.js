// The board lives: it listens to its events, shows the newest state, and chimes once for each call that it has not seen.
// A connection that was lost neither loses a chime nor repeats one: calls are counted, and the page remembers the count.
"use strict";

(() => {
  const root = document.documentElement;
  let seen = Number(document.querySelector("main").dataset.lastCall);
  let shown = seen;
  root.dataset.lastCall = String(seen);
  root.dataset.chimes = "0";

  let sound = null;
  let queued = 0;

  /** Two falling tones. Where the browser allows no sound before a touch, the board stays silent and goes on. */
  function chime(delay) {
    try {
      sound = sound || new AudioContext();
      sound.resume();
      for (const [tone, at] of [[660, 0], [523.25, 0.32]]) {
        const from = sound.currentTime + delay + at;
        const voice = sound.createOscillator();
        const volume = sound.createGain();
        voice.type = "sine";
        voice.frequency.value = tone;
        volume.gain.setValueAtTime(0.0001, from);
        volume.gain.exponentialRampToValueAtTime(0.5, from + 0.02);
        volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.75);
        voice.connect(volume).connect(sound.destination);
        voice.start(from);
        voice.stop(from + 0.8);
      }
    } catch {
      sound = null;
    }
  }

  /** One chime for each new call; of many at once only three are heard, a little apart. */
  function announce(count) {
    const audible = Math.min(count, 3 - queued);
    for (let i = 0; i < audible; i += 1) {
      const delay = queued * 1.2;
      queued += 1;
      chime(delay);
      setTimeout(() => { queued -= 1; }, (delay + 1.2) * 1000);
    }
    root.dataset.chimes = String(Number(root.dataset.chimes) + count);
  }

  /** The calls that this page has not shown before come in with a sign. */
  function settle(main) {
    for (const call of main.querySelectorAll(".call")) {
      if (Number(call.dataset.call) > shown) call.classList.add("arrived");
    }
    shown = Math.max(shown, Number(main.dataset.lastCall));
  }

  function refresh() {
    Live.refresh(settle, () => [".board-bar", "main"]);
  }

  Live.listen("board", (board) => {
    // The calls themselves and not the counts between: some are quiet, and the staff fetch the person.
    const fresh = board.calls.filter((call) => call.call > seen).length;
    seen = Math.max(seen, board.last_call);
    root.dataset.lastCall = String(seen);
    if (fresh > 0) announce(fresh);
    refresh();
  });
  // The date and the clock change without any event.
  setInterval(refresh, 60000);
})();
