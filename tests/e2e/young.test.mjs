// What is said to somebody under 18 is one file more, fetched when they told their age:
// whoever is grown up never pays for it, danger never waits for it, and without it a visit
// goes on.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./harness.mjs";
import { answer, at, choice, needs, onward, press, ready } from "./visit.mjs";

after(close);

const TOWN = "/voorbeeldstad/";
const YOUNG = "Ik ben jonger dan 18 en vraag zelf hulp";

/** Opens the town; `asked` are the data it asked for besides its two files. */
async function begun(handle = (route) => route.continue()) {
  const opened = await open();
  const asked = [];
  await opened.page.goto(TOWN);
  await ready(opened.page);
  const link = opened.page.locator("#data");
  const known = [await link.getAttribute("href"), await link.getAttribute("data-rest")];
  await opened.context.route(/\/data\/[a-z]+-[0-9a-f]+\.bin$/, (route) => {
    const { pathname } = new URL(route.request().url());
    if (known.includes(pathname)) return route.continue();
    asked.push(pathname);
    return handle(route);
  });
  return { ...opened, asked };
}

/** A word that is said to grown-ups only. */
const U = /(^|[^\p{L}])[Uu]w?([^\p{L}]|$)/u;

const said = (page) => page.locator("main").innerText();

test("who is under 18 is called je from the next screen on, and the file comes once", async () => {
  const { page, guard, asked } = await begun();
  await answer(page, needs, YOUNG);
  await at(page, "Wat is er met je aan de hand?");
  assert.doesNotMatch(await said(page), U);
  await press(page, "Terug");
  await at(page, "Waar wil je hulp bij?");
  await choice(page, YOUNG).uncheck();
  await choice(page, "Huis, huur, energie, buren of geen slaapplek").check();
  await press(page, "Verder");
  await at(page, "Wat speelt er met uw huis?");
  await press(page, "Terug");
  await answer(page, needs, YOUNG);
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: needs }).waitFor();
  assert.doesNotMatch(await said(page), U);
  assert.equal(asked.length, 1);
  guard.check();
});

test("who is grown up does not fetch it", async () => {
  const { page, guard, asked } = await begun();
  await answer(page, needs, "Huis, huur, energie, buren of geen slaapplek");
  await answer(page, "Wat speelt er met uw huis?", "Ik heb geen vaste plek om te wonen");
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "huis" }).waitFor();
  assert.deepEqual(asked, []);
  guard.check();
});

test("a reload of somebody under 18 says je again", async () => {
  const { page, guard } = await begun();
  await answer(page, needs, YOUNG);
  await at(page, "Wat is er met je aan de hand?");
  await page.reload();
  await at(page, "Wat is er met je aan de hand?");
  assert.doesNotMatch(await said(page), U);
  guard.check();
});

/** What the screen on speaking with somebody says of a name. */
async function spoken(page) {
  await page.locator("summary").filter({ hasText: "Hulp" }).click();
  const menu = page.getByRole("navigation", { name: "Hulp" });
  await menu.getByRole("button", { name: "Ik wil iemand spreken" }).click();
  await at(page, "Iemand spreken");
  return said(page);
}

test("without the file a visit goes on with u", async () => {
  const { page, asked } = await begun((route) => route.abort());
  await answer(page, needs, YOUNG);
  await at(page, "Wat is er met je aan de hand?");
  assert.ok(asked.length > 0);
  assert.match(await spoken(page), /U hoeft uw naam niet te geven/);
});

test("danger does not wait for it, nor does who wants to speak with somebody", async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const { page, guard } = await begun(async (route) => {
    await held;
    await route.continue();
  });
  await answer(page, needs, "Ik of een ander is niet veilig");
  await onward(page).click();
  await answer(page, "Wat is er aan de hand?", "Iemand doet mij pijn, bedreigt, dwingt of volgt mij", "Ik ben jonger dan 18 en wil zelf praten");
  await onward(page).click();
  await at(page, "Even wachten");
  assert.match(await spoken(page), /U hoeft uw naam niet te geven/);
  for (let steps = 0; steps < 9 && !(await onward(page).count()); steps += 1) {
    await page.goBack();
    await page.waitForTimeout(100);
  }
  assert.ok(await onward(page).isVisible(), "the lines for danger");
  release();
  await onward(page).click();
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Even wachten" }).waitFor();
  assert.match(await spoken(page), /Je hoeft je naam niet te geven/);
  guard.check();
});
