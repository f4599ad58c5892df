// "Snel weg": leaves at once, whatever else on the page works or not. That is why
// it is not part of the app: it must work before the app arrives and if it never does.
//
// In order: be silent; blank the page; forget the answers; go to the first entry of the visit
// and replace that by a neutral page of our own, which opens the neutral address. The
// entries after it vanish, and nothing before it points here.

import "./tab.js";

const link = document.querySelector("#leave");

/** Where the site stands: this file lies two folders below. */
const site = new URL("../../", import.meta.url);

let left = false;

// First in line, before the app: it must not draw an earlier screen again.
addEventListener("popstate", (event) => {
  if (!left) return;
  event.stopImmediatePropagation();
  // In a task of its own: until this event is over Firefox does not replace the entry of a
  // page that is not stored, but adds one behind it.
  setTimeout(open);
});

function leave() {
  globalThis.speechSynthesis?.cancel();
  document.title = "Nieuwe pagina";
  document.body.replaceChildren();
  try {
    sessionStorage.clear();
    if (navigator.onLine) sessionStorage.setItem("to", link.href);
  } catch {
    // Nothing was kept, so there is nothing to forget.
  }
  // Every entry of ours in a row, where the browser tells; else those of this page.
  const entries = globalThis.navigation?.currentEntry?.index ?? history.state?.entry ?? 0;
  if (entries === 0) {
    open();
    return;
  }
  left = true;
  setTimeout(open, 500);
  history.go(-entries);
}

function open() {
  if (navigator.onLine) {
    location.replace(new URL("weg/", site));
    return;
  }
  // A new document in its place: nothing of the app listens any more.
  history.replaceState(null, "", site);
  document.open();
  document.write(`<!doctype html><html lang="nl"><title>Nieuwe pagina</title>
    <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
    <h1>Geen verbinding</h1><p>Er is nu geen internet. Probeer het later nog een keer.</p>`);
  document.close();
}

addEventListener("click", (event) => {
  if (!event.target.closest?.("#leave, [data-do=leave]")) return;
  event.preventDefault();
  leave();
});

// A page of the visit that comes back while leaving leaves as well.
function leaving() {
  try {
    return sessionStorage.getItem("to") !== null;
  } catch {
    return false;
  }
}
if (leaving()) open();

// A page the browser kept whole may hold answers that were wiped on another page.
addEventListener("pageshow", (event) => {
  if (leaving()) open();
  else if (event.persisted && !remembers()) {
    document.body.replaceChildren();
    location.reload();
  }
});

function remembers() {
  try {
    return sessionStorage.length > 0;
  } catch {
    return false;
  }
}

// Three short taps of Shift, close together and with nothing in between. A screen reader has
// keys with Shift, of which the page hears Shift alone: but those move where it reads, which
// the page does hear. Whoever wants none of it turns it off in "Hulp".

const TAPS = 3;
/** The longest that a tap takes, and the longest until the next, in milliseconds. */
const TAP = 150;
const GAP = 300;
const OFF = "shift";

const hint = document.querySelector("#leave-hint");
const choice = document.querySelector("[data-do=shift]");
let taps = 0;
/** When Shift was pressed, if nothing else was since; and when it was let go. */
let down;
let up = 0;

let off = false;
try {
  off = sessionStorage.getItem(OFF) !== null;
} catch {
  // It is on again on the next page.
}

function nothing() {
  [taps, down] = [0, undefined];
}
for (const other of ["pointerdown", "wheel", "blur", "selectstart", "selectionchange"]) {
  addEventListener(other, nothing, true);
}

addEventListener("keydown", (event) => {
  const { key, repeat, ctrlKey, altKey, metaKey, timeStamp } = event;
  if (key !== "Shift" || ctrlKey || altKey || metaKey) return nothing();
  if (repeat) return;
  if (timeStamp - up > GAP) taps = 0;
  down = timeStamp;
});
addEventListener("keyup", ({ key, timeStamp }) => {
  if (!link || off || key !== "Shift") return;
  if (down === undefined || timeStamp - down > TAP) return nothing();
  [down, up] = [undefined, timeStamp];
  taps += 1;
  if (taps === TAPS) return leave();
  // Who tapped too slowly learns how it is done.
  if (taps === TAPS - 1) setTimeout(() => say(hint.dataset.how), GAP);
});

function say(what) {
  hint.textContent = what;
  setTimeout(() => { if (hint.textContent === what) hint.textContent = ""; }, 6000);
}

function name() {
  if (choice) choice.textContent = off ? choice.dataset.on : choice.dataset.off;
}
name();
choice?.addEventListener("click", () => {
  off = !off;
  name();
  say(off ? hint.dataset.off : hint.dataset.on);
  try {
    if (off) sessionStorage.setItem(OFF, "");
    else sessionStorage.removeItem(OFF);
  } catch {
    // It holds for this page.
  }
});
