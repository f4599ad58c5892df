// What the browser remembers: until the tab closes, for an hour, and never against
// the resident's will.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./harness.mjs";
import { addresses, walkHistory } from "./history.mjs";
import { advice, answer, at, back, begin, choice, focused, forward, givePostcode, heading, householdAdvice, kept, needs, press, ready } from "./visit.mjs";

after(close);

const HOUSE = "Wat lukt niet meer in huis?";
const HOUR = 60 * 60 * 1000;
const EXPIRED = "U was langer dan een uur weg. Daarom is alles gewist.";

async function forgetAll(page) {
  await page.getByText("Hulp", { exact: true }).click();
  await press(page, "Wis alles en begin opnieuw");
  await at(page, needs);
}

/** A visit of which the clock is in our hands. */
async function beginWithClock() {
  const opened = await open();
  await opened.page.clock.install({ time: new Date("2026-11-23T10:00:00Z") });
  await opened.page.goto("/arnhem/");
  await ready(opened.page);
  return opened;
}

/** A visit in a browser that refuses to keep anything. */
async function beginRefused() {
  const opened = await open();
  await opened.context.addInitScript(() => {
    Object.defineProperty(globalThis, "sessionStorage", {
      get() { throw new DOMException("denied", "SecurityError"); },
    });
  });
  await opened.page.goto("/arnhem/");
  await ready(opened.page);
  return opened;
}

test("a reload keeps the visit where it was, deep in the questions and on the advice", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, "Hulp krijgen in huis");
  await at(page, HOUSE);
  await page.reload();
  await at(page, HOUSE);
  await ready(page);
  assert.equal(await page.title(), "Stap 2 - Wijkdeur");
  await back(page);
  await at(page, needs);
  assert.ok(await choice(page, "Hulp krijgen in huis").isChecked());
  guard.check();
});

test("a reload keeps the advice", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  await page.reload();
  await at(page, advice);
  await page.getByText("6813").waitFor();
  guard.check();
});

test("a visit of less than an hour ago goes on", async () => {
  const { page, guard } = await beginWithClock();
  await householdAdvice(page);
  await page.clock.setSystemTime(new Date("2026-11-23T10:55:00Z"));
  await page.reload();
  await at(page, advice);
  guard.check();
});

/** A visit to the advice, opened again more than an hour later. */
async function anHourLater() {
  const opened = await beginWithClock();
  await householdAdvice(opened.page);
  await opened.page.clock.setSystemTime(new Date("2026-11-23T11:05:00Z"));
  await opened.page.reload();
  await ready(opened.page);
  await at(opened.page, needs);
  return opened;
}

test("a visit of more than an hour ago is wiped", async () => {
  const { page, guard } = await anHourLater();
  assert.equal(await page.getByRole("checkbox", { checked: true }).count(), 0);
  assert.equal(await kept(page), "", "the answers are still stored");
  guard.check();
});

test("a visit of more than an hour ago is wiped, and that is said", async () => {
  const { page, guard } = await anHourLater();
  await page.getByRole("status").getByText(EXPIRED).waitFor();
  guard.check();
});

test("an hour idle on the page itself: looking at it again shows nothing of it", async () => {
  const { page, guard } = await beginWithClock();
  await householdAdvice(page);
  await page.clock.setSystemTime(new Date("2026-11-23T11:05:00Z"));
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await at(page, needs);
  await page.getByRole("status").getByText(EXPIRED).waitFor();
  assert.equal(await kept(page), "");
  guard.check();
});

test("an hour idle with the page open on a library computer: it wipes itself", async () => {
  const { page, guard } = await beginWithClock();
  await householdAdvice(page);
  await page.clock.runFor(HOUR + 5 * 60 * 1000);
  await at(page, needs);
  assert.equal(await kept(page), "");
  guard.check();
});

test("blocked storage: the visit works from memory, and says so once", async () => {
  const { page, guard } = await beginRefused();
  const said = page.getByText("Deze browser onthoudt niets");
  await answer(page, needs, "Hulp krijgen in huis");
  await at(page, HOUSE);
  await said.waitFor();
  await answer(page, HOUSE, "Koken of boodschappen doen lukt niet meer");
  await at(page, "Wat is uw postcode?");
  assert.equal(await said.count(), 0, "it was said a second time");
  await givePostcode(page, "6813");
  await at(page, advice);
  await back(page);
  await at(page, "Wat is uw postcode?");
  guard.check();
});

test("blocked storage: the focus is on the new heading all the same", async () => {
  const { page, guard } = await beginRefused();
  await answer(page, needs, "Hulp krijgen in huis");
  await at(page, HOUSE);
  await page.getByText("Deze browser onthoudt niets").waitFor();
  await focused(heading(page, HOUSE));
  guard.check();
});

test("'Wis alles' wipes: nothing stored, nothing chosen, nothing to come back to", async () => {
  const { page, guard, origin } = await begin();
  await householdAdvice(page);
  await forgetAll(page);
  await page.getByRole("status").getByText("Alles is gewist.").waitFor();
  assert.equal(await kept(page), "");
  assert.equal(await page.getByRole("checkbox", { checked: true }).count(), 0);
  for (const { url, text, chosen, kept } of await walkHistory(page)) {
    if (!url.startsWith(origin)) continue;
    assert.match(text, new RegExp(needs.replace("?", "\\?")));
    assert.equal(chosen, 0);
    assert.equal(kept, "");
  }
  guard.check();
});

test("after 'Wis alles' the focus is on the first question", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, "Hulp krijgen in huis");
  await at(page, HOUSE);
  await forgetAll(page);
  await page.waitForFunction(() => history.state.entry === 0);
  await focused(heading(page, needs));
  guard.check();
});

test("after 'Wis alles' forward shows the first screen, and a new visit works", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  await forgetAll(page);
  await forward(page);
  await at(page, needs);
  assert.equal(await kept(page), "");
  await householdAdvice(page);
  await back(page);
  await at(page, "Wat is uw postcode?");
  assert.ok((await addresses(page)).length <= 7, "the wiped visit is still in the history");
  guard.check();
});

test("two tabs are two visits", async () => {
  const { page, context, guard } = await begin();
  await householdAdvice(page);
  const other = await context.newPage();
  await other.goto("/arnhem/");
  await ready(other);
  await at(other, needs);
  assert.equal(await other.getByRole("checkbox", { checked: true }).count(), 0);
  guard.check();
});

test("what was kept and is damaged gives a fresh visit", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  for (const damage of ["", "x", "\u0001\u00ff\u00ff\u00ff\u00ff\u00ff", "{}", "€"]) {
    await page.evaluate((text) => {
      for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, text);
    }, damage);
    await page.reload();
    await ready(page);
    await at(page, needs);
  }
  guard.check();
});
