// "Snel weg": away at once, and nothing of the visit to come back to.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./harness.mjs";
import { addresses, walkHistory } from "./history.mjs";
import {
  advice, begin, focused, forward, heading, householdAdvice, kept, NEUTRAL, press, ready, stubNeutral, tapAway,
  toDanger,
} from "./visit.mjs";

after(close);

const leave = (page) => page.getByRole("link", { name: "Snel weg van deze pagina" });

/** What only a page says where something was answered. */
const visited = /Hier kunt u terecht|Iemand spreken|Bent u nu in gevaar|Schoonmaken|Vraag \d/;

/** Waits for the neutral page; it was asked for, and nothing else outside was. */
async function isAway(page, guard) {
  await heading(page, "Neutraal").waitFor();
  await page.waitForLoadState();
  assert.deepEqual([...new Set(guard.foreign)], [NEUTRAL]);
  assert.deepEqual(guard.errors, []);
}

/** What the page says that stands there now, once it has loaded. */
async function said(page) {
  await page.waitForLoadState("domcontentloaded");
  return page.locator("body").innerText();
}


async function nothingLeft(page, origin) {
  for (const { url, text, chosen, kept } of await walkHistory(page)) {
    if (!url.startsWith(origin)) continue;
    assert.doesNotMatch(text, visited, url);
    assert.equal(chosen, 0, "a choice is left");
    assert.equal(kept, "", "answers are left");
  }
}

test("by a press, at the first screen", async () => {
  const { page, context, guard, origin } = await begin();
  await stubNeutral(context);
  await leave(page).click();
  await isAway(page, guard);
  await nothingLeft(page, origin);
});

test("by a press, from the lines for danger: Back shows nothing of it", async () => {
  const { page, context, guard, origin } = await begin();
  await stubNeutral(context);
  await toDanger(page);
  await leave(page).click();
  await isAway(page, guard);
  await nothingLeft(page, origin);
});

test("from deep in a visit: no entry of the visit is left, back or forward", async () => {
  const { page, context, guard } = await begin();
  await stubNeutral(context);
  await householdAdvice(page);
  await leave(page).click();
  await isAway(page, guard);
  const urls = await addresses(page);
  assert.deepEqual(urls.filter((url) => url.includes("/voorbeeldstad/")), [], "the history leads to the visit");
});

/** A visit in which the clock is in our hands; `taps` gives how long each tap and each gap is. */
async function beginTapping() {
  const opened = await open();
  const { page } = opened;
  await stubNeutral(opened.context);
  await page.clock.install({ time: new Date("2026-11-23T10:00:00Z") });
  await page.goto("/voorbeeldstad/");
  await ready(page);
  // It stands still: on a busy machine a short tap is a long one.
  await page.clock.pauseAt(new Date("2026-11-23T10:10:00Z"));
  const tap = async (held, gap) => {
    await page.keyboard.down("Shift");
    await page.clock.fastForward(held);
    await page.keyboard.up("Shift");
    await page.clock.fastForward(gap);
  };
  return { ...opened, tap };
}

/** The page is still there, with its first screen. */
async function stays(page) {
  assert.equal(await heading(page, "Waar wilt u hulp bij?").count(), 1, "it left");
}

test("by three short taps of Shift, close together", async () => {
  const { page, context, guard, origin } = await begin();
  await stubNeutral(context);
  await householdAdvice(page);
  await tapAway(page);
  await isAway(page, guard);
  await nothingLeft(page, origin);
});

test("Shift that is held, as with the keys of a screen reader, never leads away", async () => {
  const { page, tap } = await beginTapping();
  for (let times = 0; times < 6; times += 1) await tap(200, 100);
  await stays(page);
});

test("taps of Shift that are apart do not lead away, and how it is done is said", async () => {
  const { page, tap } = await beginTapping();
  for (let times = 0; times < 6; times += 1) await tap(50, 400);
  await stays(page);
  const hint = page.getByRole("status").getByText("Snel weg? Druk 3 keer kort achter elkaar op Shift.");
  assert.equal(await hint.count(), 0, "it was said to who only touched Shift");
  await tap(50, 50);
  await tap(50, 400);
  await hint.waitFor();
  await stays(page);
});

test("Shift with something in between, or with another key, never leads away", async () => {
  const { page } = await beginTapping();
  const title = page.getByRole("heading", { level: 1 });
  for (const between of [
    () => title.click(),
    () => title.click({ modifiers: ["Shift"] }),
    () => page.keyboard.press("ArrowDown"),
    () => page.mouse.wheel(0, 1),
    // A key of a screen reader, of which the page hears Shift and that another place is read.
    () => page.evaluate(() => new Promise((resolve) => {
      document.addEventListener("selectionchange", resolve, { once: true });
      const places = [...document.querySelectorAll("h1, legend, footer li")];
      globalThis.read = ((globalThis.read ?? -1) + 1) % places.length;
      getSelection().collapse(places[globalThis.read], 0);
    })),
  ]) {
    for (let times = 0; times < 3; times += 1) {
      await page.keyboard.press("Shift");
      await between();
    }
    await stays(page);
  }
  for (const keys of ["Control+Shift", "Alt+Shift", "Shift+A", "Shift+Tab"]) {
    for (let times = 0; times < 3; times += 1) await page.keyboard.press(keys);
    await stays(page);
  }
});

