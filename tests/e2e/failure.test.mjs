// When the app or its data cannot be had whole: the numbers, never a blank page.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./harness.mjs";
import {
  advice, answerAll, at, begin, choice, focused, givePostcode, heading, household, householdAdvice,
  needs, ready, toNoBed, unfold,
} from "./visit.mjs";

after(close);

const APP = /wijkdeur\.js$/;
const WASM = /_bg\.wasm$/;
const DATA = /\/data\/voorbeeldstad-[0-9a-f]+\.bin$/;

const lost = (route) => route.abort();
const gone = (route) => route.fulfill({ status: 404, body: "Deze pagina is er niet." });
const login = (route) => route.fulfill({ contentType: "text/html", body: "<h1>Log in op dit netwerk</h1>" });
const empty = (route) => route.fulfill({ contentType: typeOf(route), body: "" });
const garbage = (route) =>
  route.fulfill({ contentType: typeOf(route), body: Buffer.alloc(20_000, "Δ🜁\u0000x9") });
const typeOf = (route) =>
  WASM.test(route.request().url()) ? "application/wasm" : "application/octet-stream";

/** Only the first part of the file arrives. */
const half = (part) => async (route) => {
  const whole = await (await route.fetch()).body();
  const body = whole.subarray(0, Math.floor(whole.length * part));
  await route.fulfill({ contentType: typeOf(route), body });
};

async function broken(file, how) {
  const opened = await open();
  await opened.context.route(file, how);
  await opened.page.goto("/voorbeeldstad/");
  return opened;
}

/** The designed screen for this, and no error that nobody caught. */
async function fails({ page, guard }) {
  await at(page, "Het lukt nu niet");
  const main = page.locator("main");
  for (const [name, address] of [["Bel 012-345 67 01", "tel:0123456701"], ["Bel 112", "tel:112"]]) {
    assert.equal(await main.getByRole("link", { name }).getAttribute("href"), address);
  }
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  await main.getByRole("link", { name: "Alle teams en nummers per wijk" }).waitFor();
  assert.deepEqual(guard.errors.filter((error) => error.startsWith("uncaught")), []);
}

for (const [what, file, how] of [
  ["the app's script is lost", APP, lost],
  ["the app's script is not there", APP, gone],
  ["the program is lost", WASM, lost],
  ["the program is not there", WASM, gone],
  ["half of the program arrives", WASM, half(0.5)],
  ["the program is nonsense", WASM, garbage],
  ["the data are lost", DATA, lost],
  ["the data are not there", DATA, gone],
  ["the data are empty", DATA, empty],
  ["the data are cut off early", DATA, half(0.1)],
  ["the data are cut off halfway", DATA, half(0.5)],
  ["the data lack their end", DATA, half(0.99)],
  ["the data are nonsense", DATA, garbage],
  ["a network asks to log in instead of giving data", DATA, login],
]) {
  test(what, async () => fails(await broken(file, how)));
}

test("one byte of the data is wrong: it works or it says that it does not", async () => {
  const { context, page, guard } = await open();
  for (const part of [0.01, 0.2, 0.4, 0.6, 0.8, 0.999]) {
    await context.unrouteAll();
    await context.route(DATA, async (route) => {
      const body = Buffer.from(await (await route.fetch()).body());
      body[Math.floor(body.length * part)] ^= 0xff;
      await route.fulfill({ contentType: typeOf(route), body });
    });
    await page.goto("/voorbeeldstad/");
    await page.locator("html[data-ready=true], html[data-failed=true]").waitFor();
    assert.notEqual((await heading(page).innerText()).trim(), "");
  }
  assert.deepEqual(guard.errors.filter((error) => error.startsWith("uncaught")), []);
});

test("trying again works when the network is back", async () => {
  const { context, page } = await broken(WASM, lost);
  await at(page, "Het lukt nu niet");
  await context.unrouteAll();
  await page.getByRole("button", { name: "Probeer het nog een keer" }).click();
  await ready(page);
  await householdAdvice(page);
});

