// Reading aloud, with a stand-in for the voices of a device.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { askAloud, likeTheApp, openWith } from "./fixture.mjs";
import { axe, close, open, root } from "./harness.mjs";
import { answer, at, householdAdvice, needs, onward, press, ready, tapAway, toDanger } from "./visit.mjs";

after(close);

/** A question as the app draws it, and parts of an advice. */
const SCREEN = `<div class="wd-screen"><form class="wd-question" novalidate method="dialog">
  <button class="nl-link wd-back" type="button">Terug</button>
  <fieldset aria-describedby="hint"><legend><span class="wd-step">Vraag 2</span>
    <h1 class="nl-heading nl-heading--level-1" tabindex="-1">Wat lukt niet meer in huis?</h1></legend>
    <p class="nl-paragraph wd-hint" id="hint">U mag <strong>meer</strong> kiezen.</p>
    <div class="wd-tiles"><label class="wd-tile"><input type="checkbox" name="answer" value="a"><svg class="wd-picto"
      aria-hidden="true"><title>huis</title><use href="#p-home"></use></svg><span class="wd-tile__text">Schoonmaken</span></label>
      <label class="wd-tile"><input type="radio" name="other" value="b"><span class="wd-tile__text">Koken</span></label></div></fieldset>
  <div class="wd-actions"><button class="nl-button nl-button--primary" type="submit">Verder</button></div></form>
  <div id="link"><p>https://example.nl/#abc</p></div><p hidden>Verborgen</p><p class="wd-paper-only">Op papier</p><span class="wd-sr">Alleen voor een schermlezer</span>
  <details class="wd-more"><summary>Lukt dat niet? Kijk hier</summary><p>Achter de streep</p><button>Dicht</button></details>
  <details class="wd-more" open><summary>Meer hulp</summary><p>Voor de streep</p></details>
  <a class="nl-button nl-button--primary wd-call" href="tel:08000000"><span class="nl-button__label">Bel 0800-0000 <small>gratis</small></span></a>
  <dl class="wd-facts"><div><dt>Wanneer</dt><dd>maandag van 9.00 tot 12.00 uur<div>Bel 026-377 00 00 of 14 026</div></dd></div></dl>
  <p>Op 01-12-2026 in 6811 AB, nummer 40. Bel 112.</p>
  <dl class="wd-answers"><div><dt>Vraag</dt><dd>Antwoord</dd><dd><button type="button">Verander<span class="wd-sr"> antwoord 1</span></button></dd></div>
    <div><dt>Nog een</dt><dd>Ja</dd><dd><button type="button">Verander<span class="wd-sr"> antwoord 2</span></button></dd></div></dl>
</div>`;

const LINES = [
  "Vraag 2", "Wat lukt niet meer in huis?", "U mag meer kiezen.", "Schoonmaken", "Koken",
  "Lukt dat niet? Kijk hier", "Meer hulp", "Voor de streep", "Bel 0 8 0 0, 0 0 0 0", "gratis",
  "Wanneer", "maandag van 9.00 tot 12.00 uur", "Bel 0 2 6, 3 7 7, 0 0, 0 0 of 1 4, 0 2 6",
  "Op 01-12-2026 in 6811 AB, nummer 40. Bel 1 1 2.", "Vraag", "Antwoord", "Nog een", "Ja",
  "Terug", "Verder", "Verander",
];

const OWN = { name: "Ellen", lang: "nl-NL", localService: true };
const FAR = { name: "Google Nederlands", lang: "nl-NL", localService: false };

/**
 * A device with these voices. What it is asked to say it keeps in `said`, what it says
 * now in `now`; `finish` ends that. `ends` is what it calls for speech that is cancelled:
 * browsers differ.
 */
const device = (voices, ends = "onerror") => `
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const speech = {
    voices: ${JSON.stringify(voices)}, said: [], log: [], now: undefined,
    getVoices: () => speech.voices,
    speak(it) { speech.said.push(it); speech.log.push("speak"); speech.now = it; },
    cancel() {
      const it = speech.now;
      speech.now = undefined;
      speech.log.push("cancel " + document.body.childElementCount);
      if (it) setTimeout(() => it.${ends}?.({ error: "interrupted" }));
    },
    pause() { throw new Error("does nothing on Android"); },
    finish() { const it = speech.now; speech.now = undefined; it.onend({}); },
  };
  Object.defineProperty(globalThis, "speechSynthesis", { value: speech });`;

