// What who listens is told: in a place that was there before, by the name of each control, and
// by what gets the focus. What is heard in the end is tried by hand with a screen reader.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./harness.mjs";
import { screens } from "./screens.mjs";
import {
  answer, at, begin, choice, flaggedAdvice, focused, heading, household, householdAdvice, kept, needs, press, ready,
} from "./visit.mjs";

after(close);

const HOUSE = "Wat lukt niet meer in huis of buiten?";
const MINUTE = 60 * 1000;

/** The region for what is said once, as it stands before anything is said in it. */
async function region(page) {
  const place = await page.$("#notice[role=status]");
  assert.ok(place, "there is no region");
  assert.equal(await place.innerText(), "");
  return place;
}

/** What is said comes into the region that was there; a new one would say nothing. */
async function saidIn(place, text) {
  await place.waitForSelector(`text=${text}`);
  assert.ok(await place.evaluate((each) => each.isConnected && each === document.querySelector("#notice")));
}

async function beginWithClock(path = "/voorbeeldstad/") {
  const opened = await open();
  await opened.page.clock.install({ time: new Date("2026-11-23T10:00:00Z") });
  await opened.page.goto(path);
  await ready(opened.page);
  return opened;
}

test("every place that says something is there before it does", async () => {
  const { page, guard } = await begin();
  await screens["a request: how to reach"](page);
  const places = page.locator("[role=status]");
  assert.ok((await places.count()) >= 3);
  for (const place of await places.all()) {
    const { display, visibility } = await place.evaluate((each) => {
      const { display, visibility } = getComputedStyle(each);
      return { display, visibility };
    });
    const hidden = await place.evaluate((each) => each.closest("[hidden]") !== null);
    assert.ok(display !== "none" && visibility === "visible" && !hidden, await place.evaluate((each) => each.outerHTML));
  }
  guard.check();
});

test("of a request that arrived one hears what stands under the heading: when somebody is in touch", async () => {
  const { page } = await open();
  await screens["a request: received"](page);
  const said = await page.locator("#said").textContent();
  assert.match(said, /^Binnen (één|\d+) werkdag/);
  assert.equal(said, await page.locator("h1 ~ p").filter({ hasText: /^Binnen/ }).first().textContent());
});

test("'Alles is gewist' comes into a region that was there", async () => {
  const { page, guard } = await begin();
  const place = await region(page);
  await answer(page, needs, household[needs]);
  await at(page, HOUSE);
  await page.getByText("Hulp", { exact: true }).click();
  await press(page, "Wis alles en begin opnieuw");
  await saidIn(place, "Alles is gewist.");
  guard.check();
});

test("'Deze browser onthoudt niets' comes into a region that was there", async () => {
  const { context, page, guard } = await open();
  await context.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  await page.goto("/voorbeeldstad/");
  await ready(page);
  const place = await region(page);
  await answer(page, needs, household[needs]);
  await saidIn(place, "Deze browser onthoudt niets");
  guard.check();
});

test("a link that does not work is said in a region that was there", async () => {
  const { page, guard } = await begin();
  const place = await region(page);
  await page.evaluate(() => { location.hash = "onzin"; });
  await saidIn(place, "De link werkt niet.");
  guard.check();
});

test("who does not take along now is told so in a region that was there", async () => {
  const { page, guard } = await begin();
  const place = await region(page);
  await flaggedAdvice(page);
  await press(page, "Print dit");
  await at(page, "Kan iemand meekijken?");
  await page.getByRole("button", { name: /^Ja/ }).click();
  await saidIn(place, "Dat is goed.");
  guard.check();
});

