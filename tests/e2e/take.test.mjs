// What somebody takes along: the text, an appointment, a code with the address. Each is
// read back by a program of others.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import ICAL from "ical.js";
import { calendar } from "../../src/platform/calendar.js";
import { likeTheApp, openWith } from "./fixture.mjs";
import { axe, build, close, open } from "./harness.mjs";

after(close);

/** A screen with all that an advice may have. */
const ADVICE = `<div class="wd-screen"><div class="wd-column wd-stack">
  <button class="nl-link wd-back" type="button" data-do="back">Terug</button>
  <h1 class="nl-heading nl-heading--level-1" tabindex="-1">Hier kunt u terecht</h1>
  <div role="status"><p>Alles is gewist.</p></div>
  <section class="wd-card wd-card--first wd-stack">
    <div><p class="wd-kicker">Eerst dit</p><h2 class="nl-heading nl-heading--level-2">Wijkteam
      Havenbuurt</h2></div>
    <p class="nl-paragraph">Zij   denken <strong>met u</strong> mee.</p>
    <a class="nl-button nl-button--primary wd-call" href="tel:08000000"><span class="nl-button__icon-start"><svg
      class="wd-picto" aria-hidden="true"><use href="#p-phone"></use></svg></span><span
      class="nl-button__label">Bel 0800-0000 <small>gratis</small></span></a>
    <dl class="wd-facts">
      <div><dt>Wanneer</dt><dd>maandag van 9.00 tot 12.00 uur</dd></div>
      <div><dt>Binnenlopen</dt><dd>Havenbuurtseweg 1<div>Open op: dinsdag</div><div>Maak eerst een afspraak.</div></dd></div>
      <div><dt>Website</dt><dd><a class="nl-link" href="https://www.wijkteams.nl/">www.wijkteams.nl</a></dd></div>
    </dl>
    <details class="wd-more"><summary>Lukt dat niet? Kijk hier</summary><p>Vraag het aan de balie.</p></details>
  </section>
  <section class="wd-stack"><h2 class="nl-heading nl-heading--level-2">Wat u zelf kunt doen</h2>
    <ul class="wd-dots"><li>Schrijf op wat u vraagt</li><li>Neem <a href="#inhoud">dit</a> mee</li></ul>
    <ul class="wd-offers"><li><h3 class="nl-heading nl-heading--level-3">Villa Havenbuurt</h3><p>Een huis voor de buurt</p>
      <dl class="wd-facts"><div><dt>Bel</dt><dd><a class="nl-link" href="tel:0263770000">026-377 00 00</a> (overdag)</dd></div></dl>
      <button type="button">Ik kies liever deze</button></li></ul></section>
  <section class="wd-stack"><h2 class="nl-heading nl-heading--level-2">Uw verhaal</h2>
    <form><label for="story">Wat wilt u zeggen?</label><textarea id="story" data-story class="utrecht-textbox wd-textarea"></textarea>
    <button>Klaar</button></form>
    <dl class="wd-answers"><div><dt>Waar wilt u hulp bij?</dt><dd>Een huis</dd><dd><button type="button">Verander<span class="wd-sr"> antwoord 1</span></button></dd></div></dl>
    <p hidden>Verborgen</p><p class="wd-paper-only">Op papier</p>
    <ul class="wd-dots"><li data-starts="2026-11-27T09:00" data-ends="2026-11-27T12:00" data-what="Afspraak" data-place="Havenbuurtseweg 1">Spreekuur</li>
      <li data-starts="2026-12-31T22:00" data-ends="2027-01-01T02:00" data-what="Nacht; met, alles\\&#10;erin 😀"
        data-place="Het heel erg lange adres van het wijkcentrum in de Burgemeester Weertsstraat, derde verdieping, achter de kantine 😀é">Nachtopvang</li></ul></section>
  <section class="wd-stack wd-screen-only"><h2 class="nl-heading nl-heading--level-2">Neem het mee</h2>
    <div class="wd-actions">
      <button type="button" data-do="copy">Kopieer</button>
      <button type="button" data-do="share">Deel</button>
      <button type="button" data-do="calendar 1">In mijn agenda</button>
      <button type="button" data-do="link">Maak een code</button></div>
    <p id="taken" role="status" data-copied="Het is gekopieerd." data-not-copied="Kopieer het hieronder." data-saved="Het staat bij uw downloads." data-linked="De code staat hieronder."></p>
    <div id="link" data-fragment="${"a1-_".repeat(60)}" data-label="Code met het adres" data-hint="Richt uw camera erop."></div>
    <a href="/voorbeeldstad/overzicht/">Alle teams</a></section>
</div></div>`;

