// What pages sound like. Browsers are mute until the page was touched once: then `data-sound` on the page's root says `off`, a
// sign tells, and nothing that should have sounded meanwhile is heard later.
"use strict";

const Sound = (() => {
  const root = document.documentElement;
  const Context = window.AudioContext || window.webkitAudioContext;
  let context = null;

  /** The page wants to sound from now on. Gives a promise that is kept when it is known whether it may. */
  function want() {
    if (!context && Context) {
      try {
        context = new Context();
        context.addEventListener("statechange", tell);
      } catch (error) {
        context = null;
      }
    }
    // A browser that allows sound needs a moment to begin.
    setTimeout(tell, 1500);
    return wake();
  }

  /** Asks for sound. Older browsers have no promise here, and newer ones refuse it before a touch. */
  function wake() {
    const asked = context && context.state !== "running" ? context.resume() : null;
    return asked && asked.then ? asked.then(tell, tell) : Promise.resolve();
  }

  function tell() {
    root.dataset.sound = isHeard() ? "on" : "off";
    document.dispatchEvent(new CustomEvent("sound"));
  }

  function isHeard() {
    return Boolean(context) && context.state === "running";
  }

  /** Plays tones now, or none: what is scheduled while the sound stands still would all be heard at once when it runs. Each
      has a frequency, and may have a delay, a length in seconds and a volume. */
  function play(tones) {
    wake();
    if (!isHeard()) return;
    for (const { tone, at = 0, seconds = 0.75, volume = 0.5 } of tones) {
      const from = context.currentTime + at;
      const voice = context.createOscillator();
      const gain = context.createGain();
      voice.frequency.value = tone;
      gain.gain.setValueAtTime(0.0001, from);
      gain.gain.exponentialRampToValueAtTime(volume, from + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.0001, from + seconds);
      voice.connect(gain);
      gain.connect(context.destination);
      voice.start(from);
      voice.stop(from + seconds + 0.05);
    }
  }

  for (const kind of ["click", "keydown"]) document.addEventListener(kind, wake, true);

  return { want, play, isHeard, isThere: Boolean(Context) };
})();