const speech = (page, what) => page.evaluate(`speechSynthesis.${what}`);
const said = async (page) => (await speech(page, "said.map(({ text }) => text)"));
const now = (page) => speech(page, "now?.text");
const marked = (page) => page.locator(".wd-spoken").allInnerTexts();
const button = (page) => page.locator("#aloud");

/** The screen on a device with a Dutch voice of its own. */
async function reader({ voices = [OWN], ends, main = SCREEN, ...options } = {}) {
  const opened = await openWith(main, { before: device(voices, ends), ...options });
  await button(opened.page).waitFor();
  return opened;
}

/** Finishes line after line; gives what was marked, each time. */
async function readOn(page, most = 100) {
  const marks = [];
  for (let line = 0; line < most && await now(page); line += 1) {
    marks.push((await marked(page)).join());
    await speech(page, "finish()");
  }
  return marks;
}

// ---- whether there is a voice

test("without a Dutch voice of the device itself there is no button, and nothing is fetched", async () => {
  for (const voices of [
    [], [FAR], [{ ...OWN, lang: "de-DE" }, { ...OWN, lang: "en-NL" }, FAR], [{ ...OWN, lang: "nld-x" }],
    [{ ...OWN, localService: undefined }], [{ ...OWN, localService: "yes" }],
  ]) {
    const { page, context, guard } = await open();
    await context.addInitScript(device(voices));
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto("/privacy/", { waitUntil: "networkidle" });
    await page.evaluate(() => speechSynthesis.onvoiceschanged());
    await page.waitForTimeout(100);
    assert.equal(await button(page).isVisible(), false, JSON.stringify(voices));
    assert.ok(!asked.some((path) => /aloud|lines/.test(path)), asked.join());
    guard.check();
    await context.close();
  }
});

test("a browser that cannot speak, or runs no script, shows no button", async () => {
  for (const options of [{ before: "delete globalThis.speechSynthesis;" }, { javaScriptEnabled: false }]) {
    const { page, guard } = await openWith(SCREEN, options);
    assert.equal(await button(page).isVisible(), false);
    guard.check();
  }
});

test("voices that come late bring the button, voices that go take it away", async () => {
  const { page, guard } = await openWith(SCREEN, { before: device([]) });
  await page.waitForLoadState("networkidle");
  assert.equal(await button(page).isVisible(), false);
  const change = (voices) => page.evaluate((voices) => {
    speechSynthesis.voices = voices;
    speechSynthesis.onvoiceschanged();
  }, voices);
  await change([FAR, OWN]);
  await button(page).waitFor();
  await button(page).click();
  await change([FAR]);
  await speech(page, "finish()");
  assert.equal(await button(page).isVisible(), false);
  assert.equal((await said(page)).length, 1, "nothing is read by another voice");
  await change([FAR, OWN]);
  await button(page).waitFor();
  assert.equal(await button(page).innerText(), "Lees voor");
  guard.check();
});

test("a voice from the Netherlands goes first, and no voice of others is ever used", async () => {
  const lang = (lang) => ({ ...OWN, name: lang, lang });
  for (const [voices, best] of [
    [[FAR, lang("en-US"), lang("nl-BE"), lang("nl-NL")], "nl-NL"],
    [[FAR, lang("nl-BE"), lang("nl_NL")], "nl_NL"],
    [[FAR, lang("nl-BE")], "nl-BE"],
    [[lang("nl"), FAR], "nl"],
  ]) {
    const { page, context } = await reader({ voices });
    await button(page).click();
    await readOn(page);
    const used = await speech(page, "said.map(({ voice, lang }) => voice.name + ' ' + voice.localService + ' ' + lang)");
    assert.deepEqual([...new Set(used)], [`${best} true ${best}`]);
    await context.close();
  }
});

// ---- what is read

test("each line of the screen is read, in order, then its buttons, and nothing else", async () => {
  const { page, guard } = await reader();
  await button(page).click();
  const marks = await readOn(page);
  assert.deepEqual(await said(page), LINES);
  // Each line was marked while it was read, and no other.
  assert.deepEqual(marks.slice(0, 5), LINES.slice(0, 5));
  assert.equal(marks[12], "Bel 026-377 00 00 of 14 026");
  assert.equal(marks.length, LINES.length);
  assert.deepEqual(await marked(page), []);
  assert.equal(await button(page).innerText(), "Lees voor");
  guard.check();
});

