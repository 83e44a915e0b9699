// The workbench without reloads: sends the same forms in the background, listens to the desk's events, and maps keys to
// buttons. Without this file the page works with plain forms.
"use strict";

(() => {
  const announcer = document.getElementById("announcer");
  let said = "";
  let isTouched = false;

  function settle(main) {
    isTouched = false;
    const words = main.querySelector("[data-announce]")?.dataset.announce || "";
    if (words !== said) announcer.textContent = words;
    said = words;
    keys();
  }

  /** While the clerk fills in a form, only the strips and the lists of tickets are replaced. */
  function refresh() {
    Live.refresh((main) => { if (isChoosing()) keys(); else settle(main); }, () => (isChoosing() ? [".strips", ".others"] : ["main"]));
  }

  /** Scripts can't see whether a select is open, so one that has the focus counts as open. */
  function isChoosing() {
    return isTouched || document.activeElement?.matches("main form[data-keep] select");
  }

  document.addEventListener("click", (event) => {
    const box = event.target.closest("main summary")?.parentElement;
    if (box) requestAnimationFrame(() => { if (box.open) box.scrollIntoView({ block: "nearest" }); });
  });

  document.addEventListener("change", (event) => {
    if (event.target.closest("form[data-keep]")) isTouched = true;
  });

  // Closing the panel discards the unsent form.
  document.addEventListener("toggle", (event) => {
    if (!isTouched || event.target.open || !event.target.isConnected || !event.target.querySelector("form[data-keep]")) return;
    isTouched = false;
    refresh();
  }, true);

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.method !== "post" || !form.closest("main")) return;
    event.preventDefault();
    if (form.dataset.sent) return;
    form.dataset.sent = "yes";
    const button = event.submitter || form.querySelector("button");
    button.setAttribute("aria-busy", "true");
    try {
      const fields = new URLSearchParams(new FormData(form));
      if (button.name) fields.append(button.name, button.value);
      const answer = await fetch(form.action, { method: "POST", body: fields, signal: AbortSignal.timeout(14000) });
      if (new URL(answer.url).pathname === "/sign-in") { location.assign(answer.url); return; }
      const text = await answer.text();
      // The panel of a form that succeeded is closed; one with an error is open in the answer. An event may have brought a
      // newer page meanwhile, so the panel is looked up by its id.
      const box = document.getElementById(form.closest("details")?.id);
      if (box?.open) {
        box.querySelector("summary").focus({ preventScroll: true });
        box.open = false;
      }
      if (!Live.take(text, settle)) throw new Error(String(answer.status));
      Live.connection(true);
    } catch {
      // The form keeps its nonce: sent again, it is the same command.
      Live.connection(false);
      delete form.dataset.sent;
      button.removeAttribute("aria-busy");
    }
  });

  // Keys can be switched off: speech input or a slip of the hand may press one (WCAG 2.1.4).
  function areKeysOn() {
    return localStorage.getItem("sportello-keys") !== "off";
  }

  function keys() {
    const line = document.getElementById("keys");
    const box = document.getElementById("keys-on");
    if (!line || !box) return;
    line.hidden = false;
    box.checked = areKeysOn();
    document.body.classList.toggle("keys-on", box.checked);
    box.addEventListener("change", () => {
      localStorage.setItem("sportello-keys", box.checked ? "on" : "off");
      document.body.classList.toggle("keys-on", box.checked);
    });
  }

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping || !areKeysOn()) return;
    const button = document.querySelector('main [data-key="' + CSS.escape(event.key.toUpperCase()) + '"]');
    if (!button) return;
    event.preventDefault();
    button.focus({ preventScroll: true });
    button.click();
    if (button.matches("[open] > summary")) button.parentElement.querySelector("select")?.focus({ preventScroll: true });
  });

  said = document.querySelector("[data-announce]")?.dataset.announce || "";
  keys();
  Live.listen("desk:" + document.querySelector("main").dataset.desk, refresh, refresh);
  setInterval(refresh, 60000);
})();
