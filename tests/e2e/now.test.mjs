// What works now: the advice at a fixed moment, whatever clock the device has.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./harness.mjs";
import { advice, answerAll, at, givePostcode, household, needs, press, ready } from "./visit.mjs";

after(close);

/** The card to begin with, for household help in the invented town, or for this other help. */
async function lead(postcode, moment, options = {}, answers = household) {
  const { page, guard } = await open({ timezoneId: "Europe/Amsterdam", ...options });
  await page.clock.setFixedTime(new Date(moment));
  await page.goto("/voorbeeldstad/");
  await ready(page);
  await answerAll(page, answers);
  await givePostcode(page, postcode);
  await at(page, advice);
  guard.check();
  const card = page.locator(".wd-card--first");
  // What stands right under the button, or right under the address.
  return { page, card, open: await card.locator(".wd-open").first().innerText() };
}

const NOORD = "1231 AB";
const ZUID = "1231 NA";

test("open now, and until when", async () => {
  const { card, open } = await lead(NOORD, "2026-12-02T10:00:00+01:00");
  assert.equal(open, "Nu open, tot 16.30 uur.");
  assert.equal(await card.locator(".wd-call").getAttribute("href"), "tel:0123456711");
});

test("open later today", async () => {
  const { open } = await lead(NOORD, "2026-12-01T08:59:00+01:00");
  assert.equal(open, "Vandaag open van 9.00 tot 16.30 uur.");
});

test("open tomorrow", async () => {
  const { open } = await lead(NOORD, "2026-12-01T20:00:00+01:00");
  assert.equal(open, "Morgen open van 9.00 tot 16.30 uur.");
});

test("open after the weekend, by the name of the day", async () => {
  const { open } = await lead(NOORD, "2026-12-04T20:00:00+01:00");
  assert.equal(open, "Open op maandag van 9.00 tot 16.30 uur.");
});

test("on a holiday it is not known, and what comes after it is", async () => {
  const holiday = await lead(NOORD, "2027-03-26T10:00:00+01:00");
  assert.equal(holiday.open, "Of het nu open is, weten wij niet. Vandaag kan anders zijn dan gewoon.");
  // Good Friday, a weekend, Easter Monday.
  const evening = await lead(NOORD, "2027-03-26T20:00:00+01:00");
  assert.equal(evening.open, "Open op dinsdag van 9.00 tot 16.30 uur.");
});

test("an exception is told, and goes before the week", async () => {
  const eve = await lead(NOORD, "2026-12-24T11:00:00+01:00");
  assert.equal(eve.open, "Nu open, tot 12.00 uur.");
  const exception = eve.card.getByText("Van 24 december 2026 tot en met 3 januari 2027: dicht.");
  await exception.first().waitFor({ state: "attached" });
});

test("a walk-in hour that is open now comes first, with the way there", async () => {
  const { page, card, open } = await lead(ZUID, "2026-12-07T10:00:00+01:00");
  assert.match(await card.locator(".wd-go").first().innerText(), /^Loop binnen: De Oude Bieb, Spoorlaan 9/);
  assert.equal(open, "Nu open, tot 12.00 uur.");
  // Nobody is sent to an invented place.
  assert.equal(await page.locator("a[href*='openstreetmap']").count(), 0);
});

test("what is closed now comes after what is open", async () => {
  const { card, open } = await lead(ZUID, "2026-12-07T12:15:00+01:00");
  assert.equal(open, "Nu open, tot 16.30 uur.");
  assert.equal(await card.locator(".wd-go").first().locator(".wd-call").count(), 1);
});

test("a walk-in hour that has ended is not named", async () => {
  const before = await lead(ZUID, "2026-12-17T09:00:00+01:00");
  assert.equal(await before.card.getByText("De Oude Bieb, Spoorlaan 9").count(), 1);
  const after = await lead(ZUID, "2026-12-21T09:00:00+01:00");
  assert.equal(await after.card.getByText("De Oude Bieb, Spoorlaan 9").count(), 0);
  assert.equal(await after.card.getByText("Het Perron, Stationsplein 12").count(), 1);
});

test("by appointment", async () => {
  const { page, guard } = await open();
  await page.clock.setFixedTime(new Date("2026-12-01T10:00:00+01:00"));
  await page.goto("/voorbeeldstad/");
  await ready(page);
  await answerAll(page, {
    [needs]: "Werk, uitkering, Nederlands of iets te doen",
    "Wat zoekt u: werk, geld, taal of meedoen?": "Ik heb geen inkomen, of mijn uitkering stopt",
  });
  while (!(await page.getByRole("heading", { level: 1, name: advice }).count())) {
    const before = await page.locator("h1").innerText();
    if (before === "Wat is uw postcode?") await givePostcode(page, "1230 LB");
    else await page.getByRole("button", { name: "Ik weet het niet" }).click();
    await page.waitForFunction((was) => document.querySelector("h1")?.innerText !== was, before);
  }
  const ways = page.locator(".wd-facts > div, .wd-go").filter({ hasText: "Stadhuis, Raadhuisplein 1" });
  await ways.filter({ hasText: "Maak eerst een afspraak." }).first().waitFor({ state: "attached" });
  guard.check();
});

test("hours that nobody wrote down are not known", async () => {
  const language = {
    [needs]: "Werk, uitkering, Nederlands of iets te doen",
    "Wat zoekt u: werk, geld, taal of meedoen?": "Ik wil beter Nederlands praten, lezen of schrijven",
  };
  const { open } = await lead("1230", "2026-12-01T23:00:00+01:00", {}, language);
  assert.equal(open, "Wij weten de tijden niet.");
});

for (const timezoneId of ["America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kathmandu"]) {
  test(`the clock is that of the Netherlands on a device in ${timezoneId}`, async () => {
    const now = await lead(NOORD, "2026-12-02T16:29:00+01:00", { timezoneId });
    assert.equal(now.open, "Nu open, tot 16.30 uur.");
    // In the night after the clocks went forward it is an hour later than in winter.
    const summer = await lead(NOORD, "2027-03-31T06:59:00Z", { timezoneId });
    assert.equal(summer.open, "Vandaag open van 9.00 tot 16.30 uur.");
    const later = await lead(NOORD, "2027-03-31T07:00:00Z", { timezoneId });
    assert.equal(later.open, "Nu open, tot 16.30 uur.");
  });
}

test("a screen that stands there says later what is open then, without moving anything", async () => {
  const { page, guard } = await open();
  await page.clock.install({ time: new Date("2026-12-02T16:10:00+01:00") });
  await page.goto("/voorbeeldstad/");
  await ready(page);
  await answerAll(page, household);
  await givePostcode(page, NOORD);
  await at(page, advice);
  const said = page.locator(".wd-card--first .wd-open").first();
  assert.equal(await said.innerText(), "Nu open, tot 16.30 uur.");
  await page.evaluate(() => scrollTo(0, 400));
  await page.clock.runFor("21:00");
  await page.getByText("Morgen open van 9.00 tot 16.30 uur.").first().waitFor();
  assert.equal(await page.evaluate(() => scrollY), 400);
  await press(page, "Terug");
  guard.check();
});
