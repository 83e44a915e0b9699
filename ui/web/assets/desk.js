// The workbench without reloads: sends the same forms in the background, listens to the desk's events, and maps keys to
// buttons. Without this file the page works with plain forms.
//
// Which presses are meant is judged in `press.js`. A command without an answer is shown as such, and sent again with its
// nonce: never done twice. The same is done when the answer says that the command could not be carried out just now.
"use strict";

(() => {
  /** When a command is shown as still under way, and when it is given up, in milliseconds. */
  const SLOW = 2000;
  const ANSWER_MOST = 10000;
  const SENDING_MOST = 120000;
  /** The tone of an arrival. */
  const ARRIVAL = [{ tone: 523.25, seconds: 0.4, volume: 0.2 }];

  const root = document.documentElement;
  const announcer = document.getElementById("announcer");
  const sending = document.getElementById("sending");
  let said = "";
  let state = "";

  // For the eye: the state has just changed.

  let hearing = 0;

  function dim() {
    root.dataset.deaf = "yes";
    clearTimeout(hearing);
    hearing = setTimeout(() => { delete root.dataset.deaf; }, Press.DEAF);
  }

  /** Older browsers do not say which button has sent a form. */
  let clicked = null;

  document.addEventListener("click", (event) => { clicked = event.target.closest("main button"); }, true);

  // The newest page.

  function settle(main) {
    const words = announced(main);
    if (words !== said) announcer.textContent = words;
    said = words;
    countDown();
    hearArrivals(main);
    if (main.dataset.state !== state) dim();
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
  let leaving = null;

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
    if (left) left.textContent = String(Math.max(seconds, 0));
    if (seconds > 0 || form.dataset.sent || form.querySelector("[role=alert]") || form === leaving) return;
    leaving = form;
    // A press that has begun on it is still meant for it.
    Patch.change(() => {
      if (!form.dataset.sent) form.remove();
      leaving = null;
    });
  }
  setInterval(showLeft, 250);

  // A free desk hears of the first arrival, if its clerk wants to. While the browser allows no sound, a sign says so.

  let waitingBefore = 0;

  function hearArrivals(main) {
    const waiting = Number(main.dataset.waiting);
    if (waiting > 0 && waitingBefore === 0 && / free /.test(main.dataset.state) && isSoundOn()) Sound.play(ARRIVAL);
    waitingBefore = waiting;
  }

  function isSoundOn() {
    return kept("sportello-sound") === "on";
  }

  function showSound() {
    const sign = document.getElementById("sound-off");
    const isHidden = !isSoundOn() || Sound.isHeard();
    if (sign.hidden !== isHidden) Patch.change(() => { sign.hidden = isHidden; });
  }
  document.addEventListener("sound", showSound);

  // Commands.

  /** The command that is under way. One at a time: what a further one would mean is not known before the answer. */
  let command = null;
  /** A press that came meanwhile: it is heard when its button is still the same after the answer. */
  let further = null;

  document.addEventListener("submit", (event) => {
    const form = event.target;
    // A browser without it sends the form by itself.
    if (form.method !== "post" || !form.closest("main") || typeof fetch !== "function") return;
    event.preventDefault();
    const button = clicked && form.contains(clicked) ? clicked : form.querySelector("button[type=submit]");
    if (command) {
      const press = Press.now();
      if (press) further = { button, press, meaning: Patch.meaning(button) };
      return;
    }
    const fields = new URLSearchParams(new FormData(form));
    if (button.name) fields.append(button.name, button.value);
    const words = button.getAttribute("aria-label") || (button.querySelector("span") || button).textContent.trim();
    command = { form, button, action: form.action, fields, words, since: performance.now(), isLate: false };
    Press.sent(button);
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
        // It could not be carried out just now: asked again, it may have been carried out meanwhile.
        if (answer.status >= 500) throw new Error(String(answer.status));
        Live.connection(true);
        // Its panel is closed; that of a form with an error is open in the answer.
        Patch.change(() => {
          end(answer.ok);
          if (answer.ok) close(form);
        });
        if (Patch.take(text, answered, ["main"], true)) return;
        Press.answered();
        refresh();
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
        else Patch.change(giveUp);
      });
  }

  function answered(main) {
    dim();
    settle(main);
    Press.answered();
    // The same words as before are said again: the press was heard.
    const answer = main.querySelector(".none-to-call");
    if (answer) {
      announcer.textContent = "";
      setTimeout(() => { announcer.textContent = answer.textContent; }, 100);
    }
    const next = further;
    further = null;
    const isSame = next && main.contains(next.button) && Patch.meaning(next.button) === next.meaning;
    if (isSame && !Press.isDeaf(next.button, next.press)) next.button.click();
  }

  /** The command is over. That it is done is said when it was late and was not refused. */
  function end(isDone) {
    const { form, button, words, isLate } = command;
    command = null;
    delete form.dataset.sent;
    button.removeAttribute("aria-busy");
    sending.hidden = true;
    sending.textContent = "";
    if (isLate && isDone) announcer.textContent = sending.dataset.done.replace("{command}", words);
  }

  function giveUp() {
    const words = command.words;
    end(false);
    Press.answered();
    further = null;
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
    if (sending.textContent === text && !sending.hidden) return;
    Patch.change(() => {
      if (!command && kind !== "given") return;
      sending.textContent = text;
      sending.hidden = false;
    });
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
    return kept("sportello-keys") !== "off";
  }

  function kept(name) {
    try {
      return localStorage.getItem(name);
    } catch (error) {
      return null;
    }
  }

  function keep(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch (error) {
      // Then it holds for this page only.
    }
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
    if (box.id === "keys-on") keep("sportello-keys", box.checked ? "on" : "off");
    if (box.id === "sounds-on") {
      keep("sportello-sound", box.checked ? "on" : "off");
      if (box.checked) Sound.want().then(() => Sound.play(ARRIVAL));
      showSound();
    }
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
  dim();
  keys();
  if (isSoundOn()) Sound.want();
  Live.listen("desk:" + main.dataset.desk, refresh, refresh);
  setInterval(refresh, 60000);
})();
