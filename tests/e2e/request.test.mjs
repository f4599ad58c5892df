// A request to be contacted, from the advice to the receipt: what goes along, what the desk
// may answer, and what a bad connection does to it.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { axe, close, onPost, open } from "./harness.mjs";
import { changed, withoutDesk } from "./town.mjs";
import {
  advice, answer, answerAll, at, flaggedAdvice, focused, givePostcode, heading, household, kept, needs, onward,
  press, ready,
} from "./visit.mjs";

after(close);

const reach = "Hoe kunnen zij u bereiken?";
const about = "Wilt u nog iets zeggen?";
const review = "Klopt het zo?";
const received = "Uw bericht is aangekomen";
const waiting = "Uw bericht is nog niet verstuurd";
const API = "**/api/contact-requests";

/** Opens a town and notes every request to the desk. */
async function begin(path = "/voorbeeldstad/", options) {
  const opened = await open(options);
  const { page } = opened;
  const posts = [];
  await onPost(page, (key, body) => posts.push({ key, body: JSON.parse(body) }));
  await page.goto(path);
  await ready(page);
  return { ...opened, posts };
}

/** The desk has what is sent first, but its answer never comes. */
async function loseFirstAnswer(page, posts) {
  let times = 0;
  await page.route(API, async (route) => {
    if (times++ > 0) return route.continue();
    const [{ key, body }] = posts;
    const headers = { "content-type": "application/json", "idempotency-key": key };
    const answer = await fetch(route.request().url(), { method: "POST", headers, body: JSON.stringify(body) });
    assert.equal(answer.status, 201);
  });
}

async function toReach(page) {
  await answerAll(page, household);
  await givePostcode(page, "1231 AB");
  await at(page, advice);
  await press(page, "Vraag of zij contact opnemen");
  await at(page, reach);
}

async function toReview(page) {
  await toReach(page);
  await page.getByLabel("Telefoonnummer").fill("06-12 34 56 78");
  await press(page, "Verder");
  await at(page, about);
  await press(page, "Verder");
  await at(page, review);
}

async function send(page) {
  await page.getByLabel(/^Ik vind het goed/).check();
  await page.getByRole("button", { name: "Versturen naar Wijkteam Noord" }).click();
}

test("a request arrives, and holds what was shown and nothing else", async () => {
  const { page, guard, posts } = await begin();
  await toReview(page);
  const shown = await page.locator("main").innerText();
  for (const part of ["Wijkteam Noord", "06-12 34 56 78", "Het schoonmaken lukt niet meer.", "Wijk\n"]) {
    assert.ok(shown.includes(part), part);
  }
  assert.ok(!shown.includes("Voor mezelf of mijn gezin"), "nobody said so");
  await send(page);
  await at(page, received);
  assert.equal(posts.length, 1);
  const [{ key, body }] = posts;
  assert.match(key, /^\d{40}$/);
  const { seconds, story, wijk, ...rest } = body;
  assert.ok(Number.isInteger(seconds));
  assert.ok(wijk.length > 2 && shown.includes(`Wijk\n${wijk}`), wijk);
  assert.ok(shown.includes(story.split("\n")[0]));
  assert.deepEqual(rest, {
    version: 1,
    municipality: "voorbeeldstad",
    provider: "wijkteam-noord",
    phone: "0612345678",
    voicemail: "nothing",
    wmo_melding: true,
    permission: true,
    times: [],
    answers: [],
  });
  const receipt = await page.locator("main").innerText();
  assert.match(receipt, /WD-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  assert.match(receipt, /Binnen 3 werkdagen/);
  assert.match(receipt, /zes weken/);
  assert.match(receipt, /Daarna kunt u de hulp aanvragen/);
  assert.match(receipt, /Niemand leest uw bericht/);
  assert.ok(!(await kept(page)).includes("0612345678"), "the number is kept no longer than needed");
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).hash, "/voorbeeldstad/");
  assert.match(await page.title(), /^Stap \d+ - Wijkdeur$/);
  guard.check();
});

