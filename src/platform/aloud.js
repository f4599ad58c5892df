// Reads the screen aloud, line by line, with a voice of the device itself. One utterance
// for each line: so no text is cut off, and a pause can go on from its line.
//
// Absent: `speechSynthesis.pause`, which does nothing on Android, and anything that a
// screen reader would notice but the name of the button.

import { lines } from "./lines.js";

const root = document.documentElement;
const main = document.querySelector("main");
const button = document.querySelector("#aloud");
const label = button.querySelector("span");
const beginning = label.textContent;
const names = { ...button.dataset };

/** The voices to read with; the best is from the Netherlands. */
let voices;
const best = () => voices().find(({ lang }) => /nl$/i.test(lang)) ?? voices()[0];
/** The lines to read, none if nothing is read; and how far it is. */
let read = [];
let at = 0;
/** What is spoken at this moment; nothing during a pause. */
let spoken;

/** Shows the button; `find` gives the Dutch voices that the device has at that moment. */
export function show(find) {
  voices = find;
  button.hidden = false;
  begin();
}

/** What the screen says, then what its buttons are called, each name once. No address to
    copy: that is a row of letters. */
function toRead() {
  const seen = (element) => element.getClientRects().length && !element.closest("details:not([open])");
  const buttons = [...main.querySelectorAll("button")].filter(seen).flatMap((each) => lines(each));
  const first = ({ text }, nth) => buttons.findIndex((other) => other.text === text) === nth;
  return [...lines(main, "button, #link"), ...buttons.filter(first)];
}

/** Numbers to call: digit by digit, or a voice makes thousands of them. */
const NUMBER = /\b(?:11[23]|14[ -]?0\d{1,3}|0\d{1,3}[ -]?\d[\d ]{2,}\d)\b/g;
const inDigits = (number) => number.split(/[ -]/).map((part) => [...part].join(" ")).join(", ");

function speak() {
  // What has gone from the screen is not read.
  while (at < read.length && !read[at].element.getClientRects().length) at += 1;
  const voice = best();
  if (!voice) button.hidden = true;
  if (!voice || at === read.length) return stop();
  const { element, text } = read[at];
  const utterance = new SpeechSynthesisUtterance(text.replace(NUMBER, inDigits));
  Object.assign(utterance, { voice, lang: voice.lang });
  // Browsers also call these for what was cancelled.
  utterance.onend = () => { if (spoken === utterance) { at += 1; speak(); } };
  utterance.onerror = () => { if (spoken === utterance) stop(); };
  become(utterance, element, names.pause);
  speechSynthesis.speak(utterance);
}

/** What is spoken now, the line that is marked, and what the button is called. */
function become(utterance, element, name) {
  spoken = utterance;
  for (const old of document.querySelectorAll(".wd-spoken")) old.classList.remove("wd-spoken");
  element?.classList.add("wd-spoken");
  label.textContent = name;
  // While it reads, its button needs nobody's leave.
  if (names.do && !read.length) button.dataset.do = names.do;
  else delete button.dataset.do;
}

function pause() {
  become(undefined, read[at].element, names.resume);
  speechSynthesis.cancel();
}

function stop() {
  if (!read.length) return;
  [read, at] = [[], 0];
  become(undefined, undefined, beginning);
  speechSynthesis.cancel();
}

const newScreen = new MutationObserver(stop);

function start() {
  stop();
  read = toRead();
  // A screen that was just drawn is the one to read.
  newScreen.takeRecords();
  speak();
}

/** Begins if the app asked for it. */
function begin() {
  if (!root.dataset.aloud) return;
  delete root.dataset.aloud;
  start();
}

/** Begins to listen. */
export default function () {
  newScreen.observe(main, { childList: true });
  addEventListener("wijkdeur-aloud", begin);
  addEventListener("pagehide", stop);
  document.addEventListener("visibilitychange", () => { if (document.hidden) stop(); });
  button.addEventListener("click", () => {
    // With the app there, it is asked first: after danger somebody might listen in.
    if (button.dataset.do && !root.dataset.failed) return;
    if (spoken) pause();
    else if (read.length) speak();
    else start();
  });
}
