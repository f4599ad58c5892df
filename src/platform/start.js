// Starts the app. The page already shows its first screen: until the app is there,
// what somebody presses is remembered for it; if it never comes, the page says so
// and shows the numbers.

const root = document.documentElement;
const address = (id) => document.getElementById(id)?.href;
const ready = () => root.dataset.ready === "true";

// What somebody took along stands behind the `#`. It is taken off the address at once and
// kept for the app; the parts of the page itself stay.
function takeLink() {
  const text = location.hash.slice(1);
  if (!text || document.getElementById(text)) return;
  root.dataset.link = text;
  history.replaceState(history.state, "", location.pathname);
  dispatchEvent(new Event("wijkdeur-link"));
}
takeLink();
addEventListener("hashchange", takeLink);

addEventListener("submit", (event) => {
  if (ready()) return;
  event.preventDefault();
  root.dataset.pending = "submit";
});

addEventListener("click", (event) => {
  const control = event.target.closest?.("[data-do]");
  if (control && !ready()) root.dataset.pending = control.dataset.do;
});

function fail() {
  const failure = document.getElementById("failure");
  const main = document.querySelector("main");
  if (!failure || !main) return;
  main.replaceChildren(failure.content.cloneNode(true));
  root.dataset.failed = "true";
  main.querySelector("h1").focus();
  main.querySelector("button")?.addEventListener("click", () => location.reload());
}

addEventListener("wijkdeur-failed", fail);
addEventListener("error", (event) => { if (event.error instanceof WebAssembly.RuntimeError) fail(); });

if (address("app")) {
  try {
    const app = await import(address("app"));
    await app.default({ module_or_path: address("app-wasm") });
  } catch {
    fail();
  }
}