test("answers go along only when that is ticked, after they could be read", async () => {
  const { page, posts } = await begin();
  await toReview(page);
  await page.getByText("Welke antwoorden zijn dat?").click();
  await page.getByText("Schoonmaken lukt niet meer", { exact: true }).waitFor();
  await page.getByLabel("Stuur mijn antwoorden ook mee").check();
  await send(page);
  await at(page, received);
  const told = posts[0].body.answers.map(({ answer }) => answer);
  assert.deepEqual(told, [
    "Hulp in huis, hulpmiddelen, vervoer of parkeren", "Schoonmaken lukt niet meer", "Langer dan een half jaar", "1231 AB",
  ]);
});

test("who receives it is not the municipality: nothing goes before that is allowed", async () => {
  const { page, posts } = await begin();
  await toReview(page);
  await page.getByRole("button", { name: "Versturen naar Wijkteam Noord" }).click();
  const problems = page.getByRole("group", { name: "Kijk nog even naar uw antwoord" });
  await focused(problems);
  assert.equal(posts.length, 0);
  await send(page);
  await at(page, received);
});

test("everything that is wrong is said at once, beside each field and on top", async () => {
  const { page } = await begin();
  await toReach(page);
  await press(page, "Verder");
  await page.getByRole("link", { name: "Geef een telefoonnummer, een e-mailadres of een adres." }).waitFor();
  await page.getByLabel("Telefoonnummer").fill("tel 12");
  await page.getByLabel("E-mailadres").fill("naam");
  await press(page, "Verder");
  const problems = page.getByRole("group", { name: "Kijk nog even naar uw antwoord" });
  await problems.getByRole("link", { name: /^Dit lijkt geen e-mailadres/ }).waitFor();
  await focused(problems);
  assert.equal(await problems.getByRole("link").count(), 2);
  assert.equal(await page.getByLabel("Telefoonnummer").inputValue(), "tel 12");
  const described = await page.getByLabel("E-mailadres").getAttribute("aria-describedby");
  assert.match(await page.locator(`#${described.split(" ")[0]}`).innerText(), /geen e-mailadres/);
  await problems.getByRole("link", { name: /^Dit lijkt geen e-mailadres/ }).click();
  await focused(page.getByLabel("E-mailadres"));
});

test("a double tap sends once", async () => {
  const { page, posts } = await begin();
  await toReview(page);
  await page.getByLabel(/^Ik vind het goed/).check();
  await page.evaluate(() => {
    const button = [...document.querySelectorAll("main button")].find((it) => it.textContent.startsWith("Versturen"));
    button.click();
    button.click();
  });
  await at(page, received);
  assert.equal(posts.length, 1);
});

test("without a connection it says so, and goes by itself when that is back, under one key", async () => {
  const { page, context, posts } = await begin();
  await toReview(page);
  await context.setOffline(true);
  await send(page);
  await at(page, waiting);
  await page.locator("main").getByRole("link", { name: /^Bel 012-345 67 01/ }).waitFor();
  assert.deepEqual(await axe(page), []);
  await context.setOffline(false);
  await at(page, received);
  assert.ok(posts.length >= 2);
  assert.equal(new Set(posts.map(({ key }) => key)).size, 1);
  assert.equal(new Set(posts.map(({ body }) => JSON.stringify(body))).size, 1);
});

test("a desk that is out of order twice gets the same request a third time", async () => {
  const { page, posts } = await begin();
  let times = 0;
  await page.route(API, (route) => (times++ < 2 ? route.fulfill({ status: 500 }) : route.continue()));
  await toReview(page);
  await send(page);
  await at(page, waiting);
  await heading(page, received).waitFor({ timeout: 20_000 });
  assert.equal(posts.length, 3);
  assert.equal(new Set(posts.map(({ key }) => key)).size, 1);
  assert.equal(new Set(posts.map(({ body }) => JSON.stringify(body))).size, 1);
});

