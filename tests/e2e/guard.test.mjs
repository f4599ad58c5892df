// The guard of the page: whichever file is lost or altered on the way, or late, or whatever
// the browser lacks, the numbers stand there or the page works without it.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { parse } from "acorn";
import { axe, close, open } from "./harness.mjs";
import {
  advice, answerAll, at, choice, focused, givePostcode, heading, household, householdAdvice, NEUTRAL,
  needs, press, ready, stubNeutral,
} from "./visit.mjs";

after(close);

const HOUSE = "Wat lukt niet meer in huis of buiten?";
const START = /\/start\.js$/;
const WASM = /\/wijkdeur_bg\.wasm$/;

const kind = (route) => {
  const path = new URL(route.request().url()).pathname;
  return { js: "text/javascript", css: "text/css", wasm: "application/wasm" }[path.split(".").pop()] ??
    "application/octet-stream";
};
const ways = {
  lost: (route) => route.abort(),
  "not there": (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "Deze pagina is er niet." }),
  empty: (route) => route.fulfill({ contentType: kind(route), body: "" }),
  "a page": (route) => route.fulfill({ contentType: "text/html", body: "<h1>Log in op dit netwerk</h1>" }),
  nonsense: (route) => route.fulfill({ contentType: kind(route), body: Buffer.alloc(20_000, "Δ🜁\u0000x9(") }),
};

/** The numbers in place of the first screen, with the focus on their heading. */
async function numbers(page) {
  await at(page, "Het lukt nu niet");
  await focused(heading(page, "Het lukt nu niet"));
  const main = page.locator("main");
  for (const [name, address] of [["Bel 012-345 67 01", "tel:0123456701"], ["Bel 112", "tel:112"]]) {
    assert.equal(await main.getByRole("link", { name }).getAttribute("href"), address);
  }
  await main.getByRole("link", { name: "Alle teams en nummers per wijk" }).waitFor();
}

async function leads(page) {
  await page.getByRole("link", { name: /^Snel weg/ }).click();
  await page.waitForURL(NEUTRAL);
}

test("the guard is plain old script", async () => {
  const { context, origin } = await open();
  const page = await (await context.request.get(`${origin}/voorbeeldstad/`)).text();
  const [, address] = page.match(/<script src="([^"]+\/start\.js)"/);
  assert.doesNotMatch(page.match(/<script[^>]*start\.js[^>]*>/)[0], /type=|integrity="sha/);
  const script = await (await context.request.get(`${origin}${address}`)).text();
  parse(script, { ecmaVersion: 2015, sourceType: "script" });
});

for (const [what, file, works] of [
  ["the guard", START, true],
  ["the style", /\/wijkdeur\.css$/, true],
  ["what the frame can do", /\/frame\.js$/, true],
  ["'Snel weg'", /\/leave\.js$/, false],
  ["the app's script", /\/wijkdeur\.js$/, false],
  ["the program", WASM, false],
  ["the data", /\/data\/voorbeeldstad-[0-9a-f]+\.bin$/, false],
]) {
  for (const [how, answer] of Object.entries(ways)) {
    test(`${what}: ${how}`, async () => {
      const { context, page } = await open();
      await stubNeutral(context);
      await context.route(file, answer);
      await page.goto("/voorbeeldstad/");
      if (works) {
        await ready(page);
        await choice(page, "Hulp in huis, hulpmiddelen, vervoer of parkeren").check();
        await press(page, "Verder");
        await at(page, HOUSE);
      } else {
        await numbers(page);
      }
      await leads(page);
    });
  }
}

/**
 * The page of the town, with the program still on its way: it arrives, or is lost. The clock stands
 * still until then: on a busy machine the page itself may take a second.
 */
async function slow() {
  const opened = await open({ viewport: { width: 360, height: 740 } });
  const { context, page } = opened;
  await page.clock.install({ time: new Date("2026-11-23T10:00:00Z") });
  await page.clock.pauseAt(new Date("2026-11-23T10:10:00Z"));
  await context.addInitScript(() => document.addEventListener("load", ({ target }) => {
    if (target.src?.endsWith("/start.js")) globalThis.guarded = true;
  }, true));
  let send, lose;
  const held = new Promise((resolve, reject) => { [send, lose] = [resolve, reject]; });
  await context.route(WASM, (route) => held.then(() => route.continue(), () => route.abort()));
  await page.goto("/voorbeeldstad/", { waitUntil: "commit" });
  await at(page, needs);
  await page.waitForFunction(() => document.readyState !== "loading" && globalThis.guarded);
  const arrive = async () => {
    await page.clock.resume();
    send();
  };
  return { ...opened, arrive, lose };
}

/** Where everything of the first screen stands on the page, however far it is scrolled. */
const places = (page) => page.locator("main label, main .wd-screen button, main h1").evaluateAll((all) =>
  all.map((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return [x, y + scrollY, width, height].map(Math.round).join(" ");
  }));

test("slow: after ten seconds the numbers stand below the first screen, and what was chosen counts", async () => {
  const { page, arrive } = await slow();
  const call = page.locator("main").getByRole("link", { name: "Bel 012-345 67 01" });
  await choice(page, "Hulp in huis, hulpmiddelen, vervoer of parkeren").check();
  const before = await places(page);
  await page.clock.fastForward(9_000);
  assert.equal(await call.count(), 0);
  await page.clock.fastForward(1_500);
  await call.waitFor();
  await page.getByRole("status").filter({ hasText: "Het duurt lang." }).waitFor();
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  assert.equal(await page.locator("main").getByRole("button", { name: "Probeer het nog een keer" }).count(), 0);
  assert.deepEqual(await places(page), before, "the first screen moved");
  assert.ok(await choice(page, "Hulp in huis, hulpmiddelen, vervoer of parkeren").isChecked());
  // To look at a page takes a clock that runs.
  await page.clock.resume();
  assert.deepEqual(await axe(page), []);
  await press(page, "Verder");
  await page.getByRole("status").filter({ hasText: "Even wachten." }).waitFor();
  await arrive();
  await at(page, HOUSE);
  assert.equal(await call.count(), 0);
});

