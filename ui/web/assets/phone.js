// The visitor's phone lives: it shows how the ticket stands now, and draws attention once when it is called.
"use strict";

(() => {
  let state = document.querySelector("main").dataset.state;
  const announcer = document.getElementById("announcer");
  // Each call in the house makes an event; the page is asked for only when something of this ticket is new.
  let newest = "";
  let shown = "";

  function settle(main) {
    if (main.dataset.state === "called" && state !== "called" && navigator.vibrate) navigator.vibrate([300, 150, 300]);
    if (main.dataset.state !== state) announcer.textContent = main.querySelector(".state h2")?.textContent || "";
    state = main.dataset.state;
    shown = newest;
  }

  function refresh() {
    // The question whether to leave is not replaced while the visitor answers it.
    Live.refresh(settle, () => (document.querySelector(".leave") ? [] : ["main"]));
  }

  // After the ticket's day the address is gone: the page then says so.
  Live.listen("ticket:" + document.querySelector("main").dataset.token, ({ last_call, ...ticket }) => {
    newest = JSON.stringify(ticket);
    if (newest === shown) return;
    if (ticket.state !== "waiting") Live.refresh(settle);
    else refresh();
  }, refresh);
})();
