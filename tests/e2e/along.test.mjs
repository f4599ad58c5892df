// The advice in somebody's hands: another lead, a changed answer, the story, and what goes
// along to paper, a calendar and another device.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import ICAL from "ical.js";
import jsQR from "jsqr";
import { axe, build, close, open, sheets } from "./harness.mjs";
import { changed, party, real } from "./town.mjs";
import { advice, answer, answerAll, at, back, choice, code, flaggedAdvice, focused, givePostcode, heading, household, householdAdvice, kept, needs, onward, press, ready, unfold } from "./visit.mjs";

after(close);

async function begin(options = {}) {
  const opened = await open({ acceptDownloads: true, ...options });
  await opened.page.clock.setFixedTime(new Date("2026-12-01T10:00:00+01:00"));
  await opened.page.goto("/voorbeeldstad/");
  await ready(opened.page);
  return opened;
}

/** To the advice about household help in a wijk of the invented town. */
async function advised(postcode = "1231 AB", options = {}) {
  const opened = await begin(options);
  await answerAll(opened.page, household);
  await givePostcode(opened.page, postcode);
  await at(opened.page, advice);
  return opened;
}

const lead = (page) => page.locator(".wd-card--first h2");

test("somebody would rather begin elsewhere: that becomes the lead, and back", async () => {
  const { page, guard } = await advised();
  const first = await lead(page).innerText();
  await unfold(page);
  const other = page.getByRole("button", { name: /^Ik kies liever deze/ }).first();
  const name = (await other.textContent()).replace("Ik kies liever deze: ", "");
  await other.click();
  await page.waitForFunction((was) => document.querySelector(".wd-card--first h2").innerText !== was, first);
  assert.equal(await lead(page).innerText(), name);
  await focused(heading(page, advice));
  await page.getByText("Dit koos u zelf als eerste.").waitFor();
  // Who led is still there.
  assert.ok((await page.locator(".wd-line strong").allInnerTexts()).includes(first));
  await page.reload();
  await at(page, advice);
  assert.equal(await lead(page).innerText(), name, "a reload keeps the choice");
  await press(page, "Toch eerst wat wij adviseren");
  await page.waitForFunction((was) => document.querySelector(".wd-card--first h2").innerText !== was, name);
  assert.equal(await lead(page).innerText(), first);
  guard.check();
});

test("'Klopt dit niet?' opens the question that decided, and what changed is said", async () => {
  const { page, guard } = await advised();
  const first = await lead(page).innerText();
  await unfold(page);
  await page.locator(".wd-card--first").getByRole("button", { name: /^Klopt dit niet/ }).click();
  await at(page, "Wat lukt niet meer in huis of buiten?");
  await choice(page, household["Wat lukt niet meer in huis of buiten?"]).uncheck();
  await page.getByRole("checkbox").nth(2).check();
  await press(page, "Verder");
  while (!(await heading(page, advice).count())) {
    const before = await page.locator("h1").innerText();
    await page.getByRole("button", { name: "Ik weet het niet" }).click();
    await page.waitForFunction((was) => document.querySelector("h1")?.innerText !== was, before);
  }
  const said = page.getByRole("status").filter({ hasText: "Dit is er veranderd" });
  await said.waitFor();
  const now = await lead(page).innerText();
  const text = await said.innerText();
  // Another need: somebody comes or goes, whoever leads.
  assert.match(text, /Nieuw:|Niet meer:/);
  const change = `Begin nu bij: ${now}. Eerst was dat: ${first}.`;
  assert.equal(text.includes(change), now !== first, text);
  assert.deepEqual(await axe(page), []);
  guard.check();
});

test("the same answer again says that nothing changed", async () => {
  const { page, guard } = await advised();
  await unfold(page);
  await page.locator(".wd-card--first").getByRole("button", { name: /^Klopt dit niet/ }).click();
  await at(page, "Wat lukt niet meer in huis of buiten?");
  await press(page, "Verder");
  await at(page, advice);
  await page.getByText("Het advies blijft hetzelfde.").waitFor();
  guard.check();
});

