// Nothing betrays what somebody asks about: not the address, the title, the history,
// nor what is sent.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { build, close, open } from "./harness.mjs";
import {
  advice, answer, answerAll, at, back, begin, choice, focused, givePostcode, heading, household, needs, onward,
  press, ready,
} from "./visit.mjs";

after(close);

/** Notes every state and address that is put into the history, from the start. */
async function watch(context) {
  await context.addInitScript(() => {
    globalThis.traces = [];
    for (const name of ["pushState", "replaceState"]) {
      const original = history[name].bind(history);
      history[name] = (...given) => {
        globalThis.traces.push(JSON.stringify(given));
        original(...given);
      };
    }
  });
}

/** A state may hold these numbers and the name of the page, which is drawn at random. */
const state = /\{"page":"0\.\d+"(,"entry":\d+,"spot":\d+)?\}/;
const plain = new RegExp(`^\\[${state.source},""\\]$`);

async function betraysNothing(page) {
  assert.equal(new URL(page.url()).href.replace(/^.*:\d+/, ""), "/voorbeeldstad/");
  assert.match(await page.title(), /^(Stap \d+ - Wijkdeur|Wijkdeur Voorbeeldstad)$/);
  const now = await page.evaluate(() => JSON.stringify(history.state));
  assert.match(now, new RegExp(`^${state.source}$`));
  for (const trace of await page.evaluate(() => globalThis.traces)) assert.match(trace, plain);
  assert.equal(await page.evaluate(() => document.cookie + JSON.stringify({ ...localStorage })), "{}");
}

test("a whole visit leaves numbers in the history and nothing in address or title", async () => {
  const { page, context, guard, origin } = await open();
  await watch(context);
  const sent = [];
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
  await page.goto("/voorbeeldstad/");
  await ready(page);
  const before = sent.length;
  await betraysNothing(page);
  await answer(page, needs, "Ik of een ander is niet veilig");
  await at(page, "Bent u nu in gevaar?");
  await betraysNothing(page);
  await onward(page).click();
  await answer(page, "Wat is er aan de hand?", "Iemand doet mij pijn, bedreigt, dwingt of volgt mij");
  await at(page, "Goed dat u dit zegt");
  await betraysNothing(page);
  await onward(page).click();
  await answer(page, "Is er nu gevaar, of kan dat zo komen?", "Nee, nu niet");
  await answer(page, "Is er een kind in huis?", "Nee");
  await givePostcode(page, "1011");
  await page.getByRole("link", { name: /1011 ligt niet/ }).waitFor();
  await betraysNothing(page);
  await givePostcode(page, "1230");
  await at(page, advice);
  await betraysNothing(page);
  await press(page, "Print dit");
  await at(page, "Kan iemand meekijken?");
  await betraysNothing(page);
  await back(page);
  await at(page, advice);
  await betraysNothing(page);
  // Whatever was answered, the same files follow, and nothing else.
  const after = sent.slice(before).map((request) => request.replace(origin, "").trim()).sort();
  assert.match(after.pop(), /^GET \/data\/voorbeeldstad-[0-9a-f]+\.bin$/);
  assert.deepEqual(after, [`GET ${build()}take.js`]);
  guard.check();
});

test("the same choice gives the same numbers as any other: the state says only how far", async () => {
  const states = [];
  for (const topic of ["Ik of een ander is niet veilig", "Hulp in huis, hulpmiddelen, vervoer of parkeren"]) {
    const { page } = await begin();
    await answer(page, needs, topic);
    await heading(page).filter({ hasNotText: needs }).waitFor();
    // The name of a page is another each time, whatever somebody chose.
    states.push(await page.evaluate(() => JSON.stringify({ ...history.state, page: "" }) + document.title));
  }
  assert.equal(states[0], states[1]);
});

for (const [when, block] of [
  ["before the app is there", /\.wasm$/],
  ["when nothing of ours runs", /\.js$/],
]) {
  test(`'Verder' ${when} sends nothing`, async () => {
    const { page, context } = await open();
    await context.route(block, () => {});
    await page.goto("/voorbeeldstad/", { waitUntil: "commit" });
    await choice(page, "Ik of een ander is niet veilig").check();
    await page.getByRole("button", { name: "Verder" }).click({ noWaitAfter: true });
    await choice(page, "Ik of een ander is niet veilig").waitFor();
    assert.equal(new URL(page.url()).search, "");
    assert.ok(await choice(page, "Ik of een ander is niet veilig").isChecked());
  });
}

test("without JavaScript 'Verder' puts no answer in the address either", async () => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto("/voorbeeldstad/");
  await choice(page, "Ik of een ander is niet veilig").check();
  const sent = [];
  page.on("request", (request) => sent.push(request.url()));
  await choice(page, "Ik of een ander is niet veilig").press("Enter");
  await choice(page, "Ik of een ander is niet veilig").waitFor();
  assert.deepEqual(sent.filter((url) => url.includes("?")), []);
  assert.equal(new URL(page.url()).search, "");
});

test("links inside a screen leave the visit where it is", async () => {
  const { page, guard } = await begin();
  await answerAll(page, household);
  await givePostcode(page, "geen");
  await page.getByRole("link", { name: /^Dit lijkt geen postcode/ }).click();
  await focused(page.getByLabel("Wat is uw postcode?"));
  assert.equal(await page.getByLabel("Wat is uw postcode?").inputValue(), "geen");
  await givePostcode(page, "1230");
  await at(page, advice);
  await page.getByRole("link", { name: "Naar de vraag" }).focus();
  await page.keyboard.press("Enter");
  await focused(page.locator("main"));
  await at(page, advice);
  await press(page, "Terug");
  await at(page, "Wat is uw postcode?");
  guard.check();
});
