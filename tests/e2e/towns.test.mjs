// What the page of every real town must do: promises, and no sentences of its own. The rest of
// the tests walk in Voorbeeldstad, so that an editor who improves a town breaks nothing else.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { axe, close, open, root, sheets } from "./harness.mjs";
import { advice, answer, answerAll, at, household, press, ready } from "./visit.mjs";

after(close);

const folder = join(root, "public", "data", "municipalities");
const files = await readdir(folder);
const all = await Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folder, file), "utf8"))));
const real = all.filter(({ municipality }) => !municipality.demonstration);

const digits = (number) => number.replace(/\D/g, "");

/** The first number of the general entrance. */
function number({ municipality, providers }) {
  const { reach } = providers.find(({ id }) => id === municipality.entrance);
  return reach.find(({ channel }) => channel === "phone")?.value;
}

test("there are real towns", () => assert.ok(real.length >= 2));

for (const town of real) {
  const { slug, name } = town.municipality;

  test(`${name}: its number stands on the first screen, and to speak with somebody is to call it`, async () => {
    const { page, guard } = await open({ viewport: { width: 360, height: 740 } });
    await page.goto(`/${slug}/`);
    await ready(page);
    const call = `a[href='tel:${digits(number(town))}']`;
    await page.getByRole("contentinfo").locator(call).waitFor();
    await page.locator("main").getByRole("button", { name: "Ik wil iemand spreken" }).click();
    await at(page, "Iemand spreken");
    await page.locator("main").locator(call).first().waitFor();
    assert.deepEqual(await axe(page), []);
    guard.check();
  });

  test(`${name}: from a postcode on the page for the country to an advice of one sheet of paper`, async () => {
    const { page, guard } = await open();
    const { from } = town.postcodes.find(({ wijken }) => wijken.length > 0);
    await page.goto("/");
    await page.getByLabel("Postcode, vier cijfers").fill(from.slice(0, 4));
    await page.getByRole("button", { name: "Zoek" }).click();
    await page.waitForURL(`**/${slug}/`);
    await ready(page);
    await answerAll(page, household);
    await press(page, "Ik kies mijn wijk uit een lijst");
    await answer(page, "In welke wijk woont u?", town.wijken[0].name);
    await at(page, advice);
    await page.locator(".wd-card--first").getByRole("link", { name: /^Bel / }).first().waitFor();
    assert.equal(await sheets(page), 1);
    guard.check();
  });
}

test("Arnhem: the list of a wijk takes at most six sheets of paper", async () => {
  const { page } = await open();
  await page.goto("/arnhem/wijk/klarendal/");
  await page.locator(".wd-list").first().waitFor();
  await page.emulateMedia({ media: "print" });
  assert.ok((await sheets(page)) <= 6);
});
