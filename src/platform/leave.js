// "Snel weg": leaves at once, whatever else on the page works or not. That is why
// it is not part of the app: it must work before the app arrives and if it never does.
//
// In order: be silent; blank the page; forget the answers; go to the first entry of the visit
// and replace that by a neutral page of our own, which opens the neutral address. The
// entries after it vanish, and nothing before it points here.

const link = document.querySelector("#leave");
const hint = document.querySelector("#leave-hint");
const PRESSES = 3;
const WITHIN = 2000;

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
    location.replace("/weg/");
    return;
  }
  // A new document in its place: nothing of the app listens any more.
  history.replaceState(null, "", "/");
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

// Shift three times. A Shift that helps to type a capital does not count.
let presses = [];
let alone = false;

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

addEventListener("keydown", (event) => {
  alone = event.key === "Shift" && !event.repeat;
  if (!alone) presses = [];
});
addEventListener("keyup", (event) => {
  if (!link || event.key !== "Shift" || !alone) return;
  presses = [...presses.filter((at) => event.timeStamp - at < WITHIN), event.timeStamp];
  if (presses.length >= PRESSES) {
    leave();
    return;
  }
  hint.textContent = presses.length === 1 ? hint.dataset.one : hint.dataset.two;
  setTimeout(() => { if (event.timeStamp === presses.at(-1)) { presses = []; hint.textContent = ""; } }, WITHIN);
});
