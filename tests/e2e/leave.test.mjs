// "Snel weg": away at once, and nothing of the visit to come back to.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./harness.mjs";
import { addresses, walkHistory } from "./history.mjs";
import {
  advice, begin, forward, heading, householdAdvice, kept, NEUTRAL, press, ready, stubNeutral,
  toDanger,
} from "./visit.mjs";

after(close);

const leave = (page) => page.getByRole("link", { name: "Snel weg van deze pagina" });

/** What only a page says where something was answered. */
const visited = /Hier kunt u terecht|Iemand spreken|Bent u nu in gevaar|Schoonmaken|Vraag \d/;

/** Waits for the neutral page; it was asked for, and nothing else outside was. */
async function isAway(page, guard) {
  await heading(page, "Neutraal").waitFor();
  await page.waitForLoadState();
  assert.deepEqual([...new Set(guard.foreign)], [NEUTRAL]);
  assert.deepEqual(guard.errors, []);
}

/** What the page says that stands there now, once it has loaded. */
async function said(page) {
  await page.waitForLoadState("domcontentloaded");
  return page.locator("body").innerText();
}


async function nothingLeft(page, origin) {
  for (const { url, text, chosen, kept } of await walkHistory(page)) {
    if (!url.startsWith(origin)) continue;
    assert.doesNotMatch(text, visited, url);
    assert.equal(chosen, 0, "a choice is left");
    assert.equal(kept, "", "answers are left");
  }
}

test("by a press, at the first screen", async () => {
  const { page, context, guard, origin } = await begin();
  await stubNeutral(context);
  await leave(page).click();
  await isAway(page, guard);
  await nothingLeft(page, origin);
});

test("by a press, from the lines for danger: Back shows nothing of it", async () => {
  const { page, context, guard, origin } = await begin();
  await stubNeutral(context);
  await toDanger(page);
  await leave(page).click();
  await isAway(page, guard);
  await nothingLeft(page, origin);
});

test("from deep in a visit: no entry of the visit is left, back or forward", async () => {
  const { page, context, guard } = await begin();
  await stubNeutral(context);
  await householdAdvice(page);
  await leave(page).click();
  await isAway(page, guard);
  const urls = await addresses(page);
  assert.deepEqual(urls.filter((url) => url.includes("/arnhem/")), [], "the history leads to the visit");
});

test("by three presses of Shift, which are counted on the page", async () => {
  const { page, context, guard, origin } = await begin();
  await stubNeutral(context);
  await householdAdvice(page);
  const hint = page.locator("#leave-hint[role=status]");
  await page.keyboard.press("Shift");
  await hint.getByText("Druk nog 2 keer op Shift om snel weg te gaan.").waitFor();
  await page.keyboard.press("Shift");
  await hint.getByText("Druk nog 1 keer op Shift om snel weg te gaan.").waitFor();
  await page.keyboard.press("Shift");
  await isAway(page, guard);
  await nothingLeft(page, origin);
});

test("capitals do not count as presses of Shift", async () => {
  const { page, guard } = await begin();
  for (const letter of ["A", "B", "C", "D"]) await page.keyboard.press(`Shift+${letter}`);
  await page.keyboard.press("Shift");
  await page.getByText("Druk nog 2 keer op Shift").waitFor();
  guard.check();
});

test("on the other pages: also there it leads away", async () => {
  for (const path of ["/", "/arnhem/overzicht/", "/privacy/", "/nergens/"]) {
    const { page, context, guard, origin } = await open();
    await context.route("https://**", (route) => route.fulfill({ contentType: "text/html", body: "<h1>Neutraal</h1>" }));
    await page.goto(path);
    await leave(page).click();
    await heading(page, "Neutraal").waitFor();
    assert.equal(new Set(guard.foreign).size, 1, path);
    assert.ok(!(await addresses(page)).includes(origin + path), `Back leads to ${path}`);
    await context.close();
  }
});

test("before the app has arrived, and if it never does", async () => {
  const { page, context, guard } = await open();
  await stubNeutral(context);
  await context.route(/\.wasm$/, () => {});
  await page.goto("/arnhem/", { waitUntil: "domcontentloaded" });
  assert.equal(await page.locator("html[data-ready]").count(), 0);
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  await isAway(page, guard);
});

test("after a reload deep in a visit", async () => {
  const { page, context, guard, origin } = await begin();
  await stubNeutral(context);
  await householdAdvice(page);
  await page.reload();
  await ready(page);
  await leave(page).click();
  await isAway(page, guard);
  await nothingLeft(page, origin);
});

test("from the overview after a visit: the page that the browser kept shows nothing", async () => {
  const { page, context, guard, origin } = await begin();
  await stubNeutral(context);
  await householdAdvice(page);
  await page.locator("main").getByRole("button", { name: "Ik wil iemand spreken" }).click();
  await page.locator("main").getByRole("link", { name: "Alle teams en nummers per wijk" }).click();
  await heading(page, "Alle hulp in Arnhem, per wijk").waitFor();
  await leave(page).click();
  await isAway(page, guard);
  await nothingLeft(page, origin);
});

test("after the page was opened anew by its name", async () => {
  const { page, context, guard, origin } = await begin();
  await stubNeutral(context);
  await householdAdvice(page);
  await Promise.all([page.waitForEvent("load"), page.getByRole("link", { name: "Wijkdeur Arnhem" }).click()]);
  await ready(page);
  await leave(page).click();
  await isAway(page, guard);
  await nothingLeft(page, origin);
});

test("offline: a neutral page of our own, also after Forward and a reload online", async () => {
  const { page, context } = await begin();
  await householdAdvice(page);
  await context.setOffline(true);
  await leave(page).click();
  await heading(page, "Geen verbinding").waitFor();
  assert.doesNotMatch(await page.title(), /Wijkdeur|Stap/);
  assert.equal(await page.locator("main").count(), 0);
  assert.equal(await kept(page), "");
  await forward(page);
  assert.doesNotMatch(await said(page), new RegExp(advice));
  await context.setOffline(false);
  await page.goto("/arnhem/");
  await ready(page);
  assert.equal(await kept(page), "", "Forward brought the answers back");
  await heading(page, "Waar wilt u hulp bij?").waitFor();
});

test("offline at the first screen", async () => {
  const { page, context } = await begin();
  await context.setOffline(true);
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  await heading(page, "Geen verbinding").waitFor();
  assert.equal(await kept(page), "");
});
