// The board lives: it takes over its newest page at every event, shows each new call in the band for its own time with one
// chime, and turns over the rows that do not fit. Nothing chimes that is not in the band at that moment.
//
// A call is new to this page when its count is above the last one it saw of the same day. A connection that was lost neither
// loses a call nor repeats one, and a day that is counted anew (midnight, another data folder, a restored one) is noticed.
// No syntax and no feature that is younger than Chromium 68 and Safari 12: televisions keep their browsers for ten years.
"use strict";

(() => {
  const root = document.documentElement;
  /** How long a call stands in the band while others wait for their turn, and while more than so many do. */
  const BAND = 6000;
  const BAND_OF_MANY = 3000;
  const MANY = 5;
  /** For how long a call is new. */
  const NEW = 20000;
  /** The least time between two chimes. */
  const CHIME_GAP = 1200;
  /** Two falling tones for a call. */
  const CHIME = [{ tone: 660 }, { tone: 523.25, at: 0.32 }];
  /** The same as in `page.rs`. */
  const FEW = 7;
  const CROWD_ROWS = 12;
  const NEXT_ROWS = 9;

  const XLINK = "http://www.w3.org/1999/xlink";

  const isSmall = window.matchMedia("(max-width: 700px)");
  const isUpright = window.matchMedia("(max-aspect-ratio: 1/1)");

  const main = () => document.querySelector("main");
  const rows = () => Array.from(document.querySelectorAll(".called"));
  const rowOf = (number) => rows().find((row) => row.dataset.id === number);
  const isAwaited = (row) => Boolean(row) && row.dataset.stage === "awaited";

  let since = main().dataset.since;
  let seen = Number(main().dataset.lastCall);
  let chimes = 0;
  let chimedAt = -CHIME_GAP;
  /** The numbers whose calls were not in the band yet, oldest first. */
  let queue = [];
  let band = "";
  let bandUntil = 0;
  /** The number and the call that the band's element was made for. */
  let drawn = "";
  /** Until when each number is new. */
  const newUntil = new Map();
  /** The numbers in their places on all pages; an empty place was left while the pages turned. */
  let places = [];
  let page = 0;
  let nextPage = 0;
  let pageUntil = 0;

  /** Notices which calls this page has not seen. */
  function notice() {
    const { since: day, lastCall } = main().dataset;
    if (day !== since || Number(lastCall) < seen) seen = 0;
    const fresh = rows().filter((row) => isAwaited(row) && Number(row.dataset.call) > seen);
    since = day;
    seen = Number(lastCall);
    root.dataset.lastCall = lastCall;
    const numbers = fresh.sort((a, b) => a.dataset.call - b.dataset.call).map((row) => row.dataset.id);
    queue = queue.filter((number) => !numbers.includes(number)).concat(numbers);
  }

  /** What the band shows now. A call that was taken back leaves at once; one whose visitor has come needs no turn. */
  function turnBand(now) {
    queue = queue.filter((number) => isAwaited(rowOf(number)));
    const isOver = now >= bandUntil || !rowOf(band);
    if (isOver && queue.length > 0 && now - chimedAt >= CHIME_GAP) {
      band = queue.shift();
      bandUntil = now + (queue.length > MANY ? BAND_OF_MANY : BAND);
      newUntil.set(band, now + NEW);
      chimes += 1;
      chimedAt = now;
      root.dataset.chimes = String(chimes);
      Sound.play(CHIME);
    } else if (isOver) {
      band = rows().length > 0 ? rows()[0].dataset.id : "";
    }
  }

  /** A number keeps its place until the pages have turned once, so that a reader who waits for the next page misses none. */
  function place(numbers, isTurned) {
    const isOnePage = numbers.length <= CROWD_ROWS && places.length <= CROWD_ROWS;
    if (isOnePage || isTurned) return numbers;
    const kept = places.map((number) => (numbers.includes(number) ? number : ""));
    while (kept.length > 0 && kept[kept.length - 1] === "") kept.pop();
    return kept.concat(numbers.filter((number) => !kept.includes(number)));
  }

  const pagesOf = (count, most) => Math.max(1, Math.ceil(count / most));

  /** Turns the pages when theirs has stood long enough. */
  function turnPages(now) {
    const numbers = rows().map((row) => row.dataset.id);
    const isCrowd = numbers.length > FEW && !isSmall.matches;
    const isDue = now >= pageUntil;
    if (isDue) {
      pageUntil = now + Number(main().dataset.pageSeconds) * 1000;
      page += 1;
      nextPage += 1;
    }
    const isTurned = page >= pagesOf(places.length, CROWD_ROWS);
    if (isTurned) page = 0;
    places = isCrowd ? place(numbers, isTurned) : numbers.filter((number) => number !== band);
    page = Math.min(page, pagesOf(places.length, CROWD_ROWS) - 1);
    return isCrowd;
  }

  function draw(now) {
    const isCrowd = turnPages(now);
    const pages = isSmall.matches ? 1 : pagesOf(places.length, CROWD_ROWS);
    const column = !isCrowd ? FEW : isUpright.matches ? CROWD_ROWS : CROWD_ROWS / 2;
    for (const row of rows()) {
      const at = places.indexOf(row.dataset.id);
      const spot = at - page * CROWD_ROWS;
      const isOff = at < 0 || (!isSmall.matches && (spot < 0 || spot >= CROWD_ROWS));
      row.classList.toggle("off", isOff);
      row.style.gridArea = isOff || isSmall.matches ? "" : spot % column + 1 + " / " + (Math.floor(spot / column) + 1);
      mark(row, now);
    }
    const calls = document.querySelector(".calls");
    calls.classList.toggle("crowd", isCrowd);
    say("turn", page, pages);
    const captions = document.querySelector(".captions");
    if (captions) captions.classList.toggle("off", places.length === 0);
    drawBand();
    drawNext();
  }

  /** New or not, by shape and word. */
  function mark(row, now) {
    const isNew = isAwaited(row) && (queue.includes(row.dataset.id) || now < (newUntil.get(row.dataset.id) || 0));
    row.classList.toggle("new", isNew);
    row.querySelector("use").setAttributeNS(XLINK, "xlink:href", "#sign-" + (isNew ? "new" : row.dataset.stage));
    row.querySelector(".tag").textContent = isNew ? main().dataset.new : row.dataset.tag;
  }

  /** A call that comes into the band moves in; afterwards its element stays, so that nothing moves at the events of others. */
  function drawBand() {
    const older = document.querySelector(".newest");
    const row = rowOf(band);
    if (!older || !row) return;
    const call = band + " " + row.dataset.call;
    const element = call === drawn ? older : document.createElement("div");
    const name = row.className.replace(/\bcalled\b|\boff\b/g, "") + " call newest";
    if (element.className !== name) element.className = name;
    element.dataset.id = "band";
    element.dataset.number = band;
    element.dataset.call = row.dataset.call;
    if (element.innerHTML !== row.innerHTML) element.innerHTML = row.innerHTML;
    if (element !== older) older.parentNode.replaceChild(element, older);
    drawn = call;
  }

  function drawNext() {
    const queues = Array.from(document.querySelectorAll(".queue"));
    const pages = isSmall.matches ? 1 : pagesOf(queues.length, NEXT_ROWS);
    nextPage %= pages;
    queues.forEach((row, at) => row.classList.toggle("off", !isSmall.matches && Math.floor(at / NEXT_ROWS) !== nextPage));
    say("next-turn", nextPage, pages);
  }

  function say(id, at, pages) {
    const turn = document.querySelector('[data-id="' + id + '"]');
    if (turn) turn.textContent = pages > 1 ? at + 1 + "/" + pages : "";
  }

  function tick() {
    const now = performance.now();
    turnBand(now);
    draw(now);
  }

  function settle() {
    notice();
    tick();
  }

  function refresh() {
    Live.refresh(settle, () => [".board-bar", "main"]);
  }

  // What was called before the page was opened is old, but may be new to the room.
  for (const row of rows()) newUntil.set(row.dataset.id, performance.now() + NEW - Number(row.dataset.age) * 1000);
  root.dataset.lastCall = String(seen);
  root.dataset.chimes = "0";
  Sound.want();
  pageUntil = performance.now() + Number(main().dataset.pageSeconds) * 1000;
  tick();
  setInterval(tick, 250);
  Live.listen("board", refresh);
  // The date and the clock change without any event.
  setInterval(refresh, 60000);
})();
