// What the living pages have in common: a clock that shows the site's time, events that come back by themselves, and asking
// for the newest page, which `patch.js` takes over. Every page can be read without any of this, and loads itself anew when
// this fails (see `watch.js`). Written for browsers from 2018 on.
"use strict";

const Live = (() => {
  const root = document.documentElement;

  // The clock.

  const clock = document.getElementById("clock");
  let shownAt = performance.now();
  let first = clock ? Number(clock.dataset.seconds) : 0;
  const pad = (n) => String(n).padStart(2, "0");

  /** The site's time as hh:mm: that of the server, and the time since. */
  function time() {
    const seconds = Math.floor(first + (performance.now() - shownAt) / 1000) % 86400;
    return pad(Math.floor(seconds / 3600)) + ":" + pad(Math.floor(seconds / 60) % 60);
  }

  setInterval(() => {
    const shown = document.getElementById("clock");
    if (shown) shown.textContent = time();
  }, 1000);

  /** Sets the clock by a newer page: our own count stands still while a machine sleeps. */
  document.addEventListener("taken", (event) => {
    const newer = event.detail.getElementById("clock");
    if (!newer) return;
    first = Number(newer.dataset.seconds);
    shownAt = performance.now();
  });

  // Whether the page is live.

  const strip = document.getElementById("not-live");
  let late = 0;
  let lost = "";
  /** Whether the page is older than what was heard, because it could not be asked for or a script failed. */
  let isBehind = false;

  /** Says quietly that the page is not live, once the connection has been away for a while. */
  function connection(isThere) {
    if (isThere) {
      clearTimeout(late);
      late = 0;
      lost = "";
      if (strip && !strip.hidden) Patch.change(() => { strip.hidden = true; });
      root.dataset.live = "yes";
    } else if (!late) {
      lost = time();
      root.dataset.live = "no";
      late = setTimeout(() => {
        if (!strip) return;
        Patch.change(() => {
          if (!late) return;
          if (strip.dataset.words) strip.textContent = strip.dataset.words.replace("{time}", lost);
          strip.hidden = false;
        });
      }, 4000);
    }
  }

  function feed() {
    if (!isBehind && window.sportelloLives) window.sportelloLives();
  }

  /** Fetches an answer and its text within a time, with more options than browsers of 2018 know by themselves. */
  function ask(address, options, most) {
    const abort = typeof AbortController === "function" ? new AbortController() : null;
    const all = Object.assign({ credentials: "same-origin" }, options);
    if (abort) all.signal = abort.signal;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error("no answer in time"));
        if (abort) abort.abort();
      }, most);
      fetch(address, all)
        .then((answer) => answer.text().then((text) => ({ answer, text })))
        .then(resolve, reject)
        .then(() => clearTimeout(timer));
    });
  }

  // Events: by a stream, or by asking every few seconds.

  /** How many pages of one browser hold a stream: a browser opens six connections to a host and no more. */
  const STREAMS_MOST = 3;
  const SHARES = "sportello-streams";
  /** A page that has not said for so long that it lives has none any more; hidden pages say so each minute. */
  const SHARE_MOST = 90000;
  const me = Math.random().toString(36).slice(2);

  /** Who of this browser's pages holds a stream; nothing where that can't be shared. */
  function shares() {
    try {
      const list = JSON.parse(localStorage.getItem(SHARES) || "[]");
      return list.filter((one) => Math.abs(Date.now() - one.at) < SHARE_MOST);
    } catch (error) {
      return null;
    }
  }

  function setShares(list) {
    try {
      localStorage.setItem(SHARES, JSON.stringify(list));
    } catch (error) {
      // Then each page has a stream of its own.
    }
  }

  const isOther = (one) => one.id !== me;

  /** Whether this page may hold a stream. One that is seen takes it from one that is hidden. */
  function mayStream() {
    const all = shares();
    if (!all) return true;
    const others = all.filter(isOther);
    if (others.length >= STREAMS_MOST) {
      const hidden = document.hidden ? -1 : others.findIndex((one) => one.isHidden);
      if (hidden < 0) return false;
      others.splice(hidden, 1);
    }
    const own = all.find((one) => !isOther(one));
    const isNoted = own && own.isHidden === document.hidden && Date.now() - own.at < SHARE_MOST / 10;
    if (!isNoted) setShares(others.concat({ id: me, at: Date.now(), isHidden: document.hidden }));
    return true;
  }

  window.addEventListener("pagehide", () => setShares((shares() || []).filter(isOther)));

  /** How often a page without a stream asks, in milliseconds. */
  const ASK_EACH = 3000;
  /** A stream that is silent for so long is dead, whatever the browser believes. */
  const SILENT_MOST = 40000;
  /** How long a page waits before it tries again: at first, and at most. Many pages must not come back in one moment. */
  const WAIT_LEAST = 1000;
  const WAIT_MOST = 10000;
  /** A stream that lasted so long was well. */
  const HEALTHY = 20000;

  /** Waits that grow with each failure. */
  function backoff(least) {
    let wait = least;
    return {
      reset() { wait = least; },
      next() {
        const own = wait * (0.75 + Math.random() / 2);
        wait = Math.min(wait * 2, WAIT_MOST);
        return own;
      },
    };
  }

  /** Hears of each change of a topic. `refused` is called when its events are refused: then the page may tell why. Gives what
      stops it: there may be nothing to hear any more. */
  function listen(topic, hear, refused) {
    const kind = topic.split(":")[0];
    const address = "/api/v1/events?topic=" + encodeURIComponent(topic);
    const streams = backoff(WAIT_LEAST);
    const asks = backoff(ASK_EACH);
    let source = null;
    let heard = performance.now();
    let openedAt = Infinity;
    let known = "";
    let isAsking = false;
    let askAt = 0;
    let streamAt = 0;
    let isOver = false;
    // Counted on the page, so that a test can wait for an event instead of for time to pass.
    root.dataset.events = "0";

    function alive() {
      heard = performance.now();
      connection(true);
      feed();
    }

    function take(data) {
      const before = isBehind;
      known = data;
      isBehind = true;
      hear(JSON.parse(data));
      isBehind = before || busy;
      root.dataset.events = String(Number(root.dataset.events) + 1);
      alive();
    }

    function close() {
      if (source) source.close();
      source = null;
      root.dataset.by = "asking";
    }

    /** The stream has ended, or never began. */
    function lose() {
      const now = performance.now();
      if (now - openedAt >= HEALTHY) streams.reset();
      connection(false);
      close();
      streamAt = now + streams.next();
    }

    function open() {
      const opened = new EventSource(address);
      source = opened;
      heard = performance.now();
      openedAt = Infinity;
      root.dataset.by = "stream";
      opened.addEventListener("open", () => {
        openedAt = performance.now();
        alive();
      });
      opened.addEventListener("alive", alive);
      opened.addEventListener(kind, (event) => take(event.data));
      opened.addEventListener("error", () => {
        if (source !== opened) return;
        const isRefused = opened.readyState === EventSource.CLOSED;
        // A browser would come back by itself, all pages at once and every second.
        lose();
        if (isRefused && refused) refused();
      });
    }

    /** Asks for one event, as a page does that has no stream. */
    function askNow() {
      if (isAsking) return;
      isAsking = true;
      let isAnswered = false;
      ask(address + "&once=1", { headers: { accept: "text/event-stream" } }, 8000)
        .then(({ answer, text }) => {
          const data = /^data: ?(.*)$/m.exec(text);
          if (answer.ok && data) {
            isAnswered = true;
            asks.reset();
            if (data[1] === known) alive();
            else take(data[1]);
            return;
          }
          connection(false);
          if (answer.status < 500 && refused) refused();
        })
        .catch(() => { if (!isOver) connection(false); })
        .then(() => {
          isAsking = false;
          askAt = performance.now() + (isAnswered ? ASK_EACH : asks.next());
        });
    }

    function step() {
      if (isOver) return;
      const now = performance.now();
      const isAllowed = typeof EventSource === "function" && mayStream();
      if (source && !isAllowed) close();
      if (source && now - heard > SILENT_MOST && source.readyState !== EventSource.CLOSED) lose();
      if (!source && isAllowed && now >= streamAt) open();
      if (!source && now >= askAt) askNow();
    }

    root.dataset.by = "asking";
    step();
    setInterval(step, 1000);
    // Another page may have taken this page's stream over.
    window.addEventListener("storage", (event) => { if (event.key === SHARES) step(); });
    window.addEventListener("online", () => {
      if (source && source.readyState === EventSource.OPEN) return;
      close();
      streamAt = 0;
      askAt = 0;
      step();
    });
    // A page that was hidden may have missed changes, without a word from its stream.
    document.addEventListener("visibilitychange", () => {
      step();
      if (!document.hidden && !isOver) askNow();
    });

    return function stop() {
      isOver = true;
      close();
      connection(true);
      root.dataset.live = "over";
    };
  }

  // The newest page.

  /** What was wished last, until it is asked for. */
  let wish = null;
  let busy = false;
  let later = 0;

  /** Asks for this page as it is now; several wishes while one is under way are one more, and the last of them counts. What to
      take over is asked of `parts` only when the answer is there, because the reader may have begun to fill in a form
      meanwhile. */
  function refresh(after, parts) {
    clearTimeout(later);
    wish = { after, parts: parts || (() => ["main"]) };
    if (!busy) fulfil();
  }

  async function fulfil() {
    busy = true;
    isBehind = true;
    root.dataset.refresh = "busy";
    while (wish) {
      const mine = wish;
      wish = null;
      const before = Patch.count();
      try {
        const own = document.querySelector("main").dataset.refresh || location.pathname + location.search;
        const { answer, text } = await ask(own, { headers: { accept: "text/html" } }, 8000);
        if (answer.redirected && new URL(answer.url).pathname === "/sign-in") { location.assign(answer.url); return; }
        // The answer to a form came in between and is newer than this.
        if (Patch.count() !== before) wish = wish || mine;
        else if (!Patch.take(text, mine.after, mine.parts())) throw new Error(String(answer.status));
        else isBehind = Boolean(wish);
      } catch (error) {
        connection(false);
        later = setTimeout(() => { if (!busy) refresh(mine.after, mine.parts); }, 5000);
      }
    }
    busy = false;
    root.dataset.refresh = "idle";
    feed();
  }

  return { time, ask, connection, listen, refresh };
})();