test("'Probeer het nu' does not wait", async () => {
  const { page, posts } = await begin();
  let times = 0;
  const busy = { status: 429, headers: { "retry-after": "3600" } };
  await page.route(API, (route) => (times++ < 1 ? route.fulfill(busy) : route.continue()));
  await toReview(page);
  await send(page);
  await at(page, waiting);
  await press(page, "Probeer het nu");
  await at(page, received);
  assert.equal(posts.length, 2);
});

test("a reload while it is on its way sends the same request again", async () => {
  const { page, posts } = await begin();
  await loseFirstAnswer(page, posts);
  await toReview(page);
  await send(page);
  await at(page, "Uw bericht wordt verstuurd");
  await page.waitForFunction(() => true);
  await page.reload();
  await at(page, received);
  assert.ok(posts.length >= 2);
  assert.equal(new Set(posts.map(({ key }) => key)).size, 1);
});

test("a reload elsewhere in the visit sends it as well", async () => {
  const { page, context, posts } = await begin();
  await toReview(page);
  await page.route(API, (route) => route.abort());
  await send(page);
  await at(page, waiting);
  // There is nothing to fill in: back from it leads to where it was asked for.
  await page.goBack({ waitUntil: "commit" });
  await at(page, advice);
  await page.unroute(API);
  const arrived = page.waitForResponse((response) => response.status() === 201);
  await page.reload();
  await arrived;
  assert.equal(new Set(posts.map(({ key }) => key)).size, 1);
  assert.equal(await heading(page, advice).count(), 1, "it stays where it was");
  await context.close();
});

/** A desk that is out of order for so long that nothing is tried again by itself. */
const laterPlease = { status: 503, headers: { "retry-after": "3600" } };

/** Back to the first question: who asks from there asks the municipality itself. */
async function toFirstQuestion(page) {
  while (!(await heading(page, needs).count())) {
    const before = await page.locator("h1").innerText();
    await page.goBack({ waitUntil: "commit" });
    await page.waitForFunction((was) => document.querySelector("h1")?.innerText !== was, before);
  }
}

test("a request that waits stays what it was, whatever is answered since", async () => {
  const { page, posts } = await begin();
  await page.route(API, (route) => route.fulfill(laterPlease));
  await toReview(page);
  await send(page);
  await at(page, waiting);
  const { body, key } = posts[0];
  // With nothing else chosen there is nobody in particular to ask.
  await toFirstQuestion(page);
  await page.locator("main").getByRole("button", { name: "Ik wil iemand spreken" }).click();
  await press(page, "Vraag of zij contact opnemen");
  await at(page, waiting);
  const shown = await page.locator("main").innerText();
  assert.ok(shown.includes("Dit gaat naar\nWijkteam Noord"), shown);
  assert.equal(await page.getByRole("textbox").count(), 0);
  assert.deepEqual(await axe(page), []);
  await page.unroute(API);
  await press(page, "Probeer het nu");
  await at(page, received);
  assert.ok((await page.locator("main").innerText()).includes("Dit gaat naar\nWijkteam Noord"));
  assert.deepEqual(posts.at(-1), { body, key });
  // The next one is for who would get it now, and was agreed to by nobody.
  await press(page, "Stel nog een vraag");
  await at(page, reach);
  assert.ok((await page.locator("main").innerText()).includes("Uw vraag gaat naar: Gemeente Voorbeeldstad"));
});

test("what waits can be taken back, and is then for who would get it now", async () => {
  const { page, posts } = await begin();
  await page.route(API, (route) => route.fulfill(laterPlease));
  await toReview(page);
  await send(page);
  await at(page, waiting);
  await toFirstQuestion(page);
  await page.locator("main").getByRole("button", { name: "Ik wil iemand spreken" }).click();
  await press(page, "Vraag of zij contact opnemen");
  await press(page, "Verander mijn bericht");
  await at(page, reach);
  assert.equal(await page.getByLabel("Telefoonnummer").inputValue(), "06-12 34 56 78");
  await press(page, "Verder");
  await at(page, about);
  await press(page, "Verder");
  await at(page, review);
  assert.equal(await page.getByLabel(/^Ik vind het goed/).count(), 0);
  await page.unroute(API);
  await page.getByRole("button", { name: "Versturen naar Gemeente Voorbeeldstad" }).click();
  await at(page, received);
  const { key, body } = posts.at(-1);
  assert.notEqual(key, posts[0].key);
  assert.equal("provider" in body || "permission" in body, false);
});