test("what goes from the screen meanwhile is passed over", async () => {
  const { page } = await reader();
  await button(page).click();
  await page.locator("fieldset").evaluate((it) => { it.hidden = true; });
  await speech(page, "finish()");
  assert.equal(await now(page), "Lukt dat niet? Kijk hier");
});

test("every page without the app can be read", async () => {
  for (const [path, first] of [
    ["/voorbeeldstad/overzicht/", "Alle hulp in Voorbeeldstad, per wijk"], ["/voorbeeldstad/wijk/havenkwartier/", "Hulp in Havenkwartier"],
    ["/privacy/", "Wat gebeurt er met mijn antwoorden?"], ["/nergens/", "Deze pagina is er niet"],
  ]) {
    const { page, context } = await open();
    await context.addInitScript(device([OWN]));
    await page.goto(path);
    await button(page).click();
    assert.equal(await now(page), first);
    await context.close();
  }
});

// ---- a pause

for (const ends of ["onend", "onerror"]) {
  test(`a pause is at once, and reading goes on from its line (${ends})`, async () => {
    const { page, guard } = await reader({ ends });
    await button(page).click();
    await speech(page, "finish()");
    assert.equal(await button(page).innerText(), "Pauze");
    await button(page).click();
    assert.equal(await now(page), undefined);
    await page.waitForTimeout(50);
    assert.deepEqual(await said(page), LINES.slice(0, 2), "what was cancelled does not lead on");
    assert.equal(await button(page).innerText(), "Lees verder");
    assert.deepEqual(await marked(page), [LINES[1]]);
    await button(page).click();
    assert.equal(await button(page).innerText(), "Pauze");
    assert.equal(await now(page), LINES[1]);
    await readOn(page);
    assert.deepEqual(await said(page), [...LINES.slice(0, 2), ...LINES.slice(1)]);
    guard.check();
  });
}

// ---- what stops it

/** Ways to stop, each from a screen that is being read. */
const STOPS = {
  "a new screen": (page) => page.evaluate(() => document.querySelector("main").replaceChildren("Nieuw")),
  "the page is hidden": (page) => page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }),
  "the page is left": (page) => page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide"))),
  "the device fails": (page) => page.evaluate(() => speechSynthesis.now.onerror({ error: "synthesis-failed" })),
};

for (const [name, stop] of Object.entries(STOPS)) {
  for (const ends of ["onend", "onerror"]) {
    test(`${name}: silence, and the button as before (${ends})`, async () => {
      const { page } = await reader({ ends });
      await button(page).click();
      await speech(page, "finish()");
      await stop(page);
      assert.equal(await now(page), undefined);
      await page.waitForTimeout(50);
      assert.equal((await said(page)).length, 2);
      assert.deepEqual(await marked(page), []);
      assert.equal(await button(page).innerText(), "Lees voor");
      // And it begins anew.
      await button(page).click();
      assert.equal(await now(page), name === "a new screen" ? "Nieuw" : LINES[0]);
    });
  }
}

/** Keeps for the next page what the device was asked, and what stood on the page then. */
const keepLog = (page) => page.evaluate(() => addEventListener("pagehide", () =>
  localStorage.setItem("log", [...speechSynthesis.log, document.body.childElementCount].join(", "))));
const keptLog = (page) => page.evaluate(() => localStorage.getItem("log"));

test("it also stops where the page is really left", async () => {
  const { page } = await reader();
  await button(page).click();
  const elements = await page.evaluate(() => document.body.childElementCount);
  await keepLog(page);
  await page.goto("/privacy/");
  assert.equal(await keptLog(page), `speak, cancel ${elements}, ${elements}`);
});