test("who was away is asked where it is heard: what they chose stays, and the answer gives the focus back", async () => {
  const { page, guard } = await beginWithClock();
  const place = await region(page);
  await answer(page, needs, household[needs]);
  await at(page, HOUSE);
  const tick = choice(page, "Schoonmaken lukt niet meer");
  await tick.check();
  await tick.focus();
  // Half a minute from the next number: a slow machine says the same.
  await page.clock.runFor(56.5 * MINUTE);
  await saidIn(place, "Bent u er nog?");
  await saidIn(place, "Binnen 4 minuten wissen wij uw antwoorden.");
  await page.clock.runFor(MINUTE);
  await saidIn(place, "Binnen 3 minuten wissen wij uw antwoorden.");
  await focused(tick);
  assert.ok(await tick.isChecked(), "a choice that was not confirmed is gone");
  await press(page, "Ik ben er nog");
  await focused(tick);
  assert.ok(await tick.isChecked());
  // It counts: the hour begins anew.
  await page.clock.runFor(50 * MINUTE);
  assert.equal(await page.locator("#notice").innerText(), "");
  await focused(tick);
  guard.check();
});

/** Writes in a field for longer than an hour, and then finds all of it. */
async function writesForAnHour(page, field) {
  await field.click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  for (let times = 0; times < 8; times += 1) {
    await page.keyboard.type(`${times} `);
    await page.clock.runFor(9 * MINUTE);
    assert.equal(await page.locator("#notice").innerText(), "", `after ${9 * (times + 1)} minutes`);
  }
  await focused(field);
  assert.equal((await field.inputValue()).trim(), "0 1 2 3 4 5 6 7");
}

test("an hour of writing a story is not an hour away", async () => {
  const { page, guard } = await beginWithClock();
  await householdAdvice(page);
  await press(page, "Mijn verhaal");
  await at(page, "Mijn verhaal");
  await writesForAnHour(page, page.locator("main textarea"));
  guard.check();
});

test("an hour of writing in a request is not an hour away, and all of it is kept", async () => {
  const { page, guard } = await open();
  await page.clock.install({ time: new Date("2026-11-23T10:00:00Z") });
  await screens["a request: what about"](page);
  await writesForAnHour(page, page.locator("main textarea"));
  assert.match(await kept(page), /6 7/);
  await press(page, "Verder");
  await at(page, "Klopt het zo?");
  guard.check();
});

test("an hour of moving about a page, without a key, is not an hour away", async () => {
  const { page, guard } = await beginWithClock();
  await answer(page, needs, household[needs]);
  await at(page, HOUSE);
  await choice(page, "Schoonmaken lukt niet meer").check();
  for (let times = 0; times < 8; times += 1) {
    await page.mouse.move(100 + times, 300);
    await page.clock.runFor(9 * MINUTE);
  }
  assert.ok(await choice(page, "Schoonmaken lukt niet meer").isChecked());
  assert.equal(await page.locator("#notice").innerText(), "");
  guard.check();
});

test("the failure page takes the focus", async () => {
  const { page } = await open();
  await screens.failure(page);
  await focused(heading(page, "Het lukt nu niet"));
});

/** The texts that an element is described by, each of which must be there. */
const described = (locator) =>
  locator.evaluate((each) =>
    each.getAttribute("aria-describedby").trim().split(/\s+/).map((id) => document.getElementById(id).textContent).join(" "));

test("the hint of a question is heard with the question that takes the focus", async () => {
  const { page } = await open();
  await page.goto("/voorbeeldstad/");
  await answer(page, needs, "Mijn kind: opvoeden, scheiding of politie; of zwanger");
  await answer(page, "Wat speelt er met uw kind?", "Opvoeden van mijn puber (12 jaar of ouder)");
  const question = heading(page, "Bent u bang voor iemand, of is een kind dat?");
  await focused(question);
  assert.match(await described(question), /^Dit vragen wij vaker\./);
});

test("a permission that was not given: the link leads to the box, which says that it is wrong and why", async () => {
  const { page } = await open();
  await screens["a request: all of it"](page);
  await page.getByRole("button", { name: /^Versturen naar/ }).click();
  const summary = page.getByRole("group", { name: "Kijk nog even naar uw antwoord" });
  await focused(summary);
  const link = summary.getByRole("link");
  const text = await link.innerText();
  await link.click();
  const box = page.getByLabel(/^Ik vind het goed/);
  await focused(box);
  assert.equal(await box.getAttribute("aria-invalid"), "true");
  assert.equal(await described(box), text);
});

