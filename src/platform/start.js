// The guard of the page. Until the program is there, what somebody presses is remembered for
// it; if it does not come, the numbers stand there: at once in place of the first screen if it
// cannot come, below it if it is only slow.
//
// Old, plain script, because it must run where nothing else does (ES5, and a test parses it as
// ES2015). It waits for no other file and no other file waits for it: it may come first, last
// or never.

(function () {
  var PATIENCE = 10000;
  var root = document.documentElement.dataset;
  var begun = false;
  var old = false;

  function find(id) { return document.getElementById(id); }
  function waiting() { return find("app") && !root.ready && !root.failed; }

  // What the program asks of a browser: modules, and WebAssembly that may hold things of the
  // page (externref) under a policy that allows no other code. Below that it is not tried.
  function able() {
    try {
      return "noModule" in HTMLScriptElement.prototype && Object.hasOwn &&
        new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]));
    } catch (error) {
      return false;
    }
  }

  // What somebody took along stands behind the `#`. It is taken off the address at once and
  // kept for the app; the parts of the page itself stay.
  function takeLink() {
    var text = location.hash.slice(1);
    if (!text || find(text)) return;
    root.link = text;
    history.replaceState(history.state, "", location.pathname);
    dispatchEvent(new Event("wijkdeur-link"));
  }

  function say(what) {
    var place = find("wait");
    if (place) place.textContent = place.getAttribute("data-" + what);
  }

  function keep(pressed) {
    root.pending = pressed;
    say("early");
  }

  /** Shows the numbers in a place, but for what does not belong there. */
  function numbers(place, without) {
    place.innerHTML = find("failure").innerHTML;
    [].forEach.call(place.querySelectorAll(without), function (part) { part.parentNode.removeChild(part); });
  }

  function main() { return document.querySelector("main"); }

  function fail() {
    var again;
    root.failed = "true";
    // A page that is still coming shows them when it is there.
    if (!find("failure")) return;
    numbers(main(), old ? ".wd-actions" : ".wd-old");
    main().querySelector("h1").focus();
    again = main().querySelector("button");
    if (again) again.onclick = function () { location.reload(); };
  }

  function late() {
    var style = document.querySelector("link[rel=stylesheet]");
    if (!waiting()) return;
    // A style sheet that hangs holds up the page and its scripts; one put there later does not.
    if (style && !style.sheet) style.parentNode.replaceChild(style.cloneNode(), style);
    numbers(main().appendChild(document.createElement("div")), "h1,.wd-actions,p:not(:last-child)");
    say("late");
  }

  function begin() {
    begun = true;
    old = !able();
    if (waiting() && !old) setTimeout(late, PATIENCE);
    else if (find("app") && !root.ready) fail();
    addEventListener("hashchange", takeLink);
    takeLink();
  }

  function look() {
    var state = document.readyState;
    if (state !== "loading" && !begun) begin();
    if (state === "complete" && waiting() && !root.begun) fail();
  }

  addEventListener("submit", function (event) {
    if (!waiting()) return;
    event.preventDefault();
    keep("submit");
  });
  addEventListener("click", function (event) {
    var control = waiting() && event.target.closest && event.target.closest("[data-do]");
    if (control) keep(control.getAttribute("data-do"));
  });
  addEventListener("wijkdeur-failed", fail);
  // The program stopped, or could not be fetched or read.
  addEventListener("error", function (event) {
    var app = find("app");
    var lost = app && !root.begun && (event.target === app || event.filename === app.src);
    if (lost || (event.error || 0).name === "RuntimeError") fail();
  }, true);
  document.addEventListener("readystatechange", look);
  look();
})();