for (const [way, go] of Object.entries({
  press: (page) => page.locator("#leave").click({ noWaitAfter: true }),
  keys: tapAway,
})) {
  for (const ends of ["onend", "onerror"]) {
    test(`"Snel weg" is silent first of all (${way}, ${ends})`, async () => {
      const { page, context } = await reader({ ends });
      await context.route("**/weg/", (route) => route.fulfill({ contentType: "text/html", body: "weg" }));
      await button(page).click();
      const elements = await page.evaluate(() => {
        // An entry to go back to that does not come: half a second in which a browser may
        // say late that something ended.
        history.replaceState({ entry: 1 }, "");
        Object.defineProperty(globalThis, "navigation", { value: undefined });
        history.go = () => {};
        return document.body.childElementCount;
      });
      await keepLog(page);
      await go(page);
      await page.waitForURL("**/weg/");
      // Silent while all still stood there; nothing was said after.
      assert.match(await keptLog(page), new RegExp(`^speak, cancel ${elements}(, cancel \\d+)*, 0$`));
    });
  }
}

// ---- with the app

test("with the app a press asks the app first; a pause asks nobody", async () => {
  const { page, guard } = await reader({ app: true });
  await button(page).click();
  await page.waitForTimeout(50);
  assert.deepEqual(await said(page), [], "the app has not said yes");
  await page.evaluate(() => {
    globalThis.asked = 0;
    addEventListener("wijkdeur-aloud", () => { globalThis.asked += 1; });
  });
  await likeTheApp(page);
  const asked = () => page.evaluate(() => globalThis.asked);
  await button(page).click();
  assert.equal(await now(page), LINES[0]);
  assert.equal(await page.locator("html[data-aloud]").count(), 0);
  await button(page).click();
  assert.equal(await now(page), undefined);
  await button(page).click();
  assert.equal(await now(page), LINES[0]);
  assert.equal(await asked(), 1);
  await readOn(page);
  await button(page).click();
  assert.equal(await asked(), 2, "a new start is asked for again");
  guard.check();
});

test("the app may draw a screen and have it read in one go", async () => {
  const { page } = await reader({ app: true });
  await page.evaluate(() => {
    document.querySelector("main").replaceChildren(Object.assign(document.createElement("h1"), { textContent: "Advies" }));
    document.documentElement.dataset.aloud = "true";
    dispatchEvent(new Event("wijkdeur-aloud"));
  });
  await page.waitForTimeout(50);
  assert.equal(await now(page), "Advies");
  assert.equal(await button(page).innerText(), "Pauze");
});

test("what was asked before the module came is read when it is there", async () => {
  const { page } = await openWith(SCREEN, { before: device([]), app: true });
  await askAloud(page);
  await page.evaluate((voices) => { speechSynthesis.voices = voices; speechSynthesis.onvoiceschanged(); }, [OWN]);
  await button(page).waitFor();
  assert.equal(await now(page), LINES[0]);
});

test("where the app failed the button reads by itself", async () => {
  const { page } = await reader({ app: true });
  await page.evaluate(() => { document.documentElement.dataset.failed = "true"; });
  await button(page).click();
  assert.equal(await now(page), LINES[0]);
});

// ---- how it looks, and how it is used

/** Whether an element has an edge in a colour that differs well from what is behind it. */
function standsOut(element) {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  let behind = element;
  while (behind && /, 0\)$/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const both = [light(outlineColor), light(behind ? getComputedStyle(behind).backgroundColor : "rgb(255, 255, 255)")];
  return outlineStyle === "dashed" && outlineWidth === "3px" && Math.max(...both) / Math.min(...both) >= 3;
}

test("the line that is read can be seen in any look, and moves nothing", async () => {
  const { page } = await reader({ viewport: { width: 360, height: 740 } });
  const places = () => page.locator("main *, .wd-header__row > *").evaluateAll((all) => all.map((it) =>
    Object.values(it.getBoundingClientRect().toJSON()).map(Math.round).join()));
  for (const look of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }]) {
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none", ...look });
    const stood = await places();
    await button(page).click();
    while (await now(page)) {
      assert.deepEqual(await places(), stood);
      assert.ok(await page.locator(".wd-spoken").evaluate(standsOut), `${await now(page)}: ${JSON.stringify(look)}`);
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
      await speech(page, "finish()");
    }
  }
});

test("axe finds nothing while it reads, in a pause, and on paper the button is not there", async () => {
  const { page } = await reader({ viewport: { width: 320, height: 740 } });
  await button(page).click();
  assert.deepEqual(await axe(page), []);
  await button(page).click();
  assert.deepEqual(await axe(page), []);
  await page.emulateMedia({ media: "print" });
  assert.equal(await button(page).isVisible(), false);
});

