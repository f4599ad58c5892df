// A request to be contacted, from the advice to the receipt: what goes along, what the desk
// may answer, and what a bad connection does to it.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { axe, close, open } from "./harness.mjs";
import {
  advice, answer, answerAll, at, flaggedAdvice, focused, givePostcode, heading, household, kept, needs, press, ready,
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
  page.on("request", (request) => {
    if (request.method() !== "POST") return;
    posts.push({ key: request.headers()["idempotency-key"], body: JSON.parse(request.postData()) });
  });
  await page.goto(path);
  await ready(page);
  return { ...opened, posts };
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
  for (const part of ["Wijkteam Noord", "06-12 34 56 78", "Het schoonmaken lukt niet meer.", "Voor mezelf of mijn gezin"]) {
    assert.ok(shown.includes(part), part);
  }
  await send(page);
  await at(page, received);
  assert.equal(posts.length, 1);
  const [{ key, body }] = posts;
  assert.match(key, /^\d{40}$/);
  const { seconds, story, ...rest } = body;
  assert.ok(Number.isInteger(seconds));
  assert.ok(shown.includes(story.split("\n")[0]));
  assert.deepEqual(rest, {
    version: 1,
    municipality: "voorbeeldstad",
    provider: "wijkteam-noord",
    phone: "0612345678",
    voicemail: "nothing",
    subject: "myself",
    wmo_melding: true,
    permission: true,
    times: [],
    answers: [],
  });
  const receipt = await page.locator("main").innerText();
  assert.match(receipt, /WD-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  assert.match(receipt, /Binnen 3 werkdagen/);
  assert.match(receipt, /zes weken/);
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
    "Hulp krijgen in huis, of ergens komen", "Schoonmaken lukt niet meer", "Langer dan een half jaar", "1231 AB",
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
  let times = 0;
  // The desk has it, but its answer never comes.
  await page.route(API, async (route) => {
    if (times++ > 0) return route.continue();
    await route.fetch();
  });
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
  await page.goBack({ waitUntil: "commit" });
  await at(page, review);
  for (const title of [about, reach, advice]) {
    await page.goBack({ waitUntil: "commit" });
    await at(page, title);
  }
  await page.unroute(API);
  const arrived = page.waitForResponse((response) => response.status() === 201);
  await page.reload();
  await arrived;
  assert.equal(new Set(posts.map(({ key }) => key)).size, 1);
  assert.equal(await heading(page, advice).count(), 1, "it stays where it was");
  await context.close();
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
  await press(page, "Vraag of zij contact opnemen");
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
  await answer(page, "Wat is er met je aan de hand?", "Ik wil gewoon met iemand praten");
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

test("without a desk there are a number, a place, a print and a mail without answers", async () => {
  const { page, guard, posts } = await begin("/arnhem/");
  await answerAll(page, household);
  await givePostcode(page, "6813");
  await at(page, advice);
  await press(page, "Vraag of zij contact opnemen");
  await at(page, "Contact vragen");
  await page.locator("main").getByRole("link", { name: /^Bel / }).first().waitFor();
  await page.getByRole("button", { name: "Print dit" }).waitFor();
  const mails = await page.locator("main a[href^='mailto:']").evaluateAll((all) => all.map((it) => decodeURIComponent(it.href)));
  for (const mail of mails) assert.doesNotMatch(mail, /schoonmaken|6813/i);
  assert.deepEqual(await axe(page), []);
  assert.equal(posts.length, 0);
  guard.check();
});

test("at any moment, and for the general entrance when nothing is known yet", async () => {
  const { page, posts } = await begin();
  await page.locator("main").getByRole("button", { name: "Ik wil iemand spreken" }).click();
  await press(page, "Vraag of zij contact opnemen");
  await at(page, reach);
  await page.getByLabel("E-mailadres").fill("naam@voorbeeld.example");
  await press(page, "Verder");
  await at(page, about);
  await press(page, "Verder");
  await at(page, review);
  await page.getByRole("button", { name: "Versturen naar Gemeente Voorbeeldstad" }).click();
  await at(page, received);
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

test("a page that was opened before a newer program was published says so, and mixes nothing up", async () => {
  const { page } = await begin();
  await page.addInitScript(() => {
    addEventListener("wijkdeur-request", () => { document.querySelector("#request").dataset.format = "0"; }, true);
  });
  await page.reload();
  await ready(page);
  await page.locator("main").getByRole("button", { name: "Ik wil iemand spreken" }).click();
  await press(page, "Vraag of zij contact opnemen");
  await page.getByText(/^Dit lukt nu niet/).waitFor();
  await page.locator("main").getByRole("link", { name: /^Bel 012-345 67 01/ }).waitFor();
  assert.equal(await page.getByRole("textbox").count(), 0);
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
