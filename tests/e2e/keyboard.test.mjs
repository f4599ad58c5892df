// By keyboard alone: every control can be reached, the focus shows and goes along.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./harness.mjs";
import { advice, at, begin, choice, focused, heading, householdAdvice, needs, onward } from "./visit.mjs";

after(close);

const main = (page) => page.locator("main");

/** Presses Tab, or another key, until the focus is on this control, which must then show it. */
async function tabTo(page, control, key = "Tab") {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    if (await control.evaluate((element) => element === document.activeElement)) {
      await shows(control);
      return;
    }
  }
  assert.fail(`Tab does not come to ${control}`);
}

/** A ring around it, or around the tile that it stands in. */
async function shows(control) {
  const rings = await control.evaluate((element) =>
    [element, element.closest("label")].filter(Boolean).map((each) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    }));
  assert.ok(rings.includes(true), `the focus does not show on ${control}`);
}

async function byKeyboard(page, question, chosen) {
  await at(page, question);
  if (question !== needs) await focused(heading(page, question));
  await tabTo(page, choice(page, chosen));
  await page.keyboard.press("Space");
  assert.ok(await choice(page, chosen).isChecked());
  await tabTo(page, main(page).getByRole("button", { name: "Verder", exact: true }));
  await page.keyboard.press("Enter");
}

test("a whole visit with Tab, Space, arrows and Enter; the focus is on every new heading", async () => {
  const { page, guard } = await begin();
  await byKeyboard(page, needs, "Hulp in huis, hulpmiddelen, vervoer of parkeren");
  await byKeyboard(page, "Wat lukt niet meer in huis of buiten?", "Schoonmaken lukt niet meer");

  const question = "Hoe lang hebt u hulp nodig?";
  await at(page, question);
  await focused(heading(page, question));
  await tabTo(page, choice(page, "Korter dan een half jaar"));
  await page.keyboard.press("ArrowDown");
  assert.ok(await choice(page, "Langer dan een half jaar").isChecked());
  await page.keyboard.press("Enter");

  await at(page, "Wat is uw postcode?");
  await focused(heading(page, "Wat is uw postcode?"));
  await tabTo(page, page.getByLabel("Wat is uw postcode?"));
  await page.keyboard.type("1230");
  await page.keyboard.press("Enter");
  await at(page, advice);
  await focused(heading(page, advice));
  await tabTo(page, main(page).getByRole("link", { name: "Bel 012-345 67 11" }).first());
  guard.check();
});

test("from the advice to another answer and back", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  await tabTo(page, page.locator("summary", { hasText: "Klopt er iets niet?" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Verander antwoord 3" }));
  await page.keyboard.press("Enter");
  await at(page, "Hoe lang hebt u hulp nodig?");
  await focused(heading(page));
  // It stands before the heading; round by the end a browser without a window loses its focus.
  await tabTo(page, page.getByRole("button", { name: "Terug", exact: true }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await at(page, advice);
  await focused(heading(page, advice));
  guard.check();
});

test("nothing chosen: the focus is on what is wrong, and its link leads to the first choice", async () => {
  const { page, guard } = await begin();
  for (const screen of [needs, "Wat lukt niet meer in huis of buiten?"]) {
    await at(page, screen);
    await tabTo(page, main(page).getByRole("button", { name: "Verder", exact: true }));
    await page.keyboard.press("Enter");
    const summary = page.getByRole("group", { name: "Kijk nog even naar uw antwoord" });
    await focused(summary);
    await tabTo(page, summary.getByRole("link"));
    await page.keyboard.press("Enter");
    await at(page, screen);
    const first = page.getByRole("checkbox").first();
    await focused(first);
    if (screen === needs) await choice(page, "Hulp in huis, hulpmiddelen, vervoer of parkeren").check();
    await page.keyboard.press("Enter");
  }
  guard.check();
});

test("danger by keyboard: from the first screen to 112 and on", async () => {
  const { page, guard } = await begin();
  await byKeyboard(page, needs, "Ik of een ander is niet veilig");
  await at(page, "Bent u nu in gevaar?");
  await focused(heading(page, "Bent u nu in gevaar?"));
  await tabTo(page, main(page).getByRole("link", { name: "Bel 112" }).first());
  await tabTo(page, onward(page));
  await page.keyboard.press("Enter");
  await at(page, "Wat is er aan de hand?");
  await focused(heading(page));
  guard.check();
});

test("the skip link comes first, and 'Hulp' opens and closes", async () => {
  const { page, guard } = await begin();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Naar de vraag" });
  await focused(skip);
  await shows(skip);
  await tabTo(page, page.locator("summary").filter({ hasText: "Andere nummers" }));
  await tabTo(page, page.locator("summary").filter({ hasText: "Hulp" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Wis alles en begin opnieuw" }));
  guard.check();
});