test("what waits is not sent any more when it is thrown away", async () => {
  const { page, posts } = await begin();
  await page.route(API, (route) => route.fulfill(laterPlease));
  await toReview(page);
  await send(page);
  await at(page, waiting);
  await press(page, "Gooi dit bericht weg");
  await at(page, reach);
  assert.equal(await page.getByLabel("Telefoonnummer").inputValue(), "");
  await page.unroute(API);
  const sent = posts.length;
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.reload();
  await at(page, reach);
  assert.equal(posts.length, sent);
});

test("a letter that waits does not go by itself after danger was told", async () => {
  const { page, posts } = await begin();
  await page.route(API, (route) => route.fulfill(laterPlease));
  await toReach(page);
  await page.getByLabel("Adres voor een brief").fill("Dorpsstraat 1");
  await press(page, "Verder");
  await at(page, about);
  await press(page, "Verder");
  await at(page, review);
  await send(page);
  await at(page, waiting);
  await toFirstQuestion(page);
  await page.unroute(API);
  await answer(page, needs, "Ik of een ander is niet veilig");
  await at(page, "Bent u nu in gevaar?");
  const sent = posts.length;
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await onward(page).click();
  await page.locator("h1").filter({ hasNotText: "Bent u nu in gevaar?" }).waitFor();
  await page.locator("main").getByRole("button", { name: "Ik wil iemand spreken" }).click();
  await press(page, "Vraag of zij contact opnemen");
  await at(page, waiting);
  const shown = await page.locator("main").innerText();
  for (const part of ["U vertelde daarna over gevaar.", "Een brief is nu niet veilig.", "Dit gaat naar\nWijkteam Noord"]) {
    assert.ok(shown.includes(part), shown);
  }
  assert.equal(await page.getByRole("button", { name: "Verstuur het toch zo" }).count(), 0);
  assert.deepEqual(await axe(page), []);
  assert.equal(posts.length, sent);
  await press(page, "Verander mijn bericht");
  await at(page, reach);
  assert.equal(await page.getByLabel("Adres voor een brief").count(), 0);
  await page.getByLabel("E-mailadres").fill("naam@voorbeeld.example");
  await press(page, "Verder");
  await at(page, about);
  await press(page, "Verder");
  await at(page, review);
  await page.getByRole("button", { name: /^Versturen naar/ }).click();
  await at(page, received);
  const { body } = posts.at(-1);
  assert.equal("letter" in body, false);
  assert.equal(body.discreet, true);
});

test("what nobody else may see is kept only while it is on its way, and goes once after a reload", async () => {
  const { page, posts } = await begin();
  const request = () => page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.endsWith("/request")));
  await flaggedAdvice(page, "1231 AB");
  await press(page, "Vraag of de gemeente contact opneemt");
  await at(page, reach);
  await page.getByLabel("E-mailadres").fill("naam@voorbeeld.example");
  await press(page, "Verder");
  await at(page, about);
  assert.deepEqual(await request(), []);
  await press(page, "Verder");
  await at(page, review);
  await loseFirstAnswer(page, posts);
  await page.getByRole("button", { name: /^Versturen naar/ }).click();
  await at(page, "Uw bericht wordt verstuurd");
  assert.equal((await request()).length, 1);
  // The visit is gone with the page; what is on its way goes again all the same.
  const arrived = page.waitForResponse((response) => response.status() === 201);
  await page.reload();
  await at(page, needs);
  await (await arrived).finished();
  await page.waitForFunction(() => sessionStorage.length === 0);
  assert.equal(new Set(posts.map(({ key }) => key)).size, 1);
  assert.equal(await heading(page, needs).count(), 1, "nothing shows");
  await page.locator("main").getByRole("button", { name: "Ik wil iemand spreken" }).click();
  await press(page, "Vraag of zij contact opnemen");
  await at(page, reach);
  assert.equal(await page.getByLabel("E-mailadres").inputValue(), "");
});