test("the story: from the answers, changed by hand, kept through a reload, made again", async () => {
  const { page, guard } = await advised();
  await press(page, "Mijn verhaal");
  await at(page, "Mijn verhaal");
  const field = page.getByLabel("Uw verhaal");
  const made = await field.inputValue();
  assert.match(made, /Het is in Voorbeeldstad, in de wijk Havenkwartier\./);
  assert.match(made, /Kunt u met mij meedenken\?$/);
  await page.getByText("uw persoonlijk plan").waitFor();
  await field.press("Control+End");
  await field.pressSequentially(" Ik slaap slecht.");
  assert.equal(await field.inputValue(), `${made} Ik slaap slecht.`, "nothing is lost while typing");
  await page.reload();
  await at(page, "Mijn verhaal");
  assert.equal(await field.inputValue(), `${made} Ik slaap slecht.`);
  // On paper stands what the field says, and no field.
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("#story-paper").innerText(), `${made} Ik slaap slecht.`);
  assert.equal(await field.isVisible(), false);
  await page.emulateMedia({ media: "screen" });
  await press(page, "Maak het opnieuw van mijn antwoorden");
  await page.waitForFunction((want) => document.querySelector("#story").value === want, made);
  await press(page, "Zet mijn eigen tekst terug");
  await page.waitForFunction((want) => document.querySelector("#story").value === want, `${made} Ik slaap slecht.`);
  // An answer that changes is said where the text stands.
  await press(page, "Terug");
  await at(page, advice);
  await press(page, "Verander antwoord 3");
  await at(page, "Hoe lang hebt u hulp nodig?");
  await choice(page, "Korter dan een half jaar").check();
  await press(page, "Verder");
  await at(page, advice);
  await press(page, "Mijn verhaal");
  await page.getByText("U veranderde een antwoord. Past uw verhaal nog?").waitFor();
  guard.check();
});

test("somebody under 18 keeps their own words", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, "Ik ben jonger dan 18 en vraag zelf hulp");
  await answer(page, "Wat is er met je aan de hand?", "Geldzorgen of schulden");
  while (!(await heading(page, "Hier kun je terecht").count())) {
    const before = await page.locator("h1").innerText();
    await page.getByRole("button", { name: "Ik weet het niet" }).click();
    await page.waitForFunction((was) => document.querySelector("h1")?.innerText !== was, before);
  }
  await press(page, "Mijn verhaal");
  await page.locator("#story").fill("Kunt u mij helpen? Ik hoor het van u.");
  await page.reload();
  await at(page, "Mijn verhaal");
  assert.equal(await page.locator("#story").inputValue(), "Kunt u mij helpen? Ik hoor het van u.");
  guard.check();
});

test("on paper the advice is one page without a button", async () => {
  const { page, guard } = await advised();
  assert.equal(await sheets(page), 1);
  await page.emulateMedia({ media: "print" });
  const controls = page.locator("button, .wd-more > summary, input, textarea, select, .wd-open--now");
  for (const control of await controls.all()) assert.equal(await control.isVisible(), false, await control.innerText());
  // What was answered is not on it.
  assert.ok(!(await page.locator("main").innerText()).includes("Uw antwoorden"));
  guard.check();
});

test("what is closed on the screen stands open on paper, and is closed again", async () => {
  const { page, guard } = await advised();
  const parts = page.locator(".wd-card--first details:not(.wd-screen-only)");
  assert.ok((await parts.count()) > 0);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await parts.first().evaluate((part) => part.open), true);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await parts.first().evaluate((part) => part.open), false);
  guard.check();
});

test("a walk-in hour goes into a calendar, by the clock in the Netherlands", async () => {
  const { page, guard } = await advised("1231 NA", { timezoneId: "America/New_York" });
  await unfold(page);
  const place = page.locator(".wd-card--first").getByRole("button", { name: "Zet in mijn agenda: donderdag 3 december, 9.30 uur" });
  const [download] = await Promise.all([page.waitForEvent("download"), place.first().click()]);
  assert.equal(download.suggestedFilename(), "wijkdeur.ics");
  const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), "utf8")));
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent"));
  assert.equal(event.startDate.toString(), "2026-12-03T09:30:00");
  assert.equal(event.endDate.toString(), "2026-12-03T12:00:00");
  assert.equal(event.startDate.zone.tzid, "Europe/Amsterdam");
  assert.deepEqual([event.summary, event.location], ["Binnenlopen", "De Oude Bieb, Spoorlaan 9"]);
  await page.getByText("Het staat bij uw downloads.").waitFor();
  guard.check();
});

/** What an independent reader sees in the code on the screen. */
async function decoded(page) {
  const box = page.locator("#link svg");
  await box.waitFor();
  const shot = (await box.screenshot()).toString("base64");
  const { data, width, height } = await page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (mark) => mark.charCodeAt());
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const drawn = canvas.getContext("2d");
    drawn.drawImage(image, 0, 0);
    const { data, width, height } = drawn.getImageData(0, 0, image.width, image.height);
    return { data: [...data], width, height };
  }, shot);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

