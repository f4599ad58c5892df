// Walks through a visit as a resident does: by what is to be seen and to be pressed.

import assert from "node:assert/strict";
import { open } from "./harness.mjs";

/** Opens the page of the town in a context of its own, and waits until the app listens. */
export async function begin(options) {
  const opened = await open(options);
  await opened.page.goto("/voorbeeldstad/");
  await ready(opened.page);
  return opened;
}

/** Waits until the app has taken over from the page's own first screen. */
export async function ready(page) {
  await page.locator("html[data-ready=true]").waitFor();
}

export const heading = (page, name) => page.getByRole("heading", { level: 1, name });

/** Waits for the screen with this heading. */
export async function at(page, name) {
  await heading(page, name).waitFor();
}

/** One choice of the question on screen, by the words beside it. */
export function choice(page, name) {
  const named = { name, exact: true };
  return page.getByRole("checkbox", named).or(page.getByRole("radio", named));
}

/** Presses a button, also if it stands behind a line that opens. */
export async function press(page, name) {
  const folded = page.locator("main details:not([open])").filter({ has: page.locator("button", { hasText: name }) });
  while (await folded.count()) await folded.first().locator("summary").first().click();
  await page.getByRole("button", { name, exact: true }).click();
}

/** Opens every line that opens, to see all there is. */
export const unfold = (page) =>
  page.locator("main details:not([open])").evaluateAll((all) => all.forEach((each) => { each.open = true; }));

/** The button below the lines for danger: on to the next question, or to the advice. */
export const onward = (page) =>
  page.locator("main").getByRole("button", { name: /^Verder (met de vragen|naar mijn advies)$/ });

/** Answers the question with this heading. */
export async function answer(page, name, ...choices) {
  await at(page, name);
  for (const each of choices) await choice(page, each).check();
  await press(page, "Verder");
}

export async function givePostcode(page, postcode) {
  await at(page, "Wat is uw postcode?");
  await page.getByLabel("Wat is uw postcode?").fill(postcode);
  await press(page, "Verder");
}

/** Answers all of these, in order: `{ "Waar wilt u hulp bij?": ["Hulp in huis, hulpmiddelen, vervoer of parkeren"], .. }`. */
export async function answerAll(page, answers) {
  for (const [question, choices] of Object.entries(answers)) {
    await answer(page, question, ...[choices].flat());
  }
}

export const needs = "Waar wilt u hulp bij?";
export const advice = "Hier kunt u terecht";

/** The answers of somebody who can no longer clean the house. */
export const household = {
  [needs]: "Hulp in huis, hulpmiddelen, vervoer of parkeren",
  "Wat lukt niet meer in huis of buiten?": "Schoonmaken lukt niet meer",
  "Hoe lang hebt u hulp nodig?": "Langer dan een half jaar",
};

/** Walks to the advice about household help in a wijk of one team. */
export async function householdAdvice(page) {
  await answerAll(page, household);
  await givePostcode(page, "1230");
  await at(page, advice);
}

/** Walks to an advice after violence at home. */
export async function flaggedAdvice(page, postcode = "1230") {
  await answer(page, needs, "Huis, huur, energie, buren of geen slaapplek");
  await answer(page, "Wat speelt er met uw huis?", "Het is thuis niet veilig: iemand slaat of bedreigt");
  await onward(page).click();
  await answer(page, "Is er nu gevaar, of kan dat zo komen?", "Nee, nu niet");
  await answer(page, "Is er een kind in huis?", "Nee");
  await givePostcode(page, postcode);
  await at(page, advice);
}

/** Walks to the screen for danger with two taps. */
export async function toDanger(page) {
  await answer(page, needs, "Ik of een ander is niet veilig");
  await at(page, "Bent u nu in gevaar?");
}

/** Walks to the lines for who has no bed tonight, which is no secret; gives their heading. */
export async function toNoBed(page) {
  await answer(page, needs, "Huis, huur, energie, buren of geen slaapplek");
  await answer(page, "Wat speelt er met uw huis?", "Ik heb geen vaste plek om te wonen");
  await answer(page, "Bent u bang voor iemand, of is een kind dat?", "Nee");
  await answer(page, "Hebt u vannacht een plek om te slapen?", "Nee, vannacht niet");
  await onward(page).waitFor();
  return heading(page).innerText();
}

/** Back in the browser; a page that was kept whole never loads again, so wait for no load. */
export const back = (page) => page.goBack({ waitUntil: "commit" });
export const forward = (page) => page.goForward({ waitUntil: "commit" });

/** What the browser remembers for this tab. */
export const kept = (page) => page.evaluate(() => Object.values({ ...sessionStorage }).join("\n"));

/** Fails unless the focus is on this element. */
export async function focused(locator) {
  await locator.waitFor();
  const is = await locator.evaluate((element) => element === document.activeElement);
  assert.ok(is, `the focus is not on ${locator}`);
}

/**
 * In the page: its screen as elements, attributes and words, that of this HTML likewise, and
 * whether they are the same. Leptos' own marks and empty classes do not count.
 */
export function plain(html = "") {
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`)
      .filter((attribute) => attribute !== "class=").sort();
    const inside = [];
    for (const child of [...node.childNodes].flatMap(read)) {
      const last = inside.length - 1;
      if (typeof child === "string" && typeof inside[last] === "string") inside[last] += child;
      else if (child !== "") inside.push(child);
    }
    return [{ [node.localName]: attributes, inside }];
  };
  const written = new DOMParser().parseFromString(html, "text/html").body;
  const browser = [...document.querySelectorAll("main > .wd-screen")].flatMap(read);
  const host = [...written.childNodes].flatMap(read);
  return { browser, host, same: JSON.stringify(browser) === JSON.stringify(host) };
}

/** A stub of the neutral page outside, which a test must not really ask for. */
export const NEUTRAL = "https://nl.wikipedia.org/";
export async function stubNeutral(context) {
  const body = "<!doctype html><title>Neutraal</title><h1>Neutraal</h1>";
  await context.route(NEUTRAL, (route) => route.fulfill({ contentType: "text/html", body }));
}

/** The code of a party in a link: 40 bits of the FNV-1a sum of its name. */
export function code(id) {
  let sum = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(id)) {
    sum = ((sum ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  const mark = (at) => "0123456789abcdefghjkmnpqrstvwxyz"[Number((sum >> BigInt(5 * at)) & 31n)];
  return Array.from({ length: 8 }, (_, at) => mark(at)).join("");
}

/**
 * Taps Shift three times, until the page is gone: on a busy machine taps may come too far
 * apart, and then somebody would do it again. A page that is on its way to another is asked
 * nothing: it may never answer.
 */
export async function tapAway(page) {
  const before = page.url();
  for (let times = 0; times < 5; times += 1) {
    for (let tap = 0; tap < 3; tap += 1) await page.keyboard.press("Shift");
    for (let waited = 0; waited < 4_000; waited += 50) {
      if (page.url() !== before) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  assert.fail("it did not leave");
}
