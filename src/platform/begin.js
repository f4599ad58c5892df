// How the program of the visit begins: part of the script that wasm-bindgen wrote
// (tools/publish.sh), whose `__wbg_init` it calls. The program calls what is here by its name
// (platform/scripts.rs). It brings what a visit does not begin with, gives it what the program
// gives, and says so if it cannot be had.

import { bring } from "./bring.js";

const page = document.documentElement.dataset;
/** What the program gives (view/app.rs). */
const visit = { text, contact, danger, kept };
/** The program of a request (view/request.rs), once it is there. */
let request;
/** What is to be taken along as soon as that can be. */
let asked;

page.begun = "true";

/** Says that it does not work; the guard (start.js) may come later. */
function fail() {
  page.failed = "true";
  dispatchEvent(new Event("wijkdeur-failed"));
}

/** Says in a place, if it is there, that something is lost, or nothing. */
function say(place, lost) {
  const said = document.querySelector(place);
  if (said) said.textContent = lost ? said.dataset.lost : "";
}

/** Brings what takes something along; what was asked for last is taken, once. */
function take(name) {
  if (name) say("#taken");
  asked = name || asked;
  bring("take", visit).then((its) => {
    if (asked) its.take(asked);
    asked = "";
  }).catch(() => {
    // What comes before anybody asked for it is missed by nobody.
    if (asked) say("#taken", true);
    asked = "";
  });
}

/** Lets the program of a request show where it is to be. */
function ask() {
  const status = "#request [role=status]";
  if (request) return request.show();
  say(status);
  bring("request", visit).then((its) => {
    request = its;
    request.show();
  }).catch(() => {
    say(status, true);
    for (const again of document.querySelectorAll("[data-again]")) again.hidden = false;
  });
}

function forgotten() {
  request?.forget();
}

function endangered() {
  request?.danger();
}

// No visit without "Snel weg": it is there before anything is asked, and gave the page its
// name (tab.js). An empty file in its place did not.
import("./leave.js")
  .then(() => {
    if (!history.state.page) throw 0;
    return page.failed || __wbg_init({ module_or_path: new URL("wijkdeur_bg.wasm", import.meta.url) });
  })
  .catch(fail);
