// Which presses on the workbench are meant: the second half of a double click must not act on what has appeared or moved
// under the finger, and no other press is lost.
//
// How it works: before each change of the page it is noted what each button does, to which ticket, and where it stands. For a
// moment after the change, a button hears only the presses that it would have got before: it was there, did the same to the
// same ticket, and covered the point, on the screen or, when the reader has scrolled since, on the page. A button that neither
// changed nor moved hears every press, but for a repetition of the press that was answered just now. The moment begins when
// the pointer or the key is up.
"use strict";

const Press = (() => {
  /** How long a button is deaf, in milliseconds. */
  const DEAF = 700;
  /** Of how many changes the buttons are kept: more than a stream tells of in a moment. */
  const CHANGES_MOST = 30;
  /** A click comes at most so long after the end of its press, in milliseconds. */
  const CLICK_MOST = 400;
  /** What is nearer than this is one place, in pixels. */
  const SAME_PLACE = 80;

  const now = () => performance.now();
  /** The changes of the last moment, and the buttons before each. The page has changed just now: it was loaded. */
  let changes = [{ at: now(), stood: new Map() }];
  /** The press that is under way, or was until just now: since when, where or by which key. */
  let press = null;
  let forgetting = 0;
  /** What was pressed for the command that is under way, and for the one that was answered last. */
  let acting = null;
  let acted = null;
  let refocusedAt = -DEAF;
  /** When the reader last moved the focus: the next press of a key is meant. */
  let steppedAt = -DEAF;
  /** When the reader opened a panel: what stands in it was not to be seen before. */
  const openedAt = new WeakMap();

  const buttons = () => Array.from(document.querySelectorAll("main form[method=post] button"));
  const isOnFocus = (one) => one.key === "Enter" || one.key === " ";

  function stand() {
    return new Map(buttons().map((button) => [button, { meaning: Patch.meaning(button), box: button.getBoundingClientRect() }]));
  }

  const scrolled = () => ({ left: window.pageXOffset, top: window.pageYOffset });

  /** Notes the buttons before the page changes. `near` says that only what is near this point is meant: there, a panel opens
      and may scroll the page. */
  function note(near) {
    const at = now();
    const scroll = near ? null : scrolled();
    const change = { at, stood: stand(), scroll, key: acting ? acting.key : null, isOwn: Boolean(acting), near };
    changes = changes.filter((older) => older.at > at - DEAF || (press && older.at >= press.at)).concat(change).slice(-CHANGES_MOST);
  }

  /** A page that became shorter may have been scrolled by that, and not by the reader. */
  function noteScroll() {
    changes[changes.length - 1].scrollAfter = scrolled();
  }

  function hasScrolled({ scroll, scrollAfter }, { x, y, pageX, pageY }) {
    return Boolean(scroll && scrollAfter) && Math.abs(pageX - x - scrollAfter.left) + Math.abs(pageY - y - scrollAfter.top) > 1;
  }

  function covers(box, x, y) {
    return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  }

  /** Whether a button that stood there would have got the press. */
  function wasUnder(box, change, one) {
    const { scroll } = change;
    if (covers(box, one.x, one.y)) return true;
    return hasScrolled(change, one) && covers(box, one.pageX - scroll.left, one.pageY - scroll.top);
  }

  /** Whether a press is not for the button that it would act on. A click without a press is a program's, and meant. */
  function isDeaf(button, one) {
    if (!one) return false;
    const since = one.at - DEAF;
    const meaning = Patch.meaning(button);
    if (acted && acted.at > since && acted.meaning === meaning && !(one.key && steppedAt > acted.at)) return true;
    return changes.some((change) => change.at > since && isStrange(change, button, meaning, one));
  }

  /** Whether a change has put something else where the press would have gone before. */
  function isStrange(change, button, meaning, one) {
    const { at, stood, key, isOwn, near } = change;
    const isFar = (place) => one.key || Math.hypot(one.x - place.x, one.y - place.y) >= SAME_PLACE;
    if (near && isFar(near)) return false;
    // Another key than before is another wish, as is a key after a step to another button.
    if (one.key && (isOnFocus(one) ? steppedAt > at : isOwn && key !== one.key)) return false;
    const before = stood.get(button);
    if (!before || before.meaning !== meaning) return true;
    if (!near && !before.box.height && openedAt.get(button.closest("details")) > at) return false;
    return !one.key && !wasUnder(before.box, change, one);
  }

  function begin(one) {
    clearTimeout(forgetting);
    press = one;
  }

  /** The moment of a change that came during a press begins with the press's end. */
  function end(event) {
    // The loss of focus of an element is no end: a press on one thing takes it from another.
    if (!press || (event.type === "blur" && event.target !== window)) return;
    const at = now();
    for (const change of changes) if (change.at >= press.at) change.at = at;
    if (refocusedAt >= press.at) refocusedAt = at;
    clearTimeout(forgetting);
    forgetting = setTimeout(() => { press = null; }, CLICK_MOST);
  }

  function place({ clientX: x, clientY: y, pageX, pageY }) {
    return { at: now(), x, y, pageX, pageY };
  }

  document.addEventListener("mousedown", (event) => {
    // After a touch it is a part of the same press.
    if (!press || !press.isTouch) begin(place(event));
  }, true);
  document.addEventListener("touchstart", (event) => {
    begin(Object.assign(place(event.touches[0]), { isTouch: true }));
  }, { capture: true, passive: true });
  document.addEventListener("keydown", (event) => {
    if (event.repeat) {
      // Held down, a key presses once.
      if (isOnFocus(event) && event.target.closest("main")) event.preventDefault();
    } else if (event.key === "Tab" || event.key.startsWith("Arrow")) {
      steppedAt = now();
      refocusedAt = -DEAF;
    } else {
      begin({ at: now(), key: event.key });
    }
  }, true);
  for (const kind of ["mouseup", "touchend", "touchcancel", "keyup", "blur"]) window.addEventListener(kind, end, true);

  document.addEventListener("click", (event) => {
    const target = event.target.closest("main button, main summary");
    if (!target) return;
    const one = press;
    const isRefocused = one && isOnFocus(one) && one.at - refocusedAt < DEAF;
    // A search changes nothing and is always heard.
    const isAct = target.form && target.form.method === "post";
    if (isRefocused || (isAct && isDeaf(target, one))) {
      event.preventDefault();
      event.stopPropagation();
    } else if (target.nodeName === "SUMMARY") {
      if (one && !one.key) note(one);
      openedAt.set(target.parentNode, now());
    }
  }, true);

  document.addEventListener("changing", () => note(null));
  document.addEventListener("changed", noteScroll);
  document.addEventListener("refocused", () => { refocusedAt = now(); });

  return {
    DEAF,
    /** The press that is under way. */
    now: () => press,
    isDeaf,
    /** A command is on its way because this button was pressed. */
    sent(button) {
      acting = { meaning: Patch.meaning(button), key: press ? press.key : null };
    },
    /** It was answered or given up. */
    answered() {
      if (acting) acted = { meaning: acting.meaning, at: now() };
      acting = null;
    },
  };
})();
