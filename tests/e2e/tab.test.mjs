// What a tab still knows when somebody comes back to it: all of it after a reload or a link,
// nothing after it was closed, and nothing of danger after either.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { close, only, open, openProfile } from "./harness.mjs";
import {
  advice, answer, answerAll, at, back, begin, choice, flaggedAdvice, forward, givePostcode, heading, household,
  householdAdvice, kept, needs, NEUTRAL, onward, press, ready, stubNeutral, toDanger, toNoBed,
} from "./visit.mjs";

after(close);

const OVERVIEW = "Alle hulp in Voorbeeldstad, per wijk";

async function toOverview(page) {
  await page.getByText("Hulp", { exact: true }).click();
  await page.getByRole("link", { name: "Alle teams en nummers per wijk" }).first().click();
  await at(page, OVERVIEW);
}

/** Walks a visit in a browser that is then closed, and opens its tab again. */
async function closeAndOpen(walk) {
  const folder = await mkdtemp(join(tmpdir(), "wijkdeur-"));
  try {
    const first = await openProfile(folder);
    await first.page.goto("/voorbeeldstad/");
    await ready(first.page);
    await walk(first.page);
    await first.context.close();
    const again = await openProfile(folder, ["--restore-last-session"]);
    const page = again.context.pages().find((it) => it.url().startsWith(again.origin));
    await ready(page);
    const found = { heading: await heading(page).innerText(), kept: await kept(page) };
    const chosen = await page.locator("input:checked").count();
    await page.reload();
    await ready(page);
    await again.context.close();
    return { ...found, chosen };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const restored = only("chromium", "no driver lets another engine open a closed tab again");

test("a closed tab that is opened again begins anew, and nothing of it is kept", restored, async () => {
  const found = await closeAndOpen(householdAdvice);
  assert.deepEqual(found, { heading: needs, kept: "", chosen: 0 });
});

test("so does one that was closed after Back from a page of a link", restored, async () => {
  const found = await closeAndOpen(async (page) => {
    await householdAdvice(page);
    await toOverview(page);
    await back(page);
    await at(page, advice);
  });
  assert.deepEqual(found, { heading: needs, kept: "", chosen: 0 });
});

test("so does one that was closed after a reload", restored, async () => {
  const found = await closeAndOpen(async (page) => {
    await householdAdvice(page);
    await page.reload();
    await at(page, advice);
  });
  assert.deepEqual(found, { heading: needs, kept: "", chosen: 0 });
});

test("Back, Forward and Back again between pages of ours keep the visit", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  await toOverview(page);
  for (let times = 0; times < 2; times += 1) {
    await back(page);
    await at(page, advice);
    await forward(page);
    await at(page, OVERVIEW);
  }
  await back(page);
  await at(page, advice);
  await back(page);
  await at(page, "Wat is uw postcode?");
  guard.check();
});

test("Back after a link to another site finds the visit", async () => {
  const { page, context } = await begin();
  await stubNeutral(context);
  await householdAdvice(page);
  await page.evaluate((to) => {
    const link = document.querySelector("main").appendChild(document.createElement("a"));
    Object.assign(link, { href: to, textContent: "Naar een ander" });
  }, NEUTRAL);
  await page.getByRole("link", { name: "Naar een ander" }).click();
  await heading(page, "Neutraal").waitFor();
  await back(page);
  await at(page, advice);
});

test("Back after an address that was typed begins anew", async () => {
  const { page, context } = await begin();
  await stubNeutral(context);
  await householdAdvice(page);
  await page.goto(NEUTRAL);
  await back(page);
  await at(page, needs);
  await ready(page);
  assert.equal(await kept(page), "");
});

test("after violence nothing is kept, and a reload begins anew", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, "Huis, huur, energie, buren of geen slaapplek");
  assert.notEqual(await kept(page), "");
  await answer(page, "Wat speelt er met uw huis?", "Het is thuis niet veilig: iemand slaat of bedreigt");
  await onward(page).click();
  assert.equal(await kept(page), "");
  await page.reload();
  await at(page, needs);
  await ready(page);
  await flaggedAdvice(page);
  assert.equal(await kept(page), "");
  await back(page);
  await at(page, "Wat is uw postcode?");
  await forward(page);
  await at(page, advice);
  assert.equal(await kept(page), "");
  guard.check();
});

test("an answer of danger that is taken back is kept no more, and the rest is again", async () => {
  const { page } = await begin();
  await toDanger(page);
  assert.equal(await kept(page), "");
  await back(page);
  await at(page, needs);
  await choice(page, "Ik of een ander is niet veilig").uncheck();
  await answer(page, needs, household[needs]);
  await at(page, "Wat lukt niet meer in huis of buiten?");
  assert.notEqual(await kept(page), "");
  await page.reload();
  await at(page, "Wat lukt niet meer in huis of buiten?");
});

test("after a flag that is no secret a reload keeps the visit", async () => {
  const { page } = await begin();
  const lines = await toNoBed(page);
  await page.reload();
  await at(page, lines);
  assert.notEqual(await kept(page), "");
});

test("a page has one address, so what was typed is kept once and forgotten with the rest", async () => {
  const { page } = await open();
  await page.goto("/voorbeeldstad/index.html");
  assert.equal(new URL(page.url()).pathname, "/voorbeeldstad/");
  // Another server may show the page under that address all the same.
  await page.context().route("**/voorbeeldstad/index.html", async (route) => {
    await route.fulfill({ response: await route.fetch({ url: page.url() }) });
  });
  await page.goto("/voorbeeldstad/index.html");
  await ready(page);
  assert.match(page.url(), /index\.html$/);
  await answerAll(page, household);
  await givePostcode(page, "1231 AB");
  await at(page, advice);
  await press(page, "Vraag of zij contact opnemen");
  await at(page, "Hoe kunnen zij u bereiken?");
  await page.getByLabel("Telefoonnummer").fill("06-12 34 56 78");
  assert.match(await kept(page), /12 34 56 78/);
  await page.getByText("Hulp", { exact: true }).click();
  await press(page, "Wis alles en begin opnieuw");
  await at(page, needs);
  assert.equal(await kept(page), "");
});
