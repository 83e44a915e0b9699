// What the living pages have in common: a clock that shows the site's time, a stream of events that comes back by itself,
// and asking for the newest page, which `patch.js` takes over. Every page can be read without any of this.
"use strict";

const Live = (() => {
  let shownAt = performance.now();
  let first = Number(document.getElementById("clock")?.dataset.seconds || 0);
  const pad = (n) => String(n).padStart(2, "0");

  /** The site's time as hh:mm: that of the server, and the time since. */
  function time() {
    const seconds = Math.floor(first + (performance.now() - shownAt) / 1000) % 86400;
    return pad(Math.floor(seconds / 3600)) + ":" + pad(Math.floor(seconds / 60) % 60);
  }
  setInterval(() => {
    const clock = document.getElementById("clock");
    if (clock) clock.textContent = time();
  }, 1000);

  /** Sets the clock by a newer page: our own count stands still while a machine sleeps. */
  function setClock(page) {
    const clock = page.getElementById("clock");
    if (!clock) return;
    first = Number(clock.dataset.seconds);
    shownAt = performance.now();
  }

  document.addEventListener("taken", (event) => setClock(event.detail));

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
    // Counted on the page, so that a test can wait for an event instead of for time to pass.
    document.documentElement.dataset.events = "0";
    const alive = () => { heard = performance.now(); wait = 1000; connection(true); };
    const begin = () => {
      source = new EventSource("/api/v1/events?topic=" + encodeURIComponent(topic));
      heard = performance.now();
      source.addEventListener("open", alive);
      source.addEventListener("alive", alive);
      source.addEventListener(topic.split(":")[0], (event) => {
        alive();
        hear(JSON.parse(event.data));
        document.documentElement.dataset.events = String(Number(document.documentElement.dataset.events) + 1);
      });
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

  let asked = false;
  let busy = false;
  let later = 0;

  /** Asks for this page as it is now; several wishes while one is under way are one more. What to take over is asked of
      `parts` only when the answer is there, because the reader may have begun to fill in a form meanwhile. */
  async function refresh(after, parts = () => ["main"]) {
    asked = true;
    if (busy) return;
    busy = true;
    document.documentElement.dataset.refresh = "busy";
    while (asked) {
      asked = false;
      const before = Patch.count();
      try {
        const answer = await fetch(document.querySelector("main").dataset.refresh || location.pathname, { headers: { accept: "text/html" }, signal: AbortSignal.timeout(8000) });
        if (answer.redirected && new URL(answer.url).pathname === "/sign-in") { location.assign(answer.url); return; }
        const text = await answer.text();
        // The answer to a form came in between and is newer than this.
        if (Patch.count() !== before) asked = true;
        else if (!Patch.take(text, after, parts())) throw new Error(String(answer.status));
      } catch {
        connection(false);
        clearTimeout(later);
        later = setTimeout(() => refresh(after, parts), 5000);
      }
    }
    busy = false;
    document.documentElement.dataset.refresh = "idle";
  }

  return { time, connection, listen, refresh };
})();
