// An invented place says so on every screen and leads to nobody who exists.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { axe, close, open } from "./harness.mjs";
import { changed, real } from "./town.mjs";
import { advice, answer, answerAll, at, givePostcode, household, needs, press, ready, unfold } from "./visit.mjs";

after(close);

const SAID = "Deze stad bestaat niet. Haar eigen nummers werken niet, die bij gevaar wel.";

async function begin(options) {
  const opened = await open(options);
  await opened.page.goto("/voorbeeldstad/");
  await ready(opened.page);
  return opened;
}

/** Fails unless the page says that it is invented, in view and with a way out. */
async function marked(page) {
  const mark = page.getByRole("complementary", { name: "een verzonnen voorbeeld" });
  await mark.getByText(SAID).waitFor();
  assert.equal(await mark.getByRole("link", { name: "Kies uw eigen gemeente" }).getAttribute("href"), "/");
}

test("every screen of a visit is marked, and no number can be dialled but those for danger", async () => {
  const { page, guard } = await begin();
  await marked(page);
  await answer(page, needs, "Hulp in huis, hulpmiddelen, vervoer of parkeren");
  await marked(page);
  await press(page, "Terug");
  await answerAll(page, household);
  await marked(page);
  await givePostcode(page, "1230 LB");
  await at(page, advice);
  await marked(page);
  const numbers = await page.locator("a[href^='tel:']").evaluateAll((links) => links.map(({ href }) => href));
  const danger = ["tel:112", "tel:113", "tel:08000113", "tel:08002000", "tel:08000432", "tel:08000188", "tel:0202615275"];
  const own = numbers.filter((number) => !danger.includes(number));
  assert.ok(own.length > 0 && own.every((number) => number.startsWith("tel:012")), own.join(" "));
  const found = await axe(page);
  assert.deepEqual(found, []);
  guard.check();
});

test("a green wijk: the walk-in hour of its cluster, and in which wijk that is", async () => {
  const { page, guard } = await begin();
  await answerAll(page, household);
  await givePostcode(page, "1230 LB");
  await at(page, advice);
  const first = page.locator("section").filter({ hasText: "Eerst dit" });
  await unfold(page);
  await first.getByText("De Kern, Kerkplein 3").waitFor();
  await first.getByText("In uw wijk is geen spreekuur. U kunt terecht in Dorpskern.").first().waitFor();
  guard.check();
});

test("the overview, danger and the failing page are marked too", async () => {
  const { page, guard } = await open();
  await page.goto("/voorbeeldstad/overzicht/");
  await marked(page);
  await page.goto("/voorbeeldstad/");
  await ready(page);
  await answer(page, needs, "Ik of een ander is niet veilig");
  await at(page, "Bent u nu in gevaar?");
  await marked(page);
  guard.check();
});

test("a postcode is read as it is typed on any keyboard, and as it is copied", async () => {
  for (const typed of ["\u200e\u0661\u0662\u0663\u0661 AB", "\u06f1\u06f2\u06f3\u06f1", "\uff11\uff12\uff13\uff11", "1231\u2013ab\u00ad", "\u034f1231\u2800\ufe0f"]) {
    const { page } = await open({ baseURL: await changed(real) });
    await page.goto("/");
    await page.getByLabel("Postcode, vier cijfers").fill(typed);
    await page.getByRole("button", { name: "Zoek" }).click();
    await page.waitForURL("**/voorbeeldstad/");
  }
});

test("nobody's postcode leads to an invented place", async () => {
  const { page, guard } = await open();
  await page.goto("/");
  await page.getByRole("link", { name: "Voorbeeldstad (een verzonnen voorbeeld)" }).waitFor();
  await page.getByLabel("Postcode, vier cijfers").fill("1231");
  await page.getByRole("button", { name: "Zoek" }).click();
  await page.getByText("Deze postcode hebben wij nog niet.").waitFor();
  guard.check();
});
