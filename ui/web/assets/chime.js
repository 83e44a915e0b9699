// The board's chime: two falling tones for a call. Browsers are mute until the page was touched once; then the page says so
// with a sign, and nothing that was called meanwhile is heard later.
"use strict";

const Chime = (() => {
  const root = document.documentElement;
  const Context = window.AudioContext || window.webkitAudioContext;
  let sound = null;

  /** A chime now, or none: what is scheduled while the sound stands still would all be heard at once when it runs. */
  function ring() {
    wake();
    if (!sound || sound.state !== "running") return;
    for (const [tone, at] of [[660, 0], [523.25, 0.32]]) {
      const from = sound.currentTime + at;
      const voice = sound.createOscillator();
      const volume = sound.createGain();
      voice.type = "sine";
      voice.frequency.value = tone;
      volume.gain.setValueAtTime(0.0001, from);
      volume.gain.exponentialRampToValueAtTime(0.5, from + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.75);
      voice.connect(volume);
      volume.connect(sound.destination);
      voice.start(from);
      voice.stop(from + 0.8);
    }
  }

  /** Asks for sound. Older browsers have no promise here, and newer ones refuse it before a touch: the sign tells. */
  function wake() {
    if (!sound || sound.state === "running") return;
    const asked = sound.resume();
    if (asked && asked.then) asked.then(tell, tell);
  }

  function tell() {
    root.dataset.sound = sound && sound.state === "running" ? "on" : "off";
  }

  try {
    sound = new Context();
    sound.addEventListener("statechange", tell);
    wake();
  } catch (error) {
    sound = null;
  }
  // A browser that allows sound needs a moment to begin.
  setTimeout(tell, 1500);
  for (const kind of ["click", "touchend", "keydown"]) document.addEventListener(kind, wake, true);

  return { ring };
})();