test("a summary of what is wrong is described by its list", async () => {
  for (const name of ["the first screen, nothing chosen", "the postcode, refused", "a request: how to reach, refused"]) {
    const { context, page } = await open();
    await screens[name](page);
    const summary = page.getByRole("group", { name: "Kijk nog even naar uw antwoord" });
    const links = await summary.getByRole("link").allInnerTexts();
    assert.ok(links.length > 0, name);
    assert.equal(await described(summary), links.join(""), name);
    await context.close();
  }
});

test("a field that was refused says so, and why", async () => {
  for (const [name, label] of [["the postcode, refused", "Wat is uw postcode?"], ["a request: how to reach, refused", "Telefoonnummer"]]) {
    const { context, page } = await open();
    await screens[name](page);
    const field = page.getByLabel(label);
    assert.equal(await field.getAttribute("aria-invalid"), "true", name);
    assert.match(await described(field), /^Dit lijkt geen/, name);
    await context.close();
  }
});

test("a number and a name are said apart", async () => {
  for (const name of ["danger", "the advice after danger", "other numbers", "failure"]) {
    const { context, page } = await open();
    await screens[name](page);
    // A button, and a line of the panel.
    for (const link of await page.locator(".wd-call, .wd-safety .wd-panel a[href^='tel:']").all()) {
      const shown = (await link.innerText()).trim();
      const spoken = (await link.getAttribute("aria-label")) ?? shown;
      assert.match(spoken, /^(Bel )?[\d -]+(, \S.*)?$/, `${name}: ${shown}`);
    }
    await context.close();
  }
});

test("what is asked about somebody is known to a browser, unless nobody else may see it", async () => {
  const { context, page } = await open();
  await screens["a request: what about"](page);
  assert.equal(await page.locator("[name=language]").getAttribute("autocomplete"), "language");
  assert.equal(await page.locator("[name=name]").getAttribute("autocomplete"), "name");
  await context.close();
});

test("a search engine is told what every page is for, and never the topic of a visit", async () => {
  const { page, guard } = await begin();
  const about = () => page.locator("meta[name=description]").getAttribute("content");
  const before = await about();
  assert.ok(before.length > 50 && before.length < 160, before);
  await householdAdvice(page);
  assert.equal(await about(), before);
  for (const path of ["/", "/voorbeeldstad/overzicht/", "/voorbeeldstad/wijk/havenkwartier/", "/privacy/", "/toegankelijkheid/"]) {
    await page.goto(path);
    assert.equal(await page.locator("meta[name=description]").count(), 1, path);
  }
  guard.check();
});

test("no two pages have one title", async () => {
  const { page } = await open();
  const titles = new Map();
  for (const path of [
    "/", "/voorbeeldstad/", "/voorbeeldstad/overzicht/", "/voorbeeldstad/overzicht/volledig/", "/voorbeeldstad/wijk/havenkwartier/",
    "/voorbeeldstad/wijk/dorpskern/", "/privacy/", "/toegankelijkheid/", "/nergens/",
  ]) {
    await page.goto(path);
    const title = await page.title();
    assert.equal(titles.get(title), undefined, `${path} and ${titles.get(title)} are both “${title}”`);
    titles.set(title, path);
  }
});

test("what was made is said for what it is: without what draws a code no code is announced", async () => {
  const { context, page } = await open();
  await context.route(/\/qr\.js/, (route) => route.abort());
  await page.goto("/voorbeeldstad/");
  await householdAdvice(page);
  await press(page, "Verder op een telefoon");
  await page.locator("#link p").waitFor();
  await page.waitForFunction(() => document.querySelector("#taken").textContent.trim());
  assert.equal((await page.locator("#taken").innerText()).trim(), "De code lukt nu niet. De link staat hieronder.");
});