test("an early 'Verder' shows that it waits, and nothing moves when the app takes over", async () => {
  const { page, arrive } = await slow();
  const before = await places(page);
  await press(page, "Verder");
  await page.getByRole("status").filter({ hasText: "Even wachten. Daarna gaat het vanzelf verder." }).waitFor();
  assert.deepEqual(await places(page), before, "the word that it waits moved the screen");
  // What is pressed would bring the next screen: this is about the same one.
  await page.evaluate(() => { delete document.documentElement.dataset.pending; });
  await arrive();
  await ready(page);
  assert.deepEqual(await places(page), before);
});

test("slow and then lost: the numbers alone", async () => {
  const { page, lose } = await slow();
  await page.clock.fastForward(11_000);
  await page.getByRole("status").filter({ hasText: "Het duurt lang." }).waitFor();
  lose();
  await numbers(page);
  assert.equal(await page.locator("main").getByRole("link", { name: "Bel 112" }).count(), 1);
});

for (const [what, take] of [
  ["WebAssembly", () => { delete globalThis.WebAssembly; }],
  ["Object.hasOwn", () => { delete Object.hasOwn; }],
  ["modules", () => { delete HTMLScriptElement.prototype.noModule; }],
]) {
  test(`an old browser without ${what}: at once the numbers and the overview`, async () => {
    const { context, page } = await open();
    await stubNeutral(context);
    await context.addInitScript(take);
    // A browser that knows no modules runs none; this one might be ready before the guard.
    const none = (route) => route.fulfill({ contentType: "text/javascript", body: "" });
    if (what === "modules") await context.route(/\/(wijkdeur|leave|frame)\.js$/, none);
    await page.goto("/voorbeeldstad/");
    await numbers(page);
    await page.getByText("De vragen werken niet in deze browser.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Probeer het nog een keer" }).count(), 0);
    await page.locator("main").getByRole("link", { name: "Alle teams en nummers per wijk" }).click();
    await at(page, "Alle hulp in Voorbeeldstad, per wijk");
    await leads(page);
  });
}

/** The next time that this is asked for it is lost; after that it comes. */
async function loseOnce(context, file) {
  let times = 0;
  await context.route(file, (route) => {
    times += 1;
    return times === 1 ? route.abort() : route.continue();
  });
}

const copies = () => {
  Object.defineProperty(navigator, "clipboard", { value: { writeText: async () => {} } });
};

test("taking along is lost: it says so when asked, and works when asked again", async () => {
  const { context, page } = await open();
  await context.addInitScript(copies);
  let lost = true;
  await context.route(/\/take\.js/, (route) => (lost ? route.abort() : route.continue()));
  await page.goto("/voorbeeldstad/");
  await householdAdvice(page);
  assert.equal(await page.locator("#taken").innerText(), "", "nobody asked for it");
  await press(page, "Kopieer de tekst");
  await page.locator("#taken", { hasText: "Dit lukt nu niet." }).waitFor();
  lost = false;
  await press(page, "Kopieer de tekst");
  await page.locator("#taken", { hasText: "gekopieerd" }).waitFor();
});

test("what is asked for before it came is taken once, and as it was asked last", async () => {
  const { context, page } = await open();
  await context.addInitScript(() => {
    globalThis.taken = [];
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async () => { taken.push("copied"); } } });
  });
  let send;
  const held = new Promise((resolve) => { send = resolve; });
  await context.route(/\/take\.js/, (route) => held.then(() => route.continue()));
  await page.goto("/voorbeeldstad/");
  await householdAdvice(page);
  await press(page, "Verder op een telefoon");
  await press(page, "Kopieer de tekst");
  await press(page, "Kopieer de tekst");
  send();
  await page.locator("#taken", { hasText: "gekopieerd" }).waitFor();
  assert.deepEqual(await page.evaluate(() => taken), ["copied"]);
  assert.equal(await page.locator("#link p").count(), 0);
  await press(page, "Kopieer de tekst");
  assert.deepEqual(await page.evaluate(() => taken), ["copied", "copied"]);
});

test("what draws a code is lost: the address stands there, and the code when asked again", async () => {
  const { context, page } = await open();
  await loseOnce(context, /\/qr\.js/);
  await page.goto("/voorbeeldstad/");
  await householdAdvice(page);
  await press(page, "Verder op een telefoon");
  await page.locator("#link p").waitFor();
  assert.equal(await page.locator("#link svg").count(), 0);
  await press(page, "Verder op een telefoon");
  await page.locator("#link svg").waitFor();
});

for (const [what, file] of [
  ["script", /\/request\.js/],
  ["program", /\/request_bg\.wasm/],
]) {
  test(`the ${what} of a request is lost: it says so, and comes when asked again`, async () => {
    const { context, page } = await open();
    await loseOnce(context, file);
    await page.goto("/voorbeeldstad/");
    await answerAll(page, household);
    await givePostcode(page, "1231 AB");
    await at(page, advice);
    await press(page, "Vraag of zij contact opnemen");
    await page.locator("#request [role=status]", { hasText: /\S/ }).waitFor();
    await press(page, "Probeer het nog een keer");
    await at(page, "Hoe kunnen zij u bereiken?");
  });
}