const TEXT = `Hier kunt u terecht
Eerst dit

Wijkteam Havenbuurt
Zij denken met u mee.

Bel 0800-0000: gratis

Wanneer: maandag van 9.00 tot 12.00 uur
Binnenlopen: Havenbuurtseweg 1
  Open op: dinsdag
  Maak eerst een afspraak.
Website: www.wijkteams.nl

Lukt dat niet? Kijk hier

Vraag het aan de balie.

Wat u zelf kunt doen
- Schrijf op wat u vraagt
- Neem mee

- Villa Havenbuurt
  Een huis voor de buurt
  Bel: 026-377 00 00 (overdag)

Uw verhaal
Ik slaap slecht.

  Ik wil graag praten.
Soms.

Waar wilt u hulp bij? Een huis

- Spreekuur
- Nachtopvang`;

const STORY = "Ik slaap slecht.\n\n  Ik wil graag praten.\nSoms.\n";

/** The advice, with what takes it along. */
async function advice(options) {
  const opened = await openWith(ADVICE, options);
  await opened.page.locator("#story").fill(STORY);
  await likeTheApp(opened.page);
  await opened.page.evaluate(([name, text]) => import(name).then((module) => {
    module.default({ text: () => text });
    globalThis.take = module.take;
  }), [`${build()}take.js`, TEXT]);
  return opened;
}

const button = (page, name) => page.getByRole("button", { name, exact: true });
const said = (page, text) => page.locator("#taken", { hasText: text }).waitFor();

// ---- the text

test("what the program says is copied", async () => {
  const { page, context, guard } = await advice();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await button(page, "Kopieer").click();
  await said(page, "Het is gekopieerd.");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), TEXT);
  guard.check();
});

test("where the clipboard is refused the text stands there selected, once", async () => {
  for (const before of [
    () => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined }),
    // The empty page before ours has none.
    () => { if (globalThis.Clipboard) Clipboard.prototype.writeText = () => Promise.reject(new DOMException("", "NotAllowedError")); },
  ]) {
    const { page, guard } = await advice({ before });
    await button(page, "Kopieer").click();
    await button(page, "Kopieer").click();
    await said(page, "Kopieer het hieronder.");
    const field = page.getByRole("textbox", { name: "Kopieer het hieronder." });
    assert.equal(await field.inputValue(), TEXT);
    assert.ok(await field.evaluate((it) => it === document.activeElement && it.readOnly && it.scrollTop === 0));
    assert.deepEqual(await axe(page), []);
    // What the keys for copying take is the whole of it.
    await page.keyboard.press("ControlOrMeta+c");
    await page.locator("#story").fill("");
    await page.locator("#story").press("ControlOrMeta+v");
    assert.equal(await page.locator("#story").inputValue(), TEXT);
    guard.check();
  }
});

test("a copy that works takes the text that stood there away", async () => {
  const before = () => {
    const calls = [() => Promise.reject(new Error("not now")), () => Promise.resolve()];
    Clipboard.prototype.writeText = () => calls.shift()();
  };
  const { page } = await advice({ before });
  await button(page, "Kopieer").click();
  await page.locator("#by-hand").waitFor();
  await button(page, "Kopieer").click();
  await said(page, "Het is gekopieerd.");
  assert.equal(await page.locator("#by-hand").count(), 0);
});

// ---- sharing

const sharing = (outcome) => ({
  before: `globalThis.shared = [];
    Navigator.prototype.share = async (what) => { shared.push(what); ${outcome} };`,
});

test("sharing gives the same text, under a name that says nothing", async () => {
  const { page, guard } = await advice(sharing(""));
  await button(page, "Deel").click();
  assert.deepEqual(await page.evaluate(() => globalThis.shared), [{ title: "Wijkdeur", text: TEXT }]);
  guard.check();
});

test("who shuts the sheet sees no error; who cannot share can copy", async () => {
  const shut = await advice(sharing('throw new DOMException("", "AbortError")'));
  await button(shut.page, "Deel").click();
  await shut.page.waitForFunction(() => globalThis.shared.length === 1);
  assert.equal(await shut.page.locator("#taken").innerText(), "");
  shut.guard.check();
  const refused = await advice(sharing('throw new DOMException("", "NotAllowedError")'));
  await button(refused.page, "Deel").click();
  await said(refused.page, "Kopieer het hieronder.");
  assert.equal(await refused.page.locator("#by-hand").inputValue(), TEXT);
});

test("the button to share is there only where the browser can", async () => {
  const shown = ({ page }) => page.locator("[data-do=share]").isVisible();
  const can = await advice(sharing(""));
  assert.equal(await shown(can), true);
  const cannot = await advice({ before: () => delete Navigator.prototype.share });
  assert.equal(await shown(cannot), false);
  const scriptless = await openWith(ADVICE, { javaScriptEnabled: false });
  assert.equal(await shown(scriptless), false);
});

