// Takes over a newer state of the page by changing only what differs. What is pressed, focused, open or half filled in stays
// the same element, so that no press, no focus and no choice is lost to an event. Without this file pages are loaded anew.
//
// How it works: children are matched by `id`, `data-id` or `data-call`, the others by their order. While a button or a key is
// down, nothing changes. A form that the reader has edited keeps its values, and stays even where the newer page lacks it.
// The event `changing` comes before each change, `changed` after it, and `refocused` when the focus had to move. Where the element
// with the focus is gone, the focus moves to what stands beside it and never to a button that acts.
"use strict";

const Patch = (() => {
  /** Attributes that belong to the reader and to the scripts. */
  const OWN = ["open", "aria-busy", "data-sent", "tabindex"];
  /** A press that never ends, because its end was missed, holds nothing back for longer, in milliseconds. */
  const PRESS_MOST = 2000;

  const edited = new WeakSet();
  let taken = 0;
  let waiting = null;
  /** Changes of scripts that wait for the end of a press. */
  let changes = [];
  let isDown = false;
  let release = 0;

  /** Takes over the text of a newer page in the parts that selectors name, and its title; calls `after` with `main` when that
      is one of them. `isAnswer` says that the reader asked for it: then older messages go. A page that says that there is no
      answer just now is not taken over. */
  function take(text, after, parts, isAnswer) {
    const page = new DOMParser().parseFromString(text, "text/html");
    if (!page.querySelector("main") || page.querySelector("main[data-passing]")) return false;
    taken += 1;
    document.dispatchEvent(new CustomEvent("taken", { detail: page }));
    const afters = waiting ? waiting.afters : [];
    if (after) afters.push(after);
    waiting = { page, parts: parts || ["main"], afters, isAnswer: Boolean(isAnswer || (waiting && waiting.isAnswer)) };
    if (!isDown) apply();
    return true;
  }

  /** Changes the page by a script, though not during a press. */
  function change(act) {
    changes.push(act);
    if (!isDown) apply();
  }

  function apply() {
    if (!waiting && changes.length === 0) return;
    document.dispatchEvent(new CustomEvent("changing"));
    const acts = changes;
    changes = [];
    for (const act of acts) keepFocus(document.querySelector("main"), act);
    if (waiting) renew();
    document.dispatchEvent(new CustomEvent("changed"));
  }

  function renew() {
    const { page, parts, afters, isAnswer } = waiting;
    waiting = null;
    for (const part of parts) {
      const older = document.querySelector(part);
      const newer = page.querySelector(part);
      if (older && newer) keepFocus(older, () => patch(older, newer, isAnswer));
    }
    document.title = page.title;
    if (parts.includes("main")) for (const after of afters) after(document.querySelector("main"));
  }

  function keepFocus(part, change) {
    const active = part.contains(document.activeElement) ? document.activeElement : null;
    const meant = active ? meaning(active) : "";
    const rows = active ? rowsFrom(active) : [];
    change();
    if (!active || document.activeElement === active) return;
    const next = sameIn(part, active, meant) || beside(rows, part);
    if (next.tabIndex < 0) next.tabIndex = -1;
    next.focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent("refocused"));
  }

  /** What stands for an element in a newer page: a button that does the same to the same ticket, or another element with its
      `id`. */
  function sameIn(part, element, meant) {
    if (meant) return Array.from(part.querySelectorAll("button")).find((button) => meaning(button) === meant);
    return element.id && element.nodeName !== "BUTTON" ? part.querySelector("#" + CSS.escape(element.id)) : null;
  }

  /** What pressing a button does, and to which ticket; empty for what does nothing. */
  function meaning(button) {
    const form = button.nodeName === "BUTTON" ? button.form : null;
    if (!form) return "";
    const about = Array.from(form.elements).filter((field) => field.type === "hidden" && field.name !== "nonce");
    return [form.getAttribute("action"), button.value].concat(about.map((field) => field.name + " " + field.value)).join("\n");
  }

  /** The rows of a list, from the one that holds an element on and then backwards. */
  function rowsFrom(element) {
    const row = element.closest("li");
    if (!row) return [];
    const all = Array.from(row.parentNode.children);
    const at = all.indexOf(row);
    return all.slice(0, at).reduceRight((some, one) => some.concat(one), all.slice(at));
  }

  /** What the focus moves to: the nearest row that is still there, its list's heading, the card, the page's heading. */
  function beside(rows, part) {
    const row = rows.find((one) => part.contains(one));
    if (row) return row.querySelector("summary") || row;
    const list = rows.length > 0 && rows[0].dataset.id ? rows[0].dataset.id.split("-")[0] : "";
    const heading = list && part.querySelector("#" + CSS.escape(list) + "-title");
    return heading || part.querySelector("article.card") || part.querySelector("h1") || part;
  }

  function patch(older, newer, isAnswer) {
    for (const details of older.querySelectorAll("details[open]")) {
      const same = details.id && newer.querySelector("#" + CSS.escape(details.id));
      if (same) same.open = true;
    }
    patchElement(older, newer, isAnswer);
  }

  function patchElement(older, newer, isAnswer) {
    // Its fields may have to be sent once more as they were.
    if (older.dataset && older.dataset.sent) return;
    const isKept = isFieldOfEdited(older);
    const wasDefault = older.matches("input") && older.checked === older.defaultChecked;
    patchAttributes(older, newer, isKept);
    if (older.matches("input") && !isKept) {
      if (wasDefault) older.checked = newer.checked;
      if (older.type !== "checkbox" && older.type !== "radio") older.value = newer.value;
    }
    if (older.matches("select") && document.activeElement === older) return;
    const chosen = older.matches("select") ? older.value : null;
    patchChildren(older, newer, isAnswer);
    if (chosen !== null) older.value = isKept ? chosen : newer.value;
  }

  function patchAttributes(older, newer, isKept) {
    for (const { name } of Array.from(older.attributes)) {
      if (!newer.hasAttribute(name) && !OWN.includes(name)) older.removeAttribute(name);
    }
    for (const { name, value } of Array.from(newer.attributes)) {
      const isFilledIn = isKept && (name === "value" || name === "checked");
      if (!isFilledIn && older.getAttribute(name) !== value) older.setAttribute(name, value);
    }
  }

  function patchChildren(older, newer, isAnswer) {
    const known = new Map();
    for (const child of older.children) if (nameOf(child)) known.set(nameOf(child), child);
    let at = older.firstChild;
    for (const child of Array.from(newer.childNodes)) {
      const same = sameAs(child, at, known);
      if (!same) {
        older.insertBefore(document.importNode(child, true), at);
      } else {
        if (same !== at) bring(older, same, at);
        if (same.nodeType === Node.ELEMENT_NODE) patchElement(same, child, isAnswer);
        else if (same.data !== child.data) same.data = child.data;
        at = same.nextSibling;
      }
    }
    while (at) {
      const next = at.nextSibling;
      drop(at, isAnswer);
      at = next;
    }
  }

  /** The name by which an element is known among its siblings. */
  function nameOf(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    if (node.nodeName === "OPTION") return "option " + node.value;
    if (node.nodeName === "INPUT" && !node.id) return "input " + node.name + " " + (node.type === "checkbox" ? node.value : "");
    return node.id || node.dataset.id || node.dataset.call || "";
  }

  function kindOf(node) {
    return node.nodeName + " " + ((node.classList && node.classList[0]) || "");
  }

  /** The older node that a newer one continues. */
  function sameAs(newer, at, known) {
    const name = nameOf(newer);
    if (name) {
      const same = known.get(name);
      known.delete(name);
      return same && same.nodeName === newer.nodeName ? same : null;
    }
    const isSame = (node) => !nameOf(node) && kindOf(node) === kindOf(newer);
    if (newer.nodeType !== Node.ELEMENT_NODE) return at && isSame(at) ? at : null;
    let node = at;
    while (node && !isSame(node)) node = node.nextSibling;
    return node;
  }

  /** Brings a node to a place. A node with the focus would lose it on the way, so the others are moved behind it. */
  function bring(parent, node, at) {
    if (!node.contains(document.activeElement)) {
      parent.insertBefore(node, at);
      return;
    }
    while (at !== node) {
      const next = at.nextSibling;
      parent.insertBefore(at, node.nextSibling);
      at = next;
    }
  }

  /** Removes what the newer page has no more; but not what the reader is filling in, nor a message not yet acted on. */
  function drop(node, isAnswer) {
    const isElement = node.nodeType === Node.ELEMENT_NODE;
    if (isElement && node.matches("[role=alert]") && !isAnswer) return;
    if (!isElement || !holdsEdited(node)) {
      node.remove();
    } else if (!edited.has(node)) {
      for (const child of Array.from(node.childNodes)) if (child.nodeName !== "SUMMARY") drop(child, isAnswer);
    }
  }

  function isFieldOfEdited(node) {
    return node.matches("input:not([type=hidden]), select, textarea, option") && edited.has(node.closest("form"));
  }

  function holdsEdited(node) {
    return Array.from(node.querySelectorAll("form[data-keep]")).concat(node).some((form) => edited.has(form));
  }

  // What the reader has touched is half filled in until it is sent or its panel is closed.
  for (const kind of ["change", "input"]) {
    document.addEventListener(kind, (event) => {
      const form = event.target.closest("form[data-keep]");
      if (form) edited.add(form);
    });
  }

  function forget(form) {
    edited.delete(form);
  }

  function down() {
    isDown = true;
    clearTimeout(release);
    release = setTimeout(up, PRESS_MOST);
  }

  function up() {
    isDown = false;
    clearTimeout(release);
    apply();
  }

  /** The click that belongs to a press comes after it; of a finger later than of a mouse. */
  function upAfter(milliseconds) {
    if (!isDown) return;
    clearTimeout(release);
    release = setTimeout(up, milliseconds);
  }

  const isPressing = (event) => (event.key === " " || event.key === "Enter") && event.target.closest("button, summary, a");
  document.addEventListener("mousedown", down, true);
  document.addEventListener("touchstart", down, { capture: true, passive: true });
  // A key that is held says so again and again, and is still one press.
  document.addEventListener("keydown", (event) => { if (!event.repeat && isPressing(event)) down(); }, true);
  window.addEventListener("mouseup", () => upAfter(0), true);
  window.addEventListener("touchend", () => upAfter(80), true);
  window.addEventListener("touchcancel", () => upAfter(0), true);
  window.addEventListener("keyup", () => upAfter(0), true);
  window.addEventListener("blur", () => upAfter(0));

  return { take, change, forget, meaning, count: () => taken };
})();
