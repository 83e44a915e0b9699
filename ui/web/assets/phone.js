// The visitor's phone lives: it shows how the ticket stands now, and draws attention once when it is called.
"use strict";

(() => {
  let state = document.querySelector("main").dataset.state;
  const announcer = document.getElementById("announcer");

  function settle(main) {
    if (main.dataset.state === "called" && state !== "called" && navigator.vibrate) navigator.vibrate([300, 150, 300]);
    if (main.dataset.state !== state) announcer.textContent = main.querySelector(".state h2")?.textContent || "";
    state = main.dataset.state;
  }

  function refresh() {
    // Somebody who is deciding whether to leave is not interrupted.
    if (!document.querySelector(".leave")) Live.refresh(settle);
  }

  // After the ticket's day the address is gone: the page then says so.
  Live.listen("ticket:" + document.querySelector("main").dataset.token, (ticket) => {
    if (ticket.state !== "waiting" || !document.querySelector(".leave")) Live.refresh(settle);
  }, refresh);
})();
