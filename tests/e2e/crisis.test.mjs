// Danger comes first: before any other question, and on top of what follows.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./harness.mjs";
import {
  advice, answer, at, back, begin, choice, givePostcode, heading, needs, onward, press, toDanger,
} from "./visit.mjs";

after(close);

/** Buttons to call in the app's own part of the page, in their order. */
async function calls(page) {
  const links = await page.locator("main").getByRole("link", { name: /^Bel / }).all();
  return Promise.all(links.map((link) => link.getAttribute("href")));
}

async function toViolence(page) {
  await answer(page, needs, "Huis, huur, energie, buren of geen slaapplek");
  await answer(page, "Wat speelt er met uw huis?", "Het is thuis niet veilig: iemand slaat of bedreigt");
  await at(page, "Goed dat u dit zegt");
}

/** From danger by violence to the advice, without a place. */
async function violenceToAdvice(page) {
  await toViolence(page);
  await onward(page).click();
  await answer(page, "Is er nu gevaar, of kan dat zo komen?", "Nee, nu niet");
  await answer(page, "Is er een kind in huis?", "Nee");
  await givePostcode(page, "1230");
  await at(page, advice);
}

/** Notes prints instead of doing them. */
async function notePrints(context) {
  await context.addInitScript(() => {
    globalThis.prints = 0;
    globalThis.print = () => { globalThis.prints += 1; };
  });
}

test("two taps from the first screen to 112, and nothing betrays it", async () => {
  const { page, guard } = await begin();
  await choice(page, "Ik of een ander is niet veilig").check();
  await press(page, "Verder");
  await at(page, "Bent u nu in gevaar?");
  assert.equal((await calls(page))[0], "tel:112");
  assert.equal(await page.title(), "Stap 2 - Wijkdeur");
  await page.getByRole("heading", { name: "Kunt of wilt u niet bellen?" }).waitFor();
  await page.getByRole("link", { name: "Snel weg van deze pagina" }).waitFor();
  await onward(page).waitFor();
  guard.check();
});

test("the first call button is in view at once on a small phone", async () => {
  const { page, guard } = await begin({ viewport: { width: 360, height: 740 } });
  await toDanger(page);
  const box = await page.locator("main").getByRole("link", { name: "Bel 112" }).first().boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= 740, `112 stands at ${box.y}`);
  guard.check();
});

test("after danger: what it is, its lines, and only then a place", async () => {
  const { page, guard } = await begin();
  await toDanger(page);
  await onward(page).click();
  await answer(page, "Wat is er aan de hand?", "Iemand doet mij pijn, bedreigt, dwingt of volgt mij");
  await at(page, "Goed dat u dit zegt");
  assert.ok((await calls(page)).includes("tel:08002000"));
  await onward(page).click();
  await answer(page, "Is er nu gevaar, of kan dat zo komen?", "Ja, nu of elk moment");
  await at(page, "Bel nu 112");
  assert.equal((await calls(page))[0], "tel:112");
  guard.check();
});

test("a violence need deeper in: Veilig Thuis next, also without speaking, and a mark nowhere", async () => {
  const { page, guard } = await begin();
  await toViolence(page);
  assert.ok((await calls(page)).includes("tel:08002000"));
  await page.getByText("Kunt of wilt u niet bellen?").waitFor();
  assert.match(await page.title(), /^Stap \d+ - Wijkdeur$/);
  guard.check();
});

test("the lines stay on top of the advice", async () => {
  const { page, guard } = await begin();
  await violenceToAdvice(page);
  assert.equal((await calls(page))[0], "tel:08002000");
  const headings = await page.locator("main").getByRole("heading").allTextContents();
  assert.deepEqual(headings.slice(0, 2), [advice, "Goed dat u dit zegt"]);
  guard.check();
});

test("thoughts of suicide: 113, by phone and by chat, before anything else", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, "Eenzaam, somber, ziek, ruzie, drank of drugs");
  await answer(page, "Wat past het best bij u?", "Ik denk aan de dood of wil niet meer leven");
  await at(page, "Blijf hier niet alleen mee");
  assert.equal((await calls(page))[0], "tel:113");
  await page.locator("main").getByRole("link", { name: "113.nl" }).waitFor();
  guard.check();
});

test("printing after danger asks who can look along: no means print, once", async () => {
  const { page, context, guard } = await begin();
  await notePrints(context);
  await page.reload();
  await violenceToAdvice(page);
  await press(page, "Print dit");
  await at(page, "Kan iemand meekijken?");
  assert.equal(await page.evaluate(() => globalThis.prints), 0);
  await press(page, "Nee, ga maar verder");
  await at(page, advice);
  await page.waitForFunction(() => globalThis.prints > 0);
  assert.equal(await page.evaluate(() => globalThis.prints), 1);
  guard.check();
});

test("printing after danger: yes means no print, and that is said", async () => {
  const { page, context, guard } = await begin();
  await notePrints(context);
  await page.reload();
  await violenceToAdvice(page);
  await press(page, "Print dit");
  await press(page, "Ja, nu liever niet");
  await at(page, advice);
  await page.getByRole("status").getByText("Het kan later ook nog.").waitFor();
  assert.equal(await page.evaluate(() => globalThis.prints), 0);
  guard.check();
});

test("back from the advice after printing is the question before it, in one step", async () => {
  const { page, context, guard } = await begin();
  await notePrints(context);
  await page.reload();
  await violenceToAdvice(page);
  await press(page, "Print dit");
  await press(page, "Nee, ga maar verder");
  await at(page, advice);
  await back(page);
  await heading(page).filter({ hasNotText: advice }).waitFor({ timeout: 3000 });
  guard.check();
});

test("'Terug' on the lines for danger gives the question back, with its answer", async () => {
  const { page, guard } = await begin();
  await toDanger(page);
  await press(page, "Terug");
  await at(page, needs);
  assert.ok(await choice(page, "Ik of een ander is niet veilig").isChecked());
  guard.check();
});
