// Starts the app. The page already shows its first screen: until the app is there,
// what somebody presses is remembered for it; if it never comes, the page says so
// and shows the numbers.

const root = document.documentElement;
const address = (id) => document.getElementById(id)?.href;
const ready = () => root.dataset.ready === "true";

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
