// The first screen is there before the app, and is the same as the app's own.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./harness.mjs";
import { at, begin, choice, focused, heading, needs, plain, ready } from "./visit.mjs";

after(close);

const WASM = /_bg\.wasm$/;
const HOUSE = "Wat lukt niet meer in huis of buiten?";

/** The page of the town with the program still on its way; `arrive` lets it come. */
async function beforeTheApp(options) {
  const opened = await open(options);
  let arrive;
  const held = new Promise((resolve) => { arrive = resolve; });
  await opened.context.route(WASM, async (route) => { await held; await route.continue(); });
  await opened.page.goto("/voorbeeldstad/", { waitUntil: "commit" });
  await at(opened.page, needs);
  // Listening to what is pressed comes with the page's own scripts.
  await opened.page.waitForFunction(() => document.readyState !== "loading");
  await opened.page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/start.js")));
  assert.equal(await opened.page.locator("html[data-ready]").count(), 0);
  return { ...opened, arrive };
}

/** The screen that stands there. */
const drawn = async (page) => (await page.evaluate(plain)).browser;

test("what the page brings is what the app draws", async () => {
  const { page, arrive, guard } = await beforeTheApp();
  const brought = await drawn(page);
  arrive();
  await ready(page);
  assert.deepEqual(await drawn(page), brought);
  assert.ok(JSON.stringify(brought).length > 2000, "nothing was compared");
  guard.check();
});

test("choices made before the app stay, and go on with the rest", async () => {
  const { page, arrive, guard } = await beforeTheApp();
  await choice(page, "Hulp in huis, hulpmiddelen, vervoer of parkeren").check();
  arrive();
  await ready(page);
  assert.ok(await choice(page, "Hulp in huis, hulpmiddelen, vervoer of parkeren").isChecked());
  assert.equal(await page.getByRole("checkbox", { checked: true }).count(), 1);
  await focused(choice(page, "Hulp in huis, hulpmiddelen, vervoer of parkeren"));
  await page.getByRole("button", { name: "Verder" }).click();
  await at(page, HOUSE);
  guard.check();
});

test("'Verder' pressed before the app goes on as soon as it is there", async () => {
  const { page, arrive, guard } = await beforeTheApp();
  await choice(page, "Hulp in huis, hulpmiddelen, vervoer of parkeren").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await at(page, needs);
  arrive();
  await at(page, HOUSE);
  assert.equal(await page.title(), "Stap 2 - Wijkdeur");
  guard.check();
});

test("danger chosen before the app: the call button as soon as it is there", async () => {
  const { page, arrive, guard } = await beforeTheApp();
  await choice(page, "Ik of een ander is niet veilig").check();
  await page.getByRole("button", { name: "Verder" }).click();
  arrive();
  await at(page, "Bent u nu in gevaar?");
  guard.check();
});

test("'Ik wil iemand spreken' pressed before the app", async () => {
  const { page, arrive, guard } = await beforeTheApp();
  await page.locator("main").getByRole("button", { name: "Ik wil iemand spreken" }).click();
  arrive();
  await at(page, "Iemand spreken");
  guard.check();
});

test("the heading and three choices are in view on a small phone, before the app and with it", async () => {
  const viewport = { width: 360, height: 740 };
  const { page, arrive, guard } = await beforeTheApp({ viewport });
  const inView = async () => {
    const tiles = await page.locator("main label").all();
    for (const each of [heading(page, needs), ...tiles.slice(0, 3)]) {
      const { x, y, width, height } = await each.boundingBox();
      const inside = x >= 0 && y >= 0 && x + width <= viewport.width && y + height <= viewport.height;
      assert.ok(inside, `${await each.innerText()} ends at ${y + height}`);
    }
  };
  await inView();
  arrive();
  await ready(page);
  await inView();
  guard.check();
});

test("nothing moves when the app takes over", async () => {
  const { page, arrive } = await beforeTheApp({ viewport: { width: 360, height: 740 } });
  const places = () => page.locator("main label, main button, main h1").evaluateAll((all) =>
    all.map((each) => Object.values(each.getBoundingClientRect().toJSON()).map(Math.round).join(" ")));
  const before = await places();
  arrive();
  await ready(page);
  assert.deepEqual(await places(), before);
});

test("opened anew while a visit goes on, the first screen does not stay", async () => {
  const { page, guard } = await begin();
  await choice(page, "Hulp in huis, hulpmiddelen, vervoer of parkeren").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await at(page, HOUSE);
  await page.goto("/voorbeeldstad/");
  await at(page, HOUSE);
  guard.check();
});
