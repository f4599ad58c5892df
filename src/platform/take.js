// What somebody takes along from a screen: its text, an appointment, a code with its
// address. Comes when there is something to take; the script of the visit (begin.js) calls it.
//
// Absent: reading aloud (aloud.js), printing, and any word in Dutch: what is said stands
// in the markup.

import { bring } from "./bring.js";
import { calendar } from "./calendar.js";

/** What the program of the visit gives (`view/app.rs`). */
let visit;
const ways = { copy, share, calendar: save, link };

/** Says what happened, in place of what was said before. */
function say(what) {
  document.querySelector("#by-hand")?.remove();
  const place = document.querySelector("#taken");
  if (place) place.textContent = place.dataset[what] ?? "";
}

// ---- the text, as the program says it

async function copy() {
  const copied = visit.text();
  try {
    await navigator.clipboard.writeText(copied);
    say("copied");
  } catch {
    byHand(copied);
  }
}

async function share() {
  const shared = visit.text();
  try {
    await navigator.share({ title: "Wijkdeur", text: shared });
  } catch ({ name }) {
    // Somebody thought better of it, or pressed twice.
    if (name !== "AbortError" && name !== "InvalidStateError") byHand(shared);
  }
}

/** Shows the text selected, for who must copy it themselves. */
function byHand(copied) {
  say("notCopied");
  const field = document.createElement("textarea");
  Object.assign(field, { id: "by-hand", readOnly: true, value: copied });
  field.className = "utrecht-textbox utrecht-textbox--html-input wd-textarea wd-screen-only";
  field.setAttribute("aria-labelledby", "taken");
  document.querySelector("#taken")?.after(field);
  field.focus();
  // Backward: a browser scrolls to where a selection ends.
  field.setSelectionRange(0, copied.length, "backward");
  field.scrollTop = 0;
}

// ---- an appointment

function save(number) {
  const itself = document.querySelector(`[data-starts][data-do="calendar ${number}"]`);
  const { dataset } = itself ?? document.querySelectorAll("[data-starts]")[number];
  const file = new Blob([calendar(dataset)], { type: "text/calendar;charset=utf-8" });
  const link = document.createElement("a");
  // The name says nothing of what is in it.
  Object.assign(link, { href: URL.createObjectURL(file), download: "wijkdeur.ics" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say("saved");
}

// ---- a code with the address

async function link() {
  const place = document.querySelector("#link");
  const { fragment, hint, label } = place.dataset;
  const address = `${location.origin}${location.pathname}#${fragment}`;
  const said = (text) =>
    Object.assign(document.createElement("p"), { className: "nl-paragraph", textContent: text });
  let code = [];
  try {
    const { correction, generate } = await bring("qr");
    code = [picture(generate(address, { minCorrectionLevel: correction.M }), label)];
  } catch {
    // No connection, or an address too long for a code: its text will do.
  }
  // The address is no link: to follow it would put what was advised into the history.
  place.replaceChildren(...(hint && code[0] ? [said(hint)] : []), ...code, said(address));
  if (code[0]) say("linked");
  else say("notLinked");
}

/** Dark on white with room around it, in any colour scheme: a camera needs that. */
function picture(code, label) {
  const make = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const room = 4;
  const size = code.size + 2 * room;
  let dots = "";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) dots += `M${x} ${y}h1v1h-1z`;
  }
  const svg = make("svg", {
    role: "img", "aria-label": label, width: 240, height: 240,
    viewBox: `${-room} ${-room} ${size} ${size}`, "shape-rendering": "crispEdges",
  });
  svg.append(
    make("rect", { x: -room, y: -room, width: size, height: size, fill: "#fff" }),
    make("path", { d: dots, fill: "#000" }),
  );
  return svg;
}

// ---- what was asked

/** Takes something along in a way; from a calendar, the how-many-th opening. */
export function take(what) {
  const [way, number] = what.split(" ");
  ways[way](number);
}

export default function (its) {
  visit = its;
  if (navigator.share) document.documentElement.dataset.share = "true";
}
