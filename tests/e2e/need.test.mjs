// From what somebody needs to who helps with it here.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./harness.mjs";
import { changed, directory, party } from "./town.mjs";
import { advice, answer, answerAll, at, begin, givePostcode, heading, household, householdAdvice, needs, press, unfold } from "./visit.mjs";

after(close);

/** Counts the questions of a visit, by the number that each screen shows. */
async function questions(page) {
  return Number((await page.title()).match(/\d+/)[0]) - 1;
}

test("household help: one contact and its number", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  const first = page.locator("section").filter({ hasText: "Eerst dit" });
  await first.getByRole("heading", { name: "Wijkteam Noord" }).waitFor();
  const call = first.getByRole("link", { name: "Bel 012-345 67 11" });
  assert.equal(await call.getAttribute("href"), "tel:0123456711");
  await unfold(page);
  await first.getByText("U koos: ‘Schoonmaken lukt niet meer’.").waitFor();
  guard.check();
});

test("what the municipality has not confirmed is said so", async () => {
  const unconfirmed = (town) => { delete town.municipality.confirmed; };
  const { page, guard } = await begin({ baseURL: await changed(unconfirmed) });
  await householdAdvice(page);
  await page.getByText("De gemeente keek dit nog niet na").waitFor();
  guard.check();
});

test("household help: what to do oneself, rights and the answers are on the advice", async () => {
  const { page, guard } = await begin();
  await householdAdvice(page);
  const parts = await page.locator(".wd-advice .wd-more > summary").allTextContents();
  const wanted = ["Wat kunt u zelf doen?", "Uw rechten", "Klopt er iets niet?", "Kopieer of stuur het"];
  assert.deepEqual(parts.filter((part) => wanted.includes(part)), wanted, parts.join(" | "));
  await unfold(page);
  await page.getByText(party(directory, directory.municipality.client_support.known).name).first().waitFor();
  assert.ok((await questions(page)) <= 8, "more than 8 questions for one need");
  guard.check();
});

test("debts, alone and in a postcode of two teams: at most 8 questions", async () => {
  const { page, guard } = await begin();
  await answerAll(page, {
    [needs]: "Geld tekort, schulden of iets niet kunnen betalen",
    "Wat speelt er met geld?": "Ik heb schulden en kom er niet uit",
    "Staat er een datum in een brief?": "Nee, zo'n datum staat er niet in",
    "Zijn er kinderen bij u?": "Ja",
    "Hoe oud bent u?": "27 tot en met 66 jaar",
  });
  await givePostcode(page, "1231");
  await answer(page, "In welke wijk woont u?", "Havenkwartier");
  await at(page, advice);
  assert.ok((await questions(page)) <= 8);
  guard.check();
});

test("a parent with three needs: one lead contact and the disciplines at its table", async () => {
  const { page, guard } = await begin();
  await answerAll(page, {
    [needs]: [
      "Geld tekort, schulden of iets niet kunnen betalen",
      "Mijn kind: school, druk, somber, drugs of ziek",
      "Eenzaam, somber, ziek, ruzie, drank of drugs",
    ],
    "Wat past het best bij u?": "Ik ben veel alleen",
    "Wat speelt er met geld?": "Ik heb schulden en kom er niet uit",
    "Wat speelt er met school of gezondheid?": "Mijn kind is somber of bang",
    "Zegt uw kind wel eens dat het dood wil?": "Nee",
    "Denkt u wel eens aan de dood?": "Nee",
    "Staat er een datum in een brief?": "Nee, zo'n datum staat er niet in",
  });
  await givePostcode(page, "1230");
  await at(page, advice);
  assert.ok((await questions(page)) <= 12, "more than 12 questions for three needs");

  const first = page.locator("section").filter({ hasText: "Eerst dit" });
  assert.equal(await first.count(), 1, "one lead contact");
  await first.getByRole("heading", { name: "Gezinssteun" }).waitFor();
  await unfold(page);
  await first.getByText("Er speelt meer dan één ding. Eén team kijkt naar alles samen.").waitFor();
  const table = page.locator(".wd-line").filter({ hasText: "Wie helpen er mee" });
  for (const discipline of ["Helper bij schulden", "Helper voor kind en gezin"]) {
    await table.getByRole("listitem").filter({ hasText: discipline }).waitFor();
  }
  guard.check();
});

test("questions skipped, and 'ik weet het niet' at the place: still an advice with a number", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, "Iets anders, ik weet het niet, geen papieren, gevangenis");
  for (let asked = 0; asked < 10; asked += 1) {
    const title = await heading(page).textContent();
    if (title === advice) break;
    await press(page, "Ik weet het niet");
    await heading(page).filter({ hasNotText: title }).waitFor();
  }
  await at(page, advice);
  await page.locator("main").getByRole("link", { name: "012-345 67 01" }).first().waitFor();
  guard.check();
});

test("who needs household help is not asked what others are asked", async () => {
  const { page, guard } = await begin();
  const asked = [];
  for (const [question, chosen] of Object.entries(household)) {
    asked.push(question);
    await answer(page, question, chosen);
  }
  await at(page, "Wat is uw postcode?");
  assert.equal(await questions(page), asked.length, "a question that changes nothing was asked");
  guard.check();
});
