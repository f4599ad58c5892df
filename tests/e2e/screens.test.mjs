// Every kind of screen: nothing that axe-core finds, nothing that scrolls sideways,
// nothing from outside, no error. At 320 px each one; the other widths in light and
// dark in pairs.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { axe, close, open } from "./harness.mjs";
import { screens } from "./screens.mjs";

after(close);

const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`;

const looks = [
  { width: 320, height: 640, colorScheme: "light", only: () => true },
  { width: 320, height: 640, colorScheme: "dark", only: (at) => at % 2 === 0 },
  { width: 360, height: 740, colorScheme: "dark", only: (at) => at % 2 === 1 },
  { width: 1280, height: 800, colorScheme: "light", only: (at) => at % 2 === 1 },
  { width: 1280, height: 800, colorScheme: "dark", only: (at) => at % 2 === 0 },
];

/** How far the page can be scrolled sideways, and what sticks out. */
const sideways = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const out = [...document.querySelectorAll("body *")]
      .filter((each) => each.getBoundingClientRect().right > clientWidth + 1)
      .map((each) => `${each.localName}.${each.className}`);
    return scrollWidth > clientWidth ? `${scrollWidth - clientWidth} px: ${out.slice(0, 5)}` : "";
  });

const one = async (page) => {
  assert.equal(await page.locator("h1").count(), 1, "one h1");
  assert.equal(await page.locator("main").count(), 1, "one main");
  assert.equal(await page.locator("html").getAttribute("lang"), "nl");
};

/** Errors that are part of what a screen shows. */
const expected = {
  failure: /WebAssembly|wasm/i,
  "not there": /404/,
};

Object.entries(screens).forEach(([name, walk], at) => {
  test(name, async () => {
    for (const { only, width, height, colorScheme } of looks) {
      if (!only(at)) continue;
      const look = `${width} px, ${colorScheme}`;
      const { context, page, guard } = await open({ viewport: { width, height }, colorScheme });
      await walk(page);
      assert.deepEqual(await axe(page), [], look);
      assert.equal(await sideways(page), "", look);
      await one(page);
      const unexpected = guard.errors.filter((error) => !expected[name]?.test(error));
      assert.deepEqual([...guard.foreign, ...unexpected], [], look);
      await context.close();
    }
  });
});

test("wider text does not push a screen sideways at 320 px", async () => {
  for (const name of ["the first screen", "the postcode, refused", "the advice", "danger", "the overview"]) {
    const { context, page } = await open({ viewport: { width: 320, height: 640 }, bypassCSP: true });
    await screens[name](page);
    await page.addStyleTag({ content: TEXT_SPACING });
    assert.equal(await sideways(page), "", name);
    await context.close();
  }
});

test("forced colours: what is chosen and where the focus is can be seen", async () => {
  const { page } = await open({ forcedColors: "active" });
  await screens["the first screen, chosen"](page);
  const tile = page.locator("label").filter({ hasText: "Hulp krijgen in huis" });
  const other = page.locator("label").filter({ hasText: "Voor iemand zorgen" });
  assert.notDeepEqual(await tile.screenshot(), await other.screenshot());
  assert.deepEqual(await axe(page), []);
});

test("less motion asked for: nothing moves", async () => {
  const { page } = await open({ reducedMotion: "reduce" });
  await screens["the advice"](page);
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
});