test("a browser is told to remember nothing of it after a flag, and never what is written freely", async () => {
  const { page } = await begin();
  const complete = () => page.locator(".wd-request").evaluate((form) => Object.fromEntries(
    [["", form], ...[...form.querySelectorAll("input, textarea")].filter(({ type }) => !/radio|checkbox/.test(type)).map((it) => [it.name, it])]
      .map(([name, it]) => [name, it.getAttribute("autocomplete")]),
  ));
  await toReach(page);
  const usual = { "": null, phone: "tel", email: "email", letter: "street-address", when: "off", website: "off" };
  assert.deepEqual(await complete(), usual);
  await page.getByLabel("Telefoonnummer").fill("0612345678");
  await press(page, "Verder");
  await at(page, about);
  assert.deepEqual(await complete(), { "": null, name: "name", story: "off", companion: "off", language: "language" });
  const { page: other } = await begin();
  await flaggedAdvice(other, "1231 AB");
  await press(other, "Vraag of de gemeente contact opneemt");
  await at(other, reach);
  const off = () => other.locator(".wd-request").evaluate((form) => form.getAttribute("autocomplete") === "off"
    && [...form.querySelectorAll("input, textarea")].filter(({ type }) => !/radio|checkbox/.test(type))
      .every((it) => it.getAttribute("autocomplete") === "off"));
  assert.ok(await off());
  await other.getByLabel("Telefoonnummer").fill("0612345678");
  await press(other, "Verder");
  await at(other, about);
  assert.ok(await off());
});

test("a refusal says why, loses nothing, and can be mended", async () => {
  const { page, posts } = await begin();
  const problem = {
    type: "about:blank", title: "Niet aangenomen", status: 422,
    errors: [{ pointer: "/phone", code: "not-a-phone-number", detail: "" }],
  };
  let times = 0;
  await page.route(API, (route) => {
    if (times++ > 0) return route.continue();
    return route.fulfill({ status: 422, contentType: "application/problem+json", body: JSON.stringify(problem) });
  });
  await toReview(page);
  await send(page);
  await at(page, "Uw bericht is niet aangenomen");
  await page.getByText(/^Dit lijkt geen telefoonnummer/).waitFor();
  assert.deepEqual(await axe(page), []);
  await press(page, "Verander mijn bericht");
  await at(page, reach);
  assert.equal(await page.getByLabel("Telefoonnummer").inputValue(), "06-12 34 56 78");
  await page.getByLabel("Telefoonnummer").fill("06 87 65 43 21");
  await press(page, "Verder");
  await at(page, about);
  await press(page, "Verder");
  await at(page, review);
  await page.getByRole("button", { name: "Versturen naar Wijkteam Noord" }).click();
  await at(page, received);
  assert.equal(posts.length, 2);
  assert.notEqual(posts[0].key, posts[1].key, "another request has another key");
  assert.equal(posts[1].body.phone, "0687654321");
});

test("keys alone are enough, in an order that follows the screen", async () => {
  const { page } = await begin();
  await toReach(page);
  await focused(heading(page, reach));
  const tab = async () => {
    await page.keyboard.press("Tab");
    return page.evaluate(() => document.activeElement.name || document.activeElement.textContent.trim());
  };
  const order = [];
  for (let at = 0; at < 9; at++) order.push(await tab());
  assert.deepEqual(order, ["phone", "email", "letter", "times", "times", "times", "when", "voicemail", "Verder"]);
  await page.getByLabel("E-mailadres").focus();
  await page.keyboard.type("naam@voorbeeld.example");
  await page.keyboard.press("Enter");
  await at(page, about);
  await focused(heading(page, about));
  await page.getByLabel("Hoe mogen zij u noemen?").focus();
  await page.keyboard.press("Enter");
  await at(page, review);
  await page.getByLabel(/^Ik vind het goed/).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await at(page, received);
  await focused(heading(page, received));
});