test("'3 keer Shift' can be turned off in 'Hulp', on every page, and on again", async () => {
  const { page, context, guard } = await begin();
  await stubNeutral(context);
  const turn = async (how) => {
    await page.getByText("Hulp", { exact: true }).click();
    await press(page, `Zet ‘3 keer Shift’ ${how}`);
    await focused(page.locator("summary").filter({ hasText: "Hulp" }));
  };
  const tap = async () => {
    for (let times = 0; times < 3; times += 1) await page.keyboard.press("Shift");
  };
  await turn("uit");
  await page.getByRole("status").getByText("‘3 keer Shift’ doet nu niets meer.").waitFor();
  await tap();
  await stays(page);
  await page.reload();
  await ready(page);
  await tap();
  await stays(page);
  await page.goto("/voorbeeldstad/overzicht/");
  await tap();
  await heading(page, "Alle hulp in Voorbeeldstad, per wijk").waitFor();
  await turn("aan");
  await tapAway(page);
  await isAway(page, guard);
});

test("on the other pages: also there it leads away", async () => {
  for (const path of ["/", "/voorbeeldstad/overzicht/", "/privacy/", "/nergens/"]) {
    const { page, context, guard, origin } = await open();
    await context.route("https://**", (route) => route.fulfill({ contentType: "text/html", body: "<h1>Neutraal</h1>" }));
    await page.goto(path);
    await leave(page).click();
    await heading(page, "Neutraal").waitFor();
    assert.equal(new Set(guard.foreign).size, 1, path);
    assert.ok(!(await addresses(page)).includes(origin + path), `Back leads to ${path}`);
    await context.close();
  }
});

test("before the app has arrived, and if it never does", async () => {
  const { page, context, guard } = await open();
  await stubNeutral(context);
  await context.route(/\.wasm$/, () => {});
  await page.goto("/voorbeeldstad/", { waitUntil: "domcontentloaded" });
  assert.equal(await page.locator("html[data-ready]").count(), 0);
  await tapAway(page);
  await isAway(page, guard);
});

test("after a reload deep in a visit", async () => {
  const { page, context, guard, origin } = await begin();
  await stubNeutral(context);
  await householdAdvice(page);
  await page.reload();
  await ready(page);
  await leave(page).click();
  await isAway(page, guard);
  await nothingLeft(page, origin);
});

test("from the overview after a visit: the page that the browser kept shows nothing", async () => {
  const { page, context, guard, origin } = await begin();
  await stubNeutral(context);
  await householdAdvice(page);
  await page.locator("main").getByRole("button", { name: "Ik wil iemand spreken" }).click();
  await page.locator("main").getByRole("link", { name: "Alle teams en nummers per wijk" }).click();
  await heading(page, "Alle hulp in Voorbeeldstad, per wijk").waitFor();
  await leave(page).click();
  await isAway(page, guard);
  await nothingLeft(page, origin);
});

test("from the overview after danger: Back does not bring the danger back", async () => {
  const { page, context, guard, origin } = await begin();
  await stubNeutral(context);
  await toDanger(page);
  await page.getByText("Hulp", { exact: true }).click();
  await page.getByRole("link", { name: "Alle teams en nummers per wijk" }).first().click();
  await heading(page, "Alle hulp in Voorbeeldstad, per wijk").waitFor();
  await leave(page).click();
  await isAway(page, guard);
  await nothingLeft(page, origin);
});

test("after the page was opened anew by its name", async () => {
  const { page, context, guard, origin } = await begin();
  await stubNeutral(context);
  await householdAdvice(page);
  await Promise.all([page.waitForEvent("load"), page.getByRole("link", { name: "Wijkdeur Voorbeeldstad" }).click()]);
  await ready(page);
  await leave(page).click();
  await isAway(page, guard);
  await nothingLeft(page, origin);
});

test("offline: a neutral page of our own, also after Forward and a reload online", async () => {
  const { page, context } = await begin();
  await householdAdvice(page);
  await context.setOffline(true);
  await leave(page).click();
  await heading(page, "Geen verbinding").waitFor();
  assert.doesNotMatch(await page.title(), /Wijkdeur|Stap/);
  assert.equal(await page.locator("main").count(), 0);
  assert.equal(await kept(page), "");
  await forward(page);
  assert.doesNotMatch(await said(page), new RegExp(advice));
  await context.setOffline(false);
  await page.goto("/voorbeeldstad/");
  await ready(page);
  assert.equal(await kept(page), "", "Forward brought the answers back");
  await heading(page, "Waar wilt u hulp bij?").waitFor();
});

test("offline at the first screen", async () => {
  const { page, context } = await begin();
  await context.setOffline(true);
  await tapAway(page);
  await heading(page, "Geen verbinding").waitFor();
  assert.equal(await kept(page), "");
});
