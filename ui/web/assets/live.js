// What the living pages have in common: a clock that shows the site's time, a stream of events that comes back by itself,
// and taking over the newest page without a reload. Every page can be read without any of this.
"use strict";

const Live = (() => {
  const started = performance.now();
  const clock = document.getElementById("clock");
  const first = clock ? Number(clock.dataset.seconds) : 0;
  const pad = (n) => String(n).padStart(2, "0");

  /** The site's time as hh:mm: what the server told, and what has passed since. */
  function time() {
    const seconds = Math.floor(first + (performance.now() - started) / 1000) % 86400;
    return pad(Math.floor(seconds / 3600)) + ":" + pad(Math.floor(seconds / 60) % 60);
  }
  if (clock) {
    setInterval(() => { clock.textContent = time(); }, 1000);
  }

  const strip = document.getElementById("not-live");
  let late = 0;
  let lost = "";

  /** Says quietly that the page is not live, once the connection has been away for a while. */
  function connection(isThere) {
    if (isThere) {
      clearTimeout(late);
      late = 0;
      lost = "";
      if (strip) strip.hidden = true;
      document.documentElement.dataset.live = "yes";
    } else if (!late) {
      lost = time();
      document.documentElement.dataset.live = "no";
      late = setTimeout(() => {
        if (!strip) return;
        if (strip.dataset.words) strip.textContent = strip.dataset.words.replace("{time}", lost);
        strip.hidden = false;
      }, 4000);
    }
  }

  /** Listens to a topic. Browsers come back after a cut by themselves, but give up after some answers: then we do it, at
      growing distances. A stream that is silent for too long is dead, whatever the browser believes. */
  function listen(topic, hear, refused) {
    let source = null;
    let wait = 1000;
    let heard = performance.now();
    const alive = () => { heard = performance.now(); wait = 1000; connection(true); };
    const begin = () => {
      source = new EventSource("/api/v1/events?topic=" + encodeURIComponent(topic));
      heard = performance.now();
      source.addEventListener("open", alive);
      source.addEventListener("alive", alive);
      source.addEventListener(topic.split(":")[0], (event) => { alive(); hear(JSON.parse(event.data)); });
      source.addEventListener("error", () => {
        connection(false);
        if (source.readyState === EventSource.CLOSED) again();
      });
    };
    const again = () => {
      source.close();
      setTimeout(begin, wait + Math.random() * 500);
      wait = Math.min(wait * 2, 15000);
      if (refused) refused();
    };
    const anew = () => { source.close(); begin(); };
    window.addEventListener("online", () => { if (source.readyState !== EventSource.OPEN) anew(); });
    setInterval(() => {
      if (source.readyState !== EventSource.CLOSED && performance.now() - heard > 40000) { connection(false); anew(); }
    }, 5000);
    begin();
  }

  /** Takes over the newest state of this page: all within <main> or a part of it, and the title. */
  function take(text, after, part = "main") {
    const page = new DOMParser().parseFromString(text, "text/html");
    const newer = page.querySelector(part);
    const older = document.querySelector(part);
    if (!newer || !older) return false;
    const active = document.activeElement;
    const key = active && older.contains(active) ? active.dataset.verb || active.id : "";
    for (const details of older.querySelectorAll("details[open]")) {
      const same = newer.querySelector("#" + CSS.escape(details.id));
      if (same) same.open = true;
    }
    older.replaceWith(document.adoptNode(newer));
    document.title = page.title;
    if (key) {
      const same = newer.querySelector('[data-verb="' + CSS.escape(key) + '"], #' + CSS.escape(key));
      const next = same || newer.querySelector(".primary");
      if (next) next.focus({ preventScroll: true });
    }
    if (after) after(newer);
    return true;
  }

  let asked = 0;
  let busy = false;

  /** Asks for this page as it is now; several wishes while one is under way are one more. */
  async function refresh(after, part) {
    asked += 1;
    if (busy) return;
    busy = true;
    while (asked > 0) {
      asked = 0;
      try {
        const answer = await fetch(document.querySelector("main").dataset.refresh || location.pathname, { headers: { accept: "text/html" }, signal: AbortSignal.timeout(8000) });
        if (answer.redirected && new URL(answer.url).pathname === "/sign-in") { location.assign(answer.url); return; }
        take(await answer.text(), after, part);
      } catch (error) {
        connection(false);
      }
    }
    busy = false;
  }

  return { time, connection, listen, take, refresh };
})();