test("what was typed stays through a reload, and 'Wis alles' takes it away", async () => {
  const { page } = await begin();
  await toReach(page);
  await page.getByLabel("E-mailadres").fill("naam@voor");
  await page.getByLabel("In de avond").check();
  await page.reload();
  await at(page, reach);
  assert.equal(await page.getByLabel("E-mailadres").inputValue(), "naam@voor");
  assert.ok(await page.getByLabel("In de avond").isChecked());
  await page.getByText("Hulp", { exact: true }).click();
  await press(page, "Wis alles en begin opnieuw");
  await page.getByText("Alles is gewist.").waitFor();
  assert.equal(await kept(page), "");
  await toReach(page);
  assert.equal(await page.getByLabel("E-mailadres").inputValue(), "");
});

test("an answer that comes after everything was wiped changes nothing", async () => {
  const { page } = await begin();
  let reply;
  const held = new Promise((resolve) => { reply = resolve; });
  await page.route(API, async (route) => { await held; await route.continue(); });
  await toReview(page);
  await send(page);
  await at(page, "Uw bericht wordt verstuurd");
  await page.getByText("Hulp", { exact: true }).click();
  await press(page, "Wis alles en begin opnieuw");
  await at(page, needs);
  const arrived = page.waitForResponse(API);
  reply();
  await (await arrived).finished();
  assert.equal(await heading(page, needs).count(), 1);
  assert.equal(await kept(page), "");
});

test("back from the receipt leads to the advice, and a new request begins when asked for", async () => {
  const { page, posts } = await begin();
  await toReview(page);
  await send(page);
  await at(page, received);
  await press(page, "Terug");
  await at(page, advice);
  await press(page, "Vraag of zij contact opnemen");
  await at(page, received);
  await press(page, "Stel nog een vraag");
  await at(page, reach);
  assert.equal(await page.getByLabel("Telefoonnummer").inputValue(), "");
  assert.equal(posts.length, 1);
});

test("a number of a citizen is not sent unless somebody insists", async () => {
  const { page, posts } = await begin();
  await toReach(page);
  await page.getByLabel("Telefoonnummer").fill("0612345678");
  await press(page, "Verder");
  await at(page, about);
  await page.getByLabel("Waar gaat het over?").fill("Mijn nummer is 1112.22.333.");
  await press(page, "Verder");
  await page.getByRole("link", { name: /burgerservicenummer/ }).waitFor();
  await page.getByLabel("Stuur het nummer toch mee").check();
  await press(page, "Verder");
  await at(page, review);
  await send(page);
  await at(page, received);
  assert.equal(posts[0].body.number_meant, true);
});

test("after violence the lines come first, no letter is offered, and nothing is filled in", async () => {
  const { page, posts } = await begin();
  await flaggedAdvice(page, "1231 AB");
  await press(page, "Vraag of de gemeente contact opneemt");
  await at(page, reach);
  const text = await page.locator("main").innerText();
  assert.ok(text.indexOf("0800-2000") > 0 && text.indexOf("0800-2000") < text.indexOf("Telefoonnummer"));
  assert.match(text, /Wacht niet op antwoord/);
  assert.match(text, /Kies iets dat alleen u ziet of hoort/);
  assert.equal(await page.getByLabel("Adres voor een brief").count(), 0);
  assert.ok(await page.getByLabel("Niets", { exact: true }).isChecked());
  assert.deepEqual(await axe(page), []);
  await page.getByLabel("E-mailadres").fill("a@b.example");
  await press(page, "Verder");
  await at(page, about);
  assert.equal(await page.getByLabel("Waar gaat het over?").inputValue(), "");
  await press(page, "Verder");
  await at(page, review);
  await page.getByText("Let op: niemand om mij heen mag dit weten.").waitFor();
  await page.getByRole("button", { name: /^Versturen naar/ }).click();
  await at(page, received);
  assert.equal(posts[0].body.discreet, true);
  assert.deepEqual(posts[0].body.answers, []);
  assert.ok((await page.locator("main").innerText()).includes("0800-2000"));
});

