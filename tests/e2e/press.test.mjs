// A press is meant for the screen it was made on: one more of those that brought a screen does
// nothing on it, and every other press counts.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./harness.mjs";
import { at, choice, heading, household, needs, ready } from "./visit.mjs";

after(close);

const HOUSE = "Wat lukt niet meer in huis of buiten?";
const LONG = "Hoe lang hebt u hulp nodig?";
const PLACE = "Wat is uw postcode?";

/** A visit in which the clock is in our hands, and presses come as fast as a test says. */
async function begin(options) {
  const opened = await open({ unhurried: true, ...options });
  const { page } = opened;
  await page.clock.install({ time: new Date("2026-11-23T10:00:00Z") });
  await page.goto("/voorbeeldstad/");
  await ready(page);
  // It stands still: on a busy machine half a second is nothing.
  await page.clock.pauseAt(new Date("2026-11-23T10:10:00Z"));
  return opened;
}

const button = (page, name) => page.locator("main").getByRole("button", { name, exact: true });

/** The middle of what is to be pressed, brought into view. */
async function middle(locator) {
  await locator.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height / 2];
}

/** Goes on from a question, once the press before is long ago. */
async function answer(page, question, ...choices) {
  await at(page, question);
  await page.clock.fastForward(1000);
  for (const each of choices) await choice(page, each).check();
  await page.clock.fastForward(1000);
}

/** Every box that is ticked and every text that is typed on this screen. */
const given = (page) => page.locator("main").evaluate((main) => [
  ...main.querySelectorAll("input:checked"),
  ...[...main.querySelectorAll("input[type=text]")].filter(({ value }) => value),
].length);

for (const [width, height] of [[360, 740], [412, 915], [768, 1024], [1280, 800]]) {
  test(`'Verder' pressed twice at ${width}x${height} answers one question`, async () => {
    const { page, guard } = await begin({ viewport: { width, height } });
    const walk = [[needs, household[needs], HOUSE], [HOUSE, household[HOUSE], LONG], [LONG, household[LONG], PLACE]];
    for (const [question, chosen, next] of walk) {
      await answer(page, question, chosen);
      const where = await middle(button(page, "Verder"));
      await page.mouse.click(...where);
      await at(page, next);
      await page.mouse.click(...where);
      await page.clock.fastForward(50);
      await page.mouse.click(where[0] + 20, where[1] - 20);
      assert.equal(await heading(page, next).count(), 1, "the second press went on");
      assert.equal(await given(page), 0, "the second press chose something");
    }
    guard.check();
  });
}

test("'Ik weet het niet' twice is one answer, and the next one counts half a second later", async () => {
  const { page } = await begin();
  await answer(page, needs, household[needs]);
  await button(page, "Verder").click();
  await at(page, HOUSE);
  await page.clock.fastForward(1000);
  const where = await middle(button(page, "Ik weet het niet"));
  await page.mouse.click(...where);
  await at(page, PLACE);
  await page.mouse.click(...where);
  assert.equal(await heading(page, PLACE).count(), 1);
  await page.clock.fastForward(501);
  await button(page, "Ik weet het niet").click();
  await heading(page, PLACE).waitFor({ state: "detached" });
});

test("the second of two presses that show what is wrong chooses nothing", async () => {
  const { page } = await begin({ viewport: { width: 360, height: 740 } });
  await page.clock.fastForward(1000);
  const where = await middle(button(page, "Verder"));
  await page.mouse.click(...where);
  await page.getByRole("group", { name: "Kijk nog even naar uw antwoord" }).waitFor();
  await page.mouse.click(...where);
  assert.equal(await given(page), 0);
});

test("a press elsewhere counts at once", async () => {
  const { page } = await begin();
  await answer(page, needs, household[needs]);
  const where = await middle(button(page, "Verder"));
  await page.mouse.click(...where);
  await at(page, HOUSE);
  const places = await page.locator("main input").evaluateAll((all) => all.map((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  }));
  const elsewhere = places.find(([x, y]) => y > 80 && y < 700 && Math.hypot(x - where[0], y - where[1]) > 60);
  await page.mouse.click(...elsewhere);
  assert.equal(await given(page), 1);
  await button(page, "Ik wil iemand spreken").click();
  await at(page, "Iemand spreken");
});

test("the same key does nothing for half a second, another one does", async () => {
  const { page } = await begin();
  await answer(page, needs, household[needs]);
  await button(page, "Verder").focus();
  await page.keyboard.press("Enter");
  await at(page, HOUSE);
  await button(page, "Ik weet het niet").focus();
  await page.keyboard.press("Enter");
  assert.equal(await heading(page, HOUSE).count(), 1);
  await page.keyboard.press("Space");
  await at(page, PLACE);
});

test("'Snel weg', 112 and every number count always", async () => {
  const { page, context } = await begin({ viewport: { width: 360, height: 740 } });
  await context.route("https://**", (route) => route.fulfill({ contentType: "text/html", body: "<h1>Neutraal</h1>" }));
  // Everything lies where the last press was: what is asked is only whether it counts.
  await page.evaluate(() => {
    globalThis.counted = [];
    addEventListener("click", (event) => {
      if (!event.target.closest("a[href^='tel:']")) return;
      counted.push(event.target.closest("a").getAttribute("href"));
      event.preventDefault();
    });
  });
  await answer(page, needs, "Ik of een ander is niet veilig");
  await button(page, "Verder").click();
  await at(page, "Bent u nu in gevaar?");
  const pressed = await page.evaluate(() => {
    // A press in the very place of the last one, on whatever stands there now.
    const press = (element) => element.dispatchEvent(new MouseEvent("click", {
      bubbles: true, cancelable: true, detail: 1, clientX: last.x, clientY: last.y,
    }));
    const last = { x: 10, y: 10 };
    press(document.body);
    dispatchEvent(new Event("wijkdeur-shown"));
    const tile = document.querySelector("main button");
    const numbers = [...document.querySelectorAll("a[href^='tel:']")];
    numbers.forEach(press);
    return { numbers: numbers.length, button: press(tile) };
  });
  assert.equal(pressed.button, false, "a button in the same place was not held back");
  assert.equal(await page.evaluate(() => counted.length), pressed.numbers);
  assert.ok(pressed.numbers > 2);
  await page.getByRole("link", { name: "Snel weg van deze pagina" }).click();
  await page.clock.resume();
  await heading(page, "Neutraal").waitFor();
});
