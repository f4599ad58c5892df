// What the browser remembers: one visit in one tab, if it wants to remember at all.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./harness.mjs";
import {
  advice, answer, at, back, begin, choice, focused, givePostcode, heading, householdAdvice, kept,
  needs, ready, unfold,
} from "./visit.mjs";

after(close);

const HOUSE = "Wat lukt niet meer in huis of buiten?";

/** A visit in a browser that refuses to keep anything. */
async function beginRefused() {
  const opened = await open();
  await opened.context.addInitScript(() => {
    Object.defineProperty(globalThis, "sessionStorage", {
      get() { throw new DOMException("denied", "SecurityError"); },
    });
  });
  await opened.page.goto("/voorbeeldstad/");
  await ready(opened.page);
  return opened;
}

test("a reload keeps the visit where it was, deep in the questions and on the advice", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, "Hulp in huis, hulpmiddelen, vervoer of parkeren");
  await at(page, HOUSE);
  await page.reload();
  await at(page, HOUSE);
  await ready(page);
  assert.equal(await page.title(), "Stap 2 - Wijkdeur");
  await back(page);
  await at(page, needs);
  assert.ok(await choice(page, "Hulp in huis, hulpmiddelen, vervoer of parkeren").isChecked());
  guard.check();
});

test("a reload keeps the advice", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  await page.reload();
  await at(page, advice);
  await unfold(page);
  await page.getByText("1230").waitFor();
  guard.check();
});

test("blocked storage: the visit works from memory, and says so once", async () => {
  const { page, guard } = await beginRefused();
  const said = page.getByText("Deze browser onthoudt niets");
  await answer(page, needs, "Hulp in huis, hulpmiddelen, vervoer of parkeren");
  await at(page, HOUSE);
  await said.waitFor();
  await answer(page, HOUSE, "Koken, boodschappen of klusjes lukken niet meer");
  await at(page, "Wat is uw postcode?");
  assert.equal(await said.count(), 0, "it was said a second time");
  await givePostcode(page, "1230");
  await at(page, advice);
  await back(page);
  await at(page, "Wat is uw postcode?");
  guard.check();
});

test("blocked storage: the focus is on the new heading all the same", async () => {
  const { page, guard } = await beginRefused();
  await answer(page, needs, "Hulp in huis, hulpmiddelen, vervoer of parkeren");
  await at(page, HOUSE);
  await page.getByText("Deze browser onthoudt niets").waitFor();
  await focused(heading(page, HOUSE));
  guard.check();
});

test("two tabs are two visits", async () => {
  const { page, context, guard } = await begin();
  await householdAdvice(page);
  const other = await context.newPage();
  await other.goto("/voorbeeldstad/");
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
