// Where it is: postcodes that are enough, that are not, and that are none.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./harness.mjs";
import {
  advice, answer, at, begin, choice, focused, givePostcode, needs, press,
} from "./visit.mjs";

after(close);

const WIJK = "In welke wijk woont u?";

async function atPostcode() {
  const opened = await begin();
  await answer(opened.page, needs, "Hulp krijgen in huis, of ergens komen");
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

test("6822 lies in two teams: the wijk is asked, by names, and one may not know", async () => {
  const { page, guard } = await atPostcode();
  await givePostcode(page, "6822");
  await at(page, WIJK);
  const names = (await page.getByRole("radio").all()).map((radio) => radio.locator("xpath=..").innerText());
  assert.deepEqual((await Promise.all(names)).map((name) => name.trim()), ["Klarendal", "Monnikenhuizen"]);
  await choice(page, "Monnikenhuizen").check();
  await press(page, "Verder");
  await at(page, advice);
  await page.getByRole("heading", { name: "Sociaal wijkteam Noordoost" }).waitFor();
  guard.check();
});

test("6822, and one does not know: no team is guessed, the number stands", async () => {
  const { page, guard } = await atPostcode();
  await givePostcode(page, "6822");
  await at(page, WIJK);
  await press(page, "Ik weet het niet");
  await at(page, advice);
  assert.equal(await page.getByRole("heading", { name: /Sociaal wijkteam/ }).count(), 0);
  await page.getByRole("link", { name: "Bel 0800-1809" }).first().waitFor();
  guard.check();
});

test("6824, 6843, 6812 and 6821 lie in several teams too", async () => {
  const { page, guard } = await atPostcode();
  for (const postcode of ["6824", "6843", "6812", "6821"]) {
    await givePostcode(page, postcode);
    await at(page, WIJK);
    await press(page, "Terug");
  }
  guard.check();
});

test("6813, 6826 and 6828 lie in several wijken of one team: nothing more is asked", async () => {
  const { page, guard } = await atPostcode();
  for (const [postcode, team] of [
    ["6813", "Sociaal wijkteam Noordwest"],
    ["6826", "Sociaal wijkteam Presikhaaf"],
    ["6828", "Sociaal wijkteam Centrum, Spijkerkwartier en Arnhemse Broek"],
  ]) {
    await givePostcode(page, postcode);
    await at(page, advice);
    await page.getByRole("heading", { name: team }).first().waitFor();
    await press(page, "Terug");
  }
  guard.check();
});

test("'6822 ab', '6822AB' and ' 6822-AB' are understood", async () => {
  const { page, guard } = await atPostcode();
  for (const typed of ["6822 ab", "6822AB", " 6822-AB"]) {
    await givePostcode(page, typed);
    await at(page, WIJK);
    await press(page, "Terug");
  }
  guard.check();
});

test("what is no postcode is refused kindly, and stays in the field", async () => {
  const opened = await atPostcode();
  for (const typed of ["geen", "🏠🏠", "682", "0123", "6822 ab extra"]) {
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
  await givePostcode(page, "6813");
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
  await refused(opened, "1011", /^1011 ligt niet in Arnhem/);
  await press(page, "Het is in een andere gemeente");
  await at(page, advice);
  await page.getByText("Het gaat om een andere gemeente. Die gemeente helpt verder.").waitFor();
  assert.equal(await page.getByRole("heading", { name: /Sociaal wijkteam/ }).count(), 0);
  guard.check();
});

test("6800 is a post box: the postcode of the house is asked", async () => {
  const opened = await atPostcode();
  await givePostcode(opened.page, "6800");
  await refused(opened, "6800", /^6800 is van een postbus/);
  opened.guard.check();
});

test("no fixed address, and a wijk from the list", async () => {
  const { page, guard } = await atPostcode();
  await press(page, "Ik heb geen vast adres");
  await at(page, advice);
  await page.getByRole("button", { name: /^Verander antwoord 3/ }).click();
  await press(page, "Ik kies mijn wijk uit een lijst");
  await at(page, WIJK);
  assert.equal(await page.getByRole("radio").count(), 24);
  await answer(page, WIJK, "Schuytgraaf");
  await at(page, advice);
  await page.getByRole("heading", { name: "Sociaal wijkteam Schuytgraaf en Elderveld" }).waitFor();
  guard.check();
});
