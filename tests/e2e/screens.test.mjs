// Every kind of screen: nothing that axe-core finds, nothing that scrolls sideways, no control
// that a finger misses, nothing from outside, no error. At 320 px each one; the other widths in light and
// dark in pairs.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { axe, close, open } from "./harness.mjs";
import { screens } from "./screens.mjs";

after(close);

const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`;

/** Besides 320 px in light: each screen gets one of these in dark, and one in light. */
const dark = [1280, 360, 320];
const light = [360, 1280];

/** How far the page can be scrolled sideways, and what sticks out. */
const sideways = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const out = [...document.querySelectorAll("body *")]
      .filter((each) => each.getBoundingClientRect().right > clientWidth + 1)
      .map((each) => `${each.localName}.${each.className}`);
    return scrollWidth > clientWidth ? `${scrollWidth - clientWidth} px: ${out.slice(0, 5)}` : "";
  });

/** Controls that a finger misses: below 48 px, but for those within a sentence. */
const small = (page) =>
  page.evaluate(() => {
    const inSentence = (each) =>
      each.closest("main p, main li, .wd-demo p") &&
      [...each.parentNode.childNodes].some((node) => node !== each && node.textContent.trim());
    return [...document.querySelectorAll("a, button, summary, .wd-tile, .wd-option")]
      .filter((each) => each.checkVisibility({ checkVisibilityCSS: true }) && !each.matches(".nl-skip-link, .wd-unseen *"))
      .filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return width > 0 && (width < 47.9 || height < 47.9) && !inSentence(each);
      })
      .map((each) => `${each.textContent.trim()} in ${each.parentNode.localName}`);
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

async function fine(page, width, colorScheme, whole) {
  const look = `${width} px, ${colorScheme}`;
  await page.setViewportSize({ width, height: 740 });
  await page.emulateMedia({ colorScheme });
  assert.equal(await sideways(page), "", look);
  if (whole) assert.deepEqual(await axe(page), [], look);
}

Object.entries(screens).forEach(([name, walk], nth) => {
  test(name, async () => {
    const { page, guard } = await open({ viewport: { width: 320, height: 640 } });
    await walk(page);
    await one(page);
    await fine(page, 320, "light", true);
    await fine(page, dark[nth % dark.length], "dark", true);
    await fine(page, light[nth % light.length], "light", nth % 3 === 0);
    await page.setViewportSize({ width: 360, height: 740 });
    assert.deepEqual(await small(page), [], "each control that stands alone is 48 px high and wide");
    const unexpected = guard.errors.filter((error) => !expected[name]?.test(error));
    assert.deepEqual([...guard.foreign, ...unexpected], []);
  });
});

test("wider text does not push a screen sideways at 320 px", async () => {
  for (const name of ["the first screen", "the postcode, refused", "the advice", "danger", "the overview"]) {
    const { context, page } = await open({ viewport: { width: 320, height: 640 } });
    await screens[name](page);
    // Not an element: the policy of the page keeps that out, as it should.
    await page.evaluate((spacing) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(spacing);
      document.adoptedStyleSheets.push(sheet);
    }, TEXT_SPACING);
    assert.equal(await page.locator("h1").evaluate((it) => getComputedStyle(it).letterSpacing !== "normal"), true);
    assert.equal(await sideways(page), "", name);
    await context.close();
  }
});

test("forced colours: what is chosen can be seen", async () => {
  const { page } = await open({ forcedColors: "active" });
  await screens["the first screen"](page);
  const tile = page.locator("label").filter({ hasText: "Hulp in huis, hulpmiddelen, vervoer of parkeren" });
  const before = await tile.screenshot();
  await tile.click();
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement.blur());
  assert.ok(!before.equals(await tile.screenshot()), "chosen looks the same");
  assert.deepEqual(await axe(page), []);
});

test("dark is dark and light is light", async () => {
  const { page } = await open();
  await screens["the first screen"](page);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0));
  await page.emulateMedia({ colorScheme: "light" });
  const bright = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  assert.ok((await ground()) < bright / 2, `${await ground()} and ${bright}`);
});

test("less motion asked for: nothing moves", async () => {
  const { page } = await open({ reducedMotion: "reduce" });
  await screens["the advice"](page);
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
});
