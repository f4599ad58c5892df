// "Snel weg": leaves at once, whatever else on the page works or not. That is why
// it is not part of the app: it must work before the app arrives and if it never does.
//
// In order: blank the page; forget the answers; go to the first entry of the visit
// and replace that by a neutral page of our own, which opens the neutral address. The
// entries after it vanish, and nothing before it points here.

const link = document.querySelector("#leave");
const hint = document.querySelector("#leave-hint");
const PRESSES = 3;
const WITHIN = 2000;

function leave() {
  document.title = "Nieuwe pagina";
  document.body.replaceChildren();
  try {
    sessionStorage.clear();
    sessionStorage.setItem("to", link.href);
  } catch {
    // Nothing was kept, so there is nothing to forget.
  }
  const entries = history.state?.entry ?? 0;
  if (entries === 0) {
    open();
    return;
  }
  // Whoever listens for a return to an earlier screen must not draw it again.
  addEventListener("popstate", (event) => { event.stopImmediatePropagation(); open(); }, { capture: true, once: true });
  setTimeout(open, 500);
  history.go(-entries);
}

function open() {
  if (navigator.onLine) {
    location.replace("/weg/");
    return;
  }
  history.replaceState(null, "", "/");
  const heading = document.createElement("h1");
  heading.textContent = "Geen verbinding";
  const text = document.createElement("p");
  text.textContent = "Er is nu geen internet. Probeer het later nog een keer.";
  document.body.replaceChildren(heading, text);
}

link?.addEventListener("click", (event) => { event.preventDefault(); leave(); });

// Shift three times. A Shift that helps to type a capital does not count.
let presses = [];
let alone = false;
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
