// Without JavaScript: the first screen can be read, and every team and number.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./harness.mjs";
import { changed, directory } from "./town.mjs";
import { at, needs } from "./visit.mjs";

after(close);

const scriptless = () => open({ javaScriptEnabled: false });
const main = (page) => page.locator("main");

const WIJKEN = directory.wijken.map(({ name }) => name);

test("the first screen can be read, and links to the overview", async () => {
  const { page, guard } = await scriptless();
  await page.goto("/voorbeeldstad/");
  await at(page, needs);
  assert.equal(await page.getByRole("checkbox").count(), 12);
  await page.getByRole("link", { name: "Bel 112" }).waitFor();
  // Playwright finds no words inside `noscript`.
  assert.match(await page.locator("noscript").innerText(), /^De vragen werken niet in deze browser/);
  await main(page).getByRole("link", { name: "Alle teams en nummers per wijk" }).click();
  await at(page, "Alle hulp in Voorbeeldstad, per wijk");
  guard.check();
});

test("the first screen offers no button that does nothing", async () => {
  const { page } = await scriptless();
  await page.goto("/voorbeeldstad/");
  assert.equal(await main(page).getByRole("button", { name: "Ik wil iemand spreken" }).count(), 0);
});

/** The municipality has not said that all of it is right. */
function unconfirmed(town) {
  delete town.municipality.confirmed;
}

test("the overview leads to a list of every wijk, with its team", async () => {
  const { page, guard } = await open({ javaScriptEnabled: false, baseURL: await changed(unconfirmed) });
  for (const wijk of WIJKEN) {
    await page.goto("/voorbeeldstad/overzicht/");
    const names = page.getByRole("navigation", { name: "Wijken" });
    assert.equal(await names.getByRole("link").count(), WIJKEN.length);
    await names.getByRole("link", { name: wijk, exact: true }).click();
    await at(page, `Hulp in ${wijk}`);
    await main(page).getByRole("heading", { level: 3, name: /^(Wijkteam|Wijkconcierge)/ }).first().waitFor();
    await main(page).getByText("De gemeente keek dit nog niet na").waitFor();
  }
  guard.check();
});

test("a list gives the municipality's number, for every team without its own", async () => {
  const { page, guard } = await scriptless();
  for (const path of ["/voorbeeldstad/overzicht/", "/voorbeeldstad/wijk/polder/"]) {
    await page.goto(path);
    const number = main(page).getByRole("link", { name: "012-345 67 01" }).first();
    assert.equal(await number.getAttribute("href"), "tel:0123456701");
  }
  guard.check();
});

test("every button in 'Hulp' on the overview does something", async () => {
  const { page } = await open();
  await page.goto("/voorbeeldstad/overzicht/");
  const help = page.getByRole("navigation", { name: "Hulp" });
  const look = () => page.evaluate(() => [location.href, document.querySelector("h1").innerText,
    globalThis.printed, sessionStorage.length].join());
  for (const button of await help.locator("button").all()) {
    await page.evaluate(() => {
      globalThis.print = () => { globalThis.printed = true; };
      sessionStorage.setItem("wijkdeur/voorbeeldstad", "x");
    });
    await help.getByText("Hulp", { exact: true }).click();
    const [name, before] = [await button.innerText(), await look()];
    await button.click();
    assert.notEqual(await look(), before, `'${name}' does nothing`);
    await page.goto("/voorbeeldstad/overzicht/");
  }
});
