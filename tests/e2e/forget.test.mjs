// What is forgotten: after an hour, and when somebody asks for it.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./harness.mjs";
import { addresses, walkHistory } from "./history.mjs";
import {
  advice, answer, at, back, begin, focused, forward, heading, household, householdAdvice, kept, needs, press,
  ready,
} from "./visit.mjs";

after(close);

const HOUSE = "Wat lukt niet meer in huis of buiten?";
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
  await opened.page.goto("/voorbeeldstad/");
  await ready(opened.page);
  return opened;
}

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

test("a visit of less than an hour ago goes on", async () => {
  const { page, guard } = await beginWithClock();
  await householdAdvice(page);
  await page.clock.setSystemTime(new Date("2026-11-23T10:55:00Z"));
  await page.reload();
  await at(page, advice);
  guard.check();
});

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
  await answer(page, needs, "Hulp in huis, hulpmiddelen, vervoer of parkeren");
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

test("what is wiped on a second page does not come back on the first", async () => {
  const { page, guard, origin } = await begin();
  await householdAdvice(page);
  await page.getByText("Hulp", { exact: true }).click();
  await page.getByRole("link", { name: "Alle teams en nummers per wijk" }).first().click();
  await at(page, "Alle hulp in Voorbeeldstad, per wijk");
  await page.getByRole("link", { name: "Wijkdeur Voorbeeldstad" }).click();
  await at(page, advice);
  await forgetAll(page);
  for (const { url, text, chosen, kept } of await walkHistory(page)) {
    if (!url.startsWith(origin)) continue;
    assert.doesNotMatch(text, new RegExp(`${advice}|Schoonmaken`), url);
    assert.equal(chosen, 0);
    assert.equal(kept, "");
  }
  guard.check();
});

test("an hour of typing half a postcode is not an hour away", async () => {
  const { page, guard } = await beginWithClock();
  for (const [question, chosen] of Object.entries(household)) await answer(page, question, chosen);
  const field = page.getByLabel("Wat is uw postcode?");
  await field.fill("68");
  for (let minute = 0; minute < 70; minute += 10) {
    await page.clock.runFor(10 * 60 * 1000);
    await field.press("ArrowLeft");
  }
  assert.equal(await field.inputValue(), "68");
  await focused(field);
  assert.equal(await page.locator("#notice").innerText(), "");
  guard.check();
});

test("55 minutes away: that is said where it is heard, and what was typed stays", async () => {
  const { page, guard } = await beginWithClock();
  for (const [question, chosen] of Object.entries(household)) await answer(page, question, chosen);
  const field = page.getByLabel("Wat is uw postcode?");
  await field.fill("68");
  await page.clock.runFor(57 * 60 * 1000);
  await page.getByRole("status").getByText("Bent u er nog?").waitFor();
  assert.equal(await field.inputValue(), "68");
  await focused(field);
  await page.clock.runFor(5 * 60 * 1000);
  await at(page, needs);
  await page.getByRole("status").getByText(EXPIRED).waitFor();
  guard.check();
});
