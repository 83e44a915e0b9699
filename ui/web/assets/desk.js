// The workbench without reloads: sends the same forms in the background, listens to the desk's events, and maps keys to
// buttons. Without this file the page works with plain forms.
//
// A press does what was meant, once: for a moment after the state has changed, the second half of a double click does not act
// on the button that appeared under it. A command without an answer is shown as such, and sent again with its nonce: never done
// twice.
"use strict";

(() => {
  /** How long a page is deaf to a repeated press after it has changed, in milliseconds. */
  const DEAF = 700;
  /** Presses that are nearer to each other than this count as one place, in pixels. */
  const SAME_PLACE = 80;
  /** When a command is shown as still under way, and when it is given up, in milliseconds. */
  const SLOW = 2000;
  const ANSWER_MOST = 10000;
  const SENDING_MOST = 120000;

  const root = document.documentElement;
  const announcer = document.getElementById("announcer");
  const sending = document.getElementById("sending");
  let said = "";
  let state = "";

  // Deafness.

  let changedAt = performance.now();
  let hearing = 0;
  /** The last press: where, and by which key. Unknown after a load, when it happened on the page before. */
  let press = null;
  let pressedBefore = null;

  function change() {
    changedAt = performance.now();
    pressedBefore = press;
    root.dataset.deaf = "yes";
    clearTimeout(hearing);
    hearing = setTimeout(() => { delete root.dataset.deaf; }, DEAF);
  }

  function isDeaf(button) {
    if (performance.now() - changedAt >= DEAF) return false;
    if (!pressedBefore || !press) return true;
    if (press.key) return press.key === pressedBefore.key;
    const isNear = !pressedBefore.key && Math.hypot(press.x - pressedBefore.x, press.y - pressedBefore.y) < SAME_PLACE;
    return isNear || button.matches(".primary");
  }

  document.addEventListener("mousedown", (event) => { press = { x: event.pageX, y: event.pageY }; }, true);
  document.addEventListener("keydown", (event) => {
    // Held down, a key presses once. After a step to another button the next press is meant.
    if (event.repeat && (event.key === "Enter" || event.key === " ") && event.target.closest("main")) event.preventDefault();
    else if (event.key === "Tab") pressedBefore = { key: "Tab" };
    else press = { key: event.key };
  }, true);
  /** Older browsers do not say which button has sent a form. */
  let clicked = null;

  document.addEventListener("click", (event) => {
    const button = event.target.closest("main button");
    clicked = button;
    if (!button || !isDeaf(button)) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  // The newest page.

  function settle(main) {
    const words = announced(main);
    if (words !== said) announcer.textContent = words;
    said = words;
    countDown();
    hearArrivals(main);
    if (main.dataset.state !== state) change();
    state = main.dataset.state;
    keys();
  }

  function announced(main) {
    const element = main.querySelector("[data-announce]");
    return element ? element.dataset.announce : "";
  }

  function refresh() {
    Live.refresh(settle);
  }

  document.addEventListener("click", (event) => {
    const summary = event.target.closest("main summary");
    const box = summary && summary.parentElement;
    if (box) requestAnimationFrame(() => { if (box.open) box.scrollIntoView({ block: "nearest" }); });
  });

  // Closing the panel discards the unsent form.
  document.addEventListener("toggle", (event) => {
    const form = !event.target.open && event.target.querySelector("form[data-keep]");
    if (!form) return;
    form.reset();
    Patch.forget(form);
    refresh();
  }, true);

  // What was done can be undone for some seconds, which are counted.

  let undoUntil = 0;
  let undoing = "";

  function countDown() {
    const form = document.querySelector(".undo");
    const id = form ? form.dataset.id : "";
    // The page's own count of one act goes on; the server's may be some moments old.
    if (form && (id !== undoing || performance.now() > undoUntil)) undoUntil = performance.now() + Number(form.dataset.forMs);
    undoing = id;
    showLeft();
  }

  function showLeft() {
    const form = document.querySelector(".undo");
    if (!form) return;
    const seconds = Math.ceil((undoUntil - performance.now()) / 1000);
    const left = form.querySelector(".left");
    if (seconds <= 0 && !form.dataset.sent && !form.querySelector("[role=alert]")) form.remove();
    else if (left) left.textContent = String(Math.max(seconds, 0));
  }
  setInterval(showLeft, 250);

  // A free desk hears of the first arrival, if its clerk wants to.

  let sound = null;
  let waitingBefore = 0;

  function hearArrivals(main) {
    const waiting = Number(main.dataset.waiting);
    if (waiting > 0 && waitingBefore === 0 && / free /.test(main.dataset.state) && isSoundOn()) ring();
    waitingBefore = waiting;
  }

  function isSoundOn() {
    return localStorage.getItem("sportello-sound") === "on";
  }

  function ring() {
    const Sound = window.AudioContext || window.webkitAudioContext;
    if (!Sound) return;
    sound = sound || new Sound();
    Promise.resolve(sound.resume()).then(() => {
      if (sound.state !== "running") return;
      const voice = sound.createOscillator();
      const volume = sound.createGain();
      voice.frequency.value = 523.25;
      volume.gain.setValueAtTime(0.2, sound.currentTime);
      volume.gain.exponentialRampToValueAtTime(0.0001, sound.currentTime + 0.4);
      voice.connect(volume).connect(sound.destination);
      voice.start();
      voice.stop(sound.currentTime + 0.4);
    }).catch(() => {});
  }

  // Commands.

  /** The command that is under way. One at a time: what a further one would mean is not known before the answer. */
  let command = null;

  document.addEventListener("submit", (event) => {
    const form = event.target;
    // A browser without it sends the form by itself.
    if (form.method !== "post" || !form.closest("main") || typeof fetch !== "function") return;
    if (command) {
      event.preventDefault();
      return;
    }
    const button = clicked && form.contains(clicked) ? clicked : form.querySelector("button[type=submit]");
    const fields = new URLSearchParams(new FormData(form));
    if (button.name) fields.append(button.name, button.value);
    event.preventDefault();
    const words = button.getAttribute("aria-label") || (button.querySelector("span") || button).textContent.trim();
    command = { form, button, action: form.action, fields, words, since: performance.now(), isLate: false };
    form.dataset.sent = "yes";
    button.setAttribute("aria-busy", "true");
    setTimeout(tell, SLOW + 50);
    send();
  });

  function send() {
    const { form, action, fields } = command;
    Live.ask(action, { method: "POST", body: fields }, ANSWER_MOST)
      .then(({ answer, text }) => {
        if (new URL(answer.url).pathname === "/sign-in") {
          location.assign(answer.url);
          return;
        }
        // The hub may be behind: it answers when it has caught up.
        if (answer.status >= 500 && text.includes("data-passing")) throw new Error(String(answer.status));
        finish();
        // The panel of a form that succeeded is closed; one with an error is open in the answer.
        if (answer.ok) close(form);
        if (!Patch.take(text, answered, ["main"], true)) throw new Error(String(answer.status));
        Live.connection(true);
      })
      .catch(() => {
        Live.connection(false);
        if (!command) {
          refresh();
          return;
        }
        // It keeps its nonce: sent again, it is the same command.
        command.isLate = true;
        tell();
        if (performance.now() - command.since < SENDING_MOST) setTimeout(() => { if (command) send(); }, 1500);
        else giveUp();
      });
  }

  function answered(main) {
    change();
    settle(main);
    // The same words as before are said again: the press was heard.
    const answer = main.querySelector(".none-to-call");
    if (answer) {
      announcer.textContent = "";
      setTimeout(() => { announcer.textContent = answer.textContent; }, 100);
    }
  }

  function finish() {
    const { form, button, words, isLate } = command;
    command = null;
    delete form.dataset.sent;
    button.removeAttribute("aria-busy");
    sending.hidden = true;
    sending.textContent = "";
    if (isLate) announcer.textContent = sending.dataset.done.replace("{command}", words);
  }

  function giveUp() {
    const words = command.words;
    finish();
    say("given", words);
    refresh();
  }

  /** Says that a command has no answer yet: that it is slow at first, that it is sent again then. */
  function tell() {
    if (!command || performance.now() - command.since < SLOW) return;
    say(command.isLate ? "late" : "slow", command.words);
  }

  function say(kind, words) {
    const text = sending.dataset[kind].replace("{command}", words);
    if (sending.textContent !== text) sending.textContent = text;
    sending.hidden = false;
  }

  function close(form) {
    Patch.forget(form);
    const box = form.closest("details");
    if (!box || !box.open) return;
    box.querySelector("summary").focus({ preventScroll: true });
    box.open = false;
  }

  // Keys can be switched off: speech input or a slip of the hand may press one (WCAG 2.1.4).

  function areKeysOn() {
    return localStorage.getItem("sportello-keys") !== "off";
  }

  function keys() {
    for (const [name, isOn] of [["keys", areKeysOn()], ["sounds", isSoundOn()]]) {
      const box = document.getElementById(name + "-on");
      if (!box) continue;
      document.getElementById(name).hidden = false;
      box.checked = isOn;
    }
    document.body.classList.toggle("keys-on", areKeysOn());
  }

  document.addEventListener("change", (event) => {
    const box = event.target;
    if (box.id === "keys-on") localStorage.setItem("sportello-keys", box.checked ? "on" : "off");
    if (box.id === "sounds-on") localStorage.setItem("sportello-sound", box.checked ? "on" : "off");
    if (box.id === "sounds-on" && box.checked) ring();
    keys();
  });

  /** The letter of a key: on a layout without Latin letters, the one that its place has on others. */
  function letterOf(event) {
    if (event.key.length === 1 && event.key.charCodeAt(0) < 128) return event.key.toUpperCase();
    const place = /^Key([A-Z])$/.exec(event.code || "");
    return place && event.key.length === 1 ? place[1] : "";
  }

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping || !areKeysOn()) return;
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("find-number").focus();
      return;
    }
    const letter = letterOf(event);
    const button = letter && document.querySelector('main [data-key="' + CSS.escape(letter) + '"]');
    if (!button) return;
    event.preventDefault();
    button.focus({ preventScroll: true });
    button.click();
    if (button.matches("[open] > summary")) {
      const select = button.parentElement.querySelector("select");
      if (select) select.focus({ preventScroll: true });
    }
  });

  const main = document.querySelector("main");
  root.dataset.scripted = "yes";
  said = announced(main);
  state = main.dataset.state;
  waitingBefore = Number(main.dataset.waiting);
  countDown();
  change();
  keys();
  Live.listen("desk:" + main.dataset.desk, refresh, refresh);
  setInterval(refresh, 60000);
})();
