// What stays in view, and what a finger can hit: in a low window, on a small phone, with all of
// it four times as large, and with the letters alone twice as large.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./harness.mjs";
import { screens } from "./screens.mjs";
import { changed, real } from "./town.mjs";
import { answer, at, begin, focused, household, householdAdvice, kept, needs, ready, unfold } from "./visit.mjs";

after(close);

/** Windows, and how large their letters are. */
const looks = {
  "a phone": [360, 740, 100],
  "a desk": [1280, 800, 100],
  "a desk at 400 %": [320, 256, 100],
  "a phone on its side": [740, 360, 100],
  "a phone with letters twice as large": [360, 740, 200],
};

/** A page whose letters are so many per cent of what they are. */
async function openAs([width, height, letters]) {
  const opened = await open({ viewport: { width, height } });
  if (letters !== 100) {
    await opened.context.addInitScript((size) => {
      addEventListener("DOMContentLoaded", () => { document.documentElement.style.fontSize = `${size}%`; });
    }, letters);
  }
  return opened;
}

/** Where the row for danger ends, and what of it is out of the window or too small to hit. */
const row = (page) =>
  page.evaluate(() => {
    const { clientWidth, clientHeight, scrollWidth } = document.documentElement;
    const wrong = scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px sideways`] : [];
    for (const name of [".wd-safety__call", ".wd-safety__call strong", "#leave"]) {
      const { left, right, top, bottom, width, height } = document.querySelector(name).getBoundingClientRect();
      if (left < 0 || top < 0 || right > clientWidth || bottom > clientHeight) wrong.push(`${name} is out of view`);
      if (name !== ".wd-safety__call strong" && (width < 48 || height < 48)) wrong.push(`${name} is small`);
      const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (!at?.closest(".wd-safety a")) wrong.push(`${name} is covered`);
    }
    const { bottom } = document.querySelector(".wd-safety").getBoundingClientRect();
    if (bottom > clientHeight / 3) wrong.push(`the row takes ${bottom} of ${clientHeight} px`);
    return { wrong, bottom };
  });

/** Scrolls, and waits until the page has heard of it: that is a sign of somebody. */
const scrollDown = (page, to) =>
  page.evaluate((to) => new Promise((resolve) => {
    document.addEventListener("scroll", resolve, { once: true });
    scrollTo(0, to);
  }), to);

for (const [name, look] of Object.entries(looks)) {
  test(`112 and "Snel weg" stay in view, and cover nothing that has the focus: ${name}`, async () => {
    for (const screen of ["the first screen", "danger", "a question of many", "the advice after danger"]) {
      const { context, page } = await openAs(look);
      await screens[screen](page);
      for (const to of [0, 300, 100_000]) {
        await page.evaluate((to) => scrollTo(0, to), to);
        assert.deepEqual((await row(page)).wrong, [], `${screen}, scrolled to ${to}`);
      }
      // Backwards through the page: each comes out from under the row.
      await page.locator("main").locator("a, button, input").last().focus();
      for (let presses = 0; presses < 12; presses += 1) {
        await page.keyboard.press("Shift+Tab");
        const { bottom } = await row(page);
        const top = await page.evaluate(() => {
          const own = document.activeElement;
          return own.closest("main") ? own.getBoundingClientRect().top : innerHeight;
        });
        assert.ok(top >= bottom, `${screen}: what has the focus begins at ${top}, under the row of ${bottom}`);
      }
      await context.close();
    }
  });

  test(`what is wrong is not under the row: ${name}`, async () => {
    const { page } = await openAs(look);
    await screens["a request: how to reach, refused"](page);
    const { wrong, bottom } = await row(page);
    const { y } = await page.getByRole("group", { name: "Kijk nog even naar uw antwoord" }).boundingBox();
    assert.deepEqual(wrong, []);
    assert.ok(y >= bottom, `it begins at ${y}, and the row ends at ${bottom}`);
  });

  test(`who was away sees what is asked, and half of the screen: ${name}`, async () => {
    const { page } = await openAs(look);
    await page.clock.install({ time: new Date("2026-11-23T10:00:00Z") });
    await page.goto(`${await changed(real)}/voorbeeldstad/`);
    await ready(page);
    await answer(page, needs, household[needs]);
    await at(page, "Wat lukt niet meer in huis of buiten?");
    await scrollDown(page, 200);
    await page.clock.runFor(57 * 60 * 1000);
    const there = page.getByRole("button", { name: "Ik ben er nog" });
    await there.waitFor();
    const { wrong, bottom } = await row(page);
    assert.deepEqual(wrong, []);
    const { y, height } = await page.locator("#notice").boundingBox();
    assert.ok(Math.abs(y - bottom) < 20, `it stands at ${y}, and the row ends at ${bottom}`);
    assert.ok(height <= look[1] * 0.41, `it is ${height} px high`);
    await there.click();
    assert.equal(await page.locator("#notice").innerText(), "");
  });
}

test("on the screen for danger no control is smaller, wherever it stands", async () => {
  for (const name of ["danger", "the advice after danger"]) {
    const { context, page } = await open({ viewport: { width: 360, height: 740 } });
    await screens[name](page);
    await unfold(page);
    const place = page.locator(name === "danger" ? "main" : ".wd-card--danger");
    const controls = await place.locator("a, button").all();
    assert.ok(controls.length > 2);
    for (const each of controls) {
      const { width, height } = await each.boundingBox();
      assert.ok(width >= 47.9 && height >= 47.9, `${await each.innerText()}: ${width} by ${height}`);
    }
    await context.close();
  }
});

test("a long word in a button to call breaks", async () => {
  const { page } = await begin({ viewport: { width: 320, height: 640 } });
  await screens.danger(page);
  const button = page.locator("main .wd-call").first();
  await button.locator("small").evaluate((about) => { about.textContent = "Gemeenteschuldhulpverleningssamenwerkingsverband"; });
  const within = await button.evaluate((each) => {
    const { right } = each.getBoundingClientRect();
    const text = document.createRange();
    text.selectNodeContents(each.querySelector("small"));
    return text.getBoundingClientRect().right <= right && right <= document.documentElement.clientWidth;
  });
  assert.ok(within, "it sticks out");
});

test("nobody there is nobody there, wherever on the page they were: an hour later all is wiped", async () => {
  const { page, guard, context } = await openAs(looks["a phone"]);
  await context.addInitScript(() => { globalThis.frame = requestAnimationFrame.bind(globalThis); });
  await page.clock.install({ time: new Date("2026-11-23T10:00:00Z") });
  await page.goto("/voorbeeldstad/");
  await ready(page);
  await householdAdvice(page);
  await scrollDown(page, 900);
  for (let minute = 0; minute < 62; minute += 1) {
    await page.clock.runFor(60 * 1000);
    // Two frames: what moved the page is heard of.
    await page.evaluate(() => new Promise((resolve) => { frame(() => frame(resolve)); }));
  }
  await at(page, needs);
  assert.equal(await kept(page), "");
  guard.check();
});

test("a panel that is left closes, and what has the focus then is not under it", async () => {
  const { page, guard } = await begin({ viewport: { width: 360, height: 740 } });
  for (const name of ["Andere nummers", "Hulp"]) {
    const panel = page.locator("details[name=paneel]").filter({ hasText: name }).first();
    await panel.locator("summary").focus();
    await page.keyboard.press("Enter");
    await panel.locator("a").first().waitFor();
    await panel.locator("a, button").last().focus();
    assert.equal(await panel.evaluate((each) => each.open), true, "it closed while somebody was in it");
    await page.keyboard.press("Tab");
    assert.equal(await panel.evaluate((each) => each.open), false, `${name} stays open`);
  }
  guard.check();
});

test("Escape closes a panel and gives the focus back to what opened it", async () => {
  const { page } = await begin();
  await page.getByText("Hulp", { exact: true }).click();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await focused(page.locator("summary").filter({ hasText: "Hulp" }));
  assert.equal(await page.locator("details[open][name=paneel]").count(), 0);
});