test("a code takes parties and wijk to a telephone, and nothing else", async () => {
  const { page, guard, origin } = await advised();
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await press(page, "Verder op een telefoon");
  const address = await decoded(page);
  assert.match(address, new RegExp(`^${origin}/voorbeeldstad/#w1/WK999903(/[0-9a-z]{8})+$`));
  assert.deepEqual(asked, [`${build()}qr.js`], "loaded when asked for, and nothing but that");
  assert.ok((await page.locator("#link").innerText()).includes(address));
  assert.equal(new URL(page.url()).hash, "");
  assert.deepEqual(await axe(page), []);
  guard.check();

  const names = await page.locator(".wd-card--first h2, .wd-line strong").allInnerTexts();
  const phone = await open({ viewport: { width: 360, height: 740 } });
  await phone.page.goto(address.replace(origin, phone.origin));
  await at(phone.page, "Dit nam u mee");
  assert.equal(new URL(phone.page.url()).hash, "", "removed from the address");
  const carried = await phone.page.locator("main h2").allInnerTexts();
  assert.equal(carried[0], names[0]);
  assert.ok(carried.every((name) => names.includes(name)), carried.join(", "));
  assert.doesNotMatch(await kept(phone.page), /house|household|cleaning/);
  assert.deepEqual(await axe(phone.page), []);
  await phone.page.reload();
  await at(phone.page, "Dit nam u mee");
  await press(phone.page, "Ik heb zelf een vraag");
  await at(phone.page, needs);
  await back(phone.page);
  await at(phone.page, "Dit nam u mee");
  phone.guard.check();
});

test("a link from before: what exists is shown, what went is said, with the way in", async () => {
  const { page, guard } = await open();
  await page.goto(`/voorbeeldstad/#w1/WK888801/${code("wijkteam-noord")}/vroeger1/ook-weg2`);
  await at(page, "Dit nam u mee");
  await page.getByText("2 plekken uit uw link zijn er niet meer.").waitFor();
  await page.locator("main").getByRole("link", { name: /Bel 012-345 67 01/ }).waitFor();
  await page.getByRole("heading", { name: "Wijkteam Noord" }).waitFor();
  guard.check();
});

test("a link of which nothing exists still ends at a person", async () => {
  const { page, guard } = await open();
  await page.goto("/voorbeeldstad/#w1//van-vroeger");
  await at(page, "Dit nam u mee");
  await page.getByText("Eén plek uit uw link is er niet meer.").waitFor();
  await page.locator("main").getByRole("link", { name: /^Bel 012-345 67 01/ }).waitFor();
  guard.check();
});

for (const hash of ["onzin", "w9/WK999903/uwv", "w1/", "%E0%A4%A", "w1//" + "x".repeat(20_000) + "?"]) {
  test(`garbage behind the # is the first screen with a kind line: ${hash.slice(0, 20)}`, async () => {
    const { page, guard } = await open();
    await page.goto(`/voorbeeldstad/#${hash}`);
    await ready(page);
    if (hash.length < 100) {
      await at(page, needs);
      await page.getByRole("status").getByText("De link werkt niet.").waitFor();
    } else {
      await at(page, "Dit nam u mee");
    }
    assert.equal(new URL(page.url()).hash, "");
    guard.check();
  });
}

test("a link opened on a page that is already there", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, household[needs]);
  await page.evaluate((link) => { location.hash = link; }, `w1/WK999903/${code("wijkteam-noord")}`);
  await at(page, "Dit nam u mee");
  assert.equal(new URL(page.url()).hash, "");
  await press(page, "Terug naar mijn vragen");
  await at(page, "Wat lukt niet meer in huis of buiten?");
  guard.check();
});

test("a message about a party holds no answer", async () => {
  const { page, guard } = await advised();
  await unfold(page);
  const card = page.locator(".wd-foot");
  const href = await card.getByRole("link", { name: "Mail dit" }).getAttribute("href");
  const mail = new URL(href);
  assert.equal(mail.protocol, "mailto:");
  assert.match(mail.pathname, /@voorbeeldstad\.example$/);
  assert.equal(mail.searchParams.get("subject"), "Wijkdeur");
  assert.match(mail.searchParams.get("body"), /^In Wijkdeur klopt iets niet bij: …\./);
  assert.doesNotMatch(decodeURIComponent(href), /schoonmaken|1231|Haven/i);
  guard.check();
});