test("who is under 16 is told who comes to know, in their own words", async () => {
  const { page } = await begin();
  await answer(page, needs, "Ik ben jonger dan 18 en vraag zelf hulp");
  await answer(page, "Wat is er met je aan de hand?", "Drank, drugs, gamen, gokken, iets anders of praten");
  while (!(await heading(page, "Hier kun je terecht").count())) {
    const before = await page.locator("h1").innerText();
    if (before === "Wat is je postcode?") {
      await page.getByRole("textbox").fill("1231 AB");
      await press(page, "Verder");
    } else await press(page, "Ik weet het niet");
    await page.waitForFunction((was) => document.querySelector("h1")?.innerText !== was, before);
  }
  await press(page, "Vraag of zij contact opnemen");
  await at(page, "Hoe kunnen zij je bereiken?");
  const text = await page.locator("main").innerText();
  assert.match(text, /Deze site zegt niets tegen je ouders/);
  assert.doesNotMatch(text, /\b[Uu]w?\b/);
});

test("without a desk there are a number, a place, a print and a mail that begins as one would speak", async () => {
  const { page, guard, posts } = await begin(`${await changed(withoutDesk)}/voorbeeldstad/`);
  await answerAll(page, household);
  await givePostcode(page, "1230");
  await at(page, advice);
  await press(page, "Andere manieren voor contact");
  await at(page, "Contact vragen");
  await page.locator("main").getByRole("link", { name: /^Bel / }).first().waitFor();
  await page.getByRole("button", { name: "Print dit" }).waitFor();
  const mails = await page.locator("main a[href^='mailto:']").evaluateAll((all) => all.map((it) => decodeURIComponent(it.href)));
  assert.ok(mails.some((mail) => mail.includes("body=Het schoonmaken lukt niet meer.")), mails.join());
  for (const mail of mails) assert.doesNotMatch(mail, /1230/);
  assert.deepEqual(await axe(page), []);
  assert.equal(posts.length, 0);
  guard.check();
});

test("at any moment, and for the general entrance when nothing is known yet", async () => {
  const { page, posts } = await begin();
  await page.locator("main").getByRole("button", { name: "Ik wil iemand spreken" }).click();
  await press(page, "Vraag of zij contact opnemen");
  await at(page, reach);
  await page.getByLabel("E-mailadres").fill("naam@café.example");
  await press(page, "Verder");
  await at(page, about);
  await press(page, "Verder");
  await at(page, review);
  assert.ok((await page.locator("main").innerText()).includes("naam@café.example"), "as it was typed");
  await page.getByRole("button", { name: "Versturen naar Gemeente Voorbeeldstad" }).click();
  await at(page, received);
  assert.equal(posts[0].body.email, "naam@café.example");
  assert.equal("provider" in posts[0].body, false);
});

test("a program that cannot be had leaves the numbers, and can be asked for again", async () => {
  const { page } = await begin();
  await page.route(/request\.js/, (route) => route.abort());
  await answerAll(page, household);
  await givePostcode(page, "1231 AB");
  await at(page, advice);
  await press(page, "Vraag of zij contact opnemen");
  await page.getByText(/^Dit lukt nu niet/).waitFor();
  await page.locator("main").getByRole("link", { name: /^Bel 012-345 67 01/ }).waitFor();
  await page.unroute(/request\.js/);
  await press(page, "Probeer het nog een keer");
  await at(page, reach);
});

test("a field nobody sees is filled in by machines only", async () => {
  const { page, posts } = await begin();
  await toReview(page);
  await page.goBack({ waitUntil: "commit" });
  await page.goBack({ waitUntil: "commit" });
  await at(page, reach);
  const field = page.locator("[name=website]");
  assert.equal(await page.getByRole("textbox").count(), 4);
  await field.evaluate((it) => { it.value = "https://spam.example"; });
  await press(page, "Verder");
  await at(page, about);
  await press(page, "Verder");
  await at(page, review);
  await send(page);
  await at(page, received);
  assert.equal(posts[0].body.website, "https://spam.example");
});