test("it works by keys, keeps the focus on its button, and tells a screen reader nothing but its name", async () => {
  const { page } = await reader();
  await page.evaluate(() => {
    globalThis.moved = [];
    addEventListener("focusin", ({ target }) => globalThis.moved.push(target.id));
  });
  await button(page).focus();
  for (const [key, name] of [["Enter", "Pauze"], ["Space", "Lees verder"], ["Enter", "Pauze"]]) {
    await page.keyboard.press(key);
    await page.getByRole("button", { name, exact: true }).waitFor();
  }
  await readOn(page);
  assert.deepEqual(await page.evaluate(() => globalThis.moved), ["aloud"]);
  assert.equal(await page.locator("header [aria-live], header [role=status], #aloud[aria-pressed]").count(), 0);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.localName), "summary");
});

test("name, button and 'Hulp' fit in one row of a phone", async () => {
  // The longest name of all has a row of its own on the smallest.
  const every = await readdir(join(root, "public", "data", "municipalities"));
  const all = every.map((file) => file.replace(".json", ""));
  for (const [width, towns] of [[360, all], [320, all.filter((name) => name.length <= 10)]]) {
    const { page, context } = await open({ viewport: { width, height: 740 } });
    await context.addInitScript(device([OWN]));
    for (const town of towns) {
      await page.goto(`/${town}/overzicht/`);
      await button(page).waitFor();
      const height = () => page.locator(".wd-header__row").evaluate((row) => row.getBoundingClientRect().height);
      for (const name of ["Pauze", "Lees verder"]) {
        assert.ok(await height() <= 60, `${town} at ${width}: ${await height()}`);
        await button(page).click();
        assert.equal((await button(page).innerText()).replace(/\s+/, " "), name);
        assert.ok(await height() <= 60, `${town} at ${width}: ${await height()}`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        const { height: high, width: wide } = await button(page).boundingBox();
        assert.ok(high >= 44 && wide >= 44, "too small to press");
      }
    }
    await context.close();
  }
});

// ---- in the app

/** A visit to the app itself on a device with a Dutch voice of its own. */
async function visit() {
  const opened = await open();
  await opened.context.addInitScript(device([OWN]));
  await opened.page.goto("/voorbeeldstad/");
  await ready(opened.page);
  await button(opened.page).waitFor();
  return opened;
}

test("in the app: question and choices are read, and the next screen stops it", async () => {
  const { page, guard } = await visit();
  await button(page).click();
  await page.waitForFunction(() => speechSynthesis.now);
  await readOn(page);
  const lines = await said(page);
  assert.equal(lines[0], needs);
  assert.ok(lines.includes("Geld tekort, schulden of iets niet kunnen betalen"), lines.join(" | "));
  await button(page).click();
  await page.waitForFunction(() => speechSynthesis.now);
  await answer(page, needs, "Hulp in huis, hulpmiddelen, vervoer of parkeren");
  await at(page, "Wat lukt niet meer in huis of buiten?");
  assert.equal(await now(page), undefined);
  assert.equal(await button(page).innerText(), "Lees voor");
  guard.check();
});

test("in the app: the advice is read with what is open now", async () => {
  const { page, guard } = await visit();
  await householdAdvice(page);
  await button(page).click();
  await page.waitForFunction(() => speechSynthesis.now);
  await readOn(page, 300);
  const lines = await said(page);
  assert.equal(lines[0], "Hier kunt u terecht");
  assert.ok(lines.some((line) => /^(Nu open|Vandaag open|Morgen open|Open op|Of het nu open is)/.test(line)), lines.join(" | "));
  assert.deepEqual(await axe(page), []);
  guard.check();
});

test("in the app: after danger nothing is read before it is known who listens", async () => {
  const { page, guard } = await visit();
  await toDanger(page);
  await onward(page).click();
  await page.locator("h1").filter({ hasNotText: "Bent u nu in gevaar?" }).waitFor();
  const title = await page.locator("h1").innerText();
  await button(page).click();
  await at(page, "Kan iemand meekijken?");
  assert.deepEqual(await said(page), []);
  await press(page, "Nee, ga maar verder");
  await at(page, title);
  await page.waitForFunction(() => speechSynthesis.now);
  guard.check();
});