/** Nobody there reads mail about what is wrong. */
function withoutMail(town) {
  delete town.municipality.corrections;
  const { reach } = party(town, town.municipality.entrance);
  reach.splice(reach.findIndex(({ channel }) => channel === "email"), 1);
}

test("where no mail address is known, the message is there to read out", async () => {
  const { page, guard } = await begin({ baseURL: await changed(withoutMail) });
  await householdAdvice(page);
  await unfold(page);
  const card = page.locator(".wd-foot");
  await card.getByText(/In Wijkdeur klopt iets niet bij/).waitFor();
  await card.getByText("Gemeente Voorbeeldstad:").last().waitFor();
  guard.check();
});

test("a route is a plain link that leaves nothing behind, and nothing is loaded", async () => {
  const { page, guard } = await open({ baseURL: await changed(real) });
  await page.goto(`/voorbeeldstad/#w1//${code("buurthuis-molen")}`);
  await at(page, "Dit nam u mee");
  const route = page.getByRole("link", { name: "Hoe kom ik daar?" });
  assert.equal(
    decodeURIComponent(await route.getAttribute("href")),
    "https://www.openstreetmap.org/directions?to=Molenweg 15, Voorbeeldstad",
  );
  assert.equal(await route.getAttribute("rel"), "noreferrer");
  guard.check();
});

test("an advice copied as text holds who to call, and no button", async () => {
  const { page, context, guard } = await advised();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await press(page, "Kopieer de tekst");
  await page.getByText("De tekst is gekopieerd.").waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /Wijkteam Noord/);
  assert.match(text, /012-345 67 11/);
  assert.doesNotMatch(text, /Ik kies liever deze|Klopt dit niet\?|Print dit|U koos/);
  guard.check();
});

test("after violence there is nothing to link to, and a copy waits until it is known who looks along", async () => {
  const { page, context, guard } = await begin();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await flaggedAdvice(page, "1231 AB");
  assert.equal(await page.locator("#link").count(), 0);
  assert.equal(await page.getByRole("button", { name: "Verder op een telefoon" }).count(), 0);
  // All visits of one browser share its clipboard: what stands there is ours, not an earlier copy.
  await page.evaluate(() => navigator.clipboard.writeText("van voor de vraag"));
  await press(page, "Kopieer de tekst");
  await at(page, "Kan iemand meekijken?");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "van voor de vraag");
  await press(page, "Nee, ga maar verder");
  await at(page, advice);
  await page.getByText("De tekst is gekopieerd.").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Veilig Thuis/);
  guard.check();
});

test("after another flag a link waits as well, names no line for danger, and is asked about once", async () => {
  const { page, guard } = await begin();
  await answerAll(page, {
    [needs]: "Geld tekort, schulden of iets niet kunnen betalen",
    "Wat speelt er met geld?": "Ik heb schulden en kom er niet uit",
    "Staat er een datum in een brief?": "Ja, ik moet eruit of word afgesloten",
  });
  await onward(page).click();
  await heading(page).filter({ hasNotText: "datum" }).waitFor();
  while (!(await heading(page, advice).count())) {
    const before = await page.locator("h1").innerText();
    if (before === "Wat is uw postcode?") await givePostcode(page, "1231 AB");
    else await page.getByRole("button", { name: "Ik weet het niet" }).click();
    await page.waitForFunction((was) => document.querySelector("h1")?.innerText !== was, before);
  }
  const fragment = await page.locator("#link").getAttribute("data-fragment");
  const all = [];
  for (const file of ["catalogue/catalogue", "municipalities/voorbeeldstad"]) {
    const { national = [], providers = [] } = JSON.parse(await readFile(`public/data/${file}.json`, "utf8"));
    all.push(...national, ...providers);
  }
  assert.ok(all.some(({ id }) => fragment.includes(code(id))), "the codes are those of the data");
  const lines = all.filter(({ kind }) => kind === "crisis");
  assert.ok(lines.length > 5, `${lines.length} lines for danger`);
  for (const { id } of lines) assert.ok(!fragment.includes(code(id)), id);
  await press(page, "Verder op een telefoon");
  await at(page, "Kan iemand meekijken?");
  assert.equal(await page.locator("#link svg").count(), 0);
  await press(page, "Nee, ga maar verder");
  await at(page, advice);
  await page.locator("#link svg").waitFor();
  await page.getByText("De code staat hieronder.").waitFor();
  await focused(page.locator("#taken"));
  await press(page, "Kopieer de tekst");
  assert.equal(await heading(page, advice).count(), 1, "asked once for this screen");
  guard.check();
});