test("what was asked before it failed is not asked for nothing: the numbers stand there", async () => {
  const { context, page, guard } = await open();
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await context.route(WASM, async (route) => { await held; await route.abort(); });
  await page.goto("/voorbeeldstad/", { waitUntil: "commit" });
  await choice(page, "Ik of een ander is niet veilig").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await at(page, needs);
  release();
  await fails({ page, guard });
});

/** Opens the page and from then on treats whatever else it asks for in this way. */
async function withRest(how) {
  const opened = await open();
  await opened.page.goto("/voorbeeldstad/");
  await ready(opened.page);
  const asked = [];
  await opened.context.route(DATA, async (route) => {
    asked.push(route.request().url());
    await how(route, asked.length);
  });
  return { ...opened, asked };
}

test("who helps where is lost: it is asked for again with the next answer", async () => {
  const { page, asked, guard } = await withRest((route, times) =>
    times === 1 ? route.abort() : route.continue());
  assert.equal(asked.length, 0, "nobody waits for it before the first question");
  await householdAdvice(page);
  await page.getByRole("heading", { level: 2, name: "Wijkteam Noord" }).waitFor();
  await unfold(page);
  await page.getByText("Vraag een buur, vriend of kind om één vaste klus.").waitFor();
  assert.equal(asked.length, 2);
  assert.deepEqual(guard.errors.filter((error) => error.startsWith("uncaught")), []);
});

test("who helps where is late: who waits can call, and then it is there", async () => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  const { page } = await withRest(async (route) => { await held; await route.continue(); });
  await answerAll(page, household);
  await at(page, "Even wachten");
  await page.locator("main").getByRole("link", { name: "Bel 012-345 67 01" }).waitFor();
  release();
  await at(page, "Wat is uw postcode?");
  await focused(heading(page, "Wat is uw postcode?"));
  await givePostcode(page, "1230");
  await at(page, advice);
});

test("who helps where cannot be had: it says so, with a number, and no answer is lost", async () => {
  let lost = true;
  const { page, guard } = await withRest((route) => (lost ? route.abort() : route.continue()));
  await answerAll(page, household);
  await at(page, "Het lukt nu niet");
  await page.locator("main").getByRole("link", { name: "Bel 012-345 67 01" }).waitFor();
  await page.getByRole("button", { name: "Probeer het nog een keer" }).click();
  await at(page, "Het lukt nu niet");
  lost = false;
  await page.getByRole("button", { name: "Probeer het nog een keer" }).click();
  await givePostcode(page, "1230");
  await at(page, advice);
  assert.deepEqual(guard.errors.filter((error) => error.startsWith("uncaught")), []);
});

/** Holds back the second file from now on; gives what lets it through. */
async function holdRest(page) {
  const rest = await page.locator("#data").getAttribute("data-rest");
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.context().route(`**${rest}`, async (route) => { await held; await route.continue(); });
  return release;
}

test("a reload at the lines for danger waits for nothing", async () => {
  const { page } = await begin();
  const lines = await toNoBed(page);
  const release = await holdRest(page);
  await page.reload({ waitUntil: "commit" });
  await at(page, lines);
  await page.locator("main").getByRole("link", { name: /^Bel / }).first().waitFor();
  release();
});

test("a reload while who helps where is late comes back to the advice", async () => {
  const { page } = await begin();
  await householdAdvice(page);
  const release = await holdRest(page);
  await page.reload({ waitUntil: "commit" });
  await at(page, "Even wachten");
  release();
  await at(page, advice);
});

test("a file that hangs is given up, with a number and a way to ask again", async () => {
  const { page } = await open();
  await page.clock.install();
  await page.goto("/voorbeeldstad/");
  await ready(page);
  const release = await holdRest(page);
  await answerAll(page, household);
  await at(page, "Even wachten");
  await page.clock.fastForward(21_000);
  await at(page, "Het lukt nu niet");
  release();
  await page.getByRole("button", { name: "Probeer het nog een keer" }).click();
  await at(page, "Wat is uw postcode?");
});
