// Back, forward and change: going back costs nothing.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./harness.mjs";
import { advice, answer, at, back, begin, choice, forward, givePostcode, householdAdvice, needs, press, unfold } from "./visit.mjs";

after(close);

const HOUSE = "Wat lukt niet meer in huis of buiten?";
const LONG = "Hoe lang hebt u hulp nodig?";
const PLACE = "Wat is uw postcode?";

test("back in the browser goes screen by screen, and forward again, with every answer", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  await back(page);
  await at(page, PLACE);
  assert.equal(await page.getByLabel(PLACE).inputValue(), "1230");
  await back(page);
  await at(page, LONG);
  assert.ok(await choice(page, "Langer dan een half jaar").isChecked());
  await back(page);
  await at(page, HOUSE);
  assert.ok(await choice(page, "Schoonmaken lukt niet meer").isChecked());
  await back(page);
  await at(page, needs);
  assert.ok(await choice(page, "Hulp in huis, hulpmiddelen, vervoer of parkeren").isChecked());
  for (const screen of [HOUSE, LONG, PLACE, advice]) {
    await forward(page);
    await at(page, screen);
  }
  guard.check();
});

test("'Terug' on the page is the same as back in the browser", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  await press(page, "Terug");
  await at(page, PLACE);
  await back(page);
  await at(page, LONG);
  await press(page, "Terug");
  await at(page, HOUSE);
  await forward(page);
  await at(page, LONG);
  await forward(page);
  await at(page, PLACE);
  await press(page, "Terug");
  await at(page, LONG);
  guard.check();
});

test("an early answer changed from the advice keeps the later ones", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  await press(page, "Verander antwoord 2");
  await at(page, HOUSE);
  await choice(page, "Koken, boodschappen of klusjes lukken niet meer").check();
  await press(page, "Verder");
  await at(page, advice);
  await page.getByText("Korter dan een half jaar").waitFor({ state: "detached" });
  await unfold(page);
  const answers = page.locator(".wd-answers");
  await answers.getByText("Schoonmaken lukt niet meer; Koken, boodschappen of klusjes lukken niet meer").waitFor();
  await answers.getByText("1230").waitFor();
  guard.check();
});

test("one more need from the advice: only what is new has to be answered", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  await press(page, "Verander antwoord 1");
  await answer(page, needs, "Ik zorg voor iemand, of maak mij zorgen om iemand");
  await answer(page, "Om wie of wat gaat het?", "Ik zorg voor iemand: het is zwaar, of ik wil even weg");
  await answer(page, "Kunt u het zorgen nog volhouden?", "Ja, het gaat nog");
  await at(page, advice);
  await unfold(page);
  const answers = page.locator(".wd-answers");
  await answers.getByText("Langer dan een half jaar").waitFor();
  await answers.getByText("1230").waitFor();
  guard.check();
});

test("danger that comes up by a change is shown before the advice", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  await press(page, "Verander antwoord 1");
  await answer(page, needs, "Ik of een ander is niet veilig");
  await at(page, "Bent u nu in gevaar?");
  guard.check();
});

test("back from a change is the advice as it was", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  await press(page, "Verander antwoord 3");
  await at(page, LONG);
  await press(page, "Terug");
  await at(page, advice);
  guard.check();
});

test("another answer halfway: an answer off the path counts for nothing, and comes back with it", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  for (const screen of [PLACE, LONG, HOUSE]) {
    await back(page);
    await at(page, screen);
  }
  await choice(page, "Schoonmaken lukt niet meer").uncheck();
  await answer(page, HOUSE, "Koken, boodschappen of klusjes lukken niet meer");
  await at(page, PLACE);
  assert.equal(await page.getByLabel(PLACE).inputValue(), "1230");
  await back(page);
  await at(page, HOUSE);
  await choice(page, "Schoonmaken lukt niet meer").check();
  await press(page, "Verder");
  await at(page, LONG);
  assert.ok(await choice(page, "Langer dan een half jaar").isChecked());
  guard.check();
});

test("'Ik wil iemand spreken' from any question, and back to it", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, "Hulp in huis, hulpmiddelen, vervoer of parkeren");
  await at(page, HOUSE);
  await page.locator("main").getByRole("button", { name: "Ik wil iemand spreken" }).click();
  await at(page, "Iemand spreken");
  await page.locator("main").getByRole("link", { name: "Bel 012-345 67 01" }).waitFor();
  await press(page, "Terug");
  await at(page, HOUSE);
  guard.check();
});

test("a choice not yet sent is still there after looking at something else for a moment", async () => {
  const { page, guard } = await begin();
  await choice(page, "Hulp in huis, hulpmiddelen, vervoer of parkeren").check();
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  assert.ok(await choice(page, "Hulp in huis, hulpmiddelen, vervoer of parkeren").isChecked(), "the choice is gone");
  await press(page, "Verder");
  await answer(page, HOUSE, "Schoonmaken lukt niet meer");
  await answer(page, LONG, "Langer dan een half jaar");
  await page.getByLabel(PLACE).fill("68");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  assert.equal(await page.getByLabel(PLACE).inputValue(), "68");
  await givePostcode(page, "1230");
  await at(page, advice);
  guard.check();
});
