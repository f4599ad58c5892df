// How the program of the visit begins: part of the script that wasm-bindgen wrote
// (tools/publish.sh), whose `__wbg_init` it calls and whose `text` it gives to who asks. It also brings what a visit does not begin
// with, and says so if that cannot be had.

import { bring } from "./bring.js";

const page = document.documentElement.dataset;

page.begun = "true";
// The guard (start.js) may come later.
addEventListener("wijkdeur-failed", () => { page.failed = "true"; });

addEventListener("wijkdeur-load", async ({ detail: name }) => {
  const place = () => document.querySelector(name === "take" ? "#taken" : "#request [role=status]");
  const say = (text) => { if (place()) place().textContent = text; };
  say("");
  try {
    await bring(name, { text });
  } catch {
    // What comes before anybody asked for it is missed by nobody.
    if (name === "take" && !page.take) return;
    delete page.take;
    say(place()?.dataset.lost);
    for (const again of document.querySelectorAll("[data-again]")) again.hidden = false;
  }
});

// No visit without "Snel weg": it is there before anything is asked, and gave the page its
// name (tab.js). An empty file in its place did not.
import("./leave.js")
  .then(() => {
    if (!history.state.page) throw 0;
    return page.failed || __wbg_init({ module_or_path: new URL("wijkdeur_bg.wasm", import.meta.url) });
  })
  .catch(() => dispatchEvent(new Event("wijkdeur-failed")));
