// Loads a page anew when its scripts fail, are not served, or die later. It stands in the page itself (see `page.rs`) and in
// the syntax of 2009, because a browser that can't parse the other scripts has to run it. `live.js` feeds it; a page that is
// not fed asks whether the server answers, and then loads itself.
(function () {
  var EACH = 5000;
  // Counted in steps and not by the clock: a machine that slept has not missed anything yet.
  var left = 4;
  var patience = 6;

  window.sportelloLives = function () { left = 12; };

  function isFilledIn() {
    var at = document.activeElement;
    if (!at || !/^(INPUT|SELECT|TEXTAREA)$/.test(at.nodeName)) return false;
    patience -= 1;
    return patience >= 0;
  }

  setInterval(function () {
    left -= 1;
    if (left > 0) return;
    left = 3;
    if (isFilledIn()) return;
    var page = document.getElementById("watch").getAttribute("data-page") || location.pathname + location.search;
    var question = new XMLHttpRequest();
    question.open("GET", page);
    question.addEventListener("load", function () { if (question.status < 500) location.replace(page); });
    question.send();
  }, EACH);
})();