// ---- an appointment

/** The one event of a file, its times understood by the rules in the file itself. */
function read(file) {
  const all = new ICAL.Component(ICAL.parse(file));
  const [event, ...others] = all.getAllSubcomponents("vevent").map((it) => new ICAL.Event(it));
  assert.equal(others.length, 0);
  const time = (it) => {
    assert.equal(it.zone.tzid, "Europe/Amsterdam");
    return it.toJSDate().toISOString();
  };
  return { all, event, starts: time(event.startDate), ends: time(event.endDate) };
}

/** The moment at which clocks in Amsterdam show this, by the tables of the runtime. */
function moment(local) {
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short", timeStyle: "short" });
  const utc = Date.parse(`${local}Z`);
  const hours = [1, 2].filter((hour) => shown.format(utc - hour * 3_600_000) === local.replace("T", " "));
  assert.ok(hours.length > 0, `${local} does not exist`);
  return new Date(utc - hours[0] * 3_600_000).toISOString();
}

test("times are those of the Netherlands: in winter, in summer, over midnight, over a change of the clock", () => {
  for (const [starts, ends, ...exact] of [
    ["2026-11-27T09:00", "2026-11-27T12:00", "2026-11-27T08:00:00.000Z", "2026-11-27T11:00:00.000Z"],
    ["2026-07-01T09:00", "2026-07-01T12:00", "2026-07-01T07:00:00.000Z", "2026-07-01T10:00:00.000Z"],
    ["2026-12-31T22:00", "2027-01-01T02:00", "2026-12-31T21:00:00.000Z", "2027-01-01T01:00:00.000Z"],
    // The nights on which the clock goes on, and back.
    ["2027-03-27T23:00", "2027-03-28T04:00", "2027-03-27T22:00:00.000Z", "2027-03-28T02:00:00.000Z"],
    ["2027-03-28T01:59", "2027-03-28T03:00", "2027-03-28T00:59:00.000Z", "2027-03-28T01:00:00.000Z"],
    ["2026-10-24T23:00", "2026-10-25T04:00", "2026-10-24T21:00:00.000Z", "2026-10-25T03:00:00.000Z"],
    ["2028-02-29T08:30", "2028-02-29T09:05"],
    ["2031-03-30T03:00", "2031-10-26T03:00"],
  ]) {
    const found = read(calendar({ starts, ends, what: "Afspraak", place: "Hier" }));
    assert.deepEqual([found.starts, found.ends], [moment(starts), moment(ends)], starts);
    if (exact.length) assert.deepEqual([found.starts, found.ends], exact, starts);
  }
});

test("any words come through whole, in lines of 75 bytes at most", () => {
  const odd = ["", ",", ";", "\\", "\\n", "a,b;c\\d", "één\ntwee\r\ndrie", "\u0007x", "😀".repeat(40),
    "é".repeat(90), `${"x".repeat(66)}é`, "x".repeat(300), "a\tb", "BEGIN:VEVENT\r\nX:1", '"“”', ":"];
  for (const what of odd) {
    for (const place of odd) {
      const file = calendar({ starts: "2026-11-27T09:00", ends: "2026-11-27T12:00", what, place });
      assert.doesNotMatch(file.replaceAll("\r\n", ""), /[\r\n]/, "a bare end of line");
      assert.ok(file.endsWith("\r\n"));
      for (const line of file.split("\r\n")) {
        assert.ok(Buffer.byteLength(line) <= 75, line);
        assert.ok(line.isWellFormed(), line);
      }
      const { event } = read(file);
      const kept = (text) => text.replace(/\r\n?/g, "\n").replace("\u0007", "");
      assert.equal(event.summary, kept(what));
      assert.equal(event.location ?? "", kept(place));
    }
  }
});

test("a file has what it must have, and nothing else", () => {
  const one = { starts: "2026-11-27T09:00", ends: "2026-11-27T12:00", what: "Afspraak", place: "Hier" };
  const { all, event } = read(calendar(one, new Date("2026-11-26T05:21:38.123Z")));
  const names = (component) => component.getAllProperties().map(({ name }) => name).sort();
  assert.deepEqual(names(all), ["prodid", "version"]);
  assert.deepEqual(names(event.component), ["class", "dtend", "dtstamp", "dtstart", "location", "summary", "uid"]);
  assert.deepEqual(all.getAllSubcomponents().map(({ name }) => name), ["vtimezone", "vevent"]);
  assert.equal(event.component.getFirstPropertyValue("dtstamp").toString(), "2026-11-26T05:21:38Z");
  const uid = (it) => read(calendar(it)).event.uid;
  assert.equal(uid(one), uid({ ...one }), "saved twice it is the same appointment");
  const others = [one, { ...one, what: "Iets anders" }, { ...one, place: "Daar" }, { ...one, ends: "2026-11-27T13:00" }];
  assert.equal(new Set(others.map(uid)).size, others.length);
});

