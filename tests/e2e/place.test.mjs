// Where it is: postcodes that are enough, that are not, and that are none.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./harness.mjs";
import {
  advice, answer, at, begin, choice, focused, givePostcode, needs, press, unfold,
} from "./visit.mjs";

after(close);

const WIJK = "In welke wijk woont u?";

async function atPostcode() {
  const opened = await begin();
  await answer(opened.page, needs, "Hulp in huis, hulpmiddelen, vervoer of parkeren");
  await answer(opened.page, "Wat lukt niet meer in huis of buiten?", "De trap, douche of drempel lukt niet meer");
  await at(opened.page, "Wat is uw postcode?");
  return { ...opened, field: opened.page.getByLabel("Wat is uw postcode?") };
}

/** Waits for the problem that is told, with the field as it was filled. */
async function refused({ page, field }, typed, problem) {
  const summary = page.getByRole("group", { name: "Kijk nog even naar uw antwoord" });
  await summary.getByRole("link", { name: problem }).waitFor();
  await focused(summary);
  assert.equal(await field.inputValue(), typed);
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  const told = await field.getAttribute("aria-describedby");
  assert.match(await page.locator(`#${told.split(" ")[0]}`).innerText(), problem);
}

test("1231 lies in two teams: the wijk is asked, by names, and one may not know", async () => {
  const { page, guard } = await atPostcode();
  await givePostcode(page, "1231");
  await at(page, WIJK);
  const names = (await page.getByRole("radio").all()).map((radio) => radio.locator("xpath=..").innerText());
  assert.deepEqual((await Promise.all(names)).map((name) => name.trim()), ["Havenkwartier", "Stationsbuurt"]);
  await choice(page, "Stationsbuurt").check();
  await press(page, "Verder");
  await at(page, advice);
  await page.getByRole("heading", { name: "Wijkteam Zuid" }).first().waitFor();
  guard.check();
});

test("1231, and one does not know: no team is guessed, the number stands", async () => {
  const { page, guard } = await atPostcode();
  await givePostcode(page, "1231");
  await at(page, WIJK);
  await press(page, "Ik weet het niet");
  await at(page, advice);
  assert.equal(await page.getByRole("heading", { name: /^Wijkteam/ }).count(), 0);
  await page.getByRole("link", { name: "Bel 012-345 67 01" }).first().waitFor();
  guard.check();
});

test("1232, 1232 JA and 1234 lie in several teams too", async () => {
  const { page, guard } = await atPostcode();
  for (const postcode of ["1232", "1232 JA", "1234"]) {
    await givePostcode(page, postcode);
    await at(page, WIJK);
    await press(page, "Terug");
  }
  guard.check();
});

test("1230, 1237 and 1239 ZZ lie in several wijken of one team: nothing more is asked", async () => {
  const { page, guard } = await atPostcode();
  for (const [postcode, team] of [
    ["1230", "Wijkteam Noord"],
    ["1237", "Wijkteam West"],
    ["1239 ZZ", "Wijkteam West"],
  ]) {
    await givePostcode(page, postcode);
    await at(page, advice);
    await page.getByRole("heading", { name: team }).first().waitFor();
    await press(page, "Terug");
  }
  guard.check();
});

test("'1232 ja', '1232JA' and ' 1232-JA' are understood", async () => {
  const { page, guard } = await atPostcode();
  for (const typed of ["1232 ja", "1232JA", " 1232-JA"]) {
    await givePostcode(page, typed);
    await at(page, WIJK);
    await press(page, "Terug");
  }
  guard.check();
});

test("what is no postcode is refused kindly, and stays in the field", async () => {
  const opened = await atPostcode();
  for (const typed of ["geen", "🏠🏠", "123", "0123", "1232 ja extra"]) {
    await givePostcode(opened.page, typed);
    await refused(opened, typed, /^Dit lijkt geen postcode\. Vul vier cijfers in/);
  }
  opened.guard.check();
});

test("10,000 characters are refused kindly, and the field is still filled", async () => {
  const { page, field, guard } = await atPostcode();
  await givePostcode(page, "x".repeat(10_000));
  await page.getByRole("link", { name: /^Dit lijkt geen postcode/ }).waitFor();
  assert.match(await field.inputValue(), /^x{50,}$/);
  await givePostcode(page, "1230");
  await at(page, advice);
  guard.check();
});

test("nothing, or only blanks: what to do is said", async () => {
  const opened = await atPostcode();
  for (const typed of ["", "   "]) {
    await givePostcode(opened.page, typed);
    await refused(opened, typed, /^Vul de vier cijfers van uw postcode in/);
  }
  opened.guard.check();
});

test("1011 is another municipality's: said kindly, and there is a way on", async () => {
  const opened = await atPostcode();
  const { page, guard } = opened;
  await givePostcode(page, "1011");
  await refused(opened, "1011", /^1011 ligt niet in Voorbeeldstad/);
  await press(page, "Het is in een andere gemeente");
  await at(page, advice);
  await unfold(page);
  await page.getByText("Het gaat om een andere gemeente. Die gemeente helpt verder.").waitFor();
  assert.equal(await page.getByRole("heading", { name: /^Wijkteam/ }).count(), 0);
  guard.check();
});

test("1238 is a post box: the postcode of the house is asked", async () => {
  const opened = await atPostcode();
  await givePostcode(opened.page, "1238");
  await refused(opened, "1238", /^1238 is van een postbus/);
  opened.guard.check();
});

test("no fixed address, and a wijk from the list", async () => {
  const { page, guard } = await atPostcode();
  await press(page, "Ik heb geen vast adres");
  await at(page, advice);
  await press(page, "Verander antwoord 3");
  await press(page, "Ik kies mijn wijk uit een lijst");
  await at(page, WIJK);
  assert.equal(await page.getByRole("radio").count(), 12);
  await answer(page, WIJK, "Lindehof");
  await at(page, advice);
  await page.getByRole("heading", { name: "Wijkteam West" }).first().waitFor();
  guard.check();
});