test("an appointment comes as a file whose name says nothing", async () => {
  const { page, guard } = await advice();
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "In mijn agenda").click()]);
  assert.equal(download.suggestedFilename(), "wijkdeur.ics");
  await said(page, "Het staat bij uw downloads.");
  const { event, starts, ends } = read(await readFile(await download.path(), "utf8"));
  assert.equal(event.summary, "Nacht; met, alles\\\nerin 😀");
  assert.match(event.location, /^Het heel erg lange adres .* kantine 😀é$/);
  assert.deepEqual([starts, ends], ["2026-12-31T21:00:00.000Z", "2027-01-01T01:00:00.000Z"]);
  guard.check();
});

// ---- a code with the address

/** What a reader of codes finds in this picture; it runs in a page of its own. */
async function decoded(context, png) {
  const page = await context.newPage();
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("jsqr"), "utf8"));
  const found = await page.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(data)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const { data: dots, width, height } = canvas.getImageData(0, 0, image.width, image.height);
    return globalThis.jsQR(dots, width, height, { inversionAttempts: "dontInvert" })?.data;
  }, `data:image/png;base64,${png.toString("base64")}`);
  await page.close();
  return found;
}

test("a code is made when asked for, once, and a camera reads it in any look", async () => {
  const { page, context, guard, origin } = await advice({ deviceScaleFactor: 2, viewport: { width: 320, height: 740 } });
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.waitForTimeout(200);
  assert.deepEqual(asked, []);
  await button(page, "Maak een code").click();
  await button(page, "Maak een code").click();
  await said(page, "De code staat hieronder.");
  const code = page.getByRole("img", { name: "Code met het adres" });
  await code.waitFor();
  assert.equal(await code.count(), 1);
  assert.deepEqual(asked, [`${build()}qr.js`]);
  const address = `${origin}/proef/#${"a1-_".repeat(60)}`;
  assert.deepEqual(await page.locator("#link p").allInnerTexts(), ["Richt uw camera erop.", address]);
  assert.equal(new URL(page.url()).hash, "", "it is in the code and in no history");
  for (const look of [
    { colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" },
    { colorScheme: "dark", forcedColors: "active" }, { media: "print" },
  ]) {
    await page.emulateMedia({ media: "screen", colorScheme: "light", forcedColors: "none", ...look });
    // On paper the section is not there; the code itself is what counts.
    await page.locator("section:has(#link)").evaluate((it) => it.classList.remove("wd-screen-only"));
    assert.equal(await decoded(context, await code.screenshot()), address, JSON.stringify(look));
  }
  await page.emulateMedia({ media: "screen", colorScheme: "dark", forcedColors: "none" });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it sticks out");
  assert.deepEqual(await axe(page), []);
  guard.check();
});

test("addresses of any length make a code that is read, or stand there alone", async () => {
  const { page, context, origin } = await advice({ deviceScaleFactor: 3 });
  for (const length of [1, 7, 40, 100, 180, 400, 700, 3000]) {
    await page.locator("#link").evaluate((it, fragment) => { Object.assign(it.dataset, { fragment, hint: "" }); it.replaceChildren(); },
      "Zz9".repeat(length).slice(0, length));
    await button(page, "Maak een code").click();
    await page.locator("#link p").waitFor();
    const address = `${origin}/proef/#${"Zz9".repeat(length).slice(0, length)}`;
    assert.equal(await page.locator("#link").innerText(), address);
    const code = page.locator("#link svg");
    assert.equal(await code.count(), length === 3000 ? 0 : 1);
    if (await code.count()) assert.equal(await decoded(context, await code.screenshot()), address, `${length}`);
  }
});

test("without a connection the address stands there alone", async () => {
  const { page } = await advice();
  await page.route("**/qr.js", (route) => route.abort());
  await button(page, "Maak een code").click();
  await page.locator("#link", { hasText: "/proef/#a1-_" }).waitFor();
  assert.equal(await page.locator("#link svg").count(), 0);
});

test("a code carries the licence of who wrote what draws it", async () => {
  const { origin } = await open();
  const module = await (await fetch(`${origin}${build()}qr.js`)).text();
  assert.match(module, /^\/\*! lean-qr \d[\s\S]+Permission is hereby granted[\s\S]+\*\//);
});
